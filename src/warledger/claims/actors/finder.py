"""Layer 3, who is named: every phrase of a report that stands for somebody, with what is known of them.

In: a parsed report. Out: ActorMentions in order, no two with one head. Decision: one pass over chunks of words finds
lists' names, role nouns and persons; what stands behind a phrase, coordination and coreference complete them.
"""

from __future__ import annotations

from dataclasses import dataclass

from warledger.actors.catalog import ActorList, load_actors
from warledger.claims.actors.acronyms import learned_acronyms
from warledger.claims.actors.affiliations import link_affiliations
from warledger.claims.actors.convoys import with_relief_convoys
from warledger.claims.actors.coreference import home_country, resolve
from warledger.claims.actors.drafts import Draft
from warledger.claims.actors.names import fill
from warledger.claims.actors.nationality import at_home, by_place, only_country
from warledger.claims.actors.owned_names import join_owned
from warledger.claims.actors.phrases import PhraseReader
from warledger.claims.actors.sharing import share_nouns
from warledger.claims.clauses.noun_phrases import Chunker, TextWords
from warledger.claims.mentions import ActorMention
from warledger.claims.text.tokens import Doc, Token
from warledger.lexicons.role_lexicon import RoleLexicon, load_roles
from warledger.model import Term

# Where a capital stands for its government; behind other prepositions it is a town.
_ACTING = frozenset(("nsubj", "nsubjpass", "poss", "dobj", "dative"))
# Words that only somebody gives: right before them a capital stands for its government ("Kyiv promises of a truce").
_UTTERED = frozenset(("promise", "pledge", "vow", "denial", "demand", "threat", "accusation", "assurance", "insistence"))
# Whose a head is that is no office.
_PERSONAL = frozenset(("his", "her", "my", "your"))
# Behind these a general word for a body is one that was named before ("his office said").
_OWNING = frozenset(("the", "his", "her", "its", "their"))
# What has a force that is nobody's.
_BLASTS = frozenset(("blast", "blasts", "explosion", "explosions", "impact", "bomb"))
# Right before a town's name they tell what it is.
_SEATS = frozenset(("capital", "city", "town"))
_ACTING_PREPOSITIONS = frozenset(("with", "between", "by", "against", "for", "of", "than"))


@dataclass(frozen=True)
class NamedPhrases:
    """The words of a report and the drafts of those whom they name, before anybody asks whose they are."""

    text: TextWords
    drafts: tuple[Draft, ...]


