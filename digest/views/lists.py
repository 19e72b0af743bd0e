"""Indexes: stories, articles, sources with the fate of every file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from digest.views.parts import Count, DateView, Row
from digest.views.periods import Period, periods

if TYPE_CHECKING:
    from digest.models import Skipped
    from digest.views.people import Named
    from digest.views.site import Site

A_PAGE = 150
"""Rows of a list on one page: about 100 KB of HTML."""
NEWEST = 60
"""Rows that an index lists itself before its periods."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListView:
    """An index: all rows, or the newest and the periods that hold them all."""

    rows: tuple[Row, ...]
    total: Count
    archive: tuple[Period[Row], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletView:
    """An outlet and what came from it."""

    name: str
    articles: Count
    first: DateView
    last: DateView


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcesView:
    """What was read and what became of it."""

    outlets: tuple[OutletView, ...]
    unnamed: Count
    files: Count
    skipped: tuple[Skipped, ...]
    skipped_count: Count
    offbeat: tuple[Row, ...]
    offbeat_count: Count
    archive: tuple[Period[Row], ...]
    rows: tuple[Row, ...]


def _list(rows: tuple[Row, ...], name: str) -> ListView:
    long = len(rows) > A_PAGE
    return ListView(
        rows=rows[:NEWEST] if long else rows,
        total=Count(name=name, value=len(rows)),
        archive=periods(rows, lambda row: row.date.iso, A_PAGE) if long else (),
    )


def stories(site: Site) -> ListView:
    """List the stories, newest first."""
    return _list(tuple(site.story_row(s) for s in site.brief.stories), "site.stories")


def articles(site: Site) -> ListView:
    """List the articles, newest first."""
    return _list(tuple(site.article_row(e) for e in site.brief.entries), "site.articles")


def sources(site: Site) -> SourcesView:
    """Say what became of every file."""
    entries = site.brief.entries
    rows = tuple(site.article_row(e) for e in entries)
    off = tuple(row for row in rows if not row.topics)
    long = len(rows) > A_PAGE
    return SourcesView(
        outlets=_outlets(rows),
        unnamed=Count(name="site.unnamed", value=sum(not row.outlets for row in rows)),
        files=Count(name="site.files", value=len(entries) + len(site.brief.skipped)),
        skipped=site.brief.skipped,
        skipped_count=Count(name="site.skipped", value=len(site.brief.skipped)),
        offbeat=off,
        offbeat_count=Count(name="site.offbeat", value=len(off)),
        archive=periods(rows, lambda row: row.date.iso, A_PAGE) if long else (),
        rows=() if long else tuple(sorted(rows, key=lambda row: row.source)),
    )


def _outlets(rows: tuple[Row, ...]) -> tuple[OutletView, ...]:
    held: dict[str, list[str]] = {}
    for row in rows:
        for name in row.outlets:
            held.setdefault(name, []).append(row.date.iso or "")
    found = []
    for name, dates in held.items():
        known = sorted(d for d in dates if d)
        found.append(
            OutletView(
                name=name,
                articles=Count(name="outlet.articles", value=len(dates)),
                first=DateView(iso=known[0] if known else None),
                last=DateView(iso=known[-1] if known else None),
            )
        )
    return tuple(sorted(found, key=lambda o: (-o.articles.value, o.name)))


def actors(site: Site) -> tuple[tuple[str, tuple[Named, ...]], ...]:
    """Group the actors: people, organisations; those in most texts first."""
    held = {
        "People": tuple(a for a in site.actors.values() if a.kind == "person"),
        "Organisations": tuple(a for a in site.actors.values() if a.kind != "person"),
    }
    return tuple((title, group) for title, group in held.items() if group)
