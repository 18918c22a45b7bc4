"""The dictionary knows words, and what they can be."""

from __future__ import annotations

import pytest

from warledger.claims.text.dictionary import is_base_noun, is_known, parts_of_speech


@pytest.mark.parametrize("word", ["bridge", "bridges", "men", "fired", "against", "i", "counterattacks", "until"])
def test_ordinary_words_and_their_forms_are_known(word: str) -> None:
    assert is_known(word)


@pytest.mark.parametrize("word", ["quijano", "usulutan", "fmln"])
def test_names_are_not(word: str) -> None:
    assert not is_known(word)


def test_a_word_is_told_by_its_parts_of_speech() -> None:
    assert parts_of_speech("lima") == frozenset(("noun",))
    assert {"noun", "verb"} <= parts_of_speech("march")
    assert is_base_noun("bridge")
    assert not is_base_noun("rifles")
