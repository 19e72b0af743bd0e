"""The text of raw articles as verify reads it: by other parsers than those that extracted it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digest import yamlsafe
from digest.text import visible

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digest.models import RawArticle


DEPTH = 5_000
_TAG = re.compile(r"<(/?)[a-zA-Z][^<>]*>")


class Source:
    """What one raw article says; slices are looked up without white space and Unicode Cf."""

    def __init__(self, raw: RawArticle) -> None:
        self.name = raw.source
        self.by_lines = raw.kind == "text"
        headers = (value for _, value in raw.hints)
        front = (raw.front.title or "", raw.front.source or "", raw.front.date or "")
        block = () if raw.kind == "html" else yamlsafe.header_strings(raw.text[raw.front_end :])
        self._given = tuple(visible(text) for text in (*headers, *front, *block))
        self.texts = (*(visible(text) for text in _texts(raw)), *self._given)
        self._lines = [visible(one) for one in raw.text.split("\n")] if self.by_lines else []

    def holds(self, slice_: str, line: int | None = None) -> bool:
        """Say whether `slice_` stands in the source, from 1-based `line` on where that is known."""
        wanted = visible(slice_)
        if not wanted:
            return False
        if line is None or not self.by_lines:
            return any(wanted in text for text in self.texts)
        return _from_line(self._lines, line, wanted) or any(wanted in t for t in self._given)


def _from_line(lines: list[str], line: int, wanted: str) -> bool:
    """Look from `line` on, through as many of the visible lines as the slice could span."""
    if not 1 <= line <= len(lines):
        return False
    gathered, lacking = [], 0
    for seen in lines[line - 1 :]:
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
        return _nodes(raw.text)
    if raw.kind == "markdown":
        import markdown  # noqa: PLC0415 - only Markdown articles need it

        rendered = markdown.markdown(raw.text[raw.front_end :], extensions=["tables"])
        return (*_nodes(rendered), raw.text)
    return (raw.text,)


def _nodes(html: str) -> tuple[str, ...]:
    """Return the text nodes in order as one text, then what holds a page's own title and date.

    By Lexbor (WHATWG HTML): the standard library's parser raises on `<![foo` and takes minutes on a
    row of `<a `. A script's text (JSON-LD) is kept apart.
    """
    from selectolax.lexbor import LexborHTMLParser  # noqa: PLC0415 - only mark-up needs it

    tree = LexborHTMLParser(_shallow(html))
    stating = tree.css("meta, time, link, html")
    apart = [value for node in stating for value in node.attributes.values() if value]
    apart += [node.text() for node in tree.css("script")]
    tree.strip_tags(["script", "style", "template"])
    return (tree.root.text(deep=True, separator="") if tree.root else "", *apart)


def _shallow(html: str) -> str:
    """Return `html` without the tags beyond a depth that no article has, its text untouched.

    Lexbor's time grows with the square of the depth: .06 s at 5,000, minutes at 200,000.
    """
    depth = 0

    def kept(tag: re.Match[str]) -> str:
        nonlocal depth
        depth = max(0, depth + (-1 if tag[1] else 1))
        return tag[0] if depth <= DEPTH else ""

    return _TAG.sub(kept, html) if html.count("<") > DEPTH else html
