"""Layer 1: marks that a wrong encoding broke: "Syriaï¿½_s Raqqa ï¿½_ monitor".

In: a text. Out: the same text, of the same length, with the mark that stood there and blanks beside it. Decision: what is left of a
replacement character is an apostrophe before a lone "s" and between letters, a dash between blanks, and a quotation mark where a
blank is on one side.
"""

from __future__ import annotations

import re

# The replacement character, or its three bytes read one by one, with the low line that some sites make of the mark's last byte.
BROKEN = re.compile("(?:ï¿½|\ufffd)+_?(?P<owner>s\\b)?")


def with_marks(text: str) -> str:
    """The text with plain marks for broken ones."""
    return BROKEN.sub(_mark, text) if "ï¿½" in text or "\ufffd" in text else text


def _mark(match: re.Match[str]) -> str:
    text, length = match.string, len(match.group())
    before, behind = text[match.start() - 1:match.start()], text[match.end():match.end() + 1]
    if match["owner"] and before.isalpha():
        return "'s".ljust(length)
    owner = match["owner"] or ""
    if not before.strip() and not behind.strip() and not owner:
        return "-".rjust(length)
    if before.isalpha() and (behind.isalpha() or owner):
        return "'" + owner + " " * (length - 1 - len(owner))
    return ('"' + owner).rjust(length) if not before.strip() else '"'.ljust(length)
