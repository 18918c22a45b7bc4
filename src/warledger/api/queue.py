"""/queue: what analysts are asked, by how uncertain it is or by how much rides on it.

In: an order, and the filters of the view. Out: questions with what answering them takes. Decision: pairs are weighed behind the scenes, since
that takes seconds; meanwhile, and after each decision, the questions are those of the pairs that are known.
"""

from __future__ import annotations

import logging
import threading
from pathlib import Path
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request, Response

from warledger.api.asking import Asked as Filters
from warledger.api.asking import Held, Limit
from warledger.api.failures import RefusedError
from warledger.api.holding import Holding
from warledger.api.identity import ROLES, Asker
from warledger.api.incidents import summary
from warledger.api.review_answers import Asked, Queue, Told
from warledger.model import Claim, Incident, Report
from warledger.products.labels import label
from warledger.products.wording import place_words, range_words, span_words
from warledger.questioning import asked, doubtful
from warledger.review import Doubtful, Question, standing
from warledger.settings import Settings
from warledger.store import Filter, Ledger

router = APIRouter(tags=["review"])
LOG = logging.getLogger(__name__)
# So many changes of the ledger after the pairs were weighed they are weighed anew, or at once where claims came in.
AGAIN_AFTER = 20
SENTENCE = 400


class Asking:
    """The incidents, claims and doubtful pairs of a ledger, kept up to date."""

    def __init__(self, path: Path, settings: Settings) -> None:
        """Raises LedgerError where there is no ledger at path. It is opened anew: weighing may take longer than a request may."""
        self.ledger = Ledger.open(path, create=False)
        self.settings = settings
        self.run = -1
        self.incidents: dict[str, Incident] = {}
        self.claims: dict[str, Claim] = {}
        self.pairs: list[Doubtful] = []
        self.weighed_at = -1
        self._lock = threading.Lock()
        self._weighing: threading.Thread | None = None

    @property
    def is_weighing(self) -> bool:
        """Whether pairs are being weighed."""
        return self._weighing is not None and self._weighing.is_alive()

    def questions(self) -> tuple[list[Question], bool]:
        """What is asked now, the most uncertain first, and whether pairs are still being weighed that would add to it."""
        with self._lock:
            self._refresh()
            weighing = self.is_weighing  # looked at before the pairs are taken: those that come in between are not among these questions
            pairs = [one for one in self.pairs if one.one in self.claims and one.other in self.claims]
            home = {claim: incident.id for incident in self.incidents.values() for claim in incident.claims}
            pairs = [one for one in pairs if one.joined == (home.get(one.one) is not None and home.get(one.one) == home.get(one.other))]
            return asked(self.ledger, pairs, self.incidents, self.claims), weighing

    def _refresh(self) -> None:
        ledger = self.ledger
        run = ledger.last_run()
        if run != self.run:  # what comes in while this is read is read again the next time
            present, changed, claims_too = ledger.moved(self.run)
            if claims_too:
                self.claims = {claim.id: claim for claim in ledger.claims()}
            fresh = ledger.incidents() if self.run < 0 else ledger.incidents(Filter(incidents=changed))
            self.incidents = {name: one for name, one in self.incidents.items() if name in present} | {one.id: one for one in fresh}
            self.run = run
            self.weighed_at = -1 if claims_too else self.weighed_at
        if (self.weighed_at < 0 or self.run - self.weighed_at >= AGAIN_AFTER) and not self.is_weighing:
            self._weighing = threading.Thread(target=self._weigh, args=(self.run, list(self.incidents.values()), dict(self.claims)), daemon=True)
            self.weighed_at = self.run
            self._weighing.start()

    def _weigh(self, run: int, incidents: list[Incident], claims: dict[str, Claim]) -> None:
        try:
            self.pairs = doubtful(self.ledger, incidents, claims, self.settings)
        except Exception:  # the thread has nobody above it; questions about incidents go on without pairs
            LOG.exception("pairs could not be weighed at run %s", run)


def asking(request: Request, held: Holding) -> Asking:
    """The questions of the application, made when they are first asked for."""
    state = request.app.state
    if getattr(state, "asking", None) is None:
        state.asking = Asking(held.path, held.settings)
    found: Asking = state.asking
    return found


