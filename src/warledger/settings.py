"""The settings: one typed object from one TOML file and the environment.

In: warledger.toml in the working folder, or the file that --settings or $WARLEDGER_SETTINGS names; and WARLEDGER_<NAME>
for each setting. Out: a Settings. Decisions: the environment outranks the file, the command line outranks both; a key
that is no setting is an error, not a silent default; all mistakes are reported together. docs/settings.md describes them.
"""

from __future__ import annotations

import difflib
import os
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from warledger.errors import UsageError

FILE = "warledger.toml"
PREFIX = "WARLEDGER_"
NAMES_FILE = PREFIX + "SETTINGS"

# More processes than this wait for the disk and the parent rather than code.
MOST_WORKERS = 8


class Table(BaseModel):
    """A table of settings that go together."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Alerting(Table):
    """[alerts]: where alerts of saved searches may go, and how. Nothing is sent anywhere that is not named here."""

    webhooks: tuple[str, ...] = Field((), description="Addresses that alerts may be posted to; one that ends with / stands for all below it. TLS, or this machine.")
    mail_to: tuple[str, ...] = Field((), description="E-mail addresses that alerts may go to; @example.org stands for all of a domain.")
    mail_from: str = Field("warledger@localhost", description="Whom alerts by e-mail come from.")
    smtp_host: str | None = Field(None, description="The server that takes e-mail. Not set: none is sent.")
    smtp_port: int = Field(587, ge=1, le=65535, description="Its port.")
    smtp_tls: Literal["starttls", "tls", "none"] = Field("starttls", description="How the way to it is kept secret.")
    smtp_user: str | None = Field(None, description="The name to sign in with. Not set: without signing in.")
    smtp_password_file: Path | None = Field(None, description="A file whose first line is the password.")
    address: str | None = Field(None, pattern=r"^https?://[^\s]+$", description="Where people reach the screen; alerts link to it. Not set: they name incidents by their ids.")
    every_minutes: int | None = Field(None, ge=1, description="`warledger serve` sends alerts so often. Not set: only `warledger alert` does.")


class Serving(Table):
    """[serve]: how `warledger serve` is reached."""

    hosts: tuple[str, ...] = Field((), description="The names under which the server may be asked for. Not set: this machine's names, and any address in numbers.")
    proxies: tuple[str, ...] = Field((), description="Addresses of proxies before the server, which are believed who asks, and whether over TLS.")
    certificate: Path | None = Field(None, description="The certificate for TLS (PEM), with those between it and its root.")
    key: Path | None = Field(None, description="The key of the certificate (PEM).")
    users: Path | None = Field(None, description="The file of users. Not set: beside the ledger, as `war.db.users`.")


class Publishing(Table):
    """[publish]: what the public sees."""

    required: bool = Field(False, description="Viewers, and whoever has not signed in, see only what an analyst published.")


class Settings(BaseSettings):
    """Every setting, with its default. The description of a field is its documentation."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, extra="forbid", frozen=True, env_ignore_empty=True)

    ledger: Path | None = Field(None, description="The ledger that commands use where --ledger is not given.")
    engine: str | None = Field(
        None, description="The engine that codes reports. Not set: processes for many reports, serial for few."
    )
    workers: int | None = Field(
        None, ge=1, description="How many processes code at once; 1 is none but the command's own. Not set: one for each processor, at most 8."
    )
    serial_below: int = Field(
        40, ge=0, description="Below this many reports the serial engine is used: a process takes seconds to start."
    )
    partition: int = Field(
        25, ge=1, description="How many reports are coded at a time. It bounds the memory that a process needs."
    )
    coder: str = Field("rules", description="The coder, by its name at the door of extensions.")
    linker: str = Field("evidence", description="The linker, by its name at the door of extensions.")
    max_problems: int | None = Field(
        None, ge=0, description="`warledger run` fails (exit 1) where it meets more problems than this. Not set: never."
    )
    problems_shown: int = Field(
        20, ge=0, description="How many problems a command prints before it only counts them."
    )
    map_address: str | None = Field(
        None, pattern=r"^https?://[^\s;,'\"]+$", description="A base map of your own for the screen: a MapLibre style, raster tiles with {z}, {x} and {y}, or a PMTiles archive. Not set: the screen draws its own and asks nobody."
    )
    map_credit: str | None = Field(None, description="Whom the screen names as the maker of that base map.")
    alerts: Alerting = Field(Alerting(), description="Alerts of saved searches, a table: [alerts].")  # type: ignore[call-arg]
    serve: Serving = Field(Serving(), description="How the ledger is served, a table: [serve].")  # type: ignore[call-arg]
    publish: Publishing = Field(Publishing(), description="What the public sees, a table: [publish].")  # type: ignore[call-arg]
    readers: dict[str, dict[str, Any]] = Field({}, description="Settings of readers, a table for each: [readers.NAME].")
    coders: dict[str, dict[str, Any]] = Field({}, description="Settings of coders, a table for each: [coders.NAME].")
    linkers: dict[str, dict[str, Any]] = Field({}, description="Settings of linkers, a table for each: [linkers.NAME].")
    exporters: dict[str, dict[str, Any]] = Field(
        {}, description="Settings of exporters, a table for each: [exporters.NAME]."
    )
    engines: dict[str, dict[str, Any]] = Field({}, description="Settings of engines, a table for each: [engines.NAME].")

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """The environment outranks what is given, which is the file; nothing else is looked at."""
        return env_settings, init_settings

    def of(self, group: str, name: str) -> dict[str, Any]:
        """The settings of one extension."""
        tables: dict[str, dict[str, Any]] = getattr(self, group)
        return dict(tables.get(name, {}))


