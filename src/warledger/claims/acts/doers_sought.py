"""Layer 9, who stands where doers stand and is none, or not alone: "which planes carried it out", "told AFP ..., killing nine", "in their raids".

In: a Reading, and a happening or the heads that fill the initiator's place. Out: the heads that did not do it; the heads with those who
did. Decision: who is asked for is not known; who only tells of an act did not do it; "their" beside a verb of help is who is helped.
"""

from __future__ import annotations

from collections.abc import Sequence

from warledger.claims.acts.companions import FIGHTING
from warledger.claims.acts.happenings import Happening
from warledger.claims.reading import Reading
from warledger.claims.text.tokens import Token
from warledger.lexicons.company_lexicon import load_company
from warledger.lexicons.speech_lexicon import load_speech

# Words that ask for somebody right before his noun, and what may stand between the two.
ASKING = frozenset(("which", "what", "whose"))
BETWEEN = frozenset(("ADJ", "NOUN", "PROPN", "PART"))


def without_part(reading: Reading, happening: Happening) -> set[int]:
    """The heads of those who are only asked for, or only tell of the act."""
    places = [(match, head) for match in happening.matches for head in match.roles.get("initiator", ())]
    return {head for match, head in places if _is_asked_for(reading.doc[head]) or _tells_outcome(reading.doc[match.head])}


def _is_asked_for(doer: Token) -> bool:
    """"unclear which aircraft did it", "did not say which country's planes": nobody knows whose; "rebels, whose planes" are known."""
    i = doer.i - 1
    while i > doer.sent.start and doer.doc[i].pos_ in BETWEEN and doer.doc[i].lower_ not in ASKING:
        i -= 1
    word = doer.doc[max(i, 0)]
    asking = word.lower_ in ASKING and (word.lower_ != "what" or word.dep_ == "det" or _stands_before(word))
    return word.i < doer.i and asking and doer.pos_ in ("NOUN", "PROPN") and doer.head.dep_ != "relcl"


def _stands_before(what: Token) -> bool:
    """"what planes flew the raid": not an object, as the verb has another; "what rebels call a raid" has none."""
    return any(child.dep_ == "dobj" and child.i > what.head.i for child in what.head.children)


def _tells_outcome(verb: Token) -> bool:
    """"the mayor told AFP the bomb went off, killing nine": the participle that the parse hangs on the verb of saying is of what is said."""
    speech = load_speech()
    return verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.i > verb.head.i and verb.head.lemma_.lower() in speech.plain | speech.personal


def helped_in_theirs(reading: Reading, heads: Sequence[int]) -> list[int]:
    """"jets backed the troops in their raids": the raids are those of the troops whom the jets help; fighters who help take part."""
    found: list[int] = []
    for head in heads:
        own = reading.doc[head]
        verb = own.head.head.head
        helping = own.tag_ == "PRP$" and own.head.dep_ == "pobj" and own.head.head.lower_ == "in" and verb.lemma_ in load_company().backed
        helped = [i for child in verb.children if child.dep_ == "dobj" for i in reading.fillers(child.i) if reading.actor_at(i) is not None] if helping else []
        actor = reading.actor_at(head)
        if not helped or (actor is not None and actor.kind in FIGHTING and own.i not in helped):
            helped = [*helped, head]
        found += [i for i in helped if i not in found]
    return found
