"""What an analyst types to correct a field, as the value that the record takes.

In: the record, "field=value" as it was typed, and the places that its claims tell. Out: the field and a plain JSON value. Decision: a
correction that the record could not take is refused when it is made, and not when claims are linked; a type is corrected with its
mode by one decision, since neither means anything beside another's.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from warledger.model import Claim, Incident, Place
from warledger.model.codebook import MODES, is_valid
from warledger.model.decision import CORRECTABLE, OVERRULABLE, fields_of
from warledger.model.incident import GRADES
from warledger.model.place import PRECISIONS

NOTHING = frozenset({"", "none", "null"})
PLAIN = frozenset({"type", "mode", "grade", "stance", "status", "attribution", "condition", "responds_to", "same_as"})
# Half around the Earth.
LARGEST_RADIUS_KM = 20_000
TRUTH = {"yes": True, "true": True, "no": False, "false": False}


def correction(record: Claim | Incident, typed: str, places: Iterable[Place] = ()) -> tuple[str, Any]:
    """The field and its new value. Raises ValueError, with a sentence, where it is no correction of this record."""
    name, equals, text = (part.strip() for part in typed.partition("="))
    allowed = CORRECTABLE if isinstance(record, Claim) else OVERRULABLE
    if not equals or name not in allowed:
        kind = "a claim" if isinstance(record, Claim) else "an incident"
        raise ValueError(f"write FIELD=VALUE; of {kind} these can be corrected: {', '.join(sorted(allowed))}")
    value = _act(record, text) if name == "type" else _value(name, text, places)
    changed = {**record.to_dict(), **fields_of(name, value)}
    try:
        type(record).from_dict(changed)
    except ValueError as error:
        raise ValueError(f"{name} cannot be {text!r}: {error}") from None
    if name == "place" and value is not None:
        value = _checked(Place.from_dict(value)).to_dict()
    if name in ("type", "mode") and not is_valid(str(changed["type"]), changed["mode"]):
        raise ValueError(f"the codebook has no {changed['type']}" + (f"/{changed['mode']}" if changed["mode"] else ""))
    if name == "grade" and value not in GRADES:
        raise ValueError(f"a grade is one of {', '.join(GRADES)}")
    return name, value


def _act(record: Claim | Incident, text: str) -> Any:
    """A type with its mode, as TYPE/mode or TYPE/none; a type alone keeps the mode where it has it, and else leaves it out."""
    if text[:1] == "{":
        return fields_of("type", _value("type", text, ()))
    type_, slash, mode = (part.strip() for part in text.partition("/"))
    if slash:
        return {"type": type_.upper(), "mode": None if mode.lower() in NOTHING else mode.lower()}
    return type_ if is_valid(type_, record.mode) or type_ not in MODES else {"type": type_, "mode": None}


def _value(name: str, text: str, places: Iterable[Place]) -> Any:
    if text.lower() in NOTHING:
        return None
    if text[0] in "{[":
        try:
            return json.loads(text)
        except ValueError as error:
            raise ValueError(f"that is no JSON: {error}") from None
    if name in PLAIN:
        return text
    if name == "negated" and text.lower() in TRUTH:
        return TRUTH[text.lower()]
    if name == "when":
        return _days(text)
    if name == "place":
        return _place(text, places)
    raise ValueError(f"{name} takes JSON, as docs/data-model.md describes it")


def _checked(place: Place) -> Place:
    """Raises ValueError for a place that is nowhere on the Earth."""
    if not place.name.strip():
        raise ValueError("a place has a name")
    if (place.lat is None) != (place.lon is None) or not (abs(place.lat or 0) <= 90 and abs(place.lon or 0) <= 180):
        raise ValueError("a place has latitude and longitude in degrees, or neither")
    if place.radius_km is not None and not 0 <= place.radius_km <= LARGEST_RADIUS_KM:
        raise ValueError(f"a radius is between 0 and {LARGEST_RADIUS_KM:,} kilometres")
    if place.precision not in PRECISIONS:
        raise ValueError(f"a precision is one of {', '.join(PRECISIONS)}")
    return place


def is_told(value: Any, places: Iterable[Place]) -> bool:
    """Whether the value of a correction of a place is one that a claim tells."""
    return value is None or any({**place.to_dict(), "inferred": None} == {**value, "inferred": None} for place in places)


def _days(text: str) -> dict[str, Any]:
    start, _slash, end = text.partition("/")
    try:
        first, last = date.fromisoformat(start.strip()), date.fromisoformat((end or start).strip())
    except ValueError:
        raise ValueError(f"{text!r} is no day; write 2020-02-03, or 2020-02-03/2020-02-05") from None
    if last < first:
        raise ValueError(f"{text!r} ends before it begins")
    precision = "day" if first == last else "days"
    return {"start": first.isoformat(), "end": last.isoformat(), "precision": precision, "wording": text, "inferred": None}


def _place(text: str, places: Iterable[Place]) -> dict[str, Any]:
    told = {place.name.casefold(): place for place in places}
    found = told.get(text.casefold())
    if found is None:
        raise ValueError(f"none of its claims tells of {text!r}; they tell of {', '.join(sorted(told)) or 'no place'}; another place is given as JSON")
    return {**found.to_dict(), "inferred": None}
