"""Layer 5: the finer name of an act: mode, weapons, status, and the type that its stance makes of it.

In: a Happening. Out: values of the codebook. Decision: the frame's own mode comes first; a general word takes the mode of
the weapon or of the other word for the same act in its clause.
"""

from __future__ import annotations

from warledger.claims.acts.frames import Match
from warledger.claims.acts.happenings import Happening
from warledger.claims.clauses.records import Clause
from warledger.claims.reading import Reading
from warledger.claims.stance import Stance
from warledger.claims.text.tokens import Token
from warledger.lexicons.status_lexicon import Status, load_statuses
from warledger.lexicons.weapon_lexicon import Weapon, load_weapons

# Frames whose words any means may fit, with the lemmas for which that is so (all where none stands), and the modes that the means gives them.
BOMB = "bomb"
MEANT = {BOMB: frozenset(("bomb", "bombing", "attack", "raid")), "fire-weapon": frozenset(), "shell": frozenset(("pound", "bombard", "pummel", "bombardment"))}
FLOWN = frozenset(("aerial", "drone"))
AIMED = FLOWN | {"heavy-weapons", "unconventional"}
# Who sets off a bomb, and words before an aircraft of that name.
BOMBER = "bomber"
CARRYING = frozenset(("suicide", "car", "truck", "lorry", "motorcycle", "would-be", "human"))
AIRCRAFT_KINDS = frozenset(("jet", "strategic", "heavy", "long-range", "stealth", "fighter", "supersonic", "military", "air", "strike", "warplane"))
# By these a verb tells what is still to come.
AHEAD = frozenset(("will", "would", "shall", "should", "may", "might", "could", "must"))


def claim_type(reading: Reading, happening: Happening, stance: Stance) -> tuple[str, str | None]:
    """Type and, where the stance decides it, mode: a threat of force is THREATEN."""
    frame = happening.main.frame
    if stance.threat and frame.type != "THREATEN":
        return "THREATEN", "violence"
    return frame.type, None


def mode_of(reading: Reading, happening: Happening, type_: str) -> str | None:
    """The mode of a happening of that type, None where nothing tells."""
    same = [match for match in happening.matches if match.frame.type == type_]
    telling = [_by_means(reading, match) or match.frame.mode for match in same if match.frame.mode and not match.frame.result and not match.frame.general]
    if telling:
        return telling[0]
    if happening.main.frame.result and happening.main.frame.mode:
        return happening.main.frame.mode
    if type_ == "ASSAULT":
        for weapon in _weapon_words(reading, happening):
            if weapon.mode is not None:
                return weapon.mode
    return next((match.frame.mode for match in same if match.frame.mode), None)


def _by_means(reading: Reading, match: Match) -> str | None:
    """"jets bombed the town", "bombed it with artillery", "a helicopter dropped explosives": the mode that the means gives to a wording for any."""
    words = MEANT.get(match.frame.name)
    if words is None or (words and not any(reading.doc[i].lemma_.lower() in words for i in match.trigger)):
        return None
    slots = ("subject", "by") if match.frame.name != BOMB else ("subject", "by", "with", "using", "from")
    heads = [i for argument in match.clause.arguments if argument.slot in slots for i in (argument.head, *reading.fillers(argument.head))]
    if match.frame.name == BOMB:  # "bombed the suburbs of the town with artillery": hung on the last noun
        heads += [inner.i for word in reading.doc[match.head].subtree if word.lower_ == "with" for inner in word.children if inner.dep_ == "pobj"]
    tokens = [reading.doc[i] for i in heads]
    tokens += [child for i in (*match.trigger, *heads) for child in reading.doc[i].children if child.dep_ in ("compound", "amod", "nmod")]
    modes = [weapon.mode for token in tokens if (weapon := weapon_of(token)) is not None]
    return next((mode for mode in modes if mode in (AIMED if match.frame.name == BOMB else FLOWN)), None)


def weapon_of(token: Token) -> Weapon | None:
    """The weapon that a word names; a "bomber" alone is somebody with a bomb."""
    weapons = load_weapons()
    if token.lemma_.lower() == BOMBER and _is_person(token):
        return weapons.get(BOMB)
    return weapons.get(token.lemma_.lower()) or weapons.get(token.lower_)


def _is_person(bomber: Token) -> bool:
    """"a bomber on a motorcycle", "two suicide bombers"; not "Russian bombers", "a Tu-95 bomber"."""
    before = [child for child in bomber.children if child.i < bomber.i and child.dep_ in ("compound", "amod", "nmod", "poss")]
    if any(child.lower_ in CARRYING for child in before):
        return True
    owned = any(child.ent_type_ in ("NORP", "GPE", "ORG") for child in before)
    typed = any(child.lower_ in AIRCRAFT_KINDS or any(letter.isdigit() for letter in child.text) for child in before)
    return bomber.lower_ == BOMBER and not owned and not typed


