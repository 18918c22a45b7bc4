"""Layer 2, mended: clauses that tell when, whose verb the parse hangs elsewhere: "as a reporter in the town said", "when jets believed to be X struck".

In: a verb of the parse without a subject. Out: the same, with its subject and its "as" or "when", hung on the verb of which it tells when. Decision: the verb
stands right behind those whom the parse makes the object of "as", or behind a participle that the parse makes the verb of the clause; where
"and" or one comma parts them, the parse stands, but for two plurals behind "as".
"""

from __future__ import annotations

from warledger.claims.text.tokens import Token
from warledger.lexicons.speech_lexicon import load_speech

# Words that open a clause telling when; some are prepositions too.
OPENERS = frozenset(("as", "after", "before", "since", "until", "when", "while", "whilst"))
PREPOSITIONS = OPENERS - {"when", "while", "whilst"}
FINITE = frozenset(("VBD", "VBZ", "VBP"))
AUXILIARIES = frozenset(("aux", "auxpass", "neg"))
SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "expl", "mark"))
# What has one of these is no participle that describes its subject.
OF_A_VERB = frozenset(("dobj", "aux", "auxpass", "ccomp", "neg"))
# Entities of time, behind which no clause has its subject in the phrase.
SPANS = frozenset(("DATE", "TIME"))
# How the parse hangs a verb that it does not know where to hang, and the main verb on that.
LOOSE = frozenset(("ccomp", "conj", "advcl", "dep", "parataxis", "ROOT"))
BELOW = frozenset(("ccomp", "advcl", "parataxis", "dep"))
# What opens what somebody says.
THAT = "that"
PLURALS = frozenset(("NNS", "NNPS"))
# Behind these "as" compares or names: "described as", "such as", "as well as".
COMPARING = "as"
NO_OPENER_BEHIND = frozenset(("VERB", "ADJ", "ADV", "ADP", "CCONJ", "SCONJ"))
# "a raid on rebel held Taiz": that it lacks its hyphen makes it no verb.
HELD = "held"
# What a verb needs behind it to be one: what it is done to, or what is said.
BEHIND = frozenset(("dobj", "ccomp", "prep", "prt"))


def mend_scene_clause(verb: Token) -> None:
    """Give the verb of a clause that tells when its subject, and hang it on the verb of which it tells that."""
    edge = _opens(verb)
    behind = {child.dep_ for child in verb.children if child.i > verb.i}
    done = verb.dep_ == "acl" and verb.tag_ == "VBN" and "dobj" in behind  # no passive has an object
    if (verb.tag_ not in FINITE and not done) or verb.dep_ not in (*LOOSE, "acl") or edge <= verb.sent.start or verb.doc[edge - 1].dep_ == "cc" or verb.lower_ == HELD:
        return
    if BEHIND & behind and not _mend_behind_participle(verb, verb.doc[edge - 1]) and verb.dep_ != "acl":
        _mend_behind_preposition(verb, verb.doc[edge - 1])


def _mend_behind_participle(verb: Token, last: Token) -> bool:
    """"when jets believed to be X struck a camp": whose verb the parse takes to be the participle."""
    commas = last.text == ","
    told = verb.doc[last.i - 1] if commas else last
    while told.head is not told and not _opens_scene(told, commas):
        told = told.head
    if not _opens_scene(told, commas) or told.i > verb.i or any(child.dep_ in SUBJECTS for child in verb.children):
        return False
    subject = next(child for child in told.children if child.dep_ == "nsubj")
    opener = told.doc[subject.left_edge.i - 1]
    if opener.lower_ == THAT:
        if _is_within(told, verb):
            return False
        verb.hang_on(told.head, told.dep_)
    elif not _hang_below(verb, _verb_above(told), opener):
        return False
    opener.hang_on(verb, opener.dep_)
    subject.hang_on(verb, "nsubj")
    told.hang_on(subject, "acl")
    return True


def _opens_scene(told: Token, commas: bool) -> bool:
    """Whether a verb may be a participle that describes whom a clause of time, or one behind "that", has for its subject."""
    subject = next((child for child in told.children if child.dep_ == "nsubj" and child.i < told.i), None)
    if subject is None or told.tag_ not in ("VBN", "VBD") or any(child.dep_ in OF_A_VERB for child in told.children) or subject.left_edge.i == told.sent.start:
        return False
    opener = told.doc[subject.left_edge.i - 1]
    opened = opener.lower_ in OPENERS or (opener.lower_ == THAT and opener.dep_ == "mark" and told.dep_ == "ccomp")
    between = [word for word in told.doc[subject.i + 1:told.i] if word.head is told or word.text == ","]
    return opened and any(word.text == "," for word in between) == commas and subject.tag_ != "PRP"


