"""Fonts: which there are, and a line of text as a coverage mask."""

from __future__ import annotations

import functools
import os
import re
from pathlib import Path

import numpy as np
from PIL import ImageFont

ROOTS = [Path(p) for p in os.environ.get("SIGHT_FONTS", "/usr/share/fonts:/usr/local/share/fonts").split(":")]

# What charts are usually set in, and the free faces with the same shapes and widths.
COMMON = (
    r"LiberationSans-(Regular|Bold)", r"Arimo", r"Carlito", r"DejaVuSans(-Bold)?\.", r"Roboto-(Regular|Medium|Light|Bold)",
    r"OpenSans-(Regular|Semibold|Light|Bold)", r"Lato-(Regular|Bold|Light|Medium)", r"Inter-(Regular|Medium|Bold|SemiBold)",
    r"NotoSans-(Regular|Bold|Medium|Light)", r"LiberationSansNarrow", r"LiberationSerif-(Regular|Bold)", r"Cantarell",
    r"Roboto-?Condensed", r"FreeSans", r"Caladea", r"SourceSans", r"Gillius", r"NimbusSans", r"Ubuntu", r"Karla", r"Montserrat",
    r"NotoSansDisplay-(Regular|Bold|Condensed)", r"texgyreheros", r"Mulish", r"Manrope",
)
# Faces for display, symbols, or other scripts: unreadable as labels.
_ODD = re.compile(
    r"symbol|emoji|ornament|dingbat|initial|math|outline|wingding|braille|barcode|music|punt|pautad|guiad|handwrit|script|"
    r"italic|oblique|smallcaps|caps|thin|hairline|extralight|ultralight|unz1|swash|icon|awesome|tibet|arab|hebrew|thai|"
    r"devanagari|bengali|tamil|telugu|cjk|noto(sans|serif|naskh|kufi|nastaliq|looped|rashi|music|traditional)(?!-|display|mono)[a-z]+|"
    r"fill|deco|chess|bitmap|telu|lohit|samyak|gargi|fonts-|khmer|lao|padauk|humor|marked|balker|blanken|d050000l|z003|ellh|"
    r"hangul|nanum|wqy|takao|ipa[gm]|unfonts|kacst|lklug|mlym|orya|beng|deva|gujr|guru|knda|sinh|taml",
    re.I,
)
_SAMPLE = "Agjy0123456789%$.,-"


class Font:
    """One face at one size (pixels per em, in halves). Glyphs are rasterised once and kept."""

    def __init__(self, path: str, size: float):
        self.path, self.size = path, max(5.0, round(size * 2) / 2)
        self._glyphs = _glyphs(path, self.size)
        self._font = _load(path, self.size)

    def width(self, words: str) -> float:
        return sum(self._glyph(c)[3] for c in words)

    def mask(self, words: str) -> tuple[np.ndarray, float, float]:
        """Coverage (h, w), the line's advance, and how far the mask's top lies above the baseline."""
        glyphs = [self._glyph(c) for c in words]
        width = sum(g[3] for g in glyphs)
        up = max((g[2] for g in glyphs), default=0)
        down = max((g[0].shape[0] - g[2] for g in glyphs), default=0)
        out = np.zeros((up + down, int(width) + 4), np.uint8)
        at = 0.0
        for shape, left, rise, advance in glyphs:
            h, w = shape.shape
            x = max(0, round(at) + left)
            spot = out[up - rise : up - rise + h, x : x + w]
            np.maximum(spot, shape[:, : spot.shape[1]], out=spot)
            at += advance
        return out, width, up

    def _glyph(self, char: str):
        found = self._glyphs.get(char)
        if found is None:
            image, (left, top) = self._font.getmask2(char, mode="L", anchor="ls")
            w, h = image.size
            shape = np.array(image, dtype=np.uint8).reshape(h, w) if w and h else np.zeros((0, 0), np.uint8)
            found = self._glyphs[char] = (shape, int(left), -int(top), self._font.getlength(char))
        return found


@functools.lru_cache(maxsize=4000)
def _glyphs(path: str, size: float) -> dict:
    return {}


@functools.lru_cache(maxsize=4000)
def _load(path: str, size: float):
    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)


@functools.cache
def families() -> tuple[list, list]:
    """Pairs of (regular, bold) files: the common ones, and all the rest."""
    files = sorted({str(p) for root in ROOTS for p in root.rglob("*") if p.suffix.lower() in (".ttf", ".otf")})
    files = [f for f in files if not _ODD.search(Path(f).stem)]
    by_stem = {Path(f).stem: f for f in files}
    common, rest = [], []
    for file in files:
        stem = Path(file).stem
        if re.search(r"bold|black|heavy", stem, re.I) or not _readable(file):
            continue
        base = re.sub(r"-?(Regular|Book|Light|Medium)$", "", stem)
        bold = next((by_stem[b] for b in (f"{base}-Bold", f"{base}-Semibold", f"{base}Bold", f"{base}-bold") if b in by_stem), file)
        is_common = any(re.search(p, Path(file).name, re.I) for p in COMMON)
        (common if is_common else rest).append((file, bold))
    return common, rest


def _readable(path: str) -> bool:
    """Has the letters and digits, of ordinary proportions."""
    try:
        font = _load(path, 40)
        blank = font.getmask("\ufffe").getbbox()
        shapes = [(font.getmask(c).getbbox(), font.getlength(c)) for c in _SAMPLE]
    except (OSError, ValueError):
        return False
    if any(box is None or box == blank for box, _ in shapes):
        return False
    digit = font.getlength("0") / 40
    height = font.getmask("H").size[1] / 40
    return 0.3 < digit < 0.75 and 0.5 < height < 0.85
