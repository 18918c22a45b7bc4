"""Who is said to hold a place, day by day.

In: tellings of TERRITORY and withdrawals. Out: Holdings by place and day. Decision: an act that changes hands (capture,
recapture, loss, withdrawal) replaces what was said before; that somebody "holds" a place changes nothing, so against another
holder it makes the place contested; a place that a rule inferred is left out, since a wrong one would hurt; what is said of a place
stands until something else is said, and `until` None is no more than the last word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from warledger.incidents.parties import Party, party
from warledger.incidents.reading import Reading
from warledger.incidents.series.telling import (
    Telling,
    Tellings,
    by_place,
    day_before,
    days_between,
    everybody,
    origins_of,
    rivals,
)
from warledger.model import Participant, Place
from warledger.model.series import Held, Holding, Source

TYPES = ("TERRITORY", "RETREAT")
READS = (Reading(("TERRITORY",)), Reading(("RETREAT",), ("withdraw",)))
GAINS, LOSSES, HOLDS, CONTESTS = frozenset({"capture", "recapture"}), frozenset({"lose"}), frozenset({"hold"}), frozenset({"contest"})
# A denial answers a gain of the days before (as incidents/weights.yaml, rival_days).
ANSWER_DAYS = 2
# What took longer than a month is no day on which a place changed hands (as weights.yaml, campaign_days).
WIDEST_CHANGE = 31
TAKEN = "somebody took it"
TOO_WIDE = frozenset({"country"})


@dataclass
class _Version:
    """Somebody who is said to hold the place, or to have lost it, with all who say so."""

    side: tuple[Party, ...]
    lost: bool
    people: list[tuple[Participant, ...]] = field(default_factory=list)
    sources: list[Source] = field(default_factory=list)

    def add(self, people: tuple[Participant, ...], source: Source) -> None:
        self.people.append(people)
        self.sources.append(source)

    def held(self) -> Held:
        return Held(everybody(self.people), self.lost, origins_of(self.sources), tuple(self.sources))


@dataclass
class _State:
    """What stands of a place since a day."""

    since: str
    versions: list[_Version]
    why: str = ""


@dataclass(frozen=True)
class _Word:
    """What one telling says of a place: who gains, who loses, who holds, or that it is fought for."""

    telling: Telling
    says: str
    people: tuple[Participant, ...]
    lost: bool = False

    @property
    def side(self) -> tuple[Party, ...]:
        return tuple(map(party, self.people))


def control(tellings: Tellings) -> list[Holding]:
    """Every place that is said to be held, by name and day."""
    words = [(word, word.telling.claim.place) for word in _words(tellings)]
    found = [holding for place, of_place in by_place((place, word) for word, place in words if place is not None)
             for holding in _holdings(place, of_place)]
    return sorted(found, key=lambda one: (one.place.country or "", one.place.name, one.since))


def _words(tellings: Tellings) -> Iterator[_Word]:
    for one in tellings.all:
        claim, place = one.claim, one.claim.place
        if one.first is None or place is None or place.inferred is not None or place.precision in TOO_WIDE:
            continue
        if not (one.happened or one.denies):
            continue
        wide = days_between(one.first, one.last or one.first) > WIDEST_CHANGE
        if claim.type == "RETREAT":
            if claim.mode == "withdraw" and one.happened and claim.initiators and not wide:
                yield _Word(one, "left it", claim.initiators, lost=True)
        elif claim.mode in GAINS and not (wide and not one.denies):
            yield from _gained(one)
        elif claim.mode in LOSSES and not wide:
            winners = claim.targets if one.happened else ()
            if winners or claim.initiators:
                yield _Word(one, "took it" if winners else ("did not lose it" if one.denies else "lost it"),
                            winners or claim.initiators, lost=not winners and not one.denies)
        elif claim.mode in HOLDS and claim.initiators:
            yield _Word(one, "does not hold it" if one.denies else "holds it", claim.initiators, one.denies)
        elif claim.mode in CONTESTS and one.happened:
            yield _Word(one, "it is fought for", claim.initiators)


def _gained(one: Telling) -> Iterator[_Word]:
    """Who took it; where that is not told, who lost it; else only that somebody did."""
    claim = one.claim
    if claim.initiators:
        yield _Word(one, "did not take it" if one.denies else "took it", claim.initiators, one.denies)
    elif one.happened:
        yield _Word(one, "lost it", claim.targets, lost=True) if claim.targets else _Word(one, TAKEN, (), lost=True)


def _holdings(place: Place, words: Sequence[_Word]) -> Iterator[Holding]:
    """The states of one place in the order of days; a state ends on the day before the next."""
    states: list[_State] = []
    for day in sorted({word.telling.first or "" for word in words}):
        of_day = [word for word in words if word.telling.first == day]
        state = _after(states[-1] if states else None, day, of_day)
        if state is not None and (not states or state is not states[-1]):
            states.append(state)
    for state, later in zip_longest(states, states[1:]):
        held = tuple(version.held() for version in state.versions)
        last = max(source.day or state.since for one in held for source in one.sources)
        yield Holding(place, state.since, day_before(later.since) if later else None, last, held, bool(state.why), state.why)


def _after(state: _State | None, day: str, words: Sequence[_Word]) -> _State | None:
    """What stands after the words of a day: the same state with more sources, or a new one."""
    changes = [word for word in words if word.says == "took it"]
    tellers = {word.telling.claim.report for word in changes}
    if changes:
        state = _changed(state, day, changes)
    for word in words:
        # "The army took the rebel-held town": a report that tells of the change tells of the holder before it.
        before = word.says == "holds it" and word.telling.claim.report in tellers
        if word.says != "took it" and not before:
            state = _told(state, day, word)
    return state


def _changed(state: _State | None, day: str, gains: Sequence[_Word]) -> _State:
    """The place changed hands; two sides that both took it on one day stand side by side."""
    versions: list[_Version] = []
    for word in gains:
        _version(versions, word.side, False).add(word.people, word.telling.saying(word.says))
    if state is not None and len(versions) == 1 and not state.why and _one_side(state.versions, versions[0].side):
        for word in gains:
            _version(state.versions, word.side, False).add(word.people, word.telling.saying(word.says))
        return state
    return _State(day, versions, "two sides are said to have taken it on one day" if len(versions) > 1 else "")


def _told(state: _State | None, day: str, word: _Word) -> _State | None:
    """What somebody adds who tells of no gain."""
    source = word.telling.saying(word.says)
    if state is None:
        if word.says in ("did not take it", "it is fought for", TAKEN):
            return None
        fresh = _State(day, [])
        _version(fresh.versions, word.side, word.lost).add(word.people, source)
        return fresh
    if word.says == "it is fought for":
        return _disputed(state, day, "it is said to be fought for", None, word, source)
    if word.says == TAKEN:
        return _taken_by_somebody(state, day, source)
    fits = [version for version in state.versions if _fits(version, word)]
    if fits:
        # Who left is no holder: his leaving speaks for whoever is said to hold it.
        fits[0].add(word.people if fits[0].lost == word.lost else (), source)
        return state
    if word.says == "did not take it" and days_between(state.since, day) > ANSWER_DAYS:
        return state
    if word.says in ("left it", "lost it"):
        if not any(not version.lost and not rivals(version.side, word.side) for version in state.versions):
            return state  # who left had not held it by the last word, and whoever holds it holds it still
        fresh = _State(day, [])
        _version(fresh.versions, word.side, True).add(word.people, source)
        return fresh
    why = "that they took it is denied" if word.lost else "more than one side is said to hold it"
    return _disputed(state, day, why, _Version(word.side, word.lost), word, source)


def _taken_by_somebody(state: _State, day: str, source: Source) -> _State:
    """Whoever held it has lost it, to whom is not told; on the day on which it was taken it is that very taking."""
    holders = [version for version in state.versions if not version.lost]
    if not holders or state.since == day:
        state.versions[0].sources.append(source)
        return state
    lost = [_Version(one.side, True, list(one.people), [source]) for one in holders]
    return _State(day, lost)


def _disputed(state: _State, day: str, why: str, version: _Version | None, word: _Word, source: Source) -> _State:
    """The versions so far and one more, side by side from this day on."""
    kept = [_Version(one.side, one.lost, list(one.people), list(one.sources)) for one in state.versions]
    target = state if state.since == day else _State(day, kept)
    if version is not None:
        version.add(word.people, source)
        target.versions.append(version)
    elif target.versions:
        target.versions[0].sources.append(source)
    target.why = why
    return target


def _fits(version: _Version, word: _Word) -> bool:
    """Whether a version says the same: the same side holds it, it lost it, or another than who lost it holds it."""
    same = not rivals(version.side, word.side)
    return same if version.lost == word.lost else not same


def _one_side(versions: Sequence[_Version], side: tuple[Party, ...]) -> bool:
    return all(not version.lost and not rivals(version.side, side) for version in versions)


def _version(versions: list[_Version], side: tuple[Party, ...], lost: bool) -> _Version:
    """The version of a side, made where there is none."""
    for version in versions:
        if version.lost == lost and not rivals(version.side, side):
            return version
    versions.append(_Version(side, lost))
    return versions[-1]
