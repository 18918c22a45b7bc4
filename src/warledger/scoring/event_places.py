"""Suite `event-places`: where the event of a given verb happened, in two thirds of 9,686 sentences on armed conflict.

In: places/event_location.jsonl. Out: F1 of the chosen location, and F1 of saying that the sentence tells none. Decision:
the answer is the place that shows in the claim of that verb, or, where the verb only carries an act ("launched an assault"), of
that act; a claim without place in the sentence, or no claim, says none.
Sentences whose only marks are slips (a letter, nothing) are left out, and the third that the coder learned from.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from pathlib import Path

from warledger.claims.acts.happenings import Happening
from warledger.claims.coder import Coded
from warledger.claims.text.tokens import Token
from warledger.model import Claim
from warledger.scoring.annotated import Row, Stopwatch, read_rows, rows_of, write_lines
from warledger.scoring.measures import Counts
from warledger.scoring.score import Score
from warledger.scoring.spans import Span, touch

# A marked location shorter than this is a slip of the annotator's mouse: nothing, or a letter of another word.
SHORTEST_NAME = 2
# Of so many equal shares of the sentences one is learned from and never scored.
SHARES = 3


@dataclass(frozen=True)
class Verdict:
    """One sentence: the span that was chosen, None for none, and the spans that are right, empty for none."""

    chosen: Span | None
    right: tuple[Span, ...]

    @property
    def is_right(self) -> bool:
        """Whether the choice is one of the right spans, or both say none."""
        if self.chosen is None or not self.right:
            return self.chosen is None and not self.right
        return any(touch(self.chosen, span) for span in self.right)


def score(data: Path, limit: int | None = None, predictions: Path | None = None) -> Score:
    """f1 of locations and none_f1; predictions gets what is wrong."""
    rows, watch = rows_of(data / "places" / "event_location.jsonl"), Stopwatch()
    verdicts, mistakes = [], []
    sound = [row for row in rows if not is_slip(row) and not is_for_training(row)][:limit]
    for row, coded in read_rows(sound, watch, "event-places"):
        verdict = Verdict(chosen_place(coded, _spans(row["verb"])), tuple(_words(row["location"])))
        verdicts.append(verdict)
        if not verdict.is_right:
            mistakes.append({"id": row["id"], "text": row["text"], "verb": _quotes(row, _spans(row["verb"])),
                             "chosen": _quotes(row, [verdict.chosen] if verdict.chosen else []),
                             "right": _quotes(row, list(verdict.right))})
    write_lines(predictions, mistakes)
    return Score("event-places", len(sound), watch.seconds, measure(verdicts))


def is_for_training(row: Row) -> bool:
    """Whether a row is of the share that claims/event_location.py learned from: by its text, so that copies stay together."""
    return zlib.crc32(row["text"].strip().encode("utf-8")) % SHARES == 0


def is_slip(row: Row) -> bool:
    """Whether all that a row marks as locations are slips: nobody can say what was meant."""
    return bool(row["location"]) and not _words(row["location"])


def chosen_place(coded: Coded, verb: list[Span]) -> Span | None:
    """The place that the coder gives to the event of the verb, None where it gives none or knows no such event."""
    tokens = coded.reading.doc
    told = [span for happening in coded.happenings if tells(coded, happening, verb)
            for span in [_token_span(tokens[happening.main.head])]]
    claim = next((claim for claim in coded.claims if _is_of(claim, verb)), None)
    claim = claim or next((claim for claim in coded.claims if _is_of(claim, told)), None)
    shown = next(((p.start, p.end) for p in claim.passages if p.field == "place"), None) if claim is not None else None
    return None if shown is None else named_span(coded, shown)


def named_span(coded: Coded, shown: Span) -> Span:
    """Where the place is named that "the city" stands for: annotators mark names."""
    mention = next((mention for mention in coded.reading.places if (mention.start, mention.end) == shown), None)
    if mention is None or mention.antecedent is None:
        return shown
    named = coded.reading.place_at(mention.antecedent)
    return shown if named is None else (named.start, named.end)


def tells(coded: Coded, happening: Happening, verb: list[Span]) -> bool:
    """Whether the verb tells of the happening: a claim's trigger is the most telling word of several.

    "launched" tells of the assault that is its object, "occurred" of the blast that is its subject.
    """
    carriers = [match.clause.parent for match in happening.matches if match.clause.relation == "light"]
    told_by = [*(match.head for match in happening.matches), *(head for head in carriers if head is not None)]
    return any(touch(_token_span(coded.reading.doc[head]), span) for head in told_by for span in verb)


def _token_span(token: Token) -> Span:
    return token.idx, token.idx + len(token.text)


def measure(verdicts: list[Verdict]) -> dict[str, float | None]:
    """The metrics: f1 over sentences with a location, none_f1 over those without."""
    located = Counts(sum(v.is_right and v.chosen is not None for v in verdicts),
                     sum(v.chosen is not None for v in verdicts), sum(bool(v.right) for v in verdicts))
    nowhere = Counts(sum(v.is_right and v.chosen is None for v in verdicts),
                     sum(v.chosen is None for v in verdicts), sum(not v.right for v in verdicts))
    return {"f1": located.f1, "precision": located.precision, "recall": located.recall, "none_f1": nowhere.f1}


def _is_of(claim: Claim, verb: list[Span]) -> bool:
    return any(p.field == "trigger" and touch((p.start, p.end), span) for p in claim.passages for span in verb)


def _spans(raw: list[list[int]]) -> list[Span]:
    return [(start, end) for start, end in raw]


def _words(raw: list[list[int]]) -> list[Span]:
    """The spans that are long enough to hold a name."""
    return [(start, end) for start, end in _spans(raw) if end - start >= SHORTEST_NAME]


def _quotes(row: Row, spans: list[Span]) -> list[str]:
    return [row["text"][start:end] for start, end in spans]
