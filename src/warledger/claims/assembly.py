"""Layer 9 and 10: from a happening to a claim, every value with its passage or the rule that inferred it.

In: the happenings of a Reading with voices and stances. Out: Claims. Decision: what the clause lacks is sought in the
sentence, then in the report, by stated rules; a value without passage says by which.
"""

from __future__ import annotations

from collections.abc import Iterable

from warledger.claims.acts.counted_victims import with_counted
from warledger.claims.acts.happenings import Happening
from warledger.claims.acts.modes import claim_type, mode_of, status_of, weapons_of
from warledger.claims.acts.participant import Filled
from warledger.claims.acts.roles import participants, trigger_span
from warledger.claims.acts.sides import threatened_side
from warledger.claims.acts.speaking_side import with_speaking_side
from warledger.claims.acts.whole_war import is_anchor, is_told_of
from warledger.claims.background import is_history
from warledger.claims.news_day import report_time
from warledger.claims.reading import Reading
from warledger.claims.recurrence import is_status
from warledger.claims.stance import Stance, StanceReader
from warledger.claims.standing_figures import Counted
from warledger.claims.stray_figures import count_all
from warledger.claims.terms import deadline_of
from warledger.claims.voices.chains import Voice, Voices
from warledger.claims.when import When, date_of
from warledger.claims.where import Where, event_places, locate, of_background
from warledger.model import Claim, Participant, Passage
from warledger.model.codebook import CORE_TYPES
from warledger.model.record import digest

# Types that are words, not deeds: they are where their speaker is, which is no place of an event.
WITHOUT_PLACE = frozenset(("STATEMENT", "RELATION", "ACCUSE", "REQUEST", "REJECT", "SUPPORT", "CONCEDE", "CONSULT", "SANCTION"))
# Types that set terms: the condition in their sentence is theirs.
TERMED = frozenset(("THREATEN", "REQUEST"))


def assemble(reading: Reading, happenings: list[Happening], voices: Voices, stances: StanceReader, coder: str) -> list[Claim]:
    """One claim per happening; the terms of a threat are in the threat's claim, not beside it."""
    claims = []
    scenes = event_places(reading)
    previous: Where | None = None
    read = []
    for happening in happenings:
        # "(outlawed in Russia)": what a page adds to every name of a group is nobody's word
        voice = Voice() if is_status(reading, happening) else voices.of_any([match.head for match in happening.matches])
        read.append((happening, voice, stances.read(happening, voice)))
    for (happening, voice, stance), figures in zip(read, count_all(reading, happenings), strict=True):
        if reading.topic.effect == "nothing" and happening.main.frame.type in CORE_TYPES:
            continue
        if happening.main.frame.stance == "historical" and is_anchor(reading, happening.main.head):
            continue  # "since the war began": a date, no act
        if (stance.is_condition and _is_terms(reading, happening, read)) or _is_in_terms(reading, happening, read):
            continue
        if stance.negated and stance.stance in ("demanded", "hypothetical", "planned") and voice.speakers:
            continue  # "there is no need to fight": a position, which find_statements keeps
        where = None if happening.main.frame.type in WITHOUT_PLACE else locate(reading, happening, scenes, previous)
        claim = _claim(reading, happening, voice, stance, where, figures, coder)
        if claim is not None:
            claims.append(claim)
            if where is not None and where.place.inferred is None and claim.stance in ("asserted", "denied"):
                previous = where
    return claims


def _is_in_terms(reading: Reading, happening: Happening, others: list[tuple[Happening, Voice, Stance]]) -> bool:
    """"gave them until Friday to surrender or face attack": what stands in the terms of an ultimatum has not happened."""
    terms = {stance.condition for other, _, stance in others
             if other is not happening and other.main.frame.type == "THREATEN" and stance.condition is not None}
    head = reading.doc[happening.main.head]
    return bool(terms) and any(above.i in terms for above in (head, *head.ancestors))


def _is_terms(reading: Reading, happening: Happening, others: list[tuple[Happening, Voice, Stance]]) -> bool:
    """Whether a condition is what a threat of its sentence would be carried out on."""
    sentence = reading.doc[happening.main.head].sent.start
    return any(other is not happening and reading.doc[other.main.head].sent.start == sentence
               and (stance.threat or other.main.frame.type in TERMED) for other, _, stance in others)


