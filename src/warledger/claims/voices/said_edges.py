"""Layer 7, the edges of what is said: what a verb of saying says beyond its clause and object, and what within them is the report's own.

In: a Reading, a verb of saying, its speakers. Out: tokens. Decision: in which act somebody has said that people died is told by him, and so is what a need that he
stresses is for; so is all of a clause that he breaks with his saying; after what somebody announced his own act or despite what he vows it the report tells, and how a state regards another's friends is told of it.
"""

from __future__ import annotations

from collections.abc import Sequence

from warledger.claims.mentions import ActorMention
from warledger.claims.reading import Reading
from warledger.claims.text.tokens import Token
from warledger.lexicons.speech_lexicon import load_speech

# Verbs by which somebody makes known what he does.
ANNOUNCING = frozenset(("announce", "declare", "unveil", "proclaim"))
ACTING = frozenset(("state", "force", "group", "armed", "office"))
AFTERWARDS = frozenset(("after", "following"))
NEEDS = frozenset(("need", "importance", "necessity", "urgency"))
# Verbs by which somebody makes known what he means to do, and before in what state of things he does so.
INTENDING = frozenset(("vow", "threaten", "pledge", "promise", "swear"))
STATE_OF_THINGS = frozenset(("despite", "following"))
# How somebody looks at another.
REGARDING = frozenset(("see", "view", "regard", "consider"))
REASON = "because"
FINITE = frozenset(("VBD", "VBZ", "VBP"))
SUBJECTS = frozenset(("nsubj", "nsubjpass"))
RELATIVE = frozenset(("WDT", "WP", "WP$"))
LOOKING_ON = frozenset(("state", "body"))


def in_which_act(reading: Reading, verb: Token) -> set[int]:
    """"Shells killed nine, a monitor said, in the second bombardment by rebels this month": the act that the parse hangs on the saying."""
    links = (child for child in verb.children if child.dep_ == "prep" and child.lower_ == "in" and child.i > verb.i)
    acts = [link for link in links for noun in link.children if noun.dep_ == "pobj" and noun.i in reading.event_words
            and noun.lemma_.lower() not in load_speech().papers and verb.lemma_ in load_speech().plain]
    return {part.i for link in acts for part in link.subtree}


def for_what_need(verb: Token) -> set[int]:
    """"stressed the need for pressure on the junta in order to stop the raids": what the need is for, which the parse hangs on the verb."""
    needed = any(child.dep_ == "dobj" and child.lemma_ in NEEDS and child.i > verb.i for child in verb.children)
    aims = [child for child in verb.children if child.i > verb.i and (_is_in_order(child) or (child.dep_ == "advcl" and child.left_edge.lower_ == "to"))]
    return {part.i for aim in aims for part in aim.subtree} if needed else set()


def _is_in_order(link: Token) -> bool:
    return link.lower_ == "in" and any(child.lower_ == "order" for child in link.children)


def fates(token: Token) -> set[int]:
    """"said 17 were kidnapped, five found dead and one beheaded": what befell how many of them, wherever the parse hangs it."""
    above = [token.head] if token.dep_ in ("ccomp", "parataxis") and token.head.i > token.i else []
    behind = [child for child in token.children if child.dep_ in ("advcl", "conj", "dep") and child.i > token.i]
    counted = [head for head in (*above, *behind) if any(part.i + 1 == head.i and part.like_num for part in head.children)]
    return {part.i for head in counted for part in head.subtree if part.i > token.i}


def reason_behind(token: Token) -> set[int]:
    """"The raids cause panic they say because those who are hit are farmers": the reason behind the verb is what they say as well."""
    behind = next((part for part in token.doc[token.i + 1:min(token.i + 3, token.sent.end)] if part.text != ","), None)
    return {part.i for part in behind.head.subtree} if behind is not None and behind.lower_ == REASON and behind.dep_ == "mark" else set()


def broken_by(verb: Token) -> set[int]:
    """"The army, the monitor said, has captured Goma": the clause whose subject stands before the one who speaks and whose verb behind him."""
    if verb.dep_ not in ("parataxis", "relcl") or verb.tag_ not in FINITE or verb.lemma_ not in load_speech().plain:
        return set()
    own = {verb.i, *(part.i for child in verb.children if not child.is_punct for part in child.subtree)}
    first, last = min(own), max(own)
    parted = first > verb.sent.start and last + 1 < verb.sent.end and verb.doc[first - 1].text == "," and verb.doc[last + 1].text == ","
    act = verb.head if verb.dep_ == "parataxis" else verb.head.head  # "The raid, the army told Reuters, left the port in ruins"
    if not parted or act.i < last or any(verb.doc[i].tag_ in RELATIVE for i in own) or not any(child.dep_ in SUBJECTS and child.i < first for child in act.children):
        return set()
    return {part.i for part in act.subtree} - own


