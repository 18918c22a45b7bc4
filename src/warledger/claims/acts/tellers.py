"""Layer 5, who stands behind the victims and only tells of them: "killed two guards, police and a doctor said".

In: a Reading and the heads that fill the place of whom an act hit. Out: the same without those who tell of it. Decision: where the comma
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
