"""Whatever is wrong with a source, the rest is read."""

from __future__ import annotations

import io
import json
import os
import threading
from pathlib import Path

import pytest

from warledger.model import Problem, Report
from warledger.reports import BUILT_IN_READERS, ReadOptions, Source, assign_origins, read
from warledger.reports.standard_input import SHOWN

TEXT = "Gunmen blocked the road to the port on Sunday, two drivers said."


def kinds(results) -> list[str]:
    return ["report" if isinstance(one, Report) else one.kind for one in results]


def test_a_missing_file_is_a_problem_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    assert kinds(read([tmp_path / "none.txt", tmp_path / "a.txt", "bad\0name", "x" * 5000])) == [
        "missing-file", "report", "missing-file", "unreadable"]


@pytest.mark.parametrize("content", [b"", b"  \n\t\r\n", b"\xef\xbb\xbf", b"\xff\xfe", b"\x00\x00"])
def test_an_empty_file_is_a_problem(read_file, content: bytes) -> None:
    reports, problems = read_file("a.txt", content)
    assert (reports, [problem.kind for problem in problems]) == ([], ["empty"])


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl", "a.csv", "a.html", "a.pdf", "a"])
def test_a_binary_file_is_a_problem_whatever_its_name(read_file, name: str) -> None:
    reports, problems = read_file(name, b"%PDF-1.4\n" + bytes(range(256)) * 20)
    assert (reports, [problem.kind for problem in problems]) == ([], ["binary"])


def test_a_file_that_may_not_be_opened_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "open", refuse)
    (problem,) = read([path])
    assert isinstance(problem, Problem)
    assert problem.kind == "unreadable"
    assert "Permission denied" in problem.message


def test_a_text_that_is_too_long_is_a_problem(read_file, monkeypatch: pytest.MonkeyPatch) -> None:
    reports, problems = read_file("a.txt", "word " * 4_000_001)
    assert (reports, [problem.kind for problem in problems]) == ([], ["too-long"])


def test_a_report_that_was_met_before_is_kept_once(tmp_path: Path) -> None:
    line = json.dumps({"id": 1, "text": TEXT})
    (tmp_path / "a.jsonl").write_text(f"{line}\n{line}\n")
    (tmp_path / "b.jsonl").write_text(line)
    first, second, third = read([tmp_path / "a.jsonl", tmp_path / "b.jsonl"])
    assert isinstance(first, Report)
    assert isinstance(second, Problem)
    assert isinstance(third, Problem)
    assert (second.kind, second.line, second.report) == ("duplicate", 2, first.id)
    assert (third.kind, third.line) == ("duplicate", 1)
    assert f"{tmp_path / 'a.jsonl'} line 1" in third.message


@pytest.mark.parametrize(("content", "count"), [
    (TEXT, 1),
    (json.dumps({"text": TEXT}), 1),
    (json.dumps({"text": TEXT}) + "\n" + json.dumps({"text": "Other."}), 2),
    (json.dumps([{"text": TEXT}, {"text": "Other."}], indent=2), 2),
    ("title,text\nRoad blocked,Gunmen blocked it.", 1),
    ("<html><body><article>" + f"<p>{TEXT} {TEXT.lower()}</p>" * 4 + "</article></body></html>", 1),
])
def test_the_kind_of_the_standard_input_is_told_by_its_content(content: str, count: int) -> None:
    results = list(read(["-"], stdin=io.BytesIO(content.encode())))
    assert kinds(results) == ["report"] * count
    if content.startswith("<"):
        assert "<p>" not in results[0].text


def test_problems_of_the_standard_input_name_it() -> None:
    (problem,) = read(["-"], stdin=io.BytesIO(b""))
    assert isinstance(problem, Problem)
    assert (problem.kind, problem.source) == ("empty", SHOWN)


def test_the_standard_input_stays_open() -> None:
    stream = io.BytesIO(TEXT.encode())
    list(read(["-"], stdin=stream))
    assert not stream.closed


def test_a_table_without_known_columns_is_a_text_on_the_standard_input() -> None:
    (report,) = read(["-"], stdin=io.BytesIO(b"Text, date and place: all of it was lost.\nNothing else is known."))
    assert isinstance(report, Report)


def test_a_pipe_that_is_named_is_read(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=lambda: pipe.write_text(json.dumps({"text": TEXT}) + "\n"))
    writer.start()
    results = list(read([pipe]))
    writer.join()
    assert kinds(results) == ["report"]


def test_a_folder_is_read_in_the_order_of_names(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/b/c.txt", "c.jsonl"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps({"text": name}) if name.endswith("l") else f"Text of {name}")
    texts = [one.text for one in read([tmp_path]) if isinstance(one, Report)]
    assert texts == ["Text of b.txt", "c.jsonl", "Text of a/z.txt", "Text of a/b/c.txt"]


def test_what_is_no_report_in_a_folder_is_told_or_hidden(tmp_path: Path) -> None:
    for name in (".hidden.txt", "notes.cfg", "a.txt", "no_suffix", "page.asp"):
        (tmp_path / name).write_text('{"text": "From a script."}' if name == "page.asp" else TEXT + name)
    (tmp_path / "photo.png").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "x.txt").write_text(TEXT)
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "broken.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "self").symlink_to(tmp_path / "self")
    found = {Path(one.source).name: one.kind for one in read([tmp_path]) if isinstance(one, Problem)}
    assert found == {"notes.cfg": "unknown-kind", "photo.png": "binary", "pipe": "not-a-file", "broken.txt": "missing-file",
                     "loop": "link", "self": "unreadable"}
    assert kinds(read([tmp_path])).count("report") == 3


def test_a_folder_without_reports_is_a_problem(tmp_path: Path) -> None:
    assert kinds(read([tmp_path])) == ["no-reports"]


def test_a_name_that_is_no_text_can_be_told(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/\xff\xfe.txt"
    with open(path, "wb"):
        pass
    problem, _none = read([tmp_path])
    problem.to_json().encode("utf-8")


@pytest.mark.data
def test_eight_hundred_reports_of_fifteen_outlets(shared_data: Path) -> None:
    results = list(read([shared_data / "fa-kes" / "articles.jsonl"]))
    reports = [one for one in results if isinstance(one, Report)]
    assert (len(reports), kinds(results).count("duplicate"), len(results) - kinds(results).count("date-conflict")) == (793, 11, 804)
    assert {one.language for one in reports} == {"en"}
    assert all(one.published for one in reports)
    assert 150 <= kinds(results).count("date-conflict") <= 250
    origins = {one.origin for one in assign_origins(reports)}
    assert 720 <= len(origins) <= 745


class Shouting:
    """A reader as an extension would bring it."""

    NAME = "shouting"

    class _Settings:
        suffixes = (".txt", ".shout")
        binary = True

    SETTINGS = settings = _Settings()

    def read(self, source: Source, options: ReadOptions):
        yield Report(id="r_shout", text=source.whole().decode("latin-1").upper())


def test_a_reader_from_outside_goes_before_the_built_in_ones(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"hey")
    (tmp_path / "b.shout").write_bytes(b"%PDF-hey")
    readers = [Shouting(), *BUILT_IN_READERS]
    assert [one.text for one in read([tmp_path / "a.txt"], readers=readers)] == ["HEY"]
    assert [one.text for one in read([tmp_path / "b.shout"], readers=readers)] == ["%PDF-HEY"]
