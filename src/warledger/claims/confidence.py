"""Layer 10: how far a claim is to be trusted to be read right, 0 to 1.

In: the Claims of a Reading. Out: the same with their confidence. Decision: the probability, by a linear model over what the reading
shows (`confidence_signs`), that an exacting reader signs the claim (type, stance, speakers, parties and figures all right); it says
nothing of whether the claim is true. Trained on claims of this coder that were judged one by one; docs/quality.md says how well it
holds on reports that it was not trained on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from warledger.claims.confidence_signs import confidence_signs
from warledger.claims.reading import Reading
from warledger.learned.linear import load_model
from warledger.model import Claim

MODEL = "confidence"
# No claim is certain, none is nothing.
LEAST, MOST = 0.05, 0.99


def with_confidence(reading: Reading, claims: Sequence[Claim]) -> list[Claim]:
    """The claims of a report, in their order, each with its confidence, rounded to two digits."""
    model = load_model(MODEL)
    return [replace(claim, confidence=_rounded(model.probability(confidence_signs(reading, claim, beside))))
            for claim, beside in with_neighbours(claims)]


def _rounded(probability: float) -> float:
    return round(min(max(probability, LEAST), MOST), 2)


def with_neighbours(claims: Sequence[Claim]) -> list[tuple[Claim, list[Claim]]]:
    """Each claim with the others of its sentence."""
    by_sentence: dict[tuple[int, int] | None, list[Claim]] = {}
    for claim in claims:
        by_sentence.setdefault(_sentence(claim), []).append(claim)
    return [(claim, [other for other in by_sentence[_sentence(claim)] if other is not claim]) for claim in claims]


def _sentence(claim: Claim) -> tuple[int, int] | None:
    passage = claim.passage("sentence")
    return None if passage is None else (passage.start, passage.end)
