"""Layer 9, learned: which place that a sentence names is where one of its acts was, if any.

In: a Reading, an act, the places of its sentence and what the rules of where.py say. Out: the place, None where none of them is
likely. Decision: from LIKELY on the likeliest is taken, against the rules too; below, the rules stand. What they take is given up
where it is most unlikely and the report tells no other place: a place carried over from elsewhere is right less often still. The
only place of a sentence, which hangs on the act itself, is not doubted. place_signs.py says what is seen.
"""

from __future__ import annotations

from collections.abc import Sequence

from warledger.claims.acts.frames import Match
from warledger.claims.mentions import PlaceMention
from warledger.claims.not_there import acts, may_be_event_place
from warledger.claims.place_signs import Ruling, Sight, location_features
from warledger.claims.reading import Reading
from warledger.learned.linear import load_model

MODEL = "event-location"
# By five-fold trial on the sentences trained on: lower takes wrong places for acts that tell none, higher leaves right ones.
LIKELY = 0.4
# Against what hangs on the act itself, or what the rules would not have, a place must be likelier than not.
AGAINST = 0.5
CERTAIN = 1.0
WIDE = ("region", "country")
# Where people left for another place the rules know whence and whither; what was learned tells of attacks.
SETTLED = frozenset({"DISPLACEMENT"})
# Of places under this seven in ten are wrong, and so is what the rules take there.
DOUBTFUL = 0.3


def judged(reading: Reading, act: Match, places: Sequence[PlaceMention], ruling: Ruling, alone: bool) -> PlaceMention | None:
    """The place of the sentence where the act was, None where it tells none.

    alone: the report tells no place outside the sentence.
    """
    if not places or act.frame.type in SETTLED or (ruling.own and list(places) == [ruling.place]):
        return ruling.place
    model = load_model(MODEL)
    likely = [model.probability(location_features(Sight(reading, act, places, mention, ruling))) for mention in places]
    able = [position for position, mention in enumerate(places) if likely[position] >= _needed(reading, mention, ruling)]
    if able:
        return places[max(able, key=lambda position: (likely[position], -position))]
    best = max(range(len(places)), key=lambda position: (likely[position], -position))
    if not any(mention is ruling.place and chance < DOUBTFUL for mention, chance in zip(places, likely, strict=True)):
        return ruling.place
    if likely[best] >= LIKELY and may_be_event_place(reading, places[best]):
        return places[best]  # "hit Nyala in Sudan": not the land that the rules took for it
    return None if alone else ruling.place


def _needed(reading: Reading, mention: PlaceMention, ruling: Ruling) -> float:
    """How likely a place must be to be taken: more where the rules have another, or would not have it."""
    token = reading.doc[mention.head]
    if (mention.definite and mention.place.precision in WIDE) or (token.dep_ == "nsubj" and acts(reading, token)):
        return CERTAIN  # "the area" that stands for a region tells less than what was told before; "Ankara hit" is somebody
    refused = mention is not ruling.place and not may_be_event_place(reading, mention)
    return AGAINST if ruling.own or refused else LIKELY
