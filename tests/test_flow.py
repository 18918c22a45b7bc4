"""The flow: each stage feeds the next, problems travel with the records, and a ledger changes whole or not at all."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from warledger import flow
from warledger.engines import coding
from warledger.model import Claim, Incident, Place, Problem, Report, TimeSpan
from warledger.settings import Settings
from warledger.summary import Summary

ARVANDU = Place("Arvandu", lat=35.93, lon=36.63, country="SYR", radius_km=3.0)


class OneClaimEach:
    """Codes one claim per report, all about the same day in the same town."""

    def __init__(self) -> None:
        self.sizes: list[int] = []
        self.stumbles_on = "no such words"

    def code(self, reports: Sequence[Report]) -> Iterator[Claim | Problem]:
        self.sizes.append(len(reports))
        for report in reports:
            if self.stumbles_on in report.text:
                raise ZeroDivisionError("by design")
            if report.language == "fr":
                yield Problem("code", "language", "it is in French", report=report.id)
            else:
                day = TimeSpan("2020-02-05", "2020-02-05", "day", "on Wednesday")
                yield Claim(f"c_{report.id}", report.id, "ASSAULT", mode="heavy-weapons", place=ARVANDU, when=day)


@pytest.fixture
def coder(monkeypatch: pytest.MonkeyPatch) -> OneClaimEach:
    made = OneClaimEach()
    monkeypatch.setattr(coding, "_coder", lambda name, settings: made)
    return made


@pytest.fixture
def settings() -> Settings:
    return Settings(workers=1, partition=3)


def reports(count: int, language: str = "en") -> list[Report]:
    return [Report(f"r_{number}", f"Report {number} of shelling.", language=language) for number in range(count)]


def test_claims_come_in_the_order_of_their_reports(coder: OneClaimEach, settings: Settings) -> None:
    assert [claim.report for claim in flow.code(reports(7), settings)] == [f"r_{n}" for n in range(7)]
    assert coder.sizes == [3, 3, 1]


def test_coding_streams(coder: OneClaimEach, settings: Settings) -> None:
    results = flow.code(iter(reports(100)), settings)
    next(results)
    assert coder.sizes == [3]


def test_what_cannot_be_coded_comes_out_among_the_claims(coder: OneClaimEach, settings: Settings) -> None:
    found = list(flow.code([*reports(1), *reports(1, "fr")], settings))
    assert [type(one) for one in found] == [Claim, Problem]


def test_progress_is_told_as_items_go_by() -> None:
    told: list[tuple[str, int, int | None]] = []
    assert list(flow.counted("read", "ab", lambda *call: told.append(call), 2)) == ["a", "b"]
    assert told == [("read", 1, 2), ("read", 2, 2)]


def test_claims_become_incidents(coder: OneClaimEach, settings: Settings) -> None:
    claims = [one for one in flow.code(reports(2), settings) if isinstance(one, Claim)]
    (incident,) = flow.link(claims, reports(2), settings=settings)
    assert isinstance(incident, Incident)
    assert incident.claims == ("c_r_0", "c_r_1")


def test_records_become_a_product(settings: Settings) -> None:
    out = io.BytesIO()
    flow.export("jsonl", out, [], [], reports(1), settings, {"kind": "reports"})
    assert json.loads(out.getvalue())["id"] == "r_0"


class TestARunIntoALedger:
    @pytest.fixture
    def source(self, tmp_path: Path) -> Path:
        rows = [{"id": str(n), "outlet": "Hill Herald", "text": f"Shells fell on Arvandu, witness number {n} told us."} for n in range(4)]
        path = tmp_path / "reports.jsonl"
        path.write_text("".join(json.dumps(row) + "\n" for row in rows) + "{broken\n", encoding="utf-8")
        return path

    def test_holds_everything_and_yields_its_summary_last(
        self, coder: OneClaimEach, settings: Settings, source: Path, tmp_path: Path
    ) -> None:
        from warledger.store import Ledger

        with Ledger.open(tmp_path / "war.db") as ledger:
            *problems, summary = flow.run([str(source)], ledger, settings=settings)
            assert [problem.kind for problem in problems if isinstance(problem, Problem)] == ["broken-json"]
            assert isinstance(summary, Summary)
            assert (summary.new_reports, summary.new_claims, summary.incidents) == (4, 4, 1)
            assert summary.problems == {"broken-json": 1}
            assert len(list(ledger.claims())) == 4
            assert list(ledger.problems()) == problems

    def test_that_fails_half_way_leaves_the_ledger_as_it_was(
        self, coder: OneClaimEach, settings: Settings, source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from warledger.store import Ledger

        def fail(*_: object, **__: object) -> None:
            raise RuntimeError("the power went")

        monkeypatch.setattr(Ledger, "replace_incidents", fail)
        with Ledger.open(tmp_path / "war.db") as ledger:
            with pytest.raises(RuntimeError, match="the power went"):
                list(flow.run([str(source)], ledger, settings=settings))
            assert list(ledger.reports()) == list(ledger.claims()) == list(ledger.problems()) == []

    def test_codes_nothing_twice(self, coder: OneClaimEach, settings: Settings, source: Path, tmp_path: Path) -> None:
        from warledger.store import Ledger

        with Ledger.open(tmp_path / "war.db") as ledger:
            for _ in range(2):
                *_, summary = flow.run([str(source)], ledger, settings=settings)
        assert isinstance(summary, Summary)
        assert (summary.changed, summary.new_reports, summary.reports) == (False, 0, 4)
        assert sum(coder.sizes) == 4

    def test_tries_a_report_again_on_which_the_coder_failed(
        self, coder: OneClaimEach, settings: Settings, source: Path, tmp_path: Path
    ) -> None:
        from warledger.store import Ledger

        coder.stumbles_on = "number 2"
        with Ledger.open(tmp_path / "war.db") as ledger:
            *_, first = flow.run([str(source)], ledger, settings=settings)
            *_, again = flow.run([str(source)], ledger, settings=settings)
            coder.stumbles_on = "no such words"
            *_, mended = flow.run([str(source)], ledger, settings=settings)
        summaries = [one for one in (first, again, mended) if isinstance(one, Summary)]
        assert [(one.changed, one.new_reports, one.reports) for one in summaries] == [(True, 3, 3), (False, 0, 3), (True, 1, 4)]
        assert summaries[0].problems == {"broken-json": 1, "crash": 1}

    def test_obeys_what_analysts_decided_since_and_then_rests(
        self, coder: OneClaimEach, settings: Settings, source: Path, tmp_path: Path
    ) -> None:
        from warledger.review.decisions import decide
        from warledger.store import Ledger

        with Ledger.open(tmp_path / "war.db") as ledger:
            list(flow.run([str(source)], ledger, settings=settings))
            (incident,) = ledger.incidents()
            ledger.decide([decide("reject", [incident.claims[0]], "an analyst", "2020-03-01T10:00:00Z")])
            *_, obeyed = flow.run([str(source)], ledger, settings=settings)
            assert [one.claims for one in ledger.incidents()] == [incident.claims[1:]]
            *_, again = flow.run([str(source)], ledger, settings=settings)
            assert [one.changed for one in (obeyed, again) if isinstance(one, Summary)] == [True, False]


def test_a_decision_links_the_ledger_anew(coder: OneClaimEach, settings: Settings, tmp_path: Path) -> None:
    from warledger.review.decisions import decide
    from warledger.store import Ledger, RunInfo

    claims = [one for one in flow.code(reports(3), settings) if isinstance(one, Claim)]
    with Ledger.open(tmp_path / "war.db") as ledger:
        ledger.add(reports(3), claims, run=RunInfo())
        list(flow.decide([decide("reject", ["c_r_1"], "an analyst", "2020-03-01T10:00:00Z")], ledger, settings))
        assert [one.claims for one in ledger.incidents()] == [("c_r_0", "c_r_2")]
        assert [one.act for one in ledger.decisions()] == ["reject"]
        assert len(list(ledger.claims())) == 3


def test_the_order_of_input_does_not_change_how_reports_are_cut(
    coder: OneClaimEach, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from warledger.store import Ledger

    cut: list[list[str]] = []
    code = coder.code
    monkeypatch.setattr(coder, "code", lambda part: cut.append([report.text for report in part]) or code(part))
    rows = [json.dumps({"id": str(n), "text": f"Shells fell on Arvandu for the time number {n}."}) + "\n" for n in range(7)]
    for name, lines in (("one", rows), ("two", rows[::-1])):
        (tmp_path / f"{name}.jsonl").write_text("".join(lines), encoding="utf-8")
        with Ledger.open(tmp_path / f"{name}.db") as ledger:
            list(flow.run([str(tmp_path / f"{name}.jsonl")], ledger, settings=settings))
    assert cut[: len(cut) // 2] == cut[len(cut) // 2 :]
