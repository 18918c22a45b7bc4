"""Layer 1: marks put back into a text that lost all of them, as pages do that are stored without punctuation: commas, owners' apostrophes.

In: a body of text. Out: the same text, of the same length, with a comma for some of its blanks, and which words are owners ("the armys
attack"). Decision: where a clause, an apposition or a list ends and which word owns what follows is learned from text that kept its marks
(learned/marks, a small transformer that reads each sentence); a comma is set only where the model is sure, since a wrong one misleads
the parser more than a missing one, never within a date, a listed name or between a number and those whom it counts, and before the verb of
a clause only behind one that opens what it closes. A text that has commas is left as it is.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from warledger.actors.catalog import load_actors
from warledger.actors.folding import words as words_of
from warledger.gazetteer.lookup import Gazetteer
from warledger.learned import encoder
from warledger.learned.word_pieces import end_numbers, numbers_of
from warledger.lexicons.number_lexicon import load_numbers
from warledger.lexicons.unit_lexicon import load_units, singular

# A text lost its commas when it has so many words and less than one comma in so many: edited English has 4 to 7 in a hundred.
LEAST_WORDS = 25
WORDS_PER_COMMA = 400
# Log-odds from which a mark is set: at even odds more come back and the claims are no nearer to those of the whole text.
LEAST_ODDS = 1.0
# Log-odds from which a comma opens what a surer one closes, and verbs before which one closes.
OPENING_ODDS = -2.5
OF_VERBS = frozenset("had has have was were is are told".split())
# Before a verb of saying whose speaker stands before it a comma is rare: these odds are asked of one. An article or a name behind it is its speaker.
SAYING, SAYING_ODDS = frozenset("said says reported reports added adds".split()), 3.0
ARTICLES = frozenset("the a an one two some several his her their its".split())
MODEL = "marks"
# Columns of what the model tells, and how a word ends that may have lost an owner's apostrophe.
COMMA, OWNER = 0, 1
OWNED = re.compile(r"[^\W\d_]{2}s$")
# Pieces of a sentence that are read at once; a longer one is read in stretches.
LONGEST = 128
# Kinds of words by their capitals and digits, of which the pieces tell nothing; the marks of begin and end have none.
NO_KIND, MARKS, NUMBER, SPAN, CAPITALS, CAPITAL, JOINED, PLAIN = range(8)
QUOTED = '"()[]'
TOKEN = re.compile(r"\S+")
ENDS = (".", "?", "!", ";")
SHORTENED = re.compile(r"[A-Z]\.|(?:Mr|Mrs|Ms|Dr|Lt|Gen|Col|Sgt|Capt|Maj|Gov|Sen|Rep|St|Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.")

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


def lost_its_commas(text: str) -> bool:
    """Whether a text has next to no comma where edited English would have many."""
    words = text.count(" ") + 1
    return words >= LEAST_WORDS and text.count(",") * WORDS_PER_COMMA <= words


@dataclass(frozen=True)
class Restored:
    """A text with commas for some of its blanks, as long as before, and the characters behind owners that lost their apostrophe ("armys")."""

    text: str
    owners: frozenset[int]


def with_lost_marks(text: str) -> Restored:
    """The text with commas for the blanks where one is likely to have stood, and where an owner's apostrophe is likely to be lost."""
    tokens = list(TOKEN.finditer(text))
    words = [token.group() for token in tokens]
    gaps = TOKEN.split(text)[1:-1]
    ends = [gap != " " or ends_sentence(word) for word, gap in zip(words, gaps, strict=False)] + [True]
    whole, named = _within_names(text)
    told = odds(words, ends)
    commas = told[:, COMMA]
    for at in range(len(words) - 1):
        if ends[at] or tokens[at].end() in whole or _is_one(words, at) or (commas[at] > OPENING_ODDS and _is_place(words, at)):
            commas[at] = -np.inf
        elif _opens_clause(words, at + 1):
            commas[at] += LEAST_ODDS
        elif _tells_of_others(words, at):
            commas[at - 1], commas[at] = max(commas[at - 1:at + 1]), -np.inf
    characters = list(text)
    for at in _behind_names(words, _in_pairs(words, ends, commas)):
        characters[tokens[at].end()] = ","
    owners = (at for at in np.flatnonzero(told[:, OWNER] > LEAST_ODDS).tolist() if OWNED.search(words[at]) and not _is_named_so(words[at]))
    return Restored("".join(characters), frozenset(tokens[at].end() for at in owners) - named - whole)


def _in_pairs(words: Sequence[str], ends: Sequence[bool], told: NDArray[np.float64]) -> list[int]:
    """The gaps that get a comma. "Fighters, backed by tanks, had fled": one before the verb of a clause closes what another opens.

    Where the one that opens is not surely told it is the likeliest before; where none is likely the one before the verb is not set.
    """
    found: list[int] = []
    start = 0
    for at in range(len(words)):
        if told[at] > LEAST_ODDS and (told[at] > SAYING_ODDS or not _is_told_before(words, at + 1)):
            if words[at + 1] in OF_VERBS and not (found and found[-1] >= start):
                opening = start + int(np.argmax(told[start:at])) if at > start else at
                if opening == at or told[opening] < OPENING_ODDS:
                    continue
                found.append(opening)
            found.append(at)
        if ends[at]:
            start = at + 1
    return found


def _behind_names(words: Sequence[str], found: Sequence[int]) -> Iterator[int]:
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


