"""Layer 4, event nouns: "the army's shelling of X", "clashes between A and B", "launched an attack on X".

In: a spaCy Doc, the clauses of its verbs, and which nouns name events. Out: one clause per event noun, its arguments
from its own modifiers and from the light verb that carries it. Decision: a light verb says nothing of its own; its
subject, tense, modality and negation become the noun's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from warledger.claims.clauses.aims import add_aims, opposed_by
from warledger.claims.clauses.asked import TIMES
from warledger.claims.clauses.checked_acts import give_to_foe
from warledger.claims.clauses.clause_builder import conjuncts
from warledger.claims.clauses.control import controlled
from warledger.claims.clauses.denied_verbs import is_undone
from warledger.claims.clauses.far_sides import from_far_against, from_far_between, from_far_on
from warledger.claims.clauses.hidden_verbs import headline_object
from warledger.claims.clauses.missed_subjects import object_before_verb
from warledger.claims.clauses.mistaken_subjects import is_headline_toll
from warledger.claims.clauses.mistaken_verbs import is_mistaken_verb
from warledger.claims.clauses.noun_agents import (
    SUSPECTING,
    agent_before,
    agent_behind,
    from_participles,
    hung_on_agent,
    is_told_of,
    joins,
    sent_off,
)
from warledger.claims.clauses.records import Argument, Clause
from warledger.claims.clauses.relative_acts import told_behind
from warledger.claims.clauses.same_prepositions import governed
from warledger.claims.clauses.shared_agents import allied_behind, in_whose_hands
from warledger.claims.counting_words import is_partitive
from warledger.claims.text.tokens import Doc, Token
from warledger.lexicons.company_lexicon import load_company
from warledger.lexicons.frame_lexicon import LightVerbs
from warledger.lexicons.grammar_lexicon import load_grammar

MODIFIERS = frozenset(("compound", "amod", "nmod", "conj", "nsubj", "poss"))
# Nouns for those whom the act behind "of" hit.
VICTIMS = frozenset(("victim", "survivor"))
# "a rebel-led offensive" is the rebels'.
LEADING = "led"
# Places of the first of two coordinated acts that the second shares.
SHARED_SLOTS = frozenset(("by", "mod", "poss", "subject", "on", "against", "at"))
OWNERS = frozenset(("mod", "poss"))
# Nouns before "of" and an act that count or gather it: what hangs on them is the act's ("a series of strikes by X").
GATHERING = frozenset("series wave spate number string dozen hundred barrage round lot kind campaign start beginning launch resumption phase stage bout "
                      "escalation intensification".split())
# Prepositions of those who act or are fought, whose allies the parse may hang on the verb.
ALLIED_BEHIND = frozenset(("with", "against", "by"))
# Prepositions behind an act by which it tells whom it befell.
BEHIND = frozenset(("of", "to", "on", "against"))
# What somebody does for an agreement that others make.
BROKERING = frozenset(("broker", "mediate", "sponsor", "facilitate", "negotiate"))
SHARED_PREPOSITIONS = load_grammar().shared_prepositions


def build_nouns(doc: Doc, verbs: dict[int, Clause], is_event: Callable[[Token], bool], is_actor: Callable[[int], bool],
                light: LightVerbs) -> dict[int, Clause]:
    """One clause per event noun, by token index; is_actor tells whether a token heads somebody who acts."""
    clauses: dict[int, Clause] = {}
    for token in doc:
        if not is_event(token):
            continue
        clause = Clause(token.i, token.lemma_.lower(), "noun")
        _own_arguments(token, clause, is_actor, is_event)
        _hung_beside(token, clause)
        if (fought := object_before_verb(token)) is not None:
            clause.arguments.append(Argument("against", fought.i, implied=True))
        hung_on_agent(token, clause)
        agent_before(token, clause, is_actor)
        add_aims(token, clause)
        from_participles(token, clause, verbs, is_actor)
        sent_off(token, clause, verbs, is_actor)
        _from_light_verb(token, clause, verbs, light, is_event)
        give_to_foe(token, clause, is_actor)
        _from_bearer(token, clause)
        _without_backers(token, clause)
        from_far_against(token, clause, verbs, is_actor)
        from_far_on(token, clause, is_event)
        if not clause.at("between"):
            from_far_between(token, clause, verbs, is_actor, is_event)
        if clause.parent is None:
            clause.parent, clause.relation = _nearest_verb(token, verbs), token.dep_
        clauses[token.i] = clause
    for token in doc:
        if token.i in clauses and token.dep_ == "conj" and token.head.i in clauses:
            _share(token, clauses[token.head.i], clauses[token.i])
    return clauses


def _share(act: Token, first: Clause, second: Clause) -> None:
    """"airstrikes and bomb attacks by X on Y": what hangs on the first of two acts is the second's too; "French strikes and an influx" has its own article."""
    if any(second.at(slot) for slot in ("by", "mod", "poss", "subject")):
        return
    own = {argument.slot for argument in second.arguments}
    if any(child.dep_ == "det" for child in act.children):
        own |= OWNERS
    second.arguments.extend(Argument(argument.slot, argument.head, implied=True) for argument in first.arguments
                            if argument.slot in SHARED_SLOTS and argument.slot not in own)


