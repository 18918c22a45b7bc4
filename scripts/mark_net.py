"""The net that puts commas back, as it is trained: layers of a small transformer, and what stands on each gap between two pieces.

In: parameters by name and a batch of sentences. Out: the log-odds of a comma and of an owner's apostrophe for each gap asked about. Decision: the layers are those of
the second reading's small transformer; beside the pieces, which know no capitals, each is told what kind of word it is of.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

import torch
from encoder_graph import KINDS
from role_encoders import PLACES, WORDS, Shape
from torch.nn import functional

from warledger.claims.text.mark_odds import PLAIN

# The first layers of MiniLM are enough, and the wide layer over a gap.
SHAPE, WIDE = Shape(384, 4, 12, 1e-12), 128
# Marks asked about: a comma in the gap, and an owner's apostrophe in the word before it.
MARKS = 2
# Log-odds of a mark before anything is learned: one gap in twenty has one.
USUAL = -2.5

Parameters = dict[str, torch.Tensor]
Batch = Mapping[str, torch.Tensor]


def fresh(pretrained: Parameters) -> Parameters:
    """The net with the first layers of what knows words already, and nothing learned of commas."""
    kept = {name: value.detach().clone() for name, value in pretrained.items()
            if name.startswith("embeddings.") or (name.startswith("encoder.layer.") and int(name.split(".")[2]) < SHAPE.layers)}
    top = {"gap.weight": (torch.rand(2 * SHAPE.width, WIDE) * 2 - 1) / math.sqrt(2 * SHAPE.width), "gap.bias": torch.zeros(WIDE),
           "odds.weight": (torch.rand(WIDE, MARKS) * 2 - 1) / math.sqrt(WIDE), "odds.bias": torch.full((MARKS,), USUAL)}
    return {**kept, KINDS: torch.randn(PLAIN + 1, SHAPE.width) * 0.02, **top}


def odds(net: Parameters, batch: Batch) -> torch.Tensor:
    """numbers, kinds and mask (sentences, pieces); sentence and piece of each gap asked about: its log-odds of each mark."""
    rows = _encoded(net, batch)
    gaps = torch.cat([rows[batch["sentence"], batch["piece"]], rows[batch["sentence"], batch["piece"] + 1]], -1)
    bent = functional.gelu(gaps @ net["gap.weight"] + net["gap.bias"])
    return bent @ net["odds.weight"] + net["odds.bias"]


def _encoded(net: Parameters, batch: Batch) -> torch.Tensor:
    count, length = batch["numbers"].shape
    rows = net[WORDS][batch["numbers"]] + net[PLACES][:length] + net[KINDS][batch["kinds"]]
    rows = _norm(net, rows, "embeddings.LayerNorm")
    seen = (batch["mask"] > 0)[:, None, None, :]
    for k in range(SHAPE.layers):
        layer = f"encoder.layer.{k}."
        with torch.autocast("cpu", torch.bfloat16):
            ask, keys, values = (_linear(net, rows, f"{layer}attention.self.{part}").view(count, length, SHAPE.heads, -1).transpose(1, 2)
                                 for part in ("query", "key", "value"))
            mixed = functional.scaled_dot_product_attention(ask, keys, values, attn_mask=seen).transpose(1, 2).reshape(count, length, -1)
            rows = _norm(net, rows + _linear(net, mixed, f"{layer}attention.output.dense").float(), f"{layer}attention.output.LayerNorm")
            wide = functional.gelu(_linear(net, rows, f"{layer}intermediate.dense"))
            rows = _norm(net, rows + _linear(net, wide, f"{layer}output.dense").float(), f"{layer}output.LayerNorm")
    return rows


def _linear(net: Parameters, rows: torch.Tensor, name: str) -> torch.Tensor:
    return functional.linear(rows, net[f"{name}.weight"], net[f"{name}.bias"])


def _norm(net: Parameters, rows: torch.Tensor, name: str) -> torch.Tensor:
    return functional.layer_norm(rows.float(), rows.shape[-1:], net[f"{name}.weight"], net[f"{name}.bias"], SHAPE.epsilon)
