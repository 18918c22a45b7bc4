"""Layer 6: one victim without a numeral: "a soldier was killed", "the boy died", "a 17-year-old was shot", a name.

In: a Reading and the token that fills the place of who was harmed. Out: the characters that show one person, with the class
and the country of whom they show; None where the word may stand for more than one. Decision: a person by name, a pronoun
in the singular and a singular noun with a word that makes it one are one; a plural or a collective without a number is
no figure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from warledger.claims.acts.things import HIT
from warledger.claims.captives import is_captive
from warledger.claims.counting_words import is_partitive
from warledger.claims.mentions import ActorMention
from warledger.claims.reading import Reading
from warledger.claims.text.dictionary import is_known
from warledger.claims.text.tokens import Token
from warledger.lexicons.unit_lexicon import load_units, singular

# What befalls a body. Whom it befell is a person, by whatever word.
HARMED = frozenset(("killed", "wounded", "casualties"))
# What befalls a person whom it needs no list to know: the same, and to be taken.
TAKEN = HARMED | {"detained", "abducted"}
SINGULAR = frozenset(("a", "an", "one", "another"))
ONE_OF = frozenset(("people", "armed", "person", "office"))
# Singular nouns of more than one: "the family was killed" is no count.
COLLECTIVE = frozenset("family couple crowd group team unit patrol convoy enemy crew army force militia police squad gang staff public "
                       "population majority side party household platoon battalion brigade column garrison opposition regime tribe clan community nation".split())
# By these words one of those just counted is told apart.
TOLD_APART = frozenset(("identified", "named", "known", "called", "believed", "described", "aged"))
PRONOUNS = frozenset("he she him her himself herself self".split())
# Where in a clause somebody stands to whom something is done.
SUFFERING = frozenset(("nsubj", "nsubjpass", "dobj"))
PLURALS = ("NNS", "NNPS")
# "a 17-year-old", "the 8-month-old": the age stands for the person.
AGED = re.compile(r"\b(?P<age>\d{1,3}|[a-z]+)[-\s](?P<unit>year|month|week|day)s?[-\s]$", re.IGNORECASE)
# Under this age a person is a child (Convention on the Rights of the Child, article 1).
ADULT = 18
# What the parser calls a name of a place or a people is nobody's name.
NOT_PERSONS = frozenset(("GPE", "LOC", "FAC", "NORP", "DATE", "TIME", "EVENT", "PRODUCT", "LAW", "WORK_OF_ART"))


@dataclass(frozen=True)
class Lone:
    """The characters that show one person, the class of victims and whose they are."""

    start: int
    end: int
    victims: str = "unknown"
    of: str | None = None


def lone_victim(reading: Reading, head: int, what: str) -> Lone | None:
    """The one person whom a token stands for, None where it is nobody or may be several; what: what befell him."""
    token, actor = reading.doc[head], reading.actor_at(head)
    if token.tag_ in PLURALS:
        return None
    if token.pos_ == "PRON":
        return _by_pronoun(token, actor)
    if actor is None:
        return _by_age(reading, token) or named_person(reading, head) or _by_noun(reading, token, what in HARMED)
    article = next((child for child in token.children if child.lower_ in SINGULAR and child.dep_ in ("det", "nummod")), None)
    if actor.kind != "person" and not _is_one(reading, token, actor, article):
        return None
    start = article.idx if article is not None else actor.start
    return Lone(start, max(actor.end, token.idx + len(token.text)), actor.victims, _country(actor))


def is_one_more(token: Token) -> bool:
    """"two were killed and one was wounded", "and another wounded", "and wounded a fifth": somebody by a number or a place in a row alone."""
    if token.lower_ == "one" and token.i + 1 < len(token.doc) and token.nbor(1).lower_ in TOLD_APART:
        return False  # "three gunmen, one identified as X, were killed"
    if token.ent_type_ == "ORDINAL" and any(child.lower_ == "of" for child in token.children):
        return False  # "a third of the villagers were killed"
    another = token.lower_ == "another" or (token.ent_type_ == "ORDINAL" and any(child.lower_ == "a" for child in token.children))
    return token.lower_ == "one" or (another and token.dep_ in SUFFERING)


def _is_one(reading: Reading, token: Token, actor: ActorMention, article: Token | None) -> bool:
    first, last = reading.layout.headline_again or (0, 0)
    in_headline = (token.idx < reading.report.body_start or first <= token.idx < last) and token.tag_ in ("NN", "NNP") and not _has_number(token)
    if token.lemma_.lower() in COLLECTIVE:
        return False  # "killed a Yemeni family"
    the_one = token.tag_ == "NN"  # "the teenager died", "his wife was killed"
    if actor.kind == "state" and token.ent_type_ == "NORP" and any(child.dep_ == "det" for child in token.children):
        return True  # "a Palestinian was shot": one of a people
    return (article is not None or in_headline or the_one) and actor.kind in ONE_OF and not actor.plural


def _has_number(token: Token) -> bool:
    return any(child.dep_ in ("nummod", "poss", "det") for child in token.children)


def _country(actor: ActorMention) -> str | None:
    return actor.country if actor.sector == "MIL" else None


def _by_pronoun(token: Token, actor: ActorMention | None) -> Lone | None:
    if token.lower_ not in PRONOUNS or (actor is not None and actor.plural):
        return None
    end = token.idx + len(token.text)
    return Lone(token.idx, end) if actor is None else Lone(token.idx, end, actor.victims, _country(actor))


def _by_age(reading: Reading, token: Token) -> Lone | None:
    """"a 17-year-old": the adjective stands for the person whose age it is."""
    if not token.lower_.endswith("old"):
        return None
    end = token.idx + len(token.text)
    before = AGED.search(reading.report.text, max(0, end - 40), end - len("old"))
    if before is None:
        return None
    young = before["unit"].lower() != "year" or (before["age"].isdigit() and int(before["age"]) < ADULT)
    return Lone(before.start(), end, "children" if young else "unknown")


def _by_noun(reading: Reading, token: Token, harmed: bool) -> Lone | None:
    """"the suspect", "a bystander": one of people by a noun in the singular with an article or whose it is.

    Of whom a body is harmed any noun tells that no list has as a thing or an act: "a realtor was murdered".
    """
    leads = [child for child in token.children if child.dep_ in ("det", "poss") and child.i < token.i]
    word = token.lower_
    unit = load_units().unit_of(word)
    known = unit == "people" or (harmed and unit is None and _may_be_person(reading, token))
    if token.tag_ != "NN" or not leads or word in COLLECTIVE or word != singular(word) or not known:
        return None
    first = leads[0] if leads[0].lower_ in SINGULAR else token
    return Lone(first.idx, token.idx + len(token.text))


def _may_be_person(reading: Reading, token: Token) -> bool:
    """Whether a noun on no list of people, new in the clause to which it belongs, is on none of things, of acts and of words that count."""
    if token.dep_ not in ("nsubjpass", "dobj") or not any(child.lower_ in SINGULAR for child in token.children):
        return False
    return token.i not in reading.event_words and not is_partitive(token) and not reading.word_classes.of(token.lemma_.lower()) & HIT


def named_person(reading: Reading, head: int) -> Lone | None:
    """Somebody by a name that is on no list ("Okello was shot"): a proper name that is neither a place nor a people's."""
    token = reading.doc[head]
    foreign = token.ent_type_ in NOT_PERSONS and not is_captive(token)
    if not _is_name(token) or token.tag_ in PLURALS or foreign or reading.place_at(head) is not None \
            or head in reading.event_words or token.text.isupper():
        return None
    first = head
    while first > token.sent.start and reading.doc[first - 1].pos_ == "PROPN" and reading.doc[first - 1].head.i <= head:
        first -= 1
    return Lone(reading.doc[first].idx, token.idx + len(token.text))


def _is_name(token: Token) -> bool:
    """A proper name, by the tagger or because no dictionary has the word that suffers something ("Menezes was shot")."""
    if not token.text[:1].isupper():
        return False
    return token.pos_ == "PROPN" or (token.dep_ == "nsubjpass" and token.text.isalpha() and not is_known(token.lower_))
