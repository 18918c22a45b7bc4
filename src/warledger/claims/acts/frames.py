"""Layer 5: from clauses to frames: which type of event a predicate with these arguments means.

In: a Reading with its clauses. Out: Matches, one per predicate that means something. Decision: a sense is told by what
fills the places of the clause and by its neighbours, both written in frames.yaml; the first entry whose conditions hold
is taken, longer wordings before shorter.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from warledger.claims.acts.frame_conditions import governed, holds
from warledger.claims.acts.idioms import is_idiom
from warledger.claims.acts.tellers import without_tellers
from warledger.claims.acts.turned_roles import turn_roles
from warledger.claims.clauses.mistaken_verbs import is_mistaken_verb
from warledger.claims.clauses.records import Clause
from warledger.claims.reading import Reading
from warledger.claims.text.tokens import Token
from warledger.lexicons.frame_lexicon import Frame, FrameLexicon
from warledger.lexicons.grammar_lexicon import load_grammar

OF_NO_EVENT = load_grammar().of_no_event
CARRIED = load_grammar().carried
NEVER_VERBS = load_grammar().never_verbs
# Nouns that before "of" and an act only gather it.
GATHERING = frozenset(("barrage", "wave", "volley", "series", "spate", "campaign"))
# "the number of victims" is a toll, though its last word alone names somebody.
COUNT = "number"
# Verbs that give an act a name.
NAMING = frozenset(("call", "name", "dub", "codename", "title", "christen"))


@dataclass
class Match:
    """A clause read by a frame. roles maps initiator, target, other and place to token heads; trigger to tokens."""

    frame: Frame
    clause: Clause
    trigger: tuple[int, ...]
    roles: dict[str, list[int]] = field(default_factory=dict)

    @property
    def head(self) -> int:
        """The predicate's token index."""
        return self.clause.head

    @property
    def carrier(self) -> int:
        """That of the verb which only carries an act told by its noun ("launched an attack"), else the predicate's own."""
        return self.clause.parent if self.clause.relation == "light" and self.clause.parent is not None else self.clause.head


def event_words(reading: Reading, lexicon: FrameLexicon) -> dict[int, tuple[int, int]]:
    """Which tokens head an event noun: head index to (first, last) token of the noun as the lexicon has it."""
    found: dict[int, tuple[int, int]] = {}
    lemmas = [_noun_lemma(token) for token in reading.doc]
    for token in reading.doc:
        if lemmas[token.i].rpartition("-")[2] not in lexicon.noun_heads or not _can_be_noun(token):
            continue
        for size in range(min(lexicon.longest_noun, token.i + 1), 0, -1):
            words = _as_listed(lemmas[token.i - size + 1:token.i + 1])
            if words in lexicon.by_noun and not reading.doc[token.i - size + 1].is_space:
                found[token.i] = (token.i - size + 1, token.i)
                break
    return {i: span for i, span in found.items() if (not _names_somebody(reading, i) or reading.lemma[span[0]] == COUNT) and not _is_inside_another(i, found, reading)
            and not _is_charge(reading, reading.doc[i])}


def _is_charge(reading: Reading, token: Token) -> bool:
    """"charged with murder", "two counts of assault": the name of a charge tells no act, unless it says of whom."""
    if "crime" not in reading.word_classes.of(token.lemma_.lower()):
        return False
    if any(child.lower_ in ("of", "on", "against") or child.dep_ in ("poss", "det") for child in token.children):
        return False
    above = [head for head in (token.head, token.head.head, token.head.head.head) if token.dep_ in ("pobj", "conj", "compound", "dobj")]
    return any("charging" in reading.word_classes.of(head.lemma_.lower()) for head in above)


def _tells_of_the_dead(token: Token) -> bool:
    """"left dozens of militants dead and wounded": no verb of its own, but a second fate of those who are told to be dead."""
    return token.tag_ == "VBN" and token.i > 1 and token.nbor(-1).dep_ == "cc" and token.nbor(-2).lower_ == "dead"


def _as_listed(lemmas: list[str]) -> tuple[str, ...]:
    """Lemmas as the lexicon lists a noun: hyphens apart."""
    if len(lemmas) == 1 and "-" not in lemmas[0] and lemmas[0].isalpha():
        return (lemmas[0],)
    return tuple(word for lemma in lemmas for word in lemma.replace("-", " ").split())


