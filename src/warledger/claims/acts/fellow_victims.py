"""Layer 9, who suffered with somebody: "civilians including three children", "was killed along with his two sons".

In: the heads of those who were hit, and the matches of the happening. Out: the heads of parts of them and of those told beside
them. Decision: a part is somebody else who was hit but adds nothing to a total; who is told beside them is a victim of their own.
"""

from __future__ import annotations

from collections.abc import Sequence

from warledger.claims.acts.frames import Match
from warledger.claims.acts.unlisted import may_be_somebody
from warledger.claims.apposed import names_behind
from warledger.claims.clauses.clause_builder import conjuncts
from warledger.claims.clauses.told_nouns import WHOLES
from warledger.claims.counting_words import is_partitive
from warledger.claims.reading import Reading
from warledger.claims.text.tokens import Token
from warledger.lexicons.company_lexicon import load_company

# How the parser hangs a part of those who were hit on the verb, where it takes it for a measure or cannot tell.
LOOSE = frozenset(("npadvmod", "dep", "appos"))
# Adverbs by which an apposition tells what most of them are.
MOSTLY = frozenset(("mostly", "mainly", "largely", "chiefly", "predominantly"))
# Owners who are persons: "its founder" is one of the names of somebody told before.
PERSONAL = frozenset(("his", "her"))
# Those of whom others with a number may be a part.
WHOLE = frozenset(("people", "persons", "victims", "others", "dead"))


def parts(reading: Reading, heads: Sequence[int], matches: Sequence[Match]) -> list[int]:
    """Heads of parts of those at some heads: "civilians including three children" holds somebody else who was hit.

    "including" may hang on the victims or, behind them, on the verb of one of the matches.
    """
    found = list(dict.fromkeys(i for head in heads for i in _told_among(reading, head) if i not in heads))
    counted = [gathering for head in heads if (gathering := _counted_by(reading.doc[head])) is not None]
    over = {*heads, *(token.i for token in counted), *(verb.i for verb in _verbs(reading, matches))}
    under = [token for above in (*(reading.doc[head] for head in heads), *counted) for token in above.subtree if not _is_of_object(above, token)]
    under += [token for verb in _verbs(reading, matches) for child in verb.children if child.lower_ == "including" for token in child.subtree]
    loose = [reading.doc[item.head] for item in reading.quantities if item.part and reading.doc[item.head].dep_ in LOOSE]
    under += [token for verb in _verbs(reading, matches) for token in loose  # "were killed in the town, two of them medics"
              if next((above.i for above in token.ancestors if above.pos_ in ("VERB", "AUX")), None) == verb.i]
    for token in under:
        if token.i in heads or token.i in found:
            continue
        numbered = any(item.part and item.unit == "people" for item in reading.quantity_by_head.get(token.i, ())) and not _is_of_others(reading, token, over)
        actor = reading.actor_at(token.i)
        named = actor is not None and (_is_of_them(token) or _is_listed(token, set(heads) if actor.kind == "state" else over))
        if numbered or named:
            found.append(token.i)
    return found


def _is_of_object(subject: Token, token: Token) -> bool:
    """"the group attacked soldiers, mostly recruits": what narrows the object down is no part of the subject, on which the parse hangs it."""
    own = names_behind(subject)
    return token.i > subject.head.i > subject.i and any(
        child.dep_ == "appos" and child not in own and (child.i == token.i or child.is_ancestor(token)) for child in subject.children)


def _counted_by(token: Token) -> Token | None:
    """"scores of civilians including children": the word that counts somebody, on which the parse may hang their part."""
    above = token.head.head
    return above if token.dep_ == "pobj" and token.head.lower_ == "of" and is_partitive(above) else None


def _told_among(reading: Reading, head: int) -> list[int]:
    """"nine women among 12 dead", "two boys were among the 14 killed": those who are told to be part of the ones at a head."""
    if "among" not in reading.words:
        return []
    token = reading.doc[head]
    above = next((other for other in (token, *token.ancestors) if other.dep_ == "pobj" or other.pos_ in ("VERB", "AUX")), token)
    among = above.head
    if above.dep_ != "pobj" or among.lower_ != "among":
        return []
    inverted = among.i < among.head.i  # "among those killed was a child"
    named = among.head.pos_ in ("NOUN", "PROPN") or (among.head.tag_ == "JJ" and reading.actor_at(among.head.i) is not None)  # "Frenchman", "American"
    told = [among.head] if named else [
        child for child in among.head.children if child.dep_ == ("attr" if inverted else "nsubj") and among.head.lemma_ == "be"]
    return [part.i for first in told for part in conjuncts(first) if reading.actor_at(part.i) is not None or reading.quantities_at(part.i)]


