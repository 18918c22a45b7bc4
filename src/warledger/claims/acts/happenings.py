"""Layer 5 to 9: what belongs to one happening within a sentence.

In: the Matches of a Reading. Out: Happenings, each one act with its outcome: "an attack that killed 5", "hit forces in a
counter-attack, killing 13", "were killed in a car bomb blast" are one each. Decision: an outcome (`result: true` in
frames.yaml) goes to the act that the parse ties it to; a general word goes to the more telling one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from warledger.claims.acts.frames import Match
from warledger.claims.acts.ties import KILLING, may_be_one_side, tied_to, used_in
from warledger.claims.acts.told_apart import goes_on_to, is_delayed, is_timed_by
from warledger.claims.reading import Reading
from warledger.claims.retelling.answers import answer_over
from warledger.claims.text.tokens import Token
from warledger.lexicons.grammar_lexicon import load_grammar

APART = load_grammar().apart
# Of them those that may set two fates of one act side by side.
BESIDE = frozenset(("while", "whereas"))


@dataclass
class Happening:
    """One act of one sentence: its main match and those that tell more of it."""

    main: Match
    parts: list[Match] = field(default_factory=list)

    @property
    def matches(self) -> list[Match]:
        """The main match first, then the others in text order."""
        return [self.main, *self.parts]

    def role(self, role: str) -> list[int]:
        """The heads that fill a role: the main match's, and those of the parts that add to it."""
        heads = list(self.main.roles.get(role, ()))
        for part in self.parts:
            beside = part.clause.kind == "noun" and part.clause.relation == "conj" and not part.frame.result  # "a rebel raid and army fire killed nine"
            if role == "initiator" and heads and not (beside or part.frame.both_sides or part.frame.type == "AGREE"):
                continue
            own = part.roles.get(role, ())
            if role == "initiator" and beside and self.main.frame.both_sides and own and all(self.main.head < head < part.head for head in own):
                continue  # "in clashes and Turkish air strikes": who strikes is no side of the clashes
            heads.extend(head for head in part.roles.get(role, ()) if head not in heads)
        return heads


def find_happenings(reading: Reading, matches: list[Match]) -> list[Happening]:
    """The happenings of a reading, by the place of their main trigger."""
    by_head = {match.head: match for match in matches}
    carriers = {match.clause.parent: match for match in matches if match.clause.relation == "light" and match.clause.parent is not None}
    by_head = {**carriers, **by_head}  # what hangs on the verb that carries an event noun hangs on the event
    groups = _Groups(matches)
    for match in matches:
        for other in tied_to(reading, match, by_head):
            if _may_join(reading, match, other):
                groups.join(match.head, other.head)
    found = []
    own = {match.head: match for match in matches}
    for heads in groups.sets():
        found.append(_told_by(reading, [own[head] for head in sorted(heads)]))
    return sorted(found, key=lambda item: item.main.head)


def joined(happenings: Sequence[Happening]) -> Happening:
    """One happening of several that tell one act, by the name of the one that tells who did it or whom it hit; of one, itself."""
    main = min((happening.main for happening in happenings), key=lambda match: (match.frame.result, not (match.roles["initiator"] or match.roles["target"]), *_rank(match)))
    others = (match for happening in happenings for match in happening.matches if match is not main)
    return Happening(main, sorted(others, key=lambda match: match.head))


def _told_by(reading: Reading, members: list[Match]) -> Happening:
    """The happening that some matches in text order tell."""
    main = min(members, key=_rank)
    main = next((member for member in members if not member.frame.general and used_in(reading.doc[main.head], {member.head: member})), main)  # "used bombs in the raid"
    return Happening(main, [member for member in members if member is not main])


def _rank(match: Match) -> tuple[int, int, int, int]:
    """Lower is the better name of the act: acts before outcomes, telling words before general ones."""
    return (int(match.frame.result) - 2 * int(match.frame.type == "THREATEN"), int(match.frame.stance == "historical"), int(match.frame.general), match.head)


def _may_join(reading: Reading, match: Match, other: Match) -> bool:
    """Whether two tied matches tell of one act."""
    if _is_apart(reading, match, other) or answer_over(reading, match.head) != answer_over(reading, other.head):
        return False
    if "THREATEN" in (match.frame.type, other.frame.type):
        return _is_threatened(reading, match, other) or _is_threatened(reading, other, match)
    if match.frame.type == other.frame.type == "AGREE":
        return True  # "signed a ceasefire deal" is one agreement
    if match.frame.type != "ASSAULT" or other.frame.type != "ASSAULT":
        return match.frame.type == other.frame.type and match.frame.name == other.frame.name and _same_mode_pair(match, other)
    if match.clause.negated != other.clause.negated and not (match.frame.result or other.frame.result):
        return False
    if match.frame.stance == "historical" or other.frame.stance == "historical":
        return match.frame.result or other.frame.result or (match.frame.both_sides and other.frame.both_sides)
    if match.frame.result and other.frame.result:
        return True
    if match.frame.result or other.frame.result:
        return not _crosses_speech(reading, match, other)
    if match.clause.kind == "noun" and other.clause.kind == "noun":
        killing = KILLING in (match.frame.name, other.frame.name) and "conj" not in (reading.doc[match.head].dep_, reading.doc[other.head].dep_)
        used = any(used_in(reading.doc[one.head], {two.head: two}) for one, two in ((match, other), (other, match)))
        return match.frame.general or other.frame.general or killing or used or _is_by_killing(reading, match, other)
    return "noun" in (match.clause.kind, other.clause.kind) or match.frame.general or other.frame.general


