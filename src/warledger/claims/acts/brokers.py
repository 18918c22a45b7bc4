"""Layer 9, deals that somebody brokered: "a truce brokered by Qatar between the junta and the rebels", "swapped captives in a deal mediated by X".

In: a Reading, a happening of an agreement and the heads of those who may have made it. Out: the heads of those who made it. Decision: who
brokers a deal made it only where nobody else is told to have (a truce "brokered by X and Y" is theirs).
"""

from __future__ import annotations

from collections.abc import Sequence

from warledger.claims.acts.happenings import Happening
from warledger.claims.clauses.clause_builder import conjuncts
from warledger.claims.clauses.noun_clauses import BROKERING
from warledger.claims.reading import Reading
from warledger.claims.text.tokens import Token

# Verbs of brokering that no party to a deal does itself.
MEDIATING = BROKERING - {"negotiate", "sponsor"}


def parties(reading: Reading, happening: Happening, heads: Sequence[int]) -> list[int]:
    """Those who made a deal: those told, those behind a "between" that the parse hangs on the brokering, none who only brokered it."""
    between = [i for match in happening.matches for i in _brokered_between(reading, reading.doc[match.head])]
    made = [*heads, *(i for i in between if i not in heads)]
    own = any(match.clause.at("between") for match in happening.matches)
    brokers = {i for i in made if _only_brokers(reading.doc[i], own)}
    return [i for i in made if i not in brokers] or made


def _brokered_between(reading: Reading, deal: Token) -> list[int]:
    """"a truce brokered by Qatar between the junta and 40 rebel groups": who stands behind the "between" of the participle or of whoever brokers."""
    brokering = [child for child in deal.children if child.dep_ == "acl" and child.lemma_ in BROKERING]
    agents = [inner for verb in brokering for by in verb.children if by.dep_ == "agent" for inner in by.children]
    links = [child for over in (*brokering, *agents) for child in over.children if child.lower_ == "between"]
    return [i for link in links for first in link.children if first.dep_ == "pobj" for noun in conjuncts(first) for i in reading.fillers(noun.i)]


def _only_brokers(head: Token, between: bool) -> bool:
    """Whether somebody stands where a participle has its agent ("mediated by X") or a verb of brokering its subject ("X mediated a truce between A and B").

    between: the deal's own "between" tells its parties, and who brokered it guarantees it beside them.
    """
    path = [head, *head.ancestors]
    agent = next((above for above in path if above.dep_ == "agent"), None)
    if agent is not None and agent.head.lemma_ in BROKERING and agent.head.dep_ == "acl":
        return not between and all(above.lower_ != "between" for above in path[:path.index(agent)])
    return head.first_of_list.dep_ == "nsubj" and head.first_of_list.head.lemma_ in MEDIATING
