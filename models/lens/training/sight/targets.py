"""
What the network learns to draw: maps at a quarter of the picture's size.

HEAT channels lie between 0 and 1. SIDES are numbers that hold only where a heat channel says that there is something;
their unit is SIDE_UNIT pixels, except for sines, cosines and offsets (cells, from the cell's centre).
"""

from __future__ import annotations

import cv2
import numpy as np

from marks import Marks

STRIDE = 4
SIDE_UNIT = 16.0
FAR = 4.0  # sides further off than this many units aren't trained: no network can measure them
HEAT = (
    "text", "bar_kernel", "bar", "bar_corner", "split", "line", "vertex", "marker", "wedge", "wedge_centre", "wedge_edge",
    "axis", "tick", "grid", "rule", "swatch", "area", "plot",
)
SIDES = (
    "text_left", "text_top", "text_right", "text_bottom", "text_cos", "text_sin",
    "bar_left", "bar_top", "bar_right", "bar_bottom",
    "point_x", "point_y", "marker_radius", "line_cos2", "line_sin2",
)
# Which heat channel, above one half, makes each group of sides count.
GROUPS = {"text": (0, 4), "text_turn": (4, 6), "bar": (6, 10), "point": (10, 12), "radius": (12, 13), "line": (13, 15)}
_POINTS = ("bar_corner", "vertex", "marker", "wedge_centre", "tick")
_H = {name: i for i, name in enumerate(HEAT)}
_SHIFT = 4
_ONE = 1 << _SHIFT


