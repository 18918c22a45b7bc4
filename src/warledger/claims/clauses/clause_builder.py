"""Layer 4, verbs: from the dependency parse to one clause per verb, with shared and controlled arguments filled in.

In: a spaCy Doc. Out: clauses by the index of their verb. Decision: what the parse says is read here once for all types of
event, passives putting their agent in the subject's place; what it leaves implicit is filled in by clause_filling.
"""

from __future__ import annotations

from warledger.claims.clauses.aims import AGAINST, CONTENDING
from warledger.claims.clauses.clause_filling import OBJECT_CONTROL, PREVENTING, fill_clauses, is_relative
from warledger.claims.clauses.counted_before import beside_gerund
from warledger.claims.clauses.denied_verbs import is_denied
from warledger.claims.clauses.hidden_verbs import headline_object, hides_clause, only_suffers, verb_in_name
from warledger.claims.clauses.missed_subjects import (
    fought_before,
    is_under,
    missed_subject,
    object_before_verb,
)
from warledger.claims.clauses.mistaken_subjects import only_describes, told_apart
from warledger.claims.clauses.passing_scenes import act_over_scene
from warledger.claims.clauses.passives import behind_day, is_passive
from warledger.claims.clauses.records import Argument, Clause
from warledger.claims.clauses.same_prepositions import governed
from warledger.claims.clauses.shared_agents import allied_behind, in_whose_hands
from warledger.claims.text.tokens import Doc, Token
from warledger.lexicons.grammar_lexicon import load_grammar

PARTICLES = load_grammar().particles
HEADLINE_VERBS = load_grammar().headline_verbs
MEASURING = load_grammar().measuring
# Labels of what is measured and not counted ("lasted over 10 days").
MEASURES = frozenset(("DATE", "TIME", "QUANTITY", "MONEY", "PERCENT"))
# Verbs of sending off what hits.
LAUNCHING = frozenset(("fire", "launch", "drop", "lob", "unleash", "conduct", "carry", "mount", "stage"))
# What those named behind "of" did when an attack was beaten back by it.
EFFORTS = frozenset(("defense", "defence", "resistance"))
# Particles with the verbs that they belong to and that take an object with them.
SEPARABLE = {"down": ("burn", "shoot", "gun", "mow", "bring", "tear"), "up": ("blow", "round", "shoot"), "off": ("cut", "seal")}
FINITE = ("VBD", "VBZ", "VBP")
FUTURE, PAST = frozenset(("will", "shall", "'ll", "’ll")), frozenset(("has", "have", "'ve", "was", "were"))
PRESENT = frozenset(("VBZ", "VBP", "VBG"))
# Verbs of giving somebody a name.
CALLING = frozenset(("call", "describe", "term", "label", "brand", "dub"))
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")


def build_verbs(doc: Doc) -> dict[int, Clause]:
    """One clause per verb (auxiliaries that help another verb are none), by token index."""
    verbs = [token for token in doc if _is_predicate(token)]
    clauses = {token.i: _surface(token) for token in verbs}
    clauses |= {token.i: clause for token in doc if token.lower_ in HEADLINE_VERBS and (clause := _of_headline(token)) is not None}
    fill_clauses(verbs, clauses)
    return clauses


def _of_headline(token: Token) -> Clause | None:
    """"Car bomb targets bus": the clause of a headline's verb that the parse takes for a noun."""
    done_to = headline_object(token)
    if done_to is None:
        return None
    lemma = HEADLINE_VERBS[token.lower_]
    places = [Argument("subject", token.i - 1, implied=True), Argument("object", done_to.i, implied=True)]
    return Clause(token.i, lemma, "verb", variants=(lemma,), tense="present", arguments=places)


def conjuncts(token: Token) -> list[Token]:
    """The token and what is coordinated with it to its right, in text order."""
    found, queue = [token], [token]
    while queue:
        head = queue.pop()
        for child in head.children:
            if child.dep_ == "conj" and child.i > head.i:
                found.append(so_called(child) or child)
                queue.append(child)
    return sorted(found, key=lambda item: item.i)


def so_called(naming: Token) -> Token | None:
    """"rebels and what the army calls mercenaries": those for whom a clause of naming stands."""
    if naming.lemma_ not in CALLING or not any(child.lower_ == "what" and child.i < naming.i for child in naming.children):
        return None
    named = [inner for child in naming.children for inner in (child, *(child.children if child.lower_ == "as" else ()))]
    return next((noun for noun in named if noun.i > naming.i and noun.dep_ in ("oprd", "dobj", "pobj")), None)


