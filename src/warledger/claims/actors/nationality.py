"""Layer 3, whose country somebody is of: "rebels in Chad", "ethnic Albanians in Serbia", "Iraqi Kurds", "students" at home.

In: the drafts of a report, before and after they are resolved. Out: the same with countries. Decision: the country before
the people's name or behind "in" comes first; a people abroad ("ethnic Albanians") is of no country by its name; who is
named without any country in a report that names but one is of that one.
"""

from __future__ import annotations

from warledger.claims.actors.drafts import Draft
from warledger.claims.clauses.noun_phrases import TextWords

# Kinds that live where they are; a medium or a force may be from anywhere.
_LIVING = frozenset(("people", "armed", "office", "person", "body", "state", "group"))
# Sectors of those who come from outside or from anywhere, and of those who only tell.
_FROM_OUTSIDE = frozenset(("IGO", "NGO", "MED", "MNC", "UAF"))
# A person by name is at home by an office; what else is said of one tells no country.
_IN_OFFICE = frozenset(("GOV", "OPP", "PTY", "JUD", "COP"))
_WITHIN = frozenset(("in", "inside", "throughout", "across", "within"))
# Words that may stand between somebody and where they are.
_BETWEEN = frozenset("the of a northern southern eastern western central north south east west northeastern northwestern southeastern southwestern "
                     "war-torn neighboring neighbouring occupied".split())
_REACH = 4  # words between somebody and the country that they are in
# Who stands for a cause that knows no country, however few the report names.
_ABROAD = frozenset(("foreign", "international", "western", "overseas", "un", "u.n", "regional", "multinational", "coalition", "allied"))


def by_place(text: TextWords, drafts: list[Draft]) -> None:
    """Gives those who have none the country that stands before their people's name or behind "in"."""
    for k, draft in enumerate(drafts):
        if draft.form == "people" and draft.first > 0 and text.lower[draft.first - 1] == "ethnic":
            draft.country = draft.actor = draft.listed = None
        elif draft.kind == "people" and k > 0 and _is_adjective_before(text, drafts[k - 1], draft):
            draft.country, draft.actor = drafts[k - 1].country, None
        if _is_of_none(draft) and draft.sector != "MIL":  # soldiers in a country are not of it
            draft.country = _behind_in(text, drafts, k)


def _is_of_none(draft: Draft) -> bool:
    """Whether nothing tells whose country somebody is of who lives somewhere."""
    return draft.country is None and draft.listed is None and draft.kind in _LIVING and draft.sector not in _FROM_OUTSIDE and not draft.backed_by


def _is_adjective_before(text: TextWords, before: Draft, people: Draft) -> bool:
    """"Bosnian Serbs", "Iraqi Kurds": the state's adjective right before the name of a people."""
    return before.form == "adjective" and before.kind == "state" and before.last + 1 == people.first and text.soft(before.last) \
        and (people.role is None)


def _behind_in(text: TextWords, drafts: list[Draft], k: int) -> str | None:
    """The country of the state that stands behind "in" right after somebody: "opposition groups in Zimbabwe"."""
    at = drafts[k].last + 1
    after = drafts[k + 1] if k + 1 < len(drafts) else None
    if after is None or at >= len(text) or text.lower[at] not in _WITHIN or after.kind != "state" or after.form == "adjective":
        return None
    between = range(at + 1, after.first)
    near = len(between) <= _REACH and all(text.soft(i) for i in range(drafts[k].last, after.first))
    return after.country if near and all(text.lower[i] in _BETWEEN for i in between) else None


def only_country(drafts: list[Draft], theatre: str | None) -> str | None:
    """The one country of all that a report names, None where it names several or none."""
    named = {draft.country for draft in drafts if draft.country is not None} | ({theatre} if theatre else set())
    return min(named) if len(named) == 1 else None


def at_home(text: TextWords, drafts: list[Draft], country: str | None) -> None:
    """Gives those who are left without a country the one that the report is about, where it names no other."""
    if country is None:
        return
    for draft in drafts:
        if not _is_of_none(draft) or draft.definite or (draft.kind == "armed" and draft.sector == "MIL"):
            continue
        if any(text.lower[i] in _ABROAD for i in range(draft.first, draft.last + 1)) or (draft.kind == "person" and draft.sector not in _IN_OFFICE):
            continue
        draft.country = country
