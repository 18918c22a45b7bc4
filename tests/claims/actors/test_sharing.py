"""Coordination: one mention per conjunct, with the noun that they share."""

from __future__ import annotations

import pytest

from warledger.claims.actors.finder import ActorFinder
from warledger.claims.text.parsing import load_language

FINDER = ActorFinder()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Raids by Syrian and Russian war planes went on.", ["Syrian war planes", "Russian war planes"]),
        ("At dawn 30 regime and 39 rebel fighters were killed.", ["regime fighters", "rebel fighters"]),
        ("Iraqi, Syrian and Iranian soldiers met.", ["Iraqi soldiers", "Syrian soldiers", "Iranian soldiers"]),
        ("Rebels and soldiers fought.", ["Rebels", "soldiers"]),
        ("The regime and rebel fighters met.", ["regime", "rebel fighters"]),
        ("Ethiopia's army, Somali militias and Kenya's air force attacked.", ["Ethiopia's army", "Somali militias", "Kenya's air force"]),
    ],
)
def test_shared_noun(text: str, names: list[str]) -> None:
    assert [mention.name for mention in FINDER.find(load_language()(text))] == names


def test_each_conjunct_keeps_its_own_side() -> None:
    first, second = FINDER.find(load_language()("In all 30 regime and 39 rebel fighters were killed."))
    assert (first.sector, first.victims) == ("MIL", "military")
    assert (second.sector, second.victims) == ("REB", "rebels")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Strikes by Saudi and Emirati warplanes based in Eritrea killed nine.", ["Saudi warplanes", "Emirati warplanes"]),
        ("Strikes by Saudi, Emirati and US-led coalition aircraft based at Assab killed nine.", ["Saudi aircraft", "Emirati aircraft", "US-led coalition aircraft"]),
        ("Rebel fighters based near Goma killed nine.", ["Rebel fighters"]),
        ("UK-based monitors counted nine.", ["UK-based monitors"]),
    ],
)
def test_where_somebody_is_based_takes_no_noun_from_him(text: str, names: list[str]) -> None:
    assert [mention.name for mention in FINDER.find(load_language()(text))][:len(names)] == names
