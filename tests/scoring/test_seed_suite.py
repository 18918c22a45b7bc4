"""Reading the verdict of the seed's arbiter."""

from __future__ import annotations

import pytest

from warledger.errors import SourceError
from warledger.scoring.seed import parse_verdict


def test_the_verdict_gives_both_figures_and_what_is_missing() -> None:
    printed = "missing enter | ['no time']\nforbidden tally x\nseed: 15 of 20 claims right, 1 forbidden, 31 claims in all\n"
    assert parse_verdict(printed) == (15, 1, ("missing enter | ['no time']", "forbidden tally x"))


def test_no_verdict_is_no_zero() -> None:
    with pytest.raises(SourceError, match="no verdict"):
        parse_verdict("")
