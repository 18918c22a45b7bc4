"""What tells that a word ascribes something to somebody, and to whom: features of cues and of their sources.

In: a ParseView and tokens of it. Out: names of features, for the linear models of warledger.learned; training and use call
the same functions. Decision: words are features only together with what the grammar makes of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from warledger.claims.text.tokens import Token
from warledger.claims.voices.parse_view import SUBJECTS, ParseView, size
from warledger.lexicons.speech_lexicon import SpeechLexicon

# Relations whose words tell nothing of the cue.
EMPTY = frozenset(("punct", "det", "cc", "space"))
LINKING = frozenset(("prep", "prt", "agent", "mark", "dative"))
OBJECTS = frozenset(("dobj", "attr", "oprd", "acomp"))
# A source is a phrase that one of these heads, and no mere part of a phrase.
SOURCE_CLASSES = frozenset(("PROPN", "NOUN", "PRON", "NUM", "ADJ"))
PARTS = frozenset(("compound", "amod", "nummod", "advmod", "det"))
# Tokens between a cue and its source at most.
FARTHEST = 40
# Tokens around a cue in which a quotation mark counts as beside it.
NEAR = 4


def cue_candidates(view: ParseView, speech: SpeechLexicon) -> Iterator[Token]:
    """Verbs, nouns of saying and holding, "according" and colons."""
    for token in view.doc:
        kind = token.pos_
        verb = kind == "VERB" or (kind == "AUX" and token.dep_ not in ("aux", "auxpass"))
        if verb or (kind == "NOUN" and token.lemma_.lower() in speech.ascribing) or token.text == ":" or token.lower_ == "according":
            yield token


def cue_features(view: ParseView, token: Token) -> list[str]:
    """What is known of a word that may ascribe something."""
    lemma = token.lemma_.lower()
    found = [f"l:{lemma}", f"p:{token.pos_}", f"t:{token.tag_}", f"d:{token.dep_}", f"ld:{lemma}{token.dep_}", f"lt:{lemma}{token.tag_}",
             f"suf:{lemma[-3:]}{token.pos_}", f"hl:{token.head.lemma_}{token.dep_}", f"hp:{token.head.pos_}{token.dep_}"]
    kinds = sorted({child.dep_ for child in view.children[token.i]} - EMPTY)
    found.append(f"ds:{token.pos_}{','.join(kinds)}")
    for child in view.children[token.i]:
        found += _child_features(token, lemma, child)
    found.append(f"hs:{view.has_subject(token.i)}{token.tag_}")
    if not view.has_subject(token.i):
        found += _subject_above(view, token)
    return found + _around(view, token, lemma) + _colon(view, token)


def _child_features(token: Token, lemma: str, child: Token) -> list[str]:
    relation = child.dep_
    if relation == "punct":
        return []
    found = [f"k:{token.pos_}{relation}", f"kl:{relation}{child.lemma_.lower()}", f"lk:{lemma}{relation}"]
    if relation in LINKING:
        found.append(f"lpr:{lemma}{child.lower_}")
    elif relation in SUBJECTS:
        found += [f"s:{relation}{child.pos_}{child.ent_type_}", f"st:{child.tag_}{token.tag_}", f"ls:{lemma}{child.pos_}"]
    elif relation in OBJECTS:
        found += [f"o:{relation}{child.pos_}{child.ent_type_}", f"lo:{lemma}{child.lemma_.lower()}"]
    elif relation in ("ccomp", "xcomp"):
        found.append(f"cc:{relation}{child.tag_}")
    elif relation == "aux":
        found.append(f"ax:{child.lower_}{token.tag_}")
    return found


def _subject_above(view: ParseView, token: Token) -> list[str]:
    """The subject of the nearest verb above that has one, with the way up."""
    way = ""
    for above in view.ancestors(token, 4)[1:]:
        way += f"{token.dep_}/"
        token = above
        subject = next((child for child in view.children[above.i] if child.dep_ in SUBJECTS), None)
        if subject is not None:
            return [f"us:{way}", f"usp:{subject.pos_}{subject.ent_type_}"]
    return []


def _around(view: ParseView, token: Token, lemma: str) -> list[str]:
    doc, i = view.doc, token.i
    before = doc[i - 1].lower_ if i else "^"
    behind = doc[i + 1].lower_ if i + 1 < len(doc) else "$"
    marks = [j for j in range(max(0, i - NEAR), min(len(doc), i + NEAR + 1)) if doc[j].text == '"']
    near = "no" if not marks else "before" if marks[-1] < i else "behind"
    return [f"q:{bool(view.quoted[i])}{view.quotes_in_sentence(i)}", f"nq:{near}{token.pos_}", f"lnq:{near}{lemma}",
            f"pw:{before}", f"nw:{behind}", f"lnw:{lemma} {behind}"]


def _colon(view: ParseView, token: Token) -> list[str]:
    """What stands around a colon: "Smith: We will not go"."""
    number = view.sentence_of.get(token.i)
    if token.text != ":" or number is None or not 0 < token.i < len(view.doc) - 1:
        return []
    first = token.i - view.sentences[number].start
    return [f"col:{token.nbor(-1).pos_}", f"colstart:{min(6, first)}", f"coln:{token.nbor(1).text[:1]}"]


def source_candidates(view: ParseView, cue: Token) -> Iterator[Token]:
    """The heads of the phrases of the cue's sentence."""
    number = view.sentence_of.get(cue.i)
    for i in view.sentences[number] if number is not None else ():
        token = view.doc[i]
        if token.pos_ in SOURCE_CLASSES and i != cue.i and abs(i - cue.i) < FARTHEST and token.dep_ not in PARTS and token.tag_ != "WRB":
            yield token


def source_features(view: ParseView, above: Sequence[Token], source: Token) -> list[str]:
    """What is known of a phrase as source of a cue; above: the cue and its ancestors."""
    cue = above[0]
    lemma, side = cue.lemma_.lower(), "R" if source.i > cue.i else "L"
    found = [f"d:{source.dep_}{side}", f"dc:{source.dep_}{cue.pos_}", f"s:{source.lemma_.lower()}", f"sp:{source.pos_}{source.tag_}",
             f"se:{source.ent_type_}", f"sd:{source.dep_}{source.pos_}", f"hp:{source.head.pos_}{source.dep_}",
             f"q:{bool(view.quoted[cue.i])}{bool(view.quoted[source.i])}", f"sq:{view.quoted[cue.i] == view.quoted[source.i]}",
             f"dist:{side}{size(abs(source.i - cue.i))}", f"adj:{side}{abs(source.i - cue.i) <= 2}{source.dep_}"]
    if cue.pos_ not in ("VERB", "AUX"):
        found.append(f"lp:{lemma}{source.dep_}{side}")
    path = view.path(above, source)
    if path is None:
        return [*found, f"far:{side}", f"far:{source.pos_}"]
    way = f"{'^'.join(path[0])}v{'v'.join(path[1])}"
    found += [f"p:{way}{side}", f"pc:{way}{cue.pos_}{cue.tag_}", f"ps:{way}{source.pos_}{source.ent_type_}", f"pl:{way}{lemma}",
              f"n:{len(path[0])}.{len(path[1])}", f"psub:{way}{view.has_subject(cue.i)}"]
    if len(path[1]) == 2:
        found += [f"pp:{way}{source.head.lower_}", f"ppl:{lemma}{path[1][0]}{source.head.lower_}"]
    return found
