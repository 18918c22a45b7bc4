"""The ledger as the public sees it: incidents that an analyst published, their claims, and the reports that these are in.

In: the whole ledger. Out: a Holding that can be asked as the whole one is. Decision: the gate is where records are read, not where they are
answered, so that a list, a count, a map, an export or a feed cannot forget it; and what it does not know to be harmless it refuses.
"""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Iterator, Mapping, Set
from contextlib import contextmanager
from typing import NoReturn, cast

from sqlalchemy import Connection

from warledger.api.failures import RefusedError
from warledger.api.holding import Holding
from warledger.model import Claim, Decision, Incident, Report
from warledger.review.publication import published, shown
from warledger.store import Filter, Ledger
from warledger.store.changes import Changed, Ended
from warledger.store.ledger import EVERYTHING
from warledger.store.survey import Survey


class PublishedLedger:
    """What of a ledger is published. It has those questions of a Ledger that can be answered so, and refuses the others."""

    def __init__(self, whole: Ledger, incidents: Mapping[str, Set[str]]) -> None:
        self._whole = whole
        self.path = whole.path
        self._ids = frozenset(incidents)
        self._claims = frozenset(claim for members in incidents.values() for claim in members)

    def __getattr__(self, name: str) -> NoReturn:
        if name.startswith("_"):
            raise AttributeError(name)
        raise RefusedError(403, "this is not published: it is for those who see the whole ledger")

    def reports(self, wanted: Filter = EVERYTHING, *, run: int | None = None) -> Iterator[Report]:
        """Reports that a published incident rests on. An origin is the id of the first of its copies: of those that are published, that is."""
        firsts = self._firsts
        return (dataclasses.replace(one, origin=one.origin and firsts.get(one.origin, one.id)) for one in self._whole.reports(self._within(wanted), run=run))

    def claims(self, wanted: Filter = EVERYTHING, *, run: int | None = None) -> Iterator[Claim]:
        """Claims in published incidents."""
        return self._whole.claims(self._within(wanted), run=run)

    def incidents(self, wanted: Filter = EVERYTHING, *, run: int | None = None) -> Iterator[Incident]:
        """Published incidents; of earlier states those that held nothing but what is published."""
        return (one for one in self._whole.incidents(self._within(wanted), run=run) if self._is_whole(one))

    def incident(self, name: str, as_of: str | None = None) -> Incident | None:
        """The published incident that an id leads to."""
        found = self._whole.incident(name, as_of)
        return found if found is not None and found.id in self._ids and self._is_whole(found) else None

    def revisions(self, name: str) -> list[Incident]:
        """The revisions of a published incident that held nothing but what is published."""
        return [one for one in self._whole.revisions(name) if self._is_whole(one)] if name in self._ids else []

    def changed_since(self, run: int) -> list[Changed]:
        """Published incidents whose revision came after a run."""
        return [one for one in self._whole.changed_since(run) if one.id in self._ids]

    def ended_since(self, run: int) -> list[Ended]:
        """None: an id that ended may be one that was never published."""
        return []

    def run_before(self, moment: str) -> int:
        """The run before the one that may have been under way at a moment."""
        return self._whole.run_before(moment)

    def last_run(self) -> int:
        """The number of the last run."""
        return self._whole.last_run()

    def decisions(self) -> Iterator[Decision]:
        """None: who decided what is for those who decide."""
        return iter(())

    @functools.cached_property
    def _firsts(self) -> dict[str, str]:
        """The smallest published id of each origin."""
        found: dict[str, str] = {}
        for one in self._whole.reports(self._within(EVERYTHING)):
            if one.origin:
                found[one.origin] = min(one.id, found.get(one.origin, one.id))
        return found

    def _is_whole(self, incident: Incident) -> bool:
        return self._claims.issuperset(incident.claims)

    def _within(self, wanted: Filter) -> Filter:
        ids = self._ids if wanted.incidents is None else self._ids.intersection(wanted.incidents)
        return dataclasses.replace(wanted, incidents=tuple(sorted(ids)))


def published_part(whole: Ledger, survey: Survey) -> tuple[PublishedLedger, Survey]:
    """What of a ledger is published, and its columns."""
    subjects, claims = published(whole.decisions())
    holders = whole.holders(claims)
    holders |= {name: frozenset(found.claims) for name in subjects - holders.keys() if name in survey.row_of and (found := whole.incident(name))}
    incidents = shown(holders, subjects, claims)
    return PublishedLedger(whole, incidents), survey.part(incidents)


class PublishedHolding(Holding):
    """A Holding of what is published, as it was after one run."""

    def __init__(self, whole: Holding, survey: Survey) -> None:
        self.path, self.settings = whole.path, whole.settings
        self._whole = whole.ledger
        ledger, self._part = published_part(whole.ledger, survey)
        self.ledger = cast(Ledger, ledger)

    @property
    def survey(self) -> Survey:
        """The columns of the published incidents."""
        return self._part

    @property
    def published(self) -> Holding:
        """Itself."""
        return self

    @contextmanager
    def asking_of(self, survey: Survey) -> Iterator[tuple[Survey, Connection]]:
        """A survey with a connection for what only the tables know; whoever uses it keeps to the survey's rows."""
        with self._whole.asking() as connection:
            yield survey, connection

    def run_at(self, moment: str) -> int:
        """The run whose state was known at a moment."""
        return self._whole.run_at(moment)

    def survey_at(self, run: int) -> Survey:
        """The published incidents as they are; what they were before is for those who see the whole ledger."""
        if run < self._part.run:
            raise RefusedError(403, "earlier states are not published: they are for those who see the whole ledger")
        return self._part

    def tag(self, *parts: object) -> str:
        """Another than that of the whole ledger."""
        return super().tag("published", *parts)

    def close(self) -> None:
        """Leaves the ledger open: it is the whole one's."""
