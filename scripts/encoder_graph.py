"""Writes the transformers as graphs that onnxruntime reads, their weights in whole numbers of eight bits.

In: trained parameters by name. Out: one file. Decision: only products of matrices and the vectors of pieces are rounded; norms and
sums stay in full, since rounding them costs more than it saves.
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from role_encoders import PLACES, WORDS, Shape

from warledger.claims.second_reading.role_net import NOBODY

OPSET, FORMAT = 20, 10
# The vectors of kinds of words, which the net of commas is told beside the pieces.
KINDS = "embeddings.kinds"


class Graph:
    """Collects the nodes and the constants."""

    def __init__(self, net: Mapping[str, np.ndarray], shape: Shape) -> None:
        self.net = net
        self.shape = shape
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def constant(self, name: str, value: np.ndarray) -> str:
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def node(self, kind: str, inputs: list[str], name: str, **about: object) -> str:
        self.nodes.append(helper.make_node(kind, inputs, [name], name=name, **about))
        return name

    def linear(self, rows: str, name: str, to: str) -> str:
        product = self.node("MatMul", [rows, self.constant(f"{to}.w", self.net[f"{name}.weight"].T)], f"{to}.product")
        return self.node("Add", [product, self.constant(f"{to}.b", self.net[f"{name}.bias"])], to)

    def norm(self, rows: str, name: str, to: str) -> str:
        return self.node("LayerNormalization", [rows, self.constant(f"{to}.w", self.net[f"{name}.weight"]), self.constant(f"{to}.b", self.net[f"{name}.bias"])],
                         to, axis=-1, epsilon=self.shape.epsilon)

    def layer(self, rows: str, k: int) -> str:
        name, to = f"encoder.layer.{k}.", f"layer{k}."
        parts = []
        for part, order in (("query", [0, 2, 1, 3]), ("key", [0, 2, 3, 1]), ("value", [0, 2, 1, 3])):
            made = self.linear(rows, f"{name}attention.self.{part}", f"{to}{part}")
            parts.append(self.node("Transpose", [self.node("Reshape", [made, "split"], f"{to}{part}.split")], f"{to}{part}.turned", perm=order))
        shares = self.node("MatMul", parts[:2], f"{to}scores")
        shares = self.node("Add", [self.node("Mul", [shares, "scale"], f"{to}scaled"), "hidden"], f"{to}masked")
        mixed = self.node("MatMul", [self.node("Softmax", [shares], f"{to}shares", axis=-1), parts[2]], f"{to}mixed")
        mixed = self.node("Reshape", [self.node("Transpose", [mixed], f"{to}mixed.turned", perm=[0, 2, 1, 3]), "whole"], f"{to}mixed.whole")
        mixed = self.linear(mixed, f"{name}attention.output.dense", f"{to}attention")
        rows = self.norm(self.node("Add", [rows, mixed], f"{to}sum"), f"{name}attention.output.LayerNorm", f"{to}normed")
        wide = self.node("Gelu", [self.linear(rows, f"{name}intermediate.dense", f"{to}wide")], f"{to}bent")
        narrow = self.linear(wide, f"{name}output.dense", f"{to}narrow")
        return self.norm(self.node("Add", [rows, narrow], f"{to}end"), f"{name}output.LayerNorm", f"{to}out")


    def begin(self, kinds: str | None = None) -> str:
        """From pieces, places and, where the net has a vector for each, kinds of words to the rows of the first layer."""
        width = self.shape.width // self.shape.heads
        for name, value in (("split", np.array([0, 0, self.shape.heads, width])), ("whole", np.array([0, 0, self.shape.width])), ("axes", np.array([1, 2])),
                            ("scale", np.array(width ** -0.5, np.float32)), ("one", np.array(1, np.float32)), ("nobody", np.array(NOBODY, np.float32)),
                            ("words", self.net[WORDS]), ("where", self.net[PLACES])):
            self.constant(name, value)
        self.node("Unsqueeze", [self.node("Mul", [self.node("Sub", ["one", "mask"], "gaps"), "nobody"], "far"), "axes"], "hidden")
        rows = self.node("Add", [self.node("Gather", ["words", "numbers"], "pieces"), self.node("Gather", ["where", "places"], "placed")], "start")
        if kinds is not None:
            rows = self.node("Add", [rows, self.node("Gather", [self.constant("of_kinds", self.net[kinds]), "kinds"], "kind")], "start.of_kinds")
        return self.norm(rows, "embeddings.LayerNorm", "started")

    def save(self, name: str, inputs: list[str], output: tuple[str, list[str | int]], path: Path) -> None:
        """inputs beside numbers, places and mask; the output by its name and shape. Products of matrices in eight bits."""
        given = [helper.make_tensor_value_info("numbers", TensorProto.INT64, ["acts", "length"]), helper.make_tensor_value_info("places", TensorProto.INT64, ["length"]),
                 helper.make_tensor_value_info("mask", TensorProto.FLOAT, ["acts", "length"]),
                 *(helper.make_tensor_value_info(one, TensorProto.INT64, ["acts", "length"]) for one in inputs)]
        told = helper.make_tensor_value_info(output[0], TensorProto.FLOAT, output[1])
        model = helper.make_model(helper.make_graph(self.nodes, name, given, [told], self.constants), opset_imports=[helper.make_opsetid("", OPSET)])
        model.ir_version = FORMAT
        with tempfile.TemporaryDirectory(prefix="warledger-") as room:
            full = Path(room) / "full.onnx"
            onnx.save(model, str(full))
            quantize_dynamic(str(full), str(path), weight_type=QuantType.QInt8, per_channel=True)


def write_graph(net: Mapping[str, np.ndarray], shape: Shape, path: Path) -> None:
    """numbers (acts, pieces), places (pieces) and mask (acts, pieces) to vectors (acts, pieces, width)."""
    graph = Graph(net, shape)
    rows = graph.begin()
    for k in range(shape.layers):
        rows = graph.layer(rows, k)
    graph.node("Identity", [rows], "vectors")
    graph.save("roles", [], ("vectors", ["acts", "length", shape.width]), path)


def write_marks(net: Mapping[str, np.ndarray], shape: Shape, path: Path) -> None:
    """numbers, places, mask and kinds of words to the log-odds (acts, pieces but the last, 2) of a comma behind each piece and an owner's apostrophe in it."""
    graph = Graph(net, shape)
    rows = graph.begin(KINDS)
    for k in range(shape.layers):
        rows = graph.layer(rows, k)
    halves = [graph.node("MatMul", [rows, graph.constant(f"gap.w{k}", half)], f"gap.{k}") for k, half in enumerate(np.split(net["gap.weight"], 2))]
    for name, value in (("second", np.array([1])), ("end", np.array([np.iinfo(np.int64).max])), ("along", np.array([1])), ("first", np.array([0])),
                        ("before_last", np.array([-1]))):
        graph.constant(name, value)
    left = graph.node("Slice", [halves[0], "first", "before_last", "along"], "left")
    right = graph.node("Slice", [halves[1], "second", "end", "along"], "right")
    both = graph.node("Add", [graph.node("Add", [left, right], "both"), graph.constant("gap.b", net["gap.bias"])], "gap")
    told = graph.node("MatMul", [graph.node("Gelu", [both], "gap.bent"), graph.constant("odds.w", net["odds.weight"])], "odds.product")
    graph.node("Add", [told, graph.constant("odds.b", net["odds.bias"])], "odds")
    graph.save("marks", ["kinds"], ("odds", ["acts", "gaps", len(net["odds.bias"])]), path)
