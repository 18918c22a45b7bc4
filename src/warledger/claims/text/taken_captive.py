"""Layer 2, mended: "took 12 soldiers captive", of which the parse makes one name: soldiers whom somebody took, and what they were then.

In: a token of the parse. Out: the same, as what the object of its verb became. Decision: only a word for a captive in the singular, without an
article of its own, right behind the noun of whoever a verb of taking or holding has for its object.
"""

from __future__ import annotations

from warledger.claims.text.tokens import Token

CAPTIVE = frozenset(("captive", "prisoner", "hostage"))
TAKING = frozenset(("take", "hold", "keep", "make"))
NOUNS = frozenset(("NOUN", "PROPN", "NUM"))


def mend_taken_captive(word: Token) -> None:
    """Set right what hangs on a word for a captive behind whoever was taken."""
    if word.lower_ not in CAPTIVE or word.i == word.sent.start or word.head.i > word.i:
        return
    taken = word.nbor(-1)
    verb = next((above for above in (taken, *word.ancestors) if above.pos_ == "VERB"), None)
    if verb is None or verb.lemma_ not in TAKING or verb.i > taken.i:
        return
    if taken is not verb and not _take_object(word, taken, verb):
        return
    word.hang_on(verb, "oprd")
    word.pos_, word.tag_ = "ADV", "RB"  # no noun any more, so that nobody's name runs into it


def _take_object(word: Token, taken: Token, verb: Token) -> bool:
    """Make the noun before a word for a captive the object of the verb, with what the parse hung on the word; False where it is none."""
    if taken.pos_ not in NOUNS or (taken.head is not word and (taken.dep_ != "dobj" or taken.head is not verb)):
        return False
    own = [child for child in word.lefts if child is not taken]
    taken.hang_on(verb, "dobj")
    for child in own:
        child.hang_on(taken, child.dep_)
    return True
