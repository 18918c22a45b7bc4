"""Layer 3, two mentions that cannot be one: whoever is fought, helped or robbed in a clause is not who does it.

In: the words of a report and two phrases for actors. Out: whether the first acts on the second. Decision: an object, or what stands behind
a preposition of the clause, is never its subject; only a reflexive is.
"""

from __future__ import annotations

from warledger.claims.actors.drafts import Draft
from warledger.claims.clauses.noun_phrases import TextWords
from warledger.claims.text.tokens import Token

# Prepositions behind which stands another than who does it: "took it from the group", "raids on the group".
_APART = frozenset(("from", "against", "on", "by", "to"))
# Nouns for what several do together.
_WORK = frozenset(("cooperation", "coordination", "collaboration", "conjunction", "concert", "alliance", "partnership", "tandem"))


def acts_on(text: TextWords, other: Draft, draft: Draft) -> bool:
    """"X militants who have fought the group", "X troops in cooperation with the militia", "X took the town from the group"."""
    token, doer = text.doc[draft.head(text)], text.doc[other.head(text)]
    if token.dep_ == "pobj" and token.head.lower_ == "with" and (doer.is_ancestor(token) or _works_beside(token, doer)):
        return True
    noun = _subject_over(token.head) if token.dep_ == "dobj" else _subject_beside(token)
    return noun is not None and (doer.i == noun.i or doer.is_ancestor(noun) or noun.is_ancestor(doer)) and doer.sent.start == token.sent.start


def _works_beside(token: Token, doer: Token) -> bool:
    """"the army, in cooperation with the militia, took the town": with whom the subject does it is another."""
    work = token.head.head
    return work.dep_ == "pobj" and work.lemma_.lower() in _WORK and doer.dep_ in ("nsubj", "nsubjpass") and work.head.head is doer.head


def _subject_beside(token: Token) -> Token | None:
    """Who does what the clause tells in which a preposition governs the token, also where it hangs on the clause's object."""
    if token.dep_ != "pobj" or token.head.lower_ not in _APART:
        return None
    over = token.head.head
    while over.dep_ in ("dobj", "pobj") and over.pos_ in ("NOUN", "PROPN"):
        over = over.head
    return _subject_over(over) if over.pos_ == "VERB" else None


def _subject_over(verb: Token) -> Token | None:
    """Who does what a verb tells, by its own subject, the noun that it tells of, or the subject of the verb over it."""
    while True:
        subject = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)
        if subject is not None:
            return verb.head if verb.dep_ == "relcl" and subject.tag_ in ("WDT", "WP") else subject
        if verb.dep_ == "acl":
            return verb.head
        if verb.dep_ not in ("xcomp", "advcl", "conj") or verb.head.pos_ != "VERB":
            return None
        verb = verb.head


def told_by_another(text: TextWords, other: Draft, draft: Draft) -> bool:
    """"the monitor said the militia had left but that the group would return": whoever is named in what another says before."""
    token, named = text.doc[draft.head(text)], text.doc[other.head(text)]
    saying = next((above for above in token.ancestors if above.dep_ in ("ROOT", "ccomp") and any(child.dep_ == "ccomp" for child in above.children)), None)
    if saying is None or named.sent.start != token.sent.start or not saying.i < named.i < token.i:
        return False
    return saying.is_ancestor(named) and not any(child.i == named.i for child in saying.children)
