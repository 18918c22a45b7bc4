"""The Islamic months are those of the Umm al-Qura table, the Persian years go by their cycle, and a slip is told with its line."""

import datetime

import pytest

from warledger.errors import KnowledgeError
from warledger.lexicons.calendar_lexicon import load_calendar
from warledger.lexicons.other_calendar_lexicon import load_other_calendars

HEAD = ("calendars:\n  - {name: islamic, lunar: true, first_year: 1441, last_year: 1441, eras: [AH]}\n"
        "months:\n  - {calendar: islamic, number: 1, forms: [muharram]}\nlunar_years:\n  - ")
YEAR = "1441:2019-08-31:LsLLssLsLsLs\n"


@pytest.mark.parametrize(
    ("year", "new_year"),
    [(1354, "1975-03-21"), (1358, "1979-03-21"), (1359, "1980-03-21"), (1375, "1996-03-20"), (1399, "2020-03-20"), (1404, "2025-03-21")],
)
def test_the_persian_new_year_is_the_day_that_it_was(year, new_year):
    assert load_other_calendars()["persian"].day(year, 1, 1).isoformat() == new_year


def test_every_persian_year_ends_the_day_before_the_next():
    persian = load_other_calendars()["persian"]
    for year in range(1300, 1450):
        assert persian.year(year)[1] + datetime.timedelta(1) == persian.year(year + 1)[0]


def test_the_month_of_ramadan_is_the_feast_of_the_calendar():
    islamic, feast = load_other_calendars()["islamic"], load_calendar().feasts["ramadan"]
    assert [islamic.month(year, 9) for year in range(1422, 1450)] == list(feast.spans)[1:29]


def test_years_outside_the_table_are_not_resolved():
    assert load_other_calendars()["islamic"].day(1200, 1, 1) is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (HEAD + YEAR.replace("L", "X"), r":5: .* is no year:first day:twelve months"),
        (HEAD + YEAR.replace("1441", "1440"), r":2: lunar_years has no 1441"),
        (HEAD.replace("calendar: islamic", "calendar: mayan") + YEAR, r":4: calendar is one of islamic"),
        (HEAD.replace("number: 1", "number: 13") + YEAR, r":4: number is 1 to 12"),
        (HEAD.replace("last_year: 1441", "last_year: 1440") + YEAR, r":2: first_year and last_year"),
    ],
)
def test_a_slip_is_told_with_file_and_line(tmp_path, text, said):
    path = tmp_path / "other_calendars.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=said):
        load_other_calendars(path)
