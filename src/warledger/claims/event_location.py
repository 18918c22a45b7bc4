"""Layer 9, learned: which place that a sentence names is where one of its acts was.

In: a Reading, an act, the places of its sentence and which of them the rules of where.py take. Out: the place that is more
likely than not, if any. Decision: it sees the parse between act and place, the word that governs it and the sort of place,
never a name; what the rules say is a sign among others, and where it is sure of nothing they stand.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from warledger.claims.acts.frames import Match
from warledger.claims.mentions import PlaceMention
from warledger.claims.reading import Reading
from warledger.learned.linear import load_model

MODEL = "event-location"
# From this probability on a place is taken against the rules: more likely than not.
EVEN = 0.5
# Relations that open a clause or a phrase of its own between a place and an act.
TURNS = frozenset(("relcl", "acl", "advcl", "ccomp", "conj", "appos", "nsubj", "nsubjpass", "dobj", "poss", "parataxis", "compound", "amod",
                   "nmod"))
# Beyond so many steps of the parse, tokens or places, how many tells nothing more.
FARTHEST = 8


def likeliest(reading: Reading, act: Match, places: Sequence[PlaceMention], ruled: PlaceMention | None, own: bool) -> PlaceMention | None:
    """The place of the sentence where the act was more likely than not, None where there is none such.

    ruled is the rules' choice; own: it hangs on the act itself.
    """
    if not places or list(places) == [ruled]:
        return None
    model = load_model(MODEL)
    likely = [model.probability(location_features(reading, act, places, mention, ruled, own)) for mention in places]
    best = max(range(len(places)), key=lambda position: (likely[position], -position))
    return places[best] if likely[best] >= EVEN else None


def location_features(reading: Reading, act: Match, places: Sequence[PlaceMention], mention: PlaceMention,
                      ruled: PlaceMention | None, own: bool) -> list[str]:
    """What the model sees of one place."""
    token, trigger, type_ = reading.doc[mention.head], act.head, act.frame.type
    above, below = _path(token, reading.doc[trigger])
    turns = "|".join(step for step in above if step in TURNS)
    preposition, precision = str(mention.preposition), mention.place.precision
    actor = reading.actor_at(mention.head)
    rule = ("own" if own else "sentence") if mention is ruled else "none" if ruled is None else "other"
    governor = token.head.head if token.dep_ == "pobj" else token.head
    down, order = "/".join(below[:3]), "before" if mention.head < trigger else "behind"
    return [
        f"preposition={preposition}", f"precision={precision}", f"turns={turns}", f"down={down}", f"rule={rule}", f"order={order}",
        f"first={'/'.join(above[:2])}", f"steps={min(len(above), FARTHEST)}", f"deep={min(len(below), FARTHEST)}",
        f"far={min(abs(mention.head - trigger) // 4, FARTHEST)}", f"actor={actor.kind if actor is not None else ''}",
        f"definite={mention.definite}", f"relative={mention.relative}", f"holds={any(other.inside == mention.head for other in places)}",
        f"inside={mention.inside is not None}", f"type={type_}", f"places={min(len(places), 4)}", f"governor={'a name' if governor.pos_ == 'PROPN' else governor.lemma_.lower()}",
        f"number={places.index(mention)}", f"{preposition} {precision}", f"{preposition} {turns}", f"{turns}>{down}",
        f"{rule} {preposition}", f"{rule} {turns}", f"{rule} {precision}", f"{rule} {type_}", f"{order} {turns}",
    ]


def _path(token: Token, act: Token) -> tuple[list[str], list[str]]:
    """The relations from a place up to what it shares with an act, and from the act up to the same."""
    lines = [act, *act.ancestors]
    depth = {above.i: step for step, above in enumerate(lines)}
    above = []
    while token.i not in depth and token.head.i != token.i:
        above.append(f"prep:{token.lower_}" if token.dep_ == "prep" else token.dep_)
        token = token.head
    shared = depth.get(token.i, len(lines))
    return above, [step.dep_ for step in lines[:shared]]
