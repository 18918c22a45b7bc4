"""Weighs what speaks for and against a name's being a place where it stands.

In: a toponym in its report. Out: a score, to be compared with place_spans.ENOUGH. Decision: each sign is a small
addition that can be read and changed on its own; no sign decides alone but the words that say it outright.
"""

from __future__ import annotations

from collections.abc import Sequence

from warledger.claims.places.reading import ARTICLES, HYPHENS, Reading, Toponym
from warledger.claims.places.renown import ABOUT_COUNTRY, GROUND, doc_place, is_caught, is_major, prominence
from warledger.claims.text.tokens import Token
from warledger.lexicons.frame_lexicon import load_frames

LABELS = {"GPE": 2.0, "LOC": 1.5, "FAC": 1.0, "PERSON": -2.0, "ORG": -0.5, "NORP": -2.0, "DATE": -1.0,
          "WORK_OF_ART": -1.0, "PRODUCT": -0.5, "EVENT": -0.5}
LONGER_ORGANISATION = -2.0
LONGER_PERSON = -3.0
# From here on a name is so well known that the model's labels say little against it.
KNOWN = 2.0
# Behind these words what the model takes for a person or a body is mostly a place, and its label says so much less.
WITHIN = frozenset(("in", "inside", "outside", "near", "across", "throughout"))
STOOD_IN = 0.25
# Behind these words a name stands for where something is or goes, and of these labels is it a place.
STANDING = WITHIN | {"at", "along", "on", "to", "toward", "towards"}
PLACE_LABELS = frozenset(("GPE", "LOC", "FAC"))
# A word that the report uses as the last name of a person whom it names in full.
SURNAME = -3.0


def evidence_for(reading: Reading, toponym: Toponym) -> float:
    """The sum of the signs for (positive) and against (negative) the toponym."""
    score = prominence(toponym.candidates)
    score += 3.0 if toponym.outright else 1.5 if toponym.apposed else 0.0
    score += _by_preposition(reading, toponym)
    score += _by_verb(reading, toponym)
    score += _by_holder(reading, toponym)
    score += _by_label(reading, toponym)
    score += _by_neighbours(reading, toponym)
    score += _by_form(reading, toponym)
    score += _by_report(reading, toponym)
    return score


def _by_report(reading: Reading, toponym: Toponym) -> float:
    """What the rest of the report says: it is about the country of the place, or names the place elsewhere."""
    score = 0.0
    home = any(reading.countries.get(entry.country or "", 0.0) >= ABOUT_COUNTRY for entry in toponym.candidates)
    if home:
        single = toponym.end - toponym.start == 1 and reading.common(reading.tokens[toponym.start])
        score += 0.5 if single else 1.5
    if toponym.name.casefold() in reading.accepted:
        score += 1.0
    return score + _by_list(reading, toponym)


def _by_list(reading: Reading, toponym: Toponym) -> float:
    """A list of places, or a place whose owner stands before it ("Syrias Idlib"): what stands among places is one."""
    tokens, before, after = reading.tokens, toponym.outer_start - 1, toponym.outer_end
    owned = before > 0 and tokens[before].tag_ == "POS" and before in reading.ends  # "Syria's Idlib"
    if owned or before + 1 in reading.ends:
        return 1.0
    if before > 0 and tokens[before].lower_ in (",", "and") and {before, before - 1} & reading.ends:
        return 1.0
    if after + 1 < len(tokens) and tokens[after].lower_ in (",", "and") and {after + 1, after + 2} & reading.begins:
        return 1.0
    return 0.0


def _by_preposition(reading: Reading, toponym: Toponym) -> float:
    if toponym.preposition is None:
        return 0.0
    if toponym.preposition in ("on", "of") and _struck(reading, toponym):
        return 2.5
    return 1.5 if toponym.preposition in reading.words.strong_prepositions else 0.75


def _struck(reading: Reading, toponym: Toponym) -> bool:
    """"a strike on X", "the shelling of X": what an event noun of war is done to, by that preposition, is mostly a place."""
    before = reading.tokens[toponym.outer_start - 1] if toponym.outer_start else None
    return before is not None and before.head.lemma_.lower() in load_frames().noun_heads


