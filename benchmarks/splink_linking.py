"""Would Splink link better than our own linker? The suite `incidents`, the same reports, halves and evidence for both.

In: `rows DATA ROWS.json`: the annotated data; `measure ROWS.json`: what `rows` wrote. Out: one JSON object per model: pairwise and B-cubed F1
on the half of the incidents that it was not trained on, and seconds. Decision: Splink gets what our linker reads of a report once that
was read to its end (one row per report, of what it tells most often), so that the models are compared and not what they are fed.
`measure` needs Splink, which is no dependency of Warledger: pip install splink==5.0.0 into an environment of its own, and run it there
with PYTHONPATH=src.
"""

from __future__ import annotations

import json
import sys
import time
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

HALVES = 2
NEW = 10
# Reports with one word that are paired by it: more make Splink score half of all pairs.
FEW = 5
# Splink samples as many pairs to learn how often values agree by chance; its own advice for sets of this size.
CHANCE_PAIRS = 2e6
# Of the pairs that a deterministic rule finds, and of those that there are (seen on the half that trains).
RULE_RECALL = 0.15
WEIGHTS = [weight / 2 for weight in range(-10, 61)]  # thresholds tried, in bits
# SQL over l and r: the two ways in which days can be near enough to look further, as candidates.py does.
NEAR_DAYS = "l.window_first <= r.window_last + 3 and r.window_first <= l.window_last + 3"
KM = ("6371.0 * 2 * asin(least(1.0, sqrt(pow(sin(radians(lat_l - lat_r) / 2), 2)"
      " + cos(radians(lat_l)) * cos(radians(lat_r)) * pow(sin(radians(lon_l - lon_r) / 2), 2))))")
ALIKE = ("coalesce(list_sum(list_transform(list_intersect(words_l, words_r),"
         " lambda x: list_extract(said_l, list_position(words_l, x)) * list_extract(said_r, list_position(words_r, x)))), 0)")
SURPRISE = "coalesce(list_sum(list_transform(list_intersect(names_l, names_r), lambda x: cast(split_part(x, '|', 1) as double))), 0)"


def main() -> None:
    """Writes rows, or measures."""
    step, *paths = sys.argv[1:]
    if step == "rows":
        Path(paths[1]).write_text(json.dumps(rows(Path(paths[0]))), encoding="utf-8")
    else:
        for found in measured(json.loads(Path(paths[0]).read_text(encoding="utf-8"))):
            print(json.dumps(found))


def half_of(incident: str) -> int:
    """Which half an incident is in: always the same."""
    return zlib.crc32(incident.encode()) % HALVES


def rows(data: Path) -> dict[str, Any]:
    """Per half the rows of its reports, the incident of each, and what our own linker made of them."""
    from warledger.scoring.annotated import rows_of
    from warledger.scoring.pipeline import code_file

    path = data / "incidents" / "articles.jsonl"
    coded = code_file(path, label="incidents")
    true = {str(row["id"]): str(row["incident"]) for row in rows_of(path, None)}
    return {"true": true, "halves": [half(coded, {name for name, one in true.items() if half_of(one) == which}) for which in range(HALVES)]}


def half(coded: Any, names: set[str]) -> dict[str, Any]:
    """The rows of these reports, what our linker joins, and how long it took."""
    from warledger import flow
    from warledger.incidents.link import weigh
    from warledger.scoring.pipeline import Coded
    from warledger.scoring.shootings import told_together

    reports = tuple(flow.with_origins([one for one in coded.reports if one.source_id in names]))
    known = {one.id: one for one in reports}
    part = Coded(reports, tuple(one for one in coded.claims if one.report in known), (), 0.0)
    started = time.perf_counter()
    ours = told_together(part, sorted(names))
    seconds = time.perf_counter() - started
    groups = weigh(part.claims, known).groups
    leads = [one for voices in groups.voices.values() for one in (groups.comparisons.traits[p] for p in voices) if one.lead]
    holders = Counter(word for one in leads for word in one.vocabulary)
    told = [row(one) | {"few": sorted(word for word in one.vocabulary if holders[word] <= FEW)} for one in sorted(leads, key=lambda one: one.id)]
    return {"names": sorted(names), "ours": ours, "seconds": seconds, "rows": told}


