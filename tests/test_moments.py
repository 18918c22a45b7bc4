"""Days and instants as people write them."""

from __future__ import annotations

import pytest

from warledger.errors import UsageError
from warledger.moments import day, moment


def test_an_instant_is_told_in_utc_to_the_second() -> None:
    assert moment("2020-02-05T16:30:15.9+02:00", "--as-of") == "2020-02-05T14:30:15Z"
    assert moment("2020-02-05T14:00", "--as-of") == "2020-02-05T14:00:00Z"


def test_a_day_stays_a_day_and_nothing_stays_nothing() -> None:
    assert moment("2020-02-05", "as_of") == day("2020-02-05", "--since") == "2020-02-05"
    assert moment(None, "as_of") is None


@pytest.mark.parametrize("given", ["2020-02", "yesterday", "2020-13-01", "2020-02-30T00:00Z", ""])
def test_what_is_neither_is_refused_by_the_name_of_its_option(given: str) -> None:
    with pytest.raises(UsageError, match=r"^--as-of: "):
        moment(given, "--as-of")


def test_an_instant_is_no_day() -> None:
    with pytest.raises(UsageError, match="2020-02-05"):
        day("2020-02-05T10:00Z", "--since")
