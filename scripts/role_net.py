"""The net of the second reading, as it is trained: the same sums as warledger.claims.second_reading.role_net, in PyTorch.

In: parameters by name, and a batch of acts. Out: log-odds of the three parts for each party. Decision: one set of sums serves the net
that is used and the larger one that teaches it; products of matrices are taken in half the bits. The vectors of pieces
of words stay as they came.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

import torch
from role_encoders import Shape
from torch.nn import functional

from warledger.claims.second_reading.role_net import HEADS, NOBODY, TINY
from warledger.claims.second_reading.role_signs import BUCKETS

# Sizes of the net on top: a sign, an act and a party as seen by it, what it holds of each, and its wide layer.
SIGN, SEEN, HELD, WIDE = 16, 96, 160, 320
DROPPED, DROPPED_SIGNS = 0.1, 0.2
# Signs of a party that tell the rules' own answer (role_signs.party_signs), left out for this share of the acts.
OF_RULES, WITHOUT_RULES = (0, 7, 8, 9, 11), 0.15
PARTY_SIGNS, ACT_SIGNS = 13, 7

Parameters = dict[str, torch.Tensor]
Batch = Mapping[str, torch.Tensor]


def fresh_head(shape: Shape) -> Parameters:
    """The net on top, untrained."""
    shapes = {"act": (shape.width, SEEN), "party": (2 * shape.width, SEEN), "each": (3 * SEEN + (PARTY_SIGNS + ACT_SIGNS) * SIGN, HELD),
              "query": (SEEN + ACT_SIGNS * SIGN, HELD), "ask": (HELD, HELD), "key": (HELD, HELD), "value": (HELD, HELD), "out": (HELD, HELD),
              "wide": (HELD, WIDE), "narrow": (WIDE, HELD), "part": (HELD, 3)}
    head: Parameters = {"signs": torch.randn(BUCKETS, SIGN) * 0.1}
    for name, (rows, columns) in shapes.items():
        head[f"{name}.weight"] = (torch.rand(rows, columns) * 2 - 1) / math.sqrt(rows)
        head[f"{name}.bias"] = torch.zeros(columns)
    for name in ("before", "behind"):
        head[f"{name}.weight"], head[f"{name}.bias"] = torch.ones(HELD), torch.zeros(HELD)
    return head


def encode(net: Parameters, shape: Shape, batch: Batch, learns: bool, halved: bool = True) -> torch.Tensor:
    """A vector of the given width for each piece; BERT's layers (Devlin et al. 2019), with MPNet's distances where it has them."""
    count, length = batch["numbers"].shape
    rows = net["embeddings.word_embeddings.weight"][batch["numbers"]] + net["embeddings.position_embeddings.weight"][:length]
    rows = functional.dropout(_norm(net, rows, "embeddings.LayerNorm", shape.epsilon), DROPPED, learns)
    hidden = ((1 - batch["mask"]) * NOBODY)[:, None, None, :]
    if "distances" in net:
        hidden = hidden + net["distances"][_steps(length)].permute(2, 0, 1)[None]

    def linear(inner: torch.Tensor, name: str) -> torch.Tensor:
        return functional.linear(*(one.to(torch.bfloat16) if halved else one for one in (inner, net[f"{name}.weight"], net[f"{name}.bias"])))

    for k in range(shape.layers):
        layer = f"encoder.layer.{k}."
        ask, keys, values = (linear(rows, f"{layer}attention.self.{part}").view(count, length, shape.heads, -1).transpose(1, 2)
                             for part in ("query", "key", "value"))
        shares = torch.softmax((ask @ keys.transpose(-1, -2)).float() / math.sqrt(shape.width // shape.heads) + hidden, -1).to(values.dtype)
        mixed = linear((shares @ values).transpose(1, 2).reshape(count, length, -1), f"{layer}attention.output.dense").float()
        rows = _norm(net, rows + functional.dropout(mixed, DROPPED, learns), f"{layer}attention.output.LayerNorm", shape.epsilon)
        wide = functional.gelu(linear(rows, f"{layer}intermediate.dense"))
        narrow = linear(wide, f"{layer}output.dense").float()
        rows = _norm(net, rows + functional.dropout(narrow, DROPPED, learns), f"{layer}output.LayerNorm", shape.epsilon)
    return rows


# MPNet tells distances between pieces apart in so many classes, up to so many pieces (Song et al. 2020, after T5).
CLASSES, FARTHEST = 32, 128


def _steps(length: int) -> torch.Tensor:
    """The class of the distance between each two places."""
    back = torch.arange(length)[:, None] - torch.arange(length)[None, :]
    half, far = CLASSES // 2, back.abs()
    exact = half // 2
    wide = exact + (torch.log(far.float().clamp(min=1) / exact) / math.log(FARTHEST / exact) * (half - exact)).long()
    return (back < 0).long() * half + torch.where(far < exact, far, wide.clamp(max=half - 1))


def scores(net: Parameters, rows: torch.Tensor, batch: Batch, learns: bool) -> torch.Tensor:
    """Log-odds of the shape (acts, parties, 3); while it learns, parts of the net are left out at random."""
    act = _linear(net, torch.einsum("bt,bth->bh", _pooled(rows, batch["trigger"]), rows), "act")
    first = torch.gather(rows, 1, batch["parties"][..., :1].expand(-1, -1, rows.shape[-1]))
    parties = _linear(net, torch.cat([torch.einsum("bkt,bth->bkh", _pooled(rows, batch["parties"]), rows), first], -1), "party")
    signs = net["signs"][batch["party_columns"]]
    if learns:
        known = (torch.rand(len(rows), 1, 1, 1) < 1 - WITHOUT_RULES).float()
        of_rules = torch.zeros(PARTY_SIGNS)
        of_rules[list(OF_RULES)] = 1
        signs = signs * (1 - of_rules[:, None] * (1 - known))
    signs = functional.dropout(signs.reshape(*signs.shape[:2], -1), DROPPED_SIGNS, learns)
    of_act = net["signs"][batch["act_columns"]].reshape(len(rows), -1)
    acts, shared = (one[:, None].expand(-1, parties.shape[1], -1) for one in (act, of_act))
    each = functional.gelu(_linear(net, torch.cat([acts, parties, acts * parties, signs, shared], -1), "each"), approximate="tanh")
    each = functional.dropout(each, DROPPED_SIGNS, learns)
    query = _linear(net, torch.cat([act, of_act], -1), "query")
    return _linear(net, _together(net, torch.cat([query[:, None], each], 1), batch["here"], learns)[:, 1:], "part")


def _pooled(rows: torch.Tensor, spans: torch.Tensor) -> torch.Tensor:
    """The share of each piece in what a span of pieces has in common."""
    pieces = torch.arange(rows.shape[1])
    inside = ((pieces >= spans[..., :1]) & (pieces < spans[..., 1:])).float()
    return inside / inside.sum(-1, keepdim=True).clamp(min=1)


def _together(net: Parameters, rows: torch.Tensor, here: torch.Tensor, learns: bool) -> torch.Tensor:
    batch, count, _ = rows.shape
    hidden = ((1 - torch.cat([torch.ones(batch, 1), here], 1)) * NOBODY)[:, None, None, :]
    normed = _norm(net, rows, "before", TINY)
    ask, keys, values = (_linear(net, normed, name).reshape(batch, count, HEADS, -1).transpose(1, 2) for name in ("ask", "key", "value"))
    shares = torch.softmax(ask @ keys.transpose(-1, -2) / math.sqrt(HELD // HEADS) + hidden, -1)
    rows = rows + functional.dropout(_linear(net, (shares @ values).transpose(1, 2).reshape(batch, count, HELD), "out"), DROPPED, learns)
    wide = functional.gelu(_linear(net, _norm(net, rows, "behind", TINY), "wide"), approximate="tanh")
    return rows + functional.dropout(_linear(net, wide, "narrow"), DROPPED, learns)


def _linear(net: Parameters, rows: torch.Tensor, name: str) -> torch.Tensor:
    return rows @ net[f"{name}.weight"] + net[f"{name}.bias"]


def _norm(net: Parameters, rows: torch.Tensor, name: str, least: float) -> torch.Tensor:
    return functional.layer_norm(rows, rows.shape[-1:], net[f"{name}.weight"], net[f"{name}.bias"], least)
