"""The ledger as it was known at an earlier moment.

In: a Holding and the moment that `as_of` names. Out: a Holding that can be asked as that of today. Decision: the moment is put where
records are read, not where they are answered, so that list, counts, map, exports and the incident are of one state.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Annotated, NoReturn, cast

from fastapi import Depends, Query
from sqlalchemy import Connection

from warledger.api.asking import Held
from warledger.api.failures import RefusedError
from warledger.api.holding import Holding
from warledger.model import Claim, Incident, Report
from warledger.moments import moment
from warledger.store import Filter, Ledger
from warledger.store.ledger import EVERYTHING
from warledger.store.survey import Survey

if TYPE_CHECKING:
    from warledger.incidents.reading import Background

AsOf = Annotated[str | None, Query(max_length=40, description="The ledger as it was known at the end of this day (UTC), or at an instant.")]


class PastLedger:
    """A ledger as it was at a moment; what cannot be asked of the past is refused."""

    def __init__(self, present: Ledger, as_of: str) -> None:
        self._present = present
        self._as_of = as_of
        self.path = present.path

    def __getattr__(self, name: str) -> NoReturn:
        if name.startswith("_"):
            raise AttributeError(name)
        raise RefusedError(422, "this can be asked of the present only: leave as_of out")

    def reports(self, wanted: Filter = EVERYTHING) -> Iterator[Report]:
        """The reports of then."""
        return self._present.reports(self._then(wanted))

    def claims(self, wanted: Filter = EVERYTHING) -> Iterator[Claim]:
        """The claims of then."""
        return self._present.claims(self._then(wanted))

    def background(self, types: tuple[str, ...] | None, as_of: str | None = None) -> Background:
        """What was known then of all speakers and reports."""
        return self._present.background(types, as_of or self._as_of)

    def incidents(self, wanted: Filter = EVERYTHING) -> Iterator[Incident]:
        """The incidents of then."""
        return self._present.incidents(self._then(wanted))

    def incident(self, name: str) -> Incident | None:
        """The incident that an id led to then."""
        return self._present.incident(name, self._as_of)

    def revisions(self, name: str) -> list[Incident]:
        """The revisions that it had then; none where it was none."""
        found = self.incident(name)
        return [one for one in self._present.revisions(name) if one.revision <= found.revision] if found and found.id == name else []

    def _then(self, wanted: Filter) -> Filter:
        return dataclasses.replace(wanted, as_of=self._as_of)


class PastHolding(Holding):
    """A Holding as of a moment."""

    def __init__(self, present: Holding, as_of: str) -> None:
        self.path, self.settings = present.path, present.settings
        self.as_of = as_of
        self._present = present
        self._then = present.survey_at(present.run_at(as_of))
        self.ledger = cast(Ledger, PastLedger(present.ledger, as_of))

    @property
    def survey(self) -> Survey:
        """The columns of then."""
        return self._then

    def asking(self) -> AbstractContextManager[tuple[Survey, Connection]]:
        """The survey of then, with a connection."""
        return self._present.asking_of(self._then)

    def close(self) -> None:
        """Leaves the ledger open: it is that of the present."""


def _then(held: Held, as_of: AsOf = None) -> Holding:
    """The ledger that is asked for: as it is, or as it was."""
    known = moment(as_of, "as_of") if as_of else None
    return held if known is None else PastHolding(held, known)


# Beside asking.Held for whatever can be answered of the past too.
Then = Annotated[Holding, Depends(_then)]
