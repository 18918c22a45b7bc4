"""Every way in which a command can end: its exit code, what it says, and what it leaves behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]

TEXT = "The army shelled Arvandu on Monday."


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["code", "missing.txt"], "there is no file or folder missing.txt"),
        (["code"], "Missing argument 'SOURCE"),
        (["cod", "one.txt"], "Did you mean 'code'?"),
        (["read", "one.txt", "--published", "yesterday"], "'yesterday' is no date"),
        (["read", "one.txt", "--language", "klingonish"], "is no language"),
        (["read", "one.txt", "--map", "title"], "--map takes FIELD=COLUMN"),
        (["read", "one.txt", "--map", "headline=kop"], "nothing is called 'headline' in a report"),
        (["read", "-", "-"], "can be read only once"),
        (["read", "one.txt", "-o", "nowhere/out.jsonl"], "does not exist; make it first"),
        (["read", "one.txt", "-o", "."], "is a folder; name a file"),
        (["code", "one.txt", "-j", "0"], "greater than or equal to 1"),
        (["link", "missing.jsonl"], "missing.jsonl cannot be read"),
        (["run", "one.txt"], "which ledger? give --ledger FILE"),
        (["show", "--ledger", "missing.db"], "there is no ledger missing.db"),
        (["export", "--ledger", "missing.db", "--format", "csv"], "there is no ledger missing.db"),
        (["score", "nonsense", "--data", "."], "there is no suite 'nonsense'"),
        (["score", "seed", "--data", "nowhere"], "--data names the folder of the annotated sets"),
        (["--settings", "missing.toml", "code", "one.txt"], "missing.toml cannot be read"),
    ],
)
def test_what_cannot_be_carried_out_is_a_sentence_and_2(warledger: Run, desk: Path, arguments: list[str], said: str) -> None:
    (desk / "one.txt").write_text(TEXT, encoding="utf-8")
    done = warledger(*arguments)
    assert done.returncode == 2
    assert said in done.stderr
    assert done.stderr.startswith("warledger: ")
    assert done.stdout == ""


def test_wrong_settings_are_2_with_their_line(warledger: Run, desk: Path) -> None:
    (desk / "warledger.toml").write_text("codr = 'rules'", encoding="utf-8")
    (desk / "one.txt").write_text(TEXT, encoding="utf-8")
    done = warledger("read", "one.txt")
    assert (done.returncode, done.stderr) == (2, "warledger: warledger.toml:1: there is no setting 'codr'; did you mean 'coder'?\n")


def test_wrong_knowledge_is_3_and_leaves_the_output_as_it_was(warledger: Run, desk: Path) -> None:
    (desk / "one.txt").write_text("This report meets wrong knowledge somewhere.", encoding="utf-8")
    (desk / "claims.jsonl").write_text("as it was", encoding="utf-8")
    done = warledger("code", "one.txt", "-o", "claims.jsonl")
    assert (done.returncode, done.stderr) == (3, "warledger: frames.yaml:12: there is no type ASSAUT\n")
    assert (desk / "claims.jsonl").read_text(encoding="utf-8") == "as it was"
    assert sorted(path.name for path in desk.iterdir()) == ["claims.jsonl", "one.txt"]


def test_an_extension_that_is_not_there_is_4(warledger: Run, desk: Path, extension: Path) -> None:
    (extension / "shelling_coder.py").write_text("import no_such_package\n", encoding="utf-8")
    (desk / "one.txt").write_text(TEXT, encoding="utf-8")
    sys.modules.pop("shelling_coder", None)
    from warledger.engines import coding

    coding._coder.cache_clear()
    done = warledger("code", "one.txt")
    assert done.returncode == 4
    assert "cannot be imported" in done.stderr


def test_a_file_that_is_no_ledger_is_5(warledger: Run, desk: Path) -> None:
    (desk / "war.db").write_text("this is a diary, not a database" * 100, encoding="utf-8")
    done = warledger("show", "--ledger", "war.db")
    assert done.returncode == 5
    assert done.stderr.startswith("warledger: ")


def test_a_bug_shows_its_traceback_and_where_to_report_it(warledger: Run, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from warledger import flow

    def broken(*_: object) -> None:
        raise AssertionError("never so")

    monkeypatch.setattr(flow, "read", broken)
    (desk / "one.txt").write_text(TEXT, encoding="utf-8")
    done = warledger("read", "one.txt")
    assert done.returncode == 1
    assert "Traceback" in done.stderr
    assert "report it" in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("target", ["-o /dev/full", "> /dev/full"])
def test_a_full_disk_is_a_sentence_and_1(shell: Run, desk: Path, target: str) -> None:
    (desk / "one.txt").write_text(TEXT, encoding="utf-8")
    done = shell(f"$W read one.txt {target}")
    assert done.returncode == 1
    assert done.stderr == "warledger: no space left on device; mend that and run the command again\n"


def test_a_reader_that_has_had_enough_is_no_failure(shell: Run, desk: Path) -> None:
    (desk / "one.txt").write_text(TEXT, encoding="utf-8")
    rows = '{"text": "Report number %d says the army shelled Arvandu again today."}\\n'
    done = shell(f"for i in $(seq 3000); do printf '{rows}' $i; done | $W read - 2>errors | head -1 | wc -l; echo ${{PIPESTATUS[1]}}; cat errors")
    assert done.stdout.split() == ["1", "0"]


def test_an_output_keeps_its_place_and_rights(warledger: Run, desk: Path) -> None:
    (desk / "one.txt").write_text(TEXT, encoding="utf-8")
    (desk / "real.jsonl").touch(mode=0o640)
    (desk / "link.jsonl").symlink_to("real.jsonl")
    assert warledger("read", "one.txt", "-o", "link.jsonl").returncode == 0
    assert (desk / "link.jsonl").is_symlink()
    assert (desk / "real.jsonl").stat().st_mode & 0o777 == 0o640
    assert (desk / "real.jsonl").read_text(encoding="utf-8").startswith('{"id": "r_')


@pytest.mark.parametrize("command", ["read", "code"])
def test_where_nothing_could_be_read_the_output_stays_as_it_was(warledger: Run, desk: Path, command: str) -> None:
    (desk / "empty.txt").write_text(" \n", encoding="utf-8")
    (desk / "out.jsonl").write_text("as it was", encoding="utf-8")
    done = warledger(command, "empty.txt", "-o", "out.jsonl")
    assert done.returncode == 1
    assert done.stderr.splitlines() == ["empty.txt: It is empty.", "warledger: nothing could be read"]
    assert (desk / "out.jsonl").read_text(encoding="utf-8") == "as it was"


@pytest.mark.parametrize(("workers", "sent", "code"), [("1", signal.SIGINT, 130), ("2", signal.SIGINT, 130), ("2", signal.SIGTERM, 143)])
def test_an_interrupted_command_ends_quickly_and_leaves_nothing(desk: Path, workers: str, sent: int, code: int) -> None:
    (desk / "r.jsonl").write_text('{"text": "Now sleep for a long while, coder."}\n', encoding="utf-8")
    command = [sys.executable, "-m", "warledger", "code", "r.jsonl", "-o", "out.jsonl"]
    environment = {**os.environ, "WARLEDGER_WORKERS": workers, "WARLEDGER_SERIAL_BELOW": "0"}
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True, start_new_session=True) as process:
        until = time.monotonic() + 20
        while not list(desk.glob(".out.jsonl.*.part")) and time.monotonic() < until:
            time.sleep(0.05)
        time.sleep(0.7)
        # As a terminal does it: the signal goes to the whole group.
        os.killpg(process.pid, sent)
        started = time.monotonic()
        _, told = process.communicate(timeout=20)
    assert time.monotonic() - started < 5
    assert process.returncode == code
    assert told == ("warledger: interrupted; nothing half-written was left behind\n" if sent == signal.SIGINT else "")
    assert [path.name for path in desk.iterdir()] == ["r.jsonl"]
