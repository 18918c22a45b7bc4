"""Layer 4, verbs: from the dependency parse to one clause per verb, with shared and controlled arguments filled in.

In: a spaCy Doc. Out: clauses by the index of their verb. Decision: what a parse leaves implicit is filled in here once
for all types of event: conjuncts share subjects, infinitives take their controller, relative clauses and participles
their noun, passives put their agent in the subject's place.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from warledger.claims.clauses import Argument, Clause

# Verbs whose object is the subject of the infinitive that follows ("urged Russia to stop").
OBJECT_CONTROL = frozenset(
    "force order urge ask allow help tell warn want compel prompt push lead cause enable call accuse blame press "
    "give instruct invite persuade pressure require see hear report".split()
)
# Verbs whose object is kept from doing what follows.
PREVENTING = frozenset("prevent stop keep block bar deter".split())
# Adverbs that make another verb of the verb ("drive back"), which the parser does not always call particles.
PARTICLES = frozenset("back out away off down up".split())
# Lemmas that the parser's rules cut one letter too short ("staged" to "stag").
LEMMAS = {"stag": "stage", "wag": "wage", "rap": "rape", "snip": "snipe", "rag": "rage", "slay": "slay", "besieg": "besiege"}
RELATIVE_TAGS = frozenset(("WDT", "WP", "WP$"))
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")


def build_verbs(doc: Doc) -> dict[int, Clause]:
    """One clause per verb (auxiliaries that help another verb are none), by token index."""
    verbs = [token for token in doc if _is_predicate(token)]
    clauses = {token.i: _surface(token) for token in verbs}
    for token in verbs:
        _share_object(token, clauses)
    filled: set[int] = set()
    for token in verbs:
        _fill(token, clauses, filled)
    return clauses


def conjuncts(token: Token) -> list[Token]:
    """The token and what is coordinated with it to its right, in text order."""
    found, queue = [token], [token]
    while queue:
        head = queue.pop()
        for child in head.children:
            if child.dep_ == "conj" and child.i > head.i:
                found.append(child)
                queue.append(child)
    return sorted(found, key=lambda item: item.i)


def _is_predicate(token: Token) -> bool:
    if token.pos_ == "VERB":
        return token.dep_ not in ("aux", "auxpass") and not (token.dep_ == "amod" and token.i + 1 < len(token.doc))
    return token.pos_ == "AUX" and token.dep_ not in ("aux", "auxpass")


def lemma_of(token: Token) -> str:
    """The lemma in lower case, mended where the parser's rules cut it too short."""
    lemma = token.lemma_.lower()
    return LEMMAS.get(lemma, lemma) if token.pos_ in ("VERB", "AUX") else lemma


def _surface(token: Token) -> Clause:
    """The clause as it stands, before anything is filled in."""
    lemma = lemma_of(token)
    clause = Clause(token.i, lemma, "verb", passive=_is_passive(token))
    variants = [lemma]
    for child in token.children:
        dep = child.dep_
        if dep == "neg" or child.lower_ in ("never", "not", "n't"):
            clause.negated = True
        elif dep == "mark":
            clause.mark = child.lower_
        elif dep == "advmod" and child.lower_ in ("when", "where"):
            clause.mark = clause.mark or child.lower_
        elif dep == "aux" and child.tag_ == "MD":
            clause.modal = child.lemma_.lower()
        elif dep == "prt" or (dep == "advmod" and child.lower_ in PARTICLES and child.i - token.i in (1, 2, 3)):
            variants.insert(0, f"{lemma} {child.lower_}")
        _add_argument(clause, child, variants)
    clause.variants = tuple(dict.fromkeys(variants))
    clause.tense = _tense(token)
    clause.question = token.dep_ == "ROOT" and token.sent.text.rstrip().endswith("?")
    clause.parent, clause.relation = _governor(token)
    return clause


