"""Pies, donuts, polar areas and radars."""

from __future__ import annotations

import math

import numpy as np

from axes import Box, nice
from figure import Figure
from legend import Entry, legend
from style import shade
from words import categories, distinct, series

_TURN = 2 * math.pi


def draw_pie(fig: Figure, box: Box) -> None:
    rng, style = fig.rng, fig.style
    donut = rng.random() < 0.45
    fig.marks.kind = "donut" if donut else "pie"
    count = rng.choice((2, 3, 3, 4, 4, 5, 5, 6, 7, 8, 10, 14))
    polar = not donut and rng.random() < 0.06
    state = np.random.default_rng(rng.getrandbits(32))
    shares = state.dirichlet(np.full(count, rng.choice((1, 2, 5))))
    if rng.random() < 0.5:
        shares = np.sort(shares)[::-1]
    names = categories(rng, count)
    tags = [rng.choice((f"{s * 100:.1f}%", f"{s * 100:.0f}%")) if rng.random() < 0.99 else "" for s in shares]
    form = rng.choices(("none", "in", "out", "leader", "legend"), (1, 3, 2, 3, 2))[0]
    named = form in ("out", "leader") and rng.random() < 0.8
    entries = [Entry(f"{n} {t}" if rng.random() < 0.1 else n, style.color(i), rng.choice(("square", "circle"))) for i, (n, t) in enumerate(zip(names, tags))]
    entries = [Entry(e.name, e.color, entries[0].form) for e in entries]
    if not named:
        if style.legend in ("inside", "direct"):
            style.legend = rng.choice(("right", "bottom", "top"))
        box = legend(fig, box, entries)
    x0, y0, x1, y1 = box
    font = style.font(0.95)
    texts = [f"{n} {t}" if named and rng.random() < 0.5 else n if named else t for n, t in zip(names, tags)]
    aside = (max(font.width(t) for t in texts) + 26 if form in ("out", "leader") else 4)
    r = max(14.0, min((x1 - x0) / 2 - min(aside, (x1 - x0) * 0.28), (y1 - y0) / 2 - (20 if form in ("out", "leader") else 4)))
    r *= rng.uniform(0.8, 1)
    cx, cy = (x0 + x1) / 2 + rng.uniform(-3, 3), (y0 + y1) / 2
    inner = r * rng.choice((0.4, 0.5, 0.6, 0.7, 0.8)) if donut else 0.0
    span = math.pi if donut and rng.random() < 0.08 else _TURN
    start = -math.pi / 2 if span < _TURN else rng.choice((0, 0, 0, rng.uniform(0, _TURN)))
    gap = rng.choice((0, 0, 0, 1, 2, 3)) if not polar else 1
    pulled = rng.randrange(count) if rng.random() < 0.1 else -1
    reach = r * np.sqrt(state.uniform(0.1, 1, count)) if polar else np.full(count, r)
    shares = np.full(count, 1 / count) if polar else shares
    at = start
    for i, share in enumerate(shares):
        end = at + share * span
        middle = (at + end) / 2
        far = r * 0.1 if i == pulled else 0
        px, py = cx + far * math.sin(middle), cy - far * math.cos(middle)
        fig.wedge(px, py, inner, float(reach[i]), at, end, style.color(i), i)
        at = end
    if gap:
        _gaps(fig, cx, cy, inner, r, start, shares * span, gap)
    at = start
    for i, share in enumerate(shares):
        middle = at + share * span / 2
        at += share * span
        _tag(fig, (cx, cy, inner, r), middle, texts[i], (form, share, style.color(i)))
    if donut and rng.random() < 0.35:
        fig.text(cx, cy, rng.choice((f"{rng.randint(10, 99)}%", "Total", f"{rng.randint(100, 9999):,}")), "label", scale=rng.choice((1.2, 2)), anchor="cm", bold=True)


