"""Values in words."""

from __future__ import annotations

import pytest

from warledger.errors import KnowledgeError
from warledger.model import Place, Tally, TimeSpan
from warledger.model.codebook import MODES
from warledger.products.labels import checked, field_label, label
from warledger.products.wording import day_words, isolated, range_words, visible, words


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [(13, None, "13 or more"), (8, 8, "8"), (24, 99, "24 to 99"), (None, 5, "up to 5"), (0, 5, "up to 5"), (0, 0, "0"), (None, None, None)],
)
def test_a_range_says_how_far_it_is_open(low: int | None, high: int | None, text: str | None) -> None:
    assert range_words(low, high) == text


def test_a_province_says_that_it_is_one() -> None:
    assert words(Place("Idlib", precision="province")) == "Idlib (province)"
    assert words(Place("Idlib province", precision="province")) == "Idlib province"
    assert words(Place("Saraqeb")) == "Saraqeb"


def test_a_time_that_was_not_resolved_keeps_its_wording() -> None:
    assert words(TimeSpan(None, None, "week", "last week")) == "“last week” (not resolved)"
    assert words(TimeSpan("2020-02-03", "2020-02-05", "days", "")) == "2020-02-03 to 2020-02-05"


def test_a_running_total_says_so() -> None:
    assert words(Tally("killed", 4, 4, 4, cumulative=True, as_of="2020-02-01")) == "4, running total to 2020-02-01"
    assert words(Tally("killed", 10, None, 10, victims="children")) == "10 or more (children)"


def test_a_day_is_written_as_people_write_it() -> None:
    assert day_words("2020-02-03T10:00:00Z") == "3 Feb 2020"
    assert day_words("spring") == "spring"


def test_nothing_is_none() -> None:
    assert words(None) is words("") is words([]) is None


def test_control_characters_are_shown() -> None:
    assert visible("a\x1b[31mb\x00\n") == "a\ufffd[31mb\ufffd\n"


def test_marks_of_direction_end_with_their_text() -> None:
    text = isolated("\u202egnp.exe")
    assert text.startswith("\u2068")
    assert text.endswith("\u202c\u2069")
    assert isolated("plain") == "plain"


def test_every_type_of_the_codebook_has_a_label() -> None:
    assert [type_ for type_ in MODES if label(type_) == type_] == []
    assert label("ASSAULT", "heavy-weapons") == "Shelling"
    assert label("NEWTYPE", "odd") == "NEWTYPE, odd"


def test_fields_with_a_class_say_which() -> None:
    assert field_label("killed:civilians") == "Killed, civilians"
    assert field_label("wounded:cumulative") == "Wounded, running total"


@pytest.mark.parametrize(("text", "line"), [("types:\n  A: x\nodd:\n  B: y\n", 3), ("types:\n  A: [1]\n", 2), ("types: {A: x\n", 2), ("- a\n", 1)])
def test_wrong_labels_are_named_with_their_line(text: str, line: int) -> None:
    with pytest.raises(KnowledgeError, match=rf"labels\.yaml:{line}: "):
        checked(text, "labels.yaml")
