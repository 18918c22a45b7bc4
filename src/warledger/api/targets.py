"""Where alerts may go: only to addresses that an admin allowed in the settings.

In: the settings [alerts], a target. Out: whether it is allowed, in words where not. Decision: whoever names a target makes this server send
something there, perhaps to what only this server reaches; so nothing is allowed that the settings do not name.
"""

from __future__ import annotations

import ipaddress
import re
from typing import Literal
from urllib.parse import SplitResult, urlsplit

from warledger.settings import Alerting

Kind = Literal["webhook", "mail"]
# One address of the plain form; no names, no lists, nothing that could end a header.
MAIL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*")
PORTS = {"http": 80, "https": 443}


def kinds(settings: Alerting) -> list[Kind]:
    """What kinds of alerts the settings allow at all."""
    found: list[Kind] = ["webhook"] if settings.webhooks else []
    return [*found, "mail"] if settings.smtp_host and settings.mail_to else found


def refusal(settings: Alerting, kind: Kind, target: str) -> str | None:
    """Why alerts may not go to a target, None where they may."""
    if kind not in kinds(settings):
        return f"this server sends no alerts by {kind}: an admin allows it in the settings, under [alerts]"
    allowed = _webhook(settings, target) if kind == "webhook" else _mail(settings, target)
    return None if allowed else f"alerts may not go to {target!r}: an admin allows addresses in the setting alerts.{'webhooks' if kind == 'webhook' else 'mail_to'}"


def _webhook(settings: Alerting, target: str) -> bool:
    given = _parts(target)
    return given is not None and any(_covers(one, given) for one in map(_parts, settings.webhooks) if one is not None)


def _parts(address: str) -> SplitResult | None:
    """The parts of an address that a webhook may have: TLS, or plain to this machine alone; no name and password, nothing behind #."""
    if not address.isascii() or not address.isprintable() or " " in address or "\\" in address:
        return None
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError:
        return None
    if parts.scheme not in PORTS or not parts.hostname or "@" in parts.netloc or parts.fragment or "/." in parts.path or "%2e" in parts.path.lower():
        return None
    return parts if parts.scheme == "https" or _is_here(parts.hostname) else None


def _covers(allowed: SplitResult, given: SplitResult) -> bool:
    """Whether an allowed address is that of a target, or of a folder that it lies in."""
    same = (allowed.scheme, allowed.hostname, _port(allowed)) == (given.scheme, given.hostname, _port(given))
    path = allowed.path or "/"
    return same and (given.path == path or (path.endswith("/") and (given.path or "/").startswith(path)))


def _port(parts: SplitResult) -> int:
    return parts.port or PORTS[parts.scheme]


def _is_here(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _mail(settings: Alerting, target: str) -> bool:
    """An address that is named, or one of a domain that is (as @example.org)."""
    if MAIL.fullmatch(target) is None:
        return False
    folded = target.casefold()
    return any(folded == one.casefold() or (one.startswith("@") and folded.endswith(one.casefold())) for one in settings.mail_to)
