"""Layer 9, whose a time is: which times of a sentence date a happening, and how surely.

In: a Reading and a Happening. Out: the times of its sentence, those that hang on its own clauses first, each with whether it does. Decision: a
time hangs by the parse on the act that it dates; one told of another clause, a last day and a length that another had are none of its own.
"""

from __future__ import annotations

import re

from warledger.claims.acts.happenings import Happening
from warledger.claims.acts.whole_war import measures_for
from warledger.claims.clauses.records import Clause
from warledger.claims.mentions import TimeMention
from warledger.claims.reading import Reading
from warledger.claims.text.tokens import Token
from warledger.claims.times.story import clause_before, counted_words, dated_word
from warledger.lexicons.speech_lexicon import load_speech

# What stands before the day on which a page was made, and the characters within which.
PAGE = re.compile(r"\b(?:published|posted|updated)(?:\s+(?:on|at)|:)?\s*$", re.IGNORECASE)
PAGE_WITHIN = 30
# What stands before the day of a picture, and the credit behind it.
PICTURE = re.compile(r"\b(?:picture|photo|photograph|image|video|handout)s?\b(?: \w+){0,2} (?:on|at)\s*$", re.IGNORECASE)
CREDIT = re.compile(r"\.? ?\((?:File |Photo )?(?:AFP|AP|Reuters|REUTERS|EPA|AA|Getty|File|Handout|[A-Z]{2,5} [Pp]hoto)\b[^().]{0,30}\)")
# Units of stretches of time that tell no day.
WITHIN_A_DAY = frozenset(("second", "minute", "hour"))
# Verbs of names, which no time dates.
NAMING = frozenset(("know", "call", "name", "dub"))
# Bounds behind which the last day of something stands.
TERMS = frozenset(("by", "until", "before"))
# A time that hangs on none of the predicates of an act counts as farther than any that does.
UNTIED = 50


def own_times(reading: Reading, happening: Happening) -> list[tuple[TimeMention, bool]]:
    """Times of the happening's sentence and whether they hang on its own clauses, those that do first; none that hang on another's."""
    sentence = reading.doc[happening.main.head].sent
    heads = {match.head for match in happening.matches}
    inside = [mention for mention in reading.times if sentence.start_char <= mention.start < sentence.end_char
              and mention.kind != "set" and not is_of_page(reading, mention)
              and not _is_deadline(reading, happening, mention) and not measures_for(reading, happening, mention.head)]
    inside = [mention for mention in _apart(reading, inside, happening.main.head) if not _is_within_a_day(reading, mention)]
    for match in happening.matches:
        heads |= _carriers(reading, match.clause)
    inside = [mention for mention in inside if (over := clause_before(reading, mention)) is None or over.i in heads]
    scored = []
    for mention in inside:
        distance = _steps(reading, dated_word(reading, mention), heads)
        scored.append((distance if distance is not None else UNTIED + abs(mention.head - happening.main.head), mention.start, mention))
    scored.sort(key=lambda item: item[:2])
    return [(mention, distance < UNTIED) for distance, _, mention in scored
            if distance < UNTIED or not (_is_length_of_another(reading, mention, happening.main.head) or _belongs_elsewhere(reading, mention, heads))]


def _apart(reading: Reading, times: list[TimeMention], head: int) -> list[TimeMention]:
    """"a day after its jets struck on Sunday": the stretch dates the main clause alone, and Sunday the other alone."""
    for mention in times:
        words = {token.i for token in counted_words(reading, mention)}
        if head in words:
            times = [other for other in times if other is not mention]
        elif words:
            times = [other for other in times if other.head not in words]
    return times


def is_term(mention: TimeMention) -> bool:
    """"by Friday", "until the end of the month", "within two weeks": the last day of something, not its day."""
    parts = dict(mention.parts)
    return parts.get("bound") in TERMS or parts.get("which") == "within"


def _is_deadline(reading: Reading, happening: Happening, mention: TimeMention) -> bool:
    """"would strike unless they leave by Friday": the day of a threat's terms is not the threat's; a plan has its own."""
    main = happening.main
    if not is_term(mention):
        return False
    aside = _steps(reading, mention.head, {main.head}) is None
    return main.frame.stance == "threatened" or (aside and main.clause.modal in ("will", "would", "shall"))


def _is_length_of_another(reading: Reading, mention: TimeMention, head: int) -> bool:
    """"for years the town has been a base of rebels, who attacked a convoy": who did so in a clause beside did not do so for years."""
    if mention.rule != "lasting" or not dict(mention.parts).get("unit", "").startswith("year"):
        return False
    return any(above.dep_ == "relcl" for above in (reading.doc[head], *reading.doc[head].ancestors))


