"""A history is read against the day that it last spoke of."""

from __future__ import annotations

import datetime

from warledger.scoring.annotated import Stopwatch, read_rows
from warledger.scoring.timexes import Valued, read_story, same_value, wrong

STORY = "On 4 May 1871 the council met. Two days later the guns fell silent. From 7 May to 9 May the gates stayed shut."


def test_a_story_goes_by_its_own_clock_and_ranges_have_two_ends() -> None:
    ((_, coded),) = read_rows([{"id": "1", "text": STORY}], Stopwatch())
    found = read_story(coded, datetime.date(2009, 12, 19))
    assert [one.value for one in found] == ["1871-05-04", "1871-05-06", "1871-05-07", "1871-05-09"]
    assert all(STORY[slice(*one.span)] == one.text for one in found)


def test_a_clock_counts_without_its_zone_and_no_value_equals_no_value() -> None:
    assert same_value("1918-11-11T11:00", "1918-11-11T11:00-05")
    assert same_value(None, "")
    assert not same_value("1918-11", "1918-11-11")


def test_what_is_wrong_is_told_by_kind() -> None:
    found = [Valued((0, 4), "1918", "1918"), Valued((9, 12), "now", "PRESENT_REF")]
    wanted = [Valued((0, 4), "1918", "1919"), Valued((20, 24), "then", None)]
    assert [next(iter(line)) for line in wrong(found, wanted, [(0, 0)])] == ["missed", "added", "valued"]
