"""Layer 5, who stands behind the victims and only tells of them: "killed two guards, police and a doctor said", or behind a headline's colon.

In: a Reading and the heads that fill a place of an act. Out: those who were hit without those who tell of it; those behind a colon. Decision: where the comma
before the speakers is lost, or taken for that of a list, they are known by the verb of saying right behind them.
"""

from __future__ import annotations

from warledger.claims.mentions import ActorMention
from warledger.claims.reading import Reading
from warledger.lexicons.speech_lexicon import load_speech

FINITE = frozenset(("VBD", "VBZ", "VBP"))
# Words behind a form of "say" that make it passive: "said to be", "reported by".
OF_PASSIVE = frozenset(("to", "by"))
# What may stand between two who tell: "police and a local doctor said".
BETWEEN = frozenset(("DET", "ADJ", "NUM", "NOUN", "PROPN"))

# Kinds of those who tell of a war from without.
TELLING = frozenset(("office", "body", "media", "people"))


def behind_colon(reading: Reading, heads: list[int]) -> set[int]:
    """"Rocket fire kills three in Marib: governor": to the parse another name of the fire; those of some heads who so close a headline."""
    found = set()
    for head in heads:
        token, actor = reading.doc[head], reading.actor_at(head)
        colon = token.left_edge.i - 1
        far = token.dep_ == "appos" and token.head.i < colon - 1 and reading.doc[colon].text == ":" and reading.actor_at(token.head.i) is None
        if far and actor is not None and actor.kind in TELLING:
            found.add(head)
    return found


def without_tellers(reading: Reading, heads: list[int]) -> list[int]:
    """Those of some heads who were hit; a single one is no list that others may have slipped into."""
    return [head for head in heads if not _tells(reading, head)] or heads if len(heads) > 1 else heads


def _tells(reading: Reading, head: int) -> bool:
    actor = reading.actor_at(head)
    if actor is None or reading.quantity_by_head.get(head):
        return False
    behind = _end(reading, actor)
    if behind >= len(reading.doc):
        return False
    if reading.doc[behind].lower_ == "and":
        other = _next_actor(reading, behind + 1)
        return other is not None and _is_said_behind(reading, _end(reading, other))
    official = reading.actor_by_head.get(behind) if actor.kind == "body" else None  # "a district court official said"
    return _is_said_behind(reading, behind if official is None else _end(reading, official))


def _end(reading: Reading, actor: ActorMention) -> int:
    """The token behind a mention, and behind a comma that was put there."""
    behind = reading.tokens_of(actor.start, actor.end).stop
    return behind + 1 if behind < len(reading.doc) and reading.doc[behind].text == "," else behind


def _next_actor(reading: Reading, i: int) -> ActorMention | None:
    while i < len(reading.doc):
        found = reading.actor_at(i)
        if found is not None or reading.doc[i].pos_ not in BETWEEN:
            return found
        i += 1
    return None


def _is_said_behind(reading: Reading, i: int) -> bool:
    """Whether a verb of saying stands at a token in a form that has its subject before it."""
    speech = load_speech()
    if i >= len(reading.doc) or reading.doc[i].tag_ not in FINITE or reading.doc[i].lemma_.lower() not in (speech.plain | speech.personal):
        return False
    if any(child.i > i and (child.dep_ == "nsubj" or (child.dep_ == "dobj" and reading.actor_at(child.i) is not None)) for child in reading.doc[i].children):
        return False  # "killed a nurse, a porter and two guards, said the mayor": who speaks stands behind the verb
    return i + 1 == len(reading.doc) or reading.doc[i + 1].lower_ not in OF_PASSIVE
