"""Nouns by which a report comes back to an act."""

import pytest

from warledger.errors import KnowledgeError
from warledger.lexicons import act_name_lexicon
from warledger.lexicons.act_name_lexicon import load_act_names
from warledger.lexicons.company_lexicon import load_company


def test_a_shelling_comes_back_to_heavy_weapons_and_a_battle_to_two_sides() -> None:
    names = load_act_names()
    assert names["shelling"].modes == {"heavy-weapons"}
    assert names["battle"].sides
    assert not names["attack"].modes


def test_a_mode_that_the_type_does_not_have_is_refused(tmp_path, monkeypatch) -> None:
    (tmp_path / "act_names.yaml").write_text("- nouns: [siege]\n  type: TERRITORY\n  modes: [aerial]\n", encoding="utf-8")
    monkeypatch.setattr(act_name_lexicon, "__file__", str(tmp_path / "act_name_lexicon.py"))
    with pytest.raises(KnowledgeError, match="'aerial' is no mode of TERRITORY"):
        load_act_names.__wrapped__()


def test_words_of_company_are_told_from_words_of_backing() -> None:
    company = load_company()
    assert "alongside" in company.beside
    assert "back" in company.backed
    assert not company.beside & company.backed
