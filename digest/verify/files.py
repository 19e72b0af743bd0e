"""What generated files publish: marked slices, counts, anchors and links, text outside marks."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from digest.escape import unescaped
from digest.text import squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator

_QUOTED = re.compile(r'<q class="([sv])"([^<>]*)>(.*?)</q>', re.DOTALL)
_ATTRIBUTE = re.compile(r'([a-z-]+)="([^"]*)"')
_TAG = re.compile(r"</?(?:del|ins|mark)>")
_ADDRESSED = re.compile(r"#s-([0-9a-f]{16})-([0-9a-f]{12}(?:-[0-9]+)?)\)$")
_VOID = frozenset(
    [
        *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source"),
        *("track", "wbr", "path", "rect", "circle", "line"),
    ]
)
"""Elements without an end tag (HTML), and the shapes of SVG that pages draw with."""


@dataclass(frozen=True, slots=True)
class Slice:
    """A marked piece of article text. `sentence` is None for a slice that is no whole sentence."""

    text: str
    article: str
    sentence: str | None
    line: int | None
    at: int
    """1-based line of the generated file."""


@dataclass(frozen=True, slots=True)
class Count:
    """A printed number of things: what it counts, what it says, and where it stands."""

    name: str
    value: str
    at: int
    before: int
    """How many slices of whole sentences stand before it on the page."""


@dataclass(slots=True)
class Content:
    """What one generated file publishes."""

    slices: list[Slice] = field(default_factory=list)
    counts: list[Count] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    links: list[tuple[str, int]] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)
    """Text that stands in no mark."""
    linked: list[tuple[str, int]] = field(default_factory=list)
    """Linked data (JSON-LD) of the head."""


def markdown_slices(text: str) -> Iterator[Slice]:
    """Yield the marked slices of a generated Markdown page, character references resolved."""
    at, seen = 1, 0
    for match in _QUOTED.finditer(text):
        at += text.count("\n", seen, match.start())
        seen = match.start()
        attributes = dict(_ATTRIBUTE.findall(match[2]))
        yield _slice(match[1], attributes, html.unescape(_TAG.sub("", match[3])), at)


def mail_slices(text: str) -> tuple[list[Slice], list[str]]:
    """Read an edition as plain text: its sentences, and the lines that hold none.

    A line `- sentence` is followed by its source, which ends with the sentence's address; one
    without such an address is a sentence of no article, which no source holds.
    """
    lines = text.split("\n")
    slices, outside = [], []
    for n, line in enumerate(lines):
        if line.startswith("- "):
            named = _ADDRESSED.search(lines[n + 1] if n + 1 < len(lines) else "")
            article, sentence = (named[1], named[2]) if named else ("", "")
            said = squeeze(unescaped(line.removeprefix("- ")))
            slices.append(Slice(said, article, sentence, None, n + 1))
        else:
            outside.append(line)
    return slices, outside


def page(text: str) -> Content:
    """Read a rendered page (or a feed, which carries the same marks as XHTML)."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return reader.content


def _slice(kind: str, attributes: dict[str, str], text: str, at: int) -> Slice:
    line = attributes.get("data-l", "")
    return Slice(
        text=squeeze(text),
        article=attributes.get("data-a", ""),
        sentence=attributes.get("data-s", "") if kind == "s" else None,
        line=int(line) if line.isdigit() else None,
        at=at,
    )


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.content = Content()
        self._open: list[tuple[str, dict[str, str], list[str]]] = []
        self._skip = 0
        self._is_linked = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        at = self.getpos()[0]
        if "id" in given:
            self.content.ids.add(given["id"])
        for name in ("href", "src"):
            if name in given:
                self.content.links.append((given[name], at))
        if given.get("property") == "og:image":
            self.content.links.append((given.get("content", ""), at))
        if given.get("name") == "description":
            self.content.outside.append(given.get("content", ""))
        if tag in {"script", "style", "title"}:
            self._skip += 1
            self._is_linked = given.get("type") == "application/ld+json"
        if tag == "q" or self._open:
            if tag not in _VOID:
                self._open.append((tag, given if tag == "q" else {}, []))
        elif "data-n" in given:
            before = sum(s.sentence is not None for s in self.content.slices)
            value = given.get("value", given.get("data-value", ""))
            self.content.counts.append(Count(given["data-n"], value, at, before))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in {"script", "style", "title"}:
            self._skip = max(0, self._skip - 1)
            self._is_linked = False
        if not self._open:
            return
        name, attributes, texts = self._open.pop()
        if self._open:
            self._open[-1][2].extend(texts)
        elif name == "q":
            kind = attributes.get("class", "").split(" ", 1)[0]
            self.content.slices.append(_slice(kind, attributes, "".join(texts), self.getpos()[0]))

    def handle_data(self, data: str) -> None:
        if self._skip:
            if self._is_linked:
                self.content.linked.append((data, self.getpos()[0]))
            return
        if self._open:
            self._open[-1][2].append(data)
        else:
            self.content.outside.append(data)
