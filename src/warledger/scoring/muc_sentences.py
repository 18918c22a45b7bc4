"""What the learned reading of MUC-4 templates sees of each sentence of a report.

In: a report with its layers. Out: its sentences with the claims told in them, their places, days and words. Decision: a
sentence is described by the coder's claims first and by its words second; both are features, never rules.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from dataclasses import dataclass, field

from warledger.claims.coder import Coded
from warledger.claims.text.tokens import Token
from warledger.model import Claim
from warledger.scoring.muc_scheme import MucScheme, trigger_lemmas

CONTENT = ("NOUN", "VERB", "ADJ", "PROPN")
# Words by which a sentence goes on with an incident or turns to another one.
CUES = frozenset("another meanwhile also elsewhere other later earlier separate addition previous previously hours minutes same similar "
                 "simultaneously moreover yesterday today ago last this these such".split())
PARAGRAPH = re.compile(r"\n\s*\n")
# The place of a sentence in its report counts up to here; the rest is alike.
LAST_PLACE = 6
# Sentences are told apart by length in steps of so many words, up to so many steps.
LENGTH_STEP, LONGEST = 8, 6


@dataclass
class Sentence:
    """One sentence: tokens start to end, its paragraph, and what it tells of."""

    index: int
    start: int
    end: int
    paragraph: int
    claims: list[Claim] = field(default_factory=list)
    types: set[str] = field(default_factory=set)
    deeds: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    times: set[str] = field(default_factory=set)
    cues: set[str] = field(default_factory=set)
    opening: list[str] = field(default_factory=list)
    features: set[str] = field(default_factory=set)


@dataclass
class Told:
    """The sentences of a report, with look-ups by token."""

    sentences: list[Sentence]
    sentence_at: dict[int, int]
    triggers: dict[int, tuple[Claim, str | None]]
    roles: dict[int, set[tuple[str, str, str, str]]]
    words: set[str]
    coordinated: dict[int, frozenset[int]]


def plain(token: Token) -> str:
    """A token as features name it: its lemma in small letters, a number as #."""
    return "#" if token.like_num or token.text[:1].isdigit() else token.lemma_.lower()


def read_sentences(coded: Coded, scheme: MucScheme) -> Told:
    """The sentences of a report, described."""
    doc = coded.reading.doc
    spans = [span for span in doc.sents if span.text.strip()]
    sentences = [Sentence(i, span.start, span.end, 0) for i, span in enumerate(spans)]
    sentence_at = {i: one.index for one in sentences for i in range(one.start, one.end)}
    _number_paragraphs(coded, sentences)
    words = {plain(token) for token in doc if token.pos_ in CONTENT and not token.is_stop}
    coordinated = {token.i: frozenset(other.i for other in token.conjuncts) for token in doc if token.conjuncts}
    told = Told(sentences, sentence_at, {}, defaultdict(set), words, coordinated)
    for claim in coded.claims:
        _add_claim(coded, claim, told, scheme)
    for place in coded.reading.places:
        if place.place.precision != "country" and place.head in sentence_at:
            sentences[sentence_at[place.head]].places.add((place.place.name or place.text).lower())
    for time in coded.reading.times:
        if time.head in sentence_at:
            sentences[sentence_at[time.head]].times.add(time.text.lower())
    for one in sentences:
        _describe(coded, one, told)
    return told


def _number_paragraphs(coded: Coded, sentences: list[Sentence]) -> None:
    text, doc, paragraph = coded.reading.report.text, coded.reading.doc, 0
    for before, one in itertools.pairwise(sentences):
        first = next((token.idx for token in doc[one.start:one.end] if not token.is_space), doc[one.start].idx)
        paragraph += bool(PARAGRAPH.search(text[doc[before.start].idx:first]))
        one.paragraph = paragraph


def _add_claim(coded: Coded, claim: Claim, told: Told, scheme: MucScheme) -> None:
    label = f"{claim.type}/{claim.mode}" if claim.mode else claim.type
    type_ = scheme.type_of(claim.type, claim.mode, trigger_lemmas(coded, claim), claim.weapons)
    for passage in claim.passages:
        if passage.field == "sentence":
            continue
        for i in coded.reading.tokens_of(passage.start, passage.end):
            told.roles[i].add((passage.field, claim.type, label, claim.stance))
            if passage.field != "trigger" or i not in told.sentence_at:
                continue
            told.triggers[i] = (claim, type_)
            sentence = told.sentences[told.sentence_at[i]]
            sentence.deeds.add(plain(coded.reading.doc[i]))
            if claim not in sentence.claims:
                sentence.claims.append(claim)
            if type_ is not None:
                sentence.types.add(type_)
            sentence.features |= {f"sc:{claim.type}", f"sl:{label}", f"ss:{claim.type}:{claim.stance}", f"st:{type_}", f"st:{type_}:{claim.stance}"}


def _describe(coded: Coded, one: Sentence, told: Told) -> None:
    tokens = [token for token in coded.reading.doc[one.start:one.end] if not token.is_space and not token.is_punct]
    one.cues = {token.lower_ for token in tokens} & CUES
    one.opening = [plain(token) for token in tokens[:3]]
    one.features |= {f"sw:{plain(token)}" for token in tokens if token.pos_ in CONTENT and not token.is_stop}
    one.features |= {f"sp:{min(one.index, LAST_PLACE)}", f"sn:{min(LONGEST, (one.end - one.start) // LENGTH_STEP)}"}
