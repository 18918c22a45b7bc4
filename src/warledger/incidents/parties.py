"""How two participants relate: the same, kindred, open, or different.

In: participants of two claims. Out: one word per pair or per side. Decision: only what is told on both sides can differ;
"gunmen" or "warplanes" rival nobody, "Syria" and "the Syrian army" are one side, two named groups are two.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

from warledger.model import Claim, Participant, Tally

SAME, KIN, OPEN, DIFFERENT, UNTOLD = "same", "kin", "open", "different", "untold"
RANK = {SAME: 3, KIN: 2, OPEN: 1, DIFFERENT: 0}

# PLOVER sectors by what they are to an act: organs of a state, armed bodies that are none, and the unarmed.
STATE = frozenset({"GOV", "MIL", "COP", "SPY", "JUD"})
ARMED = frozenset({"REB", "UAF", "CRM", "OPP", "PTY", "SET"})
# Words for anybody: soldiers who died are people too, so they tell of no layer (judgement).
ANYBODY = frozenset({"people", "persons", "person", "others", "dead", "victims", "victim", "casualties", "bodies"})
_ALPHA3 = re.compile(r"[A-Z]{3}")


@functools.lru_cache(maxsize=100_000)
def name_key(name: str) -> str:
    """A name without case, accents, articles and punctuation, for comparison only."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    words = re.findall(r"\w+", plain)
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    return " ".join(words)


@dataclass(frozen=True, slots=True)
class Party:
    """A participant as far as comparison needs it. layer is state, armed, civil or None (not known)."""

    name: str
    key: str
    actor: str | None
    country: str | None
    layer: str | None
    vague: bool
    backers: frozenset[str]
    stamp: int = field(default=0, repr=False, compare=False)

    def __hash__(self) -> int:
        """Worked out once: parties are looked up for every pair of claims."""
        return self.stamp


@functools.lru_cache(maxsize=100_000)
def party(person: Participant) -> Party:
    """The party that a participant is. vague: an armed body that no name tells from others."""
    vague = person.actor is None and (person.sector == "UAF" or person.country is None)
    key = name_key(person.name)
    layer = None if key in ANYBODY and person.sector == "CVL" else _layer(person.sector)
    told = (person.name, key, person.actor, person.country, layer, vague, frozenset(person.backed_by))
    return Party(*told, stamp=hash(told))


def target_parties(claim: Claim) -> tuple[Party, ...]:
    """The targets of a claim, or, where none is named, those whose dead and wounded it counts."""
    if claim.targets:
        return tuple(map(party, claim.targets))
    return tuple(_counted(tally) for tally in claim.tallies if tally.of and not tally.cumulative)


def _counted(tally: Tally) -> Party:
    of = tally.of or ""
    sector = {"military": "MIL", "police": "COP", "rebels": "REB", "civilians": "CVL"}.get(tally.victims)
    if _ALPHA3.fullmatch(of):
        return party(Participant(tally.wording, None, of, sector))
    return party(Participant(tally.wording, of, None, sector))


def _layer(sector: str | None) -> str | None:
    if sector is None:
        return None
    return "state" if sector in STATE else "armed" if sector in ARMED else "civil"


@functools.lru_cache(maxsize=200_000)
def relation(one: Party, other: Party) -> str:
    """SAME, KIN, OPEN (nothing tells) or DIFFERENT."""
    if one.actor and other.actor:
        if one.actor == other.actor:
            return SAME
        if one.actor.startswith(other.actor + ".") or other.actor.startswith(one.actor + "."):
            return KIN
    countries_differ = bool(one.country and other.country and one.country != other.country)
    if one.key and one.key == other.key and not countries_differ:
        return SAME
    if _backs(one, other) or _backs(other, one):
        return KIN
    if one.layer is None or other.layer is None:
        return _by_country(one, other, countries_differ)
    if one.layer != other.layer:
        return OPEN if "civil" not in (one.layer, other.layer) and (one.vague or other.vague) else DIFFERENT
    return _within_layer(one, other, countries_differ)


def _by_country(one: Party, other: Party, differ: bool) -> str:
    if differ:
        return DIFFERENT
    return KIN if one.country and one.country == other.country else OPEN


def _within_layer(one: Party, other: Party, countries_differ: bool) -> str:
    if one.layer == "state":
        if countries_differ:
            return DIFFERENT
        return SAME if one.country and one.country == other.country else OPEN
    if one.layer == "armed":
        return DIFFERENT if one.actor and other.actor else KIN
    return DIFFERENT if countries_differ else KIN


def _backs(one: Party, other: Party) -> bool:
    backers = other.backers
    return bool(backers) and (one.country in backers or one.actor in backers)


def side_relation(one: Sequence[Party], other: Sequence[Party]) -> str:
    """The nearest relation between anybody of one side and anybody of the other, UNTOLD where a side is empty."""
    if not one or not other:
        return UNTOLD
    if len(one) == len(other) == 1:
        return relation(one[0], other[0])
    return max((relation(a, b) for a in one for b in other), key=RANK.__getitem__)


def shared(one: Sequence[Party], other: Sequence[Party]) -> int:
    """How many of the smaller side have somebody the same or kindred in the other side."""
    small, large = sorted((one, other), key=len)
    return sum(any(RANK[relation(a, b)] >= RANK[KIN] for b in large) for a in small)
