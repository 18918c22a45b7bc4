"""Layer 7, dangling participles of saying: "The blasts also wounded nine villagers, adding that the shells came from Tamra."

In: a Reading and its attributions with their references resolved. Out: further attributions. Decision: a participle of saying whose sentence has
nobody who could say it goes on with what was said in the sentence before, and so does all of its sentence: who spoke there speaks.
"""

from __future__ import annotations

from collections.abc import Sequence

from warledger.claims.clauses.records import Clause
from warledger.claims.reading import Reading
from warledger.claims.voices.attribution import Attribution
from warledger.lexicons.speech_lexicon import load_speech

# What a participle of saying says stands in one of these.
CONTENT = frozenset(("ccomp", "xcomp"))


def dangling(reading: Reading, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions of sentences that a participle of saying gives to whoever spoke before them."""
    found: list[Attribution] = []
    for clause in reading.verbs.values():
        if not _dangles(reading, clause):
            continue
        sentence = reading.doc[clause.head].sent
        own = any(sentence.start <= item.cue < sentence.end for item in attributions)
        before = reading.doc[sentence.start - 1].sent if sentence.start else None
        last = [item for item in attributions if before is not None and before.start <= item.cue < before.end and item.content]
        if own or not last or reading.layout.is_boilerplate(sentence.start_char):
            continue
        # "..., a medic said, SANA reported": both, the outermost first
        inner = max(last, key=lambda item: sum(item.cue in other.content for other in last))
        chain = [item for item in last if inner.cue in item.content or item is inner]
        speakers = dict.fromkeys(one for item in chain for one in item.speakers)
        content = frozenset(token.i for token in sentence if not token.is_punct and token.i != clause.head)
        found.append(Attribution(tuple(speakers), clause.head, content, load_speech().content[clause.predicate]))
    return found


def _dangles(reading: Reading, clause: Clause) -> bool:
    """Whether a participle of saying with a clause of its own hangs on a main verb whose subject is a happening or a thing."""
    verb = reading.doc[clause.head]
    speech = load_speech()
    said = verb.tag_ == "VBG" and verb.dep_ == "advcl" and clause.predicate in speech.plain and clause.predicate in speech.content and clause.predicate != "claim"
    if not said or verb.head.dep_ != "ROOT" or verb.i < verb.head.i or all(child.dep_ not in CONTENT for child in verb.children):
        return False
    subjects = [child for child in verb.head.children if child.dep_ in ("nsubj", "nsubjpass") and child.i < verb.head.i]
    return bool(subjects) and all(child.dep_ == "nsubjpass" or (child.pos_ == "NOUN" and reading.actor_at(child.i) is None) for child in subjects)
