"""One report per line, and a bad line costs only itself."""

from __future__ import annotations

import hashlib
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from warledger.model import Problem, Report
from warledger.reports import read
from warledger.reports.json_lines import JsonLines, JsonLinesSettings
from warledger.reports.options import ReadOptions
from warledger.reports.reading import BUILT_IN_READERS

GOOD = {"id": "a-7", "title": "Bridge hit", "text": "Shells hit the bridge on Monday.", "outlet": "River Post",
        "published": "2022-03-07", "url": "https://river.example/7", "claims": [1, 2]}


def lines(*values: object) -> str:
    return "\n".join(value if isinstance(value, str) else json.dumps(value) for value in values)


def test_a_line_becomes_a_report(read_file) -> None:
    raw = lines(GOOD)
    (report,), problems = read_file("a.jsonl", raw + "\n")
    assert problems == []
    assert report.text == "Bridge hit\n\nShells hit the bridge on Monday."
    assert (report.title, report.source_id, report.outlet, report.url) == ("Bridge hit", "a-7", "River Post", GOOD["url"])
    assert (report.published, report.published_from, report.language) == ("2022-03-07", "given", "en")
    assert report.sha256 == hashlib.sha256(raw.encode()).hexdigest()
    assert report.id == Report.make_id("a-7", GOOD["url"], "River Post", report.text, "2022-03-07")


def test_what_was_written_comes_back_unchanged(read_file) -> None:
    (report,), _ = read_file("a.jsonl", lines(GOOD))
    written = Report.from_dict({**report.to_dict(), "origin": "o_1", "retrieved": "2022-03-08T00:00:00Z"})
    (again,), problems = read_file("b.jsonl", written.to_json(), published="1999-01-01", outlet="Nobody")
    assert again == written
    assert problems == []


@pytest.mark.parametrize(("names", "kind"), [
    ({"headline": "H", "body": "The body."}, "headline and body"),
    ({"Title": "H", "Article Content": "The body."}, "spreadsheet names"),
    ({"title": "H", "maintext": "The body."}, "crawler names"),
])
def test_fields_are_known_by_the_names_that_archives_use(read_file, names: dict[str, str], kind: str) -> None:
    (report,), _ = read_file("a.jsonl", lines(names))
    assert report.text == "H\n\nThe body.", kind


def test_fields_can_be_mapped(read_file) -> None:
    record = {"text": "the wrong one", "stuff": "The right one.", "where": "Post"}
    (report,), _ = read_file("a.jsonl", lines(record), map={"text": "stuff", "outlet": "where"})
    assert (report.text, report.outlet) == ("The right one.", "Post")


def test_a_number_is_an_id_and_an_outlet_may_be_an_object(read_file) -> None:
    (report,), problems = read_file("a.jsonl", lines({"id": 12, "text": "Some text.", "source": {"id": None, "name": "Post"}}))
    assert (report.source_id, report.outlet, problems) == ("12", "Post", [])


@pytest.mark.parametrize(("line", "kind"), [
    ('{"text": "cut off', "broken-json"),
    ("[" * 100_000, "broken-json"),
    ('{"text": 1' + "0" * 5000 + "}", "broken-json"),
    ('["a", "b"]', "not-an-object"),
    ('"text"', "not-an-object"),
    ("null", "not-an-object"),
    ("{}", "no-text"),
    ('{"title": "Only a title"}', "no-text"),
    ('{"title": "Only a title", "text": "  "}', "no-text"),
    ('{"text": ["a", "list"]}', "wrong-type"),
    ('{"text": 5}', "wrong-type"),
])
def test_a_bad_line_is_a_problem_with_its_number_and_the_rest_goes_on(read_file, line: str, kind: str) -> None:
    reports, problems = read_file("a.jsonl", lines(GOOD, line, {**GOOD, "id": "a-8"}))
    assert [report.source_id for report in reports] == ["a-7", "a-8"]
    assert [(problem.kind, problem.line, problem.stage) for problem in problems] == [(kind, 2, "read")]
    assert problems[0].message.endswith(".")


def test_a_field_of_the_wrong_kind_does_not_cost_the_report(read_file) -> None:
    (report,), problems = read_file("a.jsonl", lines({**GOOD, "title": ["x"], "outlet": 3, "published": {"y": 1}}))
    assert (report.title, report.outlet, report.published) == ("", None, None)
    assert [problem.kind for problem in problems] == ["wrong-type"] * 3


