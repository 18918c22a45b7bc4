"""Layer 3, what stands behind a phrase and tells whose it is: "fighters from X", "forces loyal to Y", "Z, head of X".

In: the drafts of a report in order. Out: the same drafts, completed. Decision: only the words between two drafts count;
an apposition makes two phrases one person, the bare name being the one that is kept as the name.
"""

from __future__ import annotations

from collections.abc import Callable

from warledger.claims.actors.drafts import Draft
from warledger.claims.actors.force_units import unit_of_force
from warledger.claims.apposed import is_told_of
from warledger.claims.clauses.noun_phrases import TextWords
from warledger.lexicons.grammar_lexicon import load_grammar
from warledger.lexicons.role_lexicon import RoleNoun, load_roles
from warledger.model import Actor

Belong = Callable[[Draft, Actor, RoleNoun], None]

_OF = frozenset(("of", "from", "for", "at", "with", "within", "to", "in"))
_LINKS = {
    ("loyal", "to"): "of", ("loyal", "with"): "of", ("allied", "with"): "of", ("allied", "to"): "of", ("affiliated", "with"): "of",
    ("affiliated", "to"): "of", ("linked", "to"): "of", ("linked", "with"): "of", ("belonging", "to"): "of", ("aligned", "with"): "of",
    ("working", "for"): "of", ("fighting", "for"): "of", ("backed", "by"): "backed", ("supported", "by"): "backed",
    ("sponsored", "by"): "backed", ("funded", "by"): "backed", ("led", "by"): "of",
}
_SKIPPED = frozenset(("the", "a", "an", "its", "their", "his", "that", "this", "so", "called", "both"))
_BELIEVING = load_grammar().believing
_BELIEVED = "believed"  # the link of those who are said to be somebody's
_BACKING = load_roles().leading | {"backed", "supported"}  # "members of the US-backed X Army"
_OFFICES = ("office", "people", "person")
_REACH = 4  # words that may stand between the link and the name it links to
_TAKING = load_grammar().taking_ground | {"capture", "conquer", "gain", "overrun", "regain", "seize", "take", "win", "wrest"}
_RULING = ("GOV", "MIL")
_LEAGUES = frozenset(("alliance", "bloc", "coalition"))  # which are told by whose leagues they are


def link_affiliations(text: TextWords, drafts: list[Draft], belong: Belong, listed: Callable[[str], Actor | None]) -> None:
    """Completes drafts from right to left, so that chains ("a commander of fighters from X") hold."""
    for k in range(len(drafts) - 2, -1, -1):
        draft, after = drafts[k], drafts[k + 1]
        link = _link(text, draft, after)
        if link is not None:
            _affiliate(text, draft, after, link, belong, listed)
            _name_to_end(text, draft, after, drafts[k + 2:k + 3])
        if link == "of":
            _name_league(text, draft, drafts[k + 1:])
    for k in range(len(drafts) - 1):
        _apposition(text, drafts, k)
        _branch(text, drafts, k)
        _named_behind(text, drafts[k], drafts[k + 1:k + 4])
        unit_of_force(text, drafts[k], drafts[k + 1])


def _link(text: TextWords, draft: Draft, after: Draft) -> str | None:
    """How the second draft tells of the first: "of", "from", "backed", "believed" or another preposition; None where it does not."""
    at = draft.last + 1
    if draft.role is None or after.first - at > _REACH + 2 or after.first <= at:
        return None
    if not all(text.soft(i) for i in range(draft.last, after.first)):
        return None
    link: str | None
    believed = _believed(text, at)
    if believed is not None:
        link, at = _BELIEVED, believed
    elif at + 1 < len(text) and (text.lower[at], text.lower[at + 1]) in _LINKS:
        link, at = _LINKS[text.lower[at], text.lower[at + 1]], at + 2
    elif text.lower[at] in _OF:
        link, at = text.lower[at], at + 1
    else:
        return None
    if link == "from" and _loses(text, draft, after):
        return None
    between = range(at, after.first)
    if link in ("in", "to", "with") and not all(text.lower[i] in _SKIPPED for i in between):
        return None
    if all(text.lower[i] in _SKIPPED or text.lower[i] in _BACKING or text.tag(i)[:2] in ("JJ", "NN", "CD") for i in between) and len(between) <= _REACH:
        return link
    return None


def _loses(text: TextWords, draft: Draft, after: Draft) -> bool:
    """"seized by rebels from government forces": of two foes behind a capture the second is who lost the ground, not whose men the first are."""
    doer = text.doc[draft.head(text)]
    taken = doer.dep_ == "pobj" and doer.head.dep_ == "agent" and doer.head.head.lemma_.lower() in _TAKING
    return taken and ((draft.sector == "REB" and after.sector in _RULING) or (draft.sector in _RULING and after.sector == "REB"))