class ActorFinder:
    """Finds the actors of reports. One object serves any number of reports."""

    def __init__(self, actors: ActorList | None = None, roles: RoleLexicon | None = None) -> None:
        self.actors = actors if actors is not None else load_actors()
        self.roles = roles if roles is not None else load_roles()
        self._chunker = Chunker(self.actors, self.roles)
        self._phrases = PhraseReader(self.actors, self.roles)

    def find(self, doc: Doc, theatre: str | None = None, day: str | None = None) -> list[ActorMention]:
        """The actors of a report, by where they start; definite descriptions and pronouns are resolved."""
        return self.resolve(self.read(doc), theatre, day)

    def read(self, doc: Doc) -> NamedPhrases:
        """The phrases of a report that name somebody, whose is not told yet: what no theatre and no day changes."""
        text = TextWords(doc)
        learned = learned_acronyms(text, self.actors)
        drafts = [draft for chunk in self._chunker.chunks(text, learned) for draft in self._phrases.read(text, chunk)]
        drafts = join_owned(text, self._phrases.persons.surnames(text, _apart(drafts)))
        share_nouns(text, drafts, self._phrases.modifiers)
        return NamedPhrases(text, tuple(drafts))

    def resolve(self, phrases: NamedPhrases, theatre: str | None = None, day: str | None = None) -> list[ActorMention]:
        """The actors that the phrases stand for, by where they start; the phrases stay as they are.

        theatre is the alpha-3 country that the report is about where the caller knows it (from its places): "the army"
        without another word is then that country's. Else the actors themselves tell it. day is the ISO day of publication:
        backers are those of that day, without it those whose term is open.
        """
        text, drafts = phrases.text, [Draft(**vars(draft)) for draft in phrases.drafts]
        home = theatre or home_country(drafts)
        _choose(drafts, home, day)
        link_affiliations(text, drafts, self._phrases.modifiers.belong, self.actors.by_id)
        by_place(text, drafts)
        country = only_country(drafts, theatre)
        drafts = [draft for k, draft in enumerate(drafts)
                  if (self._counts(text, draft) or self._opens_list(text, drafts, k)) and not _is_of_person(text, draft, drafts[k + 1:k + 2])]
        drafts = resolve(text, with_relief_convoys(text, drafts), home)
        at_home(text, drafts, country)
        return _finished(text, drafts)

    def _counts(self, text: TextWords, draft: Draft) -> bool:
        """Whether the draft is an actor where it stands."""
        role = draft.role
        if role is not None:
            if _is_way(text, draft) or (role.speaks_only and not self._speaks(text, draft)):
                return False
            if draft.bare and (_is_of_body(text, draft) or _is_arm_of_act(text, draft) or _is_of_blast(text, draft)):
                return False
            if role.name_only and draft.bare and draft.kind == role.kind and not text.capital(draft.first):
                return draft.determiner in _OWNING and self._speaks(text, draft)
            return not (role.needs_side and draft.bare and draft.determiner not in ("the", "this", "that", "these", "those", "both"))
        if draft.lone:
            return draft.share
        if draft.form == "capital":
            return self._acts(text, draft)
        if draft.kind == "state" and draft.form == "name" and not draft.attributive:
            return not self._located(text, draft)
        return True

    def _opens_list(self, text: TextWords, drafts: list[Draft], k: int) -> bool:
        """"by Paris Vienna and Rome": a capital in a list that lost its comma acts where the last of it does."""
        one, two = drafts[k], drafts[k + 1] if k + 1 < len(drafts) else None
        if two is None or one.form != "capital" or text.gap[one.last] != " " or one.last + 1 != two.first or one.possessive:
            return False
        head = text.doc[two.head(text)]
        listed = (two.form in ("capital", "name") and two.kind == "state") and any(child.dep_ == "conj" for child in head.children)
        return listed and not self._located(text, two) and (two.form != "capital" or self._acts(text, two))

    def _speaks(self, text: TextWords, draft: Draft) -> bool:
        """Subject of a verb of saying, or behind "according to"."""
        token = text.doc[draft.head(text)]
        if token.dep_ in ("nsubj", "nsubjpass") and token.head.lemma_.lower() in self._phrases.persons.verbs:
            return True
        return draft.first > 1 and "according to" in text.text[max(0, text.items[draft.first].start - 18) : text.items[draft.first].start].lower()

    def _located(self, text: TextWords, draft: Draft) -> bool:
        """Whether the state's name hangs on a preposition of place: "in Syria", "across Iraq and Syria"."""
        before = draft.first - 1
        named = text.doc[draft.head(text)]
        if named.dep_ == "nmod" and named.i + 1 < named.head.i and named.nbor(1).tag_ == "JJS":
            return False  # "killed in the US latest raid": whose raid it was, its apostrophe lost
        while before >= 0 and text.soft(before) and text.tag(before) in ("DT", "JJ") and text.lower[before] != "a":
            before -= 1  # "talks over a Kenya-Uganda deal": no country has "a" before its name
        if before >= 0 and draft.form == "capital" and text.gap[before] == " " and text.lower[before] in _SEATS and text.doc[text.token[before]].dep_ == "pobj":
            return True  # "a raid near the capital Khartoum killed nine": the parse makes the town its subject
        token = text.doc[draft.head(text)]
        over = _first_conjunct(token).head
        if over.lower_ == "on" and {over.head.lemma_.lower(), text.doc[over.i - 1].lemma_.lower()} & self.roles.aimed:
            return False  # "sanctions on Sudan", "put pressure on Sudan and Chad"
        if before >= 0 and text.soft(before) and text.lower[before] in self.roles.locative:
            return True
        if token.dep_ == "conj":
            head = _first_conjunct(token)
            return head.dep_ == "pobj" and head.head.lower_ in self.roles.locative
        return token.dep_ == "compound" and token.head.lower_ in self.roles.place_nouns

    def _acts(self, text: TextWords, draft: Draft) -> bool:
        """Whether a capital stands for its government."""
        if _is_beside_side(text, draft) or _is_before_words(text, draft):
            return True
        if self._located(text, draft) or (draft.attributive and not draft.possessive):
            return False
        token = _first_conjunct(text.doc[draft.head(text)])
        if token.dep_ == "appos":  # "by the government Paris and Rome": a list that lost its comma
            token = token.head
        if token.dep_ in _ACTING:
            return token.dep_ != "poss" or token.head.lower_ not in self.roles.place_nouns
        of_place = token.head.lower_ == "of" and token.head.head.lower_ in self.roles.place_nouns
        return token.dep_ == "pobj" and not of_place and (token.head.lower_ in _ACTING_PREPOSITIONS or token.head.dep_ == "agent")


def _is_beside_side(text: TextWords, draft: Draft) -> bool:
    """"a deal between Khartoum and rebel forces": a capital that the parse hangs on the forces of the other side, as if it were whose they are."""
    token = text.doc[draft.head(text)]
    side = next((text.doc[child.i + 1] for child in token.children if child.dep_ == "cc"), token)
    acts = token.head.dep_ in ("nsubj", "nsubjpass") or (token.head.dep_ == "pobj" and token.head.head.lower_ in ("by", "between", "with"))
    return token.dep_ == "nmod" and acts and side.text.islower() and side.i + 1 == token.head.i and side.dep_ in ("conj", "compound", "amod")


def _is_before_words(text: TextWords, draft: Draft) -> bool:
    token = text.doc[draft.head(text)]
    return token.dep_ in ("compound", "nmod") and token.head.i == token.i + 1 and token.head.lemma_.lower() in _UTTERED


