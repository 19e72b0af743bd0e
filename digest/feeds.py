"""Atom feeds (RFC 4287): all stories, and those of each topic.

An entry is a story; its id is the story's, its date the newest of its articles and never the day
of the build. A story without a date stays out: Atom demands a date and we invent none.
"""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from digest.escape import xml
from digest.models import MARKER, Page
from digest.views import story

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.views.parts import Item, SentenceView, SliceView
    from digest.views.site import Site

ENTRIES = 40
"""Stories in a feed, newest first."""
SENTENCES = 3
_NOTHING = "1970-01-01"
"""A feed must have a date even when it has no entry."""


def feeds(site: Site) -> tuple[Page, ...]:
    """Return the feed of all stories and one for each topic."""
    views = [story.story(site, one) for one in site.brief.stories]
    dated = [view for view in views if view.date.iso]
    return (
        _feed(site, "all", site.settings.site.title, dated),
        *(
            _feed(
                site,
                topic.slug,
                f"{site.settings.site.title}: {topic.title}",
                [view for view in dated if topic in view.topics],
            )
            for topic in site.topics.values()
        ),
    )


def _feed(site: Site, name: str, title: str, views: Sequence[story.StoryView]) -> Page:
    chosen = views[:ENTRIES]
    base = site.settings.site.url.rstrip("/")
    newest = max((v.date.iso or "" for v in chosen), default=site.brief.as_of or _NOTHING)
    home = f"{base}/" if base else "../"
    itself = f'<link rel="self" href="{xml(base)}/feeds/{name}.xml"/>\n' if base else ""
    return Page(
        path=f"feeds/{name}.xml",
        content=(
            '<?xml version="1.0" encoding="utf-8"?>\n'
            f"<!-- {MARKER} -->\n"
            '<feed xmlns="http://www.w3.org/2005/Atom">\n'
            f"<id>{_id(site, f'feed/{name}')}</id>\n"
            f"<title>{xml(title)}</title>\n"
            f"<updated>{_instant(newest)}</updated>\n"
            f"<author><name>{xml(site.settings.site.title)}</name></author>\n"
            f'{itself}<link rel="alternate" type="text/html" href="{xml(home)}"/>\n'
            f"{''.join(_entry(site, view, home) for view in chosen)}"
            "</feed>\n"
        ),
    )


def _entry(site: Site, view: story.StoryView, home: str) -> str:
    key = view.articles.name.split(":")[1].partition(".")[0]
    title = xml(view.title.title.text) + ("…" if view.title.title.cut else "")
    path = view.path.removesuffix(".md") + "/"
    items = ([view.lead] if view.lead else []) + list(view.items)
    body = "".join(_item(item, home) for item in items[:SENTENCES])
    terms = "".join(
        f'<category term="{xml(t.slug)}" label="{xml(t.title)}"/>\n' for t in view.topics
    )
    return (
        "<entry>\n"
        f"<id>{_id(site, f'story/{key}')}</id>\n"
        f"<title>{title}</title>\n"
        f"<updated>{_instant(view.date.iso or _NOTHING)}</updated>\n"
        f'<link rel="alternate" type="text/html" href="{xml(home + path)}"/>\n'
        f"{terms}"
        '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">\n'
        f"<p>{_slice(view.title.title)}</p>\n{body}"
        f"<p>{xml(view.date.short)}{xml(view.date.spoken)}</p>\n"
        "</div></content>\n"
        "</entry>\n"
    )


def _item(item: Item, home: str) -> str:
    page, _, name = item.cite.target.partition("#")
    outlet = xml(item.cite.outlet or "Outlet not named")
    return (
        f"<p>{_sentence(item.sentence)} "
        f'<cite><a href="{xml(home + page.removesuffix(".md"))}/#{xml(name)}">{outlet}, '
        f"{xml(item.cite.date.short)}{xml(item.cite.date.spoken)}</a></cite></p>\n"
    )


def _sentence(view: SentenceView) -> str:
    return f'<q class="s" data-a="{view.article}" data-s="{view.id}">{xml(view.text)}</q>'


def _slice(view: SliceView) -> str:
    line = f' data-l="{view.line}"' if view.line is not None else ""
    cut = "…" if view.cut else ""
    return f'<q class="v" data-a="{view.article}"{line}>{xml(view.text)}</q>{cut}'


def _id(site: Site, name: str) -> str:
    """Return an id that outlives moves of the page: a name-based UUID (RFC 4122, 4.3)."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"{site.settings.site.url}#{name}").urn


def _instant(iso: str) -> str:
    """Return the first moment of a date: RFC 3339 knows no months, the entry's text does."""
    year, month, day = (*iso.split("-"), "01", "01")[:3]
    return f"{year}-{month}-{day}T00:00:00Z"
