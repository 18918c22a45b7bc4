"""The page: one file, nothing loaded, nothing run but its own scripts, and no text of a report gets out of its place."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pytest

from warledger.products.html_report import HtmlReport, HtmlSettings
from warledger.products.html_report import part as source_part


class Page(HTMLParser):
    """The elements of a page with their attributes, and the texts of scripts and styles."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.inline: list[tuple[str, dict[str, str], str]] = []
        self.words: list[str] = []
        self._open: tuple[str, dict[str, str]] | None = None
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.elements.append((tag, given))
        self._open = (tag, given) if tag in ("script", "style") else None

    def handle_endtag(self, tag: str) -> None:
        self._open = None

    def handle_data(self, data: str) -> None:
        if self._open:
            self.inline.append((*self._open, data))
        else:
            self.words.append(data)

    @property
    def data(self) -> Any:
        return json.loads(next(text for tag, given, text in self.inline if given.get("id") == "data"))

    @property
    def policy(self) -> dict[str, str]:
        text = next(given["content"] for tag, given in self.elements if given.get("http-equiv") == "Content-Security-Policy")
        return dict(directive.strip().split(" ", 1) for directive in text.split(";"))


def page(sample: Any, **settings: Any) -> Page:
    return Page(sample.write(HtmlReport(HtmlSettings(**settings))).decode("utf-8"))


def test_no_element_loads_anything(sample: Any) -> None:
    loading = {"src", "srcset", "href", "data", "poster", "action", "formaction", "background", "xlink:href", "cite", "ping"}
    found = [(tag, name, value) for tag, given in page(sample).elements for name, value in given.items()
             if name in loading and not value.startswith("#")]
    assert found == []
    assert not any(tag in ("link", "iframe", "object", "embed", "base", "img") for tag, _given in page(sample).elements)


def test_styles_and_scripts_name_no_address() -> None:
    for name in ("style.css", "page.html", "dom.js", "ledger.js", "view.js", "facets.js", "markers.js", "map.js", "timeline.js",
                 "list.js", "reports.js", "incident.js", "start.js"):  # fmt: skip
        text = source_part(name)
        assert not re.search(r"https?://|//[a-z]+\.|url\((?!#)|@import|\bfetch\(|XMLHttpRequest|WebSocket|sendBeacon|import\(", text), name


def test_scripts_never_parse_text_as_html() -> None:
    from warledger.products.html_report import SCRIPTS

    for name in SCRIPTS:
        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|DOMParser", source_part(name)), name


def test_the_policy_allows_nothing_but_the_inlined_scripts_and_style(sample: Any) -> None:
    shown = page(sample)

    def hashes(tag: str) -> set[str]:
        return {"'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"
                for name, given, text in shown.inline if name == tag and given.get("type") != "application/json"}

    assert shown.policy["default-src"] == "'none'"
    assert set(shown.policy["script-src"].split()) == hashes("script")
    assert set(shown.policy["style-src"].split()) == hashes("style")
    assert "unsafe" not in " ".join(shown.policy.values())
    assert not [given for _tag, given in shown.elements if any(name.startswith("on") or name == "style" for name in given)]


def test_hostile_text_stays_inside_the_data(sample: Any) -> None:
    raw = sample.write(HtmlReport()).decode("utf-8")
    assert "alert(1)</script>" not in raw
    assert "<img src=x" not in raw
    assert "\u2028" not in raw
    assert raw.count("<script") == raw.count("</script>") == 12
    text = next(report["text"] for report in page(sample).data["reports"] if report["id"] == "r_2")
    assert sample.hostile in text


def test_a_hostile_title_is_only_a_title(sample: Any) -> None:
    shown = page(sample, title=f"</title>{sample.hostile}")
    assert not any(tag == "img" for tag, _given in shown.elements)
    assert sum(tag == "title" for tag, _given in shown.elements) == 1


def test_a_link_is_offered_for_web_addresses_only(sample: Any) -> None:
    links = {report["id"]: report["url"] for report in page(sample).data["reports"]}
    assert links == {"r_1": "https://harbour.example/1", "r_2": None, "r_3": None}


