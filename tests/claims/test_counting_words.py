"""Words that only count, and whom a headline's plural counts before the last noun."""

from __future__ import annotations

from warledger.claims.counting_words import counted_first, is_partitive
from warledger.claims.text.parsing import load_language


def test_dozens_a_number_and_a_half_only_count() -> None:
    doc = load_language()("Dozens of men, 40 of them boys, held half of the village.")
    assert {token.text for token in doc if is_partitive(token)} >= {"Dozens", "40", "half"}
    assert not any(is_partitive(token) for token in doc if token.text in ("men", "boys", "village"))


def test_of_a_counted_plural_before_another_the_first_is_counted() -> None:
    doc = load_language()("Shells kill 20 civilians activists")
    last = doc[len(doc) - 1]
    doc[3].head, doc[3].dep_, doc[3].tag_ = last, "compound", "NNS"
    doc[2].head, doc[2].dep_ = doc[3], "nummod"
    last.tag_ = "NNS"
    assert counted_first(last) == [3]


def test_a_noun_alone_leaves_nobody_counted_first() -> None:
    doc = load_language()("Shells kill civilians.")
    assert all(counted_first(token) == [] for token in doc)


def test_a_counting_word_taken_for_a_name_at_the_start_still_counts() -> None:
    doc = load_language()("Scores of villagers fled.")
    doc[0].tag_, doc[0].lemma_ = "NNPS", "Scores"
    assert is_partitive(doc[0])
