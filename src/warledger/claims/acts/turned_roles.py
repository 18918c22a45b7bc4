"""Layer 5, places of a clause that hold another role than such places do: "the raids of the army", "his murder", "five people shot".

In: a Reading and a Match with its roles filled. Out: the same Match with its roles turned. Decision: who stands where others act was
harmed where verb and noun tell only of harm and nobody else is told to have suffered it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from warledger.claims.clauses.shared_agents import goes_on_doing
from warledger.claims.reading import Reading
from warledger.lexicons.grammar_lexicon import load_grammar

if TYPE_CHECKING:
    from warledger.claims.acts.frames import Match

ALWAYS_SUFFERED = load_grammar().always_suffered
OFTEN_SUFFERED = load_grammar().often_suffered
BREACHES = load_grammar().breaches
# Classes of those who commit armed acts.
ARMED = frozenset(("armed", "group-name", "state"))
# Prepositions behind which stands whom an act of arms was aimed at.
ONTO = ("on", "against")
# Frames of fire from afar, behind whose noun aircraft of a party are those who opened it.
OF_FIRE = frozenset(("shell", "airstrike"))
FLYING = frozenset(("warplane", "jet", "gunship", "helicopter", "bomber", "plane"))
# Acts of which several never befell one person: behind "of" he is who did them ("the massacres of Bashir").
OF_MANY = frozenset(("massacres", "genocides"))
# Frames whose noun has whom it befell as its owner, where these bear no arms ("the mayor's murder", "their arrest").
OF_VICTIM = frozenset(("murder", "killing", "execute", "arrest", "abduct"))


def turn_roles(reading: Reading, match: Match, behind_of: Callable[[], list[int]]) -> None:
    """Put those whom a place of the clause holds into the role that they really have; behind_of gives those behind "of"."""
    if match.clause.kind == "verb" and not match.roles["target"] and match.roles["initiator"] and _suffers(reading, match):
        # "five people shot in the square", "two soldiers killed near the border": a headline's participle
        match.roles["target"], match.roles["initiator"] = match.roles["initiator"], []
    if match.clause.kind == "noun" and match.frame.name in OF_VICTIM and not match.roles["target"]:
        owners = [i for i in match.clause.at("poss") if reading.place_at(i) is None and i not in reading.time_tokens  # "Tuesday's massacre"
                  and ("person" in reading.classes(i) or not reading.classes(i) & ARMED)]
        match.roles["target"] = owners
        match.roles["initiator"] = [i for i in match.roles["initiator"] if i not in owners]
    if _is_broken(reading, match):
        match.roles["initiator"] = [i for i in match.roles["initiator"] if i not in match.clause.at("by")]
    if match.clause.kind == "noun" and not match.roles["initiator"]:
        _of_agent(reading, match, behind_of() if reading.doc[match.head].tag_ != "VBG" else [])


def _is_broken(reading: Reading, match: Match) -> bool:
    """"violations of the truce by the rebels": who breaks an agreement did not make it by that."""
    token = reading.doc[match.head]
    return match.frame.type == "AGREE" and token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lemma_.lower() in BREACHES


def _of_agent(reading: Reading, match: Match, behind: list[int]) -> None:
    """"the airstrikes of the Russian jets": behind "of" stands who did it, where the noun is no verb's and they are armed.

    So it does of any act that somebody else "came under".
    """
    undergone = any(argument.slot == "object" and argument.implied for argument in match.clause.arguments) and match.frame.type == "ASSAULT"
    # "the shelling of the militia on the camp": whom it was on stands elsewhere
    onto = not undergone and match.frame.type == "ASSAULT" and any(
        i in match.roles["target"] for slot in ONTO for head in match.clause.at(slot) for i in reading.fillers(head))
    agentive = undergone or onto or (not reading.doc[match.head].lower_.endswith("ing") and "agentive" in reading.word_classes.of(match.clause.predicate))
    flown = match.frame.name in OF_FIRE and any(reading.doc[i].lemma_.lower() in FLYING and _is_of_a_party(reading, i) for i in behind)
    agentive = agentive or flown  # "the shelling of the junta and Saudi jets"
    doers = ARMED | {"aircraft"} if undergone or onto or flown else ARMED
    if reading.doc[match.head].lower_ in OF_MANY and any("person" in reading.classes(i) for i in behind):
        agentive, doers = True, doers | {"person"}
    if behind and agentive and all(reading.classes(i) & doers for i in behind):
        match.roles["initiator"] = behind
        match.roles["target"] = [i for i in match.roles["target"] if i not in behind]


def _is_of_a_party(reading: Reading, head: int) -> bool:
    actor = reading.actor_at(head)
    return actor is not None and (actor.actor is not None or actor.country is not None)


def _suffers(reading: Reading, match: Match) -> bool:
    """Whether the subject of a verb of harm without an object is who was harmed."""
    token = reading.doc[match.head]
    if token.tag_ not in ("VBD", "VBN") or match.clause.at("object") or match.clause.passive or goes_on_doing(reading.verbs, match.clause, token) \
            or "object" not in match.frame.slots("target", "verb"):
        return False
    head = match.roles["initiator"][0]
    behind = token.idx + len(token.text) + 1
    if "armed" in reading.classes(head) and any(item.start == behind and item.unit == "people" for item in reading.quantities):
        return False  # "a bomber killed ten and wounded 40 Tuesday": the figure right behind is of those whom it befell
    if ALWAYS_SUFFERED & {match.clause.predicate, *match.clause.variants}:
        return True
    unarmed = bool(reading.classes(head) & {"people", "person"}) and "armed" not in reading.classes(head)
    return match.clause.predicate in OFTEN_SUFFERED and (unarmed or bool(reading.quantity_by_head.get(head)))
