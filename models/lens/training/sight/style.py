"""Looks: the manners of common chart makers, and free mixtures of them. Some makers are held out of training."""

from __future__ import annotations

import colorsys
import random
from dataclasses import dataclass, field

from typeface import Font, families

HELD_OUT = ("datawrapper", "powerbi", "gnuplot", "grafana")

# Series colours. The first colours matter most: most charts have one to four series.
PALETTES = {
    "office": "4472c4 ed7d31 a5a5a5 ffc000 5b9bd5 70ad47 264478 9e480e",
    "office2010": "4f81bd c0504d 9bbb59 8064a2 4bacc6 f79646 2c4d75 772c2a",
    "office2003": "9999ff 993366 ffffcc ccffff 660066 ff8080 0066cc ccccff",
    "calc": "004586 ff420e ffd320 579d1c 7e0021 83caff 314004 aecf00",
    "google": "3366cc dc3912 ff9900 109618 990099 0099c6 dd4477 66aa00",
    "sheets": "4285f4 ea4335 fbbc04 34a853 ff6d01 46bdc6 7baaf7 f07b72",
    "tab10": "1f77b4 ff7f0e 2ca02c d62728 9467bd 8c564b e377c2 7f7f7f bcbd22 17becf",
    "vega": "4c78a8 f58518 e45756 72b7b2 54a24b eeca3b b279a2 ff9da6 9d755d bab0ac",
    "plotly": "636efa ef553b 00cc96 ab63fa ffa15a 19d3f3 ff6692 b6e880 ff97ff fecb52",
    "echarts": "5470c6 91cc75 fac858 ee6666 73c0de 3ba272 fc8452 9a60b4 ea7ccc",
    "echarts4": "c23531 2f4554 61a0a8 d48265 91c7ae 749f83 ca8622 bda29a",
    "chartjs": "36a2eb ff6384 4bc0c0 ff9f40 9966ff ffcd56 c9cbcf",
    "highcharts": "7cb5ec 434348 90ed7d f7a35c 8085e9 f15c80 e4d354 2b908f",
    "highcharts11": "2caffe 544fc5 00e272 fe6a35 6b8abc d568fb 2ee0ca fa4b42",
    "apex": "008ffb 00e396 feb019 ff4560 775dd0 3f51b5 546e7a d4526e",
    "ggplot": "f8766d 00ba38 619cff b79f00 00bfc4 f564e3",
    "seaborn": "4c72b0 dd8452 55a868 c44e52 8172b3 937860 da8bc3 8c8c8c",
    "set2": "66c2a5 fc8d62 8da0cb e78ac3 a6d854 ffd92f e5c494 b3b3b3",
    "set1": "e41a1c 377eb8 4daf4a 984ea3 ff7f00 ffff33 a65628 f781bf",
    "dark2": "1b9e77 d95f02 7570b3 e7298a 66a61e e6ab02 a6761d",
    "pastel": "a1c9f4 ffb482 8de5a1 ff9f9b d0bbff debb9b fab0e4 cfcfcf",
    "tableau20": "4e79a7 f28e2b e15759 76b7b2 59a14f edc948 b07aa1 ff9da7 9c755f",
    "economist": "006ba2 3ebcd2 379a8b ebb434 b4ba39 9a607f d1b07c db444b",
    "ft": "0f5499 990f3d 00a0dd eb5e8d 96cc28 593380 ffa800",
    "owid": "6d3e91 c05917 58ac8c 286bbb 883039 bc8e5a 00295b c15065",
    "oecd": "3f3e77 7ca4b8 5fb564 eeb03b d83a3b 8c8c8c",
    "greys": "333333 777777 aaaaaa cccccc 555555 999999",
    "blues": "08306b 2171b5 6baed6 c6dbef 4292c6 9ecae1",
    "viridis": "440154 3b528b 21918c 5ec962 fde725",
    "neon": "00f5d4 f15bb5 fee440 00bbf9 9b5de5",
    "basic": "0000ff ff0000 008000 ffa500 800080 00ffff ff00ff 000000",
    "datawrapper": "18a1cd 1d81a2 15607a 00dca6 09bb9f c4c4c4 c71e1d fa8c00",
    "powerbi": "118dff 12239e e66c37 6b007b e044a7 744ec2 d9b300 d64550",
    "gnuplot": "9400d3 009e73 56b4e9 e69f00 f0e442 0072b2 e51e10",
    "grafana": "7eb26d eab839 6ed0e0 ef843c e24d42 1f78c1 ba43a9 705da0",
}

