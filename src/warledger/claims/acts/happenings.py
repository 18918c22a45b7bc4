"""Layer 5 to 9: what belongs to one happening within a sentence.

In: the Matches of a Reading. Out: Happenings, each one act with its outcome: "an attack that killed 5", "hit forces in a
counter-attack, killing 13", "were killed in a car bomb blast" are one each. Decision: an outcome (`result: true` in
frames.yaml) goes to the act that the parse ties it to; a general word goes to the more telling one.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from spacy.tokens import Token

from warledger.claims.acts.frames import Match
from warledger.claims.clauses.records import Argument
from warledger.claims.reading import Reading, is_partitive
from warledger.claims.retelling.answers import answer_over
from warledger.lexicons.grammar_lexicon import load_grammar

CAUSE_PREPOSITIONS = load_grammar().cause_prepositions
LATER = load_grammar().later_prepositions
MEANS = load_grammar().means_prepositions
APART = load_grammar().apart
# Words that open another happening between an outcome and an act.
APART_WORDS = frozenset(("but", "while", "whereas", "meanwhile", "elsewhere", "separately", "earlier"))
# Words before what is added to an outcome told before: "in addition to", "besides".
ADDING = frozenset(("addition", "besides"))
JOINING_RELATIONS = frozenset(("advcl", "acl", "conj", "xcomp", "relcl", "ccomp", "pcomp", "dep", "parataxis", "prep"))


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
            if role == "initiator" and heads and not (part.frame.both_sides or part.frame.type == "AGREE"):
                continue
            heads.extend(head for head in part.roles.get(role, ()) if head not in heads)
        return heads


def find_happenings(reading: Reading, matches: list[Match]) -> list[Happening]:
    """The happenings of a reading, by the place of their main trigger."""
    by_head = {match.head: match for match in matches}
    carriers = {match.clause.parent: match for match in matches if match.clause.relation == "light" and match.clause.parent is not None}
    by_head = {**carriers, **by_head}  # what hangs on the verb that carries an event noun hangs on the event
    groups = _Groups(matches)
    for match in matches:
        for other in _tied(reading, match, by_head):
            if _may_join(reading, match, other):
                groups.join(match.head, other.head)
    found = []
    own = {match.head: match for match in matches}
    for heads in groups.sets():
        members = [own[head] for head in sorted(heads)]
        main = min(members, key=_rank)
        found.append(Happening(main, [member for member in members if member is not main]))
    return sorted(found, key=lambda item: item.main.head)


def _rank(match: Match) -> tuple[int, int, int, int]:
    """Lower is the better name of the act: acts before outcomes, telling words before general ones."""
    return (int(match.frame.result) - 2 * int(match.frame.type == "THREATEN"), int(match.frame.stance == "historical"), int(match.frame.general), match.head)


def _tied(reading: Reading, match: Match, by_head: dict[int, Match]) -> list[Match]:
    """Matches that the parse ties to this one."""
    token = reading.doc[match.head]
    tied = [by_head[head] for slot in ("subject", "object", "complement") for head in _events_at(reading, match, slot, by_head)]
    for argument in _by_cause(match):
        if argument.slot in CAUSE_PREPOSITIONS:
            heads = reading.fillers(argument.head)
            if not any(i in by_head for i in heads):  # "during the past days in a bombardment": the cause hangs on the time
                heads = [inner.i for child in reading.doc[argument.head].children if child.dep_ == "prep"
                         for inner in child.children if inner.dep_ == "pobj"]
            later = argument.slot in LATER and (tied or _is_days_after(reading, argument.head))
            tied.extend(by_head[i] for i in heads if i in by_head and not later)
    if match.frame.result and not tied:  # "killed 34 militants in air strikes": the parse may hang the cause on the victims
        tied.extend(by_head[i] for head in match.clause.at("object") for victim in reading.fillers(head)
                    for child in reading.doc[victim].children if child.dep_ == "prep" and child.lower_ in ("in", "during", "by")
                    for inner in child.children if inner.dep_ == "pobj" for i in reading.fillers(inner.i) if i in by_head)
    if match.frame.result and match.clause.kind == "noun" and match.clause.parent in reading.verbs:
        # "the strikes caused no casualties": the outcome is the object, the act the subject of one verb
        tied.extend(by_head[i] for head in reading.verbs[match.clause.parent].at("subject")
                    for i in reading.fillers(head) if i in by_head)
    tied.extend(_used_by(token, match, by_head))
    tied.extend(_added_to(reading, match, by_head))
    if match.frame.type == "AGREE" and token.dep_ in ("compound", "nmod", "amod") and token.head.i in by_head:
        tied.append(by_head[token.head.i])  # "the \"cessation of hostilities\" deal" is one agreement
    above = _above(token, by_head, match.frame.result)
    if above is not None and token.dep_ in JOINING_RELATIONS:
        tied.append(by_head[above.i])
    bare = match.clause.kind == "noun" and not match.roles["initiator"] and not match.roles["target"] and match.frame.stance is None
    if match.frame.type == "ASSAULT" and (not tied or all(other.frame.result for other in tied)) and (match.frame.result or bare):
        tied.extend(_only_act(reading, match, by_head))
    return [other for other in tied if other.head != match.head]


def _used_by(token: Token, match: Match, by_head: dict[int, Match]) -> list[Match]:
    """"killed 12 people with barrel bombs": the act that a weapon or raid named behind "with" was the means of."""
    if match.clause.kind != "noun" or match.roles["initiator"]:
        return []
    while token.dep_ == "conj" or (token.dep_ == "pobj" and token.head.lower_ == "of" and is_partitive(token.head.head)):
        # "with tens of shells and rockets"
        token = token.head if token.dep_ == "conj" else token.head.head
    if token.dep_ != "pobj" or token.head.lower_ not in MEANS:
        return []
    return [by_head[above.i] for above in token.head.ancestors if above.i in by_head][:1]


def _added_to(reading: Reading, match: Match, by_head: dict[int, Match]) -> list[Match]:
    """"leaving 14 dead in addition to 50 injured", "with dozens more wounded": the outcome told before it in the sentence."""
    token = reading.doc[match.head]
    if not match.frame.result or not any(above.lower_ in ADDING for above in token.ancestors):
        return []
    sentence = token.sent.start
    return [other for head, other in sorted(by_head.items()) if sentence <= head < match.head and other.frame.result][-1:]


def _verb_over(reading: Reading, head: int) -> int | None:
    """The verb that a token is, or that it stands under."""
    return next((token.i for token in _upwards(reading.doc[head]) if token.i in reading.verbs and token.i not in reading.event_words), None)


def _is_days_after(reading: Reading, head: int) -> bool:
    """"two days after the strike": what follows by a stretch of time is another happening."""
    return any(child.dep_ == "npadvmod" for child in reading.doc[head].head.children)


def _by_cause(match: Match) -> list[Argument]:
    """The arguments of a match, those that only follow in time last."""
    return sorted(match.clause.arguments, key=lambda argument: argument.slot in LATER)


def _only_act(reading: Reading, match: Match, by_head: dict[int, Match]) -> list[Match]:
    """The act of the sentence that an outcome or a means goes to which the parse ties to none.

    "2 killed in shelling" in a headline has but one; "killing four" goes to the act told last before it.
    """
    sentence = reading.doc[match.head].sent
    inside = {other.head: other for other in by_head.values() if sentence.start <= other.head < sentence.end}
    acts = [other for other in inside.values() if not other.frame.result
            and other.frame.type == "ASSAULT" and other.frame.stance is None and other is not match]
    if match.frame.result and len(acts) > 1 and _trails(reading, match):
        acts = sorted((act for act in acts if act.head < match.head), key=lambda act: act.head)[-1:]
    if len(acts) != 1 or (match.frame.result and not _may_be_one_side(reading, match, acts[0])):
        return []
    over = _verb_over(reading, match.head)
    named = acts[0].frame.general or _is_means(reading, match)
    if not match.frame.result and (not named or over != _verb_over(reading, acts[0].head)):
        return []
    low, high = sorted((match.head, acts[0].head))
    apart = any(reading.doc[i].lower_ in APART_WORDS or reading.doc[i].text == ";" for i in range(low, high))
    return [] if apart else acts


def _trails(reading: Reading, match: Match) -> bool:
    """"..., killing four", "causing the death of two": an outcome in a participle behind what brought it about."""
    verb = _verb_over(reading, match.head)
    return verb is not None and reading.doc[verb].tag_ == "VBG"


def _is_means(reading: Reading, match: Match) -> bool:
    """Whether a match is a weapon named ("rocket shells", "two cluster bombs"): it is the means of the act that names it."""
    return match.clause.kind == "noun" and "munition" in reading.word_classes.of(reading.doc[match.head].lemma_.lower())


def _may_be_one_side(reading: Reading, match: Match, act: Match) -> bool:
    """Whether those named as doing an outcome may be those who did the act."""
    sides = [{actor.name for head in one.roles["initiator"] if (actor := reading.actor_at(head)) is not None} for one in (match, act)]
    return not sides[0] or not sides[1] or bool(sides[0] & sides[1])


def _events_at(reading: Reading, match: Match, slot: str, by_head: dict[int, Match]) -> list[int]:
    return [i for head in match.clause.at(slot) for i in reading.fillers(head) if i in by_head]


def _above(token: Token, by_head: dict[int, Match], climbs: bool) -> Token | None:
    """The match that a token hangs on; an outcome ("injuring four") may hang there through nouns."""
    head = token
    while head.head.i != head.i:
        head = head.head
        if head.i in by_head:
            return head
        if head.pos_ in ("ADP", "SCONJ"):
            continue
        loose = token.tag_ == "VBG" or token.dep_ == "relcl"
        if not climbs or not loose or head.pos_ not in ("NOUN", "PROPN", "NUM"):
            return None
    return None


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
        return match.frame.general or other.frame.general
    return "noun" in (match.clause.kind, other.clause.kind) or match.frame.general or other.frame.general


def _is_apart(reading: Reading, match: Match, other: Match) -> bool:
    """"15 were killed while six others died nearby", "comes two days after jets hit": another time or scene opens between."""
    above_one, above_two = _upwards(reading.doc[match.head]), _upwards(reading.doc[other.head])
    shared = {token.i for token in above_one} & {token.i for token in above_two}
    if _is_told_first(reading, match, other) or _is_told_first(reading, other, match):
        return True
    for token in (*above_one, *above_two):
        if token.i in shared or token.dep_ != "advcl":
            continue
        marks = {child.lower_ for child in token.children if child.dep_ == "mark"}
        if marks & APART and any(child.dep_ in ("nsubj", "nsubjpass") for child in token.children):
            return True
    return False


def _is_told_first(reading: Reading, outcome: Match, act: Match) -> bool:
    """"killed hundreds of tribesmen and attacked minorities": an outcome coordinated before an act is not of it."""
    if not outcome.frame.result or act.frame.result or not act.clause.kind == outcome.clause.kind == "verb":
        return False
    if reading.doc[outcome.head].dep_ == "conj" and not _may_be_one_side(reading, outcome, act):
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
