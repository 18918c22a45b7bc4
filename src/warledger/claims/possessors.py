"""Layer 3, whose "its", "their" and "his" is.

In: the parse, the mentions of a report in order and the token of a possessive. Out: a mention for it, None where nobody before it
can own. Decision: whoever does what the possessive is told with comes first, then whoever the relative clause tells of, then the last
subject of the sentence before the possessive, then the last who acts; "its" is said of one. Whoever attacks something does not own it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from warledger.claims.clauses.clause_builder import conjuncts
from warledger.claims.clauses.missed_subjects import along_with
from warledger.claims.mentions import ActorMention
from warledger.claims.text.tokens import Doc, Token
from warledger.lexicons.act_name_lexicon import load_act_names
from warledger.lexicons.grammar_lexicon import load_grammar

OWNERS = frozenset(("state", "force", "group", "body", "armed", "office"))
# Possessives of one person, and the kinds of those who may be one.
OF_ONE = frozenset(("his", "her"))
ALONE = frozenset(("armed", "office", "person"))
WARRING = frozenset(("state", "force", "group", "armed"))
DOING = WARRING | {"body"}
SUBJECTS = frozenset(("nsubj", "nsubjpass"))
ROOT = "ROOT"
RELATIVE_TAGS = frozenset(("WDT", "WP"))
ASSAILING = load_grammar().assailing
OBJECT_CONTROL = load_grammar().object_control
FAULTING = load_grammar().faulting
# Whose object is never one's own act: "asked the rebels to leave and condemned their raids".
CENSURING = frozenset(("condemn", "criticise", "criticize", "decry", "denounce", "deplore", "slam"))
# Behind these stands what somebody is faulted or thanked for, and before these who: "sanctions on Iran over its raids".
GROUNDS = frozenset(("about", "against", "because", "for", "over"))
FAULTED = frozenset(("against", "of", "on", "to"))
# Verbs of asking with the preposition before who is asked: "called on the army to halt its raids".
APPEALS = {"call": frozenset(("on", "upon")), "appeal": frozenset(("to",)), "plead": frozenset(("with",))}
# How a verb hangs on the one whose subject it shares.
SHARING = frozenset(("conj", "advcl", "xcomp", "pcomp"))
# How a verb hangs on the one whose object does it: "urged X to halt its raids", "accused X of ... in its campaign".
CONTROLLED = frozenset(("xcomp", "ccomp", "pcomp"))
# Of whom ground is told to be: an army holds it under "its" control where there are others who hold it under "their" control.
HELD = frozenset(("control", "rule", "hand", "grip"))
# What somebody was at when he was struck: "killed ten of them during their attempt to cross".
ATTEMPTS = frozenset(("attempt", "bid", "effort", "infiltration"))
# Words for the hold on ground, before which its holder stands: "areas under their control".
GRIPS = frozenset(("control", "rule", "occupation"))
# Who leaves others dead has killed them.
LEAVING, DEAD = "leave", "dead"
# How a number of those who are struck hangs on the word that tells it.
COUNTED = frozenset(("dobj", "conj", "nsubj"))


def possessor(doc: Doc, actors: Sequence[ActorMention], i: int) -> ActorMention | None:
    """The mention for the possessive pronoun at token i."""
    token = doc[i]
    sentence = token.sent.start
    kinds = ALONE if token.lower_ in OF_ONE else OWNERS
    before = [mention for mention in actors if sentence <= mention.head < i and mention.kind in kinds]
    if token.lower_ in OF_ONE:
        before = [mention for mention in before if not mention.plural]
    assailants = _assailants(token)
    foes = {mention.name for mention in actors if mention.head in assailants}
    controller = _faulted(token) or _controller(token)
    doing = ALONE if token.lower_ in OF_ONE else DOING
    controlled = [mention for mention in before if mention.head == controller and mention.kind in doing]  # "urged the army to halt its raids"
    if foes:
        before = [mention for mention in before if mention.name not in foes]
    before = [mention for mention in before if mention.kind in WARRING] or before
    if token.lower_ == "its":
        before = [mention for mention in before if not mention.plural or mention.kind == "group"] or before
    if token.lower_ == "their" and token.head.lemma_ in HELD:  # "the army shelled the rebels in towns under their control"
        before = [mention for mention in before if mention.plural or mention.kind == "group"] or before
    subjects = [mention for mention in before if doc[mention.head].dep_ in SUBJECTS]
    told_of = {above.head.i for above in token.ancestors if above.dep_ == "relcl" and any(child.tag_ in RELATIVE_TAGS for child in above.children)}
    nearest = [mention for mention in before if mention.head in told_of]  # "the rebels that shell towns with their guns"
    chosen = (controlled or nearest or subjects or before or _subject_before(doc, actors, token, kinds))[-1:]
    if not chosen:
        return None
    members = _jointly(doc, before, chosen[0]) if token.lower_ == "their" else ()
    return replace(chosen[0], start=token.idx, end=token.idx + len(token.text), head=i, text=token.text, definite=True, antecedent=chosen[0].head,
                   members=members)


def _subject_before(doc: Doc, actors: Sequence[ActorMention], possessive: Token, kinds: frozenset[str]) -> list[ActorMention]:
    """"The rebels moved on the port. But their advance was slowed": of a subject that opens its sentence the owner is the subject before, if he fits."""
    noun = possessive.head
    opens = noun.dep_ in SUBJECTS and noun.head.dep_ == ROOT and not any(word.pos_ in ("NOUN", "PROPN", "VERB") for word in doc[possessive.sent.start:possessive.i])
    if not opens or possessive.sent.start == 0:
        return []
    several = possessive.lower_ == "their"
    verb = doc[possessive.sent.start - 1].sent.root
    return [mention for mention in actors if mention.kind in kinds and doc[mention.head].dep_ in SUBJECTS and doc[mention.head].head.i == verb.i
            and (mention.plural == several or (mention.kind in ("group", "force") and possessive.lower_ not in OF_ONE))][-1:]


def _jointly(doc: Doc, before: Sequence[ActorMention], owner: ActorMention) -> tuple[int, ...]:
    """"the army and the militia lost men in their raid": the heads of all who stand coordinated as one subject; empty where one stands alone."""
    heads = {part.i for part in conjuncts(doc[owner.head])} if doc[owner.head].dep_ in SUBJECTS else set()
    found = tuple(mention.head for mention in before if mention.head in heads)
    return found if len(found) > 1 else ()


def _controller(possessive: Token) -> int | None:
    """The object of a verb of asking or accusing, who does the verb that a possessive is told with."""
    for above in possessive.ancestors:
        if above.pos_ not in ("VERB", "AUX"):
            continue
        over = above.head.head if above.dep_ == "pcomp" else above.head
        if any(child.dep_ in SUBJECTS for child in above.children):
            return None
        if above.dep_ == "conj" and above.head.pos_ == "VERB":
            continue  # "urged the army to withdraw and end its raids"
        if above.dep_ not in CONTROLLED:
            return None
        if over.lemma_ in APPEALS and (asked := _behind(over, APPEALS[over.lemma_])) is not None:
            return asked
        if over.lemma_ in OBJECT_CONTROL:
            return next((child.i for child in over.children if child.dep_ == "dobj"), None)
    return None


def _faulted(possessive: Token) -> int | None:
    """"warned Chad over its raids", "imposed sanctions on Chad for its raids": who is faulted, or thanked, for the act that a possessive stands before."""
    noun = possessive.head
    if noun.dep_ == "conj":  # "for its raids and its shelling", "over its support for rebels and its raids"
        noun = noun.head
        if noun.dep_ == "pobj" and noun.head.head.dep_ == "pobj" and noun.head.lower_ not in GROUNDS - {"for"}:
            noun = noun.head.head
    ground = noun.head
    if noun.dep_ != "pobj" or ground.lower_ not in GROUNDS:
        return None
    over = ground.head
    if over.dep_ == "dobj" and over.lemma_ not in FAULTING and over.head.lemma_ in FAULTING:
        over = over.head  # the ground hangs on whoever is faulted
    if over.lemma_ in FAULTING and over.pos_ == "VERB":
        return next((child.i for child in over.children if child.dep_ in ("dobj", "nsubjpass") and child.i < ground.i), None)
    told = over if over.pos_ == "NOUN" else next((child for child in over.children if child.dep_ in ("dobj", "nsubjpass")), None)
    if told is None or told.lemma_ not in FAULTING:
        return None
    return _behind(told, FAULTED) or _behind(over, FAULTED)


def _behind(word: Token, prepositions: frozenset[str]) -> int | None:
    """Who stands behind a preposition of a word: "sanctions on Chad", "called on Chad"."""
    return next((child.i for prep in word.children if prep.dep_ == "prep" and prep.lower_ in prepositions
                 for child in prep.children if child.dep_ == "pobj"), None)


def _assailants(possessive: Token) -> set[int]:
    """Who attacks what a possessive stands before: the subject of the verb whose object it is, told with it or with the verb before.

    So does whoever kills "during their attempt", in a raid "against their bases" or in strikes "on areas under their control".
    """
    noun = possessive.head
    if noun.lemma_.lower() in GRIPS and noun.dep_ == "pobj" and noun.head.lower_ == "under":
        noun = noun.head.head
    while noun.dep_ == "conj" or (noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.dep_ in COUNTED):
        noun = noun.head if noun.dep_ == "conj" else noun.head.head
    verb = noun.head
    if noun.dep_ == "nsubj" and verb.lower_ == DEAD:  # "leaving two of its members dead", whatever "dead" hangs on
        noun, verb = verb, verb.head
    elif noun.dep_ == "pobj" and verb.lower_ in ("against", "on") and _is_of_act(verb):
        verb = next((above for above in verb.ancestors if above.pos_ == "VERB" and above.dep_ not in ("acl", "amod")), verb)
        return _subjects_over(verb)
    elif noun.dep_ == "pobj" and (verb.lower_ == "against" or (verb.lower_ == "during" and noun.lemma_.lower() in ATTEMPTS)):
        verb = next((above for above in verb.ancestors if above.pos_ == "VERB" and above.dep_ not in ("acl", "amod")), verb)
    elif noun.dep_ != "dobj":
        return set()
    leaves = verb.lemma_ == LEAVING and (noun.lower_ == DEAD or any(child.lower_ == DEAD for child in verb.children))
    if verb.lemma_ not in ASSAILING | CENSURING and not leaves:
        return set()
    return _subjects_over(verb)


def _is_of_act(preposition: Token) -> bool:
    """"strikes against", "carried out strikes on": whether a preposition hangs on the noun of an act, or on the verb whose object that is."""
    over = preposition.head
    return any(word.lemma_.lower() in load_act_names() for word in (over, *(child for child in over.children if child.dep_ == "dobj")))


def _subjects_over(verb: Token) -> set[int]:
    """Those who do what a verb tells, by its own subject or that of the verb on which it hangs; "jets and tanks pounding their town": the jets and tanks."""
    while True:
        beside = along_with(verb) or (verb.head if verb.dep_ == "acl" and verb.tag_ == "VBG" else None)
        if beside is not None:
            return {part.i for part in conjuncts(beside.first_of_list) if part.i < verb.i}
        subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
        if subject is not None:
            return {subject.i, *(child.i for child in subject.subtree if child.dep_ == "conj")}
        if verb.dep_ == "prep" or verb.dep_ in SHARING:
            verb = verb.head
        else:
            return set()
