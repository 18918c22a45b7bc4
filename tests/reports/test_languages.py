"""Languages are told from the text, and cost little."""

from __future__ import annotations

import pytest

from warledger.reports.languages import FEWEST_LETTERS, detect_language, language_code


@pytest.mark.parametrize(("text", "code"), [
    ("The shelling of the village went on until the evening, residents said.", "en"),
    ("قصفت القوات البلدة حتى المساء كما قال السكان", "ar"),
    ("Les tirs sur le village ont continué jusqu'au soir, selon les habitants.", "fr"),
    ("Обстрел села продолжался до вечера, сообщили жители.", "ru"),
    ("Обстріл села тривав до вечора, повідомили мешканці.", "uk"),
    ("Köyün bombalanması akşama kadar sürdü, dedi köylüler.", "tr"),
    ("بمباران روستا تا شب ادامه داشت، ساکنان گفتند.", "fa"),
    ("הפגזת הכפר נמשכה עד הערב, אמרו התושבים.", "he"),
    ("De beschieting van het dorp ging door tot de avond, zeiden bewoners.", "nl"),
])
def test_the_language_of_a_sentence(text: str, code: str) -> None:
    assert detect_language(text) == code


@pytest.mark.parametrize("text", ["", "12 + 30 = 42", "a" * (FEWEST_LETTERS - 1)])
def test_too_little_text_has_no_language(text: str) -> None:
    assert detect_language(text) is None


@pytest.mark.parametrize(("name", "code"), [("en", "en"), ("EN-gb", "en"), ("eng", "en"), ("English", "en"), ("pt_BR", "pt"),
                                            ("kmr", "kmr"), ("xx", None), ("", None), ("nonsense words", None)])
def test_a_language_is_named_by_code_or_word(name: str, code: str | None) -> None:
    assert language_code(name) == code


def test_a_given_language_wins(read_file) -> None:
    text = "The shelling of the village went on until the evening, residents said."
    (report,), _ = read_file("a.jsonl", f'{{"text": "{text}", "language": "Arabic"}}', language="fr")
    assert report.language == "ar"
    (report,), _ = read_file("b.jsonl", f'{{"text": "{text}", "language": "??"}}')
    assert report.language == "en"
