"""Layer 8: what is background of the report, not its news.

In: a happening with its time and figures. Out: whether it is historical. Decision: it is where it ended weeks before
publication, where it has gone on since a date long before, or where its figure is that of a whole war.
"""

from __future__ import annotations

import datetime

from warledger.claims.happenings import Happening
from warledger.claims.reading import Reading
from warledger.claims.when import published_day
from warledger.claims.whole_war import LOSSES, is_of_war
from warledger.model import Tally, TimeSpan

# "Weeks or more before": the coding guide's word for background.
ENDED_DAYS = 21
# Since a date longer ago than this a stretch is the war's, not the news's.
SINCE_DAYS = 90
# "For months" is the campaign that the news is about, "for years" is the war.
FOR_DAYS = 365
# No single event of the wars since 1990 killed so many; such a figure is a war's toll (UCDP GED's largest: Rwanda apart).
WAR_TOLL = 10_000


def is_history(reading: Reading, happening: Happening, span: TimeSpan | None, tallies: list[Tally]) -> bool:
    """Whether a happening that is told as fact is background. An agreement told with its fate is news."""
    if any(tally.what == "killed" and max(tally.best or 0, tally.low or 0) >= WAR_TOLL for tally in tallies):
        return True
    if span is None and is_of_war(reading, happening):
        return True
    day = published_day(reading)
    if day is None or span is None or span.start is None or span.end is None:
        return False
    limit = ENDED_DAYS + 14 if happening.main.frame.type == "AGREE" else ENDED_DAYS
    if (day - datetime.date.fromisoformat(span.end)).days > limit:
        return True
    words = span.wording.lower().split()
    longest = SINCE_DAYS if "since" in words else FOR_DAYS if "for" in words else None
    return longest is not None and happening.main.frame.type in LOSSES and \
        (day - datetime.date.fromisoformat(span.start)).days > longest
