"""Layer 9, things that were hit, by their own words: "a hospital", "rebel positions", "a residential area", "a protest".

In: a Reading and a token. Out: a participant with the characters that show it, None where the token is nothing that is hit.
Decision: a thing goes by its noun with the words before it and is its owner's; a place by its name, and the edge of one, is
where it was.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from warledger.claims.acts.holders import holder
from warledger.claims.acts.participant import Filled
from warledger.claims.clauses.clause_builder import conjuncts
from warledger.claims.counting_words import is_partitive
from warledger.claims.reading import Reading
from warledger.claims.text.tokens import Token
from warledger.lexicons.act_name_lexicon import load_act_names
from warledger.model import Participant

# Classes of things that can be a target by their own words.
HIT = frozenset(("building", "vehicle", "aircraft", "infrastructure", "area", "weapon", "supplies", "service"))
# Adverbs before the words that tell whose a thing is: "mainly rebel-held villages".
MOSTLY = frozenset(("mostly", "mainly", "largely", "chiefly", "predominantly", "primarily"))
# Words for buildings and places that before an act tell how or by whom it is done ("a tunnel bombing", "command strikes"), and vehicles that are hit there.
MEANS_OF_ACTS = frozenset(("tunnel", "mine", "target", "command", "position", "trench", "garage", "center", "centre", "station", "tower", "block",
                           "structure", "site", "property", "complex", "academy", "office", "court", "home", "barracks", "mission"))
CARRYING = frozenset(("carrying", "transporting", "ferrying"))
CARRYING_PEOPLE = frozenset(("convoy", "bus", "train", "ferry"))
# What attackers sit on: "an attack by gunmen on motorcycles".
RIDDEN = frozenset(("motorcycle", "motorbike", "bicycle", "horse", "camel", "pickup"))
# The parser has one lemma for "bases", which are hit, and "basis", which is not.
NO_BASES = "basis"
# Frames by which weapons are wrecked, whatever act they are the means of elsewhere.
WRECKING = frozenset(("destroy", "destroy-fighters"))
# Words for where things stand, and for one of them, that are hit as those things are: "a taxi rank", "the market place".
STANDS = frozenset(("place", "stand", "rank", "stop", "park"))
PIECE = "piece"
# Words for ground that say nothing of what is there: "several locations", "the northern part".
GROUND = frozenset(("area", "location", "place", "part", "portion", "point", "spot", "region", "zone", "section"))
BY_COMPASS = frozenset("north south east west northern southern eastern western northeastern northwestern southeastern southwestern central several many "
                       "various other same different some remaining nearby surrounding adjacent neighbouring neighboring whole entire large vast".split())
# Where one goes into a building, what lies around it, and what it is made of.
ENTRANCES = frozenset(("entrance", "exit", "gate", "vicinity", "surroundings", "perimeter", "surrounding", "roof", "window", "wall", "ceiling",
                       "floor", "balcony", "facade"))
STOOD = frozenset(("building", "vehicle"))
# Classes of what is built, and of what is ground and no thing though it may be built.
BUILT, GROUNDS = frozenset(("building", "infrastructure")), frozenset(("area", "edge"))
# Participles by which some of the districts of a town are told apart.
HELD = frozenset(("held", "controlled"))
DISTRICTS = frozenset(("district", "neighborhood", "neighbourhood"))
# "the town of X" is X; "a residential area of X" is a thing in X.
NAMED_KINDS = frozenset(("town", "city", "village", "province", "district", "neighborhood", "neighbourhood", "governorate", "region", "countryside"))


def thing(reading: Reading, token: Token) -> Filled | None:
    """The thing that a token heads or stands for, with whose it is."""
    token = _meant_by(reading, token)
    classes = reading.word_classes.of(token.lemma_.lower()) | _of_its_place(reading, token)
    if not classes & HIT or token.lower_ == NO_BASES or is_place(reading, token):
        return None
    if token.lemma_.lower() in RIDDEN and token.dep_ == "pobj" and token.head.lower_ == "on":
        return None
    if ("edge" in classes and _is_bare(token)) or (token.lemma_.lower() in GROUND and not _is_told_apart(token)):
        return None
    start, end = short_name(reading, token)
    whose = holder(reading, token.i)
    name = reading.quote(start, end)
    someone = Participant(name) if whose is None else replace(whose.participant(), name=name)
    return Filled(someone, start, end, token.i)


def _meant_by(reading: Reading, token: Token) -> Token:
    """"the hospital closed after it was bombed": what "it" stands for, the building or vehicle that the clause above is about; else the token."""
    if token.lower_ != "it" or token.dep_ != "nsubjpass" or token.head.dep_ != "advcl":
        return token
    over = token.head.head
    about = [child for child in over.children if child.dep_ in ("nsubj", "nsubjpass") and child.i < token.i]
    return next((one for one in about if one.tag_ in ("NN", "NNP") and reading.word_classes.of(one.lemma_.lower()) & STOOD), token)


def _of_its_place(reading: Reading, token: Token) -> frozenset[str]:
    """"a busy market place", "a taxi rank": the classes of what is at the place; "artillery pieces" are weapons."""
    named = (child for child in token.children if child.dep_ == "compound" and child.i + 1 == token.i)
    before = next((reading.word_classes.of(child.lemma_.lower()) for child in named), frozenset())
    if token.lemma_.lower() == PIECE:
        return frozenset(("weapon",)) if "munition" in before else frozenset()
    return before if token.lemma_.lower() in STANDS else frozenset()


def is_struck(reading: Reading, token: Token) -> bool:
    """Whether a word for an act stands for a thing here: "hit a post", "destroyed a mortar and a truck"."""
    classes, verb = reading.word_classes.of(token.lemma_.lower()), token.first_of_list.head
    wrecked = token.first_of_list.dep_ in ("dobj", "nsubjpass") and verb.i in reading.acts and reading.acts[verb.i].name in WRECKING
    return "post" in classes or ("weapon" in classes and wrecked)


def listed_before(reading: Reading, head: int) -> list[int]:
    """"hospitals marketplaces and civilian areas", "a tank a truck": things of a list that lost its commas, which the parse makes one noun."""
    token = reading.doc[head]
    before = [child for child in token.children if child.i < head and child.dep_ in ("compound", "nmod")]
    carrying = [inner.i for child in before if child.lower_ in CARRYING for inner in child.children
                if inner.i < child.i and "vehicle" in reading.word_classes.of(inner.lemma_.lower())]  # "hit a bus carrying pilgrims", one noun to the parse
    return carrying + [child.i for child in before if (child.tag_ == token.tag_ == "NNS" and child.i + 1 == head
                                            and all("building" in reading.word_classes.of(one.lemma_.lower()) for one in (child, token)))
            or (_is_hit(reading, child.i) and any(between.tag_ in ("DT", "CD") for between in reading.doc[child.i + 1:head]))]


def listed_behind(reading: Reading, head: int) -> list[int]:
    """"three clinics, a water tower, a bakery and a church": things of a list whose second the parse takes for another name of the first,
    and "a bridge of the rebels and a depot", whose second it gives to the owners of the first.
    """
    token = reading.doc[head]
    told = [child for child in token.children if child.dep_ == "appos" and (any(part.dep_ == "conj" for part in child.children) or (
        _is_new(token) and _is_new(child) and (_goes_on(token) or token.dep_ == "appos" or any(part.dep_ == "appos" and _is_new(part) for part in child.children))))]
    found = [i for child in told for i in reading.fillers(child.i)]
    held = [inner for child in token.children if child.i > head for part in child.children if child.dep_ in ("prep", "acl")
            for inner in (*part.children, part) if inner.dep_ in ("pobj", "dobj") and part.dep_ in ("agent", "pobj", "dobj")]
    found += [part.i for owner in held if not _is_hit(reading, owner.i) for part in conjuncts(owner)[1:] if reading.actor_at(part.i) is None]
    found += [i for part in _beside_use(token) for i in reading.fillers(part.i)]
    found += [i for act in (token.head.head,) if token.dep_ == "pobj" and token.head.lower_ == "of" and act.i in reading.event_words
              for part in conjuncts(act)[1:] if part.i > head and (is_partitive(part) or _is_new(part)) for i in reading.fillers(part.i)]
    found = [i for i in dict.fromkeys(found) if _is_hit(reading, head) and _is_hit(reading, i) and i != head]
    return [one for i in found for one in (i, *listed_behind(reading, i))]


def _beside_use(token: Token) -> list[Token]:
    """"a house used as headquarters and three trucks": what the parse sets beside the use, though it has a number of its own."""
    uses = [inner for child in token.children if child.dep_ == "acl" for preposition in child.children if preposition.lower_ == "as" for inner in preposition.children]
    return [part for use in uses for part in conjuncts(use)[1:] if any(child.dep_ == "nummod" for child in part.children)]


def _is_hit(reading: Reading, i: int) -> bool:
    return bool(reading.word_classes.of(reading.doc[i].lemma_.lower()) & HIT)


def _is_new(noun: Token) -> bool:
    return any(child.i < noun.i and (child.dep_ == "nummod" or child.lower_ in ("a", "an")) for child in noun.children)


def _goes_on(noun: Token) -> bool:
    """Whether the parse made two objects of a list that lost its commas."""
    return noun.dep_ == "dobj" and any(child.dep_ == "dobj" and child.i > noun.i for child in noun.head.children)


def included(reading: Reading, head: int) -> list[int]:
    """"infrastructure including hospitals and a dam", "among the areas hit was a market": things that are told to be among those that were hit."""
    token = reading.doc[head]
    verb = token.head if token.dep_ in ("dobj", "nsubjpass") else token
    openings = [child for child in (*token.subtree, *verb.children) if child.lower_ == "including" and child.i > head
                and next((above.i for above in child.ancestors if above.i == head or above.pos_ in ("VERB", "AUX")), None) in (head, verb.i)]
    told = [inner for opening in openings for inner in opening.children if inner.dep_ == "pobj"]
    among = token.head
    if token.dep_ == "pobj" and among.lower_ == "among" and among.head.lemma_ == "be":
        told += [child for child in among.head.children if child.dep_ in ("nsubj", "attr")]
    found = [i for one in told for i in reading.fillers(one.i)]
    whole = _is_hit(reading, head) or token.lemma_.lower() in GROUND
    return [i for i in dict.fromkeys(found) if whole and _is_hit(reading, i)]


def behind_its_entrance(reading: Reading, head: int, heads: Sequence[int]) -> int:
    """"hit the entrance of a school": the building whose edge it is, else the head itself; "a post at its entrance" is the post."""
    token = reading.doc[head]
    if token.dep_ == "pobj" and token.head.lower_ == "at" and any(reading.doc[k].dep_ == "dobj" and reading.word_classes.of(reading.lemma[k]) & STOOD for k in heads):
        return head
    held = [inner for child in token.children if child.lower_ in ("of", "to") and token.lemma_.lower() in ENTRANCES for inner in child.children]
    return next((inner.i for inner in held if inner.dep_ == "pobj" and "building" in reading.word_classes.of(inner.lemma_.lower())), head)


def struck_before(reading: Reading, first: int) -> list[int]:
    """"the Goma market air strikes", "a hospital bombing": what the noun right before an act says was hit; first: the act's first word."""
    before = reading.doc[first - 1] if first > reading.doc[first].sent.start else None
    if before is None or before.tag_ not in ("NN", "NNS") or before.dep_ not in ("compound", "nmod"):
        return []
    built = "building" in reading.word_classes.of(before.lemma_.lower()) and before.lemma_.lower() not in MEANS_OF_ACTS
    return [before.i] if built or before.lemma_.lower() in CARRYING_PEOPLE else []


