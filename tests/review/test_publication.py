"""What is published stays so through linking anew, and takes nothing along that nobody has looked at."""

from __future__ import annotations

from dataclasses import replace

from warledger.model import Decision
from warledger.review import decide
from warledger.review.publication import published, shown

AT = "2026-01-01T00:00:00Z"


def publication(incident: str, *claims: str) -> Decision:
    return replace(decide("publish", [incident], "Ada", AT), held={incident: claims})


def after(holders: dict[str, set[str]], *log: Decision) -> set[str]:
    return set(shown(holders, *published(log)))


def test_an_incident_stays_published_as_claims_join_it() -> None:
    assert after({"i_1": {"c_1", "c_2", "c_3", "c_4", "c_5"}, "i_2": {"c_6"}}, publication("i_1", "c_1")) == {"i_1"}


def test_both_parts_of_an_incident_are_published_as_it_was() -> None:
    assert after({"i_1": {"c_1", "c_2"}, "i_9": {"c_3"}}, publication("i_1", "c_1", "c_2", "c_3")) == {"i_1", "i_9"}


def test_an_incident_that_was_mostly_published_under_another_id_is_published() -> None:
    assert after({"i_9": {"c_1", "c_2", "c_3"}}, publication("i_1", "c_1", "c_2")) == {"i_9"}


def test_an_incident_into_which_a_published_one_went_is_not_published_by_that() -> None:
    assert after({"i_9": {"c_1", "c_7", "c_8"}}, publication("i_1", "c_1")) == set()


def test_one_that_goes_into_two_halves_of_which_both_were_published_is() -> None:
    assert after({"i_9": {"c_1", "c_2"}}, publication("i_1", "c_1"), publication("i_2", "c_2")) == {"i_9"}


def test_other_acts_publish_nothing() -> None:
    log = [replace(decide(act, ["i_1"], "Ada", AT), held={"i_1": ("c_1",)}) for act in ("confirm", "reject", "unsure")]
    assert after({"i_1": {"c_1"}}, *log) == set()


def test_undoing_takes_back_and_undoing_that_gives_back() -> None:
    first = publication("i_1", "c_1")
    back = decide("publish", ["i_1"], "Ada", "2026-01-02T00:00:00Z", undoes=first.id)
    again = decide("publish", ["i_1"], "Ada", "2026-01-03T00:00:00Z", undoes=back.id)
    assert after({"i_1": {"c_1"}}, first, back) == set()
    assert after({"i_1": {"c_1"}}, first, back, again) == {"i_1"}
