"""What the coder's tests share: short reports read once, however many tests ask about them."""

from __future__ import annotations

import functools
from collections.abc import Callable

import pytest

from warledger.claims.coder import Coded, read_layers
from warledger.claims.knowledge import RuleSettings
from warledger.model import Claim, Report

# The day of publication in most tests: a Wednesday.
PUBLISHED = "2020-02-05"


def _report(text: str, title: str, published: str | None) -> Report:
    whole = f"{title}\n\n{text}" if title else text
    return Report(id=Report.make_id("tests", None, "The Valley Post", whole, published), text=whole, title=title,
                  outlet="The Valley Post", published=published, language="en")


@functools.cache
def _coded(text: str, title: str, published: str | None) -> Coded:
    # The rules by themselves: what the second reading adds to them has tests of its own.
    return next(iter(read_layers([_report(text, title, published)], RuleSettings(second_reading=False))))


@pytest.fixture(scope="session")
def layers_of() -> Callable[..., Coded]:
    """All layers of a report of a few sentences."""

    def layers(text: str, published: str | None = PUBLISHED, title: str = "") -> Coded:
        return _coded(text, title, published)

    return layers


@pytest.fixture(scope="session")
def claims_of() -> Callable[..., list[Claim]]:
    """The claims of a report of a few sentences, in text order."""

    def claims(text: str, published: str | None = PUBLISHED, title: str = "") -> list[Claim]:
        return _coded(text, title, published).claims

    return claims


@pytest.fixture(scope="session")
def claim_of(claims_of: Callable[..., list[Claim]]) -> Callable[..., Claim]:
    """The one claim of a type that a report makes."""

    def claim(text: str, type_: str = "ASSAULT", published: str | None = PUBLISHED, title: str = "") -> Claim:
        found = [claim for claim in claims_of(text, published, title) if claim.type == type_]
        assert len(found) == 1, [str(claim) for claim in claims_of(text, published, title)]
        return found[0]

    return claim


@pytest.fixture(scope="session")
def report_of() -> Callable[..., Report]:
    """A report of a few sentences."""

    def report(text: str, published: str | None = PUBLISHED, title: str = "") -> Report:
        return _report(text, title, published)

    return report
