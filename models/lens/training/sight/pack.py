"""
Packs what a training run takes along.

    pack.py pool RENDERS POOL [LIBRARY …]   pictures and marks of RENDERS/<library>/ into POOL/<library>.zip (lossless WebP)
    pack.py carry FOLDER [POOL]             code, fonts cut down to Latin and Greek, and the pool, for a machine that has none of them
"""

from __future__ import annotations

import io
import json
import shutil
import sys
import zipfile
from pathlib import Path

from PIL import Image

from typeface import families

# A lease takes 64 MiB, the rest of the working tree included.
ROOM = 57 * 2**20
_HERE = Path(__file__).resolve().parent
_LETTERS = [*range(0x20, 0x180), *range(0x370, 0x400), *range(0x2010, 0x2030), 0x20AC, 0x2122, 0x2212, 0x2082, 0x00B2]


def pack_pool(renders: str, pool: str, *only: str) -> None:
    Path(pool).mkdir(parents=True, exist_ok=True)
    for folder in sorted(p for p in Path(renders).iterdir() if p.is_dir() and (not only or p.name in only)):
        kept = 0
        with zipfile.ZipFile(Path(pool) / f"{folder.name}.zip", "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
            for path in sorted(folder.glob("*.json"), key=lambda p: int(p.stem)):
                marks = json.loads(path.read_text())
                if not sound(marks):
                    continue
                once(marks)
                packed = io.BytesIO()
                Image.open(path.with_suffix(".png")).convert("RGB").save(packed, "WEBP", lossless=True, quality=60, method=4)
                archive.writestr(zipfile.ZipInfo(f"{folder.name}/{path.stem}.webp"), packed.getvalue())
                archive.writestr(zipfile.ZipInfo(f"{folder.name}/{path.stem}.json"), json.dumps(marks, separators=(",", ":")), zipfile.ZIP_DEFLATED)
                kept += 1
        size = (Path(pool) / f"{folder.name}.zip").stat().st_size / 2**20
        print(f"{folder.name}: {kept} charts, {size:.1f} MiB")


def sound(marks: dict) -> bool:
    """Charts whose marks couldn't be read off are left out: they would teach that nothing is there."""
    if not marks["texts"] and not marks["swatches"] and not marks["wedges"]:
        return False
    return any(marks[name] for name in ("bars", "lines", "areas", "markers", "wedges"))


def once(marks: dict) -> None:
    """Libraries draw some texts and swatches twice, one upon the other."""
    for name, beside in (("texts", "words"), ("swatches", None)):
        kept: dict[tuple, int] = {}
        for i, row in enumerate(marks[name]):
            x, y = row[:2] if name == "texts" else ((row[0] + row[2]) / 2, (row[1] + row[3]) / 2)
            kept.setdefault((round(x / 3), round(y / 3)), i)
        if beside:
            marks[beside] = [marks[beside][i] for i in kept.values()]
        marks[name] = [marks[name][i] for i in kept.values()]


def carry(folder: str, pool: str) -> None:
    target = Path(folder)
    shutil.rmtree(target, ignore_errors=True)
    (target / "fonts").mkdir(parents=True)
    for path in (*_HERE.glob("*.py"), *_HERE.glob("*.sh")):
        shutil.copy(path, target)
    kept = sum(_subset(Path(file), target / "fonts") for file in _files())
    charts = _thinned(Path(pool), target / "pool", ROOM - _size(target))
    print(f"{kept} fonts, {charts} charts; {_size(target) / 2**20:.1f} MiB in all")


def _size(folder: Path) -> int:
    return sum(p.stat().st_size for p in folder.rglob("*") if p.is_file())


def _thinned(pool: Path, target: Path, room: int) -> int:
    """Copies as many charts of each library as there is room for."""
    if not pool.is_dir():
        return 0
    target.mkdir()
    share = min(1.0, room / max(1, _size(pool)))
    kept = 0
    for path in sorted(pool.glob("*.zip")):
        with zipfile.ZipFile(path) as source, zipfile.ZipFile(target / path.name, "w", zipfile.ZIP_DEFLATED) as out:
            stems = sorted({n.rsplit(".", 1)[0] for n in source.namelist()})
            chosen = {s for i, s in enumerate(stems) if int((i + 1) * share) > int(i * share)}
            for name in source.namelist():
                if name.rsplit(".", 1)[0] in chosen:
                    out.writestr(zipfile.ZipInfo(name), source.read(name), zipfile.ZIP_DEFLATED if name.endswith(".json") else zipfile.ZIP_STORED)
            kept += len(chosen)
    return kept


def _files() -> list[str]:
    common, rest = families()
    return list(dict.fromkeys([f for pair in common for f in pair] + [f for pair in rest[::4] for f in pair]))


def _subset(path: Path, folder: Path) -> bool:
    from fontTools.subset import Options, Subsetter, load_font, save_font

    options = Options(layout_features=["kern"], hinting=True, notdef_outline=True, drop_tables=["GSUB", "GPOS", "FFTM", "DSIG"])
    name = folder / f"{path.stem}{path.suffix}"
    if name.exists():  # another folder's font of the same name
        return False
    try:
        font = load_font(str(path), options)
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=_LETTERS)
        subsetter.subset(font)
        save_font(font, str(name), options)
    except Exception as error:  # fonts that can't be cut are left out: there are hundreds
        print(f"left out: {path.name}: {error}")
        name.unlink(missing_ok=True)
        return False
    return True


if __name__ == "__main__":
    if sys.argv[1] == "pool":
        pack_pool(*sys.argv[2:])
    else:
        carry(sys.argv[2], sys.argv[3] if len(sys.argv) > 3 else str(_HERE / "pool"))
