"""Agencies sign at the edges of a text."""

from __future__ import annotations

from pathlib import Path

import pytest

from warledger.errors import KnowledgeError
from warledger.lexicons.wire_services import HEAD, TAIL, load_agencies, signing_agencies

MIDDLE = "The road was closed and nobody could leave the valley. " * 12


@pytest.mark.parametrize(("body", "agency"), [
    (f"BEIRUT (Reuters) - {MIDDLE}", "Reuters"),
    (f"{MIDDLE} - REUTERS", "Reuters"),
    (f"Road closed AFP Sunday 22 Feb 2015 {MIDDLE}", "Agence France-Presse"),
    (f"{MIDDLE}-AFP", "Agence France-Presse"),
    (f"Aleppo, SANA–{MIDDLE}", "Syrian Arab News Agency"),
    (f"MOSCOW, October 1. /TASS/. {MIDDLE}", "TASS"),
    (f"دمشق-سانا {MIDDLE}", "Syrian Arab News Agency"),
])
def test_an_agency_signs_in_byline_dateline_or_tail(body: str, agency: str) -> None:
    assert signing_agencies(body) == {agency}


def test_an_agency_that_is_quoted_in_the_middle_does_not_sign() -> None:
    assert signing_agencies(f"{MIDDLE}A man told Reuters of it. {MIDDLE}") == frozenset()
    assert len(MIDDLE) > HEAD + TAIL


def test_a_sign_inside_a_word_is_none() -> None:
    assert signing_agencies("APPLES and AAchen and sana'a") == frozenset()


def test_every_agency_has_a_name_and_signs() -> None:
    assert len(load_agencies()) > 50


@pytest.mark.parametrize(("content", "line"), [
    ("- name: A\n  signs: [X]\n- name: B\n  signs: [X]\n", 4),
    ("- name: A\n  signs: []\n", 1),
    ("- name: A\n  sign: [X]\n", 2),
    ("- signs: [X]\n", 1),
])
def test_a_wrong_entry_names_file_and_line(tmp_path: Path, content: str, line: int) -> None:
    path = tmp_path / "agencies.yaml"
    path.write_text(content)
    with pytest.raises(KnowledgeError, match=f"agencies.yaml:{line}:"):
        load_agencies(path)
