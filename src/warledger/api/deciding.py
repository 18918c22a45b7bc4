"""Writing a decision down: checked against what the analyst looked at, and linked at once.

In: a Wish and who has it. Out: the decision in the ledger, or why not. Decision: two analysts at one incident do not overwrite each
other: whoever decides on what another has changed since is told what, and decides anew; one's own changes are no news. Where a
decision changes nothing that linking goes by (a note, a doubt, a confirmation of what stands), claims are not linked anew.
"""

from __future__ import annotations

import dataclasses
import json
import threading
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from warledger import flow
from warledger.api.failures import RefusedError
from warledger.api.holding import Holding
from warledger.api.review_answers import Made, Wish
from warledger.api.since import changes
from warledger.incidents.rulings import replay
from warledger.model import Claim, Decision, Incident, Problem
from warledger.review import correction, decide, grounded, is_told, objections, parted, standing
from warledger.store import Filter, Ledger

# How long another process's linking is waited for; that of this one is waited for without end.
PATIENCE_S = 60.0
WRITING = threading.Lock()
# A value nested deeper than this is no record's.
DEEPEST = 12


def make(held: Holding, who: str, wish: Wish) -> Made:
    """Writes a decision down and links what it is about. Raises RefusedError where it cannot be made."""
    with WRITING, Ledger.open(held.path, create=False, patience_s=PATIENCE_S) as ledger:
        with ledger.transaction():
            log = list(ledger.decisions())
            decision = _undoing(wish, who, log) if wish.undoes else _decided(ledger, wish, who)
            wrong = objections(decision, log)
            if wrong:
                raise RefusedError(422, "; ".join(wrong))
            made = grounded(decision, lambda name: _last(ledger, name))
            linked = _rules(log) != _rules([*log, made])
            problems: list[Problem] = []
            if linked:
                problems = list(flow.decide([made], ledger, held.settings))
            else:
                ledger.decide([made])
        named = [name for name in {*made.subjects, *wish.on, *_undone(made, log)} if name.startswith("i_")]
        now = {name: (found.id if (found := ledger.incident(name)) else None) for name in sorted(named)}
        return Made(decision=made.to_dict(), linked=linked, problems=[one.message for one in problems], now=now, run=ledger.last_run())


def instant() -> str:
    """Now, to the microsecond: two keys within a second are two decisions."""
    return datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def _rules(log: Iterable[Decision]) -> object:
    """What linking goes by."""
    return dataclasses.replace(replay(log), problems=())


def _undone(decision: Decision, log: Iterable[Decision]) -> tuple[str, ...]:
    return next((one.subjects for one in log if one.id == decision.undoes), ())


def _undoing(wish: Wish, who: str, log: list[Decision]) -> Decision:
    by_id = {one.id: one for one in log}
    target = by_id.get(wish.undoes or "")
    if target is None:
        raise RefusedError(404, f"there is no decision {wish.undoes}")
    fate = next(one for one in standing(log) if one.decision.id == target.id)
    if fate.by is not None and by_id[fate.by].undoes == target.id:
        raise RefusedError(409, f"{by_id[fate.by].who} has taken that back already, at {by_id[fate.by].at[:16]}")
    return decide(target.act, (), who, instant(), why=wish.why, undoes=target.id)


def _decided(ledger: Ledger, wish: Wish, who: str) -> Decision:
    if wish.act is None:
        raise RefusedError(422, "a decision has an act, or undoes another")
    found = {name: _subject(ledger, name) for name in dict.fromkeys(wish.subjects)}
    unseen = [name for name in found if name.startswith("i_") and name not in wish.on and wish.act != "note"]
    if unseen:
        raise RefusedError(428, f"say with `on` which revision of {unseen[0]} you looked at, so that nobody's change is overwritten")
    if wish.act != "note":
        told = [change for name, revision in wish.on.items() if (change := changes(ledger, who, name, revision, wish.run)) is not None]
        if told:
            raise RefusedError(409, " ".join(one.sentence for one in told), changed=[one.to_dict() for one in told])
    field, value = (wish.field, wish.value) if wish.act == "correct" else (None, None)
    if wish.act == "correct":
        field, value = _correction(ledger, list(found.values()), wish)
    subjects, held = _parting(wish, found)
    made = decide(wish.act, subjects, who, instant(), field=field, value=value, why=(wish.why or "").strip() or None)
    return dataclasses.replace(made, held=held)


def _parting(wish: Wish, found: dict[str, Claim | Incident]) -> tuple[tuple[str, ...], dict[str, tuple[str, ...]]]:
    """Subjects and held: of `different` with one incident and claims of its own, those that part them."""
    incidents = [one for one in found.values() if isinstance(one, Incident)]
    claims = [one.id for one in found.values() if isinstance(one, Claim)]
    if wish.act != "different" or len(incidents) != 1 or not claims:
        return tuple(found), {}
    try:
        return parted(incidents[0], claims)
    except ValueError as error:
        raise RefusedError(422, str(error)) from None


def _correction(ledger: Ledger, about: list[Claim | Incident], wish: Wish) -> tuple[str, Any]:
    if len(about) != 1:
        raise RefusedError(422, "a correction is of one claim or one incident")
    (record,) = about
    named = record.claims if isinstance(record, Incident) else (record.id,)
    places = [claim.place for claim in ledger.claims(Filter(claims=tuple(named))) if claim.place is not None]
    if _depth(wish.value) > DEEPEST:
        raise RefusedError(422, "no field of a record is nested so deep")
    text = wish.value if isinstance(wish.value, str) else json.dumps(wish.value)
    try:
        field, value = correction(record, f"{wish.field or ''}={text}", places)
    except ValueError as error:
        raise RefusedError(422, str(error)) from None
    if field == "place" and not (wish.why or "").strip() and not is_told(value, places):
        raise RefusedError(422, "no claim tells of this place: say why it is the right one")
    return field, value


def _depth(value: Any) -> int:
    depth, level = 0, [value]
    while level:
        depth += 1
        level = [inner for one in level if isinstance(one, (dict, list)) for inner in (one.values() if isinstance(one, dict) else one)]
    return depth


def _subject(ledger: Ledger, name: str) -> Claim | Incident:
    """The claim or incident of an id, also one that ended: its claims are what a decision is about."""
    found = _last(ledger, name) if name.startswith("i_") else next(iter(ledger.claims(Filter(claims=(name,)))), None)
    if found is None:
        raise RefusedError(404, f"there is no {'incident' if name.startswith('i_') else 'claim'} {name}")
    return found


def _last(ledger: Ledger, name: str) -> Incident | None:
    return ledger.incident(name) or next(reversed(ledger.revisions(name)), None)
