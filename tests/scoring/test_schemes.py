"""Schemes of others, and the suites `plover` and `wikievents` that judge by them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from warledger.errors import KnowledgeError
from warledger.lexicons.yaml_source import read_entries
from warledger.model import Claim, Place
from warledger.model.codebook import CORE_TYPES
from warledger.scoring.annotated import Stopwatch, read_rows
from warledger.scoring.plover import chosen_claim, claim_countries, row_countries
from warledger.scoring.schemes import load_scheme, read_kind
from warledger.scoring.wikievents import compared, found_events, wanted_events


def test_a_narrower_type_is_tried_before_a_wider_one() -> None:
    scheme = load_scheme("plover")
    assert [kind.name if kind else None for kind in (scheme.covering("ASSAULT", "destroy"), scheme.covering("ASSAULT", "abduct"),
                                                     scheme.covering("STATEMENT", None))] == ["COERCE", "ASSAULT", None]


def test_every_core_type_but_ground_and_flight_has_a_type_of_plover_whatever_its_mode() -> None:
    scheme = load_scheme("plover")
    assert [type_ for type_ in CORE_TYPES if scheme.covering(type_, None) is None] == ["TERRITORY", "DISPLACEMENT"]
    assert scheme.covering("TERRITORY", "hold") is None  # who holds a town does nothing there


@pytest.mark.parametrize(
    ("claim", "kind"),
    [
        (Claim("c", "r", "AID"), "AID"),
        (Claim("c", "r", "AID", stance="planned"), "AGREE"),
        (Claim("c", "r", "AID", stance="demanded"), "REQUEST"),
        (Claim("c", "r", "AGREE", mode="deal", negated=True), "REJECT"),
        (Claim("c", "r", "SANCTION", stance="planned"), "THREATEN"),
        (Claim("c", "r", "ASSAULT", mode="aerial", stance="threatened"), "THREATEN"),
        (Claim("c", "r", "ASSAULT", mode="aerial"), "ASSAULT"),
        (Claim("c", "r", "STATEMENT"), None),
    ],
)
def test_plover_has_in_its_types_what_we_keep_as_stance(claim: Claim, kind: str | None) -> None:
    found = load_scheme("plover").of_claim(claim)
    assert (found.name if found else None) == kind


def test_an_outcome_is_named_by_what_it_counts() -> None:
    kind = load_scheme("wikievents").covering("ASSAULT", "aerial", frozenset(("killed",)))
    assert kind is not None
    assert kind.name == "Life.Die"


@pytest.mark.parametrize("line", ["- {type: FIGHT, ours: [BATTLE]}", "- {type: FIGHT, ours: [ASSAULT/tickle]}", "- {type: FIGHT, tally: [weddings]}",
                                  "- {type: FIGHT, roles: {Victim: sufferer}}", "- {type: FIGHT, our: [ASSAULT]}", "- {type: FIGHT, stances: [dreamt]}"])
def test_a_scheme_that_names_what_we_do_not_have_tells_its_line(line: str, tmp_path: Path) -> None:
    path = tmp_path / "odd.yaml"
    path.write_text(f"# ours\n{line}\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"odd\.yaml:2"):
        [read_kind(entry) for entry in read_entries(path)]


def test_a_sentence_is_answered_by_its_highest_claim() -> None:
    text = "Turkey condemned on Tuesday the shelling of a village by Syrian troops."
    ((_, coded),) = read_rows([{"id": "1", "text": text}], Stopwatch())
    claim = chosen_claim(coded, load_scheme("plover"))
    assert claim is not None
    assert claim.type == "ACCUSE"
    assert ("source", "TUR") in claim_countries(claim)
    assert claim_countries(None) == set()


def test_a_country_that_an_act_is_in_is_its_target_where_nobody_is_named() -> None:
    claim = Claim("c", "r", "COERCE", mode="curfew", place=Place("Lalibela", country="ETH"))
    assert claim_countries(claim) == {("target", "ETH")}


def test_codes_that_are_no_country_are_left_out_and_odd_ones_put_right() -> None:
    row = {"source": [{"code": "JAP"}, {"code": "IGO"}], "target": ""}
    assert row_countries(row) == {("source", "JPN")}


def test_triggers_and_arguments_of_the_set_are_those_of_types_that_we_meet() -> None:
    row = {"events": [{"type": "Life.Die.Unspecified", "trigger": "Killed", "args": [["Victim", "Farmers"], ["MedicalIssue", "wound"]]},
                      {"type": "Contact.Contact.Broadcast", "trigger": "said", "args": []}]}
    triggers, arguments = wanted_events(row, load_scheme("wikievents"))
    assert triggers == Counter({("Life.Die", "killed"): 1})
    assert arguments == Counter({("Life.Die", "killed", "Victim", "farmers"): 1})


def test_an_attack_and_its_outcome_are_two_triggers() -> None:
    text = "A bombing killed two farmers in Homs."
    ((_, coded),) = read_rows([{"id": "1", "text": text}], Stopwatch())
    triggers, arguments = found_events(coded, load_scheme("wikievents"))
    assert triggers == Counter({("Conflict.Attack", "bombing"): 1, ("Life.Die", "killed"): 1})
    assert ("Life.Die", "killed", "Victim", "farmers") in arguments
    assert compared(triggers, Counter({("Life.Die", "killed"): 2})).right == 1
