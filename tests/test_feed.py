"""Feeds and lists of addresses: each entry an article, nothing made up, nothing expanded."""

from __future__ import annotations

import itertools
import json
import time

import pytest

from digest.extract import documents
from digest.models import Document, RawArticle, Skipped
from digest.readers import addresses, feed, folder, xmltext

TEXT = (
    "<p>The ferry across the Sozh stopped on Monday, and two hundred lorries wait on the bank.</p>"
    "<p>“Nobody told us”, said a driver from Homel who had slept in his cab for three nights.</p>"
)
ESCAPED = TEXT.replace("&", "&amp;").replace("<", "&lt;")


def rss(items, head=""):
    return (
        f'<?xml version="1.0"?>\n<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        f'xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        f'xmlns:media="http://search.yahoo.com/mrss/">'
        f"<channel><title>River</title><link>https://river.example/news/</link>{head}{items}"
        f"</channel></rss>"
    )


def atom(entries):
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>River</title>{entries}</feed>'


def entry(**given):
    return feed.Entry(**given)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            rss(
                "<item><media:title>A picture</media:title><title>Ferry stops &amp;amp; waits</title>"
                "<link>https://river.example/a</link><dc:creator>A. Fisher</dc:creator>"
                "<pubDate>Tue, 03 May 2022 23:30:00 -0700</pubDate>"
                f"<description>Short.</description><content:encoded>{ESCAPED}</content:encoded></item>"
            ),
            entry(
                title="Ferry stops & waits",
                link="https://river.example/a",
                author="A. Fisher",
                published="Tue, 03 May 2022 23:30:00 -0700",
                content=TEXT,
            ),
        ),
        (
            rss("<item><title>Bare &nbsp; fish & chips</title><link> /b?x=1&y=2 </link></item>"),
            entry(title="Bare fish & chips", link="https://river.example/b?x=1&y=2"),
        ),
        (
            rss(
                "<item><guid>https://river.example/c</guid><description><![CDATA[5 < 6 & 7]]>"
                "</description></item>"
            ),
            entry(link="https://river.example/c", content="5 < 6 & 7"),
        ),
        (
            rss(
                '<item><guid isPermaLink="false">https://river.example/c</guid>'
                "<link>javascript:alert(1)</link></item>"
            ),
            entry(),
        ),
        (
            (
                '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
                'xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
                "<channel><link>https://river.example/</link></channel><item><title>Old form</title>"
                "<link>d.html</link><dc:date>2003-12-13T18:30:02+02:00</dc:date></item></rdf:RDF>"
            ),
            entry(
                title="Old form",
                link="https://river.example/d.html",
                published="2003-12-13T18:30:02+02:00",
            ),
        ),
        (
            atom(
                '<entry xml:base="https://river.example/x/"><title type="html">A &lt;b&gt;bold'
                '&lt;/b&gt; ferry</title><link rel="enclosure" href="p.mp3"/><link href="e.html"/>'
                "<author><name>B. Net</name><email>b@river.example</email></author>"
                "<published>2022-05-03T01:00:00Z</published><updated>2022-05-04T01:00:00Z</updated>"
                '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One &lt; two.'
                "</p></div></content></entry>"
            ),
            entry(
                title="A bold ferry",
                link="https://river.example/x/e.html",
                author="B. Net",
                published="2022-05-03T01:00:00Z",
                updated="2022-05-04T01:00:00Z",
                content="<div><p>One &lt; two.</p></div>",
            ),
        ),
        (
            atom('<entry><title>T</title><content type="text">a &lt; b\n\nc</content></entry>'),
            entry(title="T", content="<p>a &lt; b</p>\n<p>c</p>\n"),
        ),
        (
            json.dumps(
                {
                    "version": "https://jsonfeed.org/version/1.1",
                    "home_page_url": "https://river.example/",
                    "items": [
                        {
                            "url": "/f",
                            "title": "J",
                            "content_text": "x < y",
                            "authors": [{"name": "C"}],
                            "date_published": "2022-05-03",
                            "tags": 5,
                            "summary": None,
                        },
                        7,
                    ],
                }
            ),
            entry(
                title="J",
                link="https://river.example/f",
                author="C",
                published="2022-05-03",
                content="<p>x &lt; y</p>\n",
            ),
        ),
    ],
)
def test_an_entry_is_read_as_written(text, expected):
    assert feed.entries(text) == (expected,)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "plain words",
        "<html><body>page</body></html>",
        "<urlset><url><loc>https://a.example/</loc></url></urlset>",
        "<opml><body/></opml>",
        '{"version": 1}',
        "[" * 100_000,
        '{"a":' * 100_000,
    ],
)
def test_what_is_no_feed_has_no_entries(text):
    assert feed.entries(text) is None


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("\ufeff <?xml version='1.0'?>\n<!-- <rss> -->\n<feed/>", "feed"),
        ('<!DOCTYPE rss [<!ENTITY a "b">]><rss/>', "rss"),
        ("<!DOCTYPE html><HTML>", "html"),
        ("<rdf:RDF>", "rdf"),
        ("<?xml", ""),
        ("<!--" * 9, ""),
    ],
)
def test_the_root_is_found_behind_the_prolog(text, root):
    assert xmltext.root(text) == root


def test_no_entity_of_the_file_is_expanded(tmp_path):
    (tmp_path / "secret").write_text("secret words")
    names = "abcdefghij"
    bomb = "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in itertools.pairwise(names))
    text = (
        f'<!DOCTYPE rss [<!ENTITY a "boom"><!ENTITY file SYSTEM "file://{tmp_path}/secret">{bomb}]>'
        "<rss><channel><item><title>A &file; &j; B</title></item></channel></rss>"
    )
    (one,) = feed.entries(text)
    assert one.title == "A &file; &j; B"


