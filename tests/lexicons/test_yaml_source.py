"""A mistake in a knowledge file is told with the file and the line, so that its editor can find it."""

from __future__ import annotations

from pathlib import Path

import pytest

from warledger.errors import KnowledgeError
from warledger.lexicons.yaml_source import load_yaml, read_entries, read_mapping


def _read_both(path: Path) -> None:
    load_yaml(path)
    read_entries(path)


GOOD = """# words of counting
words:
  - word: dozen
    value: 12
    forms: [dozen, dozens]
  - word: score
    value: 20
settings:
  since: 2011-03-15
  share: 0.5
"""


def _write(folder: Path, text: str) -> Path:
    path = folder / "words.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_an_entry_knows_its_line_and_the_line_of_each_key(tmp_path: Path) -> None:
    dozen, score = read_entries(_write(tmp_path, GOOD), "words")
    assert (dozen.line, score.line) == (3, 6)
    assert dozen.value == {"word": "dozen", "value": 12, "forms": ["dozen", "dozens"]}
    assert str(score.fail("too small", "value")).endswith("words.yaml:7: too small")
    assert str(score.fail("too small")).endswith("words.yaml:6: too small")


def test_plain_data_keeps_its_types(tmp_path: Path) -> None:
    path = _write(tmp_path, GOOD)
    data = load_yaml(path)
    assert data["settings"]["share"] == 0.5
    assert data["settings"]["since"].isoformat() == "2011-03-15"
    assert read_mapping(path, "settings").lines["share"] == 10


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: 1\nb: [1, 2\nc: 3\n", 3),
        ("a: 1\nb: 2\na: 3\n", 3),
        ("- word: x\n- nothing\n", 2),
    ],
)
def test_a_broken_file_is_told_with_its_line(tmp_path: Path, text: str, line: int) -> None:
    path = _write(tmp_path, text)
    with pytest.raises(KnowledgeError, match=rf"words\.yaml:{line}:"):
        _read_both(path)


def test_a_wrong_kind_of_value_is_told_at_its_key(tmp_path: Path) -> None:
    entry = read_entries(_write(tmp_path, "- word: off\n  line: x\n  forms: [a, 7]\n"))[0]
    with pytest.raises(KnowledgeError, match=r"yaml:3: 'forms' must hold texts only, not 7"):
        entry.texts("forms")
    with pytest.raises(KnowledgeError, match=r"yaml:2: 'line' must be a whole number"):
        entry.number("line")
    with pytest.raises(KnowledgeError, match=r"yaml:2: unknown key 'line'"):
        entry.expect("word", "forms")
    with pytest.raises(KnowledgeError, match=r"yaml:1: 'sense' is missing"):
        entry.text("sense")


def test_a_missing_file_and_a_missing_section_are_mistakes(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match=r"none\.yaml:1: cannot be read"):
        read_entries(tmp_path / "none.yaml")
    with pytest.raises(KnowledgeError, match="section 'verbs' is missing"):
        read_entries(_write(tmp_path, GOOD), "verbs")


def test_an_empty_file_has_no_entries(tmp_path: Path) -> None:
    assert read_entries(_write(tmp_path, "# nothing yet\n")) == []


def test_on_and_no_are_words_of_news_and_no_truth_values(tmp_path: Path) -> None:
    entry = read_entries(_write(tmp_path, "- words: [on, off, yes, no]\n  holds: true\n"))[0]
    assert entry.value == {"words": ["on", "off", "yes", "no"], "holds": True}
