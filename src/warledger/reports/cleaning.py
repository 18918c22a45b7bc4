"""From bytes to text, and what is done to a text before offsets are counted: as little as possible.

In: raw bytes or a string as the source holds it. Out: text with LF line ends, without NUL, byte order marks and halves of
surrogate pairs. Decision: a wrong guess of the encoding is worse than a told one, so every fallback says so.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

# Byte order marks, the longer before the shorter that it begins with.
MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
         (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
# A text with at most one broken sequence in this many sound ones is damaged UTF-8, and no other encoding.
SOUND_PER_BROKEN = 10
# Beginnings of files that are no text, whatever they are called.
MAGIC = (b"%PDF-", b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\xd0\xcf\x11\xe0",
         b"Rar!", b"7z\xbc\xaf", b"BZh", b"\xfd7zXZ", b"SQLite format 3\x00", b"\x7fELF", b"RIFF", b"OggS", b"ID3")
# More control bytes than that among the first ones, and it is no text (a text has next to none).
CONTROL_SHARE = 0.05
# So many are a slip of the keyboard or of an export, however short the file.
FEW_CONTROLS = 8
# Python codecs that decode text, but that no text is published in.
_NO_CHARSETS = ("utf-7", "utf7", "unicode_escape", "unicode-escape", "raw_unicode_escape", "raw-unicode-escape", "idna",
                "punycode", "undefined", "mbcs", "oem")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_PAIR = re.compile(r"[\ud800-\udbff][\udc00-\udfff]")
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\x1b"))


@dataclass(frozen=True)
class Decoded:
    """A decoded text and the encoding it was read as; doubt says, as a sentence, why it may be wrong (None: it is sure)."""

    text: str
    encoding: str
    doubt: str | None = None


def decode(raw: bytes, declared: str | None = None) -> Decoded:
    """The text of the bytes: by byte order mark, as UTF-8, as declared by the page, else as Windows-1252 or Latin-1."""
    for mark, encoding in MARKS:
        if raw.startswith(mark):
            return _marked(raw, encoding)
    try:
        return Decoded(raw.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    if declared is not None and declared.casefold() not in _NO_CHARSETS:
        try:
            return Decoded(raw.decode(declared), declared)
        except (LookupError, ValueError):
            pass
    return _damaged(raw) or _western(raw)


def clean(text: str) -> str:
    """The text with LF line ends, without NUL and byte order marks; lone halves of surrogate pairs become U+FFFD."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "").replace("\ufeff", "")
    text = _PAIR.sub(lambda pair: pair[0].encode("utf-16", "surrogatepass").decode("utf-16"), text)
    return _SURROGATE.sub("\ufffd", text)


def one_line(text: str) -> str:
    """A title, name or address, cleaned: its words with one space between."""
    return " ".join(clean(text).split())


def is_binary(head: bytes) -> bool:
    """Whether the first bytes of a file are those of no text."""
    if head.startswith(MAGIC):
        return True
    if not head or any(head.startswith(mark) for mark, _ in MARKS):
        return False
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return controls > FEW_CONTROLS and controls / len(head) > CONTROL_SHARE


def _marked(raw: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(raw.decode(encoding), encoding)
    except UnicodeDecodeError:
        doubt = f"is marked as {encoding} but is damaged; what could not be read became \N{REPLACEMENT CHARACTER}"
        return Decoded(raw.decode(encoding, "replace"), encoding, doubt)


def _damaged(raw: bytes) -> Decoded | None:
    text = raw.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    sound = sum(1 for letter in text if letter > "\x7f") - broken
    if sound < SOUND_PER_BROKEN * broken:
        return None
    return Decoded(text, "utf-8", "is UTF-8 with damaged characters; they became \N{REPLACEMENT CHARACTER}")


def _western(raw: bytes) -> Decoded:
    try:
        text, name, encoding = raw.decode("cp1252"), "Windows-1252", "cp1252"
    except UnicodeDecodeError:
        text, name, encoding = raw.decode("latin-1"), "Latin-1", "latin-1"
    return Decoded(text, encoding, f"is not in UTF-8; it was read as {name}, which may show wrong letters")
