"""Draws one line of text as it stands in charts, screenshots and scans, and cuts it out as a detector would.

A strip is grey, HEIGHT pixels high, of any width; the centre of each character is known in strip pixels.
"""

import functools
import random
from dataclasses import dataclass

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from charset import canonical

HEIGHT = 32
MAX_WIDTH = 960
RAISED = {**dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")), "⁺": "+"}
LOWERED = dict(zip("₀₁₂₃₄₅₆₇₈₉", "0123456789"))
RESIZERS = [cv2.INTER_LINEAR, cv2.INTER_CUBIC, cv2.INTER_AREA, cv2.INTER_LANCZOS4, cv2.INTER_CUBIC]
cv2.setNumThreads(1)


@dataclass
class Style:
    """What lines of one picture share."""

    font: dict
    size: float
    oversample: int
    layout: int
    paper: int
    ink: int
    tier: str


@dataclass
class Strip:
    pixels: np.ndarray
    text: str
    centres: np.ndarray
    kind: str
    tier: str


@functools.lru_cache(maxsize=600)
def load(path: str, size: int, layout: int):
    return ImageFont.truetype(path, size, layout_engine=layout)


def style(rng: random.Random, font: dict) -> Style:
    tier = rng.choices(["screen", "compressed", "scan"], weights=[42, 25, 33])[0]
    size = rng.triangular(10, 36, 20) if tier == "scan" else rng.choice([rng.uniform(8, 14), rng.uniform(8, 18), rng.uniform(9, 30)])
    paper, ink = shades(rng, tier)
    oversample = rng.choice([1, 4 if size < 12 else 3, 3 if size < 18 else 2])
    return Style(font, round(size) if oversample == 1 else size, oversample, rng.choice([0, 0, 1]), paper, ink, tier)


def shades(rng: random.Random, tier: str) -> tuple[int, int]:
    if tier == "scan":
        return rng.randint(200, 255), rng.randint(0, 90)
    shape = rng.random()
    if shape < 0.6:
        return rng.choice([255, 255, 255, rng.randint(225, 255)]), rng.randint(0, 130)
    if shape < 0.75:
        return rng.randint(0, 60), rng.randint(140, 255)
    while True:
        paper, ink = rng.randint(0, 255), rng.randint(0, 255)
        if abs(paper - ink) > 45:
            return paper, ink


def runs(text: str, font: dict, rng: random.Random):
    """(text, size factor, rise) of each part: raised and lowered figures are small figures where the font lacks them."""
    own = font["chars"].issuperset(text) and rng.random() < 0.4
    parts: list[list] = []
    for char in text:
        factor, rise, drawn = 1.0, 0.0, char
        if not own and char in RAISED:
            factor, rise, drawn = 0.7, 0.38, RAISED[char]
        elif not own and char in LOWERED:
            factor, rise, drawn = 0.7, -0.16, LOWERED[char]
        if parts and parts[-1][1:] == [factor, rise]:
            parts[-1][0] += drawn
        else:
            parts.append([drawn, factor, rise])
    return parts


def drawable(text: str) -> str:
    """What a font must have to draw the text."""
    return "".join(RAISED.get(char, LOWERED.get(char, char)) for char in text)


@functools.lru_cache(maxsize=60_000)
def advance(path: str, size: int, char: str) -> float:
    return load(path, size, 0).getlength(char)


def put(mask: Image.Image, x: float, base: float, text: str, look: Style, rng: random.Random):
    """Draws with the baseline at `base`; gives each character's left and right edge, all in mask pixels."""
    draw = ImageDraw.Draw(mask)
    edges = []
    for part, factor, rise in runs(text, look.font, rng):
        size = max(5, round(look.size * look.oversample * factor))
        font = load(look.font["path"], size, look.layout)
        draw.text((x, base - rise * look.size * look.oversample), part, fill=255, font=font, anchor="ls")
        advances = [advance(look.font["path"], size, char) for char in part]
        kerned = font.getlength(part) / max(1, sum(advances))
        for own in advances:
            edges.append((x, x + own * kerned))
            x += own * kerned
    return edges


def render(rng: random.Random, noise: np.random.Generator, look: Style, kind: str, text: str, neighbours) -> Strip | None:
    """One strip, or null where the line is too wide or lost its ink. `neighbours()` gives other lines to stand around it."""
    scale, size = look.oversample, look.size
    font = load(look.font["path"], max(5, round(size * scale)), look.layout)
    ascent, descent = font.getmetrics()
    width = font.getlength(drawable(text)) / scale
    crowded = look.tier == "scan" and rng.random() < 0.6 or rng.random() < 0.3
    margin = (1.6 if crowded else 1.2) * size
    height, full = 2 * margin + 1.4 * size, width + 2 * margin
    if full > 2600:
        return None
    mask = Image.new("L", (int(full * scale) + 1, int(height * scale) + 1), 0)
    left, base = margin * scale + rng.random() * scale, (margin + size) * scale + rng.random() * scale
    if scale == 1:
        left, base = round(left), round(base)
    edges = put(mask, left, base, text, look, rng)
    ink = mask.getbbox()
    if ink is None or len(edges) != len(text):
        return None
    box = text_box(rng, edges, ink, base, min(ascent, 1.2 * size * scale), min(descent, 0.4 * size * scale))
    crop = [edge / scale for edge in loosened(rng, box, size * scale)]
    if crowded:
        surround(rng, mask, look, edges, base, neighbours)
    alpha = np.asarray(mask, dtype=np.float32) / 255
    if scale > 1:
        alpha = cv2.resize(alpha, (int(full), int(height)), interpolation=cv2.INTER_AREA)
    centres = np.array([(a + b) / 2 / scale for a, b in edges], dtype=np.float32)
    picture = paint(rng, alpha, look, crop, [edge / scale for edge in ink])
    picture, centres = turned(rng, picture, centres, crop, look)
    strip, centres = cut(rng, noise, picture, centres, crop, look)
    if strip is None or strip.shape[1] > MAX_WIDTH:
        return None
    read, kept = folded(text, centres)
    return Strip(strip, read, kept, kind, look.tier)


def folded(text: str, centres: np.ndarray):
    """The canonical text with a centre for each of its characters: repeated spaces count as one."""
    read, kept = [], []
    for char, centre in zip(text, centres):
        for out in canonical(char) or " ":
            if out == " " and (not read or read[-1] == " "):
                continue
            read.append(out)
            kept.append(centre)
    while read and read[-1] == " ":
        read.pop(), kept.pop()
    return "".join(read), np.array(kept, dtype=np.float32)


def text_box(rng: random.Random, edges, ink, base: float, ascent: float, descent: float):
    """The line's box as a layout says it (ascent to descent) or as its ink does."""
    if rng.random() < 0.5:
        return [edges[0][0], base - ascent, edges[-1][1], base + descent]
    tall = 0.75 * ascent
    top, bottom = ink[1], ink[3]
    if bottom - top < tall:
        top, bottom = min(top, base - tall), max(bottom, base)
    return [ink[0], top, ink[2], bottom]


def loosened(rng: random.Random, box, size: float):
    loose = rng.choice([0.02, 0.08, 0.2, 0.35])
    sides = [rng.uniform(-0.03, loose) * size for _ in range(4)]
    if rng.random() < 0.15:
        sides[rng.choice([0, 2])] += rng.uniform(0, 1.2) * size
    return [box[0] - sides[0], box[1] - sides[1], box[2] + sides[2], box[3] + sides[3]]


def surround(rng: random.Random, mask: Image.Image, look: Style, edges, base: float, neighbours) -> None:
    """Other lines above, below, left and right, never touching what is to be read."""
    unit = look.size * look.oversample
    spacing = rng.uniform(1.08, 1.6) * unit
    for offset in (-spacing, spacing):
        if rng.random() < 0.7:
            put(mask, edges[0][0] - rng.uniform(0, 2) * unit, base + offset, fitting(drawable(neighbours()), edges), look, rng)
    gap = rng.uniform(0.9, 2) * unit
    if rng.random() < 0.3:
        put(mask, edges[-1][1] + gap, base + rng.choice([0, 0, 0.4, -0.4]) * unit, drawable(neighbours())[:3], look, rng)


def fitting(text: str, edges) -> str:
    return (text + " " + text)[: len(edges) + 6]


def paint(rng: random.Random, alpha: np.ndarray, look: Style, crop, ink) -> np.ndarray:
    """Paper, bars, grid, rules and ink, one over the other."""
    height, width = alpha.shape
    under = np.full((height, width), look.paper, dtype=np.float32)
    contrast = look.ink - look.paper
    if rng.random() < 0.14:
        block(rng, under, look, crop)
    if rng.random() < 0.25:
        grid(rng, under, look.paper + contrast * rng.uniform(0.08, 0.6), crop)
    picture = under * (1 - alpha) + look.ink * alpha
    if rng.random() < 0.22:
        beside(rng, picture, look, crop, ink)
    if rng.random() < 0.09:
        strike(rng, picture, look, crop, ink)
    return picture


def block(rng: random.Random, under: np.ndarray, look: Style, crop) -> None:
    """A filled area that ends within or near the crop, of a shade that the ink still stands out from."""
    away = 1 if look.ink < look.paper else -1
    shade = np.clip(look.ink + away * rng.uniform(0.45, 1.1) * abs(look.paper - look.ink), 0, 255)
    x = int(rng.uniform(crop[0] - 4, crop[2] + 4))
    y = int(rng.choice([rng.uniform(crop[1] - 3, crop[1] + 3), rng.uniform(crop[3] - 3, crop[3] + 3)]))
    areas = [np.s_[:, :x], np.s_[:, x:], np.s_[:y, :], np.s_[y:, :]]
    under[rng.choice(areas)] = shade


def grid(rng: random.Random, under: np.ndarray, shade: float, crop) -> None:
    for _ in range(rng.choice([1, 1, 2, 3])):
        thick = rng.choice([1, 1, 1, 2])
        if rng.random() < 0.5:
            x = int(rng.uniform(crop[0] - 2, crop[2] + 2))
            under[:, max(0, x) : x + thick] = shade
        else:
            y = int(rng.uniform(crop[1], crop[3]))
            under[max(0, y) : y + thick, :] = shade


def beside(rng: random.Random, picture: np.ndarray, look: Style, crop, ink) -> None:
    """Ticks, axis lines, swatches, box rules and points at the edges of the crop, clear of the letters."""
    shade = look.ink if rng.random() < 0.5 else rng.randint(0, 255)
    thick = rng.choice([1, 1, 1, 2, 3])
    l, t, r, b = (int(edge) for edge in ink)
    clear = rng.randint(2, 5)
    what = rng.random()
    side = rng.choice([l - clear - thick, r + clear])
    middle = (t + b) // 2
    if what < 0.35:
        reach = rng.randint(2, 8)
        picture[middle + rng.randint(-2, 2) : middle + 2 + thick, max(0, side - (reach if side < l else 0)) : max(0, side + (0 if side < l else reach))] = shade
    elif what < 0.6:
        picture[:, max(0, side) : max(0, side + thick)] = shade
    elif what < 0.8:
        y = t - clear - thick if rng.random() < 0.5 else b + clear - 1
        picture[max(0, y) : y + thick, :] = shade
    elif what < 0.92:
        edge = max(3, int(look.size * rng.uniform(0.4, 0.9)))
        x = max(0, l - clear - edge)
        picture[max(0, middle - edge // 2) : middle + edge // 2 + 1, x : max(0, l - clear)] = shade
    else:
        cv2.rectangle(picture, (l - clear - 1, t - clear), (r + clear, b + clear), float(shade), thick)


def strike(rng: random.Random, picture: np.ndarray, look: Style, crop, ink) -> None:
    """A thin line over the letters: an underline, a series' curve, a grid line in front."""
    shade = look.paper + (look.ink - look.paper) * rng.uniform(0.2, 0.9)
    if rng.random() < 0.7:
        base = crop[3] if rng.random() < 0.3 else ink[3]
        y = int(base - rng.uniform(-0.1, 0.22) * look.size)
        picture[y : y + (2 if look.size > 20 and rng.random() < 0.5 else 1), int(ink[0]) : int(ink[2])] = shade
        return
    ends = [(int(crop[0]) - 3, int(rng.uniform(crop[1], crop[3]))), (int(crop[2]) + 3, int(rng.uniform(crop[1], crop[3])))]
    cv2.line(picture, ends[0], ends[1], float(shade), 1, cv2.LINE_AA)


def turned(rng: random.Random, picture: np.ndarray, centres: np.ndarray, crop, look: Style):
    """A slight turn about the crop's middle; long lines turn less, as a detector would have levelled them."""
    if rng.random() > (0.35 if look.tier == "scan" else 0.08):
        return picture, centres
    width, height = crop[2] - crop[0], crop[3] - crop[1]
    limit = min(1.5, 20 * height / max(width, 1))
    angle = rng.uniform(-limit, limit)
    matrix = cv2.getRotationMatrix2D(((crop[0] + crop[2]) / 2, (crop[1] + crop[3]) / 2), angle, 1)
    size = (picture.shape[1], picture.shape[0])
    return cv2.warpAffine(picture, matrix, size, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE), centres


def cut(rng: random.Random, noise: np.random.Generator, picture: np.ndarray, centres: np.ndarray, crop, look: Style):
    """Degrades, cuts and brings to HEIGHT."""
    zoom = 1.0
    if rng.random() < {"screen": 0.2, "compressed": 0.5, "scan": 0.4}[look.tier]:
        zoom = max(rng.uniform(0.7, 1.8), 8.5 / look.size)
        picture = cv2.resize(picture, None, fx=zoom, fy=zoom, interpolation=rng.choice(RESIZERS) if zoom > 1 else cv2.INTER_AREA)
    picture = degraded(rng, noise, picture, look)
    x0, y0, x1, y1 = (int(round(edge * zoom)) for edge in crop)
    x0, y0, x1, y1 = max(0, x0), max(0, y0), min(picture.shape[1], x1), min(picture.shape[0], y1)
    if x1 - x0 < 2 or y1 - y0 < 5:
        return None, None
    piece = picture[y0:y1, x0:x1]
    stretch = HEIGHT / (y1 - y0)
    wide = stretch * (rng.uniform(0.85, 1.2) if rng.random() < 0.5 else 1)
    width = max(8, round((x1 - x0) * wide))
    strip = cv2.resize(piece, (width, HEIGHT), interpolation=rng.choice(RESIZERS) if stretch > 1 else cv2.INTER_AREA)
    return np.clip(strip, 0, 255).astype(np.uint8), (centres * zoom - x0) * (width / (x1 - x0))


def degraded(rng: random.Random, noise: np.random.Generator, picture: np.ndarray, look: Style) -> np.ndarray:
    contrast = abs(look.paper - look.ink)
    small = min(1.0, look.size / 16)
    if look.tier == "screen":
        return cv2.GaussianBlur(picture, (0, 0), rng.uniform(0.2, 0.5)) if rng.random() < 0.1 else picture
    if rng.random() < 0.5:
        picture = cv2.GaussianBlur(picture, (0, 0), rng.uniform(0.3, 1.15) * small)
    if look.tier == "scan":
        picture = scanned(rng, noise, picture, look, contrast, small)
    if rng.random() < 0.5:
        picture = picture + noise.normal(0, rng.uniform(0.01, 0.12) * contrast * small, picture.shape).astype(np.float32)
    if rng.random() < (0.75 if look.tier == "compressed" else 0.35):
        quality = rng.randint(30, 95) if contrast > 90 else rng.randint(60, 95)
        done = cv2.imencode(".jpg", np.clip(picture, 0, 255).astype(np.uint8), [cv2.IMWRITE_JPEG_QUALITY, quality])[1]
        picture = cv2.imdecode(done, cv2.IMREAD_GRAYSCALE).astype(np.float32)
    return picture


def scanned(rng: random.Random, noise: np.random.Generator, picture: np.ndarray, look: Style, contrast: float, small: float) -> np.ndarray:
    height, width = picture.shape
    if rng.random() < 0.25:  # worn or swollen ink
        kernel = np.ones((2, 2) if look.size > 14 else (1, 2), np.uint8)
        thick = cv2.erode(picture, kernel) if rng.random() < 0.6 else cv2.dilate(picture, kernel)
        share = rng.uniform(0.3, 1) * small
        picture = picture * (1 - share) + thick * share
    if rng.random() < 0.15:  # the back of the sheet
        picture = np.minimum(picture, look.paper - rng.uniform(0.05, 0.25) * (look.paper - np.roll(picture[:, ::-1], rng.randint(3, 30), axis=0)))
    if rng.random() < 0.2:  # shade over the sheet
        picture = picture + np.linspace(0, rng.uniform(-0.4, 0.4) * contrast, width, dtype=np.float32)[None, :]
    if rng.random() < 0.2:  # grain of the paper
        grain = noise.normal(0, rng.uniform(0.03, 0.1) * contrast, (height // 3 + 1, width // 3 + 1)).astype(np.float32)
        picture = picture + cv2.resize(grain, (width, height), interpolation=cv2.INTER_LINEAR)
    if rng.random() < 0.1:  # specks
        specks = noise.random(picture.shape) < rng.uniform(0.001, 0.01)
        picture = np.where(specks, rng.choice([look.ink, look.paper]), picture).astype(np.float32)
    if rng.random() < 0.12 and look.size > 13:  # black and white alone
        picture = np.where(picture > (look.paper + look.ink) / 2 + rng.uniform(-0.15, 0.15) * contrast, 255.0, 0.0).astype(np.float32)
    return picture
