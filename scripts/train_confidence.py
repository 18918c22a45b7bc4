"""Trains how far a claim is to be trusted to be read right, on claims that were judged or coded by hand.

In: DATA/fa-kes, DATA/claims (with its arbiter). Out: the model of claims/confidence.py under src/warledger/learned/, and on
standard output how many claims of each band are right in the reports kept aside. Decision: a claim is right when the arbiter's own
functions find stance, speakers, parties and figures right where people coded that type; the suites `claims`, `fresh`, `judged` and
`coded` train, `unseen` and `aside` do not.
"""

from __future__ import annotations

import importlib.util
import json
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any

from fitting import Example, fit, write

from warledger import flow
from warledger.claims.coder import Coded, read_layers
from warledger.claims.confidence import MODEL, with_neighbours
from warledger.claims.confidence_signs import confidence_signs
from warledger.claims.knowledge import RuleSettings
from warledger.learned.linear import LinearModel
from warledger.model import Claim, Report
from warledger.model.codebook import CORE_TYPES
from warledger.scoring.annotated import Row, rows_of
from warledger.scoring.fresh import CODED, GIVEN_ONLY, in_words, is_judged

TRAINED_ON = "claims of this coder in 776 reports, right or wrong by what people coded there: the suites claims, fresh, judged and coded"
TRAINING, KEPT_ASIDE = ("fresh", "judged", "coded"), ("unseen", "aside")
# The coders of this suite were stricter (who is left out counts, places are targets): how much so is learned, and left out in use.
STRICT, STRICTER = "coded", "by stricter coders"
BUCKETS, STRENGTH = 1 << 14, 0.03
BANDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)
RIGHT, WRONG = "right", "wrong"


def main(data: Path) -> None:
    """Train, write the model, and print how it holds on the reports kept aside."""
    arbiter = arbiter_of(data / "claims" / "score.py")
    rows = {str(row["id"]): row for row in rows_of(data / "fa-kes" / "articles.jsonl")}
    examples = list(_examples(rows_of(data / "claims" / "dev.jsonl"), arbiter))
    for name in TRAINING:
        examples += _kept(name, rows, arbiter)
    model = fit(examples, [RIGHT], BUCKETS, STRENGTH)
    write(model, MODEL, TRAINED_ON, len(examples))
    for name in KEPT_ASIDE:
        print(name, _bands(model, _kept(name, rows, arbiter)))


def arbiter_of(path: Path) -> ModuleType:
    """The set's own script, whose functions say when two fields are the same."""
    spec = importlib.util.spec_from_file_location("arbiter", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path} is no script")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _kept(name: str, rows: Mapping[str, Row], arbiter: ModuleType) -> list[Example]:
    """The examples of one of the codings that this project keeps."""
    kept = json.loads(CODED[name].read_text(encoding="utf-8"))["reports"]
    gold = [in_words(one, rows) for one in kept]
    only = kept if name in GIVEN_ONLY else None
    found = _examples(gold, arbiter, (lambda claim: is_judged(claim, only, rows)) if only else (lambda claim: True))
    return [([*signs, STRICTER], label) if name == STRICT else (signs, label) for signs, label in found]


def _examples(gold: Sequence[Row], arbiter: ModuleType, counts: Any = lambda claim: True) -> Iterator[Example]:
    """One for each core claim of these reports that counts."""
    by_id = {str(row["id"]): row for row in gold}
    for coded in read_gold(gold):
        row = by_id[str(coded.reading.report.source_id)]
        for claim, beside in with_neighbours(coded.claims):
            if claim.type in CORE_TYPES and counts(claim):
                right = _is_right(claim, row, arbiter)
                yield list(confidence_signs(coded.reading, claim, beside)), RIGHT if right else WRONG


def coded_reports(data: Path) -> tuple[list[Row], dict[str, list[dict[str, Any]]]]:
    """The reports of the suite `coded` with claims in words, and by report the claims in characters."""
    rows = {str(row["id"]): row for row in rows_of(data / "fa-kes" / "articles.jsonl")}
    kept = json.loads(CODED["coded"].read_text(encoding="utf-8"))["reports"]
    return [in_words(one, rows) for one in kept], {one["report"]: one["claims"] for one in kept}


def read_gold(gold: Sequence[Row], settings: RuleSettings | None = None) -> Iterator[Coded]:
    """Coded reports as this coder reads them."""
    with tempfile.TemporaryDirectory(prefix="warledger-") as room:
        path = Path(room) / "gold.jsonl"
        path.write_text("".join(json.dumps(row) + "\n" for row in gold), encoding="utf-8")
        yield from read_layers([one for one in flow.read([str(path)]) if isinstance(one, Report)], settings)


def _is_right(claim: Claim, row: Row, arbiter: ModuleType) -> bool:
    """Whether one of the claims that people coded at its trigger says the same."""
    text = f"{row['title']}\n\n{row['text']}"
    given = claim.to_dict()
    spans = [(item.start, item.end) for item in claim.passages if item.field == "trigger"]
    for one in row["claims"]:
        start = text.find(one["quote"])
        here = any(start < end and begin < start + len(one["quote"]) for begin, end in spans)
        if here and claim.type in (one["type"], *(one.get("also_type") or ())) and _agree(one, given, arbiter):
            return True
    return False


def _agree(one: Row, given: Mapping[str, Any], arbiter: ModuleType) -> bool:
    chains = [one["speakers"], *(chain if isinstance(chain, list) else [chain] for chain in one.get("speakers_alt") or ())]
    return bool(given["stance"] == one["stance"] and bool(given["negated"]) == bool(one["negated"])
                and any(arbiter.speakers(chain, given["speakers"]) for chain in chains)
                and arbiter.parties(one["initiators"], given["initiators"]) and arbiter.parties(one["targets"], given["targets"])
                and arbiter.tallies(one["tallies"], given["tallies"]))


def _bands(model: LinearModel, examples: Iterable[Example]) -> str:
    """How many claims of each band of confidence are right."""
    told = [(model.probability(features), label == RIGHT) for features, label in examples]
    shares = []
    for low, high in pairwise(BANDS):
        inside = [right for probability, right in told if low <= probability < high]
        if inside:
            shares.append(f"from {low:.1f}: {sum(inside)} of {len(inside)} ({sum(inside) / len(inside):.2f})")
    return "; ".join(shares)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
