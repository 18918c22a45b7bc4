"""Layer 4, verbs, whose object does what hangs on them: "accused X of bombing", "arrested X for killing", "flew troops in to attack".

In: a verb with its clause and that of the verb over it. Out: whether the object of the verb over it does it. Decision: what stands behind "for"
or "of" is what somebody is accused of, arrested or praised for; what stands behind "by" or "after" is how or when the one above did it.
"""

from __future__ import annotations

from warledger.claims.clauses.records import Clause
from warledger.claims.text.tokens import Doc, Token
from warledger.lexicons.company_lexicon import load_company
from warledger.lexicons.grammar_lexicon import load_grammar
from warledger.lexicons.role_lexicon import load_roles

OBJECT_CONTROL = load_grammar().object_control
# The participle behind which stands who is at the head of somebody.
LED = "lead"
# Verbs of carrying somebody to where he is to act.
CARRYING = frozenset(("ferry", "airlift", "transport", "shuttle"))
# Verbs of acting beside somebody.
HELPING = frozenset(("help", "assist", "aid", "support", "back", "join"))
# Participles that tell only whose a piece of ground is.
HOLDING = frozenset(("hold", "control", "occupy", "dominate", "rule"))
# Of these a country is the subject that war has befallen.
BEFALLEN = frozenset(("embroil", "engulf", "grip", "lock", "mire", "plunge", "ravage"))
# Nouns of an act that has an aim.
OPERATIONS = frozenset(("operation", "offensive", "push", "campaign", "drive", "assault", "attack", "advance", "bid", "attempt", "effort"))
# Nouns of what somebody means to do, whose by the nationality before them.
EFFORTS = OPERATIONS | {"plan", "deadline", "threat", "decision", "move", "vow", "pledge", "promise", "intention", "proposal", "preparation", "ambition"}
# Before an effort it tells the kind: "a military campaign to take the town".
OF_ARMS = "military"
# By these a gerund tells how or when the subject above did it, not what its object did.
MEANS = frozenset(("by", "through", "after", "before", "without", "while", "in", "when", "upon", "despite"))

# Verbs of killing, and prepositions behind which stands what those who are killed had done.
KILLING = frozenset(("kill", "shoot", "execute", "behead", "hang", "murder", "massacre", "slaughter", "slay"))
GIVEN_UP = frozenset(("after", "despite", "upon"))


def is_controlled(token: Token, clause: Clause, governor: Clause) -> bool:
    """"accused X of bombing", "arrested X for killing", "was given leave by Y to enter": the object of the verb above does it."""
    if _gave_up_before(token, governor):
        return True
    if governor.predicate not in OBJECT_CONTROL or not governor.at("object"):
        return False
    if "pcomp" in (token.dep_, clause.relation):
        return token.dep_ != "pcomp" or token.head.lower_ not in MEANS
    allowed = token.dep_ == "advcl" and governor.passive and token.tag_ == "VB" and any(child.lower_ == "to" for child in token.children)
    return token.dep_ == "xcomp" or allowed


def _gave_up_before(gerund: Token, governor: Clause) -> bool:
    """"shot six soldiers after surrendering": those who are killed had given up, not those who kill them."""
    behind = gerund.dep_ in ("pcomp", "pobj") and gerund.head.lower_ in GIVEN_UP
    return gerund.lower_ == "surrendering" and behind and governor.predicate in KILLING and not governor.passive and bool(governor.at("object"))


def controlled(doc: Doc, governor: Clause) -> str:
    """The place of the verb above in which who is controlled stands; "accused each other of looting": each of its subjects did it."""
    return "subject" if any(is_reciprocal(doc[head]) for head in governor.at("object")) else "object"


def is_reciprocal(token: Token) -> bool:
    """"each other", "one another"."""
    before = token.nbor(-1).lower_ if token.i else ""
    return (before, token.lower_) in (("each", "other"), ("one", "another"))


def only_holds(participle: Token) -> bool:
    """"took ground held by X in a bid to reach the port": the bid is theirs who took it."""
    return participle.dep_ == "acl" and participle.tag_ == "VBN" and participle.lemma_ in HOLDING


