"""Searching the ledger in a user's words."""

from __future__ import annotations

import pytest

from warledger.incidents import link
from warledger.store import Filter
from warledger.store.filters import country_code, search_query


def ids(records):
    return [record.id[2:] for record in records]


@pytest.mark.parametrize(("wanted", "found"), [
    (Filter(), "abc"),
    (Filter(place="saraqeb"), "a"),
    (Filter(place="IDLIB"), "a"),
    (Filter(place="Saraqib district"), "a"),
    (Filter(place="Syria"), "ac"),
    (Filter(place="SYR"), "ac"),
    (Filter(place="Aleppo"), "c"),
    (Filter(place="aleppo%"), ""),
    (Filter(place=""), ""),
    (Filter(actor="force.syr.army"), "a"),
    (Filter(actor="syrian ARMY"), "a"),
    (Filter(actor="army"), "a"),
    (Filter(actor="rebel"), "c"),
    (Filter(actor="_ebels"), ""),
    (Filter(speaker="media.reuters"), "ac"),
    (Filter(speaker="elise capek"), "ac"),
    (Filter(speaker="Reuters", place="Idlib"), "a"),
    (Filter(type="assault"), "ac"),
    (Filter(type="ASSAULT/aerial"), ""),
    (Filter(type="AGREE/deal"), "b"),
    (Filter(report="r_b"), "b"),
    (Filter(claims=("c_a", "c_c", "c_x")), "ac"),
    (Filter(claims=("c_a", "c_c"), type="ASSAULT", place="Aleppo"), "c"),
    (Filter(claims=()), ""),
    (Filter(claims=(*(f"c_{n}" for n in range(40_000)), "c_b")), "b"),
    (Filter(report="source-b"), "b"),
    (Filter(since="2020-02-01"), "a"),
    (Filter(until="2020-01-15"), "c"),
    (Filter(since="2020-01-20", until="2020-02-03T00:00:00Z"), "ac"),
    (Filter(text="market"), "a"),
    (Filter(text="hit shells"), "a"),
    (Filter(text='"hit shells"'), ""),
    (Filter(limit=2), "ab"),
    (Filter(limit=0), ""),
])
def test_claims_are_found_by(filled, wanted, found):
    assert ids(filled.claims(wanted)) == list(found)


@pytest.mark.parametrize("typed", [
    '"', '""', "AND", "OR NOT", "NEAR(", "a*", "^talks", "text:talks", "(again)", "{x y}", "--", "'; DROP TABLE reports",
    "-talks", "\x00", "talks\x00 Geneva", '"talks', "%", "+", "talks + in", "", " ", "*", '"again" OR',
])
def test_no_search_can_fail(filled, typed):
    assert list(filled.reports(Filter(text=typed))) is not None


def test_words_are_searched_and_never_read_as_operators(filled):
    assert ids(filled.reports(Filter(text="(again) off"))) == ["b"]
    assert ids(filled.reports(Filter(text="talks NOT geneva"))) == []
    assert ids(filled.reports(Filter(text="shells OR talks"))) == []
    assert search_query('"in Geneva" off"') == '"in Geneva" "off"'


def test_reports_are_found_by_their_claims_and_their_day(filled):
    assert ids(filled.reports(Filter(actor="army"))) == ["a"]
    assert ids(filled.reports(Filter(until="2020-02-05"))) == ["a", "b", "c"]
    assert ids(filled.reports(Filter(until="2020-02-04"))) == []


def test_incidents_are_found_by_their_own_values_and_by_their_claims(filled):
    filled.replace_incidents(link(filled.claims(), {r.id: r for r in filled.reports()}))
    by_place = list(filled.incidents(Filter(place="Idlib")))
    assert [one.claims for one in by_place] == [("c_a",)]
    assert list(filled.incidents(Filter(speaker="reuters", place="Idlib"))) == by_place
    assert list(filled.incidents(Filter(text="market"))) == by_place
    assert list(filled.incidents(Filter(actor="rebels", since="2020-02-01"))) == []


def test_problems_are_found_by_report(filled):
    assert len(list(filled.problems(Filter(report="source-b")))) == 1
    assert list(filled.problems(Filter(report="r_a"))) == []


@pytest.mark.parametrize(("name", "code"), [("syria", "SYR"), ("syr", "SYR"), ("russia", "RUS"), ("iran", "IRN"), ("niger", "NER"),
                                             ("idlib", None), ("sy", None)])
def test_countries_go_by_their_everyday_names(name, code):
    assert country_code(name) == code
