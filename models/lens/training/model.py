"""The reader: a strip 32 pixels high becomes two emissions for every four columns of pixels."""

import torch
import torch.nn as nn

from charset import ALPHABET

CLASSES = len(ALPHABET) + 1
PATCH, EMISSIONS = 4, 2
STEP = PATCH // EMISSIONS
WIDTH = 224
DILATIONS = (1, 1, 2, 1, 2, 4)


class Layer(nn.Module):
    """Convolution, batch normalisation and, unless it ends a block, a rectifier."""

    def __init__(self, inputs, outputs, kernel, stride=(1, 1), dilation=1, bent=True):
        super().__init__()
        padding = tuple((size - 1) // 2 * (dilation if axis == 1 else 1) for axis, size in enumerate(kernel))
        if kernel in ((4, 4), (2, 1)):
            padding = (0, 0)
        self.conv = nn.Conv2d(inputs, outputs, kernel, stride, padding, dilation=(1, dilation))
        self.norm = nn.BatchNorm2d(outputs)
        self.bent = bent

    def forward(self, x):
        x = self.norm(self.conv(x))
        return torch.relu(x) if self.bent else x


class Block(nn.Module):
    def __init__(self, *layers):
        super().__init__()
        self.layers = nn.ModuleList(layers)

    def forward(self, x):
        y = x
        for layer in self.layers:
            y = layer(y)
        return torch.relu(x + y)


class Reader(nn.Module):
    def __init__(self):
        super().__init__()
        self.stem = nn.ModuleList([
            Layer(1, 48, (4, 4), (4, 4)),
            Layer(48, 64, (3, 3)),
            Layer(64, 96, (3, 3), (2, 1)),
            Block(Layer(96, 96, (3, 3), bent=False)),
            Layer(96, 160, (3, 3), (2, 1)),
            Layer(160, WIDTH, (2, 1)),
        ])
        self.line = nn.ModuleList([
            Block(Layer(WIDTH, WIDTH, (1, 5), dilation=dilation), Layer(WIDTH, WIDTH, (1, 1), bent=False)) for dilation in DILATIONS
        ])
        self.head = nn.Conv2d(WIDTH, EMISSIONS * CLASSES, 1)

    def forward(self, x):
        """Strips [lines, 1, 32, pixels] to logits [lines, pixels / 2, classes]."""
        for part in [*self.stem, *self.line]:
            x = part(x)
        x = self.head(x)
        lines, _, _, columns = x.shape
        return x.view(lines, EMISSIONS, CLASSES, columns).permute(0, 3, 1, 2).reshape(lines, columns * EMISSIONS, CLASSES)


def best_path(logits):
    """Greedy reading: the text's ids for each line."""
    return [collapse(row) for row in logits.argmax(-1).tolist()]


def collapse(ids):
    return [each for index, each in enumerate(ids) if each != 0 and (index == 0 or ids[index - 1] != each)]
