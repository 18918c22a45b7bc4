"""Layer 9, who acts beside somebody: "A along with B", "A, backed by B's jets", "A with the support of B".

In: the heads that fill the initiator's place, and the matches of the happening. Out: the heads of those who act with them.
Decision: forces, groups and fighters in company take part; a state that backs does not, it is named as a backer.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

from warledger.claims.acts.company_of_victims import is_with_object
from warledger.claims.acts.frames import Match
from warledger.claims.mentions import ActorMention
from warledger.claims.reading import Reading
from warledger.claims.text.tokens import Token
from warledger.lexicons.company_lexicon import load_company
from warledger.lexicons.grammar_lexicon import load_grammar

FIGHTING = frozenset(("force", "group", "armed"))
ACTING = FIGHTING | {"state"}
# The verb of coming to act beside somebody.
JOINING = "join"
# Prepositions behind which a deed tells the operation that it was part of.
WITHIN = ("in", "during")
# Words for several who fight as one.
ALLIANCES = frozenset(("coalition", "alliance", "union", "partnership"))
BELIEVING = load_grammar().believing
# Classes of things with which somebody acts.
MEANS = frozenset(("vehicle", "weapon"))


def companions(reading: Reading, heads: Sequence[int], matches: Sequence[Match]) -> list[int]:
    """The heads of those who act beside those at some heads, in text order, without these."""
    found: list[int] = []
    for head in heads:
        token = reading.doc[head]
        found += _beside(reading, token, ACTING)
        if token.dep_ == "nsubj" and any(child.dep_ == "xcomp" for child in token.head.children):  # "rebels, along with militias, hope to encircle it"
            found += _beside(reading, token.head, ACTING)
        if token.dep_ == "pobj" and token.head.dep_ == "agent":  # "the advance achieved by the army along with militias"
            found += _beside(reading, token.head.head, ACTING)
        found += _backing(reading, token) + _support(reading, token)
    for match in matches:
        verb = reading.doc[match.clause.parent if match.clause.relation == "light" and match.clause.parent is not None else match.head]
        if match.clause.kind != "phrase":
            found += _beside(reading, verb, ACTING) + _support(reading, verb) + _joined(reading, verb) + _backing(reading, verb)
            found += _backing(reading, reading.doc[match.head]) if match.clause.kind == "noun" else _helping(reading, match)
        found += _jointly(reading, {verb.i, match.head, *heads})
    return sorted({head for head in found if head not in heads})


def believed_to_be(reading: Reading, head: int) -> list[int]:
    """"jets believed to be Kenyan or Ugandan": the second of those whose they may be; the first is the mention's own."""
    told = reading.doc[head]
    verbs = [told.head, *(child for child in told.children if child.dep_ in ("acl", "relcl"))]
    being = [child for verb in verbs if verb.lemma_ in BELIEVING for child in verb.children if child.dep_ == "xcomp" and child.lemma_ in ("be", "belong")]
    said = [inner for verb in being for inner in verb.children if inner.dep_ in ("acomp", "attr") and inner.i > head]
    return [other.i for first in said for other in first.children if other.dep_ == "conj" and reading.actor_at(other.i) is not None]


def allied_between(reading: Reading, head: int) -> list[int]:
    """"a coalition between A and B": who its members are."""
    return [i for child in reading.doc[head].children if child.lower_ == "between" and reading.doc[head].lemma_.lower() in ALLIANCES
            for inner in child.children if inner.dep_ == "pobj" for i in reading.fillers(inner.i) if reading.actor_at(i) is not None]


def listed_before(reading: Reading, heads: Sequence[int]) -> list[int]:
    """"fought the government army Kurdish militias": a force right before fighters of others, the comma between them lost."""
    found = []
    for head in heads:
        mention = reading.actor_at(head)
        before = [child for child in reading.doc[head].children if child.i < head and child.dep_ in ("compound", "nmod")]
        for child in before if mention is not None and mention.kind in FIGHTING else ():
            other = reading.actor_at(child.i)
            if other is not None and other.kind == "force" and mention is not None and other.end + 1 == mention.start and child.i not in heads:
                found.append(child.i)
    return found


def shared_noun(token: Token, actor: ActorMention) -> Token:
    """"Arab and European allies": the noun that the first nationality shares with the last; of any other mention its own head."""
    first = token.first_of_list
    return first.head if first.dep_ in ("amod", "nmod", "compound") and actor.name == f"{actor.text} {first.head.text}" else token


def _beside(reading: Reading, token: Token, kinds: frozenset[str]) -> list[int]:
    """Behind "alongside", "along with", "together with"."""
    words = load_company().beside
    found: list[int] = []
    for child in token.children:
        company = child.dep_ == "prep" and (child.lower_ in words or _set_apart(child))
        adverb = child.lower_ == "with" and child.i and child.nbor(-1).lower_ in words
        if not company and not adverb:
            continue
        inner = [other for other in child.children if other.lower_ == "with"] or [child]
        found += [i for preposition in inner for other in preposition.children if other.dep_ == "pobj" and not is_with_object(reading, token, other)
                  for i in _named(reading, other, kinds)]
    return found


