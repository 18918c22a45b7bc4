"""Makes spellings of one name comparable: a plain key, a key without the Arabic article, and a skeleton of consonants.

In: a name in any script. Out: keys, as strings without spaces. Decision: the keys grow coarser in three steps, and the
index says which step matched, so that a coarse match can be asked for more evidence than an exact one.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from dataclasses import dataclass

from warledger.gazetteer.knowledge import read_transliteration

PLAIN, BARE, SKELETON = 0, 1, 2

# Letters that Unicode does not take apart into a base letter and a mark.
UNDECOMPOSED = str.maketrans({
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ə": "e", "ħ": "h",
})
# Marks that stand for sounds which news leaves out: hamza and ayn in their many prints, and the soft sign.
SILENT = dict.fromkeys(map(ord, "'`’‘ʼʿʾʻʹ′´\u02be\u02bf\u0640\u200c\u200d\u200e\u200f"))
ARABIC = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ۀ": "ه"})
SPACE = re.compile(r"[^\w]+|_+")
DOUBLED = re.compile(r"(.)\1+")
# The feminine ending, which is written -a, -ah, -eh, -e, and -at or -et before another word.
FEMININE = re.compile(r"(?<=\w\w)(?:[aei]h|[ae]t|[ae])$")
GLUED_ARTICLE = re.compile(r"^[ae](?=(?:([drstzn])\1|shsh|thth|dhdh)\w)")
SPELLINGS = (("ou", "u"), ("oo", "u"), ("ee", "i"), ("ay", "ai"), ("ei", "ai"), ("ey", "ai"))
VOWELS = re.compile(r"[aeiouyw]+")
ARABIC_ARTICLE = re.compile(r"(?<!\w)ال(?=\w\w)")
ASCII_WORD = re.compile(r"^[a-z]+$")


@dataclass(frozen=True)
class Keys:
    """The keys of one name; bare and skeleton are None where they say nothing that is safe to compare."""

    plain: str
    bare: str | None
    skeleton: str | None


@functools.cache
def _articles() -> dict[str, str]:
    return read_transliteration().articles


@functools.cache
def _letters() -> tuple[tuple[str, str], ...]:
    return read_transliteration().letters


def words_of(name: str) -> list[str]:
    """The words of a name, lower-case, without marks; one per word of the name."""
    if name.isascii():
        flat = name.lower().replace("'", "").replace("`", "")
    else:
        folded = unicodedata.normalize("NFKD", name.casefold().translate(UNDECOMPOSED).translate(SILENT))
        flat = "".join(mark for mark in folded if not unicodedata.combining(mark)).translate(ARABIC)
        flat = ARABIC_ARTICLE.sub("", flat)
    return [word for word in SPACE.split(flat) if word]


def without_articles(words: list[str]) -> list[str]:
    """The words without the Arabic article, free-standing ("al Bab") or glued before a sun letter ("Ezzor")."""
    kept = []
    articles = _articles()
    for position, word in enumerate(words):
        sound = articles.get(word)
        following = words[position + 1] if position + 1 < len(words) else ""
        if sound is not None and following and following.startswith(sound):
            continue
        kept.append(GLUED_ARTICLE.sub("", word))
    return kept


def keys_of(name: str) -> Keys:
    """The three keys of a name. The skeleton needs three consonants: shorter ones bind anything to anything."""
    words = words_of(name)
    plain = "".join(words)
    if not plain or not any(word.isascii() for word in words):
        return Keys(plain, None, None)
    kept = without_articles(words)
    bare = "".join(_worn(word) for word in kept)
    skeleton = "".join(_skeleton(_worn(word), position == 0) for position, word in enumerate(kept))
    return Keys(plain, bare or None, skeleton if len(skeleton.lstrip("A")) >= 3 else None)


def _worn(word: str) -> str:
    """A word with the spellings merged that change least: doubled letters, the feminine ending, ou and ay."""
    if not ASCII_WORD.match(word):
        return word
    for spelling, worn in SPELLINGS:
        word = word.replace(spelling, worn)
    return DOUBLED.sub(r"\1", FEMININE.sub("a", word))


def _skeleton(word: str, first: bool) -> str:
    """The consonants of a worn word, with A for a vowel at the beginning of the name."""
    for spelling, sound in _letters():
        word = word.replace(spelling, sound)
    vocalic = word[:1] in "aeiou"
    opening = ("A" if first else "") if vocalic else word[:1]
    return opening + DOUBLED.sub(r"\1", VOWELS.sub("", word[1:]))
