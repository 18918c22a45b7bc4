"""The words of going back to what was told: complete, valid, and wrong entries are named by line."""

from pathlib import Path

import pytest

from warledger.errors import KnowledgeError
from warledger.lexicons import retelling_lexicon
from warledger.lexicons.retelling_lexicon import load_retelling


def test_kindred_modes_are_kindred_both_ways() -> None:
    kindred = load_retelling().kindred
    assert ("firearms", "targeted") in kindred
    assert all((other, one) in kindred for one, other in kindred)


@pytest.mark.parametrize("wrong", ["- retelling: answer\n  words: [in response]\n", "- kindred: [aerial, tickle]\n"])
def test_a_wrong_entry_is_named_with_file_and_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wrong: str) -> None:
    (tmp_path / "retelling.yaml").write_text("- kindred: [aerial, drone]\n" + wrong)
    monkeypatch.setattr(retelling_lexicon, "__file__", str(tmp_path / "retelling_lexicon.py"))
    with pytest.raises(KnowledgeError, match=r"retelling\.yaml:2"):
        load_retelling.__wrapped__()
