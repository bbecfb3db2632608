"""One whole picture: a chart or several, with what programs and pages put around them, then what happens to pictures."""

from __future__ import annotations

import random

import cv2
import numpy as np

from bars import draw_bars, draw_histogram
from curves import draw_areas, draw_lines
from degrade import degrade
from figure import Figure
from floats import draw_dumbbell, draw_waterfall
from legend import titles
from marks import Marks
from points import draw_combo, draw_points
from round import draw_pie, draw_radar
from style import light, pick_style, shade
from words import cased, phrase, series

_CHARTS = (
    (draw_bars, 34), (draw_lines, 20), (draw_areas, 9), (draw_points, 10), (draw_pie, 11),
    (draw_combo, 6), (draw_histogram, 4), (draw_waterfall, 3), (draw_dumbbell, 3), (draw_radar, 3),
)
_SIZES = ((400, 300), (480, 320), (500, 400), (560, 380), (600, 400), (640, 480), (700, 400), (720, 480), (800, 500), (400, 400), (320, 480), (360, 260))


def draw(seed: int, held_out=False, clean=False) -> tuple[np.ndarray, Marks]:
    """An RGB picture and its marks. The same seed gives the same picture."""
    rng = random.Random(seed)
    for _ in range(4):
        fig = _figure(rng, held_out)
        if all(x1 - x0 > 70 and y1 - y0 > 60 for x0, y0, x1, y1 in fig.marks.plots):
            break  # otherwise titles and labels left no room: once more, with another look
    return (fig.canvas.img, fig.marks) if clean else degrade(fig.canvas.img, fig.marks, np.random.default_rng(rng.getrandbits(32)))


def _figure(rng: random.Random, held_out: bool) -> Figure:
    style = pick_style(rng, held_out)
    width, height = (round(v * rng.uniform(0.8, 1.15)) for v in rng.choice(_SIZES))
    fig = Figure(width, height, style, rng)
    if rng.random() < 0.03:
        _page(fig)
        return fig
    box = _surround(fig, (0, 0, width, height))
    if rng.random() < 0.05 and width > 450:
        _multiples(fig, box)
    else:
        _chart(fig, box)
    return fig


def _chart(fig: Figure, box) -> None:
    make = fig.rng.choices([c for c, _ in _CHARTS], [w for _, w in _CHARTS])[0]
    box = titles(fig, box)
    if box[3] - box[1] < 70 or box[2] - box[0] < 80:
        fig.marks.kind = "other"
        return
    make(fig, box)
    if fig.rng.random() < 0.05:
        _callout(fig, box)


def _multiples(fig: Figure, box) -> None:
    rng, style = fig.rng, fig.style
    columns, rows = rng.choice(((2, 1), (2, 2), (3, 1), (3, 2), (1, 2)))
    x0, y0, x1, y1 = titles(fig, box)
    wide, high = (x1 - x0) / columns, (y1 - y0) / rows
    make = rng.choices([c for c, _ in _CHARTS], [w for _, w in _CHARTS])[0]
    style.legend = rng.choice(("inside", "direct", "top"))
    for row in range(rows):
        for column in range(columns):
            left, top = x0 + column * wide + 4, y0 + row * high + 4
            name = series(rng)
            fig.text(left + wide / 2, top, name, "title", anchor="ct", bold=style.title_bold)
            make(fig, (left, top + style.size * 1.4, left + wide - 8, top + high - 8))
    fig.marks.traits.add("multiples")


def _page(fig: Figure) -> None:
    """No chart: paragraphs, a table or shapes."""
    rng, style = fig.rng, fig.style
    y, step = 20.0, style.size * 1.5
    table = rng.random() < 0.5
    columns = rng.randint(2, 6)
    while y < fig.canvas.height - 20:
        if table:
            for c in range(columns):
                text = f"{rng.uniform(0, 1000):,.1f}" if c else series(rng)
                fig.text(20 + c * (fig.canvas.width - 30) / columns, y, text, "note", anchor="lt", bold=y < 25)
            if rng.random() < 0.5:
                fig.canvas.crisp(15, round(y + step * 0.85), fig.canvas.width - 15, round(y + step * 0.85), style.grid_color)
            y += step * 1.2
        else:
            fig.text(20, y, cased(rng, phrase(rng, max(3, int(fig.canvas.width / style.size / 4)))), "note", anchor="lt")
            y += step
    if rng.random() < 0.4:
        for _ in range(rng.randint(1, 6)):
            x, top = rng.uniform(0, fig.canvas.width), rng.uniform(0, fig.canvas.height)
            fig.canvas.circle(x, top, rng.uniform(5, 60), style.color(rng.randrange(8)), 0.8)


