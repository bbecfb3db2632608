"""A small antialiasing painter over a numpy picture. Coordinates are floats; a pixel spans [i, i + 1]."""

from __future__ import annotations

import cv2
import numpy as np

from typeface import Font

_SHIFT = 4
_ONE = 1 << _SHIFT


class Canvas:
    def __init__(self, width: int, height: int, color=(255, 255, 255)):
        self.width, self.height = width, height
        self.img = np.empty((height, width, 3), np.uint8)
        cv2.rectangle(self.img, (0, 0), (width, height), _ints(color), -1)

    def rect(self, box, color, alpha=1.0) -> None:
        """Fills with exact coverage at fractional edges."""
        x0, x1 = sorted((box[0], box[2]))
        y0, y1 = sorted((box[1], box[3]))
        left, top = max(0, int(x0)), max(0, int(y0))
        right, bottom = min(self.width, int(np.ceil(x1))), min(self.height, int(np.ceil(y1)))
        if right <= left or bottom <= top:
            return
        if alpha >= 1 and x0 == left and y0 == top and x1 == right and y1 == bottom:
            cv2.rectangle(self.img, (left, top), (right - 1, bottom - 1), _ints(color), -1)
            return
        xs, ys = np.arange(left, right, dtype=np.float32), np.arange(top, bottom, dtype=np.float32)
        cover = _cover(ys, y0, y1)[:, None] * _cover(xs, x0, x1)
        self._blend(cover * alpha, color, left, top)

    def polygon(self, points, color, alpha=1.0, paint=None) -> None:
        """`paint(width, height, left, top)` may give an (h, w, 3) picture to fill with instead of one colour."""
        points = np.asarray(points, np.float32)
        mask, left, top = self._mask(points)
        if mask is None:
            return
        fill = color if paint is None else paint(mask.shape[1], mask.shape[0], left, top)
        self._blend(mask * np.float32(alpha / 255), fill, left, top)

    def line(self, points, color, width=1.0, dash=None, alpha=1.0) -> None:
        points = np.asarray(points, np.float32).reshape(-1, 2)
        parts = dashes(points, dash) if dash else [points]
        whole = max(1, round(width))
        if alpha >= 1:
            cv2.polylines(self.img, [_fixed(p) for p in parts], False, color, whole, cv2.LINE_AA, _SHIFT)
            return
        box = self._clip(points, width + 2)
        if box is None:
            return
        left, top, right, bottom = box
        mask = np.zeros((bottom - top, right - left), np.uint8)
        cv2.polylines(mask, [_fixed(p - (left, top)) for p in parts], False, 255, whole, cv2.LINE_AA, _SHIFT)
        self._blend(mask * np.float32(alpha / 255), color, left, top)

    def crisp(self, x0, y0, x1, y1, color, width=1, dash=None) -> None:
        """A level or upright line on whole pixels, as browsers and office programs draw axes."""
        half = width / 2
        level = y0 == y1
        if level:
            top, left = round(y0 - half), round(min(x0, x1))
            bottom, right = top + width, round(max(x0, x1))
        else:
            top, left = round(min(y0, y1)), round(x0 - half)
            bottom, right = round(max(y0, y1)), left + width
        spot = self.img[max(0, top) : max(0, bottom), max(0, left) : max(0, right)]
        if dash:
            on = np.arange(spot.shape[1 if level else 0]) % (dash[0] + dash[1]) < dash[0]
            if level:
                spot[:, on] = color
            else:
                spot[on] = color
        else:
            if spot.size:
                cv2.rectangle(self.img, (max(0, left), max(0, top)), (right - 1, bottom - 1), _ints(color), -1)

    def circle(self, cx, cy, r, color, alpha=1.0) -> None:
        if alpha >= 1:
            centre = (round((cx - 0.5) * _ONE), round((cy - 0.5) * _ONE))
            cv2.circle(self.img, centre, round(max(r, 0.5) * _ONE), color, -1, cv2.LINE_AA, _SHIFT)
        else:
            self.polygon(ring(cx, cy, r), color, alpha)

    def text(self, x, y, words: str, font: Font, color, anchor="lb", angle=0, alpha=1.0):
        """
        Anchor: l, c or r, then t, m or b of the line's box, which turns around it by `angle` degrees clockwise.
        Gives the line's box: (cx, cy, width, height, angle), height from the ascenders to the descenders.
        """
        mask, width, rise = font.mask(words)
        height = font.size * 0.95
        ox = {"l": 0, "c": width / 2, "r": width}[anchor[0]]
        oy = {"t": 0, "m": height / 2, "b": height}[anchor[1]]
        turn = np.deg2rad(angle)
        cos, sin = float(np.cos(turn)), float(np.sin(turn))
        u, v = width / 2 - ox, height / 2 - oy
        cx, cy = x + u * cos - v * sin, y + u * sin + v * cos
        if mask.size:
            self._stamp(mask, cx, cy, (width, font.size * 0.73 - height / 2, rise), angle, color, alpha)
        return (cx, cy, width, height, angle)

    def _stamp(self, mask, cx, cy, measures, angle, color, alpha) -> None:
        width, base, rise = measures
        # where the mask's top left corner lies, seen from the box's centre, unturned
        u, v = -width / 2, base - rise
        h, w = mask.shape
        if angle == 0:
            left, top = round(cx + u), round(cy + v)
        elif angle == -90:
            mask = np.rot90(mask)
            left, top = round(cx + v), round(cy - u - w)
        elif angle == 90:
            mask = np.rot90(mask, -1)
            left, top = round(cx - v - h), round(cy + u)
        else:
            turn = np.deg2rad(angle)
            cos, sin = np.cos(turn), np.sin(turn)
            corners = np.array([[u, v], [u + w, v], [u, v + h], [u + w, v + h]]) @ np.array([[cos, sin], [-sin, cos]])
            left, top = np.floor(corners.min(0) + (cx, cy)).astype(int)
            right, bottom = np.ceil(corners.max(0) + (cx, cy)).astype(int)
            place = np.array([cx + u * cos - v * sin - left, cy + u * sin + v * cos - top])
            matrix = np.array([[cos, -sin, place[0]], [sin, cos, place[1]]])
            mask = cv2.warpAffine(mask, matrix, (int(right - left), int(bottom - top)), flags=cv2.INTER_LINEAR)
        self._blend(mask * np.float32(alpha / 255), color, int(left), int(top))

    def _mask(self, points):
        box = self._clip(points, 1)
        if box is None:
            return None, 0, 0
        left, top, right, bottom = box
        w, h = right - left, bottom - top
        fine = 4 if w * h < 6000 else 2
        mask = np.zeros((h * fine, w * fine), np.uint8)
        cv2.fillPoly(mask, [np.round((points - (left, top)) * fine * _ONE - _ONE / 2).astype(np.int32)], 255, cv2.LINE_8, _SHIFT)
        return cv2.resize(mask, (w, h), interpolation=cv2.INTER_AREA), left, top

    def _clip(self, points, pad):
        x0, y0 = points.min(0) - pad
        x1, y1 = points.max(0) + pad
        left, top = max(0, int(x0)), max(0, int(y0))
        right, bottom = min(self.width, int(np.ceil(x1))), min(self.height, int(np.ceil(y1)))
        return (left, top, right, bottom) if right > left and bottom > top else None

    def _blend(self, alpha, color, left, top) -> None:
        h, w = alpha.shape
        x0, y0, x1, y1 = max(0, left), max(0, top), min(self.width, left + w), min(self.height, top + h)
        if x1 <= x0 or y1 <= y0:
            return
        part = alpha[y0 - top : y1 - top, x0 - left : x1 - left, None]
        fill = np.asarray(color, np.float32)
        if fill.ndim == 3:
            fill = fill[y0 - top : y1 - top, x0 - left : x1 - left]
        spot = self.img[y0:y1, x0:x1]
        spot[:] = (spot + (fill - spot) * part + 0.5).astype(np.uint8)


