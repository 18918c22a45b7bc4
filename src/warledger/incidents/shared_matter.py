"""What two reports have in common, beyond the acts that they tell: rare names, words, days of publication.

In: the traits of two claims of different stories. Out: Evidence, and whether days and places that differ are to be taken for misread.
Decision: reports that tell most of these acts and share rare names and much of their words are about one thing; then a day or place that
differs speaks against one happening, but forbids it no more.
"""

from __future__ import annotations

from collections.abc import Iterator

from warledger.incidents.evidence import Evidence, Forbidden
from warledger.incidents.likeness import likeness, shared_words
from warledger.incidents.traits import Traits, ordinal
from warledger.incidents.weights import Weights

SHOWN = 3
# Days between two reports up to which the second is still news of the same act, and beyond which it is a trial or a commemoration.
NEWS_DAYS, OLD_NEWS_DAYS = 3, 30
# Names beyond this much surprise (natural units) add nothing: the reports are about one thing, though not surely of one act.
SURPRISE = 25.0
# Likeness from which two reports are said to share some, many and most of their words (tiers of like frequency in the articles measured).
TIERS = ((0.3, "vocabulary.most"), (0.2, "vocabulary.much"), (0.15, "vocabulary.some"), (0.1, "vocabulary.little"))
MUCH = 0.2
# Words in common below which short reports are alike by chance, or by the name of the place (judgement).
FEWEST_WORDS = 3
# Days apart up to which a day may have been misread by counting from another one: a weekday, a day of publication.
FEW_DAYS = 7


def compare_reports(a: Traits, b: Traits, weights: Weights, days_differ: bool) -> Iterator[Evidence]:
    """The evidence of two reports' names, words and days of publication.

    days_differ: both tell a day, and not the same. Reports of one war are alike day after day, so likeness then tells nothing unless
    they share names.
    """
    common = a.names.keys() & b.names.keys()
    alike = None if days_differ and _surprise(a, common) < weights.limits["telling_names"] else _alike(a, b)
    if common:
        yield _names(a, b, common)
    if alike is not None:
        yield alike
    if common or alike is not None:
        yield from _published(a, b)


def _alike(a: Traits, b: Traits) -> Evidence | None:
    """The evidence of the words of two reports that tell most of these acts, None where they have hardly any in common."""
    if not (a.lead and b.lead and a.vocabulary and b.vocabulary):
        return None
    found = likeness(a.vocabulary, b.vocabulary)
    kind = next((kind for least, kind in TIERS if found >= least), None)
    words = shared_words(a.vocabulary, b.vocabulary) if kind else []
    return Evidence(kind, (", ".join(words[:SHOWN]),)) if kind and len(words) >= FEWEST_WORDS else None


def _names(a: Traits, b: Traits, common: set[str]) -> Evidence:
    """The evidence of names that both reports have and few others: the rarer and the more, the more it weighs."""
    telling = sorted(common, key=lambda name: (-a.names[name], name))
    both_lead = a.lead and b.lead and len(telling) > 1
    return Evidence("names.lead" if both_lead else "names.shared", (", ".join(telling[:SHOWN]),), min(_surprise(a, common), SURPRISE) / SURPRISE)


def _surprise(a: Traits, common: set[str]) -> float:
    return sum(a.names[name] for name in sorted(common))


def about_one_thing(a: Traits, b: Traits, weights: Weights) -> bool:
    """Whether two reports tell most of these acts, and share rare names that are those of a victim, or many words besides: then days
    and places that differ were more likely misread than told of two acts."""
    if not (a.lead and b.lead) or a.story == b.story:
        return False
    common = a.names.keys() & b.names.keys()
    if _surprise(a, common) < weights.limits["telling_names"]:
        return False
    victims = {word for name in a.persons + b.persons for word in name.split()}
    return not common.isdisjoint(victims) or (len(common) > 1 and likeness(a.vocabulary, b.vocabulary) >= MUCH)


def against_likeness(a: Traits, b: Traits, when: Evidence | Forbidden, where: Evidence | Forbidden) -> tuple[Evidence, Evidence]:
    """Days and places that forbid one happening, as evidence against it."""
    if isinstance(when, Forbidden):
        apart = max(a.first or 0, b.first or 0) - min(a.last or 0, b.last or 0)
        when = Evidence("time.against_words" if apart <= FEW_DAYS else "time.far_against_words", (when.reason,))
    return when, Evidence("place.against_words", (where.reason,)) if isinstance(where, Forbidden) else where


def _published(a: Traits, b: Traits) -> Iterator[Evidence]:
    """The evidence of when two reports with names or words in common appeared: news of one act comes within days."""
    one, other = ordinal(a.published), ordinal(b.published)
    if one is None or other is None:
        return
    apart = abs(one - other)
    if apart <= 1:
        yield Evidence("reports.same_days")
    elif apart <= NEWS_DAYS:
        yield Evidence("reports.near")
    elif apart > OLD_NEWS_DAYS:
        yield Evidence("reports.far")