def _is_of_body(text: TextWords, draft: Draft) -> bool:
    """"their heads were cut off", "hit him on the head": a part of a body and no office; "the head of" an office is one."""
    word = text.lower[draft.last]
    his = draft.determiner in _PERSONAL or (word == "heads" and draft.determiner == "their")
    return word in ("head", "heads") and his and text.lower[draft.last + 1 : draft.last + 2] != ["of"]


def _is_way(text: TextWords, draft: Draft) -> bool:
    """"strikes on the movements of rebels": their ways on the ground, no groups."""
    behind = text.lower[draft.last + 1:draft.last + 2]
    return text.lower[draft.last] == "movements" and behind == ["of"]


def _is_of_blast(text: TextWords, draft: Draft) -> bool:
    """"shattered by the force of the blast": how strong it was."""
    return text.lower[draft.last] == "force" and text.lower[draft.last + 1 : draft.last + 2] == ["of"] and not _BLASTS.isdisjoint(text.lower[draft.last + 2 : draft.last + 5])


def _is_arm_of_act(text: TextWords, draft: Draft) -> bool:
    """"its artillery and missile bombardment": an arm beside another before the noun of an act is nobody's force."""
    token, role = text.doc[draft.head(text)], draft.role
    arm = role is not None and role.kind == "force" and role.head_only and not role.plural
    return arm and any(child.dep_ == "conj" for child in token.children) and token.dep_ in ("compound", "nmod") and token.head.pos_ == "NOUN"


def _is_of_person(text: TextWords, draft: Draft, behind: list[Draft]) -> bool:
    """"Egypt's Abdel Fattah al-Sisi": a state's name right before a man's only tells whose he is."""
    owned = draft.kind == "state" and draft.form == "name" and draft.possessive and behind and behind[0].kind == "person"
    return bool(owned) and behind[0].first == draft.last + 1 and text.gap[draft.last] == " "


def _first_conjunct(token: Token) -> Token:
    while token.dep_ == "conj" and token.head.i != token.i:
        token = token.head
    return token


def _choose(drafts: list[Draft], home: str | None, day: str | None) -> None:
    """Where two actors share a name, the one of the report's country is meant; else the one that the list prefers."""
    for draft in drafts:
        if draft.listed is not None and day is not None:
            said = [who for who in draft.backed_by if all(who != term.value for term in draft.listed.backers)]
            draft.backed_by = (*(term.value for term in draft.listed.backers if _holds(term, day)), *said)
        if draft.others and draft.country != home and draft.role is None and not draft.share:
            fitting = [name for name in draft.others if name.actor.country == home]
            if fitting:
                fill(draft, fitting[0])


def _holds(term: Term, day: str) -> bool:
    """Whether a term runs on a day; a year or a month counts to its end."""
    return (term.since is None or term.since <= day) and (term.until is None or day[: len(term.until)] <= term.until)


def _apart(drafts: list[Draft]) -> list[Draft]:
    """Without the drafts that lie within the words of a longer one before them."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda draft: (draft.first, -draft.last)):
        if not kept or draft.first > kept[-1].last:
            kept.append(draft)
    return kept


def _finished(text: TextWords, drafts: list[Draft]) -> list[ActorMention]:
    """The mentions, one per head token; of two the earlier stays, and so it does before its own acronym in brackets."""
    found: dict[int, ActorMention] = {}
    for k, draft in enumerate(drafts):
        before = drafts[k - 1] if k else None
        if before is not None and draft.listed is not None and draft.listed is before.listed and text.gap[before.last] == " (" \
                and before.last + 1 == draft.first:
            continue
        mention = draft.mention(text)
        found.setdefault(mention.head, mention)
    return sorted(found.values(), key=lambda mention: (mention.start, mention.end))


def mention_for(mentions: list[ActorMention], token: Token) -> ActorMention | None:
    """The mention that the token heads, else the one in whose words it stands, None where there is none."""
    inside = None
    for mention in mentions:
        if mention.head == token.i:
            return mention
        if inside is None and mention.start <= token.idx < mention.end:
            inside = mention
    return inside


def mentions_under(doc: Doc, mentions: list[ActorMention], token: Token) -> list[ActorMention]:
    """The mentions that fill an argument place whose head is the token: it and its conjuncts, in text order.

    Modifiers that share their noun ("Syrian and Russian war planes") are conjuncts too.
    """
    heads = [token]
    for head in heads:
        heads.extend(child for child in head.children if child.dep_ == "conj" and child not in heads)
    found = [mention for head in heads if (mention := mention_for(mentions, head)) is not None]
    for mention in list(found):
        at = mentions.index(mention)
        while at > 0 and _shares(doc, mentions[at - 1], mention):
            at -= 1
            found.append(mentions[at])
            mention = mentions[at]
    unique = {mention.start: mention for mention in found}
    return [unique[start] for start in sorted(unique)]


def _shares(doc: Doc, before: ActorMention, after: ActorMention) -> bool:
    """Whether the mention before lent its noun from the one behind: its name is longer than its words."""
    between = doc.text[before.end : after.start].replace("and", "").replace("or", "").strip(" ,&0123456789")
    return not before.definite and before.name != before.text and before.name.endswith(after.text.split()[-1]) and not between


__all__ = ["ActorFinder", "mention_for", "mentions_under"]
