"""The text of raw articles as verify reads it: by other parsers than those that extracted it."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING

from digest.text import visible

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digest.models import RawArticle

_SILENT = {"script", "style", "template"}


class Source:
    """What one raw article says; slices are looked up without white space and Unicode Cf."""

    def __init__(self, raw: RawArticle) -> None:
        self.name = raw.source
        self.by_lines = raw.kind == "text"
        headers = (value for _, value in raw.hints)
        front = (raw.front.title or "", raw.front.source or "", raw.front.date or "")
        self._given = tuple(visible(text) for text in (*headers, *front))
        self.texts = (*(visible(text) for text in _texts(raw)), *self._given)
        self._lines = raw.text.split("\n") if self.by_lines else []

    def holds(self, slice_: str, line: int | None = None) -> bool:
        """Say whether `slice_` stands in the source, from 1-based `line` on where that is known."""
        wanted = visible(slice_)
        if not wanted:
            return False
        if line is None or not self.by_lines:
            return any(wanted in text for text in self.texts)
        return _from_line(self._lines, line, wanted) or any(wanted in t for t in self._given)


def _from_line(lines: list[str], line: int, wanted: str) -> bool:
    """Look from `line` on, through as many lines as the slice could span."""
    if not 1 <= line <= len(lines):
        return False
    gathered, lacking = [], 0
    for one in lines[line - 1 :]:
        seen = visible(one)
        gathered.append(seen)
        lacking += len(seen)
        # The slice starts on this line or, in a hard-wrapped sentence, on one shortly after it.
        if lacking > len(wanted) + len(gathered[0]) + MARGIN:
            break
    return wanted in "".join(gathered)


MARGIN = 4000
"""Characters a slice may lie behind the start of the sentence it is cited from: the longest
sentence of 40,000 in the labelled news has 1,900."""


def sources(raws: Iterable[RawArticle]) -> dict[str, Source]:
    """Return the source of each article id."""
    return {raw.id: Source(raw) for raw in raws}


def _texts(raw: RawArticle) -> tuple[str, ...]:
    if raw.kind == "html":
        nodes = _Nodes()
        nodes.feed(raw.text)
        nodes.close()
        return ("".join(nodes.texts), *nodes.attributes)
    if raw.kind == "markdown":
        import markdown  # noqa: PLC0415 - only Markdown articles need it

        nodes = _Nodes()
        nodes.feed(markdown.markdown(raw.text[raw.front_end :], extensions=["tables"]))
        nodes.close()
        return ("".join(nodes.texts), raw.text)
    return (raw.text,)


class _Nodes(HTMLParser):
    """Text nodes in order, and the attribute values that hold a page's own title and date."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[str] = []
        self.attributes: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in _SILENT
        if tag in {"meta", "time", "link", "html"}:
            self.attributes += [value for _, value in attrs if value]

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in _SILENT and self._silent > 0

    def handle_data(self, data: str) -> None:
        if self._silent:
            # JSON-LD states titles and dates; it is kept apart from the text that is read.
            self.attributes.append(data)
        else:
            self.texts.append(data)
