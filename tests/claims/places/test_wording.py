"""Relative wording is read apart from the name that it leans on."""

from __future__ import annotations

import pytest

from warledger.claims.places.relative_places import wording_before
from warledger.claims.text.parsing import load_language
from warledger.gazetteer.wording import read_place_words


@pytest.mark.parametrize(("text", "kind", "distance", "bearing"), [
    ("It fell 15 km east of Xyz", "away", 15.0, 90.0),
    ("It fell about 12 miles to the south-west of Xyz", "away", 19.31, 225.0),
    ("It fell north of Xyz", "away", None, 0.0),
    ("It fell 20 kilometres from Xyz", "away", 20.0, None),
    ("It fell on the outskirts of Xyz", "part", None, None),
    ("It fell in the northern countryside of Xyz", "part", None, 0.0),
    ("It fell in the eastern part of the Xyz", "part", None, 90.0),
    ("It fell near Xyz", "near", 15.0, None),
    ("It fell close to Xyz", "near", 10.0, None),
])
def test_wording_is_read(text: str, kind: str, distance: float | None, bearing: float | None) -> None:
    doc = load_language()(text)
    wording = wording_before(doc, len(doc) - 1, read_place_words())
    assert wording is not None
    assert (wording.kind, wording.distance_km, wording.bearing) == (kind, distance, bearing)


@pytest.mark.parametrize("text", ["The people of Xyz", "Ten of Xyz", "They came from Xyz", "Xyz", "They went to Xyz"])
def test_what_is_no_relative_wording(text: str) -> None:
    doc = load_language()(text)
    assert wording_before(doc, len(doc) - 1, read_place_words()) is None
