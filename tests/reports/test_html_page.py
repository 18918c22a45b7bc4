"""A saved page gives its article and what its metadata says."""

from __future__ import annotations

import pytest

PARAGRAPHS = [
    "Shells fell on the market of the small town for the third day in a row, and its mayor asked for a pause in the fighting.",
    "Residents told the newspaper that at least four stalls had burnt down and that the bakery beside them had been closed.",
    "The army did not answer questions. A spokesman for the rebels said that his men had not been anywhere near the market.",
]


def page(head: str = "", body: str | None = None, lang: str = "en") -> str:
    article = body if body is not None else "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    return (f'<!DOCTYPE html><html lang="{lang}"><head><title>Market shelled again</title>{head}</head><body>'
            f"<nav><a href='/'>Home</a> <a href='/w'>World</a></nav><article><h1>Market shelled again</h1>{article}</article>"
            "<footer>Copyright 2011 The River Post. All rights reserved.</footer></body></html>")


META = ('<meta property="og:site_name" content="The River Post"><meta property="og:title" content="Market shelled again">'
        '<meta property="article:published_time" content="2022-03-07T21:00:00+02:00">'
        '<link rel="canonical" href="https://river.example/market">')


def test_a_page_gives_title_text_outlet_address_and_date(read_file) -> None:
    (report,), problems = read_file("a.html", page(META))
    assert problems == []
    assert report.title == "Market shelled again"
    assert all(paragraph in report.text for paragraph in PARAGRAPHS)
    assert "All rights reserved" not in report.text
    assert (report.outlet, report.url) == ("The River Post", "https://river.example/market")
    assert (report.published, report.published_from, report.language) == ("2022-03-07", "page", "en")


def test_the_headline_stands_once_in_the_text(read_file) -> None:
    (report,), _ = read_file("a.html", page(META))
    assert report.text.count("Market shelled again") == 1
    assert report.text[report.body_start :].startswith(PARAGRAPHS[0])


@pytest.mark.parametrize(("first", "title", "kept"), [
    ("Market shelled again", "Market shelled  again", False),
    ("MARKET SHELLED AGAIN", "Market shelled again | The River Post", False),
    ("Market shelled again", "Market shelled again - The River Post", False),
    ("Market", "Market shelled again", True),
    ("Market shelled again by night", "Market shelled again", True),
    ("Market shelled again", None, True),
    ("Market shelled again", "Market shelled again-ish", True),
])
def test_only_the_headline_above_a_body_is_left_out(first: str, title: str | None, kept: bool) -> None:
    from warledger.reports.html_page import without_headline

    assert without_headline(f"{first}\nShells fell.", title) == (f"{first}\nShells fell." if kept else "Shells fell.")


def test_a_year_in_the_footer_is_no_date(read_file) -> None:
    (report,), _ = read_file("a.html", page())
    assert (report.published, report.published_from) == (None, "none")


def test_a_given_date_fills_a_page_without_one(read_file) -> None:
    (report,), _ = read_file("a.html", page(), published="2022-03-08", outlet="Post")
    assert (report.published, report.published_from, report.outlet) == ("2022-03-08", "given", "Post")


def test_the_charset_of_the_page_is_believed(read_file) -> None:
    text = "".join(f"<p>{'قصفت القوات السوق في البلدة لليوم الثالث على التوالي كما قال السكان. ' * 3}</p>" for _ in range(3))
    raw = page('<meta charset="windows-1256">', text, lang="ar").encode("cp1256", "replace")
    (report,), problems = read_file("a.html", raw)
    assert "قصفت القوات السوق" in report.text
    assert (report.language, problems) == ("ar", [])


def test_the_text_of_the_source_decides_the_language_not_the_template(read_file) -> None:
    french = "".join("<p>Les tirs sur le marché ont continué jusqu'au soir, selon les habitants de la petite ville.</p>" for _ in "abc")
    (report,), _ = read_file("a.html", page("", french, lang="en"))
    assert report.language == "fr"


@pytest.mark.parametrize("markup", ["<html></html>", "<html><body><nav>Home</nav></body></html>", "<!DOCTYPE html>", "<p>"])
def test_a_page_without_an_article_is_a_problem(read_file, markup: str) -> None:
    reports, problems = read_file("a.html", markup)
    assert reports == []
    assert [problem.kind for problem in problems] == ["no-text"]


@pytest.mark.parametrize("markup", [
    page(META).replace("</p>", "").replace("</article>", ""),
    page(META).replace("<p>", "<p><b><i><font color=red").replace("</h1>", "</h2></h3>"),
    page(META) + page(META),
    page(META, "<div>" * 3000 + PARAGRAPHS[0] + "</div>" * 3000 + "".join(f"<p>{one}</p>" for one in PARAGRAPHS)),
    page(META).replace("<body>", "<body>\x00\x0b<![CDATA[ x ]]><!-- <!-- -->"),
    page('<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": [[[}</script>'),
    "<" * 10_000 + page(META),
    page(META)[:-400],
])
def test_bad_markup_is_read_as_far_as_it_goes_or_told(read_file, markup: str) -> None:
    reports, problems = read_file("a.html", markup)
    assert reports or problems
    for report in reports:
        report.to_json().encode("utf-8")
