"""
The network as ONNX, written node by node: the file doesn't depend on an exporter, and its weights keep their names,
so that training can go on from what ships. `export.py CHECKPOINT OUT.onnx` converts a checkpoint.

Input `picture` [b, 3, h, w] float, RGB 0 to 255, sides divisible by 32. Outputs `heat` [b, 18, h/4, w/4] (probabilities),
`sides` [b, 15, h/4, w/4], `kind` [b, 14] and `traits` [b, 8] (probabilities). Channel names stand in the metadata.
"""

from __future__ import annotations

import json
import sys

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

from marks import KINDS, TRAITS
from net import Conv, Sight
from targets import HEAT, SIDE_UNIT, SIDES, STRIDE


class _Graph:
    def __init__(self):
        self.nodes, self.constants, self.count = [], {}, 0

    def add(self, op, inputs, **attributes) -> str:
        self.count += 1
        name = f"{op.lower()}_{self.count}"
        self.nodes.append(helper.make_node(op, inputs, [name], name=name, **attributes))
        return name

    def constant(self, name, value) -> str:
        self.constants[name] = numpy_helper.from_array(np.ascontiguousarray(value), name)
        return name


def to_onnx(net: Sight, path: str, notes: dict | None = None) -> None:
    net = net.float().cpu().eval()
    names = {id(t): n for n, t in net.state_dict(keep_vars=True).items()}
    graph = _Graph()

    def held(tensor):
        return graph.constant(names[id(tensor)], tensor.detach().numpy().astype(np.float32))

    def conv(layer: Conv, x):
        size, stride = layer.conv.kernel_size[0], layer.conv.stride[0]
        x = graph.add("Conv", [x, held(layer.conv.weight)], kernel_shape=[size, size], strides=[stride, stride], pads=[size // 2] * 4)
        norm = layer.norm
        x = graph.add("BatchNormalization", [x, *map(held, (norm.weight, norm.bias, norm.running_mean, norm.running_var))], epsilon=norm.eps)
        return graph.add("Relu", [x]) if layer.ramp else x

    def plain(layer, x):
        return graph.add("Conv", [x, held(layer.weight), held(layer.bias)], kernel_shape=[1, 1])

    def block(layer, x):
        return graph.add("Relu", [graph.add("Add", [x, conv(layer.second, conv(layer.first, x))])])

    half = graph.constant("half", np.float32([127.5]))
    x = graph.add("Sub", [graph.add("Div", ["picture", half]), graph.constant("one", np.float32([1]))])
    floors = []
    for down in net.down:
        x = conv(down.shrink, x)
        for each in down.blocks:
            x = block(each, x)
        floors.append(x)
    deepest = x
    double = graph.constant("double", np.float32([1, 1, 2, 2]))
    for up, fine in zip(net.up, (floors[3], floors[2], floors[1])):
        risen = graph.add("Resize", [conv(up.rise, x), "", double], mode="nearest", coordinate_transformation_mode="asymmetric", nearest_mode="floor")
        x = conv(up.mix, graph.add("Relu", [graph.add("Add", [conv(up.lateral, fine), risen])]))
    x = conv(net.neck, x)
    pooled = [graph.add("Flatten", [graph.add("GlobalAveragePool", [v])]) for v in (deepest, x)]

    def linear(layer, v):
        return graph.add("Gemm", [v, held(layer.weight), held(layer.bias)], transB=1)

    hidden = graph.add("Relu", [linear(net.hidden, graph.add("Concat", pooled, axis=1))])
    outputs = {
        "heat": graph.add("Sigmoid", [plain(net.heat, x)]), "sides": plain(net.sides, conv(net.around, x)),
        "kind": graph.add("Softmax", [linear(net.kind, hidden)], axis=1), "traits": graph.add("Sigmoid", [linear(net.trait, hidden)]),
    }
    _save(graph, outputs, path, {"config": net.config, **(notes or {})})


def _save(graph, outputs, path, notes) -> None:
    shapes = {"heat": ["b", len(HEAT), "h4", "w4"], "sides": ["b", len(SIDES), "h4", "w4"], "kind": ["b", len(KINDS)], "traits": ["b", len(TRAITS)]}
    for name, inner in outputs.items():
        graph.nodes.append(helper.make_node("Identity", [inner], [name], name="out_" + name))
    model = helper.make_model(
        helper.make_graph(
            graph.nodes, "sight", [helper.make_tensor_value_info("picture", TensorProto.FLOAT, ["b", 3, "h", "w"])],
            [helper.make_tensor_value_info(n, TensorProto.FLOAT, s) for n, s in shapes.items()], list(graph.constants.values()),
        ),
        opset_imports=[helper.make_opsetid("", 17)], producer_name="dossier-sight",
    )
    model.ir_version = 8
    about = {"stride": STRIDE, "side_unit": SIDE_UNIT, "heat": HEAT, "sides": SIDES, "kinds": KINDS, "traits": TRAITS, **notes}
    helper.set_model_props(model, {k: v if isinstance(v, str) else json.dumps(v) for k, v in about.items()})
    onnx.checker.check_model(model)
    onnx.save(model, path)


def load_weights(net: Sight, path: str) -> str:
    """Takes weights from a checkpoint or from an ONNX file; channels that changed their number start anew. Says what was taken."""
    if path.endswith(".onnx"):
        found = {t.name: torch.from_numpy(numpy_helper.to_array(t).copy()) for t in onnx.load(path).graph.initializer}
    else:
        found = torch.load(path, map_location="cpu", weights_only=True)["average"]
    own = net.state_dict()
    fitting = {n: t for n, t in found.items() if n in own and own[n].shape == t.shape}
    net.load_state_dict({**own, **fitting})
    return f"{len(fitting)} of {len(own)} tensors from {path}"


def config_of(path: str) -> str:
    if path.endswith(".onnx"):
        return next(p.value for p in onnx.load(path, load_external_data=False).metadata_props if p.key == "config")
    return torch.load(path, map_location="cpu", weights_only=True)["config"]


if __name__ == "__main__":
    source, target = sys.argv[1:3]
    restored = Sight(config_of(source))
    print(load_weights(restored, source))
    to_onnx(restored, target)
