"""Weeks, weekends and halves of months and years, and the part of the day that stands before a date."""

import pytest


@pytest.mark.parametrize(
    ("words", "start", "end", "precision"),
    [
        ("in the last week of August", "2019-08-25", "2019-08-31", "week"),
        ("in the first week of January", "2020-01-01", "2020-01-07", "week"),
        ("in the first weekend of January", "2020-01-04", "2020-01-05", "days"),
        ("in the last weekend of January", "2020-01-25", "2020-01-26", "days"),
        ("on the last day of January", "2020-01-31", "2020-01-31", "day"),
        ("in the second half of 2019", "2019-07-01", "2019-12-31", "year"),
        ("in the first half of January", "2020-01-01", "2020-01-15", "month"),
        ("on the last Friday of January", "2020-01-31", "2020-01-31", "day"),
        ("on the 28th", "2020-01-28", "2020-01-28", "day"),
        ("on the 3rd of this month", "2020-02-03", "2020-02-03", "day"),
        ("this past weekend", "2020-02-01", "2020-02-02", "days"),
        ("in the mid-1990s", "1994-01-01", "1996-12-31", "year"),
        ("on the eve of Eid al-Adha", "2019-08-10", "2019-08-10", "day"),
        ("on the third day of Eid al-Fitr", "2019-06-06", "2019-06-06", "day"),
        ("at the start of Ramadan", "2019-05-06", "2019-05-14", "month"),
        ("on the night of 3 February", "2020-02-03", "2020-02-03", "day"),
    ],
)
def test_a_part_of_a_month_or_a_year_is_its_days(claim_of, words, start, end, precision):
    when = claim_of(f"Rebels attacked Taiz {words}.").when
    assert (when.start, when.end, when.precision) == (start, end, precision)


def test_the_part_of_the_day_belongs_to_the_date_behind_it(claim_of):
    assert claim_of("Rebels attacked Taiz on the night of 3 February.").when.wording == "the night of 3 February"


@pytest.mark.parametrize("words", ["in the last month of the war", "in the final week of his campaign"])
def test_the_last_month_of_something_else_is_not_the_month_before_the_report(claim_of, words):
    assert claim_of(f"Rebels attacked Taiz {words}.").when.inferred == "the day of publication"


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("in two weeks", "2020-02-16", "2020-02-22"),
        ("two weeks from now", "2020-02-16", "2020-02-22"),
        ("in three days", "2020-02-08", "2020-02-08"),
        ("on the 8th", "2020-02-08", "2020-02-08"),
    ],
)
def test_what_is_planned_lies_ahead(claim_of, words, start, end):
    claim = claim_of(f"The army will storm Taiz {words}.")
    assert (claim.stance, claim.when.start, claim.when.end) == ("planned", start, end)