def is_act_beside(gerund: Token) -> bool:
    """"told of reports of air raids and shelling on the camp": of two acts the parse coordinates the second with the verb above both."""
    joint = gerund.nbor(-1) if gerund.i > gerund.sent.start + 1 else gerund
    alone = not any(child.dep_ in ("dobj", "aux", "nsubj") for child in gerund.children)
    return gerund.tag_ == "VBG" and gerund.dep_ == "conj" and gerund.head.pos_ == "VERB" and gerund.head.tag_ != "VBG" and alone and joint.lower_ == "and" and joint.nbor(-1).pos_ == "NOUN"


def is_sent_to(token: Token, governor: Clause) -> bool:
    """"flew troops to the front to spearhead an assault": those who are carried there do it."""
    return token.dep_ == "advcl" and token.tag_ == "VB" and governor.predicate in CARRYING and not governor.passive and bool(governor.at("object"))


def is_helped_in(gerund: Token, governor: Clause) -> bool:
    """"helped the army in retaking the hill": they do it beside whoever helps them."""
    return gerund.dep_ == "pcomp" and gerund.head.lower_ == "in" and governor.predicate in HELPING and not governor.passive


def owner_of(noun: Token) -> Token | None:
    """"an effort by X to", "X's bid to", "X attempts to", "a Kenyan plan to", "rebel attempts to": whose an effort is."""
    return next((child for child in noun.children if child.dep_ == "poss" or (child.dep_ == "compound" and child.pos_ == "PROPN")), None) \
        or next((child for child in noun.children if child.i < noun.i and noun.lemma_ in EFFORTS and _acts(child)), None) \
        or next((inner for child in noun.children if child.lower_ == "by" for inner in child.children if inner.dep_ == "pobj"), None)


def _acts(modifier: Token) -> bool:
    """Whether a word before an effort is a nationality or a word for those who fight or rule."""
    if modifier.dep_ not in ("amod", "compound", "nmod") or modifier.lower_ == OF_ARMS:
        return False
    role = load_roles().noun(modifier.lower_)
    return modifier.ent_type_ == "NORP" or (role is not None and role.kind in ("force", "armed", "state") and not role.speaks_only)


def aiming(token: Token) -> Token | None:
    """"fighters backed by jets to retake the town", "an operation by X backed by Y to retake": whose aim hangs on how they are helped.

    It is theirs who are backed, or whose act is; who backs them is named beside them.
    """
    if (supported := _operation_before(token)) is not None:
        return supported
    participle, noun = token.head, None
    if token.dep_ not in ("advcl", "xcomp") or not any(child.lower_ == "to" and child.dep_ == "aux" for child in token.children):
        return None
    while participle.dep_ == "acl" and participle.tag_ == "VBN" and participle.lemma_ in {*load_company().backed, LED} \
            and any(child.dep_ == "agent" for child in participle.children):
        noun = participle.head
        participle = noun.head.head if noun.dep_ == "pobj" and noun.head.dep_ == "agent" else noun
    return None if noun is None else owner_of(noun) or noun


def _operation_before(token: Token) -> Token | None:
    """"bombed the town in support of the operation of an army to recapture it": the aim is theirs whose operation stands right before it."""
    opener = next((child for child in token.children if child.lower_ == "to" and child.dep_ == "aux"), None)
    noun = opener.nbor(-1) if opener is not None and opener.i else token
    over = noun.head.head
    if token.dep_ != "advcl" or noun.dep_ != "pobj" or noun.lemma_ not in OPERATIONS or noun.head.lower_ != "of" or over.lemma_ not in load_company().help:
        return None
    return next((child for child in noun.children if child.dep_ in ("compound", "amod", "poss") and child.i < noun.i), None)


def accompanying(token: Token, governor: Clause) -> Token | None:
    """"the militia was beaten back with troops backed by jets having retaken the town", "Mali has been mired in war with rebels fighting the army":
    who stands behind "with" did it, not who was beaten, nor the country that war has befallen."""
    retaken = token.tag_ == "VBN" and any(child.lower_ == "having" and child.dep_ == "aux" for child in token.children)
    befallen = token.tag_ == "VBG" and token.dep_ == "advcl" and governor.predicate in BEFALLEN
    if not governor.passive or not (retaken or befallen):
        return None
    return next((inner for child in token.doc[governor.head].children if child.lower_ == "with" and child.i < token.i
                 for inner in child.children if inner.dep_ == "pobj"), None)
