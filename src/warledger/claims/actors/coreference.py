"""Layer 3, who "the group", "the army", "Erdogan", "they" and "he" are, within one report.

In: the drafts of a report in order. Out: the same with names, actors and countries taken from what they stand for, and
drafts for pronouns. Decision: sieves from sure to unsure (a person's name, the same head word, role or office, pronoun);
the first that answers wins, and what none answers keeps its own words.
"""

from __future__ import annotations

import collections
from itertools import pairwise

from warledger.actors.folding import fold
from warledger.claims.actors.disjoint import acts_on, told_by_another
from warledger.claims.actors.drafts import Draft
from warledger.claims.actors.pairs import add_pairs
from warledger.claims.actors.pronouns import add_pronouns, resolve_owners
from warledger.claims.clauses.noun_phrases import TextWords
from warledger.lexicons.role_lexicon import load_roles

_POINTING = frozenset(("the", "this", "that", "these", "those", "both"))
_JIHADIST = "jihadist"  # the side of those who are mostly called a terrorist group
_SENTENCES_BACK = 2  # in which "the terrorist group" looks for its name
_REACH = 14  # drafts back in which "the group" looks for its name
# What a general noun may stand for: kinds of the antecedent.
_GENERAL = {
    "group": ("group", "body"), "organisation": ("group", "body"), "organization": ("group", "body"), "movement": ("group",),
    "faction": ("group",), "outfit": ("group",), "network": ("group", "body"), "militia": ("group", "armed"), "monitor": ("body",),
    "watchdog": ("body",), "ngo": ("body",), "monitoring group": ("body",), "war monitor": ("body",), "rights group": ("body",),
    "agency": ("media", "body"), "news agency": ("media",), "newspaper": ("media",), "channel": ("media",), "broadcaster": ("media",),
    "website": ("media",), "state news agency": ("media",), "daily": ("media",), "charity": ("body",),
}
# Words for one group by its kind.
_ONE_GROUP = frozenset(("group", "organisation", "organization", "movement", "outfit", "militia"))
_STATE_ROLES = ("state", "force")
# Words that say that somebody is of many countries.
_OF_MANY = frozenset(("international", "global", "multinational", "led"))
# Sides that are a party to the report's own war, not somebody's word for an enemy.
_HOME_SIDES = frozenset("opposition rebel rebels insurgent insurgents revolutionary anti-government regime government army military loyalist "
                        "pro-government pro-regime national state".split())
_STATE_WEIGHT = 3  # a regime or an army tells more of where the war is than a state's name does


def resolve(text: TextWords, drafts: list[Draft], home: str | None) -> list[Draft]:
    """All drafts, pronouns among them, each with what it stands for. home: the country that the report is about."""
    _full_names(text, drafts)
    _coalitions(text, drafts)
    homes = _homes(drafts)
    for k, draft in enumerate(drafts):
        if draft.role is None or draft.definite:
            continue
        if draft.bare:
            any(sieve(text, drafts, k) for sieve in (_by_head, _by_copula, _by_role, _by_office))
        elif draft.kind == "group" and draft.sector == "REB":
            _by_name_beside(text, drafts, k)
            _by_name_before(text, drafts, k)
        _at_home(text, draft, homes.get(draft.role.word, home))
    drafts = add_pronouns(text, add_pairs(text, drafts))
    resolve_owners(text, drafts)
    _of_the_group(text, drafts)
    return drafts


def _of_the_group(text: TextWords, drafts: list[Draft]) -> None:
    """"fighters from the group": they are told by the name of a group that was named right before."""
    for draft, owner in pairwise(drafts):
        if owner.determiner != "the" or owner.plural or owner.antecedent is None or not owner.name or draft.name != draft.spoken_to(text, owner):
            continue
        if text.sentences[owner.head(text)] - text.sentences[owner.antecedent.head(text)] <= _SENTENCES_BACK:
            draft.name = draft.name.removesuffix(f"the {owner.spoken(text)}") + owner.name
            draft.country, draft.sector = owner.country or draft.country, owner.sector or draft.sector


