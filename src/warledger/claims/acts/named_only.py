"""Layer 5, words of acts that tell none: an operation in somebody's title, a truce that is to be kept, raids as such.

In: a Reading and a Match. Out: whether its word only names an act. Decision: by the grammar around the word; an agreement whose fate is told
(broken, ended, in force) stays one, and the word of an act that somebody plans or fears is for the stance.
"""

from __future__ import annotations

from warledger.claims.acts.frames import Match
from warledger.claims.reading import Reading
from warledger.claims.recurrence import finite_over
from warledger.claims.text.tokens import Token
from warledger.lexicons.grammar_lexicon import load_grammar
from warledger.lexicons.speech_lexicon import load_speech

QUESTIONS = frozenset(("whose", "which", "what", "how", "whether"))
PRESENT = frozenset(("VBZ", "VBP"))
# What those who watch a war do as a rule.
FINDING_OUT = frozenset(("determine", "establish", "ascertain"))
RISING = frozenset(("uprising", "rebellion"))
# Where a verb stands in the parse; what stands elsewhere is a noun, however it is tagged.
VERB_PLACES = frozenset(("ROOT", "relcl", "acl", "advcl", "ccomp", "xcomp", "conj"))
TOLL = "toll"
HOLD = "hold"
OPERATION = "operation"
CHIEFS = frozenset(("chief", "commander", "director", "head", "officer"))
DEAL = "deal"
LEADING = frozenset(("head", "lead", "run"))
FORBIDDING = frozenset(("ban", "forbid", "outlaw", "prohibit"))
FIGHTING = frozenset(("fighting",))
CUT_OFF = frozenset(("cut", "isolated", "exposed", "undefended"))
ACHIEVING = frozenset(("succeed", "fail"))
# Pairs of verbs that tell of a way in and out.
COMING_AND_GOING = ({"enter", "leave"}, {"enter", "exit"}, {"leave", "return"}, {"come", "go"})
# Words between a verb of watching and the war that is watched: "monitoring the bloody conflict".
WATCHED_WITHIN = 4


def is_only_named(reading: Reading, match: Match) -> bool:
    """Whether the word of a match tells no act in this sentence."""
    token = reading.doc[match.head]
    if _is_in_question(token) or _is_watched(token) or (match.frame.name == TOLL and _is_to_grow(token)):
        return True
    if match.frame.name == DEAL and _is_refused(match, token):
        return True
    if _is_deed_as_such(token) or _is_unmentioned(token) or _is_way_of_use(token):
        return True
    if match.frame.name == HOLD and token.tag_ == "NNS":
        return True  # "bombed their strongholds": whatever was hit there; "the rebel stronghold of Taiz" tells who holds it
    if _is_round_about(reading, token) or (match.frame.type == "RETREAT" and _leaves_so(token)):
        return True
    if _is_on_a_way(reading, token) or _is_prohibited(token) or _is_charge_of_office(reading, token):
        return True
    if match.frame.type == "AGREE":
        return _is_to_be_kept(token) or _is_forced(token)
    return (_is_in_title(reading, token) or _is_of_office(reading, token) or _is_trait(reading, token)
            or (token.lemma_.lower() in RISING and (_is_of_crowds(reading, token) or _is_peaceful(reading, token))))


def _is_refused(match: Match, token: Token) -> bool:
    """"the president did not agree": a request is refused, and no deal is told; "did not agree to the truce" tells of one."""
    told = any(child.dep_ in ("prep", "xcomp", "ccomp", "dobj") for child in token.children)
    return match.clause.kind == "verb" and match.clause.negated and not told


def _is_on_a_way(reading: Reading, token: Token) -> bool:
    """"blocked the road heading to the capital": it is the road that leads there."""
    if token.tag_ != "VBG" or token.lemma_ not in LEADING or token.dep_ not in ("acl", "advcl"):
        return False
    ways = [token.head, *(child for child in token.head.children if child.dep_ == "dobj" and child.i < token.i)]
    return any("supply-way" in reading.word_classes.of(way.lemma_.lower()) for way in ways) \
        and not any(word.text == "," for word in token.doc[ways[-1].i:token.i])


def _is_round_about(reading: Reading, token: Token) -> bool:
    """"in surrounding Ituri province", "from surrounding villages": what lies about it; "succeeded in surrounding the villages" tells a siege."""
    if token.lower_ != "surrounding" or token.dep_ != "pcomp" or token.head.head.lemma_ in ACHIEVING:
        return False
    ground = next((child for child in token.children if child.dep_ == "dobj"), None)
    return ground is not None and "area" in reading.word_classes.of(ground.lemma_.lower()) \
        and all(word.pos_ in ("ADJ", "NOUN", "PROPN", "PUNCT") for word in token.doc[token.i + 1:ground.i + 1])


