"""Layer 6: figures, hung on what they count: killed, wounded, displaced, troops.

In: a Happening with its Reading. Out: Tallies with the characters that show them. Decision: a figure counts what the
frame says of the place in which it stands; a number that stands in no such place is no tally, so that distances, ages
and calibres cannot become victims.
"""

from __future__ import annotations

from warledger.claims.acts.fellow_victims import beside, parts
from warledger.claims.acts.figures_beside import figures_beside, instead_of_subject
from warledger.claims.acts.frames import Match
from warledger.claims.acts.happenings import Happening
from warledger.claims.acts.lone_victims import HARMED, TAKEN, is_one_more, lone_victim
from warledger.claims.acts.only_tried import is_only_tried
from warledger.claims.acts.own_fates import has_own_fate
from warledger.claims.acts.pronoun_figures import figures_of_pronoun
from warledger.claims.acts.things import HIT
from warledger.claims.acts.ties import TOLL
from warledger.claims.acts.tolls import COUNTED_UNITS, toll_of
from warledger.claims.acts.victim_classes import victims_of
from warledger.claims.counting_words import is_partitive
from warledger.claims.mentions import QuantityMention
from warledger.claims.reading import Reading
from warledger.claims.standing_figures import Counted, is_again, one_fate_each, without_outdated
from warledger.claims.text.tokens import Token
from warledger.claims.times.publication import day_of
from warledger.lexicons.figure_lexicon import load_figure_words
from warledger.lexicons.frame_lexicon import load_frames
from warledger.lexicons.number_lexicon import load_numbers
from warledger.lexicons.unit_lexicon import load_units, singular
from warledger.model import Tally
from warledger.model.codebook import TALLY_KINDS

# Frames whose noun with "fatal" or "deadly" tells one victim at least; "a deadly raid" tells no more than that it was bad.
SHOTS = frozenset(("shoot", "shoot-at"))
# What is shot down is an aircraft; who was in it is told by another word.
DOWNED = "shoot down"
# How somebody is told to be one of those just counted.
ONE_OF_THEM = ("one", "of", "them")
# What is counted one by one: nobody counts the displaced, the besieged or troops so.
ONE_BY_ONE = frozenset(TALLY_KINDS) - {"displaced", "trapped", "troops"}


def count(reading: Reading, happening: Happening) -> list[Counted]:
    """The tallies of a happening in text order, each once."""
    found: list[Counted] = []
    both: set[int] = set()  # where figures of two fates stand, of which another word may tell one
    for match in happening.matches:
        told = [] if _is_beside(reading, match, happening) else list(found)
        for role, what in _told_fates(reading, match):
            heads = _heads(reading, match, role)
            if role != "self":
                heads += [head for head in parts(reading, heads, [match]) if head not in heads]
                heads += [head for head in beside(reading, match.roles.get(role, ()), [match]) if head not in heads
                          and (what in ONE_BY_ONE or (role == "target" and head in reading.quantity_by_head))]
            fate = "killed" if what in ("casualties", "wounded") and _is_fatal(reading, match) else what
            of_both = fate == "killed" and _is_of_both(reading, match)
            fate = "casualties" if of_both else fate
            tried = match.clause.kind == "verb" and is_only_tried(reading.doc[match.head])
            counted = [item for head in heads for item in _at(reading, head, fate, role, match.frame.name == TOLL, tried)]
            both.update(item.start for item in counted if of_both)
            if role == "target":
                counted = _with_beside(reading, match, fate, counted)
            elif match.clause.kind == "verb" and (elided := instead_of_subject(reading, reading.doc[match.head])):
                counted = [counted_as(reading, one.head, fate, one) for one in elided]
            found.extend(item for item in counted if not is_again(item, told))
        found.extend(_fatal(reading, match, found))
    unique: dict[tuple[str, int], Counted] = {}
    found = [item for item in found if item.start not in both or item.tally.what not in ("killed", "wounded")]
    found = without_outdated(reading, happening, found)
    for item in sorted(found, key=lambda item: -item.end):  # the same figure with its noun and without is one
        unique.setdefault((item.tally.what, item.start), item)
    return sorted(one_fate_each(reading, list(unique.values())), key=lambda item: (item.start, item.tally.what))


def _told_fates(reading: Reading, match: Match) -> list[tuple[str, str]]:
    """What a match tells of those in each place; who is tortured or beaten is counted where it is "to death"."""
    if DOWNED in match.clause.variants:
        return []
    to_death = match.clause.kind == "verb" and match.frame.type == "ASSAULT" and _ends_in_death(reading.doc[match.head])
    return sorted(match.frame.tally.items()) or ([("target", "killed")] if to_death else [])


def _with_beside(reading: Reading, match: Match, what: str, counted: list[Counted]) -> list[Counted]:
    """The figures of a verb of harm, with or, of those that it only shares, instead of them the one that stands right beside it."""
    if what not in HARMED or match.clause.kind != "verb" or match.clause.negated:
        return counted
    near, alone = figures_beside(reading, match, bool(counted))
    told = [counted_as(reading, one.head, what, one) for one in near if not has_own_fate(reading, one, what)]
    kept = [] if alone and told else counted
    return [*kept, *(item for item in told if all(item.start != other.start for other in kept))]


