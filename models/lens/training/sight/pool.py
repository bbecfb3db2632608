"""Charts that real libraries drew: zip files of pictures and marks, shown again and again in other colours and states."""

from __future__ import annotations

import random
import zipfile
from pathlib import Path

import cv2
import numpy as np

from degrade import degrade
from marks import Marks, from_json

# Libraries that are only scored, never learnt from.
HELD_OUT = ("plotly",)


class Pool:
    """Entries `library/name.png` and `library/name.json` in every zip of a folder; kept packed, unpacked when shown."""

    def __init__(self, folder: str, held_out=False):
        self.entries: list[tuple[str, bytes, bytes]] = []
        for path in sorted(Path(folder).glob("*.zip")):
            with zipfile.ZipFile(path) as archive:
                names = {n for n in archive.namelist()}
                for name in sorted(n for n in names if n.endswith(".json")):
                    library = name.split("/")[0]
                    picture = next((name[:-5] + e for e in (".png", ".jpg", ".webp") if name[:-5] + e in names), None)
                    if picture and (library in HELD_OUT) == held_out:
                        self.entries.append((library, archive.read(picture), archive.read(name)))

    def __len__(self) -> int:
        return len(self.entries)

    def load(self, index: int) -> tuple[np.ndarray, Marks]:
        _, picture, marks = self.entries[index]
        img = cv2.imdecode(np.frombuffer(picture, np.uint8), cv2.IMREAD_COLOR)
        return cv2.cvtColor(img, cv2.COLOR_BGR2RGB), from_json(marks.decode())

    def sample(self, rng: random.Random) -> tuple[np.ndarray, Marks]:
        img, marks = self.load(rng.randrange(len(self.entries)))
        if rng.random() < 0.5:
            img = recoloured(img, rng)
        return degrade(np.ascontiguousarray(img), marks, np.random.default_rng(rng.getrandbits(32)))


def recoloured(img: np.ndarray, rng: random.Random) -> np.ndarray:
    """Other hues, now and then as on a dark screen; greys stay grey."""
    form = rng.random()
    if form < 0.45:
        return img[..., rng.choice(((0, 2, 1), (1, 0, 2), (1, 2, 0), (2, 0, 1), (2, 1, 0)))]
    if form < 0.85:
        hues = (np.arange(256) + rng.randrange(180)) % 180
        depths = np.minimum(np.arange(256) * rng.uniform(0.6, 1.2), 255)
        table = np.stack([hues, depths, np.arange(256)], 1).astype(np.uint8)[None]
        return cv2.cvtColor(cv2.LUT(cv2.cvtColor(img, cv2.COLOR_RGB2HSV), table), cv2.COLOR_HSV2RGB)
    low = rng.randint(0, 50)
    return cv2.LUT(img, (255 - np.arange(256) * (255 - low) // 255).astype(np.uint8))
