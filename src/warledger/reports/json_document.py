"""Reader of a JSON document: a list of reports, or one report, written over many lines.

In: a .json file. Out: a Report per item.
Decision: a document is read as a whole, within a stated limit; archives that are larger come as JSON lines.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from warledger.model import Problem, Report
from warledger.reports.cleaning import clean, decode
from warledger.reports.drafts import problem
from warledger.reports.json_lines import read_object, reason
from warledger.reports.options import ReadOptions
from warledger.reports.sources import DOCUMENT_LIMIT, Source

# Keys under which archives wrap their list of reports.
_WRAPPERS = ("articles", "reports", "documents", "items", "results", "data", "docs")


@dataclass(frozen=True)
class JsonDocumentSettings:
    """suffixes is empty, for only its content tells what a .json file is; limit is the longest file, in bytes."""

    suffixes: tuple[str, ...] = ()
    limit: int = DOCUMENT_LIMIT


class JsonDocument:
    """A list of objects, an object that wraps such a list ("articles", "items", ...), or one object."""

    NAME = "json"
    SETTINGS = JsonDocumentSettings()

    def __init__(self, settings: JsonDocumentSettings = SETTINGS) -> None:
        self.settings = settings

    def read(self, source: Source, options: ReadOptions) -> Iterator[Report | Problem]:
        """A report per item, in order."""
        decoded = decode(source.whole(self.settings.limit))
        if decoded.doubt:
            yield problem(source, "encoding", f"The file {decoded.doubt}.")
        try:
            value = json.loads(clean(decoded.text), strict=False)
        except RecursionError:
            yield problem(source, "broken-json", "The file is nested too deeply to be read.")
        except ValueError as error:
            yield problem(source, "broken-json", f"The file is no sound JSON: {reason(error)}.", getattr(error, "lineno", None))
        else:
            for item in _items(value):
                raw = json.dumps(item, ensure_ascii=False).encode("utf-8", "surrogatepass")
                yield from read_object(item, raw, source, options)


def _items(value: Any) -> list[Any]:
    if isinstance(value, list):
        return value
    if isinstance(value, Mapping):
        wrapped = next((value[key] for key in _WRAPPERS if isinstance(value.get(key), list)), None)
        if wrapped is not None and all(isinstance(item, Mapping) for item in wrapped):
            return list(wrapped)
    return [value]
