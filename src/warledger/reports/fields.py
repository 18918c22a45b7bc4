"""The names that files give to the fields of a report, and how a record of theirs becomes a Draft.

In: a mapping with whatever keys and values. Out: a Draft, with Problems about values of the wrong kind.
Decision: names are compared without case, spaces and signs ("Pub_Date" is "pubdate"); of several names that fit, the first
of the lists below wins, so that the order of columns never matters.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from warledger.reports.drafts import Draft
from warledger.reports.options import FIELDS

# From the exports of news archives, crawlers and feeds; the plainest first.
NAMES: dict[str, tuple[str, ...]] = {
    "id": ("id", "sourceid", "unitid", "articleid", "docid", "documentid", "uid", "guid", "uuid"),
    "title": ("title", "headline", "articletitle", "heading"),
    "text": ("text", "body", "content", "article", "articlecontent", "articletext", "articlebody", "fulltext",
             "maintext", "story", "bodytext"),
    "outlet": ("outlet", "source", "publisher", "sitename", "newspaper", "publication", "domain", "agency"),
    "published": ("published", "date", "pubdate", "publicationdate", "publishdate", "publishedat", "datepublished",
                  "datepublish", "publisheddate", "dateofarticle", "articledate", "datetime", "timestamp"),
    "url": ("url", "link", "href", "permalink", "webpage", "articleurl", "sourceurl", "address"),
    "language": ("language", "lang"),
    "retrieved": ("retrieved", "retrievedat", "crawled", "datedownload", "downloaded", "accessed"),
}


@dataclass(frozen=True)
class Columns:
    """Which key of a record holds which field; missing are keys that were mapped but are not there."""

    keys: Mapping[str, str]
    missing: tuple[str, ...] = ()


def find_columns(keys: Iterable[str], mapped: Mapping[str, str]) -> Columns:
    """The columns for the fields: as mapped, else by name."""
    present = list(keys)
    by_name: dict[str, str] = {}
    for key in present:
        by_name.setdefault(_plain(key), key)
    chosen: dict[str, str] = {}
    for field in FIELDS:
        names = NAMES[field]
        if field in mapped:
            if mapped[field] in present:
                chosen[field] = mapped[field]
        elif name := next((name for name in names if name in by_name), None):
            chosen[field] = by_name[name]
    return Columns(chosen, tuple(column for column in mapped.values() if column not in present))


def draft_of(record: Mapping[str, Any], columns: Columns, raw: bytes,
             order: str | None = None) -> tuple[Draft | None, list[str]]:
    """The draft of a record, None where its text is no text; and a sentence for each value of the wrong kind."""
    values: dict[str, Any] = {}
    wrong: list[str] = []
    for field, key in columns.keys.items():
        value = _value(field, record.get(key))
        if value is _WRONG:
            wrong.append(f"Its {key!r} should be {_WANTED.get(field, 'text')}, not {_kind(record[key])}.")
        else:
            values[field] = value
    if "text" in columns.keys and "text" not in values:
        return None, wrong
    return Draft(
        raw=raw, body=values.get("text") or "", title=values.get("title"), source_id=values.get("id"),
        url=values.get("url"), outlet=values.get("outlet"), language=values.get("language"),
        published=values.get("published"), date_order=order, retrieved=values.get("retrieved")), wrong


_WRONG = object()
_WANTED = {"published": "a date", "id": "text or a whole number"}


def _value(field: str, value: Any) -> Any:
    """The value where it fits the field, None for an empty one, _WRONG otherwise."""
    if field == "outlet" and isinstance(value, Mapping):
        value = value.get("name")
    if isinstance(value, bool):
        return _WRONG
    if field == "id" and isinstance(value, int):
        return str(value)
    if field == "published" and isinstance(value, (int, float)):
        return value
    if isinstance(value, str):
        return value if value.strip() else None
    return None if value is None else _WRONG


def _kind(value: object) -> str:
    if isinstance(value, Mapping):
        return "an object"
    if isinstance(value, (list, tuple)):
        return "a list"
    return f"{str(value)[:40]}" if not isinstance(value, bool) else str(value).lower()


def _plain(name: str) -> str:
    return "".join(letter for letter in name.casefold() if letter.isalnum())
