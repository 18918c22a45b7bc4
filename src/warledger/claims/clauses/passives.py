"""Layer 4, verbs, whether a verb tells what was done to its subject: "two men were killed", "troops taken hostage", "2 killed in shelling".

In: a verb of the parse. Out: whether it is passive. Decision: by its auxiliary where it has one; a participle alone by what hangs on it.
"""

from __future__ import annotations

from warledger.claims.clauses.missed_subjects import tool_before
from warledger.claims.text.tokens import Token
from warledger.lexicons.calendar_lexicon import load_calendar

WEEKDAYS = frozenset(load_calendar().weekdays)
DAYTIMES = frozenset(load_calendar().day_parts)
# What those who are taken become.
TAKEN_AS = frozenset(("hostage", "captive", "prisoner"))

# What is done to the subject of these where no object stands behind them.
SUFFERED = frozenset(("hang", "burn", "torch", "loot", "dump", "behead", "kill", "shoot", "wound", "injure", "maim", "torture", "beat", "rape", "arrest",
                      "detain", "destroy", "demolish", "raze", "mutilate", "crucify", "hospitalize", "abduct", "kidnap", "displace", "damage", "capture"))

# Of whom one thinks that they are dead, and what they are thought to be.
GIVEN_UP, DEAD = frozenset(("fear", "believe", "presume", "think", "report", "confirm")), frozenset(("dead", "killed", "slain", "lost", "missing"))


def _is_given_up(token: Token) -> bool:
    """"dozens feared dead after the blast": a participle whose object is nobody."""
    alone = not any(child.dep_ in ("dobj", "aux") for child in token.children)
    return token.lower_.endswith("ed") and alone and any(child.dep_ in ("oprd", "acomp") and child.lower_ in DEAD for child in token.children)


def _befell_beside(verb: Token) -> bool:
    """"was beheaded and his body hung from a bridge", "was killed and his guards wounded": the second of two fates, its auxiliary left out."""
    first = verb.head
    over = any(child.dep_ == "auxpass" for child in first.children)
    alone = not any(child.dep_ in ("dobj", "aux", "ccomp") for child in verb.children)
    return over and alone and verb.tag_ in ("VBN", "VBD") and any(child.dep_ == "nsubj" and child.i < verb.i for child in verb.children)


def is_passive(token: Token) -> bool:
    """Whether a verb tells what was done to its subject."""
    if any(child.dep_ in ("nsubjpass", "auxpass") for child in token.children):
        return True
    if token.lower_ == "taken" and any(child.lower_ in TAKEN_AS for child in token.children) and not any(child.dep_ == "aux" for child in token.children):
        return True  # "troops taken hostage", whatever the tag
    if token.lemma_ in GIVEN_UP and _is_given_up(token):
        return True  # "dozens feared dead", whatever the tag
    if token.dep_ == "conj" and token.lemma_ in SUFFERED and _befell_beside(token):
        return True
    if token.tag_ != "VBN":
        return False
    if token.dep_ == "acl" and any(child.dep_ == "aux" and child.lower_ in ("has", "have", "had") for child in token.children):
        return False  # "reports that X has used gas" hangs on the reports
    if tool_before(token) is not None or (token.dep_ == "acl" and token.head.dep_ == "ROOT" and any(c.dep_ == "ccomp" for c in token.children)):
        return False  # "The news outlet reported that ..." read as a noun with its participle
    if token.dep_ == "acl" and token.head.dep_ == "ROOT" and any(child.lower_ == "on" and behind_day(child) is not None for child in token.children):
        return False  # "the army fired on Monday six rockets" read as a noun with its participle: a passive has no object
    if token.dep_ == "acl" or any(child.dep_ == "agent" for child in token.children):
        return True
    if token.dep_ in ("ROOT", "ccomp", "conj", "advcl", "relcl") and not any(c.dep_ == "aux" for c in token.children):
        # "2 killed in shelling": a participle alone at the head of a headline
        return not any(child.dep_ in ("dobj", "nsubj") for child in token.children) and token.dep_ != "conj"
    return False


def behind_day(preposition: Token) -> Token | None:
    """"fired on Monday afternoon four rockets": the object that the parse takes for what the day stands before."""
    for noun in preposition.children:
        words = [token.lower_ for token in preposition.doc[preposition.i + 1:noun.i]]
        day = bool(words) and words[0] in WEEKDAYS and preposition.i > preposition.head.i
        if noun.dep_ == "pobj" and day and noun.lower_ not in DAYTIMES and (len(words) > 1 or noun.tag_ == "NNS"):
            return noun
    return None
