"""Parts of speech, asked once for each kind of token, are those that the model's own ruler gives."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from warledger.claims.text.parsing import LEMMATIZER, RULER, ForParser, load_language, parse
from warledger.claims.text.parts_of_speech import PartsOfSpeech

SET = ["TAG", "POS", "MORPH", "LEMMA", "DEP"]
TEXTS = [
    "The rebels did what they had said.  There are gunmen in the hall, and nothin' ain't safe.",
    "Let's say that it was he who left, the colonel told us. It's got to end; they're gonna pay.",
    "\n\nThis is that village. Those have fled\n\nWho has them? We can't know.",
]


def _tagged(text: str) -> Doc:
    doc = load_language().make_doc(text)
    for name, part in load_language().pipeline:
        if name not in (RULER, LEMMATIZER):
            doc = part(doc)
    return doc


@pytest.mark.parametrize("text", TEXTS)
def test_they_are_those_of_the_ruler_also_where_two_words_decide(text: str) -> None:
    ours, theirs = _tagged(text), load_language().get_pipe(RULER)(_tagged(text))
    told = PartsOfSpeech(load_language().get_pipe(RULER))
    assert told.is_plain
    assert (told.give(ours).to_array(SET) == theirs.to_array(SET)).all()


def test_a_kind_of_token_seen_before_gets_the_same_again() -> None:
    told = PartsOfSpeech(load_language().get_pipe(RULER))
    first, second = told.give(_tagged(TEXTS[0])), told.give(_tagged(TEXTS[0]))
    assert (first.to_array(SET) == second.to_array(SET)).all()


def test_a_text_without_words_is_left_alone() -> None:
    assert len(PartsOfSpeech(load_language().get_pipe(RULER)).give(load_language().make_doc(""))) == 0


def test_a_ruler_that_asks_for_more_than_word_tag_and_dependency_does_its_work_itself() -> None:
    language = load_language()
    ruler = type(language.get_pipe(RULER))(language.vocab)
    ruler.add([[{"ORTH": "Them"}]], {"POS": "PROPN"})
    told = PartsOfSpeech(ruler)
    assert not told.is_plain
    assert told.give(_tagged("Them took them."))[0].pos_ == "PROPN"


def test_a_parse_has_all_that_the_whole_pipeline_gives() -> None:
    (ours,) = parse([ForParser(TEXTS[0])])
    theirs = load_language()(TEXTS[0])
    told = [*SET, "HEAD", "ENT_TYPE", "ENT_IOB", "SENT_START"]
    assert (ours.to_array(told) == theirs.to_array(told)).all()
