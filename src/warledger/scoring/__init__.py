"""Edge: how good is it? The real pipeline on text that others annotated, judged by the field's metrics.

In: the name of a suite and the folder of annotated sets. Out: a Score with its floors. Decision: a suite is a function
of data and limit, registered here and nowhere else; the sets themselves are never part of the project.
"""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from warledger.errors import UsageError
from warledger.scoring import (
    attributed,
    event_places,
    fresh,
    hand_coded,
    muc,
    plover,
    reading,
    seed,
    shootings,
    timexes,
    toponyms,
    wikievents,
)
from warledger.scoring.score import Floor, Score, load_floors

__all__ = ["SUITES", "Floor", "Score", "Suite", "load_floors", "run_suite"]


class Suite(Protocol):
    """What a suite is: data is the folder of annotated sets; limit takes the first so many documents.

    predictions, where given, is the file that the coded records are written to.
    """

    def __call__(self, data: Path, limit: int | None = None, predictions: Path | None = None) -> Score:
        """Runs the pipeline and measures it. Raises SourceError where the set is not in the folder."""
        ...


SUITES: dict[str, Suite] = {
    "seed": seed.score,
    "claims": hand_coded.score,
    "fresh": fresh.score,
    "coded": fresh.score_coded,
    "unseen": fresh.score_unseen,
    "judged": fresh.score_judged,
    "aside": fresh.score_aside,
    "reading": reading.score,
    "places": toponyms.score,
    "event-places": event_places.score,
    "times": timexes.score,
    "attribution": attributed.score,
    "plover": plover.score,
    "wikievents": wikievents.score,
    "incidents": shootings.score,
    "muc": muc.score,
}


def run_suite(
    name: str, data: Path, limit: int | None = None, predictions: Path | None = None, floors: Path | None = None
) -> Score:
    """The score of one suite with the floors that hold for it.

    floors is a TOML file, else benchmarks/floors.toml of the checkout where there is one. With a limit no floor holds:
    a floor is a promise about the whole set. Raises UsageError for a suite that does not exist or a limit under 1.
    """
    if name not in SUITES:
        raise UsageError(f"there is no suite {name!r}; the suites are: {', '.join(SUITES)}")
    if limit is not None and limit < 1:
        raise UsageError(f"a limit of {limit} leaves nothing to measure; give 1 or more")
    result = SUITES[name](data, limit, predictions)
    return result if limit is not None else result.held_to(load_floors(floors).get(name, ()))