def _by_verb(reading: Reading, toponym: Toponym) -> float:
    """The object of a verb that is done to places: enter, capture, shell."""
    token = reading.tokens[toponym.end - 1]
    if is_caught(reading, toponym):
        return SURNAME
    if token.dep_ in ("dobj", "nsubjpass") and token.head.lemma_.lower() in reading.words.place_verbs:
        # a name of two words that is exactly a place's is seldom a person who is entered or captured
        exact = toponym.end - toponym.start > 1 and any(entry.match == "exact" for entry in toponym.candidates)
        return 4.5 if exact else 3.0
    return 0.0


def _by_holder(reading: Reading, toponym: Toponym) -> float:
    """"X in Y", "X, Y" where Y is a well-known place: the name stands where a place stands."""
    tokens, index = reading.tokens, toponym.outer_end
    if index + 1 >= len(tokens) or tokens[index].lower_ not in (",", "in"):
        return 0.0
    for step in range(1, 5):
        at = index + step
        if at >= len(tokens):
            break
        if tokens[at].text[:1].isupper() and tokens[at].is_alpha:
            place = doc_place(reading, tokens[at]) or reading.gazetteer.demonym(tokens[at].text) is not None
            return 1.0 if place else 0.0
        if tokens[at].lower_ not in reading.words.directions and tokens[at].lower_ not in ("the", "-"):
            break
    return 0.0


def _by_label(reading: Reading, toponym: Toponym) -> float:
    """What the model's entity labels say; they are hints, and weak ones in lines of capitals."""
    token = reading.tokens[toponym.end - 1]
    if not token.ent_type_ or _is_possessive(reading, toponym):
        return 0.0
    longer = ((token.ent_iob_ == "I" and toponym.end - toponym.start == 1)
              or (toponym.end < len(reading.tokens) and reading.tokens[toponym.end].ent_iob_ == "I"
                  and toponym.outer_end == toponym.end
                  and reading.tokens[toponym.end].text not in ("'s", "’s")))
    weight = 0.5 if toponym.title else 1.0
    if longer and token.ent_type_ in ("ORG", "PERSON"):
        known = prominence(toponym.candidates) >= KNOWN or toponym.outright
        return (LONGER_ORGANISATION if token.ent_type_ == "ORG" else LONGER_PERSON) * (0.5 if known else weight)
    if token.text in reading.surnames:
        return SURNAME
    score = LABELS.get(token.ent_type_, 0.0)
    if score < 0 and (_nobody_stands_in(toponym) or _is_ground(reading, toponym)):
        return score * STOOD_IN
    if score < 0 and (prominence(toponym.candidates) >= 2.5 or toponym.outright):
        score /= 2
    return score * weight


def is_stood_in(reading: Reading, toponym: Toponym) -> bool:
    """Whether a name that the gazetteer lacks stands where a place stands, and the model takes all of it for one: "shot dead in X", "captured X"."""
    words = reading.tokens[toponym.start:toponym.end]
    stands = toponym.preposition in STANDING or _by_verb(reading, toponym) > 0
    return stands and all(word.ent_type_ in PLACE_LABELS for word in words) and words[-1].text not in reading.surnames


def _nobody_stands_in(toponym: Toponym) -> bool:
    """"demonstrated in X", where X is exactly a place's name: nobody stands in a person."""
    return toponym.preposition in WITHIN and any(entry.match == "exact" for entry in toponym.candidates)


def _is_ground(reading: Reading, toponym: Toponym) -> bool:
    """"fighters captured X", "patrolled X": what is done to ground, where X is exactly the name of a town of some size."""
    token = reading.tokens[toponym.end - 1]
    return (token.dep_ in ("dobj", "nsubjpass") and token.head.lemma_.lower() in reading.words.place_verbs and not is_caught(reading, toponym)
            and any(entry.match == "exact" and (entry.population >= GROUND or entry.is_own) for entry in toponym.candidates))


