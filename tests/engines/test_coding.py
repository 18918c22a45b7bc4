"""A report on which the coder fails becomes a problem; the others are coded all the same."""

from __future__ import annotations

import gc
from collections.abc import Sequence

import pytest

from warledger.engines import coding
from warledger.engines.coding import CodePartition, lost
from warledger.errors import KnowledgeError
from warledger.model import Claim, Problem, Report


class Stumbling:
    """Codes every report but those that say "stumble"."""

    def code(self, reports: Sequence[Report]) -> list[Claim | Problem]:
        for report in reports:
            if "stumble" in report.text:
                raise RuntimeError("tripped over a comma")
            if "lexicon" in report.text:
                raise KnowledgeError("frames.yaml:3: no such type")
        return [Claim("c_" + report.id, report.id, "ASSAULT") for report in reports]


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> CodePartition:
    monkeypatch.setattr(coding, "_coder", lambda name, settings: Stumbling())
    return CodePartition.of("stumbling", {})


def test_one_report_that_crashes_the_coder_costs_no_other(work: CodePartition) -> None:
    found = work([Report("r_1", "shelling"), Report("r_2", "stumble"), Report("r_3", "raid")])
    assert [one.report for one in found] == ["r_1", "r_2", "r_3"]
    (problem,) = [one for one in found if isinstance(one, Problem)]
    assert (problem.stage, problem.kind) == ("code", "crash")
    assert "RuntimeError: tripped over a comma at test_coding.py:" in problem.message


def test_wrong_knowledge_stops_the_run_since_no_report_would_fare_better(work: CodePartition) -> None:
    with pytest.raises(KnowledgeError, match=r"frames\.yaml:3"):
        work([Report("r_1", "lexicon")])


def test_a_report_whose_process_died_is_a_crash_too() -> None:
    problem = lost(Report("r_1", "text", url="https://example.org/1"), "out of memory")
    assert isinstance(problem, Problem)
    assert (problem.kind, problem.report, problem.source) == ("crash", "r_1", "https://example.org/1")


def test_what_coding_loaded_is_kept_from_the_garbage_collector_once_in_a_process(work: CodePartition) -> None:
    gc.unfreeze()
    coding._keep_what_is_loaded.cache_clear()
    work([Report("r_1", "shelling")])
    kept = gc.get_freeze_count()
    assert kept > 0
    work([Report("r_2", "raid")])
    assert gc.get_freeze_count() <= kept


def test_the_garbage_collector_comes_less_often_while_reports_are_coded_and_as_before_behind_them(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []

    class Watching(Stumbling):
        def code(self, reports: Sequence[Report]) -> list[Claim | Problem]:
            seen.append(gc.get_threshold()[0])
            return super().code(reports)

    monkeypatch.setattr(coding, "_coder", lambda name, settings: Watching())
    before = gc.get_threshold()
    with pytest.raises(KnowledgeError):
        CodePartition.of("watching", {})([Report("r_1", "lexicon")])
    assert gc.get_threshold() == before
    assert seen[0] > before[0]
