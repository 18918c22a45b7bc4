"""Layer 9, a participant while a claim is being made.

In: nothing; this is the shape that roles and sides hand on. Out: the participant with the characters that show it. Decision:
the token that heads it stays known until the claim is made, so that two roles never hold one mention.
"""

from __future__ import annotations

from dataclasses import dataclass

from warledger.model import Participant


@dataclass(frozen=True)
class Filled:
    """A participant with the characters that show it and the token that heads it."""

    participant: Participant
    start: int
    end: int
    head: int