def dashes(points, pattern) -> list:
    """Cuts a path into its dashes; `pattern` is (on, off) in pixels."""
    on, off = pattern
    steps = np.hypot(*np.diff(points, axis=0).T)
    along = np.concatenate([[0], np.cumsum(steps)])
    starts = np.arange(0, along[-1], on + off)[:400]
    out = []
    for start in starts:
        end = min(start + on, along[-1])
        inside = points[(along > start) & (along < end)]
        ends = [[np.interp(s, along, points[:, 0]), np.interp(s, along, points[:, 1])] for s in (start, end)]
        out.append(np.vstack([ends[:1], inside, ends[1:]]).astype(np.float32))
    return out


def ring(cx, cy, r, count=0) -> np.ndarray:
    turn = np.linspace(0, 2 * np.pi, count or int(np.clip(r * 3, 12, 90)), endpoint=False)
    return np.stack([cx + r * np.cos(turn), cy + r * np.sin(turn)], 1).astype(np.float32)


def sector(cx, cy, inner, outer, start, end) -> np.ndarray:
    """The outline of a wedge; angles in radians, clockwise from noon."""
    turn = np.linspace(start, end, max(3, int(abs(end - start) * outer / 3)))
    arc = np.stack([np.sin(turn), -np.cos(turn)], 1)
    back = arc[::-1] * inner if inner > 0 else np.zeros((1, 2))
    return (np.vstack([arc * outer, back]) + (cx, cy)).astype(np.float32)


def rounded(box, radii) -> np.ndarray:
    """A box with corner radii (top left, top right, bottom right, bottom left)."""
    x0, y0, x1, y1 = box
    limit = min(abs(x1 - x0), abs(y1 - y0)) / 2
    out = []
    for (x, y, sx, sy, turn), r in zip(((x0, y0, 1, 1, 180), (x1, y0, -1, 1, 270), (x1, y1, -1, -1, 0), (x0, y1, 1, -1, 90)), radii):
        r = min(r, limit)
        if r < 0.5:
            out.append([[x, y]])
            continue
        a = np.deg2rad(np.linspace(turn, turn + 90, max(3, int(r))))
        out.append(np.stack([x + sx * r + r * np.cos(a), y + sy * r + r * np.sin(a)], 1))
    return np.vstack(out).astype(np.float32)


def _ints(color):
    return tuple(int(c) for c in color)


def _cover(at, low, high):
    return np.clip(np.minimum(at + 1, high) - np.maximum(at, low), 0, 1)


def _fixed(points):
    return np.round((points - 0.5) * _ONE).astype(np.int32).reshape(-1, 1, 2)
