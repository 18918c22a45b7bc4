"""Words of grammar load, and a slip is told with file and line."""

import pytest

from warledger.errors import KnowledgeError
from warledger.lexicons import grammar_lexicon


@pytest.fixture
def written(tmp_path, monkeypatch):
    """Writes a grammar.yaml of its own and loads it."""

    def load(change):
        text = (grammar_lexicon.HERE / "grammar.yaml").read_text(encoding="utf-8")
        path = tmp_path / "grammar.yaml"
        path.write_text(change(text), encoding="utf-8")
        with monkeypatch.context() as patched:
            patched.setattr(grammar_lexicon, "HERE", tmp_path)
            grammar_lexicon.load_grammar.cache_clear()
            try:
                return grammar_lexicon.load_grammar()
            finally:
                grammar_lexicon.load_grammar.cache_clear()

    return load


def test_every_list_has_words() -> None:
    grammar = grammar_lexicon.load_grammar()
    assert {"urge", "force"} <= grammar.object_control
    assert "dozen" in grammar.partitives
    assert "none" in grammar.partitives
    assert "on" in grammar.cause_prepositions
    assert grammar.lemmas["stag"] == "stage"
    assert grammar.later_prepositions <= grammar.cause_prepositions


def test_a_list_that_nobody_knows_is_told_with_file_and_line(written) -> None:
    with pytest.raises(KnowledgeError, match=r"grammar\.yaml:1: unknown key 'adverbs'"):
        written(lambda text: "adverbs: [away]\n" + text)


def test_a_list_that_is_missing_is_told(written) -> None:
    with pytest.raises(KnowledgeError, match="'preventing' is missing or empty"):
        written(lambda text: text.replace("preventing: [", "preventing: []\n# ["))


def test_a_word_that_yaml_takes_for_something_else_is_told(written) -> None:
    with pytest.raises(KnowledgeError, match="must hold texts only"):
        written(lambda text: text.replace("preventing: [bar", "preventing: [12"))
