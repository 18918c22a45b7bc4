"""The templates of MUC-4 as the answer keys write them.

In: a template, slot name to list of fills. Out: a Template. The notation: quotation marks hold strings of the text, a
slash parts alternatives for one entity, a question mark makes a fill optional, - is empty and * not applicable; dates are
DD MMM YY, alone, as a range, or open to the past ("- 04 MAR 90"). Source: MUC-4 guidelines (Sundheim 1992).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

ROLES: dict[str, str] = {
    "PerpInd": "PERP: INDIVIDUAL ID", "PerpOrg": "PERP: ORGANIZATION ID", "Target": "PHYS TGT: ID",
    "Victim": "HUM TGT: NAME", "Weapon": "INCIDENT: INSTRUMENT ID",
}
DESCRIPTION = "HUM TGT: DESCRIPTION"
# The role of a victim that has no name, which the usual figures leave out.
UNNAMED = "unnamed"
EMPTY = ("-", "*", "")
MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split()
_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
_DAY = re.compile(r"(\d{1,2})\s+([A-Z]{3})[A-Z]*\s+(\d\d)\b", re.IGNORECASE)
_ARTICLE = re.compile(r"\b(?:a|an|the)\b")
_NOT_WORD = re.compile(r"[^a-z0-9]+")
# The keys are of 1988 to 1990.
CENTURY = 1900

# The mentions of one entity, folded.
Entity = frozenset[str]
# First and last ISO day; the first is None for "on or before".
Days = tuple[str | None, str]


@dataclass(frozen=True)
class Template:
    """One incident of a key. roles lead to entities; fills to the readings of each fill of a slot."""

    types: tuple[str, ...]
    optional: bool
    roles: Mapping[str, tuple[Entity, ...]]
    described: tuple[Entity, ...]
    fills: Mapping[str, tuple[tuple[str, ...], ...]]


def parse_template(raw: Mapping[str, Sequence[str]]) -> Template:
    """The template of a key."""
    described = tuple(filter(None, (_entity(_victim(fill)) for fill in raw.get(DESCRIPTION, ()))))
    return Template(
        types=tuple(one.strip() for one in "/".join(raw.get("INCIDENT: TYPE", ())).split("/")),
        optional="OPTIONAL" in "".join(raw.get("MESSAGE: TEMPLATE", ())),
        roles={role: tuple(filter(None, map(_entity, raw.get(slot, ())))) for role, slot in ROLES.items()},
        described=described,
        fills={slot: tuple(alternatives(fill) for fill in fills if fill not in EMPTY) for slot, fills in raw.items()},
    )


def folded(mention: str) -> str:
    """A mention in lower case without articles and marks: what the field's scorers compare."""
    return " ".join(_NOT_WORD.sub(" ", _ARTICLE.sub(" ", mention.lower())).split())


def alternatives(fill: str) -> tuple[str, ...]:
    """The readings of a fill: of what stands before a colon, else of the whole."""
    head = fill.lstrip("? ").split(': "')[0]
    return tuple(part.strip(" ()?") for part in re.split(r"\s*/\s*", head) if part.strip(" ()?"))


def read_days(written: str) -> Days | None:
    """A date of the notation, None where it is none."""
    days = [_iso(match) for match in _DAY.finditer(written)]
    if not days or None in days:
        return None
    known = [day for day in days if day is not None]
    return (None, known[0]) if written.lstrip("( ").startswith("-") else (known[0], known[-1])


def dateline_day(text: str) -> str | None:
    """The ISO day of a wire report's dateline ("BOGOTA, 23 MAR 90 (…) --"), None where it has none."""
    found = _DAY.search(text.split("--", 1)[0])
    return _iso(found) if found else None


def _iso(match: re.Match[str]) -> str | None:
    month = match[2].upper()
    return f"{CENTURY + int(match[3])}-{MONTHS.index(month) + 1:02d}-{int(match[1]):02d}" if month in MONTHS else None


def _victim(fill: str) -> str:
    """A victim that has a name stands in the slot of names; here only those that have none."""
    return "" if re.search(r'"\s*\)?\s*:\s*"', fill) else fill


def _entity(fill: str) -> Entity:
    if fill.strip() in EMPTY:
        return frozenset()
    return frozenset(filter(None, (folded(one) for one in _STRING.findall(fill))))