def test_every_incident_claim_and_report_is_in_the_page(sample: Any) -> None:
    data = page(sample).data
    assert {item["id"] for item in data["incidents"]} == {"i_1", "i_2", "i_3"}
    assert {item["id"] for item in data["claims"]} == {"c_1", "c_2", "c_3", "c_4", "c_5"}
    assert [data["claims"][index]["id"] for index in data["loose"]] == ["c_5"]


def test_the_text_of_a_report_is_carried_once(sample: Any) -> None:
    raw = sample.write(HtmlReport()).decode("utf-8")
    assert raw.count("killing at least 13 soldiers") == 1


def test_without_texts_the_passages_carry_their_words(sample: Any) -> None:
    data = page(sample, texts=False).data
    assert all(report["text"] is None for report in data["reports"])
    assert ["trigger", "shelled"] in [[passage[0], passage[3]] for claim in data["claims"] for passage in claim["passages"]]


def test_a_claim_without_its_report_keeps_its_words(sample: Any) -> None:
    orphan = next(claim for claim in page(sample).data["claims"] if claim["id"] == "c_4")
    assert orphan["report"] is None
    assert orphan["passages"] == [["sentence", 0, 5, "Bombs"]]
    nowhere = next(item for item in page(sample).data["incidents"] if item["id"] == "i_3")
    assert nowhere["missing"] == 1


def test_a_province_is_an_area_and_a_town_a_point(sample: Any) -> None:
    places = {item["id"]: item["place"] for item in page(sample).data["incidents"]}
    assert places["i_2"]["area"] is True
    assert places["i_2"]["radius"] == 55
    assert places["i_1"]["area"] is False
    assert places["i_3"] is None


def test_an_incident_whose_versions_contradict_is_marked_as_rival(sample: Any) -> None:
    assert {item["id"]: item["rival"] for item in page(sample).data["incidents"]} == {"i_1": True, "i_2": False, "i_3": False}


def test_the_head_counts_incidents_claims_origins_and_reports(sample: Any) -> None:
    words = " ".join(" ".join(page(sample).words).split())
    assert "3 incidents" in words
    assert "5 claims" in words
    assert "3 independent origins" in words
    assert "3 reports" in words
    assert "3 Feb 2020" in words


def test_one_of_anything_is_not_written_as_many(sample: Any) -> None:
    only = replace(sample, incidents=sample.incidents[:1], claims=sample.claims[:1], reports=sample.reports[:1])
    words = " ".join(" ".join(page(only).words).split())
    assert "1 incident " in words
    assert "1 independent origin " in words


def test_an_empty_ledger_gives_a_whole_page(empty: Any) -> None:
    shown = page(empty)
    assert shown.data["incidents"] == []
    assert shown.data["base"]["fine"] is None
    assert "0 incidents" in " ".join(" ".join(shown.words).split())
    assert "No incidents yet" in source_part("list.js")


def test_the_bytes_do_not_depend_on_the_order_of_the_records(sample: Any) -> None:
    assert sample.write(HtmlReport()) == sample.turned().write(HtmlReport())


def test_a_small_report_is_a_small_file(sample: Any) -> None:
    assert len(sample.write(HtmlReport())) < 400_000


def test_a_lone_surrogate_does_not_stop_the_page(sample: Any) -> None:
    broken = replace(sample, reports=(replace(sample.reports[0], text="Title\n\nbad \ud800 half"),))
    assert "\ufffd half" in page(broken).data["reports"][0]["text"]


@pytest.mark.parametrize("word", ["prefers-color-scheme: dark", "@media print", "prefers-reduced-motion", "tabular-nums", ":focus-visible"])
def test_the_style_cares_for(word: str) -> None:
    assert word in source_part("style.css")


def test_every_control_has_a_name(sample: Any) -> None:
    html = sample.write(HtmlReport()).decode("utf-8")
    body = html[html.index("<body>"): html.index('<script type="application/json"')]
    for opening, inner in re.findall(r"<button([^>]*)>(.*?)</button>", body, re.DOTALL):
        assert "aria-label" in opening or re.search(r"[A-Za-z]{3}", inner)
