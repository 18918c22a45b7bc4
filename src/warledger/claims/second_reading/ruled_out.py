"""Layer 10, parties that the grammar of a sentence rules out, however sure the model is of them.

In: an act with its candidates, and the model's odds. Out: the odds, where a part that a candidate cannot have is no part. Decision: only
what plain grammar says: whom something is against did not do it, whom a deal excludes did not agree to it, who answers an act did not do
that act, who foils an act or judges it did not do it, what an act ends is not its doer's, who is driven from ground or robbed of it did
not take it, who took a place did not do what was done from it before, whom a participle alone names did only what that tells, who did
that for which an act punishes or holds a part of the place did not do it, who is told to have undergone an act before or after another
did not do it, and "members of the front" are one party, told once. What the rules gave stands.
"""

from __future__ import annotations

from warledger.claims.clauses.control import GIVEN_UP, KILLING
from warledger.claims.clauses.missed_subjects import REMAINDER, along_with
from warledger.claims.second_reading.candidates import DOER, TARGET, Act, Candidate
from warledger.claims.text.tokens import Token
from warledger.lexicons.frame_lexicon import load_frames

Odds = dict[int, tuple[float, float, float]]

TERRITORY, AGREE = "TERRITORY", "AGREE"
# Verbs by which a deal leaves somebody out, and those by which it takes somebody in, where it does not.
EXCLUDING = frozenset(("exclude", "omit", "bar"))
INCLUDING = frozenset(("include", "cover", "involve", "apply", "extend"))
# Nouns and verbs for an act that answers another, and the prepositions before what is answered.
ANSWERS = frozenset(("retaliation", "response", "reprisal", "revenge", "answer", "vengeance", "retaliate", "respond", "avenge"))
ANSWERED = frozenset(("for", "to", "against"))
# Verbs by which somebody is made to leave the ground that he holds.
OUSTING = frozenset(("drive", "oust", "expel", "push", "dislodge", "evict", "eject"))
# Verbs of taking or hitting a place, from which others had acted.
TAKING = frozenset(("take", "capture", "seize", "retake", "recapture", "overrun", "storm", "destroy", "bomb", "hit", "strike", "shell", "target", "attack"))
# The frame of an act beaten back.
REPEL = "repel"
# Verbs of asking somebody for his consent, and of giving it.
ASKING = frozenset(("ask", "urge", "call", "press", "request", "want"))
CONSENTING = frozenset(("approve", "authorize", "authorise", "endorse", "back", "support", "sanction", "permit"))
# Verbs of what an act does to somebody else's hold or course.
UNDOING = frozenset(("end", "break", "lift", "stop", "halt", "loosen", "weaken", "topple", "cut", "sever", "reverse", "undo"))
# Verbs of what several hold a part of each, and the prepositions before them.
DIVIDING = frozenset(("divide", "split", "share", "partition"))
AMONG = frozenset(("between", "among", "amongst"))
# Words for people by those whose kin they are.
KIN = frozenset(("family", "relative", "kin", "wife", "son", "daughter", "child", "brother", "sister", "parent", "widow", "mother", "father"))


def with_ruled_out(act: Act, shares: Odds) -> Odds:
    """The odds with no part where grammar leaves none."""
    return {k: _left(act, act.candidates[k], share) for k, share in shares.items()}


def _left(act: Act, one: Candidate, share: tuple[float, float, float]) -> tuple[float, float, float]:
    nobody, doer, target = share
    if one.role != DOER and _did_not(act, one):
        nobody, doer, target = (nobody, 0.0, target + doer) if one.role == TARGET else (nobody + doer, 0.0, target)
    if not one.role and _is_within(act, one, TARGET):
        nobody, target = nobody + target, 0.0
    return nobody, doer, target


def _did_not(act: Act, one: Candidate) -> bool:
    token = act.trigger.doc[one.head]
    named = _is_opposed(act, token) or _is_left_out(act, token) or _is_ousted(act, one) or _is_robbed(act, one, token) or _is_within(act, one, DOER)
    answered = _has_answered(act, token) or _is_answered(act, token) or (one.role == TARGET and _undergoes(act))
    unmade = _has_foiled(act, token) or _only_consents(act, token) or _is_undone(act, token) or _is_where(act, token)
    elsewhere = _is_charged(act, token) or _holds_part(token) or _leaves_to_rest(act, token)
    return named or answered or unmade or elsewhere or _only_made(act, token) or _took_whence(act, token) or _killed_those(act, token)


def _governor(token: Token) -> Token:
    """The first of a row of names, which hangs where all of them do."""
    while token.dep_ in ("conj", "appos") and token.head is not token:
        token = token.head
    return token