def _own_arguments(token: Token, clause: Clause, is_actor: Callable[[int], bool], is_event: Callable[[Token], bool]) -> None:
    for child in token.children:
        if child.dep_ == "poss":
            clause.arguments.append(Argument("poss", _whose(child)))
        elif child.dep_ in ("compound", "amod", "nmod", "nsubj") and child.i < token.i and not is_headline_toll(child):
            for part in child.subtree:  # "Russian barrel bomb raids": the actor may stand before the means
                if is_actor(part.i) and (part.dep_ in MODIFIERS or part.head.lower_ == LEADING or joins(part, is_actor)) and not is_told_of(part, token) \
                        and not _did_the_first(part, token, is_actor, is_event) and not any(headline_object(word) for word in token.doc[part.i + 1:token.i]):
                    clause.arguments.append(Argument("against" if opposed_by(part) else "mod", part.i))
        elif child.dep_ in ("prep", "agent"):
            doers = in_whose_hands(child)  # "the killing of villagers at the hands of X"
            clause.arguments.extend(Argument("by" if doers else child.lower_, inner.i) for inner in doers or governed(child) if inner.dep_ == "pobj")
            if child.lower_ in ALLIED_BEHIND:  # "clashes with the army and allied militias"
                clause.arguments.extend(Argument(child.lower_, ally.i) for ally in allied_behind(child))
        elif child.dep_ == "dobj":
            clause.arguments.append(Argument("object", child.i))
        elif child.dep_ == "neg" or (child.dep_ == "det" and child.lower_ in ("no", "neither")):
            clause.negated = True
    if token.dep_ == "conj" and token.head.i < token.i and is_actor(token.head.i) and clause.at("mod"):
        clause.arguments.append(Argument("mod", token.head.i))  # "regime and Russian air strikes" are those of both
    agent_behind(token, clause, is_actor, is_event)
    outer = _gathered_by(token)
    if outer is not None:
        clause.arguments.extend(Argument(child.lower_, inner.i) for child in outer.children if child.lower_ in ("by", "on", "against")
                                for inner in child.children if inner.dep_ == "pobj")
    if token.head.dep_ == "poss" and token.dep_ == "acl":
        clause.arguments.append(Argument("poss", token.head.i))
    _right_before(token, clause, is_actor)


def _right_before(token: Token, clause: Clause, is_actor: Callable[[int], bool]) -> None:
    """Who stands right before an act, whatever the parse makes of him, and what a gerund before its noun governs."""
    before = token.doc[token.i - 1] if token.i else None
    if before is not None and before.tag_ == "POS" and not clause.at("poss"):
        # the parser reads "the army's shelling killed" as a verb; the possessive tells that it is a noun
        owner = before.head if before.head.i < before.i else token.doc[before.i - 1]
        clause.arguments.append(Argument("poss", owner.i))
    named = any(clause.at(slot) for slot in ("mod", "poss", "by"))
    if before is not None and not named and not opposed_by(before) and before.pos_ in ("PROPN", "NOUN", "ADJ") and is_actor(before.i):
        clause.arguments.append(Argument("mod", before.i))  # right before the event, whatever the parse makes of it
    if before is not None and is_mistaken_verb(token):
        actor = before if is_actor(before.i) else before.head
        if is_actor(actor.i):
            clause.arguments.append(Argument("mod", actor.i))
    if token.tag_ == "VBG" and token.dep_ in ("amod", "compound") and token.head.i > token.i:
        # "the army's killing soldiers": the parser takes the gerund for a modifier of what it governs
        clause.arguments.append(Argument("object", token.head.i))


