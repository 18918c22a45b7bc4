"""From the incidents that the models read to whole templates: date, place, figures, confidence and stage from the claims.

In: the events of a report, and its claims. Out: Found templates. Decision: the claims told where an incident's fillers stand
say when, where and how sure; a victim counts one, or as many as the report counts of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from warledger.claims.coder import Coded
from warledger.model import Claim, Place, TimeSpan
from warledger.scoring.muc_grouping import CORE, Filler
from warledger.scoring.muc_learned import Draft, Event, Models, draft, load_models, read_events
from warledger.scoring.muc_notation import UNNAMED
from warledger.scoring.muc_scheme import MucScheme, trigger_lemmas
from warledger.scoring.muc_templates import PUBLICATION, Found

VICTIMS = ("Victim", UNNAMED)
COUNTRY = "country"
# The rule of the coder by which a place is only the last that was named; keys write no more than its country.
TOLD_BEFORE = "the place told before"
# An effect is told when it is so likely.
LEAST_EFFECT = 0.5


def read_templates(coded: Coded, scheme: MucScheme) -> list[Found]:
    """The templates of a report by the installed models."""
    models = load_models()
    return fill_templates(draft(coded), models, scheme)


def fill_templates(one: Draft, models: Models, scheme: MucScheme) -> list[Found]:
    """The templates of a report that is drafted already."""
    return [fill_event(one, event, models, scheme) for event in read_events(one, models)]


def fill_event(one: Draft, event: Event, models: Models, scheme: MucScheme) -> Found:
    """The template of one incident of a report."""
    found = Found(event.type)
    for filler in sorted(event.fillers, key=lambda filler: -filler.probability):
        found.add("unnamed" if filler.role == UNNAMED else filler.role, filler.text)
    claims = _claims(one, event, scheme)
    found.place, found.when = _place(one, claims), _when(claims) or _published(one)
    stages = Counter(scheme.failed if claim.status == "failed" else scheme.stages[claim.stance] for claim in claims)
    found.stage = min(stages, key=lambda stage: (-stages[stage], stage)) if stages else scheme.stages["asserted"]
    for filler in event.fillers:
        if filler.role in VICTIMS:
            found.numbers.append(_number(one, filler))
        if filler.role in (*VICTIMS, "Target"):
            found.effects += _effect(one, filler, models)
        if filler.role == "PerpOrg":
            found.confidence.append(_confidence(one, filler, claims, scheme))
    return found


def _claims(one: Draft, event: Event, scheme: MucScheme) -> list[Claim]:
    """The claims of the sentences that name what was hit, of the event's type first; else those of that type anywhere."""
    places = {i for filler in event.fillers if filler.role in CORE for i in filler.sentences[:1]}
    places = places or {i for filler in event.fillers for i in filler.sentences[:1]}
    sentences = one.told.sentences
    near = [claim for i in sorted(places) for claim in sentences[i].claims if claim.stance in scheme.stages]
    typed = [claim for claim in near if _type(one.coded, claim, scheme) == event.type]
    anywhere = [claim for sentence in sentences for claim in sentence.claims
                if claim.stance in scheme.stages and _type(one.coded, claim, scheme) == event.type]
    return [*typed, *(claim for claim in near if claim not in typed and _type(one.coded, claim, scheme))] or anywhere[:1]


def _type(coded: Coded, claim: Claim, scheme: MucScheme) -> str | None:
    return scheme.type_of(claim.type, claim.mode, trigger_lemmas(coded, claim), claim.weapons)


def _place(one: Draft, claims: Sequence[Claim]) -> Place | None:
    """The finest place of the claims in the country that the report is about; of one only told before, the country alone."""
    home = _home(one)
    places = [claim.place for claim in claims if claim.place is not None]
    fine = [place for place in places if place.precision != COUNTRY]
    ordered = [*(place for place in fine if place.inferred is None), *fine, *places]
    ordered = ordered or [claim.place for claim in one.coded.claims if claim.place is not None][:1]
    chosen = next(iter([*(place for place in ordered if place.country == home), *ordered]), None)
    if chosen is None:
        named = next((mention.place for mention in one.coded.reading.places if mention.place.country == home), None)
        return replace(named, precision=COUNTRY) if named is not None else None
    return replace(chosen, precision=COUNTRY) if chosen.inferred == TOLD_BEFORE else chosen


def _home(one: Draft) -> str | None:
    """The country that most places of the report are in."""
    countries = Counter(mention.place.country for mention in one.coded.reading.places if mention.place.country)
    return min(countries, key=lambda country: (-countries[country], country)) if countries else None


def _when(claims: Sequence[Claim]) -> TimeSpan | None:
    times = [claim.when for claim in claims if claim.when is not None and claim.when.start is not None]
    return next(iter([*(time for time in times if time.inferred is None), *times]), None)


def _published(one: Draft) -> TimeSpan | None:
    """On or before the day of the report, where no claim tells a day."""
    day = one.coded.reading.report.published
    return TimeSpan(day, day, "day", "", PUBLICATION) if day else None


def _number(one: Draft, filler: Filler) -> str:
    """How many a victim is: the report's own figure, one for a name or a singular, else PLURAL."""
    if filler.role == "Victim":
        return "1"
    doc = one.coded.reading.doc
    for head in filler.heads:
        figures = [figure.best for figure in one.coded.reading.quantities_at(head) if figure.unit == "people"]
        if figures and figures[0] is not None:
            return str(figures[0])
    return "PLURAL" if doc[filler.heads[0]].tag_ in ("NNS", "NNPS") else "1"


def _effect(one: Draft, filler: Filler, models: Models) -> list[str]:
    likely = models.scores("effects", one.entities[filler.entity].features)
    best = max(likely, key=lambda label: likely[label])
    return [best] if likely[best] >= LEAST_EFFECT else []


def _confidence(one: Draft, filler: Filler, claims: Sequence[Claim], scheme: MucScheme) -> str:
    """How the claims hold it that name the organisation as the one that did it, else the event's first claim."""
    naming = [claim for i in filler.sentences for claim in one.told.sentences[i].claims if claim.initiators] or list(claims)
    claim = next((one for one in naming if one.attribution != "fact"), next(iter(naming), None))
    if claim is None:
        return scheme.confidence["fact"]
    label, speaker = scheme.confidence[claim.attribution], claim.speakers[-1] if claim.speakers else None
    suspected = label == scheme.confidence["suspected"]
    return f"{label} BY AUTHORITIES" if suspected and speaker is not None and speaker.sector in scheme.authorities else label
