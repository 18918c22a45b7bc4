"""Layer 8, grammar of background: what is told as recurring, standing or one of several, and what is told as going on.

In: a Reading and a happening. Out: whether the report tells it as a habit, a status or a sort rather than as an act of its news; whether
it is told in the present. Decision: by grammar alone, without a date: a perfect with a word of frequency, a place that "has been the scene
of" something, a ban that only tells what a group is.
"""

from __future__ import annotations

from warledger.claims.acts.happenings import Happening
from warledger.claims.reading import Reading
from warledger.claims.text.tokens import Token
from warledger.lexicons.grammar_lexicon import load_grammar

PERFECT = frozenset(("has", "have", "'ve", "s"))
PRESENT = frozenset(("VBZ", "VBP"))
# How far above an act its finite verb is sought.
REACH = 8
GOES_ON = frozenset(("continue", "keep", "remain"))
# "the latest in a spate of": the adjectives before "in".
LATEST = frozenset(("late", "latest", "newest", "recent"))
DEFINITE = frozenset(("the", "this", "that"))
# "after two years of siege": lengths of a past that is over.
LENGTHS = frozenset(("years", "months", "decades"))
COUNTS = frozenset(("occasion", "occasions", "times"))


def is_recurring(reading: Reading, happening: Happening) -> bool:
    """"has repeatedly shelled", "has conducted frequent raids", "has been the scene of fighting"."""
    for match in happening.matches:
        token = reading.doc[match.head]
        verb = finite_over(token)
        known = token.tag_ == "NN" and any(child.lower_ in DEFINITE for child in token.children)  # "has always denied that attack"
        if verb is not None and not known and is_perfect(verb) and (_is_frequent(token) or _is_frequent(verb) or _is_scene(token, verb)):
            return True
    return False


def is_status(reading: Reading, happening: Happening) -> bool:
    """"the group (outlawed in Russia)": a ban told in a participle beside a name only tells what it is."""
    token = reading.doc[happening.main.head]
    beside = token.dep_ in ("acl", "relcl", "amod", "appos", "dep", "parataxis") or reading.report.text[max(0, token.idx - 40):token.idx].rfind("(") >= 0
    return happening.main.frame.type == "COERCE" and beside and token.lemma_.lower() in load_grammar().bans \
        and not any(child.dep_ in ("aux", "auxpass") for child in token.children)


def is_past_habit(reading: Reading, happening: Happening) -> bool:
    """"used to control the town": what it did before."""
    token = reading.doc[happening.main.head]
    return token.dep_ == "xcomp" and token.head.lemma_ == "use" and token.head.tag_ == "VBD"


def is_going_on(reading: Reading, happening: Happening) -> bool:
    """"the insurgents are still fighting back", "continue to shell", "the truce is one of several": told in the present."""
    token = reading.doc[happening.main.head]
    verb = finite_over(token)
    if verb is None or is_perfect(verb) or not _is_present(verb):
        return False
    if happening.main.clause.kind == "noun":
        dated = any(word.i in reading.time_tokens for word in token.subtree)
        return token.dep_ in ("nsubj", "nsubjpass") and token.head == verb and not dated and token.tag_ == "NN"
    return token == verb or (token.dep_ == "xcomp" and verb.lemma_ in GOES_ON)


def finite_over(token: Token) -> Token | None:
    """The finite verb that a word hangs on, itself where it is one."""
    for _ in range(REACH):
        if token.pos_ in ("VERB", "AUX") and (token.tag_ in ("VBD", *PRESENT) or any(child.dep_ in ("aux", "auxpass") and child.tag_ != "TO"
                                                                                 for child in token.children)):
            return token
        if token.dep_ == "ROOT":
            return None
        token = token.head
    return None


def is_perfect(verb: Token) -> bool:
    """""has fought", "have been hit"; what "has been fighting" goes on."""
    return verb.tag_ == "VBN" and any(child.dep_ in ("aux", "auxpass") and child.lower_ in PERFECT for child in verb.children)


def _is_present(verb: Token) -> bool:
    auxiliaries = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    if any(child.tag_ in ("VBD", "MD") or child.lower_ in PERFECT for child in auxiliaries):
        return False
    return verb.tag_ in PRESENT or any(child.tag_ in PRESENT for child in auxiliaries)


def _is_frequent(token: Token) -> bool:
    """Whether a verb or an event noun has a word of frequency: "repeatedly", "several rounds of", "on multiple occasions"."""
    words = load_grammar().recurring
    over = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "of" else token  # "several rounds of fighting"
    beside = [child for word in (token, over) for child in word.children]
    if any(child.lower_ in words and child.dep_ in ("advmod", "amod", "predet", "det") for child in beside):
        return True
    counted = [word for child in token.children if child.dep_ in ("prep", "npadvmod") for word in child.subtree]
    return any(word.lower_ in COUNTS for word in counted)


def _is_scene(token: Token, verb: Token) -> bool:
    """"has been the scene of fighting", "has become home to people displaced by it", "has seen fighting"."""
    grammar = load_grammar()
    scene = any(child.lemma_.lower() in grammar.scenes and child.dep_ in ("attr", "advmod", "acomp", "dobj") for child in verb.children)
    if scene and verb.lemma_ in ("be", "become"):
        return True
    return token.dep_ == "dobj" and token.head == verb and verb.lemma_ in grammar.witnessing


def is_of_spate(reading: Reading, happening: Happening) -> bool:
    """"the latest in a spate of blasts", "two years of siege": those before, whatever the day of the latest."""
    token = reading.doc[happening.main.head]
    first = next((above for above in (token, *token.ancestors) if above.dep_ != "conj"), token)
    return _is_one_of_spate(token) or (first.dep_ == "pobj" and first.head.lower_ == "of" and first.head.head.lower_ in LENGTHS
                                       and first.head.head.dep_ == "pobj" and first.head.head.head.lower_ == "after")


def is_once(reading: Reading, happening: Happening) -> bool:
    """"was once under their control": no more."""
    head = happening.main.head
    verb = finite_over(reading.doc[head])
    return verb is not None and verb.tag_ == "VBD" and any(reading.doc[i].lower_ == "once" for i in range(verb.i, head))


def is_origin_of_war(reading: Reading, happening: Happening) -> bool:
    """"the war which broke out after the regime crushed protests": how a war began that still goes on."""
    if "war" in reading.classes(happening.main.head):
        return False
    for above in [one for one in reading.doc[happening.main.head].ancestors if one.i in reading.verbs][:2]:
        clause = reading.verbs[above.i]
        war = any("war" in reading.classes(argument.head) for argument in clause.arguments)
        if war and load_grammar().becoming & {clause.predicate, *clause.variants} and clause.tense == "past":
            return True
    return False


def _is_one_of_spate(token: Token) -> bool:
    spate = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "of" else None
    if spate is None or spate.lemma_.lower() not in load_grammar().spates or spate.dep_ != "pobj" or spate.head.lower_ != "in":
        return False
    over = spate.head.head
    return any(word.lower_ in LATEST for word in (over, *over.children))
