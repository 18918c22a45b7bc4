"""Alerts: every revision once, to allowed addresses alone, and none lost however a round ends."""

from __future__ import annotations

import dataclasses
import hashlib
import hmac
import json
import socket
import threading
from collections.abc import Callable, Iterator
from email import message_from_bytes
from email.policy import default
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from warledger import settings
from warledger.api import sending
from warledger.api.alerts import BATCH, How, put_down, send_alerts
from warledger.api.clock import one_round
from warledger.api.owners import Sight, everything, sees_of
from warledger.api.people import People
from warledger.api.people import beside as people_beside
from warledger.api.saved import Alert, Kind, Saved, Search, beside
from warledger.api.targets import kinds, refusal
from warledger.review import decide
from warledger.settings import Alerting
from warledger.store import Ledger
from warledger.store.runs import RunInfo
from warledger.store.survey import Wanted

HOOK = "https://desk.example/hooks/"


@pytest.fixture
def ledger(copied: Callable[[Path], Path], tmp_path: Path) -> Iterator[Ledger]:
    """A copy of the examples' ledger."""
    with Ledger.open(copied(tmp_path)) as opened:
        yield opened


@dataclasses.dataclass
class Watched:
    """A saved search with alerts, whose deliveries are caught; `fails` are the failures that come first; now is its clock."""

    ledger: Ledger
    saved: Saved
    search: Search
    alert: Alert
    settings: Alerting
    got: list[dict[str, Any]] = dataclasses.field(default_factory=list)
    fails: list[Exception] = dataclasses.field(default_factory=list)
    now: float = 1_000_000.0

    def send(self, _settings: Alerting, _alert: Alert, _delivery: str, body: str) -> None:
        if self.fails:
            raise self.fails.pop(0)
        self.got.append(json.loads(body))

    def round(self, again: bool = False) -> Any:
        return send_alerts(self.ledger, self.saved, self.settings, everything, How(self.send, lambda: self.now, lambda _s: None), again)

    def told(self) -> list[tuple[str, int]]:
        return [(one["id"], one["revision"]) for body in self.got for one in body["incidents"]]


def watch(ledger: Ledger, wanted: Wanted, settings: Alerting, kind: Kind = "webhook", target: str = HOOK + "war", run: int | None = None) -> Watched:
    saved = Saved(beside(ledger.path))
    search = saved.save("watched", "ada", wanted)
    alert = saved.alert(search, kind, target, ledger.survey().run if run is None else run)
    return Watched(ledger, saved, search, alert, settings)


@pytest.fixture
def watched(ledger: Ledger) -> Watched:
    return watch(ledger, Wanted(type=("ASSAULT",)), Alerting(webhooks=(HOOK,), address="https://war.example/"))


def published(_owner: str) -> Sight:
    """Every owner may see what was published alone."""
    return "published"


def nothing(_owner: str) -> Sight:
    """No owner is a user any more."""
    return "nothing"


def revise(ledger: Ledger, most: int = 2, others: bool = False) -> list[str]:
    """Revises some assaults, or some incidents that are none, and tells which."""
    whole = list(ledger.incidents())
    chosen = [one.id for one in whole if (one.type != "ASSAULT") is others][:most]
    ledger.replace_incidents([dataclasses.replace(one, why=one.why + ".") if one.id in chosen else one for one in whole], run=RunInfo())
    return chosen


def test_what_was_there_before_is_no_news(watched: Watched) -> None:
    assert watched.round().sent == 0
    assert watched.got == []


def test_a_new_revision_is_told_once(watched: Watched) -> None:
    chosen = revise(watched.ledger)
    assert watched.round().sent == 1
    assert watched.round().sent == 0
    assert sorted(watched.told()) == sorted((name, 2) for name in chosen)
    (body,) = watched.got
    assert body["search"]["query"] == "type=ASSAULT"
    assert {one["change"] for one in body["incidents"]} == {"changed"}
    assert body["incidents"][0]["url"] == f"https://war.example/incidents/{body['incidents'][0]['id']}"


