"""Layer 2, mended: base forms of verbs where the parser's rules miss them.

In: a Doc. Out: the same Doc with the lemma, and where it is wrong the tag, of such verbs set right. Decision: this is done
once on the parse, since frames, places, voices and times all ask for lemmas.
"""

from __future__ import annotations

from spacy.symbols import AUX, VERB
from spacy.tokens import Doc

from warledger.claims.text.dictionary import base_of_past
from warledger.lexicons.grammar_lexicon import load_grammar

CUT = load_grammar().lemmas


def mend_lemmas(doc: Doc) -> None:
    """"Rebels retook it" is a past of "retake", which the parser takes for a present; "besieg" was cut too short."""
    for token in doc:
        if token.pos not in (VERB, AUX):
            continue
        lemma = token.lemma_.lower()
        if lemma in CUT:
            token.lemma_ = CUT[lemma]
        elif token.tag_ == "VBP" and token.pos == VERB and lemma == token.lower_ and (base := base_of_past(lemma)) is not None:
            token.lemma_, token.tag_ = base, "VBD"
