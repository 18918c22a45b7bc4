"""Layer 1: what the parts of a text are: headline, body, quotations, and what is no part of the report.

In: a Report. Out: a Layout of character spans, and the text as the parser gets it: of the same length, with plain quote
marks and dashes and a headline in sentence case. Decision: nothing is cut out of a text, so that offsets stay true;
spans say what is to be passed over.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from warledger.actors.catalog import load_actors
from warledger.actors.folding import words as words_of
from warledger.claims.text.boilerplate import find_boilerplate, tag_lines
from warledger.claims.text.broken_marks import with_marks
from warledger.claims.text.datelines import dateline_of, inner_datelines, openings
from warledger.claims.text.headlines import (
    WORD,
    headline_with_comma,
    headline_words,
    is_title_case,
    printed_again,
)
from warledger.claims.text.lost_marks import Restored, lost_its_commas, with_lost_marks
from warledger.claims.text.punctuation import with_commas
from warledger.claims.text.running_text import heading_ends, page_pieces
from warledger.claims.text.truecasing import is_in_capitals, truecased
from warledger.claims.text.tweets import signatures
from warledger.model import Report

# One character for one, so that offsets stay: typographic quotes, dashes, odd spaces.
PLAIN = str.maketrans({
    "’": "'", "‘": "'", "ʼ": "'", "`": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "–": "-", "—": "-", "‑": "-",
    "\u00a0": " ", "\u2009": " ", "\u202f": " ", "\t": " ", "\u2028": "\n", "\u2029": "\n", "…": ".",
})
# A note in square brackets behind a word; the parser ends a sentence at such a bracket and not at a round one.
NOTE = re.compile(r"(?<=[\w,\"'])( \n?|\n)\[([^\[\]]{1,90})\]")
# What opens an item of a list.
ITEM = re.compile(r"^[ \t]*(?:[-*•·–—▪●◦]|\d{1,2}[.)])[ \t]+(?=[^\W_\d]|\d|[\"“])", re.MULTILINE)
# A line so short, or one that ends with a colon, is no line of a paragraph that goes on in the next.
SHORT_LINE = 45
# The first sentence begins within so many characters of the body and is known by its first words.
LEAD, OPENING = 500, 40
# A quotation longer than this lacks its closing mark.
LONGEST_QUOTATION = 1500


@dataclass(frozen=True)
class Layout:
    """Character spans of one report: where the body begins, what is passed over, what stands in quotation marks, the dateline, and the
    headline where it is printed once more over the text."""

    body_start: int
    boilerplate: tuple[tuple[int, int], ...]
    quotations: tuple[tuple[int, int], ...]
    dateline: tuple[int, int] = (0, 0)
    headline_again: tuple[int, int] | None = None

    def is_boilerplate(self, position: int) -> bool:
        """Whether a character is in a part that is no part of the report."""
        return any(start <= position < end for start, end in self.boilerplate)

    def in_dateline(self, position: int) -> bool:
        """Whether a character stands where the report says where and by which agency it was written."""
        return self.dateline[0] <= position < self.dateline[1]

    def tells_place(self, position: int) -> bool:
        """Whether a place named there is the report's: where it was written ("BEIRUT (Reuters) -") is no scene of it."""
        return not self.is_boilerplate(position) and not self.in_dateline(position)


def lay_out(report: Report) -> Layout:
    """The parts of a report's text."""
    text = report.text
    boilerplate = sorted([*find_boilerplate(text, report.body_start), *page_pieces(text, report.body_start)])
    dateline = dateline_of(report, boilerplate)
    boilerplate = sorted([*boilerplate, *(span for span in inner_datelines(report) if span[0] >= dateline[1])])
    return Layout(report.body_start, tuple(boilerplate), tuple(_quotations(text)), dateline, printed_again(report))


def parser_text(report: Report, known_word: Callable[[str], bool]) -> Restored:
    """The text for the parser: same length, plain marks, the headline in sentence case; a text in capitals truecased; lost marks told.

    known_word tells of a lower-case word that it is an ordinary word of our knowledge; words that the body writes in
    lower case are ordinary too.
    """
    plain = ITEM.sub(lambda match: " " * len(match.group()), with_marks(report.text)).translate(PLAIN)
    if is_in_capitals(plain):
        plain = truecased(plain)
    plain = NOTE.sub(lambda match: f"{match[1]}({match[2]})", plain)
    head = report.body_start
    title, body = headline_with_comma(plain[:head]), plain[head:]
    if is_title_case(headline_words(title)):
        ordinary = {match.group() for match in WORD.finditer(body) if match.group().islower()}
        named = _of_names(title)
        title = WORD.sub(lambda match: match.group() if match.start() in named else _lowered(match, ordinary, known_word), title)
    again = printed_again(report)
    if again is not None:  # many sites print the headline again over the text
        first = len(report.title) - len(report.title.lstrip())
        words = min(len(headline_words(report.title)), again[1] - again[0])
        printed = title[first:first + words] + body[again[0] + words - head:again[1] - head]
        printed = headline_with_comma(printed) if again[1] - again[0] > words else printed
        body = body[:again[0] - head] + printed + body[again[1] - head:]
    restored = with_lost_marks(body) if lost_its_commas(body) else Restored(body, frozenset())
    first, last = again or (0, 0)  # where a headline's verb ("condemns attack") owns nothing
    owners = frozenset(head + at for at in restored.owners if not first < head + at <= last)
    return Restored(_either(with_commas(title + body), title + restored.text), owners)


