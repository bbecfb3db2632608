"""Looks at renders and what is to be learnt of them: `show.py OUT.png [FIRST_SEED] [COUNT] [held]`."""

from __future__ import annotations

import sys

import cv2
import numpy as np

from compose import draw
from targets import HEAT, STRIDE, draw_targets

_TINTS = {
    "text": (255, 0, 0), "bar_kernel": (0, 160, 0), "bar_corner": (255, 0, 255), "split": (255, 255, 0), "line": (0, 0, 255), "vertex": (255, 128, 0),
    "marker": (0, 255, 255), "wedge_edge": (255, 0, 255), "wedge_centre": (255, 255, 0), "axis": (0, 0, 0), "tick": (255, 0, 0),
    "grid": (150, 150, 150), "rule": (120, 60, 0), "swatch": (128, 0, 255), "area": (0, 120, 120),
}


def overlay(img: np.ndarray, heat: np.ndarray, names=tuple(_TINTS)) -> np.ndarray:
    """The picture, faded, with the named maps over it."""
    h, w = img.shape[:2]
    out = img.astype(np.float32) * 0.45 + 255 * 0.55
    for name in names:
        plane = np.kron(heat[HEAT.index(name)], np.ones((STRIDE, STRIDE), np.uint8))[:h, :w].astype(np.float32)
        share = plane[..., None] / 255 * (0.25 if name == "area" else 0.6)
        out = out * (1 - share) + np.float32(_TINTS[name]) * share
    return out.astype(np.uint8)


def sheet(pictures, columns=4, size=(640, 460)) -> np.ndarray:
    tiles = []
    for img in pictures:
        scale = min(size[0] / img.shape[1], size[1] / img.shape[0])
        small = cv2.resize(img, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
        tile = np.full((size[1], size[0], 3), 128, np.uint8)
        tile[: small.shape[0], : small.shape[1]] = small
        tiles.append(tile)
    while len(tiles) % columns:
        tiles.append(np.zeros_like(tiles[0]))
    return np.vstack([np.hstack(tiles[i : i + columns]) for i in range(0, len(tiles), columns)])


if __name__ == "__main__":
    first, count = (int(a) for a in (*sys.argv[2:4], *("0", "12")[len(sys.argv[2:4]):]))
    shown = []
    for seed in range(first, first + count):
        picture, marks = draw(seed, held_out="held" in sys.argv)
        shown += [picture, overlay(picture, draw_targets(marks)[0])]
    cv2.imwrite(sys.argv[1], cv2.cvtColor(sheet(shown), cv2.COLOR_RGB2BGR))
