"""A table is read by the names of its columns, row by row."""

from __future__ import annotations

import hashlib

import pytest

ROW = 'Bridge hit,"Shells hit the bridge, and ""nobody"" was hurt.",2022-03-07'


def test_a_row_becomes_a_report(read_file) -> None:
    (report,), problems = read_file("a.csv", f"Headline,Article,Date\n{ROW}\n")
    assert problems == []
    assert report.text == 'Bridge hit\n\nShells hit the bridge, and "nobody" was hurt.'
    assert report.published == "2022-03-07"
    assert report.sha256 == hashlib.sha256(ROW.encode()).hexdigest()


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_told_by_the_header(read_file, delimiter: str) -> None:
    rows = [["id", "title", "text"], ["1", "Bridge hit", "Shells hit it; two times | or more"]]
    content = "\n".join(delimiter.join(f'"{cell}"' for cell in row) for row in rows)
    (report,), _ = read_file("a.csv", content)
    assert (report.source_id, report.title) == ("1", "Bridge hit")


def test_columns_can_be_mapped(read_file) -> None:
    (report,), _ = read_file("a.csv", "col1,col2\nA long day.,Post\n", map={"text": "col1", "outlet": "col2"})
    assert (report.text, report.outlet) == ("A long day.", "Post")


def test_a_table_without_a_text_column_says_what_it_has(read_file) -> None:
    reports, (problem,) = read_file("a.csv", "foo,bar\n1,2\n")
    assert (reports, problem.kind, problem.line) == ([], "columns", 1)
    assert "'foo', 'bar'" in problem.message


def test_a_mapped_column_that_is_not_there_is_told(read_file) -> None:
    reports, (problem,) = read_file("a.csv", "text,bar\n1,2\n", map={"title": "nothing"})
    assert (reports, problem.kind) == ([], "columns")
    assert "'nothing'" in problem.message


@pytest.mark.parametrize("row", ["only one cell", "t,x,2022-01-01,too,many"])
def test_a_row_of_the_wrong_length_is_skipped_and_told(read_file, row: str) -> None:
    (report,), (problem,) = read_file("a.csv", f"title,text,date\n{row}\n{ROW}\n")
    assert report.title == "Bridge hit"
    assert (problem.kind, problem.line) == ("columns", 2)


def test_empty_cells_behind_the_last_column_do_no_harm(read_file) -> None:
    (report,), problems = read_file("a.csv", f"title,text,date\n{ROW},,\n\n,,\n")
    assert report.title == "Bridge hit"
    assert [problem.kind for problem in problems] == ["no-text"] or problems == []


def test_a_cell_over_many_lines_is_one_text_and_lines_are_counted(read_file) -> None:
    content = 'id,text\r\n1,"First line.\r\n\r\nSecond line."\r\n2\r\n3,Last.\r\n'
    reports, (problem,) = read_file("a.csv", content)
    assert [report.text for report in reports] == ["First line.\n\nSecond line.", "Last."]
    assert (problem.kind, problem.line) == ("columns", 5)


def test_a_cell_may_be_large(read_file) -> None:
    (report,), _ = read_file("a.csv", 'id,text\n1,"' + "word " * 100_000 + '"\n')
    assert len(report.text) == 500_000


def test_the_dates_of_the_column_tell_day_and_month_apart(read_file) -> None:
    reports, _ = read_file("a.csv", "text,date\nFirst.,3/4/2016\nSecond.,4/25/2016\n")
    assert [report.published for report in reports] == ["2016-03-04", "2016-04-25"]


def test_dates_that_nothing_tells_apart_stay_open(read_file) -> None:
    (report,), (problem,) = read_file("a.csv", "text,date\nFirst.,3/4/2016\n")
    assert (report.published, problem.kind, problem.line) == (None, "date", 2)


def test_another_encoding_is_told_once(read_file) -> None:
    content = "title,text\nA,Le g\xe9n\xe9ral.\nB,Le g\xe9n\xe9ral encore.\n".encode("cp1252")
    reports, problems = read_file("a.csv", content)
    assert [report.text for report in reports] == ["A\n\nLe général.", "B\n\nLe général encore."]
    assert [(problem.kind, problem.line) for problem in problems] == [("encoding", 2)]


def test_a_quote_that_is_never_closed_costs_only_its_row(read_file) -> None:
    reports, problems = read_file("a.csv", 'id,text\n1,First.\n2,"never closed\n3,Third.\n4,Fourth.\n')
    assert [report.source_id for report in reports] == ["1", "3", "4"]
    assert [(problem.kind, problem.line) for problem in problems] == [("broken-row", 3)]


def test_a_table_full_of_open_quotes_comes_to_an_end(read_file) -> None:
    reports, problems = read_file("a.csv", "id,text\n" + '1,"open "" "" "" \n' * 201)
    assert reports == [] or problems


def test_lines_may_end_with_a_carriage_return_alone(read_file) -> None:
    reports, problems = read_file("a.csv", "id,text\r1,First.\r2,Second.\r3\r")
    assert [report.text for report in reports] == ["First.", "Second."]
    assert [(problem.kind, problem.line) for problem in problems] == [("columns", 4)]


def test_the_process_keeps_its_own_limit_of_cells(read_file) -> None:
    import csv

    before = csv.field_size_limit()
    read_file("a.csv", 'id,text\n1,"' + "word " * 50_000 + '"\n')
    assert csv.field_size_limit() == before
