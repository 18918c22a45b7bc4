"""Layer 10, whom a sentence names that may do or suffer its acts.

In: the claims of a Reading. Out: for each claim the candidates of its own sentence, each with the role that the rules gave it.
Decision: whoever the finders found, and whatever a claim of the report holds as a party ("the convoy"); other sentences are not
looked at, since what they lend is decided by stated rules.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from warledger.claims.mentions import ActorMention
from warledger.claims.reading import Reading
from warledger.claims.text.tokens import Span, Token
from warledger.claims.triggers import trigger_tokens
from warledger.model import Claim
from warledger.model.codebook import CORE_TYPES

DOER, TARGET, BESIDE = "initiator", "target", "other"
ROLES = (DOER, TARGET, BESIDE)
# The parts that the model tells apart, by their number; the third role is none of them.
PARTS = {"": 0, DOER: 1, TARGET: 2}
# More parties than these a sentence hardly names; those nearest to the act are kept.
MOST = 24


@dataclass(frozen=True)
class Candidate:
    """Somebody, or something held as a party, named in the sentence of an act.

    role is what the rules gave: initiator, target, other or "". speaks: the claim is this one's word. elsewhere are the roles in
    other claims of the report. distance counts tokens from the act, negative before it; path is the way through the parse.
    """

    start: int
    end: int
    head: int
    text: str
    mention: ActorMention | None
    role: str
    speaks: bool
    elsewhere: tuple[str, ...]
    distance: int
    path: str

    @property
    def name(self) -> str:
        """The name by which the claim would hold it."""
        return self.mention.name if self.mention is not None else self.text

    @property
    def key(self) -> str:
        """What two mentions of one party share."""
        return (self.mention.actor if self.mention is not None else None) or self.name


@dataclass(frozen=True)
class Act:
    """A claim with its trigger's head and the candidates of its sentence, nearest first behind those who have a role."""

    claim: Claim
    trigger: Token
    trigger_span: tuple[int, int]
    candidates: tuple[Candidate, ...]

    @property
    def sentence(self) -> Span:
        """The sentence of the act."""
        return self.trigger.sent

    @functools.cached_property
    def keys(self) -> dict[str, frozenset[str]]:
        """Who did it and who suffered it by the rules, by role."""
        return {role: frozenset(one.key for one in self.candidates if one.role == role) for role in (DOER, TARGET)}


@dataclass(frozen=True)
class Named:
    """Words of a sentence that name a party, with the mention that they are or, of "their", stand for."""

    start: int
    end: int
    head: int
    mention: ActorMention | None


def acts_of(reading: Reading, claims: Sequence[Claim]) -> list[Act]:
    """One for each claim of a core type whose sentence names somebody, in their order."""
    roles = [_roles(claim) for claim in claims]
    held: dict[tuple[int, int], list[int]] = {}
    for k, spans in enumerate(roles):
        for span in spans:
            held.setdefault(span, []).append(k)
    by_sentence = _named(reading, held)
    acts = []
    for k, claim in enumerate(claims):
        tokens = trigger_tokens(reading, claim)
        passage = claim.passage("trigger")
        if tokens is None or passage is None or claim.type not in CORE_TYPES:
            continue
        here = by_sentence.get(tokens.root.sent.start)
        if not here:
            continue
        spoken = {(item.start, item.end) for item in claim.passages if item.field == "speaker"}
        found = []
        for named in here:
            span = (named.start, named.end)
            elsewhere = {roles[other][span] for other in held.get(span, ()) if other != k} & {DOER, TARGET}
            found.append(_candidate(reading, tokens.root, named, roles[k].get(span, ""), span in spoken, tuple(sorted(elsewhere))))
        found.sort(key=lambda one: (one.role == "", abs(one.distance), one.start, one.end))
        acts.append(Act(claim, tokens.root, (passage.start, passage.end), tuple(found[:MOST])))
    return acts


def _roles(claim: Claim) -> dict[tuple[int, int], str]:
    found: dict[tuple[int, int], str] = {}
    for passage in claim.passages:
        if passage.field in ROLES:
            found.setdefault((passage.start, passage.end), passage.field)
    return found


def _named(reading: Reading, held: Iterable[tuple[int, int]]) -> dict[int, list[Named]]:
    """Whoever was found, and whatever a claim holds as a party, by the first token of the sentence, in text order."""
    # "Bomb kills 18": what opens a headline with a capital and names an act is no person
    mentions = {(mention.start, mention.end): mention for mention in reading.actors if mention.kind != "person" or mention.head not in reading.event_words}
    found: dict[int, list[Named]] = {}
    for start, end in sorted({*mentions, *held}):
        touched = reading.doc.char_span(start, end, alignment_mode="expand") if end > start else None
        if not touched:
            continue
        root, mention = touched.root, mentions.get((start, end))
        if mention is None and root.tag_ == "PRP$":
            named = Named(start, end, root.i, reading.actor_at(root.i))
        else:
            named = Named(start, end, mention.head if mention is not None else root.i, mention)
        found.setdefault(touched[0].sent.start, []).append(named)
    return found


def _candidate(reading: Reading, trigger: Token, named: Named, role: str, speaks: bool, elsewhere: tuple[str, ...]) -> Candidate:
    return Candidate(named.start, named.end, named.head, reading.report.text[named.start:named.end], named.mention, role, speaks, elsewhere,
                     named.head - trigger.i, path_between(trigger, reading.doc[named.head]))


def path_between(act: Token, party: Token) -> str:
    """The way through the parse, up from the act to what holds both, and down to the party: "conj^VERB>nsubj"."""
    chain = (party, *party.ancestors)
    above = {token.i: k for k, token in enumerate(chain)}
    up, meeting = [], act
    while meeting.i not in above:
        if meeting.head.i == meeting.i:
            return "apart"
        up.append(_edge(meeting))
        meeting = meeting.head
    down = [_edge(token) for token in reversed(chain[:above[meeting.i]])]
    return f"{'<'.join(up)}^{meeting.pos_}>{'>'.join(down)}"


def _edge(token: Token) -> str:
    return f"{token.dep_}:{token.lower_}" if token.pos_ == "ADP" else token.dep_
