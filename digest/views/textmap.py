"""Two versions of one text, sentence by sentence: what a reader may see of how they differ."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from digest.text import words
from digest.views.parts import Count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.grouping.align import Match
    from digest.models import Entry

Change: TypeAlias = Literal["same", "restated", "superseded", "dropped", "new"]

DRAWN = 80
"""Sentences of the longer version up to which the picture is drawn: beyond, lines are a grey
surface; 90 of 100 news articles are shorter than 60."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stroke:
    """One sentence of a version."""

    line: int
    words: int
    shown: bool
    kind: Change


@dataclass(frozen=True, slots=True, kw_only=True)
class TextMap:
    """The sentences of two versions and which became which."""

    older: tuple[Stroke, ...]
    newer: tuple[Stroke, ...]
    links: tuple[tuple[int, int, Change], ...]
    """(place in `older`, place in `newer`, kind), in the newer version's order."""
    same: Count
    changed: Count
    new: Count
    dropped: Count

    @property
    def rows(self) -> tuple[tuple[int | None, int | None, Change], ...]:
        """Line in the older version, line in the newer, what happened: the picture as a table."""
        linked = {j: (i, kind) for i, j, kind in self.links}
        found: list[tuple[int | None, int | None, Change]] = []
        for j, stroke in enumerate(self.newer):
            i, kind = linked.get(j, (None, stroke.kind))
            found.append((None if i is None else self.older[i].line, stroke.line, kind))
        gone = [(stroke.line, None, stroke.kind) for stroke in self.older]
        return (*found, *(row for row in gone if row[2] == "dropped"))


def textmap(older: Entry, newer: Entry, matches: Sequence[Match]) -> TextMap | None:
    """Show two versions and which sentence became which; None where they are too long."""
    before, after = older.article.sentences, newer.article.sentences
    if max(len(before), len(after)) > DRAWN:
        return None
    by_older: dict[int, Change] = {m.older: m.kind for m in matches}
    by_newer: dict[int, Change] = {m.newer: m.kind for m in matches}
    scope = f"since:{older.article.id}"
    kinds = [m.kind for m in matches]
    return TextMap(
        older=_strokes(older, by_older, "dropped"),
        newer=_strokes(newer, by_newer, "new"),
        links=tuple((m.older, m.newer, m.kind) for m in matches),
        same=Count(name=f"{scope}.same", value=kinds.count("same")),
        changed=Count(name=f"{scope}.changed", value=len(kinds) - kinds.count("same")),
        new=Count(name=f"{scope}.new", value=len(after) - len(matches)),
        dropped=Count(name=f"{scope}.dropped", value=len(before) - len(matches)),
    )


def _strokes(entry: Entry, kinds: dict[int, Change], alone: Change) -> tuple[Stroke, ...]:
    return tuple(
        Stroke(
            line=sentence.line,
            words=len(words(sentence.text)),
            shown=sentence.id in entry.shown,
            kind=kinds.get(place, alone),
        )
        for place, sentence in enumerate(entry.article.sentences)
    )
