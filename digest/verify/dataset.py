"""What a published JSON file says of the articles: objects of articles, tables, JSON feeds."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from digest.merged import outlet_key
from digest.text import squeeze
from digest.verify.files import Count, Slice

if TYPE_CHECKING:
    from collections.abc import Iterator

_ROWS = {
    "digest.stories/1": ("site.stories", "story:{id}"),
    "digest.topics/1": ("site.topics", "topic:{slug}"),
    "digest.actors/1": ("site.actors", "actor:{key}"),
    "digest.figures/1": ("site.ledger", ""),
    "digest.timeline/1": ("site.dates", "date:{date}"),
    "digest.sources/1": ("site.files", ""),
    "digest.index/1": ("", "site"),
}
"""Per table: the mark that says how many rows it has, and the scope of a row's counts."""
_SLICES = ("text", "about", "per", "unit", "modifier")


@dataclass(slots=True)
class Data:
    """What one file publishes."""

    slices: list[Slice] = field(default_factory=list)
    places: list[Slice] = field(default_factory=list)
    """Sentences that are named by their ids; `text` is what is said to stand in them, or empty."""
    articles: list[str] = field(default_factory=list)
    """Articles that are named by their ids."""
    counts: list[Count] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    """Files below the site's root."""
    outside: list[str] = field(default_factory=list)
    """Text that is no slice."""


def table(value: dict[str, Any]) -> Data | None:
    """Read a table or the index of tables; None for anything else."""
    if value.get("schema") not in _ROWS:
        return None
    total, scope = _ROWS[value["schema"]]
    found = Data()
    rows = value.get("rows", [value])
    if total:
        found.counts.append(_count(total, len(rows)))
    for row in rows:
        own = scope.format_map(row) if scope else ""
        for thing, number in row.get("counts", {}).items():
            found.counts.append(_count(f"{own}.{thing}", number))
            if isinstance(row.get(thing), list):
                found.counts.append(_count(f"{own}.{thing}", len(row[thing])))
    for outlet in value.get("outlets", ()):
        own = f"outlet:{outlet_key(outlet['name'])}"
        found.counts.append(_count(f"{own}.articles", outlet["articles"]))
    _walk(value, found)
    return found


def _walk(value: Any, found: Data) -> None:
    if isinstance(value, list):
        for one in value:
            _walk(one, found)
    elif isinstance(value, dict):
        own = _place(value, found) if "article" in value else ()
        for key, one in value.items():
            if key in own:
                continue
            if key in {"page", "path", "described"}:
                found.links += [one] if "{" not in one else []
            elif isinstance(one, str):
                found.outside.append(one)
            else:
                _walk(one, found)


def _place(value: dict[str, Any], found: Data) -> tuple[str, ...]:
    article, sentence = value["article"], value.get("sentence")
    found.articles.append(article)
    texts = [squeeze(value[key]) for key in _SLICES if value.get(key)]
    for text in texts:
        found.slices.append(_slice(text, article, line=value.get("line")))
    if sentence:
        found.places += [_slice(text, article, sentence) for text in texts or [""]]
    return ("article", "sentence", *_SLICES)


def article(item: dict[str, Any]) -> Iterator[Slice]:
    """Yield the slices of an article's object."""
    for one in item.get("sentences", ()):
        yield _slice(squeeze(one["text"]), item["id"], one["id"])
    texts = [item["title"]["text"]] if item.get("title") else []
    for key in ("amounts", "quantities", "quotations", "dates"):
        texts += [one["text"] for one in item.get(key, ())]
    for one in item.get("quantities", ()):
        texts += [one[key] for key in ("unit", "about", "modifier") if one[key]]
    for actor in item.get("actors", ()):
        texts += actor["forms"]
    texts += [one["text"] for one in (item.get("published") or {}).get("evidence", ())]
    yield from (_slice(squeeze(text), item["id"]) for text in texts)


def _slice(text: str, article: str, sentence: str | None = None, line: int | None = None) -> Slice:
    return Slice(text=text, article=article, sentence=sentence, line=line, at=0)


def _count(name: str, value: int) -> Count:
    return Count(name=name, value=str(value), at=0, before=0)
