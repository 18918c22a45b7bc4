"""Layer 9, who did it: whose heads are asked for the doer of a happening, and in which order.

In: a Reading and a Happening. Out: lists of heads, the surest first; the first list that names somebody holds. Decision: the
act's own clause comes first, then the clauses of its outcomes and means; where none names anybody, those who do the act that this
one is part of ("an army offensive to encircle the town", "entered the town during an offensive").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from warledger.claims.acts.brokers import parties
from warledger.claims.acts.companions import ACTING, companions
from warledger.claims.acts.doers_beside import doers_of_advance, doers_of_deed, doers_of_launched, doers_then
from warledger.claims.acts.doers_sought import helped_in_theirs, without_part
from warledger.claims.acts.happenings import Happening
from warledger.claims.acts.members import members
from warledger.claims.acts.mines import ran_onto
from warledger.claims.acts.put_to_flight import LEAVING
from warledger.claims.acts.sides import DURING, OPPOSING, subject_of_fight
from warledger.claims.acts.tellers import behind_colon
from warledger.claims.acts.wholes import doers_of_whole, users_of
from warledger.claims.clauses.asked import asked_before
from warledger.claims.clauses.lost_doers import hit_themselves, trailing_subject
from warledger.claims.clauses.noun_clauses import only_backs
from warledger.claims.clauses.records import Clause
from warledger.claims.reading import Reading
from warledger.claims.text.tokens import Token
from warledger.lexicons.grammar_lexicon import load_grammar

# The frame of an attack beaten back, whose attackers did not beat it back.
REPEL = "repel"
# The frame of an operation that lasts, in the course of which its doers act.
OPERATION = "offensive"
# Places of an event noun that hold who did it.
OWN = ("subject", "by", "poss", "mod")
# Prepositions by which a clause tells of which operation its act was a part.
WITHIN = frozenset(("in", "during", "amid"))
# Verbs of meeting whose partner is one of those who then agree.
MEETING = frozenset(("speak", "talk", "meet", "confer", "negotiate"))
# Verbs by which somebody only tells of an act, and types of acts that a person by himself does not do.
TELLING = frozenset(("announce", "declare"))
DEEDS = frozenset(("ASSAULT", "TERRITORY", "MOBILIZE"))
# Verbs by which an act ends, and how the parse hangs the clause of an aim.
ENDING = frozenset(("stop", "halt", "end", "cease"))
PURPOSE = frozenset(("advcl", "acl", "pcomp"))
DEFINITE = frozenset(("the", "this", "that", "these", "those"))
KNOWN = DEFINITE | {"such"}
# Prepositions behind which an act with help from others is told beside what it achieved.
HELPED = WITHIN | {"with", "through"}
# Prepositions behind which stands the deal by which somebody acts ("as part of a deal").
UNDER = frozenset(("under", "as"))
# Prepositions behind which stands what somebody is to reach.
TOWARDS = frozenset(("to", "towards", "toward", "for", "at"))
# What those do who expect to be attacked.
DEFENDING = frozenset(("dig", "fortify", "reinforce", "barricade", "brace", "mine"))
# Prepositions behind which stands what somebody does to reach something.
BY_MEANS_OF = frozenset(("through", "via"))


def doing(reading: Reading, happening: Happening) -> Iterator[list[int]]:
    """Heads of who may have done it, the surest first."""
    main = happening.main
    if main.frame.name == REPEL:
        yield _in_company(reading, happening, main.roles.get("initiator", ()))  # whoever attacked is whom it was repelled from
        yield _attacked_before(reading, happening)
        return
    # "the jet was shot down, killing two": the jet did not shoot itself down
    hit = main.roles.get("target", ()) if main.clause.passive else ()
    others = _announcers(reading, happening) | _opponents(reading, happening) | _instigators(reading, happening) | hit_themselves(reading, happening)
    others |= without_part(reading, happening) | set(ran_onto(reading, happening)) | behind_colon(reading, happening.role("initiator"))
    heads = [head for head in happening.role("initiator") if head not in hit and head not in others]
    heads = helped_in_theirs(reading, heads)
    heads += members(reading, heads)
    if not main.frame.both_sides and main.frame.slots("initiator", main.clause.kind) and not any(reading.actor_at(head) for head in heads):
        heads = [*heads, *trailing_subject(reading, happening)]
    if main.frame.type == "AGREE":
        heads = parties(reading, happening, [*heads, *_met(reading, happening), *_bound(reading, happening)])
    yield _helped(reading, happening, heads)
    yield _in_company(reading, happening, heads)
    if main.frame.both_sides:
        return
    struck = {head for match in happening.matches if not match.frame.result for head in match.roles.get("target", ())}
    for part in happening.parts:
        if part.frame.result and reading.doc[part.head].dep_ == "acl" and reading.doc[part.head].head.i in struck:
            continue  # "targeted a funeral, killing six": what was struck killed nobody
        yield _in_company(reading, happening, [head for head in part.roles.get("initiator", ()) if head not in hit and head not in others])
    own = {match.head for match in happening.matches}
    served = _served(reading, reading.doc[main.head])
    for event in [head for head in heads if head in reading.nouns] + served:
        if event not in own:
            yield _doers_of(reading, event, moves=event in served)
    if main.clause.passive:
        yield _agents_below(reading, reading.doc[main.head])
    if main.clause.kind == "noun":
        yield from _doing_noun(reading, happening)
    yield doers_of_advance(reading, happening)
    yield doers_then(reading, happening)


def _attacked_before(reading: Reading, happening: Happening) -> list[int]:
    """"launched an assault on the army but were repelled": by those whom they attacked."""
    repelled = set(happening.main.roles.get("target", ()))
    attacked = [head for part in happening.parts if repelled and repelled <= set(part.roles.get("initiator", ())) for head in part.roles.get("target", ())]
    return [head for head in attacked if (actor := reading.actor_at(head)) is not None and actor.kind in ACTING]


def _helped(reading: Reading, happening: Happening, heads: Sequence[int]) -> list[int]:
    """"took the hill in an offensive assisted by X", "with a Kenyan-backed raid": who only helps stands beside those who do it."""
    clause = happening.main.clause
    helping = {i for head in clause.at("helped-by") for i in reading.fillers(head)}
    if clause.kind != "noun" or not heads or not all(head in helping or only_backs(reading.doc[head]) for head in heads):
        return []
    acting = subject_of_fight(reading, reading.doc[clause.head], HELPED)
    return [*acting, *(head for head in heads if head in helping)] if acting else []


def _doing_noun(reading: Reading, happening: Happening) -> Iterator[list[int]]:
    """Who may have done an act that only a noun names, by the sentence around it."""
    act = reading.doc[happening.main.head]
    yield subject_of_fight(reading, act, BY_MEANS_OF)
    yield doers_of_whole(reading, act, lambda event: _doers_of(reading, event))
    yield users_of(reading, act)
    yield doers_of_deed(reading, happening)
    yield doers_of_launched(reading, happening)
    yield _preparing(reading, act)
    if happening.main.frame.name == OPERATION:
        fresh = any(child.lower_ in ("a", "an") for child in act.children)  # "took the town after an offensive"
        if not _is_beside_words(act):
            yield subject_of_fight(reading, act, DURING if fresh else WITHIN, moves=True)


def _preparing(reading: Reading, act: Token) -> list[int]:
    """"took two hills in preparation for an assault": fighters who do something to prepare an act of war mean to do it themselves."""
    noun = act.head.head
    if act.dep_ != "pobj" or act.head.lower_ != "for" or noun.lemma_.lower() != "preparation" or noun.head.lower_ != "in":
        return []
    clauses = (reading.verbs[above.i] for above in noun.ancestors if above.i in reading.verbs)
    verb = next((clause for clause in clauses if clause.at("subject") and not clause.passive), None)
    return [i for head in (verb.at("subject") if verb is not None and verb.predicate not in LEAVING | DEFENDING else ()) for i in reading.fillers(head)
            if (actor := reading.actor_at(i)) is not None and actor.kind in ACTING]


def _is_beside_words(operation: Token) -> bool:
    """"declared the town a disaster area amid a campaign": who only says something while an operation lasts has no part in it."""
    verb = next((above for above in operation.ancestors if above.pos_ == "VERB"), None)
    return verb is not None and verb.lemma_.lower() in TELLING


def _over_known(reading: Reading, happening: Happening) -> Clause | None:
    """The verb that carries an act which the reader knows already: "the operation", "that onslaught"."""
    clause = happening.main.clause
    known = any(child.lower_ in KNOWN for child in reading.doc[clause.head].children)
    return reading.verbs.get(clause.parent) if known and clause.relation == "light" and clause.parent is not None else None


def _announcers(reading: Reading, happening: Happening) -> set[int]:
    """"the president announced the operation": a person who tells of an operation that is known does not carry it out."""
    above = _over_known(reading, happening)
    if above is None or above.predicate not in TELLING or happening.main.frame.type not in DEEDS:
        return set()
    return {i for head in above.at("subject") for i in reading.fillers(head)
            if (actor := reading.actor_at(i)) is not None and actor.kind in ("person", "office")}


def _instigators(reading: Reading, happening: Happening) -> set[int]:
    """"accused A and B of orchestrating the conflict": who brings about a fight of which no side is told need not be one."""
    clause = happening.main.clause
    above = reading.verbs.get(clause.parent) if clause.relation == "light" and clause.parent is not None else None
    stirred = above is not None and above.predicate in load_grammar().instigating and happening.main.frame.both_sides
    if not stirred or any(clause.at(slot) for slot in OPPOSING):
        return set()
    return {i for head in clause.at("subject") for i in reading.fillers(head)}


def _opponents(reading: Reading, happening: Happening) -> set[int]:
    """"took action to stop the onslaught", "pressed them to end the bombing": whose aim it is that an act ends does not commit it."""
    above = _over_known(reading, happening)
    if above is None or above.predicate not in ENDING or happening.main.frame.type != "ASSAULT":
        return set()
    verb = reading.doc[above.head]
    if asked_before(verb) is not None:
        return set()  # "pressure on X to stop the shelling": it is X's
    verb = verb.first_of_list
    aim = verb.dep_ in PURPOSE and any(child.lower_ == "to" for child in verb.children)
    return set(happening.main.clause.at("subject")) if aim or (verb.dep_ == "pcomp" and verb.head.lower_ in TOWARDS) else set()


def _met(reading: Reading, happening: Happening) -> list[int]:
    """"spoke with the minister and agreed": with whom one met, one agreed."""
    clause = happening.main.clause
    above = reading.verbs.get(clause.parent) if clause.kind == "verb" and clause.relation == "conj" and clause.parent is not None else None
    if above is None or above.predicate not in MEETING or clause.at("with"):
        return []
    return [i for slot in ("with", "object") for head in above.at(slot) for i in reading.fillers(head) if reading.actor_at(i) is not None]


def _bound(reading: Reading, happening: Happening) -> list[int]:
    """"freed nine men under a deal with the rebels": who acts under a deal with another made it with him."""
    clause = happening.main.clause
    if clause.kind != "noun" or not clause.at("with") or any(clause.at(slot) for slot in ("between", "by", "subject", "poss")):
        return []
    verb = next((above for above in reading.doc[clause.head].ancestors if above.i in reading.verbs), None)
    if verb is None or verb.dep_ in ("ccomp", "xcomp"):
        return []  # "let 200 fighters leave under a deal": whoever let them made it
    acting = subject_of_fight(reading, reading.doc[clause.head], UNDER, moves=True)
    return [i for i in acting if (actor := reading.actor_at(i)) is not None and actor.kind in ACTING]


def _in_company(reading: Reading, happening: Happening, heads: Sequence[int]) -> list[int]:
    """Some heads with those who act beside them."""
    return [*heads, *companions(reading, heads, happening.matches)] if heads else []


def _served(reading: Reading, verb: Token) -> list[int]:
    """The act that a verb is the aim of: "an offensive to encircle the town", "a raid aimed at freeing hostages"."""
    above = verb.head.head if verb.dep_ == "pcomp" and verb.head.dep_ == "prep" else verb
    noun = above.head
    return [noun.i] if above.dep_ in ("acl", "relcl") and noun.i in reading.nouns else []


def _agents_below(reading: Reading, verb: Token) -> list[int]:
    """"were kept from reaching the town by rebels", "nine people including a child were killed by": an agent that the parse hangs on the last noun."""
    for token in verb.subtree:
        noun = token.head
        if token.i > verb.i and token.lower_ == "by" and token.dep_ == "prep" and noun.dep_ in ("pobj", "dobj") and noun.i not in reading.nouns \
                and next((above.i for above in noun.ancestors if above.i in reading.verbs and not _is_gerund(above)), None) == verb.i:
            return [i for inner in token.children if inner.dep_ == "pobj" for i in reading.fillers(inner.i) if reading.actor_at(i) is not None]
    return []


def _is_gerund(verb: Token) -> bool:
    return verb.dep_ in ("pcomp", "prep") and verb.tag_ == "VBG"


def _doers_of(reading: Reading, event: int, moves: bool = False) -> list[int]:
    """Who does what an event noun names, by its own clause or by the clause in which it is told ("entered in a push to cut the road")."""
    clause = reading.nouns[event]
    own = [i for slot in OWN for head in clause.at(slot) for i in reading.fillers(head) if reading.actor_at(i) is not None]
    return own or subject_of_fight(reading, reading.doc[event], WITHIN, moves)
