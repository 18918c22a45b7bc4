"""Layer 7, references: who "he", "the source" and "the statement" are that speak.

In: attributions in text order. Out: the same with the speakers that they go back to. Decision: who speaks by a pronoun or
by his bare role is who spoke last and fits, rather than who was named last; the medium that was told once is told still.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from warledger.claims.mentions import ActorMention
from warledger.claims.reading import Reading
from warledger.claims.text.tokens import Token
from warledger.claims.voices.attribution import Attribution
from warledger.claims.voices.speakers import is_medium, phrase
from warledger.lexicons.speech_lexicon import Sort, load_speech

# The kinds of speakers that a pronoun may stand for, and whether it stands for several.
PRONOUNS = {"it": ("media", "body", "group", "state", "force"), "he": ("person", "people", "office", "armed", "unknown"),
            "she": ("person", "people", "office", "armed", "unknown"), "they": ("people", "group", "body", "armed", "force", "unknown")}
# Somebody who goes on as "it": "a source in Homs told SANA ... It added".
SOURCE = "source"
DEFINITE = frozenset(("the", "this", "that", "these", "those"))
# What kind of a group fights, as a word before "group".
FIGHTING = frozenset(("rebel", "militant", "terrorist", "armed", "jihadist", "insurgent", "extremist", "islamist", "militia", "opposition"))
# Whose governments speak together as "they".
STATES = frozenset(("state", "body", "group"))
# Whose paper it is, by the pronoun before it: "his figures".
OWNED = {"his": "he", "her": "she", "its": "it", "their": "they"}
# Those who give out papers.
GIVE_OUT = ("body", "group", "media", "office", "force")
# An act of saying and the place in its chain of who is meant.
Found = tuple[Attribution, int]
# An office without a name is looked up among the last of them.
NEAR = 4
# A reference is looked up among so many acts of saying before it.
REACH = 12


def resolved(reading: Reading, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions with their references resolved; attributions: in text order of their cues."""
    found: list[Attribution] = []
    for item in attributions:
        found.append(_resolve(reading, item, found))
    return found


def _resolve(reading: Reading, item: Attribution, before: list[Attribution]) -> Attribution:
    papers = [n for n, one in enumerate(item.speakers) if reading.doc[one.head].lemma_.lower() in load_speech().papers]  # "the report said, citing medics"
    place = next((n for n, one in enumerate(item.speakers) if one.text.lower() in PRONOUNS), papers[0] if papers else len(item.speakers) - 1)
    speaker = item.speakers[place]
    all_earlier = [other for other in before if other.cue != item.cue and not _is_in_headline(reading, other)]
    earlier = [other for other in all_earlier if not _is_within(other, before)][-REACH:]
    pronoun = PRONOUNS.get(speaker.text.lower())
    if pronoun is not None and speaker.antecedent in item.content and speaker.head not in item.content:
        # "... when the attacker rammed a gate, he said": of whom somebody tells by his name or his deed is not he who tells it
        speaker = replace(speaker, antecedent=None, name=speaker.text, actor=None, kind="unknown", country=None, sector=None)
        item = replace(item, speakers=(*item.speakers[:place], speaker, *item.speakers[place + 1:]))
    if (own := _of_main_clause(reading, item, speaker)):
        return replace(item, speakers=(*item.speakers[:place], *own, *item.speakers[place + 1:]))
    if pronoun is not None:
        found = _by_pronoun(reading, item, speaker, earlier, pronoun) or _by_pronoun(reading, item, speaker, all_earlier[-REACH:], pronoun)
        if found is None and speaker.antecedent is None and earlier:  # better who spoke last than "he"
            found = earlier[-1], len(earlier[-1].speakers) - 1
    else:
        found = _by_definite(reading, speaker, earlier) or _by_description(reading, item, speaker)
    if found is None:
        return item
    other, n = found
    outer = item.speakers[:place] or tuple(mention for mention in other.speakers[:n] if is_medium(mention))
    one = replace(other.speakers[n], start=speaker.start, end=speaker.end, head=speaker.head, text=speaker.text)
    return replace(item, speakers=(*outer, one, *item.speakers[place + 1:]))


def _of_main_clause(reading: Reading, item: Attribution, speaker: ActorMention) -> list[ActorMention]:
    """"Britain and France sent evidence on the attacks, which they say were carried out by the army": the several who are the subject of its sentence."""
    verb, root = reading.doc[item.cue], reading.doc[item.cue].sent.root
    if speaker.text.lower() != "they" or verb.dep_ != "relcl" or root.i > verb.i:
        return []
    several = [token for child in root.children if child.dep_ == "nsubj" for token in (child, *child.conjuncts)]
    named = [reading.actor_at(token.i) for token in several]
    states = [mention for mention in named if mention is not None and mention.kind in STATES]
    return states if len(states) == len(several) > 1 else []