def _is_of_them(token: Token) -> bool:
    """"killed 30 villagers, more than half of them women", "mostly women and children": an apposition that tells what part of those it is."""
    token = token.first_of_list
    mostly = any(child.dep_ == "advmod" and child.lower_ in MOSTLY for child in token.children)
    return token.dep_ == "appos" and (mostly or any(part.lower_ in WHOLES for child in token.children if child.i < token.i for part in child.subtree))


def _is_listed(token: Token, over: set[int]) -> bool:
    """"including women and children": the first of the list behind the word, and those coordinated with it.

    over: the heads and verbs of which the list tells; one on a clause of its own is of others ("X, which is banned in states including Y").
    """
    first = token
    while first.dep_ == "conj" and first.head.pos_ in ("NOUN", "PROPN"):
        first = first.head
        if first.dep_ == "pobj" and first.head.lower_ == "of":  # "including members of X and fighters from Y"
            first = first.head.head
    if first.dep_ != "pobj" or first.head.lower_ != "including":
        return False
    above = next((above for above in first.head.ancestors if above.i in over or above.pos_ == "VERB"), None)
    return above is None or above.i in over


def _is_of_others(reading: Reading, part: Token, over: set[int]) -> bool:
    """"rebels battling guards including three officers": a part of somebody to whom those at the heads do something, wherever it hangs."""
    among = part.first_of_list.head
    verb = among.head.head if among.head.dep_ == "dobj" else among.head
    objects = [child for child in verb.children if child.dep_ == "dobj" and child.i < among.i]
    hung = among.lower_ == "including" and verb.pos_ == "VERB" and over.isdisjoint((verb.i, among.head.i))
    return hung and any(reading.actor_at(child.i) is not None for child in objects)


def beside(reading: Reading, heads: Sequence[int], matches: Sequence[Match]) -> list[int]:
    """Heads of those who are told beside those at some heads: "alongside nine of his comrades", "together with her sons"."""
    words = load_company().beside
    found: list[int] = []
    for token in [*(reading.doc[head] for head in heads), *_verbs(reading, matches)]:
        for child in token.children:
            found += _in_addition(reading, child)
            alone = child.dep_ in ("prep", "prt", "advmod") and child.lower_ in words
            if not alone and not (child.lower_ == "with" and child.i and (child.nbor(-1).lower_ in words or _is_with_others(reading, child))):
                continue
            inner = [other for other in child.children if other.lower_ == "with"] or [child]
            found += [i for preposition in inner for other in preposition.children if other.dep_ == "pobj" and not _has_own_fate(reading, other)
                      for i in reading.fillers(other.i)
                      if reading.actor_at(i) is not None or reading.quantity_by_head.get(i) or may_be_somebody(reading, reading.doc[i])]
    found += [child.i for head in heads for child in reading.doc[head].children
              if child.dep_ in ("appos", "nmod", "compound") and _is_counted_apart(reading, head, child)]
    found += [i for head in heads for child in reading.doc[head].children if child.dep_ == "appos" and _is_of_kin(child)  # "killed a man, his wife and son"
              for i in reading.fillers(child.i) if reading.actor_at(i) is not None or reading.quantity_by_head.get(i)]
    found += [i for head in heads for child in _of_his(reading.doc[head]) for i in (*reading.fillers(child.i), child.i)
              if reading.actor_at(i) is not None or reading.quantity_by_head.get(i)]
    found += [i for head in heads for child in _behind(reading.doc[head]) if _is_next_of_list(reading.doc[head], child)
              for i in reading.fillers(child.i) if reading.actor_at(i) is not None or reading.quantity_by_head.get(i)]
    return found if heads else []


