"""Layer 1: what a page prints around and between the paragraphs of its report.

In: a text and where its body begins. Out: the spans that are passed over. Decision: a line is passed over by how it opens
or by what no report says; rows of a table are, too: a figure without a sentence has no one who says it.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from pathlib import Path

from warledger.lexicons.yaml_source import read_entries

BOILERPLATE = Path(__file__).parents[2] / "lexicons" / "boilerplate.yaml"
KINDS = ("ends", "lines", "opens", "captions", "foot", "topics", "credits", "videos", "links", "menus")
# Those of a text that runs on in one line: they stand anywhere in it.
RUNNING = KINDS[4:]
PARAGRAPH = re.compile(r"\n\s*\n")
# A longer line is a paragraph, whatever it mentions.
LONGEST_LINE = 400
# What ends a report is counted only in so much of its last part: characters, or a share of the body.
LAST_PART, LAST_SHARE = 600, 3
# A paragraph of the report is no shorter, and ends as a sentence does.
LEAST_PARAGRAPH = 60
SENTENCE_ENDS = ".!?\"”»"
# A headline without full stop behind the last paragraph is a link to another report, not a sentence of this one.
RELATED_HEADLINE_WORDS = 14
# A line of tags is no longer, and these words open the sentence behind it.
TAG_LINE = 200
OPENERS = frozenset("At A An The More Some Dozens Several In On Two Three Four Five Six Seven Eight Nine Ten".split())
# Words of sentences, which no line of tags holds.
NO_TAGS = frozenset("and in of the on at to by for from with a an was were is are has have had said say says who that as after".split())
# Words of names: "Network for Human Rights".
IN_NAMES = frozenset("for of and".split())
# A row of a table has at least two marks between its cells.
ROW = re.compile(r"^[^\n|]*(?:\|[^\n|]*){2,}$|^[^\n\t]*[^\s][ ]*(?:\t[^\n\t]+){2,}$", re.MULTILINE)


def find_boilerplate(text: str, body_start: int) -> list[tuple[int, int]]:
    """The spans of a text that are no part of its report, in text order."""
    spans = sorted(set(_lines(text, body_start)))
    cut = _end_of_report(text, body_start, spans)
    spans = [(start, end) for start, end in spans if start < cut]
    if cut < len(text):
        spans.append((cut, len(text)))
    spans.extend(span for span in tag_lines(text, body_start) if not any(start <= span[0] < end for start, end in spans))
    spans.extend(_related_headlines(text, body_start, cut))
    return sorted(spans)


def tag_lines(text: str, body_start: int) -> list[tuple[int, int]]:
    """"Tags Syria airstrike Rebels At least 20 people": the words up to where a sentence opens."""
    found: list[tuple[int, int]] = []
    for match in re.finditer(r"\bTags:? (?=[A-Z])", text[body_start:]):
        at = body_start + match.end()
        words = list(re.finditer(r"\S+", text[at:at + TAG_LINE]))
        opener = _opens_sentence([word.group() for word in words])
        found.append((body_start + match.start(), at + words[opener - 1].end() if opener else at))
    return found


def _opens_sentence(words: list[str]) -> int:
    """The word behind the tags: one that only opens a sentence, or the last capital before a word that no tag is."""
    for k, word in enumerate(words):
        if word in OPENERS or word[:1].isdigit():
            return k
        named = word in IN_NAMES and 0 < k < len(words) - 1 and words[k - 1][:1].isupper() and words[k + 1][:1].isupper()
        if not named and (word in NO_TAGS or word.endswith(("ed", "."))):
            return next((j for j in range(k - 1, 0, -1) if words[j][:1].isupper()), 0)
    return len(words)


@functools.cache
def patterns() -> dict[str, re.Pattern[str]]:
    """One pattern per kind of boilerplate.yaml.

    Raises KnowledgeError with file and line where a kind is unknown or an expression is none.
    """
    wordings: dict[str, list[str]] = {kind: [] for kind in KINDS}
    for entry in read_entries(BOILERPLATE):
        entry.expect(*KINDS)
        for kind in entry.value:
            wordings[kind].extend(entry.texts(kind))
            try:
                re.compile("|".join(entry.texts(kind)))
            except re.error as error:
                raise entry.fail(f"{kind!r} holds a wrong expression: {error}", kind) from error
    joined = {kind: "(?:" + "|".join(words) + ")" for kind, words in wordings.items()}
    return {
        "ends": re.compile(rf"(?:^|(?<=[\n.!?\"”»]))[ \t]*{joined['ends']}", re.MULTILINE),
        "lines": re.compile(rf"^[^\n]*?{joined['lines']}[^\n]*$", re.MULTILINE | re.IGNORECASE),
        "opens": re.compile(rf"^[ \t]*{joined['opens']}[^\n]*$", re.MULTILINE),
        "captions": re.compile(joined["captions"], re.MULTILINE),
        **{kind: re.compile(joined[kind]) for kind in RUNNING},
    }


def _lines(text: str, body_start: int) -> Iterator[tuple[int, int]]:
    if "\n" not in text[body_start:] and len(text) - body_start >= LONGEST_LINE:
        return  # one line, and that a paragraph: none of the patterns below could name it
    for kind in ("lines", "opens"):
        for match in patterns()[kind].finditer(text, body_start):
            if match.end() - match.start() < LONGEST_LINE:
                yield match.start(), match.end()
    for match in patterns()["captions"].finditer(text, body_start):
        start = text.rfind("\n", 0, match.start()) + 1
        end = text.find("\n", match.end())
        end = len(text) if end < 0 else end
        if end - start < LONGEST_LINE and start >= body_start:
            yield start, end
    for match in ROW.finditer(text, body_start):
        if match.end() - match.start() < LONGEST_LINE:
            yield match.start(), match.end()


def _end_of_report(text: str, body_start: int, lines: list[tuple[int, int]]) -> int:
    for match in patterns()["ends"].finditer(text, body_start):
        in_last_part = len(text) - match.start() < max(LAST_PART, (len(text) - body_start) // LAST_SHARE)
        if in_last_part and not _goes_on(text, match.end(), lines):
            return match.start()
    return len(text)


def _goes_on(text: str, at: int, lines: list[tuple[int, int]]) -> bool:
    """Whether a paragraph of the report stands behind the line of a mark that looks like its end."""
    behind = text.find("\n", at)
    for match in re.finditer(r"[^\n]+", text[behind:] if behind >= 0 else ""):
        words = match.group().strip()
        is_line = any(start <= behind + match.start() < end for start, end in lines)
        if not is_line and len(words) >= LEAST_PARAGRAPH and words[-1] in SENTENCE_ENDS:
            return True
    return False


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
        if words[-1] in SENTENCE_ENDS + ":)" or len(words.split()) > RELATED_HEADLINE_WORDS:
            break
        found.append((start, cut if not found else stop))
        paragraphs.pop()
    return found
