"""Feeds to raw articles: RSS 0.9 to 2.0, RDF, Atom (RFC 4287) and JSON Feed, by lxml and json.

An entry's text is what the feed holds, mark-up and all: nothing is fetched, cleaned or added here.
"""

from __future__ import annotations

import html
import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from digest.models import RawArticle, Skipped
from digest.readers.xmltext import root, tree
from digest.text import content_id, printable, squeeze

ROOTS = frozenset({"rss", "rdf", "feed", "json"})
_SPACES = {
    "": "",
    "http://www.w3.org/2005/Atom": "",
    "http://purl.org/atom/ns#": "",
    "http://purl.org/rss/1.0/": "",
    "http://my.netscape.com/rdf/simple/0.9/": "",
    "http://purl.org/rss/1.0/modules/content/": "content:",
    "http://purl.org/dc/elements/1.1/": "dc:",
    "http://purl.org/dc/terms/": "dcterms:",
}
"""Namespaces whose elements are read; `media:title` is a picture's title, not the entry's."""
_PUBLISHED = ("pubdate", "published", "issued", "dcterms:issued", "dc:date", "dcterms:created")
_UPDATED = ("updated", "modified", "dcterms:modified")
_CONTENT = ("content:encoded", "content", "description", "summary")
_LONGEST_LINK = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a feed; what it does not say is empty."""

    title: str = ""
    """Plain text."""
    link: str = ""
    """An address with http or https."""
    published: str = ""
    """As written."""
    updated: str = ""
    author: str = ""
    content: str = ""
    """HTML, the longest text that the entry has."""


def entries(text: str, address: str = "") -> tuple[Entry, ...] | None:
    """Entries of a feed in its order, None where `text` is no feed.

    `address` is where the feed was found; relative links start there.
    """
    kind = root(text)
    if kind == "json":
        return _json_feed(text, address)
    if kind not in ROOTS:
        return None
    top = tree(text)
    if top is None:
        return None
    places = [one for one in top.iter() if _name(one) in {"item", "entry"}]
    home = next((_link(one, address) for one in top.iter() if _name(one) == "channel"), "")
    return tuple(_entry(one, address or home) for one in places)


def articles(source: str, text: str, encoding: str) -> list[RawArticle | Skipped]:
    """Raw articles of a feed file, `source#1` for its first entry; `Skipped` says what is not."""
    found = entries(text)
    if found is None:
        return [_skipped(source, "unsupported", _NO_FEED)]
    given: list[RawArticle | Skipped] = [
        RawArticle(
            source=f"{source}#{n}",
            kind="html",
            id=content_id(entry.content.encode("utf-8", "replace")),
            text=entry.content,
            encoding=encoding,
            hints=_hints(entry),
        )
        for n, entry in enumerate(found, 1)
        if entry.content.strip()
    ]
    bare = len(found) - len(given)
    if bare:
        detail = f"{bare} of {len(found)} entries hold no text; digest fetch brings their pages."
        given.append(_skipped(source, "empty", detail))
    elif not found:
        given.append(_skipped(source, "empty", "The feed has no entry; remove the file."))
    return given


_NO_FEED = "It is no feed (RSS, Atom or JSON Feed); a list of addresses is for digest fetch."


def _skipped(source: str, reason: Any, detail: str) -> Skipped:
    return Skipped(source=source, reason=reason, detail=detail)


def _hints(entry: Entry) -> tuple[tuple[str, str], ...]:
    said = {
        "entry author": entry.author,
        "entry link": entry.link,
        "entry published": entry.published,
        "entry title": entry.title,
        "entry updated": entry.updated,
    }
    return tuple((name, value) for name, value in said.items() if value)


def _name(element: Any) -> str:
    if not isinstance(element.tag, str):
        return "?"
    space, _, local = element.tag.rpartition("}")
    prefix = _SPACES.get(space.lstrip("{"))
    # RSS 1.0 puts its channel and items into namespaces, RDF calls its root so.
    return "?" if prefix is None else prefix + local.lower()


def _entry(item: Any, base: str) -> Entry:
    named: dict[str, list[Any]] = {}
    for child in item:
        named.setdefault(_name(child), []).append(child)

    def first(*names: str) -> str:
        values = (_plain(_markup(one)) for name in names for one in named.get(name, ()))
        return next(filter(None, values), "")

    texts = [_markup(one) for name in _CONTENT for one in named.get(name, ())]
    return Entry(
        title=first("title", "dc:title"),
        link=_link(item, base),
        published=first(*_PUBLISHED),
        updated=first(*_UPDATED),
        author=next(map(_person, named.get("author", ())), "") or first("dc:creator"),
        content=max(texts, key=len, default=""),
    )


def _person(author: Any) -> str:
    """Return the name in Atom's `author`, the text of RSS's."""
    return _plain(
        next((one.text or "" for one in author if _name(one) == "name"), author.text or "")
    )


def _link(item: Any, base: str) -> str:
    """Return the address of the entry's page."""
    base = urljoin(base, item.base or "") if _sound(item.base or "") else base
    permanent, named = [], []
    for child in item:
        name, text = _name(child), squeeze(child.text or "")
        if name == "link" and child.get("rel", "alternate") == "alternate":
            named.append(child.get("href") or text)
        elif name == "id" or (name == "guid" and child.get("isPermaLink") != "false"):
            permanent.append(text if text.startswith("http") else "")
    return next(filter(None, (absolute(one, base) for one in (*named, *permanent) if one)), "")


