"""Which records are asked for, and the same as conditions on the tables.

In: a Filter, in the user's words. Out: SQLAlchemy conditions. Decision: whatever the user types is a search for those words;
nothing of it is ever read as an operator, so no search can fail.
"""

from __future__ import annotations

import functools
import json
import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pycountry
from sqlalchemy import ColumnElement, Table, and_, false, func, literal_column, or_, select

from warledger.store import schema

if TYPE_CHECKING:
    from warledger.incidents.reading import Reading

CLAIMS, REPORTS, INCIDENTS = schema.claims, schema.reports, schema.incidents
# What a list is ordered by: of a report its day and id, of a claim those of its report, its position in the text and its id.
Key = tuple[str | int | None, ...]


@dataclass(frozen=True)
class Filter:
    """What a record must fulfil; None asks for nothing.

    since and until are ISO days, both inside: of publication for reports, of the act for claims and incidents. place is a
    place, a province or a country, by name or alpha-3, and what lies in it. actor and speaker are ids, names or parts of
    names. type is TYPE or TYPE/mode. text is words that the report has, "in quotes" next to each other. report is an id,
    or the id that its source gave. reports are ids of reports: those, or the claims and incidents that come from one of
    them. claims are ids of claims: those, or the reports and incidents that hold one of them. incidents are ids of
    incidents: those, or the claims and reports in them. as_of is an ISO day or instant (UTC): what the ledger held then, at
    the end of that day. limit is the most records to give, and after the key (paging.py) of the claim or report that
    they come after. reading is what a series reads of the claims.
    """

    since: str | None = None
    until: str | None = None
    place: str | None = None
    actor: str | None = None
    type: str | None = None
    speaker: str | None = None
    text: str | None = None
    report: str | None = None
    reports: tuple[str, ...] | None = None
    claims: tuple[str, ...] | None = None
    incidents: tuple[str, ...] | None = None
    as_of: str | None = None
    limit: int | None = None
    after: Key | None = None
    reading: Reading | None = None


def current(table: Table, run: int | None) -> ColumnElement[bool]:
    """The condition that a row is current, or was when a run had ended."""
    if run is None:
        # Nearly every row is current: by way of that index all rows would be read. With + 0 it is no way, and that of ids is taken.
        return (table.c.superseded_run + 0).is_(None)
    return (table.c.added_run <= run) & or_(table.c.superseded_run.is_(None), table.c.superseded_run > run)


def folded(text: str) -> str:
    """Text without case and accents, as the key columns hold it."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(char for char in plain if not unicodedata.combining(char)).split())


def search_query(words: str) -> str | None:
    """A user's words as a query of FTS5, each a string of its own; None where there is no word in them."""
    phrases = []
    for quoted, bare in re.findall(r'"([^"]*)"|([^\s"]+)', words.replace("\x00", " ")):
        phrase = quoted or bare
        if re.search(r"\w", phrase):
            phrases.append('"' + phrase.replace('"', '""') + '"')
    return " ".join(phrases) or None


def report_conditions(wanted: Filter, run: int | None = None) -> list[ColumnElement[bool]]:
    """Conditions on `reports`: its own, and that one of its claims (of when the run had ended) fulfils the rest."""
    found = _own_report(wanted)
    if wanted.since:
        found.append(REPORTS.c.day >= wanted.since[:10])
    if wanted.until:
        found.append(REPORTS.c.day <= wanted.until[:10])
    of_claims = _type(CLAIMS, wanted) + _place(CLAIMS, wanted) + _people(wanted) + _named(wanted, run)
    if of_claims:
        numbers = select(CLAIMS.c.report_number).where(current(CLAIMS, run), *of_claims)
        found.append(REPORTS.c.number.in_(numbers))
    return found


def claim_conditions(wanted: Filter, run: int | None = None) -> list[ColumnElement[bool]]:
    """Conditions on `claims`, joined with their reports; an incident holds the claims that it held when the run had ended."""
    return (_own_report(wanted) + _days(CLAIMS, wanted) + _type(CLAIMS, wanted) + _place(CLAIMS, wanted)
            + _people(wanted) + _named(wanted, run))


def incident_conditions(wanted: Filter) -> list[ColumnElement[bool]]:
    """Conditions on `incidents`: its own, and that one of its claims fulfils the rest."""
    found = _days(INCIDENTS, wanted) + _type(INCIDENTS, wanted) + _place(INCIDENTS, wanted)
    if wanted.incidents is not None:
        found.append(_among(INCIDENTS, wanted.incidents))
    of_claims = _people(wanted) + _own_report(wanted) + _claims_named(wanted)
    if of_claims:
        members = schema.incident_claims
        numbers = (select(members.c.incident_number).join(CLAIMS, CLAIMS.c.number == members.c.claim_number)
                   .join(REPORTS, REPORTS.c.number == CLAIMS.c.report_number).where(*of_claims))
        found.append(INCIDENTS.c.number.in_(numbers))
    return found


