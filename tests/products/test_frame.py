"""The data frame: the columns of the tables, with types that know what is not known."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from warledger.errors import UsageError
from warledger.products import to_frame
from warledger.products.rows import CLAIM_COLUMNS, INCIDENT_COLUMNS, REPORT_COLUMNS


def test_the_columns_are_those_of_the_tables(sample: Any) -> None:
    assert tuple(to_frame(sample.claims).columns) == CLAIM_COLUMNS
    assert tuple(to_frame(sample.incidents).columns) == INCIDENT_COLUMNS
    assert tuple(to_frame(sample.reports).columns) == REPORT_COLUMNS


def test_an_open_range_is_not_known_and_not_zero(sample: Any) -> None:
    frame = to_frame(sample.claims).set_index("id")
    assert frame.loc["c_1", "killed_low"] == 13
    assert frame.loc["c_1", "killed_high"] is pd.NA
    assert str(frame["killed_low"].dtype) == "Int64"


def test_reports_fill_the_outlet_of_a_claim(sample: Any) -> None:
    assert to_frame(sample.claims, sample.reports).set_index("id").loc["c_1", "outlet"] == "Harbour Post"
    assert to_frame(sample.claims)["outlet"].isna().all()


def test_no_records_still_have_columns() -> None:
    assert tuple(to_frame([], kind="claims").columns) == CLAIM_COLUMNS
    assert len(to_frame([])) == 0


def test_records_of_two_kinds_are_refused(sample: Any) -> None:
    with pytest.raises(UsageError, match="one kind"):
        to_frame([*sample.claims, *sample.reports])
