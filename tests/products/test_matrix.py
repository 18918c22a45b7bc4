"""The matrix: a column for each voice, a row for each question, nothing that was claimed left out."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from warledger.products.arranged import Arranged, arranged
from warledger.products.matrix import Matrix, matrix


def ledger(sample: Any) -> Arranged:
    return arranged(sample.incidents, sample.claims, sample.reports)


def cells(table: Matrix, field: str) -> dict[str, list[str]]:
    row = next(row for row in table.rows if row.field == field)
    return {voice.name: [entry.text for column, entry in row.entries if column == at] for at, voice in enumerate(table.voices)}


def test_a_voice_is_its_chain_in_its_outlet(sample: Any) -> None:
    table = matrix(sample.incidents[0], ledger(sample))
    assert [(voice.name, voice.outlet, voice.anonymous) for voice in table.voices] == [
        ("North Monitor", "Harbour Post", False), ("Wire ← residents", "=Wire", True),
    ]  # fmt: skip


def test_a_report_that_speaks_for_itself_is_named_by_its_outlet(sample: Any) -> None:
    assert matrix(sample.incidents[1], ledger(sample)).voices[0].name == sample.arabic


def test_who_says_nothing_of_a_question_has_an_empty_cell(sample: Any) -> None:
    assert cells(matrix(sample.incidents[0], ledger(sample)), "killed") == {"North Monitor": ["13 or more"], "Wire ← residents": []}


def test_the_cell_shows_the_words_of_its_figure(sample: Any) -> None:
    table = matrix(sample.incidents[0], ledger(sample))
    entry = next(row for row in table.rows if row.field == "killed").entries[0][1]
    assert [passage.quote for passage in entry.passages] == ["at least 13 soldiers"]


def test_a_field_that_the_incident_has_no_view_of_is_read_off_the_claims(sample: Any) -> None:
    table = matrix(sample.incidents[0], ledger(sample))
    row = next(row for row in table.rows if row.field == "place")
    assert row.agreement is None
    assert len(row.entries) == 2


def test_the_incidents_own_view_of_the_act_stands_instead_of_the_claims(sample: Any) -> None:
    from warledger.model import FieldView, Said

    view = FieldView("contradict", (Said("ASSAULT/aerial", (), None, "c_1", None), Said("not ASSAULT/aerial", (), None, "c_2", None)))
    incident = replace(sample.incidents[0], fields={"type": view})
    table = matrix(incident, ledger(sample))
    assert cells(table, "type") == {"North Monitor": ["Air strike"], "Wire ← residents": ["Not: air strike"]}
    assert "act" not in [row.field for row in table.rows]


def test_a_running_total_has_a_row_of_its_own(sample: Any) -> None:
    fields = [row.field for row in matrix(sample.incidents[1], ledger(sample)).rows]
    assert "killed:cumulative" in fields
    assert "killed" not in fields


def test_how_a_claim_is_held_has_a_row_where_it_is_no_plain_fact(sample: Any) -> None:
    assert cells(matrix(sample.incidents[0], ledger(sample)), "stance") == {"North Monitor": [], "Wire ← residents": ["claimed"]}


def test_what_is_said_by_a_claim_that_is_not_there_has_a_column(sample: Any) -> None:
    bare = replace(sample, claims=(), reports=())
    table = matrix(sample.incidents[0], ledger(bare))
    assert [voice.name for voice in table.voices] == ["North Monitor", "Wire ← residents"]
