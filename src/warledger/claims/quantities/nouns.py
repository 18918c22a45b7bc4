"""What a number counts: the noun and its unit.

In: the parsed report and a number's place. Out: the token counted and the unit. Decision: the nouns next to the number decide
before the parse does, because headlines and stripped text ("3 Killed 9 Injured", "48 Rebel Gunmen Killed") misparse.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from warledger.claims.clauses.passives import TAKEN_AS
from warledger.claims.quantities.ellipsis import MORE, is_harm_word, stands_for_people
from warledger.claims.quantities.numbers import NumberSpan
from warledger.claims.text.tokens import Doc, Token
from warledger.lexicons.number_lexicon import load_numbers
from warledger.lexicons.unit_lexicon import Units, load_units, singular

# How many words may stand between a number and its noun: "27 heavily armed pro-government Afghan Shiite fighters".
REACH = 8
UNIT_BEHIND = re.compile(
    r"\s?(?:(?P<share>%|per\s?cent\b|percent\b)|(?P<calibre>-?\s?mm\b|-?caliber\b|-?calibre\b)|(?P<distance>-?(?:km|kms|kilomet(?:er|re)s?|miles?|met(?:er|re)s?|m|cm)\b)"
    r"|(?P<money>(?:US\s)?dollars?\b|euros?\b|pounds?\b|USD\b))",
    re.IGNORECASE,
)
MONEY_BEFORE = re.compile(r"(?:[$€£]|\b(?:US\$|USD|EUR))\s?$")
AGE_BEHIND = re.compile(r"[-\s](?:year|month|day|week)s?[-\s]old|-?\s?(?:yo\b|y/o\b|yrs?[-\s]old)|\s+years?\s+of\s+age", re.IGNORECASE)
AGE_BEFORE = re.compile(r"\b(?:aged?|ages)\s+(?:from\s+)?$", re.IGNORECASE)
AGE_REACH = 12  # "aged from"
ORDINAL_BEHIND = re.compile(r"(?:st|nd|rd|th)\b", re.IGNORECASE)
# "three of them", "two of the dead", "one of whom".
OF_THEM = re.compile(r"\s+of\s+(?:them|whom|those\s+(?:killed|wounded|injured|dead)|the\s+(?:dead|victims|killed|wounded|injured|deceased|casualties))\b", re.IGNORECASE)
DASHED = 4
DASH_BEFORE, DASH_BEHIND = re.compile(r"\w\s?[-–—]{1,2}\s?$"), re.compile(r"\s?[-–—]{1,2}\s(?!\d)")
SCORE_BEHIND = re.compile(r"-\d")
PLURALS = ("NNS", "NNPS")
FINITE = ("VBZ", "VB", "VBP", "VBD")
# Words that a noun phrase may open with behind its number ("dozens of the other men"), and parts of speech that end it.
PASSED = ("of", "the", "their", "its", "his", "her", "these", "those", "our", "more", "other", "additional", "further")
ENDING = ("AUX", "ADP", "SCONJ", "PUNCT", "PART", "CCONJ", "PRON", "DET")
FAMILIES = ("family", "families", "household")
COLLECTIVE = ("people", "youth", "dead", "wounded", "injured", "missing", "homeless", "displaced")


@dataclass(frozen=True)
class Counted:
    """The token that is counted (the number's own token where it stands alone), its unit, and where the noun phrase ends."""

    head: Token
    unit: str
    phrase_end: int


def counted(doc: Doc, text: str, number: NumberSpan) -> Counted:
    """What the number counts; text is doc.text, which costs time to make."""
    units = load_units()
    token = _number_token(doc, number)
    told = _told_by_text(text, number)
    if told is not None:
        return Counted(token, told, number.end)
    if token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lower_ in FAMILIES:
        return Counted(token.head.head, "people", number.end)  # "a family of four" is four people
    of_them = OF_THEM.match(text, number.end)
    if of_them is not None:
        rest = [tok for tok in doc[token.i : token.i + REACH] if tok.idx > of_them.end()]
        named = list(itertools.takewhile(lambda tok: tok.pos_ in ("NOUN", "PROPN", "ADJ"), rest))
        who = next((tok for tok in named if units.unit_of(tok.text) == "people"), token)
        return Counted(who, "people", max(number.end, who.idx + len(who)))  # "six of them children"
    dashed = _between_dashes(doc, text, number, units)
    if dashed is not None:
        return Counted(dashed, "people", number.end)
    noun = _by_adjacency(doc, number, token, units)
    if noun is not None:
        unit = _unit(noun, units)
        if unit == "thing" and (number.best or 0) > 1 and noun.tag_ in ("NN", "NNP") and not noun.lower_.endswith("s"):
            unit = "unknown"  # "Block 21 neighbourhood", "104 Islamic State": part of a name
        return Counted(noun, unit, noun.idx + len(noun))
    if stands_for_people(doc, number, token):
        behind = doc[token.i + 1] if token.i + 1 < len(doc) else token
        more = behind.lower_ == "other" or (behind.lower_ in MORE and token.head.i == behind.i)  # "eight other injured", "several more"
        return Counted(behind if more else token, "people", number.end)
    return Counted(token, "unknown", number.end)


def _between_dashes(doc: Doc, text: str, number: NumberSpan, units: Units) -> Token | None:
    """"most of the victims - 14 - died": the people right before a number that stands alone between dashes."""
    if not DASH_BEFORE.search(text[max(0, number.start - DASHED) : number.start]) or not DASH_BEHIND.match(text, number.end):
        return None
    before = next((tok for tok in reversed(doc[max(0, _number_token(doc, number).i - REACH) : _number_token(doc, number).i])
                   if tok.idx < number.start and tok.text.isalpha()), None)
    return before if before is not None and units.unit_of(before.text) == "people" else None


def _number_token(doc: Doc, number: NumberSpan) -> Token:
    span = doc.char_span(number.number_at, number.end, alignment_mode="expand")
    return span.root if span is not None else doc[0]


def _told_by_text(text: str, number: NumberSpan) -> str | None:
    before, at = text[max(0, number.number_at - AGE_REACH) : number.number_at], number.end
    if MONEY_BEFORE.search(before):
        return "money"
    if AGE_BEHIND.match(text, at) or AGE_BEFORE.search(before):
        return "age"
    if re.match(r",?\s*\d", text[number.number_at :]) and re.search(r"[A-Z]\w+,\s$", before) and re.match(r",(?!\d)", text[at : at + 2]) and (number.best or 0) < 110:
        return "age"
    match = UNIT_BEHIND.match(text, at)
    if match is not None:
        if match["distance"] and match["distance"].lower() == "m" and not text[at : at + 1].isspace() and (number.best or 0) < 10:
            return "unknown"
        return str(match.lastgroup)
    if text[number.number_at : at].isdigit() and ORDINAL_BEHIND.match(text, at):
        return "ordinal"
    return "unknown" if SCORE_BEHIND.match(text, at) else None


def _by_adjacency(doc: Doc, number: NumberSpan, token: Token, units: Units) -> Token | None:
    """The last noun of the run of words behind the number that is known, else the last plural."""
    known: Token | None = None
    last: Token | None = None
    start = next((tok.i for tok in doc[token.i :] if tok.idx >= number.end), len(doc))
    bracket = range(0)
    for tok in doc[start : start + REACH]:
        bracket = _names_bracket(tok) if tok.text == "(" and (known is None or known.tag_ not in PLURALS) else bracket
        if tok.i in bracket or _joins_attributes(tok, known, last):
            continue
        if _ends_phrase(tok, known, last, units):
            break
        if units.unit_of(tok.text) is not None and _is_nounlike(tok):
            known = last = tok
        elif tok.pos_ in ("NOUN", "PROPN") and (last is None or tok.tag_ in PLURALS):
            last = tok
            if known is not None and tok.tag_ in PLURALS:
                known = None
    return known or (last if last is not None and last.tag_ in PLURALS else None)


def _names_bracket(token: Token) -> range:
    """"23 ISIS (Daesh) militants": the tokens of another name in brackets within the phrase, none where the phrase ends there."""
    end = next((i for i in range(token.i + 2, min(token.i + REACH, len(token.doc) - 1)) if token.doc[i].text == ")"), None)
    return range(token.i, end + 1) if end is not None and token.doc[end + 1].tag_ in PLURALS else range(0)


def _joins_attributes(token: Token, known: Token | None, last: Token | None) -> bool:
    """"70 regime and rebel fighters": what joins two attributes of those counted, and no two counts."""
    singular_before = known is None and last is not None and last.tag_ == "NN" and last.i == token.i - 1
    after = token.nbor(1) if singular_before and token.i + 1 < len(token.doc) else None
    attribute = after.head if after is not None and after.dep_ == "conj" else after
    return token.lower_ in ("and", "or") and attribute is not None and attribute.dep_ in ("compound", "amod", "nmod") \
        and attribute.head.tag_ in PLURALS


def _is_nounlike(token: Token) -> bool:
    """A known noun, and not the same word as a verb in a sentence that parses ("forces", "strikes"), or half a compound."""
    if token.whitespace_ == "" and token.i + 1 < len(token.doc) and token.nbor().text == "-":
        return False
    return token.pos_ in ("NOUN", "PROPN", "ADJ", "NUM", "DET", "PRON", "ADV") or token.text[:1].isupper() or token.tag_ not in FINITE


def _ends_phrase(token: Token, known: Token | None, last: Token | None, units: Units) -> bool:
    low = token.lower_
    if token.is_space:
        return "\n" in token.text
    if low == "-" and token.whitespace_ and token.i and (token.nbor(-1).whitespace_ or token.nbor(-1).is_space):
        return True  # "kill at least 39 - monitor"
    if low in ("-", "“", '"', "‘", "'", "'s", "’s"):
        return False
    if low in PASSED:
        return known is not None or last is not None
    if token.is_punct or token.pos_ in ENDING or token.like_num or low in load_numbers().cardinals:
        return low != "others"
    if low in TAKEN_AS and known is not None:
        return True  # "took 31 people hostage"
    if low in units.states:
        # "22 dead" ends at once; "10 wounded soldiers" goes on, "10 civilians killed" has its noun already.
        follower = token.nbor() if token.i + 1 < len(token.doc) else None
        described = follower is not None and follower.tag_ in PLURALS and token.dep_ == "amod" and token.head.i == follower.i  # "two besieged towns"
        return known is not None or follower is None or not (described or units.unit_of(follower.text) == "people")
    if token.tag_ == "VBG" and token.dep_ == "acl" and last is not None and token.head.i == last.i:
        return True  # "dozens of buses carrying villagers"
    if known is not None and units.unit_of(known.text) == "people":
        return _ends_people(token, known, units)
    if is_harm_word(token, units) and units.unit_of(token.text) is None:
        return True
    if token.pos_ == "VERB" and token.tag_ in FINITE and units.unit_of(token.text) is None:
        described = token.tag_ == "VBD" and token.i > 0 and token.nbor(-1).lower_ == "of"  # "dozens of burned out cars"
        return not described and (not token.text[:1].isupper() or known is not None or last is not None)
    return False


def _ends_people(token: Token, known: Token, units: Units) -> bool:
    """ "10 Civilians Die" ends with the people; "3 rebel positions" and "4 Shiite villages" go on to what is counted."""
    unit = units.unit_of(token.text)
    if unit == "people":
        return token.tag_ in FINITE or (singular(known.text) != known.lower_ and known.lower_ not in COLLECTIVE)
    describes = singular(known.text) == known.lower_ and known.lower_ not in COLLECTIVE
    return not (describes and token.idx == known.idx + len(known) + 1 and (unit is not None or token.tag_ in PLURALS))


def _unit(noun: Token, units: Units) -> str:
    found = units.unit_of(noun.text)
    if found is not None:
        return found
    return "people" if noun.ent_type_ == "NORP" else "unknown"
