"""Why claims are in one incident and others are not: what decided is what is read out."""

from __future__ import annotations

import pytest

from warledger.incidents.doubts import doubts
from warledger.incidents.grounds import grounds
from warledger.incidents.link import link, weigh
from warledger.incidents.weights import load_weights
from warledger.model import Decision


@pytest.fixture
def why(reports_of):
    """The grounds of the incident that holds a claim."""
    def _why(claims, name, decisions=()):
        reports = reports_of(claims)
        incidents = link(claims, reports, (), decisions)
        home = {one: incident.id for incident in incidents for one in incident.claims}
        (wanted,) = [incident for incident in incidents if name in incident.claims]
        return grounds(wanted, weigh(claims, reports, incidents, decisions), home)
    return _why


def test_a_join_adds_up_to_its_score(why, claim):
    found = why([claim("a", by="army", on="rebels", killed=5), claim("b", by="army", on="rebels", killed=5)], "c_a")
    (pair,) = found.joined
    assert (pair.one, pair.other, pair.verdict, pair.why) == ("c_a", "c_b", "joined", "")
    assert pair.score == pytest.approx(found.prior + sum(reason.weight for reason in pair.reasons), abs=0.01)
    assert pair.score > found.join
    assert "the same place (Saraqeb)" in [reason.words for reason in pair.reasons]
    assert found.refused == ()
    assert found.stale is None


def test_a_refusal_names_what_forbids_it_and_where_the_other_is(why, claim):
    claims = [claim("a", by="army"), claim("b", by="army", on_day="2020-02-05", day_inferred="a rule"), claim("c", by="army", at="Idlib")]
    found = why(claims, "c_a")
    refused = {pair.other: pair for pair in found.refused}
    assert refused["c_c"].score is not None
    assert refused["c_c"].why == "the weights speak against it"
    assert refused["c_c"].other_incident is not None
    assert [pair.score for pair in found.refused] == sorted((pair.score for pair in found.refused), reverse=True)


def test_what_an_analyst_said_is_told_as_such(why, claim):
    claims = [claim("a"), claim("b", on_day="2020-02-13")]
    found = why(claims, "c_a", [Decision("d_1", "same", ("c_a", "c_b"), "analyst", "2020-03-01T00:00:00Z")])
    assert [(pair.one, pair.other, pair.score, pair.why) for pair in found.joined] == [
        ("c_a", "c_b", None, "an analyst said that they are the same")]
    apart = why([claim("a"), claim("b")], "c_a", [Decision("d_1", "different", ("c_a", "c_b"), "analyst", "2020-03-01T00:00:00Z")])
    assert [(pair.score, pair.why) for pair in apart.refused] == [(None, "never: an analyst told them apart")]


def test_a_denial_stands_beside_what_it_answers(why, claim):
    claims = [claim("a", "r", by="army"), claim("b", "r", by="army", stance="denied", negated=True, responds_to="c_a")]
    (pair,) = why(claims, "c_a").joined
    assert (pair.one, pair.other, pair.why) == ("c_b", "c_a", "a denial: it answers the other")


def test_an_incident_of_other_rules_says_that_it_is_stale(claim, reports_of):
    claims = [claim("a"), claim("b")]
    (whole,) = link(claims, reports_of(claims))
    log = [Decision("d_1", "different", ("c_a", "c_b"), "analyst", "2020-03-01T00:00:00Z")]
    assert "links anew" in grounds(whole, weigh(claims, reports_of(claims), [whole], log), {}).stale


def test_doubts_are_the_pairs_near_even_odds_the_least_sure_first(claim, reports_of):
    claims = [claim("a", by="army", on="rebels", killed=5), claim("b", by="army", on="rebels", killed=5),
              claim("c", by="army", on="rebels", at="Idlib"), claim("d", at="Aleppo", on_day="2020-01-01")]
    found = doubts(weigh(claims, reports_of(claims)))
    assert found
    assert all({"c_c"} & {doubt.one, doubt.other} and not doubt.joined for doubt in found)
    assert [doubt.uncertainty for doubt in found] == sorted((doubt.uncertainty for doubt in found), reverse=True)
    assert all(doubt.score <= load_weights().limits["join"] for doubt in found)


def test_what_was_told_apart_is_no_doubt(claim, reports_of):
    claims = [claim("a", by="army", on="rebels", killed=5), claim("c", by="army", on="rebels", at="Idlib")]
    assert doubts(weigh(claims, reports_of(claims)))
    log = [Decision("d_1", "different", ("c_a", "c_c"), "analyst", "2020-03-01T00:00:00Z")]
    assert doubts(weigh(claims, reports_of(claims), (), log)) == []


def test_every_pair_is_told_only_once(why, claim):
    claims = [claim("a", "r", by="army", on="rebels", killed=5), claim("b", "r", by="army", on="rebels"), claim("c", by="army", on="rebels", killed=5),
              claim("d", "s", by="army", on="rebels"), claim("e", "s", by="army", on="rebels", killed=5)]
    found = why(claims, "c_a")
    pairs = [(pair.one, pair.other) for pair in found.joined]
    assert len(pairs) == len(set(pairs))
