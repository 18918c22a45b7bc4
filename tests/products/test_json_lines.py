"""JSON Lines lose nothing."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from warledger.errors import UsageError
from warledger.model import Claim, Incident, Report
from warledger.products.json_lines import JsonLines, JsonLinesSettings

KINDS = {"incidents": Incident, "claims": Claim, "reports": Report}


@pytest.mark.parametrize("kind", KINDS)
def test_a_line_holds_everything_that_its_record_holds(sample: Any, kind: str) -> None:
    lines = [json.loads(line) for line in sample.write(JsonLines(JsonLinesSettings(kind))).decode("utf-8").splitlines()]
    assert {line["id"]: line for line in lines} == {record.id: record.to_dict() for record in getattr(sample, kind)}


@pytest.mark.parametrize("kind", ["claims", "reports"])
def test_what_is_written_reads_back_as_it_was(sample: Any, kind: str) -> None:
    lines = sample.write(JsonLines(JsonLinesSettings(kind))).decode("utf-8").splitlines()
    assert {KINDS[kind].from_dict(json.loads(line)) for line in lines} == set(getattr(sample, kind))


@pytest.mark.parametrize("kind", KINDS)
def test_the_bytes_do_not_depend_on_the_order_of_the_records(sample: Any, kind: str) -> None:
    exporter = JsonLines(JsonLinesSettings(kind))
    assert sample.write(exporter) == sample.turned().write(exporter)


def test_incidents_stand_by_day_and_those_without_a_day_last(sample: Any) -> None:
    ids = [json.loads(line)["id"] for line in sample.write(JsonLines()).splitlines()]
    assert ids == ["i_1", "i_2", "i_3"]


def test_a_record_that_comes_twice_is_written_once_in_its_latest_revision(sample: Any) -> None:
    later = replace(sample.incidents[0], revision=2, grade="fair")
    twice = replace(sample, incidents=(later, *sample.incidents))
    first = json.loads(twice.write(JsonLines()).splitlines()[0])
    assert (first["id"], first["revision"], first["grade"]) == ("i_1", 2, "fair")


def test_no_ledger_is_no_line(empty: Any) -> None:
    assert empty.write(JsonLines()) == b""


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(UsageError, match="jsonl: kind is one of"):
        JsonLinesSettings("decisions")
