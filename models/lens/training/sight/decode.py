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
    for ys, xs in _linked(heat[_H["text"]] > level, _same_line(sides, 0), _same_line(sides, 1)):
        if len(ys) < 2:
            continue
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


def _same_line(sides, down) -> np.ndarray:
    """Whether cells and their right (or lower) neighbours lie within each other's line, from its top to its bottom."""
    cos, sin = (sides[_S["text_" + n]] for n in ("cos", "sin"))
    step = STRIDE * (cos if down else -sin)  # how much lower the neighbour lies, as the line sees it
    top, bottom = (sides[_S["text_" + n]] * SIDE_UNIT for n in ("top", "bottom"))
    here, there = ((slice(None, -1), slice(1, None)) if down else ((slice(None), slice(None, -1)), (slice(None), slice(1, None))))
    return (step[here] < bottom[here]) & (-step[here] < top[here]) & (-step[there] < bottom[there]) & (step[there] < top[there])


def bars(heat, sides, level=0.5) -> np.ndarray:
    """(n, 4) boxes. Cells side by side belong together unless one of them sees its bar end before the other's centre."""
    mask = heat[_H["bar_kernel"]] > level
    left, top, right, bottom = (sides[_S["bar_" + n]] * SIDE_UNIT > STRIDE for n in ("left", "top", "right", "bottom"))
    out = []
    for ys, xs in _linked(mask, (right[:, :-1] & left[:, 1:]), (bottom[:-1] & top[1:])):
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


def _linked(mask, across, down):
    """Connected parts of a mask, where `across` [h, w - 1] and `down` [h - 1, w] say which neighbours are connected."""
    h, w = mask.shape
    fine = np.zeros((2 * h - 1, 2 * w - 1), np.uint8)
    fine[::2, ::2] = mask
    fine[::2, 1::2] = across & mask[:, :-1] & mask[:, 1:]
    fine[1::2, ::2] = down & mask[:-1] & mask[1:]
    _, ids = cv2.connectedComponents(fine, connectivity=4)
    ys, xs = np.nonzero(mask)
    owner = ids[2 * ys, 2 * xs]
    order = np.argsort(owner, kind="stable")
    cuts = np.flatnonzero(np.diff(owner[order])) + 1
    for part in np.split(order, cuts) if len(order) else []:
        yield ys[part], xs[part]


def _components(mask, least):
    count, ids, stats, _ = cv2.connectedComponentsWithStats(mask.astype(np.uint8), connectivity=4)
    for i in range(1, count):
        x, y, w, h, area = stats[i]
        if area >= least:
            ys, xs = np.nonzero(ids[y : y + h, x : x + w] == i)
            yield ys + y, xs + x