def _claim(reading: Reading, happening: Happening, voice: Voice, stance: Stance, where: Where | None,
           figures: list[Counted], coder: str) -> Claim | None:
    filled = with_speaking_side(reading, happening, participants(reading, happening), voice)
    said_by = {mention.head for mention in voice.speakers}
    filled["target"] = [item for item in filled["target"] if item.head not in said_by]
    # "... held by rebels a monitor and a doctor said"
    filled["initiator"] = [item for item in filled["initiator"] if item.head not in said_by or item.head < happening.main.head] or filled["initiator"]
    counted = [item for item in figures if not _tells_it(item, voice)]
    type_, mode = claim_type(reading, happening, stance)
    if stance.threat:
        filled = threatened_side(reading, happening, filled)
    if type_ == "ASSAULT":
        filled["target"] = with_counted(reading, filled["target"], counted)
    when = date_of(reading, happening, stance.stance)
    if _says_too_little(reading, happening, filled, counted, when):
        return None
    kind = stance.stance
    if kind == "asserted" and reading.topic.effect == "historical":
        kind = "historical"
    if kind == "asserted" and is_history(reading, happening, when.span if when else None, [item.tally for item in counted]):
        kind = "historical"
    span = when.span if when is not None else report_time(reading, kind, happening)
    start, end = trigger_span(reading, happening.main)
    deadline, condition, terms = deadline_of(reading, stance, happening.main.head)
    admits = type_ == "ASSAULT" and voice.attribution == "admitted"
    if (type_ == "REQUEST" or admits or stance.threat) and not filled["initiator"] and voice.speakers:
        speaker = voice.speakers[-1]
        filled["initiator"] = [Filled(speaker.participant(), speaker.start, speaker.end, speaker.head)]
    if kind == "historical":
        where = of_background(reading, happening, where)
    passages = _passages(reading, happening, filled, counted, voice, where, when) + terms
    return Claim(
        id=digest("c", reading.report.id, start, end, type_), report=reading.report.id, type=type_,
        source_id=reading.report.source_id, mode=mode if mode is not None else mode_of(reading, happening, type_),
        stance=kind, negated=stance.negated or _none_suffered(happening, counted), speakers=tuple(mention.speaker() for mention in voice.speakers),
        initiators=_people(filled["initiator"]), targets=_people(filled["target"]), others=_people(filled["other"]),
        place=where.place if where else None, when=span, deadline=deadline, condition=condition,
        tallies=tuple(item.tally for item in counted), weapons=weapons_of(reading, happening),
        status=status_of(reading, happening, type_), attribution=voice.attribution,
        passages=tuple(ordered(passages)), coder=coder)


def _tells_it(item: Counted, voice: Voice) -> bool:
    """"wounding dozens a medical source said": one person who says it, whom a lost comma made a victim."""
    return item.tally.low == item.tally.high == 1 and any(item.start < one.end and one.start < item.end for one in voice.speakers)


def _says_too_little(reading: Reading, happening: Happening, filled: dict[str, list[Filled]], counted: list[Counted], when: When | None) -> bool:
    """An outcome with nobody and no figure ("injuries"), a war with no party, figure or time ("a dangerous conflict")."""
    main = happening.main
    empty = not filled["initiator"] and not filled["target"] and not counted
    return empty and (main.frame.result or (main.frame.stance == "historical" and when is None and not is_told_of(reading, main.head)))


def _none_suffered(happening: Happening, counted: list[Counted]) -> bool:
    """"nobody was hurt": an outcome alone that did not come about; an attack without victims was an attack all the same."""
    return happening.main.frame.result and any(item.tally.high == 0 for item in counted)


def _people(filled: list[Filled]) -> tuple[Participant, ...]:
    return tuple(item.participant for item in filled)


def _passages(reading: Reading, happening: Happening, filled: dict[str, list[Filled]], counted: list[Counted], voice: Voice,
              where: Where | None, when: When | None) -> list[Passage]:
    def passage(field: str, start: int, end: int) -> Passage:
        return Passage(field, start, end, reading.quote(start, end))

    start, end = trigger_span(reading, happening.main)
    found = [passage("trigger", start, end)]
    found += [passage("speaker", mention.start, mention.end) for mention in voice.speakers]
    for role in ("initiator", "target", "other"):
        found += [passage(role, item.start, item.end) for item in filled[role]]
    if where is not None:
        found.append(passage("place", where.start, where.end))
    if when is not None and when.start is not None and when.end is not None:
        found.append(passage("when", when.start, when.end))
    found += [passage("tally", item.start, item.end) for item in counted]
    sentence = reading.doc[happening.main.head].sent
    first, last = sentence.start_char, sentence.end_char
    text = reading.report.text[first:last]
    first += len(text) - len(text.lstrip())
    found.append(passage("sentence", first, first + len(text.strip())))
    return found


def ordered(passages: Iterable[Passage]) -> list[Passage]:
    """Each passage once: the trigger first, the sentence last, between them by field and place."""
    unique = {(item.field, item.start, item.end): item for item in passages}
    return [unique[key] for key in sorted(unique, key=lambda key: (key[0] != "trigger", key[0] == "sentence", key))]
