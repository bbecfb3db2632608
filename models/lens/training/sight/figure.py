"""A picture in the making: whatever is drawn through it is also written down as ground truth."""

from __future__ import annotations

import random

import numpy as np

from canvas import Canvas, ring, rounded, sector
from marks import TEXT_ROLES, Marks
from style import Style, light, shade


class Figure:
    def __init__(self, width: int, height: int, style: Style, rng: random.Random):
        self.rng, self.style = rng, style
        self.canvas = Canvas(width, height, style.bg)
        self.marks = Marks(width, height)
        self.taken: list = []  # boxes of texts that others should keep off
        self.gradient = rng.random() < 0.12
        self.hatched = rng.random() < 0.05
        self.shadow = rng.random() < 0.05

    def text(self, x, y, words, role, *, scale=1.0, bold=False, color=None, anchor="lb", angle=0):
        font = self.style.font(scale, bold)
        box = self.canvas.text(x, y, words, font, color or self.style.fg, anchor, angle)
        if words.strip():
            self.marks.texts.append((*box, TEXT_ROLES.index(role)))
            self.marks.words.append(words)
        self.taken.append(level(box))
        return box

    def free(self, x, y, width, height) -> bool:
        """Whether a box around (x, y) lies clear of all texts so far and inside the picture."""
        x0, y0, x1, y1 = x - width / 2, y - height / 2, x + width / 2, y + height / 2
        if x0 < 1 or y0 < 1 or x1 > self.canvas.width - 1 or y1 > self.canvas.height - 1:
            return False
        return not any(x0 < b[2] and b[0] < x1 and y0 < b[3] and b[1] < y1 for b in self.taken)

    def bar(self, box, color, series, grow=(0, -1), radius=0.0) -> None:
        """`grow`: the way that the bar points, for rounding and gradients."""
        style, canvas = self.style, self.canvas
        x0, x1 = sorted((float(box[0]), float(box[2])))
        y0, y1 = sorted((float(box[1]), float(box[3])))
        if not (self.rng.random() < 0.15):
            x0, y0, x1, y1 = round(x0), round(y0), round(x1), round(y1)
        if x1 - x0 < 0.4 or y1 - y0 < 0.4:
            return
        if self.shadow:
            canvas.rect((x0 + 3, y0 + 3, x1 + 3, y1 + 3), (90, 90, 90), 0.35)
        radii = {(0, -1): (1, 1, 0, 0), (0, 1): (0, 0, 1, 1), (1, 0): (0, 1, 1, 0), (-1, 0): (1, 0, 0, 1)}[grow]
        if self.gradient or self.hatched or radius:
            paint = self._paint(color, grow) if self.gradient or self.hatched else None
            canvas.polygon(rounded((x0, y0, x1, y1), [r * radius for r in radii]), color, style.alpha, paint)
        else:
            canvas.rect((x0, y0, x1, y1), color, style.alpha)
        if style.stroke and min(x1 - x0, y1 - y0) > 3:
            edge = shade(color, -0.25) if style.stroke_color[0] < 0 else style.stroke_color
            outline = rounded((x0, y0, x1, y1), [r * radius for r in radii])
            canvas.line(np.vstack([outline, outline[:1]]), edge, style.stroke)
        self.marks.bars.append((x0, y0, x1, y1, series))

    def line(self, path, points, color, series, width=None, dash=None) -> None:
        width = width or self.style.line_width
        self.canvas.line(path, color, width, dash)
        self.marks.lines.append((np.asarray(path, np.float32), width))
        self.marks.points.append((np.asarray(points, np.float32).reshape(-1, 2), series))

    def marker(self, x, y, r, color, series, form="circle", fill="full") -> None:
        canvas, ground = self.canvas, self.style.plot_bg
        outline = _form(form, x, y, r)
        alpha = self.style.alpha if form == "circle" else 1
        if form in ("plus", "cross"):
            for part in outline:
                canvas.line(part, color, max(1, r / 3))
        elif fill == "full":
            canvas.circle(x, y, r, color, alpha) if form == "circle" else canvas.polygon(outline, color)
        else:
            canvas.polygon(outline, ground if fill == "hollow" else color)
            edge = color if fill == "hollow" else (255, 255, 255)
            canvas.line(np.vstack([outline, outline[:1]]), edge, 1 if r < 5 else 2)
        self.marks.markers.append((x, y, r, series))

    def area(self, upper, lower, color, series, alpha=1.0) -> None:
        outline = np.vstack([upper, np.asarray(lower)[::-1]]).astype(np.float32)
        paint = self._paint(color, (0, -1)) if self.gradient else None
        self.canvas.polygon(outline, color, alpha, paint)
        self.marks.areas.append((outline, series))

    def wedge(self, cx, cy, inner, outer, start, end, color, series) -> None:
        outline = sector(cx, cy, inner, outer, start, end)
        paint = self._paint(color, (0, -1)) if self.gradient else None
        self.canvas.polygon(outline, color, self.style.alpha, paint)
        self.marks.wedges.append((cx, cy, inner, outer, start, end))

    def axis(self, x0, y0, x1, y1, color=None, width=1) -> None:
        self.canvas.crisp(x0, y0, x1, y1, color or self.style.spine_color, width)
        self.marks.axes.append((x0, y0, x1, y1))

    def grid(self, x0, y0, x1, y1) -> None:
        style = self.style
        self.canvas.crisp(x0, y0, x1, y1, style.grid_color, style.grid_width, style.grid_dash)
        self.marks.grids.append((x0, y0, x1, y1))

    def rule(self, x0, y0, x1, y1, color, width=1, dash=None) -> None:
        self.canvas.line([(x0, y0), (x1, y1)], color, width, dash)
        self.marks.rules.append((x0, y0, x1, y1))

    def ink(self, color) -> tuple:
        """Letters that can be read on a colour."""
        return (20, 20, 20) if light(color) else (255, 255, 255)

    def _paint(self, color, grow):
        to = shade(color, self.rng.choice((0.5, 0.75, -0.3)))
        hatch = self.rng.choice((6, 8, 10, 14)) if self.hatched else 0
        lean = self.rng.choice((1, -1, 0))

        def paint(width, height, left, top):
            out = np.empty((height, width, 3), np.float32)
            if hatch:
                ys, xs = np.mgrid[top : top + height, left : left + width]
                on = ((xs * abs(lean) + ys * (lean or 1)) % hatch) < 1.5
                out[:] = np.where(on[..., None], (20, 20, 20), color)
            else:
                ramp = np.linspace(0, 1, height if grow[0] == 0 else width, dtype=np.float32)
                ramp = ramp[:, None, None] if grow[0] == 0 else ramp[None, :, None]
                out[:] = np.float32(color) * (1 - ramp) + np.float32(to) * ramp
            return out

        return paint


