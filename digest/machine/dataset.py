"""`data/*.json`: stories, topics, actors, sums, dates and sources over all articles, for programs.

Rows refer to articles and sentences by id; the sentences stand in `data/articles/<id>.json`. A row
is a line, so that a new article changes few of them. Whatever is article text stands beside the
`article` it is of; `counts` are named as the marks on pages are (docs/design.md, Marks).
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeAlias

from digest.editions.addresses import address
from digest.escape import plain
from digest.merged import texts
from digest.models import MARKER, Page
from digest.schemas import schema
from digest.text import base_id
from digest.views import front, ledger
from digest.views.timeline import is_scheduled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from digest.models import Entry, Pick
    from digest.views.parts import SliceView
    from digest.views.site import Site

Row: TypeAlias = dict[str, Any]

NAMES = ("stories", "topics", "actors", "figures", "timeline", "sources")


def files(site: Site) -> tuple[Page, ...]:
    """Return the tables, an index of them, and the schema of each."""
    rows: dict[str, list[Row]] = {
        "stories": list(_stories(site)),
        "topics": list(_topics(site)),
        "actors": list(_actors(site)),
        "figures": list(_figures(site)),
        "timeline": list(_timeline(site)),
        "sources": list(_sources(site)),
    }
    index = _index(site, rows)
    return (
        Page(
            path="data/index.json", content=json.dumps(index, ensure_ascii=False, indent=1) + "\n"
        ),
        *(Page(path=f"data/{n}.json", content=_table(site, n, rows[n])) for n in NAMES),
        *(
            Page(path=f"data/{name}.schema.json", content=_schema(name))
            for name in ("index", *NAMES)
        ),
    )


def _schema(name: str) -> str:
    described = {"$comment": MARKER, **schema(name)}
    return json.dumps(described, ensure_ascii=False, indent=1) + "\n"


def _table(site: Site, name: str, rows: list[Row]) -> str:
    head: Row = {"generated": MARKER, "schema": f"digest.{name}/1", "as_of": site.brief.as_of}
    if name == "sources":
        head["outlets"] = _outlets(site)
    start = json.dumps(head, ensure_ascii=False)[1:-1]
    lines = ",\n".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows)
    return f'{{{start}, "rows": [\n{lines}\n]}}\n' if rows else f'{{{start}, "rows": []}}\n'


def _index(site: Site, rows: dict[str, list[Row]]) -> Row:
    settings = site.settings.site
    articles = {
        "path": "data/articles/{id}.json",
        "schema": "digest.article/1",
        "described": "data/schema.json",
        "rows": len(site.entries),
    }
    return {
        "generated": MARKER,
        "schema": "digest.index/1",
        "site": {
            "title": plain(settings.title),
            "subtitle": plain(settings.subtitle),
            "description": plain(settings.description),
            "url": settings.url or None,
        },
        "as_of": site.brief.as_of,
        "counts": _totals(site, rows),
        "tables": [articles]
        + [
            {
                "path": f"data/{name}.json",
                "schema": f"digest.{name}/1",
                "described": f"data/{name}.schema.json",
                "rows": len(rows[name]),
            }
            for name in NAMES
        ],
        "feeds": [
            {"path": f"feeds/{name}.{kind}", "type": f"application/{type_}"}
            for name in ("all", "changes", *site.topics)
            for kind, type_ in (("xml", "atom+xml"), ("json", "feed+json"))
        ],
    }


def _totals(site: Site, rows: dict[str, list[Row]]) -> dict[str, int]:
    cover = front.cover(site)
    dated = {"day": 0, "month": 0, "year": 0} | {p: count.value for p, count in cover.dated}
    return {
        "articles": cover.articles.value,
        "texts": cover.texts.value,
        "outlets": cover.outlets.value,
        "unnamed": cover.unnamed.value,
        **dated,
        "undated": cover.undated.value,
        "sentences": cover.sentences.value,
        "files": cover.files.value,
        "skipped": cover.skipped.value,
        "stories": len(rows["stories"]),
        "actors": len(rows["actors"]),
        "ledger": len(rows["figures"]),
        "dates": len(rows["timeline"]),
    }


def _stories(site: Site) -> Iterator[Row]:
    for key, story in site.stories.items():
        row = site.story_row(story)
        yield {
            "id": key,
            "page": address(row.link.path),
            "title": {**_slice(row.link.title), "derived": row.link.derived},
            "date": row.date.iso,
            "sure": row.date.sure,
            "updated": site.told[key][1].iso,
            "topics": [topic.slug for topic in row.topics],
            "outlets": [plain(name) for name in story.outlets],
            "counts": {
                "articles": len(story.members),
                "texts": story.independent,
                "outlets": len(story.outlets),
            },
            "articles": [_member(site.entries[member]) for member in story.members],
            "picks": _picks(site, site.story_picks.get(key, ())),
        }


def _member(entry: Entry) -> Row:
    relation = entry.grouping.relation
    kind = {"relation": relation.kind, "of": relation.of} if relation else {}
    return {"article": entry.article.id, **kind}


def _topics(site: Site) -> Iterator[Row]:
    picks = dict(site.brief.topics)
    for slug, topic in site.topics.items():
        on = list(site.on_topic(slug))
        held = {entry.grouping.story: None for entry, _ in on}
        yield {
            "slug": slug,
            "page": address(topic.path),
            "title": plain(topic.title),
            "counts": {
                "articles": len(on),
                "stories": len(held),
                "sentences": len(site.said_on(slug)),
            },
            "articles": [{"article": entry.article.id, "role": t.role} for entry, t in on],
            "stories": list(held),
            "picks": _picks(site, picks.get(slug, ())),
        }


def _actors(site: Site) -> Iterator[Row]:
    for key, named in site.actors.items():
        said: dict[str, Row] = {}
        for entry, actor in named.at:
            for sentence in site.shown(entry):
                if sentence.id in actor.sentences:
                    place = {"article": entry.article.id, "sentence": sentence.id}
                    said.setdefault(base_id(sentence.id), place)
        yield {
            "key": key,
            "page": address(named.path),
            "name": plain(named.name),
            "kind": named.kind,
            "counts": {
                "articles": named.articles.value,
                "texts": named.texts.value,
                "sentences": len(said),
            },
            "articles": [{"article": entry.article.id} for entry, _ in named.at],
            "sentences": list(said.values()),
        }


def _figures(site: Site) -> Iterator[Row]:
    for row in ledger.ledger(site).rows:
        figure = row.figure
        yield {
            "article": row.sentence.article,
            "sentence": row.sentence.id,
            "kind": figure.kind,
            "text": figure.text.text,
            "modifier": figure.modifier.text if figure.modifier else None,
            "currency": figure.currency or None,
            "value": figure.value,
            "most": figure.most,
            "unit": figure.unit.text if figure.unit else None,
            "per": figure.per.text if figure.per else None,
            "about": figure.about.text if figure.about else None,
            "as_of": figure.as_of.iso if figure.as_of else None,
            "as_of_sure": figure.as_of.sure if figure.as_of else None,
        }


def _timeline(site: Site) -> Iterator[Row]:
    named: dict[str, dict[str, Entry]] = {}
    shown: dict[str, list[Row]] = {}
    for key, entry in site.entries.items():
        for mention in entry.article.dates:
            named.setdefault(mention.date, {})[key] = entry
            if (key, mention.sentence) in site.sentences:
                place = {"article": key, "sentence": mention.sentence, "text": plain(mention.text)}
                shown.setdefault(mention.date, []).append({**place, "sure": mention.sure})
    for date in sorted(shown, reverse=True):
        held = named[date].values()
        yield {
            "date": date,
            "sure": any(place["sure"] for place in shown[date]),
            "scheduled": is_scheduled(date, site.brief.as_of, [site.date(e).iso for e in held]),
            "counts": {
                "articles": len(held),
                "texts": texts(held),
            },
            "named": shown[date],
        }


def _sources(site: Site) -> Iterator[Row]:
    fates = [
        {"source": e.article.source, "article": key, "outlet": _name(e.article.cleaned.outlet)}
        for key, e in site.entries.items()
    ]
    fates += [{"source": s.source, "skipped": s.reason} for s in site.brief.skipped]
    yield from sorted(fates, key=lambda fate: str(fate["source"]))


def _outlets(site: Site) -> list[Row]:
    return [
        {
            "name": plain(one.name),
            "articles": one.articles.value,
            "first": one.span[0].iso,
            "last": one.span[1].iso,
            "page": address(one.path),
        }
        for one in site.outlets.values()
    ]


def _picks(site: Site, picks: Iterable[Pick]) -> list[Row]:
    return [
        {"article": p.article, "sentence": p.sentence}
        for p in picks
        if (p.article, p.sentence) in site.sentences
    ]


def _slice(view: SliceView) -> Row:
    return {"text": view.text, "article": view.article, "line": view.line, "cut": view.cut}


def _name(text: str | None) -> str | None:
    return plain(text) if text else None
