"""One training sample: a picture of the wanted size with its maps; and processes that make them without end."""

from __future__ import annotations

import mmap
import multiprocessing as mp
import queue
import random
import signal
import sys

import cv2
import numpy as np

from compose import draw
from marks import KINDS, TRAITS, Marks
from pool import Pool
from targets import GROUPS, HEAT, SIDES, STRIDE, draw_targets


def layout(height: int, width: int) -> dict:
    h, w = height // STRIDE, width // STRIDE
    return {
        "picture": ((height, width, 3), np.uint8), "heat": ((len(HEAT), h, w), np.uint8), "sides": ((len(SIDES), h, w), np.float16),
        "valid": ((len(GROUPS), h, w), np.uint8), "kind": ((), np.int64), "traits": ((len(TRAITS),), np.uint8), "seen": ((), np.float32),
    }


def fit(img: np.ndarray, marks: Marks, height: int, width: int, rng: random.Random) -> tuple[np.ndarray, Marks, float]:
    """Crops or pads to the size; gives also how much of the picture is still there."""
    h, w = img.shape[:2]
    if (w > width * 1.6 or h > height * 1.6) and rng.random() < 0.6:
        scale = max(0.5, min(width / w, height / h))
        img = cv2.resize(img, (round(w * scale), round(h * scale)), interpolation=cv2.INTER_AREA)
        marks = marks.placed(img.shape[1] / w, img.shape[0] / h, 0, 0, img.shape[1], img.shape[0])
        h, w = img.shape[:2]
    dx = rng.randint(0, width - w) if w <= width else -rng.randint(0, w - width)
    dy = rng.randint(0, height - h) if h <= height else -rng.randint(0, h - height)
    out = np.empty((height, width, 3), np.uint8)
    ground = img[0, 0].tolist() if rng.random() < 0.5 else rng.choice(((255, 255, 255), (0, 0, 0), (128, 128, 128)))
    cv2.rectangle(out, (0, 0), (width, height), ground, -1)
    x0, y0, x1, y1 = max(0, dx), max(0, dy), min(width, dx + w), min(height, dy + h)
    out[y0:y1, x0:x1] = img[y0 - dy : y1 - dy, x0 - dx : x1 - dx]
    return out, marks.placed(1, 1, dx, dy, width, height), (x1 - x0) * (y1 - y0) / (w * h)


def write(slot: dict, i: int, img: np.ndarray, marks: Marks, share: float) -> None:
    slot["picture"][i] = img
    slot["heat"][i], slot["sides"][i], slot["valid"][i] = draw_targets(marks)
    slot["kind"][i] = KINDS.index(marks.kind)
    slot["traits"][i] = [t in marks.traits for t in TRAITS]
    slot["seen"][i] = float(share > 0.75)


def make(seed: int, slot: dict, i: int, pool: Pool | None, pool_share: float, held_out=False) -> None:
    height, width = slot["picture"].shape[1:3]
    rng = random.Random(seed)
    use_pool = pool is not None and len(pool) and rng.random() < pool_share
    img, marks = pool.sample(rng) if use_pool else draw(seed, held_out)
    write(slot, i, *fit(img, marks, height, width, rng))


class Factory:
    """Processes that fill slots of `batch` samples in shared memory. Take a slot, use it, give it back."""

    def __init__(self, workers: int, slots: int, batch: int, size: tuple[int, int], *, seed: int, pool: Pool | None = None, pool_share=0.4):
        context = mp.get_context("fork")
        self.slots = [_shared(batch, layout(*size)) for _ in range(slots)]
        self.empty, self.full = context.Queue(), context.Queue()
        args = [(self.slots, self.empty, self.full, seed + k * 100_000_007, pool, pool_share) for k in range(workers)]
        self.processes = [context.Process(target=_work, args=a, daemon=True) for a in args]
        for process in self.processes:
            process.start()
        for i in range(slots):  # after the forks: a queue's own thread mustn't be copied
            self.empty.put(i)

    def take(self, timeout=120.0) -> int:
        return self.full.get(timeout=timeout)

    def take_ready(self) -> int | None:
        try:
            return self.full.get_nowait()
        except queue.Empty:
            return None

    def give(self, index: int) -> None:
        self.empty.put(index)

    def close(self) -> None:
        for process in self.processes:
            process.terminate()
            process.join()


def _shared(batch: int, fields: dict) -> dict:
    out = {}
    for name, (shape, kind) in fields.items():
        size = int(np.prod((batch, *shape))) * np.dtype(kind).itemsize
        out[name] = np.frombuffer(mmap.mmap(-1, max(1, size)), kind, count=int(np.prod((batch, *shape)))).reshape(batch, *shape)
    return out


def _work(slots, empty, full, seed, pool, pool_share) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    cv2.setNumThreads(1)
    while True:
        index = empty.get()
        slot = slots[index]
        for i in range(len(slot["kind"])):
            seed = _make_some(seed, slot, i, pool, pool_share)
        full.put(index)


def _make_some(seed, slot, i, pool, pool_share) -> int:
    """A picture that can't be drawn must not end a run of hours: it is told of and passed over."""
    while True:
        seed += 1
        try:
            make(seed, slot, i, pool, pool_share)
            return seed
        except Exception as error:
            print(f"seed {seed} left out: {type(error).__name__}: {error}", file=sys.stderr, flush=True)
