"""What a user may tell the coder beside the reports: another gazetteer, a view of contested land, the countries it is about.

In: the table [coders.rules] of the settings. Out: the finder of places and the name under which claims are kept. Decision: a
coder that knows other places has another name ("rules/2.0+3f9a1c"), so that a ledger tells its claims from those of before.
"""

from __future__ import annotations

import functools
import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from warledger.claims.places.finder import PlaceFinder, PlaceHints
from warledger.errors import UsageError
from warledger.gazetteer import Gazetteer

# The rules' version: raise it when claims change, so that a ledger tells revisions apart.
VERSION = "2.0"
NAME = "rules"


@dataclass(frozen=True)
class RuleSettings:
    """[coders.rules]. gazetteer: an index of `warledger gazetteer build`; territory: areas by name and the alpha-3 code of
    the country that the user sees them in; countries: alpha-3 codes that the reports are likely about; second_reading: whether a
    model looks at who did it to whom once more; joins_acts: whether another tells which acts of a sentence are one."""

    gazetteer: Path | None = None
    territory: dict[str, str] = field(default_factory=dict)
    countries: list[str] = field(default_factory=list)
    second_reading: bool = True
    joins_acts: bool = True


@dataclass(frozen=True)
class Knowledge:
    """What one coder knows of places, with the name that its claims carry."""

    places: PlaceFinder
    hints: PlaceHints
    coder: str
    second_reading: bool = True
    joins_acts: bool = True


def knowledge_of(settings: RuleSettings | None = None) -> Knowledge:
    """The knowledge that the settings ask for, made once in a process.

    Raises UsageError where they name a gazetteer, an area or a country that is none.
    """
    chosen = settings or RuleSettings()
    return _knowledge(chosen.gazetteer, tuple(sorted(chosen.territory.items())), tuple(chosen.countries), chosen.second_reading,
                      chosen.joins_acts)


@functools.cache
def _knowledge(path: Path | None, territory: tuple[tuple[str, str], ...], countries: tuple[str, ...],
               second_reading: bool, joins_acts: bool) -> Knowledge:
    gazetteer = Gazetteer.open(territory=dict(territory)) if path is None else Gazetteer.at(path, dict(territory))
    unknown = [code for code in countries if gazetteer.country(code) is None]
    if unknown:
        raise UsageError(f"[coders.rules] countries: {unknown[0]!r} is no country's code of three letters")
    without = [*([] if second_reading else ["one reading"]), *([] if joins_acts else ["acts apart"])]
    told = repr((gazetteer.about("version") if path is not None else None, territory, countries, *without))
    other = f"+{hashlib.sha256(told.encode()).hexdigest()[:6]}" if path is not None or territory or countries or without else ""
    return Knowledge(PlaceFinder(gazetteer), PlaceHints(countries), f"{NAME}/{VERSION}{other}", second_reading, joins_acts)
