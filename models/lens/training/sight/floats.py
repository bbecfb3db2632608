"""Bars that float: waterfalls, dumbbells, lollipops, ranges."""

from __future__ import annotations

import numpy as np

from axes import Box, category_axis, value_axis
from bars import Bars, entries_for, finish_legend, framed, values
from figure import Figure
from words import categories


def draw_waterfall(fig: Figure, box: Box) -> None:
    rng = fig.rng
    fig.marks.kind = "waterfall"
    level = rng.random() < 0.15
    count = rng.randint(4, 12)
    steps = values(rng, count, negative=True)
    steps[0] = abs(steps).max() * rng.uniform(1, 2.5)
    ends = np.cumsum(steps)
    total = rng.random() < 0.8
    names = categories(rng, count + total)
    y = value_axis(rng, float(min(0, ends.min())), float(ends.max()))
    plot = framed(fig, box, category_axis(names), y, level, [])
    bars = Bars(plot, level)
    gap, linked = fig.style.gap, rng.random() < 0.6
    up, down, whole = fig.style.color(0), fig.style.color(1), fig.style.color(2 if rng.random() < 0.7 else 0)
    for i in range(count + total):
        last = total and i == count
        low, high = (0, ends[-1]) if last else (ends[i] - steps[i], ends[i])
        color = whole if last or i == 0 else up if steps[i] >= 0 else down
        bars.draw(i + gap / 2, i + 1 - gap / 2, float(low), float(high), color, i)
        if linked and i and not level:
            x = plot.px(i + gap / 2)
            prior = plot.py(float(ends[i - 1]))
            fig.rule(plot.px(i - gap / 2), prior, x, prior, fig.style.fg)
    bars.finish(y)


def draw_dumbbell(fig: Figure, box: Box) -> None:
    """Two dots and a bar between them, a lollipop, or a floating range."""
    rng = fig.rng
    fig.marks.kind = "dumbbell"
    level = rng.random() < 0.75
    count = rng.randint(3, 14)
    a, b = values(rng, count, top=100), values(rng, count, top=100)
    form = rng.choice(("dots", "dots", "lollipop", "range"))
    entries = [] if form != "dots" else entries_for(fig, 2, "circle")
    scale = value_axis(rng, float(min(a.min(), b.min())), float(max(a.max(), b.max())), zero=form == "lollipop" or rng.random() < 0.4)
    plot = framed(fig, box, category_axis(categories(rng, count)), scale, level, entries)
    at = (lambda u, v: (plot.px(v), plot.py(u))) if level else (lambda u, v: (plot.px(u), plot.py(v)))
    r = rng.uniform(3, 8)
    bars = Bars(plot, level)
    for i in range(count):
        low, high = (0.0, float(b[i])) if form == "lollipop" else (float(a[i]), float(b[i]))
        if form == "range":
            bars.draw(i + 0.25, i + 0.75, min(low, high), max(low, high), fig.style.color(0), 0)
            continue
        fig.rule(*at(i + 0.5, low), *at(i + 0.5, high), fig.style.color(0) if form == "lollipop" else fig.style.grid_color, rng.choice((1, 2, 3)))
        fig.marker(*at(i + 0.5, high), r, fig.style.color(0), 0)
        if form == "dots":
            fig.marker(*at(i + 0.5, low), r, fig.style.color(1), 1)
        if fig.style.labels:
            x, y = at(i + 0.5, high)
            fig.text(x + r + 3, y, scale.numbers.text(high, scale.step * 0.1), "label", scale=0.9, anchor="lm")
    finish_legend(fig, plot, entries)
