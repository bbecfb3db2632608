"""
Scores a network that was exported: `evaluate.py sight.onnx [--held 100] [--pool DIR] [--charts DIR --marks DIR]`.

Held-out makers of our own renders, held-out libraries of the pool, and real charts. For real charts, --charts is a folder
<origin>/<id>.png with <id>.json (`chart_type`), and --marks holds the marks of those that have an SVG (render/read-svg.mjs).
Real charts are enlarged first (--enlarge, default 1 1.5 2), since small text needs it. They are only ever scored.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import defaultdict
from pathlib import Path

import cv2
import numpy as np
import onnxruntime

from compose import draw
from marks import KINDS, from_json
from pool import Pool
from scores import Score, padded
from train import VALIDATION_SEED

_FAMILY = {
    "bar": ("column", "bar"), "grouped_bar": ("column", "bar"), "stacked_bar": ("column", "bar"), "histogram": ("histogram",), "area": ("area",), "stacked_area": ("area",),
    "line": ("line",), "pie": ("pie", "donut"), "donut": ("pie", "donut"), "polar_area": ("pie", "donut"), "scatter": ("scatter",), "bubble": ("bubble",), "combo": ("combo",),
    "radar": ("radar",), "dot": ("dumbbell", "scatter"),
}
# What an SVG tells of; its other channels aren't scored.
_TOLD = ("text", "bar_edges", "bar_iou", "swatch", "tick", "marker", "axis", "grid", "line", "bar")


class Model:
    def __init__(self, path: str):
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self.session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
        self.seconds: list[float] = []

    def see(self, img: np.ndarray):
        picture = padded(img).transpose(2, 0, 1)[None].astype(np.float32)
        started = time.perf_counter()
        heat, sides, kind, _ = self.session.run(None, {"picture": picture})
        self.seconds.append(time.perf_counter() - started)
        return heat[0], sides[0], int(kind.argmax())


def scored(model: Model, pictures, only=None) -> dict:
    score = Score()
    for img, marks in pictures:
        score.add(*model.see(img), marks, only)
    return {"mean": round(score.mean(), 4), **score.table(), "confused": dict(sorted(score.confused.items(), key=lambda p: -p[1])[:8])}


def real_marks(charts: Path, marks: Path, enlarge: float):
    for path in sorted(marks.glob("*.json")):
        found = next(charts.rglob(path.stem + ".png"), None)
        if found is None:
            continue
        img = cv2.cvtColor(cv2.imread(str(found)), cv2.COLOR_BGR2RGB)
        truth = from_json(path.read_text())
        big = cv2.resize(img, None, fx=enlarge, fy=enlarge, interpolation=cv2.INTER_CUBIC)
        truth = truth.placed(big.shape[1] / truth.width, big.shape[0] / truth.height, 0, 0, big.shape[1], big.shape[0])
        truth.kind = "unknown"
        yield big, truth


def real_kinds(model: Model, charts: Path, enlarge: float) -> dict:
    right, count = defaultdict(int), defaultdict(int)
    for path in sorted(charts.rglob("*.json")):
        picture = path.with_suffix(".png")
        if not picture.exists():
            continue
        img = cv2.cvtColor(cv2.imread(str(picture)), cv2.COLOR_BGR2RGB)
        img = cv2.resize(img, None, fx=enlarge, fy=enlarge, interpolation=cv2.INTER_CUBIC)
        kind = KINDS[model.see(img)[2]]
        origin = path.parent.name
        count[origin] += 1
        right[origin] += kind in _FAMILY.get(json.loads(path.read_text())["chart_type"], ())
    return {"all": round(sum(right.values()) / max(1, sum(count.values())), 3), **{o: f"{right[o]}/{n}" for o, n in count.items()}}


def main() -> None:
    p = argparse.ArgumentParser()
    p.add_argument("model")
    p.add_argument("--held", type=int, default=100)
    p.add_argument("--pool", default=str(Path(__file__).parent / "pool"))
    p.add_argument("--charts")
    p.add_argument("--marks")
    p.add_argument("--enlarge", type=float, nargs="+", default=[1, 1.5, 2])
    a = p.parse_args()
    model = Model(a.model)
    out = {"held_out": scored(model, (draw(VALIDATION_SEED + 5_000 + i, held_out=True) for i in range(a.held)))}
    library = Pool(a.pool, held_out=True)
    if len(library):
        out["library"] = scored(model, (library.load(i) for i in range(min(a.held, len(library)))))
    for enlarge in a.enlarge if a.charts else []:
        if a.marks:
            out[f"real x{enlarge:g}"] = scored(model, real_marks(Path(a.charts), Path(a.marks), enlarge), _TOLD)
        out[f"real kinds x{enlarge:g}"] = real_kinds(model, Path(a.charts), enlarge)
    out["milliseconds"] = round(float(np.median(model.seconds)) * 1000, 1)
    print(json.dumps(out, indent=1))


if __name__ == "__main__":
    main()