def weapons_of(reading: Reading, happening: Happening) -> tuple[str, ...]:
    """What was used, by the frames' word and the weapons named in the clause."""
    found = [weapon.name for weapon in _weapon_words(reading, happening)]
    if not found:
        found = [name for match in happening.matches for name in match.frame.weapons]
    return tuple(dict.fromkeys(found))


def _weapon_words(reading: Reading, happening: Happening) -> list[Weapon]:
    weapons = load_weapons()
    found: list[Weapon] = []
    for i in _own_tokens(reading, happening):
        token = reading.doc[i]
        weapon = weapon_of(token)
        # "suicide bomber", "mortar shell", "tear gas": the word before tells the weapon, the head only its kind
        if any(child.dep_ == "compound" and child.lemma_.lower() in weapons for child in token.children):
            continue
        if weapon is not None and weapon not in found:
            found.append(weapon)
    return found


def _own_tokens(reading: Reading, happening: Happening) -> list[int]:
    """The triggers, their modifiers and the heads of their arguments."""
    tokens: set[int] = set()
    for match in happening.matches:
        tokens.update(match.trigger)
        for i in match.trigger:
            tokens.update(child.i for child in reading.doc[i].children if child.dep_ in ("compound", "amod", "nmod"))
        for argument in match.clause.arguments:
            if argument.slot in ("with", "using", "by", "in", "subject", "from", "via", "through"):
                tokens.add(argument.head)
                children = reading.doc[argument.head].children
                tokens.update(child.i for child in children if child.dep_ in ("compound", "amod", "conj", "nmod"))
    return sorted(tokens)


def status_of(reading: Reading, happening: Happening, type_: str) -> str | None:
    """What became of an agreement, None where nothing tells, where it is still to come, or where it is none."""
    if type_ != "AGREE":
        return None
    told = {status.name for match in happening.matches for clause, slot in _fates(reading, match)
            if clause.modal not in AHEAD and clause.tense != "future"
            for status in load_statuses() if _tells(reading, clause, slot, status, match.clause.negated)}
    told |= {status.name for match in happening.matches for status in load_statuses() if _is_beside(reading.doc[match.head], status)}
    return next((status.name for status in load_statuses() if status.name in told), None)


def _fates(reading: Reading, match: Match) -> list[tuple[Clause, str]]:
    """The verbs that say something of an agreement, with the slot in which it stands there."""
    token = reading.doc[match.head]
    while token.dep_ in ("compound", "nmod", "conj") and token.head.pos_ in ("NOUN", "PROPN") and token.i != token.head.i:
        token = token.head
    found = [(clause, argument.slot) for clause in reading.verbs.values() for argument in clause.arguments
             if argument.head == token.i and clause.head != match.head]
    while token.dep_ == "conj" and token.head.i in reading.verbs:
        token = token.head
    if token.i in reading.verbs:
        found.append((reading.verbs[token.i], "object"))
        # "failed to agree on a truce": the verb above negates it
        above = reading.verbs.get(token.head.i) if token.dep_ == "xcomp" else None
        found += [(above, "subject")] if above is not None else []
    return found


def _is_beside(token: Token, status: Status) -> bool:
    """"declared the truce over", "the collapsing ceasefire", "an end to the deal": told by the words around the agreement."""
    while token.dep_ in ("compound", "nmod", "conj", "poss") and token.head.i > token.i and token.head.pos_ in ("NOUN", "PROPN"):
        token = token.head
    modifiers = {child.lower_ for child in token.children if child.dep_ == "amod"}
    behind = token.nbor(1).lower_ if token.i + 1 < len(token.doc) and token.nbor(1).dep_ not in ("prep", "amod", "compound") else ""
    counted = token.i + 2 < len(token.doc) and token.nbor(2).pos_ == "NUM"  # "a truce over 48 hours"
    if modifiers & status.beside or (behind in status.beside and not counted and token.nbor(1).pos_ != "VERB"):
        return True
    return token.dep_ == "pobj" and token.head.lower_ in ("of", "to") and token.head.head.lemma_.lower() in status.nouns


def _tells(reading: Reading, clause: Clause, slot: str, status: Status, denied: bool) -> bool:
    words = {*clause.variants, *_with_nouns(reading, clause)}
    if clause.negated or denied:
        return bool(words & status.negated)
    if slot == "subject":
        return bool(words & status.subject) and not (clause.at("object") and not words & status.subject - {clause.predicate})
    if slot == "object":
        return bool(words & status.object)
    # "pulled out of the deal": the verb, its particle and the preposition
    return any(wording.split()[0] == clause.predicate and wording.split()[-1] == slot for wording in status.object if " " in wording)


def _with_nouns(reading: Reading, clause: Clause) -> set[str]:
    """"come into force", "be in place": a verb with its preposition and noun."""
    return {f"{clause.predicate} {argument.slot} {reading.doc[argument.head].lemma_.lower()}" for argument in clause.arguments}