def _sound(address: str) -> bool:
    return len(address) <= _LONGEST_LINK and printable(address)


def absolute(link: str, base: str) -> str:
    """`link` as an address with http or https, empty where it is none."""
    try:
        full = urljoin(base, link.strip())
    except ValueError:
        return ""
    web = full.lower().startswith(("http://", "https://"))
    return full if web and _sound(full) else ""


def _markup(element: Any) -> str:
    """Return the HTML that an element holds, escaped or not; plain text becomes paragraphs."""
    text = "".join(element.itertext())
    kind = (element.get("type") or "").lower()
    if len(element):
        return _inner(element)
    if kind in {"text", "text/plain"}:
        return _paragraphs(text)
    return text


def _inner(element: Any) -> str:
    from lxml import etree  # noqa: PLC0415 - heavy

    for one in element.iter(etree.Element):
        one.tag = one.tag.rpartition("}")[2]
    outside = etree.Element("div")
    outside.extend(list(element))
    etree.cleanup_namespaces(outside)
    parts = [etree.tostring(one, encoding="unicode", method="html") for one in outside]
    return html.escape(element.text or "", quote=False) + "".join(parts)


def _paragraphs(text: str) -> str:
    lines = (html.escape(line, quote=False) for line in text.splitlines() if line.strip())
    return "".join(f"<p>{line}</p>\n" for line in lines)


def _plain(markup: str) -> str:
    if "<" not in markup and "&" not in markup:
        return squeeze(markup)
    from lxml import html as lxml_html  # noqa: PLC0415 - heavy

    return squeeze(lxml_html.fromstring(f"<div>{markup}</div>").text_content())


def _json_feed(text: str, address: str) -> tuple[Entry, ...] | None:
    try:
        feed = json.loads(text.lstrip("\ufeff"))
    except (ValueError, RecursionError):
        return None
    if "jsonfeed.org/version/" not in str(feed.get("version")):
        return None
    items = feed.get("items")
    base = address or absolute(_said(feed, "home_page_url"), "")
    return (
        tuple(_json_entry(one, base) for one in items if isinstance(one, dict))
        if (isinstance(items, list))
        else ()
    )


def _json_entry(item: dict[str, Any], base: str) -> Entry:
    authors = item.get("authors") or [item.get("author")]
    author = authors[0] if isinstance(authors, list) else None
    return Entry(
        title=squeeze(_said(item, "title")),
        link=absolute(_said(item, "url") or _said(item, "external_url"), base),
        published=_said(item, "date_published"),
        updated=_said(item, "date_modified"),
        author=squeeze(_said(author, "name")) if isinstance(author, dict) else "",
        content=_said(item, "content_html")
        or _paragraphs(_said(item, "content_text") or _said(item, "summary")),
    )


def _said(item: dict[str, Any], key: str) -> str:
    value = item.get(key)
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else ""