def _believed(text: TextWords, at: int) -> int | None:
    """"jets thought to belong to X", "jets also believed to be Russian": the word behind such a link, None where there is none."""
    at += text.lower[at] == "also"
    if at + 2 >= len(text) or text.doc[text.token[at]].lemma_ not in _BELIEVING or text.lower[at + 1] != "to":
        return None
    if text.lower[at + 2] == "be":
        return at + 3 + (at + 3 < len(text) and text.lower[at + 3] in _OF)
    return at + 4 if text.lower[at + 2 : at + 4] == ["belong", "to"] else None


def _affiliate(text: TextWords, draft: Draft, after: Draft, link: str, belong: Belong, listed: Callable[[str], Actor | None]) -> None:
    role = draft.role
    if role is None or (link in ("to", "with", "in", "at") and role.kind not in _OFFICES):
        return
    if after.kind == "state" and (link == "in" or (link == "for" and draft.country is not None)):
        return
    actor = listed(after.actor) if after.actor is not None else None
    if link == "backed":
        draft.backed_by += (after.country if after.kind == "state" and after.country else after.actor or after.country or "",)
        draft.backed_by = tuple(who for who in draft.backed_by if who)
    elif actor is not None:
        belong(draft, actor, role)
    else:
        draft.country = after.country or draft.country
        if role.yields and after.sector is not None and after.kind not in ("people",):
            draft.sector = after.sector
            if role.kind in ("armed", "force", "group"):
                draft.victims = after.victims
    of_people = role.needs_side and role.kind == "armed" and after.kind == "people" and not after.bare and link in ("of", "from")
    if of_people:  # "members of the Druze community"
        draft.kind, draft.sector, draft.victims = "people", after.sector, after.victims
    if role.kind in ("force", "armed") and role.yields and after.sector == "GOV" and link == "of":
        draft.sector, draft.victims = "MIL", "military"
    whose = role.kind in ("force", "armed", "state") and after.kind in ("person", "state", "group", "force", "body") and link in ("of", "from")
    if role.kind == "group" and draft.bare and after.kind == "group" and link == "of" and not draft.plural and draft.actor is not None:
        draft.name = after.name or after.spoken(text)  # "the terrorist group of X"
    elif link == _BELIEVED and draft.bare and role.kind in ("force", "armed"):
        draft.name = after.name or after.spoken(text)  # the words between would stand in the name
    elif draft.bare and (of_people or whose or (role.kind == "people" and after.kind in ("group", "force") and link in ("of", "from"))):  # "men from X"
        draft.name = draft.spoken_to(text, after)
    if role.kind == "state" and draft.country is not None and draft.actor is None:
        draft.actor = f"state.{draft.country.lower()}"
    draft.bare = False


def _name_to_end(text: TextWords, draft: Draft, owner: Draft, behind: list[Draft]) -> None:
    """"forces loyal to Yemen's exiled president X": they are the man's whom the country's name only tells of, and so is their name."""
    if owner.kind != "state" or not behind or behind[0].kind != "person" or not (draft.name or "").endswith(owner.spoken(text)):
        return
    between = range(owner.last + 1, behind[0].first)
    if len(between) <= _REACH and all(text.soft(i) for i in range(owner.last, behind[0].first)) \
            and all(text.tag(i)[:2] in ("JJ", "NN", "PO", "VB") for i in between):
        draft.name = draft.spoken_to(text, behind[0])


def _name_league(text: TextWords, league: Draft, members: list[Draft]) -> None:
    """"a coalition of rebel groups", "an alliance of Kurdish and Arab fighters": it is told by all who make it up."""
    if league.role is None or league.role.word not in _LEAGUES or league.determiner not in ("a", "an") or league.name is not None or league.first < league.last:
        return
    last = 0
    while last + 1 < len(members) and [text.lower[i] for i in range(members[last].last + 1, members[last + 1].first)] in ([], ["and"]):
        last += 1
    if all(member.plural and member.kind in ("armed", "force", "group") for member in members[:last + 1]):
        league.name = league.spoken_to(text, members[last])