def load(path: Path | None = None) -> Settings:
    """The settings from the file at path, or that $WARLEDGER_SETTINGS names, or warledger.toml where there is one.

    Raises UsageError, one line per mistake, where the file is missing or a key or value is wrong.
    """
    where = path or _named() or (Path(FILE) if Path(FILE).is_file() else None)
    text = _text(where) if where else ""
    values = _parsed(text, where)
    try:
        return Settings(**values)
    except ValidationError as error:
        raise UsageError(_sentences(error, values, text, where)) from None
    except Exception as error:  # an environment variable that should be JSON and is none
        raise UsageError(f"the environment: {error}") from None


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def workers(settings: Settings) -> int:
    """How many processes to code with."""
    return settings.workers or min(processors(), MOST_WORKERS)


def strangers(environment: Mapping[str, str] = os.environ) -> list[str]:
    """Variables of the environment that begin like ours and are no setting.

    They are told by `warledger check` and are no error: a cluster names variables after its services.
    """
    known = {PREFIX + name.upper() for name in Settings.model_fields} | {NAMES_FILE}
    return sorted(name for name in environment if name.startswith(PREFIX) and name not in known)


def _named() -> Path | None:
    named = os.environ.get(NAMES_FILE)
    return Path(named) if named else None


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise UsageError(f"the settings file {path} cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise UsageError(f"the settings file {path} is not UTF-8 text") from None


def _parsed(text: str, where: Path | None) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"the settings file {where} is not TOML: {error}") from None


def _sentences(error: ValidationError, values: Mapping[str, Any], text: str, where: Path | None) -> str:
    """One line per mistake, with the file and line or the variable that holds it."""
    lines = []
    for fault in error.errors():
        key = str(fault["loc"][0])
        variable = PREFIX + key.upper()
        if variable in os.environ:
            place = variable
        else:
            place = f"{where}:{_line_of(key, text)}" if where else "settings"
        if fault["type"] == "extra_forbidden":
            dotted = ".".join(str(part) for part in fault["loc"])
            near = difflib.get_close_matches(dotted, _names(), 1)
            hint = f"; did you mean {near[0]!r}?" if near else f"; the settings are: {', '.join(_names())}"
            lines.append(f"{place}: there is no setting {dotted!r}{hint}")
        else:
            dotted = ".".join(str(part) for part in fault["loc"])
            lines.append(f"{place}: {dotted}: {fault['msg'].lower()}, not {fault['input']!r}")
    return "\n".join(lines)


def _names() -> list[str]:
    """Every setting, those of a table behind its name."""
    tables = {name: field.default for name, field in Settings.model_fields.items()}
    return [*tables] + [f"{name}.{key}" for name, table in tables.items() if isinstance(table, Table) for key in type(table).model_fields]


def _line_of(key: str, text: str) -> int:
    """The line, from 1, on which a key of the TOML text stands; 1 where it is not to be seen."""
    form = re.compile(rf'\s*\[?\[?\s*"?{re.escape(key)}"?\s*[.=\]]')
    return next((number for number, line in enumerate(text.splitlines(), 1) if form.match(line)), 1)