def _leaves_so(token: Token) -> bool:
    """"took the last road, leaving the valley cut off from food": in what state somebody leaves a place, from which nobody goes."""
    left = next((child for child in token.children if child.dep_ == "dobj" and child.i > token.i), None) if token.lemma_ == "leave" else None
    if left is None:
        return False
    states = [child for child in token.children if child.dep_ in ("xcomp", "oprd") and child.tag_ in ("VBN", "JJ") and child.left_edge.i == left.right_edge.i + 1]
    return bool(states) or any(child.dep_ == "acl" and child.lower_ in CUT_OFF and child.i == left.i + 1 for child in left.children)


def _is_prohibited(token: Token) -> bool:
    """"acts of aggression are prohibited", "the use of such arms is banned": a rule tells no deed."""
    noun = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "of" else token
    verb = noun.head
    rule = verb.tag_ == "VBN" and any(child.dep_ == "auxpass" and child.tag_ in PRESENT for child in verb.children)
    return noun.dep_ == "nsubjpass" and rule and verb.lemma_ in FORBIDDING


def _is_charge_of_office(reading: Reading, token: Token) -> bool:
    """"the representative for disarmament", "the commissioner for evacuation affairs": what somebody's office is for."""
    while token.dep_ in ("compound", "nmod", "amod", "pobj", "prep") and token.head.i != token.i:
        if token.dep_ == "prep":
            return token.lower_ == "for" and token.head.lemma_.lower() in load_grammar().charged
        token = token.head
    return False


def _is_deed_as_such(token: Token) -> bool:
    """"bombing a school is a crime", "targeting civilians is unacceptable": such deeds are judged, and none of them is told."""
    over = token.head
    judged = any(child.dep_ == "acomp" or (child.dep_ == "attr" and child.i > over.i) for child in over.children)
    known = any(word.lower_ == "the" or word.tag_ == "PRP$" for word in token.subtree)  # "targeting the children in their school was cowardly"
    return token.dep_ == "csubj" and token.tag_ == "VBG" and token.i < over.i and not known and over.lemma_ == "be" and over.tag_ in PRESENT and judged


def _is_unmentioned(token: Token) -> bool:
    """"made no mention of any raids": nobody says that there were; "no mention of the strikes" is of those that are known."""
    over = token.head.head
    none = token.dep_ == "pobj" and token.head.lower_ == "of" and over.lemma_ == "mention" and any(child.lower_ == "no" for child in over.children)
    return none and not any(child.dep_ in ("det", "poss") and child.lower_ != "any" for child in token.children)


def _is_way_of_use(token: Token) -> bool:
    """"a road used to enter and leave the town": coming and going, of which neither is told."""
    pair = {token.lemma_, *(child.lemma_ for child in token.children if child.dep_ == "conj"), *([token.head.lemma_] if token.dep_ == "conj" else [])}
    return pair in COMING_AND_GOING and token.tag_ in ("VB", "VBG")


def _is_in_question(token: Token) -> bool:
    """"says it determines whose jets fly raids", "determines what jets carried them out": how it is done as a rule, not that it was."""
    verb = finite_over(token)
    if verb is None or not (verb.dep_ == "ccomp" or _asks_which(verb)):
        return False
    asked = verb.head.lemma_ in FINDING_OUT and verb.head.tag_ in PRESENT
    if not asked and (verb.tag_ not in PRESENT or any(child.dep_ in ("aux", "auxpass") for child in verb.children)):
        return False
    return verb.left_edge.lower_ in QUESTIONS and verb.head.lemma_ not in load_speech().plain


def _asks_which(verb: Token) -> bool:
    """"which jets carry out raids", taken for a relative clause: its "which" stands right before the noun that it asks for, and its object is another."""
    objects = [child for child in verb.children if child.dep_ == "dobj"]
    first = objects[0] if objects else verb
    return verb.dep_ == "relcl" and len(objects) > 1 and first.tag_ == "WDT" and first.nbor(1).pos_ == "NOUN" and first.nbor(1).text.islower()


def _is_watched(token: Token) -> bool:
    """"a group monitoring the conflict", "which tracks violence", "with the aim of reducing it": a war as such, by whom it is watched or what for."""
    grammar = load_grammar()
    if token.lemma_.lower() not in grammar.wars and token.lower_ not in FIGHTING:
        return False
    if token.dep_ == "pobj" and token.head.lower_ in ("in", "on") and token.head.i and token.head.nbor(-1).lemma_.lower() in grammar.pauses:
        return True  # "a lull in violence", "a freeze on fighting": a time without it
    words = [word for word in token.doc[max(token.sent.start, token.i - WATCHED_WITHIN):token.i]
             if (word.tag_ == "VBG" and word.dep_ != "prep") or (word.tag_ in PRESENT and word.dep_ == "relcl")]
    if not words or any(word.pos_ not in ("DET", "ADJ", "PROPN", "NOUN") for word in token.doc[words[-1].i + 1:token.i]):
        return False
    return words[-1].lemma_.lower() in grammar.watching | grammar.lessening


