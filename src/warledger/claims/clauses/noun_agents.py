"""Layer 4, event nouns, who did it beside them: "X behind the attack", "an attack carried out by X", "missiles fired from X's jets".

In: an event noun, its clause so far and the clauses of the verbs. Out: the clause with those that stand before, behind and in
the participles of the noun. Decision: whoever only judges or tells of an act ("an attack condemned by X") did not do it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from warledger.claims.clauses.aims import AGAINST, AIMING
from warledger.claims.clauses.clause_builder import conjuncts
from warledger.claims.clauses.mistaken_subjects import BLAMING
from warledger.claims.clauses.records import Argument, Clause
from warledger.claims.text.tokens import Token
from warledger.lexicons.company_lexicon import load_company
from warledger.lexicons.grammar_lexicon import load_grammar

# Participles behind which a noun names its parties: "a deal involving A and B", "clashes pitting A against B".
PITTING = "pit"
NAMING_SIDES = frozenset(("involve", PITTING))
# Verbs whose object is an act that their subject does.
LAUNCHING = frozenset(("launch", "conduct", "stage", "mount", "wage", "start", "begin"))
# Participles by which, behind a hyphen, an act is somebody's.
DONE_BY = LAUNCHING | {"enforce", "impose", "perpetrate"}
# Whoever is that for an act did it.
RESPONSIBLE = "responsible"
# Words for a part that somebody has in an act, verbs of having or denying it, and verbs of laying it to somebody.
INVOLVEMENT = {**dict.fromkeys(("involvement", "role", "part", "hand", "participation", "complicity"), "in"), "responsibility": "for"}
HAVING_PART = frozenset(("deny", "admit", "acknowledge", "have", "play", "confirm"))
# Words by which somebody binds himself to what stands behind their "of" or "to".
PLEDGES = frozenset(("promise", "pledge", "vow", "offer", "declaration", "commitment"))
SUSPECTING = frozenset(("accuse", "suspect"))
# Words for those who take part in what another does, and whom a nationality tells; a "Ugandan side" acts, but it is a place where something is hit.
ALLIES = frozenset(("ally", "partner"))
# Pictures, the verbs by which they are spread, and the killings that those who spread them did themselves.
FILMS = frozenset(("video", "footage", "photo", "picture", "image", "film", "clip"))
RELEASING = frozenset(("release", "publish", "post", "issue", "circulate", "distribute"))
BOASTED = frozenset(("execution", "beheading", "decapitation", "killing", "murder"))
# The participle behind which stands whose a thing is.
BELONGING = "belong"
# What sends off a missile, and before what it came from.
SENDING = frozenset(("fire", "launch", "drop", "shoot"))
SENT_FROM = frozenset(("from", "by"))
# The participle behind which stands whoever says that it was his act, and the verbs by which he takes the responsibility for it.
CLAIMING = "claim"
OWNING_UP = frozenset((CLAIMING, "take", "accept", "assume"))
JUDGING = load_grammar().judging
BELIEVING = load_grammar().believing


def agent_before(token: Token, clause: Clause, is_actor: Callable[[int], bool]) -> None:
    """"X behind the attack" without a verb; "blamed the attack on X", where the parse hangs X on the attack; the act "of X" that lost its
    apostrophe ("the death toll of the rebels rocket attacks")."""
    over = token.head
    # "a regime-enforced siege"
    clause.arguments.extend(Argument("by", whose.i) for child in token.children if child.tag_ == "VBN" and child.lemma_ in DONE_BY
                            for whose in child.children if whose.dep_ == "npadvmod" and whose.nbor(1).text == "-" and is_actor(whose.i))
    if token.dep_ == "nsubj" and over.lemma_ == "be":  # "one offensive is by the army, the other by the militia"
        clause.arguments.extend(Argument("by", inner.i) for child in over.children if child.lower_ == "by" and child.i == over.i + 1
                                for inner in child.children if inner.dep_ == "pobj" and is_actor(inner.i))
    if token.dep_ == "pobj" and over.lower_ == "behind" and over.i and is_actor(over.i - 1):
        clause.arguments.append(Argument("by", over.i - 1, implied=True))
    if token.dep_ == "pobj" and over.lower_ == "behind" and over.head.lemma_ == "be":
        clause.arguments.extend(Argument("by", child.i, implied=True) for child in over.head.children if child.dep_ == "nsubj")  # "was behind at least three raids"
    clause.arguments.extend(Argument("by", one.i, implied=True) for one in (*_involved(token), *_showing(token)) if is_actor(one.i))
    if token.dep_ == "pobj" and over.lower_ == "for" and over.head.lower_ == RESPONSIBLE and is_actor(over.head.head.i) \
            and not any(word.dep_ == "neg" or word.lower_ == "not" for word in over.head.children):
        clause.arguments.append(Argument("by", over.head.head.i, implied=True))  # a headline's "militia likely responsible for the attack"
    if token.dep_ == "dobj" and over.lemma_ in BLAMING:
        clause.arguments[:] = [replace(argument, slot="by") if argument.slot == "on" else argument for argument in clause.arguments]
    edge = token.left_edge.i
    if token.dep_ == "appos" and over.i == edge - 1 and over.tag_ in ("NNS", "NNPS") and is_actor(over.i) and not clause.at("mod"):
        clause.arguments.append(Argument("poss", over.i, implied=True))  # "the regimes continued atrocities"
    owner = token.doc[edge - 1] if edge else token
    if owner.i < token.i - 1 and owner.tag_ in ("NNS", "NNPS") and owner.dep_ in ("pobj", "dep") and is_actor(owner.i) \
            and not any(clause.at(slot) for slot in ("mod", "poss", "by")) and (token.doc[edge].pos_ not in ("DET", "NUM", "PRON") or token.doc[edge + 1].text == "-"):
        clause.arguments.append(Argument("poss", owner.i, implied=True))


def joins(part: Token, is_actor: Callable[[int], bool]) -> bool:
    """"a Franco-German deal", "a Swiss-Norway brokered truce": a hyphen makes one of the two a measure to the parse."""
    if part.dep_ != "npadvmod":
        return False
    doc = part.doc
    behind = part.i + 2 < len(doc) and doc[part.i + 1].tag_ == "HYPH" and is_actor(part.i + 2)
    return behind or (part.i > 1 and doc[part.i - 1].tag_ == "HYPH" and is_actor(part.i - 2))


def pitted(pitting: Token) -> list[int]:
    """"the war pits A, backed by B, against C" without its commas: to the parse A is who did the backing."""
    if any(child.dep_ == "dobj" for child in pitting.children):
        return []
    behind = [child for child in pitting.children if child.i > pitting.i]
    return [*(child.i for child in behind if child.dep_ == "appos"),
            *(inner.i for child in behind if child.dep_ in ("ccomp", "advcl") for inner in child.children if inner.dep_ == "nsubj" and inner.i > pitting.i)]


def _involved(act: Token) -> list[Token]:
    """"denied any role in the raids", "accused of involvement in the attack", "their pledge of a truce": who is told to have, or not to have, a part in an act."""
    part = act.head.head
    if act.dep_ == "pobj" and act.head.lower_ in ("of", "to") and part.lemma_ in PLEDGES:  # "the junta's promise of a truce"
        return [child for child in part.children if child.i < part.i and child.dep_ in ("poss", "compound", "nmod", "amod")]
    if act.dep_ == "pobj" and act.head.lower_ == "in" and (allied := _allied_in(part)):
        return allied
    if act.dep_ != "pobj" or INVOLVEMENT.get(part.lemma_) != act.head.lower_:
        return []
    if part.dep_ == "dobj" and part.head.lemma_ in HAVING_PART:
        return [child for child in part.head.children if child.dep_ == "nsubj"]
    suspected = part.head.head if part.dep_ == "pobj" and part.head.head.lemma_ in SUSPECTING else None
    held = [child for child in suspected.children if child.dep_ in ("nsubjpass", "dobj")] if suspected is not None else []
    return held or [child for child in part.children if child.dep_ == "poss"]


def _allied_in(part: Token) -> list[Token]:
    """"X is an ally of Y in the campaign", "X, a partner of Y in the war": both take part in it."""
    ally = part if part.lemma_ in ALLIES else next((child for child in part.children if part.lemma_ == "be" and child.dep_ == "attr"), part)
    if ally.lemma_ not in ALLIES or ally.dep_ not in ("attr", "appos"):
        return []
    allied = [ally.head] if ally.dep_ == "appos" else [child for child in ally.head.first_of_list.children if child.dep_ == "nsubj"]
    return [*allied, *(inner for child in ally.children if child.lower_ == "of" for inner in child.children if inner.dep_ == "pobj")]


def _showing(act: Token) -> list[Token]:
    """"the group released a video showing the execution of nine": who boasts of a killing by its pictures."""
    film = act.head.head
    shown = act.dep_ == "dobj" and act.head.lemma_ == "show" and act.head.dep_ in ("acl", "relcl") and film.lemma_ in FILMS and act.lemma_ in BOASTED
    return [child for child in film.head.children if child.dep_ == "nsubj"] if shown and film.dep_ == "dobj" and film.head.lemma_ in RELEASING else []


def agent_behind(token: Token, clause: Clause, is_actor: Callable[[int], bool], is_event: Callable[[Token], bool]) -> None:
    """"revenge for airstrikes by X": the agent right behind an act is the act's, wherever the parse hangs it.

    So is whom it is against: "is accused of torture against civilians".
    """
    behind = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else token
    over = behind.head
    if behind.dep_ == "nsubj" and behind.tag_ == "PRP" and over.i > behind.i and over.lemma_ in LAUNCHING and is_actor(behind.i) \
            and not any(child.dep_ == "dobj" for child in over.children):
        clause.arguments.append(Argument("by", behind.i, implied=True))  # "wounded in an offensive they had launched"
    if behind.lower_ == "from" and behind.head.i != token.i and not clause.at("from"):
        clause.arguments.extend(Argument("from", inner.i) for inner in behind.children if inner.dep_ == "pobj" and is_actor(inner.i))  # "backed by raids from X"
    if behind.lower_ == "against" and not clause.at("against") and behind.head.i != token.i:
        clause.arguments.extend(Argument("against", inner.i) for inner in behind.children if inner.dep_ == "pobj")
    inside = (part for part in token.subtree if part.i > token.i and part.lower_ == "by" and part.dep_ in ("prep", "agent")
              and part.head.dep_ == "pobj" and part.head.head.head.i == token.i and not is_event(part.head))  # "the bombing of several places by X"
    edge = token.right_edge.i + 1
    if edge < len(token.doc) and token.doc[edge].lower_ == "by" and not any(child.dep_ == "auxpass" for child in token.doc[edge].head.children):
        behind = token.doc[edge]  # "respond to the attack on the town by X"
    hung_elsewhere = behind.lower_ == "by" and behind.head.i != token.i and (behind.i == token.i + 1 or behind.dep_ == "prep")
    agent = behind if hung_elsewhere else next(inside, None)
    if agent is not None and not clause.at("by"):
        clause.arguments.extend(Argument("by", inner.i) for inner in agent.children if inner.dep_ == "pobj" and is_actor(inner.i))


def hung_on_agent(token: Token, clause: Clause) -> None:
    """"shelling by the army and its allies on the town": whom it hit hangs on the last of those who did it."""
    agents = [inner for child in token.children if child.lower_ == "by" for first in child.children for inner in conjuncts(first)]
    clause.arguments.extend(Argument(child.lower_, inner.i) for agent in agents for child in agent.children
                            if child.dep_ == "prep" and child.lower_ in AGAINST for inner in child.children if inner.dep_ == "pobj")


def from_participles(token: Token, clause: Clause, verbs: dict[int, Clause], is_actor: Callable[[int], bool]) -> None:
    """"an attack carried out by X", "a raid blamed on X": the agent of the participle is the noun's."""
    clause.arguments.extend(Argument("claimed-by", who.i) for who in _owned_up(token))
    clause.arguments.extend(Argument("by", whose.i, implied=True) for whose in _believed_to_be(token) if is_actor(whose.i))
    for child in token.children:
        inner = verbs.get(child.i)
        if child.dep_ == "acl" and child.lemma_.lower() in AIMING:
            continue
        if child.dep_ == "acl" and inner is not None and inner.passive:
            helped = "helped-by" if child.lemma_ in load_company().backed else "by"
            slot = "claimed-by" if inner.predicate == CLAIMING else "judged-by" if inner.predicate in JUDGING else helped
            clause.arguments.extend(Argument(slot, head) for head in inner.at("subject"))
        elif child.dep_ == "acl" and inner is not None and inner.predicate == BELONGING:
            clause.arguments.extend(Argument("by", head) for head in inner.at("to"))  # "a shell belonging to the rebels"
        elif child.dep_ == "acl" and inner is not None and inner.predicate in NAMING_SIDES:
            clause.arguments.extend(Argument("between", head) for head in inner.at("object"))


