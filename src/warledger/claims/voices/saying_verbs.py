"""Layer 7, the grammar of verbs of saying: "the army said ...", "SANA quoted a source as saying ...", "claimed responsibility".

In: a Reading and the words of saying. Out: Attributions. Decision: the chain at one verb is the medium told, its subject,
those cited.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from warledger.claims.clauses.asked import asked_before
from warledger.claims.clauses.records import Clause
from warledger.claims.mentions import ActorMention
from warledger.claims.reading import Reading
from warledger.claims.text.tokens import Token
from warledger.claims.voices.attribution import Attribution
from warledger.claims.voices.blame import blamed_for, who_blames
from warledger.claims.voices.lost_subjects import (
    INVERTED,
    before_verb,
    behind,
    beside,
    ends_with_speaker,
    set_apart,
)
from warledger.claims.voices.no_saying import says_nothing
from warledger.claims.voices.open_questions import left_open
from warledger.claims.voices.opening_speaker import is_companion, opening_speaker
from warledger.claims.voices.participles import QUOTING, issued_by, said_before, sayer_above, shown_or_quoted
from warledger.claims.voices.passive_sayings import (
    agents_of,
    behind_by,
    is_announced,
    subjects_of,
    told_as_reported,
)
from warledger.claims.voices.said_content import content_of, has_clause
from warledger.claims.voices.sentence_end import (
    both_before,
    closes_sentence,
    is_audience,
    listed_before,
    speaker_before,
    speaks_here,
)
from warledger.claims.voices.speaker_names import without_descriptions
from warledger.claims.voices.speakers import any_noun, in_same_quotation, is_medium, phrase, speakers_at
from warledger.lexicons.speech_lexicon import Saying, SpeechLexicon, load_speech

# "refused to take responsibility": nothing is admitted.
WITHHOLDING = ("refuse", "decline", "fail")
BLAMED = Saying("claimed")
VICTIMS = ("people", "armed")
# Verbs of asking somebody to say a thing.
REQUESTING = ("urge", "ask", "press", "invite", "implore", "beg")
# What is voted on or handed round and demands, whoever wrote it: "the draft calls for a truce".
DRAFTS = frozenset(("draft", "resolution", "motion", "petition", "leaflet"))
# Whoever opens his sentence so tells it to the one behind "to".
SPEAKING_TO = frozenset(("speaking", "talking"))
# What somebody says to a medium, which nobody hands out: "in comments to SANA".
REMARKS = frozenset(("comment", "remark"))
REPORTERS = frozenset(("reporter", "correspondent", "journalist"))
# Behind "said in a" the paper and whom it was given to stand within so many tokens.
PAPER = 9
# Who issues a paper stands within so many tokens from the start of the sentence.
LONGEST_ISSUER = 8


def by_verb(reading: Reading, speech: SpeechLexicon) -> Iterator[Attribution]:
    """The attributions of a report's verbs of saying; without content where what is said stands outside the clause."""
    for clause in reading.verbs.values():
        responsibility = _responsibility(reading, clause, speech)
        if responsibility is not None:
            if not clause.negated and (holders := speakers_at(reading, clause.at("subject"))) and not _is_nobody(reading, clause):
                content = frozenset(part.i for head in (responsibility, *clause.at("for")) for part in reading.doc[head].subtree)
                yield Attribution(tuple(holders), clause.head, content, speech.responsibility[clause.predicate])
            continue
        if (held := blamed_for(reading, clause)):
            if not clause.negated and (holders := who_blames(reading, clause)):
                yield Attribution(tuple(holders), clause.head, held, BLAMED)
            continue
        saying = speech.saying_of((*clause.variants, clause.predicate))
        if saying is None and clause.predicate in speech.speaking and _asking(reading, clause) is None and (holders := speakers_at(reading, clause.at("subject"))):
            yield Attribution(tuple(holders), clause.head, frozenset(), Saying("fact"))  # whoever it was may go on: "he added"
        if saying is None or says_nothing(reading, clause, speech):
            continue
        speakers = _opened(reading, clause, _speakers(reading, said_before(reading, clause) or _asking(reading, clause) or clause))
        if not speakers or (clause.predicate in speech.plain | speech.accusing and _is_nobody(reading, clause)):
            continue
        told = not clause.negated or saying.attribution == "denied"
        content = content_of(reading, clause, speech, speakers) if told else left_open(reading, clause)
        if not content and clause.predicate in speech.finite | speech.figure and clause.at("object"):
            continue  # "established control", "found a mine": nobody speaks, nor goes on later
        yield Attribution(tuple(speakers), clause.head, content, _held(reading, clause, saying, speakers))


