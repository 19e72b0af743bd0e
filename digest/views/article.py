"""An article's page: its extract by line, why each sentence is there, provenance, receipt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from digest.escape import fragment, url
from digest.summarize import why
from digest.text import squeeze, words
from digest.views.evidence import evidence
from digest.views.figures import FigureView, of_article
from digest.views.parts import Count, DateView, Link, Row, SentenceView, SliceView, TopicRef, Why
from digest.views.site import SLICE

if TYPE_CHECKING:
    from digest.models import Entry, Sentence
    from digest.views.site import Site

RECEIPT = 60
"""Lines a receipt lists; the rest is counted."""
MAPPED = 400
"""Lines that the picture of the file draws, 4 pixels each."""
NAMED = 30
_EVERY = frozenset({"repeats nothing above it"})
"""Reasons that hold for almost every sentence that is shown, and so say nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Sentences between two that are shown."""

    hidden: Count


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchored:
    """A sentence in its place."""

    sentence: SentenceView
    why: tuple[Why, ...]
    speakers: tuple[str, ...]
    """Whom its quotations are of, as the text names them."""
    publisher: str | None
    """Address of the sentence on the publisher's page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed:
    """A line that is not part of the text, and the rule that says so."""

    line: int
    text: SliceView
    label: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A stretch of the file in the picture of it."""

    kind: str
    """`shown`, `hidden`, `title` or `removed`."""
    words: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A person or organisation and the ways the shown sentences write it."""

    name: str
    forms: tuple[SliceView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A date as shown sentences write it, and the lines on which they do."""

    text: SliceView
    date: DateView
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleView:
    """Everything on an article's page."""

    id: str
    path: str
    title: Link
    outlet: str | None
    date: DateView
    topics: tuple[TopicRef, ...]
    extract: tuple[Anchored | Gap, ...]
    shown: Count
    sentences: Count
    percent: Count
    chosen: tuple[tuple[str, tuple[int, ...]], ...]
    """Why the sentences were chosen: (reason, lines it holds for)."""
    basis: str | None
    evidence: tuple[SliceView, ...]
    credits: tuple[str, ...]
    url: str | None
    source: str
    language: str | None
    translated: bool
    story: Link
    relation: tuple[str, Row] | None
    """(`copy` or `update`, the leading article)."""
    others: tuple[tuple[str, Row], ...]
    """Copies and versions that hang on this article."""
    figures: tuple[FigureView, ...]
    mentions: tuple[Mention, ...]
    named: tuple[Named, ...]
    receipt: tuple[Removed, ...]
    removed: Count
    lines: Count
    more: Count
    bars: tuple[Bar, ...]


def article(site: Site, entry: Entry) -> ArticleView:
    """Return an article's page."""
    cleaned, key = entry.article.cleaned, entry.article.id
    shown = site.shown(entry)
    removed = _removed(site, entry)
    story = site.stories[entry.grouping.story]
    named_by = _relations(site, entry)
    return ArticleView(
        id=key,
        path=site.article_paths[key],
        title=site.link(entry, site.article_paths[key]),
        outlet=cleaned.outlet,
        date=site.date(entry),
        topics=site.topic_refs([key]),
        extract=_extract(site, entry),
        shown=Count(name=f"article:{key}.shown", value=len(shown)),
        sentences=Count(name=f"article:{key}.sentences", value=len(entry.article.sentences)),
        percent=Count(name=f"article:{key}.percent", value=_percent(entry, shown)),
        chosen=_chosen(entry, shown),
        basis=entry.published.basis if entry.published else None,
        evidence=evidence(site, entry),
        credits=cleaned.credits,
        url=url(cleaned.url),
        source=entry.article.source,
        language=cleaned.language,
        translated=cleaned.translated,
        story=site.link(site.entries[story.members[0]], site.story_paths[story.id]),
        relation=named_by[0],
        others=named_by[1],
        figures=of_article(site, entry),
        mentions=_mentions(site, entry),
        named=_named(site, entry),
        receipt=removed[:RECEIPT],
        removed=Count(name=f"article:{key}.removed", value=len(removed)),
        lines=Count(name=f"article:{key}.lines", value=len(cleaned.lines)),
        more=Count(name="page.more", value=max(0, len(removed) - RECEIPT)),
        bars=_bars(entry, shown),
    )


def _extract(site: Site, entry: Entry) -> tuple[Anchored | Gap, ...]:
    key, address = entry.article.id, url(entry.article.cleaned.url)
    found: list[Anchored | Gap] = []
    hidden = 0

    def close() -> None:
        if hidden:
            found.append(Gap(hidden=Count(name=f"article:{key}.hidden", value=hidden)))

    for sentence in entry.article.sentences:
        if (key, sentence.id) not in site.sentences:
            hidden += 1
            continue
        close()
        hidden = 0
        found.append(
            Anchored(
                sentence=site.sentence(key, sentence),
                why=site.why(entry, sentence),
                speakers=_speakers(entry, sentence),
                publisher=address.partition("#")[0] + fragment(sentence.text) if address else None,
            )
        )
    close()
    return tuple(found)


def _speakers(entry: Entry, sentence: Sentence) -> tuple[str, ...]:
    said = (q.speaker for q in entry.article.quotations if q.sentence == sentence.id)
    return tuple(dict.fromkeys(speaker for speaker in said if speaker))


def _percent(entry: Entry, shown: tuple[Sentence, ...]) -> int:
    whole = sum(len(words(s.text)) for s in entry.article.sentences)
    part = sum(len(words(s.text)) for s in shown)
    return (200 * part + whole) // (2 * whole) if whole else 0


def _chosen(entry: Entry, shown: tuple[Sentence, ...]) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """Gather why the shown sentences rank where they do: (reason, lines it holds for)."""
    lines = {s.id: s.line for s in shown}
    reasons: dict[str, dict[int, None]] = {}
    for ranked in entry.article.ranking:
        if ranked.sentence in lines:
            for reason in why(ranked).split("; "):
                reasons.setdefault(reason, {})[lines[ranked.sentence]] = None
    return tuple((r, tuple(sorted(at))) for r, at in reasons.items() if r and r not in _EVERY)


def _relations(
    site: Site, entry: Entry
) -> tuple[tuple[str, Row] | None, tuple[tuple[str, Row], ...]]:
    relation = entry.grouping.relation
    lead = None
    if relation and relation.of in site.entries:
        lead = (relation.kind, site.article_row(site.entries[relation.of]))
    story = site.stories[entry.grouping.story]
    others = [
        (other.grouping.relation.kind, site.article_row(other))
        for other in (site.entries[key] for key in story.members)
        if other.grouping.relation and other.grouping.relation.of == entry.article.id
    ]
    return lead, tuple(others)


def _mentions(site: Site, entry: Entry) -> tuple[Mention, ...]:
    found: dict[tuple[str, DateView], tuple[str, list[int]]] = {}
    for mention in entry.article.dates:
        sentence = site.sentences.get((entry.article.id, mention.sentence))
        if sentence:
            date = DateView(iso=mention.date, sure=mention.sure)
            key = (mention.text.casefold(), date)
            lines = found.setdefault(key, (mention.text, []))[1]
            lines += [sentence.line] if sentence.line not in lines else []
    return tuple(
        Mention(text=site.slice(entry, text, line=lines[0]), date=date, lines=tuple(lines))
        for (_, date), (text, lines) in found.items()
    )


def _named(site: Site, entry: Entry) -> tuple[Named, ...]:
    key = entry.article.id
    found = []
    for actor in entry.article.actors:
        within = [
            s for s in (site.sentences.get((key, i)) for i in actor.sentences) if s is not None
        ]
        forms = []
        for form in actor.forms:
            holder = next((s for s in within if form in s.text), None)
            if holder and form != actor.name:
                forms.append(site.slice(entry, form, line=holder.line))
        if within:
            found.append(Named(name=actor.name, forms=tuple(forms)))
    return tuple(found[:NAMED])


def _removed(site: Site, entry: Entry) -> tuple[Removed, ...]:
    cleaned = entry.article.cleaned
    text = cleaned.document.text
    found = []
    for line in cleaned.lines:
        if line.label in {"body", "title"}:
            continue
        slice_ = site.slice(entry, squeeze(text[line.start : line.end]), line=line.n, most=SLICE)
        found.append(Removed(line=line.n, text=slice_, label=line.label, rule=line.rule))
    return tuple(found)


def _bars(entry: Entry, shown: tuple[Sentence, ...]) -> tuple[Bar, ...]:
    """Draw the file: a bar for each sentence and each other line, as long as its words."""
    cleaned = entry.article.cleaned
    ids = {s.id for s in shown}
    marks = [
        (s.start, "shown" if s.id in ids else "hidden", len(words(s.text)))
        for s in entry.article.sentences
    ]
    text = cleaned.document.text
    marks += [
        (
            line.start,
            "title" if line.label == "title" else "removed",
            len(words(text[line.start : line.end])),
        )
        for line in cleaned.lines
        if line.label != "body"
    ]
    return tuple(Bar(kind=kind, words=size) for _, kind, size in sorted(marks)[:MAPPED])
