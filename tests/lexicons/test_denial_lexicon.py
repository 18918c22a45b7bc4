"""Nouns of telling and verbs of rejecting: words by lemma, and a slip is told with file and line."""

import pytest

from warledger.errors import KnowledgeError
from warledger.lexicons import denial_lexicon


def test_the_words_of_denial_load() -> None:
    words = denial_lexicon.load_denials()
    assert "rumour" in words.tellings
    assert "dismiss" in words.rejecting


def test_an_unknown_key_is_told_with_file_and_line(tmp_path, monkeypatch) -> None:
    (tmp_path / "denials.yaml").write_text("tellings: [report]\nwrong: [x]\n", encoding="utf-8")
    monkeypatch.setattr(denial_lexicon, "HERE", tmp_path)
    denial_lexicon.load_denials.cache_clear()
    try:
        with pytest.raises(KnowledgeError, match=r"denials\.yaml:2: unknown key 'wrong'"):
            denial_lexicon.load_denials()
    finally:
        denial_lexicon.load_denials.cache_clear()
