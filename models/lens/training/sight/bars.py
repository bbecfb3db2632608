"""Bars of every kind: upright and level, grouped, stacked, to 100 %, overlapping, waterfalls, histograms, dumbbells, lollipops."""

from __future__ import annotations

import random

import numpy as np

from axes import Axis, Box, Plot, category_axis, value_axis
from figure import Figure
from legend import Entry, inside, legend
from words import NumberStyle, categories, distinct, series


def values(rng: random.Random, count: int, *, negative=False, top=None) -> np.ndarray:
    top = top or 10 ** rng.uniform(0, 6) * rng.choice((1, 1, 0.01))
    form = rng.random()
    state = np.random.default_rng(rng.getrandbits(32))
    if form < 0.5:
        out = state.uniform(0.08, 1, count)
    elif form < 0.75:
        out = np.sort(state.uniform(0.02, 1, count) ** 2)[:: rng.choice((1, -1))]
    else:
        out = 0.5 + np.cumsum(state.normal(0, 0.12, count))
        out = np.abs(out) / max(0.1, np.abs(out).max())
    if negative:
        out = out * np.where(state.random(count) < rng.choice((0.2, 0.5)), -1, 1)
    if rng.random() < 0.07:
        out[state.integers(count)] = 0
    return out * top


def draw_bars(fig: Figure, box: Box) -> None:
    rng = fig.rng
    level = rng.random() < 0.4
    form = rng.choices(("single", "grouped", "stacked", "full", "overlap"), (4, 3, 3, 1, 0.4))[0]
    if level and rng.random() < 0.06 and form == "stacked":
        return draw_pyramid(fig, box)
    fig.marks.kind = "bar" if level else "column"
    count = rng.choice((2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 24, 40) if form != "grouped" else (2, 3, 4, 5, 6, 8, 12))
    deep = 1 if form == "single" else rng.randint(2, 6)
    negative = form in ("single", "grouped") and rng.random() < 0.18
    top = 10 ** rng.uniform(0, 6)
    data = np.stack([values(rng, count, negative=negative, top=top * rng.uniform(0.4, 1)) for _ in range(deep)])
    if form == "full":
        data = data / np.maximum(data.sum(0), 1e-9) * 100
    if form in ("stacked", "full"):
        fig.marks.traits.add("stacked")
    if negative:
        fig.marks.traits.add("negative")
    highs = data.sum(0).max() if form in ("stacked", "full") else data.max()
    log = form == "single" and not negative and rng.random() < 0.04
    scale = value_axis(rng, max(data.min(), highs / 1e4) if log else min(0, data.min()), highs, log=log)
    names = category_axis(categories(rng, count))
    entries = _entries(fig, deep)
    plot = _frame(fig, box, names, scale, level, entries if deep > 1 or rng.random() < 0.2 else [])
    bars = Bars(plot, level)
    base = scale.lo if log else 0.0
    gap = fig.style.gap
    varied = form == "single" and rng.random() < 0.2
    for i in range(count):
        up, down = base, base
        for k in range(deep):
            value = float(data[k, i])
            color = fig.style.color(i if varied else k)
            if form in ("single",):
                bars.draw(i + gap / 2, i + 1 - gap / 2, base, value, color, k)
            elif form == "grouped":
                wide = (1 - gap) / deep
                inner = wide * (0.06 if gap > 0.3 and deep < 5 and i % 1 == 0 and fig.style.radius else 0)
                bars.draw(i + gap / 2 + k * wide + inner, i + gap / 2 + (k + 1) * wide - inner, base, value, color, k)
            elif form == "overlap":
                shift = k * 0.12
                bars.draw(i + gap / 2 + shift, i + 1 - gap / 2 - 0.12 * deep + shift, base, value, color, k)
            else:
                low, high = up, up + value
                up = high
                bars.draw(i + gap / 2, i + 1 - gap / 2, low, high, color, k, last=k == deep - 1)
    bars.finish(scale, stacked=form in ("stacked", "full"))
    _after(fig, plot, entries if deep > 1 else [])


