"""Personal names are kept in small letters, by what they tell."""

from __future__ import annotations

from warledger.lexicons.personal_name_lexicon import load_personal_names


def test_a_name_that_means_nothing_else_is_always_one() -> None:
    assert "castro" in load_personal_names().always


def test_a_given_name_that_is_a_word_too_is_no_name_by_itself() -> None:
    names = load_personal_names()
    assert "victor" in names.given
    assert "victor" not in names.always
