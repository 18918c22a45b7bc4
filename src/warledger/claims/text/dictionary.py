"""Whether a word is an ordinary English word, by the dictionary that the parser's model brings.

In: a word in small letters. Out: the parts of speech that it can be. Decision: the model's lemma tables (WordNet's words)
are used as a word list; they hold famous names too, so a word that is a noun only may still be a name.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping

from spacy.lang.en.stop_words import STOP_WORDS

from warledger.claims.text.parsing import load_language

NOUN = "noun"
VERB = "verb"
PARTS = (NOUN, VERB, "adj", "adv")
# Words that no table of nouns, verbs and adjectives has.
FUNCTION_WORDS = frozenset(STOP_WORDS) | frozenset("amid amidst among unlike upon via versus onto nor whom ours theirs albeit till until oneself".split())
PREFIXES = ("anti", "counter", "narco", "non", "pro", "ex", "un", "re", "co", "self", "para", "ultra", "inter", "multi", "over", "under",
            "machine", "mid", "semi", "sub", "super", "trans", "vice", "well")
# Irregular forms with these endings are no past forms ("dies", "lying").
PRESENT_ENDINGS = ("s", "ing")
# What is left of a word behind its prefix is a word of so many letters at least.
LEAST_STEM = 4


@functools.lru_cache(maxsize=65536)
def parts_of_speech(word: str) -> frozenset[str]:
    """The parts of speech (of PARTS) that the word can be by itself or as an inflected form; empty for no such word."""
    return frozenset(part for part in PARTS if any(form in _table("lemma_index", part) for form in _forms(word, part)))


def is_base_noun(word: str) -> bool:
    """Whether the dictionary has the word, as it stands, as a noun."""
    return word in _table("lemma_index", NOUN)


def base_of_past(word: str) -> str | None:
    """The verb that an irregular past form is of ("retook" of "retake"); None where the word is a verb as it stands, or is none."""
    bases = _table("lemma_exc", VERB).get(word, ())
    return bases[0] if bases and word not in _table("lemma_index", VERB) and not word.endswith(PRESENT_ENDINGS) else None


def is_known(word: str) -> bool:
    """Whether the dictionary or the grammar has the word, also behind a prefix ("countermove")."""
    if len(word) == 1 or word in FUNCTION_WORDS or parts_of_speech(word):
        return True
    return any(word.startswith(prefix) and len(word) - len(prefix) >= LEAST_STEM and bool(parts_of_speech(word[len(prefix):]))
               for prefix in PREFIXES)


def _forms(word: str, part: str) -> list[str]:
    """The word and what it may be inflected from."""
    forms = [word, *_table("lemma_exc", part).get(word, ())]
    forms += [word[:-len(old)] + new for old, new in _rules(part) if word.endswith(old) and len(word) > len(old) + 1]
    return forms


@functools.cache
def _rules(part: str) -> tuple[tuple[str, str], ...]:
    table = _tables().get("lemma_rules", {})
    return tuple((str(rule[0]), str(rule[1])) for rule in table.get(part, ()))


@functools.cache
def _table(name: str, part: str) -> Mapping[str, tuple[str, ...]]:
    held = _tables().get(name, {}).get(part, {})
    return held if isinstance(held, Mapping) else dict.fromkeys(held, ())


@functools.cache
def _tables() -> dict[str, dict[str, Mapping[str, tuple[str, ...]]]]:
    """The lemma tables by name and part of speech; empty where a model brings none."""
    lookups = getattr(load_language().get_pipe("lemmatizer"), "lookups", None)
    if lookups is None:
        return {}
    return {name: {part: lookups.get_table(name)[part] for part in PARTS if part in lookups.get_table(name)} for name in lookups.tables}
