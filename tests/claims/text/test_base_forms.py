"""Base forms, asked once for each kind of token, are those that the model's own lemmatizer gives."""

from __future__ import annotations

import pytest
from spacy.pipeline import Lemmatizer
from spacy.tokens import Doc

from warledger.claims.text.base_forms import BaseForms
from warledger.claims.text.parsing import LEMMATIZER, load_language

TEXTS = [
    "The rebels did what they had said they would do, leaving soldiers wounded and houses burning.",
    "Bombings left the biggest hospitals of both cities worse; a wounded man leaves, and others left.",
    "It's theirs. \n\n The shelling was shelling the hills' outposts again: 12 mortars",
]


def _with_parts_of_speech(text: str) -> Doc:
    doc = load_language().make_doc(text)
    for name, part in load_language().pipeline:
        if name != LEMMATIZER:
            doc = part(doc)
    return doc


def _lemmatizer() -> Lemmatizer:
    lemmatizer = load_language().get_pipe(LEMMATIZER)
    assert isinstance(lemmatizer, Lemmatizer)
    return lemmatizer


@pytest.mark.parametrize("text", TEXTS)
def test_they_are_those_of_the_lemmatizer(text: str) -> None:
    forms = BaseForms(_lemmatizer())
    assert forms.is_plain
    ours, theirs = forms.give(_with_parts_of_speech(text)), _lemmatizer()(_with_parts_of_speech(text))
    assert [token.lemma_ for token in ours] == [token.lemma_ for token in theirs]
    again = forms.give(_with_parts_of_speech(text))
    assert [token.lemma_ for token in again] == [token.lemma_ for token in ours]


def test_a_lemma_told_before_stays() -> None:
    doc = _with_parts_of_speech(TEXTS[0])
    doc[1].lemma_ = "insurgent"
    assert BaseForms(_lemmatizer()).give(doc)[1].lemma_ == "insurgent"


def test_a_lemmatizer_of_another_mode_is_asked_itself() -> None:
    class Upper(Lemmatizer):
        def __call__(self, doc: Doc) -> Doc:
            for token in doc:
                token.lemma_ = token.text.upper()
            return doc

    forms = BaseForms(Upper(load_language().vocab, None, overwrite=True))
    assert not forms.is_plain
    assert forms.give(_with_parts_of_speech("They left."))[1].lemma_ == "LEFT"