def _is_opposed(act: Act, token: Token) -> bool:
    """"strikes against the regime": it did not strike; in a fight both sides do, but nobody wages an "anti-regime campaign" who is the regime."""
    first = _governor(token)
    if token.i > 1 and token.nbor(-1).text == "-" and token.nbor(-2).lower_ == "anti":
        return act.trigger.i in range(token.i + 1, token.i + 4)
    return act.claim.mode != "clash" and act.claim.type != AGREE and first.dep_ == "pobj" and first.head.lower_ == "against"


def _is_left_out(act: Act, token: Token) -> bool:
    """"the deal excludes the front", "the truce does not apply to the front"."""
    first = _governor(token)
    verb = first.head.head if first.dep_ == "pobj" and first.head.lower_ == "to" else first.head
    if act.claim.type != AGREE or first.dep_ not in ("dobj", "pobj") or verb.pos_ != "VERB":
        return False
    denied = any(child.dep_ == "neg" for child in verb.children)
    return verb.lemma_ in EXCLUDING or (denied and verb.lemma_ in INCLUDING)


def _is_ousted(act: Act, one: Candidate) -> bool:
    """"the rebels, driven from their strongholds": the rules have them as those who lose ground, which nobody takes from himself.

    Nor does anybody beat himself back: "attacked the port but were repelled".
    """
    repelled = act.claim.mode == "clash" and act.trigger.tag_ in ("VBN", "VBD") and any(child.dep_ == "auxpass" for child in act.trigger.children) \
        and any(frame.name == REPEL for frame in load_frames().by_verb.get(act.trigger.lemma_, ()))
    return one.role == TARGET and (repelled or (act.claim.type == TERRITORY and act.trigger.lemma_.lower() in OUSTING))


def _is_robbed(act: Act, one: Candidate, token: Token) -> bool:
    """"seized by rebels from government forces": the rules have them as those from whom ground was taken, and the preposition says so."""
    first = _governor(token)
    return act.claim.type == TERRITORY and one.role == TARGET and first.dep_ == "pobj" and first.head.lower_ == "from"


def _has_answered(act: Act, token: Token) -> bool:
    """"the army hit posts in retaliation for mortar fire": who answers the fire did not open it."""
    if _governor(token).dep_ not in ("nsubj", "nsubjpass"):
        return False  # "warned the government to expect reprisals for any strike": the strike may be its own
    above = act.trigger
    while above.head is not above:
        if above.dep_ in ("pobj", "pcomp") and above.head.lower_ in ANSWERED and above.head.head.lemma_.lower() in ANSWERS:
            inside = {part.i for part in above.subtree}
            return token.i < above.head.i and token.i not in inside
        above = above.head
    return False


def _is_answered(act: Act, token: Token) -> bool:
    """"the strike was a response to a raid by rebels": who did what a strike answers did not strike."""
    over = act.trigger.head
    answers = [child for child in over.children if child.dep_ in ("attr", "prep")] if act.trigger.dep_ == "nsubj" and over.lemma_ == "be" else []
    words = [*answers, *(inner for child in answers for inner in child.children if child.lower_ == "in")]
    return any(word.lemma_.lower() in ANSWERS and word.i < token.i and word.is_ancestor(token) for word in words)


def _has_foiled(act: Act, token: Token) -> bool:
    """"the army foiled an attempt by rebels to enter the town with car bombs": who foils an act did not do it, nor what belongs to it."""
    first = _governor(token)
    foils = any(frame.name == REPEL for frame in load_frames().by_verb.get(first.head.lemma_, ()))
    if not foils or act.trigger.tag_ not in ("NN", "NNS", "VB"):
        return False  # "repelled an attack, killing ten"
    return first.dep_ == "nsubj" and any(child.dep_ == "dobj" and (child.i == act.trigger.i or child.is_ancestor(act.trigger)) for child in first.head.children)


def _only_consents(act: Act, token: Token) -> bool:
    """"asked parliament to approve air strikes": who is asked to consent to an act is not who is to do it."""
    first = _governor(token)
    verb = next((above for above in act.trigger.ancestors if above.pos_ == "VERB"), act.trigger)
    asked = first.dep_ in ("dobj", "pobj") and first.head in (verb.head, verb.head.head) and verb.dep_ in ("xcomp", "ccomp", "advcl")
    return verb.lemma_ in CONSENTING and verb.is_ancestor(act.trigger) and ((asked and verb.head.lemma_ in ASKING) or (
        first.dep_ == "nsubj" and first.head is verb and verb.head.lemma_ in ASKING))


