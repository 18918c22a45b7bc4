"""Layer 7, the headline: "Car bomb kills 15 in Homs: monitor".

In: a Reading. Out: the attributions of the headline to the name at its end or before its colon. Decision: the name of the site that a page
prints behind its headline ("- Region - The Daily") is no speaker.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from warledger.claims.mentions import ActorMention
from warledger.claims.reading import Reading
from warledger.claims.text.punctuation import speaking_nouns
from warledger.claims.text.tokens import Token
from warledger.claims.voices.attribution import Attribution
from warledger.claims.voices.speakers import phrase
from warledger.lexicons.speech_lexicon import Saying, load_speech
from warledger.lexicons.unit_lexicon import singular

SEPARATORS = frozenset(("-", "|", "--", "·", "•"))
ENDING_KINDS = frozenset(("media", "body", "people", "person", "state", "office", "unknown", "armed", "force"))
OPENING_KINDS = frozenset(("media", "body", "people", "person", "office", "group", "force"))
NAME_PARTS = re.compile(r"[\s-]+")
# Who may stand there before a number where the colon is lost: a rank or a name may be one of those counted.
UNNAMED_KINDS = frozenset(("media", "body", "people"))
# The name of a site has no more words.
LONGEST_SITE = 4
# A speaker before a headline's colon has no more words.
LONGEST_BEFORE = 6
# A headline of fewer words has no room for a speaker behind it.
LEAST_WORDS = 5


def behind_headline(reading: Reading) -> Iterator[Attribution]:
    """The attributions of the headline, and of its second print over the text, to who stands before or behind it."""
    again = reading.layout.headline_again
    for start, end in ((0, reading.layout.body_start), *((again,) if again is not None else ())):
        title = [token for token in (reading.doc[i] for i in reading.tokens_of(start, end)) if not token.is_space]
        title = _without_site(reading, title)
        if sum(1 for token in title if not token.is_punct) >= LEAST_WORDS:
            found = _speaker_behind(reading, title) or _speaker_before(reading, title)
            yield from [found] if found is not None else []


def _speaker_behind(reading: Reading, title: list[Token]) -> Attribution | None:
    """"Car bomb kills 15 in Homs: monitor": the name at the end that nothing governs."""
    last = [token for token in title if not token.is_punct][-1]
    mention = reading.actor_at(last.i)
    kinds = {last.lemma_.lower(), singular(last.lower_)}
    if mention is None and kinds & (load_speech().papers | load_speech().bodies) and reading.doc[last.i - 1].is_punct:
        word = reading.quote(last.idx, last.idx + len(last.text))
        mention = replace(phrase(reading, last, anonymous=True), start=last.idx, text=word, name=word)
    if (source := _before_byline(reading, title)) is not None:
        return source
    if mention is None or mention.kind == "office":
        mention = _office_behind(reading, title) or mention
    named = _name_behind_colon(reading, title)
    mention = mention or named
    if mention is None or mention.kind not in ENDING_KINDS or (mention.kind == "people" and not mention.anonymous):
        return None
    start = named.start if named is not None and mention.kind == "person" else mention.start
    first = reading.tokens_of(start, mention.end)[0]
    before = reading.doc[first - 1] if first else None
    if before is None or before.i < title[0].i or before.pos_ in ("ADP", "DET", "CCONJ", "VERB", "ADJ", "PART", "NUM", "AUX"):
        return None
    counted = mention.kind == "people" and last.lemma_.lower() not in load_speech().spokesmen  # "... kills 32, most of them students"
    if (counted or mention.kind in ("state", "person", "office", "media", "unknown", "armed", "force")) and not before.is_punct:
        return None
    return Attribution((mention,), first, frozenset(token.i for token in title if token.i < first), Saying("fact"))


def _before_byline(reading: Reading, title: list[Token]) -> Attribution | None:
    """"Car bomb kills 15 in Homs: monitor Omar Haddad": behind a colon the name of whoever wrote it may follow the source."""
    colon = next((n for n in range(len(title) - 3, max(len(title) - LONGEST_SITE - 3, 0), -1) if title[n].text == ":"), None)
    if colon is None:
        return None
    source, *name = title[colon + 1:]
    nobody = source.lemma_.lower() in load_speech().bodies or (source.lower_ in speaking_nouns() and singular(source.lower_) != source.lower_)
    written = all(reading.report.text[token.idx].isupper() for token in name if token.is_alpha) and not any(token.is_punct for token in name[:-1])
    if not nobody or not written or not source.text.islower():
        return None
    mention = reading.actor_at(source.i)
    end = source.idx + len(source.text)
    if mention is None or mention.end > end:
        mention = replace(phrase(reading, source, anonymous=True), start=source.idx, end=end, text=source.text, name=source.text)
    return Attribution((mention,), title[colon].i, frozenset(token.i for token in title[:colon]), Saying("fact"))


def _office_behind(reading: Reading, title: list[Token]) -> ActorMention | None:
    """"... kills five, injures seven - Homs Governor": an office that no list knows."""
    dash = next((n for n in range(len(title) - 2, max(len(title) - LONGEST_SITE - 2, 0), -1) if title[n].text in SEPARATORS | {":"}), None)
    if dash is None or title[-1].lower_ not in speaking_nouns() or (title[dash].text == ":" and dash == len(title) - 2):
        return None
    start, end = title[dash + 1].idx, title[-1].idx + len(title[-1].text)
    text = reading.quote(start, end)
    return ActorMention(start, end, title[-1].i, text, kind="office", name=text, anonymous=True)


def _name_behind_colon(reading: Reading, title: list[Token]) -> ActorMention | None:
    """"... responsible for the attack: EU's Mogherini": a name that no list knows."""
    colon = next((n for n in range(len(title) - 2, max(len(title) - LONGEST_SITE - 2, 0), -1) if title[n].text == ":"), None)
    tail = title[colon + 1:] if colon is not None else []
    named = bool(tail) and all(token.text[:1].isupper() for token in tail if token.is_alpha and len(token.text) > 1) and tail[-1].pos_ == "PROPN"
    if not named or reading.place_at(tail[-1].i) is not None:
        return None
    start, end = tail[0].idx, tail[-1].idx + len(tail[-1].text)
    text = reading.quote(start, end)
    return ActorMention(start, end, tail[-1].i, text, kind="person", name=text)


def _speaker_before(reading: Reading, title: list[Token]) -> Attribution | None:
    """"Monitor: car bomb kills 15 in Homs": who stands before a colon, or for a lost one a comma; a place there only tells where."""
    colon = next((n for n, token in enumerate(title[:LONGEST_BEFORE]) if token.text == ":" or _is_lost_colon(reading, token)), None)
    if not colon or len(title) - colon <= LEAST_WORDS:
        return None
    before = title[colon - 1]
    mention = reading.actor_at(before.i)
    if mention is None and before.lower_ in load_speech().spokesmen:
        mention = replace(phrase(reading, before, anonymous=True), kind="person")
    mention = mention or _office_before(reading, title[:colon]) or (_named_in_body(reading, before) if colon == 1 else None)
    if mention is None or not (_is_abroad(reading, mention) or mention.kind in (OPENING_KINDS if title[colon].text == ":" else UNNAMED_KINDS)):
        return None
    if reading.place_at(before.i) is not None and not _is_abroad(reading, mention):
        return None
    return Attribution((mention,), title[colon].i, frozenset(token.i for token in title[colon + 1:]), Saying("fact"))


def _office_before(reading: Reading, opening: list[Token]) -> ActorMention | None:
    """"Minister of Health: hospitals shut as raids go on", "Head of the council: ...": an office told by what it is of."""
    noun = next((n for n, token in enumerate(opening[:-2]) if token.lower_ in speaking_nouns() and opening[n + 1].lower_ in ("of", "for", "at", "in")), None)
    if noun is None:
        return None
    start, end = opening[0].idx, opening[-1].idx + len(opening[-1].text)
    text = reading.quote(start, end)
    return ActorMention(start, end, opening[noun].i, text, kind="office", name=text, anonymous=True)


def _is_abroad(reading: Reading, mention: ActorMention) -> bool:
    """"Russia: rebels shelled Aleppo": the government of another country than that of which the report tells."""
    return mention.kind == "state" and mention.country is not None and reading.theatre is not None and mention.country != reading.theatre


def _is_lost_colon(reading: Reading, token: Token) -> bool:
    """"Monitors 15 killed in a raid": a comma that only stands in the parser's text, with a number behind it."""
    behind = token.nbor(1) if token.i + 1 < len(token.doc) else token
    return token.text == "," and reading.report.text[token.idx] != "," and behind.like_num


