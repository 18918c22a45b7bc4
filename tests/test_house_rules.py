"""The rules of the house, read off the source: who may import whom, how long things may be, what has no place here.

CONTRIBUTING.md states them for people; this file is what holds. Each test names the offenders in its message.
"""

from __future__ import annotations

import ast
import dataclasses
import inspect
import re
import subprocess
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[1]
PACKAGE = CHECKOUT / "src" / "warledger"

KNOWLEDGE = ("actors", "gazetteer", "learned", "lexicons")
STAGES = ("reports", "claims", "incidents", "products", "review")
# Folders of edges; the modules that lie in no folder (cli, flow, settings, …) are edges too, but for errors.
EDGES = ("api", "commands", "engines", "scoring", "store", "web")

LONGEST_MODULE = 300
LONGEST_FUNCTION = 40
NAMES_THAT_SAY_NOTHING = re.compile(r"(utils?|helpers?|common|misc|base|manager)")
TEXT_ENDINGS = {".py", ".md", ".yaml", ".yml", ".toml", ".txt", ".in", ".sh", ".cff", ".json", ".jsonl", ".html", ".css",
                ".js", ".csv", ".mako", ""}

# Written in pieces, so that this file does not break the rule that it states.
MACHINE_PATHS = re.compile("|".join(("/" + "work/", "/" + r"home/\w", "/" + "root/", "/" + r"Users/\w", r"[A-Z]:\\" + "Users")))
REGISTRY_HOSTS = re.compile("|".join(("python" + "hosted", "pypi" + r"\.org", "registry" + r"\.npmjs", "--(extra-)?" + "index-url",
                                      "--trusted" + "-host")))


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def name_of(path: Path) -> str:
    return path.relative_to(CHECKOUT).as_posix()


def part_of(dotted: str) -> str:
    """The first name under warledger: "claims" for warledger.claims.coder, "__init__" for warledger itself."""
    return [*dotted.split("."), "__init__"][1]


def own_imports(path: Path) -> Iterator[str]:
    """The dotted names of ours that a module imports, wherever in it."""
    inside = path.relative_to(PACKAGE.parent).parts[:-1]
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.split(".")[0] == "warledger")
        elif isinstance(node, ast.ImportFrom):
            module = ".".join([*inside[: len(inside) - node.level + 1], *(node.module or "").split(".")]) if node.level else node.module or ""
            if module.rstrip(".") == "warledger":
                yield from (f"warledger.{alias.name}" for alias in node.names)
            elif module.split(".")[0] == "warledger":
                yield module


