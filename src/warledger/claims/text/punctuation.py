"""Layer 1: the comma that a text lost before the speaker at the end of a sentence.

In: the parser's text. Out: the same text, of the same length, with a comma for the blank before a trailing speaker
("... killed nine in Tamra rights groups said." becomes "... in Tamra,rights groups said."), a hyphen in "UK based Centre". Decision: only a speaker by a
listed noun or by a name counts, only at a sentence's end, and never behind a word that leads on to it.
"""

from __future__ import annotations

import functools
import re

from warledger.claims.text.outcome_commas import outcome_blanks
from warledger.claims.text.source_commas import source_blanks
from warledger.lexicons.word_lists import load_word_lists

# A speaker stands within so many words before the verb, and the sentence has told something before.
LONGEST_SPEAKER = 7
LEAST_BEFORE = 4
# Characters behind "in a statement" up to the end of the sentence, and words of a speaker who is told at length.
LONGEST_PAPER = 60
LONGEST_OFFICE = 14
DAYS = r"(?: (?:on|late|early|late on|early on))?(?: (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day| today| yesterday)?"
# How he said it: "added on condition of anonymity", "told the agency by phone".
HOW = rf"(?: on (?:the )?condition (?:of|that) [^.!?,\n\"]{{1,{LONGEST_PAPER}}}|(?: (?:by (?:tele)?phone|over the phone|via [A-Z]\w+|in (?:comments|remarks)))" \
      r"(?: (?:from|to|on|at|in|with)(?: (?!that\b|saying\b)[\w'-]+){1,4})?| without [a-z]+ing(?: (?!that\b)[a-z]+){0,3})?"
# Behind the noun of a speaker one of these opens how he was reached or who he is: "residents reached by phone said", "workers who were there said".
DESCRIBING = frozenset(("contacted", "reached", "interviewed", "speaking", "who", "monitoring", "tracking"))
# "sources close to the group told ...": behind whom one of these opens a description though a noun of a speaker may end it.
CLOSE_TO = frozenset(("close to", "familiar with"))
# A speaker at the end of what he said may go on in a participle ("..., officials said stressing that ...").
GOES_ON = "[a-z]+ing|while|as|after|amid|despite|but|(?:a|one|two|three|four|[0-9]+|several|just|only)? ?(?:hours?|days?|weeks?|months?) (?:after|before)"
LEADS_ON = frozenset("that which what who of and but or to as with by from for the a an in at near on not has have had he she it they".split())
FINITE = frozenset("is are was were be been has have had do does did will would said says that which who when where while after before".split())
# "... an offensive on northern Aleppo Russian sources said": a name behind one of these is of a place.
DIRECTIONS = frozenset("northern southern eastern western central northeastern northwestern southeastern southwestern rural upper lower".split())
LANDMARKS = frozenset("River City Province Street Square District Mountain Mountains Valley Lake Town Village Governorate Dam Airport Airbase Border".split())
PREPOSITIONS = frozenset("in of at near from on to around outside by inside across with".split())
# Parts of a name that do not begin with a capital: "the Observatory (SOHR) monitoring group", "al-Noor television".
ACRONYM, ARTICLED = re.compile(r"\([A-Z]{2,}\)"), re.compile(r"(?:al|el|an|as|ash|at|az|ad)-[A-Z]\w+")
# "the Times of Goma newspaper": behind a name with "of" stands the sort of medium that it is.
SORTS_OF_MEDIA = frozenset("newspaper daily channel agency network website magazine television radio tv broadcaster".split())
# "a source at the command", "a spokesman for the army".
WITHIN = frozenset("at in of for from with inside on".split())
# What such a phrase holds in lower case: "sources on the ground", "activists in the town".
WHEREABOUTS = frozenset("the a ground city town village area region province district neighbourhood neighborhood country capital scene "
                        "camp government opposition army police hospital field".split())
# An outcome behind the object of the main clause ("hit a village held by rebels killing nine"): a comma stood there.
OUTCOME = re.compile(r"(?<=[\w)]) (?=(?:killing|wounding|injuring|destroying|leaving|damaging)(?: (?:and|or) (?:killing|wounding|injuring))? "
                     r"(?:at least|more than|up to|about|around|some|nearly|over|dozens|scores|several|many|hundreds|a (?:large )?number|\d|"
                     r"(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) ))")