def _named_in_body(reading: Reading, surname: Token) -> ActorMention | None:
    """"Haddad: the raids must end": the person whom the body names."""
    word = surname.text.lower()
    for mention in reading.actors:
        names = NAME_PARTS.split(mention.text.lower())
        if mention.kind == "person" and mention.start >= reading.layout.body_start and word in (names[-1], "".join(names[-2:])):
            start, end = surname.idx, surname.idx + len(surname.text)
            return replace(mention, start=start, end=end, head=surname.i, text=reading.quote(start, end))
    return None


def _without_site(reading: Reading, title: list[Token]) -> list[Token]:
    """The headline without the name of the site and its sections behind it."""
    cuts = [n for n, token in enumerate(title) if token.text in SEPARATORS]
    kept = len(title)
    for n in reversed(cuts):
        segment = title[n + 1:kept]
        medium = any(_is_site(reading, token) for token in segment) or _is_unknown_site(reading, segment)
        section = kept < len(title) and len(segment) <= 2
        if not segment or not (medium or section):
            break
        kept = n
    return title[:kept]


def _is_unknown_site(reading: Reading, segment: list[Token]) -> bool:
    """A name of some words at the end of the headline that is nobody we know but perhaps a paper: "- The Daily Star"."""
    capital = all(reading.report.text[token.idx].isupper() for token in segment if token.is_alpha)
    named = [mention for token in segment if (mention := reading.actor_at(token.i)) is not None and mention.kind != "media"]
    return capital and 1 < len(segment) <= LONGEST_SITE and not named and all(reading.place_at(token.i) is None for token in segment)


def _is_site(reading: Reading, token: Token) -> bool:
    mention = reading.actor_at(token.i)
    return mention is not None and mention.kind == "media" and not mention.anonymous
