"""Layer 4, verbs, who the parse does not take for their subject: behind a participle's agent, a lost comma or a stretch of time.

In: a verb, or what the parse makes its subject. Out: the token that does it, or that a participle before it is done to. Decision:
each shape is told by what stands right before the verb; a verb with a subject that can act keeps it.
"""

from __future__ import annotations

from warledger.claims.clauses.finite_verbs import FINITE, TOLD, begins, has_finite
from warledger.claims.clauses.however_subjects import subject_before_however
from warledger.claims.clauses.told_of import object_of_told, told_of_before
from warledger.claims.text.tokens import Token
from warledger.lexicons.company_lexicon import load_company

NAMING = ("NOUN", "PROPN")
COUNTED = (*NAMING, "NUM")
# Prepositions behind which a clause tells where it happened before it tells who did it.
WITHIN = frozenset(("in", "near", "at", "outside", "inside", "around"))
# How a clause opens that tells when somebody suffered.
SCENES = frozenset(("when", "as"))
JOINTLY = load_company().jointly
# Entities of time, which stand before a verb as adverbs do.
SPANS = frozenset(("DATE", "TIME"))
# What an act is to those who gain by it, and verbs of fighting somebody.
GAINS = frozenset(("victory", "prize", "win", "gain", "success", "triumph", "boost", "achievement", "coup"))
FIGHTING = frozenset(("battle", "fight"))
# Words for those who are left, whom nobody acts with who acts alone.
REMAINDER = frozenset(("rest", "others", "remainder"))
# Articles of what is told for the first time.
NEW = frozenset(("a", "an", "another"))
# Prepositions that open a clause too.
CLAUSE_OPENERS = frozenset(("after", "as", "before", "since", "until"))


def is_under(gerund: Token) -> bool:
    """"the town is under continued shelling by X": an act that somebody is under, whatever the parse makes of it."""
    before = gerund.doc[max(gerund.sent.start, gerund.i - 2):gerund.i]
    return gerund.tag_ == "VBG" and any(word.lower_ == "under" for word in before)


def _for_whom(verb: Token) -> Token | None:
    """"Taking the hill would be a victory for the army": whose gain an act is does it."""
    if verb.dep_ != "csubj" or verb.tag_ != "VBG" or verb.head.lemma_ != "be" or any(child.dep_ == "nsubj" for child in verb.children):
        return None
    gains = [child for child in verb.head.children if child.dep_ == "attr" and child.lemma_ in GAINS]
    return next((inner for gain in gains for child in gain.children if child.lower_ == "for" for inner in child.children if inner.dep_ == "pobj"), None)


def missed_subject(verb: Token) -> Token | None:
    """Who does what a verb tells where the parse gives it no subject, or a wrong one."""
    return tool_before(verb) or _before_backers(verb) or subject_behind_time(verb) or subject_behind_scene(verb) or shared_out(verb) \
        or subject_in_list(verb) or _joined_before(verb) or _over_participle(verb) or _in_scene(verb) or _for_whom(verb) \
        or told_of_before(verb) or along_with(verb) or subject_before_however(verb)


def along_with(verb: Token) -> Token | None:
    """"It was a bad night with jets, tanks and guns pounding the port": those right before the participle, where the clause above only tells how it was."""
    above, before = verb.head, verb.doc[min((verb.i, *(child.i for child in verb.children if child.dep_ == "advmod" and child.i < verb.i))) - 1]
    if verb.tag_ != "VBG" or verb.dep_ != "advcl" or above.i > verb.i:
        return None
    company = [inner for child in above.children if child.lower_ == "with" for inner in child.children if inner.dep_ == "pobj"]
    company = [noun for noun in company if above.lemma_ == "be" or noun.lower_ in REMAINDER]  # "one set off his belt with the rest then opening fire"
    return next((noun for noun in company if noun.right_edge.i == before.i and noun.pos_ in NAMING), None)


def _over_participle(verb: Token) -> Token | None:
    """"Gunmen believed to be rebels yesterday attacked the town": the subject that the parse gives to the participle behind it."""
    above = verb.head
    if verb.dep_ != "dep" or verb.tag_ not in FINITE or above.pos_ != "VERB" or above.i > verb.i or any(child.dep_ in TOLD for child in verb.children):
        return None
    return next((child for child in above.children if child.dep_ in ("nsubj", "nsubjpass") and child.i < above.i), None)


