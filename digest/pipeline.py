"""The whole digest on one screen: raw articles in, a brief out.

`run` is anything shaped like the built-in `map` with its order kept: `map` itself, the map of a
process pool, a cache around either. Item stages take one value and are mapped; global stages see
the whole list.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from digest import duplicates, inherit, namesakes, select, summarize, topics
from digest.extract import (
    actors,
    amounts,
    dates,
    documents,
    furniture,
    lines,
    quantities,
    quotations,
    sentences,
    stocks,
)
from digest.models import Article, Brief, Cleaned, Document, Labelled, RawArticle, Skipped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from digest.settings import (
        ActorSettings,
        EventSettings,
        Settings,
        SourceSettings,
        TopicSettings,
    )

_Out = TypeVar("_Out")


class Run(Protocol):
    """What the seam looks like: `map` with its order kept."""

    def __call__(self, function: Callable[[Any], _Out], items: Iterable[Any], /) -> Iterable[_Out]:
        """Return `function` of each item, in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToClean:
    """One labelled document and the facts about its neighbours that it needs, no more."""

    labelled: Labelled
    furniture: tuple[str, ...]
    sources: tuple[SourceSettings, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ToDescribe:
    """One cleaned document and the part of the settings that describes it."""

    cleaned: Cleaned
    topics: tuple[TopicSettings, ...]
    actors: tuple[ActorSettings, ...]
    events: tuple[EventSettings, ...]
    summarizer: str


def digest(
    raws: Sequence[RawArticle | Skipped],
    settings: Settings,
    *,
    run: Run = map,
    as_of: str | None = None,
    frozen: Mapping[str, Mapping[str, str]] = MappingProxyType({}),
) -> Brief:
    """Turn raw articles into the brief that the pages are made of.

    `as_of` is the ISO date to speak for; None takes the newest date the articles prove. `frozen`
    are the sentences that editions print: by article, id to text.
    """
    raw, skipped = _part(raws)
    documents_, skips = _part(run(documents.read, raw))
    skipped += skips
    labelled = list(run(lines.label, documents_))
    articles, skips = describe(labelled, settings, run=run)
    groupings = duplicates.group(articles)
    published = inherit.inherit(articles, groupings)
    stories = duplicates.stories(articles, groupings, published)
    return select.brief(
        namesakes.joined(articles, groupings, settings.actors),
        groupings,
        published,
        stories,
        (*skipped, *skips),
        settings,
        as_of=as_of,
        frozen=frozen,
    )


def describe(
    labelled: Sequence[Labelled], settings: Settings, *, run: Run = map
) -> tuple[list[Article], list[Skipped]]:
    """Give the labels their final form and say of each article what it holds."""
    shared = furniture.shared_lines(labelled, duplicates.near_copies(labelled))
    cleaned, skips = _part(
        run(
            _clean,
            [
                ToClean(labelled=one, furniture=tuple(sorted(lines)), sources=settings.sources)
                for one, lines in zip(labelled, shared, strict=True)
            ],
        )
    )
    tasks = [
        ToDescribe(
            cleaned=one,
            topics=settings.topics,
            actors=settings.actors,
            events=settings.events,
            summarizer=settings.summarizer,
        )
        for one in cleaned
    ]
    return list(run(_describe, tasks)), skips


def _clean(task: ToClean) -> Cleaned | Skipped:
    return lines.clean(task.labelled, frozenset(task.furniture), task.sources)


def _describe(task: ToDescribe) -> Article:
    cleaned = task.cleaned
    body = sentences.sentences(cleaned)
    published = dates.published(cleaned, body, task.events)
    named = dates.mentions(cleaned, body, published, task.events)
    ranking = summarize.rank(cleaned, body, summarizer=task.summarizer)
    who = actors.actors(cleaned, body, task.actors)
    return Article(
        cleaned=cleaned,
        sentences=body,
        published=published,
        ranking=ranking,
        topics=topics.topics(cleaned, body, ranking, task.topics),
        actors=who,
        amounts=stocks.dated(amounts.amounts(body), named, body),
        quantities=stocks.dated(quantities.quantities(body, cleaned.language), named, body),
        dates=named,
        quotations=quotations.quotations(cleaned, body, who),
    )


_Kept = TypeVar("_Kept", RawArticle, Document, Cleaned)


def _part(items: Iterable[_Kept | Skipped]) -> tuple[list[_Kept], list[Skipped]]:
    kept: list[_Kept] = []
    skipped: list[Skipped] = []
    for item in items:
        if isinstance(item, Skipped):
            skipped.append(item)
        else:
            kept.append(item)
    return kept, skipped