NO_OUTCOME_AFTER = frozenset("and or of by in for the a an their its his were was are is been be from after before while without not "
                             "of to that which admit admits admitted admitting deny denies denied denying".split())  # "admit killing 30 herders"
# "the UK based Observatory": the hyphen that tells it from a verb.
BASED = re.compile(r"(?<=[A-Za-z]) based (?=[A-Z])")
# "... pushed the rebels out of the town reports say in an offensive": a speaker between two parts of what he says.
REPORTS_SAY = re.compile(r"(?<=[\w)]) (?=(?:media |local |some )?reports say(?: (?:in|after|during|amid|as)\b|[.\n]|$))")


@functools.cache
def _words() -> tuple[frozenset[str], frozenset[str], re.Pattern[str]]:
    """Nouns of speakers, words that stand before them, and the pattern of a verb of saying at a sentence's end."""
    entries = load_word_lists("trailing_speakers.yaml", "trailing")
    verbs = "|".join(entries["verbs"])
    told = r"told (?:reporters|journalists|(?:the )?[A-Z][\w'-]*(?: [A-Z][\w'-]*){0,3})"
    quoted = r"(?:quoted|cited) (?:[\w'-]+ ){1,7}as saying"
    papers = "|".join(entries["papers"])  # what follows "that" or "saying" is told by itself
    paper = rf"(?: (?:in|at|during|on|to) (?:a|an|the|its|his|her|their) (?:[\w'-]+ ){{0,3}}(?:{papers})(?! (?:that|saying))[^.!?,\n\"]{{0,{LONGEST_PAPER}}})?"
    pattern = re.compile(rf" (?:has |have |had )?(?:{told}|{quoted}|{verbs}){DAYS}{paper}{HOW}(?=[.!?\n]|\s*$| (?:{GOES_ON})\b)", re.MULTILINE)
    return frozenset(entries["nouns"]), frozenset(entries["before"]), pattern


def speaking_nouns() -> frozenset[str]:
    """The last words of speakers at the end of a sentence."""
    return _words()[0]


def with_commas(text: str) -> str:
    """The text with lost commas put back, as long as before."""
    nouns, before, pattern = _words()
    characters: list[str] | None = None
    for match in pattern.finditer(text):
        at = _speaker_start(text, match.start(), nouns, before)
        if at is not None:
            characters = characters or list(text)
            characters[at] = mark_at(text, at)
    for match in OUTCOME.finditer(text):
        if text[:match.start()].rpartition(" ")[2].lower() not in NO_OUTCOME_AFTER:
            characters = characters or list(text)
            characters[match.start()] = ","
    for at in outcome_blanks(text):
        characters = characters or list(text)
        characters[at] = mark_at(text, at) if text[at + 1:at + 2].isdigit() else ","
    for at in (*source_blanks(text), *(match.start() for match in REPORTS_SAY.finditer(text))):
        characters = characters or list(text)
        characters[at] = mark_at(text, at)
    restored = "".join(characters) if characters else text
    return BASED.sub("-based ", restored)


def mark_at(text: str, at: int) -> str:
    """What stands for a blank: a comma; behind a figure a colon, because a comma there would be taken for one within a number."""
    return ":" if text[at - 1:at].isdigit() else ","


def _speaker_start(text: str, verb: int, nouns: frozenset[str], before: frozenset[str]) -> int | None:
    """Where the blank before the speaker stands, None where no speaker stands before the verb."""
    start = max(text.rfind(mark, 0, verb) for mark in (". ", "\n", "? ", "! ", '" ', ", "))
    words = [(match.group(), match.start()) for match in re.finditer(r"\S+", text[start + 1:verb])]
    if len(words) < LEAST_BEFORE + 1 or text[start:start + 1] == ",":
        return None
    words = _before_description(words, nouns)
    last = words[-1][0]
    if last.lower() not in nouns and not last[:1].isupper() and last not in WHEREABOUTS:
        return None
    first = len(words) - 1
    first = _back(words, first, before)
    office = _office_before(words, first, nouns)
    if office is None and last.lower() not in nouns and not last[:1].isupper():
        return None
    first = first if office is None else _back(words, office, before)
    while first > 1 and words[first - 1][0] == "and" and words[first - 2][0] in nouns and (
            words[first - 2][0][-1:] == "s" or words[first - 3][0] in ("a", "the")):
        first = _back(words, first - 2, before)  # "monitors and sources said"
        if words[first - 1][0] in nouns and words[first - 1][0][-1:] == "s":  # "activists residents and a monitor said"
            first = _back(words, first - 1, before)
    if not _opens_speaker(words, first):
        far = _far_office(words, nouns)
        first = _back(words, far, before) if far is not None else 0
        if not _opens_speaker(words, first):
            return None
    return start + 1 + words[first][1] - 1


