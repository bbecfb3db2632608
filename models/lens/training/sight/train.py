"""
Trains sight against the clock, on a CPU or a GPU.

    python train.py --out DIR --minutes 150                       two CPU cores
    python train.py --out DIR --minutes 27 --stop-after 9 --gpu   one of three commands of a lease

Writes into DIR, every --save minutes: `sight.onnx` (averaged weights), `run.json` (command, seed, data hash, scores),
`curve.jsonl` (a line a minute: every task's loss, now and then every category's held-out score), `state.pt` (to go on from).
A later command with the same --out goes on where the last one stopped; --resume takes weights alone, from .onnx or .pt.
"""

from __future__ import annotations

import argparse
import copy
import json
import math
import os
import sys
import time
from pathlib import Path

import cv2
import numpy as np
import torch

from compose import draw
from export import load_weights, to_onnx
from feed import Feed
from loss import losses
from net import CONFIGS, Sight, size_of
from pool import Pool
from provenance import data_hash
from samples import Factory
from scores import Score, padded
from typeface import families

VALIDATION_SEED = 1_900_000_000


def arguments():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--out", required=True)
    p.add_argument("--minutes", type=float, required=True, help="the whole schedule")
    p.add_argument("--stop-after", type=float, help="minutes of this command; the schedule goes on in the next one")
    p.add_argument("--config", choices=CONFIGS, help="default: small, or large with --gpu")
    p.add_argument("--gpu", action="store_true")
    p.add_argument("--size", type=int, nargs=2, metavar=("H", "W"), help="default: 384 384, or 512 640 with --gpu")
    p.add_argument("--batch", type=int, help="default: 12, or 64 with --gpu")
    p.add_argument("--rate", type=float, default=2e-3)
    p.add_argument("--workers", type=int, help="processes that draw; default: 1, or 15 with --gpu")
    p.add_argument("--threads", type=int, default=1, help="of the network on the CPU")
    p.add_argument("--pool", default=str(Path(__file__).parent / "pool"), help="folder of zip files with charts of real libraries")
    p.add_argument("--pool-share", type=float, default=0.4)
    p.add_argument("--resume", help="weights to begin with: .onnx or .pt")
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--save", type=float, default=2.0, help="minutes between savings")
    p.add_argument("--validate", type=float, help="minutes between validations; default: 10, or 4 with --gpu")
    p.add_argument("--held", type=int, help="held-out pictures a validation; default: 60, or 120 with --gpu")
    p.add_argument("--reservoir", type=int, help="samples kept in the device's memory to be drawn from; default: 0 (each is used once), or 20000 with --gpu")
    a = p.parse_args()
    for name, cpu, gpu in (("config", "small", "large"), ("size", [384, 384], [512, 640]), ("batch", 12, 64), ("workers", 1, 15), ("validate", 10.0, 4.0), ("held", 60, 120), ("reservoir", 0, 20000)):
        if getattr(a, name) is None:
            setattr(a, name, gpu if a.gpu else cpu)
    return a


