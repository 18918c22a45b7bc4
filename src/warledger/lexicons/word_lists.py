"""Named lists of words for the rules that read plain text, before there is a parse.

In: a file of this folder, and the key under which each of its entries names its list. Out: the words of each list. Decision: the
files are alike, so they are read and checked in one place; a word may be a regular expression, and what is made of it is the caller's.
"""

from __future__ import annotations

from pathlib import Path

from warledger.lexicons.yaml_source import ResourcePath, read_entries

HERE = Path(__file__).parent


def load_word_lists(path: ResourcePath, key: str) -> dict[str, tuple[str, ...]]:
    """The words of each list, by its name; a path without a folder is a file of this one.

    Raises KnowledgeError, with file and line, where an entry has no name or no words, or a list is there twice.
    """
    lists: dict[str, tuple[str, ...]] = {}
    for entry in read_entries(HERE / path):
        entry.expect(key, "words")
        name, words = entry.text(key), entry.texts("words")
        if not words:
            raise entry.fail(f"{name!r} has no words")
        if name in lists:
            raise entry.fail(f"{name!r} is there twice", key)
        lists[name] = words
    return lists
