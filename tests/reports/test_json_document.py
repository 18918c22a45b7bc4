"""A .json file holds one document, or lines after all."""

from __future__ import annotations

import json

RECORDS = [{"id": "1", "text": "A mine went off."}, {"id": "2", "text": "A second mine went off."}]


def test_a_list_is_read_item_by_item(read_file) -> None:
    reports, problems = read_file("a.json", json.dumps(RECORDS, indent=2))
    assert ([report.source_id for report in reports], problems) == (["1", "2"], [])


def test_a_wrapped_list_is_unwrapped(read_file) -> None:
    reports, _ = read_file("a.json", json.dumps({"status": "ok", "articles": RECORDS}, indent=2))
    assert [report.source_id for report in reports] == ["1", "2"]


def test_one_object_over_many_lines_is_one_report(read_file) -> None:
    (report,), _ = read_file("a.json", json.dumps(RECORDS[0], indent=2))
    assert report.source_id == "1"


def test_lines_under_the_name_of_a_document_are_lines(read_file) -> None:
    reports, _ = read_file("a.json", "\n".join(map(json.dumps, RECORDS)))
    assert [report.source_id for report in reports] == ["1", "2"]


def test_lines_of_which_the_first_is_broken_are_still_lines(read_file) -> None:
    reports, problems = read_file("a.json", '{"text": oops}\n' + json.dumps(RECORDS[1]))
    assert [report.source_id for report in reports] == ["2"]
    assert [(problem.kind, problem.line) for problem in problems] == [("broken-json", 1)]


def test_a_broken_document_names_its_line(read_file) -> None:
    reports, (problem,) = read_file("a.json", '[\n{"text": "a"},\n{"text": }\n]')
    assert (reports, problem.kind, problem.line) == ([], "broken-json", 3)


def test_a_bad_item_costs_only_itself(read_file) -> None:
    reports, problems = read_file("a.json", json.dumps([RECORDS[0], 5, RECORDS[1]], indent=1))
    assert (len(reports), [problem.kind for problem in problems]) == (2, ["not-an-object"])


def test_a_document_nested_without_end_is_a_problem(read_file) -> None:
    reports, (problem,) = read_file("a.json", "[" * 200_000)
    assert (reports, problem.kind) == ([], "broken-json")