def _apposition(text: TextWords, drafts: list[Draft], k: int) -> None:
    """"X, spokesman for Y" and "the head of Y, X,": the description tells of the person."""
    draft = drafts[k]
    n = k + 1
    after = drafts[n]
    if draft.kind in ("body", "media", "group") and draft.last + 1 < len(text) and after.role is not None and after.bare:
        same = after.kind == draft.kind and not after.plural and text.lower[draft.last + 1] in ("a", "an", "the")
        if same and text.gap[draft.last] in (", ", "), ") and _opens(text, draft.last + 1, after.first):
            after.definite, after.antecedent, after.bare, after.anonymous = True, draft, False, False
            after.name, after.actor, after.country, after.sector = draft.name, draft.actor, draft.country, draft.sector
        return
    if draft.kind == "person" and after.kind in _OFFICES and after.role is not None and not after.plural:
        if text.gap[draft.last] == ", " and _opens(text, draft.last + 1, after.first) and not is_told_of(text.doc[draft.head(text)], text.doc[after.head(text)]):
            _describe(text, draft, after)
        elif after.first == draft.last + 1 and text.gap[draft.last] == " " and text.lower[after.last + 1 : after.last + 2] in (["of"], ["at"]):
            _describe(text, draft, after)  # "Omar Haddad head of the council"
        return
    if draft.kind not in _OFFICES or draft.role is None or draft.plural:
        return
    while n < len(drafts) and drafts[n].first - drafts[n - 1].last <= 3 and drafts[n].kind != "person":
        n += 1
    if n >= len(drafts) or drafts[n].kind != "person" or drafts[n].first - drafts[n - 1].last > 1:
        return
    if text.gap[drafts[n].first - 1] == ", " and all(text.soft(i) for i in range(draft.last, drafts[n].first - 1)):
        _describe(text, drafts[n], draft)


def _branch(text: TextWords, drafts: list[Draft], k: int) -> None:
    """"Nusra Front Al-Qaedas Syria affiliate seized": a group's name before whose branch it is, the comma between them lost."""
    draft, n = drafts[k], k + 1
    while n < len(drafts) and _right_behind(text, drafts[n - 1], drafts[n]) and drafts[n].role is None:
        n += 1
    if draft.kind != "group" or draft.listed is None or n >= len(drafts):
        return
    after = drafts[n]
    if n == k + 1 and not any(piece.possessive for piece in after.before):
        return  # whose branch it is stands between, or before it in its own phrase
    of_itself = n > k + 1 and drafts[k + 1].listed is draft.listed
    if not _right_behind(text, drafts[n - 1], after) or after.role is None or after.kind != "group" or after.plural or of_itself:
        return
    after.name, after.actor, after.country, after.sector, after.victims = draft.spoken(text), draft.actor, draft.country, draft.sector, draft.victims
    after.definite, after.antecedent, after.bare, after.anonymous = True, draft, False, False


def _named_behind(text: TextWords, draft: Draft, behind: list[Draft]) -> None:
    """"a former al-Qaeda affiliate the X Front", "Y's branch in Mali, the X Front, said": a group is told by the name that stands behind its description."""
    if draft.role is None or draft.kind != "group" or draft.plural:
        return
    after = next((other for other in behind if _is_named_by(text, draft, other)), behind[0])
    between = [text.lower[i] for i in range(draft.last + 1, after.first)]
    joined = between in ([], ["the"]) and all(text.soft(i) for i in range(draft.last, after.first))
    if after.kind == "group" and after.listed is not None and after.actor != draft.actor and (joined or _is_named_by(text, draft, after)):
        draft.name, draft.actor, draft.country, draft.sector, draft.victims = after.spoken(text), after.actor, after.country, after.sector, after.victims
        draft.definite, draft.antecedent, draft.bare, draft.anonymous = True, after, False, False


def _is_named_by(text: TextWords, draft: Draft, other: Draft) -> bool:
    """Whether somebody stands in apposition to a description."""
    token = text.doc[other.head(text)]
    return token.dep_ == "appos" and token.head.i == draft.head(text)


def _right_behind(text: TextWords, before: Draft, after: Draft) -> bool:
    """Whether nothing but adjectives stands between two."""
    first = min([after.first, *(piece.first for piece in after.before)])
    between = range(before.last + 1, first)
    return first > before.last and len(between) <= 1 and all(text.tag(i) == "JJ" for i in between) and all(text.soft(i) for i in range(before.last, first))


def _opens(text: TextWords, first: int, last: int) -> bool:
    """Whether only articles and adjectives stand between a comma and a description."""
    return all(text.lower[i] in _SKIPPED or text.tag(i)[:2] in ("JJ", "NN") for i in range(first, last)) and last - first <= 3


def _describe(text: TextWords, person: Draft, description: Draft) -> None:
    """The person takes country and sector from the description, which stands for the person from then on."""
    if person.listed is None:
        person.country = description.country or person.country
        person.sector = description.sector or person.sector
        person.victims = description.victims if description.victims != "unknown" else person.victims
    description.name = person.name or person.spoken(text)
    description.actor, description.country, description.sector = person.actor, person.country, person.sector
    description.definite = True
    description.antecedent = person
    description.bare = False
    description.anonymous = False
