"""What happens to pictures on their way: resizing, blur, JPEG, noise, tints, ragged crops."""

from __future__ import annotations

import cv2
import numpy as np

from marks import Marks

_RESAMPLE = (cv2.INTER_AREA, cv2.INTER_LINEAR, cv2.INTER_CUBIC, cv2.INTER_LANCZOS4)


def degrade(img: np.ndarray, marks: Marks, rng: np.random.Generator) -> tuple[np.ndarray, Marks]:
    if rng.random() < 0.55:
        img, marks = _resize(img, marks, rng)
    if rng.random() < 0.08:
        img = cv2.GaussianBlur(img, (0, 0), rng.uniform(0.4, 1.1))
    if rng.random() < 0.1:
        img = _tint(img, rng)
    if rng.random() < 0.06:
        noise = rng.normal(0, rng.uniform(2, 9), img.shape[:2]).astype(np.float32)
        img = np.clip(img + noise[..., None], 0, 255).astype(np.uint8)
    if rng.random() < 0.35:
        quality = int(rng.choice((30, 45, 60, 70, 75, 80, 85, 90, 95)))
        img = cv2.imdecode(cv2.imencode(".jpg", img, [cv2.IMWRITE_JPEG_QUALITY, quality])[1], cv2.IMREAD_COLOR)
    if rng.random() < 0.03:
        img = np.repeat(cv2.cvtColor(img, cv2.COLOR_RGB2GRAY)[..., None], 3, 2)
    return img, marks


def _resize(img, marks, rng):
    h, w = img.shape[:2]
    scale = float(rng.choice((0.75, 0.85, 1.25, 1.5, 2.0, 1.1, 1.33, 0.9)))
    if rng.random() < 0.5:
        scale *= float(rng.uniform(0.85, 1.15))
    stretch = float(rng.uniform(0.93, 1.07)) if rng.random() < 0.1 else 1.0
    width, height = max(64, round(w * scale * stretch)), max(64, round(h * scale))
    how = cv2.INTER_AREA if scale < 1 else int(rng.choice(_RESAMPLE[1:]))
    img = cv2.resize(img, (width, height), interpolation=how)
    return img, marks.placed(width / w, height / h, 0, 0, width, height)


def _tint(img, rng):
    levels = np.arange(256)[:, None] * rng.uniform(0.85, 1.1, 3) + rng.uniform(-12, 12)
    return cv2.LUT(img, np.clip(levels, 0, 255).astype(np.uint8)[None])
