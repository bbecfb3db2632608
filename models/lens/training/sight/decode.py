"""From maps back to marks: the plain way, for scoring. What ships does the same and more, with the picture's own edges."""

from __future__ import annotations

import cv2
import numpy as np

from targets import HEAT, SIDE_UNIT, SIDES, STRIDE

_H = {name: i for i, name in enumerate(HEAT)}
_S = {name: i for i, name in enumerate(SIDES)}


def texts(heat, sides, level=0.5) -> np.ndarray:
    """(n, 5): centre, width, height, degrees."""
    out = []
    for ys, xs in _components(heat[_H["text"]] > level, 2):
        cos, sin = (sides[_S[n], ys, xs].mean() for n in ("text_cos", "text_sin"))
        length = max(1e-3, np.hypot(cos, sin))
        cos, sin = cos / length, sin / length
        px, py = (xs + 0.5) * STRIDE, (ys + 0.5) * STRIDE
        u, v = px * cos + py * sin, py * cos - px * sin
        left, top, right, bottom = (sides[_S["text_" + n], ys, xs] * SIDE_UNIT for n in ("left", "top", "right", "bottom"))
        near_left, near_right = u <= u.min() + 2 * STRIDE, u >= u.max() - 2 * STRIDE
        u0, u1 = np.median((u - left)[near_left]), np.median((u + right)[near_right])
        v0, v1 = np.median(v - top), np.median(v + bottom)
        mid_u, mid_v = (u0 + u1) / 2, (v0 + v1) / 2
        out.append((mid_u * cos - mid_v * sin, mid_u * sin + mid_v * cos, u1 - u0, v1 - v0, np.degrees(np.arctan2(sin, cos))))
    return np.array(out, np.float32).reshape(-1, 5)


def bars(heat, sides, level=0.5) -> np.ndarray:
    """(n, 4) boxes."""
    out = []
    for ys, xs in _components((heat[_H["bar_kernel"]] > level) & (heat[_H["split"]] < 0.5), 1):
        left, top, right, bottom = (sides[_S["bar_" + n], ys, xs] * SIDE_UNIT for n in ("left", "top", "right", "bottom"))
        px, py = (xs + 0.5) * STRIDE, (ys + 0.5) * STRIDE
        edges = []
        for at, off, sign in ((px, left, -1), (py, top, -1), (px, right, 1), (py, bottom, 1)):
            ends = at * sign >= (at * sign).max() - 2 * STRIDE
            edges.append(np.median((at + sign * off)[ends]))
        out.append(edges)
    return np.array(out, np.float32).reshape(-1, 4)


def points(heat, sides, name, level=0.4) -> np.ndarray:
    """(n, 3): x, y, strength, at the peaks of one channel."""
    plane = np.ascontiguousarray(heat[_H[name]], np.float32)
    peak = (plane >= cv2.dilate(plane, np.ones((3, 3), np.uint8))) & (plane > level)
    ys, xs = np.nonzero(peak)
    dx, dy = (np.clip(sides[_S[n], ys, xs], -1, 1) for n in ("point_x", "point_y"))
    return np.stack([(xs + 0.5 + dx) * STRIDE, (ys + 0.5 + dy) * STRIDE, plane[ys, xs]], 1).astype(np.float32)


def boxes(heat, name, level=0.5) -> np.ndarray:
    """(n, 4): the boxes of one mask's connected parts."""
    out = [(xs.min() * STRIDE, ys.min() * STRIDE, (xs.max() + 1) * STRIDE, (ys.max() + 1) * STRIDE) for ys, xs in _components(heat[_H[name]] > level, 1)]
    return np.array(out, np.float32).reshape(-1, 4)


def _components(mask, least):
    count, ids, stats, _ = cv2.connectedComponentsWithStats(mask.astype(np.uint8), connectivity=4)
    for i in range(1, count):
        x, y, w, h, area = stats[i]
        if area >= least:
            ys, xs = np.nonzero(ids[y : y + h, x : x + w] == i)
            yield ys + y, xs + x