def draw_targets(marks: Marks) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """(heat uint8 0..255 [18, h, w], sides float16 [15, h, w], valid uint8 [6, h, w] one plane for each of GROUPS)."""
    h, w = -(-marks.height // STRIDE), -(-marks.width // STRIDE)
    heat = np.zeros((len(HEAT), h, w), np.uint8)
    sides = np.zeros((len(SIDES), h, w), np.float16)
    valid = np.zeros((len(GROUPS), h, w), np.uint8)
    _texts(marks, heat, sides, valid)
    _bars(marks, heat, sides, valid)
    _lines(marks, heat, sides, valid)
    _wedges(marks, heat)
    _furniture(marks, heat)
    _points(marks, heat, sides, valid)
    return heat, sides, valid


def _texts(marks, heat, sides, valid) -> None:
    rows = marks.rows("texts")
    if not len(rows):
        return
    cx, cy, w, h = rows[:, :4].T
    turn = np.deg2rad(rows[:, 4])
    cos, sin = np.cos(turn), np.sin(turn)
    # The kernel: half as high, and a quarter of the height shorter at either end.
    half_w, half_h = np.maximum(w / 2 - h * 0.25, h * 0.2), np.maximum(h * 0.27, 1.6)
    corners = np.stack([_turned(cx, cy, cos, sin, su * half_w, sv * half_h) for su, sv in ((-1, -1), (1, -1), (1, 1), (-1, 1))], 1)
    ids = np.zeros(heat.shape[1:], np.int32)
    for i, corner in enumerate(corners):
        _fill(ids, corner, i + 1)
    heat[_H["text"]][ids > 0] = 255
    ys, xs = np.nonzero(ids)
    at = ids[ys, xs] - 1
    dx, dy = (xs + 0.5) * STRIDE - cx[at], (ys + 0.5) * STRIDE - cy[at]
    u, v = dx * cos[at] + dy * sin[at], dy * cos[at] - dx * sin[at]
    for k, value in enumerate((w[at] / 2 + u, h[at] / 2 + v, w[at] / 2 - u, h[at] / 2 - v)):
        sides[k, ys, xs] = value / SIDE_UNIT
    sides[4, ys, xs], sides[5, ys, xs] = cos[at], sin[at]
    valid[0, ys, xs] = valid[1, ys, xs] = 1


def _bars(marks, heat, sides, valid) -> None:
    rows = marks.rows("bars")
    if not len(rows):
        return
    boxes = rows[:, :4]
    ids = np.zeros(heat.shape[1:], np.int32)
    for i, (x0, y0, x1, y1) in enumerate(boxes):
        _fill_box(heat[_H["bar"]], x0, y0, x1, y1, 255)
        trim_x, trim_y = np.minimum(np.maximum(0.2 * (np.array([x1 - x0, y1 - y0])), 1), (8, 8))
        _fill_box(ids, x0 + trim_x, y0 + trim_y, x1 - trim_x, y1 - trim_y, i + 1, least=True)
    heat[_H["bar_kernel"]][ids > 0] = 255
    ys, xs = np.nonzero(ids)
    at = boxes[ids[ys, xs] - 1]
    px, py = (xs + 0.5) * STRIDE, (ys + 0.5) * STRIDE
    for k, value in enumerate((px - at[:, 0], py - at[:, 1], at[:, 2] - px, at[:, 3] - py)):
        sides[6 + k, ys, xs] = value / SIDE_UNIT
    valid[2, ys, xs] = 1
    for segment in shared_edges(boxes):
        _stroke(heat[_H["split"]], segment.reshape(2, 2), 1)


def shared_edges(boxes: np.ndarray, near=2.5) -> np.ndarray:
    """(n, 4) segments along which two boxes touch."""
    out = []
    for lo, hi, other_lo, other_hi in ((0, 2, 1, 3), (1, 3, 0, 2)):
        touch = np.abs(boxes[:, None, hi] - boxes[None, :, lo]) < near
        start = np.maximum(boxes[:, None, other_lo], boxes[None, :, other_lo])
        end = np.minimum(boxes[:, None, other_hi], boxes[None, :, other_hi])
        a, b = np.nonzero(touch & (end - start > 1))
        at = (boxes[a, hi] + boxes[b, lo]) / 2
        s, e = start[a, b], end[a, b]
        out.append(np.stack([at, s, at, e] if lo == 0 else [s, at, e, at], 1))
    return np.vstack(out)


def _lines(marks, heat, sides, valid) -> None:
    turn = np.zeros((2, *heat.shape[1:]), np.float32)
    for path, width in marks.lines:
        thick = 1 if width < 5 else 2
        _stroke(heat[_H["line"]], path, thick)
        step = np.diff(path, axis=0)
        long = np.hypot(step[:, 0], step[:, 1])
        keep = long > 0.3
        if len(path) > 120:
            keep &= np.arange(len(long)) % 2 == 0
        double = 2 * np.arctan2(step[:, 1], step[:, 0])
        for a, b, angle in zip(path[:-1][keep], path[1:][keep], double[keep]):
            ends = _fixed(np.stack([a, b]))
            cv2.line(turn[0], ends[0, 0], ends[1, 0], float(np.cos(angle)), thick, cv2.LINE_8, _SHIFT)
            cv2.line(turn[1], ends[0, 0], ends[1, 0], float(np.sin(angle)), thick, cv2.LINE_8, _SHIFT)
    known = (np.abs(turn).sum(0) > 0) & (heat[_H["line"]] > 127)
    sides[13:15] = turn
    valid[5] = known
    for outline, _ in marks.areas:
        cv2.fillPoly(heat[_H["area"]], [_fixed(outline)], 255, cv2.LINE_8, _SHIFT)


def _wedges(marks, heat) -> None:
    for cx, cy, inner, outer, start, end in marks.rows("wedges"):
        turn = np.linspace(start, end, max(3, int((end - start) * outer / 6)))
        arc = np.stack([np.sin(turn), -np.cos(turn)], 1)
        inside = arc[::-1] * inner if inner > 0 else np.zeros((1, 2))
        outline = np.vstack([arc * outer, inside]) + (cx, cy)
        cv2.fillPoly(heat[_H["wedge"]], [_fixed(outline)], 255, cv2.LINE_8, _SHIFT)
        for angle in (start, end):
            ray = np.array([[np.sin(angle), -np.cos(angle)]])
            _stroke(heat[_H["wedge_edge"]], np.vstack([ray * inner, ray * outer]) + (cx, cy), 1)


def _furniture(marks, heat) -> None:
    for name, channel in (("axes", "axis"), ("grids", "grid"), ("rules", "rule")):
        for segment in marks.rows(name):
            _stroke(heat[_H[channel]], segment.reshape(2, 2), 1)
    swatches = marks.rows("swatches")
    trim = 1.5 if len(swatches) > 1 and len(shared_edges(swatches, 4.5)) else 0  # so that close ones stay apart
    for x0, y0, x1, y1 in swatches:
        _fill_box(heat[_H["swatch"]], x0 + trim, y0 + trim, x1 - trim, y1 - trim, 255, least=True)
    for box in marks.rows("plots"):
        _fill_box(heat[_H["plot"]], *box, 255)


def _points(marks, heat, sides, valid) -> None:
    boxes = marks.rows("bars")[:, :4]
    corners = boxes[:, [0, 1, 2, 1, 2, 3, 0, 3]].reshape(-1, 2)
    vertices = np.vstack([p for p, _ in marks.points]) if marks.points else np.zeros((0, 2))
    markers = marks.rows("markers")
    centres = np.unique(marks.rows("wedges")[:, :2], axis=0)
    groups = {"bar_corner": corners, "vertex": vertices, "marker": markers[:, :2], "wedge_centre": centres, "tick": marks.rows("ticks")}
    for name, points in groups.items():
        _stamp(heat[_H[name]], points, sides, valid[3])
    if len(markers):
        h, w = heat.shape[1:]
        for x, y, r, _ in markers[np.argsort(-markers[:, 2])]:
            i, j = int(y / STRIDE), int(x / STRIDE)
            if 0 <= i < h and 0 <= j < w:
                spot = (slice(max(0, i - 1), i + 2), slice(max(0, j - 1), j + 2))
                sides[12][spot] = r / SIDE_UNIT
                valid[4][spot] = 1


def _stamp(plane, points, sides, valid) -> None:
    """A peak around each point (1 at its cell, less on its neighbours), and the way from those cells to the point."""
    h, w = plane.shape
    points = np.asarray(points, np.float32) / STRIDE
    inside = (points[:, 0] >= 0) & (points[:, 0] < w) & (points[:, 1] >= 0) & (points[:, 1] < h) if len(points) else []
    points = points[inside] if len(points) else points
    if not len(points):
        return
    cell = np.floor(points).astype(np.int32)
    for dy, dx in ((-1, -1), (-1, 1), (1, -1), (1, 1), (-1, 0), (1, 0), (0, -1), (0, 1), (0, 0)):
        xs, ys = cell[:, 0] + dx, cell[:, 1] + dy
        ok = (xs >= 0) & (xs < w) & (ys >= 0) & (ys < h)
        xs, ys, at = xs[ok], ys[ok], points[ok]
        off_x, off_y = at[:, 0] - xs - 0.5, at[:, 1] - ys - 0.5
        peak = 255 * np.exp(-(off_x**2 + off_y**2) / (2 * 0.75**2)) if dx or dy else np.full(len(xs), 255.0)
        stronger = peak >= plane[ys, xs]
        np.maximum.at(plane, (ys, xs), peak.astype(np.uint8))
        near = stronger & (peak > 60)
        sides[10, ys[near], xs[near]], sides[11, ys[near], xs[near]] = off_x[near], off_y[near]
        valid[ys[near], xs[near]] = 1


def _turned(cx, cy, cos, sin, u, v):
    return np.stack([cx + u * cos - v * sin, cy + u * sin + v * cos], 1)


def _fill(plane, corners, value) -> None:
    cv2.fillPoly(plane, [_fixed(corners)], int(value), cv2.LINE_8, _SHIFT)


def _fill_box(plane, x0, y0, x1, y1, value, least=False) -> None:
    """Cells whose centres lie inside; with `least`, at least one."""
    left, top, right, bottom = (int(np.floor(v / STRIDE + 0.5)) for v in (x0, y0, x1, y1))
    if least or x1 - x0 > 1:
        right = max(right, left + 1) if right > left else _one(x0, x1)[1]
        left = left if right - left >= 1 and left * STRIDE <= x1 else _one(x0, x1)[0]
        if bottom <= top:
            top, bottom = _one(y0, y1)
    plane[max(0, top) : max(0, bottom), max(0, left) : max(0, right)] = value


def _one(a, b):
    at = int((a + b) / 2 // STRIDE)
    return at, at + 1


def _stroke(plane, path, thick) -> None:
    cv2.polylines(plane, [_fixed(path)], False, 255, thick, cv2.LINE_8 if thick == 1 else cv2.LINE_AA, _SHIFT)


def _fixed(points):
    return np.round((np.asarray(points, np.float64) / STRIDE - 0.5) * _ONE).clip(-32000 * _ONE, 32000 * _ONE).astype(np.int32).reshape(-1, 1, 2)
