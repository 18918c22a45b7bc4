"""What a reader is, and which one takes a source: by the suffix of its name, then by its first bytes.

In: a source. Out: the reader for it, or None.
Decision: a reader is a class with NAME, SETTINGS and one method, so that an extension is written exactly like a built-in.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator, Sequence
from typing import Any, Protocol

from warledger.model import Problem, Report
from warledger.reports.cleaning import decode, is_binary
from warledger.reports.drafts import problem
from warledger.reports.fields import find_columns
from warledger.reports.options import ReadOptions
from warledger.reports.sources import HEAD_BYTES, Source, TooLong

DELIMITERS = ",;\t|"
_MARKUP = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article|main|div|p|meta|title|h1)\b",
                     re.IGNORECASE | re.DOTALL)


class Reader(Protocol):
    """A reader of one kind of source.

    NAME is the kind. SETTINGS is a frozen dataclass of its settings as they come; `settings` of an object are its own.
    They hold at least suffixes, the endings of file names in small letters that it takes; binary = True where what
    it reads is no text. It is made with its settings, Mine(settings), or with none.
    """

    @property
    def NAME(self) -> str: ...  # noqa: N802 - the house's name for it

    @property
    def settings(self) -> Any: ...

    def read(self, source: Source, options: ReadOptions) -> Iterator[Report | Problem]:
        """The reports of an opened source, with a Problem for each that cannot be read."""
        ...


def reader_for(source: Source, readers: Sequence[Reader]) -> Reader | None:
    """The reader whose suffix the source has, else the one whose NAME its content tells; the later listed go first.

    A .json file holds one document or one report per line, which only its content tells.
    """
    for reader in reversed(readers):
        if source.suffix and source.suffix in reader.settings.suffixes:
            return reader
    kind = kind_by_content(source.head)
    return next((reader for reader in reversed(readers) if kind == reader.NAME), None)


def kind_by_content(head: bytes) -> str | None:
    """The NAME of the built-in reader for a source that begins so: json, json-lines, html, csv or text; None for binary."""
    if is_binary(head):
        return None
    text = decode(head).text.lstrip("\ufeff \t\r\n")
    if text.startswith("["):
        return "json"
    if text.startswith("{"):
        return _kind_of_json(text)
    if _MARKUP.match(text):
        return "html"
    return "csv" if _is_table(text) else "text"


def delimiter_of(header: str, options: ReadOptions) -> str:
    """The delimiter under which the header line names most fields of a report, and then has most columns."""
    line = re.split(r"[\r\n]", header, maxsplit=1)[0]

    def merit(delimiter: str) -> tuple[int, int]:
        try:
            columns = next(csv.reader([line], delimiter=delimiter), [])
        except csv.Error:
            return 0, 0
        return len(find_columns(columns, options.map).keys), len(columns)

    return max(DELIMITERS, key=merit)


def _kind_of_json(text: str) -> str:
    line, end, _rest = text.partition("\n")
    if not end:
        return "json-lines"
    try:
        json.loads(line)
    except (ValueError, RecursionError):
        second = text[len(line) + 1:].lstrip()
        return "json-lines" if second.startswith("{") and line.rstrip().endswith("}") else "json"
    return "json-lines"


def _is_table(text: str) -> bool:
    """Whether the first line is a header: it names at least two fields of a report, one of them its text."""
    line = re.split(r"[\r\n]", text, maxsplit=1)[0]
    try:
        delimiter = delimiter_of(line, ReadOptions())
        columns = find_columns(next(csv.reader([line], delimiter=delimiter), []), {}).keys
    except csv.Error:
        return False
    return len(columns) > 1 and "text" in columns


def read_opened(source: Source, options: ReadOptions, readers: Sequence[Reader],
                stray: bool = False) -> Iterator[Report | Problem]:
    """What the reader for an opened source gives; a Problem where it is empty, binary, too long or of no known kind.

    stray: it was met in a folder, not named by the caller, so a text is read only where its name says that it is one.
    """
    if not decode(source.head).text.strip("\ufeff\x00 \t\r\n") and len(source.head) < HEAD_BYTES:
        yield problem(source, "empty", "It is empty.")
        return
    reader = reader_for(source, readers)
    if is_binary(source.head) and not (reader and getattr(reader.settings, "binary", False)):
        yield problem(source, "binary", "It is no text but a picture, an archive or a document of some program; "
                                        "convert it to text first.")
        return
    if reader is None or (stray and reader.NAME == "text" and source.suffix not in ("", *reader.settings.suffixes)):
        yield problem(source, "unknown-kind", f"Nothing reads files of the kind {source.suffix}.")
        return
    try:
        yield from reader.read(source, options)
    except TooLong as error:
        yield problem(source, "too-long", f"It is longer than {error.args[0] // 1_000_000} MB, too long for one text.")