def _add_argument(clause: Clause, child: Token, variants: list[str]) -> None:
    dep = child.dep_
    if dep in ("nsubj", "csubj") and not _is_relative(child):
        slot = "object" if clause.passive and dep == "nsubj" and not clause.at("subject") else "subject"
        clause.arguments.append(Argument("object" if slot == "object" else "subject", child.i))
    elif dep in ("nsubjpass", "dobj", "obj") and not _is_relative(child):
        clause.arguments.append(Argument("object", child.i))
        if child.i == clause.head + 1 and child.pos_ == "NOUN":  # "take part", "open fire", "lay siege"
            variants.insert(0, f"{clause.predicate} {child.lemma_.lower()}")
    elif dep == "dative":
        _add_prepositional(clause, child, "to")
    elif dep in ("attr", "acomp", "oprd"):
        clause.arguments.append(Argument("complement", child.i))
    elif dep == "agent" or (dep == "prep" and child.lower_ == "by" and clause.passive):
        _add_prepositional(clause, child, "subject")
    elif dep == "prep":
        variants.append(f"{clause.predicate} {child.lower_}")
        _add_prepositional(clause, child, child.lower_)
    elif dep in ("npadvmod", "tmod"):
        clause.arguments.append(Argument("time", child.i))


def _add_prepositional(clause: Clause, preposition: Token, slot: str) -> None:
    if preposition.pos_ not in ("ADP", "SCONJ", "VERB", "PART") and preposition.dep_ == "dative":
        clause.arguments.append(Argument(slot, preposition.i))
        return
    for child in preposition.children:
        if child.dep_ == "pobj":
            clause.arguments.append(Argument(slot, child.i))
        elif child.dep_ == "prep":  # "out of", "because of"
            for inner in child.children:
                if inner.dep_ == "pobj":
                    clause.arguments.append(Argument(child.lower_, inner.i))


def _is_relative(token: Token) -> bool:
    return token.tag_ in RELATIVE_TAGS or (token.lower_ == "that" and token.head.dep_ == "relcl")


def _is_passive(token: Token) -> bool:
    if any(child.dep_ in ("nsubjpass", "auxpass") for child in token.children):
        return True
    if token.tag_ != "VBN":
        return False
    if token.dep_ == "acl" or any(child.dep_ == "agent" for child in token.children):
        return True
    if token.dep_ in ("ROOT", "ccomp", "conj", "advcl", "relcl") and not any(c.dep_ == "aux" for c in token.children):
        # "2 killed in shelling": a participle alone at the head of a headline
        return not any(child.dep_ in ("dobj", "nsubj") for child in token.children) and token.dep_ != "conj"
    return False


def _tense(token: Token) -> str:
    auxiliaries = [child for child in token.children if child.dep_ in ("aux", "auxpass")]
    words = {child.lower_ for child in auxiliaries}
    if words & {"will", "shall", "'ll", "’ll"} or ("to" in words and token.dep_ != "xcomp"):
        return "future"
    tags = {child.tag_ for child in auxiliaries} | {token.tag_}
    if tags & {"VBD"} or "had" in words:
        return "past"
    if words & {"has", "have", "'ve", "was", "were"} or token.tag_ == "VBN":
        return "past"
    return "present" if tags & {"VBZ", "VBP", "VBG"} else "none"


def _governor(token: Token) -> tuple[int | None, str | None]:
    head, relation = token.head, token.dep_
    if token.dep_ == "ROOT":
        return None, None
    if token.dep_ == "pcomp":
        head = head.head
        if head.dep_ == "dobj" and head.head.lemma_.lower() in OBJECT_CONTROL | PREVENTING:
            head = head.head  # "accused the rebels of using": the parse hangs it on the rebels
    while head.pos_ not in ("VERB", "AUX", "NOUN", "PROPN") and head.dep_ != "ROOT":
        head = head.head
    return head.i, relation


def _share_object(token: Token, clauses: dict[int, Clause]) -> None:
    """"encircled and entered the town": the object behind the last of coordinated verbs is that of all."""
    clause = clauses[token.i]
    if clause.passive or clause.at("object") or token.tag_ == "VBN":
        return
    for child in token.children:
        other = clauses.get(child.i)
        if child.dep_ == "conj" and other is not None and not other.passive and child.i - token.i <= 3 \
                and not other.at("subject"):
            clause.arguments.extend(Argument("object", head, implied=True) for head in other.at("object"))


