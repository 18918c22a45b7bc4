"""Layer 4, verbs, who does what two verbs tell of which only one names them: "captured and killed by X", "in addition to taking the hill, X ...".

In: a verb of the parse and the clauses of all. Out: the arguments that it shares. Decision: an agent behind the last of coordinated
passives is that of all that have no subject of their own; a gerund behind the noun of a purpose or a course is done by whose it is, and
else by the subject of the clause that the noun is told in.
"""

from __future__ import annotations

from warledger.claims.clauses.records import Argument, Clause
from warledger.claims.text.tokens import Token
from warledger.lexicons.denial_lexicon import load_denials

SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj"))
# Verbs that nobody can do to another, whatever participle they stand beside ("was shot by gunmen and died").
INTRANSITIVE = frozenset(("die", "perish", "succumb", "escape", "survive", "flee", "surrender"))
# Verbs of holding somebody to account, which whoever tells of the harm does.
CHARGING = frozenset(("accuse", "blame", "condemn", "denounce"))
# What tells of somebody on whose side he is.
ALLIED = frozenset(("ally", "affiliate"))
# Nouns of what somebody does or means to do, behind which a gerund tells it.
COURSES = frozenset(("addition", "aim", "attempt", "bid", "brink", "campaign", "course", "effort", "exchange", "goal", "habit", "hope", "intention", "method",
                     "objective", "offensive", "operation", "plan", "point", "policy", "position", "practice", "preparation", "process", "purpose",
                     "pursuit", "response", "return", "strategy", "tactic", "verge", "way"))
# Nouns of a part in an act or of a rest from it, whose gerund is done by whose they are, and by nobody else in their clause.
PARTS = frozenset(("break", "halt", "involvement", "lull", "pause", "role", "success", "failure", "complicity", "participation"))
# Prepositions between such a noun and its gerund.
BEHIND = frozenset(("of", "to", "at", "on", "for", "in"))

# What somebody tells of himself; what else is told of an act is told of whoever rejects it.
OWN_WORDS = frozenset(("claim", "story", "account", "assertion", "statement"))
FACING = "face"


def share_agent(verb: Token, clauses: dict[int, Clause]) -> None:
    """"rounded up and executed by the group": who is told behind the last participle did the first too."""
    clause = clauses[verb.i]
    if not clause.passive or clause.at("subject"):
        return
    for other in _coordinated(verb):
        if other.i in clauses and not any(child.dep_ in SUBJECTS for child in other.children):
            agents = [inner for child in other.children if child.dep_ == "agent" for inner in child.children if inner.dep_ == "pobj"]
            clause.arguments.extend(Argument("subject", agent.i, implied=True) for agent in agents)


def goes_on_doing(clauses: dict[int, Clause], clause: Clause, verb: Token) -> bool:
    """"killed nine farmers and wounded another": a verb coordinated with one that has its object is done by whoever does that one."""
    above = clauses.get(clause.parent) if clause.relation == "conj" and clause.parent is not None else None
    return above is not None and not above.passive and bool(above.at("object")) and not any(child.dep_ in SUBJECTS for child in verb.children)


def who_charges(verb: Token, clauses: dict[int, Clause]) -> list[int]:
    """"said most of the dead were women and blamed X": those of whom something is told charge nobody; whoever tells it does."""
    told = verb.head
    if verb.dep_ != "conj" or verb.tag_ not in ("VBD", "VBZ", "VBN") or verb.lemma_ not in CHARGING or told.dep_ != "ccomp" or told.head.i not in clauses or told.i not in clauses:
        return []
    suffered = clauses[told.i].passive or told.lemma_ == "be"
    own = any(child.dep_ in (*SUBJECTS, "mark", "aux", "auxpass") for child in verb.children)
    return clauses[told.head.i].at("subject") if suffered and not own and any(child.dep_ == "dobj" for child in verb.children) else []


def _coordinated(verb: Token) -> list[Token]:
    """The participles coordinated behind a verb by "and" or "or", without auxiliaries of their own."""
    found, queue, joined = [], [verb], False
    while queue:
        over = queue.pop()
        joined = joined or any(child.dep_ == "cc" for child in over.children)
        for child in over.children:
            if child.dep_ == "conj" and child.tag_ in ("VBN", "VBD") and not any(word.dep_ in ("aux", "auxpass") for word in child.children):
                found.append(child)
                queue.append(child)
    return found if joined else []


def in_whose_hands(preposition: Token) -> list[Token]:
    """"killed at the hands of X", "on the hands of X": who did it."""
    if preposition.lower_ not in ("at", "on", "by"):
        return []
    return [inner for hand in preposition.children if hand.lemma_ == "hand" and hand.dep_ == "pobj" for of in hand.children if of.lower_ == "of"
            for inner in of.children if inner.dep_ == "pobj"]


def allied_behind(preposition: Token) -> list[Token]:
    """"by the army and allied militias": what tells of the second is no deed, though the parse makes it one more verb."""
    last = preposition.right_edge  # it may be the "and" itself
    verb = preposition.doc[min(last.i + (1 if last.lower_ == "and" else 2), len(preposition.doc) - 1)]
    if verb.lower_ == "allied" and verb.dep_ == "amod" and verb.head.dep_ == "conj" and verb.head.head.pos_ in ("VERB", "AUX") and verb.nbor(-1).lower_ == "and":
        return [verb.head]  # coordinated with the verb by the parse
    if verb.lemma_ not in ALLIED or verb.dep_ != "conj" or verb.nbor(-1).lower_ != "and":
        return []
    return [child for child in verb.children if child.dep_ == "dobj"]


def over_gerund(gerund: Token, clauses: dict[int, Clause]) -> tuple[Token | None, Clause | None]:
    """Whose course a gerund tells, by the possessive before its noun, else the clause in which the noun is told."""
    noun = gerund.head.head
    if gerund.dep_ == "pcomp" and noun.lemma_.lower() in load_denials().tellings:
        return None, _rejecting(noun, clauses)
    if gerund.dep_ != "pcomp" or gerund.tag_ != "VBG" or noun.lemma_.lower() not in COURSES | PARTS or gerund.head.lower_ not in BEHIND:
        return None, None
    if noun.lemma_.lower() in PARTS:  # "their pause in bombing the port"
        return next((child for child in noun.children if child.dep_ == "poss"), None), None
    owner = next((child for child in noun.children if child.dep_ == "poss" or (child.dep_ == "compound" and child.pos_ in ("NOUN", "PROPN"))), None)
    above = next((token for token in noun.ancestors if token.i in clauses), None)
    return owner, clauses[above.i] if above is not None else None


def _rejecting(telling: Token, clauses: dict[int, Clause]) -> Clause | None:
    """"denied accusations of bombing the clinic", "faces allegations of torturing men": who rejects or faces what is told is told to have done it.

    Of "their claims of taking the hill" those have done it whose words they are.
    """
    above = clauses.get(telling.head.i) if telling.dep_ in ("dobj", "nsubjpass") else None
    own = telling.lemma_.lower() in OWN_WORDS and any(child.dep_ in ("poss", "compound", "nmod") or child.lower_ in ("by", "from") for child in telling.children)
    return above if above is not None and not own and above.predicate in load_denials().rejecting | {FACING} else None