def project_files() -> list[Path]:
    """Every file that belongs to the project: tracked, or new and not ignored."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    try:
        listed = subprocess.run(command, cwd=CHECKOUT, capture_output=True, check=True, text=True).stdout
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("git does not tell which files belong to the project")
    return [CHECKOUT / name for name in listed.split("\0") if name and (CHECKOUT / name).is_file()]


def allowed(part: str) -> set[str]:
    if part == "model":
        return {"model"}
    if part == "errors":
        return {"errors"}
    if part in KNOWLEDGE:
        return {"model", "errors", *KNOWLEDGE}
    if part in STAGES:
        return {"model", "errors", *KNOWLEDGE, part}
    return {"model", "errors", *KNOWLEDGE, *STAGES, *EDGES, *(path.stem for path in PACKAGE.glob("*.py"))}


def test_no_module_imports_what_its_place_forbids() -> None:
    broken = []
    for path in modules():
        part = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
        broken += [f"{name_of(path)} imports {dotted}" for dotted in own_imports(path) if part_of(dotted) not in allowed(part)]
    assert not broken, "\n".join(broken)


def test_every_folder_of_the_package_has_its_place_in_the_layout() -> None:
    folders = {path.relative_to(PACKAGE).parts[0] for path in modules() if path.parent != PACKAGE}
    assert folders <= {"model", *KNOWLEDGE, *STAGES, *EDGES}


def test_no_module_is_over_300_lines() -> None:
    lengths = {name_of(path): len(path.read_text(encoding="utf-8").splitlines()) for path in modules()}
    assert not {name: length for name, length in lengths.items() if length > LONGEST_MODULE}


def test_no_function_is_over_40_lines() -> None:
    long = [
        f"{name_of(path)}:{node.lineno} {node.name} has {node.end_lineno - node.lineno + 1} lines"
        for path in modules()
        for node in ast.walk(tree(path))
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
        and node.end_lineno is not None
        and node.end_lineno - node.lineno + 1 > LONGEST_FUNCTION
    ]
    assert not long, "\n".join(long)


def test_no_module_has_a_name_that_says_nothing() -> None:
    assert not [name_of(path) for path in modules() if NAMES_THAT_SAY_NOTHING.fullmatch(path.stem) or NAMES_THAT_SAY_NOTHING.fullmatch(path.parent.name)]


def test_every_module_says_what_it_is_for() -> None:
    assert not [name_of(path) for path in modules() if path.read_text(encoding="utf-8").strip() and not ast.get_docstring(tree(path))]


def test_every_public_function_and_class_has_a_docstring() -> None:
    silent = [
        f"{name_of(path)}:{node.lineno} {node.name}"
        for path in modules()
        for node in tree(path).body
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef))
        and not node.name.startswith("_")
        and not ast.get_docstring(node)
        and not has_words_for_help(path, node.name)
    ]
    assert not silent, "\n".join(silent)


def has_words_for_help(path: Path, function: str) -> bool:
    """Whether the function is a command, which --help describes from a constant beside it."""
    names = {target.id for node in tree(path).body if isinstance(node, ast.Assign) for target in node.targets if isinstance(target, ast.Name)}
    return path.parent.name == "commands" and f"{function.upper()}_HELP" in names


def test_every_folder_of_knowledge_says_where_it_has_it_from() -> None:
    folders = {PACKAGE / name for name in KNOWLEDGE} | {path.parent for path in PACKAGE.rglob("*.json")}
    silent = sorted(name_of(folder) for folder in folders if not (folder / "SOURCES.md").is_file())
    assert not silent


def test_every_extension_is_a_class_with_a_name_settings_and_its_method() -> None:
    from warledger import extensions

    for group, classes in extensions.everything().items():
        for name, found in classes.items():
            assert name == found.NAME
            assert found.SETTINGS is not None
            public = {key for key, value in inspect.getmembers(found, inspect.isfunction) if not key.startswith("_")}
            assert public == set(extensions.METHODS[group]), f"{group} {name} has the public methods {sorted(public)}"


def test_no_file_holds_a_path_of_somebodys_machine() -> None:
    found = [
        f"{name_of(path)}: {match[0]}"
        for path in project_files()
        if path.suffix in TEXT_ENDINGS and (match := MACHINE_PATHS.search(path.read_text(encoding="utf-8", errors="replace")))
    ]
    assert not found, "\n".join(found)


def test_no_file_names_a_registry() -> None:
    found = [
        f"{name_of(path)}: {match[0]}"
        for path in project_files()
        if path.suffix in TEXT_ENDINGS and (match := REGISTRY_HOSTS.search(path.read_text(encoding="utf-8", errors="replace")))
    ]
    assert not found, "\n".join(found)


def test_requirements_are_pinned_with_hashes() -> None:
    for name in ("pip", "run", "test"):
        text = (CHECKOUT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
        pins = re.findall(r"^[a-z0-9][^\s=]*==\S+ \\\n    --hash=sha256:[0-9a-f]{64}", text, re.MULTILINE)
        named = re.findall(r"^[a-z0-9]\S*", text, re.MULTILINE)
        assert pins
        assert len(pins) == len(named)


def test_what_is_installed_to_run_is_what_is_installed_to_test() -> None:
    run, test = ((CHECKOUT / "requirements" / name).read_text(encoding="utf-8") for name in ("run.txt", "test.txt"))
    pin = re.compile(r"^([a-z0-9]\S*==\S+)", re.MULTILINE)
    assert set(pin.findall(run)) <= set(pin.findall(test))


def test_the_readme_sets_up_with_exactly_two_commands() -> None:
    readme = (CHECKOUT / "README.md").read_text(encoding="utf-8")
    section = readme.split("## Set up", 1)[1].split("\n## ", 1)[0]
    (block,) = re.findall(r"```\w*\n(.*?)```", section, re.DOTALL)
    commands = [line.split("#")[0].strip() for line in block.splitlines() if line.strip()]
    assert commands == ["make demo", "make test"]


def test_the_changelog_tells_of_this_version() -> None:
    version = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert re.search(rf"^## \[?{re.escape(version)}\b", (CHECKOUT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)


def test_the_citation_tells_of_this_version() -> None:
    version = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert f"version: {version}\n" in (CHECKOUT / "CITATION.cff").read_text(encoding="utf-8")


def test_every_folder_of_tests_mirrors_one_of_the_package() -> None:
    folders = {path.parent for path in (CHECKOUT / "tests").rglob("test_*.py")} - {CHECKOUT / "tests"}
    strangers = [name_of(folder) for folder in folders if not (PACKAGE / folder.relative_to(CHECKOUT / "tests")).is_dir()]
    assert not [name for name in strangers if not name.startswith("tests/golden")]


def test_the_check_of_changes_is_the_test_command() -> None:
    script = CHECKOUT / ".ci" / "run"
    assert script.stat().st_mode & 0o111
    assert re.findall(r"^\s*(?:exec )?(make\b.*)$", script.read_text(encoding="utf-8"), re.MULTILINE) == ["make test"]


def test_the_codebook_page_has_every_type_with_its_modes_and_all_else_that_is_coded() -> None:
    from warledger.model import codebook

    page = (CHECKOUT / "docs" / "codebook.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([A-Z, ]+) \| ([a-z0-9, -]+) \|$", page, re.MULTILINE)
    told = {type_: tuple(modes.split(", ")) for types, modes in rows for type_ in types.split(", ")}
    assert told == {type_: modes for type_, modes in codebook.MODES.items() if modes}
    words = (*codebook.TYPES, *codebook.STANCES, *codebook.ATTRIBUTIONS, *codebook.SECTORS, *codebook.TALLY_KINDS,
             *codebook.VICTIM_CLASSES, *codebook.ACT_STATUSES)
    assert not [word for word in words if not re.search(rf"\b{re.escape(word)}\b", page)]


def test_the_data_model_page_has_every_field_of_every_record() -> None:
    from warledger import model

    page = (CHECKOUT / "docs" / "data-model.md").read_text(encoding="utf-8")
    records = (model.Report, model.Claim, model.Speaker, model.Participant, model.Place, model.Relative, model.TimeSpan, model.Tally,
               model.Passage, model.Incident, model.FieldView, model.Said, model.Decision, model.Problem, model.Source, model.Holding, model.Held,
               model.Agreement, model.Step, model.Ultimatum, model.Displaced, model.Siege)
    silent = [
        f"{record.__name__}.{field.name}" for record in records for field in dataclasses.fields(record)
        if not re.search(rf"\b{field.name}\b", page)
    ]
    assert not silent


def test_links_between_documents_lead_somewhere() -> None:
    broken = []
    for path in [CHECKOUT / "README.md", CHECKOUT / "CONTRIBUTING.md", *sorted((CHECKOUT / "docs").glob("*.md"))]:
        for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", path.read_text(encoding="utf-8")):
            if not (path.parent / target).exists():
                broken.append(f"{name_of(path)} -> {target}")
    assert not broken, "\n".join(broken)
