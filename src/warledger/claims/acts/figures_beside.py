"""Layer 6, a figure right beside a verb of harm that the parse gives to another word, as in text without commas.

In: a Reading and a Match of such a verb. Out: the quantities that are the verb's by where they stand, and whether they stand instead of
those that the verb only shares. Decision: right behind an active verb, right before a passive one that has no subject of its own, and
behind "the number of those killed"; farther off only the parse tells.
"""

from __future__ import annotations

from warledger.claims.acts.frames import Match
from warledger.claims.acts.tolls import COUNTED_UNITS
from warledger.claims.mentions import QuantityMention
from warledger.claims.reading import Reading
from warledger.claims.text.tokens import Token
from warledger.lexicons.number_lexicon import load_numbers

NUMBERS = frozenset(("number", "total", "count"))
BEING = frozenset(("be", "become"))
# What leads from such a number to its figure.
LEADS = frozenset(("at", "to"))


def figures_beside(reading: Reading, match: Match, told: bool) -> tuple[list[QuantityMention], bool]:
    """The quantities beside a verb, and whether they replace those that it has; told: whether it has any."""
    verb = reading.doc[match.head]
    if not told and (numbered := _number_told(reading, verb)):
        return numbered, False
    if not match.clause.passive:
        at = _behind(reading, reading.doc[match.trigger[-1]])
        return [one for one in reading.quantities if one.start == at and one.unit == "people" and not _is_of_another(reading.doc[one.head])], False
    if verb.dep_ == "conj" and all(argument.implied for argument in match.clause.arguments if argument.slot == "object"):
        return _before(reading, verb), True
    return [], False


def _behind(reading: Reading, verb: Token) -> int | None:
    """"wounding at least 50 a monitor said": where what stands right behind the verb begins; a comma of the parser's text is none."""
    if verb.i + 2 >= len(reading.doc):
        return None
    behind = verb.nbor(1)
    only_parsed = behind.text == "," and reading.report.text[behind.idx] != ","
    return behind.nbor(1).idx if only_parsed else behind.idx


def _is_of_another(counted: Token) -> bool:
    """"a woman killed 9 people injured": whom a participle behind them, or a passive verb, tells another fate of."""
    return counted.dep_ == "nsubjpass" or any(child.tag_ == "VBN" and child.dep_ == "acl" and child.i > counted.i for child in counted.children)


def _before(reading: Reading, verb: Token) -> list[QuantityMention]:
    """"four died including a child and 43 others were injured": the people right before the verb, whom the parse gives to the part."""
    first = min([verb.i, *(child.i for child in verb.children if child.dep_ in ("aux", "auxpass"))])
    return [one for one in reading.quantities_at(first - 1) if one.unit == "people" and not one.part] if first < verb.i else []


def instead_of_subject(reading: Reading, verb: Token) -> list[QuantityMention]:
    """"5000 people left one town and about 2200 left another": a bare number between the verbs counts others who did the same."""
    if verb.dep_ != "conj":
        return []
    count = verb.nbor(-1)
    alone = count.tag_ == "CD" and ((count.dep_ == "conj" and count.head.i == verb.head.i) or (count.dep_ == "nsubj" and count.head.i == verb.i))
    if not alone or any(child.dep_ == "nsubj" and child.i != count.i for child in verb.children):
        return []
    return [one for one in reading.quantities_at(count.i) if one.unit == "people" and not one.part]


def _number_told(reading: Reading, verb: Token) -> list[QuantityMention]:
    """"put the number of civilians killed at 13", "the number of those wounded has risen to 39", "the number of injured at 28", "is 28"."""
    of = verb.head.head if verb.dep_ in ("acl", "relcl") and verb.head.dep_ == "pobj" else verb.head
    if of.lower_ != "of" or of.head.lemma_ not in NUMBERS:
        return []
    later = {one.start: one for one in reading.quantities if one.unit in COUNTED_UNITS}
    figures = [later[token.nbor(1).idx] for token in reading.doc[verb.i + 1:verb.sent.end - 1] if token.lower_ in LEADS and token.nbor(1).idx in later]
    above = of.head.head
    place = "attr" if above.lemma_ in BEING else "dobj" if above.lower_ in load_numbers().rise_verbs else None  # "has become 40", "surpasses 40"
    told = [one for one in later.values() for token in [reading.doc[one.head]]  # "the number of those killed is 28"
            if of.head.dep_ == "nsubj" and token.dep_ == place and token.head.i == above.i]
    return (told or figures)[:1]
