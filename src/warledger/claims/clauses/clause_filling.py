"""Layer 4, verbs, what a parse leaves implicit: shared subjects and objects, controllers, relative clauses, participles.

In: the clauses of a report's verbs as they stand. Out: the same, their implied arguments filled in. Decision: a clause takes
from its governor only after that has been filled, and what it has of its own is never replaced.
"""

from __future__ import annotations

from warledger.claims.clauses.asked import asked_before
from warledger.claims.clauses.control import (
    accompanying,
    aiming,
    controlled,
    is_act_beside,
    is_controlled,
    is_helped_in,
    is_sent_to,
    only_holds,
    owner_of,
)
from warledger.claims.clauses.counted_before import counted_before, is_beside_dead
from warledger.claims.clauses.hidden_verbs import doer_before, goes_on, hides_clause, verb_beside
from warledger.claims.clauses.mistaken_subjects import blame_before
from warledger.claims.clauses.records import Argument, Clause
from warledger.claims.clauses.shared_agents import INTRANSITIVE, over_gerund, share_agent, who_charges
from warledger.claims.clauses.told_nouns import told_by_relative, told_of
from warledger.claims.text.tokens import Token
from warledger.lexicons.grammar_lexicon import load_grammar

OBJECT_CONTROL = load_grammar().object_control
PREVENTING = load_grammar().preventing
# Conjunctions by which a participle tells what those who suffered were doing.
AT_THE_TIME = frozenset(("while", "when"))
BELIEVING = load_grammar().believing
RELATIVE_TAGS = frozenset(("WDT", "WP", "WP$"))

# Words that single somebody out of all of whom the same is told.
ORDINALS = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth last latest only next".split())


def is_relative(token: Token) -> bool:
    """Whether a word stands for the noun that its clause hangs on."""
    return token.tag_ in RELATIVE_TAGS or (token.lower_ == "that" and token.head.dep_ == "relcl")


def fill_clauses(verbs: list[Token], clauses: dict[int, Clause]) -> None:
    """Fill in what is implied in the clauses of some verbs."""
    for token in verbs:
        _share_object(token, clauses)
        share_agent(token, clauses)
    filled: set[int] = set()
    for token in verbs:
        _fill(token, clauses, filled)


def _share_object(token: Token, clauses: dict[int, Clause]) -> None:
    """"encircled and entered the town": the object behind the last of coordinated verbs is that of all."""
    clause = clauses[token.i]
    # "has killed and displaced many"; "In Kidal soldiers killed and wounded many", whatever the tag
    active = any(child.dep_ == "nsubj" or (child.dep_ == "aux" and child.lemma_ == "have") for child in token.children)
    if clause.passive or clause.at("object") or (token.tag_ == "VBN" and not active):
        return
    for child in token.children:
        other = clauses.get(child.i)
        if child.dep_ == "conj" and other is not None and not other.passive and child.i - token.i <= 3 and not other.at("subject") \
                and (child.tag_ != "VBG" or token.tag_ not in ("VBN", "VBD")):  # "left nine injured and destroying the post"
            clause.arguments.extend(Argument("object", head, implied=True) for head in other.at("object"))


def _fill(token: Token, clauses: dict[int, Clause], filled: set[int]) -> None:
    """Fill the implied arguments of one clause, its governor's first."""
    if token.i in filled:
        return
    filled.add(token.i)
    clause = clauses[token.i]
    governor = clauses.get(clause.parent) if clause.parent is not None else None
    if governor is not None:
        _fill(token.doc[governor.head], clauses, filled)
    if not clause.at("subject") and not clause.passive and (asked := asked_before(token)) is not None:
        clause.arguments.append(Argument("subject", asked.i, implied=True))
    elif token.dep_ == "dobj" and token.tag_ == "VBG" and governor is not None:
        _fill_beside(token, clause)
    elif token.dep_ == "amod" and hides_clause(token):
        _fill_hidden(token, clause, clauses, filled)
    elif token.tag_ == "VBG" and token.dep_ in ("compound", "amod"):
        _fill_gerund(token, clause, clauses)
    elif token.dep_ == "relcl":
        _fill_relative(token, clause, clauses)
    elif token.dep_ == "ccomp" and token.head.dep_ == "relcl" and any(map(is_relative, token.children)):
        _fill_told_relative(token, clause)
    elif token.dep_ == "acl":
        _fill_participle(token, clause, clauses)
    elif governor is not None:
        _fill_from_governor(token, clause, governor, clauses)
    elif token.dep_ == "pcomp" and not clause.at("subject") and not clause.passive:
        _fill_course(token, clause, clauses, filled)


