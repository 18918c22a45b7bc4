"""Whether a claim lies in the governorate that its report is about, and the shares that are counted from it."""

from __future__ import annotations

import pytest

from warledger.gazetteer import Gazetteer
from warledger.model import Claim, Place, Problem, Report, Speaker, TimeSpan
from warledger.scoring.pipeline import Coded
from warledger.scoring.reading import (
    GOVERNORATES,
    countries_named,
    distance_km,
    lies_in,
    measure,
    problems_by_kind,
)

SARAQEB = Place("Saraqeb", lat=35.864, lon=36.806, country="SYR", admin1="Idlib")


@pytest.mark.parametrize(
    ("place", "label", "inside"),
    [
        (SARAQEB, "idlib", True),
        (SARAQEB, "aleppo", False),
        (Place("Idlib province", country="SYR", precision="province"), "idlib", True),
        (Place("the Kafr Halab road", lat=36.1, lon=36.9, country="SYR"), "aleppo", True),
        (Place("Tayibat", lat=35.0, lon=40.4, country="SYR", admin1="Deir ez-Zor"), "deir ezzor", True),
        (Place("Tayibat", lat=35.0, lon=40.4, country="SYR", admin1="Deir ez-Zor Governorate"), "deir ezzor", True),
        (Place("Kilis", lat=36.7, lon=37.1, country="TUR"), "aleppo", False),
        (Place("Syria", lat=35.0, lon=38.0, country="SYR", precision="country"), "homs", False),
        (Place("a village"), "idlib", False),
        (None, "idlib", False),
        (SARAQEB, None, False),
    ],
)
def test_a_place_counts_for_its_governorate_by_division_name_or_distance(place: Place | None, label: str | None, inside: bool) -> None:
    assert lies_in(place, label) is inside


def test_the_governorates_do_not_swallow_each_other() -> None:
    for label, one in GOVERNORATES.items():
        for other_label, other in GOVERNORATES.items():
            if label != other_label:
                assert distance_km(one.lat, one.lon, other.lat, other.lon) > min(one.radius_km, other.radius_km), (label, other_label)


def test_shares_are_of_all_reports_and_of_all_claims() -> None:
    reports = (Report("r_1", "x", source_id="1"), Report("r_2", "y", source_id="2"))
    claims = (
        Claim("c_1", "r_1", "ASSAULT", source_id="1", place=SARAQEB, when=TimeSpan("2020-02-05", "2020-02-05", "day", "Wednesday")),
        Claim("c_2", "r_1", "ASSAULT", source_id="1", when=TimeSpan(None, None, "day", "Monday"), speakers=(Speaker("a nurse"),)),
    )
    metrics = measure(Coded(reports, claims, (), 1.0), {"1": "idlib", "2": "homs"})
    assert metrics["reports_in_governorate"] == 0.5
    assert metrics["claims_with_place"] == 0.5
    assert metrics["claims_with_when"] == 0.5, "a time that is not resolved is no time"
    assert metrics["claims_with_speaker"] == 0.5
    assert metrics["claims_with_tally"] == 0.0


def test_a_claim_placed_in_a_country_that_its_report_does_not_name_is_counted() -> None:
    reports = (Report("r_1", "Syrias army shelled Saraqeb, an official in the United States said."),)
    hama = Place("Hama", lat=35.13, lon=36.75, country="SYR")
    claims = tuple(Claim(f"c_{number}", "r_1", "ASSAULT", place=place)
                   for number, place in enumerate((hama, Place("Tripoli", lat=32.9, lon=13.2, country="LBY"), Place("Boston", lat=42.4, lon=-71.1, country="USA"), None)))
    assert measure(Coded(reports, claims, (), 1.0), {})["claims_outside_countries"] == 0.333


@pytest.mark.parametrize(("text", "countries"), [
    ("Israeli jets flew over Lebanon.", {"ISR", "LBN"}),
    ("Turkeys president met the Emirati envoy in the Democratic Republic of the Congo.", {"TUR", "ARE"}),
    ("they told us of a turkey", set()),
])
def test_countries_are_named_by_name_or_people(text: str, countries: set[str]) -> None:
    found = countries_named(text, Gazetteer.open())
    assert countries <= found
    assert found <= countries | {"COD", "COG"}


def test_a_share_of_nothing_is_not_known() -> None:
    assert measure(Coded((), (), (), 0.0), {})["reports_in_governorate"] is None


def test_problems_are_counted_by_stage_and_kind() -> None:
    problems = tuple(Problem("read", kind, "…") for kind in ("encoding", "date-conflict", "date-conflict"))
    assert problems_by_kind(Coded((), (), problems, 0.0)) == (
        "2 problems of kind read date-conflict",
        "1 problems of kind read encoding",
    )
