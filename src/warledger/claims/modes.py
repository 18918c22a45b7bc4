"""Layer 5: the finer name of an act: mode, weapons, status, and the type that its stance makes of it.

In: a Happening. Out: values of the codebook. Decision: the frame's own mode comes first; a general word takes the mode of
the weapon or of the other word for the same act in its clause.
"""

from __future__ import annotations

from warledger.claims.happenings import Happening
from warledger.claims.reading import Reading
from warledger.claims.stance import Stance
from warledger.lexicons.weapon_lexicon import Weapon, load_weapons

FAILED = frozenset("fail collapse crumble unravel falter break expire end".split())
VIOLATED = frozenset("violate breach break ignore".split())
IN_FORCE = frozenset("hold".split())


def claim_type(reading: Reading, happening: Happening, stance: Stance) -> tuple[str, str | None]:
    """Type and, where the stance decides it, mode: a threat of force is THREATEN."""
    frame = happening.main.frame
    if stance.threat and frame.type != "THREATEN":
        return "THREATEN", "violence"
    return frame.type, None


def mode_of(reading: Reading, happening: Happening, type_: str) -> str | None:
    """The mode of a happening of that type, None where nothing tells."""
    same = [match for match in happening.matches if match.frame.type == type_]
    telling = [match.frame.mode for match in same if match.frame.mode and not match.frame.result and not match.frame.general]
    if telling:
        return telling[0]
    if happening.main.frame.result and happening.main.frame.mode:
        return happening.main.frame.mode
    if type_ == "ASSAULT":
        for weapon in _weapon_words(reading, happening):
            if weapon.mode is not None:
                return weapon.mode
    return next((match.frame.mode for match in same if match.frame.mode), None)


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
        weapon = weapons.get(token.lemma_.lower()) or weapons.get(token.lower_)
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
    """What became of an agreement: failed, violated, in force; None where nothing tells or it is none."""
    if type_ != "AGREE":
        return None
    for match in happening.matches:
        token = reading.doc[match.head]
        while token.dep_ in ("compound", "nmod", "conj") and token.head.pos_ in ("NOUN", "PROPN", "VERB") and token.i != token.head.i:
            token = token.head
        governors = [token.head] + [child for child in token.children if child.dep_ in ("relcl", "acl")]
        if token.pos_ == "VERB":
            governors.append(token)
        for governor in governors:
            clause = reading.verbs.get(governor.i)
            if clause is None:
                continue
            if (clause.negated and clause.predicate in ("work", "hold", "last", "succeed", "survive")) or clause.predicate in FAILED:
                return "failed"
            if clause.predicate in VIOLATED:
                return "violated"
            if clause.predicate in IN_FORCE or (clause.predicate in ("come", "go", "take", "enter") and "force" in
                                                [t.lower_ for t in reading.doc[governor.i].subtree]):
                return "in force"
    return None
