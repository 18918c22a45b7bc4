"""Names that two reports share and few others have: persons, companies, streets.

In: reports and claims. Out: per report its rare names. Decision: a name is rare only where the ledger is large enough to
show it; places do not count, as they are weighed with their coordinates.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from warledger.model import Claim, Report

# A run of capitalised words that does not begin a sentence.
_RUN = re.compile(r"(?<=[a-z0-9,] )(?:[A-Z][\w'’-]+ ?)+")
_WORD = re.compile(r"[A-Z][a-z'’-]{2,}")


def rare_names(claims: Iterable[Claim], reports: Mapping[str, Report], share: float) -> dict[str, frozenset[str]]:
    """The names of each report that at most this share of all stories have, and more than one; empty for small ledgers."""
    stories = {report.origin or report.id for report in reports.values()}
    most = int(share * len(stories))
    if most < 2:  # a name that only one story has joins nothing
        return {}
    places = _words(claim.place.name for claim in claims if claim.place is not None)
    told = {name: _names(report.text) - places for name, report in sorted(reports.items())}
    of_story: dict[str, set[str]] = {}
    for name, words in told.items():
        of_story.setdefault(reports[name].origin or name, set()).update(words)
    counts = Counter(word for words in of_story.values() for word in words)
    return {name: frozenset(word for word in words if 2 <= counts[word] <= most) for name, words in told.items()}


def _names(text: str) -> set[str]:
    return _words(run.group() for run in _RUN.finditer(text))


def _words(runs: Iterable[str]) -> set[str]:
    return {word.casefold() for run in runs for word in _WORD.findall(run)}
