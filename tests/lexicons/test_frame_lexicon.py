"""The frames are data that an expert can edit: complete, valid, and wrong entries are named by line."""

from pathlib import Path

import pytest

from warledger.errors import KnowledgeError
from warledger.lexicons import frame_lexicon
from warledger.lexicons.frame_lexicon import load_frames, load_light_verbs, load_word_classes
from warledger.lexicons.speech_lexicon import load_speech, load_stance
from warledger.lexicons.weapon_lexicon import load_weapons
from warledger.lexicons.yaml_source import read_entries
from warledger.model.codebook import MODES

ROLES = {"initiator", "target", "other", "place", "near", "content", "does", "beside", "object", "for", "on", "to", "against", "with", "within", "subject", "cause", "governor", "kind", "aim", "purpose-of", "numbered", "in", "into", "as", "between", "from", "by", "over", "of", "at"}


def test_every_type_of_the_codebook_has_a_trigger() -> None:
    covered = {frame.type for frame in load_frames().frames}
    # statements are what nobody's act explains: they come from speech, not from a trigger
    assert set(MODES) - covered == {"STATEMENT"}


def test_every_mode_of_the_codebook_has_a_trigger_or_a_weapon() -> None:
    covered = {(frame.type, frame.mode) for frame in load_frames().frames if frame.verbs or frame.nouns or frame.phrases}
    covered |= {("ASSAULT", weapon.mode) for weapon in load_weapons().values()}
    missing = [(type_, mode) for type_, modes in MODES.items() for mode in modes if (type_, mode) not in covered]
    assert missing == []


def test_conditions_name_roles_and_classes_that_exist() -> None:
    known = {entry.value["class"] for entry in read_entries(frame_lexicon.HERE / "word_classes.yaml")}
    known |= {"armed", "people", "state", "body", "media", "person", "place", "group-name", "event", "none", "unknown-people", "called-person", "clause", "anything", "pronoun"}
    for frame in load_frames().frames:
        for table in (frame.needs, frame.unless):
            for role, classes in table.items():
                assert role in ROLES, (frame.name, role)
                assert classes <= known, (frame.name, classes - known)


def test_frame_names_are_unique() -> None:
    names = [frame.name for frame in load_frames().frames]
    assert len(names) == len(set(names))


def test_the_other_lexicons_load() -> None:
    assert load_light_verbs().role(("carry out",), "object", "attack") is not None
    assert load_light_verbs().role(("break",), "object", "siege") is None
    assert load_speech().content["deny"].stance == "denied"
    assert load_stance().of("threaten") is not None
    assert "building" in load_word_classes().of("hospital")


def test_a_wrong_mode_is_named_with_file_and_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "other_senses.yaml").write_text("- sense: none\n  verbs: [shoot]\n  needs: {object: [animal]}\n")
    (tmp_path / "diplomacy.yaml").write_text("- frame: talk\n  type: CONSULT\n")
    (tmp_path / "frames.yaml").write_text("- frame: good\n  type: ASSAULT\n- frame: bad\n  type: ASSAULT\n  mode: tickle\n")
    monkeypatch.setattr(frame_lexicon, "HERE", tmp_path)
    with pytest.raises(KnowledgeError, match=r"frames\.yaml:3"):
        load_frames.__wrapped__()


@pytest.mark.parametrize("entry", ["{sense: bare, verbs: [shoot]}", "{sense: typed, verbs: [shoot], type: ASSAULT, needs: {object: [animal]}}"])
def test_a_sense_without_conditions_or_with_a_type_is_an_error_with_its_line(entry: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "other_senses.yaml").write_text(f"# senses\n- {entry}\n", encoding="utf-8")
    monkeypatch.setattr(frame_lexicon, "HERE", tmp_path)
    with pytest.raises(KnowledgeError, match=r"other_senses\.yaml:2"):
        load_frames.__wrapped__()
