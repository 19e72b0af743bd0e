"""Compare what is published with the raw articles; every failure names its place."""

from __future__ import annotations

import html
import json
import posixpath
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from digest.cards.draw import draw
from digest.text import base_id, sentence_id, visible, words
from digest.verify import dataset, linked
from digest.verify.files import Content, Count, Slice, markdown_slices, page
from digest.verify.table import slices

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digest.cards.card import Card
    from digest.models import Brief, Entry
    from digest.verify.counts import Counts
    from digest.verify.sources import Source

_PLACE = re.compile(r"<loc>([^<]*)</loc>|^Sitemap: *(\S+)", re.MULTILINE)
LEAK = 12
"""Words in a row, outside any mark, that are an article's: names of offices run to ten (in the 593
articles of the public story set three have nine or more)."""


@dataclass(slots=True)
class Findings:
    """What was checked, how often, and what did not hold."""

    failures: list[str] = field(default_factory=list)
    sentences: int = 0
    slices: int = 0
    counts: int = 0
    links: int = 0
    entries: int = 0
    cards: int = 0

    def fail(self, path: str, at: int | None, what: str) -> None:
        """Note a failure at a place."""
        self.failures.append(f"{path}:{at}: {what}" if at else f"{path}: {what}")

    def summary(self) -> str:
        """Say what was checked, in one line."""
        return (
            f"verified {self.sentences} sentences and {self.slices} slices against their sources, "
            f"{self.counts} numbers, {self.links} links, {self.entries} search entries, "
            f"{self.cards} cards"
        )


