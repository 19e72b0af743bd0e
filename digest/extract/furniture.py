"""Lines that articles on different events share: the outlet's furniture, not its news.

Copies of one text share lines as well, and round-ups share whole passages. So a line counts once
for each group of near copies, and it is furniture only where it stands at the same edge of all of
them, or in very many, and says nothing that the texts around it speak of.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence

import numpy as np

from digest.extract.rules.page import key
from digest.models import Labelled
from digest.text import words

EDGE_GROUPS = 4
"""Groups of copies that must share a line at one edge; at 3, 5 quotations in 593 articles pass."""
INNER_GROUPS = 8
"""Groups that must share a line which stands anywhere; round-ups of one week share up to 6."""
EDGE = 8
"""Lines from the edge; page frames have 3 to 7 lines of whole sentences."""
EDGE_SHARE = 0.9
"""Share of the articles in which the line must stand at that edge."""
TOPICAL = 0.3
"""The largest share of a line's longer words that one article's other lines may hold: frames of 28
articles .25, passages taken into round-ups .3 to .9 in their own article."""
CONTENT = 4
"""Longer words that a sentence must have to be judged at all ("He was 77." has none)."""
LOOKED_AT = 16
"""Articles of one line that are compared; more change nothing."""
LONG = 5
"""Letters of a longer word."""


def shared_lines(
    labelled: Sequence[Labelled],
    groups: Sequence[tuple[str, ...]],
) -> tuple[frozenset[str], ...]:
    """For each article, in order, the folded lines of it that are furniture.

    `groups` are the ids of articles that are near copies; an article in none stands alone.
    """
    group = {one: number for number, ids in enumerate(groups) for one in ids}
    numbers = [
        group.get(one.document.raw.id, len(groups) + place) for place, one in enumerate(labelled)
    ]
    often = _often(labelled, numbers)
    where: dict[str, list[int]] = {}
    for place, one in enumerate(labelled):
        for said in dict.fromkeys(_keys(one)):
            if zlib.crc32(said.encode()) in often:
                where.setdefault(said, []).append(place)
    shared = {said: places for said, places in where.items() if _groups(places, numbers)}
    found = sorted(
        said
        for said, places in shared.items()
        if _furniture(said, places, numbers, labelled, shared)
    )
    lines: list[set[str]] = [set() for _ in labelled]
    for said in found:
        for place in where[said]:
            lines[place].add(said)
    return tuple(frozenset(one) for one in lines)


def _keys(one: Labelled) -> Iterator[str]:
    text = one.document.text
    for line in one.lines:
        if line.label in {"body", "title"}:
            yield key(text[line.start : line.end])


def _often(labelled: Sequence[Labelled], numbers: Sequence[int]) -> frozenset[int]:
    """Checksums of lines that enough groups have: numbers only, to stay small for 100,000 texts."""
    pairs = [
        np.unique(np.fromiter((zlib.crc32(said.encode()) for said in _keys(one)), np.uint64))
        + (np.uint64(number) << np.uint64(32))
        for one, number in zip(labelled, numbers, strict=True)
    ]
    if not pairs:
        return frozenset()
    sums = np.unique(np.concatenate(pairs)) & np.uint64(0xFFFFFFFF)
    values, counts = np.unique(sums, return_counts=True)
    return frozenset(values[counts >= EDGE_GROUPS].tolist())


def _groups(places: Sequence[int], numbers: Sequence[int]) -> bool:
    return len({numbers[place] for place in places}) >= EDGE_GROUPS


def _furniture(
    said: str,
    places: Sequence[int],
    numbers: Sequence[int],
    labelled: Sequence[Labelled],
    shared: dict[str, list[int]],
) -> bool:
    leaders = list({numbers[place]: place for place in reversed(places)}.values())
    content = {word for word in words(said) if len(word) >= LONG}
    closed = said[-1:] in ".!?…"
    if len(content) < (CONTENT if closed else 1):
        return False
    step = max(1, len(leaders) // LOOKED_AT)
    looked = sorted(leaders)[::step][:LOOKED_AT]
    if len(leaders) < INNER_GROUPS and not _at_edge(said, [labelled[place] for place in looked]):
        return False
    return all(_share(content, labelled[place], shared) <= TOPICAL for place in looked)


def _at_edge(said: str, articles: Sequence[Labelled]) -> bool:
    """Whether the line stands at the top of nearly all, or at the bottom of nearly all."""
    top = bottom = 0
    for one in articles:
        keys = [key(one.document.text[line.start : line.end]) for line in one.lines]
        at = keys.index(said)
        top += at < EDGE
        bottom += len(keys) - at <= EDGE
    return max(top, bottom) >= EDGE_SHARE * len(articles)


def _share(content: set[str], one: Labelled, shared: dict[str, list[int]]) -> float:
    """Share of the line's longer words that the article's own lines hold."""
    own = {word for said in _keys(one) if said not in shared for word in words(said)}
    return len(content & own) / len(content)
