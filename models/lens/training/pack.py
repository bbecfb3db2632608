"""Makes what is shipped from a checkpoint: python pack.py RUN FOLDER --data DATA --held-out SHARD --fonts FONTS [--name lens-1]

Writes reader.onnx, manifest.json with hashes and calibration, and training.json with recipe, curve and scores.
"""

import argparse
import hashlib
import json
import os
import platform

import numpy as np
import onnxruntime
import torch

from charset import ALPHABET, decode
from data import Shard, batch, grouped
from export import export
from generate import TIERS
from model import Reader
from text import KINDS

SOURCES = ["charset.py", "fonts.py", "generate.py", "render.py", "text.py"]


def emissions(session, shard: Shard):
    """(index, ids, probabilities) of every line, as the runtime gets them."""
    lines = [(shard, index) for index in range(len(shard.strips))]
    for group in grouped(lines):
        ids, shares = session.run(None, {"strips": batch(group)["strips"]})
        for (_, index), row, share in zip(group, ids, shares):
            yield index, row, share


def characters(ids, shares):
    """(id, probability) of each character: its surest emission."""
    found, last = [], 0
    for char, share in zip(ids.tolist(), shares.tolist()):
        if char and char == last:
            found[-1][1] = max(found[-1][1], share)
        elif char:
            found.append([char, share])
        last = char
    return found


def matches(read, truth) -> list[bool]:
    """Which of the read characters stand in a shortest alignment with the truth."""
    rows = [list(range(len(truth) + 1))]
    for i, own in enumerate(read, 1):
        row = [i]
        for j, other in enumerate(truth, 1):
            row.append(min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (own != other)))
        rows.append(row)
    right, i, j = [False] * len(read), len(read), len(truth)
    while i and j:
        if rows[i][j] == rows[i - 1][j - 1] + (read[i - 1] != truth[j - 1]):
            right[i - 1] = read[i - 1] == truth[j - 1]
            i, j = i - 1, j - 1
        elif rows[i][j] == rows[i - 1][j] + 1:
            i -= 1
        else:
            j -= 1
    return right


def rising(said, right, bins: int = 16):
    """Pairs of probability and share right, never falling: pooled neighbours of equal counts."""
    order = np.argsort(said)
    pools = [[said[part].mean(), right[part].mean(), len(part)] for part in np.array_split(order, bins) if len(part)]
    merged: list[list[float]] = []
    for pool in pools:
        merged.append(pool)
        while len(merged) > 1 and merged[-2][1] >= merged[-1][1]:
            last, before = merged.pop(), merged.pop()
            count = last[2] + before[2]
            merged.append([(last[0] * last[2] + before[0] * before[2]) / count, (last[1] * last[2] + before[1] * before[2]) / count, count])
    pairs = [[0.0, 0.0], *[[float(x), float(y)] for x, y, _ in merged]]
    return [[round(x, 4), round(min(y, 0.999), 4)] for x, y in pairs]


def measure(path: str, shard: Shard):
    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    said, right, exact, wrong, total = [], [], {}, 0, 0
    for index, ids, shares in emissions(session, shard):
        truth = shard.ids[index].tolist()
        found = characters(ids, shares)
        good = matches([char for char, _ in found], truth)
        said += [share for _, share in found]
        right += good
        wrong += max(len(truth), len(found)) - sum(good)
        total += len(truth)
        same = [char for char, _ in found] == truth
        for name in ("all", list(KINDS)[shard.kinds[index]], TIERS[shard.tiers[index]]):
            exact.setdefault(name, []).append(same)
    scores = {"characters_wrong": round(wrong / total, 4), "lines_exact": {name: round(sum(rows) / len(rows), 4) for name, rows in sorted(exact.items())}}
    return np.array(said), np.array(right, dtype=float), scores


def digest(paths) -> str:
    seen = hashlib.sha256()
    for path in paths:
        with open(path, "rb") as file:
            seen.update(hashlib.sha256(file.read()).digest())
    return seen.hexdigest()


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("run")
    options.add_argument("folder")
    options.add_argument("--data", required=True)
    options.add_argument("--held-out", required=True)
    options.add_argument("--fonts", required=True)
    options.add_argument("--name", default="lens-1")
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    held = torch.load(os.path.join(given.run, "checkpoint.pt"), map_location="cpu")
    model = Reader()
    model.load_state_dict(held["model"])
    path = os.path.join(given.folder, "reader.onnx")
    export(model, path)
    said, right, scores = measure(path, Shard(given.held_out))
    calibration = rising(said, right)
    here = os.path.dirname(os.path.abspath(__file__))
    shards = sorted(name for name in os.listdir(given.data) if name.endswith(".npz") and ".part" not in name)
    with open(given.fonts) as file:
        fonts = json.load(file)
    with open(path, "rb") as file:
        content = file.read()
    manifest = {
        "name": given.name,
        "files": {"reader.onnx": {"sha256": hashlib.sha256(content).hexdigest(), "bytes": len(content)}},
        "reader": {"file": "reader.onnx", "alphabet": ALPHABET, "calibration": calibration},
    }
    training = {
        "reader": {
            "parameters": sum(parameter.numel() for parameter in model.parameters()),
            "seed": given.seed,
            "lines_seen": held["lines"],
            "minutes": round(held["spent"] / 60, 1),
            "torch": torch.__version__,
            "python": platform.python_version(),
            "data": {"renderer": digest(os.path.join(here, name) for name in SOURCES), "fonts": digest([given.fonts]), "font_files": len(fonts), "font_families": len({font["family"] for font in fonts}), "shards": len(shards)},
            "held_out_fonts": scores,
            "curve": held["curve"],
        }
    }
    # What the other network wrote there stays.
    known = os.path.join(given.folder, "manifest.json")
    if os.path.exists(known):
        with open(known) as file:
            before = json.load(file)
        manifest["files"] = {**before["files"], **manifest["files"]}
        manifest |= {key: value for key, value in before.items() if key not in manifest}
    for name, value in (("manifest.json", manifest), ("training.json", training)):
        with open(os.path.join(given.folder, name), "w") as file:
            json.dump(value, file, ensure_ascii=False, indent=2)
            file.write("\n")
    sure = np.interp(said, *zip(*calibration)) >= 0.9
    print(json.dumps(scores), "right among characters at 0.9 or more:", round(float(right[sure].mean()), 4), "of", int(sure.sum()), "of", len(said))


if __name__ == "__main__":
    main()