def with_what(verb: Token) -> set[int]:
    """"Nine died, the monitor said, with four children killed in earlier shelling": what befell whom behind "with" right after the saying is said as well."""
    behind = verb.i + 1
    while behind < verb.sent.end and verb.doc[behind].text == ",":
        behind += 1
    link = verb.doc[min(behind, verb.sent.end - 1)]
    if link.lower_ != "with" or verb.lemma_ not in load_speech().plain or verb.tag_ not in FINITE:
        return set()
    clause = link.head if link.dep_ == "mark" else link
    fate = link.head if link.dep_ == "mark" else next((part for part in link.subtree if part.i > link.i and part.dep_ in ("acl", "pcomp")), link)
    nouns = [child for over in (clause, fate) for child in over.children if child.dep_ in ("pobj", *SUBJECTS)]
    said = fate.tag_ in ("VBN", "VBG") and (fate.lemma_ not in load_speech().content or fate.lemma_ in load_speech().finite)
    papers = load_speech().papers | load_speech().visual
    own = any(noun.lemma_.lower() in papers or any(part.tag_ == "PRP$" for part in noun.children) for noun in nouns)
    return {part.i for part in clause.subtree} if said and not own else set()


def before_own_act(reading: Reading, verb: Token, speakers: Sequence[ActorMention]) -> set[int]:
    """"The army announced an operation to retake the port after the collapse of a truce": when it did so is the report's own."""
    if verb.lemma_ not in ANNOUNCING or not speakers or speakers[-1].kind not in ACTING:
        return set()
    acts = [child for child in verb.children if child.dep_ == "dobj" and child.i > verb.i]
    below = [verb, *acts, *(inner for act in acts for inner in act.children if inner.dep_ in ("acl", "relcl")),
             *(child for child in verb.children if child.dep_ in ("xcomp", "advcl") and child.left_edge.lower_ == "to")]
    circumstances = [link for over in below for link in over.children if acts and link.dep_ in ("prep", "acl") and link.lower_ in AFTERWARDS and link.i > acts[0].i]
    return {part.i for link in circumstances for part in link.subtree}


def before_own_intent(verb: Token) -> set[int]:
    """"vowed to keep up the fight despite threats of strikes", "threatened to shoot down any jet after drones bombed a camp": in what state of things somebody intends it."""
    intended = [child for child in verb.children if child.dep_ == "xcomp" and child.left_edge.lower_ == "to" and child.i > verb.i]
    if verb.lemma_ not in INTENDING or not intended:
        return set()
    below = [verb, *intended, *(inner for child in intended for inner in child.children if inner.dep_ == "xcomp"),
             *(inner for child in intended for thing in child.children if thing.dep_ == "dobj" for inner in thing.children if inner.dep_ == "relcl")]
    links = [link for over in below for link in over.children if link.i > verb.i and (
        (link.dep_ in ("prep", "acl") and link.lower_ in STATE_OF_THINGS) or (link.dep_ == "advcl" and _has_happened(link)))]
    return {part.i for link in links for part in link.subtree}


def _has_happened(clause: Token) -> bool:
    """"after drones bombed a camp", not "after the army leaves"."""
    after = any(child.lower_ == "after" and child.dep_ == "mark" for child in clause.children)
    told = clause.tag_ in ("VBD", "VBN") or any(part.dep_ in ("aux", "auxpass") and part.tag_ in ("VBD", "VBZ", "VBP") for part in clause.children)
    return after and told and not any(part.tag_ == "MD" for part in clause.children)


def views_of_others(reading: Reading, verb: Token) -> set[int]:
    """"Ankara says they are criminals but Washington sees them as a partner in its raids": how another state looks at them it does not say."""
    joined = [(child, inner) for child in verb.children if child.dep_ == "ccomp" for inner in child.children if inner.dep_ == "conj" and inner.lemma_ in REGARDING]
    others = [inner for child, inner in joined if any(part.dep_ == "cc" and part.lower_ == "but" for part in child.children)
              for part in inner.children if part.dep_ == "nsubj" and (actor := reading.actor_at(part.i)) is not None and actor.kind in LOOKING_ON]
    return {part.i for inner in others for part in inner.subtree}