# What a maker fixes; whatever it leaves open is drawn at random. A tuple is a choice.
MAKERS = {
    "excel": {"palette": ("office", "office2010"), "font": ("Carlito",), "grid": "value", "grid_color": "d9d9d9", "fg": "595959", "spines": ("bottom",), "tick": 0, "frame": ("", "line"), "legend": ("bottom", "right"), "gap": (0.45, 0.7), "title_at": "centre"},
    "excel2010": {"palette": "office2010", "font": ("Carlito", "LiberationSans-Regular"), "grid": "value", "grid_color": "868686", "fg": "000000", "spines": ("left bottom",), "tick": 5, "legend": "right", "frame": ("line", "bevel", "rounded"), "title_bold": True, "title_at": "centre"},
    "calc": {"palette": "calc", "font": ("LiberationSans-Regular",), "grid": "value", "grid_color": "b3b3b3", "fg": "000000", "spines": ("left bottom",), "tick": 4, "legend": "right"},
    "matplotlib": {"palette": "tab10", "font": ("DejaVuSans",), "grid": ("", "", "both", "value"), "grid_color": "b0b0b0", "fg": "000000", "spines": ("box", "box", "left bottom"), "spine_color": "000000", "tick": 4, "legend": ("inside", "inside", "right"), "legend_box": True, "title_at": "centre"},
    "ggplot": {"palette": ("ggplot", "set2"), "plot_bg": "ebebeb", "grid": "both", "grid_color": "ffffff", "spines": "", "tick": 3, "fg": "4d4d4d", "legend": ("right",), "font": ("LiberationSans-Regular", "Arimo", "NimbusSans")},
    "seaborn": {"palette": ("seaborn", "set2", "pastel"), "plot_bg": ("eaeaf2", ""), "grid": ("both", "value"), "grid_color": ("ffffff", "cccccc"), "spines": ("", "box"), "tick": 0, "font": ("LiberationSans-Regular", "Arimo", "DejaVuSans")},
    "vega": {"palette": "vega", "font": ("LiberationSans-Regular", "DejaVuSans"), "grid": ("both", "value"), "grid_color": "dddddd", "spines": "left bottom", "spine_color": "888888", "tick": 5, "fg": "000000", "legend": "right", "size": (10, 11), "gap": (0.05, 0.25), "plot_line": ("dddddd", "")},
    "echarts": {"palette": ("echarts", "echarts4"), "grid": "value", "grid_color": "e0e6f1", "spines": "bottom", "spine_color": "6e7079", "tick": 5, "fg": "6e7079", "legend": ("top", "top", "right"), "title_at": ("left", "centre"), "size": (12, 13), "font": ("LiberationSans-Regular", "Arimo", "DejaVuSans")},
    "chartjs": {"palette": "chartjs", "grid": "both", "grid_color": "e5e5e5", "spines": "", "tick": 8, "fg": "666666", "legend": "top", "stroke": (0, 1, 2), "alpha": (1, 0.5, 0.2), "size": (12,), "font": ("LiberationSans-Regular", "Arimo", "Roboto")},
    "highcharts": {"palette": ("highcharts", "highcharts11"), "grid": "value", "grid_color": "e6e6e6", "spines": "bottom", "spine_color": "ccd6eb", "tick": (0, 10), "fg": "333333", "legend": ("bottom", "bottom", "right"), "title_at": "centre", "stroke": 1, "stroke_color": "ffffff"},
    "plotly": {"palette": "plotly", "plot_bg": ("e5ecf6", ""), "grid": "both", "grid_color": ("ffffff", "eeeeee"), "spines": "", "tick": 0, "fg": "2a3f5f", "legend": "right", "font": ("OpenSans",), "title_at": "left"},
    "apex": {"palette": "apex", "grid": "value", "grid_color": ("e0e0e0", "f1f1f1"), "spines": ("bottom", ""), "spine_color": "e0e0e0", "tick": (0, 6), "fg": "373d3f", "legend": ("bottom", "top", "right"), "labels": (0.75,), "label_in": True, "radius": (0, 0, 4, 8), "toolbar": True, "font": ("LiberationSans-Regular", "Arimo"), "title_at": ("left", "centre"), "title_bold": True},
    "google": {"palette": ("google", "sheets"), "grid": "value", "grid_color": "cccccc", "spines": "bottom", "spine_color": "333333", "tick": 0, "fg": ("222222", "444444"), "legend": ("right", "top"), "title_bold": True, "font": ("LiberationSans-Regular", "Roboto")},
    "tableau": {"palette": "tableau20", "grid": ("value", ""), "grid_color": "f0f0f0", "spines": ("left bottom", ""), "spine_color": "d4d4d4", "fg": "555555", "font": ("OpenSans", "Roboto", "Lato"), "gap": (0.1, 0.3)},
    "economist": {"palette": "economist", "grid": "value", "grid_color": ("b7c6cf", "d9d9d9"), "spines": "bottom", "tick": (0, 4), "bg": ("ffffff", "d5e4eb", "e9edf0"), "title_bold": True, "title_at": "left", "legend": ("top", "direct"), "value_side": "right", "brand": True},
    "ft": {"palette": "ft", "bg": "fff1e5", "grid": "value", "grid_color": "e3d3c7", "spines": "bottom", "title_at": "left", "legend": ("direct", "top"), "fg": "66605c"},
    "owid": {"palette": "owid", "font": ("Lato",), "grid": "value", "grid_color": "dddddd", "grid_dash": (4, 4), "spines": ("bottom", ""), "legend": ("direct", "top"), "title_at": "left", "brand": True, "fg": "666666", "labels": (0.5,)},
    "rbase": {"palette": ("basic", "greys"), "grid": "", "spines": ("left bottom", "box"), "tick": 7, "fg": "000000", "font": ("NimbusSans", "LiberationSans-Regular"), "title_bold": True, "title_at": "centre"},
    "paper": {"palette": ("greys", "tab10", "basic", "set1"), "grid": ("", "both"), "spines": "box", "tick": -4, "fg": "000000", "serif": True, "legend": ("inside", "bottom")},
    "dark": {"palette": ("neon", "set2", "echarts", "plotly"), "dark": True, "grid": "value", "spines": ("bottom", "")},
    "slide": {"palette": ("office", "blues", "set2", "tableau20"), "grid": "", "spines": ("bottom", ""), "tick": 0, "labels": (0.9,), "value_hidden": (True, True, False), "legend": ("bottom", "top", "right")},
    "free": {}, "free2": {}, "free3": {}, "free4": {},
    "datawrapper": {"palette": "datawrapper", "font": ("Roboto",), "grid": "value", "grid_color": "dadada", "spines": ("bottom", ""), "legend": ("top", "direct"), "title_at": "left", "labels": (0.6,), "title_bold": True, "tick": 0},
    "powerbi": {"palette": "powerbi", "font": ("OpenSans", "NotoSans"), "grid": "value", "grid_color": "c8c6c4", "grid_dash": (1, 3), "spines": "", "legend": "top", "title_at": "left", "fg": "605e5c", "tick": 0},
    "gnuplot": {"palette": "gnuplot", "grid": ("", "both"), "spines": "box", "spine_color": "000000", "tick": -6, "fg": "000000", "legend": "inside", "font": ("LiberationSans-Regular", "DejaVuSans", "FreeSans")},
    "grafana": {"palette": "grafana", "dark": True, "grid": "both", "spines": "", "legend": ("bottom", "right"), "font": ("Roboto", "Inter"), "tick": 0},
}
_GROUNDS = ("ffffff",) * 10 + ("fafafa", "f5f5f5", "fffdf5", "f8f9fa", "eef3f8", "fdf6e3", "f0f0f0")
_DARK = ("1e1e1e", "121212", "2b2b2b", "100c2a", "0d1b2a", "262730", "141619", "333333", "1b1b3a")