def _is_predicate(token: Token) -> bool:
    if token.pos_ == "VERB":
        return token.dep_ not in ("aux", "auxpass") and (token.dep_ != "amod" or token.i + 1 == len(token.doc) or hides_clause(token))
    return token.pos_ == "AUX" and token.dep_ not in ("aux", "auxpass")


def _surface(token: Token) -> Clause:
    """The clause as it stands, before anything is filled in."""
    lemma = token.lemma_.lower()
    clause = Clause(token.i, lemma, "verb", passive=is_passive(token) or only_suffers(token), negated=is_denied(token))
    variants = [lemma]
    for child in token.children:
        dep = child.dep_
        if dep == "mark":
            clause.mark = child.lower_
        elif dep == "advmod" and child.lower_ in ("when", "where"):
            clause.mark = clause.mark or child.lower_
        elif dep == "aux" and child.tag_ == "MD":
            clause.modal = child.lemma_.lower()
        elif dep == "prt" or _is_lost_particle(child) or (dep == "advmod" and child.lower_ in PARTICLES and _is_near(token, child)):
            variants.insert(0, f"{lemma} {child.lower_}")
        _add_argument(clause, child, variants)
    mistaken = missed_subject(token)
    if mistaken is not None:
        clause.arguments.append(Argument("object" if clause.passive else "subject", mistaken.i, implied=True))
    fought = object_before_verb(token)
    if fought is not None:
        clause.arguments.append(Argument("object", fought.i, implied=True))
    if (hit := verb_in_name(token)) is not None:
        clause.arguments.append(Argument("object", hit.i, implied=True))
    before = token.nbor(-1) if token.i else None
    if token.tag_ == "VBZ" and before is not None and before.pos_ in ("NOUN", "PROPN") and not clause.at("subject") and not clause.passive:
        clause.arguments.append(Argument("subject", before.i, implied=True))  # "in response to X attempts to cut"
    if clause.passive and any(child.dep_ == "xcomp" or (child.lower_ == "to" and child.dep_ == "prep") for child in token.children):
        variants.append(f"be {token.lower_}")  # "is prepared to" tells more than "prepares"
    clause.variants = tuple(dict.fromkeys(variants))
    clause.tense = _tense(token)
    clause.question = token.dep_ == "ROOT" and token.sent.text.rstrip().endswith("?")
    clause.parent, clause.relation = _governor(token)
    return clause


def _is_near(token: Token, particle: Token) -> bool:
    """Whether a particle stands at its verb or right behind the verb's object ("pulled the last of the men back")."""
    return particle.i - token.i in (1, 2, 3) or any(child.dep_ == "dobj" and child.right_edge.i + 1 == particle.i for child in token.children)


