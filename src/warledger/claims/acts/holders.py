"""Layer 9, whose a thing or a piece of ground is: "army positions", "the headquarters of X", "villages held by the rebels".

In: a Reading and the head of what was taken or hit. Out: the mention of whoever holds it, None where nobody is told. Decision:
who loses a position is the one from whom it was taken, and who owns a base is the one who was hit; a state that stands as an
adjective before ground is where that lies ("a Syrian town") and before a post is whose it is ("a Turkish base").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from warledger.claims.acts.addressees import is_country
from warledger.claims.acts.happenings import Happening
from warledger.claims.clauses.aims import opposed_by
from warledger.claims.mentions import ActorMention
from warledger.claims.reading import Reading
from warledger.claims.text.tokens import Token
from warledger.lexicons.grammar_lexicon import load_grammar

# Kinds of those who hold ground by arms.
HOLDING = frozenset(("force", "group", "armed"))
# Nouns for the hold that somebody has: "in government hands".
GRIPS = frozenset(("control", "hand", "grip", "rule", "clutch", "occupation"))
# Participles that tell whose a thing is that they fight with.
USING = frozenset(("use", "belong", "own", "operate", "man"))
# Participles that tell whose a post is; of ground they tell who loses it.
MANNED = frozenset(("hold", "occupy", "control", "run"))
POSITIONS = frozenset(("position", "post", "outpost", "base", "basis", "checkpoint", "barracks", "trench"))
# Words for a force on the road that say nothing of whose it is: "a convoy of rebels".
ON_THE_ROAD = frozenset(("convoy", "column", "motorcade"))
# Modes of an act on ground by which somebody may lose it.
TAKING = frozenset(("enter", "encircle", "besiege", "capture", "recapture"))
CAPTURING = frozenset(("capture", "recapture"))
REBELS, RULING = "REB", ("GOV", "MIL")
# Words for a place by whose it is, and verbs by which it is taken from them.
SEATS = frozenset(("stronghold", "bastion", "holdout", "base", "headquarters", "heartland"))
TOOK = frozenset(("capture", "seize", "recapture", "retake", "take", "liberate", "overrun", "conquer"))
LONG_BEFORE = load_grammar().long_before
BEFORE = frozenset(("poss", "compound", "amod", "nmod"))


def holder(reading: Reading, head: int) -> ActorMention | None:
    """Who holds what a token heads."""
    token = reading.doc[head]
    if any(child.lower_ in LONG_BEFORE for child in token.children) and not _is_lost_here(token):
        return None  # "the group's former bastion"
    return next((actor for actor in _candidates(reading, token) if _may_hold(reading, token, actor)), None)


def _is_lost_here(seat: Token) -> bool:
    """"the former rebel bastion of X which the army captured": it is a former one since, whatever the parse hangs the clause on."""
    named = [inner for child in seat.children if child.lower_ == "of" for inner in child.children]
    return any(child.dep_ == "relcl" and child.lemma_ in TOOK for part in (seat, *named) for child in part.children)


def _seat(ground: Token) -> Token:
    """"their bastion of X which the army captured": the bastion, where the parse hangs its capture on the name."""
    over = ground.head.head
    named = ground.dep_ == "pobj" and ground.head.lower_ == "of" and over.lemma_.lower() in SEATS
    return over if named and _is_lost_here(over) else ground


def holders(reading: Reading, heads: Iterable[int]) -> list[ActorMention]:
    """Those who hold what stands at some heads, each once."""
    found = [actor for head in heads if (actor := holder(reading, _seat(reading.doc[head]).i) or _holder_told_beside(reading, reading.doc[head])) is not None]
    return list({actor.name: actor for actor in found}.values())


def _holder_told_beside(reading: Reading, ground: Token) -> ActorMention | None:
    """"captured the town of Goma, a government stronghold": whose seat it was, told behind its comma."""
    named = (ground, *(inner for child in ground.children if child.lower_ == "of" for inner in child.children))
    seats = [child for part in named for child in part.children if child.dep_ == "appos" and child.lemma_.lower() in SEATS]
    return next((found for seat in seats if (found := holder(reading, seat.i)) is not None), None)


def lost_by_states(reading: Reading, happening: Happening) -> list[int]:
    """"seized the heights from neighbouring Syria": a country behind "from" that the ground taken was a part of."""
    verb = reading.doc[happening.main.head]
    objects = [i for head in happening.main.clause.at("object") for i in reading.fillers(head)]
    prepositions = [child for over in (verb, *(part for head in objects for part in reading.doc[head].subtree)) for child in over.children
                    if child.lower_ == "from"]
    below = [inner for one in prepositions for first in one.children for inner in (first, *first.children)]  # "neighbouring" may be a verb to the parse
    return [inner.i for inner in below if inner.dep_ in ("pobj", "dobj") and is_country(reading, inner)
            and (place := reading.place_at(inner.i)) is not None and place.place.precision == "country"]


def lost_behind(reading: Reading, happening: Happening) -> list[ActorMention]:
    """"wrested the region from rebel control", "captured hills near the border from rival groups": whoever stands behind "from" in the clause of
    the capture, on whatever word the parse hangs it."""
    head = happening.main.head
    for token in reading.doc[head + 1:reading.doc[head].sent.end]:
        if token.lower_ != "from" or _is_of_its_head(reading, token) or not _is_in_clause(reading, token, head):
            continue
        found = [actor for actor in _governed(reading, token) if actor.kind in HOLDING]
        grips = [inner for inner in token.children if inner.dep_ == "pobj" and inner.lemma_.lower() in GRIPS]
        found += [actor for grip in grips for side in grip.children for actor in (*_mentions(reading, side), *_governed(reading, side))]
        if found:
            return found
    return []


def _is_of_its_head(reading: Reading, origin: Token) -> bool:
    """"taken by fighters from X": whose men they are; "taken by rebels from government forces" is from the foe of whoever took it."""
    doer = reading.actor_at(origin.head.i)
    if doer is None or origin.head.head.dep_ != "agent":
        return doer is not None
    return all((doer.sector == REBELS) == (foe.sector == REBELS) or not {doer.sector, foe.sector} <= {REBELS, *RULING} for foe in _governed(reading, origin))


def at_whose_expense(reading: Reading, happening: Happening) -> list[ActorMention]:
    """"made gains at the expense of the insurgents": whoever stands behind it in the clause of the gain."""
    head = happening.main.head
    for token in reading.doc[head + 1:reading.doc[head].sent.end]:
        if token.lower_ == "expense" and token.head.lower_ == "at" and (head in {over.i for over in token.ancestors} or token.head.head.i == head):
            return [actor for of in token.children if of.lower_ == "of" for actor in _governed(reading, of) if actor.kind in HOLDING]
    return []


def taken_before(reading: Reading, happening: Happening) -> list[ActorMention]:
    """"regained two villages captured by the rebels": who had taken what is taken back."""
    if happening.main.frame.mode != "recapture":
        return []
    told = [child for head in happening.role("place") for child in reading.doc[head].children if child.dep_ in ("acl", "relcl") and child.lemma_ in TOOK]
    return [actor for verb in told if verb.i in reading.verbs for head in reading.verbs[verb.i].at("subject") for i in reading.fillers(head)
            if (actor := reading.actor_at(i)) is not None and actor.kind in HOLDING]


def taken_back(reading: Reading, happening: Happening) -> list[ActorMention]:
    """"retook the hill that had fallen to the army": from whoever took it back, it had been taken."""
    lost = reading.doc[happening.main.head]
    over = lost.head.head
    frame = reading.acts.get(over.i)
    if lost.dep_ not in ("relcl", "acl") or lost.head.dep_ != "dobj" or frame is None or frame.mode != "recapture" or over.i not in reading.verbs:
        return []
    return [actor for head in reading.verbs[over.i].at("subject") for i in reading.fillers(head) if (actor := reading.actor_at(i)) is not None]


def _is_in_clause(reading: Reading, token: Token, head: int) -> bool:
    """Whether no other verb stands between a word and the one that heads a clause."""
    return next((over.i for over in token.ancestors if over.i == head or over.i in reading.verbs), None) == head


def owners_behind(reading: Reading, head: int) -> list[int]:
    """Whose a thing that was hit is, by those named behind it: "gatherings and vehicles of X and Y"."""
    token = reading.doc[head]
    if reading.actor_at(head) is not None and token.lemma_.lower() not in ON_THE_ROAD:
        return []
    told = USING | MANNED if token.lemma_.lower() in POSITIONS else USING
    used = [by for child in token.children if child.dep_ == "acl" and child.lemma_.lower() in told for by in child.children
            if by.dep_ == "agent" or by.lower_ == "to"]  # "vehicles used by the militants"
    if used and _is_post(reading, token):
        return [actor.head for by in used for actor in _governed(reading, by) if actor.kind in HOLDING]
    return [actor.head for child in token.children if child.dep_ == "prep" and child.lower_ == "of"
            for actor in _governed(reading, child) if _may_hold(reading, token, actor)]


def _candidates(reading: Reading, token: Token) -> Iterator[ActorMention]:
    """Mentions by the places in which a holder may stand, the nearest first."""
    for child in reversed([child for child in token.children if child.i < token.i and child.dep_ in BEFORE]):
        yield from _mentions(reading, child)
    for child in token.children:
        if child.i < token.i:
            continue
        of_post = child.lower_ == "of" and _is_post(reading, token)
        if child.dep_ == "prep" and (of_post or child.lower_ == "from"):  # "liberated the towns from X", which the parse hangs on the towns
            yield from _governed(reading, child)
        elif child.dep_ == "prep" and child.lower_ in ("in", "under"):
            yield from (actor for grip in child.children if grip.lemma_.lower() in GRIPS for side in grip.children for actor in _mentions(reading, side))
        elif child.dep_ == "acl" and "holding" in reading.word_classes.of(child.lemma_.lower()):
            yield from (actor for by in child.children if by.dep_ == "agent" or by.lower_ == "to" for actor in _governed(reading, by))


def _governed(reading: Reading, preposition: Token) -> Iterator[ActorMention]:
    for inner in preposition.children:
        if inner.dep_ == "pobj":
            for i in reading.fillers(inner.i):
                yield from _mentions(reading, reading.doc[i])


def _mentions(reading: Reading, token: Token) -> Iterator[ActorMention]:
    actor = reading.actor_at(token.i)
    if actor is not None and actor.head == token.i and token.tag_ != "PRP$" and not opposed_by(token):  # whose "their convoy" is, the one who hit it may not be
        yield actor


def _may_hold(reading: Reading, token: Token, actor: ActorMention) -> bool:
    """Whether a mention beside a thing tells whose it is."""
    if actor.kind in HOLDING:
        return True
    if actor.kind != "state":
        return False
    by_common_noun = reading.doc[actor.head].tag_ == "NN"  # "a regime checkpoint", "government positions"
    return by_common_noun or (_is_post(reading, token) and actor.country != reading.theatre)


def _is_post(reading: Reading, token: Token) -> bool:
    return "post" in reading.word_classes.of(token.lemma_.lower())
