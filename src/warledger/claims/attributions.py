"""Layer 7: who says what: each attribution with its speakers, its cue and the tokens of its content.

In: a Reading. Out: Attributions. Decision: four grammars of saying are read, each on its own: a verb of saying with a
clause, "according to", a quotation with the verb beside it, and a name behind a headline; voices.py makes chains of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from warledger.claims.clauses import Clause
from warledger.claims.headline_voice import Attribution, behind_headline
from warledger.claims.mentions import ActorMention
from warledger.claims.reading import Reading
from warledger.lexicons.speech_lexicon import Saying, SpeechLexicon

CONTENT_RELATIONS = frozenset(("ccomp", "xcomp", "parataxis"))
PRONOUNS = {"it": ("media", "body", "group", "state"), "he": ("person", "people", "office"), "she": ("person", "people", "office")}
# What is held of responsibility: who claims it admits the act, who denies it denies only his part in it.
RESPONSIBILITY = {"claim": Saying("admitted"), "admit": Saying("admitted"), "accept": Saying("admitted"), "take": Saying("admitted"),
                  "assume": Saying("admitted"), "deny": Saying("fact"), "disclaim": Saying("fact")}
# Verbs that say only with a finite clause: "continued to fight" and "found" with a noun say nothing.
NEEDS_FINITE = frozenset("continue go learn find show read put describe estimate count see".split())
COUNTING = frozenset("put estimate count".split())
# Nouns of bodies that speak, where no list knows them.
OFFICES = frozenset("centre center ministry command agency office department council commission committee authority police "
                    "directorate administration headquarters embassy institute group organisation organization union".split())
# Plain verbs of saying, whose content may be the rest of the sentence where the parse lost it.
PLAIN = frozenset("say report add tell announce state confirm claim".split())
SPEAKING = frozenset(("media", "body", "person", "people", "state", "office", "force", "group", "armed", "unknown"))


def find_attributions(reading: Reading, speech: SpeechLexicon) -> list[Attribution]:
    """All attributions by grammar, in text order of their cues."""
    found = [*_by_verb(reading, speech), *_according_to(reading), *behind_headline(reading)]
    return _with_pronouns(reading, sorted(found, key=lambda item: (item.cue, len(item.content))))


def _with_pronouns(reading: Reading, attributions: list[Attribution]) -> list[Attribution]:
    """"It said", "he added": who spoke last, where the kind of speaker fits, rather than whom the pronoun is nearest to."""
    found: list[Attribution] = []
    for item in attributions:
        speaker = item.speakers[-1]
        spoke = any(speaker.antecedent == other.head for earlier in found for other in earlier.speakers)
        kinds = None if spoke or _is_main_subject(reading, speaker) else PRONOUNS.get(speaker.text.lower())
        last = next((other.speakers[-1] for other in reversed(found) if kinds and other.speakers[-1].kind in kinds), None)
        if last is not None:
            item = replace(item, speakers=(*item.speakers[:-1], replace(last, start=speaker.start, end=speaker.end,
                                                                         head=speaker.head, text=speaker.text)))
        found.append(item)
    return found


def _is_main_subject(reading: Reading, pronoun: ActorMention) -> bool:
    """Whether a pronoun goes back to the subject of the main verb of its own or the last sentence."""
    if pronoun.antecedent is None:
        return False
    token = reading.doc[pronoun.antecedent]
    between = {reading.doc[i].sent.start for i in range(token.i, pronoun.head)} - {reading.doc[pronoun.head].sent.start}
    return token.dep_ == "nsubj" and token.head.dep_ == "ROOT" and len(between) <= 1


def _by_verb(reading: Reading, speech: SpeechLexicon) -> Iterator[Attribution]:
    for clause in reading.verbs.values():
        responsibility = _responsibility(reading, clause)
        if responsibility is not None:
            if not clause.negated and (holders := _mentions(reading, clause.at("subject"))) and not _is_nobody(reading, clause):
                content = frozenset(part.i for part in reading.doc[responsibility].subtree)
                yield Attribution(tuple(holders), clause.head, content, RESPONSIBILITY[clause.predicate])
            continue
        saying = _saying(clause, speech)
        if saying is None:
            continue
        speakers = _speakers(reading, clause)
        if not speakers:
            continue
        content = _content(reading, clause, speech, speakers)
        if clause.predicate == "claim" and speakers[-1].kind in ("group", "armed") and not _has_clause(reading, clause):
            saying = RESPONSIBILITY["claim"]  # "the group claimed the bombing"
        if content:
            yield Attribution(tuple(speakers), clause.head, content, saying)


def _responsibility(reading: Reading, clause: Clause) -> int | None:
    """"claimed responsibility for the attack": the token of "responsibility", None where nothing is said of it."""
    if clause.predicate not in RESPONSIBILITY:
        return None
    return next((head for head in clause.at("object") if reading.doc[head].lemma_ == "responsibility"), None)


def _has_clause(reading: Reading, clause: Clause) -> bool:
    return any(child.dep_ in CONTENT_RELATIONS for child in reading.doc[clause.head].children)


def _is_nobody(reading: Reading, clause: Clause) -> bool:
    """"No group has claimed responsibility"."""
    return any(child.lower_ in ("no", "nobody", "none") for head in clause.at("subject")
               for child in (reading.doc[head], *reading.doc[head].children))


def _saying(clause: Clause, speech: SpeechLexicon) -> Saying | None:
    for variant in (*clause.variants, clause.predicate):
        if variant in speech.content:
            return speech.content[variant]
        if variant in speech.event:
            return speech.event[variant]
    return None


def _speakers(reading: Reading, clause: Clause) -> list[ActorMention]:
    """The chain at one verb of saying: the medium told, the subject, those cited."""
    heads = clause.at("subject")
    says_as = any(child.lower_ == "as" for child in reading.doc[clause.head].children)
    if clause.passive and clause.predicate in ("quote", "cite", "report") and says_as:
        inner, outer = _mentions(reading, clause.at("object")), _mentions(reading, heads)
        return [*outer, *inner]
    if clause.passive:
        return []
    sayer = _sayer_above(reading, clause)
    inner = _mentions(reading, sayer.at("subject") if sayer is not None else heads) or _beside(reading, clause)
    if not inner:
        return []
    outer = []
    if clause.predicate in ("tell", "inform", "say", "add", "announce"):
        told = [mention for slot in ("object", "to", "with", "by") for mention in _mentions(reading, clause.at(slot))]
        outer = [mention for mention in told if mention not in inner and _is_medium(mention)]
    return [*outer, *inner, *_cited(reading, clause)]


def _sayer_above(reading: Reading, clause: Clause) -> Clause | None:
    """"X said the jet crashed, adding that ...": who adds is who said, not the jet."""
    token = reading.doc[clause.head]
    if token.tag_ != "VBG" or any(not argument.implied for argument in clause.arguments if argument.slot == "subject"):
        return None
    for above in token.ancestors:
        other = reading.verbs.get(above.i)
        if other is not None and other.predicate in PLAIN and any(not argument.implied for argument in other.arguments
                                                                  if argument.slot == "subject"):
            return other
    return None


def _is_medium(mention: ActorMention) -> bool:
    """A medium, or its reporter by its name ("told SANA's reporter"); "told reporters" names none."""
    return mention.kind == "media" or (mention.sector == "MED" and any(word[:1].isupper() for word in mention.text.split()))


def _cited(reading: Reading, clause: Clause) -> list[ActorMention]:
    """"SANA reported citing residents", "Reuters reported eyewitnesses as saying", "quoting a source"."""
    token = reading.doc[clause.head]
    found: list[ActorMention] = []
    for other in reading.verbs.values():
        if other.predicate in ("cite", "quote") and other.head != clause.head and reading.doc[other.head].tag_ == "VBG" \
                and abs(other.head - clause.head) < 8 and reading.doc[other.head].sent.start == token.sent.start:
            found.extend(_mentions(reading, other.at("object")))
    if clause.predicate in ("report", "quote", "cite", "describe"):
        says_as = any(child.lower_ == "as" and any(inner.lemma_ == "say" for inner in child.children) for child in token.children)
        if says_as:
            found.extend(_mentions(reading, clause.at("object")))
    return found


def _mentions(reading: Reading, heads: list[int]) -> list[ActorMention]:
    found = []
    for head in heads:
        for filler in reading.fillers(head):
            mention = _by_name(reading, reading.actor_at(filler)) or _unlisted(reading, filler)
            if mention is not None and mention.kind in SPEAKING and mention not in found:
                found.append(mention)
    return found


def _by_name(reading: Reading, mention: ActorMention | None) -> ActorMention | None:
    """"Rami Haddad head of the centre said": the person, where the role behind the name lost its comma."""
    if mention is None or mention.kind == "media":
        return mention
    appositions = [child for child in reading.doc[mention.head].children if child.dep_ == "appos"]
    named = [reading.actor_at(child.i) for child in appositions]
    person = next((actor for actor in named if actor is not None and actor.kind == "person"), None)
    if person is not None and mention.kind != "person":  # "the mayor, Roman Haddad, said"
        return replace(person, country=person.country or mention.country, sector=person.sector or mention.sector)
    at = reading.actors.index(mention) if mention in reading.actors else 0
    before = reading.actors[at - 1] if at else None
    if before is None or before.kind != "person" or reading.report.text[before.end:mention.start].strip(" ,"):
        return mention
    return replace(before, country=before.country or mention.country, sector=before.sector or mention.sector)


def _unlisted(reading: Reading, i: int) -> ActorMention | None:
    """A speaker that no list knows: a name, or an office by its noun ("the reconciliation centre")."""
    token = reading.doc[i]
    words = [child for child in token.children if child.i < i and child.dep_ in ("compound", "amod", "nmod")]
    named = token.pos_ == "PROPN" or any(word.pos_ == "PROPN" for word in words)
    if token.pos_ not in ("NOUN", "PROPN") or not (named or token.lemma_ in OFFICES) or reading.place_at(i) is not None:
        return None
    start = min([token.idx, *(word.idx for word in words)])
    text = reading.quote(start, token.idx + len(token.text))
    return ActorMention(start, token.idx + len(token.text), i, text, kind="unknown", name=text, anonymous=not named)


def _beside(reading: Reading, clause: Clause) -> list[ActorMention]:
    """The name that stands right before or behind the verb, where the parse lost the subject ("... city SANA reported")."""
    token = reading.doc[clause.head]
    if token.tag_ not in ("VBD", "VBZ", "VBP", "VBN") or clause.predicate not in PLAIN:
        return []
    before = token.i - 1
    while before > token.sent.start and reading.doc[before].dep_ in ("aux", "advmod"):
        before -= 1
    mention = reading.actor_at(before)
    if mention is None and token.i + 1 < len(reading.doc):
        mention = reading.actor_at(token.i + 1)
    return [mention] if mention is not None and mention.kind in SPEAKING else []


def _content(reading: Reading, clause: Clause, speech: SpeechLexicon, speakers: list[ActorMention]) -> frozenset[int]:
    token = reading.doc[clause.head]
    if clause.predicate in NEEDS_FINITE and not any(child.dep_ == "ccomp" for child in token.children):
        counted = {part.i for child in token.children if child.dep_ in ("dobj", "prep") for part in child.subtree}
        people = {item.head for item in reading.quantities if item.unit == "people"} | set(reading.event_words)
        told = clause.predicate in COUNTING and bool(people & counted | {i for i in counted if reading.doc[i].lower_ == "dead"})
        return frozenset(counted) if told else frozenset()
    own = _own_tokens(reading, speakers)
    before = _said_in_passing(reading, token, own)
    if before:
        return frozenset(before)
    content: set[int] = set()
    for child in token.children:
        if _is_content(child, clause, speech):
            content.update(part.i for part in child.subtree)
    if clause.predicate in PLAIN and not _holds_verb(reading, content):
        content |= _rest_of_sentence(reading, token, own)
    return frozenset(content - own - {token.i})


def _is_content(child: Token, clause: Clause, speech: SpeechLexicon) -> bool:
    """Whether a child of a verb of saying is what is said: a clause, an object, what somebody is accused of, "as saying"."""
    if child.dep_ in CONTENT_RELATIONS:
        return True
    if child.dep_ == "dobj":
        return clause.predicate in speech.event or clause.predicate in speech.content
    if child.dep_ == "prep":
        return child.lower_ == "as" or clause.predicate in ("accuse", "blame", "speak", "report", "put")
    return child.dep_ in ("advcl", "dep", "nsubj") and child.pos_ == "VERB"


def _said_in_passing(reading: Reading, token: Token, own: set[int]) -> set[int]:
    """"..., rescue workers said, hours before ...": all of the sentence before the comma is what they said."""
    first = min([token.i, *own])
    last = max([token.i, *own])
    comma = next((i for i in range(first - 1, max(first - 5, token.sent.start), -1) if reading.doc[i].text == ","), None)
    if comma is None or any(reading.doc[i].pos_ in ("VERB", "ADP", "SCONJ", "CCONJ") for i in range(comma + 1, first)):
        return set()
    behind = reading.doc[last + 1] if last + 1 < len(reading.doc) else None
    closes = behind is None or behind.is_punct or behind.is_space or behind.lower_ in ("on", "in", "late", "early") or behind.ent_type_ == "DATE"
    before = set(range(token.sent.start, comma))
    return before if closes and _holds_verb(reading, before) else set()


def _holds_verb(reading: Reading, content: set[int]) -> bool:
    return any(i in reading.verbs or i in reading.event_words for i in content)


def _rest_of_sentence(reading: Reading, token: Token, own: set[int]) -> set[int]:
    """Where the parse gives no content: at the end of a sentence all before the speaker, else all behind the verb."""
    sentence = token.sent
    behind = [part.i for part in sentence if part.i > token.i and part.i not in own and not part.is_punct]
    before = [part.i for part in sentence if part.i < min([token.i, *own])]
    said_last = len(behind) <= 4 or all(reading.doc[i].pos_ != "VERB" for i in behind)
    return set(before) if said_last and len(before) > 3 else set(behind)


def _own_tokens(reading: Reading, speakers: list[ActorMention]) -> set[int]:
    return {i for mention in speakers for i in reading.tokens_of(mention.start, mention.end)}


def _according_to(reading: Reading) -> Iterator[Attribution]:
    doc = reading.doc
    for token in doc:
        if token.lower_ != "according" or token.i + 2 >= len(doc) or doc[token.i + 1].lower_ != "to":
            continue
        heads = [inner.i for inner in doc[token.i + 1].children if inner.dep_ == "pobj"]
        speakers = _mentions(reading, heads)
        if not speakers:
            mention = reading.actor_at(token.i + 2) or reading.actor_at(min(token.i + 3, len(doc) - 1))
            speakers = [mention] if mention is not None else []
        if speakers:
            yield Attribution(tuple(speakers), token.i, _scope(reading, token, speakers), Saying("fact"))


def _scope(reading: Reading, token: Token, speakers: list[ActorMention]) -> frozenset[int]:
    """What "according to" covers: the clause that it hangs on, and where that is the main one the sentence."""
    head = token.head
    while head.dep_ not in ("ROOT", "ccomp", "advcl", "relcl", "conj") and head.head.i != head.i:
        head = head.head
    covered = head.subtree if head.dep_ in ("ccomp", "relcl") else token.sent
    return frozenset(part.i for part in covered) - _own_tokens(reading, list(speakers)) - {token.i}