def _is_by_killing(reading: Reading, match: Match, other: Match) -> bool:
    """"the killing of six in bombings and raids": each of several acts of one killing."""
    act = reading.doc[other.head]
    return match.frame.name == KILLING and act.dep_ == "conj" and act.head.i != match.head and match.head < act.head.i


def _is_apart(reading: Reading, match: Match, other: Match) -> bool:
    """"15 were killed while six others died nearby", "comes two days after jets hit": another time or scene opens between."""
    above_one, above_two = _upwards(reading.doc[match.head]), _upwards(reading.doc[other.head])
    shared = {token.i for token in above_one} & {token.i for token in above_two}
    if is_told_first(reading, match, other) or is_told_first(reading, other, match):
        return True
    if is_delayed(reading, match) != is_delayed(reading, other):
        return True
    if not (match.frame.result or other.frame.result) and any(apart(reading, one, two) for apart in (goes_on_to, is_timed_by)
                                                             for one, two in ((match, other), (other, match))):
        return True
    for token in (*above_one, *above_two):
        if token.i in shared or token.dep_ != "advcl":
            continue
        marks = {child.lower_ for child in token.children if child.dep_ == "mark"}
        if marks & APART and any(child.dep_ in ("nsubj", "nsubjpass") for child in token.children):
            return not (marks & BESIDE and _share_scene(token, match, other))
    return False


def _share_scene(second: Token, match: Match, other: Match) -> bool:
    """"one man was killed while ten were injured in rocket fire": two fates, of which the first has neither cause, place nor time of its own."""
    fates = [set(one.frame.tally.values()) for one in (match, other)]
    if not (match.frame.result and other.frame.result) or fates[0] & fates[1] or second.head.i not in (match.head, other.head):
        return False
    return not any(child.dep_ in ("prep", "agent", "npadvmod") or (child.dep_ == "advcl" and child.i != second.i) for child in second.head.children)


def is_told_first(reading: Reading, outcome: Match, act: Match) -> bool:
    """"killed hundreds of tribesmen and attacked minorities": an outcome coordinated before an act is not of it."""
    if not outcome.frame.result or act.frame.result or not act.clause.kind == outcome.clause.kind == "verb":
        return False
    if reading.doc[outcome.head].dep_ == "conj" and not may_be_one_side(reading, outcome, act):
        return True  # "the army bombed the town but rebels killed four"
    token = reading.doc[act.head]
    while token.dep_ == "conj" and token.head.i > outcome.head:
        token = token.head
    return token.dep_ == "conj" and token.head.i == outcome.head and bool(act.clause.at("object")) and bool(outcome.clause.at("object"))


def _upwards(token: Token) -> list[Token]:
    return [token, *token.ancestors]


def _is_threatened(reading: Reading, threat: Match, act: Match) -> bool:
    """"threatened to attack": the act is what is threatened, no claim of its own."""
    token = reading.doc[act.head]
    return threat.frame.type == "THREATEN" and token.dep_ in ("xcomp", "ccomp") and token.head.i == threat.head


def _same_mode_pair(match: Match, other: Match) -> bool:
    return "noun" in (match.clause.kind, other.clause.kind) or match.clause.kind == "phrase"


def _crosses_speech(reading: Reading, match: Match, other: Match) -> bool:
    """An outcome told by somebody of an act that somebody else tells is not the same sentence's act."""
    low, high = sorted((match.head, other.head))
    return reading.doc[low].sent.start != reading.doc[high].sent.start


class _Groups:
    """Union by the smallest head, so that the order of joins does not matter."""

    def __init__(self, matches: list[Match]) -> None:
        self._root = {match.head: match.head for match in matches}

    def _find(self, head: int) -> int:
        while self._root[head] != head:
            head = self._root[head]
        return head

    def join(self, one: int, other: int) -> None:
        low, high = sorted((self._find(one), self._find(other)))
        self._root[high] = low

    def sets(self) -> list[set[int]]:
        found: dict[int, set[int]] = defaultdict(set)
        for head in self._root:
            found[self._find(head)].add(head)
        return [found[root] for root in sorted(found)]