def test_a_line_in_another_encoding_is_read_and_told(read_file) -> None:
    raw = json.dumps(GOOD).encode() + b'\n{"text": "Le g\xe9n\xe9ral a parl\xe9."}'
    (_, report), problems = read_file("a.jsonl", raw)
    assert report.text == "Le général a parlé."
    assert [(problem.kind, problem.line) for problem in problems] == [("encoding", 2)]


def test_halves_of_characters_do_not_reach_a_report(read_file) -> None:
    (report,), _ = read_file("a.jsonl", r'{"title": "A \ud800 b", "text": "\ud83d\ude00 and \udc00."}')
    assert report.text == "A \ufffd b\n\n😀 and \ufffd."
    report.to_json().encode("utf-8")


def test_a_record_of_ours_with_halves_of_characters_is_refused(read_file) -> None:
    (report,), _ = read_file("a.jsonl", lines(GOOD))
    spoilt = json.dumps({**report.to_dict(), "title": "\ud800"})
    reports, problems = read_file("b.jsonl", spoilt)
    assert (reports, [problem.kind for problem in problems]) == ([], ["wrong-type"])


@pytest.mark.parametrize("change", [{"published": "yesterday"}, {"published_from": "a guess"}, {"text": 5}, {"text": " "}])
def test_a_record_of_ours_that_was_spoilt_is_told(read_file, change: dict[str, object]) -> None:
    (report,), _ = read_file("a.jsonl", lines(GOOD))
    reports, problems = read_file("b.jsonl", json.dumps({**report.to_dict(), **change}))
    assert reports == []
    assert problems[0].kind in ("wrong-type", "no-text")


def test_blank_lines_and_windows_ends_are_nothing(read_file) -> None:
    reports, problems = read_file("a.jsonl", "\ufeff\r\n" + lines(GOOD) + "\r\n\r\n")
    assert (len(reports), problems) == (1, [])


def test_lines_in_utf_16_are_read(read_file) -> None:
    reports, problems = read_file("a.jsonl", lines(GOOD, {**GOOD, "id": "ü"}).encode("utf-16"))
    assert ([report.source_id for report in reports], problems) == (["a-7", "ü"], [])


def test_a_line_beyond_the_limit_is_skipped(tmp_path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(lines(GOOD, {"text": "x" * 3_000_000}, {**GOOD, "id": "a-8"}))
    small = [*(reader for reader in BUILT_IN_READERS if reader.NAME != "json-lines"),
             JsonLines(JsonLinesSettings(line_limit=1_000_000))]
    first, problem, second = read([path], readers=small)
    assert isinstance(problem, Problem)
    assert (problem.kind, problem.line) == ("line-too-long", 2)
    assert isinstance(first, Report)
    assert isinstance(second, Report)


def test_reading_streams(tmp_path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(lines(GOOD, "broken"))
    results = read([path])
    assert isinstance(next(results), Report)
    results.close()


text = st.text(min_size=1).filter(lambda value: bool(value.strip("\ufeff\x00 \t\r\n") and value.strip()))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=text, title=st.text(max_size=60), outlet=st.none() | st.text(max_size=10))
def test_any_text_survives_being_read_and_written_and_read(read_file, body: str, title: str, outlet: str | None) -> None:
    reports, _ = read_file("a.jsonl", json.dumps({"title": title, "text": body, "outlet": outlet}), language="en")
    for report in reports:
        (again,), problems = read_file("b.jsonl", report.to_json())
        assert again == report
        assert problems == []
        assert report.text[report.body_start:] == report.text.removeprefix(f"{report.title}\n\n" if report.title else "")


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.floats() | st.text(), lambda inner: st.lists(inner) |
                    st.dictionaries(st.sampled_from(["text", "title", "id", "outlet", "published", "url", "language"]), inner),
                    max_leaves=8))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_json_is_a_report_or_a_problem(read_file, value: object) -> None:
    reports, problems = read_file("a.jsonl", json.dumps(value))
    assert reports or problems
    for one in (*reports, *problems):
        one.to_json().encode("utf-8")


def test_options_that_make_no_sense_are_refused() -> None:
    from warledger.errors import UsageError

    for wrong in ({"published": "soon"}, {"retrieved": "now"}, {"language": "??"}, {"map": {"author": "by"}}):
        with pytest.raises(UsageError):
            ReadOptions(**wrong)  # type: ignore[arg-type]
