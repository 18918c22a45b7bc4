"""A Reading as conditions on the tables, and the Background of a series.

In: what a series reads. Out: SQLAlchemy conditions; what is known of all speakers and reports. Decision: conditions may let through
too much and never too little, and whatever the columns tell is told without opening a record.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select, true

from warledger.model import Place, Speaker
from warledger.store import schema
from warledger.store.filters import current

if TYPE_CHECKING:
    from warledger.incidents.reading import Background, Reading

CLAIMS, REPORTS, SPEAKERS = schema.claims, schema.reports, schema.claim_speakers
COUNTRY = "country"


def read_background(connection: Connection, types: tuple[str, ...] | None, run: int | None) -> Background:
    """What is known of all claims of these types (None: of any) and of all reports, as they are, or were when a run had ended."""
    from warledger.incidents.reading import Background

    told = [] if types is None else [CLAIMS.c.type.in_(types)]
    said = select(SPEAKERS.c.name, SPEAKERS.c.actor, SPEAKERS.c.anonymous).distinct().join(CLAIMS, CLAIMS.c.number == SPEAKERS.c.claim_number)
    there = [] if run is None else [REPORTS.c.added_run <= run]
    stories = select(REPORTS.c.origin, REPORTS.c.outlet, REPORTS.c.id).where(REPORTS.c.origin != "", *there)
    printed: dict[str, set[str]] = {}
    for origin, outlet, name in connection.execute(stories):
        printed.setdefault(origin, set()).add(outlet or f"?{name}")
    return Background(
        tuple(Speaker(name, actor, anonymous=anonymous) for name, actor, anonymous in connection.execute(said.where(current(CLAIMS, run), *told))),
        printed, connection.execute(select(func.max(REPORTS.c.day)).where(*there)).scalar_one())


def conditions(reading: Reading | None) -> list[ColumnElement[bool]]:
    """Conditions on `claims`."""
    if reading is None:
        return []
    found: list[ColumnElement[bool]] = [column.in_(values) for column, values in (
        (CLAIMS.c.type, reading.types), (CLAIMS.c.mode, reading.modes), (CLAIMS.c.stance, reading.stances)) if values]
    if reading.words:
        found.append(or_(*(CLAIMS.c.record.contains(f'"{word}"', autoescape=True) for word in reading.words)))
    if reading.after is not None:
        found.append(CLAIMS.c.first_day > reading.after)
    if reading.until is not None:
        found.append(CLAIMS.c.first_day <= reading.until)
    return [*found, _near(reading.near)] if reading.near else found


def _near(places: Sequence[Place]) -> ColumnElement[bool]:
    """A place that may be near to one of these: the very same, or in no other country, and, unless either is a country, in the same province."""
    wide = [place for place in places if place.precision == COUNTRY]
    around = [CLAIMS.c.admin1.in_({place.admin1 for place in places if place.admin1 is not None}), _of_place("precision") == COUNTRY,
              CLAIMS.c.country.in_({place.country for place in wide})]
    if any(not place.country for place in wide):
        around.append(true())
    if any(place.geonames is None for place in places):
        # A place of which only the name is known is another mention's where that has no more than the name either.
        around.append(_of_place("geonames").is_(None))
    countries = {place.country for place in places if place.country}
    here = true() if any(not place.country for place in places) else or_(CLAIMS.c.country.is_(None), CLAIMS.c.country.in_(countries))
    return or_(and_(here, or_(*around)), _of_place("geonames").in_({place.geonames for place in places if place.geonames is not None}))


def _of_place(name: str) -> ColumnElement[Any]:
    return func.json_extract(CLAIMS.c.record, f"$.place.{name}")
