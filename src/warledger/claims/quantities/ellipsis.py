"""A number without a noun that counts people all the same: "kills 15 in the north", "dozens have fled", "22 dead".

In: the parsed report and a number that has no noun. Out: yes or no. Decision: only a word of harm, flight or a toll beside the
number makes it one of people; any other bare number stays unknown.
"""

from __future__ import annotations

from warledger.claims.quantities.numbers import NumberSpan
from warledger.claims.text.tokens import Doc, Token
from warledger.lexicons.unit_lexicon import Units, load_units

# How far a verb or a toll may stand from the number, in tokens.
NEAR_BEHIND = 6
NEAR_BEFORE = 8
TOLLS = ("toll", "tolls", "dead", "fatalities", "casualties")
MORE = ("others", "more")
COUNT_NOUNS = ("number", "toll", "total", "death")


def stands_for_people(doc: Doc, number: NumberSpan, token: Token) -> bool:
    """Whether the number, whose own token is given, counts people that are not named behind it."""
    units = load_units()
    behind = [tok for tok in doc[token.i : token.i + NEAR_BEFORE + 1] if tok.idx >= number.end and not tok.is_space and tok.lower_ not in ("of", "the")]
    before = [tok for tok in doc[max(0, token.i - NEAR_BEFORE) : token.i + 1] if tok.idx + len(tok) <= number.start and not tok.is_space]
    first = behind[0] if behind else None
    previous = before[-1] if before else None
    if first is not None and _opens_state(first, behind, units):
        return True
    if previous is not None and _leads_to_people(previous, first, units):
        return True
    if first is not None and first.pos_ in ("NOUN", "PROPN", "ADJ") and first.tag_ in ("NN", "JJ"):
        return False
    if any(tok.lower_ in TOLLS for tok in before[-NEAR_BEHIND:]):
        return True
    if first is None or first.pos_ in ("AUX", "VERB"):
        return any(is_harm_word(tok, units) for tok in behind[:NEAR_BEHIND] if tok.pos_ in ("VERB", "ADJ"))
    return previous is not None and _goes_on(previous, first, token, units)


def _opens_state(first: Token, behind: list[Token], units: Units) -> bool:
    """ "22 dead", "dozens more wounded", "240 more have gone missing", "eight other injured", "25 other were injured"."""
    if first.lower_ in units.states:
        return True
    if first.lower_ == "other" and len(behind) > 1:
        return behind[1].lower_ in units.states or (behind[1].pos_ == "AUX" and any(is_harm_word(tok, units) for tok in behind[2:4]))
    if first.lower_ not in MORE:
        return False
    rest = behind[1 : NEAR_BEHIND + 1]
    return not rest or not rest[0].is_alpha or any(is_harm_word(tok, units) for tok in rest)


def _leads_to_people(previous: Token, first: Token | None, units: Units) -> bool:
    """ "killing 14", "injured scores", "bringing to 45 the number killed"."""
    if previous.lower_ == "to" and first is not None and first.lower_ in COUNT_NOUNS:
        return True
    return is_harm_word(previous, units)


def _goes_on(previous: Token, first: Token, token: Token, units: Units) -> bool:
    """ "killed five in the north and another six near the border": the verb of the first serves the second."""
    joined = previous.pos_ == "CCONJ" or previous.text == "," or previous.lower_ in ("another", "further")
    if not joined or first.pos_ not in ("ADP", "ADV", "SCONJ", "CCONJ", "PUNCT"):
        return False
    return any(is_harm_word(tok, units) for tok in token.doc[token.sent.start : token.i] if tok.pos_ == "VERB")


def is_harm_word(token: Token, units: Units) -> bool:
    """A form of a verb of harm or flight, also where a headline hides it from the tagger ("Mine Kills 6")."""
    low = token.lower_
    stems = {low, token.lemma_.lower(), low.removesuffix("s"), low.removesuffix("es"), low.removesuffix("ed"), low.removesuffix("d")}
    stems |= {low.removesuffix("ing"), low.removesuffix("ing") + "e"}
    return low in units.states or not stems.isdisjoint(units.people_verbs)
