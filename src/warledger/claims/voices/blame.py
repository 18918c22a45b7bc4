"""Layer 7, wordings of blame: "the rebels hold the army responsible for the massacre", "an inquiry pointed the finger at the junta for two raids".

In: a Reading and the clause of a verb. Out: the tokens of what somebody is blamed for, who blames. Decision: an idiom blames as the verb does.
"""

from __future__ import annotations

from warledger.claims.clauses.records import Clause
from warledger.claims.mentions import ActorMention
from warledger.claims.reading import Reading
from warledger.claims.voices.speakers import any_noun, phrase, speakers_at
from warledger.lexicons.speech_lexicon import load_speech

# For what somebody is held one of these he is blamed.
ANSWERABLE = frozenset(("responsible", "accountable"))
# "point the finger at somebody", "lay the blame on somebody".
IDIOMS = {"point": ("finger", "fingers"), **dict.fromkeys(("lay", "put", "place", "pin", "cast"), ("blame",))}
AT_WHOM = frozenset(("at", "on", "upon", "with", "for", "over"))


def blamed_for(reading: Reading, clause: Clause) -> frozenset[int]:
    """The tokens of what an idiom blames somebody for, and of whom."""
    verb = reading.doc[clause.head]
    if clause.predicate == "hold" and not clause.passive and clause.relation not in ("acl", "relcl"):  # not "a militant held responsible for bombings"
        held = next((child for child in verb.subtree if child.lower_ in ANSWERABLE and child.i > clause.head), None)
        return frozenset(part.i for part in held.subtree) if held is not None else frozenset()
    laid = next((child for child in verb.children if child.dep_ == "dobj" and child.lower_ in IDIOMS.get(clause.predicate, ())), None)
    if laid is None:
        return frozenset()
    links = [child for over in (verb, laid) for child in over.children if child.dep_ == "prep" and child.lower_ in AT_WHOM and child.i > laid.i]
    return frozenset(part.i for link in links for part in link.subtree)


def who_blames(reading: Reading, clause: Clause) -> list[ActorMention]:
    """The subject of such a verb, whatever noun it is, or the noun before its participle."""
    verb = reading.doc[clause.head]
    heads = [verb.head.i] if verb.dep_ == "acl" and verb.tag_ == "VBG" and verb.head.i < verb.i else clause.at("subject")
    probes = [phrase(reading, reading.doc[head], anonymous=True) for head in heads if reading.doc[head].lemma_.lower() in load_speech().inquiries]
    sides = [phrase(reading, reading.doc[head], anonymous=True) for head in heads if reading.doc[head].lemma_.lower() == "side"]  # "both sides", whoever they are
    return sides or speakers_at(reading, heads) or probes or [mention for head in heads if (mention := any_noun(reading, head)) is not None]
