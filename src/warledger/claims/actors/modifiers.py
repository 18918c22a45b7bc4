"""Layer 3, what the words before a role noun tell of its people: country, sector, class of victims, who backs them.

In: a draft and its modifiers. Out: the draft, filled in. Decision: a state gives the country, a group or a body gives its
side as well, a "-backed" gives a backer and no more; words of side ("rebel", "regime") decide only where the noun yields.
"""

from __future__ import annotations

from warledger.actors.catalog import ActorList
from warledger.claims.actors.drafts import Draft
from warledger.claims.clauses.noun_phrases import Piece
from warledger.lexicons.role_lexicon import RoleNoun
from warledger.model import Actor

ARMED_KINDS = ("armed", "force", "group")
# Words for media that of those under arms are what stands: "a police station".
_POSTS = frozenset(("station",))
_CLASS_BY_SECTOR = {"MIL": "military", "REB": "rebels", "UAF": "rebels", "COP": "police", "MED": "journalists", "SPY": "military"}


def class_of(actor: Actor) -> str:
    """The class of victims that an actor's people are."""
    return _CLASS_BY_SECTOR.get(actor.sector or "", "unknown")


def is_backer(pieces: list[Piece], k: int) -> bool:
    """Whether piece k stands before "-backed" or its like."""
    return k + 1 < len(pieces) and pieces[k + 1].kind == "backing"


def backer(piece: Piece) -> str:
    """Who stands behind: a state by its country, others by their id."""
    assert piece.match is not None
    actor = piece.match.names[0].actor
    return actor.country if actor.kind == "state" and actor.country else actor.id


class Modifiers:
    """Reads modifiers."""

    def __init__(self, actors: ActorList) -> None:
        self.actors = actors

    def tell_all(self, draft: Draft, modifiers: list[Piece], role: RoleNoun) -> None:
        """Fills a draft of a role noun from all of its modifiers; it is bare where none tells whose it is."""
        told = False
        for k, before in enumerate(modifiers):
            if before.kind != "backing" and not (is_backer(modifiers, k) and modifiers[k + 1].seat):
                told |= self._tell(draft, before, role, is_backer(modifiers, k))
        draft.bare = not told
        draft.anonymous = role.anonymous and draft.actor is None
        self.institution(draft)

    def _tell(self, draft: Draft, before: Piece, role: RoleNoun, backing: bool) -> bool:
        """What one modifier tells of the head; returns whether it tells whose it is."""
        if before.match is not None and before.kind == "name":
            if backing or before.pro:
                draft.backed_by += (backer(before),)
            else:
                self.belong(draft, before.match.names[0].actor, role)
            return True
        if before.kind == "people":
            return not backing
        if role.name_only:
            sector = before.side.sector if before.side is not None else before.role.sector if before.role is not None else None
            draft.sector = draft.sector or sector
            post = role.word in _POSTS and before.role is not None and before.role.kind in ARMED_KINDS
            return (before.role is not None and not post) or before.kind == "proper"
        if before.side is not None:
            _yield(draft, role, before.side.sector, before.side.victims)
            return True
        if before.role is None:
            return before.kind == "proper"
        ruling = before.role.kind in ("office", "state") and role.kind in ("armed", "force")
        _yield(draft, role, "MIL" if ruling else before.role.sector, "military" if ruling else before.role.victims)
        return before.role.kind in (*ARMED_KINDS, "state", "body", "media")

    def belong(self, draft: Draft, actor: Actor, role: RoleNoun) -> None:
        """The head is of this actor: its country, and its side where the noun yields."""
        draft.country = actor.country or draft.country
        if actor.kind == "state":
            return
        draft.sector = draft.sector or actor.sector
        if actor.kind == "office":
            soldiers = role.kind in ("force", "armed")
            _yield(draft, role, "MIL" if soldiers and actor.sector == "GOV" else actor.sector, role.victims)
            return
        _yield(draft, role, actor.sector, class_of(actor))
        if role.kind in ARMED_KINDS:
            draft.actor, draft.sector, draft.victims = actor.id, actor.sector or draft.sector, class_of(actor)
        elif role.mass and not role.plural and actor.kind in ("body", "media") and role.kind in ("body", "media", "people"):
            draft.actor = actor.id  # "SANA news agency", "the White Helmets rescue service": the noun only describes it

    def institution(self, draft: Draft) -> None:
        """A government or an army with a country is one that the list may know."""
        role = draft.role
        if role is None or draft.country is None or draft.actor is not None:
            return
        if role.kind == "state":
            draft.actor = f"state.{draft.country.lower()}"
        elif role.kind == "force" and role.word in ("army", "military") and draft.sector == "MIL":
            actor = f"force.{draft.country.lower()}.army"
            draft.actor = actor if self.actors.by_id(actor) is not None else None


def _yield(draft: Draft, role: RoleNoun, sector: str | None, victims: str) -> None:
    """Lets the words before the noun decide, where the noun yields."""
    if not role.yields or sector is None or (role.kind in ("armed", "force") and victims == "civilians"):
        return  # "a volunteer militia" bears arms
    draft.sector = sector
    if role.kind in ("armed", "force", "group", "unknown", "office"):
        draft.victims = victims
