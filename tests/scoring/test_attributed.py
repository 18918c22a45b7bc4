"""Attributions: who says what, judged by shared words."""

from __future__ import annotations

from warledger.scoring.annotated import Stopwatch, read_rows
from warledger.scoring.attributed import Said, ascribed, judge
from warledger.scoring.spans import word_starts


def said(source: range, content: range) -> Said:
    return Said(frozenset(source), frozenset(content))


def test_a_pair_needs_both_ends_right() -> None:
    found = [said(range(0, 2), range(5, 10)), said(range(20, 22), range(12, 14))]
    wanted = [said(range(0, 2), range(5, 9)), said(range(30, 31), range(12, 14))]
    counts = judge(found, wanted)
    assert (counts["source"].right, counts["content"].right, counts["pair"].right) == (1, 2, 1)


def test_an_attribution_without_a_source_counts_for_its_content_only() -> None:
    counts = judge([], [said(range(0), range(5))])
    assert (counts["source"].wanted, counts["content"].wanted, counts["pair"].wanted) == (0, 1, 0)


def test_a_source_is_the_phrase_and_not_the_bare_name() -> None:
    text = "A spokesman for the port authority said that two cranes had been damaged by the shelling."
    ((_, coded),) = read_rows([{"id": "1", "text": text}], Stopwatch())
    words = word_starts(text)
    (one,) = ascribed(coded, words)
    assert " ".join(text[slice(*words[i])] for i in sorted(one.source)) == "A spokesman for the port authority"
    assert "cranes" in {text[slice(*words[i])] for i in one.content}
