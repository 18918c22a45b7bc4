"""Dates of the Islamic and the Persian calendar are days of ours where the text writes them so."""

import pytest


@pytest.mark.parametrize(
    ("words", "start", "end", "precision"),
    [
        ("on 12 Rajab 1440", "2019-03-19", "2019-03-19", "day"),
        ("on Rajab 12, 1440 AH", "2019-03-19", "2019-03-19", "day"),
        ("on the 10th of Muharram", "2019-09-09", "2019-09-09", "day"),
        ("on 27 Ramadan 1440", "2019-06-01", "2019-06-01", "day"),
        ("in Ramadan 1440", "2019-05-06", "2019-06-03", "month"),
        ("in Dhu al-Hijjah 1440", "2019-08-02", "2019-08-30", "month"),
        ("in 1440 AH", "2018-09-11", "2019-08-30", "year"),
        ("on 18 Dey 1398", "2020-01-08", "2020-01-08", "day"),
        ("on 30 Esfand 1395", "2017-03-20", "2017-03-20", "day"),
        ("on 24 Aban", "2019-11-15", "2019-11-15", "day"),
        ("in Aban 1398", "2019-10-23", "2019-11-21", "month"),
        ("in Asad 1398", "2019-07-23", "2019-08-22", "month"),
        ("on Wednesday, 18 Dey 1398", "2020-01-08", "2020-01-08", "day"),
        ("from 3 Rajab 1440 to 5 Rajab 1440", "2019-03-10", "2019-03-12", "days"),
    ],
)
def test_a_date_of_another_calendar_is_a_day_of_ours(claim_of, words, start, end, precision):
    when = claim_of(f"Rebels attacked Taiz {words}.").when
    assert (when.start, when.end, when.precision, when.inferred) == (start, end, precision, None)


@pytest.mark.parametrize("words", ["on 31 Rajab 1440", "on 31 Mehr 1398", "on 30 Esfand 1398"])
def test_a_day_that_the_calendar_has_not_is_no_time(claim_of, words):
    when = claim_of(f"Rebels attacked Taiz {words}.").when
    assert (when.wording, when.inferred) == ("", "the day of publication")


@pytest.mark.parametrize(
    "sentence",
    ["The army killed 12 Asad supporters on Monday.", "Gunmen killed Mohammad Rajab on Monday.", "Bombs killed 3 Mehr reporters on Monday."],
)
def test_names_that_months_share_with_people_and_agencies_are_no_dates_without_a_year(claim_of, sentence):
    assert claim_of(sentence).when.wording == "Monday"
