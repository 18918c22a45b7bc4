"""What the caller says about the sources: applies where a source does not say it itself.

In: the words of the command line or of an API call. Out: checked, normalised options.
Decision: what a report brings along wins over an option; an option that makes no sense is refused at once, not per report.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from warledger.errors import UsageError
from warledger.reports.given_date import parse_iso
from warledger.reports.languages import language_code

# The fields of a report that a column or key can be mapped to.
FIELDS = ("id", "title", "text", "outlet", "published", "url", "language", "retrieved")


@dataclass(frozen=True)
class ReadOptions:
    """How to read.

    published is an ISO day or instant, language an ISO 639-1 code or English name, both for reports that lack them, as
    is outlet. map leads from a field (one of FIELDS) to the column or key that holds it. retrieved is an ISO instant.
    Raises UsageError where one of them makes no sense.
    """

    published: str | None = None
    outlet: str | None = None
    language: str | None = None
    map: Mapping[str, str] = field(default_factory=dict)
    retrieved: str | None = None

    def __post_init__(self) -> None:
        for name in ("published", "retrieved"):
            value = getattr(self, name)
            if value is not None:
                object.__setattr__(self, name, _iso(name, value))
        if self.language is not None:
            code = language_code(self.language)
            if code is None:
                raise UsageError(f"{self.language!r} is no language: give a code such as en, ar or ru")
            object.__setattr__(self, "language", code)
        unknown = sorted(set(self.map) - set(FIELDS))
        if unknown:
            raise UsageError(f"nothing is called {unknown[0]!r} in a report; columns can be mapped to: {', '.join(FIELDS)}")


def _iso(name: str, value: str) -> str:
    iso = parse_iso(value)
    if iso is None:
        raise UsageError(f"{name}: {value!r} is no date; write it as 2020-02-05 or 2020-02-05T14:00:00Z")
    return iso
