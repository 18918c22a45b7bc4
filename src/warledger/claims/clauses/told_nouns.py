"""Layer 4, verbs, the noun that a relative clause or a participle tells of, where the parse hangs it on another.

In: the verb of the clause. Out: the noun. Decision: what is told of a part, of the first of several or of the agent's weapon is told
of the whole, of all of them or of the weapon; of two that fight each other it is told of the one right before it; a verb in the singular
is told of one; lives are claimed by
an act, never by what it hit; "which" tells of no people, but of the place in which they were.
"""

from __future__ import annotations

from warledger.claims.clauses.records import Clause
from warledger.claims.text.tokens import Token
from warledger.lexicons.unit_lexicon import load_units

# Words for all of those of whom a part is told: "some of them", "many of whom".
WHOLES = frozenset(("them", "whom"))
# Verbs with which an act takes lives, and prepositions behind an act before whom or what it hit.
CLAIMING = frozenset(("claim", "cost", "take"))
OF_ACTS = frozenset(("on", "against", "at", "in", "of", "near"))
# Words for where something is, and the prepositions before them: "who" stands for none of these.
GROUNDS = frozenset(("country", "city", "town", "village", "province", "region", "area", "district", "neighborhood", "neighbourhood", "territory", "state", "countryside"))
AT = frozenset(("in", "near", "at", "around", "across", "outside", "inside", "from"))
# Words for one of several of which something is told alone.
SINGLED_OUT = frozenset(("first", "second", "last", "latest", "only"))

# Verbs of having ground, and of harm, which what hits the ground does to people and those who have it do not.
HAVING = frozenset(("control", "hold", "run", "dominate", "occupy", "administer", "govern", "rule", "besiege", "own", "defend", "guard"))
HARMING = frozenset(("kill", "wound", "injure", "hurt"))


def told_by_relative(token: Token) -> int:
    """"battles between rebels and militants who took the hill": of two that fight each other the clause tells of the one before it."""
    noun = token.head
    if (act := _claims_lives(token)) is not None:
        return act.i
    if (whole := _single_over(token) or _people_over(token)) is not None:
        return whole.i
    if (thing := _thing_before(token)) is not None:
        return thing.i
    last = next((child for child in noun.children if child.dep_ == "conj" and noun.i < child.i < token.i), noun)
    return last.i if noun.dep_ == "pobj" and noun.head.lower_ == "between" else noun.i


def _thing_before(verb: Token) -> Token | None:
    """"killed nine farmers in the port which the army besieges": "which" tells of no people, but of where they were."""
    noun, which = verb.head, next((child for child in verb.children if child.lower_ == "which" and child.dep_ in ("nsubj", "nsubjpass", "dobj")), None)
    if which is None or load_units().unit_of(noun.lower_) != "people" or noun.tag_ != "NNS":
        return None
    before = next((word for word in reversed(list(verb.doc[noun.i + 1:which.i])) if word.text != ","), noun)
    placed = before.dep_ == "pobj" and before.head.lower_ in AT and before.head.head.i in (noun.i, noun.head.i)
    return before if placed and load_units().unit_of(before.lower_) != "people" else None


def _single_over(verb: Token) -> Token | None:
    """"an alliance of rebel groups that has taken the hill": a verb in the singular is of the alliance, not of the groups."""
    noun, of = verb.head, verb.head.head
    told = next((child for child in verb.children if child.tag_ in ("WDT", "WP") and child.dep_ == "nsubj"), None)
    finite = [verb, *(child for child in verb.children if child.dep_ in ("aux", "auxpass"))]
    single = any(word.tag_ == "VBZ" or word.lower_ == "was" for word in finite)
    plural = noun.tag_ in ("NNS", "NNPS") and noun.dep_ == "pobj" and of.lower_ == "of"
    return _named_whole(of.head) if plural and told is not None and single and of.head.tag_ in ("NN", "NNP") else None


def _people_over(verb: Token) -> Token | None:
    """"fought X fighters in Gao, who tried to shell it", "groups active in the country who shell it": of whom "who" is told, which is no place."""
    noun = verb.head
    while noun.dep_ == "conj" and noun.head is not noun:
        noun = noun.head
    where = noun.head
    if noun.dep_ != "pobj" or where.lower_ not in AT or not any(child.lower_ == "who" and child.dep_ == "nsubj" for child in verb.children) \
            or not _is_where(noun):
        return None
    over = where.head
    if over.pos_ != "VERB":
        return over if over.pos_ in ("NOUN", "PROPN") else None
    if over.dep_ == "acl":
        return over.head
    told = [inner for child in over.children if over.i < child.i < where.i for inner in ([child] if child.dep_ == "dobj" else child.children)
            if inner.dep_ in ("dobj", "pobj") and inner.pos_ in ("NOUN", "PROPN")]
    return told[-1] if told else None


def _is_where(noun: Token) -> bool:
    """A place by its name or its noun; so is whatever name stands behind the "in" of a verb that has its object before."""
    named = noun.pos_ == "PROPN" and noun.head.head.pos_ == "VERB"
    return noun.ent_type_ in ("GPE", "LOC") or noun.lemma_.lower() in GROUNDS or named


