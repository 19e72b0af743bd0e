"""What the card of a page says: its title, date and counts, nothing that the page does not say."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from digest.cards.card import Card, front_path, story_path, topic_path
from digest.cards.draw import drawable, look
from digest.escape import plain
from digest.views import front
from digest.views.parts import Count, DateView
from digest.views.site import Site

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digest.models import Brief, Story
    from digest.settings import Settings
    from digest.views.parts import TopicRef


def cards(brief: Brief, settings: Settings) -> tuple[Card, ...]:
    """Return the cards of the front page, the topics and the stories; none where they are off."""
    if not settings.site.cards:
        return ()
    site = Site(brief, settings)
    shown = front.front(site)
    made = [_front(site, shown)]
    made += [_topic(site, card) for card in shown.cards]
    made += [_story(site, story) for story in brief.stories]
    return tuple(made)


def _front(site: Site, view: front.FrontView) -> Card:
    cover = view.cover
    own = [_count(cover.articles, "article"), _count(cover.texts, "independent text")]
    own += [_count(cover.outlets, "outlet")] if cover.outlets.value else []
    title = site.settings.site.description or site.settings.site.title
    return _card(site, front_path(), title, view.date, own, site.topics.values())


def _topic(site: Site, card: front.Card) -> Card:
    own = [_count(card.sentences, "sentence"), _count(card.articles, "article")]
    dates = [site.date(entry) for entry, _ in site.on_topic(card.topic.slug)]
    newest = max(dates, key=lambda d: (d.iso or "", d.sure), default=DateView(iso=None))
    path = topic_path(card.topic.slug)
    return _card(site, path, card.topic.title, newest, own, [card.topic])


def _story(site: Site, story: Story) -> Card:
    row = site.story_row(story)
    own = [_count(c, noun) for c, noun in ((row.articles, "article"), (row.texts, "text")) if c]
    named = Count(name=f"story:{story.id}.outlets", value=len(story.outlets))
    own += [_count(named, "outlet")] if story.outlets else []
    outlets = tuple(o for name in story.outlets if drawable(o := plain(name)))
    about = site.settings.site.description
    made = _card(site, story_path(story.id), about, row.date, own, row.topics)
    made = replace(made, outlets=outlets)
    title, view = plain(row.link.title.text), row.link.title
    if not drawable(title):
        return made
    return replace(made, title=title, cut=view.cut, article=view.article, line=view.line)


def _count(count: Count, noun: str) -> tuple[str, int, str]:
    return count.name, count.value, noun if count.value == 1 else f"{noun}s"


def _card(  # noqa: PLR0913, PLR0917 - a part of the picture each
    site: Site,
    path: str,
    title: str,
    date: DateView,
    counts: Iterable[tuple[str, int, str]],
    topics: Iterable[TopicRef],
) -> Card:
    settings = site.settings.site
    name, beat, own = plain(settings.title), plain(settings.subtitle), plain(title)
    return Card(
        path=path,
        site=name if drawable(name) else "",
        beat=beat if drawable(beat) else "",
        title=own if drawable(own) else "",
        cut=False,
        article=None,
        line=None,
        date=date.short if date.iso else "",
        precision=date.precision,
        sure=date.sure,
        counts=tuple(counts),
        topics=tuple((t, topic.index) for topic in topics if drawable(t := plain(topic.title))),
        outlets=(),
        look=look(),
    )
