"""The current incidents as columns in memory: counts, days and points for a screen, in milliseconds.

In: a connection. Out: a Survey, which counts and orders whatever a Wanted asks for. Decision: a screen asks many small
questions of all incidents at once, which columns answer and rows do not; it is read once, and what later runs changed is
read after. Whatever is asked for, the rules are those of filters.Filter.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, text

from warledger.store.filters import country_code, folded, search_query
from warledger.store.survey_columns import NO_DAY, Columns, read_columns
from warledger.store.survey_relations import Count

Mask = NDArray[np.bool_]
# What can be counted, in the order of the screen.
FACETS = ("type", "grade", "actor", "side", "speaker", "outlet", "country", "province")
SEARCHES_KEPT = 16
ORDERS = ("newest", "oldest", "deaths", "origins")


@dataclass(frozen=True)
class Wanted:
    """What an incident must fulfil. since and until are ISO days; place, text and report as in Filter. Of a tuple any member
    will do: types are TYPE or TYPE/mode, actors and speakers ids or folded names, sides and countries alpha-3. box is west,
    south, east, north in degrees; contested: versions contradict each other."""

    since: str | None = None
    until: str | None = None
    place: str | None = None
    text: str | None = None
    type: tuple[str, ...] = ()
    grade: tuple[str, ...] = ()
    actor: tuple[str, ...] = ()
    side: tuple[str, ...] = ()
    speaker: tuple[str, ...] = ()
    outlet: tuple[str, ...] = ()
    country: tuple[str, ...] = ()
    province: tuple[str, ...] = ()
    contested: bool | None = None
    box: tuple[float, float, float, float] | None = None


class Survey:
    """The columns with the questions that a screen asks. Made anew when a run has changed the ledger."""

    def __init__(self, columns: Columns) -> None:
        self.columns = columns
        self.run = columns.run
        self._orders: dict[str, NDArray[np.int64]] = {}
        self._searches: dict[str, Mask] = {}

    @classmethod
    def read(cls, connection: Connection, known: Survey | None = None, upto: int | None = None) -> Survey:
        """The survey of the ledger as it is now, or was when a run had ended; of one that is known only what changed since is read."""
        return cls(read_columns(connection, known.columns if known else None, upto))

    @cached_property
    def row_of(self) -> dict[str, int]:
        """The row of each id."""
        return {name: row for row, name in enumerate(self.columns.ids)}

    @cached_property
    def _id_rank(self) -> NDArray[np.int64]:
        """The place of each row in the order of ids."""
        rank = np.empty(len(self), dtype=np.int64)
        rank[np.argsort(np.array(self.columns.ids, dtype=str))] = np.arange(len(self))
        return rank

    def part(self, names: Collection[str]) -> Survey:
        """The survey of the incidents of these ids, as if there were no others."""
        return Survey(self.columns.part(names))

    def __len__(self) -> int:
        return len(self.columns.ids)

    def mask(self, wanted: Wanted, connection: Connection, without: str | None = None) -> Mask:
        """Which incidents are wanted. without names one field that is left out, as a facet leaves out itself."""
        own = self.columns
        found = np.ones(len(self), dtype=bool)
        if wanted.since and without != "days":
            found &= own.last >= _day(wanted.since)
        if wanted.until and without != "days":
            found &= (own.first <= _day(wanted.until)) & (own.first != NO_DAY)
        for name in FACETS:
            asked = getattr(wanted, name)
            if asked and name != without:
                found &= own.relations[name].any_of(asked, len(self))
        if wanted.contested is not None:
            found &= own.contested == wanted.contested
        if wanted.box is not None:
            west, south, east, north = wanted.box
            across = (own.lon >= west) & (own.lon <= east) if west <= east else (own.lon >= west) | (own.lon <= east)
            found &= across & (own.lat >= south) & (own.lat <= north)
        if wanted.place is not None:
            found &= self._in_place(wanted.place)
        if wanted.text is not None:
            found &= self._with_words(wanted.text, connection)
        return found

    def among(self, names: Iterable[str]) -> Mask:
        """The incidents of these ids; those that there are none of are passed over."""
        found = np.zeros(len(self), dtype=bool)
        found[[self.row_of[name] for name in names if name in self.row_of]] = True
        return found

    def facets(self, wanted: Wanted, connection: Connection, most: int) -> dict[str, list[Count]]:
        """For every facet the values of the incidents that fulfil all else, most frequent first, at most so many of each."""
        whole = self.mask(wanted, connection)
        found = {}
        for name in FACETS:
            asked: Sequence[str] = getattr(wanted, name)
            mask = self.mask(wanted, connection, without=name) if asked else whole
            found[name] = self.columns.relations[name].counts(mask, most, asked)
        return found

    def days(self, mask: Mask) -> list[tuple[str, int, int, int]]:
        """Per day that incidents began on: ISO day, incidents, claims, the dead by best figure."""
        own = self.columns
        dated = mask & (own.first != NO_DAY)
        first = own.first[dated]
        if not len(first):
            return []
        start = int(first.min())
        at = first - start
        sums = [np.bincount(at, weights=weights) for weights in (None, own.claims[dated], np.maximum(own.killed[dated], 0))]
        return [(str(np.datetime64(start + int(k), "D")), int(sums[0][k]), int(sums[1][k]), int(sums[2][k])) for k in np.flatnonzero(sums[0])]

    def totals(self, mask: Mask) -> dict[str, int]:
        """How many incidents, claims, reports and independent origins: of the last two, those of the incidents added up once each."""
        own = self.columns
        return {"incidents": int(mask.sum()), "claims": int(own.claims[mask].sum()), "reports": own.relations["report"].distinct(mask),
                "origins": own.relations["origin"].distinct(mask)}

    def page(self, mask: Mask, order: str, after: str | None, limit: int) -> tuple[list[int], str | None]:
        """The row numbers of a page, and the id to go on after, None at the end. Raises KeyError where `after` is gone."""
        ranked = self._ranked(order)
        wanted = ranked[mask[ranked]]
        begin = 0
        if after is not None:
            row = self.row_of[after]
            begin = int(np.searchsorted(self._ranks(order)[wanted], self._ranks(order)[row], side="right"))
        rows = [int(row) for row in wanted[begin:begin + limit]]
        more = begin + limit < len(wanted)
        return rows, self.columns.ids[rows[-1]] if rows and more else None

    def _ranked(self, order: str) -> NDArray[np.int64]:
        """All rows in an order; equal ones by day and id, so that an order never depends on how they came in."""
        if order not in self._orders:
            own = self.columns
            days = np.where(own.first == NO_DAY, np.iinfo(np.int32).max, own.first)
            newest = np.where(own.first == NO_DAY, np.iinfo(np.int32).max, -own.first)
            keys = {"oldest": (days,), "newest": (newest,), "deaths": (newest, -own.killed), "origins": (newest, -own.origins)}[order]
            self._orders[order] = np.lexsort((self._id_rank, *keys))
        return self._orders[order]

    def _ranks(self, order: str) -> NDArray[np.int64]:
        name = f"{order} ranks"
        if name not in self._orders:
            ranks = np.empty(len(self), dtype=np.int64)
            ranks[self._ranked(order)] = np.arange(len(self))
            self._orders[name] = ranks
        return self._orders[name]

    def _in_place(self, place: str) -> Mask:
        """As filters.incident_conditions has it: the words begin a word of the place's name, or name what it lies in."""
        key = folded(place)
        own = self.columns
        if not key:
            return np.zeros(len(self), dtype=bool)
        named = own.relations["place"].where(lambda name: f" {key}" in f" {name}", len(self))
        inside = own.relations["inside"].any_of((key,), len(self))
        code = country_code(key)
        return named | inside | (own.relations["country"].any_of((code,), len(self)) if code else False)

    def _with_words(self, words: str, connection: Connection) -> Mask:
        """Kept for the last few searches: a view asks for the same words in its list, its counts, its days and its map."""
        query = search_query(words)
        if query is None:
            return np.zeros(len(self), dtype=bool)
        known = self._searches.get(query)
        if known is None:
            hits = connection.execute(text("SELECT rowid FROM report_search WHERE report_search MATCH :words"), {"words": query}).scalars()
            reports = set(map(str, hits))
            found = self.columns.relations["report"].where(reports.__contains__, len(self))
            if len(self._searches) >= SEARCHES_KEPT:
                self._searches = {}
            self._searches[query] = found
            return found
        return known


def _day(iso: str) -> int:
    return int(np.datetime64(iso[:10], "D").astype(np.int64))
