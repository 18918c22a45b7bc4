"""What a phrase is and what it stands beside, as features for the learned reading of MUC-4 templates.

In: the head of a phrase, and the layers of its report. Out: named features. Decision: the layers of the coder are the
features (kinds of actors, places, weapons, parts in claims, clauses); the words beside them are only added.
"""

from __future__ import annotations

from dataclasses import dataclass

from warledger.claims.reading import Reading
from warledger.claims.text.tokens import Token
from warledger.lexicons.frame_lexicon import load_word_classes
from warledger.lexicons.weapon_lexicon import load_weapons
from warledger.scoring.muc_phrases import Wording, first_word, phrase_heads, wordings
from warledger.scoring.muc_sentences import Told, plain

# Words between a phrase and the nearest trigger of its sentence.
NEAR, MIDDLING = 4, 10
# Words beside a phrase that count as its surroundings.
BEFORE, BEHIND = (2, 1), (1, 2)
# More words before a head are alike.
MANY_WORDS = 4
# Kinds of things, in the order in which one word is counted for one of them.
KINDS = ("person", "people", "building", "vehicle", "infrastructure", "aircraft", "area", "body", "state")
# Features that mean something else for a person than for a building; they are there for each kind of thing too.
CROSSED = ("rg:", "cr:", "crs:", "gt:", "rel:", "st:", "sl:", "trig:", "pass:", "q:", "det:")


@dataclass(frozen=True)
class Mention:
    """One phrase of a report. modifiers are the other words of its shortest form; sort is what kind of thing it names."""

    head: int
    sentence: int
    noun: str
    modifiers: frozenset[str]
    actor: str | None
    sort: str
    wordings: tuple[Wording, ...]
    features: frozenset[str]


def find_mentions(reading: Reading, told: Told) -> list[Mention]:
    """Every phrase of a report that may fill a slot."""
    return [_mention(reading, told, head) for head in phrase_heads(reading.doc) if head.i in told.sentence_at]


def _mention(reading: Reading, told: Told, head: Token) -> Mention:
    actor = reading.actor_at(head.i)
    sort = _sort(reading, head)
    found = _own(reading, head) | _inside(reading, head) | _governed(reading, told, head) | _around(reading, told, head)
    sentence = told.sentence_at[head.i]
    context = told.sentences[sentence].features
    found |= {f"{sort}*{one}" for one in (*found, *context) if one.startswith(CROSSED)}
    words = frozenset(plain(token) for token in head.doc[first_word(head):head.i] if not (token.is_stop or token.is_punct or token.like_num))
    return Mention(head.i, sentence, head.lower_, words, actor.actor if actor is not None else None, sort, tuple(wordings(head)),
                   frozenset(found | {f"sort:{sort}"}))


def _sort(reading: Reading, head: Token) -> str:
    classes, actor = load_word_classes().of(head.lemma_.lower()), reading.actor_at(head.i)
    kind = actor.kind if actor is not None else None
    name = head.pos_ == "PROPN" and head.text[:1].isupper()
    if name and (head.ent_type_ == "PERSON" or kind == "person"):
        return "name"
    if load_weapons().get(head.lemma_.lower()) is not None:
        return "weapon"
    if kind in ("group", "force"):
        return "group"
    if "armed" in classes or kind == "armed":
        return "armed"
    if name:
        return "place" if reading.place_at(head.i) is not None else f"name-{head.ent_type_ if head.ent_type_ in ('ORG', 'GPE') else 'other'}"
    return next((one for one in KINDS if one in classes), f"actor-{kind}" if kind else "time" if head.i in reading.time_tokens else "thing")


def _own(reading: Reading, head: Token) -> set[str]:
    lemma = plain(head)
    plural = "s" if head.tag_ in ("NNS", "NNPS") else ""
    case = "all" if head.text.isupper() and len(head.text) > 1 else "title" if head.text[:1].isupper() else "small"
    found = {f"h:{lemma}", f"pos:{head.pos_}{plural}", f"e:{head.ent_type_}", f"suf:{lemma[-3:]}", f"case:{case}"}
    found |= {f"c:{one}" for one in load_word_classes().of(head.lemma_.lower())}
    weapon, actor, place = load_weapons().get(head.lemma_.lower()), reading.actor_at(head.i), reading.place_at(head.i)
    if weapon is not None:
        found.add(f"w:{weapon.name}")
    if actor is not None:
        found |= {f"ak:{actor.kind}", f"as:{actor.sector}", f"aa:{actor.actor}", f"ad:{actor.definite}", f"ah:{actor.head == head.i}"}
    if place is not None:
        found |= {"place", f"ph:{place.head == head.i}"}
    found |= {f"q:{one.unit}" for one in reading.quantities_at(head.i)[:1]}
    return found | {name for name, held in (("time", reading.time_tokens), ("event", reading.event_words)) if head.i in held}