def _held(reading: Reading, clause: Clause, saying: Saying, speakers: list[ActorMention]) -> Saying:
    """How the speaker holds what he says: as the verb tells, but "the group claimed the bombing" admits it, "did not deny that jets had hit it" tells it."""
    claims = clause.predicate == "claim" and speakers[-1].kind in ("group", "armed") and not has_clause(reading, clause)
    undenied = saying.attribution == "denied" and clause.negated and any(child.dep_ == "neg" for child in reading.doc[clause.head].children)
    return load_speech().responsibility["claim"] if claims else Saying("fact") if undenied else saying


def _opened(reading: Reading, clause: Clause, speakers: list[ActorMention]) -> list[ActorMention]:
    """The speakers of a verb, with him who opens its sentence for one who stands in what describes him."""
    opener = opening_speaker(reading, clause)
    if opener is not None and any(mention.head == opener.head or mention.name == opener.name for mention in speakers):
        return [mention for mention in speakers if not is_companion(reading, mention, opener)]
    if opener is None:
        return speakers
    return [*(mention for mention in _told(reading, clause) if mention != opener), opener]


def _asking(reading: Reading, clause: Clause) -> Clause | None:
    """"called on the council to condemn the raid": nobody has condemned it yet but those who ask for it."""
    above = reading.verbs.get(clause.parent) if clause.parent is not None and clause.relation in ("xcomp", "advcl", "acl") else None
    asked = above is not None and (above.predicate in REQUESTING or asked_before(reading.doc[clause.head]) is not None)
    if asked and reading.doc[clause.head].tag_ == "VB":
        return above
    over = above if above is not None and reading.doc[clause.head].tag_ == "VBG" and reading.doc[above.head].tag_ == "VB" else None
    return _asking(reading, over) if over is not None else None  # "called on the council to release a statement condemning the raid"


def _responsibility(reading: Reading, clause: Clause, speech: SpeechLexicon) -> int | None:
    """"claimed responsibility for the attack": the token of "responsibility", None where nothing is said of it."""
    governor = reading.doc[clause.head].head
    if clause.predicate not in speech.responsibility or (governor.lemma_ in WITHHOLDING and governor.i != clause.head):
        return None
    held = next((head for head in clause.at("object") if reading.doc[head].lemma_ in ("responsibility", "credit")), None)
    if held is None and clause.passive and clause.predicate == "claim":  # "the attack, claimed by Boko Haram, killed 12"
        held = next((head for head in clause.at("object") if head in reading.event_words), None)
    return held


def _is_nobody(reading: Reading, clause: Clause) -> bool:
    """"No group has claimed responsibility"."""
    return any(child.lower_ in ("no", "nobody", "none", "neither") for head in clause.at("subject")
               for child in (reading.doc[head], *reading.doc[head].children))


def _speakers(reading: Reading, clause: Clause) -> list[ActorMention]:
    """The chain at one verb of saying: the medium told, the subject, those cited."""
    heads = subjects_of(reading, clause)
    says_as = any(child.lower_ == "as" and child.i > clause.head for child in reading.doc[clause.head].children)
    if clause.passive and clause.predicate in ("quote", "cite", "report") and says_as:
        inner, outer = speakers_at(reading, clause.at("object")), speakers_at(reading, heads)
        return [*outer, *inner]
    if (issuers := issued_by(reading, clause)):
        return issuers
    closing = speaker_before(reading, clause) if closes_sentence(reading, clause) else None
    if told_as_reported(reading, clause):
        return speakers_at(reading, behind_by(reading, clause))
    if clause.passive and (closing is None or is_announced(reading, clause)):
        return speakers_at(reading, heads if is_announced(reading, clause) else agents_of(reading, clause))
    if (placed := _issuer(reading, clause) or ends_with_speaker(reading, clause) or shown_or_quoted(reading, clause)):
        return placed
    if clause.predicate in load_speech().plain and (apart := set_apart(reading, reading.doc[clause.head])):
        return [*_told(reading, clause), *apart]
    sayer = sayer_above(reading, clause)
    subjects = [head for head in (sayer.at("subject") if sayer is not None else heads) if in_same_quotation(reading, head, clause.head)]
    if clause.predicate in INVERTED and any(head < clause.head for head in subjects):
        # "... wounded 60 people said the Observatory": of two subjects the one behind the verb speaks
        subjects = [head for head in subjects if head > clause.head and speakers_at(reading, [head])] or subjects
    subjects = [head for head in subjects if closing is None or (speaks_here(reading, head, closing) and not _is_doers(clause, closing))]
    if closing is not None and not subjects:
        return [*(mention for mention in _told(reading, clause) if mention != closing), *both_before(reading, closing), *_cited(reading, clause)]
    shared = bool(subjects) and all(argument.implied for argument in clause.arguments if argument.slot == "subject")
    inner = (beside(reading, clause) if shared and sayer is None and _follows_phrase(reading, clause.head) else []) \
        or _subjects(reading, clause, subjects) or beside(reading, clause)
    if inner and clause.predicate in INVERTED and all(mention.kind in VICTIMS and reading.doc[mention.head].lemma_ not in load_speech().spokesmen
                                                      for mention in inner):
        last = before_verb(reading, reading.doc[clause.head])
        others = [*behind(reading, clause), *([near] if (near := reading.actor_at(last)) is not None and not is_audience(reading.doc[last]) else [])]
        inner = [mention for mention in others if mention.kind not in (*VICTIMS, "unknown", "force", "group")][:1] or inner
    if not (inner := inner or _hidden_subject(reading, clause, subjects)):
        return []
    if clause.predicate in QUOTING and has_clause(reading, clause):  # "the charity quoted villagers saying that ..."
        inner += [mention for mention in speakers_at(reading, clause.at("object")) if mention not in inner]
    outer = [mention for mention in (*_told(reading, clause), *_quoting(reading, clause)) if mention not in inner]
    return [*outer, *without_descriptions(reading, _together(reading, clause, inner)), *_cited(reading, clause)]


