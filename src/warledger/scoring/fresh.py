"""Suites `fresh`, `coded`, `unseen`, `judged`, `aside`: more reports of fa-kes, coded for this project after the guide of `claims`.

In: fa-kes/articles.jsonl, and the codings of this folder. Out: the metrics that claims/score.py prints. Decision: the coding is
ours and is kept without a word of the reports, as characters of title, blank line and text; with the set beside it, it
becomes what the arbiter reads. The wrong cases of `fresh`, `coded` and `judged` are read; those of `unseen` and `aside` never
were, which is what they are for: whoever reads them moves them over and codes new reports. `fresh` and `unseen` hold every claim of
a report, `coded` every one of the core types without its place, its time and the countries of its parties; `judged` and `aside` hold
what is right of the claims that this program once gave, so a claim elsewhere is not judged.
"""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from warledger.errors import SourceError
from warledger.model import Claim
from warledger.scoring.hand_coded import judged
from warledger.scoring.pipeline import code_file, head
from warledger.scoring.score import Score

CODED = {name: Path(__file__).with_name(f"{name}_claims.json") for name in ("fresh", "coded", "unseen", "judged", "aside")}
# The suites of whose claims only some are judged.
GIVEN_ONLY = frozenset(("judged", "aside"))
# Fields of a coded claim that hold characters of the report.
SPANS = ("quote", "trigger")
PARTIES = ("initiators", "targets")


def score(data: Path, limit: int | None = None, predictions: Path | None = None) -> Score:
    """f1_core, signed and the share right of each field; notes list the first wrong claims."""
    return _score("fresh", data, limit, predictions)


def score_coded(data: Path, limit: int | None = None, predictions: Path | None = None) -> Score:
    """As `score`, on the 489 reports of which every claim of the core types was coded from the text."""
    return _score("coded", data, limit, predictions)


def score_unseen(data: Path, limit: int | None = None, predictions: Path | None = None) -> Score:
    """As `score`, on the reports whose wrong cases nobody reads: so the notes are left out."""
    return replace(_score("unseen", data, limit, predictions), notes=())


def score_judged(data: Path, limit: int | None = None, predictions: Path | None = None) -> Score:
    """As `score`, of the claims that were judged one by one; signed_precision is the share of them that is right as it stands."""
    return _score("judged", data, limit, predictions)


def score_aside(data: Path, limit: int | None = None, predictions: Path | None = None) -> Score:
    """As `score_judged`, on the reports whose wrong cases nobody reads."""
    return replace(_score("aside", data, limit, predictions), notes=())


def _score(suite: str, data: Path, limit: int | None, predictions: Path | None) -> Score:
    rows = {str(row["id"]): row for row in map(json.loads, head(data / "fa-kes" / "articles.jsonl", None))}
    coded = json.loads(CODED[suite].read_text(encoding="utf-8"))["reports"][:limit]
    with tempfile.TemporaryDirectory(prefix="warledger-") as room:
        gold = Path(room) / "gold.jsonl"
        gold.write_text("".join(json.dumps(in_words(one, rows)) + "\n" for one in coded), encoding="utf-8")
        found = code_file(gold)
        if suite in GIVEN_ONLY:
            found = replace(found, claims=tuple(claim for claim in found.claims if is_judged(claim, coded, rows)))
        found.write(predictions)
        return judged(suite, found, gold, data)


def is_judged(claim: Claim, coded: Sequence[Mapping[str, Any]], rows: Mapping[str, Mapping[str, Any]]) -> bool:
    """Whether a claim stands on the trigger of one that was judged, be it that there is an act or that there is none."""
    report = next((one for one in coded if one["report"] == claim.source_id), None)
    if report is None:
        return False
    row = rows[report["report"]]
    text, behind_title = f"{row['title']}\n\n{row['text']}", len(row["title"]) + 2
    spans = [*report.get("none", ()), *(one["trigger"] for one in report["claims"])]
    for item in claim.passages:
        if item.field == "trigger":
            shift = 0 if text[item.start:item.end] == item.quote else behind_title
            if any(start < item.end + shift and item.start + shift < end for start, end in spans):
                return True
    return False


def in_words(coded: Mapping[str, Any], rows: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """A coded report as the arbiter reads it: the row of the set, with claims in words.

    Raises SourceError where the set lacks the report or has another text under its id.
    """
    row = rows.get(coded["report"])
    text = f"{row['title']}\n\n{row['text']}" if row else ""
    if row is None or hashlib.sha256(text.encode("utf-8")).hexdigest() != coded["sha256"]:
        raise SourceError(f"report {coded['report']} is not in fa-kes as it was coded; the coding does not fit this copy of the set")
    return {**row, "published": coded["published"], "claims": [claim_in_words(claim, text) for claim in coded["claims"]]}


def claim_in_words(claim: Mapping[str, Any], text: str) -> dict[str, Any]:
    """A claim with the words that its characters show."""

    def words(span: tuple[int, int]) -> str:
        return text[span[0]:span[1]]

    found: dict[str, Any] = {"negated": False, **claim, **{name: words(claim[name]) for name in SPANS}}
    found["speakers"] = [words(span) for span in claim["speakers"]]
    found["speakers_alt"] = [[words(span) for span in chain] for chain in claim.get("speakers_alt", ())]
    for role in PARTIES:
        found[role] = [{**party, "name": words(party["name"])} for party in claim[role]]
    if claim["place"] is not None:
        found["place"] = {**claim["place"], "name": words(claim["place"]["name"])}
    return found