def _add_argument(clause: Clause, child: Token, variants: list[str]) -> None:
    dep = child.dep_
    if dep == "nsubj" and (_speaks_before_colon(child) or fought_before(child) is not None or only_describes(child)):
        return
    if dep == "csubj" and child.tag_ == "VBN" and (behind := _behind_participle(child)) is not None:
        clause.arguments.append(Argument("object" if clause.passive else "subject", behind))
    elif dep in ("nsubj", "csubj", "csubjpass") and child.tag_ == "VBG" and (leader := _leads_participle(child)) is not None:
        clause.arguments.append(Argument("object" if clause.passive else "subject", leader))
    elif dep == "nsubj" and (meant := told_apart(child)) is not None:
        clause.arguments.extend(Argument("object" if clause.passive else "subject", other.i) for other in meant)
    elif dep in ("nsubj", "csubj") and not is_relative(child):
        slot = "object" if clause.passive and dep == "nsubj" and not clause.at("subject") else "subject"
        clause.arguments.append(Argument("object" if slot == "object" else "subject", child.i))
    elif dep == "dobj" and clause.passive and clause.at("object") and (only_suffers(child.head) or _only_explains(child)):
        return
    elif dep in ("nsubjpass", "dobj", "obj") and not is_relative(child):
        clause.arguments.append(Argument("object", child.i))
        for against in child.children:  # "used gas against civilians": whom it was used against is the verb's
            if against.lower_ == "against" and child.dep_ == "dobj":
                clause.arguments.extend(Argument("against", inner.i, implied=True) for inner in against.children if inner.dep_ == "pobj")
        if child.i == clause.head + 1 and child.pos_ == "NOUN":  # "take part", "open fire", "lay siege"
            variants.insert(0, f"{clause.predicate} {child.lemma_.lower()}")
    elif dep == "dative":
        _add_prepositional(clause, child, "to")
    elif dep in ("attr", "acomp", "oprd"):
        clause.arguments.append(Argument("complement", child.i))
        if dep == "acomp":
            variants.insert(0, f"{clause.predicate} {child.lower_}")  # "is willing", "stands ready"
    elif dep == "agent" or (dep == "prep" and ((clause.passive and in_whose_hands(child)) or (child.lower_ == "by" and (clause.passive or is_under(child.head))))):
        _add_agent(clause, child)
    elif dep == "prep" and child.lower_ == "on" and (hidden := behind_day(child)) is not None:
        clause.arguments.append(Argument("object", hidden.i))
    elif dep == "prep" and (_is_lost_particle(child) or _only_measures(child)):
        _add_prepositional(clause, child, "object")
    elif dep == "prep":
        variants.append(f"{clause.predicate} {child.lower_}")
        _add_prepositional(clause, child, child.lower_)
        clause.arguments.extend(Argument(child.lower_, ally.i, implied=True) for ally in allied_behind(child) if child.lower_ in ("with", "against"))
    elif dep in ("npadvmod", "tmod"):
        clause.arguments.append(Argument("time", child.i))


def _is_lost_particle(preposition: Token) -> bool:
    """"burned down the village": what the parse takes for a preposition of where, behind a verb of destroying without an object."""
    bound = preposition.head.lemma_ in SEPARABLE.get(preposition.lower_, ())
    return bound and preposition.dep_ == "prep" and preposition.i == preposition.head.i + 1 and not any(child.dep_ in ("dobj", "nsubjpass") for child in preposition.head.children)


def _only_measures(preposition: Token) -> bool:
    """"killed over 70 militants": a preposition that only says how exact the number behind it is."""
    if preposition.lower_ not in MEASURING or preposition.i + 1 >= len(preposition.doc) or preposition.nbor(1).dep_ != "nummod" \
            or any(child.dep_ == "dobj" for child in preposition.head.children):
        return False
    return all(child.ent_type_ not in MEASURES for child in preposition.children)


def _only_explains(token: Token) -> bool:
    """"was caught in Kpalime a town in the hills": with its comma lost, what explains a name is made the object of a passive."""
    first = token.left_edge
    return first.lower_ in ("a", "an", "the") and first.i > token.head.i + 1 and first.nbor(-1).pos_ == "PROPN"


def _speaks_before_colon(token: Token) -> bool:
    """"Coalition: X used gas": of two subjects of a headline's verb the one before the colon is who says so."""
    edge = token.i + 1
    return edge < len(token.doc) and token.doc[edge].text == ":" and any(
        other.dep_ == "nsubj" and other.i > edge for other in token.head.children)


def _behind_participle(participle: Token) -> int | None:
    """"Backed by X's support the government has regained": with its comma lost the subject stands at the end of the participle's clause."""
    verb = participle.head
    edge = min((child.i for child in verb.children if child.dep_ in ("aux", "auxpass", "neg") and child.i > participle.i), default=verb.i)
    last = participle.doc[edge - 1]
    return last.i if edge - 1 > participle.i and last.pos_ in ("NOUN", "PROPN") else None


def _leads_participle(participle: Token) -> int | None:
    """"The militia mainly comprising Kurds repelled them": with its commas lost the subject is made that of the participle."""
    return next((child.i for child in participle.children if child.dep_ == "nsubj" and child.i < participle.i), None)


def _add_agent(clause: Clause, preposition: Token) -> None:
    """Who did it by "by"; "repelled by the strong defense of X" and "killed at the hands of X" are by X."""
    behind = [inner.i for noun in preposition.children if noun.lemma_.lower() in EFFORTS for child in noun.children if child.lower_ == "of"
              for inner in child.children if inner.dep_ == "pobj"] or [doer.i for doer in in_whose_hands(preposition)]
    if behind:
        clause.arguments.extend(Argument("subject", i, implied=True) for i in behind)
    else:
        _add_prepositional(clause, preposition, "subject")
        clause.arguments.extend(Argument("subject", ally.i, implied=True) for ally in allied_behind(preposition))
        clause.arguments.extend(_hung_on_doer(clause, preposition))


