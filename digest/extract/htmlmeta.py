"""What a web page's markup says of the article: title, outlet, address, language, author."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from digest.extract import htmltree
from digest.text import fold, squeeze, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_ARTICLES = re.compile(r"Article|Posting|Report|Review|Column")
"""schema.org types of articles: NewsArticle, BlogPosting, ReportageNewsArticle …"""
_SEPARATOR = re.compile(r"\s+(?:[|–—·•»«/-]|::|>|<)+\s+|\s*[|»]\s*|:\s+")
_ADDRESS = re.compile(r"https?://[^\s<>\"']+", re.IGNORECASE)
_LANGUAGE = re.compile(r"([A-Za-z]{2})(?:[-_]\w+)*$")
_MAX_SITE_WORDS = 4
"""Words of a part of `<title>` that is cut off as the site's name without other evidence."""
_SAME = 0.6
"""Word F1 between a heading and another name of the page that makes it the article's headline."""


@dataclass(frozen=True, slots=True)
class Head:
    """The machine-readable parts of a page."""

    metas: tuple[tuple[str, str], ...]
    """(name or property in lower case, content) in document order."""
    objects: tuple[dict[str, Any], ...]
    """JSON-LD objects, those of articles first."""
    title: str
    """`<title>`, squeezed."""
    language: str | None
    canonical: str | None

    def meta(self, *names: str) -> str | None:
        """Return the first non-empty content of the first of `names` that the page has."""
        for name in names:
            for key, value in self.metas:
                if key == name and value:
                    return value
        return None

    def said(self, *keys: str) -> Iterator[Any]:
        """Yield the values of `keys` in the JSON-LD objects of articles."""
        for one in self.objects:
            if is_article(one):
                yield from (one[key] for key in keys if one.get(key))


def read_head(root: Any) -> Head:
    """Read the head of a parsed page (and what pages put elsewhere)."""
    metas = []
    for meta in root.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        metas.append((name.strip().lower(), squeeze(meta.get("content") or "")))
    link = next((one.get("href") for one in root.iter("link") if one.get("rel") == "canonical"), "")
    title = next((htmltree.content(one) for one in root.iter("title")), "")
    return Head(
        metas=tuple(metas),
        objects=tuple(sorted(_linked_data(root), key=lambda one: not is_article(one))),
        title=squeeze(title),
        language=root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang"),
        canonical=link or None,
    )


def _linked_data(root: Any) -> Iterator[dict[str, Any]]:
    for script in root.iter("script"):
        if (script.get("type") or "").strip().lower() == "application/ld+json":
            try:
                data = json.loads(_bare(script.text or ""), strict=False)
            except (ValueError, RecursionError):
                continue
            yield from _objects(data)


def _bare(script: str) -> str:
    """Return JSON without the comment or CDATA marks that old templates put around scripts."""
    text = script.strip().removeprefix("//").removeprefix("<![CDATA[").removeprefix("<!--")
    text = text.rstrip().removesuffix("]]>").removesuffix("-->").removesuffix("//").rstrip()
    return text.removesuffix(";")


def _objects(data: Any) -> Iterator[dict[str, Any]]:
    """Yield the objects at the top, in lists and in `@graph`."""
    if isinstance(data, list):
        for one in data:
            yield from _objects(one)
    elif isinstance(data, dict):
        yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            if isinstance(data.get(key), (list, dict)):
                yield from _objects(data[key])


def is_article(one: dict[str, Any]) -> bool:
    """Whether a JSON-LD object describes an article."""
    kind = one.get("@type")
    kinds = kind if isinstance(kind, list) else [kind]
    return any(isinstance(name, str) and _ARTICLES.search(name) for name in kinds)


def _name(value: Any) -> str | None:
    """Return the name in a JSON-LD value: a string, an object with one, the first of a list."""
    if isinstance(value, list):
        return _name(value[0]) if value else None
    if isinstance(value, dict):
        return _name(value.get("name"))
    return squeeze(value) or None if isinstance(value, str) else None


def outlet(head: Head) -> str | None:
    """Return the site's name as the page gives it."""
    named = head.meta("og:site_name") or next(map(_name, head.said("publisher")), None)
    return named or head.meta("application-name", "dc.publisher", "article:publisher:name")


def author(head: Head) -> str | None:
    """Return the author as the page gives it; addresses are no names."""
    named = next(map(_name, head.said("author")), None) or head.meta("author", "article:author")
    return None if named and _ADDRESS.match(named) else named


def address(head: Head) -> str | None:
    """Return the article's canonical address, where it is a full one."""
    for one in (head.canonical, head.meta("og:url"), *head.said("url")):
        if isinstance(one, str) and _ADDRESS.fullmatch(one.strip()):
            return one.strip()
    return None


def language(head: Head) -> str | None:
    """Return the ISO 639-1 code that the page declares."""
    declared = (head.language, head.meta("og:locale"), *head.said("inLanguage"))
    for one in (*declared, head.meta("content-language", "language", "dc.language")):
        found = _LANGUAGE.match(one.strip()) if isinstance(one, str) else None
        if found:
            return found[1].lower()
    return None


def title(head: Head, headings: Sequence[str], shown: str) -> str | None:
    """Return the article's headline, without the site's name.

    `headings` are the texts of `h1` in order. `shown` is the page's text without white space: a
    title that only an attribute holds is no text of the page and cannot be traced, so it only
    helps to choose among those that can.
    """
    site = outlet(head)
    said = [head.meta("og:title", "twitter:title"), *map(_name, head.said("headline"))]
    names = [_without_site(one, site, headings) for one in (*said, head.title) if one]
    known = [one for one in headings if one and fold(one) != fold(site or "")]
    best = max(known, key=lambda one: _likeness(one, names), default=None)
    if best is not None and (_likeness(best, names) >= _SAME or not names):
        inner = [one for one in names if _holds(best, one)]
        return max(inner, key=len) if inner else best
    if best is not None and len(known) == 1 and len(words(names[0])) < len(words(best)):
        return best
    for name in names:
        if "".join(name.split()) in shown:
            return name
    return best


def _holds(heading: str, name: str) -> bool:
    """Whether a heading is a kicker and then the name, or the name and then a note."""
    whole, part = fold(heading), fold(name)
    return len(words(part)) > len(words(whole)) / 2 and (
        whole.startswith(part) or whole.endswith(part)
    )


def _likeness(heading: str, names: Sequence[str]) -> float:
    """Word F1 between a heading and the most similar name of the page."""
    own = Counter(words(fold(heading)))
    shares = [0.0]
    for name in names:
        other = Counter(words(fold(name)))
        total = own.total() + other.total()
        shares.append(2 * (own & other).total() / total if total else 0.0)
    return max(shares)


def _without_site(name: str, site: str | None, headings: Sequence[str]) -> str:
    """Cut the site's name (and section) off a page's name."""
    name = squeeze(name)
    for heading in headings:
        if len(words(heading)) > 1 and fold(name).startswith(fold(heading)):
            return heading
    cuts = list(_SEPARATOR.finditer(name))
    for cut in cuts:
        if site and fold(name[cut.end() :]).startswith(fold(site)):
            return name[: cut.start()]
        if site and fold(name[: cut.start()]) == fold(site):
            return name[cut.end() :]
    if cuts and cuts[-1][0].strip() != ":":
        cut = cuts[-1]
        before, after = words(name[: cut.start()]), words(name[cut.end() :])
        if len(after) <= _MAX_SITE_WORDS and len(after) < len(before):
            return _without_site(name[: cut.start()], site, headings)
    return name