def level(box) -> tuple:
    """The upright box around a turned one."""
    cx, cy, w, h, angle = box
    turn = np.deg2rad(angle)
    cos, sin = abs(np.cos(turn)), abs(np.sin(turn))
    half_w, half_h = (w * cos + h * sin) / 2, (w * sin + h * cos) / 2
    return (cx - half_w, cy - half_h, cx + half_w, cy + half_h)


def _form(form, x, y, r):
    if form == "circle":
        return ring(x, y, r)
    if form == "plus":
        return [[(x - r, y), (x + r, y)], [(x, y - r), (x, y + r)]]
    if form == "cross":
        return [[(x - r, y - r), (x + r, y + r)], [(x - r, y + r), (x + r, y - r)]]
    if form == "star":
        turn = np.arange(10) * np.pi / 5 - np.pi / 2
        reach = np.where(np.arange(10) % 2 == 0, r, r * 0.45)
        return np.stack([x + reach * np.cos(turn), y + reach * np.sin(turn)], 1).astype(np.float32)
    corners = {"square": (4, np.pi / 4, 1.25), "diamond": (4, 0, 1.2), "triangle": (3, -np.pi / 2, 1.25), "down": (3, np.pi / 2, 1.25)}[form]
    turn = corners[1] + np.arange(corners[0]) * 2 * np.pi / corners[0]
    return np.stack([x + r * corners[2] * np.cos(turn), y + r * corners[2] * np.sin(turn)], 1).astype(np.float32)