def test_what_the_search_does_not_want_is_not_told(watched: Watched) -> None:
    assert revise(watched.ledger, others=True)
    watched.round()
    assert watched.got == []


def test_of_two_revisions_between_rounds_the_last_is_told(watched: Watched) -> None:
    revise(watched.ledger, 1)
    (chosen,) = revise(watched.ledger, 1)
    watched.round()
    assert watched.told() == [(chosen, 3)]


def test_many_changes_go_out_in_parts_and_none_is_missing(ledger: Ledger) -> None:
    watched = watch(ledger, Wanted(), Alerting(webhooks=(HOOK,)), run=0)
    watched.round()
    with_all = {one.id for one in ledger.incidents()}
    assert {name for name, _revision in watched.told()} == with_all
    assert len(watched.told()) == len(with_all) > BATCH
    assert max(len(body["incidents"]) for body in watched.got) <= BATCH


class KilledError(BaseException):
    """The process ends here."""


def test_a_round_that_is_killed_before_sending_loses_nothing(watched: Watched) -> None:
    chosen = revise(watched.ledger)
    put_down(watched.ledger, watched.saved, watched.settings, everything)  # and the process ends
    watched.round()
    assert sorted(name for name, _revision in watched.told()) == sorted(chosen)


def test_a_round_that_is_killed_after_sending_sends_the_same_delivery_again(watched: Watched) -> None:
    revise(watched.ledger)

    def taken_and_killed(_settings: Alerting, _alert: Alert, _delivery: str, body: str) -> None:
        watched.got.append(json.loads(body))
        raise KilledError

    with pytest.raises(KilledError):
        send_alerts(watched.ledger, watched.saved, watched.settings, everything, How(taken_and_killed))
    assert watched.round().sent == 1
    first, second = watched.got
    assert first == second, "by its id whoever got it twice knows it for the same"
    assert watched.round().sent == 0


def test_a_round_that_is_killed_between_two_alerts_goes_on_with_the_second(watched: Watched) -> None:
    watched.saved.alert(watched.search, "webhook", HOOK + "other", watched.ledger.survey().run)
    revise(watched.ledger)
    seen: list[str] = []

    def second_kills(_settings: Alerting, alert: Alert, delivery: str, _body: str) -> None:
        if seen:
            raise KilledError
        seen.append(delivery)

    with pytest.raises(KilledError):
        send_alerts(watched.ledger, watched.saved, watched.settings, everything, How(second_kills))
    assert watched.round().sent == 1
    assert watched.got[0]["delivery"] not in seen


def test_two_rounds_at_once_do_not_send_the_same(watched: Watched) -> None:
    revise(watched.ledger)
    with Saved(watched.saved.file.path).alone() as alone:
        assert alone
        assert watched.round().busy
    assert watched.got == []
    assert watched.round().sent == 1


def test_what_fails_is_tried_again_at_once_then_later_and_later(watched: Watched) -> None:
    revise(watched.ledger)
    watched.fails = [sending.NotTakenError("it answered 503")] * 2
    assert watched.round().sent == 1, "the third try of a round"
    revise(watched.ledger)
    watched.fails = [sending.NotTakenError("it answered 503")] * 6
    first = watched.round()
    assert (first.sent, first.put_off, len(first.failures)) == (0, 1, 1)
    assert watched.saved.alerts()[0].failure == "it answered 503"
    watched.now += 30
    assert watched.round().sent == 0, "it is not due"
    watched.now += 31
    assert len(watched.round().failures) == 1
    watched.now += 61
    assert watched.round().sent == 0, "the second delay is twice the first"
    watched.now += 60
    assert watched.round().sent == 1
    assert watched.saved.alerts()[0].waiting == 0


def test_what_never_arrives_is_given_up_and_kept(watched: Watched) -> None:
    revise(watched.ledger)
    watched.fails = [sending.NotTakenError("it answered 410", for_good=True)] * 24
    for _round in range(24):
        last = watched.round()
        watched.now += 7 * 3_600
    assert last.given_up == 1
    assert watched.round().sent == 0
    assert watched.round(again=True).sent == 1


