"""Acts of which people coded the parties with nothing but the text before them, as examples for the model of the second reading.

In: DATA/fa-kes and the codings of the suite `coded`. Out: an Act with the part of each of its candidates, as role_examples gives them.
Decision: the coded claim is the one whose trigger the act's own touches, else the only one of its type in the sentence; an act with
several or none is left out. Places are left open: these coders call what was shelled a target, whether town or house, the guide of
`claims` does not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from role_examples import Example, Span, parts
from train_confidence import coded_reports, read_gold

from warledger.claims.coder import Coded
from warledger.claims.knowledge import RuleSettings
from warledger.claims.second_reading.candidates import Act, Candidate, acts_of

PARTIES = ("initiators", "targets")


def coded_examples(data: Path, arbiter: ModuleType) -> Iterator[Example]:
    """An act, the text of its report, and for each candidate its part (see PARTS) or OPEN."""
    gold, kept = coded_reports(data)
    for coded in read_gold(gold, RuleSettings(second_reading=False)):
        text = coded.reading.report.text
        for act in acts_of(coded.reading, coded.claims):
            claim = _coded_at(act, kept[str(coded.reading.report.source_id)])
            if claim is not None:
                told = [[tuple(party["name"]) for party in claim[role]] for role in PARTIES]
                yield act, text, parts(act, text, told, _places(coded, act), arbiter)


def _coded_at(act: Act, gold: Sequence[Mapping[str, Any]]) -> Mapping[str, Any] | None:
    """The one coded claim that tells this act."""
    start, end = act.trigger_span
    first, last = act.sentence.start_char, act.sentence.end_char
    inside = [one for one in gold if one["type"] == act.claim.type and one["trigger"][0] < last and first < one["trigger"][1]]
    touched = [one for one in inside if one["trigger"][0] < end and start < one["trigger"][1]]
    found = touched or inside
    return found[0] if len(found) == 1 else None


def _places(coded: Coded, act: Act) -> list[Span]:
    """The candidates that are places or things, which only one of the two guides calls targets."""
    return [(one.start, one.end) for one in act.candidates if _is_place(coded, one)]


def _is_place(coded: Coded, one: Candidate) -> bool:
    return one.mention is None and (coded.reading.place_at(one.head) is not None or "area" in coded.reading.word_classes.of(coded.reading.lemma[one.head]))
