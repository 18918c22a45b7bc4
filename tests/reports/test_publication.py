"""Of several dates of one report the printed one counts, and that they differ is told."""

from __future__ import annotations

import pytest

from warledger.reports.publication import day_in_address, find_publication

PLAIN = "Clashes near the port\n\nGunmen clashed near the port, a witness said."
DATED = "Clashes near the port\n\nPublished 14 August 2016 Gunmen clashed near the port, a witness said."


def found(text: str = PLAIN, given=None, order=None, page=None, fallback=None, url=None):
    return find_publication(given, order, page, fallback, url, text)


def test_without_any_date_there_is_none() -> None:
    assert (found().published, found().found_in, found().problems) == (None, "none", ())


def test_the_source_goes_before_the_page_the_option_and_the_address() -> None:
    everything = {"given": "2016-08-01", "page": "2016-08-02", "fallback": "2016-08-03", "url": "https://a.example/2016/08/04/x"}
    expected = [("given", "2016-08-01", "given"), ("page", "2016-08-02", "page"), ("fallback", "2016-08-03", "given"),
                ("url", "2016-08-04", "url")]
    for name, day, where in expected:
        result = found(**everything)
        assert (result.published, result.found_in) == (day, where)
        del everything[name]


def test_the_printed_date_is_found_where_nothing_else_tells() -> None:
    result = found(DATED)
    assert (result.published, result.found_in, result.problems) == ("2016-08-14", "text", ())


def test_a_printed_date_that_agrees_changes_nothing() -> None:
    result = found(DATED, given="2016-08-14T09:30:00Z")
    assert (result.published, result.found_in, result.problems) == ("2016-08-14T09:30:00Z", "given", ())


def test_a_printed_date_that_disagrees_wins_and_is_told() -> None:
    result = found(DATED, given="2016-08-01")
    assert (result.published, result.found_in) == ("2016-08-14", "text")
    ((kind, sentence),) = result.problems
    assert kind == "date-conflict"
    assert "2016-08-01" in sentence
    assert "2016-08-14" in sentence


def test_an_instant_that_is_the_printed_day_elsewhere_on_earth_is_no_conflict() -> None:
    result = found(DATED, given="2016-08-13T22:30:00Z")
    assert (result.published, result.found_in, result.problems) == ("2016-08-14", "text", ())


def test_a_date_that_may_be_two_is_settled_by_the_text() -> None:
    august = "Clashes\n\nPublished 8 August 2016 Gunmen clashed near the port, a witness said."
    result = found(august.replace("8 August", "9 August"), given="8/9/2016")
    assert (result.published, result.found_in, result.problems) == ("2016-08-09", "text", ())


def test_a_date_that_may_be_two_is_settled_by_the_address() -> None:
    assert found(given="8/9/2016", url="https://a.example/2016/08/09/x").published == "2016-08-09"


def test_a_date_that_may_be_two_is_not_guessed() -> None:
    result = found(given="8/9/2016")
    assert (result.published, result.found_in) == (None, "none")
    assert [kind for kind, _ in result.problems] == ["date"]


def test_a_date_in_no_known_form_is_told() -> None:
    result = found(given="last week")
    assert result.published is None
    assert [kind for kind, _ in result.problems] == ["date"]


@pytest.mark.parametrize(("url", "day"), [
    ("https://news.example/world/2020/02/05/town-shelled", "2020-02-05"),
    ("https://news.example/2020/feb/5/town-shelled", "2020-02-05"),
    ("https://news.example/2020-02-05-town-shelled.html", "2020-02-05"),
    ("https://news.example/20200205/town", "2020-02-05"),
    ("https://news.example/a?date=2020-02-05", "2020-02-05"),
    ("https://news.example/2020/02/town-shelled", None),
    ("https://news.example/2020/13/45/town", None),
    ("https://news.example/article-120200205", None),
    ("https://news.example/town", None),
])
def test_the_day_in_an_address(url: str, day: str | None) -> None:
    assert day_in_address(url) == day