def _by_definite(reading: Reading, speaker: ActorMention, earlier: list[Attribution]) -> Found | None:
    """"the source", "the statement", "the Observatory": who was cited by that word before."""
    token = reading.doc[speaker.head]
    owner = next((OWNED[child.lower_] for child in token.children if child.dep_ == "poss" and child.lower_ in OWNED), None)
    if owner is not None and token.lemma_.lower() in load_speech().papers and earlier:  # "His figures allege that ..."
        innermost = len(earlier[-1].speakers) - 1
        return (earlier[-1], innermost) if earlier[-1].speakers[innermost].kind in PRONOUNS[owner] else None
    if _is_same(token) and earlier:
        return earlier[-1], len(earlier[-1].speakers) - 1
    first = min([token.i, *(child.i for child in token.children if child.dep_ in ("compound", "amod", "nmod", "det"))])
    opening = {reading.doc[i].lower_ for i in (first - 1, first) if i >= 0}
    if not opening & DEFINITE or (speaker.actor is not None and token.text[:1].isupper() and speaker.kind in GIVE_OUT):
        return None  # "the Observatory" is known by its name
    if (sort := load_speech().sorts.get(token.lower_)) is not None and _tells_no_other(token):
        return _by_name(speaker, token.lower_, earlier) or _by_sort(speaker, sort, earlier)
    if token.lemma_.lower() in load_speech().papers:
        return _by_paper(reading, token, earlier)
    for_another = any(child.lower_ == "for" and child.i > token.i for child in token.children)  # "the spokesman for the coalition"
    if speaker.kind == "office" and speaker.text.islower() and speaker.antecedent is None and _tells_no_other(token) and not for_another:
        last = next((other for other in reversed(earlier[-NEAR:]) if other.speakers[-1].kind == "person"), None)
        return (last, len(last.speakers) - 1) if last is not None else None  # "the general reiterated": the person who spoke last
    unlisted = speaker.actor is None and token.pos_ == "PROPN"  # "the Geneva-based Observatory"
    if speaker.kind not in ("people", "unknown") and not speaker.anonymous and not unlisted:
        return None
    for other in reversed(earlier):
        for n, one in enumerate(other.speakers):
            same = reading.doc[one.head].lemma_ == token.lemma_ or (token.pos_ == "PROPN" and token.text in one.name.split())
            if same and one.head != speaker.head and _names_no_other(reading, token, reading.doc[one.head]):
                return other, n
    return None


def _is_same(noun: Token) -> bool:
    """"the same source added": whoever spoke last, by whatever name."""
    near = [part for part in noun.doc[max(noun.i - 2, 0):noun.i] if part.text != ","]  # a comma may have been put back within "the same source"
    return noun.lower_ == SOURCE and bool(near) and near[-1].lower_ == "same"


def _by_description(reading: Reading, item: Attribution, speaker: ActorMention) -> Found | None:
    """"the rebel group said": the group of whom the report has told by these words before its name ("the rebel group M23 seized the port")."""
    words = speaker.text
    if speaker.kind != "group" or speaker.name != words or words.removesuffix(" group") not in FIGHTING:
        return None
    named = re.compile(re.escape(words) + " (?:the )?[A-Z]")
    for one in reversed(reading.actors):
        told = one.actor == speaker.actor if speaker.actor is not None else named.search(reading.report.text[max(one.start - len(words) - 5, 0):one.end])
        if told and one.end < speaker.start and one.kind == "group" and not one.anonymous and one.text[:1].isupper():
            return replace(item, speakers=(one,)), 0
    return None


def _tells_no_other(noun: Token) -> bool:
    """"the war monitor" may be the one who spoke before; "the chemical arms watchdog", "the militant group" are of their own."""
    words = [child for child in noun.children if child.dep_ in ("compound", "amod", "nmod", "poss", "appos")]
    if noun.pos_ == "PROPN" and any(child.lower_ in ("for", "of") and child.dep_ == "prep" for child in noun.children):
        return False  # "the Organisation for the Prohibition of ..."
    return all(child.lower_ in load_speech().plainly or child.lower_ == "based" for child in words)


def _by_name(speaker: ActorMention, word: str, earlier: list[Attribution]) -> Found | None:
    """"the observatory": whoever it is for our knowledge, by the name that has the word, before all others of that sort."""
    for other in reversed(earlier):
        for n, one in enumerate(other.speakers):
            if one.head != speaker.head and one.actor is not None and one.actor == speaker.actor and word in one.name.lower().split():
                return other, n
    return None