def _is_told_apart(token: Token) -> bool:
    """"residential areas", "rebel-held areas": a word says what is there."""
    return any(child.dep_ in ("compound", "amod", "nmod") and child.lower_ not in BY_COMPASS for child in token.children)


def crowd(reading: Reading, token: Token) -> Filled | None:
    """"a crackdown on pro-democracy protests": the protest stands for those who protest."""
    words = [token, *(child for child in token.children if child.dep_ == "compound" and token.lemma_ == "movement")]
    if not any("protest" in reading.word_classes.of(word.lemma_.lower()) for word in words):
        return None
    start, end = short_name(reading, token)
    return Filled(Participant(reading.quote(start, end), sector="CVL"), start, end, token.i)


def _is_bare(token: Token) -> bool:
    """"on the northern fringes"; not "on a school west of the city", whose parse makes a modifier of the school."""
    return not any(child.dep_ in ("compound", "nmod") for child in token.children)


def is_place(reading: Reading, token: Token) -> bool:
    """"Rashidin district", "the towns of Nayrab and Binnish", and a name itself; not "two villages", "a refugee camp"."""
    names = [inner for child in token.children if child.lower_ == "of" for inner in child.children if inner.pos_ == "PROPN"]
    if names and token.lemma_ in NAMED_KINDS and not _are_some(token, names):
        return True
    place = reading.place_at(token.i)
    if place is None:
        return _is_town(token)
    if place.definite:
        return True  # "the town was hit": as by its name
    if _is_structure(reading, token):
        return False  # "Kawlin hospital", "the Omar Mosque"
    # "Bangui city", whose name the parse may take for an adjective.
    return token.pos_ == "PROPN" or any(child.dep_ in ("compound", "nmod", "amod") and (child.pos_ == "PROPN" or reading.place_at(child.i) is place) for child in token.children)


