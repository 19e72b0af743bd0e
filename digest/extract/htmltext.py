"""Which blocks of a web page are the article: three extractors vote, the page's structure decides.

trafilatura (two modes) and readability each say which text they would keep. A block that two of
them keep is the core; the rest is decided by where the core lies.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from itertools import compress
from typing import TYPE_CHECKING, Any

from digest.extract import htmltree
from digest.text import fold, visible, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.extract.htmltree import Block

    Shingles = frozenset[tuple[str, ...]]

_SHINGLE = 4
_COVERED = 0.8
"""Share of a block's shingles that an extractor must have kept."""
_MARK = re.compile(r"^[-–•|]\s+|\s*\|\s*")
"""What trafilatura writes before list items and between cells."""
_MAJORITY = 2
_IN_COMMON = 0.5
"""Share of what readability keeps below which trafilatura's precision mode is asked again, slowly:
15 of 174 pages, among them the 7 on which the slow answer is another one that matters."""
_LINKS = 0.8
"""Share of linked characters above which a block is a reference to other pages."""
_FEW_LINKS = 0.5
"""The same for a block that only one extractor keeps."""
_CORE_WORDS = 40
"""Words of the core in one kind of block that make others of that kind text of the article."""
_INSIDE = 0.9
"""Share of the core's words that the article's container holds."""
_STANDFIRST_WORDS = 10
"""Words between headline and text that are no date, byline or label."""
_STANDFIRST_BLOCKS = 2
_CLOCK = re.compile(r"\d[:.]\d\d\b")
_LABEL = re.compile(
    r"caption|byline|meta|author|share|social|credit|image|img|photo|picture|submit|related",
    re.IGNORECASE,
)
"""Words in the class of an element between headline and text that is no summary."""
_APART = frozenset({"aside", "figcaption", "figure", "footer", "form", "nav"})
_COPY_WORDS = 100
"""Words of a block that may be a second copy of the whole text (hidden for machines)."""


def article(page: str, found: Sequence[Block], title: str | None) -> list[str]:
    """Return the article's blocks of text in reading order; `title` is its headline."""
    said = [words(block.text) for block in found]
    sizes, shingles = [len(own) for own in said], [_shingles(own) for own in said]
    votes = _votes(page, found, shingles)
    core = [
        vote >= _MAJORITY and block.linked < _LINKS
        for vote, block in zip(votes, found, strict=True)
    ]
    if not any(core):
        core = _plain(found, sizes, votes)
    kinds = [_kind(block) for block in found]
    like = Counter[Any]()
    for kind, size, is_core in zip(kinds, sizes, core, strict=True):
        like[kind] += size * is_core
    kept = [
        core[n] or (votes[n] > 0 and block.linked < _FEW_LINKS and like[kinds[n]] >= _CORE_WORDS)
        for n, block in enumerate(found)
    ]
    _drop_copies(sizes, shingles, kept)
    home = _container(found, sizes, kept)
    headline = fold(title or "")
    opening = _standfirst(found, sizes, headline, min(home, default=0))
    return [
        block.text
        for n, block in enumerate(found)
        if ((kept[n] and n in home) or n in opening) and fold(block.text) != headline
    ]


def _plain(found: Sequence[Block], sizes: Sequence[int], votes: Sequence[int]) -> list[bool]:
    """Choose where no two extractors agree: what one keeps, else whole paragraphs (tiny pages)."""
    if any(votes):
        return [vote > 0 for vote in votes]
    return [
        size >= _STANDFIRST_WORDS and block.linked < _FEW_LINKS and not _is_apart(block.block)
        for size, block in zip(sizes, found, strict=True)
    ]


def _standfirst(
    found: Sequence[Block], sizes: Sequence[int], headline: str, first: int
) -> list[int]:
    """Numbers of the blocks between headline and text that summarise the article."""
    below = first
    for n in range(first - 1, -1, -1):
        if found[n].block.tag == "h1" or fold(found[n].text) == headline:
            below = n
            break
    said: dict[str, int] = {}
    for n in range(below + 1, first):
        block = found[n]
        if (
            sizes[n] >= _STANDFIRST_WORDS
            and block.linked < _FEW_LINKS
            and not _CLOCK.search(block.text)
            and not _is_apart(block.block)
        ):
            said.setdefault(fold(block.text), n)
    return list(said.values())[:_STANDFIRST_BLOCKS]


