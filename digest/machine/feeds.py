"""Feeds to files: Atom (RFC 4287) and JSON Feed 1.1, the same items in both.

An item is a story; its id is the story's, its date that of its last new sentence and never the day
of the build. Atom demands a date and we invent none, so a story without one stands in the JSON
Feed only. Article text stands in the title and, marked, in the content.
"""

from __future__ import annotations

import json
import re
import uuid
from typing import TYPE_CHECKING, Any

from digest.editions.addresses import address, end
from digest.escape import plain, xml
from digest.models import MARKER, Page
from digest.views import feed
from digest.views.parts import DateView

if TYPE_CHECKING:
    from digest.views.feed import Feed, FeedItem
    from digest.views.parts import Item, SentenceView, SliceView
    from digest.views.site import Site

ATOM = "application/atom+xml"
JSON = "application/feed+json"
OURS = "en"
"""The language of what we say; text in any other names its own."""
OWN = ("all", "changes")
"""Feeds of no topic."""
_TOPIC = re.compile(r"topics/[^/]+/")
VERSION = "https://jsonfeed.org/version/1.1"
_NOTHING = "1970-01-01T00:00:00Z"
"""An Atom feed must have a date even when it has no entry."""


def feeds(site: Site) -> tuple[Page, ...]:
    """Return the feed of all stories and one for each topic, each in both formats.

    A topic that `redirects:` leads on is still told where it was read before: nothing can send a
    feed reader elsewhere from a site without a server.
    """
    redirects = dict(site.settings.redirects)
    once = {old: end(old, redirects) for old in redirects if _TOPIC.fullmatch(old)}
    made: list[Page] = []
    for one in feed.feeds(site):
        made += pages(site, one)
        for old, now in once.items():
            name = old.split("/")[1]
            if now == f"topics/{one.name}/" and name not in {*site.topics, *OWN}:
                made += pages(site, one, name)
    return tuple(made)


def pages(site: Site, one: Feed, name: str = "") -> tuple[Page, Page]:
    """Return one feed in both formats, to be read under its own name or another."""
    name = name or one.name
    return (
        Page(path=f"feeds/{name}.xml", content=_atom(site, one)),
        Page(path=f"feeds/{name}.json", content=_json(site, one)),
    )


def _atom(site: Site, one: Feed) -> str:
    base = site.settings.site.url.rstrip("/")
    home = _home(site)
    dated = [item for item in one.items if item.updated.iso]
    newest = max((item.updated.instant or "" for item in dated), default=_as_of(site))
    itself = f'<link rel="self" type="{ATOM}" href="{xml(base)}/feeds/{one.name}.xml"/>\n'
    subtitle = f"<subtitle>{xml(one.description)}</subtitle>\n" if one.description else ""
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f"<!-- {MARKER} -->\n"
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{OURS}">\n'
        f"<id>{_id(site, f'feed/{one.name}')}</id>\n"
        f"<title>{xml(one.title)}</title>\n{subtitle}"
        f"<updated>{newest}</updated>\n"
        f"<author><name>{xml(site.settings.site.title)}</name></author>\n"
        f"{itself if base else ''}"
        f'<link rel="alternate" type="text/html" href="{xml(home + address(one.page))}"/>\n'
        f"{''.join(_entry(site, item, home) for item in dated)}"
        "</feed>\n"
    )


def _entry(site: Site, item: FeedItem, home: str) -> str:
    published = ""
    if _is_exact(item.published):
        published = f"<published>{item.published.instant}</published>\n"
    terms = "".join(
        f'<category term="{xml(t.slug)}" label="{xml(t.title)}"/>\n' for t in item.topics
    )
    return (
        "<entry>\n"
        f"<id>{_id(site, f'story/{item.story}')}</id>\n"
        f"<title{_language(item.language, 'xml:lang')}>{xml(_title(item))}</title>\n"
        f"<updated>{item.updated.instant}</updated>\n{published}"
        f'<link rel="alternate" type="text/html" href="{xml(home + address(item.title.path))}"/>\n'
        f"{terms}"
        '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">\n'
        f"{_content(item, home)}"
        "</div></content>\n"
        "</entry>\n"
    )


def _json(site: Site, one: Feed) -> str:
    base = site.settings.site.url.rstrip("/")
    found: dict[str, Any] = {
        "version": VERSION,
        # An extension of ours, as the specification asks: an object whose name starts with `_`.
        "_digest": {"generated": MARKER},
        "title": plain(one.title),
    }
    if base:
        found["home_page_url"] = f"{base}/{address(one.page)}"
        found["feed_url"] = f"{base}/feeds/{one.name}.json"
    if one.description:
        found["description"] = plain(one.description)
    found["language"] = OURS
    found["authors"] = [{"name": plain(site.settings.site.title)}]
    found["items"] = [_object(site, item) for item in one.items]
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def _object(site: Site, item: FeedItem) -> dict[str, Any]:
    base = site.settings.site.url.rstrip("/")
    found: dict[str, Any] = {"id": _id(site, f"story/{item.story}")}
    if base:
        found["url"] = f"{base}/{address(item.title.path)}"
    found["title"] = plain(_title(item))
    found["content_html"] = _content(item, _home(site))
    if _is_exact(item.published):
        found["date_published"] = item.published.instant
    if item.updated.iso:
        found["date_modified"] = item.updated.instant
    if item.topics:
        found["tags"] = [plain(topic.title) for topic in item.topics]
    if item.language:
        found["language"] = item.language
    return found


def _content(item: FeedItem, home: str) -> str:
    said = "".join(_item(one, home) for one in item.items)
    date = f"<p>{xml(item.date.short)}{xml(item.date.spoken)}</p>\n"
    return f"<p>{_slice(item.title.title)}</p>\n{said}{date}"


def _item(item: Item, home: str) -> str:
    page, _, name = item.cite.target.partition("#")
    outlet = xml(item.cite.outlet or "Outlet not named")
    return (
        f"<p>{_sentence(item.sentence)} "
        f'<cite><a href="{xml(home + address(page))}#{xml(name)}">{outlet}, '
        f"{xml(item.cite.date.short)}{xml(item.cite.date.spoken)}</a></cite></p>\n"
    )


def _sentence(view: SentenceView) -> str:
    mark = f'data-a="{view.article}" data-s="{view.id}"{_both(view.language)}'
    return f'<q class="s" {mark}>{xml(view.text)}</q>'


def _slice(view: SliceView) -> str:
    line = f' data-l="{view.line}"' if view.line is not None else ""
    cut = "…" if view.cut else ""
    mark = f'data-a="{view.article}"{line}{_both(view.language)}'
    return f'<q class="v" {mark}>{xml(view.text)}</q>{cut}'


def _both(code: str | None) -> str:
    """Name a language for HTML and for XML."""
    return _language(code, "lang") + _language(code, "xml:lang")


def _language(code: str | None, name: str) -> str:
    return f' {name}="{xml(code)}"' if code and code != OURS else ""


def _title(item: FeedItem) -> str:
    return item.title.title.text + ("…" if item.title.title.cut else "")


def _is_exact(date: DateView) -> bool:
    return date.precision == "day" and date.sure


def _home(site: Site) -> str:
    """Return what addresses start with: a site without an address is only ever read in place."""
    base = site.settings.site.url.rstrip("/")
    return f"{base}/" if base else "../"


def _as_of(site: Site) -> str:
    return DateView(iso=site.brief.as_of).instant or _NOTHING


def _id(site: Site, name: str) -> str:
    """Return an id that outlives moves of the page: a name-based UUID (RFC 4122, 4.3)."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"{site.settings.site.url}#{name}").urn
