"""schema.org metadata of a page (JSON-LD), for the head.

A page of ours is a web page *based on* an article; the article belongs to its outlet, and is said
to be of a day only where that is sure. No article text but the page's title.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

SECTIONS = {
    "stories": "Stories",
    "articles": "Articles",
    "actors": "Actors",
    "figures": "Figures",
    "timeline": "Timeline",
    "sources": "Sources",
    "editions": "Editions",
}
"""Folders that have an index, by the name of its page."""
_COLLECTIONS = frozenset(
    {"story", "topic", "list", "sources", "ledger", "timeline", "actors", "outlet"}
)


def script(found: Mapping[str, Any]) -> str:
    """Return JSON that can stand in a `script` element: nothing in it is markup or a line break."""
    text = json.dumps(found, ensure_ascii=True)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def describe(
    *, base: str, path: str, title: str, brand: str, meta: Mapping[str, Any]
) -> dict[str, Any]:
    """Describe the page at `path` below `base`, by its title and the facts of its front matter.

    Empty where there is no address to name the page by, or where the page is not ours.
    """
    kind = meta.get("kind")
    if not base or not kind:
        return {}
    base = f"{base.rstrip('/')}/"
    site = {"@type": "WebSite", "@id": base, "url": base, "name": brand}
    context = {"@context": "https://schema.org"}
    if kind == "front":
        said = {"description": meta["summary"]} if meta.get("summary") else {}
        return context | site | said | {"potentialAction": _search(base)}
    page: dict[str, Any] = {
        "@type": "CollectionPage" if kind in _COLLECTIONS else "WebPage",
        "@id": base + path,
        "url": base + path,
        "name": title,
    }
    if meta.get("summary"):
        page["description"] = meta["summary"]
    if meta.get("modified"):
        page["dateModified"] = meta["modified"]
    page |= {"isPartOf": site, "breadcrumb": _crumbs(base, path, title, brand)}
    if meta.get("parts"):
        page["mainEntity"] = _list(base, meta["parts"])
    if meta.get("source"):
        page["isBasedOn"] = _source(meta["source"], title)
    return context | page


def _search(base: str) -> dict[str, Any]:
    """Say which address answers a search (https://schema.org/SearchAction)."""
    template = f"{base}search/?q={{search_term_string}}"
    return {
        "@type": "SearchAction",
        "target": {"@type": "EntryPoint", "urlTemplate": template},
        "query-input": "required name=search_term_string",
    }


def _crumbs(base: str, path: str, title: str, brand: str) -> dict[str, Any]:
    folder, _, rest = path.partition("/")
    way = [(brand, base)]
    if folder in SECTIONS and rest:
        way.append((SECTIONS[folder], f"{base}{folder}/"))
    way.append((title, base + path))
    items = [
        {"@type": "ListItem", "position": n, "name": name, "item": address}
        for n, (name, address) in enumerate(way, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def _list(base: str, parts: list[str]) -> dict[str, Any]:
    items = [
        {"@type": "ListItem", "position": n, "url": base + part}
        for n, part in enumerate(parts, start=1)
    ]
    return {"@type": "ItemList", "numberOfItems": len(items), "itemListElement": items}


def _source(source: Mapping[str, Any], title: str) -> dict[str, Any]:
    found: dict[str, Any] = {"@type": "Article"}
    if source.get("titled"):
        found["headline"] = title
    if source.get("url"):
        found["url"] = source["url"]
    if source.get("outlet"):
        found["publisher"] = {"@type": "Organization", "name": source["outlet"]}
    if source.get("published"):
        found["datePublished"] = source["published"]
    if source.get("language"):
        found["inLanguage"] = source["language"]
    return found