def problem_conditions(wanted: Filter) -> list[ColumnElement[bool]]:
    """Conditions on `problems`, which know only their report."""
    if wanted.report is None:
        return []
    known = select(REPORTS.c.id).where(_report_is(wanted.report))
    return [or_(schema.problems.c.report == wanted.report, schema.problems.c.report.in_(known))]


def _own_report(wanted: Filter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if wanted.report is not None:
        found.append(_report_is(wanted.report))
    if wanted.reports is not None:
        found.append(_among(REPORTS, wanted.reports))
    if wanted.text is not None:
        query = search_query(wanted.text)
        if query is None:
            return [false()]
        hit = literal_column(schema.SEARCH).op("MATCH")(query)
        found.append(REPORTS.c.number.in_(select(literal_column("rowid")).select_from(_search_table()).where(hit)))
    return found


def _named(wanted: Filter, run: int | None) -> list[ColumnElement[bool]]:
    """The claims that are wanted by id, or by the id of an incident that holds them now, or held them when the run had ended."""
    found = _claims_named(wanted)
    if wanted.incidents is not None:
        members = schema.incident_claims
        found.append(CLAIMS.c.number.in_(
            select(members.c.claim_number).join(INCIDENTS, INCIDENTS.c.number == members.c.incident_number)
            .where(current(INCIDENTS, run), _among(INCIDENTS, wanted.incidents))))
    return found


def _claims_named(wanted: Filter) -> list[ColumnElement[bool]]:
    return [] if wanted.claims is None else [_among(CLAIMS, wanted.claims)]


def _among(table: Table, names: tuple[str, ...]) -> ColumnElement[bool]:
    """One of these ids; they go as one value, since a ledger has more of them than a query takes values."""
    ids = func.json_each(json.dumps(names)).table_valued("value")
    return table.c.id.in_(select(ids.c.value))


@functools.cache
def _search_table() -> Table:
    from sqlalchemy import MetaData

    return Table(schema.SEARCH, MetaData())


def _report_is(name: str) -> ColumnElement[bool]:
    return or_(REPORTS.c.id == name, REPORTS.c.source_id == name)


def _days(table: Table, wanted: Filter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if wanted.since:
        found.append(table.c.last_day >= wanted.since[:10])
    if wanted.until:
        found.append(table.c.first_day <= wanted.until[:10])
    return found


def _type(table: Table, wanted: Filter) -> list[ColumnElement[bool]]:
    if wanted.type is None:
        return []
    type_, _slash, mode = wanted.type.partition("/")
    found: list[ColumnElement[bool]] = [table.c.type == type_.strip().upper()]
    if mode:
        found.append(table.c.mode == mode.strip().lower())
    return found


def _place(table: Table, wanted: Filter) -> list[ColumnElement[bool]]:
    if wanted.place is None:
        return []
    key = folded(wanted.place)
    if not key:
        return [false()]
    options: list[ColumnElement[bool]] = [_contains_word(table.c.place_key, key), table.c.admin1_key == key,
                                          table.c.admin2_key == key]
    country = country_code(key)
    if country:
        options.append(table.c.country == country)
    return [or_(*options)]


def _people(wanted: Filter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    for name, table in ((wanted.actor, schema.claim_participants), (wanted.speaker, schema.claim_speakers)):
        if name is not None:
            key = folded(name)
            named = or_(func.lower(table.c.actor) == key, _contains_word(table.c.name_key, key)) if key else false()
            found.append(CLAIMS.c.number.in_(select(table.c.claim_number).where(named)))
    return found


def _contains_word(column: ColumnElement[str], key: str) -> ColumnElement[bool]:
    """Whether a folded name has these words at the beginning of one of its own."""
    return and_(column.is_not(None), (" " + column).contains(" " + key, autoescape=True))


@functools.lru_cache(maxsize=1024)
def country_code(key: str) -> str | None:
    """The alpha-3 of a country by code or name, also by the first words of its long name; None for what is none."""
    exact, long = {}, {}
    for country in pycountry.countries:
        for name in (country.alpha_3, country.name, getattr(country, "common_name", ""), getattr(country, "official_name", "")):
            if name:
                exact[folded(name)] = country.alpha_3
        long[folded(country.name)] = country.alpha_3
    if key in exact:
        return str(exact[key])
    begun = sorted({code for name, code in long.items() if len(key) > 3 and name.startswith(key)})
    return str(begun[0]) if len(begun) == 1 else None
