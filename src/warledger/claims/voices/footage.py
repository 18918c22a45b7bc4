"""Layer 7, footage: who shows what happened: "the footage shows air strikes", "activists published videos of the raid".

In: a Reading. Out: Attributions. Decision: what is seen in pictures is the word of whoever gave them out, of the pictures themselves where nobody is
told; they show an act that is named in their phrase, and a clause that tells it.
"""

from __future__ import annotations

from collections.abc import Iterator

from warledger.claims.clauses.records import Clause
from warledger.claims.mentions import ActorMention
from warledger.claims.reading import Reading
from warledger.claims.text.tokens import Token
from warledger.claims.voices.attribution import Attribution
from warledger.claims.voices.speakers import any_noun, givers, own_tokens, speakers_at
from warledger.lexicons.speech_lexicon import Saying, load_speech

SHOWING = frozenset(("show", "depict", "capture"))
GIVING_OUT = frozenset(("release", "publish", "broadcast", "air", "post", "share", "upload", "circulate", "show"))
SHOWN = frozenset(("dobj", "ccomp", "xcomp"))
MEDIA = frozenset(("media",))


def shown(reading: Reading) -> Iterator[Attribution]:
    """The attributions of what pictures show."""
    for clause in reading.verbs.values():
        if clause.negated or clause.passive or clause.modal or reading.doc[clause.head].tag_ == "VB":
            continue
        verb = reading.doc[clause.head]
        objects = [child for child in verb.children if child.dep_ in SHOWN and child.i > verb.i]
        speakers = _showing(reading, clause) if clause.predicate in SHOWING else []
        given = [child for child in objects if _is_visual(child)]
        if not speakers and clause.predicate in GIVING_OUT and given:
            speakers, objects = speakers_at(reading, clause.at("subject")), [*given, *_participles(verb)]
        content = {part.i for child in objects for part in child.subtree} - own_tokens(reading, speakers)
        if speakers and any(i in reading.event_words or i in reading.verbs for i in content):
            yield Attribution(tuple(speakers), clause.head, frozenset(content), Saying("fact"))


def _showing(reading: Reading, clause: Clause) -> list[ActorMention]:
    """Whose pictures show something, the pictures themselves where nobody is told, or a station: "it showed scenes of fighting"."""
    subjects = clause.at("subject")
    pictures = [head for head in subjects if _is_visual(reading.doc[head])]
    over = next((above for head in pictures for above in reading.doc[head].ancestors if above.i in reading.verbs and reading.verbs[above.i].predicate in GIVING_OUT), None)
    if over is not None and over.i < clause.head and not reading.verbs[over.i].passive:  # "activists published videos showing the raid"
        return speakers_at(reading, reading.verbs[over.i].at("subject"))
    given = [mention for head in pictures for filler in reading.fillers(head) for mention in givers(reading, reading.doc[filler])]
    given = given or speakers_at(reading, pictures) or [mention for head in pictures if (mention := any_noun(reading, head)) is not None]
    return given or [mention for mention in speakers_at(reading, subjects) if mention.kind in MEDIA]


def _participles(verb: Token) -> list[Token]:
    """"broadcast images from the city, showing rubble": what the parse hangs on the verb."""
    return [child for child in verb.children if child.dep_ == "advcl" and child.lower_ == "showing"]


def _is_visual(token: Token) -> bool:
    return token.lemma_.lower() in load_speech().visual
