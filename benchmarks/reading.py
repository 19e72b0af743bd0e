"""Speed of reading and cleaning: a text article of 5 KB, and web pages beside trafilatura.

    python benchmarks/reading.py

The article is put together from the sample articles, the pages from the same paragraphs in a frame
of menus, teasers and scripts. Best of several runs in processor time, language model loaded before;
a page and trafilatura take turns, so that a busy machine slows both. Exits 1 when an aim is missed:
5 ms for the text on an idle core, three times one extraction with metadata for a page of any size.
"""

from __future__ import annotations

import html
import sys
from functools import partial
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING

import trafilatura

from digest.extract import documents, lines
from digest.models import Document, RawArticle

if TYPE_CHECKING:
    from collections.abc import Callable

    from digest.models import Kind

TEXT_MS = 5.0
PAGE_RATIO = 3.0
SIZE = 5000
PAGES = (5_000, 20_000, 60_000)
TEXT_PART = 4
"""A page has at most one part in so many of text; the rest is frame."""
RUNS = 7
REPEATS = 20
PAGE_REPEATS = 4
SAMPLES = Path(__file__).parent.parent / "articles"
SCRIPTS = 15
"""Statements of script for each link and teaser of the frame."""
TEASER = '<div class="card"><a href="/a/{0}"><h3>Story number {0}</h3></a><p>It is short.</p></div>'
SCRIPT = "window.shown = [1, 2, 3];"
LINK = '<li><a href="/s/{0}">Section number {0}</a></li>'


def article(size: int) -> str:
    """About `size` characters: whole sample articles with their noise, one after another."""
    files = sorted(SAMPLES.glob("*.txt"))
    longest = max(files, key=lambda path: (path.stat().st_size, path.name))
    text = longest.read_text(encoding="utf-8")
    for path in files:
        if len(text) >= size:
            break
        text += "\n" + path.read_text(encoding="utf-8")
    return text[: text.rfind("\n", 0, size)]


def page(size: int) -> str:
    """Return a web page of about `size` characters: text, menus, teasers, scripts."""
    text = article(min(SIZE, size // TEXT_PART))
    links = (size - len(text)) // (2 * len(LINK) + len(TEASER) + SCRIPTS * len(SCRIPT))
    menu = "<nav><ul>" + "".join(LINK.format(n) for n in range(links)) + "</ul></nav>"
    aside = "<aside>" + "".join(TEASER.format(n) for n in range(links)) + "</aside>"
    body = "".join(f"<p>{html.escape(line)}</p>" for line in text.split("\n") if line.strip())
    script = f"<script>{SCRIPT * SCRIPTS * links}</script>"
    head = '<title>Talks | Bay Ledger</title><meta property="article:published_time" content='
    head += '"2021-05-04T10:00:00Z"><meta property="og:site_name" content="Bay Ledger">'
    return (
        f"<html><head>{head}</head><body>{menu}<article><h1>Talks</h1>{body}</article>{aside}{menu}"
        f"{script}</body></html>"
    )


def cleaned(text: str, kind: Kind) -> None:
    """Read, label and clean one article."""
    raw = RawArticle(source=f"a.{kind}", kind=kind, id="0" * 16, text=text)
    document = documents.read(raw)
    if not isinstance(document, Document):
        raise TypeError(document)
    lines.clean(lines.label(document), frozenset(), ())


def milliseconds(*works: Callable[[], object], repeats: int) -> list[float]:
    """Processor time of one call of each, the best of several runs in turns."""
    best = [float("inf")] * len(works)
    for work in works:
        work()
    for _ in range(RUNS):
        for n, work in enumerate(works):
            start = process_time()
            for _ in range(repeats):
                work()
            best[n] = min(best[n], process_time() - start)
    return [one * 1000 / repeats for one in best]


def compared(size: int) -> bool:
    """Print what a page of `size` takes beside trafilatura; whether that is within the aim."""
    markup = page(size)
    own, other = milliseconds(
        partial(cleaned, markup, "html"),
        partial(trafilatura.bare_extraction, markup, with_metadata=True),
        repeats=PAGE_REPEATS,
    )
    ratio = own / other
    print(
        f"page of {len(markup)} characters: {own:.2f} ms, trafilatura {other:.2f} ms,"
        f" {ratio:.2f} times (aim {PAGE_RATIO})"
    )
    return ratio <= PAGE_RATIO


def main() -> int:
    """Print all figures; 1 when one misses its aim."""
    text = article(SIZE)
    (plain,) = milliseconds(partial(cleaned, text, "text"), repeats=REPEATS)
    print(f"text of {len(text)} characters: {plain:.2f} ms (aim {TEXT_MS})")
    within = [compared(size) for size in PAGES]
    return int(plain > TEXT_MS or not all(within))


if __name__ == "__main__":
    sys.exit(main())
