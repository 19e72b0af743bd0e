"""A topic's page: what it is, its sentences in three lengths, who and how much, the sources."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from digest.merged import actor_key, texts
from digest.models import Pick
from digest.repetition import content, repeats
from digest.text import base_id
from digest.views.actors import Together, together
from digest.views.beside import debts
from digest.views.changes import ChangeView, on_topic
from digest.views.context import in_order, leans, unrepeated
from digest.views.coverage import CoverageView, coverage
from digest.views.differences import Side, differing, over_time
from digest.views.figures import FigureView, figures
from digest.views.ledger import LedgerRow
from digest.views.parts import Count, DateView, Item, Row, TopicRef
from digest.views.periods import Period, periods
from digest.views.timeline import Event, events, settled
from digest.views.tried import Tried, tried

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.models import Entry, OnTopic
    from digest.settings import TopicSettings
    from digest.views.site import Site

DIAL = (1, 3, 7)
"""The three lengths, each a prefix of the next."""
NEWEST = 60
"""Sentences a topic page lists itself; with their links they weigh about 60 KB."""
A_PERIOD = 120
ACTORS = 12
FIGURES = 6
SOURCES = 30
DATES = 8
NEW = 7
BACKGROUND_YEARS = 1
"""Older than this before the topic's newest article is background: a year of a beat is what an
analyst holds as current; anniversaries come back after one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorView:
    """Someone named in a topic's sentences."""

    name: str
    path: str | None
    """Its page, where it has one."""
    articles: Count


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicView:
    """Everything on a topic's page."""

    topic: TopicRef
    description: str
    terms: tuple[str, ...]
    """Terms that matched, most sentences first."""
    sentences: Count
    articles: Count
    texts: Count
    newest: DateView
    since: DateView | None
    """Day of the last edition, None where none was frozen yet."""
    new: tuple[ChangeView, ...]
    """What changed since, as much as the page shows."""
    dial: tuple[Item, ...]
    """What most independent texts say first."""
    recent: tuple[Item, ...]
    background: tuple[Item, ...]
    """Sentences of articles more than a year older than the newest, or without a date."""
    archive: tuple[Period[Item], ...]
    """Pages of a long topic, newest first; empty where `recent` holds all."""
    actors: tuple[ActorView, ...]
    figures: tuple[FigureView, ...]
    sources: tuple[Row, ...]
    more_sources: int
    coverage: CoverageView
    together: Together
    chronology: tuple[Event, ...]
    scheduled: tuple[Event, ...]
    differ: tuple[tuple[Side, ...], ...]
    over_time: tuple[tuple[LedgerRow, ...], ...]
    """What slowly changes, as it was said at different times."""
    debts: tuple[LedgerRow, ...]
    """What is said about debt, side by side."""
    tried: Tried | None


def topic(site: Site, settings: TopicSettings) -> TopicView:
    """Return a topic's page."""
    ref = site.topics[settings.slug]
    on = list(site.on_topic(ref.slug))
    items = _items(site, on)
    dated = [site.date(entry) for entry, _ in on]
    scope = f"topic:{ref.slug}"
    picks = dict(site.brief.topics).get(ref.slug, ())
    newest = max(dated, key=lambda d: d.iso or "", default=DateView(iso=None))
    past, ahead = _chronology(site, ref.slug)
    recent, background = map(in_order, _by_age(items[:NEWEST], newest))
    new, last = on_topic(site, ref.slug), site.history.last
    return TopicView(
        topic=ref,
        description=settings.description,
        terms=_terms(on),
        sentences=Count(name=f"{scope}.sentences", value=len(items)),
        articles=Count(name=f"{scope}.articles", value=len(on)),
        texts=Count(name=f"{scope}.texts", value=texts(e for e, _ in on)),
        newest=newest,
        since=DateView(iso=last.date) if last else None,
        new=new[:NEW],
        dial=_dial(site, items, site.items(picks, why=[ref.slug])),
        recent=recent,
        background=background,
        archive=_archive(items) if len(items) > NEWEST else (),
        actors=_actors(site, ref, on),
        coverage=coverage(site, [ref]),
        together=together(site, [e for e, _ in on]),
        chronology=past,
        scheduled=ahead,
        differ=differing(site, dict.fromkeys(e.grouping.story for e, _ in on), slug=ref.slug),
        over_time=over_time(site, [e for e, _ in on]),
        debts=debts(site, ref.slug),
        figures=figures(site, [e for e, _ in on], most=FIGURES, slug=ref.slug),
        sources=tuple(site.article_row(e) for e, _ in on[:SOURCES]),
        more_sources=max(0, len(on) - SOURCES),
        tried=None if items else tried(site, settings),
    )