class Run:
    def __init__(self, a):
        self.a = a
        self.out = Path(a.out)
        self.out.mkdir(parents=True, exist_ok=True)
        self.device = torch.device("cuda" if a.gpu else "cpu")
        torch.manual_seed(a.seed)
        self.net = Sight(a.config).to(self.device, memory_format=torch.channels_last)
        decay = [p for p in self.net.parameters() if p.ndim > 1]
        plain = [p for p in self.net.parameters() if p.ndim <= 1]
        self.optimizer = torch.optim.AdamW([{"params": decay, "weight_decay": 0.02}, {"params": plain, "weight_decay": 0.0}], lr=a.rate, fused=a.gpu)
        self.step, self.seen, self.before = 0, 0, 0.0
        self.recent: dict[str, float] = {}
        self.scores: dict = {}
        self.average = copy.deepcopy(self.net).eval()
        self._restore()
        self.started = time.monotonic()

    def minutes(self) -> float:
        return self.before + (time.monotonic() - self.started) / 60

    def rate(self) -> float:
        share = min(1.0, self.minutes() / self.a.minutes)
        warm = min(1.0, (self.step + 1) / 100)
        return self.a.rate * warm * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * share)))

    def train_step(self, batch) -> None:
        for group in self.optimizer.param_groups:
            group["lr"] = self.rate()
        picture = batch["picture"].permute(0, 3, 1, 2).float()
        with torch.autocast(self.device.type, torch.bfloat16, enabled=self.a.gpu):
            output = self.net(picture)
        each = losses(output, batch)
        self.optimizer.zero_grad(set_to_none=True)
        each["total"].backward()
        if torch.nn.utils.clip_grad_norm_(self.net.parameters(), 20.0).isfinite():
            self.optimizer.step()
        self.step += 1
        self.seen += len(picture)
        self._follow()
        if self.step % (10 if self.a.gpu else 1) == 0:
            for name, value in each.items():
                value = float(value.detach())
                self.recent[name] = value if name not in self.recent else self.recent[name] * 0.97 + value * 0.03

    def log(self, extra=None) -> None:
        line = {"minutes": round(self.minutes(), 2), "step": self.step, "samples": self.seen, "rate": round(self.rate(), 6)}
        line["losses"] = {n: round(v, 4) for n, v in self.recent.items()}
        line |= extra or {}
        with (self.out / "curve.jsonl").open("a") as file:
            file.write(json.dumps(line) + "\n")
        print(f"{line['minutes']:7.2f} min  step {self.step}  {self.seen} samples  loss {self.recent.get('total', 0):.3f}", (extra or {}).get("mean", ""), flush=True)

    def save(self) -> None:
        about = {
            "command": " ".join(["python", *sys.argv]), "seed": self.a.seed, "config": self.a.config, "parameters": size_of(self.net),
            "minutes": round(self.minutes(), 1), "steps": self.step, "samples": self.seen, "size": self.a.size, "torch": torch.__version__,
            "device": torch.cuda.get_device_name() if self.a.gpu else f"cpu, {self.a.threads} threads", "data": self.data, "scores": self.scores,
        }
        state = {"net": self.net.state_dict(), "average": self.average.state_dict(), "optimizer": self.optimizer.state_dict(), "config": self.a.config}
        state |= {"step": self.step, "seen": self.seen, "minutes": self.minutes()}
        _replace(self.out / "state.pt", lambda path: torch.save(state, path))
        _replace(self.out / "run.json", lambda path: Path(path).write_text(json.dumps(about, indent=1)))
        _replace(self.out / "sight.onnx", lambda path: to_onnx(copy.deepcopy(self.average), path, {"seed": str(self.a.seed), "data": self.data, "samples": str(self.seen)}))

    def validate(self, sets: dict) -> None:
        self.scores = {}
        torch.backends.cudnn.benchmark = False  # every picture has its own size
        for name, pictures in sets.items():
            score = Score()
            for img, marks in pictures:
                score.add(*infer(self.average, img, self.device), marks)
            if pictures:
                self.scores[name] = {"mean": round(score.mean(), 4), **score.table()}
        torch.backends.cudnn.benchmark = True
        self.log({"mean": {n: s["mean"] for n, s in self.scores.items()}, "scores": self.scores})

    def _follow(self) -> None:
        """The averaged weights lag behind by some hundred steps."""
        keep = min(0.998, (1 + self.step) / (20 + self.step))
        pairs = [(m, n) for m, n in zip(self.average.state_dict().values(), self.net.state_dict().values()) if m.is_floating_point()]
        with torch.no_grad():
            torch._foreach_lerp_(*map(list, zip(*pairs)), 1 - keep)

    def _restore(self) -> None:
        path = self.out / "state.pt"
        if path.exists():
            state = torch.load(path, map_location=self.device, weights_only=True)
            self.net.load_state_dict(state["net"])
            self.average.load_state_dict(state["average"])
            self.optimizer.load_state_dict(state["optimizer"])
            self.step, self.seen, self.before = state["step"], state["seen"], state["minutes"]
            print(f"going on from step {self.step}, minute {self.before:.1f}")
        elif self.a.resume:
            print("weights:", load_weights(self.net, self.a.resume))
            self.average.load_state_dict(self.net.state_dict())


@torch.no_grad()
def infer(net, img: np.ndarray, device) -> tuple[np.ndarray, np.ndarray, int]:
    picture = torch.from_numpy(padded(img)).to(device).permute(2, 0, 1)[None].float()
    heat, sides, kind, _ = net(picture)
    return torch.sigmoid(heat)[0].float().cpu().numpy(), sides[0].float().cpu().numpy(), int(kind.argmax())


def held_out_sets(count: int, folder: str) -> dict:
    """Makers never trained on, makers trained on (other pictures), and a library never trained on."""
    sets = {"held_out": [draw(VALIDATION_SEED + i, held_out=True) for i in range(count)], "same": [draw(VALIDATION_SEED + 500_000 + i) for i in range(count // 2)]}
    library = Pool(folder, held_out=True)
    sets["library"] = [library.load(i) for i in range(0, len(library), max(1, len(library) // max(1, count // 2)))]
    return sets


def _replace(path: Path, write) -> None:
    part = path.with_name(path.stem + ".part" + path.suffix)
    write(str(part))
    os.replace(part, path)


def main() -> None:
    a = arguments()
    torch.set_num_threads(a.threads)
    torch.backends.cudnn.benchmark = True
    families()  # once, for all the processes
    cv2.setNumThreads(1)
    pool = Pool(a.pool)
    print(f"{len(pool)} charts of real libraries; drawing begins")
    # Processes are forked before the GPU is touched; every command of a chain draws other samples.
    salt = int(time.time()) % 1_000_000 if (Path(a.out) / "state.pt").exists() else 0
    factory = Factory(a.workers, a.workers * 2 + 2, min(a.batch, 16) if a.reservoir else a.batch, tuple(a.size), seed=a.seed * 1_000_003 + salt * 5_003, pool=pool, pool_share=a.pool_share)
    sets = held_out_sets(a.held, a.pool)
    run = Run(a)
    run.data = data_hash(a.pool)
    feed = Feed(factory, a.batch, run.device, a.reservoir)
    end = run.minutes() + (a.stop_after or a.minutes)
    due = {"log": run.minutes() + 1, "save": run.minutes() + a.save, "validate": run.minutes() + a.validate}
    while run.minutes() < min(end, a.minutes):
        run.train_step(feed.batch())
        now = run.minutes()
        for name, every in (("log", 1.0), ("validate", a.validate), ("save", a.save)):
            if now >= due[name]:
                {"log": run.log, "validate": lambda: run.validate(sets), "save": run.save}[name]()
                due[name] = run.minutes() + every
    run.validate(sets)
    run.save()
    print(f"drew {feed.drawn} samples; used {run.seen}")
    factory.close()


if __name__ == "__main__":
    main()
