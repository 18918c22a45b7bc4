"""What the ledger keeps, gives back, and never loses."""

from __future__ import annotations

import dataclasses

import pytest

from warledger.errors import LedgerError
from warledger.incidents import link
from warledger.model import Decision, FieldView, Incident, Problem, Said
from warledger.store import Filter, Ledger, RunInfo

RUN = RunInfo("2020-02-06T00:00:00Z", "0.1")


def linked(ledger):
    reports = {report.id: report for report in ledger.reports()}
    return link(ledger.claims(), reports, ledger.incidents(), ledger.decisions())


def names(records):
    return [record.id for record in records]


def test_what_goes_in_comes_out_the_same(filled, report, claim):
    assert next(iter(filled.reports())) == report("a")
    assert next(one for one in filled.claims() if one.id == "c_a") == claim("a", "a")
    assert list(filled.problems()) == [Problem("read", "no-date", "no date was found", "b.txt", 1, "r_b")]
    incidents = linked(filled)
    filled.replace_incidents(incidents)
    assert list(filled.incidents()) == incidents
    assert filled.known_report_ids() == {"r_a", "r_b", "r_c"}


def test_running_twice_adds_nothing(filled):
    filled.replace_incidents(linked(filled))
    before, digest = filled.summary(), filled.content_digest()
    with filled.transaction():
        filled.add(list(filled.reports()), list(filled.claims()), list(filled.problems()), run=RUN)
        filled.replace_incidents(linked(filled))
    assert filled.summary() == before
    assert filled.content_digest() == digest


def test_the_digest_does_not_depend_on_the_order_or_the_number_of_runs(tmp_path, report, claim):
    digests = set()
    for turn, order in enumerate(("abc", "cab")):
        with Ledger.open(tmp_path / f"{turn}.db") as ledger:
            for name in order:
                ledger.add([report(name)], [claim(name, name)], run=RunInfo())
            ledger.replace_incidents(linked(ledger))
            digests.add(ledger.content_digest())
    assert len(digests) == 1


def test_the_order_of_reading_does_not_depend_on_the_order_of_writing(tmp_path, report, claim):
    for turn, order in enumerate(("cab", "bca")):
        with Ledger.open(tmp_path / f"{turn}.db") as ledger:
            ledger.add([report(name) for name in order], [claim(name, name) for name in order], run=RUN)
            assert names(ledger.reports()) == ["r_a", "r_b", "r_c"]
            assert names(ledger.claims()) == ["c_a", "c_b", "c_c"]


def test_a_changed_claim_supersedes_and_the_old_one_can_be_asked_for(filled, claim):
    changed = claim("a", "a", mode="aerial")
    filled.add([], [changed], run=RunInfo("2020-03-01T00:00:00Z", "0.2"))
    assert [one.mode for one in filled.claims(Filter(report="r_a"))] == ["aerial"]
    assert [one.mode for one in filled.claims(Filter(report="r_a"), run=1)] == ["heavy-weapons"]
    assert filled.summary().claims == 3


def test_a_report_coded_by_another_coder_supersedes_all_its_claims(filled, claim):
    filled.add([], [claim("a2", "a", coder="rules/2")], run=RUN)
    assert names(filled.claims(Filter(report="r_a"))) == ["c_a2"]
    filled.add([], [claim("a3", "a", coder="rules/2")], run=RUN)
    assert names(filled.claims(Filter(report="r_a"))) == ["c_a2", "c_a3"]


def test_a_merged_incident_leaves_a_tombstone_that_leads_on(filled):
    before = linked(filled)
    filled.replace_incidents(before)
    log = [Decision("d_1", "same", ("c_a", "c_c"), "analyst", "2020-03-01T00:00:00Z")]
    filled.decide(log)
    after = linked(filled)
    assert len(after) == len(before) - 1
    filled.replace_incidents(after)
    merged = next(incident for incident in after if incident.supersedes)
    assert filled.incident(merged.supersedes[0]) == merged
    assert [one.revision for one in filled.revisions(merged.id)] == [1, 2]
    assert list(filled.incidents(run=2)) == before
    assert filled.check() == []