def _fill_course(token: Token, clause: Clause, clauses: dict[int, Clause], filled: set[int]) -> None:
    """"in addition to taking the hill", "their second attempt at seizing it"."""
    owner, above = over_gerund(token, clauses)
    if owner is not None:
        clause.arguments.append(Argument("subject", owner.i, implied=True))
    elif above is not None:
        _fill(token.doc[above.head], clauses, filled)
        _copy(above, "subject", clause, "subject")


def _fill_relative(token: Token, clause: Clause, clauses: dict[int, Clause]) -> None:
    noun = told_by_relative(token)
    if any(child.lower_ == "to" and child.dep_ == "aux" for child in token.children) and not any(map(is_relative, token.children)):
        does = clause.passive or any(child.dep_ == "dobj" and child.lower_ != "place" for child in token.children)
        if does and any(child.lower_ in ORDINALS for child in token.head.children):  # "the first hospital to be targeted", "the only group to attack"
            clause.arguments.append(Argument("object" if clause.passive else "subject", noun, implied=True))
        else:
            _fill_infinitive(token, clause, clauses)  # "trying for months to surround": the parse hangs it on the months
        return
    for child in token.children:
        if is_relative(child) and child.dep_ in ("nsubj", "nsubjpass", "dobj"):
            passive = child.dep_ == "nsubjpass" or clause.passive
            slot = "object" if child.dep_ == "dobj" or passive else "subject"
            clause.arguments.append(Argument(slot, noun, implied=True))
            return
    if any(is_relative(inner) and inner.dep_ == "pobj" for child in token.children if child.dep_ == "prep" for inner in child.children):
        return  # "in which ten were killed"
    if any(child.dep_ == "nsubjpass" for child in token.children) and any(child.lower_ in ("where", "when") for child in token.children):
        return  # "the hospital where the wounded were taken"
    if any(word.lower_ == "whose" for child in token.children if child.dep_ in ("nsubj", "nsubjpass") for word in child.children):
        return  # "a man whose son was killed"
    if not clause.at("subject"):
        reduced = token.tag_ == "VBD" and not clause.at("object")  # "a town taken last week", "groups (outlawed in X)"
        clause.passive = clause.passive or reduced
        clause.arguments.append(Argument("object" if clause.passive else "subject", noun, implied=True))
    elif not clause.at("object") and not any(c.lower_ in ("where", "when") for c in token.children):
        clause.arguments.append(Argument("object", noun, implied=True))


def _fill_hidden(token: Token, clause: Clause, clauses: dict[int, Clause], filled: set[int]) -> None:
    """"fighters battling forces", "kept pounding areas", "and displaced millions": the noun behind is the object."""
    clause.arguments.append(Argument("object", token.head.i, implied=True))
    clause.passive = False
    doer, above = doer_before(token), goes_on(token) or verb_beside(token)
    if doer is not None:
        clause.arguments.append(Argument("subject", doer.i, implied=True))
    elif above is not None and above.i in clauses:
        _fill(above, clauses, filled)
        clause.parent, clause.relation = above.i, "xcomp" if goes_on(token) is not None else "conj"
        clause.tense = clauses[above.i].tense
        _copy(clauses[above.i], "subject", clause, "subject")


def _fill_told_relative(token: Token, clause: Clause) -> None:
    """"the attack which the media said was carried out by X": what is said of the noun is told of it."""
    relative = next(child for child in token.children if is_relative(child))
    done = clause.passive or relative.dep_ == "dobj" or any(child.dep_ == "nsubj" and not is_relative(child) for child in token.children)
    clause.arguments.append(Argument("object" if done else "subject", token.head.head.i, implied=True))


