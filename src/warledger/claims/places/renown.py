"""How well known a place of a name is, and so whether the name means it without more being said.

In: entries of the gazetteer, a name where it stands. Out: a rank; whether a word is a well-known place; whether who is captured is a person of that
name. Decision: half the surnames of the world are a village, so that a captured name that the sentence tells to be a person's is that, unless the
place is well known.
"""

from __future__ import annotations

from warledger.claims.captives import is_captive, is_captured
from warledger.claims.places.reading import Reading, Toponym
from warledger.claims.text.tokens import Token
from warledger.gazetteer import Entry

OWN_KINDS_THAT_ARE_KNOWN = frozenset((
    "region", "sea", "river", "road", "border", "continent", "mountain", "lake", "province", "island", "neighbourhood",
    "camp", "airbase", "airport", "crossing", "base", "dam", "site", "prison", "port", "town", "village"))
MAJOR_POPULATION = 100_000
# How much a name weighs by the largest settlement that bears it: (people, score).
BY_POPULATION = ((500_000, 2.5), (100_000, 2.0), (15_000, 1.0), (1_000, 0.4), (0, 0.2))
# A report is about a country that it names so often, demonyms counted (place_choice.DEMONYM_WEIGHT each).
ABOUT_COUNTRY = 1.0
# A town of so many people is likelier captured than a namesake is; below it, half the surnames of the world are a village.
GROUND = 5_000


def is_major(entry: Entry) -> bool:
    """Whether an entry is so well known that its name means it without more being said."""
    return (entry.kind in ("country", "continent", "region", "sea", "river")
            or (entry.kind == "admin1" and entry.population >= MAJOR_POPULATION)
            or (entry.kind == "city" and entry.population >= MAJOR_POPULATION))


def prominence(entries: tuple[Entry, ...]) -> float:
    """How well known the best known of the entries is, 0 to 3."""
    best = 0.0
    for entry in entries:
        if entry.match == "family":
            best = max(best, 0.3)
        elif entry.kind in ("country", "continent"):
            best = max(best, 3.0)
        elif entry.kind == "admin1":
            best = max(best, 2.5 if entry.population >= MAJOR_POPULATION else 1.5)
        elif entry.kind == "admin2":
            best = max(best, 0.5)
        elif entry.kind in OWN_KINDS_THAT_ARE_KNOWN:
            best = max(best, 2.2)
        else:
            best = max(best, next(score for people, score in BY_POPULATION if entry.population >= people))
    return best


def sure_countries(entries: tuple[Entry, ...]) -> tuple[str, ...]:
    """The country of a name that can hardly be in another: of all its well-known bearers, else of all."""
    exact = [entry for entry in entries if entry.match == "exact" and entry.country]
    known = [entry for entry in exact if is_major(entry)] or exact
    countries = {str(entry.country) for entry in known}
    return tuple(sorted(countries)) if len(countries) == 1 else ()


def doc_place(reading: Reading, token: Token) -> bool:
    """Whether a word is by itself a well-known place, with or without the s of a possessive."""
    for name in (token.text, token.text.removesuffix("s")):
        if any(is_major(entry) for entry in reading.gazetteer.candidates(name) if entry.match == "exact"):
            return True
    return False


def is_caught(reading: Reading, toponym: Toponym) -> bool:
    """"Karim was captured in Pakistan": who the sentence tells to be a person, or the model where no place of that name is likely."""
    token = reading.tokens[toponym.end - 1]
    if doc_place(reading, token):
        return False
    called = token.ent_type_ == "PERSON" and toponym.end - toponym.start == 1 and token.dep_ == "nsubjpass" and is_captured(token)
    return is_captive(token) or (called and not _is_likely(reading, toponym))


def _is_likely(reading: Reading, toponym: Toponym) -> bool:
    """Whether a place of exactly that name is a town of some size, in a country that the report is about, or on our own lists."""
    return any(entry.match == "exact" and (entry.is_own or entry.population >= GROUND or reading.countries.get(entry.country or "", 0.0) >= ABOUT_COUNTRY)
               for entry in toponym.candidates)
