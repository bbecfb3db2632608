"""From the drawing processes to batches: in turn, or through a reservoir in the GPU's memory, so that it never waits."""

from __future__ import annotations

from collections import deque

import torch

from samples import Factory


class Feed:
    def __init__(self, factory: Factory, batch: int, device: torch.device, reservoir: int):
        self.factory, self.size, self.device = factory, batch, device
        self.slots = [{n: torch.from_numpy(v) for n, v in slot.items()} for slot in factory.slots]
        self.store: dict[str, torch.Tensor] = {}
        self.drawn, self.room = 0, reservoir
        self.copying: deque = deque()  # slots on their way to the GPU, each with the event that ends it
        if reservoir:
            self._pin()
            self.store = {n: torch.empty((reservoir, *t.shape[1:]), dtype=t.dtype, device=device) for n, t in self.slots[0].items()}
            while self.drawn < batch * 8:
                self._keep(self.factory.take())
                self._settle(wait=True)

    def batch(self) -> dict[str, torch.Tensor]:
        if not self.room:
            index = self.factory.take()
            out = {n: t.clone() for n, t in self.slots[index].items()}
            self.factory.give(index)
            self.drawn += self.size
            return out
        self._settle()
        while (index := self.factory.take_ready()) is not None:
            self._keep(index)
        # Half of a batch is of the newest, so that everything drawn is seen; the rest of all that is kept.
        count = min(self.drawn, self.room)
        newest = (self.drawn - 1 - torch.randint(0, min(count, self.size * 8), (self.size // 2,))) % self.room
        picked = torch.cat([newest, torch.randint(0, count, (self.size - len(newest),))]).to(self.device)
        return {n: t[picked] for n, t in self.store.items()}

    def _settle(self, wait=False) -> None:
        """Gives back the slots that are copied."""
        if wait and self.copying:
            self.copying[-1][0].synchronize()
        while self.copying and self.copying[0][0].query():
            self.factory.give(self.copying.popleft()[1])

    def _pin(self) -> None:
        """Copies from pinned memory are several times as fast; where it can't be had, plain copies do."""
        if self.device.type == "cuda":
            failed = [torch.cuda.cudart().cudaHostRegister(t.data_ptr(), t.numel() * t.element_size(), 0) for s in self.slots for t in s.values()]
            print("pinned" if not any(int(f) for f in failed) else "not pinned", flush=True)

    def _keep(self, index: int) -> None:
        slot = self.slots[index]
        count = len(slot["kind"])
        at = self.drawn % self.room
        first = min(count, self.room - at)
        for name, tensor in slot.items():
            self.store[name][at : at + first].copy_(tensor[:first], non_blocking=True)
            if first < count:
                self.store[name][: count - first].copy_(tensor[first:], non_blocking=True)
        self.drawn += count
        if self.device.type == "cuda":
            done = torch.cuda.Event()
            done.record()
            self.copying.append((done, index))
        else:
            self.factory.give(index)
