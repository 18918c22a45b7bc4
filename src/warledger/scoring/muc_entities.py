"""Phrases of a report that name one thing, brought together for the learned reading of MUC-4 templates.

In: the phrases of a report in text order. Out: entities. Decision: the same head with words that do not contradict, or the
same actor of the list; a surname alone is the person named before.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from warledger.scoring.muc_mentions import Mention
from warledger.scoring.muc_sentences import Told

ORGANISATIONS = ("group.", "force.", "body.", "state.", "media.")
# So many mentions are many; a first mention in a later sentence than this is late.
MANY, LATE = 4, 5


@dataclass
class Entity:
    """One thing that a report names, with all its phrases."""

    mentions: list[Mention]
    features: set[str] = field(default_factory=set)

    @property
    def sentences(self) -> list[int]:
        """The sentences that name it."""
        return [one.sentence for one in self.mentions]

    @property
    def folded(self) -> set[str]:
        """All wordings of all its phrases, as keys are compared."""
        return {wording.folded for one in self.mentions for wording in one.wordings}


def find_entities(mentions: list[Mention], told: Told) -> list[Entity]:
    """The entities of a report, by first mention."""
    found: list[Entity] = []
    by_noun: dict[str, list[Entity]] = {}
    for mention in mentions:
        if not mention.wordings:
            continue
        known = by_noun.setdefault(_key(mention), [])
        same = next((one for one in reversed(known) if _agree(one, mention)), None)
        if same is None:
            same = Entity([])
            known.append(same)
            found.append(same)
        same.mentions.append(mention)
    for entity in found:
        entity.features = _features(entity, told)
    return found


def _key(mention: Mention) -> str:
    listed = mention.actor is not None and mention.actor.startswith(ORGANISATIONS) and mention.sort == "group"
    return f"{mention.actor}" if listed else mention.noun


def _agree(entity: Entity, mention: Mention) -> bool:
    """Whether the words before the heads do not contradict: one has all that the other has."""
    if _key(mention) == mention.actor:
        return True
    return any(one.modifiers <= mention.modifiers or mention.modifiers <= one.modifiers for one in entity.mentions)


def _features(entity: Entity, told: Told) -> set[str]:
    found = {f"many:{min(MANY, len(entity.mentions))}", f"first:{min(LATE, entity.mentions[0].sentence)}"}
    for mention in entity.mentions:
        found |= mention.features
        found |= told.sentences[mention.sentence].features
        for way, index in (("<", mention.sentence - 1), (">", mention.sentence + 1)):
            if 0 <= index < len(told.sentences):
                found |= {f"{way}{one}" for one in told.sentences[index].features if one.startswith(("st:", "sl:"))}
    return found
