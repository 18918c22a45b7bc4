"""Hedges: each passive has the attribution that it gives, and a slip is told with file and line."""

import pytest

from warledger.errors import KnowledgeError
from warledger.lexicons import hedge_lexicon


def test_a_passive_tells_how_firmly_a_thing_is_held() -> None:
    hedges = hedge_lexicon.load_hedges()
    assert (hedges.passives["believe"], hedges.passives["allege"]) == ("suspected", "claimed")
    assert hedges.suspected.isdisjoint(hedges.checked)


def test_an_attribution_that_the_codebook_has_not_is_told_with_file_and_line(tmp_path, monkeypatch) -> None:
    (tmp_path / "hedges.yaml").write_text("suspected: [apparent]\npassives:\n  guessed: [guess]\n", encoding="utf-8")
    monkeypatch.setattr(hedge_lexicon, "HERE", tmp_path)
    hedge_lexicon.load_hedges.cache_clear()
    try:
        with pytest.raises(KnowledgeError, match=r"hedges\.yaml:3: unknown key 'guessed'"):
            hedge_lexicon.load_hedges()
    finally:
        hedge_lexicon.load_hedges.cache_clear()
