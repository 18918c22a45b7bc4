"""Layer 7, speakers: who a word that says something has for its subject, as mentions.

In: a Reading and tokens. Out: mentions of those who can speak. Decision: a name that no list knows speaks where it stands
in the place of a speaker; a role whose name stands beside it speaks by the name.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from warledger.claims.mentions import ActorMention
from warledger.claims.reading import Reading
from warledger.lexicons.speech_lexicon import load_speech

SPEAKING = frozenset(("media", "body", "person", "people", "state", "office", "force", "group", "armed", "unknown"))


def speakers_at(reading: Reading, heads: Iterable[int]) -> list[ActorMention]:
    """Those who speak at some tokens, each once."""
    found: list[ActorMention] = []
    for head in heads:
        for filler in reading.fillers(head):
            mention = _by_name(reading, reading.actor_at(filler)) or _unlisted(reading, filler)
            if mention is not None and mention.kind in SPEAKING and mention not in found:
                found.append(mention)
    return found


def _by_name(reading: Reading, mention: ActorMention | None) -> ActorMention | None:
    """"Rami Haddad head of the centre said": the person, where the role behind the name lost its comma."""
    if mention is None or mention.kind == "media":
        return mention
    appositions = [child for child in reading.doc[mention.head].children if child.dep_ == "appos"]
    named = [reading.actor_at(child.i) for child in appositions]
    person = next((actor for actor in named if actor is not None and actor.kind == "person"), None)
    if person is not None and mention.kind != "person":  # "the mayor, Roman Haddad, said"
        return replace(person, country=person.country or mention.country, sector=person.sector or mention.sector)
    at = reading.actors.index(mention) if mention in reading.actors else 0
    before = reading.actors[at - 1] if at else None
    if before is None or before.kind != "person" or reading.report.text[before.end:mention.start].strip(" ,"):
        return mention
    return replace(before, country=before.country or mention.country, sector=before.sector or mention.sector)


def _unlisted(reading: Reading, i: int) -> ActorMention | None:
    """A speaker that no list knows: a name, or an office by its noun ("the reconciliation centre")."""
    token = reading.doc[i]
    words = [child for child in token.children if child.i < i and child.dep_ in ("compound", "amod", "nmod")]
    named = token.pos_ == "PROPN" or any(word.pos_ == "PROPN" for word in words)
    if token.pos_ not in ("NOUN", "PROPN") or not (named or token.lemma_ in load_speech().bodies) or reading.place_at(i) is not None:
        return None
    start = min([token.idx, *(word.idx for word in words)])
    text = reading.quote(start, token.idx + len(token.text))
    return ActorMention(start, token.idx + len(token.text), i, text, kind="unknown", name=text, anonymous=not named)


def is_medium(mention: ActorMention) -> bool:
    """A medium, or its reporter by its name ("told SANA's reporter"); "told reporters" names none."""
    return mention.kind == "media" or (mention.sector == "MED" and any(word[:1].isupper() for word in mention.text.split()))


def own_tokens(reading: Reading, speakers: Iterable[ActorMention]) -> set[int]:
    """The tokens of some speakers' names."""
    return {i for mention in speakers for i in reading.tokens_of(mention.start, mention.end)}
