"""A page goes on behind a key: in the order of the list, and without going through what lies before."""

from __future__ import annotations

import pytest
from sqlalchemy import event

from warledger.model import Claim, Passage, Report, Speaker, TimeSpan
from warledger.store import Filter, Ledger, RunInfo, paging
from warledger.store.paging import key_of_claim, key_of_report

RUN = RunInfo("2020-02-06T10:00:00Z", "0.1")
DAYS = (None, None, "2020-02-01", "2020-02-01", "2020-02-03")


@pytest.fixture
def filled(tmp_path):
    reports = [Report(id=f"r_{k:016x}", text=f"Shelled {k}. Shelled again.", published=day) for k, day in enumerate(DAYS)]
    # Two claims begin at one place, so that the id decides; a third begins later.
    claims = [Claim(id=f"c_{k:08x}{n:08x}", report=one.id, type="ASSAULT", passages=(Passage("trigger", start, start + 7, one.text[start:start + 7]),), coder="test")
              for k, one in enumerate(reports) for n, start in enumerate((0, 0, 11))]
    with Ledger.open(tmp_path / "war.db") as ledger:
        ledger.add(reports, claims, run=RUN)
        yield ledger


@pytest.mark.parametrize("limit", [1, 2, 4])
def test_pages_of_claims_are_the_list_cut_into_pieces(filled, limit):
    reports = {one.id: one for one in filled.reports()}
    found, key = [], None
    while page := list(filled.claims(Filter(limit=limit, after=key))):
        found += page
        key = key_of_claim(page[-1], reports[page[-1].report])
    assert found == list(filled.claims())
    assert len(found) == 3 * len(DAYS)


@pytest.mark.parametrize("limit", [1, 2, 3])
def test_pages_of_reports_are_the_list_cut_into_pieces(filled, limit):
    found, key = [], None
    while page := list(filled.reports(Filter(limit=limit, after=key))):
        found += page
        key = key_of_report(page[-1])
    assert found == list(filled.reports())
    assert [one.day for one in found] == list(DAYS), "what has no day comes first"


def test_a_filter_holds_on_every_page(filled):
    everything = list(filled.claims(Filter(report="r_0000000000000002")))
    key = key_of_claim(everything[0], next(filled.reports(Filter(reports=(everything[0].report,)))))
    assert list(filled.claims(Filter(report="r_0000000000000002", after=key))) == everything[1:]


@pytest.mark.parametrize("after", [None, ("2020-02-01", "r_0000000000000002", 0, "c_0000000200000000")])
def test_a_page_is_found_by_the_days_of_reports_and_sorts_no_list_of_all_claims(filled, after):
    asked = []
    event.listen(filled.engine, "before_cursor_execute", lambda _c, _cursor, statement, values, _context, _many: asked.append((statement, values)))
    list(filled.claims(Filter(limit=2, after=after)))
    statement, values = next(one for one in asked if "FROM claims" in one[0])
    with filled.asking() as connection:
        plan = [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)]
    assert any("ix_reports_day" in step for step in plan), plan
    assert not any("SCAN claims" in step or step == "USE TEMP B-TREE FOR ORDER BY" for step in plan), plan


@pytest.mark.parametrize("looked_at", [1, 2, 200])
@pytest.mark.parametrize("limit", [1, 2, 4])
@pytest.mark.parametrize("chosen", [{"since": "2020-02-02"}, {"text": "shelled"}, {"speaker": "Ada"}, {"until": "2020-02-01"}])
def test_pages_of_chosen_claims_are_the_list_cut_into_pieces_however_far_apart_they_lie(spread, monkeypatch, chosen, limit, looked_at):
    monkeypatch.setattr(paging, "LOOKED_AT", looked_at)
    reports = {one.id: one for one in spread.reports()}
    found, key = [], None
    while page := list(spread.claims(Filter(limit=limit, after=key, **chosen))):
        found += page
        key = key_of_claim(page[-1], reports[page[-1].report])
    assert found == list(spread.claims(Filter(**chosen)))
    assert found


def test_a_page_that_the_next_reports_fill_goes_through_no_list_of_all_claims(spread):
    asked = []
    event.listen(spread.engine, "before_cursor_execute", lambda _c, _cursor, statement, values, _context, _many: asked.append((statement, values)))
    assert len(list(spread.claims(Filter(limit=1, since="2020-02-02")))) == 1
    (query,) = [one for one in asked if "FROM claims" in one[0]]
    with spread.asking() as connection:
        plan = [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {query[0]}", query[1])]
    assert not any("SCAN claims" in step for step in plan), plan


@pytest.fixture
def spread(tmp_path):
    """A claim of every other report is told by Ada, and of an act that lies later the further on its report stands."""
    days = [None, None, *(f"2020-02-{k:02d}" for k in range(1, 9))]
    reports = [Report(id=f"r_{k:016x}", text=f"Shelled {k}.", published=day) for k, day in enumerate(days)]
    claims = [Claim(id=f"c_{k:016x}", report=one.id, type="ASSAULT", when=TimeSpan(day := one.day or "2020-02-05", day, "day", "then"), speakers=(Speaker("Ada"),) if k % 2 else (),
                    passages=(Passage("trigger", 0, 7, "Shelled"),), coder="test") for k, one in enumerate(reports)]
    with Ledger.open(tmp_path / "war.db") as ledger:
        ledger.add(reports, claims, run=RUN)
        yield ledger
