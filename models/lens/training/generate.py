"""Writes shards of rendered lines: python generate.py FOLDER --seed 1 --shards 100 [--held-out] [--lines 4096]

A shard's content depends on its number and the seed alone. Shards that exist are kept, so that a stopped run goes on.
"""

import argparse
import json
import os
import random

import numpy as np

from charset import canonical, encode
from fonts import Fonts
from render import HEIGHT, drawable, render, style
from text import KINDS, Corpus, line

TIERS = ["screen", "compressed", "scan"]


def shard(seed: int, count: int, fonts: Fonts, corpus: Corpus):
    rng, noise = random.Random(seed), np.random.default_rng(seed)
    neighbours = lambda: line(rng, corpus)[1]
    strips = []
    while len(strips) < count:
        kind, text = line(rng, corpus)
        font = fonts.pick(rng, drawable(text))
        if font is None:
            continue
        look = style(rng, font)
        for _ in range(4):
            if font["chars"].issuperset(drawable(text)):
                strip = render(rng, noise, look, kind, text, lambda: plain(neighbours(), font))
                if strip is not None and strip.text == canonical(text):
                    strips.append(strip)
            kind, text = line(rng, corpus)
    rng.shuffle(strips)
    return strips[:count]


def plain(text: str, font: dict) -> str:
    return "".join(char for char in text if char in font["chars"])


def save(path: str, strips) -> None:
    widths = np.array([strip.pixels.shape[1] for strip in strips], dtype=np.int32)
    lengths = np.array([len(strip.text) for strip in strips], dtype=np.int32)
    np.savez(
        path + ".part.npz",
        pixels=np.concatenate([strip.pixels for strip in strips], axis=1),
        widths=widths,
        ids=np.concatenate([encode(strip.text) for strip in strips]).astype(np.uint16),
        centres=np.concatenate([strip.centres for strip in strips]).astype(np.float32),
        lengths=lengths,
        kinds=np.array([list(KINDS).index(strip.kind) for strip in strips], dtype=np.uint8),
        tiers=np.array([TIERS.index(strip.tier) for strip in strips], dtype=np.uint8),
    )
    os.rename(path + ".part.npz", path)


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("folder")
    options.add_argument("--fonts", required=True, help="the list that fonts.py wrote")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--first", type=int, default=0)
    options.add_argument("--shards", type=int, default=100)
    options.add_argument("--step", type=int, default=1, help="for several processes side by side")
    options.add_argument("--lines", type=int, default=4096)
    options.add_argument("--held-out", action="store_true", help="with the fonts kept for validation")
    given = options.parse_args()
    with open(given.fonts) as file:
        fonts = Fonts(json.load(file), given.held_out)
    corpus = Corpus()
    os.makedirs(given.folder, exist_ok=True)
    for number in range(given.first, given.first + given.shards, given.step):
        path = os.path.join(given.folder, f"{'held' if given.held_out else 'lines'}-{given.seed}-{number:05d}.npz")
        if not os.path.exists(path):
            save(path, shard(given.seed * 1_000_003 + number, given.lines, fonts, corpus))


if __name__ == "__main__":
    main()
