"""Reader of a web page: the article of it, without menus, comments and advertisements.

In: a saved HTML page. Out: its Report, with title, site name, address and date from the page's metadata.
Decision: trafilatura finds the main text (its offsets are those of the text found, not of the markup); its date search keeps
to metadata and marked-up dates, for a date guessed from a footer is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from warledger.model import Problem, Report
from warledger.reports.cleaning import decode, one_line
from warledger.reports.drafts import Draft, finish, problem
from warledger.reports.options import ReadOptions
from warledger.reports.sources import TEXT_LIMIT, Source

# The standard asks for the declaration within the first 1024 bytes; pages in the wild are late with it.
_DECLARED_WITHIN = 8192
# With fewer letters than that, what was found is the rest of a menu and no article.
_FEWEST_LETTERS = 25
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.\-]+)", re.IGNORECASE)
_SITE_BEHIND = re.compile(r"\s*[|–—:»·]\s|\s+-\s")
_XML_ENCODING = re.compile(rb"<\?xml[^>]*encoding\s*=\s*[\"']([A-Za-z0-9_:.\-]+)", re.IGNORECASE)


@dataclass(frozen=True)
class HtmlPageSettings:
    """suffixes are the endings of file names, in small letters; limit is the longest page, in bytes."""

    suffixes: tuple[str, ...] = (".html", ".htm", ".xhtml")
    limit: int = TEXT_LIMIT


class HtmlPage:
    """A saved page is one report."""

    NAME = "html"
    SETTINGS = HtmlPageSettings()

    def __init__(self, settings: HtmlPageSettings = SETTINGS) -> None:
        self.settings = settings

    def read(self, source: Source, options: ReadOptions) -> Iterator[Report | Problem]:
        """The one report of the page; a Problem "no-text" where it has no article."""
        raw = source.whole(self.settings.limit)
        decoded = decode(raw, declared_charset(raw))
        if decoded.doubt:
            yield problem(source, "encoding", f"The page {decoded.doubt}.")
        page = extract(decoded.text)
        body = without_headline(page.get("text") or "", page.get("title"))
        if sum(map(str.isalpha, body)) < _FEWEST_LETTERS:
            yield problem(source, "no-text", "No article text was found in the page.")
            return
        yield from finish(Draft(
            raw=raw, body=body, title=page.get("title"), url=page.get("url"), outlet=page.get("sitename"),
            page_day=page.get("date")), source, options)


def without_headline(body: str, title: str | None) -> str:
    """The body without the headline above it, which would stand twice in the text and be coded twice.

    A title may go on behind the headline with the name of the site ("Bridge hit | The River Post").
    """
    first, _, rest = body.lstrip().partition("\n")
    headline, whole = one_line(first).casefold(), one_line(title or "").casefold()
    if not headline or not whole.startswith(headline):
        return body
    behind = whole[len(headline):]
    return body if behind and not _SITE_BEHIND.match(behind) else rest.lstrip("\n")


def declared_charset(raw: bytes) -> str | None:
    """The encoding that the page says it is in."""
    head = raw[:_DECLARED_WITHIN]
    match = _CHARSET.search(head) or _XML_ENCODING.search(head)
    return match[1].decode("ascii") if match else None


def extract(markup: str) -> dict[str, str | None]:
    """text, title, sitename, url and date (ISO day) of the article in the markup; empty where there is none."""
    import trafilatura
    from lxml.etree import LxmlError  # type: ignore[import-untyped]

    try:
        found = trafilatura.bare_extraction(
            markup, include_comments=False, with_metadata=True,
            date_extraction_params={"extensive_search": False, "original_date": True, "outputformat": "%Y-%m-%d"})
    except (LxmlError, ValueError, RecursionError):
        return {}
    if found is None:
        return {}
    return {name: getattr(found, name) for name in ("text", "title", "sitename", "url", "date")}
