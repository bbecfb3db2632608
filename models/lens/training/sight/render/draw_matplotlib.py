"""
Charts drawn by matplotlib, with marks read from its artists: `draw_matplotlib.py OUT [COUNT] [FIRST_SEED]`.
Writes OUT/matplotlib/<seed>.png and .json.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import matplotlib

matplotlib.use("Agg")

import matplotlib.dates as dates
import matplotlib.pyplot as plt
import numpy as np
from matplotlib import cbook, patches
from matplotlib import collections as mcollections
from matplotlib.text import Text

from marks import TEXT_ROLES, Marks
from words import categories, cased, distinct, phrase, series, title

_STYLES = (
    "default", "default", "default", "ggplot", "bmh", "fivethirtyeight", "grayscale", "dark_background", "Solarize_Light2", "tableau-colorblind10",
    "seaborn-v0_8", "seaborn-v0_8-whitegrid", "seaborn-v0_8-darkgrid", "seaborn-v0_8-ticks", "seaborn-v0_8-white", "seaborn-v0_8-muted", "seaborn-v0_8-pastel", "classic",
)
_FONTS = ("DejaVu Sans", "DejaVu Sans", "Liberation Sans", "DejaVu Serif", "Liberation Serif", "Roboto", "Open Sans", "Lato", "Carlito", "Noto Sans", "CMU Serif")
_HATCHES = ("", "", "", "", "//", "\\\\", "xx", "..", "--", "||", "++")
_MARKS = "o o o s ^ D v x + *".split()


class Drawing:
    def __init__(self, seed: int):
        self.rng = random.Random(seed)
        self.state = np.random.default_rng(seed)
        rng = self.rng
        plt.style.use("default")
        plt.style.use(rng.choice(_STYLES))
        plt.rcParams.update({"font.family": rng.choice(_FONTS), "font.size": rng.choice((8, 9, 10, 10, 11, 12, 14)), "axes.unicode_minus": rng.random() < 0.5})
        self.figure, self.ax = plt.subplots(figsize=(rng.uniform(4, 9), rng.uniform(3, 6)), dpi=rng.choice((72, 80, 100, 100, 120, 150)))
        self.kind, self.traits = "other", set()
        self.lines, self.areas, self.bars, self.dots, self.pies = [], [], [], [], []

    def draw(self) -> Marks:
        rng = self.rng
        make, weight = zip(*((self._bars, 36), (self._lines, 20), (self._areas, 9), (self._scatter, 12), (self._pie, 10), (self._histogram, 6), (self._combo, 6)))
        rng.choices(make, weight)[0]()
        ax = self.ax
        if rng.random() < 0.7:
            ax.set_title(title(rng), loc=rng.choice(("center", "left")), fontweight=rng.choice(("normal", "bold")))
        if not self.pies:
            if rng.random() < 0.5:
                ax.set_xlabel(cased(rng, phrase(rng, 2)))
            if rng.random() < 0.6:
                ax.set_ylabel(cased(rng, phrase(rng, 2)))
            if rng.random() < 0.25:
                ax.grid(axis=rng.choice(("x", "y", "both")), linestyle=rng.choice(("-", "--", ":")), alpha=rng.choice((1, 0.5)))
            for side in ("top", "right"):
                ax.spines[side].set_visible(rng.random() < 0.6)
        if rng.random() < 0.6:
            self.figure.tight_layout()
        return self._read()

    def _series(self, ax, names, handles=None) -> None:
        rng = self.rng
        if len(names) > 1 or rng.random() < 0.25:
            place = rng.random()
            args = {"loc": "best"} if place < 0.5 else {"loc": "upper left", "bbox_to_anchor": (1.01, 1)} if place < 0.75 else {"loc": "upper center", "bbox_to_anchor": (0.5, -0.12), "ncol": min(4, len(names))}
            ax.legend(*((handles, names) if handles else ()), frameon=rng.random() < 0.7, **args)

    def _bars(self) -> None:
        rng, ax, level = self.rng, self.ax, self.rng.random() < 0.4
        form = rng.choice(("single", "single", "grouped", "stacked"))
        count, deep = rng.choice((3, 4, 5, 6, 8, 10, 14, 20)), 1 if form == "single" else rng.randint(2, 4)
        self.kind = "bar" if level else "column"
        data = self.state.uniform(0.1, 1, (deep, count)) * 10 ** rng.uniform(0, 5)
        if form == "single" and rng.random() < 0.2:
            data *= np.where(self.state.random(count) < 0.4, -1, 1)
            self.traits.add("negative")
        gap, edge, hatch = rng.choice((0.2, 0.3, 0.4, 0.5)), rng.choice((None, None, "black", "white")), rng.random() < 0.25
        base = np.zeros(count)
        draw = ax.barh if level else ax.bar
        names = distinct(rng, series, deep)
        for k in range(deep):
            wide = (1 - gap) / (deep if form == "grouped" else 1)
            at = np.arange(count) - (1 - gap) / 2 + wide / 2 + (k * wide if form == "grouped" else 0)
            extra = {"left" if level else "bottom": base.copy()} if form == "stacked" else {}
            error = {"xerr" if level else "yerr": data[k] * 0.1, "capsize": 3} if form != "stacked" and rng.random() < 0.1 else {}
            made = draw(at, data[k], wide, label=names[k], edgecolor=edge, hatch=_HATCHES[self.state.integers(4, 11)] if hatch else "", **extra, **error)
            self.bars += list(made.patches)
            if form == "stacked":
                base += data[k]
                self.traits.add("stacked")
            if rng.random() < 0.25:
                ax.bar_label(made, fmt=rng.choice(("%.0f", "%.1f", "%g")), label_type="center" if form == "stacked" else "edge", padding=2, fontsize=plt.rcParams["font.size"] * 0.8)
                self.traits.add("labels")
        (ax.set_yticks if level else ax.set_xticks)(np.arange(count), categories(rng, count))
        if level and rng.random() < 0.5:
            ax.invert_yaxis()
        if not level:
            self._turn(ax)
        self._series(ax, names)

    def _turn(self, ax) -> None:
        turn = self.rng.choice((0, 0, 30, 45, 90))
        if turn:
            plt.setp(ax.get_xticklabels(), rotation=turn, ha="center" if turn == 90 else "right", rotation_mode="default" if turn == 90 else "anchor")

    def _run(self, count):
        return np.cumsum(self.state.normal(0, 1, count)) * 10 ** self.rng.uniform(-1, 4)

    def _lines(self) -> None:
        rng, ax = self.rng, self.ax
        self.kind = "line"
        count, deep = rng.choice((5, 8, 12, 20, 50, 150)), rng.choice((1, 1, 2, 3, 4, 6))
        x, names = self._along(count), distinct(rng, series, deep)
        mixed, marked, run = rng.random() < 0.3, rng.random() < 0.4 and count <= 50, rng.choice(("default", "default", "default", "steps-post", "steps-mid"))
        scale = 10 ** rng.uniform(-1, 4)
        for k in range(deep):
            y = np.cumsum(self.state.normal(0, 1, count)) * scale
            style = rng.choice(("-", "--", ":", "-.")) if mixed else "-"
            self.lines += ax.plot(x, y, label=names[k], linestyle=style, marker=(rng.choice(_MARKS) if mixed else "o") if marked else None, linewidth=rng.choice((1, 1.5, 2, 3)), drawstyle=run)
        if rng.random() < 0.08:
            ax.axhline(0, color="grey", linewidth=1, linestyle="--")
        self._series(ax, names)

    def _along(self, count):
        rng = self.rng
        if rng.random() < 0.35:
            self.traits.add("dates")
            start = np.datetime64(f"{rng.randint(1980, 2022)}-01-01")
            self.ax.xaxis.set_major_locator(dates.AutoDateLocator(maxticks=rng.randint(4, 9)))
            self.figure.autofmt_xdate(rotation=rng.choice((0, 30, 45)))
            return start + np.arange(count) * np.timedelta64(rng.choice((1, 7, 30, 365)), "D")
        if count <= 20 and rng.random() < 0.5:
            self._turn(self.ax)
            return categories(rng, count)
        return np.arange(count) * rng.choice((1, 0.5, 10, 100))

    def _areas(self) -> None:
        rng, ax = self.rng, self.ax
        self.kind = "area"
        count, deep = rng.choice((6, 10, 20, 60)), rng.choice((1, 2, 3, 4))
        x, names = np.arange(count) + rng.choice((0, 1990)), distinct(rng, series, deep)
        data = np.abs(np.cumsum(self.state.normal(0, 1, (deep, count)), 1)) + 0.5
        if deep > 1 and rng.random() < 0.8:
            ax.stackplot(x, data, labels=names, alpha=rng.choice((1, 0.8)))
            tops = np.cumsum(data, 0)
            self.traits.add("stacked")
        else:
            tops = data
            for k in range(deep):
                ax.fill_between(x, data[k], alpha=rng.choice((1, 0.5, 0.3)), label=names[k])
        for k in range(deep):
            lower = tops[k - 1] if "stacked" in self.traits and k else np.zeros(count)
            self.areas.append((np.stack([x, tops[k]], 1), np.stack([x, lower], 1)))
        self._series(ax, names)

    def _scatter(self) -> None:
        rng, ax = self.rng, self.ax
        bubble = rng.random() < 0.25
        self.kind = "bubble" if bubble else "scatter"
        deep = rng.choice((1, 1, 2, 3))
        names = distinct(rng, series, deep)
        scale = 10 ** rng.uniform(-1, 4)
        for k in range(deep):
            count = rng.randint(4, 14) if bubble else rng.randint(8, 80)
            x, y = self.state.normal(rng.uniform(0, 4), 1, count) * scale, self.state.normal(rng.uniform(0, 3), 1, count)
            sizes = self.state.uniform(30, 900, count) if bubble else np.full(count, rng.choice((9, 16, 25, 36, 64)))
            self.dots.append(ax.scatter(x, y, s=sizes, label=names[k], alpha=rng.choice((1, 0.7, 0.5)), marker="o" if bubble else rng.choice(("o", "o", "s", "^", "D")), edgecolors=rng.choice((None, "white", "black"))))
        if not bubble and rng.random() < 0.1:
            ax.set_yscale("symlog")
            self.traits.add("log")
        self._series(ax, names)

    def _pie(self) -> None:
        rng, ax = self.rng, self.ax
        donut = rng.random() < 0.4
        self.kind = "donut" if donut else "pie"
        count = rng.randint(2, 8)
        names = categories(rng, count)
        inside = rng.random() < 0.4
        args = {"wedgeprops": {"width": rng.uniform(0.3, 0.6), "edgecolor": rng.choice((None, "white"))}} if donut else {"wedgeprops": {"edgecolor": rng.choice((None, "white", "black"))}}
        if rng.random() < 0.15:
            args["explode"] = [0.1 if i == 0 else 0 for i in range(count)]
        made = ax.pie(self.state.dirichlet(np.full(count, 3)), labels=None if inside else names, autopct=rng.choice((None, "%1.1f%%", "%1.0f%%")), startangle=rng.choice((0, 90, 140)), counterclock=rng.random() < 0.6, **args)
        self.pies = list(made.wedges) if hasattr(made, "wedges") else list(made[0])
        if inside:
            ax.legend(self.pies, names, loc="center left", bbox_to_anchor=(1, 0.5))

    def _histogram(self) -> None:
        rng, ax = self.rng, self.ax
        self.kind = "histogram"
        made = ax.hist(self.state.normal(0, 1, 400) * 10 ** rng.uniform(0, 3), bins=rng.randint(6, 30), edgecolor=rng.choice((None, "white", "black")), rwidth=rng.choice((None, 0.9)), alpha=rng.choice((1, 0.7)))
        self.bars += list(made[2])

    def _combo(self) -> None:
        rng, ax = self.rng, self.ax
        self.kind = "combo"
        count = rng.randint(4, 14)
        made = ax.bar(np.arange(count), self.state.uniform(10, 100, count), 1 - rng.uniform(0.1, 0.5), label=series(rng))
        self.bars += list(made.patches)
        ax.set_xticks(np.arange(count), categories(rng, count))
        self._turn(ax)
        other = ax
        if rng.random() < 0.7:
            other = ax.twinx()
            self.traits.add("dual")
        line = other.plot(np.arange(count), self.state.uniform(1, 100, count), color=rng.choice(("C1", "C3", "black")), marker=rng.choice((None, "o")), label=series(rng))
        self.lines += line
        self._series(ax, [made.get_label(), line[0].get_label()], [made, line[0]])

    def _read(self) -> Marks:
        self.figure.canvas.draw()
        self.renderer = self.figure.canvas.get_renderer()
        width, height = self.figure.canvas.get_width_height()
        self.high = height
        marks = Marks(width, height, self.kind, self.traits)
        for patch in self.bars:
            b = patch.get_window_extent(self.renderer)
            if b.width > 0.3 and b.height > 0.3:
                marks.bars.append((b.x0, height - b.y1, b.x1, height - b.y0, 0))
        self._read_lines(marks)
        for upper, lower in self.areas:
            up, low = (self._places(p) for p in (upper, lower))
            marks.areas.append((np.vstack([up, low[::-1]]), 0))
            marks.points.append((up, 0))
        self._read_dots(marks)
        self._read_pies(marks)
        for axes in self.figure.axes:
            self._read_axes(axes, marks)
        for text in self.figure.findobj(Text):
            self._read_text(text, marks)
        return marks

    def _places(self, data, axes=None) -> np.ndarray:
        out = (axes or self.ax).transData.transform(np.asarray(data, np.float64))
        return np.stack([out[:, 0], self.high - out[:, 1]], 1)

    def _read_lines(self, marks) -> None:
        for k, line in enumerate(self.lines):
            points = self._places(line.get_xydata(), line.axes)
            path = points
            if line.get_drawstyle() != "default":
                path = self._places(np.stack(cbook.STEP_LOOKUP_MAP[line.get_drawstyle()](*line.get_xydata().T), 1), line.axes)
            scale = self.figure.dpi / 72
            marks.lines.append((path, line.get_linewidth() * scale))
            marks.points.append((points, k))
            if line.get_marker() not in (None, "None", ""):
                marks.markers += [(x, y, line.get_markersize() * scale / 2, k) for x, y in points]

    def _read_dots(self, marks) -> None:
        scale = self.figure.dpi / 72
        for k, dots in enumerate(self.dots):
            radii = np.sqrt(np.broadcast_to(dots.get_sizes(), len(dots.get_offsets()))) / 2 * scale
            marks.markers += [(x, y, r, k) for (x, y), r in zip(self._places(dots.get_offsets()), radii)]

    def _read_pies(self, marks) -> None:
        for wedge in self.pies:
            (cx, cy), (ex, _) = self._places([wedge.center, (wedge.center[0] + wedge.r, wedge.center[1])])
            inner = (ex - cx) * (1 - wedge.width / wedge.r) if wedge.width else 0
            start, end = np.deg2rad(90 - wedge.theta2), np.deg2rad(90 - wedge.theta1)
            marks.wedges.append((cx, cy, inner, ex - cx, start, end))

    def _read_axes(self, axes, marks) -> None:
        if self.pies:
            self._read_legend(axes, marks)
            return
        b = axes.get_window_extent(self.renderer)
        x0, y0, x1, y1 = b.x0, self.high - b.y1, b.x1, self.high - b.y0
        if axes is self.ax:
            marks.plots.append((x0, y0, x1, y1))
        sides = {"left": (x0, y0, x0, y1), "right": (x1, y0, x1, y1), "top": (x0, y0, x1, y0), "bottom": (x0, y1, x1, y1)}
        marks.axes += [sides[n] for n, s in axes.spines.items() if n in sides and s.get_visible() and s.get_linewidth() > 0 and s.get_edgecolor()[3] > 0 and tuple(s.get_edgecolor()) != tuple(axes.get_facecolor())]
        for axis, level in ((axes.xaxis, False), (axes.yaxis, True)):
            for tick in axis.get_major_ticks():
                self._read_tick(axes, tick, level, (x0, y0, x1, y1), marks)
        self._read_legend(axes, marks)
        for line in axes.get_lines():
            if line not in self.lines and len(line.get_xydata()) == 2:
                p = line.get_transform().transform(line.get_xydata())
                marks.rules.append((p[0, 0], self.high - p[0, 1], p[1, 0], self.high - p[1, 1]))
        for bundle in axes.collections:
            if isinstance(bundle, mcollections.LineCollection):
                marks.rules += [(*p[0], *p[-1]) for p in (self._places(s, axes) for s in bundle.get_segments())]

    def _read_tick(self, axes, tick, level, box, marks) -> None:
        x0, y0, x1, y1 = box
        at = tick.get_loc()
        place = self._places([(at, 0)] if not level else [(0, at)], axes)[0]
        spot = place[1] if level else place[0]
        low, high = (y0, y1) if level else (x0, x1)
        if not low - 1 <= spot <= high + 1:
            return
        if tick.tick1line.get_visible() and tick.tick1line.get_markersize() > 0:
            marks.ticks.append((x0, spot) if level else (spot, y1))
        if tick.tick2line.get_visible() and tick.tick2line.get_markersize() > 0:
            marks.ticks.append((x1, spot) if level else (spot, y0))
        if tick.gridline.get_visible():
            marks.grids.append((x0, spot, x1, spot) if level else (spot, y0, spot, y1))

    def _read_legend(self, axes, marks) -> None:
        legend = axes.get_legend()
        for handle in legend.legend_handles if legend else []:
            if isinstance(handle, patches.Patch):
                b = handle.get_window_extent(self.renderer)
                marks.swatches.append((b.x0, self.high - b.y1, b.x1, self.high - b.y0))
            elif hasattr(handle, "get_xydata"):
                p = handle.get_transform().transform(handle.get_xydata())
                y = self.high - p[:, 1].mean()
                marks.swatches.append((p[:, 0].min(), y - 4, p[:, 0].max() + 0.01, y + 4))
            else:
                x, y = handle.get_offset_transform().transform(handle.get_offsets())[0]
                marks.swatches.append((x - 5, self.high - y - 5, x + 5, self.high - y + 5))

    def _read_text(self, text, marks) -> None:
        if not text.get_text().strip() or not text.get_visible() or text.figure is None:
            return
        size = text.get_fontsize() * self.figure.dpi / 72
        turn = -text.get_rotation()
        lines = text._get_layout(self.renderer)[1]
        rad = np.deg2rad(turn)
        ox, oy = text.get_transform().transform(text.get_unitless_position())
        for words, extent, (x, y) in lines:
            if not words.strip():
                continue
            left, base = ox + x, self.high - (oy + y)
            u, v = extent[0] / 2, -size * 0.255
            cx, cy = left + u * np.cos(rad) - v * np.sin(rad), base + u * np.sin(rad) + v * np.cos(rad)
            if -5 < cx < marks.width + 5 and -5 < cy < marks.height + 5 and self._on_axis(text):
                marks.texts.append((cx, cy, extent[0], size * 0.95, (turn + 180) % 360 - 180, TEXT_ROLES.index("tick")))
                marks.words.append(words)

    def _on_axis(self, text) -> bool:
        """Labels of ticks beyond the axis' ends exist, but aren't drawn."""
        for axes in self.figure.axes:
            for axis in (axes.xaxis, axes.yaxis):
                for tick in axis.get_major_ticks() + axis.get_minor_ticks():
                    if text in (tick.label1, tick.label2):
                        low, high = sorted(axis.get_view_interval())
                        slack = (high - low) * 1e-6
                        return low - slack <= tick.get_loc() <= high + slack
        return True


def main(out: str, count: int, first: int) -> None:
    folder = Path(out) / "matplotlib"
    folder.mkdir(parents=True, exist_ok=True)
    left_out = 0
    for seed in range(first, first + count):
        drawing = Drawing(seed)
        try:
            marks = drawing.draw()
            drawing.figure.savefig(folder / f"{seed}.png", dpi=drawing.figure.dpi)
            (folder / f"{seed}.json").write_text(marks.to_json())
        except (ValueError, OverflowError):
            left_out += 1
        finally:
            plt.close(drawing.figure)
    print(f"matplotlib: {count - left_out} charts, {left_out} left out")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 100, int(sys.argv[3]) if len(sys.argv) > 3 else 1)
