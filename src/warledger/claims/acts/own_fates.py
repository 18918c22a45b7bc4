"""Layer 6, figures whose own words tell another fate than the act by which they stand: "leaves 2 dead, 6 injured", "the bodies of 44".

In: a Reading, a quantity and what a frame says befell those in its place. Out: whether the figure is of another fate, or of no people at all.
Decision: the word right beside a number tells what befell those whom it counts, before the verb on which the parse hangs them.
"""

from __future__ import annotations

from warledger.claims.acts.fates_beside import BODIES, fate_before, fate_behind
from warledger.claims.acts.lone_victims import HARMED
from warledger.claims.mentions import QuantityMention
from warledger.claims.reading import Reading
from warledger.claims.text.tokens import Token
from warledger.lexicons.frame_lexicon import load_frames

HOUSEHOLDS = frozenset(("families", "households", "family", "household"))


def has_own_fate(reading: Reading, quantity: QuantityMention, what: str) -> bool:
    """"leaves 2 dead, 6 injured": the word behind a number tells what befell those, whatever the verb before.

    So does a participle right before it, where it does not share the number with the verb: "killed 12 and displaced thousands".
    """
    if quantity.idle or (what in HARMED and (
            is_of_households(reading, quantity) or _befell_else(reading, quantity, what) or (what != "killed" and _are_bodies(reading, quantity)))):
        return True
    if what in HARMED and quantity.part and _is_of_whole_elsewhere(reading, quantity, what):
        return True
    behind = next((token for token in reading.doc[quantity.head:quantity.head + 3] if token.idx >= quantity.end and not token.is_space), None)
    if behind is None or what not in HARMED:
        return False
    fates = _fates(behind)
    second = _fates(behind.nbor(1)) if fates and behind.i + 1 < len(reading.doc) else set()  # "dozens killed, injured": both befell them
    return bool(fates) and what not in fates | second


def _is_of_whole_elsewhere(reading: Reading, part: QuantityMention, what: str) -> bool:
    """"56 dead including 11 children and dozens wounded": a part has the fate told right behind its whole, if none of its own."""
    sentence = reading.doc[part.head].sent
    whole = [one for one in reading.quantities if sentence.start_char <= one.start < part.start and one.unit == "people" and not one.part]
    fate = fate_behind(reading, whole[-1]) if whole else None
    told = fate is not None and reading.doc[fate.token].idx < part.start and fate.what != what and {fate.what, what} == {"killed", "wounded"}
    return told and fate_behind(reading, part) is None


def is_of_households(reading: Reading, quantity: QuantityMention) -> bool:
    """"killed two families": so many households are not so many dead; "a family of five" is five people."""
    return quantity.start < reading.doc[quantity.head].idx and reading.doc[quantity.head].lower_ in HOUSEHOLDS


def _fates(token: Token) -> set[str]:
    """What a word alone tells to have befallen somebody."""
    return {fate for words, frame in load_frames().by_phrase.get(token.lower_, ()) if len(words) == 1 for fate in frame.tally.values()}


def _befell_else(reading: Reading, quantity: QuantityMention, what: str) -> bool:
    """Whether a participle of another fate stands right before a number, and nothing is coordinated with it alone."""
    first = reading.tokens_of(quantity.start, quantity.end)
    before = reading.doc[first.start - 1] if first and first.start else None
    if before is None or before.tag_ not in ("VBN", "VBD") or before.dep_ != "amod":
        return False
    fates = {fate for frame in load_frames().by_verb.get(before.lemma_, ()) for fate in frame.tally.values()}
    shared = before.i > 1 and before.nbor(-1).dep_ == "cc" and before.nbor(-2).pos_ == "VERB"  # "killed and wounded 20"
    return bool(fates) and what not in fates and not shared


def _are_bodies(reading: Reading, quantity: QuantityMention) -> bool:
    """"received the bodies of 44 people", "received 12 bodies": those are dead, whatever is told of others behind them."""
    if reading.doc[quantity.head].lower_ in BODIES:
        return True
    fate = fate_before(reading, quantity)
    return fate is not None and reading.doc[fate.token].lower_ in BODIES
