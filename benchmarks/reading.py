"""Speed of reading and cleaning: a text article of 5 KB, and a web page beside trafilatura.

    python benchmarks/reading.py

The article is put together from the sample articles, the page from the same paragraphs in a frame
of menus, teasers and scripts. Best of several runs in processor time, language model loaded before.
Exits 1 when an aim is missed: 5 ms for the text on an idle core, three times one extraction with
metadata for the page.
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
RUNS = 7
REPEATS = 20
SAMPLES = Path(__file__).parent.parent / "articles"
LINKS = 100
SCRIPTS = 1500
TEASER = '<div class="card"><a href="/a/{0}"><h3>Story number {0}</h3></a><p>It is short.</p></div>'
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


def page(text: str) -> str:
    """`text` as a web page of usual size: menus, teasers, scripts."""
    menu = "<nav><ul>" + "".join(LINK.format(n) for n in range(LINKS)) + "</ul></nav>"
    aside = "<aside>" + "".join(TEASER.format(n) for n in range(LINKS)) + "</aside>"
    body = "".join(f"<p>{html.escape(line)}</p>" for line in text.split("\n") if line.strip())
    script = f"<script>{'window.shown = [1, 2, 3];' * SCRIPTS}</script>"
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


def milliseconds(work: Callable[[], object]) -> float:
    """Processor time of one call, the best of several runs."""
    work()
    best = float("inf")
    for _ in range(RUNS):
        start = process_time()
        for _ in range(REPEATS):
            work()
        best = min(best, process_time() - start)
    return best * 1000 / REPEATS


def main() -> int:
    """Print both figures; 1 when one misses its aim."""
    text = article(SIZE)
    markup = page(text)
    plain = milliseconds(partial(cleaned, text, "text"))
    own = milliseconds(partial(cleaned, markup, "html"))
    other = milliseconds(
        lambda: trafilatura.bare_extraction(markup, with_metadata=True, favor_precision=False)
    )
    print(f"text of {len(text)} characters: {plain:.2f} ms (aim {TEXT_MS})")
    print(f"page of {len(markup)} characters: {own:.2f} ms, {own / other:.2f} times trafilatura's")
    print(f"{other:.2f} ms (aim {PAGE_RATIO})")
    return int(plain > TEXT_MS or own > PAGE_RATIO * other)


if __name__ == "__main__":
    sys.exit(main())