def _is_to_be_kept(token: Token) -> bool:
    """"mechanisms to enforce the truce", "violators of the truce", "is no party to the agreement": nothing is agreed there."""
    grammar = load_grammar()
    if token.dep_ == "dobj" and token.head.lemma_.lower() in grammar.keeping:
        return token.head.tag_ == "VB" and any(child.lower_ == "to" for child in token.head.children)
    kept_by = token.head.head.lemma_.lower() if token.dep_ == "pobj" and token.head.lower_ in ("of", "to", "with") else ""
    return kept_by in grammar.keepers or (kept_by in grammar.breaches and token.tag_ == "NNS")  # "a breach of the accords on prisoners"


def _is_forced(token: Token) -> bool:
    """"force the people to agree to it": who is made to agree has not."""
    return token.dep_ in ("xcomp", "ccomp") and token.tag_ == "VB" and token.head.lemma_.lower() in load_grammar().forcing


def _is_in_title(reading: Reading, token: Token) -> bool:
    """"Operation Valley Shield spokesman": the name of an operation that only tells whose spokesman he is."""
    behind = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else token
    if not reading.report.text[token.idx].isupper() or not behind.text[:1].isupper():
        return False
    over = token
    while over.dep_ in ("compound", "nmod", "amod") and over.head.i > over.i:
        over = over.head
    return any(word.lemma_.lower() in load_speech().spokesmen for word in token.doc[token.i + 1:over.i + 1])


def _is_of_office(reading: Reading, token: Token) -> bool:
    """"the head of its operations in the south", "which oversees operations abroad", "its area of operations": somebody's task as a whole."""
    if token.lemma_.lower() != OPERATION or token.tag_ not in ("NNS", "NNPS"):
        return False
    if _is_before_chief(token):
        return True
    over = token.head
    if token.dep_ == "pobj" and over.lower_ in ("of", "for"):
        led = over.head
        return led.lemma_.lower() in load_grammar().fields_of_work or bool({"office", "person"} & _kinds(reading, led))
    return token.dep_ == "dobj" and over.dep_ == "relcl" and over.tag_ in PRESENT and over.lemma_ in load_grammar().overseeing


def _is_before_chief(token: Token) -> bool:
    """"Omar Haddad, operations chief of the front", also where a comma has come between: the title of whoever is named before it."""
    words = [word for word in token.doc[token.i + 1:token.i + 3] if word.text != ","]
    named = token.i > 0 and (token.nbor(-1).pos_ == "PROPN" or token.nbor(-1).text in (")", ","))
    return named and bool(words) and words[0].lemma_.lower() in CHIEFS


def _kinds(reading: Reading, token: Token) -> frozenset[str]:
    actor = reading.actor_at(token.i)
    return reading.classes(token.i) | ({actor.kind} if actor is not None else set())


def _is_trait(reading: Reading, token: Token) -> bool:
    """"a fighting vehicle", "their fighting position": what is for fighting, or used to it."""
    return token.lower_ in FIGHTING and token.dep_ in ("amod", "compound") and token.head.i == token.i + 1 \
        and (token.head.pos_ in ("NOUN", "PROPN") or token.head.dep_ not in VERB_PLACES) and token.head.i not in reading.event_words


def _is_to_grow(token: Token) -> bool:
    """"the toll is expected to rise": without a figure it tells of nobody's death."""
    verb = token.head
    if token.dep_ not in ("nsubj", "nsubjpass") or any(word.like_num for word in verb.subtree if word.i < verb.i or word.head.lower_ in ("to", "by")):
        return False
    growing = load_grammar().growing
    ahead = any(child.dep_ == "aux" and child.tag_ == "MD" for child in verb.children)
    return (verb.lemma_ in growing and ahead) or any(child.dep_ == "xcomp" and child.lemma_ in growing for child in (
        *verb.children, *(inner for child in verb.children if child.dep_ == "acomp" for inner in child.children)))


def _is_peaceful(reading: Reading, token: Token) -> bool:
    """"a peaceful uprising", "the Prague Spring wave of uprisings": the rising of a people that bears no arms."""
    over = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "of" else token
    beside = [child for word in (token, over) for child in word.children if child.dep_ in ("amod", "compound", "nmod")]
    return any(word.lower_ in load_grammar().unarmed for child in beside for word in (child, *child.children))


def _is_of_crowds(reading: Reading, token: Token) -> bool:
    """"an uprising in which demonstrators took to the streets": no fighting."""
    return any("crowd" in reading.word_classes.of(lemma) for _, lemma in reading.lemmas_around(token.i))
