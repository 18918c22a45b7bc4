"""From a report's claims to templates of MUC-4: one per incident that the real linker makes of the report alone.

In: a report with its layers. Out: Found templates. Decision: a participant is an organisation, a person or a thing by what
the coder knows of it; what the claims do not hold is not sought anew here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from warledger import flow
from warledger.claims.coder import Coded
from warledger.claims.text.tokens import Token, written
from warledger.lexicons.frame_lexicon import load_word_classes
from warledger.lexicons.weapon_lexicon import load_weapons
from warledger.model import Claim, Incident, Participant, Passage, Place, TimeSpan
from warledger.scoring.muc_scheme import MucScheme, trigger_lemmas

# Classes of words for things that can be hit.
THINGS = frozenset(("building", "vehicle", "aircraft", "infrastructure", "area", "weapon", "supplies"))
ORGANISATIONS = ("group.", "force.", "body.", "state.", "media.")
PUBLICATION = "publication"


@dataclass
class Found:
    """One template of ours. roles lead to mentions, one for each entity; unnamed are victims without a name."""

    type: str
    roles: dict[str, list[str]] = field(default_factory=lambda: {"PerpInd": [], "PerpOrg": [], "Target": [], "Victim": [], "Weapon": []})
    unnamed: list[str] = field(default_factory=list)
    place: Place | None = None
    when: TimeSpan | None = None
    numbers: list[str] = field(default_factory=list)
    effects: list[str] = field(default_factory=list)
    confidence: list[str] = field(default_factory=list)
    stage: str = ""

    def add(self, role: str, mention: str) -> None:
        """Adds a mention that is not there yet."""
        known = self.unnamed if role == "unnamed" else self.roles[role]
        if mention and mention.lower() not in {one.lower() for one in known}:
            known.append(mention)


def find_templates(coded: Coded, scheme: MucScheme) -> list[Found]:
    """The templates of a report, in the order of its linker's incidents."""
    claims = {claim.id: claim for claim in coded.claims if _is_terror(claim, scheme)}
    found = []
    for incident in flow.link(coded.claims, [coded.reading.report]):
        members = [claims[name] for name in incident.claims if name in claims] if isinstance(incident, Incident) else []
        if members and isinstance(incident, Incident):
            found.append(_template(coded, incident, members, scheme))
    return [one for one in found if one.type]


def _is_terror(claim: Claim, scheme: MucScheme) -> bool:
    """Whether a claim can be of a template: an act of their kind, not one side's fight with another."""
    if (claim.negated and claim.stance != "denied") or claim.stance not in scheme.stages or claim.mode in scheme.left_out_modes:
        return False
    sectors = {one.sector for one in claim.targets}
    return not sectors or not sectors <= scheme.only_against


def _template(coded: Coded, incident: Incident, members: list[Claim], scheme: MucScheme) -> Found:
    template = Found(_type(coded, members, scheme), place=incident.place, when=incident.when)
    for claim in members:
        _add_perpetrators(coded, claim, template, scheme)
        _add_targets(coded, claim, template, scheme)
        for weapon in _instruments(coded, claim, scheme):
            template.add("Weapon", weapon)
        _add_figures(claim, template, scheme)
    stages = Counter(scheme.failed if claim.status == "failed" else scheme.stages[claim.stance] for claim in members)
    template.stage = min(stages, key=lambda one: (-stages[one], one))
    return template


def _type(coded: Coded, members: list[Claim], scheme: MucScheme) -> str:
    """The most telling of the members' types: the first of the scheme's order that one of them has."""
    types = {scheme.type_of(claim.type, claim.mode, trigger_lemmas(coded, claim), claim.weapons) for claim in members}
    return next((one.name for one in scheme.types if one.name in types), "")


def _add_perpetrators(coded: Coded, claim: Claim, template: Found, scheme: MucScheme) -> None:
    for one in claim.initiators:
        organisation = _is_organisation(coded, claim, one, scheme)
        template.add("PerpOrg" if organisation else "PerpInd", one.name)
        if organisation:
            speaker = claim.speakers[-1] if claim.speakers else None
            official = speaker is not None and speaker.sector in scheme.authorities
            label = scheme.confidence[claim.attribution]
            suspected = label == scheme.confidence["suspected"]
            template.confidence.append(f"{label} BY AUTHORITIES" if suspected and official else label)


def _add_targets(coded: Coded, claim: Claim, template: Found, scheme: MucScheme) -> None:
    for one in claim.targets:
        head = _head(coded, claim, one)
        if (one.sector is None and head is not None and load_word_classes().of(head.lemma_.lower()) & THINGS) or _is_organisation(coded, claim, one, scheme):
            template.add("Target", one.name)
        else:
            template.add("Victim" if _is_name(head) else "unnamed", one.name)


def _add_figures(claim: Claim, template: Found, scheme: MucScheme) -> None:
    for tally in claim.tallies:
        if tally.what in scheme.effects or tally.what == "abducted":
            number = "PLURAL" if tally.best is None else str(tally.best)
            if number not in template.numbers:
                template.numbers.append(number)
        if tally.what in scheme.effects and tally.high != 0:
            template.effects.append(scheme.effects[tally.what])


def _head(coded: Coded, claim: Claim, one: Participant) -> Token | None:
    """The token that heads a participant's passage: its last noun."""
    passages: Iterable[Passage] = (p for p in claim.passages if p.field in ("target", "initiator", "other"))
    span = next((p for p in passages if p.quote.lower() == one.name.lower() or one.name.lower() in p.quote.lower()), None)
    tokens = [coded.reading.doc[i] for i in coded.reading.tokens_of(span.start, span.end)] if span is not None else []
    return tokens[-1] if tokens else None


def _is_name(head: Token | None) -> bool:
    return head is not None and head.text[:1].isupper() and head.ent_type_ not in ("NORP",)


def _is_organisation(coded: Coded, claim: Claim, one: Participant, scheme: MucScheme) -> bool:
    """By the actor list; else an acronym, or a name in capitals that ends in a word for an organisation."""
    if one.actor is not None:
        return one.actor.startswith(ORGANISATIONS)
    head = _head(coded, claim, one)
    if head is None or not head.text[:1].isupper():
        return False
    acronym = len(head.text) > 1 and head.text.isupper() and coded.reading.doc.text.upper() != coded.reading.doc.text
    return acronym or head.lower_ in scheme.organisation_words


def _instruments(coded: Coded, claim: Claim, scheme: MucScheme) -> list[str]:
    """The words of the claim's sentence for a weapon that the claim holds, with what stands before them ("car bomb")."""
    found, weapons = [], load_weapons()
    for passage in claim.passages:
        if passage.field != "sentence":
            continue
        for i in coded.reading.tokens_of(passage.start, passage.end):
            token = coded.reading.doc[i]
            weapon = weapons.get(token.lemma_.lower())
            if weapon is None or weapon.name not in claim.weapons or token.lemma_.lower() in scheme.deeds or token.pos_ not in ("NOUN", "PROPN"):
                continue
            if token.dep_ == "compound":
                continue
            first = min([token.i, *(child.i for child in token.children if child.dep_ == "compound" and child.i < token.i)])
            found.append(written(coded.reading.doc[first:token.i + 1]))
    return found
