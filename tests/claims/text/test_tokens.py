"""The tokens that all layers read say what the language model says of them."""

from __future__ import annotations

import pytest
from spacy import tokens as parsed

from warledger.claims.text.parsing import load_language
from warledger.claims.text.tokens import Doc, Token, read_tokens, written

TEXT = ("The army said on Monday that rebels, who had fled the town of Zaytan, shelled two villages and a market in its north.\n\n"
        "What did Anna Verholm say they want? \"Nothing,\" a spokesman of Acme Corp. replied.")
TOLD = ("i", "idx", "text", "lower_", "lemma_", "tag_", "pos_", "dep_", "ent_type_", "ent_iob_", "whitespace_", "is_alpha", "is_lower", "is_punct",
        "is_quote", "is_space", "is_stop", "like_num", "is_sent_start")
RELATED = ("children", "lefts", "rights", "subtree", "ancestors", "conjuncts")


@pytest.fixture(scope="module")
def theirs() -> parsed.Doc:
    return load_language()(TEXT)


@pytest.fixture(scope="module")
def ours(theirs: parsed.Doc) -> Doc:
    return read_tokens(theirs)


def token(doc: Doc, word: str) -> Token:
    return next(token for token in doc if token.text == word)


def test_every_token_has_the_words_and_tags_of_the_model(ours: Doc, theirs: parsed.Doc) -> None:
    assert [[getattr(one, name) for name in TOLD] for one in ours] == [[getattr(one, name) for name in TOLD] for one in theirs]


def test_every_token_hangs_where_the_model_hangs_it(ours: Doc, theirs: parsed.Doc) -> None:
    for one, other in zip(ours, theirs, strict=True):
        assert (one.head.i, one.left_edge.i, one.right_edge.i) == (other.head.i, other.left_edge.i, other.right_edge.i)
        for name in RELATED:
            assert [near.i for near in getattr(one, name)] == [near.i for near in getattr(other, name)], (one, name)


def test_crossing_branches_are_read_as_the_model_reads_them() -> None:
    words, heads = ["a", "b", "c", "d", "e"], [2, 3, 2, 2, 1]
    theirs = parsed.Doc(load_language().vocab, words=words, heads=heads, deps=["dep"] * len(words))
    for one, other in zip(read_tokens(theirs), theirs, strict=True):
        assert [near.i for near in one.subtree] == [near.i for near in other.subtree]
        assert (one.left_edge.i, one.right_edge.i) == (other.left_edge.i, other.right_edge.i)


def test_sentences_and_names_are_those_of_the_model(ours: Doc, theirs: parsed.Doc) -> None:
    assert [(one.start, one.end, one.text, one.root.i) for one in ours.sents] == [(one.start, one.end, one.text, one.root.i) for one in theirs.sents]
    assert [(one.start_char, one.end_char, one.label_) for one in ours.ents] == [(one.start_char, one.end_char, one.label_) for one in theirs.ents]
    assert all(one in list(one.sent) for one in ours)


def test_characters_touch_the_tokens_that_they_touch_for_the_model(ours: Doc, theirs: parsed.Doc) -> None:
    for start in range(len(TEXT)):
        for length in (1, 2, 7, 30):
            span, other = (doc.char_span(start, start + length, alignment_mode="expand") for doc in (ours, theirs))
            if other is None or len(other) == 0:
                assert not span
            else:
                assert span is not None
                assert (span.start, span.end, span.text, span.root.i) == (other.start, other.end, other.text, other.root.i)


def test_characters_before_the_text_and_behind_it_touch_nothing(ours: Doc) -> None:
    assert ours.char_span(-1, 4, alignment_mode="expand") is None
    assert ours.char_span(len(TEXT) - 2, len(TEXT) + 1, alignment_mode="expand") is None


def test_tokens_in_a_row_are_written_as_in_the_text_without_the_blank_behind(ours: Doc) -> None:
    town = token(ours, "town").i
    assert written(ours[town:town + 4]) == "town of Zaytan,"
    assert written([]) == ""


def test_a_town_hangs_on_its_verb_however_deep(ours: Doc) -> None:
    assert token(ours, "fled").is_ancestor(token(ours, "Zaytan"))
    assert not token(ours, "Zaytan").is_ancestor(token(ours, "fled"))


def test_nothing_stands_before_the_first_word_nor_behind_the_last(ours: Doc) -> None:
    assert token(ours, "army").nbor(-1).text == "The"
    with pytest.raises(IndexError):
        ours[0].nbor(-1)
    with pytest.raises(IndexError):
        ours[-1].nbor()


def test_what_was_asked_before_a_token_is_hung_elsewhere_is_told_anew(theirs: parsed.Doc) -> None:
    doc = read_tokens(theirs)
    market, said = token(doc, "market"), token(doc, "said")
    article = next(child for child in market.children if child.text == "a")
    before = market.ancestors, article.ancestors, said.subtree
    market.hang_on(said, "dep")
    assert market.ancestors == (said, *said.ancestors)
    assert article.ancestors == (market, *market.ancestors) != before[1]
    assert set(said.subtree) == set(before[2])
    assert market not in token(doc, "villages").subtree
