"""Layer 9, a ban by the country that it holds in: "the group (outlawed in Russia)", "X and Y, both banned in Turkey and Iran".

In: a Reading and a happening. Out: the heads of those banned, and the places that name the countries which banned them. Decision: where
somebody is banned in a country and nobody is told to have done it, the country's government did; a participle of ban within brackets is
said of the names right before it, whatever the parse makes of it.
"""

from __future__ import annotations

import re

from warledger.claims.acts.happenings import Happening
from warledger.claims.mentions import PlaceMention
from warledger.claims.reading import Reading
from warledger.lexicons.grammar_lexicon import load_grammar

# Places of a country's name behind "in": what the preposition governs, what is coordinated with that, and what lost its comma before it.
LISTED = frozenset(("pobj", "conj", "compound", "nmod"))
# What may stand between the names and the participle.
BETWEEN = re.compile(r"\s*\(?\s*(?:(?:both|all|which is|which are|is|are)\s+)?")


def is_ban(reading: Reading, happening: Happening) -> bool:
    """Whether a happening is a ban by its word."""
    return happening.main.frame.type == "COERCE" and reading.doc[happening.main.head].lemma_.lower() in load_grammar().bans


def is_bracketed(reading: Reading, happening: Happening) -> bool:
    """Whether a happening is told in brackets."""
    token = reading.doc[happening.main.head]
    before = reading.report.text[token.sent.start_char:token.idx]
    return before.rfind("(") > before.rfind(")")


def banned(reading: Reading, happening: Happening) -> list[int]:
    """The heads of those named right before the participle, in text order."""
    start = reading.doc[happening.main.head].idx
    before = [actor for actor in reading.actors if actor.end <= start]
    if not before or BETWEEN.fullmatch(reading.report.text[before[-1].end:start]) is None:
        return []
    return list(reading.beside(before[-1].head))


def banning_countries(reading: Reading, happening: Happening) -> list[PlaceMention]:
    """The countries behind "in"."""
    below = (token for head in happening.main.clause.at("in") for token in reading.doc[head].subtree if token.dep_ in LISTED)
    found = (reading.place_by_head.get(token.i) for token in below)
    return [place for place in found if place is not None and place.place.country is not None and place.place.precision == "country"]
