"""Lines and areas."""

from __future__ import annotations

import random

import numpy as np

from axes import Axis, Box, category_axis, date_axis, value_axis
from figure import Figure
from legend import Entry, inside, legend
from plot import Plot
from style import shade
from words import NumberStyle, categories, distinct, series

MARKERS = ("circle", "circle", "circle", "square", "diamond", "triangle", "down", "cross", "plus", "star")


def walk(rng: random.Random, count: int) -> np.ndarray:
    state = np.random.default_rng(rng.getrandbits(32))
    form = rng.random()
    t = np.linspace(0, 1, count)
    if form < 0.4:
        out = np.cumsum(state.normal(0, 1, count))
    elif form < 0.6:
        out = np.sin(t * rng.uniform(2, 20) + rng.uniform(0, 6)) * rng.uniform(0.5, 2) + t * rng.uniform(-3, 3)
    elif form < 0.75:
        out = np.exp(t * rng.uniform(-3, 3)) + state.normal(0, 0.05, count)
    elif form < 0.9:
        out = state.uniform(0, 1, count)
    else:
        out = t * rng.uniform(-1, 1) + state.normal(0, 0.02, count)
    low, high = out.min(), out.max()
    return (out - low) / max(1e-6, high - low)


def draw_lines(fig: Figure, box: Box) -> None:
    rng = fig.rng
    fig.marks.kind = "line"
    count = rng.choice((3, 4, 5, 6, 7, 8, 10, 12, 12, 20, 30, 60, 120, 300))
    deep = rng.choice((1, 1, 2, 2, 3, 3, 4, 5, 6, 8))
    top = 10 ** rng.uniform(-1, 6)
    low = rng.choice((0, 0.2, 0.5, -0.4))
    data = np.stack([low + walk(rng, count) * rng.uniform(0.3, 1) + rng.uniform(0, 0.4) for _ in range(deep)]) * top
    log = low > 0 and rng.random() < 0.1
    x = _x_axis(fig, count)
    y = value_axis(rng, float(data.min()), float(data.max()), zero=rng.random() < 0.5, log=log)
    y.hidden = fig.style.value_hidden and rng.random() < 0.4
    second = None
    if deep > 1 and not log and rng.random() < 0.06:
        data[-1] *= 10 ** rng.uniform(-3, 3)
        y = value_axis(rng, float(data[:-1].min()), float(data[:-1].max()))
        second = value_axis(rng, float(data[-1].min()), float(data[-1].max()))
    pens = pick_pens(fig, deep)
    entries = [Entry(p["name"], p["color"], p["form"], p["marker"]) for p in pens]
    show = deep > 1 or rng.random() < 0.2
    plot = Plot(fig, side_legend(fig, box, entries if show else []), x, y, second)
    xs = np.array([plot.px(v) for v in _places(x, count)])
    for k, pen in enumerate(pens):
        ys = np.array([plot.py(float(v), second is not None and k == deep - 1) for v in data[k]])
        draw_curve(fig, np.stack([xs, ys], 1), pen, k)
    if fig.style.labels and count * deep <= 30:
        _point_labels(fig, plot)
    finish_plot(fig, plot, entries if show else [], pens)


