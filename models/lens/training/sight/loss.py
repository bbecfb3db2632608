"""What is wrong with a prediction, each task by itself."""

from __future__ import annotations

import torch
import torch.nn.functional as F

from targets import FAR, GROUPS, HEAT

_POINTS = ("bar_corner", "vertex", "marker", "wedge_centre", "tick")
_POINT_AT = [HEAT.index(n) for n in _POINTS]
_MASK_AT = [i for i, n in enumerate(HEAT) if n not in _POINTS]
# Thin and rare things count for more.
_WEIGHT = {"text": 2.0, "bar_kernel": 1.5, "split": 1.5, "line": 1.5, "swatch": 1.5, "tick": 1.5, "marker": 1.5, "vertex": 1.0, "grid": 0.7, "rule": 0.7, "plot": 0.5, "area": 0.7}
SIDE_WEIGHT = {"text": 3.0, "text_turn": 1.0, "bar": 3.0, "point": 1.0, "radius": 1.0, "line": 0.5}


def losses(output, batch) -> dict[str, torch.Tensor]:
    """A loss for each heat channel, each group of sides, the kind and the traits; `total` is their weighted sum."""
    heat, sides, kind, trait = (t.float() for t in output)
    goal = batch["heat"].float() / 255
    out = {}
    for names, at, measure in ((_masks(), _MASK_AT, _mask_loss), (_POINTS, _POINT_AT, _point_loss)):
        each = measure(heat[:, at], goal[:, at])
        out |= {name: each[i] for i, name in enumerate(names)}
    total = sum(value * _WEIGHT.get(name, 1.0) for name, value in out.items())
    for g, (name, (a, b)) in enumerate(GROUPS.items()):
        want = batch["sides"][:, a:b].float()
        holds = batch["valid"][:, g : g + 1].float() * (want.abs() < FAR)
        miss = F.smooth_l1_loss(sides[:, a:b], want, reduction="none", beta=0.06)
        out["side_" + name] = (miss * holds).sum() / holds.sum().clamp(min=1)
        total = total + out["side_" + name] * SIDE_WEIGHT[name]
    seen = batch["seen"].float()
    out["kind"] = (F.cross_entropy(kind, batch["kind"].long(), reduction="none", label_smoothing=0.03) * seen).sum() / seen.sum().clamp(min=1)
    traits = F.binary_cross_entropy_with_logits(trait, batch["traits"].float(), reduction="none").mean(1)
    out["traits"] = (traits * seen).sum() / seen.sum().clamp(min=1)
    out["total"] = total + 0.5 * out["kind"] + 0.5 * out["traits"]
    return out


def _masks():
    return [HEAT[i] for i in _MASK_AT]


def _mask_loss(logits, goal):
    """Cross-entropy averaged apart over what is there and what isn't (hard negatives count), and the Dice loss of the batch."""
    each = F.binary_cross_entropy_with_logits(logits, goal, reduction="none")
    there = goal > 0.5
    axes = (0, 2, 3)
    yes = (each * there).sum(axes) / there.sum(axes).clamp(min=1)
    wrong = torch.sigmoid(logits).detach() * ~there
    no = (each * ~there).sum(axes) / (~there).sum(axes).clamp(min=1) + (each * wrong).sum(axes) / wrong.sum(axes).clamp(min=1) * (there.sum(axes) > 0)
    p = torch.sigmoid(logits)
    dice = 1 - (2 * (p * goal).sum(axes) + 1) / (p.sum(axes) + goal.sum(axes) + 1)
    return 0.5 * yes + 2 * no.clamp(max=4) * 0.5 + dice


def _point_loss(logits, goal):
    """Focal loss around peaks (as for keypoints: cells near a peak are punished less)."""
    p = torch.sigmoid(logits).clamp(1e-4, 1 - 1e-4)
    peak = goal > 0.99
    axes = (0, 2, 3)
    yes = -((1 - p) ** 2 * torch.log(p) * peak).sum(axes)
    no = -((1 - goal) ** 4 * p**2 * torch.log(1 - p) * ~peak).sum(axes)
    return (yes + no) / peak.sum(axes).clamp(min=4)