def test_an_address_that_is_no_longer_allowed_gets_nothing(watched: Watched) -> None:
    revise(watched.ledger)
    watched.settings = Alerting(webhooks=("https://other.example/",))
    assert "may not go to" in watched.round().failures[0]
    assert watched.got == []


def test_deleting_a_search_ends_what_was_waiting(watched: Watched) -> None:
    revise(watched.ledger)
    put_down(watched.ledger, watched.saved, watched.settings, everything)
    watched.saved.delete(watched.search)
    assert watched.round().sent == 0


@pytest.mark.parametrize("target", [
    "https://desk.example/hooks/war", "https://desk.example:443/hooks/", "https://desk.example/hooks/a/b?c=d", "http://127.0.0.1:9000/in"])
def test_an_address_that_an_admin_allowed_is_allowed(target: str) -> None:
    assert refusal(Alerting(webhooks=(HOOK, "http://127.0.0.1:9000/in")), "webhook", target) is None


@pytest.mark.parametrize("target", [
    "https://desk.example/", "https://desk.example/hooksandmore", "https://desk.example/hooks/../admin", "https://desk.example/hooks/%2e%2e/admin",
    "https://desk.example:8443/hooks/war", "http://desk.example/hooks/war", "https://desk.example.evil.example/hooks/war", "https://desk.example@evil.example/hooks/",
    "https://evil.example\\@desk.example/hooks/", "https://desk.example/hooks/\nwar", "http://127.0.0.1:9000/in/more", "http://127.0.0.1:9001/in", "file:///etc/passwd", "gopher://x", "https://[::1"])
def test_no_other_address_is(target: str) -> None:
    assert refusal(Alerting(webhooks=(HOOK, "http://127.0.0.1:9000/in")), "webhook", target) is not None


def test_plain_addresses_of_other_machines_are_none_even_where_they_are_named() -> None:
    assert refusal(Alerting(webhooks=("http://desk.example/",)), "webhook", "http://desk.example/in") is not None


def test_e_mail_goes_to_addresses_and_domains_that_are_named() -> None:
    settings = Alerting(smtp_host="mail.example", mail_to=("ada@desk.example", "@news.example"))
    assert kinds(settings) == ["mail"]
    for target, allowed in (("ada@desk.example", True), ("Bob@News.example", True), ("eve@desk.example", False), ("a@news.example, eve@x.example", False),
                            ("a@news.example\nBcc: eve@x.example", False), ("eve@badnews.example", False)):
        assert (refusal(settings, "mail", target) is None) is allowed, target
    assert refusal(settings, "webhook", HOOK) is not None


class Hook(BaseHTTPRequestHandler):
    """A webhook that keeps what it gets and answers what it is told to."""

    def do_POST(self) -> None:
        kept: Any = self.server
        kept.got.append((self.path, dict(self.headers), self.rfile.read(int(self.headers["Content-Length"]))))
        self.send_response(kept.status)
        if kept.status == 302:
            self.send_header("Location", "/elsewhere")
        self.end_headers()

    def log_message(self, *_words: object) -> None:
        """Nothing."""


@pytest.fixture
def hook() -> Iterator[Any]:
    server: Any = ThreadingHTTPServer(("127.0.0.1", 0), Hook)
    server.got, server.status = [], 204
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()


def test_a_webhook_gets_json_whose_signature_it_can_check(ledger: Ledger, hook: Any) -> None:
    target = f"http://127.0.0.1:{hook.server_address[1]}/in?desk=1"
    watched = watch(ledger, Wanted(), Alerting(webhooks=(f"http://127.0.0.1:{hook.server_address[1]}/",)), target=target)
    chosen = revise(ledger)
    assert send_alerts(ledger, watched.saved, watched.settings, everything).sent == 1
    ((path, headers, body),) = hook.got
    assert path == "/in?desk=1"
    assert {one["id"] for one in json.loads(body)["incidents"]} == set(chosen)
    assert headers["X-Warledger-Delivery"] == json.loads(body)["delivery"]
    at, given = (part.split("=")[1] for part in headers["X-Warledger-Signature"].split(","))
    assert given == hmac.new(watched.alert.secret.encode(), at.encode() + b"." + body, hashlib.sha256).hexdigest()


