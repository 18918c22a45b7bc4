"""Trains where an act was, among the places of its sentence, on a third of the sentences of the suite event-places.

In: DATA/places/event_location.jsonl. Out: the model of claims/event_location.py under src/warledger/learned/. Decision: only
rows that the suite does not score; not those of the source whose marks are missing in nine of ten sentences.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fitting import Example, fit, write

from warledger.claims.coder import Coded
from warledger.claims.event_location import MODEL
from warledger.claims.place_signs import Sight, location_features
from warledger.claims.where import by_rules, places_of_sentence
from warledger.scoring.annotated import Row, Stopwatch, read_rows, rows_of
from warledger.scoring.event_places import is_for_training, is_slip, named_span, tells
from warledger.scoring.spans import touch

TRAINED_ON = "Halterman's sentences of where events happened, the third that the suite event-places does not score"
# Its annotators left out the place of nearly every sentence, also where it is told.
UNMARKED = "Masdar_RA"
BUCKETS = 1 << 15
YES, NO = "yes", "no"


def main(data: Path) -> None:
    """Train and write the model."""
    rows = [row for row in rows_of(data / "places" / "event_location.jsonl")
            if is_for_training(row) and not is_slip(row) and row["source"] != UNMARKED]
    examples = [example for row, coded in read_rows(rows, Stopwatch(), "train_event_places") for example in _examples(row, coded)]
    write(fit(examples, [YES], BUCKETS), MODEL, TRAINED_ON, len(examples))


def _examples(row: Row, coded: Coded) -> list[Example]:
    """One for each place of the sentence, for each act that the marked verb tells."""
    reading, found = coded.reading, list[Example]()
    verb, right = [tuple(span) for span in row["verb"]], [tuple(span) for span in row["location"]]
    for happening in coded.happenings:
        if not tells(coded, happening, verb):
            continue
        places, ruling = places_of_sentence(reading, happening), by_rules(reading, happening)
        for mention in places:
            here = any(touch(named_span(coded, (mention.start, mention.end)), span) for span in right)
            found.append((location_features(Sight(reading, happening.main, places, mention, ruling)), YES if here else NO))
    return found


if __name__ == "__main__":
    main(Path(sys.argv[1]))
