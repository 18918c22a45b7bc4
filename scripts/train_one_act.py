"""Trains which acts of a sentence are one, on reports of which people coded every happening from the text.

In: DATA/fa-kes and the codings of the suite `coded`. Out: the model of claims/acts/one_act.py under src/warledger/learned/, and on
standard output how well it tells pairs in reports that it was not trained on (ten parts by report, each told by the other nine).
Decision: two acts are one where people coded one claim at both, or one claim at the first and none that is left over at the second;
pairs of which the coding does not tell are left out.
"""

from __future__ import annotations

import sys
import zlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from fitting import Example, fit, write
from train_confidence import coded_reports, read_gold

from warledger.claims.acts.happenings import Happening
from warledger.claims.acts.one_act import LIKELY_ACTS, LIKELY_OUTCOME, MODEL, POSSIBLE, are_two, pairs_of
from warledger.claims.acts.one_act_signs import one_act_signs
from warledger.claims.acts.roles import trigger_span
from warledger.claims.coder import Coded
from warledger.claims.knowledge import RuleSettings
from warledger.claims.stance import StanceReader
from warledger.lexicons.speech_lexicon import load_speech, load_stance
from warledger.scoring.annotated import Row

TRAINED_ON = "pairs of acts of one type in one sentence of the 489 reports of the suite coded"
BUCKETS, STRENGTH = 1 << 14, 0.15
ONE, TWO = "one", "two"
PARTS = 10
# How likely pairs of the trial are counted from.
BARS = (POSSIBLE, LIKELY_OUTCOME, LIKELY_ACTS, 0.8)
# As the coder reads before acts are joined; the second reading comes after.
BEFORE = RuleSettings(second_reading=False, joins_acts=False)


def main(data: Path) -> None:
    """Train, write the model, and print how it holds on reports kept aside."""
    told = list(examples_of(*coded_reports(data)))
    print("one", _trial(told))
    model = fit([example for _, example in told], [ONE], BUCKETS, STRENGTH)
    write(model, MODEL, TRAINED_ON, len(told))


def examples_of(gold: Sequence[Row], kept: dict[str, list[dict[str, Any]]]) -> Iterator[tuple[str, Example]]:
    """The pairs of these reports, each with its report."""
    for coded in read_gold(gold, BEFORE):
        report, stances = str(coded.reading.report.source_id), StanceReader(coded.reading, load_speech(), load_stance())
        shown = {passage.start for claim in coded.claims for passage in claim.passages if passage.field == "trigger"}
        happenings = [one for one in coded.happenings if trigger_span(coded.reading, one.main)[0] in shown]
        for first, second, beside in pairs_of(coded.reading, happenings, coded.voices, stances):
            label = None if are_two(coded.reading, first, second) else _label(coded, first, second, happenings, kept[report])
            if label is not None:
                yield report, (list(one_act_signs(coded.reading, first, second, beside)), label)


def _label(coded: Coded, first: Happening, second: Happening, happenings: Iterable[Happening], gold: Sequence[dict[str, Any]]) -> str | None:
    """What the coding says of two acts; None where it does not tell."""
    sentence = coded.reading.doc[first.main.head].sent
    type_ = first.main.frame.type
    here = [one for one in gold if one["type"] == type_ and one["trigger"][0] < sentence.end_char and sentence.start_char < one["trigger"][1]]
    taken = [_coded_at(coded, one, here) for one in happenings if one.main.frame.type == type_]
    left = [one for one in here if not any(one in claims for claims in taken)]
    a, b = _coded_at(coded, first, here), _coded_at(coded, second, here)
    if a and b:
        return ONE if any(one in b for one in a) else TWO
    if not a and not b:
        return ONE if len(here) == len(left) == 1 else None
    return None if left else ONE


def _coded_at(coded: Coded, happening: Happening, gold: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The coded claims whose trigger one of the happening's own words touches."""
    spans = [trigger_span(coded.reading, match) for match in happening.matches]
    return [one for one in gold if any(one["trigger"][0] < end and start < one["trigger"][1] for start, end in spans)]


def _trial(told: Sequence[tuple[str, Example]]) -> str:
    """Of the pairs from each bar on: how many, and how many of them are one."""
    found: list[tuple[float, bool]] = []
    for part in range(PARTS):
        aside = [zlib.crc32(report.encode()) % PARTS == part for report, _ in told]
        model = fit([example for (_, example), out in zip(told, aside, strict=True) if not out], [ONE], BUCKETS, STRENGTH)
        found += [(model.probability(features), label == ONE) for (_, (features, label)), out in zip(told, aside, strict=True) if out]
    counts = [f"{sum(one for _, one in found)} of {len(found)}"]
    for bar in BARS:
        over = [one for likely, one in found if likely >= bar]
        counts.append(f"from {bar}: {sum(over)} of {len(over)}")
    return "; ".join(counts)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
