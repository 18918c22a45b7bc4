"""One published text. Report.text is the title, a blank line, and the body: every offset counts from its start."""

from __future__ import annotations

from dataclasses import dataclass

from warledger.model.record import Record, digest


@dataclass(frozen=True)
class Report(Record):
    """A report as it was read.

    published is ISO, a day or an instant in UTC, None where nothing tells; published_from says where it was found
    (given, page, feed, url, text, none). origin is shared by copies of one story. sha256 is of the raw bytes.
    """

    id: str
    text: str
    source_id: str | None = None
    url: str | None = None
    outlet: str | None = None
    title: str = ""
    language: str | None = None
    published: str | None = None
    published_from: str = "none"
    retrieved: str | None = None
    origin: str | None = None
    sha256: str | None = None

    @staticmethod
    def make_id(source_id: str | None, url: str | None, outlet: str | None, text: str, published: str | None) -> str:
        """The id of a report: the same source, outlet, text and date are the same report wherever it is read."""
        return digest("r", source_id, url, outlet, text, published)

    @property
    def day(self) -> str | None:
        """The ISO day of publication."""
        return self.published[:10] if self.published else None

    @property
    def body_start(self) -> int:
        """Where the body begins in text: behind the title and the blank line, 0 without a title."""
        head = self.title + "\n\n"
        return len(head) if self.title and self.text.startswith(head) else 0