def _are_some(token: Token, names: Sequence[Token]) -> bool:
    """"rebel-held districts of Aden", "four districts of Aden": some of those in a town, told apart by who holds them or by their number."""
    told = any(child.lower_ in HELD or (child.dep_ == "nummod" and token.lemma_ in DISTRICTS) for child in token.children)
    return token.tag_ == "NNS" and told and not any(child.dep_ == "conj" for inner in names for child in inner.children)


def _is_structure(reading: Reading, token: Token) -> bool:
    """Whether a name is that of something built, which is hit as a thing is."""
    classes = reading.word_classes.of(token.lemma_.lower())
    return bool(classes & BUILT) and not classes & GROUNDS and token.left_edge.i < token.i


def _is_town(token: Token) -> bool:
    """"the city", "Nyala City", "its largest city", though no gazetteer knows it: nothing is told of it but its name, side and size."""
    words = [child for child in token.children if child.dep_ in ("compound", "amod", "nmod", "poss", "nummod", "acl", "relcl", "prep")]
    return token.lemma_.lower() in NAMED_KINDS and token.tag_ in ("NN", "NNP") and all(
        child.lower_ in BY_COMPASS or child.tag_ == "JJS" or child.dep_ == "poss"
        or (child.pos_ == "PROPN" and _stands_alone(child)) for child in words)


