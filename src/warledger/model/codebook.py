"""Types, modes, stances and sectors: PLOVER 1.0's sixteen types with what a war monitor needs beside them.

Source: the PLOVER codebook (Halterman and others, 2023) for types, modes and sectors; TERRITORY, DISPLACEMENT,
STATEMENT, RELATION, the mode clash and the modes of agreements are ours.
"""

from __future__ import annotations

MODES: dict[str, tuple[str, ...]] = {
    "AGREE": ("ceasefire", "truce", "exchange", "deal"),
    "CONSULT": ("visit", "third-party", "multilateral", "phone"),
    "SUPPORT": (),
    "CONCEDE": (),
    "COOPERATE": (),
    "AID": (),
    "RETREAT": ("withdraw", "release", "disarm", "ceasefire", "access", "resign"),
    "REQUEST": ("assist", "change", "yield", "meet"),
    "ACCUSE": ("disapprove", "investigate", "allege"),
    "REJECT": ("assist", "change", "yield", "meet"),
    "THREATEN": ("restrict", "arrest", "relations", "expel", "territory", "violence"),
    "PROTEST": ("demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"),
    "SANCTION": ("convict", "expel", "withdraw", "discontinue"),
    "MOBILIZE": ("troops", "weapons", "police", "militia"),
    "COERCE": ("seize", "restrict", "censor", "curfew", "martial-law", "arrest", "deport", "withhold",
               "misinformation", "cyber"),
    "ASSAULT": ("abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms", "explosives",
                "suicide-attack", "aerial", "drone", "heavy-weapons", "crowd-control", "unconventional", "clash"),
    "TERRITORY": ("enter", "encircle", "besiege", "capture", "recapture", "hold", "lose", "contest"),
    "DISPLACEMENT": ("flee", "evacuate", "return"),
    "STATEMENT": (),
    "RELATION": (),
}

TYPES = tuple(MODES)

# The types that make an incident, or a chapter of one; the others are kept as claims.
CORE_TYPES = ("ASSAULT", "TERRITORY", "RETREAT", "DISPLACEMENT", "AGREE", "THREATEN", "COERCE", "MOBILIZE")

STANCES = ("asserted", "denied", "threatened", "planned", "demanded", "hypothetical", "historical")

ATTRIBUTIONS = ("fact", "claimed", "admitted", "suspected", "denied")

SECTORS: dict[str, str] = {
    "GOV": "government", "MIL": "military", "REB": "armed opposition", "OPP": "political opposition",
    "PTY": "party", "COP": "police", "JUD": "courts", "SPY": "intelligence", "MED": "media", "EDU": "education",
    "BUS": "business", "CRM": "crime", "CVL": "civilians", "IGO": "international body",
    "NGO": "non-governmental organisation", "MNC": "multinational company", "REL": "religious body", "REF": "refugees",
    "ELI": "elites", "LAB": "labour", "AGR": "farming", "HLH": "health", "SET": "settlers",
    "UAF": "unaffiliated armed",
}

TALLY_KINDS = ("killed", "wounded", "missing", "detained", "abducted", "displaced", "arrested", "surrendered",
               "released", "evacuated", "returned", "trapped", "troops", "casualties")

VICTIM_CLASSES = ("civilians", "military", "rebels", "police", "children", "women", "men", "journalists", "medics",
                  "aid workers", "unknown")

ACT_STATUSES = ("failed", "violated", "extended", "in force", "announced")


def is_valid(type_: str, mode: str | None) -> bool:
    """Whether the codebook has the type, and the mode under it."""
    return type_ in MODES and (mode is None or mode in MODES[type_])
