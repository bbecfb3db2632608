"""The trained reader as an ONNX graph, and back: python export.py RUN/checkpoint.pt reader.onnx

Batch normalisation is folded into the convolutions. Weights are stored in 16 bits and widened when the session is
made. Inputs: strips [lines, 1, 32, pixels]. Outputs, per emission: the best character's number and its probability.
"""

import sys

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

from model import CLASSES, EMISSIONS, Block, Layer, Reader


def folded(layer: Layer) -> tuple[np.ndarray, np.ndarray]:
    conv, norm = layer.conv, layer.norm
    factor = norm.weight / torch.sqrt(norm.running_var + norm.eps)
    weight = conv.weight * factor.view(-1, 1, 1, 1)
    bias = (conv.bias - norm.running_mean) * factor + norm.bias
    return weight.detach().float().numpy(), bias.detach().float().numpy()


def layers(model: Reader):
    """(name, layer) in the order of the graph."""
    for part, name in [*((part, f"stem.{i}") for i, part in enumerate(model.stem)), *((part, f"line.{i}") for i, part in enumerate(model.line))]:
        if isinstance(part, Block):
            yield from ((f"{name}.{i}", layer) for i, layer in enumerate(part.layers))
        else:
            yield name, part


class Graph:
    def __init__(self):
        self.nodes, self.tensors = [], []

    def weight(self, name: str, values: np.ndarray) -> str:
        self.tensors.append(numpy_helper.from_array(values.astype(np.float16), name))
        return self.add("Cast", [name], f"{name}.wide", to=TensorProto.FLOAT)

    def constant(self, name: str, values) -> str:
        self.tensors.append(numpy_helper.from_array(np.array(values, dtype=np.int64), name))
        return name

    def add(self, kind: str, inputs, output: str, **settings) -> str:
        self.nodes.append(helper.make_node(kind, inputs, [output], name=output, **settings))
        return output

    def convolution(self, x: str, name: str, layer: Layer, weight, bias, bent: bool) -> str:
        conv = layer.conv
        y = self.add(
            "Conv", [x, self.weight(f"{name}.weight", weight), self.weight(f"{name}.bias", bias)], f"{name}.out",
            kernel_shape=list(conv.kernel_size), strides=list(conv.stride), dilations=list(conv.dilation), pads=[*conv.padding, *conv.padding],
        )
        return self.add("Relu", [y], f"{name}.bent") if bent else y


def export(model: Reader, path: str) -> None:
    model.eval()
    graph, x = Graph(), "strips"
    parts = [*((f"stem.{i}", part) for i, part in enumerate(model.stem)), *((f"line.{i}", part) for i, part in enumerate(model.line))]
    for name, part in parts:
        if isinstance(part, Layer):
            x = graph.convolution(x, name, part, *folded(part), part.bent)
            continue
        y = x
        for index, layer in enumerate(part.layers):
            y = graph.convolution(y, f"{name}.{index}", layer, *folded(layer), layer.bent)
        x = graph.add("Relu", [graph.add("Add", [x, y], f"{name}.sum")], f"{name}.bent")
    x = graph.add(
        "Conv", [x, graph.weight("head.weight", model.head.weight.detach().numpy()), graph.weight("head.bias", model.head.bias.detach().numpy())],
        "head.out", kernel_shape=[1, 1],
    )
    x = graph.add("Reshape", [x, graph.constant("split", [0, EMISSIONS, CLASSES, -1])], "split.out")
    x = graph.add("Transpose", [x], "turned", perm=[0, 3, 1, 2])
    x = graph.add("Reshape", [x, graph.constant("joined", [0, -1, CLASSES])], "logits")
    graph.add("ArgMax", [x], "best", axis=2, keepdims=0)
    graph.add("Cast", ["best"], "ids", to=TensorProto.INT32)
    graph.add("ReduceMax", [graph.add("Softmax", [x], "shares", axis=2)], "probabilities", axes=[2], keepdims=0)
    made = helper.make_graph(
        graph.nodes, "lens-reader",
        [helper.make_tensor_value_info("strips", TensorProto.FLOAT, ["lines", 1, 32, "pixels"])],
        [helper.make_tensor_value_info("ids", TensorProto.INT32, ["lines", "emissions"]), helper.make_tensor_value_info("probabilities", TensorProto.FLOAT, ["lines", "emissions"])],
        graph.tensors,
    )
    done = helper.make_model(made, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.checker.check_model(done)
    onnx.save(done, path)


def load_onnx(model: Reader, path: str) -> None:
    """Shipped weights into a model to train on: normalisation starts as the identity over typical input."""
    held = {tensor.name: torch.from_numpy(numpy_helper.to_array(tensor).astype(np.float32)) for tensor in onnx.load(path).graph.initializer}
    for name, layer in layers(model):
        layer.conv.weight.data.copy_(held[f"{name}.weight"])
        layer.conv.bias.data.copy_(held[f"{name}.bias"])
        layer.norm.reset_parameters()
    model.head.weight.data.copy_(held["head.weight"])
    model.head.bias.data.copy_(held["head.bias"])


def settle(model: Reader, strips) -> None:
    """Gives each normalisation the scale and shift that undo it, from a batch of strips, layer by layer."""
    hooks = []
    for _, layer in layers(model):
        def undo(norm, given, _):
            values = given[0].float()
            mean, variance = values.mean((0, 2, 3)), values.var((0, 2, 3), unbiased=False)
            norm.weight.data.copy_(torch.sqrt(variance + norm.eps))
            norm.bias.data.copy_(mean)
            norm.running_mean.copy_(mean)
            norm.running_var.copy_(variance)
            return given[0]
        hooks.append(layer.norm.register_forward_hook(undo))
    with torch.no_grad():
        model(strips)
    for hook in hooks:
        hook.remove()


if __name__ == "__main__":
    trained = Reader()
    trained.load_state_dict(torch.load(sys.argv[1], map_location="cpu")["model"])
    export(trained, sys.argv[2])
