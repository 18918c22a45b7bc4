"""Layer 9, sides of a fight by words that are on no list: "police clashed with anarchists", "between farmers and lawmen".

In: a Reading and a happening that has two sides. Out: who stands in the place of a side by a noun that our lists do not have. Decision: whom
one fights is somebody, whatever he is called; only plural nouns and names count, which neither time, place, act nor thing can be, and behind
"with" nothing where the verb has its opponent already ("fought police with bottles").
"""

from __future__ import annotations

from collections.abc import Iterator, Set

from warledger.claims.acts.frames import Match
from warledger.claims.acts.happenings import Happening
from warledger.claims.acts.participant import Filled
from warledger.claims.acts.things import short_name
from warledger.claims.reading import Reading
from warledger.claims.text.tokens import Token
from warledger.model import Participant

# The places of a fight's clause in which its sides stand.
SIDES = ("subject", "with", "against", "between", "among")
# Words that open a clause of what goes on at the time.
WHILE = frozenset(("as", "while"))
PLURAL = ("NNS", "NNPS")
# Words that count or stand in for others and name nobody.
NOBODY = frozenset("other others hundreds dozens scores thousands tens hours days weeks months years minutes number numbers rounds people".split())
# What the model calls a time or a measure is nobody.
MEASURES = frozenset(("DATE", "TIME", "QUANTITY", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "EVENT"))
# Classes of words that may still be somebody.
SOMEBODY = frozenset(("side", "fleeing"))


def unlisted_sides(reading: Reading, happening: Happening, told: Set[int]) -> list[Filled]:
    """The sides of a fight that only their own words name, in text order, without those whose heads are told already."""
    if not happening.main.frame.both_sides:
        return []
    suffered = {head for match in happening.matches if match.frame.result for head in match.roles.get("target", ())} | told
    found: dict[str, Filled] = {}
    for match in happening.matches:
        if match.frame.both_sides and "with" in (match.frame.target or ()):
            for head in sorted(set(_places(reading, match)) - suffered):
                token = _last_part(reading.doc[head])
                if _may_fight(reading, token):
                    start, end = short_name(reading, token)
                    while start and reading.report.text[start - 1] == "-":
                        start = reading.doc[reading.tokens_of(start - 2, start - 1).start].idx
                    found.setdefault(reading.quote(start, end), Filled(Participant(reading.quote(start, end)), start, end, token.i))
    return list(found.values())


def _places(reading: Reading, match: Match) -> Iterator[int]:
    opposed = bool(match.clause.at("object")) and match.clause.kind == "verb"
    for argument in match.clause.arguments:
        own = argument.slot == "object" and match.clause.kind == "verb" and not match.clause.passive and not _goes_on(reading.doc[match.head])
        if (argument.slot in SIDES and not (argument.slot == "with" and opposed)) or own:
            yield from reading.fillers(argument.head)


def _goes_on(fight: Token) -> bool:
    """"as fighting intensifies", "while fighting rages": a fight by its noun, whose verb the parse takes for whom it is against."""
    opened = fight.i > fight.sent.start and fight.nbor(-1).lower_ in WHILE
    return opened and fight.tag_ == "VBG" and any(child.dep_ == "dobj" and child.i == fight.i + 1 and not list(child.lefts) for child in fight.children)


def _last_part(token: Token) -> Token:
    """"ex-soldiers", "anti-fascists": the noun at the end of what is several words to the parse."""
    hyphened = token.i + 2 < len(token.doc) and token.nbor(1).text == "-"
    return token.nbor(2) if hyphened else token


def _may_fight(reading: Reading, token: Token) -> bool:
    """Whether a noun that is on no list can name those who fight."""
    if reading.actor_at(token.i) is not None or reading.place_at(token.i) is not None or token.i in reading.event_words or token.i in reading.time_tokens:
        return False
    if token.tag_ not in PLURAL or token.lower_ in NOBODY or token.ent_type_ in MEASURES or not token.text.isalpha():
        return False
    return reading.word_classes.of(token.lemma_.lower()) <= SOMEBODY
