"""An analyst's act. Append-only: a decision is never changed, only followed by another."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field as field_of
from typing import Any

from warledger.model.record import Record

ACTS = ("same", "different", "unsure", "correct", "confirm", "reject", "publish", "note")
# Fields of a claim that an analyst may correct. Its identity, its report and its words are no opinion.
CORRECTABLE = frozenset({"type", "mode", "stance", "negated", "speakers", "initiators", "targets", "others", "place", "when",
                         "deadline", "condition", "tallies", "weapons", "status", "attribution", "responds_to",
                         "same_as"})
# Fields of an incident that an analyst may overrule.
OVERRULABLE = frozenset({"type", "mode", "place", "when", "grade"})


def fields_of(field: str, value: Any) -> dict[str, Any]:
    """The fields that a correction sets: the field itself, or of a type that is corrected with its mode the two."""
    if field == "type" and isinstance(value, dict):
        return {"type": value.get("type"), "mode": value.get("mode")}
    return {field: value}


@dataclass(frozen=True)
class Decision(Record):
    """Who decided what about which claims or incidents, when (ISO instant, UTC), and why. value holds a correction; that of a
    type is a type, or an object with type and mode, which are then corrected together.

    held names, for each incident among the subjects, the claims that it held when it was decided upon: what the decision
    means stays the same, whatever becomes of the incident. A claim that is parted from an incident with others stands for
    them: held names them all. A note decides nothing; its text is its why.
    """

    id: str
    act: str
    subjects: tuple[str, ...]
    who: str
    at: str
    field: str | None = None
    value: Any = None
    why: str | None = None
    undoes: str | None = None
    held: dict[str, tuple[str, ...]] = field_of(default_factory=dict)
