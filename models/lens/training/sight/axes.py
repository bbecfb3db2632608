"""Axes as plain data: where a value lies, and which ticks there are."""

from __future__ import annotations

import math
import random
from dataclasses import dataclass, field

from words import MONTHS, NumberStyle

Box = tuple


@dataclass
class Axis:
    lo: float
    hi: float
    ticks: list = field(default_factory=list)  # (value, text)
    log: bool = False
    category: bool = False
    title: str = ""
    hidden: bool = False
    flipped: bool = False
    numbers: NumberStyle | None = None
    step: float = 1.0

    def share(self, value) -> float:
        """0 at the low end, 1 at the high end."""
        if self.log:
            at = (math.log(max(value, self.lo * 1e-3)) - math.log(self.lo)) / (math.log(self.hi) - math.log(self.lo))
        else:
            at = (value - self.lo) / (self.hi - self.lo)
        return 1 - at if self.flipped else at

    def value(self, share) -> float:
        """The value at a share of the way from the low end to the high end."""
        at = 1 - share if self.flipped else share
        return self.lo * (self.hi / self.lo) ** at if self.log else self.lo + at * (self.hi - self.lo)


def value_axis(rng: random.Random, lo: float, hi: float, *, zero=True, log=False) -> Axis:
    if log and lo > 0:
        low, high = math.floor(math.log10(lo)), math.ceil(math.log10(hi) + 1e-9)
        high = max(high, low + 1)
        numbers = NumberStyle(rng, 10.0**high)
        ticks = [(10.0**e, numbers.text(10.0**e, min(1, 10.0**e))) for e in range(low, high + 1)]
        return Axis(10.0**low, 10.0**high, ticks, log=True, numbers=numbers)
    if zero:
        lo, hi = min(lo, 0), max(hi, 0)
    if hi - lo <= 0:
        hi = lo + 1
    step = nice((hi - lo) / rng.choice((3, 4, 5, 5, 6, 8, 10)))
    snapped = rng.random() < 0.8
    bottom = math.floor(lo / step + 1e-9) * step
    top = math.ceil(hi / step - 1e-9) * step
    start, end = (bottom, top) if snapped else (min(lo - (hi - lo) * 0.05, lo) if lo < 0 or not zero else lo, hi + (hi - lo) * rng.uniform(0.02, 0.08))
    numbers = NumberStyle(rng, max(abs(lo), abs(hi)))
    ticks = []
    value = math.ceil(start / step - 1e-6) * step
    while value <= end + step * 1e-6:
        ticks.append((value, numbers.text(0.0 if abs(value) < step * 1e-6 else value, step)))
        value += step
    return Axis(start, end, ticks, numbers=numbers, step=step)


def category_axis(names: list[str], *, between=True) -> Axis:
    """`between`: each name has a band of its own; otherwise the first and last stand on the plot's edges."""
    at = [i + 0.5 for i in range(len(names))] if between else [float(i) for i in range(len(names))]
    hi = len(names) if between else max(1, len(names) - 1)
    return Axis(0, hi, list(zip(at, names)), category=True)


def date_axis(rng: random.Random, count: int) -> Axis:
    """`count` points lie at 0, 1, 2, …; the labels are dates of some of them."""
    form = rng.choice(("year", "month", "month", "day", "day", "hour"))
    start = rng.randint(1950, 2020)
    every = max(1, math.ceil(count / rng.randint(4, 9)))
    ticks = []
    for i in range(rng.choice((0, 0, 1)) if count > 4 else 0, count, every):
        month = MONTHS[i % 12]
        if form == "year":
            text = str(start + i) if rng.random() < 0.98 else f"'{(start + i) % 100:02d}"
        elif form == "month":
            text = f"{month[:3]} {start + i // 12}" if count > 14 else month[:3]
        elif form == "day":
            text = f"{MONTHS[(i // 28) % 12][:3]} {i % 28 + 1:02d}" if start % 2 else f"{start}-{(i // 28) % 12 + 1:02d}-{i % 28 + 1:02d}"
        else:
            text = f"{i % 24:02d}:00"
        ticks.append((float(i), text))
    return Axis(0, max(1, count - 1), ticks)


def nice(step: float) -> float:
    power = 10.0 ** math.floor(math.log10(step))
    return min((1, 2, 2.5, 5, 10), key=lambda m: abs(math.log(m * power / step))) * power


def wrapped(text, font, room) -> list[str]:
    lines: list[str] = []
    for word in text.split(" "):
        if lines and font.width(f"{lines[-1]} {word}") <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def shortened(text, font, room) -> str:
    if font.width(text) <= room:
        return text
    while len(text) > 1 and font.width(text + "…") > room:
        text = text[:-1]
    return text.rstrip() + "…"