def _is_of_both(reading: Reading, match: Match) -> bool:
    """"hundreds of deaths and injuries", "left 20 people dead or wounded": one figure of those killed and of those who lived."""
    last = reading.doc[match.trigger[-1]]
    harms = load_units().harm | load_units().states
    behind = reading.doc[last.i + 1:last.i + 3]  # "left 12 dead and wounded", whatever the parse makes of it
    if last.lower_ == "dead" and len(behind) == 2 and behind[0].dep_ == "cc" and {behind[1].lower_, singular(behind[1].lower_)} & harms - load_figure_words().elsewhere:
        return True
    by_one_verb = match.clause.kind == "verb" and len(match.trigger) == 1  # "killed and wounded 20" is told by its two verbs
    beside = [child for child in last.children if child.dep_ == "conj" and child.nbor(-1).dep_ == "cc"]
    wounding = {child.i for child in beside if "wounded" in {fate for frame in load_frames().by_noun.get((child.lower_,), ()) for fate in frame.tally.values()}}
    return not by_one_verb and any(child.i in wounding or ({child.lower_, singular(child.lower_)} & harms
                                   and {child.lower_, singular(child.lower_)}.isdisjoint(load_figure_words().dying)) for child in beside)


def _is_beside(reading: Reading, match: Match, happening: Happening) -> bool:
    """"killed three in one town and three in another": an outcome coordinated with another of the act counts others."""
    token = reading.doc[match.head]
    return token.dep_ == "conj" and any(other.head == token.head.i for other in happening.matches)


def _is_fatal(reading: Reading, match: Match) -> bool:
    """"fatally shot", "the fatal shooting of", "hacked to death", "shot or stabbed to death": who was hit died of it."""
    token = reading.doc[match.head]
    beside = [child for child in token.children if child.dep_ == "conj" and child.pos_ == "VERB"]
    return _modifier(reading, match, "fatal") is not None or any(_ends_in_death(verb) for verb in (token, *beside))


def _ends_in_death(verb: Token) -> bool:
    return any(child.lower_ == "to" and inner.lower_ == "death" for child in verb.children for inner in child.children)


def _modifier(reading: Reading, match: Match, name: str) -> Token | None:
    """The word of a class that stands with the trigger."""
    return next((child for child in reading.doc[match.head].children if name in reading.word_classes.of(child.lower_)), None)


def _fatal(reading: Reading, match: Match, found: list[Counted]) -> list[Counted]:
    """"a fatal shooting", whose victim is not named there: at least one died."""
    token, word = reading.doc[match.head], _modifier(reading, match, "deadly")
    told = any(item.tally.what == "killed" for item in found)
    if told or word is None or match.clause.kind != "noun" or match.frame.name not in SHOTS or token.tag_ not in ("NN", "NNP"):
        return []
    start, end = word.idx, token.idx + len(token.text)
    return [Counted(Tally("killed", 1, None, None, wording=reading.quote(start, end)), start, end)]


def _heads(reading: Reading, match: Match, role: str) -> list[int]:
    if role == "self":
        token = reading.doc[match.head]
        counts = token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lemma_.lower() in load_figure_words().cases
        return [match.head, token.head.head.i] if counts else [match.head]
    if role not in match.roles:
        return _in_slot(reading, match, role)
    heads = list(match.roles[role])
    doers = match.roles["initiator"] if role == "target" else []  # "the massacres of Bashir"
    for slot in match.frame.slots(role, match.clause.kind):  # the number in "dozens of civilians" is the outer word
        for head in match.clause.at(slot):
            if head not in heads and head not in doers:
                heads.append(head)
    # "kill at least 39 - monitor", "30 Yezidis": a number that the parse hangs on a noun which it does not count
    alone = [child.i for head in heads for child in reading.doc[head].children if child.dep_ == "nummod" and child.i < head and any(
        item.head == child.i and (item.unit == "people" or (item.unit == "unknown" and reading.actor_by_head.get(head) is not None))
        for item in reading.quantity_by_head.get(child.i, ()))]
    over = [token.head.head for token in (reading.doc[head] for head in heads) if token.dep_ == "pobj" and token.head.lower_ == "of"]
    outer = [token.i for token in over if is_partitive(token)  # "hundreds of dead and injured people"; "the life of a man" is one
             and any(item.unit == "people" and (item.low or 0) > 1 for item in reading.quantity_by_head.get(token.i, ()))]
    return [*heads, *(i for i in dict.fromkeys((*alone, *outer)) if i not in heads)]


