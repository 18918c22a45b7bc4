"""Layer 6, the figure of those for whom a pronoun stands: "rounded up 20 villagers and executed them".

In: a Reading, the head of those to whom something was done and what befell them. Out: the quantities of whom a pronoun stands for; none where
it is no pronoun. Decision: only where the same sentence tells that something else was done to those with the number, so that all of them
are meant; a crowd that does something ("hundreds marched and police shot at them") is not counted as hit.
"""

from __future__ import annotations

from warledger.claims.acts.lone_victims import TAKEN
from warledger.claims.counting_words import is_partitive
from warledger.claims.mentions import QuantityMention
from warledger.claims.reading import Reading
from warledger.claims.text.tokens import Token

PRONOUN = "them"
# Where in a clause somebody stands to whom something is done.
SUFFERING = frozenset(("dobj", "nsubjpass"))


def figures_of_pronoun(reading: Reading, head: int, what: str) -> list[QuantityMention]:
    """The quantities of whom a pronoun stands for as the object of an act that harms or takes."""
    token, actor = reading.doc[head], reading.actor_at(head)
    if token.lower_ != PRONOUN or token.dep_ != "dobj" or what not in TAKEN or actor is None:
        return []
    named = [mention for mention in reading.actors if mention.name == actor.name and token.sent.start <= mention.head < head]
    if not named:
        return []
    noun = reading.doc[named[-1].head]
    counting = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" and is_partitive(noun.head.head) else noun
    if not _suffers(counting):
        return []
    return [one for one in reading.quantities_at(noun.i) if one.unit == "people" and not one.part and not one.idle]


def _suffers(token: Token) -> bool:
    return token.dep_ in SUFFERING
