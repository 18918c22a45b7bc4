"""Names of columns are matched without case and signs, and in a fixed order of preference."""

from __future__ import annotations

import pytest

from warledger.reports.fields import find_columns


@pytest.mark.parametrize(("key", "field"), [
    ("Pub_Date", "published"), ("publishedAt", "published"), ("date", "published"), ("HEADLINE", "title"), ("Article-Content", "text"),
    ("body", "text"), ("publisher", "outlet"), ("link", "url"), ("unit_id", "id"), ("lang", "language")])
def test_a_column_is_known_by_its_usual_names(key: str, field: str) -> None:
    assert find_columns([key], {}).keys == {field: key}


def test_the_order_of_the_columns_makes_no_difference() -> None:
    names = ["content", "text", "source", "outlet", "date", "published"]
    assert find_columns(names, {}).keys == find_columns(reversed(names), {}).keys
    assert find_columns(names, {}).keys == {"text": "text", "outlet": "outlet", "published": "published"}


def test_a_mapped_column_goes_before_a_known_name() -> None:
    found = find_columns(["text", "summary"], {"text": "summary"})
    assert (found.keys, found.missing) == ({"text": "summary"}, ())


def test_a_mapped_column_that_is_missing_is_named() -> None:
    found = find_columns(["text"], {"title": "kicker"})
    assert found.missing == ("kicker",)
