"""Layer 1: what a page prints around its report, in a text that lost its paragraphs and runs on in one line.

In: a text and where its body begins. Out: the spans that are passed over, and the characters where a sentence starts though
no full stop says so. Decision: without lines, a caption is known by the credit that closes it; it is a sentence for itself, and
only its credit is passed over, since it may tell of what the text does not. A link to another report is known by its title
case, and a heading by the sentence that opens behind it with a capital where none belongs.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from warledger.claims.text.boilerplate import patterns

# What a text was found to hold is remembered for so many texts: more than are laid out before the first of them is read.
REMEMBERED = 64
# Where a sentence ends in running text.
STOP = re.compile(r"(?:[a-z0-9)\]\"][.!?]|[.!?][\"”)]) ")
# A longer sentence is one of the report, whatever is printed behind it; a report goes on behind its captions for so much.
LONGEST_CAPTION = 350
GOES_ON = 150
# A caption tells the year of its picture, and not who says so.
DATED = re.compile(r"\b(?:19|20)\d\d\b")
TOLD = re.compile(r"\b(?:said|says|told|added|according|reported|announced)\b")
# A link to another report has so many words in title case.
LEAST_LINK = 5
LONGEST_LINK = 250
SMALL = frozenset("a an the of in on at to for from by with and or as after over near into against amid - is its".split())
OPENERS = frozenset("A An The This In On At As According Earlier Meanwhile However".split())
# Words that open a sentence: in capitals behind a word of another, no headline or heading goes on with them.
OPENING = r"(?:In|On|At|After|According to|During|Earlier|Later|Since|As|The|A|An) (?:[a-z]|\d|[A-Z]\w+ [a-z])"
# Whoever opens the first sentence under a heading: common nouns, so that no name goes on with their capital.
FIGHTERS = r"(?:Terrorists?|Militants|Rebels|Gunmen|Fighters|Insurgents|Troops|Warplanes|Clashes|Suicide (?:bombers?|attackers?)|Air (?:strikes|raids)|Airstrikes|Shelling)(?: (?:groups?|organizations?))? (?!(?:in|of|at|from|near|and|on|as|by|to|with)\b)[a-z]"
# How many were hit: with that a report opens ("in Aleppo Four civilians were injured"), and what follows is no title case.
COUNTED = r"(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|Some|Several|Dozens|Scores|Hundreds|Thousands|Another|" \
    r"(?:Nearly|Around|About|More than|Less than|Fewer than|Over|Almost|Up to) (?:\d+|[a-z]+)) (?!(?:of|in) [A-Z])(?:[a-z]|[A-Z]\w+ [a-z]{4})"
# A heading in capitals between two sentences ("... said. NO WAY OUT Damascus announced"): two words at least, one of them no acronym by its length.
HEADING = re.compile(r"(?<=[.!?\"\u201d] )(?=[A-Z' -]*[A-Z]{6})[A-Z][A-Z'-]+(?: [A-Z][A-Z'-]*){1,5}(?= (?:[A-Z][a-z]|A [a-z]))")
BEHIND_HEADING = re.compile(rf"(?<=[a-z0-9]) (?={OPENING})|(?<=[a-z]) (?={FIGHTERS}|{COUNTED})")
# "... probe into school attack Malian rebels launched an assault": behind titles of other reports so the first sentence opens.
FIRST = re.compile(r"(?<=[a-z]) (?=[A-Z][a-z]+(?:n|ish|i|ese) (?:rebels|militants|gunmen|fighters|insurgents|jihadists|troops|soldiers|forces|warplanes|jets) "
                   r"[a-z]+ed (?:a|an|the|at)\b)")
WORD_BEFORE = re.compile(r"(\S+)$")
# Behind these words goes on what they open: "according to The Hague", "told The Associated Press", "and The".
GOVERNS = frozenset("to of by in on at from for with and or the told said near that as via between against called named added".split())


def is_running(text: str, body_start: int) -> bool:
    """Whether the body is one line, however long."""
    return "\n" not in text[body_start:].strip()


@functools.lru_cache(REMEMBERED)
def page_pieces(text: str, body_start: int) -> tuple[tuple[int, int], ...]:
    """The spans of a running text that are no part of its report."""
    if not is_running(text, body_start):
        return ()
    foot = patterns()["foot"].search(text, body_start)
    end = foot.start() if foot else len(text)
    found = [(foot.start(), len(text))] if foot else []
    found += [match.span() for match in patterns()["topics"].finditer(text, body_start, end)]
    found += _menus(text, body_start, end)
    found += [(credit, stop) for _, credit, stop in _closed_sentences(text, body_start, end)]
    found += _links(text, body_start, end)
    return tuple(sorted(found))


def heading_ends(text: str, body_start: int) -> set[int]:
    """Where a sentence opens right behind a heading, a caption or a link."""
    if not is_running(text, body_start):
        return set()
    starts = {match.end() for match in BEHIND_HEADING.finditer(text, body_start) if not _governed(text[body_start:match.start()])}
    starts |= {at for match in HEADING.finditer(text, body_start) for at in (match.start(), match.end() + 1)}
    starts |= {start for start, *_ in _closed_sentences(text, body_start, len(text))}
    for start, end in page_pieces(text, body_start):
        starts |= {start, end + 1} if text[end:end + 1] == " " else {start}
    return starts


def _governed(before: str) -> bool:
    word = WORD_BEFORE.search(before)
    return word is None or word.group().lower() in GOVERNS


def _sentence_start(text: str, floor: int, at: int) -> int:
    """Where the sentence starts that ends at a character."""
    stops = [match.end() for match in STOP.finditer(text, floor, at)]
    return stops[-1] if stops else floor


@functools.lru_cache(REMEMBERED)
def _closed_sentences(text: str, floor: int, end: int) -> tuple[tuple[int, int, int], ...]:
    """Captions and titles of films: where they start, where the credit starts that closes them, where it ends."""
    found = []
    for kind in ("credits", "videos"):
        for match in patterns()[kind].finditer(text, floor, end):
            start = _sentence_start(text, floor, match.start())
            words = text[start:match.start()]
            if len(words) <= LONGEST_CAPTION and end - match.end() >= GOES_ON and (kind == "videos" or _is_caption(words, match.group())):
                found.append((start, match.start(), match.end()))
    return tuple(found)


def _is_caption(words: str, credit: str) -> bool:
    return not TOLD.search(words) and (DATED.search(words) is not None or "[" in credit)


def _menus(text: str, floor: int, end: int) -> Iterator[tuple[int, int]]:
    """What a page offers between its headline and its text, up to where the first sentence opens behind the titles of other reports."""
    for match in patterns()["menus"].finditer(text, floor, end):
        stop = STOP.search(text, match.end(), end)
        last = stop.end() if stop else end
        opens = [opening.end() for pattern in (FIRST, BEHIND_HEADING) for opening in pattern.finditer(text, match.end(), last)]
        if opens:
            yield match.start(), max(opens) - 1


def _links(text: str, floor: int, end: int) -> Iterator[tuple[int, int]]:
    """The credit of a picture and the title of another report behind it, up to where the sentence opens."""
    for match in patterns()["links"].finditer(text, floor, end):
        words = list(re.finditer(r"\S+", text[match.end():min(end, match.end() + LONGEST_LINK)]))
        last = next((k for k, word in enumerate(words) if word.group()[0].islower() and word.group() not in SMALL), len(words))
        opener = _opener(words, last)
        if opener is not None and opener >= LEAST_LINK:
            yield match.start(), match.end() + words[opener - 1].end()


def _opener(words: list[re.Match[str]], last: int) -> int | None:
    """The word of a run in title case that opens the sentence behind it; None where the run holds no capital."""
    for k in range(LEAST_LINK, last):
        if words[k].group() in OPENERS and words[k - 1].group() not in SMALL:
            return k
    return next((k for k in range(last - 1, 0, -1) if words[k].group()[0].isupper()), None)
