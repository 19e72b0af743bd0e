"""Web pages: text, title, outlet, dates, and pages that mean harm."""

from __future__ import annotations

import json
import time
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.extract import html
from digest.models import Metadata
from digest.text import visible

STORY = (
    "The bridge over the river was opened on Tuesday morning after four years of work.",
    "About two thousand people walked across it in the first hour, the city said.",
    "The old bridge will be taken down next spring and its stones will be sold.",
    "A second bridge is planned further north, but nobody has found the money for it.",
)
MENU = "".join(f'<li><a href="/{n}">Section number {n}</a></li>' for n in range(12))
TEASERS = "".join(
    f'<h3><a href="/t{n}">Another story, number {n}, about it</a></h3>' for n in range(6)
)


def _page(body: str, head: str = "") -> str:
    return (
        f"<!doctype html><html lang='en-GB'><head>{head}</head><body><nav><ul>{MENU}</ul></nav>"
        f"<main><article>{body}</article></main><aside>{TEASERS}</aside>"
        "<footer><p>All rights reserved by the publisher of this page.</p></footer></body></html>"
    )


def _paragraphs(texts: tuple[str, ...] = STORY) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def _lines(page: str) -> list[str]:
    return [line for line in html.read(page, Metadata())[0].split("\n") if line]


def _meta(page: str) -> Metadata:
    return html.read(page, Metadata())[1]


class _Nodes(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002
        self.silent += tag in {"script", "style"}

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in {"script", "style"}

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.texts.append(data)


def _nodes(page: str) -> str:
    nodes = _Nodes()
    nodes.feed(page)
    nodes.close()
    return visible("".join(nodes.texts))


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        (_paragraphs(), [*STORY]),
        ("<h1>Bridge open</h1>" + _paragraphs(), [*STORY]),
        ("<h1>Bridge open</h1><h2>Why it took so long</h2>" + _paragraphs(), ["Why it took so long", *STORY]),
        (_paragraphs() + "<h2>Stones</h2><ul><li>for walls</li><li>for paths</li></ul>" + _paragraphs(tuple(t + " Again." for t in STORY)),
         [*STORY, "Stones", "for walls", "for paths", *(t + " Again." for t in STORY)]),
        ("<br><br>".join(STORY), [*STORY]),
        (_paragraphs() + '<p><a href="/x">Read more: the story of the old bridge</a></p>', [*STORY]),
        (_paragraphs(tuple(t.replace(" the ", " <b>the</b> ").replace("o", "&#111;") for t in STORY)), [*STORY]),
        (_paragraphs() + "<script>var x = 'not text';</script><style>p{}</style>", [*STORY]),
        (_paragraphs() + f"<div>{' '.join(STORY * 6)}</div>", [*STORY]),
    ],
)  # fmt: skip
def test_the_articles_blocks_are_kept(body: str, lines: list[str]) -> None:
    found = _lines(_page(body))
    assert [line for line in lines if line not in found] == []
    assert not any(
        word in " ".join(found) for word in ("Section number", "Another story", "rights")
    )
    if "Why it took" not in body:
        assert found == lines or body.count("<div>")


@pytest.mark.parametrize(
    "body",
    [
        "<p>It cost &#163;5 &#150; or &euro;6&nbsp;million &#x1F600; &bogus; &amp;amp; in all.</p>"
        * 3,
        "<p>one<!-- comment -->two <button>press</button> three four five six seven eight</p>" * 3,
        "<p>A &lt;b&gt;bold&lt;/b&gt; claim<sup>1</sup> was made by H<sub>2</sub>O makers today.</p>"
        * 3,
        "<table><tr><td>Bridge</td><td>1,200 m</td></tr><tr><td>Tower</td><td>90 m</td></tr></table>",
        "<p>Soft\u00adhyphens and zero\u200bwidth marks, and a broken <b>tag <i>soup</b> here</i>.</p>",
        "<div>Text beside <p>a paragraph</p> and after <div>another</div> block of words</div>",
        "<p>plain</p><plaintext><p>never closed",
        "<p>marked <![CDATA[section]]> here</p>",
        "<p title='never closed>lost</p>",
    ],
)
def test_every_line_is_a_slice_of_the_text_nodes(body: str) -> None:
    page = _page(_paragraphs() + body)
    shown = _nodes(page)
    assert [line for line in _lines(page) if visible(line) not in shown] == []


@given(st.lists(st.sampled_from(["<p>", "</p>", "<br>", "<b>", "</b>", "<div>", "</div>", "<li>", "a b", " c. ", "&amp;", "<td>", "<tr>", "<table>", "</table>", "<span>", "\u200b", "\n"]), max_size=40))  # fmt: skip
def test_tag_soup_gives_slices_of_the_page(soup: list[str]) -> None:
    page = _paragraphs() + "".join(soup)
    shown = _nodes(page)
    assert all(visible(line) in shown for line in _lines(page))


