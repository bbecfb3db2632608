"""Counts hits, misses and false finds, each category by itself."""

from __future__ import annotations

from collections import defaultdict

import cv2
import numpy as np

import decode
from figure import level
from marks import KINDS, Marks
from targets import HEAT, draw_targets

POINT_REACH = 3.0  # pixels
EDGE_REACH = 2.0  # pixels, every edge of a bar
_THIN = ("line", "axis", "grid", "wedge_edge", "split", "rule")
_MASKS = ("bar", "area", "wedge", "plot")


class Score:
    def __init__(self):
        self.counts = defaultdict(lambda: np.zeros(3))  # hits of truth, truth, found
        self.kinds = [0, 0]
        self.confused = defaultdict(int)

    def add(self, heat, sides, kind, marks: Marks, only=None) -> None:
        """heat [18, h, w] as probabilities, sides [15, h, w], kind an index; `only` names the categories that the truth covers."""
        found = {"text": np.array([level(t) for t in decode.texts(heat, sides)]).reshape(-1, 4), "bar_edges": decode.bars(heat, sides)}
        truth = {"text": _inside(np.array([level(t) for t in marks.rows("texts")[:, :5]]).reshape(-1, 4), marks), "bar_edges": _inside(marks.rows("bars")[:, :4], marks)}
        self._match("text", truth["text"], found["text"], lambda a, b: 1 - _iou(a, b), 0.5, only)
        self._match("bar_edges", truth["bar_edges"], found["bar_edges"], lambda a, b: np.abs(a[:, None] - b[None]).max(-1), EDGE_REACH, only)
        self._match("bar_iou", truth["bar_edges"], found["bar_edges"], lambda a, b: 1 - _iou(a, b), 0.3, only)
        self._match("swatch", _inside(marks.rows("swatches"), marks), decode.boxes(heat, "swatch"), lambda a, b: 1 - _iou(a, b), 0.75, only)
        vertices = np.vstack([p for p, _ in marks.points]) if marks.points else np.zeros((0, 2))
        for name, spots in (("tick", marks.rows("ticks")), ("marker", marks.rows("markers")[:, :2]), ("vertex", vertices), ("wedge_centre", np.unique(marks.rows("wedges")[:, :2], axis=0))):
            spots = spots[(spots > 1).all(1) & (spots < (marks.width - 1, marks.height - 1)).all(1)] if len(spots) else spots
            self._match(name, spots, decode.points(heat, sides, name)[:, :2], lambda a, b: np.hypot(*(a[:, None] - b[None]).transpose(2, 0, 1)), POINT_REACH, only)
        self._maps(heat, marks, only)
        if marks.kind in KINDS:
            self.kinds[0] += KINDS[kind] == marks.kind
            self.kinds[1] += 1
            self.confused[f"{marks.kind}>{KINDS[kind]}"] += KINDS[kind] != marks.kind

    def table(self) -> dict:
        """{category: {recall, precision, f1, count}} and the share of kinds that are right."""
        out = {}
        for name, (hits, truth, found) in sorted(self.counts.items()):
            recall, precision = hits / max(1, truth), min(hits, found) / max(1, found)
            out[name] = {"recall": round(recall, 3), "precision": round(precision, 3), "f1": round(2 * recall * precision / max(1e-9, recall + precision), 3), "count": int(truth)}
        out["kind"] = {"accuracy": round(self.kinds[0] / max(1, self.kinds[1]), 3), "count": self.kinds[1]}
        return out

    def mean(self) -> float:
        return float(np.mean([v.get("f1", v.get("accuracy")) for v in self.table().values() if v["count"]]))

    def _match(self, name, truth, found, distance, reach, only) -> None:
        if only is not None and name not in only:
            return
        hits = 0
        if len(truth) and len(found):
            d = distance(np.asarray(truth), np.asarray(found))
            free_a, free_b = np.ones(d.shape[0], bool), np.ones(d.shape[1], bool)
            for flat in np.argsort(d, axis=None):
                a, b = divmod(int(flat), d.shape[1])
                if d[a, b] > reach:
                    break
                if free_a[a] and free_b[b]:
                    free_a[a] = free_b[b] = False
                    hits += 1
        self.counts[name] += (hits, len(truth), len(found))

    def _maps(self, heat, marks, only) -> None:
        goal = draw_targets(marks)[0]
        h, w = goal.shape[1:]
        for name in _MASKS + _THIN:
            if only is not None and name not in only:
                continue
            want, got = goal[HEAT.index(name)] > 127, heat[HEAT.index(name), :h, :w] > 0.5
            if name in _THIN:  # one cell off is still right
                near = np.ones((3, 3), np.uint8)
                hit_truth = (want & (cv2.dilate(got.astype(np.uint8), near) > 0)).sum()
                hit_found = (got & (cv2.dilate(want.astype(np.uint8), near) > 0)).sum()
                self.counts[name + "_map"] += (hit_truth, want.sum(), 0)
                self.counts[name + "_map"][2] += got.sum() * hit_truth / max(1, hit_found) if hit_found else got.sum()
            else:
                self.counts[name + "_map"] += ((want & got).sum(), want.sum(), got.sum())


def _iou(a, b) -> np.ndarray:
    low = np.maximum(a[:, None, :2], b[None, :, :2])
    high = np.minimum(a[:, None, 2:], b[None, :, 2:])
    both = np.clip(high - low, 0, None).prod(-1)
    area_a, area_b = (np.clip(x[:, 2:] - x[:, :2], 0, None).prod(-1) for x in (a, b))
    return both / np.maximum(1e-6, area_a[:, None] + area_b[None] - both)


def _inside(rows, marks) -> np.ndarray:
    """Boxes that lie in the picture for the most part, cut to it."""
    rows = np.asarray(rows, np.float32).reshape(-1, 4)
    if not len(rows):
        return rows
    cut = np.clip(rows, 0, (marks.width, marks.height, marks.width, marks.height))
    area = lambda r: np.clip(r[:, 2:] - r[:, :2], 1e-3, None).prod(-1)  # noqa: E731
    return cut[area(cut) > 0.6 * area(rows)]


def padded(img: np.ndarray, multiple=32) -> np.ndarray:
    h, w = img.shape[:2]
    return cv2.copyMakeBorder(img, 0, -h % multiple, 0, -w % multiple, cv2.BORDER_REPLICATE)