def draw_areas(fig: Figure, box: Box) -> None:
    rng = fig.rng
    fig.marks.kind = "area"
    stacked = rng.random() < 0.55
    deep = rng.randint(2, 6) if stacked else rng.choice((1, 1, 2, 3))
    count = rng.choice((4, 5, 6, 8, 12, 12, 20, 40, 100))
    data = np.stack([0.15 + walk(rng, count) * rng.uniform(0.4, 1) for _ in range(deep)])
    full = stacked and rng.random() < 0.2
    if full:
        data = data / data.sum(0) * 100
    elif not stacked and rng.random() < 0.15:
        data = data - 0.6
        fig.marks.traits.add("negative")
    else:
        data = data * 10 ** rng.uniform(0, 5)
    if stacked:
        fig.marks.traits.add("stacked")
    tops = np.cumsum(data, 0) if stacked else data
    x = _x_axis(fig, count, between=False)
    y = value_axis(rng, float(min(0, tops.min())), float(tops.max()))
    pens = pick_pens(fig, deep, dashes=False)
    entries = [Entry(p["name"], p["color"], rng.choice(("square", "square", "circle"))) for p in pens]
    show = deep > 1 or rng.random() < 0.2
    plot = Plot(fig, side_legend(fig, box, entries if show else []), x, y)
    xs = np.array([plot.px(v) for v in _places(x, count)])
    alpha = rng.choice((1, 1, 0.9, 0.7)) if stacked else rng.choice((1, 0.8, 0.6, 0.4, 0.25))
    outlined = rng.random() < 0.6 or alpha < 0.5
    smooth = rng.random() < 0.25
    floor = np.stack([xs, np.full(count, plot.py(0.0))], 1)
    order = range(deep) if stacked else sorted(range(deep), key=lambda k: -data[k].mean())
    for k in order:
        points = np.stack([xs, [plot.py(float(v)) for v in tops[k]]], 1)
        upper = smoothed(points) if smooth else points
        lower = floor if k == 0 or not stacked else np.stack([xs, [plot.py(float(v)) for v in tops[k - 1]]], 1)
        lower = smoothed(lower) if smooth and stacked and k else lower
        fig.area(upper, lower, pens[k]["color"], k, alpha)
        if outlined:
            draw_curve(fig, points, {**pens[k], "marker": "" if rng.random() < 0.8 else "circle"}, k, upper)
        else:
            fig.marks.points.append((points.astype(np.float32), k))
    if smooth:
        fig.marks.traits.add("smooth")
    finish_plot(fig, plot, entries if show else [], pens)


def smoothed(points: np.ndarray, each=8) -> np.ndarray:
    """A curve through the points that doesn't overshoot along x."""
    points = np.asarray(points, np.float64)
    if len(points) < 3:
        return points
    before, after = np.vstack([points[:1], points[:-1]]), np.vstack([points[1:], points[-1:]])
    slope = (after - before) / 2
    t = np.linspace(0, 1, each, endpoint=False)[:, None]
    parts = []
    for p, q, a, b in zip(points[:-1], points[1:], slope[:-1], slope[1:]):
        parts.append((2 * t**3 - 3 * t**2 + 1) * p + (t**3 - 2 * t**2 + t) * a + (-2 * t**3 + 3 * t**2) * q + (t**3 - t**2) * b)
    return np.vstack([*parts, points[-1:]])


def draw_curve(fig, points, pen, index, path=None) -> None:
    if path is None:
        path = points
        if pen["run"] == "smooth":
            path = smoothed(points)
            fig.marks.traits.add("smooth")
        elif pen["run"] == "step":
            path = np.vstack([points[:1]] + [[(b[0], a[1]), tuple(b)] for a, b in zip(points[:-1], points[1:])])
    if pen["broken"] and len(points) > 8 and len(path) == len(points):
        cut = fig.rng.randrange(3, len(points) - 3)
        for part in (slice(0, cut), slice(cut + 1, None)):
            fig.line(path[part], points[part], pen["color"], index, pen["width"], pen["dash"])
    else:
        fig.line(path, points, pen["color"], index, pen["width"], pen["dash"])
    if pen["marker"] and len(points) <= 60:
        for x, y in points:
            fig.marker(float(x), float(y), pen["r"], pen["color"], index, pen["marker"], pen["fill"])


