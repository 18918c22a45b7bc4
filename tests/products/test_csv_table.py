"""The tables: RFC 4180, harmless in a spreadsheet, and the texts come back."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warledger.products.csv_table import FORMULA_STARTS, CsvSettings, CsvTable, neutralised, restored
from warledger.products.rows import CLAIM_COLUMNS, INCIDENT_COLUMNS, REPORT_COLUMNS


def table(sample: Any, kind: str) -> list[dict[str, str]]:
    text = sample.write(CsvTable(CsvSettings(kind))).decode("utf-8")
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.mark.parametrize(("kind", "columns"), [("incidents", INCIDENT_COLUMNS), ("claims", CLAIM_COLUMNS), ("reports", REPORT_COLUMNS)])
def test_an_empty_ledger_gives_the_header_alone(empty: Any, kind: str, columns: tuple[str, ...]) -> None:
    assert empty.write(CsvTable(CsvSettings(kind))) == (",".join(columns) + "\r\n").encode()


@pytest.mark.parametrize("kind", ["incidents", "claims", "reports"])
def test_no_cell_can_be_run_as_a_formula(sample: Any, kind: str) -> None:
    numbers = {"lat", "lon"}
    assert not [value for row in table(sample, kind) for column, value in row.items() if column not in numbers and value.startswith(FORMULA_STARTS)]


def test_the_texts_come_back_exactly(sample: Any) -> None:
    rows = {row["id"]: row for row in table(sample, "reports")}
    for report in sample.reports:
        assert restored(rows[report.id]["text"]) == report.text
        assert restored(rows[report.id]["outlet"]) == report.outlet


@given(st.text() | st.text(alphabet="'=+-@\t\r\nＡ＝ab").map(lambda text: text))
def test_a_text_made_harmless_can_be_restored(text: str) -> None:
    assert restored(neutralised(text)) == text
    assert not neutralised(text).startswith(FORMULA_STARTS)


def test_a_negative_latitude_is_a_number_and_stays_one(sample: Any) -> None:
    south = replace(sample.incidents[0], place=replace(sample.incidents[0].place, lat=-33.9))
    row = table(replace(sample, incidents=(south,)), "incidents")[0]
    assert row["lat"] == "-33.9"


def test_at_least_thirteen_has_no_upper_end(sample: Any) -> None:
    row = next(row for row in table(sample, "claims") if row["id"] == "c_1")
    assert (row["killed_low"], row["killed_high"], row["killed_best"]) == ("13", "", "13")
    assert row["tallies"] == "killed: 13 or more (military, SYR)"


def test_the_chain_of_speakers_stands_outermost_first(sample: Any) -> None:
    row = next(row for row in table(sample, "claims") if row["id"] == "c_2")
    assert (row["speakers"], row["anonymous"]) == ("Wire ← residents", "true")


def test_a_province_is_flagged_as_an_area(sample: Any) -> None:
    assert {row["id"]: row["area"] for row in table(sample, "incidents")} == {"i_1": "false", "i_2": "true", "i_3": ""}


def test_a_claim_without_its_report_has_empty_cells_for_it(sample: Any) -> None:
    row = next(row for row in table(sample, "claims") if row["id"] == "c_4")
    assert (row["outlet"], row["published"], row["report"]) == ("", "", "r_lost")


def test_a_running_total_gets_the_columns_only_where_there_is_no_new_figure(sample: Any) -> None:
    from warledger.model import Tally
    from warledger.products.rows import leading_tally

    new, total = Tally("killed", 2, 2, 2), Tally("killed", 90, 90, 90, cumulative=True)
    assert leading_tally((total, new), "killed") == new
    assert leading_tally((total,), "killed") == total
    assert leading_tally((total,), "wounded") is None


def test_the_bytes_do_not_depend_on_the_order_of_the_records(sample: Any) -> None:
    for kind in ("incidents", "claims", "reports"):
        assert sample.write(CsvTable(CsvSettings(kind))) == sample.turned().write(CsvTable(CsvSettings(kind)))


def test_a_byte_order_mark_stands_only_where_it_is_asked_for(sample: Any) -> None:
    assert sample.write(CsvTable(CsvSettings(byte_order_mark=True))).startswith(b"\xef\xbb\xbfid,")
    assert sample.write(CsvTable()).startswith(b"id,")


def test_rows_end_in_carriage_return_and_line_feed(sample: Any) -> None:
    assert sample.write(CsvTable()).endswith(b"\r\n")
