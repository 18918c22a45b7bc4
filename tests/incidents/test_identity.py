"""Ids that outlive new reports, merges and splits; and analysts' decisions, which outlive everything."""

from __future__ import annotations

import dataclasses

import pytest

from warledger.incidents import link, reconcile
from warledger.incidents.identity import keep_identities
from warledger.model import Decision


def decision(number, act, *subjects, **more):
    return Decision(f"d_{number}", act, tuple(subjects), "analyst", f"2020-03-01T00:00:{number:02d}Z", **more)


@pytest.fixture
def pair(claim):
    """Two claims of one act."""
    return [claim("b", by="army", on="rebels", killed=5), claim("c", by="army", on="rebels", killed=5)]


def test_an_incident_keeps_its_id_when_an_earlier_report_comes_in(claim, reports_of, pair):
    (before,) = link(pair, reports_of(pair))
    claims = [*pair, claim("a", by="army", on="rebels", killed=6)]
    published = {"r_a": "2020-02-03", "r_b": "2020-02-04", "r_c": "2020-02-04"}
    (after,) = link(claims, reports_of(claims, published=published), [before])
    assert (after.id, after.revision) == (before.id, 2)
    (fresh,) = link(claims, reports_of(claims, published=published))
    assert fresh.id != before.id


def test_merged_incidents_keep_the_id_of_the_larger_and_name_the_other(claim, reports_of):
    claims = [claim("a", by="army", on="rebels", killed=8), claim("b", by="army", on="rebels", killed=8),
              claim("c", by="army", on="rebels", at="Idlib")]
    before = link(claims, reports_of(claims))
    assert len(before) == 2
    told = [decision(1, "same", "c_a", "c_c")]
    (after,) = link(claims, reports_of(claims), before, told)
    larger, smaller = sorted(before, key=lambda incident: -len(incident.claims))
    assert (after.id, after.revision, after.supersedes) == (larger.id, larger.revision + 1, (smaller.id,))
    assert "an analyst's word" in after.why


def test_what_is_split_off_never_takes_an_id_that_was_given(claim, reports_of, pair):
    merged = link(pair, reports_of(pair))
    split = link(pair, reports_of(pair), merged, [decision(1, "different", "c_b", "c_c")])
    assert len({incident.id for incident in split}) == 2
    assert merged[0].id in {incident.id for incident in split}
    again = link(pair, reports_of(pair), split, [decision(1, "different", "c_b", "c_c")])
    assert again == split


def test_an_analysts_different_parts_even_what_a_report_tells_to_be_one(claim, reports_of):
    claims = [claim("a", "r", killed=5), claim("b", "r", killed=5, same_as="c_a")]
    assert len(link(claims, reports_of(claims))) == 1
    assert len(link(claims, reports_of(claims), (), [decision(1, "different", "c_a", "c_b")])) == 2


def test_the_last_word_on_a_pair_holds(pair, reports_of):
    log = [decision(1, "different", "c_b", "c_c"), decision(2, "same", "c_c", "c_b")]
    assert len(link(pair, reports_of(pair), (), log)) == 1
    assert len(link(pair, reports_of(pair), (), log[::-1])) == 1


def test_an_undone_decision_never_was_and_undoing_can_be_undone(pair, reports_of):
    log = [decision(1, "different", "c_b", "c_c"), decision(2, "different", undoes="d_1")]
    assert len(link(pair, reports_of(pair), (), log)) == 1
    assert len(link(pair, reports_of(pair), (), [*log, decision(3, "different", undoes="d_2")])) == 2


def test_same_is_not_overturned_by_days_apart(claim, reports_of):
    claims = [claim("a"), claim("b", on_day="2020-02-04")]
    assert len(link(claims, reports_of(claims), (), [decision(1, "same", "c_a", "c_b")])) == 1


def test_different_incidents_stay_apart_when_a_report_fits_both(claim, reports_of):
    claims = [claim("a", by="army", on="rebels", at="Saraqeb"), claim("b", by="army", on="rebels", at="Maarat")]
    before = link(claims, reports_of(claims))
    ids = [incident.id for incident in before]
    log = [decision(1, "different", *ids)]
    assert len(link(claims, reports_of(claims), before, log)) == 2


def test_a_rejected_claim_is_in_no_incident_and_confirming_brings_it_back(pair, reports_of):
    log = [decision(1, "reject", "c_b")]
    (incident,) = link(pair, reports_of(pair), (), log)
    assert incident.claims == ("c_c",)
    (whole,) = link(pair, reports_of(pair), (), [*log, decision(2, "confirm", "c_b")])
    assert whole.claims == ("c_b", "c_c")


def test_a_rejected_incident_stays_away(pair, reports_of):
    before = link(pair, reports_of(pair))
    log = [decision(1, "reject", before[0].id)]
    assert link(pair, reports_of(pair), before, log) == []


def test_a_correction_counts_as_what_the_claim_says(claim, reports_of, pair):
    other = claim("z", by="army", on="rebels", killed=5, on_day="2020-02-13")
    claims = [*pair, other]
    right = {"start": "2020-02-03", "end": "2020-02-03", "precision": "day", "wording": "Monday", "inferred": None}
    (incident,) = link(claims, reports_of(claims), (), [decision(1, "correct", "c_z", field="when", value=right)])
    assert "c_z" in incident.claims


def test_a_correction_that_makes_no_sense_is_a_problem_and_not_a_crash(pair, reports_of):
    log = [decision(1, "correct", "c_b", field="when", value="Monday"), decision(2, "correct", "c_c", field="id", value="c_x")]
    found = reconcile(pair, reports_of(pair), (), log)
    assert [problem.kind for problem in found.problems] == ["bad-correction", "bad-correction"]
    assert len(found.incidents) == 1


def test_an_analyst_may_overrule_a_grade_and_the_incident_says_so(pair, reports_of):
    before = link(pair, reports_of(pair))
    log = [decision(1, "correct", before[0].id, field="grade", value="contested")]
    (after,) = link(pair, reports_of(pair), before, log)
    assert (after.grade, after.revision) == ("contested", 2)
    assert "An analyst set grade" in after.why
    assert link(pair, reports_of(pair), [after], log) == [after]


def test_a_changed_report_is_a_new_revision_of_the_same_incident(pair, reports_of):
    before = link(pair, reports_of(pair))
    changed = [dataclasses.replace(pair[0], mode="aerial"), pair[1]]
    (after,) = link(changed, reports_of(pair), before)
    assert (after.id, after.revision) == (before[0].id, 2)


def test_an_id_that_ended_leads_to_one_incident_when_what_took_it_in_comes_back(claim, reports_of, pair):
    (whole,) = link(pair, reports_of(pair))
    former = dataclasses.replace(whole, id="i_f", claims=tuple("abcde"), supersedes=("i_e", "i_x"))
    took_in = dataclasses.replace(whole, id="i_e", claims=("a", "b"), supersedes=("i_x",))
    drafts = [dataclasses.replace(whole, id="c_c", claims=("c", "d", "e")), dataclasses.replace(whole, id="c_a", claims=("a", "b"))]
    found = {one.id: one.supersedes for one in keep_identities(drafts, [former, took_in, dataclasses.replace(whole, id="i_x", claims=("a",))], lambda one: one)}
    assert found == {"i_f": (), "i_e": ("i_x",)}
