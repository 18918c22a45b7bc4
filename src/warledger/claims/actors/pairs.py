"""Layer 3, words for two who were named before: "the two countries", "both sides", "the warring parties".

In: the drafts of a report in order, names and descriptions resolved. Out: the drafts with one for each such word, its
members the two that were named last. Decision: two of one state are one side, and where no two are at hand the words stay as
they are.
"""

from __future__ import annotations

from warledger.claims.actors.drafts import Draft
from warledger.claims.clauses.noun_phrases import TextWords
from warledger.lexicons.act_name_lexicon import load_act_names
from warledger.lexicons.company_lexicon import load_company

_STATES = frozenset(("countries", "nations", "states", "capitals", "governments"))
_SIDES = frozenset(("sides", "parties", "factions", "rivals", "foes", "enemies", "forces", "groups", "adversaries", "armies", "allies"))
_BOTH = frozenset(("two", "both"))
_FIGHTING = frozenset(("warring", "rival", "opposing", "conflicting", "belligerent", "feuding", "combatant"))
_SIDE_KINDS = ("state", "force", "group", "armed")
# What those do who stand between two sides ("a truce brokered by X and Y").
_BROKERING = frozenset(("broker", "mediate", "sponsor", "facilitate"))
_OF_STATE = ("GOV", "MIL", "COP", "SPY")


def add_pairs(text: TextWords, drafts: list[Draft]) -> list[Draft]:
    """The drafts with those for pairs, in order of the text; a draft that the pair's word made by itself gives way."""
    found = list(drafts)
    for i, word in enumerate(text.lower):
        first = _opening(text, i)
        if first is None:
            continue
        before = [draft for draft in drafts if draft.last < first]
        pair = _states(before) if word in _STATES else _two_sides(text, before)
        if pair is not None and text.lower[i - 1] in _FIGHTING and all(draft.kind == "state" for draft in pair):
            pair = None  # "the warring sides" are not the states that talk about them
        if pair is None:
            continue
        found = [draft for draft in found if not draft.first <= i <= draft.last]
        name = " and ".join(_name(draft, text) for draft in pair)
        kind, sector = ("state", "GOV") if word in _STATES else ("group", None)
        found.append(Draft(i, i, kind, sector=sector, plural=True, definite=True, name=name, antecedent=pair[1], members=pair))
    return sorted(found, key=lambda draft: draft.first)


def _opening(text: TextWords, i: int) -> int | None:
    """The first word of the pair's phrase that word i ends, None where it ends none."""
    word = text.lower[i]
    if i == 0 or (word not in _STATES and word not in _SIDES):
        return None
    before = text.lower[i - 1]
    if before in _BOTH or (word == "sides" and before in _FIGHTING):
        return i - 1
    return i - 2 if before in _FIGHTING and i > 1 and text.lower[i - 2] in _BOTH else None


def _states(before: list[Draft]) -> tuple[Draft, Draft] | None:
    """The two states named last, in the order in which they were named."""
    states: dict[str, Draft] = {}
    for draft in reversed([draft for draft in before if draft.kind == "state" and draft.country is not None]):
        states.setdefault(draft.country or "", draft)
        if len(states) == 2:
            second, first = states.values()
            return first, second
    return None


def _two_sides(text: TextWords, before: list[Draft]) -> tuple[Draft, Draft] | None:
    """The two parties named last that are not of one side; those told by the way, and who brought others together, only where no others are left."""
    parted = [draft for draft in before if not _is_broker(text, draft) and not _only_backs(text, draft)]
    return _last_two([draft for draft in parted if not _is_by_the_way(text, draft)]) or _last_two(parted) or _last_two(before)


def _only_backs(text: TextWords, draft: Draft) -> bool:
    """"rebels backed by the group": who backs one side is none by himself."""
    token = text.doc[draft.head(text)]
    backing = token.head.head
    return token.dep_ == "pobj" and token.head.dep_ == "agent" and backing.dep_ == "acl" and backing.lemma_ in load_company().backed


def _last_two(before: list[Draft]) -> tuple[Draft, Draft] | None:
    """The two parties named last that are not of one side, in the order in which they were named."""
    sides: list[Draft] = []
    for draft in reversed(before):
        if draft.kind not in _SIDE_KINDS or draft.members or (draft.definite and draft.antecedent is None):
            continue
        if (draft.attributive and draft.form == "adjective") or (draft.kind == "force" and draft.sector is None):
            continue
        if not any(_one_side(draft, other) for other in sides):
            sides.append(draft)
        if len(sides) == 2:
            return sides[1], sides[0]
    return None


def _is_by_the_way(text: TextWords, draft: Draft) -> bool:
    """"a front with the army", "reinforcements": who stands behind a thing and "with", or a force of nobody."""
    token = text.doc[draft.head(text)]
    noun = token.head.head
    beside = token.dep_ == "pobj" and token.head.lower_ == "with" and noun.pos_ == "NOUN" and noun.lemma_.lower() not in load_act_names()
    nameless = draft.kind == "force" and draft.actor is None and draft.country is None
    return beside or (nameless and draft.role is not None and not draft.role.institution)


def _is_broker(text: TextWords, draft: Draft) -> bool:
    """"a truce between X and Y brokered by Z": who stands between the two."""
    token = text.doc[draft.head(text)]
    while token.dep_ == "conj":
        token = token.head
    return token.dep_ == "pobj" and token.head.lower_ == "by" and token.head.head.lemma_ in _BROKERING


def _one_side(one: Draft, other: Draft) -> bool:
    """Whether two are of one side: of one state, or of one group, or nothing tells them apart."""
    states = [draft.kind == "state" or (draft.sector in _OF_STATE and not _is_of_people(draft)) for draft in (one, other)]
    if all(states):
        return one.country == other.country or None in (one.country, other.country)
    if any(states):
        return False
    if one.actor is not None and other.actor is not None:
        return one.actor == other.actor
    return one.sector == other.sector and (one.country == other.country or None in (one.country, other.country))


def _is_of_people(draft: Draft) -> bool:
    """"Kurdish forces": of a people that has no state."""
    return draft.kind == "force" and draft.country is None and any(piece.kind == "people" for piece in draft.before)


def _name(draft: Draft, text: TextWords) -> str:
    """The state's name in the list, else the name that the draft was given, else its words."""
    if draft.listed is not None and draft.listed.kind == "state":
        return draft.listed.name
    return draft.name or draft.spoken(text)
