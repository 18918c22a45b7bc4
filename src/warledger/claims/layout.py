"""Layer 1: what the parts of a text are: headline, body, quotations, and what is no part of the report.

In: a Report. Out: a Layout of character spans, and the text as the parser gets it: of the same length, with plain quote
marks and dashes and a headline in sentence case. Decision: nothing is cut out of a text, so that offsets stay true;
spans say what is to be passed over.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from warledger.claims.punctuation import headline_with_comma, with_commas
from warledger.claims.truecasing import is_in_capitals, truecased
from warledger.lexicons.date_patterns import find_written_dates
from warledger.lexicons.yaml_source import read_entries
from warledger.model import Report

# One character for one, so that offsets stay: typographic quotes, dashes, odd spaces.
PLAIN = str.maketrans({
    "’": "'", "‘": "'", "ʼ": "'", "`": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "–": "-", "—": "-", "‑": "-",
    "\u00a0": " ", "\u2009": " ", "\u202f": " ", "\t": " ", "\u2028": "\n", "\u2029": "\n", "…": ".",
})
WORD = re.compile(r"[^\W\d_][\w'-]*")
PARAGRAPH = re.compile(r"\n\s*\n")
# A headline without full stop behind the last paragraph is a link to another report, not a sentence of this one.
RELATED_HEADLINE_WORDS = 14
# A headline counts as title case when this share of its longer words has a capital.
TITLE_CASE_SHARE = 0.6
# A line of tags is no longer, and these words open the sentence behind it.
TAG_LINE = 200
OPENERS = frozenset("At A An The More Some Dozens Several In On Two Three Four Five Six Seven Eight Nine Ten".split())
# So far into a body a date line or the headline's second print may stand.
HEAD = 200
# A quotation longer than this lacks its closing mark.
LONGEST_QUOTATION = 1500


@dataclass(frozen=True)
class Layout:
    """Character spans of one report: where the body begins, what is passed over, what stands in quotation marks."""

    body_start: int
    boilerplate: tuple[tuple[int, int], ...]
    quotations: tuple[tuple[int, int], ...]

    def is_boilerplate(self, position: int) -> bool:
        """Whether a character is in a part that is no part of the report."""
        return any(start <= position < end for start, end in self.boilerplate)


def lay_out(report: Report) -> Layout:
    """The parts of a report's text."""
    text = report.text
    return Layout(report.body_start, tuple(_boilerplate(text, report.body_start)), tuple(_quotations(text)))


def parser_text(report: Report, known_word: Callable[[str], bool]) -> str:
    """The text for the parser: same length, plain marks, the headline in sentence case; a text in capitals truecased.

    known_word tells of a lower-case word that it is an ordinary word of our knowledge; words that the body writes in
    lower case are ordinary too.
    """
    plain = report.text.translate(PLAIN)
    if is_in_capitals(plain):
        plain = truecased(plain)
    head = report.body_start
    title, body = headline_with_comma(plain[:head]), plain[head:]
    if _is_title_case(title):
        ordinary = {match.group() for match in WORD.finditer(body) if match.group().islower()}
        title = WORD.sub(lambda match: _lowered(match, ordinary, known_word), title)
        repeated = plain[:head].rstrip("\n")
        if repeated and repeated in body[:400]:  # many sites print the headline again over the text
            at = body.find(repeated)
            body = body[:at] + title.rstrip("\n") + body[at + len(repeated):]
    return with_commas(title + body)


def sentence_starts(report: Report) -> frozenset[int]:
    """Characters of the body's head where a sentence starts though no full stop says so.

    Behind the headline where it is printed again over the text, and behind a date line ("Thursday 6 Mar 2014 At least").
    """
    text, head = report.text, report.body_start
    starts = set()
    repeated = report.title.strip()
    at = text.find(repeated, head, head + len(repeated) + HEAD) if repeated and head else -1
    if at >= 0:
        starts.add(_next_word(text, at + len(repeated)))
        starts.add(at)
    for date in find_written_dates(text[head:head + len(repeated) + HEAD]):
        behind = _next_word(text, head + date.end)
        if behind < len(text) and (text[behind].isupper() or text[behind] in "\"“"):
            starts.add(behind)
    starts |= {_next_word(text, end) for _, end in _tag_lines(text, head)}
    starts |= {match.end() for match in re.finditer(r"(?<=[a-z]) (?=(?:Meanwhile|However|Moreover|Separately|Elsewhere) )", text)}
    return frozenset(starts)


