"""Trains the second reading's model of who did it to whom, on acts whose parties people corrected.

In: DATA (fa-kes, places, muc, times, and the arbiter of claims), corrected_roles.jsonl, the suite coded, and the packages of requirements/models-base.in.
Out: roles.onnx, roles.npz and roles.yaml under src/warledger/learned/. Decision: a larger net learns from what people corrected; the
small one, which is used, learns from its odds (Hinton, Vinyals and Dean 2015), on those acts and on variants of them;
last, both do the same with acts that were coded from the text alone. Fixed seeds and
threads, so that the same examples give the same bytes on the same kind of processor.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import role_encoders
import torch
import yaml
from descent import descend
from encoder_graph import write_graph
from role_coded import coded_examples
from role_encoders import PLACES, WORDS, Shape
from role_examples import OPEN, Example, examples
from role_glance import glance
from role_net import Parameters, encode, fresh_head, scores
from role_variants import Arrays, renamed, without_commas
from train_confidence import arbiter_of

from warledger.claims.second_reading.role_model import LONGEST, seen_of, signed
from warledger.claims.second_reading.role_net import MODEL
from warledger.learned import encoder
from warledger.learned.word_pieces import FILE as PIECES
from warledger.learned.word_pieces import pieces_of

TRAINED_ON = ("acts of this coder in FA-KES (the suite judged, and 306 reports more), in sentences of Halterman (2019), in reports of MUC-4's development "
              "part and in narratives of WikiWars, whose parties people corrected one by one (scripts/corrected_roles.jsonl); last, acts of FA-KES whose "
              "parties people coded from the text (the suite coded)")
SEED, THREADS, TOGETHER = 1, 2, 64
WARMING = 0.1
# One report in so many is kept apart.
APART = 16
# Of the variants with other names, the larger net tells of one in so many.
RENAMED = 2
# An act has at most so many parties.
PARTIES = 16
# How much the larger net's odds count beside what people said, and by how much they are evened out first.
TAUGHT, EVENED = 0.8, 1.5
UNLIKELY = 1e-7


@dataclass(frozen=True)
class Course:
    """How often all examples are gone through, and how fast the layers, and what stands on them, learn."""

    rounds: int
    rate: float
    on_top: float = 1.5e-3


TEACHER, PUPIL = Course(3, 6e-5), Course(2, 1.5e-4)
# What people coded from the text alone comes last and moves little; larger nets of several seeds tell the small one of it.
LAST_OF_TEACHERS, TEACHERS, LAST = Course(2, 2e-5, 4e-4), 5, Course(3, 1e-4, 8e-4)
# Of three seeds alike (1,046 to 1,048 of 1,322 acts of other reports right in all parties).
LAST_SEED = 2


def main(data: Path) -> None:
    """Train and write the model."""
    torch.set_num_threads(THREADS)
    given, apart = _parted(examples(data, arbiter_of(data / "claims" / "score.py")))
    filled, tried = arrays_of(given), arrays_of(apart)
    pieces = PIECES.read_text(encoding="utf-8").splitlines()
    print(f"{len(given)} acts, and {len(apart)} of other reports to try the nets on", flush=True)
    teacher = train(role_encoders.large(pieces), role_encoders.LARGE, filled, TEACHER)
    print("the larger net:", _trial(teacher, role_encoders.LARGE, tried), flush=True)
    unknown = {name: values[::RENAMED] for name, values in renamed(filled, pieces.index(","), SEED).items()}
    unknown["parts"][:] = OPEN
    taught = _joined([filled, without_commas(filled, pieces.index(",")), unknown])
    taught["told"] = odds(teacher, role_encoders.LARGE, taught)
    pupil = train(role_encoders.small(pieces), role_encoders.SMALL, taught, PUPIL)
    print("the small net:", _trial(pupil, role_encoders.SMALL, tried), flush=True)
    net, count = last_course(teacher, pupil, data, pieces.index(","))
    write({**net, **glance(filled)}, len(given) + count)


def last_course(teacher: Parameters, pupil: Parameters, data: Path, comma: int) -> tuple[Parameters, int]:
    """The small net after the acts that people coded with nothing but the text before them, and how many these are."""
    given, apart = _parted(coded_examples(data, arbiter_of(data / "claims" / "score.py")))
    filled, tried = arrays_of(given), arrays_of(apart)
    print(f"{len(given)} acts coded from the text, and {len(apart)} of other reports: before", _trial(pupil, role_encoders.SMALL, tried), flush=True)
    several = [learn(teacher, _layers(teacher), role_encoders.LARGE, filled, LAST_OF_TEACHERS, SEED + k) for k in range(TEACHERS)]
    unknown = _joined([renamed(filled, comma, SEED + k) for k in range(2)])
    unknown["parts"][:] = OPEN
    taught = _joined([filled, unknown])
    taught["told"] = np.mean([odds(one, role_encoders.LARGE, taught) for one in several], 0)
    net = learn(pupil, _layers(pupil), role_encoders.SMALL, taught, LAST, LAST_SEED)
    print("after the last course:", _trial(net, role_encoders.SMALL, tried), flush=True)
    return net, len(given)


def _layers(net: Parameters) -> frozenset[str]:
    """The names of what lies below the net on top."""
    return frozenset(name for name in net if name.startswith(("embeddings.", "encoder.", "distances")))


def _parted(given: Iterable[Example]) -> tuple[list[Example], list[Example]]:
    """The acts to learn from, and those of one report in APART, picked by a checksum, on which nothing is learned."""
    parts: tuple[list[Example], list[Example]] = ([], [])
    for one in given:
        parts[hashlib.sha256(one[1].encode("utf-8")).digest()[0] < 256 // APART].append(one)
    return parts


def _trial(net: Parameters, shape: Shape, tried: Arrays) -> str:
    """Of acts that a net has not seen, its surprise at a party and in how many it has every party right."""
    told = odds(net, shape, tried)
    known = (tried["here"] > 0) & (tried["parts"] != OPEN)
    picked = np.take_along_axis(told, tried["parts"].clip(min=0)[..., None], -1)[..., 0]
    right = ((told.argmax(-1) == tried["parts"]) | ~known).all(1)
    return f"surprise {-np.log(picked[known].clip(min=UNLIKELY)).mean():.4f}, {right.sum()} of {len(right)} acts right in all parties"


def write(net: Parameters, count: int) -> None:
    """The graph of the transformer, and the net on top with two bytes a weight."""
    folder = Path(encoder.__file__).parent
    below = {name: value.detach().numpy() for name, value in net.items() if name.startswith(("embeddings.", "encoder."))}
    write_graph(below, role_encoders.SMALL, folder / f"{MODEL}.onnx")
    np.savez(folder / f"{MODEL}.npz", **{name: value.detach().numpy().astype(np.float16) for name, value in sorted(net.items()) if name not in below})
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
    count = len(seen)
    filled = {"numbers": np.zeros((count, LONGEST), np.int32), "mask": np.zeros((count, LONGEST), np.float32), "trigger": np.zeros((count, 2), np.int32),
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


def train(pretrained: Parameters, shape: Shape, filled: Arrays, course: Course) -> Parameters:
    """A net with a new head on layers that know words already."""
    torch.manual_seed(SEED)
    return learn({**pretrained, **fresh_head(shape)}, frozenset(pretrained), shape, filled, course)


def learn(start: Parameters, layers: frozenset[str], shape: Shape, filled: Arrays, course: Course, seed: int = SEED) -> Parameters:
    """All layers and what stands on them; the vectors of pieces and places stay."""
    torch.manual_seed(seed)
    net = {name: value.detach().clone() for name, value in start.items()}
    learned = {name: value.requires_grad_() for name, value in net.items() if name not in (WORDS, PLACES)}
    groups = [[value for name, value in learned.items() if (name in layers) is below] for below in (True, False)]
    batches = list(_batches(filled["mask"].sum(1).astype(int), course.rounds, seed))
    descend(list(learned.values()), groups, (course.rate, course.on_top), batches, lambda chosen: surprise(net, shape, _batch(filled, chosen)), WARMING, 50)
    return net


def surprise(net: Parameters, shape: Shape, batch: dict[str, torch.Tensor]) -> torch.Tensor:
    """The mean surprise at the parts that are known and, with a teacher, at what it told."""
    said = scores(net, encode(net, shape, batch, True), batch, True)
    here = batch["here"]
    known = ((batch["parts"] != OPEN) & (here > 0)).float()
    picked = torch.gather(torch.log_softmax(said, -1), -1, batch["parts"].clamp(min=0)[..., None])[..., 0]
    by_people = -(picked * known).sum() / known.sum().clamp(min=1)
    if "told" not in batch:
        return by_people
    told = torch.softmax(torch.log(batch["told"].clamp(min=UNLIKELY)) / EVENED, -1)
    by_teacher = -((told * torch.log_softmax(said / EVENED, -1)).sum(-1) * here).sum() / here.sum() * EVENED
    return (1 - TAUGHT) * by_people + TAUGHT * by_teacher


def odds(net: Parameters, shape: Shape, filled: Arrays) -> np.ndarray:
    """What a net says of each party, by the parts: an array of the shape (acts, PARTIES, 3)."""
    found = np.zeros((*filled["here"].shape, 3), np.float32)
    order = np.argsort(filled["mask"].sum(1), kind="stable")
    with torch.no_grad():
        for chosen in np.array_split(order, max(1, len(order) // TOGETHER)):
            batch = _batch(filled, chosen)
            said = torch.softmax(scores(net, encode(net, shape, batch, False), batch, False), -1)
            found[chosen, :said.shape[1]] = said.numpy()
    return found


def _batch(filled: Arrays, chosen: np.ndarray) -> dict[str, torch.Tensor]:
    """Some acts, no wider than the longest sentence and the most parties among them."""
    longest, most = (int(filled[name][chosen].sum(1).max()) for name in ("mask", "here"))
    widths = {"numbers": longest, "mask": longest, **dict.fromkeys(("parties", "here", "party_columns", "parts", "told"), most)}
    batch = {name: torch.from_numpy(values[chosen][:, :widths[name]] if name in widths else values[chosen]) for name, values in filled.items()}
    return {name: values if values.is_floating_point() else values.long() for name, values in batch.items()}


def _joined(several: Sequence[Arrays]) -> Arrays:
    return {name: np.concatenate([one[name] for one in several]) for name in several[0]}


def _batches(lengths: np.ndarray, rounds: int, seed: int) -> Iterator[np.ndarray]:
    """Acts in another order in each round, such of like length together."""
    chance = np.random.default_rng(seed)
    for _ in range(rounds):
        order = chance.permutation(len(lengths))
        some: list[np.ndarray] = []
        for part in np.array_split(order, max(1, len(order) // (TOGETHER * 20))):
            by_length = part[np.argsort(lengths[part], kind="stable")]
            some += [by_length[k:k + TOGETHER] for k in range(0, len(by_length) - TOGETHER + 1, TOGETHER)]
        yield from (some[k] for k in chance.permutation(len(some)))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
