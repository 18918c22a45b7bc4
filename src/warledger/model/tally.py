"""How many: a range with its wording. A number stands in its passage, or it does not stand here."""

from __future__ import annotations

from dataclasses import dataclass

from warledger.model.record import Record


@dataclass(frozen=True)
class Tally(Record):
    """A figure for one class of victims or people.

    low is the least that the words allow, high the most (None: open), best the figure as it stands. cumulative figures
    (tolls, totals) are never added to new ones; as_of is the ISO day that they run to. victims is the class, of the
    country (alpha-3) or actor whose they are.
    """

    what: str
    low: int | None
    high: int | None
    best: int | None
    approximate: bool = False
    cumulative: bool = False
    as_of: str | None = None
    victims: str = "unknown"
    of: str | None = None
    wording: str = ""