def test_a_redirect_is_not_followed(ledger: Ledger, hook: Any) -> None:
    hook.status = 302
    watched = watch(ledger, Wanted(), Alerting(webhooks=(f"http://127.0.0.1:{hook.server_address[1]}/",)), target=f"http://127.0.0.1:{hook.server_address[1]}/in")
    revise(ledger)
    done = send_alerts(ledger, watched.saved, watched.settings, everything)
    assert (done.sent, len(hook.got)) == (0, 1)
    assert "302" in done.failures[0]


@pytest.fixture
def mail_server() -> Iterator[tuple[int, list[bytes]]]:
    """A server for e-mail of the least kind: one letter after the other, all of them taken."""
    listening = socket.create_server(("127.0.0.1", 0))
    letters: list[bytes] = []

    def serve() -> None:
        while True:
            try:
                connection, _address = listening.accept()
            except OSError:
                return
            with connection, connection.makefile("rwb") as stream:
                stream.write(b"220 here\r\n")
                stream.flush()
                while line := stream.readline():
                    verb = line.split()[0].upper() if line.split() else b""
                    if verb == b"DATA":
                        stream.write(b"354 go on\r\n")
                        stream.flush()
                        letters.append(b"".join(iter(stream.readline, b".\r\n")))
                    stream.write(b"221 bye\r\n" if verb == b"QUIT" else b"250 good\r\n")
                    stream.flush()

    threading.Thread(target=serve, daemon=True).start()
    yield listening.getsockname()[1], letters
    listening.close()


def test_a_letter_is_plain_text_with_an_id_that_stays(ledger: Ledger, mail_server: tuple[int, list[bytes]]) -> None:
    port, letters = mail_server
    settings = Alerting(smtp_host="127.0.0.1", smtp_port=port, smtp_tls="none", mail_to=("ada@desk.example",), mail_from="war@desk.example", address="https://war.example")
    watched = watch(ledger, Wanted(), settings, "mail", "ada@desk.example")
    chosen = revise(ledger)
    assert send_alerts(ledger, watched.saved, settings, everything).sent == 1
    letter = message_from_bytes(letters[0], policy=default)
    assert (letter["To"], letter["From"], letter["Subject"]) == ("ada@desk.example", "war@desk.example", "watched: 2 new or changed incidents")
    assert letter.get_content_type() == "text/plain"
    text = letter.get_content()
    assert all(f"https://war.example/incidents/{name}" in text for name in chosen)
    assert letter["Message-ID"].endswith("@warledger.invalid>")


def test_words_of_a_report_cannot_end_a_line_of_a_letter() -> None:
    incident = {"change": "new", "act": "Air strike", "place": {"label": "X\r\nBcc: eve@example.org\x1b[2J"}, "when": None, "killed": None, "who": ["a\nb"], "grade": "weak",
                "claims": 1, "origins": 1, "revision": 1, "url": None, "id": "i_1"}
    letter = sending.written("a@example.org", "b@example.org", "id", {"search": {"name": "x\ry"}, "incidents": [incident]})
    assert letter["Bcc"] is None
    assert "X Bcc: eve@example.org [2J" in letter.get_content()
    assert str(letter["Subject"]) == "x y: 1 new or changed incident"


def test_a_server_that_is_not_there_is_a_failure_in_words(ledger: Ledger) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    watched = watch(ledger, Wanted(), Alerting(webhooks=(f"http://127.0.0.1:{port}/",)), target=f"http://127.0.0.1:{port}/in")
    revise(ledger)
    done = send_alerts(ledger, watched.saved, watched.settings, everything, How(pause=lambda _s: None))
    assert (done.sent, done.put_off) == (0, 1)
    assert "ConnectionRefusedError" in done.failures[0]


