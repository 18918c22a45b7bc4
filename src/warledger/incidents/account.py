"""Why an incident holds the claims that it holds: sentences for people.

In: a group with its comparisons. Out: the text of Incident.why. Decision: it is made of the very evidence that was
weighed, against as well as for, so nobody has to believe the score.
"""

from __future__ import annotations

from collections.abc import Sequence

from warledger.incidents.agreement import Version
from warledger.incidents.clustering import SPOKESMEN, Comparisons, Groups
from warledger.incidents.evidence import Evidence, wording
from warledger.incidents.ties import Ties
from warledger.incidents.weights import EVIDENCE, Weights

# Evidence that only says that nothing was told: no reason to join, and no reason worth reading.
SILENT = frozenset({"mode.untold", "place.needless", "time.untold", "story.twice", "type.same"})


def explain(versions: Sequence[Version], groups: Groups, head: int, rivals: Sequence[int], ties: Ties) -> str:
    """The sentences about joining; the grade's reason is put behind them by the caller."""
    members = groups.members[head]
    held = versions[: len(members)]
    reports = len({version.traits.claim.report for version in versions})
    parts = []
    if len(members) == 1:
        parts.append("One claim of one report.")
    elif len(groups.voices[head]) == 1:
        mentions = groups.mentions.get(head, [])
        joined = f"were joined{_evidence(mentions, groups.within)}" if len(mentions) > 1 else "which tells them as one happening"
        parts.append(f"{len(members)} claims of one report{' ' if len(mentions) > 1 else ', '}{joined}.")
    else:
        told = len({version.traits.claim.report for version in held})
        parts.append(f"{len(members)} claims of {told} report{'s' if told > 1 else ''} were joined"
                     f"{_evidence(groups.voices[head], groups.comparisons)}.")
        if tied := ties.reasons(members):
            parts.append(f"Some of them were one before any evidence was weighed: {', '.join(tied)}.")
    if rivals:
        noun = "claim that denies it was" if len(rivals) == 1 else "claims that deny it were"
        parts.append(f"{len(rivals)} {noun} joined as a rival version.")
    copies = reports - len({version.traits.story for version in versions})
    if copies > 0:
        parts.append(f"{copies} of the {reports} reports {'is a copy' if copies == 1 else 'are copies'} of another.")
    if all(version.traits.claim.stance == "historical" for version in held):
        parts.append("Background: told as history only.")
    return " ".join(parts)


def _evidence(voices: Sequence[int], comparisons: Comparisons) -> str:
    """What spoke for joining and what against, each kind once."""
    strongest: dict[str, Evidence] = {}
    people = list(voices[:SPOKESMEN])
    for index, one in enumerate(people):
        for other in people[index + 1 :]:
            for item in comparisons.of(one, other).evidence:
                held = strongest.get(item.kind)
                if item.kind not in SILENT and (held is None or item.share > held.share):
                    strongest[item.kind] = item
    weights = comparisons.weights
    ordered = sorted(strongest.values(), key=lambda item: EVIDENCE.index(item.kind))
    words_for = [_worded(item, weights) for item in ordered if weights.weights[item.kind] > 0]
    against = [_worded(item, weights) for item in ordered if weights.weights[item.kind] <= 0]
    text = f" on {', '.join(words_for)}" if words_for else ""
    return text + (f", in spite of {', '.join(against)}" if against else "")


def _worded(item: Evidence, weights: Weights) -> str:
    return wording(item, weights) + (" (partly inferred)" if item.share < 1 else "")
