"""Layer 3, what the finders give: who, where, when and how many, as spans of the report's text.

In: nothing; these are the shapes that the finders of this folder return and that clauses, frames and claims read.
Decision: every mention carries character offsets into Report.text (for passages) and the index of its head token in the
parse (so that a clause finds the mention that fills a place by one look-up).
"""

from __future__ import annotations

from dataclasses import dataclass

from warledger.model import Participant, Place, Speaker


@dataclass(frozen=True)
class Mention:
    """Words of the report: text[start:end]; head is the index of the head token in the spaCy Doc."""

    start: int
    end: int
    head: int
    text: str


@dataclass(frozen=True)
class ActorMention(Mention):
    """Somebody: a state, force, group, body, medium, person with or without office, or a role ("eyewitnesses").

    kind is state, office, force, group, body, media, person, people, armed or unknown. start to end covers the
    shortest clear name ("Syrian Observatory for Human Rights", "Syrian army", "eyewitnesses"), without article.
    victims is the class that a tally of them has (model.codebook.VICTIM_CLASSES). definite: "the group", "they":
    the name stands elsewhere; antecedent is then the head of the mention that it stands for, None where unknown.
    members: the heads of those whom a word for several stands for ("the two sides").
    """

    kind: str = "unknown"
    name: str = ""
    actor: str | None = None
    country: str | None = None
    sector: str | None = None
    backed_by: tuple[str, ...] = ()
    anonymous: bool = False
    victims: str = "unknown"
    plural: bool = False
    definite: bool = False
    antecedent: int | None = None
    members: tuple[int, ...] = ()

    def participant(self, count: int | None = None) -> Participant:
        """The mention as a participant of a claim."""
        return Participant(self.name, self.actor, self.country, self.sector, self.backed_by, count)

    def speaker(self) -> Speaker:
        """The mention as one link of a chain of speakers."""
        return Speaker(self.name, self.actor, self.country, self.sector, self.anonymous)


NOWHERE = Place("")


@dataclass(frozen=True)
class PlaceMention(Mention):
    """A place by name or by relation ("15 km east of Idlib city"), with what it resolved to.

    preposition is the word that hangs it to its clause ("in", "near", "from", "to"), None where there is none.
    definite: "the town", "the area": antecedent is the head of the place mention that it stands for.
    modifies: it stands as an adjective or part of another name and is no place of its own ("Damascus suburb" is one,
    "Aleppo Media Centre" is none and is not returned).
    """

    place: Place = NOWHERE
    preposition: str | None = None
    relative: bool = False
    definite: bool = False
    antecedent: int | None = None
    inside: int | None = None


@dataclass(frozen=True)
class TimeMention(Mention):
    """A time expression. kind is date, weekday, relative, duration, period, range, time, set or unknown.

    rule names the rule that reads it; parts are what that rule needs to resolve it against a reference day.
    """

    kind: str = "unknown"
    rule: str = ""
    parts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class QuantityMention(Mention):
    """A number with its bounds. head is the noun counted ("soldiers"), or the number itself where it stands alone.

    start to end covers the wording of the number with its bound ("at least 13"). unit is people, distance, time, money,
    weapon, age, calibre, share, ordinal, date, thing or unknown: only people are counted as such in tallies. part:
    "including four children". cumulative: "bringing the toll to 53". further: "a further six", "5 others". idle: of people of
    whom nothing is told, "12 of the 15 passengers", or so many in every span of time, "30 a day".
    """

    low: int | None = None
    high: int | None = None
    best: int | None = None
    approximate: bool = False
    unit: str = "unknown"
    part: bool = False
    cumulative: bool = False
    further: bool = False
    idle: bool = False
