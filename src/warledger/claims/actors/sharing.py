"""Layer 3, coordination: modifiers that share the noun of the last of them.

In: the drafts of a report in order. Out: the same, each modifier made a full actor of its own. Decision: one mention per
conjunct, so that "Syrian and Russian war planes" are two actors and "30 regime and 39 rebel fighters" two figures.
"""

from __future__ import annotations

from warledger.claims.actors.drafts import Draft
from warledger.claims.actors.modifiers import Modifiers
from warledger.claims.clauses.noun_phrases import TextWords

# Words before a number: "in all 30 regime and 39 rebel fighters".
_COUNTING = ("", "all", "some", "both")
_JOINED = (["and"], ["or"], ["and", "the"], ["as", "well", "as"], ["and", "allied"], ["and", "its", "allied"])


def share_nouns(text: TextWords, drafts: list[Draft], modifiers: Modifiers) -> None:
    """Completes modifiers from right to left, so that lists of three hold."""
    for k in range(len(drafts) - 2, -1, -1):
        draft, after = drafts[k], drafts[k + 1]
        if draft.lead is None or not _joined(text, draft, after):
            continue
        if after.noun is not None:
            _share_role(text, drafts, k, modifiers)
        elif after.listed is not None and after.listed.kind == "force" and draft.form == "adjective" and after.last > after.first:
            _share_name(text, draft, after)


def _joined(text: TextWords, draft: Draft, after: Draft) -> bool:
    """Whether only "and", a comma or numbers stand between."""
    between = [text.lower[i] for i in range(draft.last + 1, after.first)]
    words = [word for word in between if not word.isdigit()]
    comma_lost = draft.form == "adjective" and after.share and after.first == draft.last + 1 and text.gap[draft.last] == " "
    return not draft.attributive and (words in _JOINED or (not words and (text.gap[draft.last] == ", " or comma_lost)))


def _share_role(text: TextWords, drafts: list[Draft], k: int, modifiers: Modifiers) -> None:
    draft, after = drafts[k], drafts[k + 1]
    lead, noun = draft.lead, after.noun
    if lead is None or noun is None or noun.role is None or (after.first >= noun.first and not after.share):
        return
    if lead.kind == "role" and (draft.determiner not in _COUNTING or not noun.role.yields):
        return
    if lead.role is not None and lead.role.kind == "force" and lead.role.institution and draft.before:
        return  # "Chad's army, Arab militias": an army by whose it is needs no noun of others; "regime and rebel fighters" does
    role = noun.role
    full = Draft(draft.first, draft.last, role.kind, role, sector=role.sector, victims=role.victims, plural=True,
                 determiner=draft.determiner, noun=noun, lead=lead, share=True)
    modifiers.tell_all(full, [*draft.before, lead], role)
    words = text.text[text.items[noun.first].start : text.items[noun.last].end]
    full.name = f"{draft.spoken(text)} {words}"
    drafts[k] = full


def _share_name(text: TextWords, draft: Draft, after: Draft) -> None:
    """"the Russian and Syrian air forces", the second of which is a listed name."""
    rest = text.text[text.items[after.first + 1].start : after.end(text)]
    draft.name, draft.share, draft.plural = f"{draft.spoken(text)} {rest}", True, True
    draft.kind, draft.sector, draft.victims, draft.actor, draft.form = "force", after.sector, after.victims, None, ""