@router.get("/queue", summary="What analysts are asked", responses={403: {"description": "The queue is for analysts."}})
def queue(request: Request, response: Response, held: Held, person: Asker, filters: Filters, limit: Limit = 50,
          order: Annotated[Literal["uncertainty", "weight"], Query(description="weight is the uncertainty times what rides on the answer: people killed, and claims.")] = "uncertainty",
          second: Annotated[bool, Query(description="What others decided and you did not, without their answers: for agreement between analysts.")] = False) -> Queue:
    """The questions about the incidents of the view, those that are open again first."""
    response.headers["Cache-Control"] = "private, no-store"
    if ROLES.index(person.role) < ROLES.index("analyst"):  # the questions are about the whole ledger, whatever of it is published
        raise RefusedError(403, f"{person.name} may look and not decide: the queue is for analysts")
    of_server = asking(request, held)
    found, weighing = of_server.questions()
    if second:
        found = _second(held, person.name, of_server)
    if filters != type(filters)():
        with held.asking() as (survey, connection):
            mask = survey.mask(filters, connection)
            inside = {survey.columns.ids[row] for row in mask.nonzero()[0]}
        inside |= {claim for name in inside if name in of_server.incidents for claim in of_server.incidents[name].claims}
        found = [one for one in found if not inside.isdisjoint(one.subjects)]
    if order == "weight":
        found.sort(key=lambda one: (one.decided is None, -min(one.uncertainty, 1) * _stakes(one, of_server), one.subjects))
    return Queue(items=_shown(found[:limit], of_server, held), total=len(found), weighing=weighing, run=of_server.run)


def _second(held: Holding, who: str, of_server: Asking) -> list[Question]:
    """Blind questions about what others have settled, oldest first."""
    fates = standing(held.ledger.decisions())
    mine = {tuple(sorted(one.decision.subjects)) for one in fates if one.decision.who == who}
    found: dict[tuple[str, ...], Question] = {}
    for one in fates:
        made = one.decision
        key = tuple(sorted(made.subjects))
        known = all(name in of_server.incidents or name in of_server.claims for name in key)
        if one.holds and made.undoes is None and made.who != who and key not in mine and known and made.act in ("same", "different", "unsure", "confirm", "reject"):
            found.setdefault(key, Question("pair" if len(key) > 1 else "whole", made.subjects, 0.0, "another analyst has decided this; decide for yourself"))
    return list(found.values())


def _stakes(question: Question, of_server: Asking) -> int:
    """The people killed by best figure and the claims, of all that the question is about."""
    total = 0
    for name in question.subjects:
        incident = of_server.incidents.get(name)
        killed = incident.fields.get("killed") if incident else None
        total += ((killed.best or 0) if killed else 0) + (len(incident.claims) if incident else 1)
    return total


def _shown(found: list[Question], of_server: Asking, held: Holding) -> list[Asked]:
    near = {name: claim for one in found for name in _near(one) if (claim := of_server.claims.get(name)) is not None}
    home = {claim: incident.id for incident in of_server.incidents.values() for claim in incident.claims if claim in near}
    reports = {report.id: report for report in held.ledger.reports(Filter(claims=tuple(sorted(near))))}
    return [Asked(
        kind="pair" if one.kind == "pair" else "whole", subjects=list(one.subjects), uncertainty=min(one.uncertainty, 1.0), stakes=_stakes(one, of_server),
        why=one.why, decided=one.decided.to_dict() if one.decided else None,
        nearest=[told(near[name], reports.get(near[name].report), home.get(name)) for name in _near(one) if name in near],
        incidents=[summary(of_server.incidents[name]) for name in dict.fromkeys([*one.subjects, *(home[name] for name in _near(one) if name in home)]) if name in of_server.incidents]) for one in found]


def _near(question: Question) -> list[str]:
    return list(dict.fromkeys([*question.nearest, *(name for name in question.subjects if name.startswith("c_"))]))


def told(claim: Claim, report: Report | None, home: str | None) -> Told:
    """A claim in words, with the sentence that it comes from."""
    sentence = " ".join((claim.quote("sentence") or claim.quote("trigger") or "").split())
    figures = [f"{one.what} {range_words(one.low, one.high)}" for one in claim.tallies]
    record: dict[str, Any] = claim.to_dict()
    return Told(id=claim.id, incident=home, speakers=[one.name for one in claim.speakers], outlet=report.outlet if report else None,
                day=report.day if report else None, sentence=sentence[:SENTENCE], act=label(claim.type, claim.mode),
                place=place_words(record["place"]) if claim.place else None, when=span_words(record["when"]) if claim.when else None,
                figures=figures, report=claim.report)
