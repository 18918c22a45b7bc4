"""The survey asks the same questions as a filter and gives the same answers."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

import numpy as np
import pytest

from warledger.model import Incident, Place, TimeSpan
from warledger.store import Filter, Ledger, RunInfo
from warledger.store.survey import Survey, Wanted

RUN = RunInfo("2020-02-07T00:00:00Z", "0.1")


@pytest.fixture
def linked(filled: Ledger) -> Ledger:
    """The claims of `filled`, each an incident of its own."""
    filled.replace_incidents([
        Incident("i_a", "ASSAULT", "heavy-weapons", Place("Saraqeb", 1, 35.864, 36.806, "SYR", "Idlib", radius_km=5.0), TimeSpan("2020-02-03", "2020-02-03", "day", ""), (), ("c_a",), 1, 1, 1),
        Incident("i_b", "AGREE", "deal", None, None, (), ("c_b",), 1, 1, 1, grade="contested"),
        Incident("i_c", "ASSAULT", "clash", Place("northern Aleppo", country="SYR", admin1="Aleppo", precision="province"), TimeSpan("2020-01-01", "2020-01-31", "month", ""), (), ("c_c",), 1, 1, 1),
    ], run=RUN)
    return filled


def ids(ledger: Ledger, wanted: Wanted) -> set[str]:
    survey = ledger.survey()
    with ledger.asking() as connection:
        mask = survey.mask(wanted, connection)
    return {name for name, is_in in zip(survey.columns.ids, mask, strict=True) if is_in}


@pytest.mark.parametrize("name", ["since", "until", "place", "text"])
@pytest.mark.parametrize("value", ["2020-01-15", "2020-02-03", "2020-03-01", "aleppo", "SYR", "Syria", "sara", "talks", "no such word", '"'])
def test_a_question_has_one_answer_whoever_asks(linked: Ledger, name: str, value: str) -> None:
    if name in ("since", "until") and not value.startswith("2020"):
        value = "2020-01-31"
    assert ids(linked, Wanted(**{name: value})) == {one.id for one in linked.incidents(Filter(**{name: value}))}


def test_of_several_values_any_will_do_and_of_several_facets_all(linked: Ledger) -> None:
    assert ids(linked, Wanted(type=("ASSAULT",))) == {"i_a", "i_c"}
    assert ids(linked, Wanted(type=("ASSAULT/clash", "AGREE/deal"))) == {"i_b", "i_c"}
    assert ids(linked, Wanted(type=("ASSAULT",), grade=("contested",))) == set()


def test_who_takes_part_and_who_says_so_are_found_by_the_keys_of_the_facets(linked: Ledger) -> None:
    assert ids(linked, Wanted(actor=("force.syr.army",))) == {"i_a"}
    assert ids(linked, Wanted(actor=("rebels",))) == {"i_c"}
    assert ids(linked, Wanted(speaker=("elise capek",))) == {"i_a", "i_c"}
    assert ids(linked, Wanted(side=("SYR",))) == {"i_a"}


def test_what_has_no_day_or_no_place_is_in_no_span_and_no_box(linked: Ledger) -> None:
    assert ids(linked, Wanted(since="1900-01-01", until="2100-01-01")) == {"i_a", "i_c"}
    assert ids(linked, Wanted(box=(-180, -90, 180, 90))) == {"i_a"}


def test_a_survey_is_read_again_only_when_a_run_changed_the_ledger(linked: Ledger, report: Callable[..., object]) -> None:
    first = linked.survey()
    assert linked.survey(first) is first
    linked.add([report("d")], run=RunInfo("2020-02-08T00:00:00Z", "0.1"))  # type: ignore[list-item]
    assert linked.survey(first) is not first


def test_an_empty_ledger_has_an_empty_survey(ledger: Ledger) -> None:
    survey = ledger.survey()
    with ledger.asking() as connection:
        assert survey.days(survey.mask(Wanted(), connection)) == []
        assert survey.page(survey.mask(Wanted(), connection), "newest", None, 10) == ([], None)
        assert all(counts == [] for counts in survey.facets(Wanted(), connection, 5).values())
    assert isinstance(survey, Survey)


def same(one: Survey, other: Survey) -> bool:
    """Whether two surveys hold the same, column by column."""
    for field in dataclasses.fields(one.columns):
        mine, its = getattr(one.columns, field.name), getattr(other.columns, field.name)
        if field.name == "relations":
            assert all(np.array_equal(mine[name].told, its[name].told) and mine[name].keys == its[name].keys and mine[name].labels == its[name].labels for name in its)
        elif isinstance(mine, np.ndarray):
            assert np.array_equal(mine, its, equal_nan=mine.dtype.kind == "f"), field.name
        else:
            assert mine == its, field.name
    return True


def test_a_survey_that_is_read_on_from_is_the_one_that_is_read_whole(linked: Ledger) -> None:
    known = linked.survey()
    kept = [one for one in linked.incidents() if one.id != "i_a"]
    changed = [dataclasses.replace(one, grade="fair", mode="clash", type="ASSAULT") if one.id == "i_b" else one for one in kept]
    linked.replace_incidents([*changed, Incident("i_d", "TERRITORY", "capture", Place("Taftanaz", 2, 35.99, 36.78, "SYR", "Idlib"), None, (), ("c_a",), 1, 1, 1)],
                             run=RunInfo("2020-02-09T00:00:00Z", "0.1"))
    read_on = linked.survey(known)
    assert set(read_on.columns.ids) == {"i_b", "i_c", "i_d"}
    assert same(read_on, linked.survey())
