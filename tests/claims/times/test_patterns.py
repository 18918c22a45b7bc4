"""The wordings of times: each is found near the words that it cannot do without."""

from __future__ import annotations

import pytest

from warledger.claims.times.patterns import patterns
from warledger.lexicons.anchors import Anchored

TEXTS = (
    "In the first half of the second quarter of 2014, early in June and in late 2013, the front hardly moved.",
    "The Eid al-Fitr truce of last year, the twentieth century, the 1990s, Q3 2015 and 300 B.C. have little in common.",
    "On Thursday night, the day before yesterday, this morning and by the end of the week shells fell daily.",
    "More than three thousand four hundred and fifty to six thousand seven hundred and eighty days ago it began.",
    "For the past several months, within the next two weeks, hours later, and after a 12-year-long war, since then.",
    "At 5:30 a.m. on Monday, at dawn, 0630 GMT, every other Friday, twice a day, recently, now and at the moment.",
    "Over the weekend, that same night, the week before, in the coming days, weeks of fighting, month-end, ever since.",
    "It fell on the 12th of Rajab, on Dey 18, 1398, in Muharram 1445, on 9 Dhu al-Hijjah 1440 AH and in the year 1441 AH.",
    "In the last week of August, the first weekend of May 2019 and the last month of the war there was no truce.",
    "On the 28th, on the 3rd of this month, the eve of Eid al-Adha, the last Friday of January, two weeks from now, this past weekend.",
    "THE SIEGE OF WINTER 2016-17 LASTED AT LEAST SEVEN MONTHS, UNTIL MID-FEBRUARY AND THE FEAST OF RAMADAN.",
)


@pytest.mark.parametrize("text", TEXTS)
def test_every_wording_holds_one_of_its_anchors(text: str) -> None:
    anchored = Anchored(text)
    for pattern in patterns():
        everywhere = [match.span() for match in pattern.regex.finditer(text)]
        assert [match.span() for match in anchored.matches(pattern.regex, pattern.anchors, pattern.reach)] == everywhere, pattern.rule


def test_every_rule_of_the_calendar_and_of_counts_is_among_the_texts() -> None:
    found = {pattern.rule for pattern in patterns() for text in TEXTS if pattern.regex.search(text)}
    assert found == {pattern.rule for pattern in patterns()}
