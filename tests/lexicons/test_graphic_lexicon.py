"""Which reports stand behind a shield: those that tell what is done to bodies, not all that tell of the dead."""

from __future__ import annotations

import pytest

from warledger.errors import KnowledgeError
from warledger.lexicons import graphic_lexicon
from warledger.lexicons.graphic_lexicon import graphic_words, load_graphic


def test_what_is_told_of_bodies_and_what_publishers_warn_of_is_graphic() -> None:
    assert graphic_words("WARNING: Graphic images. Rescuers gathered body\nparts; charred bodies lay near. Body parts again.") == ["graphic images", "body parts", "charred bodies"]


def test_a_toll_alone_is_not_graphic() -> None:
    assert graphic_words("At least 40 people were killed and their bodies were taken to a hospital.") == []


def test_a_word_inside_another_is_not_meant() -> None:
    assert graphic_words("The geographic contention; two headless companies; a photographic video") == []


def test_a_kind_that_is_not_known_is_refused(tmp_path, monkeypatch) -> None:
    (tmp_path / "graphic.yaml").write_text("warnings: [a]\nbodies: [b]\nhorrors: [c]\n", encoding="utf-8")
    monkeypatch.setattr(graphic_lexicon, "HERE", tmp_path)
    with pytest.raises(KnowledgeError, match=r"graphic\.yaml"):
        load_graphic.__wrapped__()
