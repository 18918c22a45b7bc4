"""What a claim's tallies come to for one kind of figure, and how two figures fit.

In: tallies. Out: one Figure per kind. Decision: figures of one claim are added only where the classes exclude one
another (soldiers and civilians); children, women and medics are inside, so they raise at most the upper end; figures
of different claims are never added.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from warledger.model import Tally

# Classes that exclude one another, and classes that lie inside those.
APART = ("civilians", "military", "rebels", "police")
# Who killed himself is one more than those whom he killed.
ONESELF = frozenset(("himself", "herself", "self"))
# Of these the ones who are civilians whoever else is told: men and women may be soldiers, children are never (judgement).
CIVILIAN = ("children", "journalists", "medics", "aid workers")
INSIDE = ("children", "women", "men", "journalists", "medics", "aid workers")


@dataclass(frozen=True, slots=True)
class Figure:
    """low to high (None: open) with best; partial: only classes that lie inside others are told.

    victims are the classes told, of the countries or actors whose they are; words is the wording.
    """

    low: int
    high: int | None
    best: int
    partial: bool
    victims: frozenset[str]
    of: frozenset[str]
    words: str

    @property
    def exact(self) -> bool:
        return self.low == self.high


def figures(tallies: Iterable[Tally], cumulative: bool = False) -> dict[str, Figure]:
    """The figure of each kind that the tallies tell: only cumulative ones, or only new ones."""
    kinds: dict[str, list[Tally]] = {}
    for tally in tallies:
        if tally.cumulative == cumulative and (tally.low is not None or tally.best is not None):
            kinds.setdefault(tally.what, []).append(tally)
    return {what: _total(found) for what, found in sorted(kinds.items())}


def class_figure(tallies: Sequence[Tally], what: str, victims: str) -> Figure | None:
    """The new figure of one class of victims, None where it is not told.

    Children and those whose work is not war are inside the civilians: where only they are told, so many are at least.
    """
    new = [t for t in tallies if t.what == what and not t.cumulative]
    own = figures([t for t in new if t.victims == victims]).get(what)
    if own is not None or victims != "civilians":
        return own
    inside = [figure for part in CIVILIAN if (figure := figures([t for t in new if t.victims == part]).get(what)) is not None]
    if not inside:
        return None
    return replace(max(inside, key=lambda figure: (figure.best, figure.low)), high=None, partial=True)


def _total(tallies: list[Tally]) -> Figure:
    own = [t for t in tallies if t.wording.lower() in ONESELF]
    figure = _of_others([t for t in tallies if t not in own] or own)
    if not own or own == tallies:
        return figure
    return replace(figure, low=figure.low + 1, high=None if figure.high is None else figure.high + 1, best=figure.best + 1,
                   words="; ".join((figure.words, *dict.fromkeys(t.wording for t in own))))


def _of_others(tallies: list[Tally]) -> Figure:
    apart = _summed([t for t in tallies if t.victims in APART])
    inside = _summed([t for t in tallies if t.victims in INSIDE])
    whole = _summed([t for t in tallies if t.victims not in APART and t.victims not in INSIDE])
    low, high, best = whole or apart or inside or (0, None, 0)
    if whole and apart and apart[2] > whole[2]:
        low, high, best = apart
    elif apart and inside and not whole and not any(t.victims == "civilians" for t in tallies):
        high = None if high is None or inside[1] is None else high + inside[1]
    return Figure(low, high, best, not whole and apart is None,
                  frozenset(t.victims for t in tallies), frozenset(t.of for t in tallies if t.of),
                  "; ".join(dict.fromkeys(t.wording for t in tallies if t.wording)))


def _summed(tallies: list[Tally]) -> tuple[int, int | None, int] | None:
    """The sum over groups of victims, each group counted once with its largest figure."""
    if not tallies:
        return None
    groups: dict[tuple[str, str | None], Tally] = {}
    for tally in tallies:
        key = (tally.victims, tally.of)
        if key not in groups or _best(tally) > _best(groups[key]):
            groups[key] = tally
    for victims in sorted({key[0] for key in groups if key[1] is not None}):
        unnamed = groups.get((victims, None))
        named = sum(_best(t) for key, t in groups.items() if key[0] == victims and key[1] is not None)
        if unnamed is not None and _best(unnamed) <= named:
            del groups[(victims, None)]
        elif unnamed is not None:
            groups = {key: t for key, t in groups.items() if key[0] != victims or key[1] is None}
    kept = list(groups.values())
    lows = sum(t.low if t.low is not None else _best(t) for t in kept)
    highs = [t.high for t in kept]
    high = None if any(h is None for h in highs) else sum(h for h in highs if h is not None)
    return lows, high, sum(map(_best, kept))


def _best(tally: Tally) -> int:
    return tally.best if tally.best is not None else tally.low if tally.low is not None else 0


def overlap(one: Figure, other: Figure) -> bool:
    """Whether some number fits both."""
    return ((one.high is None or other.low <= one.high) and (other.high is None or one.low <= other.high))


def gap(one: Figure, other: Figure) -> tuple[float, int]:
    """Ratio and difference between the nearest ends of two figures that do not overlap."""
    lower, upper = (one, other) if one.low <= other.low else (other, one)
    near = lower.high if lower.high is not None else lower.low
    return upper.low / max(near, 1), upper.low - near
