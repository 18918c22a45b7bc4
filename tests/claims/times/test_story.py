"""The story's own clock: what is told without its day counts from the words behind it, else from the time told last."""

import pytest

from warledger.claims.times.story import TOLD_BEFORE


def last_when(claims):
    return claims[-1].when


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("On 3 March 2016 the army captured Taiz. Rebels shelled Aden that day.", "2016-03-03", "2016-03-03"),
        ("On 3 March 2016 the army captured Taiz. Two weeks later rebels shelled Aden.", "2016-03-17", "2016-03-17"),
        ("In March 2016 the army captured Taiz. Rebels shelled Aden the same month.", "2016-03-01", "2016-03-31"),
        ("In March 2016 the army captured Taiz. The following month rebels shelled Aden.", "2016-04-01", "2016-04-30"),
        ("In 2013 rebels captured Taiz. The following spring the army shelled the city.", "2014-03-01", "2014-05-31"),
        ("In February 2013 rebels captured Taiz. The following spring the army shelled the city.", "2013-03-01", "2013-05-31"),
        ("The army captured Taiz in May 2015. The same summer rebels shelled Aden.", "2015-06-01", "2015-08-31"),
        ("The army captured Taiz in May 2015. In March of the following year rebels shelled Aden.", "2016-03-01", "2016-03-31"),
        ("In March 2019 rebels captured Taiz. At that time the army shelled Aden.", "2019-03-01", "2019-03-31"),
        ("The army captured Taiz on 3 February. The day after, rebels shelled Aden.", "2020-02-04", "2020-02-04"),
    ],
)
def test_a_narrative_counts_from_the_time_it_told_last(claims_of, text, start, end):
    when = last_when(claims_of(text))
    assert (when.start, when.end, when.inferred) == (start, end, TOLD_BEFORE)


def test_each_step_of_a_narrative_counts_from_the_step_before(claims_of):
    text = "On 3 March 2016 the army captured Taiz. Two weeks later rebels shelled Aden. The next day they shelled Taiz."
    assert last_when(claims_of(text)).start == "2016-03-18"


def test_history_told_long_before_does_not_date_the_news(claims_of):
    text = ("On 3 March 2016 the army captured Taiz. Rebels shelled Aden on Tuesday. A market burned. Two shops were hit. "
            "Three people were killed a day earlier in Marib.")
    assert last_when(claims_of(text)).start == "2020-02-03"


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("Rebels shelled Aden two days after the army captured Taiz on 28 January.", "2020-01-30"),
        ("Rebels shelled Aden two days before the truce of 30 January.", "2020-01-28"),
        ("Rebels shelled Aden hours after the truce took effect on Saturday.", "2020-02-01"),
        ("Rebels shelled Aden two days after 28 January.", "2020-01-30"),
        ("Rebels shelled Aden the day after Christmas.", "2019-12-26"),
    ],
)
def test_a_stretch_counts_from_the_day_told_in_the_words_behind_it(claim_of, sentence, day):
    claim = claim_of(sentence)
    assert (claim.when.start, claim.when.end, claim.when.inferred) == (day, day, None)
    assert claim.quote("when") == claim.when.wording


def test_each_of_two_clauses_keeps_its_own_day(claims_of):
    attack, capture = claims_of("Rebels shelled Aden two days after the army captured Taiz on 28 January.")
    assert (attack.when.start, capture.when.start) == ("2020-01-30", "2020-01-28")


def test_a_day_after_something_undated_is_not_counted_from_another_day(claims_of):
    text = "Rebels captured Taiz on Saturday. The army shelled Aden a day after its convoy was ambushed."
    shelling = next(claim for claim in claims_of(text) if claim.quote("trigger") == "shelled")
    assert shelling.when.start != "2020-02-02" or shelling.when.inferred != TOLD_BEFORE


def test_a_history_gives_yearless_dates_the_year_it_tells_of(claims_of):
    text = ("In May 2011 rebels captured Taiz. In June 2012 the army shelled Aden. On 4 July 2012 rebels captured Marib. "
            "On 9 August the army captured Marib.")
    assert last_when(claims_of(text)).start == "2012-08-09"


def test_news_with_some_history_dates_its_yearless_days_by_publication(claims_of):
    text = "In May 2011 rebels captured Taiz. In June 2012 the army shelled Aden. On Monday a bomb killed two people. On 2 January the army captured Marib."
    assert last_when(claims_of(text)).start == "2020-01-02"


def test_without_a_publication_day_a_narrative_still_counts_from_what_it_told(claims_of):
    text = "On 3 March 2016 the army captured Taiz. Two weeks later rebels shelled Aden."
    assert last_when(claims_of(text, published=None)).start == "2016-03-17"


@pytest.mark.parametrize("words", ["yesterday", "on Wednesday", "two days ago", "last month", "in the past 24 hours", "that day"])
def test_without_publication_day_or_time_told_before_it_stays_unresolved(claim_of, words):
    when = claim_of(f"Rebels shelled Aden {words}.", published=None).when
    assert when is None or (when.start, when.end) == (None, None)


def test_a_day_earlier_than_a_day_of_the_same_sentence_is_as_good_as_told(claims_of):
    claims = claims_of("The army buried on Tuesday six soldiers who were killed by shelling a day earlier.")
    assert ("2020-02-03", None) in [(claim.when.start, claim.when.inferred) for claim in claims]
