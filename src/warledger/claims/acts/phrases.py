"""Layer 5, fixed wordings: "take control of", "under rebel control", "22 dead", "opened fire".

In: a Reading and the frame lexicon. Out: a clause for each wording found, with its arguments from the verb that it hangs
on. Decision: words may stand between those of the wording (determiners, adjectives, who controls), never another verb.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from warledger.claims.acts.tolls import COUNTED_UNITS
from warledger.claims.clauses.records import Argument, Clause
from warledger.claims.clauses.shared_agents import allied_behind
from warledger.claims.counting_words import is_partitive
from warledger.claims.reading import Reading
from warledger.claims.text.tokens import Token
from warledger.lexicons.frame_lexicon import Frame, FrameLexicon

# How many words may stand between two words of a wording, and what they may be.
GAP = 4
# "claimed more than 200 lives", "left dozens of rebels dead"
MEASURING = frozenset(("of", "more", "than", "at", "least", "over", "about", "around", "nearly", "up", "to", "some"))
# Behind a number it adds to others just told.
MORE = "more"
# By what, beside a participle that only describes those counted, an act is told to have brought it about.
CAUSES = frozenset(("by", "during", "from", "in"))
# Prepositions with which a wording of rule opens.
OPENING = frozenset(("under", "within", "in", "out", "outside", "beyond"))
GAP_KINDS = frozenset(("DET", "ADJ", "PRON", "NOUN", "PROPN", "NUM", "PART", "ADV"))


def find_phrases(reading: Reading, lexicon: FrameLexicon) -> Iterator[tuple[Clause, Frame, tuple[int, ...]]]:
    """Each fixed wording with its clause and trigger tokens, in text order, longest first at a token."""
    by_phrase = lexicon.by_phrase
    for i, (lemma, lower) in enumerate(zip(reading.lemma, reading.lower, strict=True)):
        for words, frame in by_phrase.get(lemma) or by_phrase.get(lower) or ():
            trigger = _spelled(reading, i, words)
            if trigger is None:
                continue
            clause = _clause(reading, trigger, words)
            if clause is not None:
                yield clause, frame, trigger
                break


def _spelled(reading: Reading, first: int, words: tuple[str, ...]) -> tuple[int, ...] | None:
    doc, lemma, lower = reading.doc, reading.lemma, reading.lower
    found = [first]
    for word in words[1:]:
        at = found[-1] + 1
        limit = min(len(doc), at + GAP + 1)
        while at < limit and lemma[at] != word and lower[at] != word:
            counted = lower[at] == "of" and is_partitive(doc[at - 1])  # "leaving three of them dead"
            if (doc[at].pos_ not in GAP_KINDS and lower[at] not in MEASURING and not counted) or doc[at].is_sent_start:
                return None
            at += 1
        if at >= limit:
            return None
        found.append(at)
    return tuple(found)


def _clause(reading: Reading, trigger: tuple[int, ...], words: tuple[str, ...]) -> Clause | None:
    first = reading.doc[trigger[0]]
    if len(words) == 1:
        return _from_count(reading, trigger)
    if first.i in reading.verbs:
        return _from_verb(reading, trigger)
    refused = next((i for i in trigger[1:] if words[0] == "not" and i in reading.verbs), None)
    if refused is not None:
        return _from_refusal(reading, trigger, refused)
    if words[0] in OPENING:
        return _from_preposition(reading, trigger)
    return _from_count(reading, trigger)


def _from_verb(reading: Reading, trigger: tuple[int, ...]) -> Clause:
    """The verb's clause, with what the wording's noun governs as its object ("took control of the town")."""
    verb = reading.verbs[trigger[0]]
    clause = Clause(verb.head, verb.predicate, "verb", verb.variants, verb.passive, verb.tense, verb.negated, verb.modal,
                    verb.mark, verb.question, verb.parent, verb.relation,
                    [argument for argument in verb.arguments if argument.head not in trigger])
    for i in trigger[1:]:
        for child in reading.doc[i].children:
            if child.dep_ == "pobj" and child.i not in trigger:
                clause.arguments.append(Argument("object", child.i))
            if child.dep_ in ("prep", "agent"):
                clause.arguments.extend(Argument(child.lower_, inner.i) for inner in child.children
                                        if inner.dep_ == "pobj" and inner.i not in trigger)
            if child.dep_ == "poss":
                clause.arguments.append(Argument("poss", child.i))
            if child.dep_ in ("nsubj", "nummod") and child.i not in trigger:  # "left 20 dead"
                clause.arguments.append(Argument("object", child.i))
    inside = [i for i in range(trigger[0], trigger[-1]) if i not in trigger and reading.doc[i].dep_ == "compound" and reading.doc[i].head.i in trigger]
    # "fell into rebel hands"; in "took 27 soldiers prisoner" the plural is whom the verb takes
    clause.arguments.extend(Argument("object" if reading.doc[i].tag_ == "NNS" else "mod", i) for i in inside if reading.actor_at(i) is not None)
    return clause


def _from_refusal(reading: Reading, trigger: tuple[int, ...], verb: int) -> Clause:
    """"were not allowed to leave": what was refused was done to them, so the clause is told as it stands, without its "not"."""
    refused = reading.verbs[verb]
    return replace(refused, kind="phrase", negated=False, arguments=[one for one in refused.arguments if one.head not in trigger])


def _from_preposition(reading: Reading, trigger: tuple[int, ...]) -> Clause:
    """"under rebel control": whose control it is, and what stands under it."""
    doc = reading.doc
    clause = Clause(trigger[0], doc[trigger[0]].lower_, "phrase")
    for i in range(trigger[0], trigger[-1] + 1):
        if i not in trigger and reading.actor_at(i) is not None:
            clause.arguments.append(Argument("mod", i))
    for child in doc[trigger[-1]].children:
        if child.dep_ == "pobj":
            clause.arguments.append(Argument("by", child.i))
        if child.dep_ == "prep" and child.lower_ in ("of", "by"):
            clause.arguments.extend(Argument("by", inner.i) for inner in child.children if inner.dep_ == "pobj")
            clause.arguments.extend(Argument("by", ally.i, implied=True) for ally in allied_behind(child))  # "under control of the army and allied militias"
    governor = doc[trigger[0]].head
    if governor.lemma_ == "be":  # "has been under siege by the army"
        clause.arguments.extend(Argument("by", inner.i) for child in governor.children if child.lower_ == "by" and child.i > trigger[-1]
                                for inner in child.children if inner.dep_ == "pobj")
    clause.parent, clause.relation = governor.i, "prep"
    verb = reading.verbs.get(governor.i)
    if verb is not None:
        clause.tense, clause.negated, clause.modal, clause.mark = verb.tense, verb.negated, verb.modal, verb.mark
        held = verb.at("object") if verb.passive or verb.at("object") else verb.at("subject")
        clause.arguments.extend(Argument("object", head) for head in held)
    elif governor.pos_ in ("NOUN", "PROPN") or _counts_alone(reading, governor, trigger[0]):
        clause.arguments.append(Argument("object", governor.i))
    return clause


def _counts_alone(reading: Reading, number: Token, first: int) -> bool:
    """"300,000 under siege": the bare number right before a wording, which counts those of whom it tells."""
    return number.like_num and number.i == first - 1 and any(item.unit in COUNTED_UNITS for item in reading.quantity_by_head.get(number.i, ()))


def _from_count(reading: Reading, trigger: tuple[int, ...]) -> Clause | None:
    """"22 dead", "2 killed 10 injured": a participle or adjective behind the number that it counts."""
    token = reading.doc[trigger[0]]
    if token.i == 0 or _governs(token):
        return None
    before = _behind_number(reading.doc[token.i - 1])
    counts = before.i not in reading.time_tokens  # "the raid on April 3 killed nine": a day counts nobody
    told = reading.quantity_by_head.get(before.i)
    counts = counts and (not told or any(item.unit in COUNTED_UNITS for item in told))  # "five raids killed nine"
    counted = before if counts and (told or before.like_num) else None
    if counted is None and token.lemma_ == "dead" and token.dep_ == "amod":
        counted = token.head
    elif counted is None and token.lemma_ == "dead" and token.dep_ in ("oprd", "acomp", "ROOT"):
        counted = next((child for child in token.children if child.dep_ in ("nsubj", "nummod") and child.i < token.i), None)
    if counted is None and token.lemma_ == "dead":
        counted = _one_dead(token, before)
    if counted is None:
        return None
    clause = Clause(token.i, token.lower_, "phrase", arguments=[Argument("self", counted.i)])
    clause.arguments.extend(Argument("self", child.i) for child in (*counted.children, counted.head)
                            if _stands_alone(reading, child, counted))
    listed = counted.dep_ == "conj"
    while counted.dep_ == "conj" and counted.head.pos_ in ("NOUN", "PROPN"):  # "left 12 soldiers and eight rebels dead"
        counted = counted.head
        clause.arguments.append(Argument("self", counted.i))
    part = _number_of(counted)
    whole = part.head.head if part.dep_ == "pobj" and part.head.lower_ == "including" else counted
    if whole.i < counted.i and (listed or (whole.dep_ == "dobj" and whole.head.lemma_ == "leave")):
        # "left 20 men - including a boy - and 6 rebels dead", "left 35 people including 22 children dead"
        clause.arguments.append(Argument("self", whole.i))
    clause.arguments.extend(Argument("by", inner.i) for child in token.children if child.dep_ in ("agent", "prep") and child.lower_ == "by"
                            for inner in child.children if inner.dep_ == "pobj" and inner.i not in reading.event_words)
    if token.i not in reading.verbs:  # "hundreds more injured in airstrikes", where the parse makes the participle a modifier
        clause.arguments.extend(Argument(child.lower_, inner.i) for child in token.children if child.dep_ == "prep" and child.lower_ in CAUSES
                                for inner in child.children if inner.dep_ == "pobj" and inner.i in reading.event_words)
    clause.parent, clause.relation = token.head.i if token.head.i != token.i else None, token.dep_
    return clause


def _number_of(counted: Token) -> Token:
    """"left 25 guards, including one of their officers dead": the number that takes a part of those before the word; else these."""
    over = counted.head.head
    return over if counted.dep_ == "pobj" and counted.head.lower_ == "of" and over.like_num and over.i < counted.i else counted


def _behind_number(token: Token) -> Token:
    """"four more injured": the number before the word that says that it adds to others; the token itself where none stands there."""
    if token.lower_ != MORE or not token.i:
        return token
    number = token.nbor(-1)
    return number if number.head.i != token.i and (number.like_num or number.ent_type_ == "CARDINAL") else token


def _stands_alone(reading: Reading, child: Token, counted: Token) -> bool:
    """"A senior commander 34 militants killed": before the number somebody else, whom the parse makes a part of the name of those counted."""
    behind = child.i + 1
    if behind < counted.i and reading.doc[behind].text == ",":  # the comma that was put back between the two
        behind += 1
    number = behind < counted.i and reading.doc[behind].like_num
    if (mention := reading.actor_by_head.get(child.i)) is not None and mention.kind == "state":
        return False  # "Syria five civilians killed in a raid": the country by which a headline opens
    beside = child.dep_ in ("nmod", "compound") if child.head.i == counted.i else counted.dep_ == "appos"
    return number and beside and child.i in reading.actor_by_head and (
        child.tag_ in ("NN", "NNP") or any(other.dep_ == "nummod" for other in child.children))


def _governs(token: Token) -> bool:
    """"the attack on two villages killed 15 people": a verb with both its places filled tells nothing of the noun right before it."""
    places = {child.dep_ for child in token.children if child.i != token.i - 1}
    return (token.tag_ == "VBD" and {"nsubj", "dobj"} <= places) or _kills(token)


def _kills(token: Token) -> bool:
    """"three bombers killed two people": a verb between those who do it and those to whom it is done, of whom no further fate is told."""
    done_to = [child for child in token.children if child.dep_ == "dobj" and any(inner.dep_ == "nummod" for inner in child.children)]
    doer = any(child.dep_ == "nsubj" for child in token.children)
    return doer and bool(done_to) and not any(inner.tag_ == "VBN" and inner.dep_ == "acl" for inner in done_to[0].children)


def _one_dead(token: Token, before: Token) -> Token | None:
    """"a woman is dead", and in a headline "Man dead after shooting": who is dead, without a number."""
    if token.dep_ == "acomp" and token.head.lemma_ == "be":
        return next((child for child in token.head.children if child.dep_ == "nsubj"), None)
    return before if before.pos_ in ("NOUN", "PROPN") and token.pos_ == "ADJ" else None
