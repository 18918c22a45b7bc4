"""Layer 4, verbs: where a verb begins with its auxiliaries, and whether it is finite.

In: a verb. Out: its first word, whether it has a tense. Decision: by its tag and those of its auxiliaries.
"""

from __future__ import annotations

from warledger.claims.text.tokens import Token

FINITE = ("VBD", "VBZ", "VBP")
AUXILIARIES = frozenset(("aux", "auxpass", "neg"))
# Beside these a verb has its subject, or is one of saying, whose speaker is found among the voices.
TOLD = frozenset(("nsubj", "nsubjpass", "csubj", "expl", "mark", "ccomp"))


def begins(verb: Token, behind: int = -1) -> int:
    """The first of a verb's auxiliaries behind a token, the verb itself where it has none there."""
    return min((child.i for child in verb.children if child.dep_ in AUXILIARIES and child.i > behind), default=verb.i)


def has_finite(verb: Token) -> bool:
    """"was leaving", "will leave": a verb that has a tense, its own or that of its auxiliaries."""
    auxiliaries = [child.tag_ for child in verb.children if child.dep_ in ("aux", "auxpass")]
    return verb.tag_ in FINITE or any(tag in (*FINITE, "MD") for tag in auxiliaries)
