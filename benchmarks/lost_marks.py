"""How much a text loses with its marks: claims of texts stripped of commas, apostrophes and colons against those of the same texts whole.

    python benchmarks/lost_marks.py DATA [--limit N]

In: DATA with MUC's development part and the articles on shootings, of which only the tenth is taken that the model of lost marks never
learned from. Out: one JSON object: of claims of the core types of the whole texts how many are found (F1), of those found in how many the
doers, targets, speakers and figures are the same, and of all in how many all four; with the marks put back, and with the text as it stands.
Decision: a claim is found by its type and trigger; parties and speakers are the same by the names that the arbiter of DATA/claims takes for alike.
"""

from __future__ import annotations

import argparse
import collections
import importlib.util
import json
import re
import zlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from warledger.claims.coder import read_layers
from warledger.claims.text import layout
from warledger.claims.text.truecasing import is_in_capitals, truecased
from warledger.model import Claim, Report
from warledger.model.codebook import CORE_TYPES

# Sets, and how many texts are taken of each.
SETS = {"muc/dev.jsonl": 130, "incidents/articles.jsonl": 60}
ASIDE, SHORTEST, DAY = 10, 300, "2016-09-01"
MARKS = frozenset(",':")
WRAPPED = re.compile(r"[ \t]*\n(?!\s*\n)[ \t]*")
FIELDS = ("doers", "targets", "speakers", "figures")

Told = dict[tuple[str, int | None], dict[str, Any]]
Alike = Callable[[str, str], bool]


def main() -> None:
    """Measures and prints."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("data", type=Path)
    arguments.add_argument("--limit", type=int, default=None, help="take only the first so many texts of each set")
    given = arguments.parse_args()
    texts = list(texts_of(given.data, given.limit))
    print(json.dumps(measure(texts, alike_of(given.data / "claims" / "score.py")), indent=2))


def texts_of(data: Path, limit: int | None) -> Iterator[str]:
    """The texts that nothing was learned from, in sentence case."""
    for name, most in SETS.items():
        taken = 0
        with (data / name).open(encoding="utf-8") as stream:
            for row in map(json.loads, stream):
                text = row["text"].translate(layout.PLAIN)
                if zlib.crc32(str(row["id"]).encode()) % ASIDE or len(text) < SHORTEST:
                    continue
                yield truecased(WRAPPED.sub(" ", text)) if is_in_capitals(text) else text
                taken += 1
                if taken >= min(most, limit or most):
                    break


def alike_of(path: Path) -> Alike:
    """The arbiter's comparison of two names."""
    spec = importlib.util.spec_from_file_location("arbiter", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path} is no script")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    alike: Alike = module.alike
    return alike


def measure(texts: Sequence[str], alike: Alike) -> dict[str, Any]:
    """The figures with the marks put back and without."""
    places = [[k for k, mark in enumerate(text) if mark not in MARKS] for text in texts]
    bare = ["".join(text[k] for k in kept) for text, kept in zip(texts, places, strict=True)]
    whole = [{(type_, new.get(at)): told for (type_, at), told in claims.items()}
             for claims, new in zip(told_in(texts), ({k: n for n, k in enumerate(kept)} for kept in places), strict=True)]
    found = {"texts": len(texts), "claims": sum(map(len, whole)), "put back": compared(whole, told_in(bare), alike)}
    layout.lost_its_commas = lambda _text: False
    return {**found, "as it stands": compared(whole, told_in(bare), alike)}


def told_in(texts: Sequence[str]) -> list[Told]:
    """For each text its claims by type and place of the trigger."""
    reports = [Report(id=Report.make_id("lost-marks", None, None, text, DAY), text=text, language="en", published=DAY) for text in texts]
    return [{(claim.type, claim.passage("trigger").start if claim.passage("trigger") else None): _fields(claim) for claim in coded.claims if claim.type in CORE_TYPES}
            for coded in read_layers(reports)]


def _fields(claim: Claim) -> dict[str, Any]:
    return {"doers": [one.name for one in claim.initiators], "targets": [one.name for one in claim.targets], "speakers": [one.name for one in claim.speakers],
            "figures": sorted((one.what, one.low or -1, one.high or -1) for one in claim.tallies)}


def compared(whole: Sequence[Told], bare: Sequence[Told], alike: Alike) -> dict[str, float]:
    """How near the claims of the stripped texts are to those of the whole ones."""
    counts: collections.Counter[str] = collections.Counter()
    for one, other in zip(whole, bare, strict=True):
        for key in one.keys() & other.keys():
            same = {field: one[key][field] == other[key][field] if field == "figures" else _same(one[key][field], other[key][field], alike) for field in FIELDS}
            counts.update({"found": 1, "all four": int(all(same.values())), **{field: int(value) for field, value in same.items()}})
    all_, given = sum(map(len, whole)), sum(map(len, bare))
    shares = {field: round(counts[field] / max(1, counts["found"]), 3) for field in FIELDS}
    return {"found (F1)": round(2 * counts["found"] / max(1, all_ + given), 3), **shares, "all four, of all": round(counts["all four"] / max(1, all_), 3)}


def _same(one: Sequence[str], other: Sequence[str], alike: Alike) -> bool:
    return all(any(alike(a, b) for b in other) for a in one) and all(any(alike(a, b) for a in one) for b in other)


if __name__ == "__main__":
    main()
