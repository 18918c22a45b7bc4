"""Suite `attribution`: who says what, in news annotated with 2,320 attributions (PolNeAR).

In: attribution/polnear_dev.jsonl. Out: F1 of sources, of contents, of both in one attribution. Decision: a span counts
where at least half of the words of the longer are shared; a source is the phrase that its name heads, because the set marks
phrases and a claim names people by their shortest clear name. The set counts beliefs, wishes and plans as attributions, so
it is the ascriptions that are judged, of which the voices of claims are the part that says.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from warledger.claims.coder import Coded
from warledger.claims.voices.ascriptions import Ascription
from warledger.scoring.annotated import Row, Stopwatch, read_rows, rows_of, write_lines
from warledger.scoring.measures import Counts, best_pairs
from warledger.scoring.score import Score
from warledger.scoring.spans import Span, shared, word_starts, words_in

# What a source phrase does not take in: what is told of the source, and what the source says.
OUTSIDE_PHRASE = frozenset(("relcl", "acl", "advcl", "ccomp", "parataxis", "punct"))


@dataclass(frozen=True)
class Said:
    """One attribution as word numbers: who, and what. Empty where it is not told."""

    source: frozenset[int]
    content: frozenset[int]


def score(data: Path, limit: int | None = None, predictions: Path | None = None) -> Score:
    """source_f1, content_f1, pair_f1; predictions gets what is wrong."""
    rows, watch = rows_of(data / "attribution" / "polnear_dev.jsonl", limit), Stopwatch()
    totals = {"source": Counts(), "content": Counts(), "pair": Counts()}
    mistakes = []
    for row, coded in read_rows(rows, watch, "attribution"):
        words = word_starts(row["text"])
        found, wanted = ascribed(coded, words), _wanted(row, words)
        for name, counts in judge(found, wanted).items():
            totals[name] += counts
        mistakes.append({"id": row["id"], "wrong": wrong(row["text"], words, found, wanted)})
    write_lines(predictions, mistakes)
    return Score("attribution", len(rows), watch.seconds, {f"{name}_f1": counts.f1 for name, counts in totals.items()})


def judge(found: Sequence[Said], wanted: Sequence[Said]) -> dict[str, Counts]:
    """The counts of one document, each kind of span aligned one to one on its own."""
    return {
        "source": _counts([one.source for one in found if one.source], [one.source for one in wanted if one.source]),
        "content": _counts([one.content for one in found if one.content], [one.content for one in wanted if one.content]),
        "pair": _pairs([one for one in found if one.source and one.content], [one for one in wanted if one.source and one.content]),
    }


def _counts(found: list[frozenset[int]], wanted: list[frozenset[int]]) -> Counts:
    right = best_pairs([[shared(one, other) for other in wanted] for one in found])
    return Counts(len(right), len(found), len(wanted))


def _pairs(found: list[Said], wanted: list[Said]) -> Counts:
    right = best_pairs([[shared(a.source, b.source) * shared(a.content, b.content) for b in wanted] for a in found])
    return Counts(len(right), len(found), len(wanted))


def _wanted(row: Row, words: Sequence[Span]) -> list[Said]:
    return [Said(words_in(words, one["source"]), words_in(words, one["content"])) for one in row["attributions"]]


def ascribed(coded: Coded, words: Sequence[Span]) -> list[Said]:
    """The ascriptions of a report, each once."""
    said = [Said(words_in(words, _phrase(coded, one)), words_in(words, _content(coded, one))) for one in coded.voices.ascriptions]
    return list(dict.fromkeys(said))


def _phrase(coded: Coded, one: Ascription) -> list[Span]:
    """The phrase of the source: its name with what stands in one phrase with it; none where it is left out."""
    speaker = one.source
    if speaker is None:
        return []
    head = coded.reading.doc[speaker.head]
    left, right = speaker.start, speaker.end
    for child in head.children:
        if child.dep_ in OUTSIDE_PHRASE or one.cue in {token.i for token in child.subtree}:
            continue
        edges = [token for token in child.subtree if token.i not in one.content]
        if edges:
            left = min(left, edges[0].idx)
            right = max(right, edges[-1].idx + len(edges[-1].text))
    return [(left, right)]


def _content(coded: Coded, one: Ascription) -> list[Span]:
    tokens = [coded.reading.doc[i] for i in sorted(one.content)]
    return [(token.idx, token.idx + len(token.text)) for token in tokens if not token.is_space and not token.is_punct]


def wrong(text: str, words: Sequence[Span], found: Sequence[Said], wanted: Sequence[Said]) -> list[dict[str, str]]:
    """For people: attributions of the set whose source and content no found one has, and found ones that are no one's."""

    def shown(said: Said) -> str:
        return " ⟵ ".join(" ".join(text[words[i][0]:words[i][1]] for i in sorted(part)) for part in (said.source, said.content))

    def same(one: Said, other: Said) -> bool:
        return bool(shared(one.source, other.source)) and bool(shared(one.content, other.content))

    missed = [{"missed": shown(one)} for one in wanted if not any(same(one, other) for other in found)]
    return missed + [{"added": shown(one)} for one in found if not any(same(one, other) for other in wanted)]
