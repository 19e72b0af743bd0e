"""The chronology: dates that texts name, not the days they were posted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from digest.merged import text_of
from digest.models import Pick
from digest.repetition import content, repeats
from digest.text import base_id
from digest.views.context import leans, unrepeated
from digest.views.parts import Count, DateView, Item, Link, SliceView
from digest.views.periods import Period, periods

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from digest.models import DateMention, Entry
    from digest.views.site import Site

A_PAGE = 24
"""Past dates on one page: about 70 KB of HTML."""
AHEAD = 12
SENTENCES = 3
"""Sentences shown for a date, each of another text and in other words; those that stand alone
first."""
ALSO = 4
DRAWN = 40
FAR = 0.15
"""Share of the dates that may lie left of the drawn line, where that halves its length."""
MOST = 8
MONTHS = 60
"""Months that the index leads to one by one; the pages by year have the rest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A date, the sentences that name it, and in how many articles and texts it stands."""

    date: DateView
    scheduled: bool
    items: tuple[tuple[SliceView, Item, bool], ...]
    """(the date as written, the sentence, whether it surely means the date), one of each text."""
    articles: Count
    texts: Count
    also: tuple[Link, ...]
    """Other articles that name the date."""
    more: Count
    """Articles beyond those."""

    @property
    def name(self) -> str:
        """Its anchor."""
        return f"d-{self.date.iso}"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineView:
    """All dates, or the newest and the years that hold them all."""

    as_of: DateView
    scheduled: tuple[Event, ...]
    years: tuple[tuple[str, tuple[Event, ...]], ...]
    """Past dates by year, newest first."""
    most: tuple[tuple[Event, str], ...]
    """What most texts name, years apart, and its place."""
    months: tuple[tuple[str, tuple[tuple[Event, str], ...]], ...]
    """By year, the newest date of each month, ahead ones too, and its place."""
    drawn: tuple[Event, ...]
    undrawn: Count
    total: Count
    lone: Count
    """Dates that one text alone names."""
    archive: tuple[Period[Event], ...]


def timeline(site: Site) -> TimelineView:
    """Return the chronology."""
    found = events(site)
    past = tuple(e for e in found if not e.scheduled)
    ahead = tuple(e for e in found if e.scheduled)[-AHEAD:]
    long = len(past) > A_PAGE
    archive = periods(found, lambda e: (e.date.iso or "")[:4], A_PAGE) if long else ()
    at = {event.name: f"timeline/{p.key}.md" for p in archive for event in p.items}
    at |= {event.name: "" for event in (*ahead, *past[:A_PAGE])}
    drawn = _window(found, site.brief.as_of)
    return TimelineView(
        as_of=DateView(iso=site.brief.as_of),
        scheduled=settled(ahead),
        years=by_year(settled(past[:A_PAGE])),
        most=tuple((e, f"{at[e.name]}#{e.name}") for e in most_named(found, MOST)),
        months=_months(found, at),
        drawn=drawn,
        undrawn=Count(name="page.more", value=len(found) - len(drawn)),
        total=Count(name="site.dates", value=len(found)),
        lone=Count(name="site.lone", value=sum(e.texts.value == 1 for e in found)),
        archive=tuple(replace(page, items=settled(page.items)) for page in archive),
    )


def _window(found: tuple[Event, ...], as_of: str | None) -> tuple[Event, ...]:
    """Choose the dates that a line can tell apart: where they are many, no years alone.

    Dates far from the others are left out: news names wars of the last century and loans of the
    next.
    """
    if len(found) > DRAWN:
        found = tuple(e for e in found if e.date.precision != "year")
    dates = [e.date.iso or "" for e in found if not e.scheduled]
    if not dates:
        return found
    first = min(dates[: len(dates) - int(FAR * len(dates))], key=_years)
    now = max(_years(as_of or ""), _years(dates[0]))
    if now - _years(first) > (now - _years(dates[-1])) / 2:
        first = dates[-1]
    last = now + max(1, (now - _years(first)) / 3)
    return tuple(e for e in found if _years(first) <= _years(e.date.iso or "") <= last)


def _years(iso: str) -> float:
    year, month = (*(int(part) for part in iso.split("-") if part), 0, 1)[:2]
    return year + (month or 1) / 12


def most_named(found: Iterable[Event], most: int) -> tuple[Event, ...]:
    """List the dates that several texts name; a year alone is seldom an event."""
    several = [e for e in found if e.texts.value > 1 and e.date.precision != "year"]
    return tuple(sorted(several, key=lambda e: -e.texts.value)[:most])


def _months(
    found: Iterable[Event], at: Mapping[str, str]
) -> tuple[tuple[str, tuple[tuple[Event, str], ...]], ...]:
    """Lead to the newest date of each month; the others of the month follow it."""
    first: dict[str, Event] = {}
    for event in found:
        if event.date.iso and event.date.precision != "year":
            first.setdefault(event.date.iso[:7], event)
    years: dict[str, list[tuple[Event, str]]] = {}
    for month, event in list(first.items())[:MONTHS]:
        years.setdefault(month[:4], []).append((event, f"{at[event.name]}#{event.name}"))
    return tuple((year, tuple(reversed(months))) for year, months in years.items())


def by_year(found: Iterable[Event]) -> tuple[tuple[str, tuple[Event, ...]], ...]:
    """Gather dates by year, in the order they come."""
    years: dict[str, list[Event]] = {}
    for event in found:
        years.setdefault((event.date.iso or "")[:4], []).append(event)
    return tuple((year, tuple(held)) for year, held in years.items())


def events(site: Site, *, slug: str = "") -> tuple[Event, ...]:
    """List the dates of shown sentences, newest first; only those on topic `slug` if given.

    The counts are of all articles that name the date, in whatever sentence.
    """
    named: dict[str, dict[str, Entry]] = {}
    shown: dict[str, list[tuple[Entry, DateMention]]] = {}
    for entry in site.brief.entries:
        on = {s for t in entry.article.topics if t.slug == slug for s in t.spoken}
        for mention in entry.article.dates:
            named.setdefault(mention.date, {})[entry.article.id] = entry
            if mention.sentence in entry.shown and (not slug or mention.sentence in on):
                shown.setdefault(mention.date, []).append((entry, mention))
    return tuple(
        _event(site, date, shown[date], tuple(named[date].values()))
        for date in sorted(shown, reverse=True)
    )


def _event(
    site: Site, date: str, shown: list[tuple[Entry, DateMention]], named: tuple[Entry, ...]
) -> Event:
    """Return a date, as sure as the surest sentence that names it, which stands first."""
    items: list[tuple[SliceView, Item, bool]] = []
    told: set[str] = set()
    said: list[frozenset[str]] = []

    def place(held: tuple[Entry, DateMention]) -> tuple[bool, int]:
        return not held[1].sure, leans(site, held[0].article.id, held[1].sentence)

    for entry, mention in sorted(shown, key=place):
        key = mention.sentence
        item = site.item(Pick(article=entry.article.id, sentence=key))
        own = content(item.sentence.text) if item else frozenset()
        fresh = not told & {text_of(entry), base_id(key)} and not repeats(own, said)
        if item and fresh and len(items) < SENTENCES:
            told |= {text_of(entry), base_id(key)}
            said.append(own)
            written = site.slice(entry, mention.text, line=item.sentence.line)
            items.append((written, item, mention.sure))
    printed = {item.sentence.article for _, item, _ in items}
    others = [e for e in named if e.article.id not in printed]
    return Event(
        date=DateView(iso=date, sure=any(mention.sure for _, mention in shown)),
        scheduled=is_scheduled(date, site.brief.as_of, [site.date(e).iso for e in named]),
        items=tuple(items),
        articles=Count(name=f"date:{date}.articles", value=len(named)),
        texts=Count(name=f"date:{date}.texts", value=len({text_of(e) for e in named})),
        also=tuple(site.link(e, site.article_paths[e.article.id]) for e in others[:ALSO]),
        more=Count(name="page.more", value=max(0, len(others) - ALSO)),
    )


def settled(found: Iterable[Event]) -> tuple[Event, ...]:
    """Take from dates in a row the contexts that stand right above."""
    found = tuple(found)
    flat = unrepeated(item for event in found for _, item, _ in event.items)
    return tuple(
        replace(event, items=tuple((text, next(flat), sure) for text, _, sure in event.items))
        for event in found
    )


def is_scheduled(date: str, as_of: str | None, published: Iterable[str | None]) -> bool:
    """Say whether all of `date` lies after the digest's day and after all that name it.

    Undated texts may be younger than the date: they alone never say that it lies ahead.
    """
    known = [day for day in published if day]
    days = [as_of, *known] if as_of and known else []
    return bool(days) and all(date[: len(day)] > day[: len(date)] for day in days)


def upcoming(site: Site, told: Collection[str]) -> tuple[DateView, Item] | None:
    """Return the nearest date ahead that a text on the beat names in a sentence not yet `told`."""
    for event in reversed(events(site)):
        for _, item, sure in event.items if event.scheduled else ():
            entry = site.entries[item.sentence.article]
            if entry.article.topics and base_id(item.sentence.id) not in told:
                return replace(event.date, sure=sure), item
    return None
