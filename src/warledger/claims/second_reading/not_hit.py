"""Layer 10, whom the grammar of a sentence does not let an act have hit, however sure the model is of it.

In: a Reading, an act and somebody named in its sentence who has no part by the rules. Out: whether he is no target. Decision: only what
plain grammar says: whom an act helps, a town by its name, people and persons who stand within the name of a building, a place or a
following, whom the doers fight by what is told of them, whose fate another clause tells (on the other side of "while", hours after another act),
who is to be spared, who did not get there for the act, and whoever else the clause above "before being" names.
"""

from __future__ import annotations

from warledger.claims.acts.things import NAMED_KINDS, is_place
from warledger.claims.clauses.aims import HELPING
from warledger.claims.reading import Reading
from warledger.claims.second_reading.candidates import DOER, TARGET, Act, Candidate
from warledger.claims.text.tokens import Token
from warledger.lexicons.company_lexicon import load_company
from warledger.lexicons.frame_lexicon import load_frames

ASSAULT, TERRITORY = "ASSAULT", "TERRITORY"
# Kinds of those for whom a building is, by whose word it goes ("a children's hospital", "housing for officers").
HOUSED = frozenset(("people", "armed", "office"))
# Words for those who stand by somebody, who is named before them.
FOLLOWERS = frozenset(("supporter", "loyalist", "follower", "sympathizer", "sympathiser", "backer", "ally"))
# How a name hangs on the noun of whose name it is a part.
WITHIN = frozenset(("compound", "nmod", "amod", "poss"))
# Kinds of places besides towns and districts that go by somebody's name.
SITES = NAMED_KINDS | {"suburb", "quarter", "street", "road", "square", "roundabout", "hill", "mountain", "airport"}
# "in a rebel town": whose it is stands before it, and is not whom an act there hit.
ARMED = frozenset(("armed", "group", "force"))
TOWNS = frozenset(("town", "city", "village", "district", "neighborhood", "neighbourhood", "suburb", "quarter", "province"))
# Whom it hits is told of modes that take ground from somebody; whoever is shut in may be anybody.
ENCLOSING = frozenset(("besiege", "encircle", "blockade"))
OPPOSING = frozenset(("fight", "battle", "oppose", "combat"))
CONTRAST = frozenset(("while", "whereas", "whilst"))
# Verbs of sparing somebody, or of what he would suffer; words for what keeps somebody from a place, and adjectives of who can or cannot.
SPARING = frozenset(("spare", "avoid", "prevent", "minimize", "minimise", "limit", "reduce", "avert", "protect", "shield"))
KEEPING_OUT, CANNOT = frozenset(("due", "because", "owing", "amid")), frozenset(("unable", "impossible"))
SEQUENCE = frozenset(("after", "before"))


def is_not_hit(reading: Reading, act: Act, one: Candidate) -> bool:
    """Whether grammar leaves somebody no place among the targets of an act."""
    token = reading.doc[one.head]
    first = token
    while first.dep_ in ("conj", "appos") and first.head is not first:
        first = first.head
    if act.claim.type == TERRITORY:
        return one.mention is not None and one.mention.kind == "people" and one.mention.actor is None and act.claim.mode not in ENCLOSING
    if act.claim.type != ASSAULT:
        return False
    return _is_town(reading, one) or _is_in_name(reading, one, token, first) or _is_helped(act.trigger, first) \
        or _is_helped_by(act.trigger, first) or _is_fought(act, first) or _is_contrasted(act.trigger, token) \
        or _is_spared(act.trigger, first) or _is_kept_out(act.trigger, first) or _is_at_another_time(act.trigger, token) or _stands_above(act, first)


def _is_town(reading: Reading, one: Candidate) -> bool:
    """"the bombardment of Kidal", "on the town of Kidal": the town was hit, and is no party; a country is."""
    place = reading.place_at(one.head)
    if place is not None:
        return place.place.precision == "town" and (one.mention is None or one.mention.kind == "state")
    return one.mention is None and is_place(reading, reading.doc[one.head])


def _is_in_name(reading: Reading, one: Candidate, token: Token, first: Token) -> bool:
    """"the children's hospital", "housing for officers", "Ali Omar and Hodan districts", "supporters of X", "X supporters"."""
    over = first.head
    if one.mention is None or over is first:
        return False
    kind, whole = one.mention.kind, over.head if first.dep_ == "pobj" else over
    if first.dep_ == "poss" or (first.dep_ == "pobj" and over.lower_ == "for"):
        return kind in HOUSED and one.mention.actor is None and "building" in reading.word_classes.of(whole.lemma_.lower())
    if first.dep_ in WITHIN or (first.dep_ == "pobj" and over.lower_ == "of"):
        if kind in ARMED and first.dep_ in ("compound", "amod") and whole.lemma_.lower() in TOWNS:
            return True
        return (kind == "person" and whole.lemma_.lower() in SITES) or whole.lemma_.lower() in FOLLOWERS
    return False