def _is_doers(clause: Clause, closing: ActorMention) -> bool:
    """"... hit the port after the truce ended the Cham Observatory also reported": the verb shares the subject of a deed, and a body by its name stands before it."""
    shared = all(argument.implied for argument in clause.arguments if argument.slot == "subject")
    return shared and not closing.anonymous and closing.kind in ("body", "media", "group")


def _subjects(reading: Reading, clause: Clause, heads: list[int]) -> list[ActorMention]:
    """Who speaks as the subject of a verb; of two that a plain one has, either by any noun: "a hospital and a rescue group said"."""
    named = speakers_at(reading, heads)
    first = reading.doc[heads[0]] if len(heads) == 1 and len(named) == 1 and clause.predicate in load_speech().plain else None
    if first is None or first.pos_ != "NOUN" or first.left_edge.pos_ != "DET" or named[0].start <= first.idx or reading.actor_at(first.i) is not None:
        return named
    joined = any(child.dep_ == "conj" and child.i <= named[0].head for child in first.children)
    noun = any_noun(reading, first.i) if joined else None
    return [noun, *named] if noun is not None else named


def _hidden_subject(reading: Reading, clause: Clause, subjects: list[int]) -> list[ActorMention]:
    """"A resident speaking from the port inside Aden said", where the parse lost its opening; "the driver told", "the report says"."""
    lost = speakers_at(reading, [child.i for child in reading.doc[clause.head].children if child.dep_ == "dep" and child.i < clause.head])
    whoever = clause.predicate in load_speech().personal or any(reading.doc[head].lemma_ in load_speech().papers | DRAFTS for head in subjects)
    return lost or [mention for head in subjects if whoever and (mention := any_noun(reading, head)) is not None]


def _together(reading: Reading, clause: Clause, speakers: list[ActorMention]) -> list[ActorMention]:
    """"... halted, a charity and residents said": the one of two or three whom the parse hangs on what was told speaks too."""
    if len(speakers) == 2 and clause.predicate in load_speech().plain and speakers[1].end < reading.doc[clause.head].idx and closes_sentence(reading, clause):
        return [*(mention for mention in listed_before(reading, speakers[0]) if mention not in speakers), *speakers]
    closes = len(speakers) == 1 and clause.predicate in load_speech().plain and speakers[0].end < reading.doc[clause.head].idx \
        and closes_sentence(reading, clause)
    return both_before(reading, speakers[0]) if closes else speakers


def _issuer(reading: Reading, clause: Clause) -> list[ActorMention]:
    """"The group in a statement published on its channel Cham said ...": who opens the sentence, not where he published it."""
    doc, first = reading.doc, reading.doc[clause.head].sent.start
    link = next((i for i in range(first + 1, min(first + LONGEST_ISSUER, clause.head - 1)) if doc[i].lower_ == "in"), None)
    if link is None or doc[link + 1].lower_ not in ("a", "an", "its", "his", "her", "their"):
        return []
    paper = next((i for i in range(link + 2, min(link + 4, clause.head)) if doc[i].lemma_.lower() in load_speech().papers), None)
    finite = any(doc[i].tag_ in ("VBD", "VBZ", "VBP") and doc[i].pos_ in ("VERB", "AUX") for i in range(first, clause.head))
    if paper is None or finite or clause.predicate not in load_speech().plain:
        return []
    return speakers_at(reading, [link - 2 if doc[link - 1].is_punct else link - 1])[:1]


