"""Compare what is published with the raw articles; every failure names its place."""

from __future__ import annotations

import json
import posixpath
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from digest.text import sentence_id, squeeze, visible, words
from digest.verify.files import Content, Slice, markdown_slices, page
from digest.verify.table import slices

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digest.models import Brief
    from digest.verify.counts import Counts
    from digest.verify.sources import Source

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

    def fail(self, path: str, at: int | None, what: str) -> None:
        """Note a failure at a place."""
        self.failures.append(f"{path}:{at}: {what}" if at else f"{path}: {what}")

    def summary(self) -> str:
        """Say what was checked, in one line."""
        return (
            f"verified {self.sentences} sentences and {self.slices} slices against their sources, "
            f"{self.counts} numbers, {self.links} links, {self.entries} search entries"
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
    found: Findings = field(default_factory=Findings)
    _pages: dict[str, Content] = field(default_factory=dict)
    _outside: dict[str, str] = field(default_factory=dict)

    def markdown(self, path: str, text: str) -> None:
        """Check a Markdown page that we generated."""
        for one in markdown_slices(text):
            self._slice(path, one)

    def rendered(self, path: str, text: str, *, generated: bool) -> None:
        """Check a rendered page; its links are checked once all pages are known."""
        content = page(text)
        sentences = [s for s in content.slices if s.sentence is not None]
        for one in content.slices:
            self._slice(path, one)
        for count in content.counts:
            self.found.counts += 1
            expected = self.counts.expected(count, sentences)
            if expected is not None and str(expected) != count.value:
                what = f"{count.name} says {count.value}, the articles give {expected}"
                self.found.fail(path, count.at, what)
        if generated:
            self._note_outside(path, content)
        content.slices, content.outside, content.counts = [], [], []
        self._pages[path] = content

    def feed(self, path: str, text: str) -> None:
        """Check an Atom feed: its marks, and that its links lead to pages of the site."""
        content = page(text)
        for one in content.slices:
            self._slice(path, one)
        content.ids = set()
        self._pages[path] = content

    def data(self, path: str, text: str) -> None:
        """Check a published JSON object."""
        value: Any = json.loads(text)
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, dict) and item.get("id") in self.sources:
                for slice_ in _data_slices(item):
                    self._slice(path, slice_)

    def table(self, path: str, text: str) -> None:
        """Check a published table (CSV)."""
        for one in slices(text):
            self._slice(path, one)

    def search(self, path: str, text: str) -> None:
        """Check that every search entry says what the page it names says."""
        known: dict[str, str] = {}
        for entry in json.loads(text)["docs"]:
            self.found.entries += 1
            target = _page_of(entry["location"].partition("#")[0])
            if target not in self._pages:
                self.found.fail(path, None, f"search entry for {target}, which does not exist")
                continue
            if target not in known:
                known = {target: visible("".join(self._pages[target].text))}
            for block in _blocks(entry["text"]):
                if visible(block) not in known[target]:
                    self.found.fail(path, None, f"{target} does not say {squeeze(block)[:80]!r}")

    def finish(self, brief: Brief, paths: Iterable[str]) -> Findings:
        """Check links between all files, and text outside marks; return what was found."""
        files = set(paths)
        for path, content in sorted(self._pages.items()):
            for link, at in content.links:
                self._link(path, link, at, files)
        self._leaks(brief)
        return self.found

    def _slice(self, path: str, one: Slice) -> None:
        source = self.sources.get(one.article)
        if source is None:
            self.found.fail(path, one.at, f"names article {one.article!r}, which no source has")
            return
        if one.sentence is None:
            self.found.slices += 1
        else:
            self.found.sentences += 1
            shown = self.shown[one.article].get(one.sentence)
            if shown is None and one.sentence.partition("-")[0] == sentence_id(one.text, {}):
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
        target = path if not parts.path else _page_of(target, slash=parts.path.endswith("/"))
        if target not in files and f"{target}/index.html" in files:
            target = f"{target}/index.html"
        if target not in files:
            self.found.fail(path, at, f"links to {link}, which does not exist")
        elif parts.fragment and target in self._pages:
            name = unquote(parts.fragment).partition(":~:")[0]
            if name and name not in self._pages[target].ids:
                self.found.fail(path, at, f"links to {link}, and that page has no such anchor")

    def _note_outside(self, path: str, content: Content) -> None:
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


def _page_of(location: str, *, slash: bool = True) -> str:
    location = location.strip("/")
    if location in {"", "."}:
        return "index.html"
    return f"{location}/index.html" if slash and not location.endswith(".html") else location


def _blocks(text: str) -> list[str]:
    """Text of a search entry between its tags: the index keeps some markup."""
    return [block for block in page(text).text if block.strip()]


def _data_slices(item: dict[str, Any]) -> list[Slice]:
    def slice_(text: str, sentence: str | None = None) -> Slice:
        return Slice(text=squeeze(text), article=item["id"], sentence=sentence, line=None, at=0)

    found = [slice_(s["text"], s["id"]) for s in item.get("sentences", ())]
    texts = [item["title"]["text"]] if item.get("title") else []
    for key in ("amounts", "quantities", "quotations", "dates"):
        texts += [one["text"] for one in item.get(key, ())]
    for one in item.get("quantities", ()):
        texts += [one[key] for key in ("unit", "about", "modifier") if one[key]]
    for actor in item.get("actors", ()):
        texts += actor["forms"]
    texts += [one["text"] for one in (item.get("published") or {}).get("evidence", ())]
    return [*found, *(slice_(text) for text in texts)]
