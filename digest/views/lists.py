"""Indexes: stories, articles, sources with the fate of every file, what came from an outlet."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from digest.merged import text_of
from digest.views.parts import Count, Row, TopicRef
from digest.views.periods import Period, periods

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digest.models import Skipped
    from digest.views.outlets import Outlet
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
class SourcesView:
    """What was read and what became of it."""

    outlets: tuple[Outlet, ...]
    unnamed: Count
    files: Count
    skipped: tuple[Skipped, ...]
    skipped_count: Count
    offbeat: tuple[Row, ...]
    offbeat_count: Count
    archive: tuple[Period[Row], ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletView:
    """Everything on an outlet's page."""

    outlet: Outlet
    rows: ListView
    topics: tuple[tuple[TopicRef, Count], ...]
    """How many of its articles are on each topic, where any is."""
    shared: tuple[tuple[Outlet, Count], ...]
    """Outlets that carry a text it carries: (which, how many texts)."""


def listed(rows: tuple[Row, ...], name: str) -> ListView:
    """Return an index of `rows` (newest first); `name` is the mark of their number."""
    long = len(rows) > A_PAGE
    return ListView(
        rows=rows[:NEWEST] if long else rows,
        total=Count(name=name, value=len(rows)),
        archive=periods(rows, lambda row: row.date.iso, A_PAGE) if long else (),
    )


def stories(site: Site) -> ListView:
    """List the stories, newest first."""
    return listed(tuple(site.story_row(s) for s in site.brief.stories), "site.stories")


def articles(site: Site) -> ListView:
    """List the articles, newest first."""
    return listed(tuple(site.article_row(e) for e in site.brief.entries), "site.articles")


def sources(site: Site) -> SourcesView:
    """Say what became of every file."""
    entries = site.brief.entries
    rows = tuple(site.article_row(e) for e in entries)
    off = tuple(row for row in rows if not row.topics)
    long = len(rows) > A_PAGE
    return SourcesView(
        outlets=tuple(site.outlets.values()),
        unnamed=Count(name="site.unnamed", value=sum(not row.outlets for row in rows)),
        files=Count(name="site.files", value=len(entries) + len(site.brief.skipped)),
        skipped=site.brief.skipped,
        skipped_count=Count(name="site.skipped", value=len(site.brief.skipped)),
        offbeat=off,
        offbeat_count=Count(name="site.offbeat", value=len(off)),
        archive=periods(rows, lambda row: row.date.iso, A_PAGE) if long else (),
        rows=() if long else tuple(sorted(rows, key=lambda row: row.source)),
    )


def by_year(rows: Iterable[Row]) -> tuple[tuple[str, tuple[Row, ...]], ...]:
    """Group rows (newest first, undated last) by the year of their date, empty for none."""
    grouped = groupby(rows, key=lambda row: (row.date.iso or "")[:4])
    return tuple((year, tuple(held)) for year, held in grouped)


def outlet(site: Site, one: Outlet) -> OutletView:
    """Return an outlet's page."""
    return OutletView(
        outlet=one,
        rows=listed(tuple(site.article_row(e) for e in one.at), one.articles.name),
        topics=tuple(_topics(site, one)),
        shared=_shared(site, one),
    )


def _topics(site: Site, one: Outlet) -> list[tuple[TopicRef, Count]]:
    counts = Counter(topic.slug for entry in one.at for topic in entry.article.topics)
    return [
        (topic, Count(name=f"outlet:{one.key}@{slug}.articles", value=counts[slug]))
        for slug, topic in site.topics.items()
        if counts[slug]
    ]


def _shared(site: Site, one: Outlet) -> tuple[tuple[Outlet, Count], ...]:
    own = {text_of(entry) for entry in one.at}
    counts = {
        other.key: len(own & {text_of(entry) for entry in other.at})
        for other in site.outlets.values()
        if other.key != one.key
    }
    best = sorted((key for key, n in counts.items() if n), key=lambda key: (-counts[key], key))
    return tuple(
        (site.outlets[key], Count(name=f"outlet:{one.key}+{key}.texts", value=counts[key]))
        for key in best
    )


def actors(site: Site) -> tuple[tuple[str, tuple[Named, ...]], ...]:
    """Group the actors: people, organisations; those in most texts first."""
    held = {
        "People": tuple(a for a in site.actors.values() if a.kind == "person"),
        "Organisations": tuple(a for a in site.actors.values() if a.kind != "person"),
    }
    return tuple((title, group) for title, group in held.items() if group)
