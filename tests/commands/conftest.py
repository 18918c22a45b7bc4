"""A coder for tests of the edges, installed like any extension, and ways to run the command.

It reads nothing but "shelled PLACE" and "N killed", so that a test of the command line is no test of the rules.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from warledger import extensions

CODER = '''
import os, re, time
from warledger.errors import KnowledgeError
from warledger.model import Claim, Passage, Place, Problem, Speaker, Tally, TimeSpan
from warledger.model.record import digest

PLACES = {"Arvandu": (35.93, 36.63), "Beltash": (36.2, 37.16)}

class Shelling:
    NAME = "shelling"
    SETTINGS = {}

    def code(self, reports):
        for report in reports:
            if "crash the coder" in report.text:
                raise ZeroDivisionError("by design")
            if "kill the process" in report.text:
                os._exit(7)
            if "sleep" in report.text:
                time.sleep(60)
            if "wrong knowledge" in report.text:
                raise KnowledgeError("frames.yaml:12: there is no type ASSAUT")
            for found in re.finditer(r"shelled (\\w+)", report.text):
                yield claim(report, found)

def claim(report, found):
    lat, lon = PLACES.get(found[1], (None, None))
    killed = re.search(r"(\\d+) killed", report.text)
    tallies = () if not killed else (
        Tally("killed", int(killed[1]), int(killed[1]), int(killed[1]), wording=killed[0]),)
    day = report.day
    return Claim(
        id=digest("c", report.id, found.start()), report=report.id, source_id=report.source_id, type="ASSAULT",
        mode="heavy-weapons", speakers=(Speaker(report.outlet or "nobody"),),
        place=Place(found[1], lat=lat, lon=lon, country="SYR", radius_km=3.0),
        when=TimeSpan(day, day, "day", "today") if day else None, tallies=tallies,
        passages=(Passage("trigger", found.start(), found.start() + 7, "shelled"),), coder="shelling/1")
'''

Run = Callable[..., "subprocess.CompletedProcess[str]"]

METADATA = "Metadata-Version: 2.1\nName: shelling-coder\nVersion: 1.0\n"


@pytest.fixture
def extension(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder in which the coder "shelling" is installed; commands of this test use it, also in other processes."""
    folder = tmp_path / "installed"
    info = folder / "shelling_coder-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(METADATA, encoding="utf-8")
    (info / "entry_points.txt").write_text("[warledger.coders]\nshelling = shelling_coder:Shelling\n", encoding="utf-8")
    (folder / "shelling_coder.py").write_text(CODER, encoding="utf-8")
    monkeypatch.syspath_prepend(folder)
    monkeypatch.setenv("PYTHONPATH", str(folder))
    monkeypatch.setenv("WARLEDGER_CODER", "shelling")
    monkeypatch.setenv("WARLEDGER_WORKERS", "1")
    monkeypatch.delenv("WARLEDGER_SETTINGS", raising=False)
    extensions.forget()
    yield folder
    monkeypatch.undo()
    extensions.forget()


@pytest.fixture
def desk(extension: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder of a test."""
    folder = tmp_path / "desk"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def warledger(desk: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Runs the command in this process; gives exit code, standard output and standard error."""
    from warledger.cli import run

    def _run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
        capfdbinary.readouterr()
        code = run([str(argument) for argument in arguments])
        sys.stdout.flush()
        out, err = capfdbinary.readouterr()
        return subprocess.CompletedProcess(arguments, code, out.decode("utf-8"), err.decode("utf-8"))

    return _run


@pytest.fixture
def shell(desk: Path) -> Run:
    """Runs a line of the shell in which $W is the command, in a process of its own."""

    def _shell(line: str) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "W": f"{sys.executable} -m warledger"}
        return subprocess.run(["bash", "-c", line], env=environment, capture_output=True, text=True, timeout=60, check=False)

    return _shell
