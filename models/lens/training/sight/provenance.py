"""One hash for everything that the training data come from: the drawing code, the fonts' names and the pool's files."""

from __future__ import annotations

import hashlib
from pathlib import Path

from typeface import families

_CODE = ("marks", "canvas", "typeface", "words", "style", "figure", "axes", "plot", "legend", "bars", "floats", "curves", "points", "round", "compose", "degrade", "targets", "samples", "pool")


def data_hash(pool: str) -> str:
    total = hashlib.sha256()
    for name in _CODE:
        total.update((Path(__file__).parent / f"{name}.py").read_bytes())
    for pair in sum(families(), []):
        total.update("".join(Path(p).name for p in pair).encode())
    for path in sorted(Path(pool).glob("*.zip")):
        total.update(path.name.encode() + hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()
