"""Layer 2, mended: base forms of verbs where the parser's rules miss them, what verbs of saying hang on (coordination.py), what hangs
on "shot dead" (shot_dead.py), acts that open a sentence (opening_acts.py), whose an act was (claimed_acts.py), who was
taken captive (taken_captive.py), what lay in which direction (bearings.py), where a second clause begins (joined_clauses.py), two
allies with their names (allied_names.py), clauses that tell when (scene_clauses.py), participles of weapons (lost_participles.py), the names of places behind
their nouns (named_places.py), nouns told of by a participle (telling_participles.py), in what state somebody or something was left (left_so.py), lists of things (listed_things.py),
and whose an act is that somebody has foiled (active_agents.py).

In: a Doc. Out: the same Doc with the lemma, and where it is wrong the tag or the head, of such verbs set right. Decision: this is done
once on the parse, since frames, places, voices and times all ask for lemmas.
"""

from __future__ import annotations

from warledger.claims.text.active_agents import mend_active_agent
from warledger.claims.text.added_parties import mend_added_party
from warledger.claims.text.allied_names import mend_allied_names
from warledger.claims.text.bearings import mend_bearing
from warledger.claims.text.claimed_acts import mend_claimed_act
from warledger.claims.text.coordination import hang_on_finite, hang_on_teller
from warledger.claims.text.dictionary import base_of_past
from warledger.claims.text.joined_clauses import mend_joined_clause, mend_listed_subject
from warledger.claims.text.left_so import mend_left_dead, mend_left_wrecked
from warledger.claims.text.listed_things import mend_listed_thing
from warledger.claims.text.lost_participles import mend_lost_participle
from warledger.claims.text.named_places import mend_named_place
from warledger.claims.text.opening_acts import mend_opening_act
from warledger.claims.text.scene_clauses import mend_joint_scene, mend_scene_clause
from warledger.claims.text.shot_dead import mend_shot_dead
from warledger.claims.text.taken_captive import mend_taken_captive
from warledger.claims.text.telling_participles import mend_telling_participle
from warledger.claims.text.tokens import Doc, Token
from warledger.lexicons.grammar_lexicon import load_grammar
from warledger.lexicons.unit_lexicon import load_units

CUT = load_grammar().lemmas
# Nouns that are the past of a verb: with a subject of their own they are that verb ("the sniper shot on the crowd").
PASTS = load_grammar().past_nouns
# A headline's verb and a plural noun.
HURTS = "wounds"
# What opens a count, beside a number.
OPENINGS = load_grammar().counting | {"dozens", "scores", "hundreds", "several", "at", "over", "more", "about", "some"}


def _counts_hurt(token: Token) -> bool:
    """"kills two soldiers, wounds three": a verb by the count behind it; not "treated for wounds two days later"."""
    if token.pos_ != "NOUN" or token.i + 2 >= token.sent.end or any(child.i < token.i and child.dep_ != "cc" for child in token.children):
        return False
    after, next_ = token.nbor(1), token.nbor(2)
    counts = after.tag_ == "CD" or after.lower_ in OPENINGS
    return counts and token.dep_ in ("conj", "dep", "appos", "ROOT") and load_units().unit_of(next_.text) != "time"


def _make_verb_of_hurt(token: Token) -> None:
    """Set the tag and, where it hangs on those whom the verb before killed, the head of "wounds" and of those whom it counts."""
    token.pos_, token.tag_, token.lemma_ = "VERB", "VBZ", "wound"
    noun, verb = token.head, token.head.head
    if token.dep_ == "conj" and noun.dep_ == "dobj" and verb.pos_ == "VERB":
        for child in [child for child in noun.children if child.i > token.i]:
            child.hang_on(token, "dobj")
        token.hang_on(verb, "conj")


def mend_lemmas(doc: Doc) -> None:
    """"Rebels retook it" is a past of "retake", which the parser takes for a present; "besieg" was cut too short; "shot" behind its subject is no noun."""
    for token in doc:
        if token.lower_ == HURTS and _counts_hurt(token):
            _make_verb_of_hurt(token)
            continue
        mend_shot_dead(token)
        mend_left_dead(token)
        mend_opening_act(token)
        mend_claimed_act(token)
        mend_taken_captive(token)
        mend_bearing(token)
        mend_allied_names(token)
        mend_active_agent(token)
        mend_added_party(token)
        mend_named_place(token)
        mend_telling_participle(token)
        mend_listed_thing(token)
        if token.pos_ == "NOUN" and token.lower_ in PASTS and any(child.dep_ == "nsubj" for child in token.lefts):
            token.pos_, token.tag_, token.lemma_ = "VERB", "VBD", PASTS[token.lower_]
            continue
        if token.pos_ not in ("VERB", "AUX"):
            continue
        lemma = token.lemma_.lower()
        if lemma in CUT:
            token.lemma_ = CUT[lemma]
        elif token.tag_ == "VBP" and token.pos_ == "VERB" and lemma == token.lower_ and (base := base_of_past(lemma)) is not None:
            token.lemma_, token.tag_ = base, "VBD"
        mend_joined_clause(token)
        mend_listed_subject(token)
        mend_lost_participle(token)
        mend_left_wrecked(token)
        mend_scene_clause(token)
        mend_joint_scene(token)
        if token.dep_ in ("conj", "ccomp"):
            hang_on_finite(token)
            hang_on_teller(token)
