"""Numbers of editions and of what changed since, counted from the frozen rows and the articles.

What an edition counted is frozen with it and cannot follow from today's articles. It follows from
the edition's own rows, one for each article of that day: an edited row or an edited number shows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.editions.since import changes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.editions.edition import Edition, FrozenArticle
    from digest.models import Brief
    from digest.verify.files import Slice

CHANGES = ("new", "restated", "superseded", "background")


class Past:
    """Answers for the scopes `edition:`, `changes` and `story:ID@DATE`."""

    def __init__(self, brief: Brief, editions: Sequence[Edition]) -> None:
        self._editions = {edition.date: edition for edition in editions}
        self._changes = changes(brief, editions) if editions else ()
        self._stories = {story.id: story for story in brief.stories}
        self._first: dict[str, str] = {}
        for edition in sorted(editions, key=lambda e: e.date):
            for row in edition.articles:
                self._first.setdefault(row.id, edition.date)

    def expected(self, kind: str, key: str, thing: str, slices: Sequence[Slice]) -> int | None:
        """Return the number that a mark of this scope must show."""
        if kind == "site":
            return len(self._editions)
        if kind == "changes":
            return self._since(thing, slices)
        if kind == "story":
            story, _, day = key.partition("@")
            members = self._stories[story].members if story in self._stories else ()
            return sum(self._first.get(m, "live") == day for m in members)
        day, _, story = key.partition(":")
        edition = self._editions.get(day)
        if edition is None:
            return -1
        if thing in CHANGES:
            return sum(change.kind == thing for change in edition.changes)
        rows = [row for row in edition.articles if story in {"", row.story}]
        return _of(rows, thing)

    def _since(self, thing: str, slices: Sequence[Slice]) -> int | None:
        if thing == "unlisted":
            listed = {(one.article, one.sentence) for one in slices}
            return sum(change.sentence not in listed for change in self._changes)
        return sum(change.kind == thing for change in self._changes)


def _of(rows: Sequence[FrozenArticle], thing: str) -> int | None:
    dated = {"undated": 0, "year": 1, "month": 2, "day": 3}
    if thing in dated:
        return sum(len(row.date.split("-") if row.date else ()) == dated[thing] for row in rows)
    outlets = {row.outlet for row in rows} - {None, ""}
    simple = {
        "articles": len({row.id for row in rows}),
        "texts": len({row.text for row in rows}),
        "outlets": len(outlets),
        "unnamed": sum(row.outlet not in outlets for row in rows),
        "sentences": sum(row.shown for row in rows),
    }
    return simple.get(thing)
