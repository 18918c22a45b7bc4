"""Values in plain words: ranges, places, times and chains of speakers, the same in the table, the page and the terminal.

In: a value of a claim or of a field of an incident, as a record or as the JSON of one. Out: one short line of text.
Decision: an open range says so ("13 or more"), an area says that it is one, and what is not known is None, never "0".
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from warledger.model.record import Record

# The precisions that name an area: such a place is drawn and written as one, never as a pin on its capital.
AREA_PRECISIONS = ("district", "province", "region", "country")

# The sign between the links of a chain, outermost speaker first: Reuters, who has it from eyewitnesses.
CHAIN = " ← "

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

OWN_VOICE = "the report itself"


def range_words(low: int | None, high: int | None, approximate: bool = False) -> str | None:
    """A range of people or things in words; low and high are inclusive bounds, None is open."""
    about = "about " if approximate else ""
    if low is None and high is None:
        return None
    if high is None:
        return f"{about}{low:,} or more"
    if low is None or (low == 0 and high > 0):
        return f"up to {high:,}"
    return f"{about}{low:,}" if low == high else f"{about}{low:,} to {high:,}"


def chain_words(speakers: Sequence[str]) -> str:
    """The speakers of a claim as one line, outermost first."""
    return CHAIN.join(speakers) or OWN_VOICE


def is_area(precision: str | None) -> bool:
    """Whether a place of this precision is an area and no point."""
    return precision in AREA_PRECISIONS


def words(value: Any) -> str | None:
    """Any value of a field in one line, None where there is none.

    Knows the shapes of Place, TimeSpan, Tally and Participant by their own fields, lists of them, and plain values.
    """
    if isinstance(value, Record):
        value = value.to_dict()
    if value is None or value == "":
        return None
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Mapping):
        return _mapping_words(value)
    if isinstance(value, (list, tuple)):
        return ", ".join(text for text in map(words, value) if text) or None
    return str(value)


def _mapping_words(value: Mapping[str, Any]) -> str | None:
    if "radius_km" in value or ("precision" in value and "name" in value):
        return place_words(value)
    if "start" in value or "end" in value:
        return span_words(value)
    if "low" in value or "high" in value:
        return tally_words(value)
    if "type" in value:
        return " / ".join(str(value[key]) for key in ("type", "mode") if value.get(key))
    if "name" in value:
        return str(value["name"]) or None
    return ", ".join(f"{key} {words(item)}" for key, item in value.items() if words(item)) or None


def place_words(place: Mapping[str, Any]) -> str | None:
    """A place by its name, with what kind of area it is where it is one."""
    name = place.get("name") or None
    precision = place.get("precision")
    if name and is_area(precision) and str(precision) not in str(name).lower():
        return f"{name} ({precision})"
    return str(name) if name else None


def span_words(span: Mapping[str, Any]) -> str | None:
    """A time as a day or two, or its wording where it could not be resolved."""
    start, end = span.get("start"), span.get("end")
    if start and end and start != end:
        return f"{start} to {end}"
    if start or end:
        return str(start or end)
    wording = span.get("wording")
    return f"“{wording}” (not resolved)" if wording else None


def day_words(iso: str) -> str:
    """An ISO day as people write it: "3 Feb 2020"; anything else as it is."""
    try:
        day = date.fromisoformat(iso[:10])
    except ValueError:
        return iso
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def tally_words(tally: Mapping[str, Any]) -> str | None:
    """A figure with whose it is: "13 or more (military, SYR)"; a running total says so."""
    text = range_words(tally.get("low"), tally.get("high"), bool(tally.get("approximate")))
    if text is None:
        return None
    victims = tally.get("victims")
    whose = [str(part) for part in (victims if victims != "unknown" else None, tally.get("of")) if part]
    if whose:
        text += f" ({', '.join(whose)})"
    if tally.get("cumulative"):
        text += f", running total to {tally['as_of']}" if tally.get("as_of") else ", running total"
    return text


def visible(text: str) -> str:
    """The text with control characters shown as the replacement character: none may steer a terminal or hide a text.

    Line breaks and tabs stay; so do the marks of right-to-left writing, which `isolated` closes in.
    """
    return "".join("\ufffd" if unicodedata.category(c) == "Cc" and c not in "\n\t" else c for c in text)


def isolated(text: str) -> str:
    """The text in U+2068 … U+2069 where it holds marks of direction, so that they end with it (Unicode annex 9)."""
    marks = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"
    if not any(c in marks or unicodedata.bidirectional(c) in ("R", "AL") for c in text):
        return text
    opened = sum(text.count(c) for c in "\u2066\u2067\u2068") - text.count("\u2069")
    embedded = sum(text.count(c) for c in "\u202a\u202b\u202d\u202e") - text.count("\u202c")
    return "\u2068" + text + "\u202c" * max(0, embedded) + "\u2069" * max(0, opened) + "\u2069"
