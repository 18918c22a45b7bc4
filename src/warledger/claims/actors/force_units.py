"""Layer 3, numbered units of a force: "the Syrian army's 4th Mechanized Division", "the army's 67th and 68th brigades".

In: two drafts side by side. Out: the second, told by the force whose unit it is. Decision: only numbers in order may stand between the force and
its unit; without them the two are parties of their own.
"""

from __future__ import annotations

import re

from warledger.claims.actors.drafts import Draft
from warledger.claims.clauses.noun_phrases import TextWords

UNITS = frozenset("brigade brigades battalion battalions regiment regiments division divisions corps company companies squadron squadrons platoon".split())
ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth", re.IGNORECASE)
JOINING = frozenset(("and",))
# Kinds of those who have units.
HAVING = frozenset(("force", "group"))


def unit_of_force(text: TextWords, force: Draft, unit: Draft) -> None:
    """Tells the unit by its force where it stands right behind that by its number."""
    if unit.role is None or unit.noun is None or unit.country is not None or force.kind not in HAVING or force.actor is None:
        return
    between = [text.lower[i] for i in range(force.last + 1, unit.first)]
    numbers = [word for word in between if ORDINAL.fullmatch(word)]
    if text.lower[unit.noun.last] not in UNITS or not numbers or between[0] != numbers[0] or ")" in text.gap[force.last] \
            or any(word not in JOINING for word in between if word not in numbers):
        return
    unit.actor, unit.country, unit.sector, unit.victims = force.actor, force.country, force.sector, force.victims
    before = text.text[text.items[force.first].start:text.items[unit.first].start]
    unit.kind, unit.name = force.kind, " ".join(f"{before}{unit.name or unit.spoken(text)}".split())
    unit.bare = unit.anonymous = False
