"""Whatever is wrong with the input, it is told with file and line, the rest is done, and nothing is lost or half-written."""

from __future__ import annotations

import json
import os
import resource
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from warledger.store import Ledger

Run = Callable[..., Any]

SOUND = "The army shelled Arvandu on Monday. Medics counted 3 killed."


def row(number: int) -> str:
    return json.dumps({"id": number, "text": f"{SOUND} That was report {number}.", "published": "2020-02-05"})


def broken_on_line_7() -> bytes:
    lines = [row(number) for number in range(1, 11)]
    lines[6] = lines[6][:30]
    return "\n".join(lines).encode()


def long_line() -> bytes:
    return b"\n".join([row(1).encode(), b'{"text": "' + b"x" * 50_000_000 + b'"}', row(3).encode()])


BAD: list[tuple[str, Callable[[], bytes], str, int]] = [
    ("empty.txt", lambda: b"", "empty.txt: It is empty.", 0),
    ("blank.jsonl", lambda: b"\n \n\n", "blank.jsonl: It is empty.", 0),
    ("binary.txt", lambda: bytes(range(256)) * 40, "binary.txt: It is no text but a picture", 0),
    ("binary.jsonl", lambda: b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40, "binary.jsonl: It is no text but a picture", 0),
    ("long.jsonl", long_line, "long.jsonl:2: The line is longer than 20 MB and was skipped.", 2),
    ("long.txt", lambda: b"word " * 10_000_000, "long.txt: It is longer than 20 MB", 0),
    ("seven.jsonl", broken_on_line_7, "seven.jsonl:7: The line is no sound JSON: Unterminated string starting at character 19.", 9),
    ("western.txt", lambda: "The army shelled Arvandu, the café owner said.".encode("latin-1"), "western.txt: The file is not in UTF-8; it was read as", 1),
    ("western.jsonl", lambda: b'{"text": "Caf\xe9 shelled."}\n' + row(2).encode(), "western.jsonl:1: The line is not in UTF-8", 2),
    ("menu.html", lambda: b"<html><head><title>Home</title></head><body><nav><a href='/'>Home</a></nav></body></html>", "menu.html: No article text was found", 0),
    ("strange.csv", lambda: b"a,b\n1,2\n", "strange.csv:1: No column of the table is known to hold the text", 0),
]


@pytest.mark.parametrize(("name", "content", "told", "reports"), BAD, ids=[one[0] for one in BAD])
def test_bad_input_is_told_with_its_place_and_the_rest_is_done(
    warledger: Run, desk: Path, name: str, content: Callable[[], bytes], told: str, reports: int
) -> None:
    (desk / name).write_bytes(content())
    (desk / "sound.txt").write_text(SOUND, encoding="utf-8")
    done = warledger("run", name, "sound.txt", "--ledger", "war.db")
    assert done.returncode == 0, done.stderr
    assert any(line.startswith(told) for line in done.stderr.splitlines()), done.stderr
    with Ledger.open(desk / "war.db") as ledger:
        held = list(ledger.reports())
        assert len(held) == reports + 1
        assert SOUND in [report.text for report in held]
        assert name in [problem.source for problem in ledger.problems()]
        assert ledger.check() == []


@pytest.mark.parametrize("command", ["read", "code", "run"])
def test_a_missing_source_is_told_and_the_others_are_done(warledger: Run, desk: Path, command: str) -> None:
    (desk / "sound.txt").write_text(SOUND, encoding="utf-8")
    to = ["--ledger", "war.db"] if command == "run" else ["-o", "out.jsonl"]
    done = warledger(command, "gone.txt", "sound.txt", *to)
    assert done.returncode == 2
    assert done.stderr.splitlines()[0] == "gone.txt: There is no such file or folder."
    assert done.stderr.splitlines()[-1] == "warledger: there is no file or folder gone.txt; the rest was done"
    if command == "run":
        with Ledger.open(desk / "war.db") as ledger:
            assert [report.text for report in ledger.reports()] == [SOUND]
            assert [problem.kind for problem in ledger.problems()] == ["missing-file"]
    else:
        assert len((desk / "out.jsonl").read_text(encoding="utf-8").splitlines()) == 1


def test_where_all_sources_are_missing_no_ledger_is_made(warledger: Run, desk: Path) -> None:
    done = warledger("run", "gone.txt", "gone.csv", "--ledger", "war.db")
    assert (done.returncode, done.stderr) == (2, "warledger: there is no file or folder gone.txt, gone.csv\n")
    assert list(desk.iterdir()) == []


