"""Layer 10, figures of those whom the second look added to an act, where another act of the sentence counts them.

In: the Claims of a report after the second look. Out: the same claims, some with more tallies. Decision: "two men were hurt when rebels
fired a shell": whoever reads that the shell hit the men reads that it hit two; a figure goes with the very words that it counts, and no
figure is made up. An act with a figure of its own has no other, and what one act did is not the figure of the war in which it did it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from warledger.claims.assembly import ordered
from warledger.claims.second_reading.candidates import TARGET
from warledger.claims.second_reading.second_look import RULE
from warledger.lexicons.grammar_lexicon import load_grammar
from warledger.model import Claim, Passage, Tally

FIGURE, SENTENCE, TRIGGER = "tally", "sentence", "trigger"
TAKEN = "abduct"


def with_shared_figures(claims: Sequence[Claim]) -> list[Claim]:
    """The claims in their order; those with added targets have the figures that their neighbours give of these."""
    beside: dict[tuple[str, int], list[Claim]] = {}
    for claim in claims:
        beside.setdefault(_key(claim), []).append(claim)
    return [_with_figures(claim, [other for other in beside[_key(claim)] if other is not claim]) for claim in claims]


def _key(claim: Claim) -> tuple[str, int]:
    return claim.type, min((item.start for item in claim.passages if item.field == SENTENCE), default=-1)


def _with_figures(claim: Claim, others: Sequence[Claim]) -> Claim:
    added = {party.name.casefold() for party in claim.targets if party.inferred == RULE}
    taken = claim.mode == TAKEN  # "kidnapped ten, executed three"
    if not added or claim.negated or taken or claim.tallies:  # "killed 32, updating an earlier toll of 15"
        return claim
    tallies, passages = list(claim.tallies), list(claim.passages)
    for target in [item for item in claim.passages if item.field == TARGET]:
        for other in (one for one in others if _is_war(one) or not _is_war(claim)):
            for tally, passage in _counting(other, target, added):
                if all((tally.what, tally.low) != (one.what, one.low) for one in tallies):
                    tallies.append(tally)
                    passages.append(passage)
    return replace(claim, tallies=tuple(tallies), passages=tuple(ordered(passages)))


def _is_war(claim: Claim) -> bool:
    """"the deadliest raid since it joined the war": whether a claim is of a war as a whole."""
    return any(item.field == TRIGGER and item.quote.lower().split()[-1] in load_grammar().wars for item in claim.passages)


def _counting(other: Claim, target: Passage, added: set[str]) -> list[tuple[Tally, Passage]]:
    """The figures of a neighbour over the words of a target that both acts have and that the second look gave to one."""
    shared = any(item.field == TARGET and _overlap(item, target) for item in other.passages) and not other.negated
    named = any(party.inferred is None and party.name.casefold() in added for party in other.targets)
    if not (shared and named):
        return []
    figures = [item for item in other.passages if item.field == FIGURE]
    counted = [item for item in figures if _overlap(item, target)]
    alone = [item for item in figures if counted and _is_of_nobody_named(item, other)]
    return [(tally, item) for item in (*counted, *alone) for tally in other.tallies if tally.wording == item.quote]


def _is_of_nobody_named(figure: Passage, claim: Claim) -> bool:
    """"killed five people and wounded at least 40": a figure that goes with another of its act, of which no target has the words."""
    others = [item for item in claim.passages if item.field == TARGET]
    return figure.quote[-1:].isdigit() and not any(_overlap(figure, item) for item in others)


def _overlap(one: Passage, other: Passage) -> bool:
    return one.start < other.end and other.start < one.end
