"""What a user tells the coder changes its places, and the name under which its claims are kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from warledger.claims.coder import VERSION, RuleCoder
from warledger.claims.knowledge import RuleSettings
from warledger.errors import UsageError
from warledger.extensions import make
from warledger.gazetteer.extend import Sources, extend
from warledger.model import Claim, Report

TEXT = "Shells hit the village of Tall Wahmi on Monday.\n\nThe army shelled Simferopol on Monday and killed three people."


def claims(settings: RuleSettings) -> list[Claim]:
    report = Report(id="r_1", title="", text=TEXT, published="2020-02-05")
    return [claim for claim in RuleCoder(settings).code([report]) if isinstance(claim, Claim) and claim.type == "ASSAULT"]


def test_a_village_of_the_users_list_has_coordinates(tmp_path: Path) -> None:
    (tmp_path / "villages.csv").write_text("name,lat,lon\nTall Wahmi,35.5,36.5\n", encoding="utf-8")
    extend(tmp_path / "own.sqlite", Sources(lists=[tmp_path / "villages.csv"]))
    plain = claims(RuleSettings())[0].place
    own = claims(RuleSettings(gazetteer=tmp_path / "own.sqlite", countries=["SYR"]))[0].place
    assert [place and (place.name, place.lat, place.admin1) for place in (plain, own)] == [("Tall Wahmi", None, None), ("Tall Wahmi", 35.5, "Hama")]


def test_claims_of_a_coder_that_knows_other_places_carry_another_name(tmp_path: Path) -> None:
    names = {claims(settings)[0].coder for settings in (RuleSettings(), RuleSettings(countries=["SYR"]), RuleSettings(territory={"Crimea": "RUS"}))}
    assert len(names) == 3
    assert f"rules/{VERSION}" in names
    assert all(name.startswith(f"rules/{VERSION}") for name in names)


def test_a_contested_place_lies_where_the_user_sees_it() -> None:
    countries = [claims(RuleSettings(territory=view))[1].place for view in ({}, {"Crimea": "RUS"})]
    assert [place and place.country for place in countries] == ["UKR", "RUS"]


def test_the_settings_come_from_the_table_of_the_coder() -> None:
    coder = make("coders", "rules", {"territory": {"Crimea": "RUS"}, "gazetteer": "own.sqlite"})
    assert coder.settings == RuleSettings(gazetteer=Path("own.sqlite"), territory={"Crimea": "RUS"})
    with pytest.raises(UsageError, match="countries"):
        claims(RuleSettings(countries=["Syria"]))