@pytest.mark.parametrize(
    ("head", "heading", "title"),
    [
        ("<title>Bridge open at last - The River Post</title>", "", "Bridge open at last"),
        ("<title>Bridge open at last, after years of work | News</title>", "", "Bridge open at last, after years of work"),
        ("<title>The River Post: Bridge open</title><meta property='og:site_name' content='The River Post'>", "", "Bridge open"),
        ("<title>River Post</title>", "<h1>The bridge is open</h1>", "The bridge is open"),
        ("<title>Bridge open at last | Post</title>", "<h1>The River Post</h1><h1>Bridge open at last</h1>", "Bridge open at last"),
        ("<meta property='og:title' content='The bridge is open'>", "<h1><span>Traffic</span> The bridge is open</h1>", "The bridge is open"),
        ("<meta property='og:title' content='Words that the page does not show'>", "<h1>Bridge open</h1>", "Bridge open"),
        ("<title>A &lt;b&gt; bridge</title>", "<h1>A &lt;b&gt; <script>x()</script>bridge</h1>", "A <b> bridge"),
        ("", "", None),
    ],
)  # fmt: skip
def test_title(head: str, heading: str, title: str | None) -> None:
    assert _meta(_page(heading + _paragraphs(), head)).title == title


def _linked(**data: object) -> str:
    return f"<script type='application/ld+json'>{json.dumps(data)}</script>"


ARTICLE = {"@type": "NewsArticle", "datePublished": "2022-05-03T08:00:00+02:00"}
META = "<meta property='article:published_time' content='{}'>"
H1 = "<h1>Bridge open</h1>"


@pytest.mark.parametrize(
    ("head", "body", "day", "sure"),
    [
        (_linked(**ARTICLE), "", "2022-05-03", True),
        (_linked(**{"@graph": [{"@type": "WebPage"}, ARTICLE]}), "", "2022-05-03", True),
        (_linked(**ARTICLE) + META.format("2019-01-01"), "", "2022-05-03", False),
        (_linked(**ARTICLE) + META.format("2019-01-05"), H1 + "<p>5 January 2019</p>", "2019-01-05", True),
        (META.format("2022-05-03"), "", "2022-05-03", True),
        ("<meta name='date' content='2022-05-03'>", "", "2022-05-03", False),
        ("", "<time datetime='2022-05-03'>on Tuesday</time>", "2022-05-03", False),
        ("", H1 + "<p>May 3, 2022</p><time datetime='2022-05-03'>3.5.</time>", "2022-05-03", True),
        ("", H1 + "<p>3. Mai 2022</p>", "2022-05-03", False),
        ("", H1 + "<p>03.05.2022, 10:15</p>", "2022-05-03", False),
        ("", H1 + "<p>03/05/2022</p>", None, False),
        ("<link rel='canonical' href='https://a.example/2022/05/03/bridge'>", H1 + "<p>3 May 2022</p>", "2022-05-03", True),
        (_linked(**{"@type": "Organization", "datePublished": "2001-01-01"}), "", None, False),
        (_linked(**ARTICLE | {"datePublished": "2022-02-31"}), "", None, False),
        ("<script type='application/ld+json'>{broken</script>", "", None, False),
        ("<script type='application/ld+json'>" + "[" * 90000 + "</script>", "", None, False),
    ],
)  # fmt: skip
def test_date(head: str, body: str, day: str | None, sure: bool) -> None:
    dates = _meta(_page(body + _paragraphs(), head)).dates
    first = dates[0] if dates else None
    if day is None:
        assert first is None or first.basis == "htmldate"
    else:
        assert first is not None
        assert (first.date, first.confidence) == (day, "high" if sure else "low")


def test_midnight_written_in_utc_is_the_day_after() -> None:
    page = _page(_paragraphs(), META.format("2022-05-02T22:00:00.000Z")).replace("en-GB", "de")
    assert _meta(page).dates[0].date == "2022-05-03"


def test_outlet_language_address_author() -> None:
    head = (
        "<meta property='og:site_name' content='The River Post'><meta name='author' content='A. Ito'>"
        "<link rel='canonical' href='https://a.example/bridge'>"
    )
    meta = _meta(_page(_paragraphs(), head))
    assert (meta.outlet, meta.language, meta.url, meta.author) == (
        "The River Post",
        "en",
        "https://a.example/bridge",
        "A. Ito",
    )


def test_the_container_knows_better() -> None:
    container = Metadata(title="From the feed", url="https://feed.example/1", language="de")
    meta = html.read(_page(H1 + _paragraphs()), container)[1]
    assert (meta.title, meta.url, meta.language) == (
        "From the feed",
        "https://feed.example/1",
        "de",
    )


@pytest.mark.parametrize(
    "page",
    [
        "",
        "<!-- nothing -->",
        "<html><frameset><frame src=a><noframes>Get a browser.</noframes></frameset></html>",
        "<div id=root></div><noscript>You need JavaScript.</noscript><script>run()</script>",
        "<ul>" + MENU + "</ul>",
    ],
)
def test_a_page_without_an_article_has_no_text(page: str) -> None:
    assert html.read(page, Metadata())[0] == ""


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 100_000 + "deep" + "</div>" * 100_000,
        "<b>" * 100_000,
        "<p>" + "word " * 100_000,
        "a<br>" * 10_000,
        "<p>one two three four</p>" * 4_000,
        "<h1>x</h1>" * 4_000,
        "<time datetime=2020-01-02>x</time>" * 20_000,
        "<script type=application/ld+json>" + " " * 300_000,
    ],
    ids=["div", "b", "line", "br", "p", "h1", "time", "json"],
)
def test_no_page_takes_long(page: str) -> None:
    start = time.process_time()
    html.read(page, Metadata())
    assert time.process_time() - start < 30