def _by_neighbours(reading: Reading, toponym: Toponym) -> float:
    """Words right before or after that make it part of another name: a person's, an organisation's, a compound."""
    doc, words = reading.tokens, reading.words
    score = 0.0
    if _goes_on(doc, toponym):
        score -= 0.5 if any(map(is_major, toponym.candidates)) else 4.0
    if toponym.outer_end < len(doc) and not _is_possessive(reading, toponym):
        following = doc[toponym.outer_end]
        if following.text[:1].isupper() and following.lower_ in words.organisation_words:
            score -= 4.0
        elif following.text[:1].isupper() and following.is_alpha and not toponym.title and toponym.outer_end == toponym.end:
            score -= _capital_after(reading, toponym, following)
        elif following.text in HYPHENS and toponym.end + 1 < len(doc):
            score += _across_hyphen(reading, doc[toponym.end + 1])
        elif following.text == "," and toponym.end + 1 < len(doc) and doc[toponym.end + 1].text[:1].isupper():
            score += 0.5
    if toponym.outer_start > 0 and toponym.outer_start == toponym.start:
        score -= _capital_before(reading, toponym, doc[toponym.start - 1])
    return score


def _across_hyphen(reading: Reading, other: Token) -> float:
    """"Turkey-backed" names no place; "Raqqa-Hasakeh road" names two."""
    if other.text[:1].islower():
        return -4.0
    return 1.5 if doc_place(reading, other) else 0.0


def _is_possessive(reading: Reading, toponym: Toponym) -> bool:
    """Whether it is a possessive that lost its apostrophe: then the next word is another name."""
    last = reading.tokens[toponym.end - 1].text
    return last.endswith("s") and not toponym.name.endswith(last)


def _goes_on(doc: Sequence[Token], toponym: Toponym) -> bool:
    """Whether the name goes on with an article ("Deir al-Adas"), so that what was found is only its beginning."""
    index = toponym.end
    if index + 2 < len(doc) and toponym.outer_end == index:
        text = doc[index].lower_
        return (text in ARTICLES and doc[index + 1].text == "-") or ("-" in text and text.split("-")[0] in ARTICLES)
    return False


def _capital_after(reading: Reading, toponym: Toponym, following: Token) -> float:
    if following.text in reading.words.never or following.is_sent_start or reading.gazetteer.demonym(following.text):
        return 0.0
    if doc_place(reading, following):
        return 0.0
    return 1.0 if prominence(toponym.candidates) >= 2.5 else 2.0


def _capital_before(reading: Reading, toponym: Toponym, previous: Token) -> float:
    lower = previous.lower_.rstrip(".")
    if lower in reading.words.title_words:
        return 3.0
    if previous.text in HYPHENS and previous.i > 0 and not previous.whitespace_:
        return -1.0 if doc_place(reading, reading.tokens[previous.i - 1]) else 2.0
    if (previous.text[:1].isupper() and previous.is_alpha and not previous.is_sent_start and not toponym.title
            and previous.text not in reading.words.never and previous.i not in reading.titles
            and not reading.gazetteer.demonym(previous.text) and previous.pos_ == "PROPN"
            and not doc_place(reading, previous) and previous.ent_type_ not in ("DATE", "TIME", "GPE")):
        return 2.0
    return 0.0


def _by_form(reading: Reading, toponym: Toponym) -> float:
    """What the form of the words says: common words, tags, length."""
    doc = reading.tokens
    if toponym.end - toponym.start > 1:
        plain = all(reading.common(token) for token in doc[toponym.start:toponym.end])
        return -0.5 if plain and not toponym.outright else 1.0
    token = doc[toponym.start]
    if toponym.start != toponym.end - 1 or toponym.outright:
        return 0.0
    score = 0.3 if token.pos_ == "PROPN" else -1.0
    known = prominence(toponym.candidates) >= 2.0
    if reading.common(token):
        score -= 0.5 if known else 3.0 if token.is_sent_start or toponym.title else 1.5
    elif (token.is_sent_start or toponym.title) and not known:
        score -= 0.5
    if len(token.text) < 4 and not known:
        score -= 1.0
    if token.text.isupper() and len(token.text) < 6 and not any(
            entry.kind == "country" or entry.is_own or entry.population >= 300_000
            for entry in toponym.candidates):
        score -= 3.0
    return score
