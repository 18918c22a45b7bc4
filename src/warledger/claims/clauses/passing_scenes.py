"""Layer 4, verbs, what came of an act, where the parse hangs it on the scene: "stormed the village as people prayed, killing nine".

In: a participle of harm. Out: the verb of the act whose outcome it tells. Decision: who only passes by, prays or sleeps when an act is
done did not do it; the scene is a clause of time without an act of violence, and the act the verb above it.
"""

from __future__ import annotations

import functools

from warledger.claims.text.tokens import Token
from warledger.lexicons.frame_lexicon import load_frames
from warledger.lexicons.grammar_lexicon import load_grammar

OUTCOMES = load_grammar().outcomes
# By these a clause tells at what time something was done.
AT_TIME = frozenset(("as", "when", "while", "where"))
VIOLENT = "ASSAULT"


def act_over_scene(participle: Token) -> Token | None:
    """The verb of the act over the scene on which a participle of harm hangs, None where it hangs on no scene."""
    if participle.tag_ != "VBG" or participle.lemma_ not in OUTCOMES:
        return None
    scene = participle.head
    while scene.dep_ in ("pcomp", "prep", "conj") and scene.pos_ in ("ADP", "VERB") and scene.tag_ != "VBD" and not _opens_scene(scene):
        scene = scene.head  # "passing by killing": the particle is taken for a preposition; "killing two and wounding"
    if scene.pos_ != "VERB" or _is_violent(scene.lemma_.lower()) or not _opens_scene(scene):
        return None
    return next((above for above in scene.ancestors if above.pos_ == "VERB" and above.i < scene.i), None)


def _opens_scene(verb: Token) -> bool:
    """"as a patrol was passing", "when a convoy travelled": by its conjunction, or by one that the parse takes for a preposition."""
    own = any(child.lower_ in AT_TIME and child.dep_ in ("mark", "advmod") for child in verb.children)
    noun = verb.head if verb.dep_ == "acl" else verb
    behind = noun.dep_ in ("pcomp", "pobj") and noun.head.lower_ in ("as", "when")
    told = any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children) or verb.dep_ == "acl"
    return told and ((own and verb.dep_ in ("advcl", "relcl")) or behind)


@functools.cache
def _is_violent(lemma: str) -> bool:
    return any(frame.type == VIOLENT for frame in load_frames().by_verb.get(lemma, ()))
