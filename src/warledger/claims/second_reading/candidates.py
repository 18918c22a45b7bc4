"""Layer 10, whom a sentence names that may do or suffer its acts.

In: the claims of a Reading. Out: for each claim the candidates of its own sentence, each with the role that the rules gave it.
Decision: whoever the finders found, and whatever a claim of the report holds as a party ("the convoy"); other sentences are not
looked at, since what they lend is decided by stated rules.
"""

from __future__ import annotations

from collections.abc import Sequence
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


def acts_of(reading: Reading, claims: Sequence[Claim]) -> list[Act]:
    """One for each claim of a core type whose sentence names somebody, in their order."""
    roles = [_roles(claim) for claim in claims]
    named = {(mention.start, mention.end): mention for mention in reading.actors}
    spans = sorted({*named, *(span for one in roles for span in one)})
    by_sentence: dict[int, list[tuple[int, int]]] = {}
    for span in spans:
        touched = reading.tokens_of(*span)
        if touched:
            by_sentence.setdefault(reading.doc[touched.start].sent.start, []).append(span)
    acts = []
    for k, claim in enumerate(claims):
        tokens = trigger_tokens(reading, claim)
        passage = claim.passage("trigger")
        if tokens is None or passage is None or claim.type not in CORE_TYPES:
            continue
        here = by_sentence.get(tokens.root.sent.start)
        if not here:
            continue
        elsewhere = {span: _elsewhere(roles, k, span) for span in here}
        found = [_candidate(reading, claim, tokens.root, roles[k], named.get(span), span, elsewhere[span]) for span in here]
        found.sort(key=lambda one: (one.role == "", abs(one.distance), one.start, one.end))
        acts.append(Act(claim, tokens.root, (passage.start, passage.end), tuple(found[:MOST])))
    return acts


def _roles(claim: Claim) -> dict[tuple[int, int], str]:
    found: dict[tuple[int, int], str] = {}
    for passage in claim.passages:
        if passage.field in ROLES:
            found.setdefault((passage.start, passage.end), passage.field)
    return found


def _elsewhere(roles: Sequence[dict[tuple[int, int], str]], own: int, span: tuple[int, int]) -> tuple[str, ...]:
    return tuple(sorted({one[span] for k, one in enumerate(roles) if k != own and one.get(span) in (DOER, TARGET)}))


def _candidate(reading: Reading, claim: Claim, trigger: Token, roles: dict[tuple[int, int], str], mention: ActorMention | None,
               span: tuple[int, int], elsewhere: tuple[str, ...]) -> Candidate:
    start, end = span
    touched = reading.doc.char_span(start, end, alignment_mode="expand")
    root = touched.root if touched is not None else trigger
    if mention is None and root.tag_ == "PRP$":
        mention = reading.actor_at(root.i)
        head = root.i
    else:
        head = mention.head if mention is not None else root.i
    speaks = any(item.field == "speaker" and (item.start, item.end) == span for item in claim.passages)
    return Candidate(start, end, head, reading.report.text[start:end], mention, roles.get(span, ""), speaks, elsewhere,
                     head - trigger.i, path_between(trigger, reading.doc[head]))


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