def _in_slot(reading: Reading, match: Match, slot: str) -> list[int]:
    """The heads at a place of the clause; a headline's participle has its object in the subject's place."""
    targets = match.roles.get("target", [])
    outer = match.clause.at(slot)
    heads = [filler for head in outer for filler in reading.fillers(head)]
    if slot == "object" and not outer:
        outer = [head for head in match.clause.at("subject") if set(reading.fillers(head)) & set(targets)]
        heads = [head for head in targets if any(head in reading.fillers(one) for one in outer)]
    return [*heads, *(head for head in outer if head not in heads)]


def _at(reading: Reading, head: int, what: str, role: str, is_toll: bool, tried: bool) -> list[Counted]:
    quantities = reading.quantities_at(head) or figures_of_pronoun(reading, head, what)
    tolls = toll_of(reading, head) if is_toll else []
    found = []
    for quantity in [*quantities, *tolls]:
        if has_own_fate(reading, quantity, what) or (
                what in HARMED and any(_is_thing(reading, i) for i in ((quantity.head,) if quantity.unit == "unknown" else reading.fillers(head)))):
            continue
        counted_things = quantity.unit == "thing" and role in ("self", "object") and what != "troops"  # "300 soldiers and 20 tanks"
        if quantity.unit not in COUNTED_UNITS and not counted_things:
            continue
        found.append(counted_as(reading, quantity.head if quantity in tolls else head, what, quantity))
    if not found and role != "self" and not tried and all(quantity.unit != "thing" for quantity in quantities):  # "one of their tanks" is nobody
        single = single_of(reading, head, what)
        if single is not None:
            found.append(single)
    return found


def _is_thing(reading: Reading, head: int) -> bool:
    """"destroyed two command posts and 30 militants": what is counted is nobody."""
    return reading.actor_at(head) is None and bool(reading.word_classes.of(reading.doc[head].lemma_.lower()) & HIT)


def counted_as(reading: Reading, head: int, what: str, quantity: QuantityMention) -> Counted:
    """A figure as a tally of what befell those at a head."""
    actor = reading.actor_at(head)
    start, end = _wording(reading, quantity, head)
    fate = "killed" if what in HARMED and _are_martyrs(reading, quantity, head) else what
    tally = Tally(fate, quantity.low, quantity.high, quantity.best, quantity.approximate, quantity.cumulative,
                  _day(reading) if quantity.cumulative else None, victims_of(reading, head, quantity),
                  actor.country if actor is not None and actor.sector == "MIL" else None, reading.quote(start, end))
    return Counted(tally, start, end)


def _are_martyrs(reading: Reading, quantity: QuantityMention, head: int) -> bool:
    """"6 Yemeni martyrs", "4 martyrs": the noun whom the number counts, which the parse may part from it."""
    noun = reading.doc[quantity.head + 1:quantity.head + 2] if reading.doc[quantity.head].tag_ in ("CD", "JJ") else []
    return any(token.lower_ in load_figure_words().martyrs for token in (reading.doc[head], *noun))


def _wording(reading: Reading, quantity: QuantityMention, head: int) -> tuple[int, int]:
    """The number with its bound up to the noun that it counts, where that stands close behind."""
    noun = reading.doc[head]
    end = noun.idx + len(noun.text)
    if quantity.end <= end <= quantity.end + 60 and "\n" not in reading.report.text[quantity.start:end]:
        return quantity.start, end
    return quantity.start, quantity.end


def single_of(reading: Reading, head: int, what: str) -> Counted | None:
    """"a soldier was killed", a person by name: one. A plural without a number is no figure."""
    token = reading.doc[head]
    actor = reading.actor_at(head)
    if actor is None and head in reading.event_words:
        return None  # "the death of four and the injury of ten": a word for what befell people is none of them
    if actor is None and what in HARMED and is_one_more(token):
        end = token.idx + len(token.text)
        return Counted(Tally(what, 1, 1, 1, wording=reading.quote(token.idx, end)), token.idx, end)
    if _is_of_several(token) or _is_one_of_them(token) or token.lower_ in load_numbers().vague:  # "tens killed and wounded"
        return None
    if what not in ONE_BY_ONE or (actor is None and any(child.dep_ in ("conj", "cc") for child in token.children)):
        return None
    lone = lone_victim(reading, head, what)
    if lone is None or (actor is None and what not in TAKEN):
        return None
    tally = Tally(what, 1, 1, 1, victims=lone.victims, of=lone.of, wording=reading.quote(lone.start, lone.end))
    return Counted(tally, lone.start, lone.end)


def _is_one_of_them(token: Token) -> bool:
    """"four dockers, one of them a boy, were killed": the number before tells that it was one."""
    first = token.left_edge.i
    return first >= len(ONE_OF_THEM) and tuple(word.lower_ for word in token.doc[first - len(ONE_OF_THEM):first]) == ONE_OF_THEM


def _is_of_several(token: Token) -> bool:
    """"the other jihadist deaths", "a number of terrorist": of whom several deaths are told, or a number, several died."""
    if token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lower_ == "number":
        return True
    return token.dep_ in ("compound", "amod", "nmod") and token.head.tag_ in ("NNS", "NNPS")


def _day(reading: Reading) -> str | None:
    day = day_of(reading.report)
    return day.isoformat() if day is not None else None
