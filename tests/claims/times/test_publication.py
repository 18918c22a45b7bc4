"""The day of publication is the day by the outlet's clock; dates in figures and seasons go by where it is at home."""

import pytest

from warledger.claims.coder import RuleCoder
from warledger.claims.times.publication import day_of, home_of, writes_day_first
from warledger.model import Claim, Report

LATE = "2020-02-05T22:30:00Z"


def report(text="Rebels shelled Taiz today.", published=LATE, outlet=None, url=None):
    return Report(id="r_1", text=text, published=published, outlet=outlet, url=url, language="en")


def when_of(one):
    claims = [claim for claim in RuleCoder().code([one]) if isinstance(claim, Claim)]
    return claims[-1].when


@pytest.mark.parametrize(
    ("outlet", "url", "day"),
    [
        ("SANA", None, "2020-02-06"),
        ("Al Jazeera", None, "2020-02-06"),
        (None, "https://www.dailysabah.com/war/1", "2020-02-06"),
        (None, "https://news.example.sy/1", "2020-02-06"),
        ("New York Times", None, "2020-02-05"),
        ("The Valley Post", None, "2020-02-05"),
        ("Reuters", None, "2020-02-05"),
        (None, "https://example.tv/1", "2020-02-05"),
    ],
)
def test_a_late_hour_is_the_next_day_where_the_outlets_clock_says_so_and_utc_where_its_home_is_unknown(outlet, url, day):
    assert day_of(report(outlet=outlet, url=url)).isoformat() == day


def test_an_early_hour_is_still_the_day_before_in_america():
    assert day_of(report(published="2020-02-06T03:00:00Z", outlet="CNN")).isoformat() == "2020-02-05"


def test_a_day_without_an_hour_is_taken_as_it_stands():
    assert day_of(report(published="2020-02-05", outlet="SANA")).isoformat() == "2020-02-05"


def test_without_a_date_there_is_no_day():
    assert day_of(report(published=None, outlet="SANA")) is None


def test_today_is_today_where_the_report_was_printed():
    assert when_of(report(outlet="SANA")).start == "2020-02-06"
    assert when_of(report(outlet="The Valley Post")).start == "2020-02-05"


def test_the_outlets_country_settles_which_figure_is_the_month():
    text = "Rebels shelled Taiz on 4/1/2020."
    assert when_of(report(text, "2020-06-05", "Al Jazeera")).start == "2020-01-04"
    assert when_of(report(text, "2020-06-05", "Washington Post")).start == "2020-04-01"
    assert writes_day_first(report(outlet="The Valley Post"))


def test_seasons_are_those_of_the_hemisphere_that_the_report_tells_of():
    assert when_of(report("Gunmen attacked a market in Johannesburg last summer.", "2020-06-05")).start == "2019-12-01"
    assert when_of(report("Gunmen attacked a market in Mosul last summer.", "2020-06-05")).start == "2019-06-01"


def test_an_outlet_that_prints_from_everywhere_has_no_home():
    assert (home_of(report(outlet="Associated Press")), home_of(report(outlet="Anadolu"))) == (None, "TUR")
