"""The table for the terminal: rival claims side by side, at most as wide as asked, and no control character."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

import pytest
from rich.cells import cell_len

from warledger.products.terminal import TerminalSettings, TerminalTable


def text(sample: Any, **settings: Any) -> str:
    return str(sample.write(TerminalTable(TerminalSettings(**settings))).decode("utf-8"))


@pytest.mark.parametrize("width", [60, 100, 160])
def test_no_line_is_wider_than_asked(sample: Any, width: int) -> None:
    assert max(cell_len(line) for line in text(sample, width=width).split("\n")) <= width


def test_the_rival_claims_stand_with_who_says_what_and_in_which_words(sample: Any) -> None:
    shown = re.sub(r"\s+", " ", text(sample, width=160))
    for words in ("Shelling", "North Monitor", "Wire ← residents", "unnamed", "killed 13 or more", "contested", "contradicted: who did it"):
        assert words in shown
    assert "The army shelled Dayr Qamar" in shown


def test_there_is_no_colour_where_there_is_no_terminal(sample: Any) -> None:
    assert "\x1b" not in text(sample)


def test_a_report_cannot_steer_the_terminal(sample: Any) -> None:
    found = {c for c in text(sample, colour="never") if unicodedata.category(c) == "Cc"}
    assert found <= {"\n"}


def test_colour_can_be_asked_for(sample: Any) -> None:
    assert "\x1b[" in text(sample, colour="always")


def test_a_claim_that_is_not_there_is_counted(sample: Any) -> None:
    assert "1 of its claims is not in this ledger" in text(sample)


def test_an_empty_ledger_says_so(empty: Any) -> None:
    assert text(empty) == "No incidents. Claims: 0; reports: 0.\n"


def test_the_bytes_do_not_depend_on_the_order_of_the_records(sample: Any) -> None:
    assert text(sample) == text(sample.turned())
