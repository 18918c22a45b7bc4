"""Layer 3, whose "its", "their" and "his" is.

In: the parse, the mentions of a report in order and the token of a possessive. Out: a mention for it, None where nobody before it
can own. Decision: whoever the relative clause tells of comes first, then the last subject of the sentence before the possessive,
then the last who acts; "its" is said of one. Whoever attacks something does not own it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from warledger.claims.mentions import ActorMention
from warledger.claims.text.tokens import Doc, Token
from warledger.lexicons.grammar_lexicon import load_grammar

OWNERS = frozenset(("state", "force", "group", "body", "armed", "office"))
# Possessives of one person, and the kinds of those who may be one.
OF_ONE = frozenset(("his", "her"))
ALONE = frozenset(("armed", "office", "person"))
WARRING = frozenset(("state", "force", "group", "armed"))
SUBJECTS = frozenset(("nsubj", "nsubjpass"))
RELATIVE_TAGS = frozenset(("WDT", "WP"))
ASSAILING = load_grammar().assailing
# How a verb hangs on the one whose subject it shares.
SHARING = frozenset(("conj", "advcl", "xcomp", "pcomp"))


def possessor(doc: Doc, actors: Sequence[ActorMention], i: int) -> ActorMention | None:
    """The mention for the possessive pronoun at token i."""
    token = doc[i]
    sentence = token.sent.start
    kinds = ALONE if token.lower_ in OF_ONE else OWNERS
    before = [mention for mention in actors if sentence <= mention.head < i and mention.kind in kinds]
    if token.lower_ in OF_ONE:
        before = [mention for mention in before if not mention.plural]
    assailants = _assailants(token)
    foes = {mention.name for mention in actors if mention.head in assailants}
    if foes:
        before = [mention for mention in before if mention.name not in foes]
    before = [mention for mention in before if mention.kind in WARRING] or before
    if token.lower_ == "its":
        before = [mention for mention in before if not mention.plural or mention.kind == "group"] or before
    subjects = [mention for mention in before if doc[mention.head].dep_ in SUBJECTS]
    told_of = {above.head.i for above in token.ancestors if above.dep_ == "relcl" and any(child.tag_ in RELATIVE_TAGS for child in above.children)}
    nearest = [mention for mention in before if mention.head in told_of]  # "the rebels that shell towns with their guns"
    chosen = (nearest or subjects or before)[-1:]
    if not chosen:
        return None
    return replace(chosen[0], start=token.idx, end=token.idx + len(token.text), head=i, text=token.text, definite=True, antecedent=chosen[0].head)


def _assailants(possessive: Token) -> set[int]:
    """Who attacks what a possessive stands before: the subject of the verb whose object it is, told with it or with the verb before."""
    noun = possessive.head
    while noun.dep_ == "conj" or (noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.dep_ == "dobj"):
        noun = noun.head if noun.dep_ == "conj" else noun.head.head
    verb = noun.head
    if noun.dep_ != "dobj" or verb.lemma_ not in ASSAILING:
        return set()
    while True:
        subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
        if subject is not None:
            return {subject.i, *(child.i for child in subject.subtree if child.dep_ == "conj")}
        if verb.dep_ == "prep" or verb.dep_ in SHARING:
            verb = verb.head
        else:
            return set()
