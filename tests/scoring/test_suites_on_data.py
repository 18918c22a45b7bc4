"""Each suite runs on its set and gives the metrics under the names that scripts rely on. Skipped where the sets are absent."""

from __future__ import annotations

from pathlib import Path

import pytest

from warledger.scoring import run_suite

NAMES = {
    "muc": "relevance_f1 template_f1 date_r date_p location_r location_p number_r number_p effect_r effect_p confidence_r "
           "confidence_p stage_r stage_p",
    "incidents": "date_exact city_25km killed_exact killed_inside injured_exact injured_inside pairwise_f1 b_cubed_f1",
    "places": "lgl.span_f1 lgl.accuracy_161km lgl.end_to_end_f1_161km lgl.median_km geovirus.span_f1 geovirus.accuracy_161km "
              "geovirus.end_to_end_f1_161km geovirus.median_km",
    "event-places": "f1 none_f1",
    "times": "span_f1 value_f1",
    "attribution": "source_f1 content_f1 pair_f1",
    "plover": "type_f1 country_f1",
    "unseen": "f1_core signed stance speakers initiators targets tallies",
    "fresh": "f1_core signed stance speakers initiators targets tallies",
    "coded": "f1_core signed signed_precision stance speakers initiators targets tallies",
    "judged": "signed signed_precision stance speakers initiators targets tallies",
    "aside": "signed signed_precision stance speakers initiators targets tallies",
    "wikievents": "trigger_f1 argument_f1",
}


@pytest.mark.data
@pytest.mark.parametrize("suite", NAMES)
def test_a_suite_measures_what_its_table_says(suite: str, shared_data: Path, tmp_path: Path) -> None:
    score = run_suite(suite, shared_data, limit=1, predictions=tmp_path / "found.jsonl")
    assert set(NAMES[suite].split()) <= set(score.metrics)
    assert score.n >= 1
    assert (tmp_path / "found.jsonl").is_file()
    assert all(value is None or value >= 0 for value in score.metrics.values())
