"""Trains the model that puts commas back into text that lost them (warledger.claims.text.lost_marks).

In: DATA, and the packages of requirements/models-base.in. Out: commas.onnx and commas.yaml under src/warledger/learned/, and on standard
output how it does on what is kept aside. Decision: text that kept its commas (articles on shootings, attributions' training part, MUC's
development part in sentence case) is stripped as such pages are: of commas, apostrophes and colons; every gap behind a word is an example of
both marks, a comma and an owner's apostrophe. A tenth of the documents is never learned from. Fixed seeds and threads, so that the same text gives the same bytes on the
same kind of processor.
"""

from __future__ import annotations

import json
import re
import sys
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import mark_net
import numpy as np
import role_encoders
import torch
import yaml
from descent import descend
from encoder_graph import write_marks
from mark_names import Document, other_names, renamed
from mark_net import Parameters
from role_encoders import PLACES, WORDS
from torch.nn import functional

from warledger.claims.text.layout import PLAIN
from warledger.claims.text.lost_marks import LEAST_ODDS, ends_sentence
from warledger.claims.text.mark_guards import may_be_parted
from warledger.claims.text.mark_odds import MODEL, Stretch, stretches
from warledger.claims.text.truecasing import is_in_capitals, truecased
from warledger.learned import encoder
from warledger.learned.word_pieces import FILE as PIECES

SETS = ("incidents/articles.jsonl", "attribution/polnear_train.jsonl", "muc/dev.jsonl")
ASIDE = 10
WRAPPED = re.compile(r"[ \t]*\n(?!\s*\n)[ \t]*")
SHORTEST = 5
# A possessive, and what only looks like one.
OWNER = re.compile(r"[^\W\d_]'s$")
SHORTENED = frozenset("it's he's she's that's there's here's what's who's where's how's let's".split())
# How fast the layers and what stands on them learn, and pieces that are read at once.
SEED, THREADS, RATE, ON_TOP, TOGETHER = 1, 2, 2e-4, 1e-3, 3000
WARMING = 0.06
# Sentences of like length that are sorted together.
SORTED = 2000


@dataclass(frozen=True)
class Gaps:
    """Words that are read at once, and for the gaps asked about the piece before each, whether a comma stood there and an apostrophe before."""

    read: Stretch
    pieces: list[int]
    marks: list[tuple[bool, bool]]


def documents(data: Path) -> Iterator[tuple[str, Document]]:
    """Each document by its id: stripped words, whether a sentence ends behind each, whether a comma stood there, whether it lost an apostrophe."""
    for name in SETS:
        with (data / name).open(encoding="utf-8") as stream:
            for row in map(json.loads, stream):
                text = row["text"].translate(PLAIN)
                if is_in_capitals(text):
                    text = truecased(WRAPPED.sub(" ", text))
                document = stripped(text)
                if document[0]:
                    yield str(row["id"]), document


def is_aside(name: str) -> bool:
    """Whether a document is of those that nothing is learned from, by a checksum of its id."""
    return zlib.crc32(name.encode()) % ASIDE == 0


def stripped(text: str) -> Document:
    """The words of a text as a page shows them that lost its marks, and where those stood."""
    words: list[str] = []
    ends: list[bool] = []
    commas: list[bool] = []
    owners: list[bool] = []
    for line in re.split(r"\n+", text):
        parts = line.split()
        if len(parts) < SHORTEST:
            continue
        for number, part in enumerate(parts):
            comma = part.endswith((",", ",'", ',"', '",'))
            word = part.replace(",", "").replace("'", "").replace(":", "")
            if not word:
                if commas and comma:
                    commas[-1] = True
                continue
            words.append(word)
            commas.append(comma)
            owners.append(OWNER.search(part) is not None and part.lower().strip('"(') not in SHORTENED)
            ends.append(ends_sentence(word) or number == len(parts) - 1)
        if ends:
            ends[-1] = True
    return words, ends, commas, owners


def gaps_of(document: Document) -> Iterator[Gaps]:
    """Every gap inside a sentence at which a comma may stand."""
    words, ends, commas, owners = document
    starts = [0, *(number + 1 for number, last in enumerate(ends) if last)]
    for start, end in zip(starts, [*starts[1:], len(words)], strict=True):
        for read in stretches(words[start:end]) if end > start + 1 else ():
            first = start + read.first
            asked = [k for k in range(len(read.lasts) - 1) if may_be_parted(words[first + k], words[first + k + 1])]
            if asked:
                yield Gaps(read, [read.lasts[k] for k in asked], [(commas[first + k], owners[first + k]) for k in asked])