def _items(site: Site, on: Sequence[tuple[Entry, OnTopic]]) -> tuple[Item, ...]:
    """List all shown sentences on the topic, newest article first, each in reading order."""
    seen: set[str] = set()
    found = []
    for entry, topic_ in on:
        spoken = site.spoken[entry.article.id, topic_.slug]
        for sentence in site.shown(entry):
            base = base_id(sentence.id)
            if sentence.id in spoken and base not in seen:
                seen.add(base)
                item = site.item(
                    Pick(article=entry.article.id, sentence=sentence.id), why=[topic_.slug]
                )
                found += [item] if item else []
    return tuple(found)


def _archive(items: Sequence[Item]) -> tuple[Period[Item], ...]:
    pages = periods(items, lambda i: i.cite.date.iso, A_PERIOD)
    return tuple(replace(page, items=in_order(page.items)) for page in pages)


def _terms(on: Sequence[tuple[Entry, OnTopic]]) -> tuple[str, ...]:
    counts: dict[str, int] = {}
    for _, topic_ in on:
        for _, terms in topic_.why:
            for term in terms:
                counts[term.lower()] = counts.get(term.lower(), 0) + 1
    return tuple(sorted(counts, key=lambda t: (-counts[t], t))[:ACTORS])


def _actors(
    site: Site, ref: TopicRef, on: Sequence[tuple[Entry, OnTopic]]
) -> tuple[ActorView, ...]:
    counts: Counter[str] = Counter()
    names: dict[str, str] = {}
    for entry, topic_ in on:
        here = set(topic_.spoken)
        named = {actor_key(a.name): a.name for a in entry.article.actors if here & set(a.sentences)}
        counts.update(named.keys())
        names = named | names
    best = sorted(counts, key=lambda key: (-counts[key], names[key]))[:ACTORS]
    return tuple(
        ActorView(
            name=site.actors[key].name if key in site.actors else names[key],
            path=site.actors[key].path if key in site.actors else None,
            articles=Count(name=f"with:{ref.slug}@{key}.articles", value=counts[key]),
        )
        for key in best
    )


def _dial(site: Site, items: Sequence[Item], picked: Sequence[Item]) -> tuple[Item, ...]:
    """Put first what most independent texts say, word for word, of all sentences on the topic.

    Of as many texts those come first that stand alone; behind comes what was picked for the topic.
    """
    told = [item for item in items if item.cite.texts.value > 1]
    told.sort(key=lambda i: leans(site, i.sentence.article, i.sentence.id))
    told.sort(key=lambda i: i.cite.texts.value, reverse=True)
    chosen: list[Item] = []
    said: list[frozenset[str]] = []
    for item in (*told, *picked):
        own = content(item.sentence.text)
        if len(chosen) < DIAL[-1] and not repeats(own, said):
            chosen.append(item)
            said.append(own)
    return tuple(unrepeated(chosen))


def _by_age(items: Sequence[Item], newest: DateView) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
    """Part the sentences of the last year from older and undated ones."""
    if newest.iso is None:
        return tuple(items), ()
    first = f"{int(newest.iso[:4]) - BACKGROUND_YEARS}{newest.iso[4:]}"
    recent = tuple(i for i in items if (iso := i.cite.date.iso) and iso >= first[: len(iso)])
    return recent, tuple(i for i in items if i not in recent)


def _chronology(site: Site, slug: str) -> tuple[tuple[Event, ...], tuple[Event, ...]]:
    """List the dates in most texts, then the newest, newest first; and apart what lies ahead."""
    found = events(site, slug=slug)
    past = [e for e in found if not e.scheduled]
    best = sorted(past, key=lambda e: (e.date.precision != "year", e.texts.value), reverse=True)
    kept = best[:DATES]
    return (
        settled(_briefly(e) for e in past if e in kept),
        settled([_briefly(e) for e in found if e.scheduled][-DATES:]),
    )


def _briefly(event: Event) -> Event:
    return replace(event, items=event.items[:1], also=(), more=replace(event.more, value=0))
