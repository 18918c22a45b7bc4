"""Layer 8: whether a thing is said to have happened: stance, negation, condition.

In: a Reading, a Happening and its Voice. Out: a Stance. Decision: tense, modality, governing words, conditions and the
voice are weighed together, once, here; a threat of violence by the side that would act is a claim of type THREATEN and
no event.
"""

from __future__ import annotations

from dataclasses import dataclass

from warledger.claims.acts.frames import Match
from warledger.claims.acts.happenings import Happening
from warledger.claims.clauses.records import Clause
from warledger.claims.governing import GIVEN, GoverningReader
from warledger.claims.reading import Reading
from warledger.claims.text.tokens import Token
from warledger.claims.voices.chains import Voice
from warledger.lexicons.denial_lexicon import load_denials
from warledger.lexicons.speech_lexicon import SpeechLexicon, StanceLexicon

CONDITIONS = frozenset(("if", "unless", "whether", "lest", "should", "until"))
VIOLENT = frozenset(("ASSAULT", "TERRITORY", "RETREAT", "COERCE"))
# By these a clause tells what must be first, and modals of what comes then.
AWAITING = frozenset(("once", "after", "when"))
TO_COME = frozenset(("will", "shall", "'ll", "would", "can", "could", "may"))
RANKS = frozenset(("first", "second", "third", "last", "latest", "only", "next"))
# How many governors above a predicate are looked at.
REACH = 4


@dataclass(frozen=True)
class Stance:
    """How a happening is said. condition is the head of the clause that states the terms of a threat."""

    stance: str
    negated: bool = False
    threat: bool = False
    condition: int | None = None
    is_condition: bool = False