def test_the_command_sends_and_says_so(ledger: Ledger, hook: Any, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    from warledger.cli import run

    address = f"http://127.0.0.1:{hook.server_address[1]}/"
    watch(ledger, Wanted(), Alerting(), target=address)
    revise(ledger)
    monkeypatch.setenv("WARLEDGER_ALERTS", json.dumps({"webhooks": [address]}))
    assert run(["alert", "--ledger", str(ledger.path)]) == 0
    assert "1 sent" in capsys.readouterr().err
    assert run(["alert", "--ledger", str(ledger.path)]) == 0
    assert len(hook.got) == 1
    revise(ledger)
    hook.status = 410
    assert run(["alert", "--ledger", str(ledger.path)]) == 1
    assert "410" in capsys.readouterr().err


def test_serving_sends_alerts_at_an_interval(ledger: Ledger, hook: Any) -> None:
    import time

    from warledger.api.clock import Clock
    from warledger.settings import Settings

    address = f"http://127.0.0.1:{hook.server_address[1]}/"
    watch(ledger, Wanted(), Alerting(), target=address)
    revise(ledger)
    clock = Clock(ledger.path, Settings(alerts=Alerting(webhooks=(address,), every_minutes=1)))
    clock.start()
    deadline = time.monotonic() + 20
    while not hook.got and time.monotonic() < deadline:
        time.sleep(0.05)
    clock.stop()
    assert len(hook.got) == 1


def test_whoever_may_see_only_what_was_published_is_alerted_of_nothing_else(watched: Watched) -> None:
    names = revise(watched.ledger, most=2)
    watched.ledger.decide([decide("publish", [names[0]], "Ada", "2026-01-01T00:00:00Z")])
    how = How(watched.send, lambda: watched.now, lambda _s: None)
    assert send_alerts(watched.ledger, watched.saved, watched.settings, published, how).sent == 1
    assert [one["id"] for one in watched.got[0]["incidents"]] == names[:1]
    assert watched.got[0]["published_only"] is True


def test_what_waits_for_whoever_may_see_less_by_now_is_dropped(watched: Watched) -> None:
    revise(watched.ledger, most=2)
    put_down(watched.ledger, watched.saved, watched.settings, everything)
    how = How(watched.send, lambda: watched.now, lambda _s: None)
    assert send_alerts(watched.ledger, watched.saved, watched.settings, published, how).sent == 0
    assert watched.round().sent == 0
    assert watched.got == []


def test_whoever_is_no_user_any_more_is_told_nothing(watched: Watched) -> None:
    revise(watched.ledger, most=1)
    how = How(watched.send, lambda: watched.now, lambda _s: None)
    put_down(watched.ledger, watched.saved, watched.settings, everything)
    revise(watched.ledger, most=1)
    assert send_alerts(watched.ledger, watched.saved, watched.settings, nothing, how).sent == 0
    assert watched.got == []


def test_a_round_asks_the_file_of_users_what_each_owner_may_see(watched: Watched, monkeypatch: pytest.MonkeyPatch) -> None:
    path = watched.ledger.path
    given = settings.load().model_copy(update={"alerts": watched.settings, "publish": settings.Publishing(required=True)})
    monkeypatch.setattr(sending, "send", watched.send)
    monkeypatch.setattr("warledger.api.alerts.USUALLY", How(watched.send))
    assert sees_of(path, given)("ada") == "whole", "without users there is one person, who sees everything"
    people = People(people_beside(path))
    people.add("Eve", "analyst", None)
    assert sees_of(path, given)("ada") == "nothing"
    people.add("Ada", "viewer", None)
    assert sees_of(path, given)("ada") == "published"
    people.add("Ada", "analyst", None)
    assert sees_of(path, given)("ada") == "whole"
    people.remove("Ada")
    revise(watched.ledger, most=1)
    assert one_round(path, given).sent == 0
    assert watched.got == []
