"""Titles, source lines and legends: what stands around a plot. Each takes its room from the box and gives the rest back."""

from __future__ import annotations

from dataclasses import dataclass

from axes import Box, wrapped
from figure import Figure
from words import cased, note, phrase, title


@dataclass
class Entry:
    name: str
    color: tuple
    form: str = "square"  # square, circle, line, marked, dashed
    marker: str = "circle"


def titles(fig: Figure, box: Box) -> Box:
    x0, y0, x1, y1 = box
    rng, style = fig.rng, fig.style
    if style.brand and rng.random() < 0.4:
        fig.canvas.rect((x0, y0 - 6, x0 + rng.randint(15, 50), y0 - 6 + rng.randint(3, 7)), (rng.randint(160, 230), rng.randint(0, 40), rng.randint(0, 40)))
    if rng.random() < 0.68:
        y0 = _lines(fig, box, title(rng), style.title_size, style.title_bold)
        if rng.random() < 0.3:
            y0 = _lines(fig, (x0, y0, x1, y1), cased(rng, phrase(rng, rng.randint(2, 9))), 1.05, False)
        y0 += rng.choice((2, 6, 12))
    if rng.random() < 0.2:
        font = style.font(0.85)
        lines = wrapped(note(rng), font, x1 - x0)[: rng.choice((1, 2, 3))]
        for text in lines[::-1]:
            right = rng.random() < 0.15
            fig.text(x1 if right else x0, y1, text, "note", scale=0.85, anchor="rb" if right else "lb")
            y1 -= font.size * 1.25
        y1 -= 3
    return (x0, y0, x1, y1)


def legend(fig: Figure, box: Box, entries: list[Entry]) -> Box:
    """Draws a legend on the side that the style says; 'inside' and 'direct' are left to the plot."""
    where = fig.style.legend
    if not entries or where in ("inside", "direct"):
        return box
    if where in ("top", "bottom"):
        return _row(fig, box, entries, where == "top")
    return _column(fig, box, entries, where == "left")


def inside(fig: Figure, plot: Box, entries: list[Entry]) -> None:
    font = fig.style.font(0.95)
    wide, line = _entry_width(fig, entries, font), font.size * 1.45
    width, height = wide + 8, line * len(entries) + 8
    x0, y0, x1, y1 = plot
    if width > (x1 - x0) * 0.7 or height > (y1 - y0) * 0.8:
        return
    left = fig.rng.choice((x0 + 6, x1 - width - 6))
    top = fig.rng.choice((y0 + 6, y0 + 6, y1 - height - 6))
    if fig.style.legend_box:
        fig.canvas.rect((left, top, left + width, top + height), fig.style.plot_bg, 0.8)
        _frame(fig, (left, top, left + width, top + height))
    for i, entry in enumerate(entries):
        _entry(fig, left + 4, top + 4 + (i + 0.5) * line, entry, 0.95)


def _lines(fig, box, text, scale, bold) -> float:
    x0, y0, x1, _ = box
    style = fig.style
    font = style.font(scale, bold)
    centre = style.title_at == "centre"
    for part in wrapped(text, font, x1 - x0)[:3]:
        fig.text((x0 + x1) / 2 if centre else x0, y0, part, "title", scale=scale, bold=bold, color=style.title_fg, anchor="ct" if centre else "lt")
        y0 += font.size * 1.25
    return y0


def _row(fig, box, entries, top) -> Box:
    x0, y0, x1, y1 = box
    font = fig.style.font()
    line, gap = font.size * 1.6, fig.rng.choice((8, 12, 18))
    widths = [_entry_width(fig, [e], font) + gap for e in entries]
    rows: list[list[int]] = [[]]
    for i, width in enumerate(widths):
        if rows[-1] and sum(widths[k] for k in rows[-1]) + width > x1 - x0:
            rows.append([])
        rows[-1].append(i)
    rows = rows[:3]
    height = line * len(rows)
    at = y0 if top else y1 - height
    side = fig.rng.choice(("left", "centre", "centre", "right"))
    for row in rows:
        total = sum(widths[k] for k in row) - gap
        x = {"left": x0, "centre": (x0 + x1 - total) / 2, "right": x1 - total}[side]
        for k in row:
            _entry(fig, x, at + line / 2, entries[k])
            x += widths[k]
        at += line
    return (x0, y0 + height + 4, x1, y1) if top else (x0, y0, x1, y1 - height - 6)


def _column(fig, box, entries, left) -> Box:
    x0, y0, x1, y1 = box
    font = fig.style.font()
    line = font.size * fig.rng.choice((1.4, 1.6, 2.0))
    width = min(_entry_width(fig, entries, font), (x1 - x0) * 0.4)
    count = max(1, int((y1 - y0) / line) - 1)
    shown = entries[:count]
    x = x0 if left else x1 - width
    total = line * len(shown)
    y = fig.rng.choice((y0, (y0 + y1 - total) / 2, (y0 + y1 - total) / 2))
    if len(shown) > 1 and fig.rng.random() < 0.2:
        fig.text(x, max(y0 + line * 0.5, y - line * 0.6), cased(fig.rng, phrase(fig.rng, 1)), "legend", anchor="lm", bold=fig.rng.random() < 0.6)
        y = max(y, y0 + line) + line * 0.3
    for i, entry in enumerate(shown):
        _entry(fig, x, y + (i + 0.5) * line, entry)
    if fig.style.legend_box:
        _frame(fig, (x - 4, y - 2, min(x + width + 4, fig.canvas.width - 1), y + total + 2))
    return (x0 + width + 10, y0, x1, y1) if left else (x0, y0, x1 - width - 12, y1)


def _entry_width(fig, entries, font) -> float:
    return max(font.width(e.name) for e in entries) + font.size * (2.4 if any(e.form not in ("square", "circle") for e in entries) else 1.5)


def _entry(fig, x, y, entry, scale=1.0) -> None:
    size = fig.style.font(scale).size
    half = size * fig.rng.choice((0.32, 0.4, 0.45))
    if entry.form == "square":
        box = (round(x), round(y - half), round(x + 2 * half), round(y + half))
        fig.canvas.rect(box, entry.color)
        if fig.style.stroke:
            edge = fig.style.stroke_color if fig.style.stroke_color[0] >= 0 else tuple(int(c * 0.75) for c in entry.color)
            outline = [(box[0], box[1]), (box[2], box[1]), (box[2], box[3]), (box[0], box[3]), (box[0], box[1])]
            fig.canvas.line(outline, edge, 1)
    elif entry.form == "circle":
        box = (x, y - half, x + 2 * half, y + half)
        fig.canvas.circle(x + half, y, half, entry.color)
    else:
        long = size * 1.8
        box = (x, y - half, x + long, y + half)
        fig.canvas.line([(x, y), (x + long, y)], entry.color, fig.style.line_width, (4, 3) if entry.form == "dashed" else None)
        if entry.form == "marked":
            count = len(fig.marks.markers)
            fig.marker(x + long / 2, y, max(2.5, half * 0.7), entry.color, 0, entry.marker)
            del fig.marks.markers[count:]
        half = long / 2
    fig.marks.swatches.append(box)
    fig.text(x + 2 * half + size * 0.4, y, entry.name, "legend", scale=scale, anchor="lm")


def _frame(fig, box) -> None:
    x0, y0, x1, y1 = map(round, box)
    for line in ((x0, y0, x1, y0), (x1, y0, x1, y1), (x0, y1, x1, y1), (x0, y0, x0, y1)):
        fig.canvas.crisp(*line, fig.style.grid_color)
