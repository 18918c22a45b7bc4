"""A mistake in a file of places is told with its file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from warledger.errors import KnowledgeError
from warledger.gazetteer.knowledge import FOLDER, PLACE_KINDS, REGION_KINDS, own_places, read_demonyms
from warledger.gazetteer.wording import read_place_words

GOOD = "hills:\n  - {name: Round Hill, kind: hill, lat: 35.0, lon: 36.0, radius_km: 1, country: SYR}\n"


def test_our_own_files_are_sound() -> None:
    regions = list(own_places(FOLDER / "regions.yaml", REGION_KINDS))
    places = list(own_places(FOLDER / "places.yaml", PLACE_KINDS))
    assert len(regions) > 150
    assert len(places) > 300
    assert read_demonyms()["palestinian"] == "PSE"
    assert read_place_words().kinds["governorate"] == "province"


def test_no_name_is_given_to_two_places_of_one_country_and_kind() -> None:
    seen: set[tuple[str, str | None, str | None]] = set()
    for place in own_places(FOLDER / "places.yaml", PLACE_KINDS):
        key = (place.name.casefold(), place.country, place.kind)
        assert key not in seen or place.geonames is not None, place.name
        seen.add(key)


@pytest.mark.parametrize(("text", "told"), [
    (GOOD.replace("35.0", "95.0"), "line 2"),
    (GOOD.replace("kind: hill", "kind: moon"), "kind 'moon'"),
    (GOOD.replace("SYR", "Syria"), "three capital letters"),
    (GOOD.replace("radius_km: 1", "radius: 1"), "unknown field 'radius'"),
    (GOOD.replace("name: Round Hill, ", ""), "a name is missing"),
    (GOOD + "  - {name: [\n", "line 4"),
])
def test_a_mistake_is_told_with_file_and_line(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "places.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(KnowledgeError) as failure:
        list(own_places(path, PLACE_KINDS))
    assert str(path) in str(failure.value)
    assert told in str(failure.value)


def test_an_entry_with_an_id_only_adds_names(tmp_path: Path) -> None:
    path = tmp_path / "places.yaml"
    path.write_text("more:\n  - {geonames: 7, name: Hillside, aliases: [Hill Side]}\n", encoding="utf-8")
    (place,) = own_places(path, PLACE_KINDS)
    assert (place.geonames, place.aliases, place.lat) == (7, ("Hill Side",), None)