def _either(one: str, other: str) -> str:
    """Two readings of one text, of the same length: the mark of either for a blank of the other."""
    return one if one == other else "".join(b if a == " " else a for a, b in zip(one, other, strict=True))


def sentence_starts(report: Report) -> frozenset[int]:
    """Characters of the body's head where a sentence starts though no full stop says so.

    Behind the headline where it is printed again over the text, and behind a date line ("Thursday 6 Mar 2014 At least").
    """
    text, head = report.text, report.body_start
    starts = set()
    again = printed_again(report)
    if again is not None:
        starts.add(_next_word(text, again[1]))
        starts.add(again[0])
    for at in openings(report):
        behind = _next_word(text, at)
        if behind < len(text) and (text[behind].isupper() or text[behind] in "\"“"):
            starts.add(behind)
    dateline = dateline_of(report, find_boilerplate(text, head))
    if dateline[1] > dateline[0]:
        starts.add(_next_word(text, dateline[1]))
    starts |= {at for start, end in inner_datelines(report) for at in (start, _next_word(text, end))}
    starts |= {_next_word(text, end) for _, end in tag_lines(text, head)} | heading_ends(text, head)
    starts |= {_next_word(text, signature.end) for signature in signatures(text)}
    starts |= {match.end() for match in ITEM.finditer(text, head)} | set(_line_starts(text, head))
    starts |= {match.end() for match in re.finditer(r"(?<=[a-z]) (?=(?:Meanwhile|However|Moreover|Separately|Elsewhere) )", text)}
    return frozenset(starts | _leads_again(text, head, starts))


def _leads_again(text: str, head: int, starts: set[int]) -> set[int]:
    """Where the first sentence is printed once more right behind itself, as under the picture of a page."""
    found = set()
    for at in (start for start in {head, *starts} if head <= start < head + LEAD):
        opening = text[at:at + OPENING]
        again = text.find(opening, at + OPENING, at + LEAD) if len(opening) == OPENING else -1
        if again > 0 and text[again - 1] == " ":
            found.add(again)
    return found


def _line_starts(text: str, head: int) -> Iterator[int]:
    """Lines that open a sentence: those behind a short line or a colon, as in lists, captions and tables."""
    previous = ""
    at = head
    for line in text[head:].split("\n"):
        words = previous.strip()
        indent = len(line) - len(line.lstrip())
        opens = line[indent:indent + 1].isupper() or line[indent:indent + 1].isdigit()
        if words and opens and (len(words) < SHORT_LINE or words.endswith(":")):
            yield at + indent
        previous, at = line, at + len(line) + 1


def _next_word(text: str, at: int) -> int:
    while at < len(text) and (text[at].isspace() or text[at] in ".,;:-–—|)"):
        at += 1
    return at


def _of_names(title: str) -> set[int]:
    """Where the words start that are of a listed name of several words: the "State" of "Islamic State" is no ordinary word."""
    pieces, found, first = words_of(title), set[int](), 0
    while first < len(pieces):
        match = load_actors().match(pieces, first)
        last = first if match is None else match.last
        if match is not None and last > first:
            found.update(piece.start for piece in pieces[first:last + (0 if match.names[0].small else 1)])
        first = last + 1
    return found


def _lowered(match: re.Match[str], ordinary: set[str], known_word: Callable[[str], bool]) -> str:
    word = match.group()
    lower = word.lower()
    if match.start() == 0 or word == lower or len(word) != len(lower) or (word.isupper() and len(word) > 1):
        return word
    return lower if lower in ordinary or known_word(lower) else word


def _quotations(text: str) -> list[tuple[int, int]]:
    """The spans in quotation marks; a speech that opens each of its paragraphs, or a sentence anew, is a span per mark."""
    spans: list[tuple[int, int]] = []
    start: int | None = None
    for match in re.finditer(r"[\"“”„«»]", text):
        at = match.start()
        opens, closes = _opens(text, at), _closes(text, at)
        if opens if opens != closes else start is None:
            unclosed = "\n" in text[max(0, at - 2):at] or text[:at].rstrip()[-1:] in ".!?"
            if start is not None and unclosed and at - start <= LONGEST_QUOTATION:
                spans.append((start, len(text[:at].rstrip())))
            start = at
        elif start is not None:
            if at - start <= LONGEST_QUOTATION:
                spans.append((start, at + 1))
            start = None
    return spans


def _opens(text: str, at: int) -> bool:
    """Whether a mark can only open: by its shape, or a word stands right behind it and none before."""
    before, behind = text[at - 1:at], text[at + 1:at + 2]
    return text[at] in "“„«" or (text[at] == '"' and (not before.strip() or before in "([-–—") and behind.strip() != "")


def _closes(text: str, at: int) -> bool:
    """Whether a mark can only close."""
    before, behind = text[at - 1:at], text[at + 1:at + 2]
    return text[at] in "”»" or (text[at] == '"' and before.strip() != "" and (not behind.strip() or behind in ".,;:!?)]-–—"))
