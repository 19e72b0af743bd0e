"""Whatever a text holds, a page shows it as text: one law per output."""

import xml.etree.ElementTree as ET
from html.parser import HTMLParser

import markdown as python_markdown
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from digest.escape import attribute, fragment, longest_printable, markdown, url, xml
from digest.text import UNPRINTABLE, visible

EXTENSIONS = ["md_in_html", "toc", "tables", "fenced_code"]
"""Ours, and the three that MkDocs always adds."""

PLACES = {
    "item": "- {} <small>[line 3](#a)</small>\n",
    "numbered": "1. {}\n2. {}\n",
    "heading": "# {} …\n",
    "paragraph": "{}\n\nA line of ours.\n",
    "cell": "| a | b |\n| --- | --- |\n| {} | {} |\n",
    "link": "- **[{}](other.md)**\n",
    "wrapped": '<section class="x" markdown="1">\n\n## Ours\n\n- {}\n\n</section>\n',
    "in a paragraph": '<p class="kick" markdown="1">Ours · {} · [ours](other.md)</p>\n',
    "bold": "- **{}** <small>{}</small>\n",
}
HOSTILE = [
    "<script>alert(1)</script>",
    "</q></section><img src=x onerror=alert(1)>",
    "[x](javascript:alert(1)) ![y](http://a.example/p.png) [z]: http://a.example",
    "*[HTML]: Hyper\n[ref]: javascript:x",
    '{: onclick="alert(1)" } { #id .class }',
    '--8<-- "/etc/passwd"',
    "[TOC]",
    "{{ config }} {% raw %}",
    "<!-- --> <![CDATA[ x ]]> <!doctype x> <?php ?>",
    "`code` ``` ~~~ ```python",
    "a | b |\n| --- | --- |",
    "# 5 of them\n## h\n1. On Monday\n- x\n> q\n    code",
    "*no* _no_ **no** __no__ ~~no~~ a_b_c \\*x\\* \\",
    "&lt;b&gt; &amp;amp; &#60;script&#62; &copy",
    "http://a.example/x www.a.example <http://a.example> a@b.example",
    "---\ntitle: x\n---",
    "!!! note\n    x\n??? x\n:::",
    "\u202eevil\u202c \u2066x\u2069",
    "\x02wzxhzdk:0\x03 klzzwxh:0 \x02amp\x03",
    "“ends with”…",
    " ",
    "$x$ $$y$$ ^a^ ==b== ++c++ :smile: @name #12",
]


class Taken(HTMLParser):
    """What a browser would take from the page: text by q, other text, and all tags."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.quotes: list[str] = []
        self.tags: list[tuple[str, tuple[tuple[str, str | None], ...]]] = []
        self.comments: list[str] = []
        self._inside = False
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, tuple(sorted(attrs))))
        if tag == "q":
            self._inside = True
            self.quotes.append("")

    def handle_endtag(self, tag):
        if tag == "q":
            self._inside = False

    def handle_data(self, data):
        if self._inside:
            self.quotes[-1] += data

    def handle_comment(self, data):
        self.comments.append(data)

    def handle_decl(self, decl):
        self.comments.append(decl)

    unknown_decl = handle_pi = handle_decl


def rendered(place: str, text: str) -> Taken:
    quoted = f'<q class="s" data-a="0123">{markdown(text)}</q>'
    source = PLACES[place].replace("{}", quoted)
    return Taken(python_markdown.markdown(source, extensions=EXTENSIONS))


def tags(taken: Taken) -> list[tuple[str, tuple[tuple[str, str | None], ...]]]:
    """Drop the ids that headings get from their words."""
    return [(t, () if t in {"h1", "h2"} else attrs) for t, attrs in taken.tags]


@pytest.mark.parametrize("place", sorted(PLACES))
@settings(max_examples=60, deadline=None)
@given(
    text=st.text(max_size=60)
    | st.sampled_from(HOSTILE)
    | st.text("<>&*_`[](){}!#|~\\:/ \n-+=.1a\"'", max_size=40)
)
def test_any_text_comes_back_as_text_and_nothing_else(place, text):
    taken, plain = rendered(place, text), rendered(place, "x")
    assert {visible(q) for q in taken.quotes} == {visible(longest(text))}
    assert tags(taken) == tags(plain)
    assert not taken.comments


def longest(text: str) -> str:
    """Drop what no page can carry, as escaping does."""
    return UNPRINTABLE.sub("", text)


@pytest.mark.parametrize("place", sorted(PLACES))
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_inert_in_every_place(place, text):
    taken, plain = rendered(place, text), rendered(place, "x")
    assert {visible(q) for q in taken.quotes} == {visible(longest(text))}
    assert tags(taken) == tags(plain)
    assert not taken.comments


@given(text=st.text(max_size=60))
@example(text='"onmouseover="alert(1)')
@example(text="`[x](y)`")
def test_an_attribute_of_an_inline_tag_holds_any_text(text):
    source = f'- words <svg aria-label="{attribute(text)}"></svg> words'
    found = Taken(python_markdown.markdown(source, extensions=EXTENSIONS))
    labels = [dict(attrs) for tag, attrs in found.tags if tag == "svg"]
    assert [visible(label["aria-label"]) for label in labels] == [visible(longest(text))]
    assert [set(label) for label in labels] == [{"aria-label"}]


@given(text=st.text(max_size=80))
def test_xml_holds_any_text(text):
    element = ET.fromstring(f'<a b="{xml(text)}">{xml(text)}</a>')  # noqa: S314
    assert visible(element.text or "") == visible(longest(text))
    assert visible(element.get("b", "")) == visible(longest(text))


@pytest.mark.parametrize(
    ("given_", "expected"),
    [
        ("https://news.example/a-b?c=1&d=%20#e", "https://news.example/a-b?c=1&d=%20#e"),
        (
            "http://news.example/ü (x)*[y]`z`",
            "http://news.example/%C3%BC%20%28x%29%2A%5By%5D%60z%60",
        ),
        ("http://news.example/100%", "http://news.example/100%25"),
        ("javascript:alert(1)", None),
        ("JAVASCRIPT://news.example/%0aalert(1)", None),
        ("data:text/html,x", None),
        ("//news.example/x", None),
        ("/etc/passwd", None),
        ("https://user:secret@news.example/", None),
        ("https://news.example:port/", None),
        ("http://[::1", None),
        ("https://nеws.example/", None),
        ("", None),
        (None, None),
    ],
)
def test_only_a_plain_web_address_becomes_a_link(given_, expected):
    assert url(given_) == expected


def test_a_fragment_names_a_short_sentence_whole_and_a_long_one_by_its_ends():
    assert fragment("Talks, on-going & new.") == "#:~:text=Talks%2C%20on%2Dgoing%20%26%20new."
    long = " ".join(f"w{n}" for n in range(100))
    assert fragment(long) == "#:~:text=w0%20w1%20w2%20w3%20w4,w95%20w96%20w97%20w98%20w99"


def test_the_longest_printable_stretch_stands_for_a_text():
    assert longest_printable("a\x00 long  one\x07b") == "long one"