def _is_undone(act: Act, token: Token) -> bool:
    """"the offensive will end the army's occupation and break the siege": whose hold or course an act ends does not do it."""
    first = _governor(token)
    whole = first.head if first.dep_ in ("compound", "poss", "amod", "nmod") else first.head.head if first.dep_ == "pobj" else first
    verb = whole.head
    doing = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if whole.dep_ != "dobj" or verb.lemma_ not in UNDOING or doing is None or any(child.dep_ == "prt" for child in verb.children):
        return False  # "fighting can break out"
    return doing.i == act.trigger.i or (act.trigger.dep_ == "conj" and act.trigger.pos_ == "VERB" and act.trigger.head.i == verb.i)


def _is_where(act: Act, token: Token) -> bool:
    """"zones backed by A and B in which raids are banned": nobody is what an act is told to be in, though the parse hangs the clause on him."""
    first = _governor(token)
    told = next((above for above in act.trigger.ancestors if above.dep_ == "relcl"), None)
    within = told is not None and any(child.lower_ == "in" and any(inner.lower_ == "which" for inner in child.children) for child in told.children)
    return told is not None and within and _governor(told.head) is first


def _only_made(act: Act, token: Token) -> bool:
    """"a truce agreed by the states was violated", "hit a base used by rebels": who did what a participle tells of a thing did not do the rest."""
    first = _governor(token)
    told = first.head.head
    if first.dep_ != "pobj" or first.head.dep_ != "agent" or told.dep_ != "acl":
        return False
    return told.head.dep_ in ("nsubjpass", "dobj") and told.head.head.i == act.trigger.i and told.i != act.trigger.i


def _is_charged(act: Act, token: Token) -> bool:
    """"was hanged for crimes committed by the front": whoever did that for which somebody is punished does not punish him."""
    first = _governor(token)
    told = first.head.head
    if first.dep_ != "pobj" or first.head.dep_ != "agent" or told.dep_ != "acl":
        return False
    return told.head.dep_ == "pobj" and told.head.head.lower_ == "for" and told.head.head.head.i == act.trigger.i


def _holds_part(token: Token) -> bool:
    """"entered the city, which is divided between the army and the militia, seizing a bridge": who holds a part of a place is no doer of what befalls it."""
    first = next((above for above in (token, *token.ancestors) if above.dep_ == "pobj"), token)
    return first.dep_ == "pobj" and first.head.lower_ in AMONG and first.head.head.lemma_ in DIVIDING and first.head.head.tag_ == "VBN"


def _leaves_to_rest(act: Act, token: Token) -> bool:
    """"one gunman set off his belt with the rest then opening fire": the rest did what the participle tells, not the one."""
    doer = next((child for child in act.trigger.children if child.dep_ == "nsubj"), along_with(act.trigger))
    left = doer is not None and doer.lower_ in REMAINDER and act.trigger.tag_ == "VBG"
    return left and token.dep_ == "nsubj" and token.head.is_ancestor(act.trigger)


def _took_whence(act: Act, token: Token) -> bool:
    """"captured a hill from which raids were launched": whoever took it did not launch them."""
    told = next((above for above in (act.trigger, *act.trigger.ancestors) if above.dep_ == "relcl"), None)
    if told is None or not any(child.lower_ == "from" and any(inner.lower_ == "which" for inner in child.children) for child in told.children):
        return False
    verb = next((above for above in told.ancestors if above.pos_ == "VERB"), None)
    suffered = any(child.dep_ == "nsubjpass" for child in told.children)
    return suffered and verb is not None and verb.lemma_ in TAKING and _governor(token).dep_ == "nsubj" and _governor(token).head in (verb, verb.head)


def _undergoes(act: Act) -> bool:
    """"opened fire before being shot": who is told to have undergone it did not do it."""
    return act.trigger.dep_ == "pcomp" and any(child.dep_ == "auxpass" for child in act.trigger.children)


def _killed_those(act: Act, token: Token) -> bool:
    """"shot six soldiers after surrendering": who shot them did not give up."""
    behind, first = act.trigger.head, _governor(token)
    return act.trigger.lower_ == "surrendering" and behind.lower_ in GIVEN_UP and first.dep_ == "nsubj" and first.head is behind.head and first.head.lemma_ in KILLING \
        and any(child.dep_ == "dobj" for child in first.head.children)


def _is_within(act: Act, one: Candidate, role: str) -> bool:
    """"members of the front", "families of the rebels": those named are not one more party beside the members, nor were they hit."""
    token = _governor(act.trigger.doc[one.head])
    whole = token.head.head if token.dep_ == "pobj" and token.head.lower_ in ("of", "from") else None
    if whole is None:
        return False
    name = one.name.lower().split()[-1]
    return any(other.role == role and other.head == whole.i and (whole.lemma_.lower() in KIN or name in other.name.lower().split()) for other in act.candidates)