def _fill(token: Token, clauses: dict[int, Clause], filled: set[int]) -> None:
    """Fill the implied arguments of one clause, its governor's first."""
    if token.i in filled:
        return
    filled.add(token.i)
    clause = clauses[token.i]
    governor = clauses.get(clause.parent) if clause.parent is not None else None
    if governor is not None:
        _fill(token.doc[governor.head], clauses, filled)
    if token.dep_ == "relcl":
        _fill_relative(token, clause)
    elif token.dep_ == "acl":
        _fill_participle(token, clause, clauses)
    elif governor is not None:
        _fill_from_governor(token, clause, governor)


def _fill_relative(token: Token, clause: Clause) -> None:
    noun = token.head.i
    for child in token.children:
        if _is_relative(child) and child.dep_ in ("nsubj", "nsubjpass", "dobj"):
            passive = child.dep_ == "nsubjpass" or clause.passive
            slot = "object" if child.dep_ == "dobj" or passive else "subject"
            clause.arguments.append(Argument(slot, noun, implied=True))
            return
    if not clause.at("subject"):
        clause.arguments.append(Argument("object" if clause.passive else "subject", noun, implied=True))
    elif not clause.at("object") and not any(c.lower_ in ("where", "when") for c in token.children):
        clause.arguments.append(Argument("object", noun, implied=True))


def _fill_participle(token: Token, clause: Clause, clauses: dict[int, Clause]) -> None:
    noun = token.head
    if token.tag_ == "VBN":
        clause.arguments.append(Argument("object", noun.i, implied=True))
    elif token.tag_ == "VBG" or not any(child.lower_ == "to" for child in token.children):
        if not clause.at("subject"):
            clause.arguments.append(Argument("subject", noun.i, implied=True))
    else:  # "an effort to recapture": whose effort it is
        owner = next((child for child in noun.children if child.dep_ == "poss"), None)
        above = noun.head
        while above.i not in clauses and above.dep_ != "ROOT":
            above = above.head
        if owner is not None:
            clause.arguments.append(Argument("subject", owner.i, implied=True))
        elif above.i in clauses:
            _copy(clauses[above.i], "subject", clause, "subject")


def _fill_from_governor(token: Token, clause: Clause, governor: Clause) -> None:
    has_own = bool(clause.at("subject")) or (clause.passive and bool(clause.at("object")))
    if has_own:
        return
    target = "object" if clause.passive else "subject"
    if token.dep_ == "pcomp" and governor.predicate in PREVENTING and governor.at("object"):
        clause.negated = True  # "prevented the rebels from advancing"
        _copy(governor, "object", clause, target)
    elif token.dep_ in ("xcomp", "pcomp") and governor.predicate in OBJECT_CONTROL and governor.at("object"):
        _copy(governor, "object", clause, target)
    elif token.dep_ in ("xcomp", "oprd") and token.tag_ == "VBN" and governor.passive:
        clause.passive = True  # "were reported killed"
        _copy(governor, "object", clause, "object")
    elif token.dep_ == "conj" and _shares_passive(token, clause, governor):
        clause.passive = True
        _copy(governor, "object", clause, "object")
        if not clause.at("subject"):
            _copy(governor, "subject", clause, "subject")
    elif token.dep_ in ("conj", "xcomp", "advcl", "pcomp", "ccomp", "prep"):
        if token.dep_ == "ccomp" and token.tag_ not in ("VBG", "VB"):
            return
        source = "object" if governor.passive and not governor.at("subject") else "subject"
        if governor.passive and governor.at("object") and token.dep_ != "advcl":
            source = "object"
        _copy(governor, source, clause, target)
    if token.dep_ == "conj" and governor.modal and not clause.modal:
        clause.modal = governor.modal
    if token.dep_ == "conj" and clause.tense == "none":
        clause.tense = governor.tense


def _shares_passive(token: Token, clause: Clause, governor: Clause) -> bool:
    if not governor.passive or token.tag_ not in ("VBN", "VBD"):
        return False
    return not any(child.dep_ in ("aux", "auxpass", "nsubj", "dobj") for child in token.children)


def _copy(source: Clause, slot: str, clause: Clause, target: str) -> None:
    for head in source.at(slot):
        if head != clause.head and head not in clause.at(target):
            clause.arguments.append(Argument(target, head, implied=True))
