"""Alerts: new and changed incidents of saved searches are put into deliveries, and deliveries are sent until they have arrived.

In: a ledger, the file of saved searches, settings. Out: a Round, which says what was sent. Decision: what changed up to a run is put into
deliveries, and the run noted, in one transaction, so that each revision is in one delivery however a round ends; a delivery is sent until it is
taken, each time under the same id, by which whoever gets it twice (killed between sending and noting it) knows it for the same. Nobody
is told more than they may see when it is sent.
"""

from __future__ import annotations

import json
import time
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from warledger.api import sending, targets
from warledger.api.incidents import summary
from warledger.api.owners import Sees, Sight
from warledger.api.published import PublishedLedger, published_part
from warledger.api.saved import Alert, Saved, Search, query_of
from warledger.settings import Alerting
from warledger.store import Filter, Ledger
from warledger.store.survey import Survey

# So many incidents go out together; more would be too long for a letter, or for whoever takes it.
BATCH = 100
# Within a round a delivery is tried again after so many seconds, and in later rounds after twice as long each time, up to the longest.
PAUSES_S = (2, 8)
FIRST_DELAY_S = 60
LONGEST_DELAY_S = 6 * 3_600
# About four days; what has not arrived by then is given up, and told as that.
MOST_ATTEMPTS = 24
SPACE = uuid.UUID("5b0a5d3e-6d0e-5d6b-8f0f-5c9d1a1c7a10")


@dataclass
class Round:
    """What a round has done: deliveries sent, put off and given up, with why; busy: another process was at it."""

    sent: int = 0
    put_off: int = 0
    given_up: int = 0
    failures: list[str] = field(default_factory=list)
    busy: bool = False


@dataclass(frozen=True)
class How:
    """How a round sends, and its clock; tests give others."""

    send: Callable[[Alerting, Alert, str, str], None] = sending.send
    now: Callable[[], float] = time.time
    pause: Callable[[float], None] = time.sleep


USUALLY = How()


def send_alerts(ledger: Ledger, saved: Saved, settings: Alerting, sees: Sees, how: How = USUALLY, again: bool = False) -> Round:
    """A round: puts down what is new, and sends what is due, as far as the owner of each search sees it. again: also what was put off or given up."""
    done = Round()
    with saved.alone() as alone:
        if not alone:
            done.busy = True
            return done
        put_down(ledger, saved, settings, sees)
        if again:
            with saved.connection() as connection:
                connection.execute("UPDATE deliveries SET state = 'waiting', due = 0, attempts = 0")
        owners = {one.id: one.owner for one in saved.all()}
        for alert in saved.alerts():
            if (sight := sees(owners[alert.search])) != "nothing":
                _deliver(saved, alert, settings, sight, how, done)
    return done


def put_down(ledger: Ledger, saved: Saved, settings: Alerting, sees: Sees) -> None:
    """Deliveries of what has changed since each alert's run; each revision into one, once."""
    searches = {one.id: one for one in saved.all()}
    alerts = saved.alerts()
    if not alerts:
        return
    survey = ledger.survey()
    for alert in alerts:
        if alert.run >= survey.run or alert.search not in searches:
            continue
        search = searches[alert.search]
        sight = sees(search.owner)
        if sight == "nothing":
            continue
        told = list(_told(ledger, survey, search, alert.run, settings, sight))
        with saved.connection() as connection:
            moved = connection.execute("UPDATE alerts SET run = ? WHERE id = ? AND run = ?", (survey.run, alert.id, alert.run)).rowcount
            for turn, begin in enumerate(range(0, len(told), BATCH)) if moved else ():
                id_ = str(uuid.uuid5(SPACE, f"{alert.id}/{survey.run}/{turn}"))
                body = json.dumps({"delivery": id_, "run": survey.run, "search": {"id": search.id, "name": search.name, "query": query_of(search.wanted)},
                                   "published_only": sight == "published", "incidents": told[begin:begin + BATCH]}, ensure_ascii=False)
                connection.execute("INSERT INTO deliveries VALUES (?, ?, ?, ?, ?, 'waiting', 0, 0, NULL)", (id_, alert.id, survey.run, turn, body))


def _told(ledger: Ledger, survey: Survey, search: Search, run: int, settings: Alerting, sight: Sight) -> Iterator[dict[str, Any]]:
    """The incidents of a search that a run after `run` made or changed, as they were when the survey was read, and as far as its owner sees them."""
    source: Ledger | PublishedLedger = ledger
    if sight == "published":
        source, survey = published_part(ledger, survey)
    with ledger.asking() as connection:
        mask = survey.mask(search.wanted, connection)
    # What a run after the survey changed is told by the next round, and only then.
    changed = survey.among([one.id for one in source.changed_since(run) if one.run <= survey.run])
    names = tuple(survey.columns.ids[row] for row in (mask & changed).nonzero()[0])
    root = settings.address.rstrip("/") if settings.address else None
    for incident in source.incidents(Filter(incidents=names), run=survey.run):
        shown = summary(incident).model_dump()
        yield shown | {"change": "new" if incident.revision == 1 else "changed", "url": f"{root}/incidents/{incident.id}" if root else None}


def _deliver(saved: Saved, alert: Alert, settings: Alerting, sight: Sight, how: How, done: Round) -> None:
    """Sends what is due of one alert, in order; where one does not arrive, those after it wait. What its owner may see no more is dropped."""
    with saved.connection() as connection:
        waiting = connection.execute("SELECT id, body, attempts, due FROM deliveries WHERE alert = ? AND state = 'waiting' ORDER BY run, turn", (alert.id,)).fetchall()
    for id_, body, attempts, due in waiting:
        if sight == "published" and not json.loads(body).get("published_only"):
            with saved.connection() as connection:
                connection.execute("DELETE FROM deliveries WHERE id = ?", (id_,))
            continue
        if due > how.now():
            done.put_off += 1
            return
        failure = targets.refusal(settings, alert.kind, alert.target) or _try(settings, alert, id_, body, how)
        with saved.connection() as connection:
            if failure is None:
                connection.execute("DELETE FROM deliveries WHERE id = ?", (id_,))
                done.sent += 1
                continue
            ends = attempts + 1 >= MOST_ATTEMPTS
            delay = min(FIRST_DELAY_S * 2**attempts, LONGEST_DELAY_S)
            connection.execute("UPDATE deliveries SET state = ?, attempts = ?, due = ?, failure = ? WHERE id = ?",
                               ("given up" if ends else "waiting", attempts + 1, int(how.now() + delay), failure, id_))
        done.failures.append(f"{alert.target}: {failure}")
        done.given_up += ends
        done.put_off += not ends
        if not ends:
            return


def _try(settings: Alerting, alert: Alert, id_: str, body: str, how: How) -> str | None:
    """Why a delivery did not arrive, None where it did."""
    failure: str | None = None
    for pause in (0, *PAUSES_S):
        if pause:
            how.pause(pause)
        try:
            how.send(settings, alert, id_, body)
        except sending.NotTakenError as error:
            failure = str(error)
            if error.for_good:
                break
        else:
            return None
    return failure
