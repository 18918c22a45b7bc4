"""Lists of words for plain text are checked when they are read."""

from __future__ import annotations

from pathlib import Path

import pytest

from warledger.errors import KnowledgeError
from warledger.lexicons.word_lists import load_word_lists


@pytest.mark.parametrize(("file", "key"), [("trailing_speakers.yaml", "trailing"), ("datelines.yaml", "dateline"), ("outcome_pairs.yaml", "outcome")])
def test_every_list_of_ours_has_a_name_and_words(file: str, key: str) -> None:
    lists = load_word_lists(file, key)
    assert lists
    assert all(lists.values())


@pytest.mark.parametrize(("content", "line"), [
    ("- dateline: cities\n  words: [Taiz]\n- dateline: countries\n", 3),
    ("- dateline: cities\n  words: [Taiz]\n- words: [Aden]\n", 3),
    ("- dateline: cities\n  words: [Taiz]\n- dateline: cities\n  words: [Aden]\n", 3),
    ("- dateline: cities\n  word: [Taiz]\n", 2),
])
def test_a_slip_is_told_with_its_line(tmp_path: Path, content: str, line: int) -> None:
    file = tmp_path / "datelines.yaml"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=f"datelines.yaml:{line}: "):
        load_word_lists(file, "dateline")