def _fill_beside(token: Token, clause: Clause) -> None:
    """"supports the militia fighting against X": the parse makes two objects of the militia and its fight."""
    before = [child for child in token.head.children if child.dep_ == "dobj" and child.i < token.i]
    if before and not clause.at("subject"):
        clause.arguments.append(Argument("subject", before[-1].i, implied=True))


def _fill_gerund(token: Token, clause: Clause, clauses: dict[int, Clause]) -> None:
    """"accused of bombing towns": the parse makes the gerund a modifier of what it governs."""
    preposition = token.head.head
    accusing = clauses.get(preposition.head.i)
    if token.head.dep_ == "pobj" and preposition.i == token.i - 1 and accusing is not None and accusing.predicate in OBJECT_CONTROL:
        clause.arguments.append(Argument("object", token.head.i, implied=True))
        clause.parent, clause.relation = accusing.head, "pcomp"
        _copy(accusing, "object", clause, "subject")


def _fill_participle(token: Token, clause: Clause, clauses: dict[int, Clause]) -> None:
    if any(child.dep_ == "nsubjpass" for child in token.children):
        return  # "reports that ten were killed": what the reports say befell others
    noun = told_of(token, clause)
    if blame_before(token.head) is token:
        clause.passive = False
        clause.arguments += [Argument("subject", token.head.i), Argument("object", token.head.head.head.i, implied=True)]
    elif token.tag_ == "VBD" and noun.dep_ == "dobj" and noun.head.i in clauses and clause.at("object") and not clause.at("subject"):
        _copy(clauses[noun.head.i], "subject", clause, "subject")  # "Army kills 12 rebels, captured nine" in a headline
    elif token.tag_ == "VBN" and not clause.passive and (clause.at("object") or clause.at("subject")):
        if not clause.at("subject"):
            clause.arguments.append(Argument("subject", noun.i, implied=True))
    elif token.tag_ == "VBN" and not _is_perfect(token):
        clause.arguments.append(Argument("object", noun.i, implied=True))
    elif token.tag_ == "VBG" or not any(child.lower_ == "to" for child in token.children):
        if not clause.at("subject"):
            clause.arguments.append(Argument("subject", noun.i, implied=True))
    else:
        _fill_infinitive(token, clause, clauses)


def _fill_infinitive(token: Token, clause: Clause, clauses: dict[int, Clause]) -> None:
    """"an effort to recapture": whose effort it is, by possessive or by name ("X attempts to"), else the subject above."""
    noun = token.head
    owner = owner_of(noun)
    above = noun.head
    while (above.i not in clauses or only_holds(above)) and above.dep_ != "ROOT":
        above = above.head
    meant = next((inner for child in (*token.children, *(other for other in noun.children if other.lower_ == "by" and other.i > noun.i))
                  if child.lower_ in ("for", "by") for inner in child.children if inner.dep_ == "pobj"), None)
    if clause.at("subject"):
        return
    if meant is not None:  # "a pretext for X to bomb", "an attempt by X to bomb"
        clause.arguments.append(Argument("subject", meant.i, implied=True))
    elif owner is not None:
        clause.arguments.append(Argument("subject", owner.i, implied=True))
    elif above.i in clauses:
        _copy(clauses[above.i], "subject", clause, "subject")