def _is_apart(element: Any) -> bool:
    """Whether an element is a caption, a byline or the like, by its tag or its class."""
    near = [element, element.getparent()]
    return any(one.tag in _APART for one in (element, *element.iterancestors())) or any(
        _LABEL.search(one.get("class") or "") for one in near if one is not None
    )


def _kind(block: Block) -> tuple[str, ...]:
    """Tags and classes of a block and of what holds it: what a page's template tells apart."""
    parent = block.block.getparent()
    names = [block.block.tag, block.block.get("class") or ""]
    if parent is not None:
        names += [parent.tag, parent.get("class") or ""]
    return tuple(names)


def _container(
    found: Sequence[Block], sizes: Sequence[int], core: Sequence[bool]
) -> range | set[int]:
    """Numbers of the blocks in the smallest element that holds nearly all of the core."""
    weight = Counter[Any]()
    total = 0
    for block, size, is_core in zip(found, sizes, core, strict=True):
        if is_core:
            total += size
            for element in (block.block, *block.block.iterancestors()):
                weight[element] += size
    if not total:
        return set()
    inside = [element for element, size in weight.items() if size >= _INSIDE * total]
    home = max(inside, key=lambda element: sum(1 for _ in element.iterancestors()))
    inside_home = set(home.iter())
    return {n for n, block in enumerate(found) if block.block in inside_home}


def _drop_copies(sizes: Sequence[int], shingles: Sequence[Shingles], core: list[bool]) -> None:
    """Take long blocks out of the core that repeat, as a whole, what other blocks of it say."""
    said = {n: shingles[n] for n, is_core in enumerate(core) if is_core}
    times = Counter(shingle for own in said.values() for shingle in own)
    for n in sorted(said, key=lambda n: (-sizes[n], -n)):
        if sizes[n] < _COPY_WORDS:
            break
        if sum(times[shingle] > 1 for shingle in said[n]) >= _COVERED * len(said[n]):
            core[n] = False
            times.subtract(said[n])


def _votes(page: str, found: Sequence[Block], shingles: Sequence[Shingles]) -> list[int]:
    """Count for each block the extractors that keep it."""
    keys = [_key(block.text) for block in found]
    wide = _kept(keys, shingles, _trafilatura(page))
    narrow = _kept(keys, shingles, _trafilatura(page, precision=True))
    other = _kept(keys, shingles, _readability(page))
    common = [one and two for one, two in zip(narrow, other, strict=True)]
    if sum(map(len, compress(keys, common))) < _IN_COMMON * sum(map(len, compress(keys, other))):
        narrow = _kept(keys, shingles, _trafilatura(page, precision=True, fast=False))
    return [sum(votes) for votes in zip(wide, narrow, other, strict=True)]


def _trafilatura(page: str, *, precision: bool = False, fast: bool = True) -> list[str]:
    """Lines that trafilatura keeps; it compares with other extractors where it is not `fast`."""
    import trafilatura  # noqa: PLC0415 - heavy

    result = trafilatura.bare_extraction(
        page, include_comments=False, favor_precision=precision, fast=fast
    )
    if result is None:
        return []
    text = result["text"] if isinstance(result, dict) else result.text
    return [_MARK.sub(" ", line) for line in (text or "").split("\n")]


def _readability(page: str) -> list[str]:
    """Lines that readability keeps."""
    import readability  # noqa: PLC0415 - heavy
    from readability.readability import Unparseable  # noqa: PLC0415

    try:
        summary = readability.Document(page).summary(html_partial=True)
    except Unparseable:
        return []
    root = htmltree.parse(summary)
    return [] if root is None else [block.text for block in htmltree.blocks(root)]


def _kept(keys: Sequence[str], shingles: Sequence[Shingles], text: list[str]) -> list[bool]:
    """Whether each block, by its key, is part of `text`; a short one must be a line of it."""
    lines = {_key(line) for line in text}
    known = _shingles(words(" ".join(text)))
    return [
        key in lines or (bool(own) and len(own & known) / len(own) >= _COVERED)
        for key, own in zip(keys, shingles, strict=True)
    ]


def _key(text: str) -> str:
    return unicodedata.normalize("NFC", visible(text))


def _shingles(said: list[str]) -> Shingles:
    return frozenset(zip(*(said[n:] for n in range(_SHINGLE)), strict=False))