def row(one: Any) -> dict[str, Any]:
    """What comparison reads of a report, in columns."""
    from warledger.incidents.candidates import _cells
    from warledger.incidents.traits import ordinal

    place, parties = one.place, lambda side: sorted({party.actor or party.key for party in side}) or None
    pin = one.point and place.lat is not None and place.lon is not None
    told = {f"{what}_{end}": getattr(one.figures[what], end) if what in one.figures else None
            for what in ("killed", "wounded") for end in ("low", "high")}
    return {"unique_id": one.claim.source_id, "type": one.claim.type, "mode": one.claim.mode,
            "first": one.first, "last": one.last, "certain": one.certain_time, "published": ordinal(one.published),
            "window_first": one.window and one.window[0], "window_last": one.window and one.window[1],
            "place": (one.place_core or one.place_key) or None, "admin1": one.admin1_key or None, "point": one.point, "radius": one.radius,
            "lat": place.lat if place else None, "lon": place.lon if place else None,
            "cells": [f"{a},{b}" for a, b in _cells(place.lat, place.lon)] if pin else None,
            "initiators": parties(one.initiators), "targets": parties(one.targets), "persons": list(one.persons) or None,
            "words": sorted(one.vocabulary), "said": [one.vocabulary[word] for word in sorted(one.vocabulary)],
            "weapons": sorted(one.weapons) or None, "names": [f"{one.names[name]:.3f}|{name}" for name in sorted(one.names)] or None} | told


