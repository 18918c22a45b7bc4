"""Layer 6, which of the figures counted for one act stand: told twice, of two fates, or of a toll that another has taken the place of.

In: the figures counted for a Happening, with its Reading. Out: those that stand. Decision: a figure is counted once, tells one fate, and a
higher toll takes the place of an earlier one; two figures that differ both stand.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from warledger.claims.acts.fates_beside import fate_behind
from warledger.claims.acts.happenings import Happening
from warledger.claims.acts.ties import TOLL
from warledger.claims.acts.tolls import toll_of
from warledger.claims.reading import Reading
from warledger.lexicons.figure_lexicon import load_figure_words
from warledger.model import Tally


@dataclass(frozen=True)
class Counted:
    """A tally with the characters of its wording."""

    tally: Tally
    start: int
    end: int


def without_outdated(reading: Reading, happening: Happening, found: list[Counted]) -> list[Counted]:
    """"killed 32, updating an earlier toll of 15": a toll that a higher one takes the place of; "three more died" adds to it."""
    tolls = [match.head for match in happening.matches if match.frame.name == TOLL
             and any(child.lower_ in load_figure_words().outdated for child in reading.doc[match.head].children)]
    old = {quantity.start: quantity.low or 0 for head in tolls for quantity in toll_of(reading, head)}
    kept = [item for item in found if item.start not in old]
    new = max((item.tally.low or 0 for item in kept if item.tally.what == "killed"), default=0)
    return kept if new > max(old.values(), default=0) else found


def is_again(item: Counted, told: list[Counted]) -> bool:
    """"26 civilians were killed when jets pounded the town, killing 26 civilians": the figure of one outcome told once more by another."""
    def figure(one: Tally) -> tuple[str, int | None, int | None]:
        return one.what, one.low, one.high

    alike = [other.tally for other in told if figure(other.tally) == figure(item.tally) and other.start != item.start]
    return any("unknown" in (one.victims, item.tally.victims) or one.victims == item.tally.victims for one in alike)


def one_fate_each(reading: Reading, found: list[Counted]) -> list[Counted]:
    """"dozens were killed and wounded" counts casualties of both kinds; casualties that are told to be killed are that."""
    fates: dict[int, set[str]] = {}
    for item in found:
        fates.setdefault(item.start, set()).add(item.tally.what)
    own = {one.start: fate.what for one in reading.quantities if {"killed", "wounded"} <= fates.get(one.start, set())
           and (fate := fate_behind(reading, one)) is not None and fate.what in fates[one.start]}
    kept = []
    for item in found:
        if item.start in own:  # "left 30 nurses killed and some 70 wounded", whatever the parse shares out
            kept += [item] if item.tally.what == own[item.start] else []
            continue
        both = {"killed", "wounded"} <= fates[item.start] and (item.tally.low or 0) > 1
        if both and item.tally.what == "killed":
            kept.append(replace(item, tally=replace(item.tally, what="casualties")))
        elif not (item.tally.what == "wounded" and item.tally.high == 1 and "killed" in fates[item.start]) and not (  # "was wounded and died"
                both and item.tally.what in ("wounded", "casualties")) and not (
                item.tally.what == "casualties" and len(fates[item.start]) > 1):
            kept.append(item)
    return kept
