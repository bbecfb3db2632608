"""A plot area between its axes: ground, grid, axis lines, ticks and labels."""

from __future__ import annotations

import math

from axes import Axis, Box, shortened, wrapped
from figure import Figure
from words import cased, phrase


class Plot:
    """A plot area between its axes. Draws ground, grid, axes, ticks and labels at once; marks come later."""

    def __init__(self, fig: Figure, box: Box, x: Axis, y: Axis, y2: Axis | None = None):
        self.fig, self.x, self.y, self.y2 = fig, x, y, y2
        style, rng = fig.style, fig.rng
        self.font = style.font()
        self.line = self.font.size * 1.25
        self.right_values = style.value_side == "right" and y2 is None and not y.category
        self.top_labels = rng.random() < 0.04
        self.turn, self.wrap, self.every = 0, 1, 1
        self._title_axes()
        self.box = self._measure(box)
        x0, y0, x1, y1 = self.box
        if style.plot_bg != style.bg:
            fig.canvas.rect(self.box, style.plot_bg)
        if rng.random() < 0.03:
            self._bands()
        fig.marks.plots.append(self.box)
        self._grid()
        self._spines()
        self._labels_x()
        for axis, right in ((y, self.right_values), (y2, True)):
            if axis is not None and not axis.hidden:
                self._labels_y(axis, right)
        if y2 is not None:
            fig.marks.traits.add("dual")
        if x.log or y.log:
            fig.marks.traits.add("log")

    def px(self, value) -> float:
        return self.box[0] + self.x.share(value) * (self.box[2] - self.box[0])

    def py(self, value, second=False) -> float:
        axis = self.y2 if second else self.y
        return self.box[3] - axis.share(value) * (self.box[3] - self.box[1])

    def _title_axes(self) -> None:
        rng = self.fig.rng
        for axis in (self.x, self.y, self.y2):
            if axis is not None and rng.random() < (0.25 if axis.category else 0.38):
                axis.title = cased(rng, phrase(rng, rng.randint(1, 4)))

    def _measure(self, box) -> Box:
        x0, y0, x1, y1 = box
        tick = max(0, self.fig.style.tick)
        pad = tick + self.fig.rng.choice((3, 5, 8))
        self.pad = pad
        for axis, limit in ((self.x, (y1 - y0) * 0.4), (self.y, (x1 - x0) * 0.35)):
            axis.ticks = [(v, shortened(t, self.font, limit)) for v, t in axis.ticks]
        widths = {}
        for name, axis in (("y", self.y), ("y2", self.y2)):
            if axis is None or axis.hidden:
                widths[name] = 0
                continue
            widths[name] = max((self.font.width(t) for _, t in axis.ticks), default=0) + pad
            widths[name] += self.line * 1.1 if axis.title else 0
        left, right = (0, widths["y"]) if self.right_values else (widths["y"], widths["y2"])
        x0, x1 = x0 + left + 2, x1 - right - 4
        self._fit_names(x1 - x0)
        below = 0 if self.x.hidden else self.deep + pad
        below += self.line * 1.15 if self.x.title else 0
        top = self.line * 0.5
        y0, y1 = (y0 + below + 2, y1 - top) if self.top_labels else (y0 + top, y1 - below - 2)
        return (round(x0), round(y0), round(x1), round(max(y1, y0 + 20)))

    def _fit_names(self, width) -> None:
        """Names along x that don't fit side by side are wrapped, turned or thinned out."""
        rng, axis = self.fig.rng, self.x
        count = max(1, len(axis.ticks))
        widest = max((self.font.width(t) for _, t in axis.ticks), default=0)
        room = width / count if axis.category else width / max(1, count - 1)
        self.deep = self.line
        wraps = axis.category and widest > room * 0.9 and any(" " in t for _, t in axis.ticks) and room > self.font.size * 3
        if widest <= room * 0.92 or rng.random() < 0.01:
            return
        if wraps and rng.random() < 0.6:
            self.wrap = rng.choice((2, 3))
            self.room = room
            self.deep = self.line * self.wrap
            return
        self.turn = rng.choice((-45, -45, -90, -90, -30, 45, 90, -60))
        step = self.font.size * 1.05 / abs(math.sin(math.radians(self.turn)))
        self.every = max(1, math.ceil(step / room))
        self.deep = widest * abs(math.sin(math.radians(self.turn))) + self.line * 0.7

    def _bands(self) -> None:
        x0, y0, x1, y1 = self.box
        fade = tuple(int(c * 0.96) if c > 60 else c + 10 for c in self.fig.style.plot_bg)
        ends = [self.py(v) for v, _ in self.y.ticks]
        for a, b in list(zip(ends, ends[1:]))[::2]:
            self.fig.canvas.rect((x0, min(a, b), x1, max(a, b)), fade)

    def _grid(self) -> None:
        style, fig = self.fig.style, self.fig
        x0, y0, x1, y1 = self.box
        value_is_x = self.y.category
        for axis, level_lines in ((self.y, True), (self.x, False)):
            is_value = value_is_x != level_lines
            wanted = style.grid == "both" or style.grid == ("value" if is_value else "category")
            if not wanted or axis.hidden and fig.rng.random() < 0.7:
                continue
            for value, _ in axis.ticks[:: 1 if level_lines else self.every]:
                at = value
                if axis.category and fig.rng.random() < 0.5 and axis.hi == len(axis.ticks):
                    at = value + 0.5
                if level_lines and y0 <= self.py(at) <= y1:
                    fig.grid(x0, round(self.py(at)), x1, round(self.py(at)))
                elif not level_lines and x0 <= self.px(at) <= x1:
                    fig.grid(round(self.px(at)), y0, round(self.px(at)), y1)
        if style.plot_line and style.spines != "box":
            for line in ((x0, y0, x1, y0), (x1, y0, x1, y1), (x0, y0, x0, y1), (x0, y1, x1, y1)):
                fig.canvas.crisp(*line, style.plot_line)

    def _spines(self) -> None:
        fig, spines = self.fig, self.fig.style.spines
        x0, y0, x1, y1 = self.box
        width = 1 if fig.rng.random() < 0.9 else 2
        if spines == "box":
            spines = "left bottom right top"
        lines = {"left": (x0, y0, x0, y1), "right": (x1, y0, x1, y1), "top": (x0, y0, x1, y0), "bottom": (x0, y1, x1, y1)}
        swap = {"left": "right"} if self.right_values else {}
        swap |= {"bottom": "top"} if self.top_labels else {}
        if self.y.category and spines == "bottom":
            spines = "left"
        for name in spines.split():
            place = swap.get(name, name)
            if place == "bottom" and not self.y.category and self.y.lo < 0 < self.y.hi and fig.rng.random() < 0.6:
                zero = round(self.py(0))
                fig.axis(x0, zero, x1, zero, width=width)
                continue
            fig.axis(*lines[place], width=width)

    def _labels_x(self) -> None:
        fig, axis, style = self.fig, self.x, self.fig.style
        x0, y0, x1, y1 = self.box
        edge, down = (y0, -1) if self.top_labels else (y1, 1)
        if axis.hidden:
            return
        for value, text in axis.ticks[:: self.every]:
            x = self.px(value)
            if not x0 - 1 <= x <= x1 + 1:
                continue
            at = self.px(value + 0.5) if axis.category and axis.hi == len(axis.ticks) and fig.rng.random() < 0.3 else x
            if style.tick and at <= x1 + 1 and ("bottom" in style.spines or "box" in style.spines or fig.rng.random() < 0.3):
                fig.canvas.crisp(round(at), edge, round(at), edge + style.tick * down, style.spine_color)
                fig.marks.ticks.append((at, edge))
            elif style.grid in ("both",) and not axis.category:
                fig.marks.ticks.append((at, edge))
            self._name_x(x, edge + self.pad * down, text, down)
        if axis.title:
            y = edge + (self.pad + self.deep + self.line * 0.1) * down
            fig.text((x0 + x1) / 2, y, axis.title, "axis", anchor="ct" if down > 0 else "cb", bold=style.title_bold and fig.rng.random() < 0.5)

    def _name_x(self, x, y, text, down) -> None:
        fig = self.fig
        if self.turn:
            if abs(self.turn) == 90:
                anchor = "rm" if (self.turn < 0) == (down > 0) else "lm"
            else:
                anchor = ("r" if (self.turn < 0) == (down > 0) else "l") + "m"
            fig.text(x, y + self.font.size * 0.3 * down, text, "tick", anchor=anchor, angle=self.turn)
            return
        for i, part in enumerate(wrapped(text, self.font, self.room) if self.wrap > 1 else [text]):
            if i < self.wrap:
                fig.text(x, y + i * self.line * down, part, "tick", anchor="ct" if down > 0 else "cb")

    def _labels_y(self, axis, right) -> None:
        fig, style = self.fig, self.fig.style
        x0, y0, x1, y1 = self.box
        edge, out = (x1, 1) if right else (x0, -1)
        second = axis is self.y2
        gap = y1 - y0
        every = max(1, math.ceil(len(axis.ticks) * self.line * 0.85 / max(1, gap)))
        widest = max((self.font.width(t) for _, t in axis.ticks), default=0)
        flush = axis.category and fig.rng.random() < 0.15
        for value, text in axis.ticks[::every]:
            y = self.py(value, second)
            if not y0 - 1 <= y <= y1 + 1:
                continue
            if style.tick and ("left" in style.spines or "box" in style.spines or fig.rng.random() < 0.3):
                fig.canvas.crisp(edge, round(y), edge + style.tick * out, round(y), style.spine_color)
                fig.marks.ticks.append((edge, y))
            elif style.grid in ("both", "value") and not axis.category and not second:
                fig.marks.ticks.append((edge, y))
            x = edge + self.pad * out
            if flush:
                fig.text(x0 - self.pad - widest if out < 0 else x, y, text, "tick", anchor="lm")
            else:
                fig.text(x, y, text, "tick", anchor="lm" if right else "rm")
        if axis.title:
            x = edge + (self.pad + widest + self.line * 0.65) * out
            form = fig.rng.random()
            if form < 0.88:
                fig.text(x, (y0 + y1) / 2, axis.title, "axis", anchor="cm", angle=90 if right and form < 0.4 else -90)
            else:
                fig.text(edge, y0 - self.line * 0.1, axis.title, "axis", anchor="rb" if right else "lb")
