"""What feeds hold: lists of stories, before any format.

One list makes both formats (`digest.machine.feeds`), and anything that can say which stories to
name is a feed: all of them, those of a topic, those that changed since an edition.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from digest.models import Pick
from digest.views import story
from digest.views.parts import DateView, Item, Link, TopicRef

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from digest.models import Story
    from digest.views.site import Site

ITEMS = 40
"""Stories in a feed, newest first."""
SENTENCES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedItem:
    """A story in a feed."""

    story: str
    """The id under which it was first published: an older article that joins does not change it."""
    title: Link
    """Its headline and its page."""
    date: DateView
    """The newest of its articles, as its page says it."""
    updated: DateView
    """When its last new sentence came; without a date where none of its articles has one."""
    published: DateView
    """When its first sentence came."""
    topics: tuple[TopicRef, ...] = ()
    items: tuple[Item, ...] = ()
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed: `items` come newest first, undated last."""

    name: str
    """Of its files, `feeds/<name>.xml` and `.json`."""
    title: str
    page: str
    """Path of the page that it follows (`index.md`)."""
    items: tuple[FeedItem, ...]
    description: str = ""


def feeds(site: Site) -> tuple[Feed, ...]:
    """Return the feed of all stories, that of changes, and one for each topic."""
    settings = site.settings.site
    order = sorted(site.stories, key=lambda key: site.told[key][1].instant or "", reverse=True)
    known: dict[str, FeedItem] = {}

    def newest(keys: Iterable[str]) -> tuple[FeedItem, ...]:
        chosen = list(keys)[:ITEMS]
        known.update((k, item(site, site.stories[k])) for k in chosen if k not in known)
        return tuple(known[key] for key in chosen)

    on = {key: set(site.topic_refs(one.members)) for key, one in site.stories.items()}
    return (
        Feed(
            name="all",
            title=settings.title,
            page="index.md",
            items=newest(order),
            description=settings.description,
        ),
        _changes(site, order),
        *(
            Feed(
                name=topic.slug,
                title=f"{settings.title}: {topic.title}",
                page=topic.path,
                items=newest(key for key in order if topic in on[key]),
                description=described.description,
            )
            for topic, described in zip(site.topics.values(), site.settings.topics, strict=True)
        ),
    )


def _changes(site: Site, order: Iterable[str]) -> Feed:
    """Return what is new, restated or superseded since the last edition, by story."""
    said: dict[str, list[Item]] = {}
    for change in site.changes:
        article, sentence = change.sentence
        found = site.item(Pick(article=article, sentence=sentence))
        if found and change.kind != "background":
            said.setdefault(change.story, []).append(found)
    changed = [key for key in order if key in said][:ITEMS]
    return Feed(
        name="changes",
        title=f"{site.settings.site.title}: what changed",
        page="changes.md",
        items=tuple(item(site, site.stories[k], items=said[k][:SENTENCES]) for k in changed),
        description="What the texts say that the last edition did not.",
    )


def item(
    site: Site,
    story_: Story,
    *,
    items: Sequence[Item] | None = None,
    updated: DateView | None = None,
) -> FeedItem:
    """Return a story as an item of a feed.

    `items` are the sentences to show (by default those that open its page), `updated` is when the
    last of them came (by default when the story's last new sentence came).
    """
    first, last = site.told[story_.id]
    view = story.story(site, story_)
    own = ([view.lead] if view.lead else []) + list(view.items)
    published = site.resolved.stories.get(story_.id)
    return FeedItem(
        story=published.id if published else story_.id,
        title=view.title,
        date=view.date,
        updated=updated or last,
        published=first,
        topics=view.topics,
        items=tuple(own[:SENTENCES] if items is None else items),
        language=view.title.title.language,
    )