@dataclass(slots=True)
class Gate:
    """One verification: feed it files, then ask for the findings."""

    sources: dict[str, Source]
    counts: Counts
    shown: dict[str, dict[str, str]]
    """By article, the sentences that may be shown: id and text."""
    base: str
    """Address of the site as feeds name it, with a slash at the end; may be empty."""
    entries: dict[str, Entry] = field(default_factory=dict)
    """What is known of each article."""
    found: Findings = field(default_factory=Findings)
    pages: dict[str, Content] = field(default_factory=dict)
    """What was read, by path: ids and links."""
    _outside: dict[str, str] = field(default_factory=dict)

    def markdown(self, path: str, text: str) -> None:
        """Check a Markdown page that we generated."""
        for one in markdown_slices(text):
            self.hold(path, one)

    def rendered(self, path: str, text: str, *, generated: bool) -> None:
        """Check a rendered page; its links are checked once all pages are known."""
        content = page(text)
        sentences = [s for s in content.slices if s.sentence is not None]
        for one in content.slices:
            self.hold(path, one)
        for count in content.counts:
            self.count(path, count, sentences)
        self._linked(path, content)
        if generated:
            self.note_outside(path, content)
        content.slices, content.outside, content.counts = [], [], []
        self.pages[path] = content

    def feed(self, path: str, text: str) -> None:
        """Check an Atom feed: its marks, and that its links lead to pages of the site."""
        content = page(text)
        for one in content.slices:
            self.hold(path, one)
        content.ids = set()
        self.pages[path] = content

    def json_feed(self, path: str, text: str) -> None:
        """Check a JSON feed: the marks of its items, their titles, and its links."""
        value: Any = json.loads(text)
        held = Content(links=[(value.get("home_page_url", ""), 0), (value.get("feed_url", ""), 0)])
        for item in value["items"]:
            content = page(item["content_html"])
            for one in content.slices:
                self.hold(path, one)
            title = next((s.text for s in content.slices if s.sentence is None), "")
            if visible(item["title"].removesuffix("…")) != visible(title):
                self.found.fail(path, None, f"title {item['title'][:80]!r} is not its headline")
            held.links += [*content.links, (item.get("url", ""), 0)]
        self.pages[path] = held

    def data(self, path: str, text: str) -> None:
        """Check a published JSON file: an article's object, or a table over all articles."""
        value: Any = json.loads(text)
        if value.get("id") in self.sources:
            for one in dataset.article(value):
                self.hold(path, one)
            self.pages[path] = Content(links=[(_up(path) + value["page"], 0)])
        read = dataset.table(value)
        if read is None:
            return
        for one in read.slices:
            self.hold(path, one)
        for one in read.places:
            said = self.shown.get(one.article, {}).get(one.sentence or "")
            if said is None or visible(one.text) not in visible(said):
                self.found.fail(path, None, f"no such shown sentence: {one.article} {one.sentence}")
        for key in read.articles:
            if key not in self.sources:
                self.found.fail(path, None, f"names article {key!r}, which no source has")
        for count in read.counts:
            self.count(path, count, [])
        content = Content(outside=read.outside, links=[(_up(path) + one, 0) for one in read.links])
        self.note_outside(path, content)
        content.outside = []
        self.pages[path] = content

    def sitemap(self, path: str, text: str) -> None:
        """Check that a sitemap (or robots.txt) names what there is, by addresses of the site."""
        places = [html.unescape(one) for pair in _PLACE.findall(text) for one in pair if one]
        for one in places:
            if not self.base or not one.startswith(self.base):
                self.found.fail(path, None, f"{one} is no address of the site")
        self.pages[path] = Content(links=[(one, 0) for one in places])

    def card(self, path: str, data: bytes, card: Card | None) -> None:
        """Check a picture for links: drawn anew, it must be the same; what it says must hold."""
        self.found.cards += 1
        if card is None or draw(card).content != data:
            self.found.fail(path, None, "is not the card that the articles give")
            return
        if card.article and card.title:
            slice_ = Slice(
                text=card.title, article=card.article, sentence=None, line=card.line, at=0
            )
            self.hold(path, slice_)
        for name, value, _ in card.counts:
            self.count(path, Count(name=name, value=str(value), at=0, before=0), [])

    def table(self, path: str, text: str) -> None:
        """Check a published table (CSV)."""
        for one in slices(text):
            self.hold(path, one)

    def finish(self, brief: Brief, paths: Iterable[str]) -> Findings:
        """Check links between all files, and text outside marks; return what was found."""
        files = set(paths)
        for path, content in sorted(self.pages.items()):
            for link, at in content.links:
                self._link(path, link, at, files)
        self._leaks(brief)
        return self.found

    def count(self, path: str, count: Count, sentences: list[Slice]) -> None:
        """Check a number against the articles, on a page with these whole sentences."""
        self.found.counts += 1
        expected = self.counts.expected(count, sentences)
        if expected is not None and str(expected) != count.value:
            what = f"{count.name} says {count.value}, the articles give {expected}"
            self.found.fail(path, count.at, what)

    def _linked(self, path: str, content: Content) -> None:
        """Check a page's linked data: on an article's page it may speak of that article only."""
        own = next((s.article for s in content.slices), "")
        of_article = self.entries.get(own) if path.startswith("articles/") else None
        for text, at in content.linked:
            for what in linked.mistakes(text, of_article):
                self.found.fail(path, at, what)
            for one in linked.addresses(text):
                if not one.startswith(self.base or "/"):
                    self.found.fail(path, at, f"linked data names {one}, no address of the site")
                content.links.append((one, at))

    def hold(self, path: str, one: Slice) -> None:
        """Check that a slice stands in its source and that the caps allow it."""
        source = self.sources.get(one.article)
        if source is None:
            self.found.fail(path, one.at, f"names article {one.article!r}, which no source has")
            return
        if one.sentence is None:
            self.found.slices += 1
        else:
            self.found.sentences += 1
            shown = self.shown[one.article].get(one.sentence)
            if shown is None and base_id(one.sentence) == sentence_id(one.text, {}):
                what = f"shows more of {source.name} than its cap allows: {one.text[:80]!r}"
                self.found.fail(path, one.at, what)
            elif shown is None or visible(shown) != visible(one.text):
                self.found.fail(path, one.at, f"is not sentence {one.sentence}: {one.text[:80]!r}")
        if not source.holds(one.text, one.line):
            place = f"{source.name}, line {one.line}" if one.line else source.name
            self.found.fail(path, one.at, f"not in {place}: {one.text[:120]!r}")

    def _link(self, path: str, link: str, at: int, files: set[str]) -> None:
        home = f"{urlsplit(self.base).path.strip('/')}/".removeprefix("/")
        if self.base and link.startswith(self.base):
            link = f"/{home}{link[len(self.base) :].lstrip('/')}"
        parts = urlsplit(link)
        if parts.scheme or parts.netloc or not link:
            return
        self.found.links += 1
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path)))
        if parts.path.startswith("/"):
            # 404.html is shown at any depth, so its links start at the root of the host.
            target = unquote(parts.path).lstrip("/")
            outside = not f"{target}/".startswith(home)
            target = "outside the site" if outside else target.removeprefix(home)
        target = path if not parts.path else page_of(target, slash=parts.path.endswith("/"))
        if target not in files and f"{target}/index.html" in files:
            target = f"{target}/index.html"
        if target not in files:
            self.found.fail(path, at, f"links to {link}, which does not exist")
        elif parts.fragment and target in self.pages:
            name = unquote(parts.fragment).partition(":~:")[0]
            if name and name not in self.pages[target].ids:
                self.found.fail(path, at, f"links to {link}, and that page has no such anchor")

    def note_outside(self, path: str, content: Content) -> None:
        """Remember the text that stands in no mark: none of it may be an article's."""
        said = words(" ".join(content.outside))
        for i in range(len(said) - LEAK + 1):
            self._outside.setdefault(" ".join(said[i : i + LEAK]), path)

    def _leaks(self, brief: Brief) -> None:
        for entry in brief.entries:
            for sentence in entry.article.sentences:
                said = words(sentence.text)
                for i in range(len(said) - LEAK + 1):
                    path = self._outside.get(" ".join(said[i : i + LEAK]))
                    if path:
                        what = f"text of {entry.article.source} stands outside any mark"
                        self.found.fail(path, None, f"{what}: {' '.join(said[i : i + LEAK])!r}")


def _up(path: str) -> str:
    return "../" * path.count("/")


def page_of(location: str, *, slash: bool = True) -> str:
    """Return the file that an address below the site's root means."""
    location = location.strip("/")
    if location in {"", "."}:
        return "index.html"
    return f"{location}/index.html" if slash and not location.endswith(".html") else location
