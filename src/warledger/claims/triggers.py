"""Where in the parse the trigger of a claim stands.

In: a Reading and a Claim that was made of it. Out: the tokens of its first trigger passage. Decision: the passage is what a claim keeps
of the words that it was read from, so layers behind the assembly find their way back by it.
"""

from __future__ import annotations

from warledger.claims.reading import Reading
from warledger.claims.text.tokens import Span
from warledger.model import Claim


def trigger_tokens(reading: Reading, claim: Claim) -> Span | None:
    """The tokens that the first trigger passage touches, None where a claim has none; the last heads a compound."""
    passage = claim.passage("trigger")
    return None if passage is None else reading.doc.char_span(passage.start, passage.end, alignment_mode="expand")
