"""Layer 1: the headline: its words, its second print over the text, the speaker at its end.

In: a headline or a Report. Out: the headline with a comma before the speaker that lost his colon, behind the one that opens it or for the
dash before him, of the same length; where the text prints it again. Decision: only who is listed as closing headlines counts; who also fights ("Rebels", "Army") closes only a headline in
sentence case, where a capital at the end is no part of what was told.
"""

from __future__ import annotations

import functools
import re

from warledger.claims.text.punctuation import LEADS_ON, mark_at, speaking_nouns
from warledger.lexicons.word_lists import load_word_lists
from warledger.model import Report

WORD = re.compile(r"[^\W\d_][\w'-]*")
# What stands between a headline and the name of its site, and the fewest words of a headline.
SITE = re.compile(r"\s[-|–—·•]\s")
LEAST_HEADLINE = 4
# A headline counts as title case when this share of its longer words has a capital.
TITLE_CASE_SHARE = 0.6
# Words before the noun of a speaker behind a dash, at most.
LONGEST_OFFICE = 3
# So far into a body a date line or the headline's second print may stand.
HEAD = 200
# "... clashes in Homs car bombings state media": behind a preposition's phrase the last noun is no verb.
IN_PHRASE = re.compile(r"\b(?:in|by|after|from|of|near|as) (?:[\w'-]+ ){0,3}(?:[\w'-]+(?:s|ing|ed)|city|town|village|province|district)$", re.IGNORECASE)
# "... killed 38 government troops monitor": nor is it behind those who were counted.
COUNTED = re.compile(r"\b(?:\d+|dozens|scores|hundreds) (?:[\w'-]+ ){0,3}(?:[\w'-]+s|people|\w*(?:men|women|children)|dead|wounded|injured|killed)$", re.IGNORECASE)
# "Bomb kills woman wounds 25": the verb of a second harm behind whom the first befell is no noun.
SECOND_HARM = re.compile(r"\b(kills (?:[\w'-]+ ){0,2}[\w'-]*[a-z]) (?=(?:wounds|injures) (?:at least |some |about )?"
                         r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|dozens|scores)\b)", re.IGNORECASE)
# "... in Syria's Homs Governor", not "kills Homs Governor": where it was, behind which somebody in office may speak.
WHERE = re.compile(r"\b(?:in|at|near|outside|around) (?:[A-Z][\w'-]*|al|north|south|east|west|northern|southern|eastern|western|central)(?: [A-Z][\w'-]*){0,3}$")
IN_OFFICE = frozenset(("Governor", "Mayor", "Minister", "Spokesman", "Spokeswoman", "Official"))
# A name's adjective before who also fights: both are of the sentence.
ADJECTIVE = re.compile(r"^[A-Z]\w*(?:an|ish|ese|i|ch|ic)$|^(?:Free|Health|Foreign|National|Peoples?|Interior|Defen[cs]e)$")


@functools.cache
def _closing() -> dict[str, re.Pattern[str]]:
    """Who closes a headline: "any" with a capital or behind a separator, "sentence" only in sentence case, "small" in lower case."""
    words = {name: "|".join(words) for name, words in load_word_lists("trailing_speakers.yaml", "trailing").items()}
    end = r"(?: (?:AFP|AP|Reuters))?\s*(?:$| [-|] )"
    return {"any": re.compile(rf" (?=(?:{words['headline']}){end})"),
            "sentence": re.compile(rf"(?<=[a-z\d]) (?=(?:{words['sentence-case']}){end})"),
            "small": re.compile(rf"(?<=[a-z\d]) (?=(?:{words['small']})\s*(?:$| [-|] ))"),
            # behind the second print: who only closes headlines, or anybody before the agency or the day with which the text opens
            # "Monitors 15 killed in a raid"; "... kills five, wounds seven - Homs Governor"
            "opening": re.compile(rf"^\s*(?:{words['headline']}) (?=(?:(?:[Aa]t [Ll]east|[Mm]ore [Tt]han|[Oo]ver|[Nn]early) )?\d)"),
            "dash": re.compile(rf" [-|] (?=(?:[\w'-]+ ){{0,{LONGEST_OFFICE}}}(?i:{'|'.join(sorted(speaking_nouns()))}){end})"),
            "behind": re.compile(rf" (?:- )?(?:(?:{words['headline']})(?= [A-Z])|(?:{words['sentence-case']})(?= (?:AFP|AP|Reuters|REUTERS|[A-Z][a-z]+day)\b))")}


def headline_with_comma(title: str) -> str:
    """The headline with a comma before the speaker at its end, as long as before."""
    at = _speaker_at(title)
    title = title if at is None else f"{title[:at]}{mark_at(title, at)}{title[at + 1:]}"
    title = SECOND_HARM.sub(r"\1,", title)
    opening, dash = _closing()["opening"].match(title), _closing()["dash"].search(title)
    title = title if opening is None else f"{title[:opening.end() - 1]},{title[opening.end():]}"
    return title if dash is None else f"{title[:dash.start()]} : {title[dash.end():]}"


def _speaker_at(title: str) -> int | None:
    """The blank before the speaker at the end of a headline."""
    patterns = _closing()
    match, sentence_case = patterns["any"].search(title), False
    if match is None and (found := patterns["sentence"].search(title)) is not None and not is_title_case(title[:found.start()]):
        match, sentence_case = found, True
    small = match is None
    match = match or patterns["small"].search(title)
    if match is None:
        return None
    told = title[:match.start()]
    before = told.rpartition(" ")[2]
    if before.lower() in LEADS_ON or not told[-1:].isalnum():
        return None
    if sentence_case and ADJECTIVE.search(before):
        return None  # "... a town held by Syrian Rebels"
    if sentence_case and before[:1].isupper() and title[match.start():].split()[0] in IN_OFFICE and not WHERE.search(told):
        return None  # "Bomb kills Kandahar Governor"
    # "... near Palmyra media", not "rebels attack state media"
    if small and not before[:1].isupper() and not IN_PHRASE.search(told) and not COUNTED.search(told):
        return None
    return match.start()


def headline_words(title: str) -> str:
    """The headline without the name of the site behind it."""
    words = SITE.split(title.strip())[0]
    return words if len(words.split()) >= LEAST_HEADLINE else title.strip()


def printed_again(report: Report) -> tuple[int, int] | None:
    """The characters at which the headline is printed once more over the text, None where it is not."""
    words = headline_words(report.title)
    at = _find_again(report, words)
    if at < 0 and (speaker := _speaker_at(words)) is not None:  # there it may lack the speaker that closes the title
        words = words[:speaker]
        at = _find_again(report, words)
    if at < 0:
        return None
    behind = _closing()["behind"].match(report.text, at + len(words))  # and the title the one that closes it there
    return at, behind.end() if behind is not None else at + len(words)


def _find_again(report: Report, words: str) -> int:
    return report.text.find(words, report.body_start, report.body_start + len(words) + HEAD) if words and report.body_start else -1


def is_title_case(title: str) -> bool:
    """Whether most of the longer words of a headline have a capital."""
    words = [word for word in WORD.findall(title) if len(word) > 3]
    return bool(words) and sum(word[0].isupper() for word in words) / len(words) >= TITLE_CASE_SHARE