def _in_scene(verb: Token) -> Token | None:
    """"Two were hurt when groups allied to X fired a shell", "were killed as troops, aided by X, took the hill": who suffered does not fire.

    The parse makes the participle the verb of the clause that tells when, and hangs its verb on the one over it.
    """
    above = verb.head
    suffered = any(child.dep_ == "nsubjpass" for child in above.children) and above.i < verb.i
    if verb.dep_ not in ("conj", "advcl") or verb.tag_ not in FINITE or not suffered or any(child.dep_ in TOLD for child in verb.children) \
            or verb.doc[begins(verb) - 1].dep_ == "cc" or not any(child.dep_ == "dobj" for child in verb.children):
        return None
    for scene in reversed([child for one in (above, *above.children) if one.dep_ in ("conj", "ROOT", above.dep_) for child in one.children]):
        if scene.dep_ == "advcl" and scene.i < verb.i and scene.tag_ in ("VBN", "VBD") and any(child.lower_ in SCENES for child in scene.children) \
                and not any(child.dep_ == "dobj" for child in scene.children):
            return next((child for child in scene.children if child.dep_ == "nsubj"), None)
        if scene.dep_ == "prep" and scene.lower_ == "as" and scene.i < verb.i and any(part.dep_ == "acl" for part in scene.subtree):
            return next((child for child in scene.children if child.dep_ == "pobj"), None)
    return None


def _joined_before(verb: Token) -> Token | None:
    """"was shelled in one village and a truck with fighters was hit", "killed in the fighting and two million have been displaced": the subject
    of the second clause, joined by the parse to the end of the first."""
    if verb.dep_ != "conj" or any(child.dep_ in TOLD for child in verb.children) or not any(child.dep_ in ("aux", "auxpass") for child in verb.children):
        return None
    last = verb.doc[begins(verb) - 1]
    joined = [noun for noun in (last, *last.ancestors) if noun.dep_ == "conj" and noun.pos_ in COUNTED and noun.right_edge.i == last.i
              and verb.doc[noun.left_edge.i - 1].dep_ == "cc" and noun.head.pos_ in NAMING and verb.head.is_ancestor(noun)]
    return joined[-1] if joined else None


def _before_backers(verb: Token) -> Token | None:
    """"forces backed by air support repel an attack": a finite verb that the parse takes for the backer is theirs who are backed."""
    by = verb.head
    backed = by.head
    noun = backed.head
    taken = verb.dep_ == "pobj" and verb.tag_ in FINITE and by.dep_ == "agent" and backed.dep_ == "acl" and noun.pos_ in NAMING
    return noun if taken and any(child.dep_ == "dobj" for child in verb.children) else None


def tool_before(participle: Token) -> Token | None:
    """"a missile fired by troops killed nine", "raids by jets of X killed nine": who did it, where the parse takes the verb for a participle.

    What has an object is no passive; its subject is the whole of what stands before it.
    """
    if participle.tag_ not in ("VBN", "VBD") or participle.dep_ != "acl" or not any(child.dep_ == "dobj" for child in participle.children) \
            or any(child.lower_ == "that" and child.dep_ == "mark" for child in participle.children):  # "quoted a source that the army had killed nine"
        return None
    doer = participle.head
    while doer.dep_ in ("pobj", "conj", "appos"):
        above = doer.head.head if doer.dep_ == "pobj" else doer.head
        if doer.head.dep_ == "agent" and above.dep_ == "acl":
            above = above.head
        elif doer.head.dep_ == "agent" and above.dep_ == "xcomp":  # "the raid believed to have been flown by X killed nine"
            above = next((child for child in above.head.children if child.dep_ in ("nsubj", "nsubjpass")), above)
        elif doer.head.dep_ == "agent" and not any(child.dep_ == "auxpass" for child in above.children):  # "fighting went on and bombs dropped by X killed nine"
            above = next((child for child in above.children if child.dep_ == "nsubj" and child.i < above.i), above)
        if above.pos_ not in NAMING:
            break
        doer = above
    return doer


