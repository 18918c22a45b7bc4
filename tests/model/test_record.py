"""A record is read back from JSON as it was written, and what is no record is told by the name of its field."""

from __future__ import annotations

import re
from typing import Any

import pytest

from warledger.model import Claim, Decision, Participant, Passage, Place, Relative, Report, Tally, TimeSpan

WHOLE = Claim(
    "c_1", "r_1", "ASSAULT", initiators=(Participant("the army", backed_by=("RUS",)),), place=Place("Beltash", 7, 35.5, 36.0, relative=Relative(15.0, None, "Beltash")),
    when=TimeSpan("2020-02-03", "2020-02-03", "day", "Monday"), tallies=(Tally("killed", 3, None, 3),), weapons=("shells",), passages=(Passage("trigger", 0, 4, "hit"),))


@pytest.mark.parametrize("record", [WHOLE, Claim("c_2", "r_1", "AGREE"), Report("r_1", "text")])
def test_a_record_comes_back_as_it_was_written(record: Any) -> None:
    assert type(record).from_dict(record.to_dict()) == record


def test_unknown_fields_are_passed_over_and_missing_ones_are_the_usual() -> None:
    assert Place.from_dict({"name": "Beltash", "colour": "red"}) == Place("Beltash")


def test_whole_degrees_are_degrees() -> None:
    found = Place.from_dict({"name": "Beltash", "lat": 35, "lon": None})
    assert (found.lat, type(found.lat), found.lon) == (35.0, float, None)


@pytest.mark.parametrize(("kind", "plain", "told"), [
    (Place, {"name": 7}, "Place.name: str was expected, not 7"),
    (Place, {"name": "x", "lat": "north"}, "Place.lat: float was expected, not 'north'"),
    (Place, {"name": "x", "lat": True}, "Place.lat: float was expected, not True"),
    (Place, {"name": None}, "Place.name: str was expected, not None"),
    (Place, {"name": "x", "relative": "near"}, "Place.relative: an object was expected, not 'near'"),
    (Claim, WHOLE.to_dict() | {"tallies": "three"}, "Claim.tallies: a list was expected, not 'three'"),
    (Claim, WHOLE.to_dict() | {"weapons": ["shells", 2]}, "Claim.weapons: str was expected, not 2"),
    (Claim, WHOLE.to_dict() | {"initiators": [{"name": 1}]}, "Participant.name: str was expected, not 1"),
    (Claim, {"id": "c_1"}, "Claim: "),
    (Decision, {"id": "d_1", "incidents": {}}, "Decision."),
])
def test_what_is_no_record_is_told_by_its_field(kind: Any, plain: dict[str, Any], told: str) -> None:
    with pytest.raises(ValueError, match=re.escape(told)):
        kind.from_dict(plain)
