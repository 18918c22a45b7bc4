"""Reading the metrics of the arbiter of hand-coded claims."""

from __future__ import annotations

import pytest

from warledger.errors import SourceError
from warledger.scoring.hand_coded import parse_metrics


def test_the_metrics_are_those_that_the_arbiter_printed() -> None:
    assert parse_metrics('{"suite": "hand-coded", "n": 2, "metrics": {"f1_core": 0.5, "place": null}}') == {"f1_core": 0.5, "place": None}


@pytest.mark.parametrize("printed", ["", "[]", '{"suite": "hand-coded"}', "f1_core 0.5"])
def test_anything_else_is_no_score(printed: str) -> None:
    with pytest.raises(SourceError, match="no metrics"):
        parse_metrics(printed)