def _carriers(reading: Reading, clause: Clause) -> set[int]:
    """The light verb and the verbs above that only carry the predicate."""
    return {clause.parent} if clause.parent is not None and clause.relation == "light" else set()


def _steps(reading: Reading, i: int, heads: set[int]) -> int | None:
    """How many steps up the tree from a time to one of the happening's predicates without crossing another verb."""
    token = reading.doc[i]
    for steps in range(8):
        if token.i in heads:
            return steps
        if (steps and token.i in reading.verbs) or token.dep_ == "ROOT":
            return None
        token = token.head
    return None


def _belongs_elsewhere(reading: Reading, mention: TimeMention, heads: set[int]) -> bool:
    """Whether a time hangs on an event noun or verb of its own that is none of the happening's."""
    token = reading.doc[mention.head]
    for _ in range(6):
        if token.dep_ == "ROOT":
            return False
        token = token.head
        if _is_war_around(reading, token) or _is_aim(token, mention):
            continue
        if token.i in reading.event_words:
            return not _is_over(reading, token, heads)
        if token.i in reading.verbs and token.lemma_ in NAMING:
            continue  # "the force known as the Asayish in April"
        if token.i in reading.verbs:
            apart = token.dep_ in ("relcl", "acl", "advcl", "ccomp") or (token.dep_ == "xcomp" and is_term(mention))
            return apart and not _is_over(reading, token, heads)
    return False


def _is_war_around(reading: Reading, token: Token) -> bool:
    """"seized the heights in the 1967 war": the year of a war in which something was done dates it."""
    return "war" in reading.classes(token.i) and token.dep_ == "pobj" and token.head.lower_ in ("in", "during")


def _is_aim(token: Token, mention: TimeMention) -> bool:
    """"launched an offensive to retake the town on May 31": the day behind what a deed is for is the deed's; a last day is the aim's."""
    return token.tag_ == "VB" and token.dep_ in ("acl", "advcl") and not is_term(mention) and any(child.lower_ == "to" for child in token.children)


def _is_over(reading: Reading, token: Token, heads: set[int]) -> bool:
    """Whether a predicate is one of the happening's or holds one: "launched a crackdown on protests in 2011" dates both."""
    return token.i in heads or any(token.is_ancestor(reading.doc[head]) for head in heads)


def is_of_past(reading: Reading, mention: TimeMention) -> bool:
    """"On March 22 they flew men in to lead an assault": the day is the past verb's, whatever was planned with it."""
    token = reading.doc[mention.head]
    verbs = [above for above in (token, *token.ancestors) if above.i in reading.verbs]
    over = verbs[0] if verbs else None
    if len(verbs) > 1 and _is_aim(verbs[0], mention):
        return reading.verbs[verbs[1].i].tense == "past"
    return over is not None and reading.verbs[over.i].tense == "past" and not reading.verbs[over.i].passive \
        and token.dep_ == "pobj" and token.head.lower_ == "on" and token.head.head == over


def is_of_page(reading: Reading, mention: TimeMention) -> bool:
    """"Published Friday, May 6": when the page was made."""
    return PAGE.search(reading.report.text, max(0, mention.start - PAGE_WITHIN), mention.start) is not None


def is_of_picture(reading: Reading, mention: TimeMention) -> bool:
    """"A picture taken on July 29 shows", "near the ruins of Taiz on Monday (AFP photo)": when a picture was made, not the news."""
    text = reading.report.text
    return CREDIT.match(text, mention.end) is not None or PICTURE.search(text, max(0, mention.start - PAGE_WITHIN), mention.start) is not None


def tells_act(reading: Reading, mention: TimeMention) -> bool:
    """Whether a time hangs on an act: "said on Sunday that" tells when somebody spoke of one, which may be older, and a date line nothing."""
    token = reading.doc[mention.head]
    over = next((above for above in (token, *token.ancestors) if above.i in reading.verbs or above.i in reading.event_words), None)
    if over is None:
        return False
    verb = reading.verbs[over.i].predicate if over.i in reading.verbs else None
    return verb is None or not (verb in load_speech().content or verb in load_speech().event)


def _is_within_a_day(reading: Reading, mention: TimeMention) -> bool:
    """"minutes later", "for ten seconds", "over three hours": a stretch that tells no day. "The past 24 hours" are a span."""
    if mention.rule in ("past_count", "recent", "ago") or counted_words(reading, mention):
        return False
    return dict(mention.parts).get("unit", "").rstrip("s") in WITHIN_A_DAY