def _has_own_fate(reading: Reading, other: Token) -> bool:
    """"50 men were killed along with 20 who were abducted": what befell those is told of them."""
    return any(child.dep_ == "relcl" and child.i in reading.acts and any(inner.dep_ == "nsubjpass" for inner in child.children) for child in other.children)


def _is_with_others(reading: Reading, preposition: Token) -> bool:
    """"was killed with his driver", "with four other fighters": a bare "with" behind a passive verb, of people who are his or have a number."""
    noun = next((child for child in preposition.children if child.dep_ == "pobj"), preposition)
    kin = _is_of_kin(noun) or _counts_kin(noun)
    known = kin or any(item.unit == "people" for item in reading.quantity_by_head.get(noun.i, ()))
    hung = kin and preposition.head.pos_ in ("NOUN", "PROPN")  # "killing a farmer with two of his sons"
    return hung or (known and any(child.dep_ == "auxpass" for child in preposition.head.children))


def _counts_kin(number: Token) -> bool:
    """"three of his guards"."""
    return is_partitive(number) and any(_is_of_kin(inner) for of in number.children if of.lower_ == "of" for inner in of.children)


def _of_his(victim: Token) -> list[Token]:
    """"X, the leader of a group, and three of his guards were killed": those by whose they are, whom the parse joins to what he is."""
    told = [token for child in victim.children if child.dep_ == "appos" for token in child.subtree if token.dep_ == "conj"]
    his = [token for token in told if token.tag_ == "NN" and any(child.lower_ in PERSONAL for child in token.children)]
    return [token for token in told if _counts_kin(token) or token in his]


def _is_of_kin(token: Token) -> bool:
    """"his wife", "her two sons": somebody by whose they are."""
    return any(child.dep_ == "poss" and child.tag_ == "PRP$" for child in token.children)


def _behind(noun: Token) -> list[Token]:
    """What the parse hangs right behind a noun: on the noun, or as a measure on its verb where a list lost its comma."""
    measures = [child for child in noun.head.children if child.dep_ == "npadvmod" and child.left_edge.i == noun.right_edge.i + 1]
    return [*(child for child in noun.children if child.i > noun.i and child.dep_ in ("appos", "npadvmod")), *measures]


def _is_next_of_list(first: Token, second: Token) -> bool:
    """"killed two teachers, a doctor and five pupils": of a list the parse makes the second tell who the first is; each is told as new."""
    def is_new(noun: Token) -> bool:
        return noun.pos_ == "NOUN" and any(child.i < noun.i and (child.dep_ == "nummod" or child.lower_ in ("a", "an")) for child in noun.children)

    alone = any(child.lower_ == "was" for child in first.head.children)  # "a shepherd, a father of two and a volunteer, was killed"
    return is_new(first) and is_new(second) and not alone and any(child.dep_ == "conj" for noun in (first, second) for child in noun.children)


def _is_counted_apart(reading: Reading, head: int, other: Token) -> bool:
    """"killed 14 jihadists, 5 civilians": in a list without its "and" others with their number; of "20 people, 5 women" they are a part."""
    def is_counted(i: int) -> bool:
        return any(item.unit == "people" and not item.part for item in reading.quantity_by_head.get(i, ()))

    fated = any(child.i > other.i and child.tag_ in ("VBN", "VBD") for child in other.children)  # "one killed, 16 others injured"
    return is_counted(head) and is_counted(other.i) and not fated and {reading.doc[head].lower_, other.lower_}.isdisjoint(WHOLE)


def _in_addition(reading: Reading, opening: Token) -> list[int]:
    """"injuring three nurses in addition to five patients": people with their number, who are added; "five dead" have a fate of their own."""
    added = [inner for noun in opening.children if noun.lower_ == "addition" for to in noun.children if to.lower_ == "to" for inner in to.children]
    return [i for one in added if one.dep_ == "pobj" and not any(child.dep_ in ("acl", "amod") and child.i > one.i for child in one.children)
            for i in reading.fillers(one.i) if any(item.unit == "people" for item in reading.quantity_by_head.get(i, ()))]


def _verbs(reading: Reading, matches: Sequence[Match]) -> list[Token]:
    """The triggers of some matches with the verbs that carry them."""
    carried = [(match.head, match.clause.parent if match.clause.relation == "light" else None) for match in matches]
    return [reading.doc[i] for pair in carried for i in pair if i is not None]