def _stands_alone(word: Token) -> bool:
    """Whether a word of a name stands by itself, no side before a hyphen ("IS-held")."""
    return not any(child.text.startswith("-") for child in word.children) and not word.text.lower().endswith("-held")


def short_name(reading: Reading, token: Token) -> tuple[int, int]:
    """The noun with its modifiers, without article, number and what hangs behind it."""
    first = token.i
    listed = listed_before(reading, token.i)
    for child in token.children:
        if child.i < token.i and child.dep_ in ("compound", "amod", "nmod") and (not listed or child.i > max(listed)):
            hyphened = child.i and reading.doc[child.i - 1].text == "-"
            first = min(first, child.left_edge.i if child.dep_ == "compound" or hyphened else child.i)
    while first < token.i and (reading.doc[first].lower_ in MOSTLY or _only_counts(reading.doc[first])):
        first += 1
    # behind a headline's verb that the parse takes for a noun of the name
    first = max([first, *(i + 1 for i in range(first, token.i) if _is_headline_verb(reading, reading.doc[i]))])
    if reading.doc[first].text.startswith("-") and first > token.sent.start:
        first -= 1  # "IS-held areas", of which the parse takes the first word for a verb
    return reading.doc[first].idx, token.idx + len(token.text)


def _is_headline_verb(reading: Reading, word: Token) -> bool:
    """"Planes kill four in Goma destroy mosque": a verb that no noun has for its modifier."""
    if word.i in reading.verbs and (word.pos_ != "VERB" or word.tag_ == "VBZ"):
        return True
    return word.tag_ in ("VB", "VBP") and word.nbor(1).text != "-" and word.lemma_ not in load_act_names()


def _only_counts(word: Token) -> bool:
    """"at least six arms caches": the number that the parse hangs on the word between; not "two-storey houses"."""
    return (word.tag_ == "CD" and word.nbor(1).text != "-") or word.lower_ in ("at", "least")
