"""The options by which commands choose records, written once: the days, the place, who takes part, what, who says so, which words, as of when.

In: the names of those that a command takes. Out: the command with these options, which is given what was typed as one value. Decision: what
was typed is checked when the filter is made of it, before anything is read.
"""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from warledger.commands import options as given
from warledger.moments import day, moment

if TYPE_CHECKING:
    from warledger.store import Filter

OPTIONS: dict[str, Any] = {
    "since": given.Since, "until": given.Until, "place": given.InPlace, "actor": given.ByActor, "type_": given.OfType,
    "speaker": given.BySpeaker, "text": given.WithText, "as_of": given.AsOf, "limit": given.AtMost,
}
# The parameter of a command in whose place the options stand, and which is given what was typed.
PLACE = "asked"


@dataclass(frozen=True)
class Chosen:
    """What was typed, by option; what a command has no option for is None."""

    values: dict[str, Any] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Any:
        return self.values.get(name)

    def filter(self) -> Filter:
        """The filter. Raises UsageError for a day that is none, or a type that the codebook lacks."""
        from warledger.store import Filter

        return Filter(
            since=day(self["since"], "--since"), until=day(self["until"], "--until"), place=self["place"], actor=self["actor"],
            type=given.type_name(self["type_"]), speaker=self["speaker"], text=self["text"], limit=self["limit"], as_of=moment(self["as_of"], "--as-of"))


def with_filters(*names: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Gives a command the options of these names, where its parameter `asked` stands."""

    def give(command: Callable[..., None]) -> Callable[..., None]:
        @functools.wraps(command)
        def typed(**values: Any) -> None:
            command(**{PLACE: Chosen({name: values.pop(name) for name in names})}, **values)

        options = [inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=OPTIONS[name]) for name in names]
        parameters: list[inspect.Parameter] = []
        for one in inspect.signature(command, eval_str=True).parameters.values():
            parameters += options if one.name == PLACE else [one.replace(kind=inspect.Parameter.KEYWORD_ONLY)]
        typed.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
        typed.__annotations__ = {one.name: one.annotation for one in parameters}
        return typed

    return give