class Bars:
    """Draws bars along either axis and remembers them for their labels."""

    def __init__(self, plot: Plot, level: bool):
        self.plot, self.fig, self.level = plot, plot.fig, level
        self.drawn: list = []

    def draw(self, u0, u1, v0, v1, color, index, last=True) -> None:
        plot, style = self.plot, self.fig.style
        if self.level:
            box = (plot.px(v0), plot.py(u0), plot.px(v1), plot.py(u1))
            grow = (1, 0) if box[2] >= box[0] else (-1, 0)
        else:
            box = (plot.px(u0), plot.py(v0), plot.px(u1), plot.py(v1))
            grow = (0, -1) if box[3] <= box[1] else (0, 1)
        self.fig.bar(box, color, index, grow, style.radius if last else 0)
        self.drawn.append((box, v0, v1, color))

    def finish(self, scale: Axis, stacked=False) -> None:
        """Data labels, and error bars."""
        fig = self.fig
        rng = fig.rng
        whisker = rng.random() < 0.05 and not stacked
        if whisker:
            for box, _, _, _ in self.drawn:
                self._whisker(box)
        if not fig.style.labels or len(self.drawn) > 60:
            return
        fig.marks.traits.add("labels")
        numbers = scale.numbers or NumberStyle(rng, scale.hi)
        step = scale.step * rng.choice((1, 0.1, 0.1, 0.01))
        within = stacked or fig.style.label_in
        middle = rng.random() < 0.5
        upright = not self.level and rng.random() < 0.08
        for box, v0, v1, color in self.drawn:
            self._label(box, numbers.text(v1 - v0 if stacked else v1, step), color, (within, middle, upright))

    def _label(self, box, text, color, how) -> None:
        within, middle, upright = how
        fig = self.fig
        font = fig.style.font(0.92)
        wide, high = (font.size, font.width(text)) if upright else (font.width(text), font.size)
        x0, x1 = sorted((box[0], box[2]))
        y0, y1 = sorted((box[1], box[3]))
        cx, cy = (x0 + x1) / 2, (y0 + y1) / 2
        fits = (x1 - x0 > wide + 4) if self.level else (y1 - y0 > high + 3)
        ink = fig.ink(color) if fig.style.alpha > 0.6 else fig.style.fg
        if within and fits:
            if not middle:
                ends = (box[2] - box[0], box[3] - box[1])
                cx, cy = (box[2] - np.sign(ends[0]) * (wide / 2 + 4), cy) if self.level else (cx, box[3] - np.sign(ends[1]) * (high / 2 + 3))
        elif within:
            return
        else:
            ink = fig.style.fg
            away = np.sign((box[2] - box[0]) if self.level else (box[3] - box[1])) or 1
            cx, cy = (box[2] + away * (wide / 2 + 4), cy) if self.level else (cx, box[3] + away * (high / 2 + 3))
        if fig.free(cx, cy, wide + 2, high + 1):
            fig.text(cx, cy, text, "label", scale=0.92, color=ink, anchor="cm", angle=-90 if upright else 0)

    def _whisker(self, box) -> None:
        fig, color = self.fig, self.fig.style.fg
        size = fig.rng.uniform(4, 14)
        if self.level:
            x, y = box[2], (box[1] + box[3]) / 2
            for line in ((x - size, y, x + size, y), (x - size, y - 3, x - size, y + 3), (x + size, y - 3, x + size, y + 3)):
                fig.rule(*line, color)
        else:
            x, y = (box[0] + box[2]) / 2, box[3]
            for line in ((x, y - size, x, y + size), (x - 3, y - size, x + 3, y - size), (x - 3, y + size, x + 3, y + size)):
                fig.rule(*line, color)


def draw_histogram(fig: Figure, box: Box) -> None:
    rng = fig.rng
    fig.marks.kind = "histogram"
    state = np.random.default_rng(rng.getrandbits(32))
    count = rng.choice((6, 8, 10, 12, 15, 20, 30, 50))
    samples = state.normal(0, 1, 600) if rng.random() < 0.6 else state.gamma(2, 1, 600)
    heights, edges = np.histogram(samples, count)
    lo, width = rng.choice((0, 10, -5, 100)), 10 ** rng.uniform(-1, 2)
    edges = lo + (edges - edges[0]) * width
    x = value_axis(rng, float(edges[0]), float(edges[-1]), zero=False)
    x.lo, x.hi = min(x.lo, float(edges[0])), max(x.hi, float(edges[-1]))
    y = value_axis(rng, 0, float(heights.max()))
    plot = _frame(fig, box, x, y, False, [])
    bars = Bars(plot, False)
    thin = rng.choice((0, 0, 0.05, 0.1)) * (edges[1] - edges[0])
    for i, height in enumerate(heights):
        bars.draw(edges[i] + thin, edges[i + 1] - thin, 0, float(height), fig.style.color(0), 0)
    if rng.random() < 0.15:
        bars.finish(y)


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
    plot = _frame(fig, box, category_axis(names), y, level, [])
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
    entries = [] if form != "dots" else _entries(fig, 2, "circle")
    scale = value_axis(rng, float(min(a.min(), b.min())), float(max(a.max(), b.max())), zero=form == "lollipop" or rng.random() < 0.4)
    plot = _frame(fig, box, category_axis(categories(rng, count)), scale, level, entries)
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
    _after(fig, plot, entries)


def draw_pyramid(fig: Figure, box: Box) -> None:
    """Two series of level bars, back to back."""
    rng = fig.rng
    fig.marks.kind = "bar"
    fig.marks.traits |= {"stacked", "negative"}
    count = rng.randint(5, 18)
    a, b = values(rng, count, top=100), values(rng, count, top=100)
    entries = _entries(fig, 2)
    scale = value_axis(rng, -float(a.max()), float(b.max()))
    plot = _frame(fig, box, category_axis(categories(rng, count)), scale, True, entries)
    bars = Bars(plot, True)
    gap = fig.style.gap / 2
    for i in range(count):
        bars.draw(i + gap, i + 1 - gap, 0, -float(a[i]), fig.style.color(0), 0)
        bars.draw(i + gap, i + 1 - gap, 0, float(b[i]), fig.style.color(1), 1)
    bars.finish(scale)


def _entries(fig, count, form=None) -> list[Entry]:
    form = form or fig.rng.choice(("square", "square", "square", "circle"))
    return [Entry(name, fig.style.color(i), form) for i, name in enumerate(distinct(fig.rng, series, count))]


def _frame(fig, box, along: Axis, scale: Axis, level, entries) -> Plot:
    box = legend(fig, box, entries)
    scale.hidden = fig.style.value_hidden and not scale.log
    if level:
        along.flipped = fig.rng.random() < 0.6
        scale.flipped = fig.rng.random() < 0.03
        return Plot(fig, box, scale, along)
    scale.flipped = fig.rng.random() < 0.02
    return Plot(fig, box, along, scale)


def _after(fig, plot, entries) -> None:
    if entries and fig.style.legend in ("inside", "direct"):
        inside(fig, plot.box, entries)