def _believed_to_be(act: Token) -> list[Token]:
    """"raids thought to be Kenyan": whose an act is held to be."""
    held = [child for child in act.children if child.dep_ in ("acl", "relcl")] + ([act.head] if act.dep_ in ("nsubj", "nsubjpass") else [])
    being = [inner for verb in held if verb.lemma_ in BELIEVING for inner in verb.children if inner.dep_ == "xcomp" and inner.lemma_ == "be"]
    return [one for verb in being for said in verb.children if said.dep_ in ("acomp", "attr") for one in conjuncts(said)]


def _owned_up(act: Token) -> list[Token]:
    """"the blast, for which X claimed responsibility": who says behind an act that it was his."""
    return [who for verb in act.children if verb.dep_ == "relcl" and verb.lemma_ in OWNING_UP and any(child.lemma_ == "responsibility" for child in verb.children)
            and any(child.lower_ == "for" and any(inner.lower_ == "which" for inner in child.children) for child in verb.children)
            and not any(child.dep_ == "neg" for child in verb.children) for who in verb.children
            if who.dep_ == "nsubj" and not any(child.lower_ == "no" for child in who.children)]


def is_told_of(part: Token, event: Token) -> bool:
    """"the Kenyan ministry condemned coalition airstrikes": the parse hangs the clause that tells of an act on the act."""
    first = part
    while part.dep_ in ("compound", "amod", "nmod", "poss") and part.head.i != event.i and part.head.i > part.i:
        part = part.head
    over = part.head
    if part.dep_ != "nsubj" or over.i == event.i:
        return False
    return (first is part and over.tag_ in ("VBD", "VBZ", "VBP")) or (over.tag_ in ("VBD", "VBN") and over.lemma_ in JUDGING)


def sent_off(token: Token, clause: Clause, verbs: dict[int, Clause], is_actor: Callable[[int], bool]) -> None:
    """"missiles fired from X's jet wounded 25": what a missile came from did it, also where the parse makes a sentence of its participle."""
    sending = [child for child in token.children if child.dep_ == "acl" and child.i in verbs]
    if token.dep_ in ("nsubj", "nsubjpass") and token.head.i in verbs and token.head.tag_ in ("VBD", "VBN"):
        sending.append(token.head)
    for verb in sending:
        if verb.lemma_ in SENDING and not any(child.dep_ == "dobj" for child in verb.children) and not clause.at("by"):
            clause.arguments.extend(Argument("by", inner.i, implied=True) for child in verb.children if child.lower_ in SENT_FROM
                                    for inner in child.children if inner.dep_ == "pobj" and is_actor(inner.i))