def _is_told_before(words: Sequence[str], at: int) -> bool:
    """A verb of saying whose speaker stands before it: "the ministry said in a statement", not "said the ministry"."""
    behind = words[at + 1] if at + 1 < len(words) else ""
    return words[at] in SAYING and bool(behind) and not behind[0].isupper() and behind not in ARTICLES


def _is_named_so(word: str) -> bool:
    """"Homs province": a place whose name ends so."""
    return word[0].isupper() and any(entry.match == "exact" for entry in _gazetteer().candidates(word))


def _is_place(words: Sequence[str], at: int) -> bool:
    """"Abu Kamal": two words that are one name of a place."""
    name = f"{words[at]} {words[at + 1].rstrip(QUOTED + '.;:?!')}"
    return words[at + 1][0].isupper() and any(letter.isupper() for letter in words[at]) and any(entry.match == "exact" for entry in _gazetteer().candidates(name))


@functools.cache
def _gazetteer() -> Gazetteer:
    return Gazetteer.open()


def _within_names(text: str) -> tuple[frozenset[int], frozenset[int]]:
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


def ends_sentence(word: str) -> bool:
    """Whether a sentence ends behind a word; a word that is always written short ("Gen.") ends none."""
    return word.rstrip("\"')]").endswith(ENDS) and not SHORTENED.fullmatch(word)


def may_be_parted(left: str, right: str) -> bool:
    """Whether a comma may stand between two words: not in a date or number, and not beside another mark."""
    return (left[-1].isalnum() or left[-1] in "\"')]") and (right[0].isalnum() or right[0] in "\"'([") \
        and not (left[-1].isdigit() and right[0].isdigit())


def _is_one(words: Sequence[str], at: int) -> bool:
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


def _tells_of_others(words: Sequence[str], at: int) -> bool:
    """"killed nine people, injured ten others": the comma stands before the verb, and not behind it."""
    return at > 0 and words[at] in HURTING and words[at + 1][0].isalnum() and OTHERS in words[at + 2:at + 5]


def _is_toll(words: Sequence[str], at: int) -> bool:
    """"Raids on Stronghold Kill 22": a verb of killing and how many it killed."""
    return words[at].lower() in KILLING and words[at + 1].isdigit()


def _opens_clause(words: Sequence[str], at: int) -> bool:
    """"..., mostly by the army, and thousands have been displaced": a clause of its own, before which even odds are enough."""
    subject = words[at + 1] if words[at] == "and" and at + 1 < len(words) else ""
    opens = subject.isdigit() or subject in ARTICLES or subject in load_numbers().first_words
    return opens and not OF_VERBS.isdisjoint(words[at + 2:at + 5])


def _is_date(left: str, right: str) -> bool:
    """"In December 2016 three guards": a month and its year are one date; a comma between them leaves a year that counts somebody."""
    return left in MONTHS and YEAR.fullmatch(right) is not None


def odds(words: Sequence[str], ends: Sequence[bool]) -> NDArray[np.float64]:
    """The log-odds (words, 2) of a comma behind each word and of an owner's apostrophe in it.

    None (minus infinity) at the last of a sentence, each of which is read by itself.
    """
    found = np.full((len(words), 2), -np.inf)
    starts = [0, *(number + 1 for number, last in enumerate(ends) if last)]
    for start, end in zip(starts, [*starts[1:], len(words)], strict=True):
        for stretch in stretches(words[start:end]) if end > start + 1 else ():
            told = encoder.vectors(MODEL, stretch.numbers, stretch.kinds)
            found[start + stretch.first:start + stretch.first + len(stretch.lasts) - 1] = told[stretch.lasts[:-1]]
    return found


@dataclass
class Stretch:
    """Words that are read at once: numbers and kinds of their pieces, the last piece of each word, and which word of the sentence is the first."""

    first: int
    numbers: list[int]
    kinds: list[int]
    lasts: list[int] = field(default_factory=list)


def stretches(words: Sequence[str]) -> Iterator[Stretch]:
    """A sentence as stretches of at most LONGEST pieces; the last word of one is the first of the next, so each gap is read once."""
    opening, closing = end_numbers()
    now = Stretch(0, [opening], [NO_KIND])
    for at, word in enumerate(words):
        numbers, kind = read_of(word)
        if len(now.numbers) + len(numbers) >= LONGEST and now.lasts:
            yield _closed(now, closing)
            before, kind_before = read_of(words[at - 1])
            now = Stretch(at - 1, [opening, *before], [NO_KIND, *[kind_before] * len(before)], [len(before)])
        now.numbers += numbers
        now.kinds += [kind] * len(numbers)
        now.lasts.append(len(now.numbers) - 1)
    yield _closed(now, closing)


def _closed(stretch: Stretch, closing: int) -> Stretch:
    stretch.numbers.append(closing)
    stretch.kinds.append(NO_KIND)
    return stretch


@functools.lru_cache(maxsize=1 << 16)
def read_of(word: str) -> tuple[tuple[int, ...], int]:
    """The numbers of a word's pieces, of which a very long one has no more than a stretch holds, and its kind."""
    return numbers_of(word)[:LONGEST // 2], _kind(word.strip(QUOTED))


def _kind(word: str) -> int:
    if not word:
        return MARKS
    if word[0].isdigit():
        return SPAN if "-" in word else NUMBER
    if word[0].isupper():
        return CAPITALS if word.isupper() and len(word) > 1 else CAPITAL
    return JOINED if "-" in word else PLAIN
