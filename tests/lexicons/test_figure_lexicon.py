"""Words beside a figure: the file has the lists that the rules ask for, and no other."""

import pytest

from warledger.lexicons import figure_lexicon
from warledger.lexicons.figure_lexicon import load_figure_words


def test_the_words_of_each_list_are_there():
    words = load_figure_words()
    assert "previous" in words.outdated
    assert "martyrs" in words.martyrs


def test_an_unknown_list_is_refused(monkeypatch):
    monkeypatch.setattr(figure_lexicon, "load_word_lists", lambda *_: {"martyrs": ("martyr",), "typo": ("x",)})
    with pytest.raises(ValueError, match="the lists must be"):
        load_figure_words.__wrapped__()
