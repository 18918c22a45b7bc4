"""Layer 2, mended: base forms of verbs where the parser's rules miss them, what verbs of saying hang on (coordination.py), what hangs
on "shot dead" (shot_dead.py), acts that open a sentence (opening_acts.py), whose an act was (claimed_acts.py) and who was
taken captive (taken_captive.py).

In: a Doc. Out: the same Doc with the lemma, and where it is wrong the tag or the head, of such verbs set right. Decision: this is done
once on the parse, since frames, places, voices and times all ask for lemmas.
"""

from __future__ import annotations

from warledger.claims.text.claimed_acts import mend_claimed_act
from warledger.claims.text.coordination import hang_on_teller
from warledger.claims.text.dictionary import base_of_past
from warledger.claims.text.opening_acts import mend_opening_act
from warledger.claims.text.shot_dead import mend_shot_dead
from warledger.claims.text.taken_captive import mend_taken_captive
from warledger.claims.text.tokens import Doc
from warledger.lexicons.grammar_lexicon import load_grammar

CUT = load_grammar().lemmas
# Nouns that are the past of a verb: with a subject of their own they are that verb ("the sniper shot on the crowd").
PASTS = load_grammar().past_nouns


def mend_lemmas(doc: Doc) -> None:
    """"Rebels retook it" is a past of "retake", which the parser takes for a present; "besieg" was cut too short; "shot" behind its subject is no noun."""
    for token in doc:
        mend_shot_dead(token)
        mend_opening_act(token)
        mend_claimed_act(token)
        mend_taken_captive(token)
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
        if token.dep_ in ("conj", "ccomp"):
            hang_on_teller(token)
