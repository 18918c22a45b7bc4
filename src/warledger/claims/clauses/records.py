"""Layer 4, the records: predicate and arguments that no longer care about wording.

In: nothing; these are the shapes that clause_builder makes and that frames, voices and stance read.
Decision: arguments are token indices of the parse, so that every other layer's mention is one look-up away.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Argument:
    """One filled place. slot is subject, object, complement, poss, mod, time or a preposition; head a token index."""

    slot: str
    head: int
    implied: bool = False


@dataclass
class Clause:
    """One predicate with its arguments.

    head is the token index of the predicate; predicate its lemma, with particle or preposition in `variants` ("carry
    out"). kind is verb, noun or adjective. tense is past, present, future or none. modal is None or the word that
    governs it (a modal or a governing verb's lemma). parent is the head of the clause that it hangs on, by relation
    (ccomp, xcomp, advcl, acl, relcl, conj, pcomp). mark is the conjunction that opens it ("if", "unless", "after").
    """

    head: int
    predicate: str
    kind: str
    variants: tuple[str, ...] = ()
    passive: bool = False
    tense: str = "none"
    negated: bool = False
    modal: str | None = None
    mark: str | None = None
    question: bool = False
    parent: int | None = None
    relation: str | None = None
    arguments: list[Argument] = field(default_factory=list)

    def at(self, slot: str) -> list[int]:
        """The heads that fill a slot, in text order."""
        heads = [argument.head for argument in self.arguments if argument.slot == slot]
        return heads if len(heads) < 2 else sorted(set(heads))

    def first(self, slot: str) -> int | None:
        """The first head that fills a slot, None where it is empty."""
        heads = self.at(slot)
        return heads[0] if heads else None