def _by_sort(speaker: ActorMention, sort: Sort, earlier: list[Attribution]) -> Found | None:
    """"the monitor", "the group": who spoke last of that sort."""
    for other in reversed(earlier):
        for n in reversed(range(len(other.speakers))):
            one = other.speakers[n]
            if one.kind in sort.kinds and (not sort.sectors or one.sector in sort.sectors) and one.actor is not None and one.head != speaker.head:
                return other, n
    return None


def _names_no_other(reading: Reading, token: Token, other: Token) -> bool:
    """Whether "the military source" may be that source before, or "the local source" a source: of the same number, told apart by no word of its own."""
    if token.pos_ == "PROPN":
        return True
    own, others = ({child.lower_ for child in one.subtree if child.pos_ in ("ADJ", "NOUN", "PROPN") and child.i < one.i} for one in (token, other))
    return token.tag_ == other.tag_ and (own <= others or (not others and own <= load_speech().plainly))


def _by_pronoun(reading: Reading, item: Attribution, speaker: ActorMention, earlier: list[Attribution],
                kinds: tuple[str, ...]) -> Found | None:
    """Who spoke last and fits, unless the grammar gives one who spoke or the subject of the main verb before."""
    several = speaker.text.lower() == "they"
    for other in reversed(earlier):
        for n, one in enumerate(other.speakers):
            if speaker.antecedent == one.head:
                return other, n
    if _is_main_subject(reading, item, speaker, earlier):
        return None
    named = _named_before(reading, speaker)
    if named is not None:
        return replace(item, speakers=(named,)), 0
    for other in reversed(earlier):
        for n in reversed(range(len(other.speakers))):
            one = other.speakers[n]
            word = reading.doc[one.head].lemma_.lower()
            fits = one.kind in kinds or ("body" in kinds and ((word == SOURCE and not one.plural) or (one.kind == "unknown" and word in load_speech().bodies)))
            if fits and word not in load_speech().visual and one.text.lower() not in PRONOUNS and (not several or one.plural or one.anonymous):
                return other, n
    return None


def _named_before(reading: Reading, pronoun: ActorMention) -> ActorMention | None:
    """"Ziad suffered a head injury. ... he told AFP": who is by name, though no list knows him, the subject of the sentence before."""
    first = reading.doc[pronoun.head].sent.start
    if pronoun.text.lower() not in ("he", "she") or first < 1:
        return None
    subject = next((token for token in reading.doc[first - 1].sent if token.dep_ == "nsubj" and token.head.dep_ == "ROOT"), None)
    unknown = subject is not None and subject.ent_type_ in ("PERSON", "") and subject.pos_ == "PROPN" and reading.actor_at(subject.i) is None \
        and subject.i not in reading.event_words  # "Rockets fell on the depot. ... he said"
    return phrase(reading, subject, anonymous=False) if unknown and subject is not None else None


def _by_paper(reading: Reading, paper: Token, earlier: list[Attribution]) -> Found | None:
    """"the statement said": who said so in a statement; else the body that spoke last."""
    for other in reversed(earlier):
        cue = reading.doc[other.cue]
        near = [*(part for child in cue.children if child.dep_ == "prep" for part in child.subtree),
                *(part for one in other.speakers for part in reading.doc[one.head].subtree)]
        if any(part.lemma_ == paper.lemma_ for part in near):
            return other, len(other.speakers) - 1
    last = next((other for other in reversed(earlier) if other.speakers[-1].kind in GIVE_OUT), None)
    return (last, len(last.speakers) - 1) if last is not None else None


def _is_in_headline(reading: Reading, item: Attribution) -> bool:
    """Whether somebody speaks in the headline or its second print, to which no pronoun goes back."""
    start, end = reading.layout.headline_again or (0, 0)
    return not reading.layout.body_start <= reading.doc[item.cue].idx or start <= reading.doc[item.cue].idx < end


def _is_within(item: Attribution, others: Sequence[Attribution]) -> bool:
    """Whether somebody else is said to say it, or it only tells what he thinks."""
    return item.saying.attribution == "suspected" or any(item.cue in other.content and other.cue != item.cue for other in others)


def _is_main_subject(reading: Reading, item: Attribution, pronoun: ActorMention, earlier: Sequence[Attribution]) -> bool:
    """Whether a pronoun goes back to the subject of the main verb of its own or the last sentence, and to nobody quoted."""
    if pronoun.antecedent is None or any(pronoun.antecedent in other.content for other in (item, *earlier)):
        return False
    token = reading.doc[pronoun.antecedent]
    between = {reading.doc[i].sent.start for i in range(token.i, pronoun.head)} - {reading.doc[pronoun.head].sent.start}
    return token.dep_ == "nsubj" and token.head.dep_ == "ROOT" and len(between) <= 1
