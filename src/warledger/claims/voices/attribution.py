"""Layer 7, the record: what an attribution is.

In: nothing; this is the shape that the grammars of saying return and that voices.py makes chains of. Decision: speakers
are mentions and the content is a set of tokens, so that attributions nest by their content.
"""

from __future__ import annotations

from dataclasses import dataclass

from warledger.claims.mentions import ActorMention
from warledger.lexicons.speech_lexicon import Saying


@dataclass(frozen=True)
class Attribution:
    """One act of saying: its speakers from the outermost, the token of its cue, the tokens of its content."""

    speakers: tuple[ActorMention, ...]
    cue: int
    content: frozenset[int]
    saying: Saying
