"""The fonts that lines are drawn with: which files, which characters each has, and how often it is taken."""

import glob
import hashlib
import json
import os
import random
import sys

import numpy as np
from fontTools.ttLib import TTFont
from PIL import Image, ImageDraw, ImageFont

from charset import CHARACTERS, SAME

FOLDERS = ["/usr/share/fonts", "/usr/share/texmf/fonts/opentype"]
SCRIPTS = (
    "noto/NotoSans-", "noto/NotoSerif-", "noto/NotoMono", "noto/NotoSansMono-", "noto/NotoSansDisplay-",
    "noto/NotoSerifDisplay-",
)
REFUSED = (
    "symbol", "dingbat", "emoji", "icon", "math", "braille", "caps", "pixels", "3270", "oldania", "blankenburg", "fette",
    "humor", "initials", "radisnoir", "solide", "bullets", "music", "d050000l", "z003", "chancery", "chorus", "script",
    "abecedario", "ellhnikh", "alfa-beta", "emerita", "keyfont", "keyboard", "domestic", "wasn't", "penguin", "junkyard",
    "abogado", "phon", "elegante", "caliban", "cupola", "titling", "cmex", "cmsy", "cmmi", "smallcaps", " sc", "babel",
    "5x8", "6x12", "32x64", "unslanted",
)
EVERYDAY = (
    "DejaVu Sans", "DejaVu Serif", "Liberation Sans", "Liberation Serif", "Arimo", "Tinos", "Carlito", "Caladea",
    "Roboto", "Open Sans", "Lato", "Inter", "Nimbus Sans", "Nimbus Roman", "TeX Gyre Heros", "TeX Gyre Termes",
    "Latin Modern Roman", "Noto Sans", "Noto Serif", "CMU Serif", "CMU Sans Serif", "FreeSans", "FreeSerif",
    "Liberation Sans Narrow", "Roboto Condensed", "Liberation Mono", "STIX", "STIX Two Text", "PT Sans", "PT Serif",
)


def font_files() -> list[str]:
    import matplotlib

    folders = [*FOLDERS, os.path.join(os.path.dirname(matplotlib.__file__), "mpl-data", "fonts", "ttf")]
    found = [
        path
        for folder in folders
        for path in glob.glob(os.path.join(folder, "**", "*"), recursive=True)
        if path.lower().endswith((".ttf", ".otf"))
    ]
    return sorted(path for path in found if not refused(path))


def refused(path: str) -> bool:
    if "noto/" in path and not any(script in path for script in SCRIPTS):
        return True
    return unfit(os.path.basename(path))


def unfit(name: str) -> bool:
    return any(word in name.lower() for word in REFUSED)


def glyph(font, char: str):
    image = Image.new("L", (96, 96), 0)
    ImageDraw.Draw(image).text((20, 16), char, fill=255, font=font)
    box = image.getbbox()
    return None if box is None else np.asarray(image.crop(box).resize((24, 24))) > 100


def alike(font, a: str, b: str) -> bool:
    first, second = glyph(font, a), glyph(font, b)
    if first is None or second is None:
        return True
    return (first & second).sum() / max(1, (first | second).sum()) > 0.72


def examine(path: str):
    """{path, family, chars}: null for fonts without lower case, figures or plain letters."""
    try:
        table = TTFont(path, lazy=True, fontNumber=0)
        cmap = table.getBestCmap() or {}
        names = table["name"]
        family = str(names.getName(16, 3, 1) or names.getName(1, 3, 1) or names.getName(1, 1, 0) or os.path.basename(path))
        if unfit(family):
            return None
        font = ImageFont.truetype(path, 48)
        if not all(ord(char) in cmap for char in "abcxyzABCXYZ0123456789.,-%()") or glyph(font, "n") is None:
            return None
        if any(alike(font, low, low.upper()) for low in "aegr"):
            return None
        missing = glyph(font, "\U000fffff")
        chars = [char for char in dict.fromkeys(CHARACTERS + "".join(SAME)) if ord(char) in cmap and (char.isspace() or drawn(font, char, missing))]
        return {"path": path, "family": family, "chars": "".join(chars)}
    except Exception as error:  # a font file that can't be read is left out
        print("left out:", path, error, file=sys.stderr)
        return None


def drawn(font, char: str, missing) -> bool:
    shape = glyph(font, char)
    return shape is not None and (missing is None or not np.array_equal(shape, missing))


class Fonts:
    """Families taken at random, everyday ones oftener. A tenth of the families is kept for validation alone."""

    def __init__(self, index: list[dict], held_out: bool):
        families: dict[str, list[dict]] = {}
        for entry in index:
            if is_held_out(entry["family"]) == held_out:
                families.setdefault(entry["family"], []).append({**entry, "chars": frozenset(entry["chars"])})
        self.families = list(families.values())
        self.everyday = [files for name, files in families.items() if name in EVERYDAY]

    def pick(self, rng: random.Random, text: str) -> dict | None:
        """A font that has all of the text's characters, or null after some tries."""
        for _ in range(12):
            pool = self.everyday if self.everyday and rng.random() < 0.45 else self.families
            entry = rng.choice(rng.choice(pool))
            if entry["chars"].issuperset(text):
                return entry
        return None


def is_held_out(family: str) -> bool:
    return hashlib.sha256(family.encode()).digest()[0] % 10 == 0


if __name__ == "__main__":
    entries = [entry for entry in map(examine, font_files()) if entry]
    os.makedirs(os.path.dirname(sys.argv[1]) or ".", exist_ok=True)
    with open(sys.argv[1], "w") as file:
        json.dump(entries, file, ensure_ascii=False)
    held = [entry for entry in entries if is_held_out(entry["family"])]
    print(len(entries), "fonts,", len({entry["family"] for entry in entries}), "families,", len(held), "fonts held out")
