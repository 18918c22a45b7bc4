"""Layer 3, a mention of an actor while it is being made: what is known of it so far.

In: nothing; this is the shape that the actor modules of this folder hand on. Out: ActorMention at the end. Decision:
drafts count in words of the report (TextWords); offsets and token heads are worked out once, when a draft is finished.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from warledger.actors.name_trie import Name
from warledger.claims.clauses.noun_phrases import Piece, TextWords
from warledger.claims.mentions import ActorMention
from warledger.lexicons.role_lexicon import RoleNoun
from warledger.model import Actor

# "Sudan Liberation Army (SLA) fighters".
BRACKETED = re.compile(r" \([\w.&-]+\)[ -](?=\w)")


@dataclass
class Draft:
    """Words first to last (inclusive) that name somebody.

    named_first: the phrase with its modifiers starts there. bare: a role noun without anything that tells whose it is.
    noun is the piece of the role noun; lead a lone modifier that may share the noun of the next conjunct, and
    before the modifiers before that lead.
    others: what else the name may stand for. members: the drafts that a word for several stands for ("the two sides").
    led: those whom somebody leads or backs, before a noun that is no actor ("US-led strikes").
    share: this draft is a modifier whose noun stands with the next conjunct ("Syrian and Russian war planes"); its name
    is then given in full. lone: a modifier that counts only where
    it shares a noun. attributive: it stands before a noun that is no actor ("the army shelling").
    """

    first: int
    last: int
    kind: str
    role: RoleNoun | None = None
    listed: Actor | None = None
    actor: str | None = None
    country: str | None = None
    sector: str | None = None
    backed_by: tuple[str, ...] = ()
    victims: str = "unknown"
    anonymous: bool = False
    plural: bool = False
    name: str | None = None
    form: str = ""
    determiner: str = ""
    bare: bool = False
    share: bool = False
    lone: bool = False
    attributive: bool = False
    possessive: bool = False
    definite: bool = False
    antecedent: Draft | None = None
    noun: Piece | None = None
    lead: Piece | None = None
    before: tuple[Piece, ...] = ()
    others: tuple[Name, ...] = ()
    members: tuple[Draft, ...] = ()
    led: bool = False

    def spoken(self, text: TextWords) -> str:
        """The words of the draft as they stand, without a possessive ending and an acronym in brackets between them."""
        return self.spoken_to(text, self)

    def spoken_to(self, text: TextWords, last: Draft) -> str:
        """The words from this draft to the end of another."""
        end = last.end(text)
        behind = text.doc[min(text.token[last.last] + 1, len(text.doc) - 1)]
        lost = behind.idx == end - 1 and behind.text == "s" and behind.tag_ == "POS"
        if last.possessive and not text.owner[last.last] and (lost or ((last.noun or last.listed) and text.text[end - 2 : end] == "ys")):
            end -= 1  # "Egypts raids", "the armys raids": the apostrophe was lost
        return " ".join(BRACKETED.sub(" ", text.text[text.items[self.first].start : end]).split())

    def end(self, text: TextWords) -> int:
        """The offset behind the last letter of the name."""
        return text.items[self.last].end - text.ending[self.last]

    def head(self, text: TextWords) -> int:
        """The token that the phrase hangs on in the parse: the one whose own head stands outside."""
        first, last = text.token[self.first], text.token[self.last]
        if first == last:
            return last
        doc = text.doc
        bracketed = self.noun is not None and any("(" in text.gap[i] for i in range(self.first, self.last))
        if (self.kind == "person" or self.role is not None) and not bracketed:
            return last
        for i in range(last, first - 1, -1):
            token = doc[i]
            if not first <= token.head.i <= last and token.dep_ not in ("punct", "case"):
                return i
        return last

    def mention(self, text: TextWords) -> ActorMention:
        """The finished mention."""
        start, end = text.items[self.first].start, self.end(text)
        antecedent = self.antecedent.head(text) if self.antecedent is not None else None
        return ActorMention(
            start, end, self.head(text), text.text[start:end], self.kind, self.name or self.spoken(text), self.actor,
            self.country, self.sector, self.backed_by, self.anonymous, self.victims, self.plural, self.definite, antecedent,
            tuple(member.head(text) for member in self.members),
        )
