"""The ground truth of one picture: every drawn thing, in pixels, origin at the top left, a pixel spanning [i, i + 1]."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

import numpy as np

KINDS = (
    "column", "bar", "line", "area", "pie", "donut", "scatter",
    "bubble", "radar", "histogram", "waterfall", "dumbbell", "combo", "other",
)
TRAITS = ("stacked", "log", "dates", "dual", "multiples", "smooth", "labels", "negative")
TEXT_ROLES = ("tick", "label", "legend", "title", "axis", "note")

# How many numbers an entry has, and which of them are x, y and lengths (for moving and scaling).
_LAYOUT = {
    "texts": ("x", "y", "l", "l", "-", "-"),  # centre, width, height (in its own frame), degrees clockwise, role
    "bars": ("x", "y", "x", "y", "-"),  # box, series
    "markers": ("x", "y", "l", "-"),  # centre, radius, series
    "wedges": ("x", "y", "l", "l", "-", "-"),  # centre, inner and outer radius, from and to (radians from noon, clockwise)
    "axes": ("x", "y", "x", "y"),
    "grids": ("x", "y", "x", "y"),
    "rules": ("x", "y", "x", "y"),  # reference lines, leader lines, error bars, connectors
    "ticks": ("x", "y"),
    "swatches": ("x", "y", "x", "y"),
    "plots": ("x", "y", "x", "y"),
}
# Entries that are paths of any length: (n, 2) arrays with a few numbers beside them.
_PATHS = ("lines", "points", "areas")


@dataclass
class Marks:
    width: int
    height: int
    kind: str = "other"
    traits: set[str] = field(default_factory=set)
    texts: list = field(default_factory=list)
    words: list = field(default_factory=list)  # what the texts say, in the same order
    bars: list = field(default_factory=list)
    markers: list = field(default_factory=list)
    wedges: list = field(default_factory=list)
    axes: list = field(default_factory=list)
    grids: list = field(default_factory=list)
    rules: list = field(default_factory=list)
    ticks: list = field(default_factory=list)
    swatches: list = field(default_factory=list)
    plots: list = field(default_factory=list)
    lines: list = field(default_factory=list)  # (path, width)
    points: list = field(default_factory=list)  # (data points of one series, 0)
    areas: list = field(default_factory=list)  # (outline, series)

    def rows(self, name: str) -> np.ndarray:
        """The entries of one kind as an (n, k) array."""
        return np.asarray(getattr(self, name), np.float32).reshape(-1, len(_LAYOUT[name]))

    def placed(self, sx: float, sy: float, dx: float, dy: float, width: int, height: int) -> Marks:
        """The same marks after x -> sx * x + dx, y -> sy * y + dy, on a picture of another size."""
        out = Marks(width, height, self.kind, set(self.traits), words=self.words)
        length = (sx * sy) ** 0.5
        for name, layout in _LAYOUT.items():
            scale = np.array([{"x": sx, "y": sy, "l": length, "-": 1}[c] for c in layout], np.float32)
            shift = np.array([{"x": dx, "y": dy}.get(c, 0) for c in layout], np.float32)
            setattr(out, name, self.rows(name) * scale + shift)
        for name in _PATHS:
            moved = [(np.asarray(p, np.float32) * (sx, sy) + (dx, dy), extra) for p, extra in getattr(self, name)]
            setattr(out, name, moved)
        out.lines = [(p, w * length) for p, w in out.lines]
        return out

    def merge(self, other: Marks) -> None:
        for name in (*_LAYOUT, *_PATHS, "words"):
            getattr(self, name).extend(getattr(other, name))
        self.traits |= other.traits

    def to_json(self) -> str:
        def tidy(value):
            return [round(float(v), 2) for v in np.asarray(value, np.float64).ravel()]

        out = {"width": self.width, "height": self.height, "kind": self.kind, "traits": sorted(self.traits)}
        out["words"] = list(self.words)
        out |= {name: [tidy(row) for row in getattr(self, name)] for name in _LAYOUT}
        out |= {name: [[tidy(p), round(float(e), 2)] for p, e in getattr(self, name)] for name in _PATHS}
        return json.dumps(out, separators=(",", ":"), ensure_ascii=False)


def from_json(text: str | dict) -> Marks:
    raw = json.loads(text) if isinstance(text, str) else text
    out = Marks(raw["width"], raw["height"], raw["kind"], set(raw["traits"]), words=raw.get("words", []))
    for name in _LAYOUT:
        rows = np.asarray(raw.get(name, []), np.float32).reshape(-1, len(_LAYOUT[name]))
        sound = (np.abs(rows) < 1e5).all(1)  # libraries now and then place something at no number
        setattr(out, name, rows[sound])
        if name == "texts":
            out.words = [w for w, ok in zip(out.words, sound) if ok]
    for name in _PATHS:
        paths = [(np.asarray(p, np.float32).reshape(-1, 2), e) for p, e in raw.get(name, [])]
        setattr(out, name, [(p, e) for p, e in paths if len(p) and (np.abs(p) < 1e5).all()])
    return out