def _fill_from_governor(token: Token, clause: Clause, governor: Clause, clauses: dict[int, Clause]) -> None:
    has_own = bool(clause.at("object" if clause.passive else "subject"))
    if has_own or is_act_beside(token):
        return
    aimed = _aimed_before(token) or aiming(token) or accompanying(token, governor)
    if (doing := [aimed.i] if aimed is not None else who_charges(token, clauses)):
        clause.arguments.extend(Argument("subject", head, implied=True) for head in doing)
        return
    if (counted := counted_before(token)) is not None:
        clause.passive = True
        clause.arguments.append(Argument("object", counted.i, implied=True))
        return
    target = "object" if clause.passive else "subject"
    if not clause.passive and is_helped_in(token, governor):
        _copy(governor, "object", clause, target)
    if token.dep_ == "pcomp" and governor.predicate in PREVENTING and governor.at("object"):
        clause.negated = True  # "prevented the rebels from advancing"
        _copy(governor, "object", clause, target)
    elif is_controlled(token, clause, governor) or is_sent_to(token, governor):
        _copy(governor, controlled(token.doc, governor), clause, target)
    elif token.dep_ in ("xcomp", "oprd") and token.tag_ == "VBN" and governor.passive and not _is_perfect(token):
        clause.passive = True  # "were reported killed", "believed to be carried out by X"
        _copy(governor, "object", clause, "object")
    elif token.dep_ == "conj" and _shares_passive(token, clause, governor):
        clause.passive = True
        _copy(governor, "object", clause, "object")
        if not clause.at("subject"):
            _copy(governor, "subject", clause, "subject")
    elif token.dep_ == "ccomp" and token.tag_ not in ("VBG", "VB"):
        _fill_finite(token, clause, governor, target)
    elif token.dep_ == "pcomp" and token.head.lower_ == "against":
        return  # "voted against bombing the port": who is against an act does not do it
    elif token.dep_ in ("conj", "xcomp", "advcl", "pcomp", "ccomp", "prep"):
        source = "object" if governor.passive and not governor.at("subject") else "subject"
        if governor.passive and governor.at("object") and (token.dep_ != "advcl" or clause.mark in AT_THE_TIME):
            source = "object"  # "hit by an air strike while fleeing"
        _copy(governor, source, clause, target)
    if token.dep_ == "conj":
        clause.modal = clause.modal or governor.modal
        clause.tense = governor.tense if clause.tense == "none" else clause.tense


def _fill_finite(token: Token, clause: Clause, governor: Clause, target: str) -> None:
    """"forces loyal to X were behind it", "jets believed to be X's killed five": the parse parts a finite verb from its subject.

    The subject is that of the clause right before it under one verb, or of a verb of belief over both.
    """
    beside = [other for other in token.head.children if governor.head < other.i < token.i and other.dep_ in ("ccomp", "xcomp")]
    if not beside or any(child.dep_ in ("mark", "expl", "nsubj", "nsubjpass", "csubj") for child in token.children):
        return
    subjects = [child.i for child in beside[-1].children if child.dep_ == "nsubj" and not is_relative(child)]
    if not subjects and beside[-1].dep_ == "xcomp" and governor.predicate in BELIEVING:
        subjects = governor.at("object" if governor.passive else "subject")
        clause.passive, target = False, "subject"
    clause.arguments.extend(Argument(target, head, implied=True) for head in subjects)


def _aimed_before(token: Token) -> Token | None:
    """"documented deaths in air strikes, targeting the town": a comma of no meaning parts an act from what it targets."""
    before = token.doc[max(0, token.i - 2):token.i]
    if token.lemma_ != "target" or token.tag_ != "VBG" or len(before) < 2 or before[1].text != ",":
        return None
    return before[0] if before[0].dep_ == "pobj" and before[0].tag_ in ("NNS", "NN") and before[0].head.dep_ == "prep" else None


def _is_perfect(token: Token) -> bool:
    """"believed to have captured": who is believed captured; "reported killed" and "to have been killed": suffered."""
    words = {child.lemma_.lower() for child in token.children if child.dep_ in ("aux", "auxpass")}
    return "have" in words and "be" not in words


def _shares_passive(token: Token, clause: Clause, governor: Clause) -> bool:
    if is_beside_dead(token):
        return True
    if not governor.passive or token.tag_ not in ("VBN", "VBD") or clause.predicate in INTRANSITIVE:
        return False
    return not any(child.dep_ in ("aux", "auxpass", "nsubj", "dobj") for child in token.children)


def _copy(source: Clause, slot: str, clause: Clause, target: str) -> None:
    for head in source.at(slot):
        if head != clause.head and head not in clause.at(target):
            clause.arguments.append(Argument(target, head, implied=True))
