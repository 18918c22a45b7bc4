"""Bytes become text, and every doubt about it is told."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warledger.reports.cleaning import clean, decode, is_binary, one_line

ARABIC = "قصفت القوات بلدة في ريف إدلب يوم الأحد وقتل خمسة مدنيين على الأقل"
ACCENTED = "Le général a déclaré que la ville était libérée"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_is_read_without_doubt(encoding: str) -> None:
    decoded = decode(ARABIC.encode(encoding))
    assert decoded.text == ARABIC
    assert decoded.doubt is None


def test_big_endian_utf_16_is_known_by_its_mark() -> None:
    assert decode(codecs.BOM_UTF16_BE + ARABIC.encode("utf-16-be")).text == ARABIC


def test_a_declared_encoding_is_believed() -> None:
    decoded = decode(ARABIC.encode("cp1256"), "windows-1256")
    assert decoded.text == ARABIC
    assert decoded.doubt is None


@pytest.mark.parametrize("declared", ["no-such-charset", "hex", "utf-7", "unicode_escape", None])
def test_a_declaration_that_is_none_falls_back_with_a_word(declared: str | None) -> None:
    decoded = decode(ACCENTED.encode("cp1252"), declared)
    assert decoded.text == ACCENTED
    assert decoded.doubt is not None
    assert "Windows-1252" in decoded.doubt


def test_one_broken_character_does_not_spoil_a_text() -> None:
    decoded = decode(ARABIC.encode() + b"\xd9")
    assert decoded.text == ARABIC + "\ufffd"
    assert decoded.encoding == "utf-8"
    assert decoded.doubt is not None


def test_bytes_that_windows_does_not_know_are_latin() -> None:
    assert decode(b"caf\xe9 \x81").encoding == "latin-1"


def test_nul_and_byte_order_marks_go() -> None:
    assert clean("\ufeffa\x00b\ufeff") == "ab"


def test_halves_of_pairs_are_joined_or_replaced() -> None:
    assert clean("\ud83d\ude00") == "😀"
    assert clean("a\ud800b") == "a\ufffdb"


def test_a_title_is_one_line() -> None:
    assert one_line("  Two \n lines\t") == "Two lines"


@pytest.mark.parametrize("head", [b"%PDF-1.7 text", b"PK\x03\x04", b"\x89PNG\r\n", bytes(range(32)) * 20])
def test_documents_of_programs_are_no_text(head: bytes) -> None:
    assert is_binary(head)


@pytest.mark.parametrize("head", [b"", b"plain", ARABIC.encode("utf-16"), b"one NUL \x00 in a text of some length, that is"])
def test_texts_are_texts(head: bytes) -> None:
    assert not is_binary(head)


@given(st.binary(max_size=200))
def test_any_bytes_become_some_text(raw: bytes) -> None:
    clean(decode(raw).text).encode("utf-8")
