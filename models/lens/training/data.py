"""Shards on disk become batches of normalised strips of like width."""

import glob
import os
import random
import time

import numpy as np

from charset import ALPHABET
from model import PATCH, STEP

BUDGET = 64 * 52  # columns of a batch: 64 lines of 208 pixels
BUCKET = 48  # widths of batches are multiples of this


def normalised(strip: np.ndarray) -> np.ndarray:
    """Grey bytes to ink: 0 the paper, 1 the strongest ink, whichever of both is the lighter. src/lens does the same."""
    counts = np.bincount((strip >> 4).ravel(), minlength=17)
    low = int(np.argmax(counts[:15] + counts[1:16])) << 4
    inside = strip[(strip >= low) & (strip < low + 32)]
    away = inside.mean(dtype=np.float64) - strip.astype(np.float32)
    squares = np.square(away)
    if squares[away < 0].sum() > squares[away > 0].sum():
        away = -away
    spread = np.bincount(np.abs(away).astype(np.int32).ravel(), minlength=256)
    strongest = int(np.searchsorted(np.cumsum(spread), 0.99 * away.size))
    return np.clip(away / max(24, strongest), -1, 1).astype(np.float32)


class Shard:
    def __init__(self, path: str):
        with np.load(path) as held:
            pixels, self.widths, ids, centres, lengths = (held[name] for name in ("pixels", "widths", "ids", "centres", "lengths"))
            self.kinds, self.tiers = held["kinds"], held["tiers"]
        edges = np.cumsum(self.widths)
        stops = np.cumsum(lengths)
        self.strips = [(normalised(pixels[:, b - w : b]) * 127).astype(np.int8) for b, w in zip(edges, self.widths)]
        self.ids = [ids[b - n : b].astype(np.int64) for b, n in zip(stops, lengths)]
        self.centres = [centres[b - n : b] for b, n in zip(stops, lengths)]


class Pool:
    """Gives batches without end, from the shards that were used least."""

    def __init__(self, folder: str, seed: int):
        self.folder, self.rng, self.uses = folder, random.Random(seed), {}

    def batches(self, shards_at_once: int = 3):
        while True:
            for path in glob.glob(os.path.join(self.folder, "*-*-?????.npz")):
                self.uses.setdefault(path, 0)
            chosen = sorted(self.uses, key=lambda path: (self.uses[path], self.rng.random()))[:shards_at_once]
            for path in chosen:
                self.uses[path] += 1
            if not chosen:
                time.sleep(1)  # generate.py is still at the first
            yield from shuffled([Shard(path) for path in chosen], self.rng)


def shuffled(shards: list[Shard], rng: random.Random):
    lines = [(shard, index) for shard in shards for index in range(len(shard.strips))]
    rng.shuffle(lines)
    every = grouped(lines)
    groups = [group for group in every if len(group) == capacity(width_of(group[0]))] or every
    rng.shuffle(groups)
    for group in groups:
        yield batch(group, rng)


def grouped(lines):
    """Batches of one width each: few shapes, since the CPU prepares its kernels for every shape that it meets."""
    buckets: dict[int, list] = {}
    for line in lines:
        buckets.setdefault(width_of(line), []).append(line)
    return [
        bucket[first : first + capacity(width)]
        for width, bucket in sorted(buckets.items())
        for first in range(0, len(bucket), capacity(width))
    ]


def width_of(line) -> int:
    return (int(line[0].widths[line[1]]) + 6 + BUCKET - 1) // BUCKET * BUCKET


def capacity(width: int) -> int:
    return max(8, min(128, BUDGET // (width // PATCH)))


def batch(lines, rng: random.Random | None = None):
    """{strips, targets, lengths, columns, lines}; with `rng`, every strip is changed a little."""
    shift = [rng.randint(0, 6) if rng else 0 for _ in lines]
    width = max(map(width_of, lines))
    strips = np.zeros((len(lines), 1, 32, width), dtype=np.float32)
    columns = np.zeros((len(lines), width // STEP), dtype=np.int64)
    nearby = np.ones((len(lines), width // STEP), dtype=np.float32)
    for row, ((shard, index), off) in enumerate(zip(lines, shift)):
        strip = shard.strips[index].astype(np.float32) / 127
        strips[row, 0, :, off : off + strip.shape[1]] = altered(strip, rng) if rng else strip
        place(columns[row], nearby[row], shard.ids[index], shard.centres[index] + off)
    targets = [shard.ids[index] for shard, index in lines]
    return {"strips": strips, "columns": columns, "nearby": nearby, "targets": targets, "lines": lines}


def altered(strip: np.ndarray, rng: random.Random) -> np.ndarray:
    if rng.random() < 0.3:
        strip = np.roll(strip, rng.choice([-1, 1]), axis=0)
    if rng.random() < 0.5:
        strip = strip * rng.uniform(0.6, 1)
    if rng.random() < 0.2:
        strip = strip + np.random.standard_normal(strip.shape).astype(np.float32) * rng.uniform(0.01, 0.08)
    return -strip if rng.random() < 0.02 else strip


def place(columns: np.ndarray, nearby: np.ndarray, ids: np.ndarray, centres: np.ndarray) -> None:
    """Each character in the column that its centre falls in; columns beside it count less as blanks."""
    last = -1
    for char, centre in zip(ids, centres):
        column = max(last + 1, int(centre / STEP))
        if column >= len(columns):
            return
        columns[column] = char
        nearby[max(0, column - 1) : column + 2] = 0.3
        last = column


FIGURES = np.array([False] + [char in "0123456789.,-%" for char in ALPHABET])
