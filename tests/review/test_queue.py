"""What analysts are asked: the most uncertain first, nothing twice, and again what has changed."""

from __future__ import annotations

import dataclasses

import pytest

from warledger.model import Claim, Decision, FieldView, Incident, Place
from warledger.review import Doubtful, basis, correction, questions, reopened
from warledger.review.queue import AGAIN


def claim(name: str, confidence: float = 0.5, **more: object) -> Claim:
    return Claim(f"c_{name}", f"r_{name}", "ASSAULT", confidence=confidence, **more)  # type: ignore[arg-type]


def incident(name: str, *claims: str, grade: str = "weak", **fields: str) -> Incident:
    views = {field: FieldView(agreement) for field, agreement in fields.items()}
    return Incident(f"i_{name}", "ASSAULT", None, None, None, (), tuple(f"c_{one}" for one in claims), 1, 1, 1, views, grade)


def decision(act: str, *subjects: str, **more: object) -> Decision:
    return Decision(f"d_{act}", act, subjects, "analyst", "2020-03-01T00:00:00Z", **more)  # type: ignore[arg-type]


CLAIMS = {one.id: one for one in (claim("a", 0.9), claim("b", 0.2), claim("c", 0.9), claim("d", 0.9))}
INCIDENTS = [incident("1", "a"), incident("2", "b"), incident("3", "c", "d", grade="contested", place="contradict", when="agree")]


def asked(pairs: list[Doubtful] = [], holding: list[Decision] = [], again: dict[str, str] | None = None) -> list[tuple[str, ...]]:  # noqa: B006 - never changed
    return [question.subjects for question in questions(pairs, INCIDENTS, CLAIMS, holding, again or {})]


def test_the_contested_are_asked_before_the_weak_and_the_weak_before_the_sure() -> None:
    assert asked() == [("i_3",), ("i_2",), ("i_1",)]


def test_a_pair_of_two_incidents_is_asked_about_the_incidents_and_one_of_one_about_its_claims() -> None:
    pairs = [Doubtful("c_a", "c_b", False, -0.1, 0.95), Doubtful("c_c", "c_d", True, 0.2, 0.9)]
    assert asked(pairs)[:2] == [("i_1", "i_2"), ("c_c", "c_d")]


@pytest.mark.parametrize("settled", [decision("same", "i_1", "i_2"), decision("different", "c_a", "c_b"), decision("unsure", "i_2", "i_1")])
def test_a_pair_that_was_decided_is_not_asked_again(settled: Decision) -> None:
    held = dataclasses.replace(settled, held={"i_1": ("c_a",), "i_2": ("c_b",)})
    assert ("i_1", "i_2") not in asked([Doubtful("c_a", "c_b", False, -0.1, 0.95)], [held])


@pytest.mark.parametrize("act", ["confirm", "publish", "unsure", "correct"])
def test_an_incident_that_was_decided_is_not_asked_again(act: str) -> None:
    assert asked(holding=[decision(act, "i_3")]) == [("i_2",), ("i_1",)]


def test_what_is_open_again_is_asked_first_with_its_decision() -> None:
    held = decision("confirm", "i_1")
    (first, *_rest) = questions([], INCIDENTS, CLAIMS, [held], {held.id: "c_a says something else now"})
    assert (first.subjects, first.uncertainty, first.decided) == (("i_1",), AGAIN, held)


def test_a_changed_source_reopens_a_decision_and_a_new_version_of_the_coder_does_not() -> None:
    held = decision("confirm", "i_1", held={"i_1": ("c_a", "c_b")})
    assert basis(held) == ("c_a", "c_b")
    assert reopened(held, CLAIMS, CLAIMS) is None
    assert reopened(held, CLAIMS, {**CLAIMS, "c_a": claim("a", 0.1, coder="rules/9")}) is None
    assert reopened(held, CLAIMS, {**CLAIMS, "c_a": claim("a", mode="aerial")}) == "c_a says something else now"
    assert reopened(held, CLAIMS, {"c_a": CLAIMS["c_a"]}) == "c_b is no longer in its report"


def test_a_new_claim_reopens_what_was_said_of_the_whole_and_not_what_was_said_of_two() -> None:
    now = [incident("1", "a", "z")]
    whole, pair = (decision(act, "i_1", "i_2", held={"i_1": ("c_a",)}) for act in ("publish", "same"))
    assert reopened(whole, CLAIMS, CLAIMS, now) == "c_z came in since"
    assert reopened(pair, CLAIMS, CLAIMS, now) is None


@pytest.mark.parametrize(
    ("typed", "field", "value"),
    [
        ("mode = aerial", "mode", "aerial"),
        ("mode=none", "mode", None),
        ("negated=yes", "negated", True),
        ("when=2020-02-03", "when", {"start": "2020-02-03", "end": "2020-02-03", "precision": "day", "wording": "2020-02-03", "inferred": None}),
        ("weapons=[\"artillery\"]", "weapons", ["artillery"]),
    ],
)
def test_a_correction_is_typed_as_field_and_value(typed: str, field: str, value: object) -> None:
    assert correction(claim("a"), typed) == (field, value)


def test_a_place_is_one_that_the_claims_tell() -> None:
    town = Place("Saraqeb", 1, 35.864, 36.806, "SYR", inferred="a rule")
    assert correction(claim("a"), "place=saraqeb", [town]) == ("place", {**town.to_dict(), "inferred": None})


@pytest.mark.parametrize(
    ("record", "typed", "said"),
    [
        (claim("a"), "grade=fair", "of a claim these can be corrected: attribution"),
        (incident("1", "a"), "weapons=artillery", "of an incident these can be corrected: grade, mode, place, type, when"),
        (claim("a"), "mode", "write FIELD=VALUE"),
        (claim("a"), "mode=tickle", "the codebook has no ASSAULT/tickle"),
        (incident("1", "a"), "grade=certain", "a grade is one of"),
        (claim("a"), "when=Monday", "'Monday' is no day"),
        (claim("a"), "when=2020-02-05/2020-02-03", "ends before it begins"),
        (claim("a"), "place=Atlantis", "none of its claims tells of 'Atlantis'"),
        (claim("a"), "tallies=13", "takes JSON"),
        (claim("a"), "tallies={13", "that is no JSON"),
        (claim("a"), "when={}", "when cannot be"),
    ],
)
def test_a_correction_that_a_record_cannot_take_is_refused_with_a_sentence(record: Claim | Incident, typed: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        correction(record, typed)
