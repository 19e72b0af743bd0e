"""`data/`: what the site says of each article, for programs; nothing that the caps withhold."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from digest.escape import url
from digest.models import MARKER, Page
from digest.schemas import schema
from digest.views.evidence import evidence

if TYPE_CHECKING:
    from digest.models import Entry
    from digest.views.site import Site

SCHEMA = "digest.article/1"


def objects(site: Site) -> tuple[Page, ...]:
    """Return the object of each article, and the schema that describes it."""
    described = {"$comment": MARKER, **schema("article")}
    return (
        Page(path="data/schema.json", content=_text(described)),
        *(
            Page(path=f"data/articles/{key}.json", content=_text(_object(site, entry)))
            for key, entry in site.entries.items()
        ),
    )


def _text(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _object(site: Site, entry: Entry) -> dict[str, Any]:
    article, cleaned = entry.article, entry.article.cleaned
    sentences = site.shown(entry)
    shown = {s.id for s in sentences}
    relation = entry.grouping.relation
    title = site.link(entry, "").title
    return {
        "generated": MARKER,
        "schema": SCHEMA,
        "source": article.source,
        "id": article.id,
        "skipped": None,
        "page": site.article_paths[article.id].removesuffix(".md") + "/",
        "language": cleaned.language,
        "title": {"text": title.text, "line": title.line, "derived": cleaned.title.derived},
        "published": _published(site, entry),
        "outlet": cleaned.outlet,
        "url": url(cleaned.url),
        "credits": list(cleaned.credits),
        "translated": cleaned.translated,
        "sentences": [
            {"id": s.id, "text": s.text, "line": s.line, "shown": True} for s in sentences
        ],
        "summary": [r.sentence for r in article.ranking if r.sentence in shown][:7],
        **_found(entry, shown, " ".join(s.text for s in sentences)),
        "copy_group": entry.grouping.copy_group,
        "relation": {"kind": relation.kind, "of": relation.of} if relation else None,
        "story": entry.grouping.story,
    }


def _published(site: Site, entry: Entry) -> dict[str, Any] | None:
    published = entry.published
    if published is None:
        return None
    return {
        "date": published.date,
        "confidence": published.confidence,
        "basis": published.basis,
        "evidence": [
            {"line": s.line, "text": s.text, "article": s.article} for s in evidence(site, entry)
        ],
    }


def _found(entry: Entry, shown: set[str], text: str) -> dict[str, Any]:
    article = entry.article
    return {
        "topics": [
            {
                "slug": on.slug,
                "role": on.role,
                "terms": list(on.terms),
                "sentences": [s for s in on.sentences if s in shown],
            }
            for on in article.topics
        ],
        "actors": [
            {
                "name": a.name,
                "kind": a.kind,
                "forms": [f for f in a.forms if f in text],
                "sentences": [s for s in a.sentences if s in shown],
            }
            for a in article.actors
            if shown.intersection(a.sentences)
        ],
        "amounts": [
            {"text": a.text, "currency": a.currency, "value": a.value, "sentence": a.sentence}
            for a in article.amounts
            if a.sentence in shown
        ],
        "quantities": [asdict(q) for q in article.quantities if q.sentence in shown],
        "dates": [
            {"text": d.text, "date": d.date, "sure": d.sure, "sentence": d.sentence}
            for d in article.dates
            if d.sentence in shown
        ],
        "quotations": [
            {"text": q.text, "speaker": q.speaker, "sentence": q.sentence}
            for q in article.quotations
            if q.sentence in shown and q.text in text
        ],
    }