def test_an_incident_that_ended_without_an_heir_is_gone_but_not_lost(filled):
    (first, *_rest) = before = linked(filled)
    filled.replace_incidents(before)
    filled.replace_incidents(before[1:])
    assert filled.incident(first.id) is None
    assert filled.revisions(first.id) == [first]


def test_an_incident_that_comes_back_gets_the_next_revision(filled):
    before = linked(filled)
    filled.replace_incidents(before)
    filled.replace_incidents([])
    filled.replace_incidents(before)
    assert [incident.revision for incident in filled.incidents()] == [2] * len(before)


def test_versions_hold_any_value_and_survive(filled):
    said = tuple(Said(value, ("Reuters",), None, "c_a", None) for value in (3, "x", None, ["a"], {"low": 1}))
    incident = Incident("i_1", "ASSAULT", None, None, None, (), ("c_a",), 1, 1, 0, {"killed": FieldView("range", said, 1, None, 1)})
    filled.replace_incidents([incident])
    assert list(filled.incidents()) == [incident]


def test_decisions_are_appended_and_never_changed(filled):
    made = Decision("d_1", "correct", ("c_a",), "analyst", "2020-03-01T00:00:00Z", "when", {"start": "2020-02-04"})
    filled.decide([made])
    filled.decide([made])
    assert list(filled.decisions()) == [made]
    with pytest.raises(LedgerError, match="never changed"):
        filled.decide([dataclasses.replace(made, why="another")])


def test_a_claim_without_its_report_is_refused_and_nothing_is_kept(ledger, report, claim):
    with pytest.raises(LedgerError, match="not in the ledger"):
        ledger.add([report("a")], [claim("z", "z")], run=RUN)
    assert ledger.known_report_ids() == set()


def test_an_incident_without_its_claim_is_refused(filled):
    incident = Incident("i_1", "ASSAULT", None, None, None, (), ("c_nowhere",), 1, 1, 0)
    with pytest.raises(LedgerError, match="c_nowhere"):
        filled.replace_incidents([incident])


def test_what_is_interrupted_is_not_kept(filled, report):
    def interrupted():
        with filled.transaction():
            filled.add([report("d")], run=RUN)
            assert "r_d" in filled.known_report_ids()
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert "r_d" not in filled.known_report_ids()
    assert filled.summary().runs == 1
    assert filled.check() == []


def test_a_stream_that_is_left_early_blocks_nobody(filled, report):
    stream = filled.reports()
    next(stream)
    filled.add([report("d")], run=RUN)
    stream.close()
    assert "r_d" in filled.known_report_ids()


def test_the_summary_counts_what_is_there(filled):
    summary = filled.summary()
    assert (summary.reports, summary.claims, summary.incidents, summary.origins, summary.outlets) == (3, 3, 0, 3, 1)
    assert summary.problems == {"no-date": 1}
    assert (summary.runs, summary.decisions) == (1, 0)


def test_half_of_a_surrogate_pair_does_not_stop_a_run(ledger, report, claim):
    ledger.add([report("a", "broken \ud800 text")], [claim("a", "a", condition="if \udfff")], [Problem("read", "x", "\ud800")], run=RUN)
    assert next(ledger.reports()).text == "broken \ufffd text"
    ledger.add([report("a", "broken \ud800 text")], [claim("a", "a", condition="if \udfff")], [Problem("read", "x", "\ud800")], run=RUN)
    assert ledger.summary().runs == 1


def test_many_records_go_in_at_once(ledger, report, claim):
    ledger.add([report(f"{n:04d}") for n in range(1500)], [claim(f"{n:04d}", f"{n:04d}") for n in range(1500)], run=RUN)
    assert ledger.summary().claims == 1500
    assert len(list(ledger.claims(Filter(limit=1200)))) == 1200