def _full_names(text: TextWords, drafts: list[Draft]) -> None:
    """A surname stands for the longest name that the report gives with it."""
    longest: dict[str, tuple[str, Draft]] = {}
    for draft in drafts:
        if draft.kind != "person":
            continue
        name = draft.spoken(text)
        for key in sorted({draft.actor or "", fold(name), *(fold(part) for part in name.split()[1:])} - {""}):
            if key not in longest or _goes_on(longest[key][0], name, key == draft.actor):
                longest[key] = (name, draft)
    for draft in drafts:
        if draft.kind != "person":
            continue
        name = draft.spoken(text)
        known = longest.get(draft.actor or "") or (longest.get(fold(name.split()[-1])) if len(name.split()) == 1 else None)
        if known is None or known[1] is draft or known[0] == name:
            continue
        draft.name = known[0]
        if draft.listed is None:
            draft.country, draft.sector, draft.victims = known[1].country, known[1].sector, known[1].victims


def _goes_on(known: str, name: str, of_list: bool) -> bool:
    """Whether a name is a longer one of the same man: of two of one surname, whom the list does not know, the one named first is meant by it."""
    return len(name.split()) > len(known.split()) and (of_list or set(fold(known).split()) <= set(fold(name).split()))


def _coalitions(text: TextWords, drafts: list[Draft]) -> None:
    """"US-led strikes" are those of the US-led coalition that the report names."""
    named = [draft for draft in drafts if draft.listed is not None or draft.role is not None]
    for draft in drafts:
        if not draft.led:
            continue
        leader = fold(draft.spoken(text))
        source = next((other for other in named if fold(other.name or other.spoken(text)).startswith(leader + " ")), None)
        if source is not None:
            _take(draft, source, text)


def home_country(drafts: list[Draft]) -> str | None:
    """The country that the report is about: the one whose regime, forces, groups and name stand in it most."""
    counts: collections.Counter[str] = collections.Counter()
    for draft in drafts:
        if draft.country is not None and draft.kind != "media":
            weight = _STATE_WEIGHT if draft.role is not None and draft.role.kind in _STATE_ROLES else 1
            counts[draft.country] += weight
    if not counts:
        counts.update(draft.country for draft in drafts if draft.country is not None and draft.listed is not None
                      and draft.listed.media_kind in ("state", "party"))
    if not counts:
        return None
    best, most = min(counts.items(), key=lambda item: (-item[1], item[0]))
    return best if most > 1 else None


def _homes(drafts: list[Draft]) -> dict[str, str]:
    """Nouns that the report gives one country only where it says whose ("the Assad regime"): there, elsewhere it is the same."""
    told: dict[str, set[str]] = {}
    for draft in drafts:
        if draft.role is not None and draft.role.institution and draft.country is not None and not draft.bare:
            told.setdefault(draft.role.word, set()).add(draft.country)
    return {word: min(countries) for word, countries in told.items() if len(countries) == 1}


def _at_home(text: TextWords, draft: Draft, home: str | None) -> None:
    """An army, a regime, government forces or an opposition without a country are those of the report's country."""
    role = draft.role
    if role is None or draft.country is not None or draft.actor is not None or home is None:
        return
    own = {word for i in range(draft.first, draft.last + 1) for word in (text.lower[i], text.lower[i].removesuffix("s"))}
    if (role.institution and draft.kind != "body") or own & _HOME_SIDES:
        draft.country = home
        if role.kind == "state":
            draft.actor = f"state.{home.lower()}"


def _take(draft: Draft, source: Draft, text: TextWords) -> None:
    """The draft stands for the source."""
    draft.definite = True
    draft.antecedent = source.antecedent or source
    draft.name = source.name or source.spoken(text)
    draft.actor, draft.country, draft.sector = source.actor, source.country, source.sector
    draft.backed_by, draft.anonymous = source.backed_by, source.anonymous
    draft.victims = source.victims if source.victims != "unknown" else draft.victims


