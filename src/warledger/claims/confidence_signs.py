"""Layer 10, what a claim shows of whether it was read right: the features of its confidence.

In: a Claim, the Reading that it came from and the claims beside it in its sentence. Out: names of features. Decision: only what
the reading itself knows, no word of a report but the trigger: who is named and left over, how the sentence is built, what was
inferred. Training and use share this page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from warledger.claims.mentions import ActorMention
from warledger.claims.reading import Reading
from warledger.claims.text.tokens import Span, Token
from warledger.claims.triggers import trigger_tokens
from warledger.model import Claim, Participant

ARMED = frozenset(("state", "force", "group", "armed"))
PEOPLE = frozenset(("people", "person"))
WORD = re.compile(r"\w+")
QUOTATION = '"'
# Counts above these are one feature: they are too rare to be told apart.
MOST, MANY = 3, 8
# Words of a sentence, and words between doer and trigger, are counted in steps of so many.
STEP, STRETCH = 8, 6
# A title has most of its words in capitals.
TITLE_SHARE = 0.6


def confidence_signs(reading: Reading, claim: Claim, beside: Sequence[Claim]) -> Iterator[str]:
    """The features of one claim; beside are the other claims of its sentence."""
    tokens = trigger_tokens(reading, claim)
    trigger = tokens.root if tokens is not None else None
    type_ = claim.type
    yield f"type {type_} {claim.mode} {claim.stance}"
    yield f"type {type_}"
    yield f"mode {claim.mode}"
    yield f"stance {claim.stance} {claim.negated} {claim.attribution}"
    for role, people in (("initiators", claim.initiators), ("targets", claim.targets)):
        yield f"{role} {min(MOST, len(people))} {type_}"
        yield f"{role} sectors {sorted({str(person.sector) for person in people})[:2]}"
        yield f"{role} unknown {sum(_is_unknown(person) for person in people)}"
    yield f"figures {min(MOST, len(claim.tallies))} {type_}"
    yield f"speakers {min(2, len(claim.speakers))}"
    yield f"taken over {any(person.inferred is not None for person in claim.initiators)}"
    yield f"place {claim.place is not None} {claim.place is not None and claim.place.inferred is not None}"
    yield from _beside(claim, beside)
    if trigger is not None:
        yield f"trigger {trigger.lemma_.lower()}"
        yield f"trigger {trigger.tag_} {trigger.dep_}"
        yield f"trigger {trigger.tag_[:2]} {bool(claim.initiators)}"
        yield from _sentence(reading, claim, trigger)


def _is_unknown(person: Participant) -> bool:
    """Somebody of whom neither side nor country is known."""
    return person.sector is None and person.country is None


def _beside(claim: Claim, beside: Sequence[Claim]) -> Iterator[str]:
    """How the other claims of the sentence stand to this one: a doer that only they have may be its doer too."""
    alike = [other for other in beside if other.type == claim.type]
    yield f"beside {min(MOST + 1, len(beside))} {claim.type}"
    yield f"alike beside {min(MOST, len(alike))} {bool(claim.initiators)}"
    yield f"doer beside {any(other.initiators for other in alike) and not claim.initiators}"


def _sentence(reading: Reading, claim: Claim, trigger: Token) -> Iterator[str]:
    """How the sentence is built, and whom it names that the claim does not have."""
    sentence = trigger.sent
    words = WORD.findall(sentence.text)
    yield f"words {min(MANY, len(words) // STEP)}"
    yield f"title {sum(word[0].isupper() for word in words) > TITLE_SHARE * len(words)}"
    yield f"headline {sentence.start_char < reading.layout.body_start}"
    yield f"quoted {QUOTATION in sentence.text}"
    yield f"numbers {min(MOST + 1, sum(word.isdigit() for word in words))} {min(2, len(claim.tallies))}"
    held = [(item.start, item.end) for item in claim.passages if item.field in ("initiator", "target", "other", "speaker")]
    free = [actor for actor in _actors(reading, sentence) if not any(start < actor.end and actor.start < end for start, end in held)]
    yield f"free armed {min(MOST, sum(actor.kind in ARMED for actor in free))} {bool(claim.initiators)} {claim.type}"
    yield f"free people {min(2, sum(actor.kind in PEOPLE for actor in free))} {bool(claim.targets)}"
    yield from _doers(reading, claim, trigger)


def _actors(reading: Reading, sentence: Span) -> list[ActorMention]:
    return [actor for actor in reading.actors if sentence.start <= actor.head < sentence.end]


def _doers(reading: Reading, claim: Claim, trigger: Token) -> Iterator[str]:
    """Where those who did it stand: far from the trigger, in another sentence, in what part of theirs."""
    for role in ("initiator", "target"):
        shown = [(item.start, item.end) for item in claim.passages if item.field == role]
        actors = [actor for actor in reading.actors if (actor.start, actor.end) in shown]
        yield f"{role} kinds {sorted({actor.kind for actor in actors})[:2]}"
        yield f"{role} parts {sorted({reading.doc[actor.head].dep_ for actor in actors})[:2]}"
        away = max((abs(actor.head - trigger.i) for actor in actors), default=0)
        yield f"{role} away {min(MOST + 2, away // STRETCH)}"
        yield f"{role} elsewhere {any(reading.doc[actor.head].sent.start != trigger.sent.start for actor in actors)}"
