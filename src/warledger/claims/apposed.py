"""Names in apposition: whether a name that ends one phrase and a noun behind its comma are two in a list.

In: one or two tokens of the parse, a comma between them. Out: whether the first only names somebody told before it, or is told of by the second; what explains a name.
Decision: a list that has no "and" and whose last is the subject of a verb is none ("killed a journalist, Omar Haddad, the army said"), and who
is the object of one verb is not described by the subject of another ("killed Omar Haddad, his family said").
"""

from __future__ import annotations

from warledger.claims.text.tokens import Token

# Participles before the name of a noun.
CALLED = frozenset(("named", "called", "dubbed"))
# Words before those of whom somebody told of mostly consists.
NARROWING = frozenset(("mainly", "mostly", "largely", "chiefly", "primarily", "especially", "particularly", "notably", "predominantly"))


def only_names(name: Token, behind: Token) -> bool:
    """Whether a name ends the phrase before a comma ("after the capture of the town by M23, its people fled"), and who stands behind does what the next verb tells."""
    joined = any(token.dep_ == "cc" for token in name.doc[name.i + 1:behind.i])
    return name.dep_ in ("appos", "pobj", "dobj") and behind.dep_ == "nsubj" and not joined and not behind.is_ancestor(name)


def is_told_of(name: Token, teller: Token) -> bool:
    """Whether a name belongs to one verb and the noun behind its comma is the subject of the next."""
    suffers = name.dep_ in ("dobj", "pobj", "nsubjpass", "appos") and not teller.is_ancestor(name)
    return suffers and teller.dep_ == "nsubj" and teller.right_edge.i + 1 == teller.head.i


def names_behind(token: Token) -> list[Token]:
    """What stands in apposition to a noun; "X attacked troops, mainly fighters of Y": the parse may hang on the subject what is told of the object."""
    subject = token.dep_ == "nsubj" and any(child.dep_ == "dobj" for child in token.head.children)
    return called(token) + [child for child in token.children if child.dep_ == "appos" and not (
        subject and token.i < token.head.i < child.i and any(word.lower_ in NARROWING for word in child.children))]


def called(noun: Token) -> list[Token]:
    """"a grouping named the Army of X", "an outfit called the Y": by what name a noun is called."""
    return [name for told in noun.children if told.dep_ == "acl" and told.lower_ in CALLED for name in told.children if name.dep_ == "oprd" and name.pos_ == "PROPN"]


def explained_by(name: Token) -> list[Token]:
    """"Tamrat, an area south of Mosul": the nouns by which a name is explained to who does not know it."""
    behind = [child for child in name.children if child.dep_ == "appos" and child.i > name.i] if name.pos_ == "PROPN" else []
    return [noun for noun in behind if noun.left_edge.lower_ in ("a", "an") and noun.pos_ in ("NOUN", "ADV", "ADJ")]
