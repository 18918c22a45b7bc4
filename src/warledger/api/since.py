"""What others have done to an incident since somebody looked at it.

In: an incident's id, the revision and the run that were looked at, and by whom. Out: a Change in words, or none. Decision: what one has
changed oneself is no news; what another decided is, also where it left the incident as it was.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from warledger.api.failures import RefusedError
from warledger.model import Decision, Incident
from warledger.store import Ledger

PLAIN = ("grade", "type", "mode", "place", "when")


@dataclass(frozen=True)
class Change:
    """incident is the one that was looked at, now where it leads; sentence is for people, news what is new, one by one."""

    incident: str
    now: str | None
    revision: int | None
    news: tuple[str, ...]
    who: tuple[str, ...]
    sentence: str

    def to_dict(self) -> dict[str, Any]:
        """As JSON."""
        return asdict(self)


def changes(ledger: Ledger, who: str, name: str, revision: int, run: int | None = None) -> Change | None:
    """What changed, None where nothing did but by oneself. Raises RefusedError for a revision that there never was."""
    runs = ledger.revised(name)
    if not runs:
        raise RefusedError(404, f"there is no incident {name}")
    if revision not in runs:
        raise RefusedError(422, f"incident {name} never had a revision {revision}")
    now = ledger.incident(name)
    later = sorted(made for number, made in runs.items() if number > revision)
    ended = now is None or now.id != name
    if ended:
        later += sorted(set(_ends(ledger, name, runs[revision])))
    deciders = _deciders(ledger)
    foreign = [made for made in later if deciders.get(made, set()) != {who}]
    shown = next(one for one in ledger.revisions(name) if one.revision == revision)
    made = [one for one in _since(ledger, shown, runs[revision] if foreign else run) if one.who != who]
    if not foreign and not made:
        return None
    news = (*(_words(one) for one in made), *(_differences(shown, now) if foreign else ()))
    others = tuple(sorted({*(one.who for one in made), *(name for run_ in foreign for name in deciders.get(run_, ()))} - {who}))
    by = " and ".join(others) or "A run over new reports"
    sentence = f"{by} changed incident {name} since you looked at it: {'; '.join(news) or 'its claims were linked anew'}. Look at it again and decide anew; nothing was written."
    return Change(name, now.id if now else None, now.revision if now else None, news, others, sentence)


def _ends(ledger: Ledger, name: str, since: int) -> Iterator[int]:
    with ledger.asking() as connection:
        yield from connection.exec_driver_sql("SELECT run FROM tombstones WHERE id = ? AND run > ?", (name, since)).scalars()


def _deciders(ledger: Ledger) -> dict[int, set[str]]:
    runs = ledger.decided()
    found: dict[int, set[str]] = {}
    for one in ledger.decisions():
        found.setdefault(runs[one.id], set()).add(one.who)
    return found


def _since(ledger: Ledger, shown: Incident, run: int | None) -> list[Decision]:
    """The decisions about an incident or its claims that were written down after a run; none where no run is given."""
    if run is None:
        return []
    runs, log = ledger.decided(), list(ledger.decisions())
    by_id = {one.id: one for one in log}
    return [one for one in log if runs[one.id] > run and is_about(by_id.get(one.undoes or "", one), shown.id, shown.claims)]


def is_about(decision: Decision, name: str, claims: tuple[str, ...] = ()) -> bool:
    """Whether a decision is about an incident or claim: by its id, or by claims that it holds."""
    named = {*decision.subjects, *(claim for held in decision.held.values() for claim in held)}
    return name in named or not named.isdisjoint(claims)


def _words(one: Decision) -> str:
    what = f"took back: {one.act}" if one.undoes else one.act + (f" of {one.field}" if one.field else "")
    return f"{one.who}: {what}" + (f" ({one.why})" if one.why else "")


def _differences(before: Incident, now: Incident | None) -> Iterator[str]:
    if now is None:
        yield "it is no more"
        return
    if now.id != before.id:
        yield f"it went into {now.id}"
    came, went = len(set(now.claims) - set(before.claims)), len(set(before.claims) - set(now.claims))
    if came:
        yield f"{came} claim{'' if came == 1 else 's'} came in"
    if went:
        yield f"{went} claim{'' if went == 1 else 's'} went out"
    old, new = before.to_dict(), now.to_dict()
    for name in PLAIN:
        if old[name] != new[name]:
            yield f"{name} is {new[name]} now" if name in ("grade", "type", "mode") else f"{name} is another now"
