"""
Puts trained weights where the product takes them from: ship.py RUN MODELS

Copies RUN/sight.onnx to MODELS, writes its hash and the names of its maps into manifest.json, and command, seed, data
hash, curve and scores into sight.json. The reader's files stay as they are.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import sys
from pathlib import Path

import onnx


def ship(run: Path, models: Path) -> None:
    shutil.copyfile(run / "sight.onnx", models / "sight.onnx")
    notes = {p.key: p.value for p in onnx.load(str(models / "sight.onnx"), load_external_data=False).metadata_props}
    content = (models / "sight.onnx").read_bytes()
    manifest = json.loads((models / "manifest.json").read_text())
    digest = hashlib.sha256(content).hexdigest()
    manifest["files"]["sight.onnx"] = {"sha256": digest, "bytes": len(content)}
    manifest["sight"] = {
        "file": "sight.onnx", "stride": json.loads(notes["stride"]), "sideUnit": json.loads(notes["side_unit"]),
        **{name: json.loads(notes[name]) for name in ("heat", "sides", "kinds", "traits")},
    }
    (models / "manifest.json").write_text(json.dumps(manifest, ensure_ascii=False, indent=2) + "\n")
    curve = [json.loads(line) for line in (run / "curve.jsonl").read_text().splitlines()]
    told = [{k: line[k] for k in ("minutes", "samples", "mean")} for line in curve if "mean" in line]
    losses = [{"minutes": line["minutes"], "samples": line["samples"], "total": line["losses"]["total"]} for line in curve[::5] if line["losses"]]
    record = {**json.loads((run / "run.json").read_text()), "losses": losses, "validations": told}
    (models / "sight.json").write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n")


if __name__ == "__main__":
    ship(Path(sys.argv[1]), Path(sys.argv[2]))