def _did_the_first(part: Token, act: Token, is_actor: Callable[[int], bool], is_event: Callable[[Token], bool]) -> bool:
    """"rebel fire and army shelling": who stands before the first of two acts, the second having its own before it."""
    joint = next((word.i for word in act.doc[part.i + 1:act.i] if word.dep_ == "cc"), None)
    return joint is not None and any(map(is_event, act.doc[part.i + 1:joint])) and any(is_actor(i) for i in range(joint + 1, act.i))


def _gathered_by(act: Token) -> Token | None:
    """"a series of strikes", "a total of 12 raids", "one of the heaviest attacks": the word before "of" that only counts or gathers an act."""
    outer = act.head.head
    counts = act.dep_ == "pobj" and act.head.lower_ == "of" and (outer.lemma_.lower() in GATHERING or is_partitive(outer))
    return outer if counts else None


def _hung_beside(token: Token, clause: Clause) -> None:
    """"the death of a guard and injury of two others", "were killed following raids on a market": what stands right behind, wherever the parse hangs it."""
    behind = token.nbor(1) if token.i + 1 < len(token.doc) else token
    if behind.dep_ == "prep" and behind.lower_ in BEHIND and behind.head.i < token.i and not clause.at(behind.lower_):
        clause.arguments.extend(Argument(behind.lower_, inner.i) for inner in behind.children if inner.dep_ == "pobj" and inner.ent_type_ not in TIMES)


def _whose(owner: Token) -> int:
    """"militants whose assault": the noun before a relative possessive, whatever the parse makes of its clause."""
    if owner.tag_ != "WP$" or owner.i == 0:
        return owner.i
    noun = next((above.head for above in owner.ancestors if above.dep_ == "relcl"), owner.nbor(-1))
    return noun.i if noun.pos_ in ("NOUN", "PROPN") else owner.i


def _from_bearer(token: Token, clause: Clause) -> None:
    """"a man with a gunshot wound": who bears what the noun tells; "victims of a chemical attack": whom it hit."""
    if token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lemma_.lower() in VICTIMS:
        clause.arguments.append(Argument("object", token.head.head.i))
    if token.dep_ in ("compound", "nmod") and token.i + 1 == token.head.i and token.head.lemma_.lower() in VICTIMS:  # "shelling victims"
        clause.arguments.append(Argument("object", token.head.i))
    if token.dep_ == "pobj" and token.head.lower_ == "with" and token.head.head.pos_ in ("NOUN", "PROPN", "NUM"):
        clause.arguments.append(Argument("bearer", token.head.head.i))


def _without_backers(token: Token, clause: Clause) -> None:
    """"a Russian-backed offensive by government forces": who backs an act whose doers are told does not do it."""
    if clause.at("between"):  # "a truce between the army and rebels brokered by X"
        brokers = {inner.i for child in token.children if child.lemma_ in BROKERING for by in child.children if by.dep_ == "agent"
                   for first in by.children for inner in conjuncts(first)}
        clause.arguments[:] = [argument for argument in clause.arguments if argument.head not in brokers]
    if clause.at("by") or clause.at("subject") or (token.dep_ == "dobj" and any(child.dep_ == "nsubj" for child in token.head.children)):
        clause.arguments[:] = [argument for argument in clause.arguments if not (argument.slot == "mod" and only_backs(token.doc[argument.head]))]


def only_backs(participle: Token) -> bool:
    """"Russian-backed", "UN-sponsored", whatever the parse makes of it."""
    if participle.text == "-":  # "UN-sponsored", of which the parse takes each piece for an adjective
        participle = participle.nbor(1)
    if participle.i + 2 < len(participle.doc) and participle.nbor(1).text == "-":
        participle = participle.nbor(2)
    word = participle.lower_.rpartition("-")[2]
    return not load_company().backed.union(BROKERING).isdisjoint((participle.lemma_, word.removesuffix("d"), word.removesuffix("ed")))