def _names_somebody(reading: Reading, i: int) -> bool:
    actor = reading.actor_at(i)
    if actor is not None and actor.kind == "person" and actor.actor is None and " " not in actor.text \
            and "munition" in reading.word_classes.of(_noun_lemma(reading.doc[i])):
        return False  # a headline's "Bomb" is a name to the parser
    return actor is not None and actor.kind != "unknown"


def _noun_lemma(token: Token) -> str:
    lemma, lower = token.lemma_.lower(), token.lower_
    if lower.endswith("ing") or lower in ("clashes", "attacks", "strikes", "raids", "airstrikes", "blasts", "bombings"):
        return lower[:-2] if lower == "clashes" else (lower[:-1] if lower.endswith("s") else lower)
    if lemma == lower and lower.endswith("s") and len(lower) > 4 and token.pos_ == "PROPN":
        return lower[:-1]  # a headline's "Strikes" is a name to the parser
    return lemma


def _can_be_noun(token: Token) -> bool:
    pos, dep = token.pos_, token.dep_
    if pos in ("NOUN", "PROPN"):
        return True
    before = token.nbor(-1) if token.i else None
    if token.tag_ == "VBG" and before is not None and (before.tag_ == "POS" or before.pos_ == "DET"):
        return True
    if is_mistaken_verb(token) or token.lower_ in NEVER_VERBS:
        return True
    return pos == "ADJ" and dep in ("nsubj", "pobj", "dobj", "ROOT", "nsubjpass", "advcl")


def _is_inside_another(i: int, found: dict[int, tuple[int, int]], reading: Reading) -> bool:
    """A modifier of another event noun ("suicide bombing attack") or a word inside its wording is none of its own."""
    token = reading.doc[i]
    if any(first <= i < last for head, (first, last) in found.items() if head != i):
        return True
    if i + 1 < len(reading.doc) and token.nbor(1).text == "-":
        return True  # "war-battered"
    if token.dep_ == "compound" and 0 < token.head.i - i <= 3 and token.head.pos_ == "NOUN" and token.head.lemma_ not in CARRIED:
        return True  # "war monitor", "combat mission", "car bomb explosion": the head is what is meant
    if token.lemma_.lower() in GATHERING and any(inner.i in found for child in token.children if child.lower_ == "of" for inner in child.children):
        return True  # "a barrage of air strikes"
    if any(child.dep_ == "compound" and "ailment" in reading.word_classes.of(child.lower_) for child in token.children):
        return True  # "a heart attack"
    name = token.head if token.dep_ == "compound" else token
    if name.dep_ == "oprd" and name.head.dep_ == "acl" and name.head.lemma_ in NAMING and name.head.head.i in found:
        return True  # "the offensive called Operation Eagle": the name of the act before it
    if token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lemma_.lower() in OF_NO_EVENT:
        return True  # "prisoners of war"
    if token.lemma_.lower() == "control" and token.dep_ == "pobj" and token.head.lower_ in ("from", "of", "outside"):
        return True  # "captured from government control", "out of control": what is left is held no more
    first = token.first_of_list if token.dep_ == "conj" and token.nbor(-1).dep_ == "cc" else token  # "artillery and missile bombardment"
    return first.dep_ in ("compound", "amod", "nmod") and first.head.i in found and 0 < first.head.i - i <= 3


def absorbed_nouns(reading: Reading) -> dict[int, int]:
    """Nouns that only modify the event noun behind them where the parser hung it on them: noun index to event index."""
    found = {}
    for head in reading.event_words:
        token = reading.doc[head]
        if token.pos_ not in ("NOUN", "PROPN") and is_mistaken_verb(token):
            before = token.nbor(-1)
            found[before.i if before.dep_ in ("pobj", "nsubj", "nsubjpass") else before.head.i] = head
    return found


