"""Whatever analysts merge, part, reject, confirm and undo, and whatever reports come in: no id that was given is lost."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from warledger.incidents import link
from warledger.incidents.rulings import replay
from warledger.model import Claim, Decision, Incident, Place, Report, TimeSpan
from warledger.review import grounded

NAMES = tuple("abcdef")
RANDOM_WAYS = 1000
STEPS = 6


def told(name: str) -> Claim:
    """Two acts of two days in one town, three claims each."""
    day = "2020-02-03" if name in "abc" else "2020-02-06"
    return Claim(f"c_{name}", f"r_{name}", "ASSAULT", mode="heavy-weapons", when=TimeSpan(day, day, "day", "on the day"),
                 place=Place("Saraqeb", 1, 35.864, 36.806, "SYR", "Idlib", radius_km=5.0))


CLAIMS = {name: told(name) for name in NAMES}
REPORTS = {f"r_{name}": Report(f"r_{name}", "text", outlet=f"outlet {name}", published="2020-02-07") for name in NAMES}


class Book:
    """A ledger in memory: what there is, what there was, and who decided what."""

    def __init__(self) -> None:
        self.known: list[str] = []
        self.log: list[Decision] = []
        self.current: dict[str, Incident] = {}
        self.ended: dict[str, Incident] = {}

    def relink(self) -> None:
        before = [*self.current.values(), *self.ended.values()]
        found = link([CLAIMS[name] for name in self.known], REPORTS, before, self.log)
        assert len({incident.id for incident in found}) == len(found), "two incidents have one id"
        now = {incident.id: incident for incident in found}
        self.ended = {name: one for name, one in {**self.ended, **self.current}.items() if name not in now}
        self.current = now

    def decide(self, act: str, subjects: tuple[str, ...], undoes: str | None = None) -> None:
        number = len(self.log) + 1
        made = Decision(f"d_{number}", act, subjects, "analyst", f"2020-03-01T00:00:{number:02d}Z", undoes=undoes)
        self.log.append(grounded(made, lambda name: self.current.get(self.where(name) or "") or self.ended.get(name)))

    def where(self, name: str) -> str | None:
        """The incident that an id leads to, None where it ended in none."""
        if name in self.current:
            return name
        heirs = [one.id for one in self.current.values() if name in one.supersedes]
        assert len(heirs) <= 1, "an id leads to two incidents"
        return heirs[0] if heirs else None


def check(book: Book, given_once: dict[str, tuple[str, ...]]) -> None:
    """What must hold after every step. given_once are all ids that were ever given, with the claims that they last had."""
    held = [claim for one in book.current.values() for claim in one.claims]
    assert len(held) == len(set(held)), "a claim is in two incidents"
    for name, claims in given_once.items():
        if book.where(name) is None:
            assert not set(claims) & set(held), f"{name} is lost: its claims are in another incident"
    rulings = replay(book.log, [*book.current.values(), *book.ended.values()])
    for one in book.current.values():
        assert not set(one.claims) & rulings.rejected, "a rejected claim is in an incident"
        assert not [pair for pair in rulings.different if set(pair) <= set(one.claims)], "told apart, and in one incident"


steps = st.lists(st.tuples(st.sampled_from(["report", "same", "different", "reject", "confirm", "undo"]),
                           st.integers(0, 99), st.integers(0, 99)), min_size=1, max_size=STEPS)


def take(book: Book, act: str, one: int, other: int) -> None:
    if act == "report":
        waiting = [name for name in NAMES if name not in book.known]
        book.known += waiting[: 1 + one % 3]
    elif act == "undo":
        if book.log:
            book.decide("undo", (), undoes=book.log[one % len(book.log)].id)
    else:
        subjects = [*sorted(book.current), *sorted(book.ended), *(f"c_{name}" for name in book.known)]
        first, second = subjects[one % len(subjects)], subjects[other % len(subjects)]
        if act in ("same", "different"):
            if first != second:
                book.decide(act, (first, second))
        else:
            book.decide(act, (first,))


@settings(max_examples=RANDOM_WAYS, deadline=None)
@given(steps)
def test_merges_splits_and_decisions_in_any_way_lose_no_id(ways: list[tuple[str, int, int]]) -> None:
    book, given_once = Book(), dict[str, tuple[str, ...]]()
    book.known += NAMES[:3]
    book.relink()
    for act, one, other in ways:
        take(book, act, one, other)
        book.relink()
        given_once |= {incident.id: incident.claims for incident in book.current.values()}
        check(book, given_once)
        settled = dict(book.current)
        book.relink()
        assert book.current == settled, "linking anew without anything new changed something"


def test_what_was_merged_and_is_parted_again_has_its_own_id_again() -> None:
    book = Book()
    book.known += NAMES
    book.relink()
    first, second = sorted(book.current)
    book.decide("same", (first, second))
    book.relink()
    assert len(book.current) == 1
    book.decide("undo", (), undoes="d_1")
    book.relink()
    assert sorted(book.current) == [first, second]
    assert not any(incident.supersedes for incident in book.current.values())


def test_what_is_split_off_says_what_it_was_a_part_of() -> None:
    book = Book()
    book.known += ["a", "b"]
    book.relink()
    (whole,) = book.current.values()
    book.decide("different", ("c_a", "c_b"))
    book.relink()
    part = next(one for one in book.current.values() if one.id != whole.id)
    assert part.split_from == (whole.id,)
    assert book.current[whole.id].split_from == ()


@pytest.mark.parametrize("later", [["reject", "confirm"], ["reject", "undo"]])
def test_what_was_rejected_and_is_confirmed_comes_back_under_its_id(later: list[str]) -> None:
    book = Book()
    book.known += ["b", "c"]
    book.relink()
    book.known += ["a"]
    book.relink()
    (name,) = book.current
    book.decide(later[0], (name,))
    book.relink()
    assert not book.current
    book.relink()
    assert not book.current
    book.decide(later[1], (name,), undoes="d_1" if later[1] == "undo" else None)
    book.relink()
    assert list(book.current) == [name]