def fought_before(verb_subject: Token) -> Token | None:
    """"the coalition fighting X had struck": the participle whose object the parse makes a second subject of the verb."""
    edge = verb_subject.left_edge.i
    before = verb_subject.doc[edge - 1] if edge else verb_subject
    doer = before.head
    fighting = before.dep_ == "acl" and before.lower_.endswith("ing") and doer.dep_ == "nsubj" and doer.head.i == verb_subject.head.i
    fighting = fighting or _fights_where(before, verb_subject)
    return before if fighting and not any(child.dep_ in ("dobj", "prep") for child in before.children) else None


def _fights_where(fighting: Token, verb_subject: Token) -> bool:
    """"a raid on the town where the army is battling the militia killed two": the militia is whom the army battles."""
    where = any(child.lower_ == "where" for child in fighting.children) and any(child.dep_ == "nsubj" for child in fighting.children)
    return fighting.dep_ == "relcl" and fighting.lemma_ in FIGHTING and where and any(
        child.dep_ == "nsubj" and child.i != verb_subject.i and child.is_ancestor(fighting) for child in verb_subject.head.children)


def object_before_verb(participle: Token) -> Token | None:
    """What a verb is done to where the parse makes it a subject of the verb behind it."""
    if (told := object_of_told(participle)) is not None:
        return told
    verb = next((above for above in participle.ancestors if above.pos_ == "VERB"), None)
    if participle.dep_ not in ("acl", "relcl") or verb is None:
        return None
    return next((child for child in verb.children if child.dep_ == "nsubj" and (found := fought_before(child)) is not None
                 and found.i == participle.i), None)


def subject_behind_scene(verb: Token) -> Token | None:
    """"Despite calm in the north regime forces have bombed it": with its comma lost the subject ends the phrase that opens the clause.

    So it does the clause: "As doctors worked a jet struck".
    """
    if any(child.dep_ in TOLD and child.lower_ != "that" for child in verb.children) or not _is_finite(verb):
        return None
    edge = _opens(verb)
    last = next((word for word in reversed(list(verb.doc[verb.sent.start:edge])) if not word.is_punct), verb)
    opener = next((child for child in verb.children if child.i < last.i and child.right_edge.i >= last.i and child.right_edge.i < edge
                   and (child.dep_ in ("prep", "advmod") or (child.dep_ == "advcl" and last.dep_ == "dobj" and last.head.i == child.i))), None)
    before = verb.doc[opener.i - 1] if opener is not None and opener.i > verb.sent.start else verb
    if opener is None or last.pos_ not in NAMING or (before.head.i == verb.i and before.i != verb.i and not before.is_punct and before.lower_ != "that"):
        return None
    if (act := _beside_place(opener, last)) is not None:
        return act
    last = _beside_company(last)
    if (behind := _described_behind(opener, last)) is not None:
        return behind
    described = next((noun for noun in last.ancestors if noun.dep_ == "pobj" and noun.head.i == opener.i), last)  # "rebels banned in Russia"
    return _first_named(described if any(above.dep_ == "acl" and described.is_ancestor(above) for above in last.ancestors) else last)


def _beside_place(opener: Token, last: Token) -> Token | None:
    """"In northern Mali, a strike on the camp killed nine": what the parse apposes to the place behind a comma, new to the reader."""
    beside = (noun for noun in (last, *last.ancestors) if noun.dep_ == "appos" and opener.is_ancestor(noun))
    return next((noun for noun in beside if noun.doc[noun.left_edge.i].lower_ in NEW and noun.doc[noun.left_edge.i - 1].text == "," and noun.head.pos_ == "PROPN"), None)


def _beside_company(last: Token) -> Token:
    """"In Kidal army units in cooperation with the village guards foiled": not the guards, but those who act in cooperation with them."""
    for noun in last.ancestors:
        if noun.lower_ in JOINTLY and noun.dep_ == "pobj" and noun.head.lower_ == "in" and noun.head.head.pos_ in NAMING:
            return noun.head.head
    return last