def _by_head(text: TextWords, drafts: list[Draft], k: int) -> bool:
    """"the army" after "Syrian army"; "the Observatory" after its full name: the same head word."""
    draft = drafts[k]
    role = draft.role
    if role is None or not (draft.determiner in _POINTING or role.institution or text.capital(draft.last)):
        return False
    if role.kind in ("people", "unknown", "office") and draft.determiner not in _POINTING:
        return False
    kinds = _GENERAL.get(role.word, ())
    if draft.determiner in _POINTING and any(other.kind in kinds and told_by_another(text, other, draft) for other in drafts[max(0, k - _REACH):k]):
        return False  # "the monitoring group said X had left but that the group would return": that is X
    word = text.lower[draft.last]
    for other in reversed(drafts[:k]):
        if other.bare or other.definite or acts_on(text, other, draft) or text.lower[other.first] == "anti" or (other.attributive and other.form == "adjective"):
            continue
        led = other.role is not None and other.backed_by and text.lower[draft.last - 1] in load_roles().leading  # "the Hutu-led forces" are not "US-backed forces"
        if led or (other.role is None and text.lower[other.first] == "pro"):
            continue  # "pro-regime towns" are of those who hold with the regime
        if other.share and other.noun is not None and text.lower[other.noun.last] != word:
            continue  # "regime and Russian aircraft": aircraft, which "the regime" is not
        if role.word in _GENERAL and other.kind == "body" and text.doc[draft.head(text)].dep_ not in ("nsubj", "nsubjpass"):
            continue  # "militants who have fought the group": no monitoring group
        if " " in role.word and (other.role is None or other.role.word != role.word):
            continue  # "the free army" is not the army
        if other.kind == "group" and text.items[draft.last].text == "army":
            continue  # "the Arakan Army said the army had shelled it": a group that calls itself an army is told by its name
        if other.country is not None and any(text.lower[i] in _OF_MANY for i in range(draft.first, draft.last)):
            continue  # "the international coalition" is not the Syrian Coalition
        if (other.role is not None and text.lower[other.last] == word) or (other.role is None and _holds(text, other, draft)):
            if role.kind in ("people", "office"):
                _take_side(draft, other)
            else:
                _take(draft, other, text)
            return True
    return False


def _holds(text: TextWords, other: Draft, draft: Draft) -> bool:
    """Whether a name has the noun as its head: "Syrian Observatory for Human Rights", "Nusra Front"."""
    own = [text.lower[i] for i in range(other.first, other.last + 1)]
    word = text.lower[draft.last]
    stem = word[:-1] if draft.possessive and word.endswith("s") and not draft.plural else word
    return other.kind not in ("person", "state", "people") and stem in own and len(own) > 1


def _take_side(draft: Draft, other: Draft) -> None:
    """The same people again ("the officials"): their country and side, not their name."""
    draft.country = draft.country or other.country
    if draft.role is not None and draft.role.yields:
        draft.sector = other.sector


def _by_copula(text: TextWords, drafts: list[Draft], k: int) -> bool:
    """"the SDF are the main force fighting X": the noun behind "be" is its subject."""
    draft = drafts[k]
    token = text.doc[draft.head(text)]
    if draft.role is None or draft.role.kind not in ("force", "group") or token.dep_ != "attr" or token.head.lemma_ != "be":
        return False
    for other in reversed(drafts[:k]):
        subject = text.doc[other.head(text)]
        if subject.dep_ == "nsubj" and subject.head.i == token.head.i and other.kind in ("force", "group", "armed"):
            _take(draft, other, text)
            return True
    return False