def pick_pens(fig, deep, dashes=True) -> list[dict]:
    """How each series is drawn; most charts draw all alike."""
    rng, style = fig.rng, fig.style
    run = rng.choices(("straight", "smooth", "step"), (8, 2, 0.7))[0]
    marked = rng.random() < 0.4
    fill = rng.choice(("full", "full", "full", "hollow", "edged"))
    r = max(2, style.line_width * rng.uniform(1, 2))
    focus = rng.random() < 0.06
    mixed, dashed = rng.random() < 0.25, dashes and rng.random() < 0.15
    out = []
    for k, name in enumerate(distinct(rng, series, deep)):
        dash = rng.choice(((6, 4), (2, 3), (8, 3), (3, 3))) if dashed and (k % 2 or rng.random() < 0.4) else None
        color = style.color(k) if not focus or k == 0 else shade(style.grid_color, -0.1)
        marker = (MARKERS[(k * 3 + 2) % 10] if mixed else "circle") if marked else ""
        form = rng.choice(("line", "square", "circle")) if not marked else rng.choice(("marked", "marked", "circle"))
        out.append({"name": name, "color": color, "run": run, "marker": marker, "fill": fill, "r": r, "dash": dash, "width": style.line_width, "form": "dashed" if dash and form == "line" else form, "broken": rng.random() < 0.03})
    return out


def _x_axis(fig, count, between=None) -> Axis:
    rng = fig.rng
    if count > 16 or rng.random() < 0.35:
        fig.marks.traits.add("dates")
        return date_axis(rng, count)
    return category_axis(categories(rng, count), between=rng.random() < 0.55 if between is None else between)


def _places(axis: Axis, count: int) -> list[float]:
    return [i + 0.5 for i in range(count)] if axis.category and axis.hi == count else [float(i) for i in range(count)]


def side_legend(fig, box, entries) -> Box:
    if entries and fig.style.legend == "direct":
        room = min(max(fig.style.font().width(e.name) for e in entries) + 8, (box[2] - box[0]) * 0.3)
        return (box[0], box[1], box[2] - room, box[3])
    return legend(fig, box, entries)


def _point_labels(fig, plot) -> None:
    fig.marks.traits.add("labels")
    axis = plot.y
    numbers, font = axis.numbers or NumberStyle(fig.rng, axis.hi), fig.style.font(0.9)
    for points, _ in fig.marks.points:
        for x, y in points:
            text = numbers.text(axis.value((plot.box[3] - y) / (plot.box[3] - plot.box[1])), axis.step * 0.1)
            if fig.free(x, y - 10, font.width(text), font.size):
                fig.text(float(x), float(y) - 4, text, "label", scale=0.9, anchor="cb")


def finish_plot(fig, plot, entries, pens) -> None:
    rng = fig.rng
    if entries and fig.style.legend == "inside":
        inside(fig, plot.box, entries)
    if entries and fig.style.legend == "direct":
        for k, entry in enumerate(entries):
            ends = [p[-1] for p, s in fig.marks.points if s == k and len(p)]
            y = float(ends[-1][1]) if ends else plot.box[1] + 12 * (k + 1)
            x = float(ends[-1][0]) if ends else plot.box[2]
            if fig.free(x + 6 + plot.font.width(entry.name) / 2, y, plot.font.width(entry.name), plot.font.size):
                fig.text(x + 6, y, entry.name, "legend", anchor="lm", color=entry.color if rng.random() < 0.7 else None)
    if rng.random() < 0.06:
        _reference(fig, plot)


def _reference(fig, plot) -> None:
    """A line or band across the plot with a word beside it."""
    rng = fig.rng
    x0, y0, x1, y1 = plot.box
    color, dash = rng.choice((fig.style.fg, (200, 30, 30), (120, 120, 120))), rng.choice(((5, 4), None, (2, 2)))
    if rng.random() < 0.5:
        y = rng.uniform(y0 + 8, y1 - 8)
        fig.rule(x0, y, x1, y, color, 1, dash)
        fig.text(x1 - 3, y - 2, series(rng), "note", scale=0.85, anchor="rb", color=color)
    else:
        x = rng.uniform(x0 + 8, x1 - 8)
        fig.rule(x, y0, x, y1, color, 1, dash)
        fig.text(x + 3, y0 + 2, series(rng), "note", scale=0.85, anchor="lt", color=color)
