"""Layer 9, those whom a figure counts among the killed or wounded and whom no place of a clause gave: "wounded 60 people said the monitor".

In: a Reading, whom an act hit so far, and its figures. Out: whom it hit, with those counted. Decision: whoever is counted dead or hurt by
an act was hit by it, whatever word the parse hangs the noun on; only several people by their noun, since one person may stand there by name.
"""

from __future__ import annotations

from collections.abc import Iterable

from warledger.claims.acts.participant import Filled
from warledger.claims.mentions import ActorMention
from warledger.claims.reading import Reading
from warledger.claims.standing_figures import Counted

HARMED = frozenset(("killed", "wounded"))
# Kinds of those who die, which bodies and media as such do not.
MORTAL = frozenset(("people", "armed", "force", "group"))


def with_counted(reading: Reading, targets: list[Filled], counted: Iterable[Counted]) -> list[Filled]:
    """Those whom an act of arms hit, with those whom its figures count."""
    told = list(targets)
    for item in counted:
        whom = _counted(reading, item)
        if whom is not None and not any(_is_told(whom, item, other) for other in told):
            told.append(Filled(whom.participant(item.tally.best), whom.start, whom.end, whom.head))
    return told


def _counted(reading: Reading, item: Counted) -> ActorMention | None:
    """The mention that ends the wording of a figure of more than one."""
    tally = item.tally
    if tally.what not in HARMED or tally.low is None or tally.low < 2:
        return None
    ends = [mention for mention in reading.actors if mention.end == item.end and mention.start >= item.start]
    return next((one for one in ends if one.plural and one.kind in MORTAL and not one.definite), None)


def _is_told(whom: ActorMention, item: Counted, other: Filled) -> bool:
    """Whether they stand among the targets already, by these words, by a name that these words open, or by the same name."""
    return other.participant.name.lower() == whom.name.lower() or (other.start <= item.end + 1 and item.start < other.end)