class StanceReader:
    """Reads the stance of happenings of one report."""

    def __init__(self, reading: Reading, speech: SpeechLexicon, words: StanceLexicon) -> None:
        self._reading, self._speech, self._words = reading, speech, words
        self._governing = GoverningReader(reading, speech, words)

    def read(self, happening: Happening, voice: Voice) -> Stance:
        """The stance of a happening in its voice."""
        match = self._leading(happening)
        clause = match.clause
        if match.frame.stance is not None and match.frame.stance != "historical":
            return Stance(match.frame.stance, clause.negated, condition=self._terms_of(match.head))
        if self._opens_condition(match.head, clause):
            return Stance("hypothetical", is_condition=True)
        governed, negated = self._governing.governed(match)
        condition = self._condition_below(match.head)
        if self._is_threat(happening, governed, condition, voice):
            return Stance("threatened", False, True, condition)
        if voice.stance is not None:
            return Stance(voice.stance, voice.stance == "denied")  # a denial says that it did not happen
        if self._is_called_false(match.head):
            return Stance("denied", True)
        if clause.question:
            return Stance("hypothetical")
        if governed == "asserted" and (self._is_yet_to_be(match.head) or self._is_purpose(match.head, match.frame.type) or self._is_to_be_done(match)
                                       or self._is_awaited(match.head)):
            governed = "planned"
        if negated and match.frame.result and match is not happening.main:
            negated = clause.negated and not self._governing.no_one(match)  # "nobody was killed in the strike": there was a strike
        wars = match.frame.stance == "historical" or happening.main.frame.stance == "historical"
        stance = "historical" if wars and governed == "asserted" else governed
        return Stance(stance, negated)

    def _is_called_false(self, head: int) -> bool:
        """"reports of a strike are false", "rejected claims of an attack", "called the reports of a raid a lie"."""
        token = self._reading.doc[head].head
        denials = load_denials()
        if token.dep_ != "prep" or token.head.lemma_.lower() not in denials.tellings:
            return False
        report = token.head
        verb = self._reading.verbs.get(report.head.i)
        if verb is None:
            return False
        words = {child.lemma_.lower() for slot in ("complement", "object", "as") for i in verb.at(slot)
                 for child in [self._reading.doc[i]]}
        words |= {child.lemma_.lower() for child in report.head.children if child.dep_ in ("oprd", "acomp", "attr", "ccomp")}
        return bool(words & self._speech.falsehoods) or verb.predicate in denials.rejecting

    def _is_motion(self, verb: Token) -> bool:
        """"crossed the river to escape", "tried to board a bus to flee": who so moves is fleeing."""
        moving = (verb, *(child for child in verb.children if child.dep_ == "xcomp"))
        return any(one.lemma_.lower() in self._words.moving for one in moving)

    def _is_yet_to_be(self, head: int) -> bool:
        """"the assault has yet to begin", "troops have yet to enter the town"."""
        token = self._reading.doc[head]
        above = token.head if token.dep_ in ("nsubj", "nsubjpass", "xcomp") else token
        return above.lemma_ == "have" and above.i != head and any(child.lower_ == "yet" for child in above.children) \
            and any(child.dep_ == "xcomp" for child in above.children)

    def _is_purpose(self, head: int, happening_type: str = "") -> bool:
        """"in an effort to recapture", "sent troops to seize": an aim, not a deed. Who tries or manages to, does."""
        token = self._reading.doc[head]
        while token.dep_ == "conj" and token.tag_ == "VB" and not any(child.dep_ == "aux" for child in token.children):
            token = token.head  # "to reclaim the sites and expel the rebels"
        auxiliaries = {child.lower_ for child in token.children if child.dep_ == "aux"}
        if token.head.i in self._reading.time_tokens:
            return False  # "have been trying for months to surround it"
        told = token.head.lemma_.lower() in load_denials().tellings  # "their claim to have seized the base" tells a deed
        done = token.head.lemma_.lower() in self._words.attempts or (happening_type == "DISPLACEMENT" and self._is_motion(token.head))
        return "to" in auxiliaries and "have" not in auxiliaries and not told and not done and not _is_ranked(token.head) \
            and (token.dep_ in ("acl", "advcl", "relcl") or (token.dep_ == "xcomp" and self._is_for(token)))

    def _is_for(self, aim: Token) -> bool:
        """"fighting to push them out", "began an operation to retake it", "an offensive launched to break the siege"."""
        verb = aim.head
        acts = self._reading.event_words
        begun = any(child.dep_ == "dobj" and child.i in acts and child.i < aim.i for child in verb.children)
        return begun or verb.lemma_.lower() in self._words.striving or (verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.head.i in acts)

    def _is_to_be_done(self, match: Match) -> bool:
        """"gathered weapons to launch attacks": an act whose verb is an aim; "the attack" that is carried on has been."""
        clause, token = match.clause, self._reading.doc[match.head]
        if clause.kind != "noun" or clause.relation != "light" or match.frame.type != "ASSAULT" or not clause.at("subject"):
            return False
        known = any(child.dep_ in ("det", "poss") and child.lower_ not in ("a", "an", "any") for child in token.children)
        known = known or (clause.parent is not None and self._reading.doc[clause.parent].lemma_.lower() in self._words.ending)
        return not known and clause.parent is not None and self._is_purpose(clause.parent)

    def _is_awaited(self, head: int) -> bool:
        """"once the rebels have left the army will enter": what is to be before something that is to come."""
        token = self._reading.doc[head]
        soon = token.head.lower_ == "soon"
        opened = soon or any(child.lower_ in AWAITING and child.i < head for child in token.children if child.dep_ in ("mark", "advmod"))
        present = token.tag_ in ("VBZ", "VBP") or any(child.tag_ in ("VBZ", "VBP") for child in token.children if child.dep_ in ("aux", "auxpass"))
        if token.dep_ != "advcl" or not opened or not present:
            return False
        over = next((above for above in token.ancestors if above.i in self._reading.verbs), None)
        return over is not None and self._reading.verbs[over.i].modal in TO_COME

    def _leading(self, happening: Happening) -> Match:
        """The match whose mood counts: the verb that carries the happening, else its main noun."""
        verbs = [match for match in happening.matches if match.clause.kind == "verb"]
        plain = [match for match in verbs if self._reading.doc[match.head].dep_ not in ("advcl", "acl", "pcomp")]
        return (plain or [happening.main])[0] if happening.main.clause.kind != "verb" else happening.main

    def _is_given(self, head: int) -> bool:
        """"whether the raid was Russian", "if these raids were a mistake": what it was is in question, not that it was."""
        token = self._reading.doc[head]
        return token.dep_ == "nsubj" and token.head.lemma_ == "be" and token.pos_ == "NOUN" and any(
            child.dep_ == "det" and child.lower_ in GIVEN for child in token.children)

    def _opens_condition(self, head: int, clause: Clause) -> bool:
        if self._is_given(head):
            return False
        if clause.mark in CONDITIONS - {"until"}:
            return True
        verb = self._verb_over(head)
        token = self._reading.doc[head]
        if token.dep_ == "xcomp" and token.head.i in self._reading.verbs:  # "if the town were to fall"
            verb = self._reading.verbs[token.head.i]
        return verb is not None and verb.mark in CONDITIONS - {"until"}

    def _verb_over(self, head: int) -> Clause | None:
        token = self._reading.doc[head]
        for _ in range(REACH):
            if token.i in self._reading.verbs:
                return self._reading.verbs[token.i]
            if token.dep_ == "ROOT":
                return None
            token = token.head
        return None

    def _condition_below(self, head: int) -> int | None:
        verb = self._verb_over(head)
        if verb is None:
            return None
        for child in self._reading.doc[verb.head].children:
            below = self._reading.verbs.get(child.i)
            if child.dep_ in ("advcl", "ccomp") and below is not None and below.mark in ("unless", "if", "until"):
                return child.i
        return None

    def _terms_of(self, head: int) -> int | None:
        """"gave them until Friday to withdraw": the infinitive is the condition; what is threatened or vowed is none."""
        children = self._reading.doc[head].children
        below = next((child.i for child in children if child.dep_ in ("xcomp", "ccomp", "advcl") and child.pos_ == "VERB"), None)
        verb = self._reading.verbs.get(head)
        if below is None or verb is None or self._words.of(*verb.variants) is None:
            return below
        return self._condition_below(below) or self._condition_below(head)

    def _is_threat(self, happening: Happening, governed: str, condition: int | None, voice: Voice) -> bool:
        """"A said A would drive back B unless ...", "vowed to strike": the one who speaks says that he will act."""
        if happening.main.frame.type not in VIOLENT or governed not in ("planned", "hypothetical", "threatened"):
            return False
        if governed == "threatened":
            return True
        actors = [self._reading.actor_at(head) for head in happening.role("initiator")]
        if not voice.speakers:
            return False
        speaker = voice.speakers[-1]
        same = any(actor is not None and (actor.name == speaker.name or (actor.country and actor.country == speaker.country))
                   for actor in actors)
        same = same or any(self._reading.doc[head].lower_ in ("we", "i") for head in happening.role("initiator"))
        if happening.main.clause.negated or (happening.main.frame.type == "RETREAT" and condition is None):
            return False  # "they said they would free the hostages", "that they would never use gas": a promise
        modal = happening.main.clause.modal or ""
        cue = self._reading.verbs.get(voice.cue) if voice.cue is not None else None
        if cue is not None and cue.predicate in ("warn", "threaten", "vow") and condition is not None and modal in ("will", "would"):
            return True
        return same and (condition is not None or modal in ("will", "would", "shall"))


def _is_ranked(noun: Token) -> bool:
    """"the first city to fall", "the latest to be shelled": what is told of one by its rank is a deed."""
    return any(word.lower_ in RANKS or word.tag_ == "JJS" for word in (noun, *noun.children))
