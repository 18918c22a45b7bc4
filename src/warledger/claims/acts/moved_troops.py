"""Layer 9, who moves where nobody is told to have sent him: "hundreds of troops were deployed along the border".

In: a Reading, a happening and who fills its roles. Out: the heads of those who move. Decision: troops who are sent move themselves, so they
stand for the side that has sent them; arms and vehicles are nobody's.
"""

from __future__ import annotations

from warledger.claims.acts.happenings import Happening
from warledger.claims.reading import Reading

ARMED = frozenset(("force", "armed", "group"))


def moved_troops(reading: Reading, happening: Happening) -> list[int]:
    """The armed of a passive that names no doer; empty for other acts."""
    main = happening.main
    if main.frame.type != "MOBILIZE" or not main.clause.passive:
        return []
    return [head for head in happening.role("other") if (actor := reading.actor_at(head)) is not None and actor.kind in ARMED]
