"""What an article tells of its incident, against the record."""

from __future__ import annotations

from typing import Any

from warledger.model import Claim, FieldView, Incident, Place, Report, TimeSpan
from warledger.scoring.pipeline import Coded
from warledger.scoring.shootings import Account, account_of, judge, main_incident, measure, told_together

GOLD: dict[str, Any] = {"gold": {"date": "March 9, 2014", "killed": 1, "injured": 6, "latlon": [30.3, -97.66]}}
AUSTIN = Place("Austin", lat=30.27, lon=-97.74, country="USA")
SUNDAY = TimeSpan("2014-03-09", "2014-03-09", "day", "Sunday")


def incident(name: str, claims: int, **fields: FieldView) -> Incident:
    ids = tuple(f"c_{name}{number}" for number in range(claims))
    return Incident(name, "ASSAULT", None, AUSTIN, SUNDAY, (), ids, 1, 1, 1, fields=fields)


def test_an_article_is_about_the_incident_with_most_claims() -> None:
    few, many = incident("i_1", 1), incident("i_2", 3)
    assert main_incident([few, many]) is many
    assert main_incident([]) is None


def test_what_is_not_told_is_taken_for_nobody_and_an_open_range_holds_more() -> None:
    account = account_of(incident("i_1", 1, wounded=FieldView("single origin", low=5, high=None, best=5)))
    verdicts = judge(account, GOLD)
    assert verdicts == {"date_exact": True, "city_25km": True, "killed_exact": False, "killed_inside": False,
                        "injured_exact": False, "injured_inside": True}


def test_an_article_without_an_incident_is_wrong_in_all() -> None:
    assert set(judge(None, GOLD).values()) == {False}


def test_a_span_of_days_is_no_exact_date_and_a_record_without_coordinates_is_not_judged() -> None:
    account = Account(AUSTIN, TimeSpan("2014-03-08", "2014-03-09", "days", "overnight"), {"killed": (1, 1, 1), "injured": (6, 6, 6)})
    verdicts = judge(account, {"gold": {**GOLD["gold"], "latlon": None}})
    assert verdicts["date_exact"] is False
    assert verdicts["city_25km"] is None
    assert measure([verdicts])["city_25km"] is None


def test_articles_are_together_where_the_linker_joins_their_claims() -> None:
    reports = tuple(Report(f"r_{n}", text, source_id=str(n), published="2014-03-10") for n, text in enumerate(("a", "b", "c")))
    claims = tuple(Claim(f"c_{n}", f"r_{n}", "ASSAULT", source_id=str(n), mode="firearms", place=place, when=SUNDAY)
                   for n, place in enumerate((AUSTIN, AUSTIN, Place("Homs", lat=34.7, lon=36.7, country="SYR"))))
    found = told_together(Coded(reports, claims, (), 0.0), ["0", "1", "2", "3"])
    assert found["2"] not in (found["0"], found["1"])
    assert found["3"] == "3"
