"""Layer 3, one name for one actor: the fullest form that the report itself writes.

In: the actor mentions of a report. Out: the same mentions with names made equal. Decision: an acronym or short form takes
the long form that stands in the same report; "a monitor" is the one monitor that the report names, where it names one.
"""

from __future__ import annotations

import re
from dataclasses import replace

from warledger.claims.mentions import ActorMention, PlaceMention

NAMED = frozenset(("body", "media", "person"))
# Nouns for a body that watches a war; the report's only such body is meant.
WATCHERS = frozenset(("monitor", "monitoring", "watchdog", "observatory"))
WATCHING_SECTORS = frozenset(("NGO",))
# "the Homs 24 monitoring group": a name right before the noun, of so many characters at most, tells that it is another.
OWN_NAME = re.compile(r"\b[Tt]he (?:[A-Z][\w']+ ){1,2}(?:\d+ )?$")
LONGEST_NAME = 30


def is_surely_no_place(mention: ActorMention) -> bool:
    """Whether a name is somebody's beyond doubt: listed, or a person with an office or side. A bare name may be a town's."""
    if mention.kind in ("body", "media", "group"):
        return True
    return mention.kind == "person" and (mention.actor is not None or mention.sector is not None)


def without_places(actors: list[ActorMention], places: list[PlaceMention]) -> list[ActorMention]:
    """The actors without bare names that are places, one or several in a list that lost its commas, and without names that run over the end of a line."""
    spans = {place.start: place.end for place in places if not place.definite}
    names = {place.text for place in places if not place.definite}
    return [mention for mention in actors if "\n" not in mention.text and
            not (mention.kind in ("person", "unknown") and mention.sector is None and _are_places(mention, spans, names))]


def _are_places(mention: ActorMention, spans: dict[int, int], names: set[str]) -> bool:
    """"in Kassala Port Sudan and Nyala": whether places make up a whole name, each found there or named elsewhere in the report."""
    words = mention.text.split()
    if any(start <= mention.start and mention.end <= end for start, end in spans.items()):
        return True
    at, start = 0, mention.start
    while at < len(words):
        told = [k for k in range(len(words), at, -1) if " ".join(words[at:k]) in names or spans.get(start) == start + len(" ".join(words[at:k]))]
        if not told:
            return False
        start += len(" ".join(words[at:told[0]])) + 1
        at = told[0]
    return True


def without_datelines(actors: list[ActorMention], text: str) -> list[ActorMention]:
    """The actors without a capital before a medium in brackets: "MOSCOW (Sputnik) Troops entered" is written there."""
    media = {mention.start for mention in actors if mention.kind == "media"}
    return [mention for mention in actors if not (mention.kind == "state" and text.startswith(" (", mention.end) and mention.end + 2 in media)]


def unify_names(mentions: list[ActorMention], text: str) -> list[ActorMention]:
    """The mentions of a text, each under the fullest name that it has for its actor."""
    longest: dict[str, str] = {}
    for mention in mentions:
        if mention.actor is not None and mention.kind in NAMED and not mention.definite:
            known = longest.get(mention.actor, "")
            lost_apostrophe = mention.name[:-1] == known or mention.name == known[:-1]
            if (len(mention.name) > len(known)) != lost_apostrophe:
                longest[mention.actor] = mention.name
    watchers = {mention.actor: mention for mention in mentions
                if mention.actor is not None and mention.kind == "body" and mention.sector in WATCHING_SECTORS}
    only = next(iter(watchers.values())) if len(watchers) == 1 else None
    return [_unified(mention, longest, None if OWN_NAME.search(text, max(0, mention.start - LONGEST_NAME), mention.start) else only)
            for mention in mentions]


def _unified(mention: ActorMention, longest: dict[str, str], watcher: ActorMention | None) -> ActorMention:
    words = mention.text.split()
    if mention.actor is None and watcher is not None and words[-1].islower() and WATCHERS & set(words):
        mention = replace(mention, actor=watcher.actor, country=watcher.country, sector=watcher.sector, kind="body",
                          anonymous=False, definite=True, antecedent=watcher.head)
    name = longest.get(mention.actor or "")
    if name is None or mention.kind not in NAMED:
        return mention
    return replace(mention, name=name)