def _told(reading: Reading, clause: Clause) -> list[ActorMention]:
    """The medium that was told: "told SANA", "speaking to SANA he said", "said in remarks carried by state television"."""
    if clause.predicate not in ("tell", "inform", "say", "add", "announce"):
        return []
    told = [mention for slot in ("object", "to", "with", "by") for head in clause.at(slot)
            for mention in (_medium_of(reading, reading.doc[head]) or speakers_at(reading, [head]))]
    return [mention for mention in (*told, *_in_paper(reading, clause.head)) if is_medium(mention)]


def _medium_of(reading: Reading, reporter: Token) -> list[ActorMention]:
    """"told SANA's correspondent": the medium whose reporter was told."""
    owners = [child for child in reporter.children if child.dep_ == "poss" and child.pos_ == "PROPN" and reporter.lemma_.lower() in REPORTERS]
    return [reading.actor_at(child.i) or replace(phrase(reading, child, anonymous=False), kind="media") for child in owners]


def _quoting(reading: Reading, clause: Clause) -> list[ActorMention]:
    """"the charity quoted villagers saying that ...": who quotes the one who says."""
    token = reading.doc[clause.head]
    over = reading.verbs.get(token.head.head.i) if token.dep_ == "acl" else None
    return speakers_at(reading, over.at("subject")) if over is not None and over.predicate in QUOTING else []


def _in_paper(reading: Reading, verb: int) -> list[ActorMention]:
    """"said in a statement to SANA", "said in remarks carried by state television": whom the paper was given to."""
    doc = reading.doc
    first = doc[verb].sent.start
    if doc[first].lower_ in SPEAKING_TO and first + 2 < verb and doc[first + 1].lower_ == "to":  # "Speaking to SANA Omar Haddad said"
        return [mention for i in (first + 2, first + 3) if (mention := reading.actor_at(i)) is not None][:1]
    start = next((i for i in (verb + 1, first) if i < len(doc) and doc[i].lower_ in ("in", "during")), None)
    if start is None:
        return []
    near = list(takewhile(lambda i: doc[i].lower_ != "that" and doc[i].text not in ",.;", range(start + 1, min(start + 1 + PAPER, len(doc)))))
    papers = [i for i in near if doc[i].lemma_.lower() in load_speech().papers | REMARKS]
    given = [reading.actor_at(i + 1) for i in near if papers and i > papers[0] and doc[i].lower_ in ("to", "with", "by", "on", "for")]
    return [mention for mention in given if mention is not None]


def _follows_phrase(reading: Reading, verb: int) -> bool:
    """Whether a phrase stands right before a verb that shares its subject: the subject that the parse did not see."""
    before = reading.doc[verb - 1] if verb else None
    return before is not None and before.pos_ in ("NOUN", "PROPN") and reading.doc[verb].dep_ == "conj"


def _cites_for(citing: Token, said: Token) -> bool:
    """"Citing medics in the town, the channel said ...", "reported that the army had taken it, citing an officer": whose source stands far from the verb."""
    told = citing.head.dep_ == "ccomp" and citing.head.head is said and citing.nbor(-1).text == ","
    return citing.dep_ == "advcl" and (citing.head is said or told)


def _cited(reading: Reading, clause: Clause) -> list[ActorMention]:
    """"SANA reported citing residents", "Reuters reported eyewitnesses as saying", "quoting a source"."""
    token = reading.doc[clause.head]
    found: list[ActorMention] = []
    for other in reading.verbs.values():
        if other.predicate in QUOTING and other.head != clause.head and reading.doc[other.head].tag_ == "VBG" \
                and (abs(other.head - clause.head) < 8 or _cites_for(reading.doc[other.head], token)) and reading.doc[other.head].sent.start == token.sent.start:
            found.extend(speakers_at(reading, other.at("object")))
    if clause.predicate in ("report", "quote", "cite", "describe"):
        says_as = any(child.lower_ == "as" and any(inner.lemma_ in load_speech().content for inner in child.children) for child in token.children)
        if says_as:
            found.extend(speakers_at(reading, clause.at("object")))
    return found
