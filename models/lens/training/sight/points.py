"""Scatters, bubbles, and columns with lines."""

from __future__ import annotations

import numpy as np

from axes import Box, category_axis, value_axis
from bars import Bars, values
from curves import MARKERS, draw_curve, finish_plot, pick_pens, side_legend, walk
from figure import Figure
from legend import Entry
from plot import Plot
from words import categories, series


def draw_points(fig: Figure, box: Box) -> None:
    rng = fig.rng
    bubble = rng.random() < 0.25
    fig.marks.kind = "bubble" if bubble else "scatter"
    state = np.random.default_rng(rng.getrandbits(32))
    deep = rng.choice((1, 1, 1, 2, 3, 4))
    count = rng.choice((5, 10, 20, 40, 80, 200)) // deep + 1 if not bubble else rng.randint(3, 16) // deep + 1
    slope, spread = rng.uniform(-1, 1), rng.uniform(0.05, 0.6)
    scale_x, scale_y = 10 ** rng.uniform(-1, 5), 10 ** rng.uniform(-1, 5)
    clouds = []
    for _ in range(deep):
        u = state.normal(rng.uniform(1, 4), rng.uniform(0.3, 1), count)
        clouds.append(np.stack([u * scale_x, (u * slope + state.normal(0, spread, count) + 3) * scale_y], 1))
    every = np.vstack(clouds)
    logs = [rng.random() < 0.08 and every[:, i].min() > 0 for i in (0, 1)]
    x = value_axis(rng, float(every[:, 0].min()), float(every[:, 0].max()), zero=rng.random() < 0.25, log=logs[0])
    y = value_axis(rng, float(every[:, 1].min()), float(every[:, 1].max()), zero=rng.random() < 0.25, log=logs[1])
    pens = pick_pens(fig, deep)
    shape = rng.choice(MARKERS)
    mixed = rng.random() < 0.3
    entries = [Entry(p["name"], p["color"], rng.choice(("circle", "square"))) for p in pens]
    show = deep > 1 or rng.random() < 0.1
    plot = Plot(fig, side_legend(fig, box, entries if show else []), x, y)
    r = rng.choice((1.5, 2, 2.5, 3, 3.5, 4, 5, 6))
    fill = rng.choice(("full", "full", "full", "hollow", "edged"))
    for k, cloud in enumerate(clouds):
        form = MARKERS[(k * 3) % len(MARKERS)] if mixed else shape
        for px, py in cloud:
            size = rng.uniform(3, 28) if bubble else r
            fig.marker(plot.px(px), plot.py(py), size, pens[k]["color"], k, "circle" if bubble else form, "full" if bubble and fill == "hollow" else fill)
    if not bubble and rng.random() < 0.12:
        ends = [(plot.px(v), plot.py((v / scale_x * slope + 3) * scale_y)) for v in (every[:, 0].min(), every[:, 0].max())]
        if all(plot.box[1] < e[1] < plot.box[3] for e in ends):
            fig.rule(*ends[0], *ends[1], fig.style.fg, 1, (5, 4) if rng.random() < 0.5 else None)
    if rng.random() < 0.1 and len(every) < 25:
        for px, py in every:
            name = series(rng)
            if fig.free(plot.px(px), plot.py(py) - r - 7, plot.font.width(name), plot.font.size):
                fig.text(plot.px(px), plot.py(py) - r - 2, name, "label", scale=0.85, anchor="cb")
    finish_plot(fig, plot, entries if show else [], pens)


def draw_combo(fig: Figure, box: Box) -> None:
    """Columns with one or two lines, often on an axis of their own."""
    rng = fig.rng
    fig.marks.kind = "combo"
    count = rng.choice((4, 5, 6, 8, 10, 12, 16))
    deep, lines = rng.choice((1, 1, 2, 3)), rng.choice((1, 1, 1, 2))
    stacked = deep > 1 and rng.random() < 0.4
    data = np.stack([values(rng, count, top=1000 * rng.uniform(0.4, 1)) for _ in range(deep)])
    dual = rng.random() < 0.6
    curve = np.stack([walk(rng, count) for _ in range(lines)]) * (100 if dual else float(data.max()))
    y = value_axis(rng, 0, float(data.sum(0).max() if stacked else data.max()))
    second = value_axis(rng, 0, float(curve.max())) if dual else None
    pens = pick_pens(fig, deep + lines)
    entries = [Entry(p["name"], p["color"], "square" if i < deep else p["form"], p["marker"]) for i, p in enumerate(pens)]
    plot = Plot(fig, side_legend(fig, box, entries), category_axis(categories(rng, count)), y, second)
    bars, gap = Bars(plot, False), fig.style.gap
    wide = (1 - gap) / (1 if stacked else deep)
    for i in range(count):
        floor = 0.0
        for k in range(deep):
            value = float(data[k, i])
            left = i + gap / 2 + (0 if stacked else k * wide)
            bars.draw(left, left + wide, floor, floor + value, pens[k]["color"], k)
            floor += value if stacked else 0
    if stacked:
        fig.marks.traits.add("stacked")
    if rng.random() < 0.4:
        bars.finish(y, stacked)
    for k in range(lines):
        points = [(plot.px(i + 0.5), plot.py(float(curve[k, i]), dual)) for i in range(count)]
        draw_curve(fig, np.array(points), pens[deep + k], deep + k)
    finish_plot(fig, plot, entries, pens)
