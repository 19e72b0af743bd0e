"""What the program says of an article: as a JSON object (`digest.article/1`) or for a person."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from digest.models import Entry, OnTopic, Published, Quantity, Skipped

SCHEMA = "digest.article/1"


def skipped_json(skipped: Skipped) -> dict[str, Any]:
    """Return the object for an input that gives no article."""
    return {
        "schema": SCHEMA,
        "source": skipped.source,
        "id": skipped.id,
        "skipped": {"reason": skipped.reason, "detail": skipped.detail},
    }


def entry_json(entry: Entry) -> dict[str, Any]:
    """Return the object for an article: everything that was decided of it, and why."""
    article, cleaned = entry.article, entry.article.cleaned
    raw = cleaned.document.raw
    return {
        "schema": SCHEMA,
        "source": raw.source,
        "also_at": list(raw.also_at),
        "id": raw.id,
        "skipped": None,
        "language": cleaned.language,
        "title": asdict(cleaned.title),
        "published": _published(entry.published),
        "outlet": cleaned.outlet,
        "url": cleaned.url,
        "credits": list(cleaned.credits),
        "translated": cleaned.translated,
        "lines": [{"n": x.n, "label": x.label, "rule": x.rule} for x in cleaned.lines],
        "sentences": [
            {
                "id": s.id,
                "text": s.text,
                "line": s.line,
                "start": s.start,
                "end": s.end,
                "shown": s.id in entry.shown,
            }
            for s in article.sentences
        ],
        "summary": [r.sentence for r in article.ranking[:7]],
        "ranking": [
            {
                "sentence": r.sentence,
                "score": round(r.score, 6),
                "parts": {name: round(value, 6) for name, value in r.parts},
                "context": r.context,
            }
            for r in article.ranking
        ],
        "topics": [_topic(topic) for topic in article.topics],
        "actors": [asdict(actor) for actor in article.actors],
        "amounts": [asdict(a) | {"value": _number(a.value)} for a in article.amounts],
        "quantities": [_quantity(quantity) for quantity in article.quantities],
        "dates": [asdict(date) for date in article.dates],
        "quotations": [asdict(quotation) for quotation in article.quotations],
        "copy_group": entry.grouping.copy_group,
        "relation": asdict(entry.grouping.relation) if entry.grouping.relation else None,
        "story": entry.grouping.story,
    }


def entry_text(entry: Entry) -> str:
    """Return the same for a person: dropped lines marked, each decision with its reason."""
    article, cleaned = entry.article, entry.article.cleaned
    text = cleaned.document.text
    derived = " (derived: the text has no headline)" if cleaned.title.derived else ""
    head = [
        f"== {entry.article.source}  {article.id}",
        f"title      {cleaned.title.text}{derived}",
        f"published  {_published_text(entry.published)}",
        f"outlet     {cleaned.outlet or 'not named'}   language {cleaned.language or 'not sure'}",
        f"story      {entry.grouping.story}" + _relation(entry),
    ]
    head += [f"topic      {t.slug} ({t.role}): {', '.join(t.terms)}" for t in article.topics]
    body = [
        f"{line.n:>5}   {text[line.start : line.end]}"
        if line.label == "body"
        else f"{line.n:>5} - [{line.label}: {line.rule}] {text[line.start : line.end]}"
        for line in cleaned.lines
    ]
    return "\n".join([*head, "", *body, "", "extract", *_extract(entry), ""])


def skipped_text(skipped: Skipped) -> str:
    """Return one line on an input that gives no article."""
    return f"== {skipped.source}\nskipped ({skipped.reason}): {skipped.detail}\n"


def _extract(entry: Entry) -> list[str]:
    by_id = {s.id: s for s in entry.article.sentences}
    rows = []
    for place, ranked in enumerate(entry.article.ranking, start=1):
        mark = "*" if ranked.sentence in entry.shown else " "
        parts = ", ".join(f"{name} {value:.2f}" for name, value in ranked.parts)
        rows.append(f"{place:>4}{mark} {ranked.score:.3f} ({parts}) {by_id[ranked.sentence].text}")
    return rows


def _relation(entry: Entry) -> str:
    relation = entry.grouping.relation
    return f", {relation.kind} of {relation.of}" if relation else ""


def _published_text(published: Published | None) -> str:
    if published is None:
        return "undated: nothing in the text supports a date"
    evidence = "; ".join(f"line {e.line}: “{e.text}”" for e in published.evidence)
    return f"{published.date} ({published.confidence}, {published.basis}) {evidence}".rstrip()


def _published(published: Published | None) -> dict[str, Any] | None:
    return asdict(published) if published else None


def _topic(topic: OnTopic) -> dict[str, Any]:
    return {
        "slug": topic.slug,
        "role": topic.role,
        "terms": list(topic.terms),
        "sentences": list(topic.sentences),
        "why": {sentence: list(terms) for sentence, terms in topic.why},
        "by_editor": topic.by_editor,
    }


def _quantity(quantity: Quantity) -> dict[str, Any]:
    most = None if quantity.most is None else _number(quantity.most)
    return asdict(quantity) | {"value": _number(quantity.value), "most": most}


def _number(value: float) -> float | int:
    return int(value) if float(value).is_integer() else value
