"""Named entities, told of all tokens at once, are those that the model's own recogniser gives."""

from __future__ import annotations

import pytest
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc

from warledger.claims.text.entities import Entities
from warledger.claims.text.parsing import BATCH, LEMMATIZER, RECOGNIZER, RULER, load_language

SET: list[int | str] = ["ENT_TYPE", "ENT_IOB"]
TEXTS = [
    "The United Nations Security Council met in New York on 3 May 2014.  Ban Ki-moon said 1,200 people had left Homs since Monday.",
    "Fighters of the Islamic State of Iraq and the Levant took Raqqa\n\nDamascus\n\nThree Lebanese soldiers died in the Bekaa Valley",
    "He fell",
    "Syria",
]


def _recognizer() -> EntityRecognizer:
    recognizer = load_language().get_pipe(RECOGNIZER)
    assert isinstance(recognizer, EntityRecognizer)
    return recognizer


def _parsed(text: str) -> Doc:
    doc = load_language().make_doc(text)
    for name, part in load_language().pipeline:
        if name not in (RULER, LEMMATIZER, RECOGNIZER):
            doc = part(doc)
    return doc


def _tables(docs: list[Doc]) -> list[list[list[int]]]:
    return [doc.to_array(SET).tolist() for doc in docs]


@pytest.mark.parametrize("texts", [TEXTS, *([text] for text in TEXTS)])
def test_they_are_those_of_the_recogniser_alone_and_side_by_side(texts: list[str]) -> None:
    recognizer = _recognizer()
    told = Entities(recognizer)
    assert told.is_plain
    theirs = list(recognizer.pipe([_parsed(text) for text in texts], batch_size=BATCH))
    assert _tables(list(told.pipe([_parsed(text) for text in texts], BATCH))) == _tables(theirs)


def test_names_of_several_words_and_of_one_are_found() -> None:
    (doc,) = Entities(_recognizer()).pipe([_parsed(TEXTS[0])], BATCH)
    found = {span.text: span.label_ for span in doc.ents}
    assert found["New York"] == "GPE"
    assert found["Monday"] == "DATE"


def test_reports_come_out_in_their_order_whatever_their_length() -> None:
    docs = [_parsed(text) for text in TEXTS]
    assert list(Entities(_recognizer()).pipe(docs, BATCH)) == docs


def test_a_text_without_words_has_no_names() -> None:
    docs = [load_language().make_doc(""), _parsed("Syria")]
    assert [len(doc.ents) for doc in Entities(_recognizer()).pipe(docs, BATCH)] == [0, 1]
    assert not next(Entities(_recognizer()).pipe([load_language().make_doc("")], BATCH)).ents


def test_a_recogniser_that_weighs_several_readings_does_its_work_itself() -> None:
    recognizer = _recognizer()
    width = recognizer.cfg["beam_width"]
    recognizer.cfg["beam_width"] = 2
    try:
        told = Entities(recognizer)
        assert not told.is_plain
        assert [span.text for span in next(told.pipe([_parsed("They met in New York.")], BATCH)).ents] == ["New York"]
    finally:
        recognizer.cfg["beam_width"] = width