def _hung_on_doer(clause: Clause, by: Token) -> list[Argument]:
    """"shells fired by militants on a school": whom it was fired at, which the parse hangs on those who fired."""
    if clause.predicate not in LAUNCHING:
        return []
    doers = [noun for noun in by.children if noun.dep_ == "pobj"]
    owners = [inner for noun in doers for of in noun.children if of.lower_ == "of" for inner in of.children]
    hung = [child for above in (by, *doers, *owners) for child in above.children if child.dep_ == "prep"]
    return [Argument(child.lower_, inner.i) for child in hung if child.lower_ in AGAINST for inner in child.children if inner.dep_ == "pobj"]


def _add_prepositional(clause: Clause, preposition: Token, slot: str) -> None:
    if preposition.pos_ not in ("ADP", "SCONJ", "VERB", "PART") and preposition.dep_ == "dative":
        clause.arguments.append(Argument(slot, preposition.i))
        return
    for child in governed(preposition):
        if child.dep_ == "pobj":
            clause.arguments.append(Argument(slot, child.i))
            if slot == "as" or (slot == "for" and clause.predicate in CONTENDING):  # "fought as a volunteer against X", "fights for survival against X"
                clause.arguments.extend(Argument("against", inner.i, implied=True) for part in child.children if part.lower_ == "against"
                                        for inner in part.children if inner.dep_ == "pobj")
        elif child.dep_ in ("prep", "pcomp") and child.pos_ in ("ADP", "SCONJ", "PART"):  # "out of", "because of", "due to"
            cause = child.dep_ == "pcomp"
            clause.arguments.extend(Argument(slot if cause else child.lower_, inner.i) for inner in child.children if inner.dep_ == "pobj")


def _tense(token: Token) -> str:
    auxiliaries = [child for child in token.children if child.dep_ in ("aux", "auxpass")]
    words = {child.lower_ for child in auxiliaries}
    if not words.isdisjoint(FUTURE) or ("to" in words and token.dep_ != "xcomp"):
        return "future"
    tags = {child.tag_ for child in auxiliaries} | {token.tag_}
    if "VBD" in tags or "had" in words:
        return "past"
    if not words.isdisjoint(PAST) or token.tag_ == "VBN":
        return "past"
    return "none" if tags.isdisjoint(PRESENT) else "present"


def _finite(verb: Token) -> Token:
    """"accused X of being behind it and fired missiles": a finite verb is coordinated with a finite one, not with a gerund."""
    above = verb
    while above.tag_ == "VBG" and above.dep_ in ("pcomp", "advcl", "acl") and not any(child.dep_ == "aux" for child in above.children):
        above = next((other for other in above.ancestors if other.pos_ in ("VERB", "AUX")), above.sent.root)
    return above if above.pos_ in ("VERB", "AUX") else verb


def _accusing(gerund: Token) -> Token | None:
    """"accused the rebels of training and arming the militia": the verb whose object does what a gerund tells, wherever the parse hangs that."""
    first = gerund.head if gerund.dep_ == "conj" else gerund
    if gerund.tag_ != "VBG" or any(child.dep_ == "aux" for child in gerund.children):
        return None
    above = first.head.head if first.dep_ in ("pcomp", "pobj") else first if gerund.dep_ == "conj" and first.tag_ in FINITE else None
    if above is not None and (one := above.first_of_list).dep_ == "dobj":  # "accused the army and its allies of looting"
        above = one.head
    return above if above is not None and above.lemma_.lower() in OBJECT_CONTROL | PREVENTING and above.pos_ == "VERB" else None


def _governor(token: Token) -> tuple[int | None, str | None]:
    head, relation = beside_gerund(token), token.dep_
    if token.dep_ == "ROOT":
        return None, None
    if token.dep_ == "conj" and token.tag_ in FINITE:
        head = _finite(head)
    act = act_over_scene(token)
    if act is not None:
        return act.i, "advcl"
    if (accusing := _accusing(token)) is not None:
        return accusing.i, "pcomp"
    if token.dep_ == "pcomp":
        head = head.head
    while head.pos_ not in ("VERB", "AUX", "NOUN", "PROPN") and head.dep_ != "ROOT":
        head = head.head
    return head.i, relation