def _named_whole(whole: Token) -> Token | None:
    """"the Dawn Front, an alliance of rebel groups that": who is explained to be one of several; "a rebel alliance of groups" is somebody itself."""
    if any(child.dep_ in ("amod", "compound") for child in whole.children):
        return whole
    before = next((word for word in reversed(list(whole.doc[whole.sent.start:whole.left_edge.i])) if word.text != ","), whole)
    if before.pos_ == "PROPN" or whole.dep_ != "attr":
        return before if before.pos_ == "PROPN" else None
    return next((child for child in whole.head.children if child.dep_ == "nsubj"), None)


def _claims_lives(verb: Token) -> Token | None:
    """"a raid on a convoy that claimed nine lives": the raid did, not the convoy."""
    preposition = verb.head.head
    lives = any(child.dep_ == "dobj" and child.lemma_ == "life" for child in verb.children)
    if verb.lemma_ not in CLAIMING or not lives or verb.head.dep_ != "pobj" or preposition.lower_ not in OF_ACTS:
        return None
    return preposition.head if preposition.head.pos_ == "NOUN" else None


def _whole(noun: Token) -> Token:
    """"six farmers, some of them women, killed in a raid": what befell the part named last befell all."""
    part = noun.head
    of_them = any(child.lower_ == "of" and any(inner.lower_ in WHOLES for inner in child.children) for child in part.children)
    return part.head if noun.dep_ == part.dep_ == "appos" and of_them else noun


def told_of(token: Token, clause: Clause) -> Token:
    """The noun that a participle tells of; "a missile fired by X killed ten": a verb with its object hung on the agent is the missile's.

    So it is of an act by its noun: "airstrikes by X killed ten".
    """
    agent = token.head.head
    if (passive := _before_being(token)) is not None:
        return passive
    if token.tag_ == "VBG" and token.head.dep_ == "pobj" and agent.lower_ == "including" and agent.head.pos_ in ("NOUN", "PROPN"):
        return agent.head  # "nine people including two children fleeing the town": all of them flee
    if token.tag_ == "VBN" and clause.at("object") and token.head.dep_ == "pobj" and agent.lower_ == "by" and agent.head.pos_ in ("NOUN", "PROPN"):
        return agent.head
    if token.tag_ == "VBN" and clause.at("object") and token.head.dep_ == "pobj" and agent.dep_ == "agent" and agent.head.dep_ == "acl":
        return agent.head.head
    if token.tag_ == "VBN" and clause.at("object") and not clause.passive and (first := _over(token.head)) is not None:
        return first
    return _over_holders(token) or _of_which(token) or _whole(token.head)


def _over_holders(participle: Token) -> Token | None:
    """"a raid hit a village held by the militia killing ten": with its comma lost a participle of harm hangs on those who hold what was hit."""
    noun, by = participle.head, participle.head.head
    held = by.head
    if participle.tag_ != "VBG" or participle.lemma_ not in HARMING or noun.dep_ != "pobj" or by.dep_ != "agent" or held.dep_ != "acl" \
            or held.lemma_ not in HAVING or not any(child.dep_ == "dobj" for child in participle.children):
        return None
    verb = next((above for above in held.ancestors if above.pos_ == "VERB"), None)
    return next((child for child in verb.children if child.dep_ == "nsubj" and child.i < verb.i), None) if verb is not None else None


def _before_being(participle: Token) -> Token | None:
    """"reports of schools and clinics being hit": what a passive gerund tells of stands right before it, wherever the parse hangs it."""
    being = next((child for child in participle.children if child.dep_ == "auxpass" and child.lower_ == "being" and child.i < participle.i), None)
    before = being.nbor(-1) if being is not None and being.i > participle.sent.start else participle
    if before.pos_ not in ("NOUN", "PROPN") or before.i == participle.head.i or not participle.head.is_ancestor(before):
        return None
    return before.first_of_list


def _over(noun: Token) -> Token | None:
    """"raids by A and jets of B killed ten": the noun at the head of the phrase whose last noun a verb hangs on."""
    above = noun
    while above.dep_ == "conj" or (above.dep_ == "pobj" and above.head.dep_ in ("prep", "agent") and above.head.head.pos_ in ("NOUN", "PROPN")):
        above = above.head if above.dep_ == "conj" else above.head.head
    return above if above.i != noun.i and above.dep_ in ("nsubj", "ROOT", "ccomp") else None


def _of_which(token: Token) -> Token | None:
    """"the deaths were the first of the incursion to be blamed on X": what is told of the first is told of the deaths."""
    first = token.head.head.head
    if token.head.dep_ != "pobj" or token.head.head.lower_ != "of" or first.lower_ not in SINGLED_OUT or first.dep_ != "attr" \
            or not any(child.lower_ == "to" for child in token.children):
        return None
    return next((child for child in first.head.children if child.dep_ == "nsubj"), None)
