"""The door: everything that can be exchanged comes in by it, and what is unsound is told in a sentence."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from warledger import extensions
from warledger.errors import InstallationError, UsageError

MODULE = """
import dataclasses

@dataclasses.dataclass(frozen=True)
class Wishes:
    depth: int = 1
    colour: str = "red"

class Sound:
    NAME = "sound"
    SETTINGS = Wishes()
    def __init__(self, settings=SETTINGS):
        self.settings = settings
    def code(self, reports):
        return []

class Plain:
    NAME = "plain"
    SETTINGS = {}
    def code(self, reports):
        return []

class Nameless:
    SETTINGS = None
"""

Register = Callable[..., None]


@pytest.fixture
def register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Register]:
    """Installs a package whose entry points for coders are the given ones."""

    def _register(package: str = "odd-coders", **points: str) -> None:
        folder = tmp_path / f"{package.replace('-', '_')}-1.0.dist-info"
        folder.mkdir()
        (folder / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: 1.0\n", encoding="utf-8")
        lines = [f"{name} = {value}" for name, value in points.items()]
        (folder / "entry_points.txt").write_text("\n".join(["[warledger.coders]", *lines]), encoding="utf-8")
        extensions.forget()

    (tmp_path / "odd_coders.py").write_text(MODULE, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    yield _register
    monkeypatch.undo()
    extensions.forget()


# A golden list: what comes with the package. Who adds a built-in adds it here and to docs/extend.md.
BUILT_IN = {
    "readers": ["csv", "html", "json", "json-lines", "text"],
    "coders": ["rules"],
    "linkers": ["evidence"],
    "exporters": ["csv", "geojson", "html", "inclusion", "jsonl", "terminal"],
    "engines": ["processes", "serial"],
}


def test_the_built_ins_come_in_by_the_same_door() -> None:
    assert {group: extensions.names(group) for group in extensions.METHODS} == BUILT_IN


@pytest.mark.parametrize(("group", "name"), [(group, name) for group, names in BUILT_IN.items() for name in names])
def test_every_built_in_is_sound_and_made_with_its_own_settings(group: str, name: str) -> None:
    made = extensions.make(group, name)
    assert name == made.NAME


def test_an_extension_is_made_with_what_the_user_set(register: Register) -> None:
    register(sound="odd_coders:Sound")
    assert dataclasses.asdict(extensions.make("coders", "sound", {"depth": 4}).settings) == {"depth": 4, "colour": "red"}


def test_an_extension_without_settings_is_made_with_nothing(register: Register) -> None:
    register(plain="odd_coders:Plain")
    assert extensions.make("coders", "plain").code([]) == []
    with pytest.raises(UsageError, match=r"\[coders.plain\] has no setting 'depth'; it has: none"):
        extensions.make("coders", "plain", {"depth": 4})


def test_a_setting_of_the_wrong_kind_is_a_sentence(register: Register) -> None:
    register(sound="odd_coders:Sound")
    with pytest.raises(UsageError, match=r"\[coders.sound\]: depth: "):
        extensions.make("coders", "sound", {"depth": "deep"})


def test_an_unknown_name_tells_the_near_one_and_all() -> None:
    with pytest.raises(UsageError, match=r"coders has no 'rulez' \(did you mean 'rules'\?\); it has: rules"):
        extensions.load("coders", "rulez")


def test_what_an_unsound_class_lacks_is_told_at_once(register: Register) -> None:
    register(nameless="odd_coders:Nameless")
    with pytest.raises(InstallationError) as told:
        extensions.load("coders", "nameless")
    for part in ("from odd-coders", "has no NAME", "SETTINGS is no dataclass", "has no method code"):
        assert part in str(told.value)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("odd_coders:Missing", "cannot be imported"),
        ("no_such_module:Coder", "cannot be imported"),
        ("odd_coders:Plain", "its NAME is 'plain', but it is registered as 'other'"),
        ("odd_coders:dataclasses", "it is not a class"),
    ],
)
def test_a_wrong_registration_is_a_sentence(register: Register, value: str, said: str) -> None:
    register(other=value)
    with pytest.raises(InstallationError, match=said):
        extensions.load("coders", "other")


def test_two_packages_with_one_name_are_told_apart_by_nobody(register: Register) -> None:
    register(plain="odd_coders:Plain")
    register("odder-coders", plain="odd_coders:Sound")
    with pytest.raises(InstallationError, match="two packages register 'plain'"):
        extensions.names("coders")