@dataclass
class Style:
    maker: str
    bg: tuple
    plot_bg: tuple
    fg: tuple
    title_fg: tuple
    colors: list
    regular: str
    bold: str
    size: float
    title_size: float
    title_bold: bool
    title_at: str
    grid: str
    grid_color: tuple
    grid_width: int
    grid_dash: tuple | None
    spines: str
    spine_color: tuple
    tick: int
    legend: str
    legend_box: bool
    frame: str
    gap: float
    radius: int
    stroke: int
    stroke_color: tuple
    alpha: float
    labels: bool
    label_in: bool
    value_side: str
    value_hidden: bool
    dark: bool
    toolbar: bool
    brand: bool
    line_width: float
    plot_line: tuple | None
    fonts: dict = field(default_factory=dict)

    def font(self, scale=1.0, bold=False) -> Font:
        key = (scale, bold)
        if key not in self.fonts:
            self.fonts[key] = Font(self.bold if bold else self.regular, self.size * scale)
        return self.fonts[key]

    def color(self, index: int) -> tuple:
        base = self.colors[index % len(self.colors)]
        turn = index // len(self.colors)
        return base if turn == 0 else tuple(int(c * 0.7 ** turn) for c in base)


def pick_style(rng: random.Random, held_out=False) -> Style:
    names = HELD_OUT if held_out else tuple(m for m in MAKERS if m not in HELD_OUT)
    maker = rng.choice(names)
    fixed = MAKERS[maker]

    def take(name, default):
        value = fixed.get(name)
        if value is None:
            return default() if callable(default) else default
        return rng.choice(value) if isinstance(value, tuple) and name != "grid_dash" else value

    dark = take("dark", lambda: rng.random() < 0.08)
    bg = hexed(take("bg", lambda: rng.choice(_DARK if dark else _GROUNDS)))
    plot_bg = take("plot_bg", lambda: "" if rng.random() < 0.9 else rng.choice(("f4f4f4", "eaeaf2", "fffff0", "e8eef4")))
    fg = hexed(rng.choice(("d0d0d0", "ffffff", "b9b8ce"))) if dark else hexed(take("fg", lambda: rng.choice(("000000", "333333", "555555", "666666", "222222", "3b4a5a"))))
    regular, bold = _faces(rng, fixed)
    size = take("size", lambda: rng.choice((9, 10, 11, 12, 12, 13, 14, 16))) * rng.choice((1, 1, 1, 0.9, 1.15, 1.3))
    fades = tuple(int(b + (f - b) * rng.uniform(0.08, 0.3)) for b, f in zip(bg, fg))
    grid_color = fades if dark or "grid_color" not in fixed and rng.random() < 0.7 else hexed(take("grid_color", lambda: rng.choice(("cccccc", "dddddd", "e6e6e6", "999999"))))
    return Style(
        maker=maker, bg=bg, plot_bg=hexed(plot_bg) if plot_bg and not dark else bg, fg=fg, dark=dark,
        title_fg=fg if rng.random() < 0.6 else (hexed("ffffff") if dark else hexed(rng.choice(("000000", "111111", "222222", "1a3a5a")))),
        colors=_colors(rng, take("palette", lambda: None), held_out), regular=regular, bold=bold, size=size,
        title_size=rng.choice((1.15, 1.3, 1.4, 1.5, 1.7, 2.0)), title_bold=take("title_bold", lambda: rng.random() < 0.5), title_at=take("title_at", lambda: rng.choice(("left", "centre"))),
        grid=take("grid", lambda: rng.choice(("", "", "value", "value", "value", "both", "category"))), grid_color=grid_color, grid_width=1 if rng.random() < 0.93 else 2,
        grid_dash=take("grid_dash", lambda: rng.choice((None,) * 6 + ((4, 4), (2, 2), (1, 3), (6, 3)))),
        spines=take("spines", lambda: rng.choice(("left bottom", "left bottom", "bottom", "box", "", "left"))),
        spine_color=hexed(take("spine_color", "000000")) if "spine_color" in fixed and not dark else tuple(int(b + (f - b) * rng.choice((1, 0.7, 0.4))) for b, f in zip(bg, fg)),
        tick=take("tick", lambda: rng.choice((0, 0, 4, 5, 6, 3, -4))), legend=take("legend", lambda: rng.choice(("top", "bottom", "right", "left", "inside", "direct", "top", "bottom", "right"))),
        legend_box=take("legend_box", lambda: rng.random() < 0.15), frame=take("frame", lambda: "" if rng.random() < 0.8 else rng.choice(("line", "rounded", "bevel", "shadow"))),
        gap=rng.uniform(*fixed["gap"]) if "gap" in fixed else rng.choice((0.05, 0.15, 0.2, 0.3, 0.4, 0.5, 0.65)), radius=take("radius", lambda: rng.choice((0,) * 8 + (2, 4, 8, 20))),
        stroke=take("stroke", lambda: rng.choice((0,) * 5 + (1, 1, 2))), stroke_color=hexed(take("stroke_color", lambda: rng.choice(("ffffff", "000000", "self")))),
        alpha=take("alpha", lambda: rng.choice((1,) * 6 + (0.85, 0.7, 0.5))), labels=rng.random() < take("labels", 0.28), label_in=take("label_in", lambda: rng.random() < 0.35),
        value_side=take("value_side", lambda: "left" if rng.random() < 0.92 else "right"), value_hidden=take("value_hidden", lambda: rng.random() < 0.06),
        toolbar=bool(take("toolbar", lambda: rng.random() < 0.06)) and rng.random() < 0.8, brand=bool(take("brand", lambda: rng.random() < 0.08)),
        line_width=rng.choice((1, 1.5, 2, 2, 2, 3, 3, 4, 5)), plot_line=hexed(p) if (p := take("plot_line", "")) and not dark else None,
    )


