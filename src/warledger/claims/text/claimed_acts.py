"""Layer 2, mended: whose an attack was where the parse hangs that on its place: "an attack on a mosque in Jos claimed by the rebels".

In: a token of the parse. Out: the same participle, hung on the act. Decision: only participles that tell who did an act or owns up to it, with
an agent; a mosque is neither claimed nor carried out.
"""

from __future__ import annotations

from warledger.claims.text.tokens import Token
from warledger.lexicons.act_name_lexicon import load_act_names

OWNING = frozenset(("claim", "carry", "conduct", "perpetrate", "stage"))
AGENT = frozenset(("by",))


def mend_claimed_act(participle: Token) -> None:
    """Hang a participle that tells whose an act was on the act."""
    noun = participle.head
    if participle.tag_ != "VBN" or participle.dep_ != "acl" or participle.lemma_ not in OWNING or noun.lemma_.lower() in load_act_names() \
            or not any(child.lower_ in AGENT for child in participle.children):
        return
    while noun.dep_ in ("pobj", "compound") or (noun.dep_ == "prep" and noun.head.pos_ in ("NOUN", "PROPN")):
        noun = noun.head
        if noun.lemma_.lower() in load_act_names():
            participle.hang_on(noun, "acl")
            return
