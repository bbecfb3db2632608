"""Bars from a common base: upright and level, grouped, stacked, to 100 %, overlapping, back to back, histograms."""

from __future__ import annotations

import random

import numpy as np

from axes import Axis, Box, category_axis, value_axis
from figure import Figure
from legend import Entry, inside, legend
from plot import Plot
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
    if form == "stacked" and rng.random() < 0.12:
        data[rng.randrange(deep)] *= -1
        negative = True
    if negative:
        fig.marks.traits.add("negative")
    stacked = form in ("stacked", "full")
    highs, lows = (np.maximum(data, 0).sum(0).max(), np.minimum(data, 0).sum(0).min()) if stacked else (data.max(), data.min())
    log = form == "single" and not negative and rng.random() < 0.04
    scale = value_axis(rng, max(lows, highs / 1e4) if log else min(0, lows), highs, log=log)
    names = category_axis(categories(rng, count))
    entries = entries_for(fig, deep)
    plot = framed(fig, box, names, scale, level, entries if deep > 1 or rng.random() < 0.2 else [])
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
                low = up if value >= 0 else down
                up, down = (low + value, down) if value >= 0 else (up, low + value)
                bars.draw(i + gap / 2, i + 1 - gap / 2, low, low + value, color, k, last=k == deep - 1)
    bars.finish(scale, stacked=stacked)
    finish_legend(fig, plot, entries if deep > 1 else [])


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
    plot = framed(fig, box, x, y, False, [])
    bars = Bars(plot, False)
    thin = rng.choice((0, 0, 0.05, 0.1)) * (edges[1] - edges[0])
    for i, height in enumerate(heights):
        bars.draw(edges[i] + thin, edges[i + 1] - thin, 0, float(height), fig.style.color(0), 0)
    if rng.random() < 0.15:
        bars.finish(y)


def draw_pyramid(fig: Figure, box: Box) -> None:
    """Two series of level bars, back to back."""
    rng = fig.rng
    fig.marks.kind = "bar"
    fig.marks.traits |= {"stacked", "negative"}
    count = rng.randint(5, 18)
    a, b = values(rng, count, top=100), values(rng, count, top=100)
    entries = entries_for(fig, 2)
    scale = value_axis(rng, -float(a.max()), float(b.max()))
    plot = framed(fig, box, category_axis(categories(rng, count)), scale, True, entries)
    bars = Bars(plot, True)
    gap = fig.style.gap / 2
    for i in range(count):
        bars.draw(i + gap, i + 1 - gap, 0, -float(a[i]), fig.style.color(0), 0)
        bars.draw(i + gap, i + 1 - gap, 0, float(b[i]), fig.style.color(1), 1)
    bars.finish(scale)


def entries_for(fig, count, form=None) -> list[Entry]:
    form = form or fig.rng.choice(("square", "square", "square", "circle"))
    return [Entry(name, fig.style.color(i), form) for i, name in enumerate(distinct(fig.rng, series, count))]


def framed(fig, box, along: Axis, scale: Axis, level, entries) -> Plot:
    box = legend(fig, box, entries)
    scale.hidden = fig.style.value_hidden and not scale.log
    if level:
        along.flipped = fig.rng.random() < 0.6
        scale.flipped = fig.rng.random() < 0.03
        return Plot(fig, box, scale, along)
    scale.flipped = fig.rng.random() < 0.02
    return Plot(fig, box, along, scale)


def finish_legend(fig, plot, entries) -> None:
    if entries and fig.style.legend in ("inside", "direct"):
        inside(fig, plot.box, entries)
