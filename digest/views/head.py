"""What the head of a page says of it: for search engines, link previews and the sitemap."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from digest.cards import card
from digest.editions.addresses import address
from digest.escape import plain, url
from digest.views.parts import DateView

if TYPE_CHECKING:
    from digest.models import Entry, Story
    from digest.views.site import Site
    from digest.views.topic import TopicView

OUTLETS = 3
"""Outlets that a description names: search engines show about 155 characters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A page by its facts; article text is none of them, the template adds the page's title."""

    summary: str = ""
    card: str | None = None
    """Path of the picture for links."""
    modified: str | None = None
    """ISO date of its newest content, None where that is not sure."""
    parts: tuple[str, ...] = ()
    """Addresses of the pages it lists, below the site's."""
    source: Source | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The article that a page is an extract of, only as far as it is sure."""

    url: str | None
    outlet: str | None
    published: str | None
    language: str | None
    titled: bool
    """Whether the page's title is the article's own headline."""


def front(site: Site) -> Head:
    """Return the head of the front page."""
    settings = site.settings.site
    return Head(
        summary=plain(settings.description),
        card=card.front_path() if settings.cards else None,
        modified=site.brief.as_of,
    )


def topic(site: Site, view: TopicView) -> Head:
    """Return the head of a topic's page."""
    return Head(
        summary=plain(view.description),
        card=card.topic_path(view.topic.slug) if site.settings.site.cards else None,
        modified=_sure(view.newest),
    )


def story(site: Site, one: Story) -> Head:
    """Return the head of a story's page."""
    date, outlets = site.story_date(one), [plain(name) for name in one.outlets]
    more = " and others" if len(outlets) > OUTLETS else ""
    by = f", told by {', '.join(outlets[:OUTLETS])}{more}" if outlets else ""
    return Head(
        summary=f"Story, {_said(date)}{by}: verbatim sentences, each traced to its source.",
        card=_card(site, one.id),
        modified=_sure(site.told[one.id][1]),
        parts=tuple(address(site.article_paths[member]) for member in one.members),
    )


def article(site: Site, entry: Entry) -> Head:
    """Return the head of an article's page."""
    cleaned, date = entry.article.cleaned, site.date(entry)
    outlet = plain(cleaned.outlet) if cleaned.outlet else None
    by = f" of {outlet}" if outlet else ""
    return Head(
        summary=f"From an article{by}, {_said(date)}: verbatim sentences, each with its line.",
        card=_card(site, entry.grouping.story),
        modified=_sure(date),
        source=Source(
            url=url(cleaned.url),
            outlet=outlet,
            published=_sure(date),
            language=cleaned.language,
            titled=not cleaned.title.derived,
        ),
    )


def _card(site: Site, story_: str) -> str | None:
    return card.story_path(story_) if site.settings.site.cards else None


def _sure(date: DateView) -> str | None:
    return date.iso if date.sure else None


def _said(date: DateView) -> str:
    return f"{date.short}{date.spoken}"
