"""Web pages as a list of text blocks in reading order, each a run of the page's own text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from digest.text import squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator

_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav "
    "ol option p pre section summary table tbody tfoot thead tr ul".split()
)
_CELLS = frozenset({"td", "th"})
_UNREAD = frozenset(
    "audio button canvas datalist embed head iframe listing map math meter noembed noframes "
    "noscript object plaintext progress script select style svg template textarea title video "
    "xmp".split()
)
"""Elements whose text is no part of what a reader of the article sees."""
_SILENT = frozenset({"script", "style"})
_WINDOWS = re.compile(r"&#(12[89]|1[3-5]\d);?")
"""References to C1 controls: HTML reads them as Windows-1252, libxml2 does not."""
_BREAK = "\n"
_SHORT = 60
"""Characters of a line before `<br>` that may be a heading or label and not a wrapped line."""
_LAST_PARTS = 6
"""Pieces of a line looked at before `<br>`, so that a page of breaks stays linear."""
_ENDED = re.compile(r"[.!?…:;。”\"'’»)\]]$")


@dataclass(frozen=True, slots=True)
class Block:
    """Text between two block-level tags, white space squeezed."""

    text: str
    element: Any
    """The lxml element the text starts in."""
    block: Any
    """Its nearest block-level element."""
    linked: float
    """Share of the characters inside links, 0 to 1."""


def parse(page: str) -> Any | None:
    """Parse a page into an lxml tree without comments; None where there is no element in it.

    libxml2 stops at a depth of 256: deeper text is lost, and nothing recurses further.
    """
    from lxml import etree  # noqa: PLC0415 - heavy

    repaired = _WINDOWS.sub(lambda found: _windows(int(found[1])), page)
    # not the parser of lxml.html: its elements take a look-up in Python each time one is touched
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    return etree.fromstring(repaired.encode("utf-8", "replace"), parser)


def content(element: Any) -> str:
    """Return all text below an element, as it stands."""
    return "".join(element.itertext())


def _windows(code: int) -> str:
    return bytes([code]).decode("cp1252", "replace").replace("\ufffd", "")


def blocks(root: Any) -> list[Block]:
    """List the text blocks below `root` in document order; linear in the size of the page."""
    walk = _Walk()
    walk.over(root)
    return walk.found


class _Walk:
    """One pass over a tree that gathers text until the next block-level tag."""

    def __init__(self) -> None:
        self.found: list[Block] = []
        self._parts: list[tuple[str, Any, bool]] = []
        self._links = 0

    def over(self, root: Any) -> None:
        from lxml import etree  # noqa: PLC0415 - heavy

        steps = etree.iterwalk(root, events=("start", "end"))
        for event, element in steps:
            tag = element.tag  # made anew by lxml each time it is asked for
            unread = not isinstance(tag, str) or tag in _UNREAD
            if event == "start" and unread:
                steps.skip_subtree()
            elif event == "start":
                self._open(element, tag)
            else:
                self._close(element, tag, unread=unread)
                if element is not root and element.tail:
                    self._parts.append((element.tail, element.getparent(), self._links > 0))
        self._flush()

    def _open(self, element: Any, tag: str) -> None:
        if _separates(element, tag):
            self._flush()
        elif tag == "br":
            self._parts.append((_BREAK, None, False))
        elif tag == "a":
            self._links += 1
        text = element.text
        if text:
            self._parts.append((text, element, self._links > 0))

    def _close(self, element: Any, tag: Any, *, unread: bool) -> None:
        if unread:
            shown = tag not in _SILENT and any(t.strip() for t in element.itertext())
            if shown:
                self._flush()
        elif _separates(element, tag):
            self._flush()
        elif tag in _CELLS:
            self._parts.append((" ", None, False))
        elif tag == "a":
            self._links -= 1

    def _flush(self) -> None:
        if not self._parts:
            return
        for line in _lines(self._parts):
            text = squeeze("".join(part for part, _, _ in line))
            owner = next((element for part, element, _ in line if part.strip()), None)
            if text and owner is not None:
                linked = sum(len(squeeze(part)) for part, _, in_link in line if in_link)
                self.found.append(Block(text, owner, _block(owner), min(1.0, linked / len(text))))
        self._parts = []


def _separates(element: Any, tag: str) -> bool:
    """Whether an element begins a new block; cells do so only where they hold blocks (layout)."""
    if tag in _CELLS:
        return any(child.tag in _BLOCKS for child in element)
    return tag in _BLOCKS


def _block(element: Any) -> Any:
    """Return the nearest block-level element that holds `element`."""
    while not (element.tag in _BLOCKS or element.tag in _CELLS) and element.getparent() is not None:
        element = element.getparent()
    return element


def _lines(parts: list[tuple[str, Any, bool]]) -> Iterator[list[tuple[str, Any, bool]]]:
    """Split at `<br>` where a new paragraph, item or label begins; a wrapped line is joined."""
    line: list[tuple[str, Any, bool]] = []
    breaks = 0
    for part in parts:
        if part == (_BREAK, None, False):
            breaks += 1
        elif breaks and part[0].strip():
            if breaks > 1 or not _wrapped(line, part[0]):
                yield line
                line = []
            else:
                line.append((" ", None, False))
            breaks = 0
            line.append(part)
        else:
            line.append(part)
    yield line


def _wrapped(line: list[tuple[str, Any, bool]], after: str) -> bool:
    before = squeeze("".join(part for part, _, _ in line[-_LAST_PARTS:]))
    if after.lstrip()[0].islower() or before.endswith(","):
        return True
    return len(before) > _SHORT and not _ENDED.search(before)
