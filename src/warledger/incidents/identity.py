"""Which incident is which from run to run: ids that outlive new reports, revisions, and what was merged into what.

In: the incidents of this run and of the one before. Out: the incidents with their lasting ids, revisions and supersedes.
Decision: an incident is known by the claims it shares with its former self; only a new one is named after its founding
claim, and an id once given is never given to another.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Sequence

from warledger.model import Incident
from warledger.model.record import digest


def keep_identities(drafts: Sequence[Incident], previous: Iterable[Incident],
                    amend: Callable[[Incident], Incident]) -> list[Incident]:
    """The drafts with lasting identity. A draft's id is that of its founding claim, "c_…".

    previous are the incidents of the run before, and those that ended earlier, which may come back: what an analyst merged
    and then parted again has its own id again. amend is what is still to be done to an incident once its id is known (an
    analyst's corrections go by incident).
    """
    before = sorted(previous, key=lambda incident: incident.id)
    absorbed = {old for incident in before for old in incident.supersedes}
    living = [incident for incident in before if incident.id not in absorbed]
    ended = [incident for incident in before if incident.id in absorbed]
    passed_on, merged, kin = _heirs(drafts, living)
    nameless = [position for position in range(len(drafts)) if position not in passed_on]
    revived, _merged, _kin = _heirs([drafts[position] for position in nameless], ended)
    passed_on |= {nameless[position]: old for position, old in revived.items()}
    back = {old.id for old in passed_on.values()}
    taken = {incident.id for incident in before} | absorbed
    gone_into = [_gone_into(passed_on.get(position), merged.get(position, [])) - back for position in range(len(drafts))]
    _lead_to_one(gone_into, drafts, before)
    named = []
    for position, draft in enumerate(drafts):
        former = passed_on.get(position)
        identity = former.id if former else _new_id(draft.id, taken)
        taken.add(identity)
        parents = former.split_from if former else tuple(sorted(old.id for old in kin.get(position, ())))
        whole = dataclasses.replace(draft, id=identity, supersedes=tuple(sorted(gone_into[position] - {identity})), split_from=parents)
        named.append(_revised(amend(whole), former))
    return named


def _gone_into(former: Incident | None, merged: Sequence[Incident]) -> set[str]:
    """The ids of those that went into an incident, and of those that had gone into them."""
    return {old.id for old in merged}.union(*(old.supersedes for old in merged), former.supersedes if former else ())


def _lead_to_one(gone_into: Sequence[set[str]], drafts: Sequence[Incident], before: Iterable[Incident]) -> None:
    """Leaves each id that ended to one heir: where what took it in comes back beside what had taken that in, to the one with most of
    its claims."""
    last = {incident.id: set(incident.claims) for incident in before}
    for name in sorted(set().union(*gone_into)):
        heirs = [position for position, names in enumerate(gone_into) if name in names]
        heirs.sort(key=lambda position: (-len(last.get(name, set()).intersection(drafts[position].claims)), drafts[position].id))
        for position in heirs[1:]:
            gone_into[position].discard(name)


def _heirs(drafts: Sequence[Incident], before: Sequence[Incident],
           ) -> tuple[dict[int, Incident], dict[int, list[Incident]], dict[int, list[Incident]]]:
    """Per draft the incident whose id it takes over, those that went into it, and those that live on but gave it claims."""
    holder = {claim: position for position, draft in enumerate(drafts) for claim in draft.claims}
    shared: dict[tuple[int, int], int] = {}
    for index, old in enumerate(before):
        for claim in old.claims:
            if claim in holder:
                key = (index, holder[claim])
                shared[key] = shared.get(key, 0) + 1
    ranked = sorted(shared, key=lambda key: (-shared[key], before[key[0]].id, drafts[key[1]].id))
    passed_on: dict[int, Incident] = {}
    settled: set[int] = set()
    for index, position in ranked:
        if index not in settled and position not in passed_on:
            passed_on[position] = before[index]
            settled.add(index)
    merged: dict[int, list[Incident]] = {}
    kin: dict[int, list[Incident]] = {}
    for index, position in ranked:
        if index not in settled:
            merged.setdefault(position, []).append(before[index])
            settled.add(index)
        elif position not in passed_on:
            kin.setdefault(position, []).append(before[index])
    return passed_on, merged, kin


def _new_id(founding: str, taken: set[str]) -> str:
    """The id that a founding claim gives, or the next free one after it where an earlier incident still bears it."""
    identity, turn = digest("i", founding), 1
    while identity in taken:
        turn += 1
        identity = digest("i", founding, turn)
    return identity


def _revised(incident: Incident, former: Incident | None) -> Incident:
    """Revision 1 for a new incident, the former's for an unchanged one, else the next."""
    if former is None:
        return dataclasses.replace(incident, revision=1)
    same = dataclasses.replace(incident, revision=former.revision)
    if same.to_json() == former.to_json():
        return same
    return dataclasses.replace(incident, revision=former.revision + 1)
