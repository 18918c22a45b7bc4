"""Layer 9, the figure that a sentence gives to a toll: "the death toll rose to 112", "a toll of eight civilians killed".

In: a Reading and the head of a word for a toll. Out: the quantity that is the toll's. Decision: it stands behind the toll, as
a running total or beneath the toll's own verb; what it counts are those who died.
"""

from __future__ import annotations

from warledger.claims.acts.happenings import Happening
from warledger.claims.acts.ties import TOLL
from warledger.claims.mentions import QuantityMention
from warledger.claims.reading import Reading
from warledger.claims.text.tokens import Token
from warledger.lexicons.number_lexicon import load_numbers

# What leads from the verb of a toll to its figure.
LEADS = frozenset(("to", "at"))
PUTTING = frozenset(("put", "place", "estimate", "set", "stand"))
NUMBER = "number"
COUNTED_UNITS = frozenset(("people", "unknown"))
GOVERNED = frozenset(("dobj", "attr", "pobj", "acomp", "nummod", "oprd", "npadvmod"))


def toll_of(reading: Reading, head: int) -> list[QuantityMention]:
    """The figure that the sentence gives to the toll at a head; none or one."""
    token = _counted_by(reading.doc[head])
    sentence = token.sent
    start, end = sentence.start_char, sentence.end_char
    before = [quantity for quantity in reading.quantities if start <= quantity.start < token.idx and quantity.unit in COUNTED_UNITS
              and _put_before(reading, token, quantity)]
    if before:
        return before[-1:]
    direct = {child.i for child in token.head.subtree if child.dep_ in GOVERNED}
    later = [quantity for quantity in reading.quantities if start <= quantity.start < end and quantity.start > token.idx
             and quantity.unit in COUNTED_UNITS]
    risen = [item for item in later if _risen_to(reading, token, item)]  # not the two sides of "the toll from a fight between two clans"
    return (risen or [item for item in later if item.cumulative or item.head in direct])[:1]


def _put_before(reading: Reading, toll: Token, figure: QuantityMention) -> bool:
    """"updated to 18 its toll", "raised to 45 the official toll": the figure between the verb of rising with its "to" and whose toll it is."""
    first = reading.doc.char_span(figure.start, figure.end, alignment_mode="expand")
    if first is None or first.start <= toll.sent.start + 1 or reading.doc[first.start - 1].lower_ not in LEADS:
        return False
    between = list(reading.doc[first.end:toll.i])
    whose = bool(between) and between[0].tag_ in ("DT", "PRP$") and all(word.tag_ in ("JJ", "NN") for word in between[1:])
    return whose and reading.doc[first.start - 2].lower_ in load_numbers().rise_verbs


def _counted_by(token: Token) -> Token:
    """"the number of deaths": the noun whose verb tells the figure."""
    over = token.head.head
    return over if token.dep_ == "pobj" and token.head.lower_ == "of" and over.lower_ == NUMBER else token


def _risen_to(reading: Reading, toll: Token, figure: QuantityMention) -> bool:
    """"the toll has risen to 13 and 106 injured": the figure right behind the "to" of the toll's verb, wherever the parse hangs it.

    So of a verb of rising that stands farther off: "the toll in a raid on buses carrying evacuees has risen to 13".
    """
    first = reading.doc.char_span(figure.start, figure.end, alignment_mode="expand")
    before = reading.doc[first.start - 1] if first is not None and first.start else None
    if before is None or before.lower_ not in LEADS:
        return False
    rises = before.head.i > toll.i and before.head.lower_ in load_numbers().rise_verbs
    beside = before.lower_ == "to" or toll.head.lemma_ in PUTTING  # "put the number of deaths at six"
    return rises or (beside and before.head.i == toll.head.i)


def fallen(reading: Reading, happening: Happening) -> list[int]:
    """The heads of those whom the tolls of a happening count."""
    return [quantity.head for match in happening.matches if match.frame.name == TOLL for quantity in toll_of(reading, match.head)]