def _surround(fig: Figure, box):
    """Margins, frames, toolbars, logos."""
    rng, style, canvas = fig.rng, fig.style, fig.canvas
    x0, y0, x1, y1 = box
    pad = rng.choice((4, 8, 10, 14, 20, 30))
    if style.frame == "bevel":
        for i in range(14):
            c = 60 + i * 12
            canvas.rect((x0 + i, y0 + i, x1 - i, y1 - i), (c, c, c))
        canvas.rect((x0 + 14, y0 + 14, x1 - 14, y1 - 14), style.bg)
        pad += 14
    elif style.frame:
        inset = rng.choice((0, 2, 6))
        if style.frame == "shadow":
            canvas.rect(box, shade(style.bg, -0.08))
            canvas.rect((x0 + 7, y0 + 7, x1 - 3, y1 - 3), shade(style.bg, -0.25))
            canvas.rect((x0 + 4, y0 + 4, x1 - 6, y1 - 6), style.bg)
        else:
            for line in ((x0, y0, x1, y0), (x1 - 1, y0, x1 - 1, y1), (x0, y1 - 1, x1, y1 - 1), (x0, y0, x0, y1)):
                canvas.crisp(*[v + (inset if v in (x0, y0) else -inset) for v in line], style.grid_color, rng.choice((1, 1, 2)))
        pad += inset + 2
    if style.toolbar:
        color = shade(style.bg, -0.5) if light(style.bg) else shade(style.bg, 0.5)
        for i in range(rng.randint(1, 7)):
            _icon(fig, x1 - pad - 8 - i * 20, y0 + pad * 0.6 + 6, color)
    if style.brand and rng.random() < 0.5:
        canvas.rect((x1 - 60, y0 + 4, x1 - 6, y0 + 30), rng.choice(((0, 33, 71), (200, 16, 46), style.color(0))))
        fig.text(x1 - 33, y0 + 17, rng.choice(("Our data", "STAT", "Pulse", "Lab")), "note", scale=0.8, color=(255, 255, 255), anchor="cm")
    if rng.random() < 0.03:
        _window(fig)
        y0 += 26
    return (x0 + pad, y0 + pad, x1 - pad, y1 - pad)


def _icon(fig, x, y, color) -> None:
    form = fig.rng.randrange(4)
    if form == 0:
        for k in (-4, 0, 4):
            fig.canvas.crisp(x - 6, round(y + k), x + 6, round(y + k), color, 2)
    elif form == 1:
        cv2.circle(fig.canvas.img, (int(x), int(y)), 5, color, 1, cv2.LINE_AA)
        fig.canvas.line([(x + 3, y + 3), (x + 8, y + 8)], color, 2)
    elif form == 2:
        fig.canvas.line([(x - 5, y), (x + 5, y)], color, 2)
        fig.canvas.line([(x, y - 5), (x, y + 5)], color, 2)
    else:
        fig.canvas.line([(x - 6, y + 1), (x, y - 5), (x + 6, y + 1), (x + 4, y + 6), (x - 4, y + 6), (x - 6, y + 1)], color, 1)


def _window(fig) -> None:
    fig.canvas.rect((0, 0, fig.canvas.width, 24), shade(fig.style.bg, -0.12))
    for i, color in enumerate(((255, 95, 86), (255, 189, 46), (39, 201, 63))):
        fig.canvas.circle(14 + i * 18, 12, 5, color)
    fig.text(fig.canvas.width / 2, 12, cased(fig.rng, phrase(fig.rng, 2)), "note", anchor="cm", scale=0.9)


def _callout(fig, box) -> None:
    rng = fig.rng
    x, y = rng.uniform(box[0] + 40, box[2] - 40), rng.uniform(box[1] + 30, box[3] - 40)
    text = cased(rng, phrase(rng, rng.randint(1, 3)))
    wide = fig.style.font(0.9).width(text)
    if fig.free(x, y, wide, fig.style.size):
        color = rng.choice((fig.style.fg, (200, 40, 40)))
        fig.rule(x, y + 8, x + rng.uniform(-40, 40), y + rng.uniform(20, 50), color)
        fig.text(x, y, text, "note", scale=0.9, anchor="cm", color=color)