def _next_word(text: str, at: int) -> int:
    while at < len(text) and (text[at].isspace() or text[at] in ".,;:-–—|)"):
        at += 1
    return at


def _lowered(match: re.Match[str], ordinary: set[str], known_word: Callable[[str], bool]) -> str:
    word = match.group()
    lower = word.lower()
    if match.start() == 0 or word == lower or len(word) != len(lower) or (word.isupper() and len(word) > 1):
        return word
    return lower if lower in ordinary or known_word(lower) else word


def _is_title_case(title: str) -> bool:
    words = [word for word in WORD.findall(title) if len(word) > 3]
    return bool(words) and sum(word[0].isupper() for word in words) / len(words) >= TITLE_CASE_SHARE


@functools.cache
def _markers() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Patterns of what ends a report, and of lines that are passed over."""
    entries = read_entries(Path(__file__).parent.parent / "lexicons" / "boilerplate.yaml")
    ends = [phrase for entry in entries for phrase in entry.value.get("ends", ())]
    lines = [phrase for entry in entries for phrase in entry.value.get("lines", ())]
    end = re.compile(r"(?:^|(?<=[\n.!?\"”»]))[ \t]*(?:" + "|".join(ends) + ")", re.MULTILINE)
    line = re.compile(r"^[^\n]*(?:" + "|".join(lines) + r")[^\n]*$", re.MULTILINE | re.IGNORECASE)
    return end, line


def _boilerplate(text: str, body_start: int) -> list[tuple[int, int]]:
    end, line = _markers()
    spans = [(match.start(), match.end()) for match in line.finditer(text, body_start)
             if match.end() - match.start() < 400]
    cut = len(text)
    for match in end.finditer(text, body_start):
        rest = text[match.start():]
        if len(rest) < max(600, (len(text) - body_start) // 3):
            cut = match.start()
            spans.append((cut, len(text)))
            break
    spans.extend(_tag_lines(text, body_start))
    spans.extend(_related_headlines(text, body_start, cut))
    return sorted(spans)


def _tag_lines(text: str, body_start: int) -> list[tuple[int, int]]:
    """"Tags Syria Aleppo Rebels At least 20 people": the run of capitalised words up to where a sentence opens."""
    found: list[tuple[int, int]] = []
    for match in re.finditer(r"\bTags:? (?=[A-Z])", text[body_start:]):
        at = body_start + match.end()
        end = at
        for word in re.finditer(r"\S+", text[at:at + TAG_LINE]):
            plain = word.group()
            if plain in OPENERS or plain[:1].isdigit() or not (plain[:1].isupper() or plain.startswith("al-")):
                if plain[:1].islower() and not plain.startswith("al-"):
                    end = max(at, text.rfind(" ", at, max(at, end - 1)))  # the word before opens the sentence
                break
            end = at + word.end()
        found.append((body_start + match.start(), end))
    return found


def _related_headlines(text: str, body_start: int, cut: int) -> list[tuple[int, int]]:
    """Short paragraphs without a full stop at the foot of a text that otherwise ends its sentences."""
    paragraphs = []
    position = body_start
    for match in [*PARAGRAPH.finditer(text, body_start, cut), None]:
        stop = match.start() if match else cut
        if text[position:stop].strip():
            paragraphs.append((position, stop))
        position = match.end() if match else cut
    found: list[tuple[int, int]] = []
    while len(paragraphs) > 2:
        start, stop = paragraphs[-1]
        words = text[start:stop].strip()
        if words[-1] in ".!?\"”»:)" or len(words.split()) > RELATED_HEADLINE_WORDS:
            break
        found.append((start, cut if not found else stop))
        paragraphs.pop()
    return found


def _quotations(text: str) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    start: int | None = None
    for match in re.finditer(r"[\"“”„«»]", text):
        mark, at = match.group(), match.start()
        opens = mark in "“„«" or (mark == '"' and start is None)
        if opens:
            start = at
        elif start is not None:
            if at - start <= LONGEST_QUOTATION:
                spans.append((start, at + 1))
            start = None
    return spans
