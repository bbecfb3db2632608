"""Trains the reader: python train.py DATA RUN --finish-at 09:05 | --minutes 120 [--device cuda] [--resume]

The schedule follows the clock, so a run ends when it should whatever else the machine does. A checkpoint is
written every few minutes; --resume goes on from it, --from-onnx starts from shipped weights.
"""

import argparse
import datetime
import hashlib
import json
import math
import os
import random
import time

import numpy as np
import torch
import torch.nn.functional as functional

from charset import decode
from data import FIGURES, Pool, Shard, batch, grouped
from generate import TIERS
from model import CLASSES, Reader, best_path
from text import KINDS

ALIGNED = 0.4  # the share of the run in which aligned cross-entropy fades into CTC


def losses(logits, given, share: float, device):
    """The mixed loss of a batch; `share` of it is CTC."""
    scores = functional.log_softmax(logits.float(), dim=-1)
    total = 0.0
    if share < 1:
        total = (1 - share) * aligned(scores, given, device)
    if share > 0:
        lengths = torch.tensor([len(ids) for ids in given["targets"]])
        weights = torch.tensor([1.3 if FIGURES[ids].any() else 1.0 for ids in given["targets"]], device=device)
        frames = torch.full((len(lengths),), scores.shape[1], dtype=torch.long)
        targets = torch.from_numpy(np.concatenate(given["targets"]))
        each = functional.ctc_loss(scores.transpose(0, 1), targets.to(device), frames, lengths, reduction="none", zero_infinity=True)
        total = total + share * (weights * each / lengths.to(device)).sum() / weights.sum()
    return total


def aligned(scores, given, device):
    """Cross-entropy by column, characters and blanks averaged apart and added."""
    columns = torch.from_numpy(given["columns"]).to(device)
    each = -scores.gather(2, columns.unsqueeze(2)).squeeze(2)
    filled = columns > 0
    weights = torch.where(filled, torch.from_numpy(1 + 0.5 * FIGURES[given["columns"]].astype(np.float32)).to(device), torch.from_numpy(given["nearby"]).to(device))
    chars, blanks = (weights * filled), (weights * ~filled)
    return (each * chars).sum() / chars.sum().clamp(min=1) + (each * blanks).sum() / blanks.sum().clamp(min=1)


def distance(a, b) -> int:
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        before, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (x != y))
    return row[-1]


def judge(model, shard: Shard, device) -> dict:
    """Exact lines by kind and by tier, and the character error, on lines in fonts that training never sees."""
    model.eval()
    exact: dict[str, list[int]] = {}
    wrong = chars = 0
    lines = sorted(((shard, index) for index in range(len(shard.strips))), key=lambda line: line[0].widths[line[1]])
    with torch.no_grad():
        for group in grouped(lines):
            given = batch(group)
            with amp(device):
                logits = model(torch.from_numpy(given["strips"]).to(device))
            for (_, index), ids, truth in zip(group, best_path(logits.float().cpu()), given["targets"]):
                right = ids == truth.tolist()
                for name in ("all", list(KINDS)[shard.kinds[index]], TIERS[shard.tiers[index]]):
                    exact.setdefault(name, []).append(right)
                wrong, chars = wrong + distance(ids, truth.tolist()), chars + len(truth)
    model.train()
    return {"cer": round(wrong / chars, 4), **{name: round(sum(rows) / len(rows), 4) for name, rows in sorted(exact.items())}}


def amp(device):
    return torch.autocast("cuda" if device.startswith("cuda") else "cpu", dtype=torch.bfloat16)


def seconds_left(finish_at: str) -> float:
    hour, minute = map(int, finish_at.split(":"))
    now = datetime.datetime.now(datetime.timezone.utc)
    end = now.replace(hour=hour, minute=minute, second=0, microsecond=0)
    return (end - now).total_seconds() % 86400


def rate(progress: float, step: int, peak: float) -> float:
    return peak * min(1.0, (step + 1) / 400) * (0.5 + 0.5 * math.cos(math.pi * min(1.0, progress))) + 1e-6


