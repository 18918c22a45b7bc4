"""Who a claim comes from in the end: its origin, which is neither its report nor its outlet.

In: claims with their reports. Out: a key per claim; equal keys are one origin. Decision: the innermost named speaker is
the origin, through whatever outlets he is quoted; a report's own voice belongs to its story, and the stories of one
outlet to that outlet, or to the one agency that signs them; the same words in quotation marks come from one mouth.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from warledger.incidents.parties import name_key
from warledger.incidents.reading import Background
from warledger.lexicons.wire_services import signing_agencies
from warledger.model import Claim, Report, Speaker

_QUOTED = re.compile(r'["“]([^"“”]+)["”]')
# Fewer words in quotation marks are a term or a commonplace ("a war crime"; judgement).
FEWEST_QUOTED = 5


def named_speaker(claim: Claim) -> Speaker | None:
    """The innermost speaker who has a name, None for a report's own voice or nameless ones only."""
    return next((speaker for speaker in reversed(claim.speakers) if not speaker.anonymous and speaker.name), None)


def speaker_key(speaker: Speaker) -> str:
    """The same for one speaker, however he is named where the list knows him."""
    return f"actor {speaker.actor}" if speaker.actor else f"name {name_key(speaker.name)}"


def quotations(claim: Claim) -> set[str]:
    """The words in quotation marks of a claim's sentence, where they are enough to be nobody else's."""
    found = {name_key(words) for words in _QUOTED.findall(claim.quote("sentence") or "")}
    return {words for words in found if len(words.split()) >= FEWEST_QUOTED}


def _reading_order(claim: Claim) -> tuple[int, str]:
    return min((passage.start for passage in claim.passages), default=0), claim.id


def _by_quotation(claims: Sequence[Claim], keys: Sequence[str]) -> list[str]:
    """The keys, one for all who quote the same words: whoever is said to have said them, they were said once."""
    heirs = {key: key for key in keys}

    def root(key: str) -> str:
        while heirs[key] != key:
            key = heirs[key]
        return key

    said: dict[str, str] = {}
    for claim, key in zip(claims, keys, strict=True):
        for words in sorted(quotations(claim)):
            one, other = sorted((root(said.setdefault(words, key)), root(key)))
            heirs[other] = one  # "actor …" sorts before "name …": a speaker whom the list knows stands for the others
    return [root(key) for key in keys]


def background_of(claims: Iterable[Claim], reports: Mapping[str, Report]) -> Background:
    """What must be known of everybody who speaks and of every report, where these are all."""
    printed: dict[str, set[str]] = {}
    for report in reports.values():
        if report.origin:
            printed.setdefault(report.origin, set()).add(report.outlet or f"?{report.id}")
    speakers = dict.fromkeys(speaker for claim in claims for speaker in claim.speakers)
    return Background(tuple(speakers), printed, max((report.day for report in reports.values() if report.day), default=None))


class Origins:
    """The origins of one run: knows which names are one actor, and which stories several outlets print.

    reports are at least those of the claims that are asked for; background is of all.
    """

    def __init__(self, background: Background, reports: Mapping[str, Report]) -> None:
        self._reports = reports
        actors: dict[str, set[str]] = {}
        for speaker in background.speakers:
            if speaker.actor:
                actors.setdefault(name_key(speaker.name), set()).add(speaker.actor)
        self._actors = {name: min(ids) for name, ids in actors.items() if len(ids) == 1}
        self._speakers = set(self._actors) | {name_key(speaker.name) for speaker in background.speakers if not speaker.anonymous}
        self._printed = background.printed
        self._signed: dict[str, str | None] = {}

    def of(self, claim: Claim) -> str:
        """The key of a claim's origin."""
        speaker = named_speaker(claim)
        if speaker is not None:
            return self._named(speaker.name, speaker.actor)
        report = self._reports.get(claim.report)
        if report is None:
            return f"report {claim.report}"
        outlets = self._printed.get(report.origin or "", {report.outlet or f"?{report.id}"})
        agency = self._agency(report)
        if agency is not None:
            return self._named(agency, None)
        if len(outlets) == 1:
            return self._named(report.outlet, None) if report.outlet else f"story {report.origin or report.id}"
        agencies = sorted(outlet for outlet in outlets if name_key(outlet) in self._speakers)
        return self._named(agencies[0], None) if len(agencies) == 1 else f"story {report.origin}"

    def of_all(self, claims: Sequence[Claim]) -> list[str]:
        """The keys of claims about one happening, in their order.

        A headline that repeats what a monitor says further down is no second witness: what a report says of the happening
        in its own voice comes from the speaker whom it names for it, where it names one.
        """
        voiced: dict[str, str] = {}
        for claim in sorted(claims, key=_reading_order):
            if named_speaker(claim) is not None:
                voiced.setdefault(self._story(claim), self.of(claim))
        keys = [self.of(claim) if named_speaker(claim) else voiced.get(self._story(claim), self.of(claim)) for claim in claims]
        return _by_quotation(claims, keys)

    def _agency(self, report: Report) -> str | None:
        """The agency that signs a report, None where none does, or more than one."""
        if report.id not in self._signed:
            agencies = signing_agencies(report.text[report.body_start :])
            self._signed[report.id] = next(iter(agencies)) if len(agencies) == 1 else None
        return self._signed[report.id]

    def _story(self, claim: Claim) -> str:
        report = self._reports.get(claim.report)
        return report.origin if report is not None and report.origin else claim.report

    def _named(self, name: str, actor: str | None) -> str:
        key = name_key(name)
        actor = actor or self._actors.get(key)
        return f"actor {actor}" if actor else f"name {key}"
