"""Words by which a report is known to be graphic, as one pattern.

In: graphic.yaml of this folder. Out: the words that a text has. Decision: it is the words that tell, since text has no pictures;
the list is short and stated, and errs on the side of showing too little at first sight.
"""

from __future__ import annotations

import functools
import re
from pathlib import Path

from warledger.lexicons.yaml_source import read_mapping

HERE = Path(__file__).parent
KINDS = ("warnings", "bodies", "cruelty")


@functools.cache
def load_graphic() -> re.Pattern[str]:
    """The words as a pattern; KnowledgeError with file and line where the file is wrong."""
    entry = read_mapping(HERE / "graphic.yaml")
    entry.expect(*KINDS)
    phrases = sorted((phrase for kind in KINDS for phrase in entry.texts(kind)), key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(_pattern, phrases))})(?!\w)", re.IGNORECASE)


def graphic_words(text: str) -> list[str]:
    """The words that make a text graphic, in small letters, each once, in the order of the text; none where it is not."""
    return list(dict.fromkeys(" ".join(found.lower().split()) for found in load_graphic().findall(text)))


def _pattern(phrase: str) -> str:
    return r"\s+".join(re.escape(word.removesuffix("*")) + (r"\w*" if word.endswith("*") else "") for word in phrase.split())