def _before_description(words: list[tuple[str, int]], nouns: frozenset[str]) -> list[tuple[str, int]]:
    """"... residents reached by phone": the words up to the speaker's noun, where a description stands between it and the verb."""
    for n in range(len(words) - 3, max(len(words) - LONGEST_SPEAKER, LEAST_BEFORE), -1):
        if f"{words[n][0]} {words[n + 1][0]}" in CLOSE_TO and words[n - 1][0] in nouns:
            return words[:n]
    if words[-1][0].lower() in nouns:
        return words
    opens = (at for at in range(len(words) - 2, max(len(words) - LONGEST_SPEAKER, LEAST_BEFORE), -1) if words[at][0] in DESCRIBING)
    at = next((at for at in opens if words[at - 1][0] in nouns), None)
    return words if at is None else words[:at]


def _opens_speaker(words: list[tuple[str, int]], first: int) -> bool:
    """Whether a speaker may open at a word: something was told before, and nothing leads on to it."""
    lead = words[first - 1][0] if first else ""
    return first >= LEAST_BEFORE and lead.lower() not in LEADS_ON and lead[-1:] not in ",;:\"'-"


def _far_office(words: list[tuple[str, int]], nouns: frozenset[str]) -> int | None:
    """"the centre for aid to the displaced in Yemen said": the noun of a speaker that is told at length behind a preposition."""
    for at in range(len(words) - 3, max(len(words) - LONGEST_OFFICE, 1), -1):
        between = [word for word, _ in words[at + 1:]]
        if any(word in FINITE or (word.endswith("ed") and word.islower()) for word in between):
            return None
        if words[at][0] in nouns and between[0].lower() in WITHIN and (words[at - 1][0].lower() in ("the", "a", "an") or words[at - 1][0][:1].isupper()):
            return at
    return None


def _back(words: list[tuple[str, int]], first: int, before: frozenset[str]) -> int:
    """The first word of the phrase that a word belongs to."""
    start = first
    while first > 0 and start - first < LONGEST_SPEAKER and _belongs(words, first - 1, before):
        first -= 1
    return first


def _office_before(words: list[tuple[str, int]], first: int, nouns: frozenset[str]) -> int | None:
    """"a source at Homs Police Command told ...": the place of "source", None where no speaker stands before a preposition."""
    at = first - 1
    while at > 0 and (words[at][0][:1].isupper() or words[at][0] in WHEREABOUTS):
        at -= 1
    found = at > 0 and words[at][0].lower() in WITHIN and words[at - 1][0].lower() in nouns
    return at - 1 if found else None


def _belongs(words: list[tuple[str, int]], at: int, before: frozenset[str]) -> bool:
    """Whether a word is part of the speaker that begins behind it."""
    word = words[at][0]
    previous = words[at - 1][0].lower() if at else ""
    if previous in ("al", "el") and at > 1:
        previous = words[at - 2][0].lower()  # "the town of Al Tamra local media reported"
    if word.lower() in ("the", "a", "an"):
        return True
    if words[at + 1][0].lower() in ("the", "a", "an"):
        return False
    if word.lower() in before:
        return True
    if word in LANDMARKS and words[at + 1][0].islower():
        return False  # "cross the Euphrates River opposition activists said"
    if ACRONYM.fullmatch(word):
        return True
    if ARTICLED.fullmatch(word) and at and (previous[-1:] == "s" or words[at - 1][0].islower()):
        return previous not in PREPOSITIONS  # not "killing Sheikh Omar al-Haddad state television reported"
    if _is_of_medium(words, at if word != "of" else at + 1):
        return True
    return word[:1].isupper() and word[-1:].isalnum() and previous not in PREPOSITIONS and previous not in DIRECTIONS


def _is_of_medium(words: list[tuple[str, int]], at: int) -> bool:
    """"the Times of Goma newspaper": whether a name behind "of" is that of a medium, whose sort stands right behind it."""
    named = at > 1 and words[at - 1][0] == "of" and words[at][0][:1].isupper() and words[at - 2][0][:1].isupper()
    return named and at + 1 < len(words) and words[at + 1][0] in SORTS_OF_MEDIA