def subject_in_list(verb: Token) -> Token | None:
    """"The town is one of the main crossings and government forces took it": whom the parse makes one more of a list before it."""
    edge = min(begins(verb), verb.i)
    before = verb.doc[edge - 1] if edge > verb.sent.start else verb
    if verb.dep_ != "conj" or not has_finite(verb) or before.dep_ != "conj" or before.pos_ not in NAMING or before.head.pos_ not in NAMING \
            or any(child.dep_ in TOLD or child.dep_ in ("nsubj", "nsubjpass") for child in verb.children) or verb.is_ancestor(before):
        return None
    opener = before.doc[before.left_edge.i - 1]
    return before if opener.dep_ == "cc" and opener.head.i == before.head.i and not any(child.dep_ == "conj" and child.i != before.i for child in before.head.children) else None


def _opens(verb: Token) -> int:
    """Where a verb begins with its auxiliaries and the adverbs right before them: "On Sunday rebels reportedly killed"."""
    edge = min(begins(verb), verb.i)
    while edge > verb.sent.start and verb.doc[edge - 1].head.i == verb.i and _is_adverb(verb.doc[edge - 1]):
        edge -= 1
    return edge


def _is_adverb(word: Token) -> bool:
    return (word.dep_ == "advmod" and word.pos_ == "ADV") or (word.dep_ == "npadvmod" and word.ent_type_ in SPANS)


def _described_behind(opener: Token, last: Token) -> Token | None:
    """"In the town of Taiz gunmen in a van shot": of the nouns that end a phrase, the plural that the parse makes one name with the place."""
    chain = [noun for noun in last.ancestors if noun.dep_ == "pobj" and noun.right_edge.i >= last.i and (noun.i == opener.i or opener.is_ancestor(noun))]
    return next((noun for noun in reversed(chain) if noun.tag_ == "NNS" and _begins_with_place(noun) and noun.nbor(1).lower_ != "of"), None)


def _begins_with_place(noun: Token) -> bool:
    """"Taiz gunmen", "in Taiz army units": a name right before the noun, or behind a preposition of place at the head of its compounds."""
    names = (noun.doc[noun.i - 1], noun.left_edge) if noun.head.lower_ in WITHIN else (noun.doc[noun.i - 1],)
    return any(name.tag_ == "NNP" and name.head.i == noun.i and name.i < noun.i for name in names)


def _first_named(last: Token) -> Token:
    """The first of those who stand coordinated with the last."""
    while last.dep_ == "conj" and last.head.pos_ in NAMING:
        last = last.head
    return last


def _is_finite(verb: Token) -> bool:
    return verb.dep_ in ("ROOT", "ccomp") and has_finite(verb)


def shared_out(participle: Token) -> Token | None:
    """"among rebels and Kurds each carving out a zone": those of whom "each" is said."""
    before = participle.nbor(-1) if participle.i else participle
    last = before.head
    if participle.tag_ != "VBG" or before.lower_ != "each" or last.pos_ not in NAMING or last.i > before.i:
        return None
    return _first_named(last)


def subject_behind_time(verb: Token) -> Token | None:
    """"were halted after a raid on Monday killed nine": what the parse takes for what stands behind "after" is who did it."""
    if verb.dep_ not in ("conj", "advcl") or verb.tag_ != "VBD" or not verb.i or any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children):
        return None
    opener = next((above for above in verb.nbor(-1).ancestors if above.dep_ == "prep" and above.lower_ in CLAUSE_OPENERS), None)
    if opener is None or opener.right_edge.i + 1 != verb.i:
        opener = _opener_over_company(verb)
    return next((child for child in opener.children if child.dep_ == "pobj"), None) if opener is not None else None


def _opener_over_company(verb: Token) -> Token | None:
    """"left after jets of X, helping Y, hit them", "before the army with help from X took it": what stands between hangs on the verb above.

    A verb that only goes on with what the one above tells has an "and" before it.
    """
    if not any(child.dep_ == "dobj" for child in verb.children):
        return None
    edge = start = verb.left_edge.i
    for child in reversed([child for child in verb.head.children if child.i < start]):
        if child.right_edge.i + 1 != edge or child.dep_ == "cc":
            return None
        if child.dep_ == "prep" and child.lower_ in CLAUSE_OPENERS:
            return child if edge != start else None
        if child.dep_ != "punct" and child.lower_ != "with" and not (child.dep_ == "advcl" and child.tag_ == "VBG"):
            return None
        edge = child.left_edge.i
    return None
