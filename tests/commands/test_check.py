"""check: what is not sound is named, with what to do, and leaves with 1."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from warledger import installation
from warledger.installation import UnsoundError

Run = Callable[..., Any]


@pytest.mark.slow
def test_a_sound_installation_is_found_sound(warledger: Run) -> None:
    done = warledger("check")
    assert done.returncode == 0, done.stdout
    looked_at = [line.split()[1] for line in done.stdout.splitlines()]
    assert looked_at == ["Python", "settings", "extensions", "language", "gazetteer", "actors", "lexicons"]


@pytest.fixture
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    for look in ("_model", "_gazetteer", "_actors", "_lexicons", "_extensions"):
        monkeypatch.setattr(installation, look, lambda: "as it should be")


@pytest.mark.usefixtures("_quick")
def test_what_is_not_sound_is_named_with_what_to_do(warledger: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def lost() -> str:
        raise UnsoundError("it does not know Damascus")

    monkeypatch.setattr(installation, "_gazetteer", lost)
    done = warledger("check")
    assert done.returncode == 1
    assert "NOT gazetteer       it does not know Damascus" in done.stdout
    assert "to do: delete its index" in done.stdout
    assert "1 of what was looked at is not sound" in done.stderr


@pytest.mark.usefixtures("_quick")
def test_wrong_settings_are_a_finding(warledger: Run, desk: Path) -> None:
    (desk / "warledger.toml").write_text("worker = 1", encoding="utf-8")
    done = warledger("check")
    assert done.returncode == 1
    assert "did you mean 'workers'?" in done.stdout


@pytest.mark.usefixtures("_quick")
def test_a_stray_variable_is_told(warledger: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WARLEDGER_WORKER", "1")
    done = warledger("check")
    assert done.returncode == 0
    assert "these variables are no settings: WARLEDGER_WORKER" in done.stdout


@pytest.mark.usefixtures("_quick")
def test_a_ledger_that_is_not_there_is_a_finding(warledger: Run) -> None:
    done = warledger("check", "--ledger", "war.db")
    assert done.returncode == 1
    assert "there is no ledger war.db" in done.stdout
