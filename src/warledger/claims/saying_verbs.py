"""Layer 7, the grammar of verbs of saying: "the army said ...", "SANA quoted a source as saying ...", "claimed responsibility".

In: a Reading and the words of saying. Out: Attributions. Decision: the chain at one verb is the medium told, its subject,
those cited.
"""

from __future__ import annotations

from collections.abc import Iterator

from warledger.claims.attribution import Attribution
from warledger.claims.clauses import Clause
from warledger.claims.mentions import ActorMention
from warledger.claims.reading import Reading
from warledger.claims.said_content import content_of, has_clause
from warledger.claims.speakers import SPEAKING, is_medium, speakers_at
from warledger.lexicons.speech_lexicon import SpeechLexicon, load_speech


def by_verb(reading: Reading, speech: SpeechLexicon) -> Iterator[Attribution]:
    """The attributions of a report's verbs of saying."""
    for clause in reading.verbs.values():
        responsibility = _responsibility(reading, clause, speech)
        if responsibility is not None:
            if not clause.negated and (holders := speakers_at(reading, clause.at("subject"))) and not _is_nobody(reading, clause):
                content = frozenset(part.i for part in reading.doc[responsibility].subtree)
                yield Attribution(tuple(holders), clause.head, content, speech.responsibility[clause.predicate])
            continue
        saying = speech.saying_of((*clause.variants, clause.predicate))
        if saying is None:
            continue
        speakers = _speakers(reading, clause)
        if not speakers:
            continue
        content = content_of(reading, clause, speech, speakers)
        if clause.predicate == "claim" and speakers[-1].kind in ("group", "armed") and not has_clause(reading, clause):
            saying = speech.responsibility["claim"]  # "the group claimed the bombing"
        if content:
            yield Attribution(tuple(speakers), clause.head, content, saying)


def _responsibility(reading: Reading, clause: Clause, speech: SpeechLexicon) -> int | None:
    """"claimed responsibility for the attack": the token of "responsibility", None where nothing is said of it."""
    if clause.predicate not in speech.responsibility:
        return None
    return next((head for head in clause.at("object") if reading.doc[head].lemma_ == "responsibility"), None)


def _is_nobody(reading: Reading, clause: Clause) -> bool:
    """"No group has claimed responsibility"."""
    return any(child.lower_ in ("no", "nobody", "none") for head in clause.at("subject")
               for child in (reading.doc[head], *reading.doc[head].children))


def _speakers(reading: Reading, clause: Clause) -> list[ActorMention]:
    """The chain at one verb of saying: the medium told, the subject, those cited."""
    heads = clause.at("subject")
    says_as = any(child.lower_ == "as" for child in reading.doc[clause.head].children)
    if clause.passive and clause.predicate in ("quote", "cite", "report") and says_as:
        inner, outer = speakers_at(reading, clause.at("object")), speakers_at(reading, heads)
        return [*outer, *inner]
    if clause.passive:
        return []
    sayer = _sayer_above(reading, clause)
    inner = speakers_at(reading, sayer.at("subject") if sayer is not None else heads) or _beside(reading, clause)
    if not inner:
        return []
    outer = []
    if clause.predicate in ("tell", "inform", "say", "add", "announce"):
        told = [mention for slot in ("object", "to", "with", "by") for mention in speakers_at(reading, clause.at(slot))]
        outer = [mention for mention in told if mention not in inner and is_medium(mention)]
    return [*outer, *inner, *_cited(reading, clause)]


def _sayer_above(reading: Reading, clause: Clause) -> Clause | None:
    """"X said the jet crashed, adding that ...": who adds is who said, not the jet."""
    token = reading.doc[clause.head]
    if token.tag_ != "VBG" or any(not argument.implied for argument in clause.arguments if argument.slot == "subject"):
        return None
    for above in token.ancestors:
        other = reading.verbs.get(above.i)
        if other is not None and other.predicate in load_speech().plain and any(not argument.implied for argument in other.arguments
                                                                  if argument.slot == "subject"):
            return other
    return None


def _cited(reading: Reading, clause: Clause) -> list[ActorMention]:
    """"SANA reported citing residents", "Reuters reported eyewitnesses as saying", "quoting a source"."""
    token = reading.doc[clause.head]
    found: list[ActorMention] = []
    for other in reading.verbs.values():
        if other.predicate in ("cite", "quote") and other.head != clause.head and reading.doc[other.head].tag_ == "VBG" \
                and abs(other.head - clause.head) < 8 and reading.doc[other.head].sent.start == token.sent.start:
            found.extend(speakers_at(reading, other.at("object")))
    if clause.predicate in ("report", "quote", "cite", "describe"):
        says_as = any(child.lower_ == "as" and any(inner.lemma_ == "say" for inner in child.children) for child in token.children)
        if says_as:
            found.extend(speakers_at(reading, clause.at("object")))
    return found


def _beside(reading: Reading, clause: Clause) -> list[ActorMention]:
    """The name that stands right before or behind the verb, where the parse lost the subject ("... city SANA reported")."""
    token = reading.doc[clause.head]
    if token.tag_ not in ("VBD", "VBZ", "VBP", "VBN") or clause.predicate not in load_speech().plain:
        return []
    before = token.i - 1
    while before > token.sent.start and reading.doc[before].dep_ in ("aux", "advmod"):
        before -= 1
    mention = reading.actor_at(before)
    if mention is None and token.i + 1 < len(reading.doc):
        mention = reading.actor_at(token.i + 1)
    return [mention] if mention is not None and mention.kind in SPEAKING else []