def match_frames(reading: Reading, lexicon: FrameLexicon, extra: Iterable[tuple[Clause, Frame, tuple[int, ...]]]) -> list[Match]:
    """All matches of a reading, in text order; extra are the clauses of fixed phrases with their frames."""
    taken: set[int] = set()
    found: list[Match] = []
    for clause, frame, trigger in extra:
        match = _fits(reading, clause, frame, trigger, "phrase")
        if match is not None and not taken & set(trigger):
            found += [] if frame.tells_nothing else [match]
            taken.update(trigger)
    for head, clause in reading.nouns.items():
        first, last = reading.event_words[head]
        words = _as_listed([_noun_lemma(token) for token in reading.doc[first:last + 1]])
        options = lexicon.by_noun[words]
        _take(reading, clause, options, tuple(range(first, last + 1)), "noun", found, taken)
    for head, clause in reading.verbs.items():
        if head in reading.event_words or _tells_of_the_dead(reading.doc[head]):
            continue
        if is_idiom(reading, clause):
            continue
        for variant in sorted(clause.variants, key=lambda words: -len(words.split())):
            if _dates_only(reading, clause, variant):
                continue
            trigger = _verb_trigger(reading, head, variant)
            if _take(reading, clause, lexicon.by_verb.get(variant, []), trigger, "verb", found, taken):
                break
    return sorted(_standing(reading, found), key=lambda match: match.head)


def _standing(reading: Reading, found: list[Match]) -> list[Match]:
    """Without the readiness to do what has a frame of its own, and without the event nouns that another act is about."""
    heads = {head for match in found for head in (match.head, match.carrier)}  # "preparing to launch an attack"
    kept = [match for match in found if not (match.frame.yields and governed(reading, match.head) & heads)]
    themes = {filler for match in kept for slot in match.frame.about for head in match.clause.at(slot) for filler in reading.fillers(head)}
    return [match for match in kept if match.clause.kind != "noun" or match.head not in themes or _is_counted(reading, match)]


def _is_counted(reading: Reading, match: Match) -> bool:
    """"acknowledged the deaths of 35 civilians in its raids": an outcome with its figure is told as such."""
    return match.frame.result and any(reading.quantity_by_head.get(head) for head in match.roles["target"])


def _dates_only(reading: Reading, clause: Clause, variant: str) -> bool:
    """"fired his minister on Sunday" is not "fired on": the preposition tells a time."""
    _, _, preposition = variant.partition(" ")
    heads = clause.at(preposition) if preposition in ("on", "in", "at") else []
    return bool(heads) and all(head in reading.time_tokens for head in heads)


def _take(reading: Reading, clause: Clause, options: list[Frame], trigger: tuple[int, ...], kind: str,
          found: list[Match], taken: set[int]) -> bool:
    if taken & set(trigger):
        return False
    for frame in options:
        match = _fits(reading, clause, frame, trigger, kind)
        if match is not None:
            found += [] if frame.tells_nothing else [match]
            taken.update(trigger)
            return True
    return False


def _verb_trigger(reading: Reading, head: int, variant: str) -> tuple[int, ...]:
    more = variant.split()[1:]
    if not more:
        return (head,)
    tokens = [head, *(child.i for child in reading.doc[head].children if child.lower_ in more)]
    return tuple(sorted(tokens))


def _fits(reading: Reading, clause: Clause, frame: Frame, trigger: tuple[int, ...], kind: str) -> Match | None:
    match = Match(frame, clause, trigger)
    for role in ("initiator", "target", "other", "place"):
        match.roles[role] = [head for head in _fill(reading, clause, frame.slots(role, kind)) if head not in trigger]
    match.roles["target"] = without_tellers(reading, match.roles["target"])
    if kind == "noun" and frame.type == "ASSAULT" and not match.roles["initiator"]:
        sides = _fill(reading, clause, ("between",))
        match.roles["initiator"] = sides if sum(reading.actor_at(i) is not None for i in sides) > 1 else []  # "shelling between A and B"
    turn_roles(reading, match, lambda: _fill(reading, clause, ("of",)))
    return match if holds(reading, frame, clause, match.roles) else None


def _fill(reading: Reading, clause: Clause, slots: tuple[str, ...]) -> list[int]:
    heads: list[int] = []
    for slot in slots:
        for head in clause.at(slot):
            own = slot in ("mod", "poss") and reading.doc[head].tag_ != "PRP$"  # whoever stands before an event noun is not that noun
            fillers = reading.beside(head) if own else reading.fillers(head)
            heads.extend(filler for filler in fillers if filler not in heads and filler != clause.head
                         and filler not in reading.time_tokens)
    return heads
