"""Settings: one file, the environment over it, every mistake told at once, every setting described."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from warledger.errors import UsageError
from warledger.settings import Settings, Table, load, strangers, workers


@pytest.fixture(autouse=True)
def _empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in strangers() + [f"WARLEDGER_{setting.upper()}" for setting in Settings.model_fields]:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.delenv("WARLEDGER_SETTINGS", raising=False)


def written(text: str, name: str = "warledger.toml") -> Path:
    path = Path(name)
    path.write_text(text, encoding="utf-8")
    return path


def test_without_any_file_everything_has_its_default() -> None:
    settings = load()
    assert (settings.coder, settings.partition, settings.ledger) == ("rules", 25, None)
    assert 1 <= workers(settings) <= 8


def test_the_file_of_the_working_folder_is_taken() -> None:
    written('ledger = "war.db"\nworkers = 3')
    assert (load().ledger, workers(load())) == (Path("war.db"), 3)


def test_the_environment_outranks_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    written("workers = 3\npartition = 5")
    monkeypatch.setenv("WARLEDGER_WORKERS", "6")
    assert (load().workers, load().partition) == (6, 5)


def test_a_variable_names_another_file_and_an_argument_outranks_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WARLEDGER_SETTINGS", str(written("partition = 7", "other.toml")))
    assert load().partition == 7
    assert load(written("partition = 8", "third.toml")).partition == 8


def test_all_mistakes_are_told_with_their_lines() -> None:
    written('wokers = 3\npartition = 0\n\n[engine]\nx = 1')
    with pytest.raises(UsageError) as told:
        load()
    lines = str(told.value).splitlines()
    assert "warledger.toml:1: there is no setting 'wokers'; did you mean 'workers'?" in lines
    assert any(line.startswith("warledger.toml:2: partition: ") for line in lines)
    assert any(line.startswith("warledger.toml:4: engine: ") for line in lines)


def test_a_wrong_variable_is_told_by_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WARLEDGER_WORKERS", "many")
    with pytest.raises(UsageError, match=r"^WARLEDGER_WORKERS: workers: .*'many'"):
        load()


def test_a_table_in_the_environment_that_is_no_json_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WARLEDGER_CODERS", "{rules")
    with pytest.raises(UsageError, match="environment"):
        load()


@pytest.mark.parametrize(("text", "said"), [("workers = ", "not TOML"), (None, "cannot be read")])
def test_a_file_that_cannot_be_used_is_a_sentence(text: str | None, said: str) -> None:
    path = Path("missing.toml") if text is None else written(text)
    with pytest.raises(UsageError, match=said):
        load(path)


def test_a_key_that_a_table_lacks_is_told_with_the_keys_that_it_has() -> None:
    written("publish.require = true\n\n[serve]\nhosts = 3")
    with pytest.raises(UsageError) as told:
        load()
    lines = str(told.value).splitlines()
    assert "warledger.toml:1: there is no setting 'publish.require'; did you mean 'publish.required'?" in lines
    assert any(line.startswith("warledger.toml:3: serve.hosts: ") for line in lines)


def test_every_key_of_a_table_is_described_on_its_page(checkout: Path) -> None:
    page = (checkout / "docs" / "settings.md").read_text(encoding="utf-8")
    tables = {name: field.default for name, field in Settings.model_fields.items() if isinstance(field.default, Table)}
    assert {"serve", "publish"} <= set(tables)
    for name, table in tables.items():
        for key, field in type(table).model_fields.items():
            assert field.description
            assert f"`{name}.{key}`" in page, f"{name}.{key}"


def test_a_variable_like_ours_that_is_no_setting_is_told_and_no_error() -> None:
    environment = {"WARLEDGER_SERVICE_HOST": "10.0.0.7", "WARLEDGER_WORKERS": "2", "WARLEDGER_SETTINGS": "x", "PATH": ""}
    assert strangers(environment) == ["WARLEDGER_SERVICE_HOST"]


def test_every_setting_is_described_in_the_code_and_on_its_page(checkout: Path) -> None:
    page = (checkout / "docs" / "settings.md").read_text(encoding="utf-8")
    words = page.replace("`", "")
    rows = dict(re.findall(r"^\| `(\w+)` \| (.+?) \|", page.split("\n## ")[0], re.MULTILINE))  # the tables after it are those of extensions
    assert list(rows) == list(Settings.model_fields)
    for name, field in Settings.model_fields.items():
        default = field.get_default(call_default_factory=True)
        shown = "not set" if default is None else "{}" if isinstance(default, Table) else f'"{default}"' if isinstance(default, str) else str(default)
        assert rows[name].strip("`") == shown, name
        assert field.description
        assert field.description.split(": ")[0].split(". ")[0].replace("`", "") in words, name
