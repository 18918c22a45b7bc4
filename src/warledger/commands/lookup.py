"""From an id that somebody has written down to the record that it means today, or meant then.

In: a ledger and an id. Out: the record, or an id. Decision: nobody is led on silently: what an incident went into, and when,
is told on standard error; what ended in nothing, or is not known, is an error with what can be done.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from warledger.commands.screen import say
from warledger.errors import UsageError

if TYPE_CHECKING:
    from warledger.model import Incident
    from warledger.store import Ledger


def followed(ledger: Ledger, name: str, as_of: str | None = None) -> Incident:
    """The incident that an id leads to. Raises UsageError where there is none."""
    found = ledger.incident(name, as_of)
    if found is None:
        raise UsageError(_missing(ledger, name, as_of))
    if found.id != name:
        (*_earlier, grave) = ledger.tombstones(name)
        say(f"{name} went into {found.id} (last at {grave.at}); --as-of shows it as it was before")
    return found


def known_record(ledger: Ledger, name: str, as_of: str | None = None) -> str:
    """The id of a claim or a report that the ledger holds, or held. Raises UsageError where it does not."""
    from warledger.store import Filter

    records = ledger.claims(Filter(claims=(name,), as_of=as_of)) if name.startswith("c_") else ledger.reports(Filter(reports=(name,), as_of=as_of))
    if next(iter(records), None) is None:
        raise UsageError(f"the ledger {'has' if as_of is None else 'had'} no {name}" + (f" as of {as_of}" if as_of else ""))
    return name


def tell_before(ledger: Ledger, as_of: str) -> None:
    """Says so where a moment is before the first run."""
    begun = ledger.begun()
    if begun is None or as_of < begun[: len(as_of)]:
        say(f"the ledger held nothing by {as_of}: " + (f"its first run was at {begun}" if begun else "nothing was ever run into it"))


def decided_incidents(ledger: Ledger, act: str) -> frozenset[str]:
    """The incidents about which an analyst's act holds, and that say the same as then."""
    from warledger.questioning import reopened_decisions
    from warledger.review import standing

    incidents = {one.id: one for one in ledger.incidents()}
    claims = {claim.id: claim for claim in ledger.claims()}
    holding = [one.decision for one in standing(ledger.decisions()) if one.holds and one.decision.act == act and one.decision.undoes is None]
    again = reopened_decisions(ledger, holding, incidents, claims)
    named = {subject for decision in holding if decision.id not in again for subject in decision.subjects}
    return frozenset(named.intersection(incidents))


def _missing(ledger: Ledger, name: str, as_of: str | None) -> str:
    revisions = ledger.revisions(name)
    if not revisions:
        return f"there is no incident {name}, and there never was"
    graves = ledger.tombstones(name)
    if as_of is not None:
        return f"there was no incident {name} as of {as_of}"
    ended = graves[-1].at if graves else "some time"
    return f"{name} ended at {ended} and went into no other incident; --as-of DAY before that shows it as it was"
