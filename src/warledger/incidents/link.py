"""Stage 3: claims become incidents in which rival versions stand side by side.

In: every claim of the ledger, its reports, the incidents of the last run, the analysts' decisions. Out: incidents. Decision:
one pure function from all claims to all incidents, with the same bytes in any order of input; identity over time comes
from the last run's incidents, and from nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from warledger.incidents.account import explain
from warledger.incidents.agreement import Version
from warledger.incidents.building import build
from warledger.incidents.candidates import candidates
from warledger.incidents.clustering import Comparisons, Groups, agglomerate, join_copies
from warledger.incidents.eligibility import FOUNDS, OUT, is_placed_or_timed, part_of
from warledger.incidents.identity import keep_identities
from warledger.incidents.likeness import vocabularies
from warledger.incidents.names import Frequency, counted, rare_names
from warledger.incidents.origins import Origins, background_of
from warledger.incidents.rivals import attach
from warledger.incidents.rulings import Rulings, corrected, overruled, replay
from warledger.incidents.separations import separations
from warledger.incidents.ties import Pair, Ties, positions, read_ties, told_same
from warledger.incidents.traits import Traits, read_traits
from warledger.incidents.weights import Weights, load_weights
from warledger.model import Claim, Decision, Incident, Problem, Report

ANALYST = "an analyst told them apart"
NO_NAMES: dict[str, float] = {}
LAST_DAY = "9999-12-31"  # sorts incidents without a day behind all others


@dataclass(frozen=True)
class Scope:
    """A part of a ledger that is linked anew: only these claims, the others are there to be known of; and the words of the whole."""

    only: frozenset[str]
    frequency: Frequency


@dataclass(frozen=True)
class Linkage:
    """What linking gives: the incidents, and what could not be done as it was asked."""

    incidents: list[Incident]
    problems: list[Problem]


@dataclass(frozen=True)
class Weighed:
    """What was weighed: traits by position, the groups with all comparisons, the pairs worth comparing among all reports,
    what was tied beforehand, and the denials by the group that they are in."""

    traits: list[Traits]
    groups: Groups
    pairs: list[Pair]
    ties: Ties
    denials: dict[int, list[int]]


def link(claims: Iterable[Claim], reports: Mapping[str, Report] | None = None, previous: Iterable[Incident] = (),
         decisions: Iterable[Decision] = ()) -> list[Incident]:
    """The incidents of all these claims, by day and id.

    claims are all that the ledger holds, not only new ones: an incident of `previous` whose claims are absent ends.
    reports by id give outlets, dates and origins; without them nothing is known of either.
    """
    return reconcile(claims, reports, previous, decisions).incidents


def reconcile(claims: Iterable[Claim], reports: Mapping[str, Report] | None = None, previous: Iterable[Incident] = (),
              decisions: Iterable[Decision] = (), weights: Weights | None = None, scope: Scope | None = None) -> Linkage:
    """As link, with the problems that came up, with weights other than ours where they are given, or of a part only."""
    weights, known, before = weights or load_weights(), reports or {}, list(previous)
    rulings = replay(decisions, before)
    ordered, problems = _corrected(claims, rulings)
    drafts = _drafts(ordered, known, rulings, weights, scope)
    named = keep_identities(drafts, before, lambda incident: overruled(incident, rulings))
    kept = [incident for incident in named if incident.id not in rulings.rejected]
    kept.sort(key=lambda incident: ((incident.when.start if incident.when else None) or LAST_DAY, incident.id))
    return Linkage(kept, problems)


def weigh(claims: Iterable[Claim], reports: Mapping[str, Report] | None = None, previous: Iterable[Incident] = (),
          decisions: Iterable[Decision] = (), weights: Weights | None = None) -> Weighed:
    """What `reconcile` weighs on the way to its incidents, for whoever asks why they are what they are."""
    rulings = replay(decisions, list(previous))
    ordered, _problems = _corrected(claims, rulings)
    return _weighed(ordered, reports or {}, rulings, weights or load_weights())


def _weighed(claims: Sequence[Claim], reports: Mapping[str, Report], rulings: Rulings, weights: Weights,
             scope: Scope | None = None) -> Weighed:
    traits = _read(claims, reports, rulings, weights, scope)
    groups, pairs = _groups(traits, rulings, weights, scope)
    ties = read_ties(traits, rulings)
    return Weighed(traits, groups, pairs, ties, attach(groups, traits, pairs, ties))


def _drafts(claims: Sequence[Claim], reports: Mapping[str, Report], rulings: Rulings, weights: Weights,
            scope: Scope | None) -> list[Incident]:
    """The incidents, named after their founding claims and sorted by them."""
    weighed = _weighed(claims, reports, rulings, weights, scope)
    traits, groups, ties, denials = weighed.traits, weighed.groups, weighed.ties, weighed.denials
    origins = Origins(background_of(claims, reports), reports)
    drafts = []
    for head, members in sorted(groups.members.items()):
        if any(not traits[p].rival and is_placed_or_timed(traits[p].claim) for p in members):
            denying = denials.get(head, [])
            held = [traits[position] for position in [*members, *denying]]
            versions = [Version(one, origin, reports.get(one.claim.report))
                        for one, origin in zip(held, origins.of_all([one.claim for one in held]), strict=True)]
            drafts.append(build(versions, explain(versions, groups, head, denying, ties), weights))
    return sorted(drafts, key=lambda draft: draft.id)


def _corrected(claims: Iterable[Claim], rulings: Rulings) -> tuple[list[Claim], list[Problem]]:
    """Every claim once, by id, as analysts corrected it, without those that they rejected."""
    once: dict[str, Claim] = {}
    for claim in claims:
        held = once.setdefault(claim.id, claim)
        if held is not claim and held != claim:  # an id told twice: the same one of the two in any order of input
            once[claim.id] = min(held, claim, key=Claim.to_json)
    kept: list[Claim] = []
    problems: list[Problem] = []
    for name in sorted(once):
        if name not in rulings.rejected:
            claim, found = corrected(once[name], rulings)
            kept.append(claim)
            problems.extend(found)
    return kept, problems


def _read(claims: Sequence[Claim], reports: Mapping[str, Report], rulings: Rulings, weights: Weights,
          scope: Scope | None = None) -> list[Traits]:
    """The traits of the claims that can be in an incident, by id."""
    tied = {name for claim in claims for name in (claim.same_as, claim.responds_to) if name}
    tied |= {claim.id for claim in claims if claim.same_as or claim.responds_to}
    tied |= {name for pair in rulings.same for name in pair}
    days = int(weights.limits["report_days"])
    frequency = scope.frequency if scope else counted(reports)
    names = rare_names(claims, reports, weights.limits["rare_share"], frequency)
    words = vocabularies(reports, weights, frequency)
    return [read_traits(claim, reports.get(claim.report), part_of(claim) != FOUNDS, days, names.get(claim.report, NO_NAMES),
                        weights.another, words.get(claim.report, NO_NAMES))
            for claim in claims if part_of(claim) != OUT and (is_placed_or_timed(claim) or claim.id in tied)]


def _groups(traits: Sequence[Traits], rulings: Rulings, weights: Weights,
            scope: Scope | None = None) -> tuple[Groups, list[Pair]]:
    """The claims that hold something to have happened, grouped, and the pairs that were worth comparing.

    A report is first read to its end: what it tells as one happening speaks with one voice among the reports. Each denial
    is left in a group of its own.
    """
    groups = Groups(Comparisons(list(traits), weights, _cannot_links(traits, rulings, weights)), len(traits))
    groups.force(pair for pair in told_same(traits) if not _denied(pair, traits))
    groups.speak_as_one()
    _join(groups, within=True)
    groups.speak_as_one()
    if scope is not None:
        groups.keep({position for position, one in enumerate(traits) if one.id in scope.only})
    groups.force(pair for pair in positions(rulings.same, traits) if not _denied(pair, traits))
    return groups, _join(groups, within=False)


def _cannot_links(traits: Sequence[Traits], rulings: Rulings, weights: Weights) -> dict[Pair, str]:
    """What must stay apart, with the reason; an analyst's word for one happening goes before a report's against it."""
    same = set(positions(rulings.same, traits))
    apart = separations(traits, int(weights.limits["rival_days"]))
    links = {pair: reason for pair, reason in apart.items() if pair not in same}
    return links | dict.fromkeys(positions(rulings.different, traits), ANALYST)


def _join(groups: Groups, within: bool) -> list[Pair]:
    """Joins the groups whose voices are near enough, within each report or among all; gives all pairs worth comparing."""
    traits = groups.comparisons.traits
    speaking = sorted(p for voices in groups.voices.values() for p in voices if _can_speak(traits[p]))
    if not within:
        join_copies(groups, speaking)
    audible = set(speaking)
    asked = (p for p, one in enumerate(traits) if p in audible or (one.rival and groups.of(p) in groups.members))
    pairs = candidates(traits, groups.comparisons.weights, asked, within)
    agglomerate(groups, [(a, b) for a, b in pairs if a in audible and b in audible])
    return pairs


def _can_speak(one: Traits) -> bool:
    return not one.rival and (one.place is not None or one.first is not None)


def _denied(pair: tuple[int, int], traits: Sequence[Traits]) -> bool:
    return traits[pair[0]].rival or traits[pair[1]].rival