def _mend_behind_preposition(verb: Token, last: Token) -> None:
    """"jets hit the port as a reporter in Goma said": whom the parse makes the object of "as"."""
    subject = last
    while subject.head is not subject and not (subject.dep_ == "pobj" and subject.head.lower_ in PREPOSITIONS and subject.head.dep_ == "prep"):
        subject = subject.head
    opener = subject.head
    if opener is subject or subject.right_edge is not last or subject.ent_type_ in SPANS or opener.i <= verb.sent.start \
            or any(word.text == "," for word in verb.doc[opener.i:verb.i]) or (opener.lower_ == COMPARING and opener.nbor(-1).pos_ in NO_OPENER_BEHIND) or _verb_above(opener).dep_ in ("relcl", "acl"):
        return
    own = [child for child in verb.children if child.dep_ in SUBJECTS]
    robbed = own[0].doc[own[0].left_edge.i - 1] if own else verb
    if own and (len(own) > 1 or robbed is not verb.head or robbed.pos_ != "VERB" or any(child.dep_ == "dobj" for child in robbed.children)):
        return
    for child in own:  # "jets hit depots as a reporter in Goma said": of these the parse makes its subject
        child.hang_on(robbed, "dobj")
    if _hang_below(verb, _verb_above(opener), opener):
        opener.hang_on(verb, "mark")
        subject.hang_on(verb, "nsubj")


def mend_joint_scene(verb: Token) -> None:
    """"reported heavy fighting as rebels and allied militias battled": of two who do what "as" opens, the parse makes the second alone the subject."""
    second = next((child for child in verb.children if child.dep_ == "nsubj" and child.i < verb.i), verb)
    joint = verb.doc[second.left_edge.i - 1] if second.left_edge.i > verb.sent.start + 2 else verb
    if verb.dep_ != "conj" or second is verb or joint.dep_ != "cc" or joint.lower_ != "and":
        return
    first = verb.doc[joint.i - 1]
    opener = first.head
    if first.dep_ != "pobj" or opener.lower_ != COMPARING or opener.dep_ != "prep" or opener.nbor(-1).pos_ in NO_OPENER_BEHIND or first.tag_ not in PLURALS \
            or _verb_above(opener) is not verb.head:
        return
    verb.hang_on(verb.head, "advcl")
    opener.hang_on(verb, "mark")
    first.hang_on(verb, "nsubj")
    joint.hang_on(first, "cc")
    second.hang_on(first, "conj")


def _verb_above(word: Token) -> Token:
    above = word.head
    while above.pos_ not in ("VERB", "AUX") and above.head is not above:
        above = above.head
    return above


def _hang_below(verb: Token, above: Token, opener: Token) -> bool:
    """Hang a verb on the one above the word that opens its clause; False where there is none."""
    if _is_within(above, verb) or above.pos_ not in ("VERB", "AUX"):
        above = verb.head
    if verb.head is verb:  # the parse makes it the main verb
        main = next((child for child in verb.children if child.dep_ in BELOW and child.pos_ == "VERB" and child.i < opener.i), None)
        if main is None:
            return False
        verb.children = tuple(child for child in verb.children if child is not main)
        main.head, main.dep_ = main, "ROOT"
        for child in [child for child in verb.children if child.i < opener.i]:
            child.hang_on(main, child.dep_)
        above = main
    elif above.dep_ == "ccomp" and _says(verb) and _says(above.head):  # what "as a reporter said" opens is no part of what another said
        above = above.head
    verb.hang_on(above, "advcl")
    return True


def _is_within(word: Token, verb: Token) -> bool:
    """Whether a word is a verb or hangs on it, however deep."""
    return word is verb or verb.is_ancestor(word)


def _says(verb: Token) -> bool:
    return verb.lemma_ in load_speech().plain


def _opens(verb: Token) -> int:
    """Where a verb begins, with its auxiliaries and the adverbs right before it."""
    edge = min((child.i for child in verb.children if child.dep_ in AUXILIARIES), default=verb.i)
    edge = min(edge, verb.i)
    while edge > verb.sent.start and verb.doc[edge - 1].head is verb and verb.doc[edge - 1].dep_ == "advmod":
        edge -= 1
    return edge
