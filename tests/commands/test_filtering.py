"""The options by which commands choose records: the same words for all, and checked before anything is read."""

from __future__ import annotations

import inspect

import pytest

from warledger.commands.estimating import estimate
from warledger.commands.filtering import Chosen, with_filters
from warledger.commands.reviewing import review
from warledger.commands.showing import export, show
from warledger.errors import UsageError
from warledger.store import Filter


def test_a_command_has_the_options_that_it_names_where_its_filter_stands() -> None:
    assert list(inspect.signature(estimate).parameters) == ["context", "ledger", "source", "since", "until", "place", "actor", "type_", "as_of", "shape"]
    for command in (show, export, review):
        assert {"since", "until", "place", "actor", "type_"} < set(inspect.signature(command).parameters)


def test_what_was_typed_comes_as_one_filter() -> None:
    got: list[Filter] = []

    @with_filters("since", "type_", "as_of")
    def command(word: str, *, asked: Chosen) -> None:
        got.append(asked.filter())

    command(word="x", since="2020-02-01", type_="assault/AERIAL", as_of="2020-02-05T16:00+02:00")
    assert got == [Filter(since="2020-02-01", type="ASSAULT/aerial", as_of="2020-02-05T14:00:00Z")]


@pytest.mark.parametrize(("name", "value", "said"), [("since", "February", "--since"), ("type_", "PICNIC", "no type"), ("as_of", "then", "--as-of")])
def test_what_makes_no_sense_is_refused(name: str, value: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        Chosen({name: value}).filter()
