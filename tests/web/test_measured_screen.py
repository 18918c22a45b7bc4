"""The benchmark of the screen says at once what it lacks."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from warledger.api.page import NOT_BUILT

BENCHMARK = Path(__file__).resolve().parents[2] / "benchmarks" / "screen.py"


@pytest.fixture
def benchmark(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> ModuleType:
    """The benchmark in a checkout whose page was not built."""
    spec = importlib.util.spec_from_file_location("screen_benchmark", BENCHMARK)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "built", lambda: tmp_path)
    return module


def test_a_page_that_was_not_built_is_told_before_anything_is_measured(benchmark: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "argv", ["screen.py", str(tmp_path / "none.db")])
    with pytest.raises(SystemExit) as refused:
        benchmark.main()
    assert NOT_BUILT in str(refused.value.code)


def test_the_answers_alone_are_measured_without_a_page(
    benchmark: ModuleType, monkeypatch: pytest.MonkeyPatch, example_ledger: Path, capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(benchmark, "FILTERS", 1)
    monkeypatch.setattr(sys, "argv", ["screen.py", str(example_ledger), "--no-browser"])
    benchmark.main()
    assert '"histogram"' in capsys.readouterr().out