def hexed(text) -> tuple:
    if text == "self":
        return (-1, -1, -1)
    return tuple(int(text[i : i + 2], 16) for i in (0, 2, 4))


def shade(color, by: float) -> tuple:
    """Lighter for by > 0, darker for by < 0."""
    goal = 255 if by > 0 else 0
    return tuple(int(c + (goal - c) * abs(by)) for c in color)


def light(color) -> bool:
    return 0.299 * color[0] + 0.587 * color[1] + 0.114 * color[2] > 150


def _colors(rng, name, held_out) -> list:
    if name is None:
        if rng.random() < 0.35:
            return _invented(rng)
        name = rng.choice([n for n in PALETTES if held_out or n not in HELD_OUT])
    colors = [hexed(c) for c in PALETTES[name].split()]
    if rng.random() < 0.25:
        rng.shuffle(colors)
    if rng.random() < 0.15:
        start = rng.randrange(len(colors))
        colors = colors[start:] + colors[:start]
    return colors


def _invented(rng) -> list:
    hue, level, depth = rng.random(), rng.uniform(0.3, 0.65), rng.uniform(0.25, 1)
    step = rng.choice((0.07, 0.618, 0.33, 0.0))
    out = []
    for i in range(7):
        l = min(0.9, level + (i * 0.09 if step == 0 else rng.uniform(-0.08, 0.08)))
        out.append(tuple(int(255 * c) for c in colorsys.hls_to_rgb((hue + i * step) % 1, l, depth)))
    return out


def _faces(rng, fixed) -> tuple:
    common, rest = families()
    if "font" in fixed and rng.random() < 0.85:
        wanted = rng.choice(fixed["font"])
        found = [f for f in common if wanted.lower() in f[0].rsplit("/", 1)[-1].lower()]
        if found:
            return rng.choice(found)
    if fixed.get("serif"):
        serif = [f for f in common + rest if any(w in f[0].lower() for w in ("serif", "roman", "times", "tinos", "cmunrm", "termes", "stix"))]
        if serif:
            return rng.choice(serif)
    return rng.choice(rest) if rest and rng.random() < 0.2 else rng.choice(common)
