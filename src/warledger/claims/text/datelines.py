"""Layer 1: the dateline: where and by which agency a report was written, as it opens the text.

In: a text, where its body begins, what is passed over in it. Out: the dateline's span, empty where nothing tells. Decision: it stands at the
head of the body, or there behind a byline, a date or the headline's second print; where it lost its brackets and dash only a town of
agencies, or a town in capitals before a country or an agency, is one, and only before a capital that opens the report. A town in capitals before an agency in brackets is one behind a lead, too.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from warledger.claims.text.headlines import HEAD, headline_words, printed_again
from warledger.lexicons.date_patterns import find_written_dates
from warledger.lexicons.word_lists import load_word_lists
from warledger.model import Report

# "BEIRUT, Lebanon (AP) -", "SANAA, Feb. 4 (Xinhua) --", "Geneva/Aleppo (Reuters) -": a place, perhaps a day, and an agency in brackets,
# or a place in capitals before a dash.
MARKED = re.compile(r"\s*(?P<where>(?:[A-Z][\w'’.-]*[ ,/]+){1,6}(?:\d{1,2} )?(?:[A-Z][\w.]*,? )?(?:\d{1,4}[, ]*)?"
                    r"\([A-Z][\w /&.,-]{1,30}\)\s*(?:--|[-–—:])|[A-Z][A-Z'’-]+(?:[ ,/]+[A-Z][A-Z'’-]+){0,3}(?:, [A-Z][\w.]+(?: \d{1,2})?)? *(?:--|[-–—]) )")
# Characters of the body in which a dateline may stand behind a lead.
LEAD = 700
# What a page prints before it, its day glued to the year ("Last updated at Jan 012016").
UPDATED = re.compile(r"(?:Last )?(?:[Uu]pdated|[Pp]ublished|[Pp]osted) (?:at|on) [A-Z][a-z]{2,8} \d{1,2} ?\d{4}")


def dateline_of(report: Report, boilerplate: list[tuple[int, int]]) -> tuple[int, int]:
    """Where the report was written and by which agency, as it opens the body; an empty span where nothing tells."""
    text, head = report.text, report.body_start
    at = head
    for start, end in boilerplate:  # a byline may stand above
        if not text[at:start].strip():
            at = max(at, end)
    match = MARKED.match(text, at)
    if match is not None:
        return match.start("where"), match.end()
    again = printed_again(report)
    updated = {head + match.end() for match in UPDATED.finditer(text[head:head + HEAD])}
    for behind in (at, *openings(report)):
        match = _unmarked(behind in updated).match(text, behind)
        if match is not None and (again is None or match.start("where") != again[0]):
            return match.start("where"), match.end()
    return next((span for span in inner_datelines(report) if not text[at:span[0]].strip()), (head, head))


def inner_datelines(report: Report) -> list[tuple[int, int]]:
    """Datelines behind a lead that stands above the report: "A blast has killed six. NAIROBI (Sputnik) Six people were killed"."""
    return [match.span("where") for match in _bracketed().finditer(report.text, report.body_start, report.body_start + LEAD)]


def openings(report: Report) -> Iterator[int]:
    """The characters of the body's head behind a date, and behind the headline where it is printed again."""
    text, head = report.text, report.body_start
    if (again := printed_again(report)) is not None:
        yield again[1]
    first = text[head:head + len(headline_words(report.title)) + HEAD]
    yield from (head + date.end for date in find_written_dates(first))
    yield from (head + match.end() for match in UPDATED.finditer(first))


@functools.cache
def _unmarked(small: bool) -> re.Pattern[str]:
    """"BEIRUT Reuters At least", "DAMASCUS Syria AP Rebels": without brackets or dash; small: also "Beirut Government forces"."""
    words = {name: "|".join(words) for name, words in load_word_lists("datelines.yaml", "dateline").items()}
    cities, countries, agencies = words["cities"], words["countries"], words["agencies"]
    town = r"[A-Z][A-Z'’-]{2,}(?: [A-Z][A-Z'’-]{2,}){0,2}"
    kinds = [rf"(?:{cities.upper()})(?: (?:{countries}))?(?: (?:{agencies}))?", rf"(?:{cities}) (?:{agencies})",
             rf"{town} (?:{countries})(?: (?:{agencies}))?", rf"{town} (?:{agencies})", *([cities] if small else []), agencies]
    return re.compile(rf"\s*(?P<where>{'|'.join(kinds)}) (?=[A-Z\"“])")


@functools.cache
def _bracketed() -> re.Pattern[str]:
    """A town in capitals before the brackets of an agency, which nothing but a capital follows."""
    agencies = "|".join(load_word_lists("datelines.yaml", "dateline")["agencies"])
    return re.compile(rf"(?<!\S)(?P<where>[A-Z][A-Z'’-]{{2,}}(?:[ /][A-Z][A-Z'’-]*){{0,2}}(?: [A-Z][a-z]+| \([A-Z][a-z]+\))? \((?:{agencies})\)(?: [-–—]+)?)(?= [A-Z\"“])")