def measured(data: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Our model and Splink's, trained on the first half of the incidents, on the second."""
    true, (first, second) = data["true"], data["halves"]
    yield {"model": "warledger", "seconds": round(second["seconds"], 1)} | figures(second["ours"], true)
    for way in ("em", "labels", "labels_and_em"):
        yield splink_model(way, first, second, true)


def figures(found: Mapping[str, str], true: Mapping[str, str]) -> dict[str, Any]:
    """Pairwise precision, recall and F1, and B-cubed F1."""
    from warledger.scoring.clusters import b_cubed_f1, pairwise_f1

    wanted = {name: true[name] for name in found}
    pairs = [sum(n * (n - 1) // 2 for n in Counter(labels).values())
             for labels in (((found[n], wanted[n]) for n in wanted), (found[n] for n in wanted), wanted.values())]
    return {"precision": round(pairs[0] / max(pairs[1], 1), 3), "recall": round(pairs[0] / pairs[2], 3),
            "pairwise_f1": pairwise_f1(found, wanted), "b_cubed_f1": b_cubed_f1(found, wanted)}


def splink_model(way: str, first: Mapping[str, Any], second: Mapping[str, Any], true: Mapping[str, str]) -> dict[str, Any]:
    """Splink trained this way on the first half, its threshold chosen there, on the second."""
    model = trained(way, first["rows"], true)
    tried = dict(clusterings(predicted(model, first["rows"])[0], first["names"]))
    best = max(WEIGHTS, key=lambda weight: (figures(tried[weight], true)["pairwise_f1"] or 0.0, weight))
    edges, seconds, more = predicted(model, second["rows"])
    found = dict(clusterings(edges, second["names"]))
    return {"model": f"splink, {way}", "threshold_bits": best, "on_training_half": figures(tried[best], true),
            "seconds": round(seconds, 2), "ten_more_seconds": round(more, 2)} | figures(found[best], true)


def clusterings(edges: Sequence[tuple[float, str, str]], names: Sequence[str]) -> Iterator[tuple[float, dict[str, str]]]:
    """The connected components (Splink's clustering) at each threshold, from the highest down."""
    head = {name: name for name in names}

    def of(name: str) -> str:
        while head[name] != name:
            head[name] = head[head[name]]
            name = head[name]
        return name

    ranked, at = sorted(edges, reverse=True), 0
    for weight in sorted(WEIGHTS, reverse=True):
        while at < len(ranked) and ranked[at][0] >= weight:
            a, b = sorted((of(ranked[at][1]), of(ranked[at][2])))
            head[b] = a
            at += 1
        yield weight, {name: of(name) for name in names}


def settings() -> Any:
    """Splink's settings: the comparisons that our linker makes, as levels, and its blocking."""
    import splink.comparison_library as cl
    from splink import SettingsCreator
    from splink.blocking_rule_library import CustomRule

    def levels(name: str, null: str, *conditions: str) -> Any:
        told = [{"sql_condition": null, "label_for_charts": "untold", "is_null_level": True}]
        told += [{"sql_condition": condition, "label_for_charts": condition[:30]} for condition in conditions]
        return cl.CustomComparison([*told, {"sql_condition": "ELSE", "label_for_charts": "else"}], output_column_name=name)

    def side(name: str) -> Any:
        return levels(name, f"{name}_l is null or {name}_r is null", f"len(list_intersect({name}_l, {name}_r)) >= 2",
                      f"len(list_intersect({name}_l, {name}_r)) = 1")

    def tally(name: str) -> Any:
        low, high = f"{name}_low", f"{name}_high"
        same = f"{low}_l = {low}_r and {high}_l is not distinct from {high}_r"
        return levels(name, f"{low}_l is null or {low}_r is null", f"{same} and {low}_l >= 3", same,
                      f"{low}_l <= coalesce({high}_r, 1000000) and {low}_r <= coalesce({high}_l, 1000000)",
                      f"abs({low}_l - {low}_r) <= 2")

    apart = "greatest(first_l, first_r) - least(last_l, last_r)"
    comparisons = [
        levels("when", "first_l is null or first_r is null", "first_l = first_r and last_l = last_r and certain_l and certain_r",
               f"{apart} <= 0", f"{apart} = 1", f"{apart} <= 3", f"{apart} <= 7", f"{apart} <= 31"),
        levels("where", "place_l is null or place_r is null", "place_l = place_r and admin1_l = admin1_r", f"{KM} <= 1", "place_l = place_r",
               f"{KM} <= radius_l + radius_r", "admin1_l = admin1_r", f"{KM} <= 50", "lat_l is null or lat_r is null"),
        levels("appeared", "published_l is null or published_r is null",
               *(f"abs(published_l - published_r) <= {days}" for days in (1, 3, 7, 30))),
        levels("names", "names_l is null or names_r is null", *(f"{SURPRISE} >= {least}" for least in (20, 15, 10, 7, 4))),
        levels("words", "len(said_l) = 0 or len(said_r) = 0", *(f"{ALIKE} >= {least}" for least in (0.4, 0.3, 0.2, 0.15, 0.1))),
        levels("mode", "mode_l is null or mode_r is null", "mode_l = mode_r"),
        side("initiators"), side("targets"), side("persons"), side("weapons"), tally("killed"), tally("wounded"),
    ]
    blocking = [CustomRule(f"l.cells = r.cells and l.type = r.type and {NEAR_DAYS}", arrays_to_explode=["cells"]),
                CustomRule(f"l.place = r.place and l.type = r.type and {NEAR_DAYS}"),
                CustomRule(f"l.admin1 = r.admin1 and l.type = r.type and (not l.point or not r.point) and {NEAR_DAYS}"),
                CustomRule("l.names = r.names and l.type = r.type", arrays_to_explode=["names"]),
                CustomRule("l.few = r.few and l.type = r.type", arrays_to_explode=["few"])]
    return SettingsCreator(link_type="dedupe_only", comparisons=comparisons, blocking_rules_to_generate_predictions=blocking)


def linker_of(told: Sequence[Mapping[str, Any]], model: Any) -> Any:
    """A linker over these rows."""
    import pyarrow
    from splink import DuckDBAPI, Linker

    api = DuckDBAPI()
    return Linker(api.register(pyarrow.Table.from_pylist(list(told))), model, log_level=None), api


def trained(way: str, told: Sequence[Mapping[str, Any]], true: Mapping[str, str]) -> dict[str, Any]:
    """The parameters that Splink estimates: u by sampling; m by EM over three blockings, from the labels, or from both."""
    linker, _api = linker_of([dict(one, incident=true[one["unique_id"]]) for one in told], settings())
    linker.training.estimate_u_using_random_sampling(max_pairs=CHANCE_PAIRS, seed=1)
    sure = f"l.first = r.first and l.place = r.place and len(list_intersect(l.names, r.names)) >= 1 and {NEAR_DAYS}"
    linker.training.estimate_probability_two_random_records_match([sure], recall=RULE_RECALL)
    if way != "em":
        linker.training.estimate_m_from_label_column("incident")
    if way != "labels":
        for rule in ("l.first = r.first and l.last = r.last", "l.place = r.place", f"len(list_intersect(l.names, r.names)) >= 2 and {NEAR_DAYS}"):
            linker.training.estimate_parameters_using_expectation_maximisation(rule)
    found: dict[str, Any] = linker.misc.save_model_to_json()
    return found


def predicted(model: Mapping[str, Any], told: Sequence[Mapping[str, Any]]) -> tuple[list[tuple[float, str, str]], float, float]:
    """The pairs with their match weights; seconds for all pairs, and for the pairs of ten reports with all others."""
    started = time.perf_counter()
    linker, _api = linker_of(told, dict(model))
    pairs = linker.inference.predict(threshold_match_weight=min(WEIGHTS)).as_pyarrow_table().to_pylist()
    seconds = time.perf_counter() - started
    import pyarrow

    linker, api = linker_of(told[NEW:], dict(model))
    known = api.register(pyarrow.Table.from_pylist(list(told[NEW:])), table_name="known")
    new = api.register(pyarrow.Table.from_pylist(list(told[:NEW])), table_name="new")
    started = time.perf_counter()
    linker.inference.predict_between(known, new).as_pyarrow_table()
    more = time.perf_counter() - started
    return [(one["match_weight"], one["unique_id_l"], one["unique_id_r"]) for one in pairs], seconds, more


if __name__ == "__main__":
    main()
