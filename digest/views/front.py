"""The front page: the bottom line, a card per topic, figures, what came last."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from digest.merged import shown_figures, texts
from digest.models import Pick
from digest.text import base_id, words
from digest.views.actors import latest_words
from digest.views.beside import topic_on_debt
from digest.views.changes import ChangesView, changes
from digest.views.context import leans
from digest.views.figures import FigureView, figures
from digest.views.parts import (
    Count,
    DateView,
    Item,
    Row,
    TopicRef,
    minutes,
)
from digest.views.timeline import upcoming

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digest.views.people import Named
    from digest.views.site import Site

STORIES = 8
UNDATED = 3
"""With eight, and nobody quoted, the front page of 58 articles had 1,234 words (limit 1,200)."""
QUOTED = 3
FIGURES = 4
LEAD = 28
"""Words of a bottom line's first sentence that leave room for the others at the size of a lead: six
lines of the front page."""
ON_CARD = 40
"""Words that a card of the front page can hold beside three others without scrolling."""
BARS = 8
"""Months in a topic's bars: what fits 60 pixels."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A topic on the front page."""

    topic: TopicRef
    sentences: Count
    articles: Count
    item: Item | None
    bars: tuple[tuple[DateView, int], ...]
    """On-topic sentences of each of the last months that have an article, oldest first."""
    trend: str
    """`more`, `less` or `same` against the month before, empty where there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """What the digest covers, in numbers."""

    first: DateView
    last: DateView
    articles: Count
    texts: Count
    outlets: Count
    unnamed: Count
    dated: tuple[tuple[str, Count], ...]
    """(`day`, `month`, `year`; count), what there is."""
    undated: Count
    sentences: Count
    files: Count
    skipped: Count


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontView:
    """Everything on the front page."""

    date: DateView
    cover: Cover
    minutes: Count
    bottom: tuple[Item, ...]
    long: bool
    """The first of them takes the room of two at the size of a lead."""
    cards: tuple[Card, ...]
    figures: tuple[FigureView, ...]
    ledger: bool
    """Whether the page of all figures has one."""
    debts: str | None
    """Slug of the topic that sets a debt among them beside others."""
    stories: tuple[Row, ...]
    undated: tuple[Row, ...]
    next: tuple[DateView, Item] | None
    """The nearest date ahead and a sentence that names it."""
    since: ChangesView
    said: tuple[tuple[Named, Item], ...]
    """Who is quoted last, and the sentence."""


def front(site: Site) -> FrontView:
    """Return the front page."""
    bottom = site.items(site.brief.bottom_line)
    used = {base_id(item.sentence.id) for item in bottom}
    cards = []
    for topic in site.topics.values():
        cards.append(_card(site, topic, used))
        if cards[-1].item:
            used.add(base_id(cards[-1].item.sentence.id))
    printed = [item.sentence for item in (*bottom, *(c.item for c in cards if c.item))]
    printed += [
        item.context for item in (*bottom, *(c.item for c in cards)) if item and item.context
    ]
    ahead = upcoming(site, used)
    printed += [ahead[1].sentence] if ahead else []
    printed += [ahead[1].context] if ahead and ahead[1].context else []
    used |= {base_id(ahead[1].sentence.id)} if ahead else set()
    since = changes(site, used)
    first = () if since.turn else since.first
    printed += [item.sentence for c in first for item in (c.before, c.item) if item]
    used |= {base_id(s.id) for s in printed}
    said = tuple(latest_words(site, used, QUOTED))
    printed += [item.sentence for _, item in said]
    beat = _on_the_beat(site)
    on_beat = [entry for entry in site.brief.entries if entry.article.topics]
    told = figures(site, on_beat or site.brief.entries, most=FIGURES)
    return FrontView(
        date=DateView(iso=site.brief.as_of),
        cover=cover(site),
        minutes=minutes(printed),
        bottom=bottom,
        long=bool(bottom) and len(words(bottom[0].sentence.text)) > LEAD,
        cards=tuple(cards),
        figures=told,
        ledger=bool(shown_figures(site.brief.entries)),
        debts=topic_on_debt(site, told),
        stories=tuple(row for row in beat if row.date.iso)[:STORIES],
        undated=tuple(row for row in beat if not row.date.iso)[:UNDATED],
        next=ahead,
        since=since,
        said=said,
    )


def _on_the_beat(site: Site) -> list[Row]:
    rows = [site.story_row(story) for story in site.brief.stories]
    return [row for row in rows if row.topics] or rows


def cover(site: Site) -> Cover:
    """Count what the digest covers."""
    entries = site.brief.entries
    dates = [site.date(entry) for entry in entries]
    known = sorted(d.iso for d in dates if d.iso)
    outlets = [entry.article.cleaned.outlet for entry in entries]
    counted = {p: sum(d.precision == p for d in dates) for p in ("day", "month", "year")}
    return Cover(
        first=DateView(iso=known[0][:7] if known else None),
        last=DateView(iso=known[-1][:7] if known else None),
        articles=Count(name="site.articles", value=len(entries)),
        texts=Count(name="site.texts", value=texts(entries)),
        outlets=Count(name="site.outlets", value=len({name for name in outlets if name})),
        unnamed=Count(name="site.unnamed", value=sum(name is None for name in outlets)),
        dated=tuple((p, Count(name=f"site.{p}", value=n)) for p, n in counted.items() if n),
        undated=Count(name="site.undated", value=sum(d.iso is None for d in dates)),
        sentences=Count(name="site.sentences", value=len(site.sentences)),
        files=Count(name="site.files", value=len(entries) + len(site.brief.skipped)),
        skipped=Count(name="site.skipped", value=len(site.brief.skipped)),
    )


def _card(site: Site, topic: TopicRef, used: Iterable[str]) -> Card:
    picks = dict(site.brief.topics).get(topic.slug, ())
    unused = [p for p in picks if base_id(p.sentence) not in used]
    articles = sum(1 for _ in site.on_topic(topic.slug))
    bars = _bars(site, topic.slug)
    return Card(
        topic=topic,
        sentences=Count(name=f"topic:{topic.slug}.sentences", value=len(site.said_on(topic.slug))),
        articles=Count(name=f"topic:{topic.slug}.articles", value=articles),
        item=site.item(_newest(site, unused) or Pick(article="", sentence="")),
        bars=bars,
        trend=_trend([n for _, n in bars]),
    )


def _newest(site: Site, picks: Iterable[Pick]) -> Pick | None:
    """Return the best sentence of the newest article for a card; picks come best first.

    Where that is longer than a card can hold, the newest of the same year that it can hold; of one
    day rather one that stands alone.
    """

    def value(pick: Pick) -> tuple[str, bool, str, bool]:
        day = site.date(site.entries[pick.article]).iso or ""
        item = site.item(pick)
        printed = (item.context, item.sentence) if item else ()
        length = sum(len(words(view.text)) for view in printed if view)
        alone = not leans(site, pick.article, pick.sentence)
        return day[: len("2021")], length <= ON_CARD, day, alone

    return max(picks, key=value, default=None)


def _bars(site: Site, slug: str) -> tuple[tuple[DateView, int], ...]:
    months: dict[str, int] = {}
    for entry in site.brief.entries:
        iso = site.date(entry).iso
        if iso and len(iso) > len("2021") and entry.grouping.relation is None:
            on = [t for t in entry.article.topics if t.slug == slug]
            months[iso[:7]] = months.get(iso[:7], 0) + sum(len(t.spoken) for t in on)
    return tuple((DateView(iso=m), months[m]) for m in sorted(months)[-BARS:])


def _trend(counts: list[int]) -> str:
    if len(counts) < 2:  # noqa: PLR2004 - a comparison takes two
        return ""
    before, now = counts[-2:]
    return "more" if now > before else "less" if now < before else "same"
