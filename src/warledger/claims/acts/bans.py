"""Layer 9, a ban told beside a name: "the group (outlawed in Russia)", "X and Y (both banned in Turkey)".

In: a Reading and a happening. Out: the heads of those banned, and the place that names the country which banned them. Decision: a
participle of ban within brackets is said of the names right before it, whatever the parse makes of it.
"""

from __future__ import annotations

import re

from warledger.claims.acts.happenings import Happening
from warledger.claims.mentions import PlaceMention
from warledger.claims.reading import Reading
from warledger.lexicons.grammar_lexicon import load_grammar

# What may stand between the names and the participle.
BETWEEN = re.compile(r"\s*\(?\s*(?:(?:both|all|which is|which are|is|are)\s+)?")


def is_bracketed_ban(reading: Reading, happening: Happening) -> bool:
    """Whether a happening is a ban by its word, told in brackets."""
    token = reading.doc[happening.main.head]
    if happening.main.frame.type != "COERCE" or token.lemma_.lower() not in load_grammar().bans:
        return False
    before = reading.report.text[token.sent.start_char:token.idx]
    return before.rfind("(") > before.rfind(")")


def banned(reading: Reading, happening: Happening) -> list[int]:
    """The heads of those named right before the participle, in text order."""
    start = reading.doc[happening.main.head].idx
    before = [actor for actor in reading.actors if actor.end <= start]
    if not before or BETWEEN.fullmatch(reading.report.text[before[-1].end:start]) is None:
        return []
    return list(reading.beside(before[-1].head))


def banning_country(reading: Reading, happening: Happening) -> PlaceMention | None:
    """The country behind "in"."""
    found = (reading.place_at(head) for head in happening.main.clause.at("in"))
    return next((place for place in found if place is not None and place.place.country is not None and place.place.precision == "country"), None)