def _set_apart(preposition: Token) -> bool:
    """"the army, with the militias, stormed the hill": company told between commas behind those who act."""
    behind = preposition.right_edge.i + 1
    return preposition.lower_ == "with" and preposition.head.dep_ == "nsubj" and preposition.i > preposition.head.i and preposition.nbor(-1).text == "," \
        and behind < len(preposition.doc) and preposition.doc[behind].text == "," and all(part.pos_ != "VERB" for part in preposition.subtree)


def _backing(reading: Reading, token: Token) -> list[int]:
    """"troops backed by militias and jets", "backed by jets, troops took it": the agent, where it fights itself; their own tanks do not."""
    verbal = token.i in reading.verbs
    hanging = [child for child in token.children if child.dep_ == "advcl" and child.i < token.i] if verbal else _telling(reading, token)
    return [i for child in hanging if child.tag_ == "VBN" and child.lemma_ in load_company().backed
            for agent in child.children if agent.dep_ == "agent"
            for other in agent.children if other.dep_ == "pobj" for i in _named(reading, other, FIGHTING) if not _is_own_vehicle(reading, i)]


def _telling(reading: Reading, noun: Token) -> list[Token]:
    """The participles that tell of those who act, or of the act: "led by X and backed by Y", "fighters from the area backed by Y", "was backed by Y"."""
    origins = [inner for child in noun.children if child.lower_ == "from" for inner in child.children if reading.actor_at(inner.i) is None]
    own = [child for above in (noun, *origins) for child in above.children if child.dep_ in ("acl", "relcl")]
    own += [child for verb in own for child in verb.children if child.dep_ == "conj"]
    return [*own, noun.head] if noun.dep_ == "nsubjpass" and noun.i in reading.nouns else own


def _helping(reading: Reading, match: Match) -> list[int]:
    """"was captured by the army in an offensive assisted by militias": who helps in the operation in which a deed is done."""
    within = [head for slot in WITHIN for head in match.clause.at(slot) if head in reading.nouns]
    return [i for head in within for helper in reading.nouns[head].at("helped-by") for i in _named(reading, reading.doc[helper], FIGHTING)]


def _is_own_vehicle(reading: Reading, head: int) -> bool:
    """Whether a head is a vehicle that the report gives to nobody else."""
    actor = reading.actor_at(head)
    return actor is not None and actor.actor is None and actor.country is None and "vehicle" in reading.word_classes.of(reading.doc[head].lemma_.lower())


def _jointly(reading: Reading, over: Set[int]) -> list[int]:
    """"in cooperation with X": with whom one acts; over: the verb and those who act, on whom it hangs, or on what the verb governs."""
    nouns = load_company().jointly
    if reading.words.isdisjoint(nouns):
        return []
    found: list[int] = []
    for noun in reading.doc[min(over)].sent:
        if noun.lower_ in nouns and noun.dep_ == "pobj" and noun.head.lower_ == "in" and _hangs_on(reading, noun.head.head, over):
            found += [i for preposition in noun.children if preposition.lower_ == "with"
                      for other in preposition.children if other.dep_ == "pobj" for i in _named(reading, other, ACTING)]
    return found


def _hangs_on(reading: Reading, token: Token, over: Set[int]) -> bool:
    """Whether something is said of a verb or of those who act: of themselves, or of a thing or place that the verb governs."""
    while token.i not in over and token.dep_ != "ROOT" and token.pos_ in ("NOUN", "PROPN", "ADP") and reading.actor_at(token.i) is None:
        token = token.head
    return token.i in over


def _support(reading: Reading, token: Token) -> list[int]:
    """"with the support of militias", "with help from X", said of an act or of who did it."""
    helping = [noun for child in token.children if child.lower_ == "with" for noun in child.children
               if noun.dep_ == "pobj" and noun.lemma_ in load_company().help and noun.i + 1 < len(noun.doc)]
    behind = [preposition for noun in helping for preposition in {*noun.children, noun.nbor(1)}]  # the parse may hang "from X" elsewhere
    return [i for preposition in behind if preposition.lower_ in ("of", "from", "by")
            for other in preposition.children if other.dep_ == "pobj" for i in _named(reading, other, FIGHTING)]


def _joined(reading: Reading, verb: Token) -> list[int]:
    """"joined the army in storming the town": whom somebody joins in an act does it too."""
    joining = verb.head.head
    if verb.dep_ != "pcomp" or verb.head.lower_ != "in" or joining.lemma_ != JOINING:
        return []
    return [i for child in joining.children if child.dep_ == "dobj" for i in _named(reading, child, ACTING | {"body"})]


def _named(reading: Reading, token: Token, kinds: frozenset[str]) -> list[int]:
    actors = ((i, reading.actor_at(i)) for i in reading.fillers(token.i))
    return [i for i, actor in actors if actor is not None and actor.kind in kinds
            and (actor.actor or actor.country or not reading.classes(i) & MEANS)]  # "along with a tank": that is what they came with
