"""Which news agencies sign a text: in its byline or dateline, or at its end.

In: a body. Out: the names of agencies that stand among its first or last words.
Decision: only the edges of a text count, for in the middle an agency is quoted; the list is data (agencies.yaml).
"""

from __future__ import annotations

import functools
import re
from pathlib import Path

from warledger.lexicons.yaml_source import ResourcePath, read_entries

AGENCIES = Path(__file__).with_name("agencies.yaml")
# A date, a headline repeated, a byline and a dateline fit into the first, a signature into the second (characters).
HEAD, TAIL = 250, 120


def signing_agencies(body: str) -> frozenset[str]:
    """The names of the agencies in the head and the tail of the body."""
    pattern, names = _signs()
    edges = body if len(body) <= HEAD + TAIL else f"{body[:HEAD]}\n{body[-TAIL:]}"
    return frozenset(names[sign] for sign in pattern.findall(edges))


def load_agencies(path: ResourcePath = AGENCIES) -> dict[str, str]:
    """The name of the agency for each of its signs.

    Raises KnowledgeError, with file and line, where an entry is wrong or a sign is given twice.
    """
    names: dict[str, str] = {}
    for entry in read_entries(path):
        entry.expect("name", "signs")
        name, signs = entry.text("name"), entry.texts("signs")
        if not signs:
            raise entry.fail(f"{name!r} has no signs")
        for sign in signs:
            if sign in names:
                raise entry.fail(f"the sign {sign!r} belongs to {names[sign]!r} already", "signs")
            names[sign] = name
    return names


@functools.cache
def _signs() -> tuple[re.Pattern[str], dict[str, str]]:
    names = load_agencies()
    longest_first = sorted(names, key=lambda sign: (-len(sign), sign))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)"), names
