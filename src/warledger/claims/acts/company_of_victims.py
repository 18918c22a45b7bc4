"""Layer 9, whose company somebody is: "destroyed a truck along with the militants inside it" tells of those who were hit.

In: a verb of the parse with its frame, and what is told behind "along with" or "together with". Out: whether it keeps company with what the verb hit, not
with whoever did it. Decision: right behind the object of a verb that destroys or harms it does, where it is of no country or side by name; so it
does wherever it is told to be in or of that object.
"""

from __future__ import annotations

from warledger.claims.acts.lone_victims import HARMED
from warledger.claims.reading import Reading
from warledger.claims.text.tokens import Token

DESTROYING = "destroy"
# What tells of somebody that he is on the side of whoever acts.
ALLIED = frozenset(("allied", "friendly", "supporting", "other"))
# Where those are who are hit with a thing, and the pronouns by which it is told again.
INSIDE = frozenset(("inside", "in", "aboard", "within"))
AGAIN = frozenset(("it", "them"))


def is_with_object(reading: Reading, verb: Token, company: Token) -> bool:
    """Whether somebody behind a word of company is beside the object of a verb."""
    frame = reading.acts.get(verb.i)
    objects = [child for child in verb.children if child.dep_ in ("dobj", "nsubjpass") and child.i < company.i]
    if frame is None or frame.type != "ASSAULT" or not objects:
        return False
    if any(child.lower_ in INSIDE and (not list(child.children) or any(inner.lower_ in AGAIN for inner in child.children)) for child in company.children):
        return True
    actor = reading.actor_at(company.i)
    named = (actor is not None and actor.actor is not None) or any(word.text[0].isupper() for word in (company, *company.lefts))
    allied = any(child.lower_ in ALLIED for child in company.children)
    harms = frame.name.startswith(DESTROYING) or bool(HARMED.intersection(frame.tally.values()))
    return harms and not named and not allied and objects[-1].dep_ == "dobj" and _is_right_behind(objects[-1], company)


def _is_right_behind(noun: Token, company: Token) -> bool:
    """Whether only the words of company stand between an object and somebody."""
    return company.left_edge.i - noun.right_edge.i <= 3 and company.left_edge.i > noun.right_edge.i