def _is_helped(trigger: Token, first: Token) -> bool:
    """"strikes to bolster the army", "launched an offensive to reach the civilians", "raids in support of the rebels"."""
    over = first.head
    if first.dep_ == "dobj" and (trigger.i < first.i or trigger.i not in {part.i for part in over.subtree}):
        aim = over if over.dep_ != "conj" else over.first_of_list
        purpose = over.tag_ == "VB" and any(child.lower_ == "to" for child in (*over.children, *aim.children))
        return over.lemma_ in HELPING or (purpose and over.lemma_ == "reach")
    whole = over.head
    return first.dep_ == "pobj" and over.lower_ in ("of", "for", "to") and whole.lemma_.lower() in load_company().help and whole.i != trigger.i


def _is_helped_by(trigger: Token, first: Token) -> bool:
    """"The rebels advanced with the help of air strikes": whoever is helped is not whom they hit."""
    top = trigger.first_of_list
    help_ = top.head.head if top.dep_ == "pobj" else top
    if help_ is top or help_.lemma_.lower() not in load_company().help or help_.dep_ != "pobj":
        return False
    verb = help_.head.head
    return help_.head.lower_ in ("with", "under", "by") and first.dep_ in ("nsubj", "nsubjpass") and first.head.i in (verb.i, verb.first_of_list.i)


def _is_fought(act: Act, first: Token) -> bool:
    """"The rebels fighting the army executed captives": whom the doers fight by what is told of them is not whom this act hit."""
    opposed = first.dep_ == "pobj" and first.head.lower_ == "against"
    over = first.head.head if opposed else first.head
    doers = {one.head for one in act.candidates if one.role == DOER}
    told = (opposed or (first.dep_ == "dobj" and over.lemma_ in OPPOSING)) and over.dep_ in ("acl", "relcl") and over.head.i in doers
    return told and act.trigger.i not in {part.i for part in over.subtree}


def _is_contrasted(trigger: Token, token: Token) -> bool:
    """"Shells killed a child in the town while jets raided the camp": the clause on the other side of "while" tells of its own victims."""
    first, last = sorted((trigger.i, token.i))
    marks = [word for word in token.doc[first:last] if word.lower_ in CONTRAST and word.dep_ == "mark" and word.head.dep_ == "advcl"]
    own = next((above for above in token.ancestors if above.pos_ in ("VERB", "AUX")), token)
    return bool(marks) and any(frame.tally for frame in load_frames().by_verb.get(own.lemma_, ()))


def _is_spared(trigger: Token, first: Token) -> bool:
    """"efforts taken to avoid civilian deaths", "the strikes were halted to spare villagers": who is to be spared."""
    whole = first.head if first.dep_ in WITHIN else first.head.head if first.dep_ == "pobj" and first.head.lower_ in ("of", "to", "among") else first
    if whole.lemma_ in SPARING:  # "to minimise harm to villagers": the parse hangs "to" on the verb
        whole = next((child for child in whole.children if child.dep_ == "dobj"), whole)
    verb = whole.head
    return whole.dep_ == "dobj" and verb.lemma_ in SPARING and trigger is not verb and not verb.is_ancestor(trigger)


def _is_kept_out(trigger: Token, first: Token) -> bool:
    """"the doctors were not able to reach the camp due to shelling": who could not get there was not hit there."""
    verb = first.head
    caused = any(word.lower_ in KEEPING_OUT for word in trigger.doc[verb.i:trigger.i])
    if first.dep_ != "nsubj" or not caused or not verb.is_ancestor(trigger):
        return False
    able = [child for child in verb.children if child.dep_ == "acomp"]
    denied = any(child.dep_ == "neg" for child in verb.children)
    may = any(child.lemma_ in ("can", "could") and child.dep_ == "aux" for child in verb.children) or any(child.lower_ == "able" for child in able)
    return (denied and may) or any(child.lower_ in CANNOT for child in able)


def _is_at_another_time(trigger: Token, token: Token) -> bool:
    """"six children were killed hours after a gas attack left dozens dead": they died of something else, as the time between tells."""
    told = next((above for above in (trigger, *trigger.ancestors) if above.dep_ == "advcl"), None)
    if told is None or told.head is token or told.is_ancestor(token) or not told.head.is_ancestor(token):
        return False
    between = any(child.dep_ == "mark" and child.lower_ in SEQUENCE and child.i and child.nbor(-1).dep_ == "npadvmod" for child in told.children)
    tallying = load_frames().by_verb
    return between and all(any(frame.tally for frame in tallying.get(verb.lemma_, ())) for verb in (told, told.head))


def _stands_above(act: Act, first: Token) -> bool:
    """"a rebel shot at troops before being executed": to whom the rebel did something was not executed with him."""
    verb, over = act.trigger, act.trigger.head
    passive = verb.dep_ == "pcomp" and over.lower_ in SEQUENCE and any(child.dep_ == "auxpass" for child in verb.children)
    suffered = any(one.role == TARGET for one in act.candidates)
    return passive and suffered and over.head.is_ancestor(first) and not over.is_ancestor(first) and not (first.dep_ in ("nsubj", "nsubjpass") and first.head is over.head)
