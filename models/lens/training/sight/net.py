"""The network: a U-Net of dense 3x3 convolutions that draws maps at a quarter of the picture's size, and names the chart."""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import nn

from marks import KINDS, TRAITS
from targets import HEAT, SIDES

# Channels at strides 2, 4, 8, 16, 32; residual blocks at each; channels of the decoder at stride 4.
CONFIGS = {
    "tiny": {"widths": (8, 12, 16, 24, 32), "blocks": (0, 1, 1, 1, 1), "out": 16},
    "small": {"widths": (16, 28, 44, 72, 104), "blocks": (0, 1, 1, 2, 2), "out": 40},
    "large": {"widths": (32, 60, 92, 132, 176), "blocks": (0, 2, 3, 3, 3), "out": 76},
}


class Conv(nn.Module):
    """A convolution, batch norm and (mostly) a ramp."""

    def __init__(self, inputs, outputs, size=3, stride=1, ramp=True):
        super().__init__()
        self.conv = nn.Conv2d(inputs, outputs, size, stride, size // 2, bias=False)
        self.norm = nn.BatchNorm2d(outputs)
        self.ramp = ramp

    def forward(self, x):
        x = self.norm(self.conv(x))
        return F.relu(x) if self.ramp else x


class Block(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.first = Conv(width, width)
        self.second = Conv(width, width, ramp=False)

    def forward(self, x):
        return F.relu(x + self.second(self.first(x)))


class Down(nn.Module):
    def __init__(self, inputs, width, blocks):
        super().__init__()
        self.shrink = Conv(inputs, width, stride=2)
        self.blocks = nn.ModuleList([Block(width) for _ in range(blocks)])

    def forward(self, x):
        x = self.shrink(x)
        for block in self.blocks:
            x = block(x)
        return x


class Up(nn.Module):
    """Joins a coarse map, doubled, with the finer one beside it."""

    def __init__(self, coarse, fine, width):
        super().__init__()
        self.lateral = Conv(fine, width, size=1, ramp=False)
        self.rise = Conv(coarse, width, size=1, ramp=False)
        self.mix = Conv(width, width)

    def forward(self, coarse, fine):
        return self.mix(F.relu(self.lateral(fine) + F.interpolate(self.rise(coarse), scale_factor=2, mode="nearest")))


class Sight(nn.Module):
    """
    Pictures [b, 3, h, w] in RGB, 0 to 255, sides divisible by 32 ->
    heat logits [b, 18, h/4, w/4], sides [b, 15, h/4, w/4], kind logits [b, 14], trait logits [b, 8].
    """

    def __init__(self, config="small"):
        super().__init__()
        self.config = config
        shape = CONFIGS[config]
        widths, out = shape["widths"], shape["out"]
        self.down = nn.ModuleList([Down(i, o, n) for i, o, n in zip((3, *widths), widths, shape["blocks"])])
        steps = (widths[4], max(out, widths[3]), max(out, widths[2]), out)
        self.up = nn.ModuleList([Up(steps[k], widths[3 - k], steps[k + 1]) for k in range(3)])
        self.neck = Conv(out, out)
        self.heat = nn.Conv2d(out, len(HEAT), 1)
        self.around = Conv(out, out)
        self.sides = nn.Conv2d(out, len(SIDES), 1)
        self.hidden = nn.Linear(widths[4] + out, 64)
        self.kind = nn.Linear(64, len(KINDS))
        self.trait = nn.Linear(64, len(TRAITS))
        nn.init.constant_(self.heat.bias, -3.0)

    def forward(self, picture):
        x = picture / 127.5 - 1
        floors = []
        for down in self.down:
            x = down(x)
            floors.append(x)
        deepest = x
        for up, fine in zip(self.up, (floors[3], floors[2], floors[1])):
            x = up(x, fine)
        x = self.neck(x)
        pooled = torch.cat([deepest.mean((2, 3)), x.mean((2, 3))], 1)
        hidden = F.relu(self.hidden(pooled))
        return self.heat(x), self.sides(self.around(x)), self.kind(hidden), self.trait(hidden)


def size_of(net: nn.Module) -> int:
    return sum(p.numel() for p in net.parameters())
