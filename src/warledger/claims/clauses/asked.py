"""Layer 4, verbs, whom somebody wants to do what an infinitive tells: "called on X to stop the raids", "pressure on X to end its siege".

In: an infinitive. Out: the token behind "on" that is asked. Decision: whoever calls or presses does not do what he calls for; a
finite verb between the asking and the infinitive parts the two.
"""

from __future__ import annotations

from spacy.tokens import Token

# Verbs and nouns of asking whose "on" stands before who is asked.
ASKING = frozenset(("call", "pressure", "prevail", "lean"))
ON = frozenset(("on", "upon"))
FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
# How far before its infinitive somebody is asked, in words.
REACH = 15


def asked_before(infinitive: Token) -> Token | None:
    """Who is asked to do what an infinitive tells, None where nobody is."""
    if infinitive.tag_ != "VB" or not any(child.lower_ == "to" and child.dep_ == "aux" for child in infinitive.children):
        return None
    for word in reversed(infinitive.doc[max(infinitive.sent.start, infinitive.i - REACH):infinitive.i]):
        if word.tag_ in FINITE and word.lemma_ not in ASKING:
            return None
        if word.lower_ in ON and word.head.lemma_.lower() in ASKING:
            return next((child for child in word.children if child.dep_ == "pobj"), None)
    return None