def learn(given: Sequence[Gaps], aside: Sequence[Gaps]) -> Parameters:
    """All layers and what stands on them; the vectors of pieces and places stay."""
    torch.manual_seed(SEED)
    net = mark_net.fresh(role_encoders.small(PIECES.read_text(encoding="utf-8").splitlines()))
    learned = {name: value.requires_grad_() for name, value in net.items() if name not in (WORDS, PLACES)}
    groups = [[value for name, value in learned.items() if name.startswith(("gap.", "odds.", mark_net.KINDS)) is on_top] for on_top in (False, True)]
    batches = list(_batches([len(one.read.numbers) for one in given]))
    descend(list(learned.values()), groups, (RATE, ON_TOP), batches, lambda chosen: _surprise(net, _batch([given[number] for number in chosen])), WARMING, 100)
    print(f"commas and apostrophes: {trial(net, aside)} of what is kept aside", flush=True)
    return net


def _surprise(net: Parameters, batch: Mapping[str, torch.Tensor]) -> torch.Tensor:
    return functional.binary_cross_entropy_with_logits(mark_net.odds(net, batch), batch["marks"])


def trial(net: Parameters, asked: Sequence[Gaps]) -> str:
    """Precision and recall of commas and of apostrophes at the odds from which they are set."""
    given, right, there = (np.zeros(2, int) for _ in range(3))
    order = sorted(asked, key=lambda one: len(one.read.numbers))
    with torch.no_grad():
        for start in range(0, len(order), 64):
            batch = _batch(order[start:start + 64])
            set_, stood = mark_net.odds(net, batch) > LEAST_ODDS, batch["marks"] > 0
            for total, some in zip((given, right, there), (set_, set_ & stood, stood), strict=True):
                total += some.sum(0).numpy()
    return f"precision {np.round(right / given.clip(1), 3)}, recall {np.round(right / there.clip(1), 3)}"


def _batch(some: Sequence[Gaps]) -> dict[str, torch.Tensor]:
    longest = max(len(one.read.numbers) for one in some)
    numbers, kinds, mask = (np.zeros((len(some), longest), np.int64) for _ in range(3))
    for row, one in enumerate(some):
        size = len(one.read.numbers)
        numbers[row, :size], kinds[row, :size], mask[row, :size] = one.read.numbers, one.read.kinds, 1
    asked = {"sentence": [row for row, one in enumerate(some) for _ in one.pieces], "piece": [piece for one in some for piece in one.pieces]}
    marks = torch.tensor([mark for one in some for mark in one.marks], dtype=torch.float32)
    return {"numbers": torch.from_numpy(numbers), "kinds": torch.from_numpy(kinds), "mask": torch.from_numpy(mask),
            **{name: torch.tensor(values) for name, values in asked.items()}, "marks": marks}


def _batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Numbers of sentences in any order, such of like length together, up to TOGETHER pieces wide."""
    chance = np.random.default_rng(SEED)
    order, some = chance.permutation(len(lengths)), []
    for part in np.array_split(order, max(1, len(order) // SORTED)):
        now: list[int] = []
        for number in sorted(part.tolist(), key=lambda one: lengths[one]):
            if now and lengths[number] * (len(now) + 1) > TOGETHER:
                some.append(now)
                now = []
            now.append(number)
        some.append(now)
    yield from (some[k] for k in chance.permutation(len(some)))


def main(data: Path) -> None:
    """Train, print how it does on documents kept aside, and write the model."""
    torch.set_num_threads(THREADS)
    given: list[Gaps] = []
    aside: list[Gaps] = []
    names, chance = other_names(), np.random.default_rng(SEED)
    for name, document in documents(data):
        if is_aside(name):
            aside.extend(gaps_of(document))
        else:
            given += [*gaps_of(document), *gaps_of(renamed(document, names, chance))]
    net = learn(given, aside)
    folder = Path(encoder.__file__).parent
    write_marks({name: value.detach().numpy() for name, value in net.items()}, mark_net.SHAPE, folder / f"{MODEL}.onnx")
    about = [{"name": MODEL, "labels": ["comma", "owner"], "trained_on": f"gaps between words of nine tenths of {', '.join(SETS)}",
              "examples": sum(len(one.pieces) for one in given)}]
    (folder / f"{MODEL}.yaml").write_text(yaml.safe_dump(about, sort_keys=False), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