def _by_role(text: TextWords, drafts: list[Draft], k: int) -> bool:
    """"the group", "the agency": the nearest name of that kind, subjects first."""
    draft = drafts[k]
    if draft.role is None or draft.plural or draft.determiner not in _POINTING:
        return False
    kinds = _GENERAL.get(draft.role.word)
    if kinds is None:
        return False
    before = [other for other in drafts[max(0, k - _REACH) : k] if other.kind in kinds and not other.bare and other.form != "adjective"]
    if "body" in kinds:
        acted_on = text.doc[draft.head(text)].dep_ in ("dobj", "nsubjpass") and draft.role.word in _ONE_GROUP  # nobody fights a monitoring group
        before = [other for other in before if other.kind != "body" or (other.sector in ("NGO", "IGO", None) and not acted_on)]
    doers = [other for other in before if acts_on(text, other, draft)]
    before = [other for other in before if not any(other is doer or (other.actor is not None and other.actor == doer.actor) for doer in doers)]
    if not before:
        return False
    told = [other for other in before if told_by_another(text, other, draft)]
    before = told or before  # "the monitor said the militia had left but that the group would return": the militia
    subjects = [other for other in before[-3:] if text.doc[other.head(text)].dep_ in ("nsubj", "nsubjpass")]
    _take(draft, (subjects or before)[-1], text)
    return True


def _by_name_beside(text: TextWords, drafts: list[Draft], k: int) -> None:
    """"a defeat for Daesh since July, when the extremist group lost the town": the only armed group named before in the sentence, under its own words."""
    draft = drafts[k]
    if draft.determiner != "the" or draft.plural or draft.actor is not None or draft.country is not None or draft.before or draft.possessive \
            or draft.role is None or draft.role.word not in _ONE_GROUP or text.doc[draft.head(text)].dep_ not in ("nsubj", "nsubjpass"):
        return
    start = text.doc[draft.head(text)].sent.start_char
    armed = [other for other in drafts[:k] if text.items[other.first].start >= start and other.kind in ("group", "armed", "force")]
    names = {other.actor for other in armed if other.listed is not None}
    if len(names) == 1 and armed[-1].listed is not None and armed[-1].sector == draft.sector and not acts_on(text, armed[-1], draft):
        draft.actor = armed[-1].actor


def _by_name_before(text: TextWords, drafts: list[Draft], k: int) -> None:
    """"The raid destroyed a depot of Daesh. The terrorist group fled": the listed armed group named last right before, under its own words."""
    draft = drafts[k]
    if draft.determiner != "the" or draft.plural or draft.actor is not None or draft.country is not None or draft.before or draft.possessive \
            or draft.role is None or draft.role.word not in _ONE_GROUP or draft.noun is None or draft.last != draft.noun.last or _is_named(text, draft):
        return
    here = text.sentences[draft.head(text)]
    armed = [other for other in drafts[:k] if other.listed is not None and other.kind == "group" and other.sector == draft.sector
             and here - text.sentences[other.head(text)] <= _SENTENCES_BACK]
    known = [other for other in armed if other.listed is not None and any(term.value == _JIHADIST for term in other.listed.sides)]
    last = [other for other in armed if text.sentences[other.head(text)] == here - 1 and text.doc[other.head(text)].dep_ == "nsubj"]
    source = next(iter(reversed(known or last)), None)
    if source is not None and text.sentences[source.head(text)] < here and not acts_on(text, source, draft):
        draft.actor, draft.victims = source.actor, source.victims


def _is_named(text: TextWords, draft: Draft) -> bool:
    """"the Badr militant group": a name among its words, by which it is another."""
    return any(text.items[i].text[0].isupper() and text.tag(i).startswith("NNP") and text.lower[i] not in load_roles().sides
               for i in range(draft.first, draft.last))


def _by_office(text: TextWords, drafts: list[Draft], k: int) -> bool:
    """"the president", "the minister", "the activist": the last person of that office or calling."""
    draft = drafts[k]
    role = draft.role
    if role is None or role.kind not in ("office", "people") or draft.plural or draft.determiner not in ("the", "this", "that"):
        return False
    word = role.word.split()[-1]
    for other in reversed(drafts[max(0, k - _REACH) : k]):
        if other.kind != "person":
            continue
        titled = other.first > 0 and text.lower[other.first - 1] == word
        office = other.listed is not None and any(word in term.value.lower() for term in other.listed.sides)
        described = any(one.antecedent is other and one.role is not None and one.role.word.split()[-1] == word for one in drafts[:k])
        if titled or office or described:
            _take(draft, other, text)
            return True
    return False