def test_a_run_that_could_read_nothing_fails_and_keeps_the_problem(warledger: Run, desk: Path) -> None:
    (desk / "empty.txt").touch()
    done = warledger("run", "empty.txt", "--ledger", "war.db")
    assert done.returncode == 1
    assert done.stderr.endswith("warledger: nothing could be read\n")
    assert "empty.txt" in warledger("show", "problems", "--ledger", "war.db").stdout


@pytest.fixture
def ledger(warledger: Run, desk: Path) -> Path:
    (desk / "first.jsonl").write_text(row(1), encoding="utf-8")
    assert warledger("run", "first.jsonl", "--ledger", "war.db").returncode == 0
    return desk / "war.db"


def digest(path: Path) -> str:
    with Ledger.open(path, create=False) as ledger:
        assert ledger.check() == []
        return ledger.content_digest()


@pytest.mark.parametrize("command", [["show"], ["export", "--format", "csv"], ["run", "first.jsonl"]])
def test_a_ledger_of_a_newer_version_is_refused_and_left_alone(warledger: Run, ledger: Path, command: list[str]) -> None:
    with sqlite3.connect(ledger) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    before = ledger.read_bytes()
    done = warledger(*command, "--ledger", "war.db")
    assert (done.returncode, done.stdout) == (5, "")
    assert done.stderr.startswith("warledger: war.db was made by a newer Warledger (schema 9999")
    assert ledger.read_bytes() == before


def command(arguments: list[str], limit: int | None = None) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own, in which no file may grow beyond limit bytes: a disk that is full."""

    def full() -> None:
        if limit is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    line = [sys.executable, "-m", "warledger", *arguments]
    return subprocess.run(line, preexec_fn=full, capture_output=True, text=True, timeout=60, check=False)


def test_a_disk_that_is_full_leaves_the_ledger_as_it_was(ledger: Path, desk: Path) -> None:
    before = digest(ledger)
    (desk / "many.jsonl").write_text("\n".join(row(number) for number in range(2, 1500)), encoding="utf-8")
    done = command(["run", "many.jsonl", "--ledger", "war.db"], limit=ledger.stat().st_size + 100_000)
    assert done.returncode == 5, done.stderr
    assert "war.db cannot be" in done.stderr
    assert done.stderr.endswith("nothing of this run was kept\n")
    assert "Traceback" not in done.stderr
    assert digest(ledger) == before


def test_a_disk_that_is_full_leaves_no_half_of_an_output(desk: Path) -> None:
    (desk / "many.jsonl").write_text("\n".join(row(number) for number in range(2000)), encoding="utf-8")
    (desk / "out.jsonl").write_text("as it was", encoding="utf-8")
    done = command(["read", "many.jsonl", "-o", "out.jsonl"], limit=50_000)
    assert done.returncode == 1
    assert done.stderr == "warledger: file too large; mend that and run the command again\n"
    assert (desk / "out.jsonl").read_text(encoding="utf-8") == "as it was"
    assert sorted(path.name for path in desk.iterdir()) == ["many.jsonl", "out.jsonl"]


def test_an_interrupted_run_with_two_workers_leaves_the_ledger_as_it_was(ledger: Path, desk: Path) -> None:
    before = digest(ledger)
    rows = [row(number) for number in range(2, 60)]
    rows[40] = json.dumps({"text": "Now sleep for a long while, coder."})
    (desk / "more.jsonl").write_text("{broken\n" + "\n".join(rows), encoding="utf-8")
    line = [sys.executable, "-m", "warledger", "run", "more.jsonl", "--ledger", "war.db", "-j", "2"]
    environment = {**os.environ, "WARLEDGER_SERIAL_BELOW": "0", "WARLEDGER_PARTITION": "5"}
    with subprocess.Popen(line, env=environment, stderr=subprocess.PIPE, text=True, start_new_session=True) as process:
        assert process.stderr is not None
        assert process.stderr.readline().startswith("more.jsonl:1: ")  # reading is over soon after, then the workers begin
        time.sleep(2.5)
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does it: the whole group
        started = time.monotonic()
        _, told = process.communicate(timeout=20)
    assert time.monotonic() - started < 5
    assert process.returncode == 130
    assert told == "warledger: interrupted; nothing half-written was left behind\n"
    assert digest(ledger) == before