def _inside(reading: Reading, head: Token) -> set[str]:
    """The words of the phrase, before and behind its head."""
    start, found = first_word(head), set()
    for token in head.doc[start:head.i]:
        if not token.is_punct and not token.is_space:
            found.add(f"m:{plain(token)}")
            found |= {f"mc:{one}" for one in load_word_classes().of(token.lemma_.lower())} if token.pos_ in ("NOUN", "PROPN", "ADJ") else set()
    found.add(f"nm:{min(MANY_WORDS, head.i - start)}")
    for child in head.children:
        if child.dep_ == "prep":
            for inner in (one for one in child.children if one.dep_ == "pobj"):
                actor = reading.actor_at(inner.i)
                found |= {f"b:{child.lower_}:{plain(inner)}"} | ({f"ba:{child.lower_}:{actor.kind}"} if actor is not None else set())
                found |= {f"bc:{child.lower_}:{one}" for one in load_word_classes().of(inner.lemma_.lower())}
        elif child.dep_ in ("appos", "acl", "relcl", "det"):
            found.add(f"{child.dep_}:{plain(child)}")
    return found


def governor(token: Token) -> tuple[str, str, Token]:
    """How a phrase comes in ("conj>"), its relation, and what governs it; a coordinated phrase has what the first has."""
    way, relation, above = "", token.dep_, token.head
    while relation in ("conj", "appos") and above.i != above.head.i:
        way, relation, above = way or f"{relation}>", above.dep_, above.head
    return (way, f"p:{above.lower_}", above.head) if relation == "pobj" else (way, relation, above)


def _governed(reading: Reading, told: Told, head: Token) -> set[str]:
    way, relation, above = governor(head)
    found = {f"g:{plain(above)}", f"rel:{relation}", f"rg:{relation}:{plain(above)}", f"way:{way}{relation}"}
    if head.dep_ == "appos":
        found |= {f"of:{plain(head.head)}", *(f"oc:{one}" for one in load_word_classes().of(head.head.lemma_.lower()))}
    if above.pos_ == "VERB":
        found.add(f"pass:{relation}:{any(child.dep_ in ('nsubjpass', 'auxpass') for child in above.children)}")
        found |= {f"sib:{relation}:{child.dep_}:{plain(child)}" for child in above.children
                  if child.dep_ in ("dobj", "nsubj", "nsubjpass") and child.i != head.i}
        if above.head.pos_ in ("VERB", "AUX") and above.dep_ in ("ccomp", "xcomp", "advcl", "relcl", "acl"):
            found.add(f"gg:{above.dep_}:{plain(above.head)}")
    else:
        _, further, highest = governor(above)
        found |= {f"g2:{relation}:{further}:{plain(highest)}", *(f"gc:{relation}:{one}" for one in load_word_classes().of(above.lemma_.lower()))}
    if above.i in told.triggers:
        claim, type_ = told.triggers[above.i]
        found |= {f"gt:{relation}:{claim.type}:{type_}", f"gt:{relation}:{claim.type}:{claim.stance}"}
    return found


def _around(reading: Reading, told: Told, head: Token) -> set[str]:
    """Its part in claims, the words beside it, the nearest trigger, whether it is quoted."""
    doc, found = head.doc, set()
    for field, type_, label, stance in told.roles.get(head.i, ()):
        found |= {f"cr:{field}:{type_}", f"cr:{field}:{label}", f"crs:{field}:{type_}:{stance}"}
    start = first_word(head)
    beside = {**{-far: start - far for far in BEFORE}, **{far: head.i + far for far in BEHIND}}
    found |= {f"n{far}:{plain(doc[i])}" for far, i in beside.items() if 0 <= i < len(doc) and not doc[i].is_space}
    sentence = told.sentences[told.sentence_at[head.i]]
    far = min((abs(i - head.i) for i in range(sentence.start, sentence.end) if i in told.triggers and told.triggers[i][1]), default=None)
    found.add(f"trig:{'none' if far is None else 'near' if far <= NEAR else 'middling' if far <= MIDDLING else 'far'}")
    found.add(f"quote:{any(start <= head.idx < end for start, end in reading.layout.quotations)}")
    return found