def _from_light_verb(token: Token, clause: Clause, verbs: dict[int, Clause], light: LightVerbs, is_event: Callable[[Token], bool]) -> None:
    carried = [(governor, slot, role) for governor, slot in (*_carriers(token, verbs), *told_behind(token, verbs, is_event))
               if (role := light.role(governor.variants, slot, clause.predicate)) is not None]
    if not carried:
        return
    joined = carried[0][1] == "in" and carried[0][2].fills == "subject"  # "takes part in the siege that X laid"
    for other, _, told in carried[1:]:  # "raids which were carried out by X hit the town": another verb tells who did it
        if (told.fills == "subject" != carried[0][2].fills and (other.passive or not told.carries)) or (told.fills == "subject" and joined):
            clause.arguments.extend(Argument("subject", head, implied=True) for head in other.at(told.subject_from) if head != token.i)
    governor, slot, role = carried[0]
    for head in _whom(token, governor, role.subject_from):
        if head != token.i:
            clause.arguments.append(Argument(role.fills, head, implied=True))
    if not role.carries:
        return
    if governor.passive and role.fills == "object" and slot != "object":  # "was subjected to shelling by the army"
        clause.arguments.extend(Argument("by", head, implied=True) for head in governor.at("subject"))
    for argument in governor.arguments:
        if argument.slot in SHARED_PREPOSITIONS and argument.head != token.i:
            clause.arguments.append(Argument(argument.slot, argument.head))
    clause.parent, clause.relation = governor.head, "light"
    clause.tense, clause.modal, clause.negated = governor.tense, governor.modal, clause.negated or is_undone(governor)
    clause.mark, clause.question = governor.mark, governor.question


def _whom(act: Token, governor: Clause, slot: str) -> list[int]:
    """Who stands in a place of the verb that carries an act; "A and B blamed each other for the raid": each of them."""
    return governor.at(controlled(act.doc, governor) if slot == "object" else slot)


def _carriers(token: Token, verbs: dict[int, Clause]) -> Iterator[tuple[Clause, str]]:
    """The verbs that may carry the noun, nearest first, and the slot in which the noun stands there."""
    head = token
    while head.dep_ == "conj" and head.head.pos_ in ("NOUN", "PROPN"):
        head = head.head
    while (outer := _gathered_by(head)) is not None:
        head = outer  # "delivered a series of strikes"
    for clause in _governors(head, verbs):
        for argument in clause.arguments:
            if argument.head == head.i:
                yield clause, argument.slot
                break
    yield from _over_complement(head, verbs)
    if head.i != token.i:  # "a round of raids which X carried out"
        yield from ((verbs[child.i], argument.slot) for child in token.children if child.dep_ in ("acl", "relcl") and child.i in verbs
                    for argument in verbs[child.i].arguments if argument.head == token.i)


def _over_complement(token: Token, verbs: dict[int, Clause]) -> Iterator[tuple[Clause, str]]:
    """"accused the rebels of an attack", "was responsible for the attack", "was the target of strikes": it hangs on what the verb governs."""
    preposition = token.head
    governed = preposition.head
    if preposition.lower_ == "over" and governed.dep_ == "pobj" and governed.head.head.i in verbs:
        yield verbs[governed.head.head.i], "over"  # "accused X of lies over the bombings"
    if preposition.lower_ == "of" and (first := governed.first_of_list).dep_ == "dobj" and first.head.lemma_ in SUSPECTING:
        governed = first  # "accused the rebels and their allies of an attack"
    if token.dep_ != "pobj" or governed.head.i not in verbs or governed.dep_ not in ("dobj", "acomp", "oprd", "attr"):
        return
    yield verbs[governed.head.i], preposition.lower_ if governed.dep_ == "dobj" else f"{governed.lower_} {preposition.lower_}"


def _governors(token: Token, verbs: dict[int, Clause]) -> list[Clause]:
    found = []
    head = token.head
    if head.dep_ in ("prep", "agent", "dative"):
        head = head.head
    if head.i in verbs:
        found.append(verbs[head.i])
    found.extend(verbs[child.i] for child in token.children if child.dep_ in ("acl", "relcl") and child.i in verbs)
    # "these raids appeared to have been flown by X"
    found.extend(verbs[inner.i] for inner in token.head.children if token.dep_ in ("nsubj", "nsubjpass") and inner.dep_ == "xcomp"
                 and inner.i in verbs)
    # "strikes believed to be carried out by X"
    found.extend(verbs[inner.i] for child in token.children if child.dep_ in ("acl", "relcl") for inner in child.children
                 if inner.dep_ in ("xcomp", "ccomp") and inner.i in verbs)
    return found


def _nearest_verb(token: Token, verbs: dict[int, Clause]) -> int | None:
    head = token
    while head.dep_ != "ROOT":
        head = head.head
        if head.i in verbs:
            return head.i
    return None
