"""What is ascribed: which branches of the parse around a cue, and which sentences before and behind, are its content.

In: a ParseView, a cue and its source. Out: the branches with their features, and the features of a sentence that may go on.
Decision: what hangs on the cue or on what the cue hangs on is content as a whole or not at all; a speech goes on sentence
by sentence until one is not of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from warledger.claims.text.tokens import Token
from warledger.claims.voices.parse_view import ParseView, size

# Clauses on a cue that are likely its content; which of them it has tells what else may be.
CLAUSES = ("ccomp", "xcomp", "dobj", "parataxis", "advcl", "oprd")
BREAKS = frozenset((",", "--", "-", ";"))
QUESTION_WORDS = frozenset(("WDT", "WP", "WRB"))
# From this probability on a word counts as cue of its own where a speech may go on.
CUE = 0.5


@dataclass(frozen=True)
class Branch:
    """A part of the tree: what hangs on the cue (level 0) or on one of its ancestors, or the ancestor itself alone."""

    head: Token
    level: int
    alone: bool
    tokens: tuple[int, ...]


@dataclass(frozen=True)
class Setting:
    """What is known of a cue once, for all its branches."""

    above: tuple[Token, ...]
    clauses: str
    quotes: str
    hangs: str


def branches(view: ParseView, above: Sequence[Token]) -> Iterator[Branch]:
    """The branches around a cue; above: the cue and its ancestors."""
    way = {token.i for token in above}
    for level, ancestor in enumerate(above):
        if level:
            yield Branch(ancestor, level, True, (ancestor.i,))
        for child in view.children[ancestor.i]:
            if child.i not in way:
                yield Branch(child, level, False, tuple(token.i for token in child.subtree))


def setting(view: ParseView, above: Sequence[Token]) -> Setting:
    """The setting of a cue."""
    cue = above[0]
    children = view.children[cue.i]
    kinds = {child.dep_ for child in children}
    sides = {"L" if child.i < cue.i else "R" for child in children if child.dep_ in ("ccomp", "parataxis", "xcomp")}
    number = view.sentence_of.get(cue.i)
    sentence = view.sentences[number] if number is not None else range(cue.i, cue.i + 1)
    before = any(view.quoted[i] for i in range(sentence.start, cue.i))
    behind = any(view.quoted[i] for i in range(cue.i, sentence.stop))
    clauses = "".join(kind[:2] for kind in CLAUSES if kind in kinds) + "".join(sorted(sides))
    return Setting(tuple(above), clauses, f"{bool(view.quoted[cue.i])}{before}{behind}", f"{cue.dep_}{cue.head.pos_}")


def branch_features(view: ParseView, known: Setting, branch: Branch, source: int | None) -> list[str]:
    """What is known of a branch as content of a cue."""
    cue, head = known.above[0], branch.head
    lemma, side = cue.lemma_.lower(), "L" if head.i < cue.i else "R"
    relation = "SELF" if branch.alone else head.dep_ + (head.lower_ if head.dep_ in ("prep", "agent") else "")
    up = "^".join(token.dep_ for token in known.above[:branch.level])
    way = f"{up}v{relation}"
    mark = "-" if branch.alone else next((child.lower_ for child in view.children[head.i]
                                          if child.dep_ == "mark" or child.tag_ in QUESTION_WORDS), "-")
    inside = sum(1 for i in branch.tokens if view.quoted[i])
    quoted = "no" if not inside else "all" if inside == len(branch.tokens) else "some"
    shape = f"{cue.pos_}{cue.tag_}"
    found = [f"p:{way}{side}", f"pl:{way}{lemma}", f"ppos:{way}{head.pos_}{cue.pos_}", f"pt:{way}{head.tag_}{side}", f"m:{way}{mark}",
             f"lm:{lemma}{relation}{mark}", f"q:{way}{quoted}{known.quotes}", f"q2:{quoted}{known.quotes}{side}",
             f"is:{source is not None and source in branch.tokens}{way}", f"pi:{way}{side}{known.clauses}", f"pih:{way}{known.hangs}",
             f"n:{way}{size(len(branch.tokens))}", f"l:{lemma}{relation}", f"d:{relation}{side}", f"kl:{relation}{head.lemma_.lower()}",
             f"lv:{branch.level}{side}", f"pc:{way}{shape}{side}", f"u:{up}{cue.pos_}", f"pq:{way}{known.clauses}{known.quotes}{side}"]
    between = range(branch.tokens[-1], cue.i + 1) if side == "L" else range(cue.i, branch.tokens[0] + 1)
    found.append(f"cm:{any(view.doc[i].text in BREAKS for i in between)}{way}{side}")
    if relation == "conj":
        found.append(f"cj:{view.has_subject(head.i)}{up}{side}{known.clauses}")
    elif head.dep_ in ("advcl", "prep", "npadvmod", "advmod"):
        dated = any(view.doc[i].ent_type_ in ("DATE", "TIME") for i in branch.tokens)
        found.append(f"tm:{way}{head.lemma_.lower()}{dated}")
    return found


def onward_tokens(view: ParseView, sentence: range) -> list[int]:
    """What of a sentence a speech that goes on takes in: what is quoted in it, all of it where nothing or all is."""
    words = view.words(sentence)
    quoted = [i for i in words if view.quoted[i]]
    return quoted or words


def onward_features(view: ParseView, cue: Token, content: set[int], ahead: bool, sentence: int, last: int, step: int,
                    cues: Mapping[int, float]) -> list[str]:
    """What is known of a sentence as going on with what was said; last: the sentence that was taken in before."""
    doc, words = view.doc, view.words(view.sentences[sentence])
    edge = cue.i
    if content:
        edge = max((i for i in content if i < view.sentences[last].stop), default=cue.i) if ahead else min(content)
    numbers = {view.quoted[i] for i in words if not doc[i].is_punct}
    same = bool(view.quoted[edge]) and view.quoted[edge] in numbers
    first, second = (last, sentence) if ahead else (sentence, last)
    start, end = view.sentences[first].stop - 1, view.sentences[second].start
    parted = any("\n" in doc[i].text for i in range(start, min(end + 1, len(doc))))
    inside = bool(view.quoted[cue.i])
    base = f"{ahead}{0 not in numbers}{any(numbers)}{same}{parted}{any(view.quoted[i] for i in content)}"
    other = any(cues.get(i, 0.0) > CUE for i in words if inside or not view.quoted[i])
    opening = doc[words[0]]
    sign = opening.text[:1] if not opening.text[:1].isalpha() else "w"
    number = view.sentence_of[cue.i]
    tail = sum(1 for i in range(cue.i + 1, view.sentences[number].stop) if not doc[i].is_punct and not doc[i].is_space)
    lemma, behind = cue.lemma_.lower(), doc[edge + 1].text if edge + 1 < len(doc) else ""
    return [f"b:{base}", f"bc:{base}{other}", f"cue:{other}{ahead}{parted}", f"bs:{base}{min(step, 3)}", f"cl:{lemma}{ahead}",
            f"clb:{lemma}{base}", f"fo:{sign}{base}", f"w:{opening.lower_}{ahead}", f"cin:{inside}{base}",
            f"cp:{cue.pos_}{cue.text[:1]}{base}", f"last:{cue.i > edge}{base}", f"len:{size(len(words))}{ahead}",
            f"nx:{behind}{base}", f"tail:{min(tail, 5)}{base}", f"pro:{opening.pos_}{base}"]