def first_strips(data: str, seed: int, device):
    return torch.from_numpy(next(Pool(data, seed).batches(1))["strips"]).to(device)


class Run:
    """Everything that a checkpoint holds."""

    def __init__(self, given, device):
        torch.manual_seed(given.seed)
        self.model = Reader().to(device)
        if given.from_onnx:
            from export import load_onnx, settle  # needs the package onnx, which training from nothing doesn't

            load_onnx(self.model, given.from_onnx)
            settle(self.model, first_strips(given.data, given.seed, device))
        self.optimiser = torch.optim.AdamW(self.model.parameters(), lr=given.rate, weight_decay=0.01)
        self.step = self.lines = 0
        self.spent = 0.0
        self.curve: list[dict] = []
        self.path = os.path.join(given.run, "checkpoint.pt")

    def save(self) -> None:
        held = {"model": self.model.state_dict(), "optimiser": self.optimiser.state_dict(), "step": self.step, "lines": self.lines, "spent": self.spent, "curve": self.curve}
        torch.save(held, self.path + ".part")
        os.rename(self.path + ".part", self.path)

    def load(self) -> None:
        held = torch.load(self.path, map_location="cpu")
        self.model.load_state_dict(held["model"])
        self.optimiser.load_state_dict(held["optimiser"])
        self.step, self.lines, self.spent, self.curve = held["step"], held["lines"], held["spent"], held["curve"]


def train(given) -> None:
    device = given.device
    torch.set_num_threads(given.threads)
    os.makedirs(given.run, exist_ok=True)
    run = Run(given, device)
    if given.resume and os.path.exists(run.path):
        run.load()
    held_out = Shard(given.held_out)
    total = run.spent + (seconds_left(given.finish_at) if given.finish_at else given.minutes * 60)
    before, started, saved = run.spent, time.monotonic(), time.monotonic()
    recent: list[float] = []
    for each in Pool(given.data, given.seed + run.step).batches():
        run.spent = before + time.monotonic() - started
        progress = run.spent / total
        if progress >= 1:
            break
        for group in run.optimiser.param_groups:
            group["lr"] = rate(progress, run.step, given.rate)
        with amp(device):
            logits = run.model(torch.from_numpy(each["strips"]).to(device))
        share = 1.0 if given.from_onnx else min(1.0, progress / ALIGNED)
        loss = losses(logits, each, share, device)
        run.optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(run.model.parameters(), 2.0)
        run.optimiser.step()
        run.step, run.lines = run.step + 1, run.lines + len(each["lines"])
        recent = [*recent[-199:], loss.item()]
        if time.monotonic() - saved > given.save_every:
            saved = time.monotonic()
            report(run, held_out, device, progress, sum(recent) / len(recent))
    report(run, held_out, device, 1.0, sum(recent) / max(1, len(recent)))


def report(run: Run, held_out: Shard, device, progress: float, loss: float) -> None:
    point = {"minutes": round(run.spent / 60, 1), "lines": run.lines, "progress": round(progress, 3), "loss": round(loss, 4), **judge(run.model, held_out, device)}
    run.curve.append(point)
    print(json.dumps(point), flush=True)
    run.save()


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("data", help="folder of shards")
    options.add_argument("run", help="folder for the checkpoint and the curve")
    options.add_argument("--held-out", required=True, help="a shard in the fonts kept for validation")
    options.add_argument("--minutes", type=float, default=120)
    options.add_argument("--finish-at", help="HH:MM, UTC, instead of --minutes")
    options.add_argument("--device", default="cpu")
    options.add_argument("--threads", type=int, default=1)
    options.add_argument("--rate", type=float, default=1.5e-3)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--save-every", type=float, default=240)
    options.add_argument("--resume", action="store_true", help="go on from the checkpoint in RUN")
    options.add_argument("--from-onnx", help="start from shipped weights")
    given = options.parse_args()
    random.seed(given.seed), np.random.seed(given.seed)
    train(given)


if __name__ == "__main__":
    main()
