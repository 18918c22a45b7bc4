"""Layer 4, verbs, what came of an act, where the parse hangs it on the scene: "stormed the village as people prayed, killing nine".

In: a participle of harm. Out: the verb of the act whose outcome it tells. Decision: who only passes by, prays or sleeps when an act is
done did not do it; the scene is a clause of time without an act of violence, and the act the verb above it. Nor do those kill of whom
a clause with "who" tells, where "them" can be nobody else.
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
PLURALS = frozenset(("NNS", "NNPS"))
# Prepositions behind which stands whom somebody fights.
OPPOSED = frozenset(("with", "against", "on"))


def act_over_scene(participle: Token) -> Token | None:
    """The verb of the act over the scene on which a participle of harm hangs, None where it hangs on no scene."""
    if participle.tag_ != "VBG" or participle.lemma_ not in OUTCOMES:
        return None
    if (fight := _fight_with_them(participle)) is not None:
        return fight
    scene = participle.head
    while scene.dep_ in ("pcomp", "prep", "conj") and scene.pos_ in ("ADP", "VERB") and scene.tag_ != "VBD" and not _opens_scene(scene):
        scene = scene.head  # "passing by killing": the particle is taken for a preposition; "killing two and wounding"
    if scene.pos_ != "VERB" or _is_violent(scene.lemma_.lower()) or not _opens_scene(scene):
        return None
    return next((above for above in scene.ancestors if above.pos_ == "VERB" and above.i < scene.i), None)


def _fight_with_them(participle: Token) -> Token | None:
    """"clashed with gunmen who tried to enter, killing nine of them": the gunmen do not kill themselves, nor is there anybody else whom "them" may mean."""
    relative = next((above for above in participle.ancestors if above.dep_ == "relcl" or above.pos_ != "VERB"), participle)
    noun, first = relative.head, _first_participle(participle)
    over = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in OPPOSED else noun.head
    who = any(child.dep_ == "nsubj" and child.tag_ in ("WP", "WDT") for child in relative.children)
    if relative.dep_ != "relcl" or not who or noun.tag_ not in PLURALS or noun.dep_ not in ("dobj", "pobj") or over.pos_ != "VERB":
        return None
    others = any(word.tag_ in PLURALS for word in participle.doc[relative.i:first.i])
    return over if not others and any(_harms_them(verb) for verb in (first, *first.conjuncts)) else None


def _first_participle(participle: Token) -> Token:
    while participle.dep_ == "conj" and participle.head.tag_ == "VBG":
        participle = participle.head
    return participle


def _harms_them(verb: Token) -> bool:
    """"killing them", "killing dozens of them"."""
    harmed = [child for child in verb.children if child.dep_ == "dobj"]
    behind = [inner for child in harmed for of in child.children if of.lower_ == "of" for inner in of.children]
    return any(word.lower_ == "them" for word in (*harmed, *behind))


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
