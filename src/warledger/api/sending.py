"""Sends one delivery: by POST to a webhook, signed, or by e-mail.

In: a delivery as JSON. Out: nothing, or NotTakenError. Decision: no redirect is followed, since an admin allowed this address and no other; the
signature is over the time and the body (HMAC-SHA256), so that nobody else can send one, or send an old one again.
"""

from __future__ import annotations

import email.policy
import hashlib
import hmac
import http.client
import importlib.metadata
import json
import re
import smtplib
import ssl
import time
from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import format_datetime
from typing import Any
from urllib.parse import urlsplit

from warledger.api.saved import Alert
from warledger.errors import UsageError
from warledger.settings import Alerting

PATIENCE_S = 15
# An answer is read no further.
MOST_READ = 10_000
TAKEN = range(200, 300)
# What will not be otherwise in a few seconds; it may be in an hour, when somebody has mended it.
FOR_GOOD = frozenset({400, 401, 403, 404, 405, 410, 413, 415, 422, *range(300, 400)})
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
LONGEST_SUBJECT = 150


class NotTakenError(Exception):
    """A delivery did not arrive; for_good: trying again at once is no use."""

    def __init__(self, why: str, for_good: bool = False) -> None:
        super().__init__(why)
        self.for_good = for_good


def send(settings: Alerting, alert: Alert, delivery: str, body: str) -> None:
    """Sends a delivery. Raises NotTakenError where it was not taken."""
    try:
        if alert.kind == "webhook":
            _post(alert, delivery, body.encode("utf-8", "replace"))
        else:
            _mail(settings, alert.target, delivery, json.loads(body))
    except (OSError, http.client.HTTPException, smtplib.SMTPException) as error:
        code = getattr(error, "smtp_code", 0)
        raise NotTakenError(f"{type(error).__name__}: {error}", isinstance(error, smtplib.SMTPRecipientsRefused) or code >= 500) from error


def signature(secret: str, at: int, body: bytes) -> str:
    """What a webhook gets in X-Warledger-Signature: it should refuse what does not fit, and what is older than some minutes."""
    return f"t={at},sha256={hmac.new(secret.encode(), f'{at}.'.encode() + body, hashlib.sha256).hexdigest()}"


def _post(alert: Alert, delivery: str, body: bytes) -> None:
    parts = urlsplit(alert.target)
    host = parts.hostname or ""
    connection = (http.client.HTTPSConnection(host, parts.port, timeout=PATIENCE_S, context=ssl.create_default_context()) if parts.scheme == "https"
                  else http.client.HTTPConnection(host, parts.port, timeout=PATIENCE_S))
    headers = {"Content-Type": "application/json; charset=utf-8", "User-Agent": f"Warledger/{importlib.metadata.version('warledger')}",
               "X-Warledger-Delivery": delivery, "X-Warledger-Signature": signature(alert.secret, int(time.time()), body)}
    try:
        connection.request("POST", (parts.path or "/") + (f"?{parts.query}" if parts.query else ""), body, headers)
        answer = connection.getresponse()
        answer.read(MOST_READ)
    finally:
        connection.close()
    if answer.status not in TAKEN:
        raise NotTakenError(f"it answered {answer.status} {answer.reason}", answer.status in FOR_GOOD)


def _mail(settings: Alerting, target: str, delivery: str, told: dict[str, Any]) -> None:
    letter = written(settings.mail_from, target, delivery, told)
    context = ssl.create_default_context()
    host = settings.smtp_host or ""
    with (smtplib.SMTP_SSL(host, settings.smtp_port, timeout=PATIENCE_S, context=context) if settings.smtp_tls == "tls"
          else smtplib.SMTP(host, settings.smtp_port, timeout=PATIENCE_S)) as server:
        if settings.smtp_tls == "starttls":
            server.starttls(context=context)
        if settings.smtp_user:
            server.login(settings.smtp_user, _password(settings))
        server.send_message(letter, settings.mail_from, [target])


def written(sender: str, target: str, delivery: str, told: dict[str, Any]) -> EmailMessage:
    """The letter: plain text, with the same Message-ID however often it is sent."""
    incidents = told["incidents"]
    letter = EmailMessage(policy=email.policy.SMTP)
    letter["From"], letter["To"] = sender, target
    letter["Subject"] = _plain(f"{told['search']['name']}: {len(incidents)} new or changed incident{'' if len(incidents) == 1 else 's'}")[:LONGEST_SUBJECT]
    letter["Message-ID"] = f"<{delivery}@warledger.invalid>"
    letter["Date"] = format_datetime(datetime.now(UTC))
    letter["Auto-Submitted"] = "auto-generated"
    lines = [part for one in incidents for part in (*_lines(one), "")]
    letter.set_content("\n".join(lines) + "\nReported by others; not findings of fact. Whoever saved the search can end these alerts.\n")
    return letter


def _lines(one: dict[str, Any]) -> list[str]:
    place, killed = one["place"], one["killed"]
    head = " · ".join(part for part in (one["act"], place and place["label"], one["when"] or "no date") if part)
    said = [f"killed {killed['words']}"] if killed and killed["words"] else []
    return [_plain(f"[{one['change']}] {head}"), _plain(", ".join([*said, *one["who"]])),
            f"{one['grade']}; {one['claims']} claims, {one['origins']} independent origins; revision {one['revision']}", one["url"] or one["id"]]


def _plain(text: str) -> str:
    """A text of a report on a line of its own."""
    return " ".join(CONTROL.sub(" ", text).split())


def _password(settings: Alerting) -> str:
    if settings.smtp_password_file is None:
        raise UsageError("smtp_user is set and smtp_password_file is not")
    try:
        return settings.smtp_password_file.read_text(encoding="utf-8").splitlines()[0]
    except (OSError, IndexError, UnicodeDecodeError):
        raise UsageError(f"the password of e-mail cannot be read from {settings.smtp_password_file}") from None
