"""The learned reading of a report for MUC-4: whether it tells of terrorism, of which incidents, and who fills which slot.

In: a report with its layers. Out: incidents, each with its type and fillers. Decision: six small linear models over the
coder's layers, trained on the 1,300 reports of dev.jsonl (scripts/train_muc.py); the rules of muc_templates.py stay as the
reading without them. What is learned is the conference's notion of an incident and of a fill, not what claims are.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from warledger.claims.coder import Coded
from warledger.learned.linear import LinearModel, load_model
from warledger.scoring.muc_entities import Entity, find_entities
from warledger.scoring.muc_grouping import CORE, Filler, group, pair_features
from warledger.scoring.muc_mentions import Mention, find_mentions
from warledger.scoring.muc_notation import ROLES, UNNAMED
from warledger.scoring.muc_phrases import Wording, wording_features
from warledger.scoring.muc_scheme import load_muc
from warledger.scoring.muc_sentences import Told, read_sentences

NAMES = ("roles", "wordings", "types", "effects", "relevance", "pairs")
# What an entity may be to an incident.
PARTS = (*ROLES, UNNAMED)
EFFECTS = ("DEATH", "INJURY", "SOME DAMAGE", "DESTROYED", "REGAINED FREEDOM")
TYPES = ("ATTACK", "BOMBING", "KIDNAPPING", "ARSON", "ROBBERY")
RELEVANT, SAME, RIGHT = "relevant", "same", "right"
# A report with this probability or more is about terrorism; a filler with this one or more is told.
LEAST_RELEVANCE = 0.43
LEAST = 0.25
# The fillers that tell the type of an incident, and what the type of the whole report counts beside them.
TELLING = (*CORE, "Weapon")
WEIGHT_OF_REPORT = 0.1
# Sentences at the head of a report, whose words count apart.
HEAD = 4
# The surest filler of a report in each role, in steps of a tenth, tells of its relevance too.
STEPS = 10
# Sentences of a report, in steps, up to so many.
LENGTH_STEP, LONGEST = 5, 8


@dataclass
class Draft:
    """What the models are asked about a report."""

    told: Told
    entities: list[Entity]
    features: set[str]
    coded: Coded


@dataclass(frozen=True)
class Event:
    """One incident that was read: its type and what fills its slots."""

    type: str
    fillers: tuple[Filler, ...]


@dataclass(frozen=True)
class Models:
    """The six models, from files or fresh from a training."""

    held: Mapping[str, LinearModel]

    def scores(self, name: str, features: Iterable[str]) -> dict[str, float]:
        """The probability of every label of a model."""
        return {label: 1.0 / (1.0 + math.exp(-score)) for label, score in self.held[name].scores(features).items()}


def load_models() -> Models:
    """The models that are installed."""
    return Models({name: load_model(f"muc-{name}") for name in NAMES})


def draft(coded: Coded) -> Draft:
    """A report as the models see it."""
    told = read_sentences(coded, load_muc())
    return Draft(told, find_entities(find_mentions(coded.reading, told), told), _document(told), coded)


def read_events(one: Draft, models: Models) -> list[Event]:
    """The incidents of a report, none where it is not about terrorism."""
    likely = [models.scores("roles", entity.features) for entity in one.entities]
    document = models.scores("relevance", one.features | relevance_features(likely))
    if document[RELEVANT] < LEAST_RELEVANCE:
        return []
    fillers = [_filler(one, i, role, scores[role], models) for i, scores in enumerate(likely) for role in PARTS if scores[role] >= LEAST]

    def alike(a: Filler, b: Filler) -> float:
        return 1.0 if a.entity == b.entity else models.scores("pairs", pair_features(a, b, one.told))[SAME]

    return [Event(likeliest_type(members, document), tuple(members)) for members in group(fillers, alike)]


def relevance_features(likely: Iterable[Mapping[str, float]]) -> set[str]:
    """What the surest fillers of a report say of its relevance."""
    surest = {role: max((scores[role] for scores in likely), default=0.0) for role in PARTS} if (likely := list(likely)) else {}
    return {f"surest:{role}>{step}" for role, value in surest.items() for step in range(int(value * STEPS) + 1)}


def _filler(one: Draft, place: int, role: str, probability: float, models: Models) -> Filler:
    entity = one.entities[place]
    types = models.scores("types", entity.features)
    return Filler(role, place, best_wording(one, entity, role, models).text, probability, tuple(mention.head for mention in entity.mentions),
                  tuple(entity.sentences), tuple(types.items()))


def best_wording(one: Draft, entity: Entity, role: str, models: Models) -> Wording:
    """The wording of an entity that a key would write."""
    choices = [(models.scores("wordings", asked_wording(one, mention, wording, role))[RIGHT], -mention.head, -wording.start, -wording.end, wording)
               for mention in entity.mentions for wording in mention.wordings]
    return max(choices, key=lambda choice: choice[:4])[4]


def asked_wording(one: Draft, mention: Mention, wording: Wording, role: str) -> set[str]:
    """The features of a wording, alone and for the role."""
    found = wording_features(one.coded.reading.doc[mention.head], wording)
    return found | {f"{role}:{feature}" for feature in found} | {role}


def likeliest_type(members: Sequence[Filler], document: Mapping[str, float]) -> str:
    """The type that what was hit, and with what, makes likeliest; the report's own type tells little more."""
    telling = [one for one in members if one.role in TELLING] or members
    whole = sum(one.probability for one in telling)

    def likelihood(type_: str) -> float:
        of_fillers = sum(one.probability * dict(one.types)[type_] for one in telling) / whole if telling else 0.0
        return WEIGHT_OF_REPORT * document[type_] + of_fillers

    return max(TYPES, key=likelihood)


def _document(told: Told) -> set[str]:
    """What a report as a whole says of its relevance and type."""
    found = {f"b:{word}" for word in told.words} | {f"n:{min(LONGEST, len(told.sentences) // LENGTH_STEP)}"}
    for sentence in told.sentences:
        where = "head" if sentence.index < HEAD else "rest"
        found |= {one for one in sentence.features if one.startswith(("st:", "sl:", "sc:", "ss:"))}
        found |= {f"{where}:{one}" for one in sentence.features if one.startswith(("st:", "sl:", "sw:"))}
    return found
