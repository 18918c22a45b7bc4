"""The kind of a source is told by its name, then by its first bytes."""

from __future__ import annotations

import pytest

from warledger.reports.options import ReadOptions
from warledger.reports.readers import delimiter_of, kind_by_content
from warledger.reports.reading import BUILT_IN_READERS


@pytest.mark.parametrize(("head", "kind"), [
    (b'{"text": "a"}\n{"text": "b"}', "json-lines"),
    (b'{"text": "a"}', "json-lines"),
    (b'{"text": "' + b"a" * 9000, "json-lines"),
    (b'{\n  "text": "a"\n}', "json"),
    (b'[{"text": "a"}]', "json"),
    (b'\xef\xbb\xbf  [1]', "json"),
    (b"<!DOCTYPE html><p>a</p>", "html"),
    (b"<?xml version='1.0'?>\n<html>", "html"),
    (b"<!-- saved from x -->\n<html>", "html"),
    (b"  <HTML lang=en>", "html"),
    (b"id,title,text\n1,a,b", "csv"),
    (b"headline;content\na;b", "csv"),
    (b"A town, a text, a title: nothing more.", "text"),
    (b"text", "text"),
    (b"< 5 dead", "text"),
    (b"%PDF-1.4", None),
])
def test_the_first_bytes_tell_the_kind(head: bytes, kind: str | None) -> None:
    assert kind_by_content(head) == kind


def test_the_delimiter_is_the_one_that_names_most_fields() -> None:
    assert delimiter_of("title;text, or more;date", ReadOptions()) == ";"
    assert delimiter_of("a,b;c", ReadOptions()) == ","


def test_every_built_in_reader_has_a_name_settings_and_one_method() -> None:
    for reader in BUILT_IN_READERS:
        public = [name for name in dir(type(reader)) if not name.startswith("_") and callable(getattr(reader, name))]
        assert public == ["read"]
        assert reader.NAME.islower()
        assert reader.settings == type(reader).SETTINGS  # type: ignore[attr-defined]
