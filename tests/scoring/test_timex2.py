"""Our times in the notation of TIMEX2."""

from __future__ import annotations

import datetime

import pytest

from warledger.claims.text.parsing import ForParser, parse
from warledger.claims.times.finder import find_times
from warledger.claims.times.resolution import resolve
from warledger.scoring.timex2 import end_values, value_of

WRITTEN = datetime.date(2009, 12, 19)
ANCHOR = datetime.date(1944, 6, 6)


def values(text: str) -> list[str | None]:
    (doc,) = parse([ForParser(text)])
    return [value_of(mention, resolve(mention, WRITTEN, "past", ANCHOR)) for mention in find_times(doc)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They landed on 6 June 1944.", "1944-06-06"),
        ("They landed in June 1944.", "1944-06"),
        ("They landed in 1944.", "1944"),
        ("They landed in the summer of 1944.", "1944-SU"),
        ("They rested for three weeks.", "P3W"),
        ("They rested for several days.", "PXD"),
        ("They dug in during the 1940s.", "194"),
        ("They are now remembered.", "PRESENT_REF"),
        ("The fleet sailed in 480 BC.", "BC0480"),
        ("The next day they dug in.", "1944-06-07"),
    ],
)
def test_a_wording_has_its_value(text: str, value: str) -> None:
    assert values(text) == [value]


def test_a_range_has_a_value_at_each_end() -> None:
    (doc,) = parse([ForParser("It lasted from March to June 1919.")])
    (mention,) = find_times(doc)
    assert end_values(resolve(mention, WRITTEN), ("month", "month")) == ("1919-03", "1919-06")
    assert end_values(None, ("month", "month")) == (None, None)
