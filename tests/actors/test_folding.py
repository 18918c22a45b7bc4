"""Folding: what does not count when names are compared."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from warledger.actors.folding import fold, name_key, words


def test_accents_apostrophes_and_points_do_not_count() -> None:
    assert fold("Da'esh") == fold("Daesh")
    assert fold("Séléka") == "seleka"
    assert fold("U.S.") == "us"
    assert fold("Kılıçdaroğlu") == "kilicdaroglu"


def test_arabic_article_inside_a_name_is_left_out() -> None:
    assert name_key("Hayat Tahrir al-Sham") == name_key("Hayat Tahrir ash-Sham")
    assert name_key("al-Manar")[0] == "al"


def test_english_as_and_at_are_no_articles() -> None:
    assert not any(word.article for word in words("at dawn as planned"))


@given(st.text(max_size=80))
def test_words_stand_where_they_say(text: str) -> None:
    for word in words(text):
        assert text[word.start : word.end] == word.text