def test_records_are_found_by_the_ids_of_what_they_come_from(filled):
    everything = {claim.id: claim.report for claim in filled.claims()}
    some = tuple(sorted(set(everything.values())))[:2]
    assert {claim.id for claim in filled.claims(Filter(reports=some))} == {name for name, home in everything.items() if home in some}
    assert [one.id for one in filled.reports(Filter(reports=some))] == list(some)
    assert list(filled.claims(Filter(reports=()))) == []


def test_a_day_names_the_state_that_the_last_run_by_its_end_had_left(filled, claim):
    filled.add([], [claim("a", "a", mode="aerial")], run=RunInfo("2020-03-01T09:00:00Z", "0.2"))
    for moment, mode in (("2020-02-06", "heavy-weapons"), ("2020-03-01T08:59:59Z", "heavy-weapons"), ("2020-03-01", "aerial")):
        assert [one.mode for one in filled.claims(Filter(claims=("c_a",), as_of=moment))] == [mode]
    assert list(filled.claims(Filter(as_of="2020-02-05"))) == []
    assert list(filled.reports(Filter(type="ASSAULT/aerial", as_of="2020-02-06"))) == []


def test_an_incident_that_says_the_same_by_a_revised_claim_gets_a_revision(filled, claim):
    before = linked(filled)
    filled.replace_incidents(before)
    filled.add([], [claim("a", "a", confidence=0.9)], run=RUN)
    filled.replace_incidents(linked(filled))
    assert filled.check() == []
    assert {one.revision for one in filled.incidents() if "c_a" in one.claims} == {2}


def test_a_decision_keeps_the_claims_that_its_incident_held(filled):
    filled.replace_incidents(linked(filled))
    (incident,) = [one for one in filled.incidents() if "c_a" in one.claims]
    filled.decide([Decision("d_1", "reject", (incident.id, "c_c"), "analyst", "2020-03-01T00:00:00Z")])
    (kept,) = filled.decisions()
    assert kept.held == {incident.id: incident.claims}
    filled.replace_incidents(linked(filled))
    filled.decide([Decision("d_1", "reject", (incident.id, "c_c"), "analyst", "2020-03-01T00:00:00Z")])
    assert list(filled.decisions()) == [kept]


def test_an_incident_that_is_parted_again_is_no_longer_redirected(filled):
    before = linked(filled)
    filled.replace_incidents(before)
    filled.decide([Decision("d_1", "same", ("c_a", "c_c"), "analyst", "2020-03-01T00:00:00Z")], run=RUN)
    filled.replace_incidents(linked(filled))
    (merged,) = [one for one in filled.incidents() if one.supersedes]
    (gone,) = merged.supersedes
    filled.decide([Decision("d_2", "same", (), "analyst", "2020-03-02T00:00:00Z", undoes="d_1")], run=RUN)
    reports = {report.id: report for report in filled.reports()}
    filled.replace_incidents(link(filled.claims(), reports, [*filled.incidents(), *filled.ended()], filled.decisions()))
    assert filled.incident(gone).id == gone
    assert [grave.redirect for grave in filled.tombstones(gone)] == [merged.id]
    assert filled.ended() == []
    assert filled.check() == []


def test_what_ends_twice_in_one_run_has_one_tombstone_with_the_last_word(filled):
    before = linked(filled)
    filled.replace_incidents(before)
    (first, second, *rest) = before
    heir = dataclasses.replace(second, supersedes=(first.id,))
    with filled.transaction(RUN):
        filled.replace_incidents([second, *rest])
        filled.replace_incidents(before)
        filled.replace_incidents([heir, *rest])
    assert [grave.redirect for grave in filled.tombstones(first.id)] == [second.id]
    assert filled.incident(first.id).id == second.id
    assert filled.check() == []
