"""One group of claims becomes one incident: what it is, where, when, by and against whom, and how well it is witnessed.

In: the versions of a group. Out: an Incident, named for now after its founding claim. Decision: a value is chosen, never
made: the type, place and day are those that most origins tell, the nearest told before the vaguer.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

from warledger.incidents.agreement import Version, views
from warledger.incidents.grade import grade
from warledger.incidents.origins import named_speaker, speaker_key
from warledger.incidents.parties import KIN, RANK, name_key, party, relation
from warledger.incidents.places import PLACELESS
from warledger.incidents.traits import radius_of
from warledger.incidents.weights import Weights
from warledger.model import Incident, Participant, Place, TimeSpan
from warledger.model.time_span import PRECISIONS as SPANS

Value = TypeVar("Value", bound=Hashable)


def build(versions: Sequence[Version], why: str, weights: Weights) -> Incident:
    """The incident of these versions. Its id is that of the founding claim, the earliest published that holds it."""
    ordered = sorted(versions, key=lambda version: version.order)
    holding = [version for version in ordered if not version.traits.rival]
    fields = views(ordered, weights)
    graded, reason = grade(ordered, fields, weights)
    type_ = _most_told(holding, lambda v: v.traits.claim.type) or ""
    same_type = [version for version in holding if version.traits.claim.type == type_]
    return Incident(
        id=_founding(holding), type=type_, mode=_most_told(same_type, lambda v: v.traits.claim.mode),
        place=_choose_place(holding, type_), when=_choose_time(holding, weights), participants=_participants(holding),
        claims=tuple(sorted(version.traits.id for version in versions)),
        reports=len({version.traits.claim.report for version in versions}),
        origins=len({version.origin for version in holding}),
        outlets=len({version.report.outlet for version in versions if version.report and version.report.outlet}),
        speakers=len({speaker_key(speaker) for version in versions if (speaker := named_speaker(version.traits.claim))}),
        fields=fields, grade=graded, why=f"{why} Graded {graded}: {reason}.",
    )


def _founding(holding: Sequence[Version]) -> str:
    dated = [version for version in holding if version.traits.published]
    return (dated or list(holding))[0].traits.id


def _most_told(versions: Sequence[Version], read: Callable[[Version], Value | None]) -> Value | None:
    """The value that most origins tell, then most claims, then the first told."""
    support = _support(versions, read)
    if not support:
        return None
    return max(support, key=lambda value: (len(support[value][0]), support[value][1]))


def _support(versions: Sequence[Version], read: Callable[[Version], Value | None]) -> dict[Value, tuple[set[str], int]]:
    """Per value the origins that tell it and the number of claims, in the order of first telling."""
    found: dict[Value, tuple[set[str], int]] = {}
    for version in versions:
        value = read(version)
        if value is not None:
            origins, count = found.get(value, (set(), 0))
            found[value] = (origins | {version.origin}, count + 1)
    return found


def _choose_place(versions: Sequence[Version], type_: str) -> Place | None:
    """What was told in so many words before the inferred, the small before the large, then the most told; of what has no place of
    its own the most told first: where it is to hold before where it was signed."""
    places = _support(versions, lambda v: v.traits.place)
    nearest = 0.0 if type_ in PLACELESS else 1.0
    ranked = [((place.inferred is not None, place.lat is None, nearest * radius_of(place), -len(origins), -count, radius_of(place)), place)
              for place, (origins, count) in places.items()]
    return min(ranked, key=lambda item: item[0])[1] if ranked else None


def _choose_time(versions: Sequence[Version], weights: Weights) -> TimeSpan | None:
    """The same rule for times, of the inferred those first whose rule is trusted most; a time that could not be resolved stands only where
    there is no other."""
    spans = _support(versions, lambda v: v.traits.claim.when)
    told = {(span.start, span.end): set[str]() for span in spans}
    for span, (origins, _count) in spans.items():
        told[(span.start, span.end)] |= origins
    ranked = [((span.start is None, -weights.share(span.inferred, None), _rank(span.precision, SPANS),
                -len(told[(span.start, span.end)]), -count), span) for span, (_origins, count) in spans.items()]
    return min(ranked, key=lambda item: item[0])[1] if ranked else None


def _rank(precision: str, order: tuple[str, ...]) -> int:
    return order.index(precision) if precision in order else len(order)


def _participants(versions: Sequence[Version]) -> tuple[Participant, ...]:
    """Everybody who takes part, initiators first; the fuller of two entries for one party stands for both."""
    claims = [version.traits.claim for version in versions]
    people: list[Participant] = []
    for role in ("initiators", "targets", "others"):
        for claim in claims:
            for person in getattr(claim, role):
                _enter(people, person)
    return tuple(people)


def _enter(people: list[Participant], person: Participant) -> None:
    key = name_key(person.name)
    for index, held in enumerate(people):
        same_name = bool(key) and name_key(held.name) == key and (held.country == person.country
                                                                  or None in (held.country, person.country))
        same_actor = person.actor is not None and held.actor == person.actor
        if (same_name or same_actor) and RANK[relation(party(held), party(person))] >= RANK[KIN]:
            if _fullness(person) > _fullness(held):
                people[index] = person
            return
    people.append(person)


def _fullness(person: Participant) -> int:
    return sum(value not in (None, ()) for value in (person.actor, person.country, person.sector, person.backed_by))