HEAD = '<rss version="2.0"><channel><item><title>A</title><description>'


@pytest.mark.parametrize(
    "tail",
    [
        "<a " * 500_000,
        '<a b="' * 300_000,
        "&" * 2_000_000,
        "&#x" * 600_000,
        "<b>" * 500_000,
        "<![CDATA[" * 200_000,
        "<!--" * 400_000,
        "</description></item>" + "<item><title>x</title></item>" * 50_000,
        "</description><description>" * 50_000,
        "&lt;p&gt;word " * 200_000,
        "<a " + " ".join(f'xmlns:a{n}="x"' for n in range(60_000)),
        "<!DOCTYPE " * 200_000,
    ],
    ids=range(12),
)
def test_a_hostile_feed_is_read_in_linear_time(tail):
    start = time.process_time()
    found = feed.entries(HEAD + tail)
    assert time.process_time() - start < 20
    assert found[0].title == "A"


def test_the_entries_of_a_file_are_articles(tmp_path):
    items = (
        f"<item><title>Ferry stops</title><link>https://river.example/2022/05/03/ferry</link>"
        f"<pubDate>Tue, 03 May 2022 09:00:00 +0300</pubDate><description>{ESCAPED}</description></item>"
        "<item><title>Only a headline</title></item>"
        f"<item><title>Undated</title><description>{ESCAPED.replace('Sozh', 'Dnieper')}</description></item>"
    )
    (tmp_path / "river.xml").write_text(rss(items), encoding="utf-8")
    first, third, bare = folder.read([tmp_path], max_bytes=100_000)
    assert [first.source, third.source] == [f"{tmp_path}/river.xml#{n}" for n in (1, 3)]
    assert isinstance(bare, Skipped)
    assert (bare.reason, bare.detail[:12]) == ("empty", "1 of 3 entri")
    assert first.text == TEXT
    document = documents.read(first)
    assert "The ferry across the Sozh stopped on Monday" in document.text
    assert (document.meta.title, document.meta.url) == (
        "Ferry stops",
        "https://river.example/2022/05/03/ferry",
    )
    assert [(d.date, d.confidence) for d in document.meta.dates] == [("2022-05-03", "high")]
    assert documents.read(third).meta.dates == ()


@pytest.mark.parametrize(
    ("published", "link", "dates"),
    [
        ("Tue, 03 May 2022 23:30:00 -0700", "", [("2022-05-03", "low")]),
        ("Wed, 4 May 2022 00:00 GMT", "https://r.example/2022/05/04/a", [("2022-05-04", "high")]),
        ("2022-05-04T00:10:00+03:00", "https://r.example/2021/05/04/a", [("2022-05-04", "low")]),
        ("2022-13-45", "", []),
        ("yesterday", "", []),
        ("", "https://r.example/2022/05/04/a", []),
    ],
)
def test_a_feed_s_date_is_sure_only_where_the_address_says_the_same(published, link, dates):
    hints = {"entry published": published, "entry link": link, "entry title": "T"}
    raw = RawArticle(
        source="a.xml#1", kind="html", id="0" * 16, text=TEXT, hints=tuple(sorted(hints.items()))
    )
    document = documents.read(raw)
    assert isinstance(document, Document)
    assert [(d.date, d.confidence) for d in document.meta.dates] == dates


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("map.xml", b"<urlset/>", "unsupported"),
        ("settings.json", b"{}", "unsupported"),
        ("a.xml", b"  ", "empty"),
        ("a.rss", rss("").encode(), "empty"),
        ("a.xml", bytes(range(256)) * 9, "binary"),
        ("a.xml", b"<rss>" + b" " * 200_000, "too-large"),
    ],
)
def test_a_file_that_holds_no_feed_is_skipped(tmp_path, name, data, reason):
    (tmp_path / name).write_bytes(data)
    (one,) = folder.read([tmp_path], max_bytes=100_000)
    assert one.reason == reason


@pytest.mark.parametrize("codec", ["utf-8", "utf-16", "koi8-r", "windows-1251"])
def test_a_feed_is_decoded_as_it_declares(tmp_path, codec):
    text = rss("<item><title>Паром</title><description>Паром через Сож стоит.</description></item>")
    text = text.replace('version="1.0"?', f'version="1.0" encoding="{codec}"?')
    (tmp_path / "a.xml").write_bytes(text.encode(codec))
    (one,) = folder.read([tmp_path], max_bytes=100_000)
    assert (one.text, dict(one.hints)["entry title"]) == ("Паром через Сож стоит.", "Паром")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "# outlets\nhttps://a.example/feed\n\n  http://b.example/x?y#z  # the second\n"
                "https://a.example/feed\nnonsense\n"
            ),
            ("https://a.example/feed", "http://b.example/x?y#z", "nonsense"),
        ),
        (
            (
                '<?xml version="1.0"?><opml version="2.0"><body><outline text="B & C">'
                '<outline xmlUrl="https://a.example/1&2" htmlUrl="https://a.example/"/><outline>'
                '<outline text="deep" type="link" url="https://c.example/"/></outline></outline>'
                '<outline text="nothing"/></body></opml>'
            ),
            ("https://a.example/1&2", "https://c.example/"),
        ),
        (
            (
                '<!DOCTYPE opml [<!ENTITY a "https://evil.example/">]><opml><body>'
                '<outline xmlUrl="https://a.example/"/>&a;</body></opml>'
            ),
            ("https://a.example/",),
        ),
        ("", ()),
    ],
)
def test_addresses_are_listed_in_order(text, expected):
    assert addresses.listed(text) == expected
