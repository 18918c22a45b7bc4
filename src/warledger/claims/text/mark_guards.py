"""Layer 1: where no lost mark is put back, whatever its odds, and where one belongs that the odds misplace.

In: the words around a gap. Out: whether a mark may stand. Decision: never within a date, a name that is listed or on the map, or between a
number and those whom it counts; a comma that harm to others, a group's name or a clause of its own draws stands where grammar has it.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence

from warledger.actors.catalog import load_actors
from warledger.actors.folding import words as words_of
from warledger.claims.text.mark_odds import QUOTED
from warledger.gazetteer.lookup import Gazetteer
from warledger.lexicons.number_lexicon import load_numbers
from warledger.lexicons.unit_lexicon import load_units, singular

# Verbs before which a comma closes what another opens.
OF_VERBS = frozenset("had has have was were is are told".split())
# Verbs of saying, and what opens the speaker who stands behind one.
SAYING = frozenset("said says reported reports added adds".split())
ARTICLES = frozenset("the a an one two some several his her their its".split())
# What tells of those whom a number right before it counts, and what is never counted.
BEHIND_COUNT = frozenset("were was are have others other more".split())
YEAR = re.compile(r"(?:19|20)\d\d")
# Verbs of harm behind which others are counted.
HURTING, OTHERS = frozenset(("injured", "wounded", "injuring", "wounding")), "others"
KILLING = frozenset(("kill", "kills", "killing", "wound", "wounds", "wounding", "injure", "injures", "injuring"))
# Words that the longest name of a group has, and what a group is called right before its name.
NAME_REACH = 8
CALLED = frozenset("group militia movement organization organisation party faction network".split())
MONTHS = frozenset("January February March April May June July August September October November December".split())


def are_one(words: Sequence[str], at: int) -> bool:
    """Whether no comma parts two words: a number and whom it counts, a toll and its verb, a date, and what has a mark there."""
    return not may_be_parted(words[at], words[at + 1]) or _is_count(words, at) or _is_toll(words, at) or _is_date(words[at], words[at + 1])


def _is_count(words: Sequence[str], at: int) -> bool:
    """"On Monday 23 civilians", "another 39 were killed": a number and whom it counts; a year counts nobody, a number behind a name may be an age."""
    if not words[at].isdigit() or YEAR.fullmatch(words[at]):
        return False
    if words[at + 1] in BEHIND_COUNT:
        return at > 0 and not words[at - 1][0].isupper()
    counted = words[at + 1:at + 3] if words[at + 1][0].isupper() else words[at + 1:at + 2]
    return any(word != singular(word) and load_units().unit_of(word) == "people" for word in counted)


def tells_of_others(words: Sequence[str], at: int) -> bool:
    """"killed nine people, injured ten others": the comma stands before the verb, and not behind it."""
    return at > 0 and words[at] in HURTING and words[at + 1][0].isalnum() and OTHERS in words[at + 2:at + 5]


def _is_toll(words: Sequence[str], at: int) -> bool:
    """"Raids on Stronghold Kill 22": a verb of killing and how many it killed."""
    return words[at].lower() in KILLING and words[at + 1].isdigit()


def opens_clause(words: Sequence[str], at: int) -> bool:
    """"..., mostly by the army, and thousands have been displaced": a clause of its own, before which even odds are enough."""
    if words[at] != "and" or at + 1 == len(words):
        return False
    opens = words[at + 1].isdigit() or words[at + 1] in ARTICLES or words[at + 1] in _counting()
    return opens and not OF_VERBS.isdisjoint(words[at + 2:at + 5])


@functools.cache
def _counting() -> frozenset[str]:
    return frozenset(load_numbers().first_words)


def _is_date(left: str, right: str) -> bool:
    """"In December 2016 three guards": a month and its year are one date; a comma between them leaves a year that counts somebody."""
    return left in MONTHS and YEAR.fullmatch(right) is not None


def may_be_parted(left: str, right: str) -> bool:
    """Whether a comma may stand between two words: not in a date or number, and not beside another mark."""
    return (left[-1].isalnum() or left[-1] in "\"')]") and (right[0].isalnum() or right[0] in "\"'([") \
        and not (left[-1].isdigit() and right[0].isdigit())


def is_named_so(word: str) -> bool:
    """"Homs province": a place whose name ends so."""
    return word[0].isupper() and any(entry.match == "exact" for entry in _gazetteer().candidates(word))


def is_place(words: Sequence[str], at: int) -> bool:
    """"Abu Kamal": two words that are one name of a place."""
    name = f"{words[at]} {words[at + 1].rstrip(QUOTED + '.;:?!')}"
    return words[at + 1][0].isupper() and any(letter.isupper() for letter in words[at]) and any(entry.match == "exact" for entry in _gazetteer().candidates(name))


@functools.cache
def _gazetteer() -> Gazetteer:
    return Gazetteer.open()


def within_names(text: str) -> tuple[frozenset[int], frozenset[int]]:
    """Where the words within listed names of actors end, "Jaysh al-Islam" is one, and where names of several that end so themselves do: "the United Nations base"."""
    pieces, found, ends, first = words_of(text), set[int](), set[int](), 0
    while first < len(pieces):
        match = load_actors().match(pieces, first)
        if match is not None:
            found.update(pieces[k].end for k in range(match.first, match.last))
            if match.last > match.first and not match.possessive:
                ends.add(pieces[match.last].end)
        first = match.last + 1 if match is not None else first + 1
    return frozenset(found), frozenset(ends)


def behind_names(words: Sequence[str], found: Sequence[int]) -> Iterator[int]:
    """The commas, one between a group and its name moved behind it: "troops, backed by the Shiite group Hezbollah, seized the hill"."""
    for number, at in enumerate(found):
        opening = found[number - 1] if number else at
        if words[at] in CALLED and opening + 2 < at and words[opening + 1].endswith("ed") and words[opening + 2] == "by" \
                and (length := _named_group(words[at + 1:])) and at + length + 1 < len(words) and words[at + length + 1][0].islower():
            if at + length not in found:
                yield at + length
        else:
            yield at


def _named_group(words: Sequence[str]) -> int:
    """How many words name a listed group right here."""
    match = load_actors().match(words_of(" ".join(words[:NAME_REACH])), 0)
    return match.last + 1 if match is not None and any(name.actor.kind == "group" for name in match.names) else 0


def is_told_before(words: Sequence[str], at: int) -> bool:
    """A verb of saying whose speaker stands before it: "the ministry said in a statement", not "said the ministry"."""
    behind = words[at + 1] if at + 1 < len(words) else ""
    return words[at] in SAYING and bool(behind) and not behind[0].isupper() and behind not in ARTICLES
