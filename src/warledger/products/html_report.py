"""The HTML report: one file that opens from a disk without any network and shows incidents with their rival versions.

In: the records. Out: one page with its data, styles and scripts inside. Decision: the page may load nothing and run
nothing but its own scripts, named by their SHA-256 in its Content-Security-Policy; texts of reports are data, which the
scripts only ever set as text.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources
from string import Template
from typing import Any, BinaryIO

from warledger.model import Claim, Incident, Report
from warledger.products.arranged import arranged
from warledger.products.html_data import page_data
from warledger.products.json_lines import utf8
from warledger.products.wording import day_words

# In the order in which they run: each adds its part to the one object `Warledger`.
SCRIPTS = ("dom.js", "ledger.js", "view.js", "facets.js", "markers.js", "map.js", "timeline.js", "list.js", "reports.js",
           "incident.js", "start.js")

# Characters that could end the data block or that some parsers take for a line break; JSON reads the escapes as the same.
UNSAFE_IN_HTML = {character: f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}


@dataclass(frozen=True)
class HtmlSettings:
    """title heads the page. texts: carry the full texts of the reports, or only the passages of the claims."""

    title: str = "War ledger"
    texts: bool = True


class HtmlReport:
    """Writes the page."""

    NAME = "html"
    WHOLE = True  # threats, denials and statements that no incident holds are shown too
    SETTINGS = HtmlSettings()

    def __init__(self, settings: HtmlSettings = SETTINGS) -> None:
        self.settings = settings

    def write(self, incidents: Sequence[Incident], claims: Sequence[Claim], reports: Sequence[Report],
              out: BinaryIO) -> None:
        """Write the page; an empty ledger gives a page that says so."""
        data = page_data(arranged(incidents, claims, reports), self.settings.texts)
        style = part("style.css")
        scripts = [part(name) for name in SCRIPTS]
        page = Template(part("page.html")).substitute(
            policy=policy(style, scripts),
            title=html.escape(self.settings.title),
            style=style,
            counts=counts_line(data["counts"]),
            data=as_data_block(data),
            scripts="\n".join(f"<script>{script}</script>" for script in scripts),
        )
        out.write(utf8(page))


def part(name: str) -> str:
    """A part of the page from the package."""
    return (resources.files("warledger.products") / "report" / name).read_text(encoding="utf-8")


def policy(style: str, scripts: Sequence[str]) -> str:
    """The Content-Security-Policy: nothing is loaded from anywhere, and only these scripts and this style apply."""
    hashes = " ".join(f"'{source_hash(script)}'" for script in scripts)
    return "; ".join((
        "default-src 'none'", f"script-src {hashes}", f"style-src '{source_hash(style)}'", "base-uri 'none'",
        "form-action 'none'", "require-trusted-types-for 'script'", "trusted-types 'none'",
    ))  # fmt: skip


def source_hash(source: str) -> str:
    """The hash by which a policy names an inline source (Content Security Policy level 3)."""
    return "sha256-" + base64.b64encode(hashlib.sha256(source.encode("utf-8")).digest()).decode("ascii")


def as_data_block(data: dict[str, Any]) -> str:
    """JSON that no text in it can break out of."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for character, escape in UNSAFE_IN_HTML.items():
        text = text.replace(character, escape)
    return text


def counts_line(counts: dict[str, Any]) -> str:
    """The counts of the head as HTML, so that they stand there before a script runs."""
    nouns = (("incidents", "incident"), ("claims", "claim"), ("origins", "independent origin"), ("reports", "report"))
    parts = [f"<span><b>{counts[key]:,}</b> {noun}{'' if counts[key] == 1 else 's'}</span>" for key, noun in nouns]
    if counts["from"]:
        first, last = html.escape(counts["from"]), html.escape(counts["to"])
        period = [f'<time datetime="{day}">{day_words(day)}</time>' for day in dict.fromkeys((first, last))]
        parts.append(f"<span>{' to '.join(period)}</span>")
    return "\n".join(parts)
