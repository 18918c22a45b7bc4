"""Words of answering load, and a slip is told with file and line."""

import pytest

from warledger.errors import KnowledgeError
from warledger.lexicons import answer_lexicon


def test_the_words_of_answering_load() -> None:
    words = answer_lexicon.load_answers()
    assert "retaliation" in words.nouns
    assert "avenge" in words.verbs
    assert "for" in words.prepositions


def test_an_unknown_key_is_told_with_file_and_line(tmp_path, monkeypatch) -> None:
    (tmp_path / "answers.yaml").write_text("nouns: [revenge]\nadverbs: [back]\n", encoding="utf-8")
    monkeypatch.setattr(answer_lexicon, "HERE", tmp_path)
    answer_lexicon.load_answers.cache_clear()
    try:
        with pytest.raises(KnowledgeError, match=r"answers\.yaml:2: unknown key 'adverbs'"):
            answer_lexicon.load_answers()
    finally:
        answer_lexicon.load_answers.cache_clear()
