"""
How well marks survive their own targets: perfect maps, decoded and scored. What is lost here no network can win back.
`check.py [COUNT] [POOL]`
"""

from __future__ import annotations

import json
import sys

import numpy as np

from compose import draw
from marks import KINDS
from pool import Pool
from scores import Score
from targets import draw_targets


def ceiling(pictures) -> dict:
    score = Score()
    for _, marks in pictures:
        heat, sides, _ = draw_targets(marks)
        score.add(heat.astype(np.float32) / 255, sides.astype(np.float32), KINDS.index(marks.kind), marks)
    return score.table()


if __name__ == "__main__":
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    print("rasteriser", json.dumps(ceiling(draw(i) for i in range(count))))
    pool = Pool(sys.argv[2]) if len(sys.argv) > 2 else []
    if len(pool):
        print("pool", json.dumps(ceiling(pool.load(i) for i in range(0, len(pool), max(1, len(pool) // count)))))
