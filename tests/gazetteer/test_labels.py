"""Names for a map: the best known of each part, and no more than it has room for."""

from __future__ import annotations

import pytest

from warledger.gazetteer.build import ensure_index
from warledger.gazetteer.labels import Label, labels

SYRIA = (35.0, 32.0, 42.5, 37.5)


def seen(box: tuple[float, float, float, float], zoom: float) -> list[Label]:
    return labels(ensure_index(), box, zoom)


def test_of_a_wide_box_one_sees_countries_and_their_largest_towns() -> None:
    names = {(one.name, one.level) for one in seen((20, 20, 60, 50), 4)}
    assert {("Syria", "country"), ("Turkey", "country")} <= names
    assert not [name for name, level in names if level == "province"]


def test_nearer_by_one_sees_villages_and_no_country() -> None:
    near = seen((36.6, 35.7, 37.0, 36.0), 12)
    assert "Saraqib" in {one.name for one in near}
    assert not [one for one in near if one.level == "country"]


@pytest.mark.parametrize("zoom", [1, 4, 7, 10])
def test_no_box_has_more_names_than_it_has_squares_for(zoom: int) -> None:
    found = seen(SYRIA, zoom)
    wide = (SYRIA[2] - SYRIA[0]) / 360 * 256 * 2 ** zoom / 90 + 2
    assert 0 < len(found) <= 3 * wide * wide
    assert [one.rank for one in found] == sorted(one.rank for one in found)


def test_a_box_over_the_date_line_has_both_its_sides() -> None:
    found = seen((170.0, -50.0, -170.0, 0.0), 5)
    assert any(one.lon > 0 for one in found)
    assert any(one.lon < 0 for one in found)