def draw_radar(fig: Figure, box: Box) -> None:
    rng, style = fig.rng, fig.style
    fig.marks.kind = "radar"
    count, deep = rng.randint(3, 10), rng.choice((1, 2, 2, 3))
    entries = [Entry(n, style.color(i), rng.choice(("square", "line"))) for i, n in enumerate(distinct(rng, series, deep))]
    if style.legend in ("inside", "direct"):
        style.legend = "bottom"
    x0, y0, x1, y1 = legend(fig, box, entries if deep > 1 else [])
    names = categories(rng, count)
    font = style.font(0.95)
    r = max(20.0, min((x1 - x0) / 2 - min(70, max(font.width(n) for n in names)) - 6, (y1 - y0) / 2 - font.size * 1.6))
    cx, cy = (x0 + x1) / 2, (y0 + y1) / 2
    turn = np.arange(count + 1) * _TURN / count
    arms = np.stack([np.sin(turn), -np.cos(turn)], 1)
    rings, curved = rng.randint(3, 6), rng.random() < 0.3
    step = nice(10 ** rng.uniform(0, 4))
    for k in range(1, rings + 1):
        reach = r * k / rings
        path = np.stack([cx + reach * np.sin(np.linspace(0, _TURN, 60)), cy - reach * np.cos(np.linspace(0, _TURN, 60))], 1) if curved else arms * reach + (cx, cy)
        fig.canvas.line(path, style.grid_color, 1)
        for a, b in zip(path[:-1], path[1:]):
            fig.marks.grids.append((*a, *b))
    for x, y in arms[:-1]:
        fig.canvas.line([(cx, cy), (cx + x * r, cy + y * r)], style.grid_color, 1)
        fig.marks.axes.append((cx, cy, cx + x * r, cy + y * r))
    filled = rng.random() < 0.6
    for k in range(deep):
        reach = r * rng.uniform(0.6, 1) * (0.25 + 0.75 * np.random.default_rng(rng.getrandbits(32)).random(count))
        path = arms * np.append(reach, reach[0])[:, None] + (cx, cy)
        if filled:
            fig.canvas.polygon(path, style.color(k), rng.choice((0.2, 0.3, 0.5)))
            fig.marks.areas.append((path.astype(np.float32), k))
        fig.line(path, path[:-1], style.color(k), k)
        if rng.random() < 0.5:
            for x, y in path[:-1]:
                fig.marker(float(x), float(y), rng.choice((2.5, 3, 4)), style.color(k), k)
    if rng.random() < 0.7:
        for k in range(rings + 1):
            fig.text(cx - 3, cy - r * k / rings, f"{step * k:g}", "tick", scale=0.9, anchor="rm")
    for (x, y), name in zip(arms, names):
        side = "c" if abs(x) < 0.2 else "l" if x > 0 else "r"
        fig.text(cx + x * (r + 6), cy + y * (r + 8), name, "tick", scale=0.95, anchor=side + "m")
    fig.marks.plots.append((cx - r, cy - r, cx + r, cy + r))


def _gaps(fig, cx, cy, inner, r, start, spans, gap) -> None:
    color = fig.style.bg if fig.rng.random() < 0.85 else shade(fig.style.fg, 0.2)
    at = start
    for span in spans:
        far = r + 1
        fig.canvas.line([(cx + inner * math.sin(at), cy - inner * math.cos(at)), (cx + far * math.sin(at), cy - far * math.cos(at))], color, gap)
        at += span


def _tag(fig, ring, middle, text, how) -> None:
    cx, cy, inner, r = ring
    form, share, color = how
    sin, cos = math.sin(middle), -math.cos(middle)
    font = fig.style.font(0.95)
    if form == "in" and share > 0.04:
        reach = (inner + r) / 2 if inner else r * 0.65
        if fig.free(cx + sin * reach, cy + cos * reach, font.width(text), font.size):
            fig.text(cx + sin * reach, cy + cos * reach, text, "label", scale=0.95, anchor="cm", color=fig.ink(color))
    elif form in ("out", "leader"):
        far = r + (10 if form == "out" else 18)
        x, y = cx + sin * far, cy + cos * far
        right = sin >= 0
        edge = x + (8 if right else -8) if form == "leader" else x
        wide = font.width(text)
        if not fig.free(edge + (wide / 2 if right else -wide / 2), y, wide, font.size):
            return
        if form == "leader":
            line = fig.style.grid_color if fig.rng.random() < 0.5 else color
            fig.rule(cx + sin * r * 0.98, cy + cos * r * 0.98, x, y, line)
            fig.rule(x, y, edge, y, line)
        fig.text(edge + (3 if right else -3), y, text, "label", scale=0.95, anchor="lm" if right else "rm")
