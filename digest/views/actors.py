"""Who is named: an actor's sentences, words, articles and company; the index of all."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from digest.merged import actor_key, text_of
from digest.models import Pick
from digest.text import base_id, fold, words
from digest.views.context import unrepeated
from digest.views.differences import Side, differing_on
from digest.views.parts import Cite, Count, DateView, Item, Row, SliceView
from digest.views.periods import Period, periods

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from digest.models import Entry, Quotation
    from digest.views.people import Named
    from digest.views.site import Site

NEWEST = 50
A_PERIOD = 100
ARTICLES = 30
COMPANY = 12
SPELLINGS = 12
QUOTED = 20
TOGETHER = (11, 10)
"""Actors and texts in the picture of who appears with whom: what fits a phone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """An actor's words, verbatim, and the speaker as the text names them."""

    text: SliceView
    speaker: str
    cite: Cite


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorView:
    """Everything on an actor's page."""

    named: Named
    newest: DateView
    forms: tuple[SliceView, ...]
    sentences: Count
    items: tuple[Item, ...]
    archive: tuple[Period[Item], ...]
    quotations: tuple[Quoted, ...]
    differ: tuple[tuple[Side, ...], ...]
    company: tuple[tuple[Named, Count], ...]
    """Who else is named in the same articles: (who, in how many)."""
    rows: tuple[Row, ...]
    more: Count


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A text and which of the listed actors it names."""

    row: Row
    names: tuple[bool, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Together:
    """Who appears with whom: actors down, texts across, oldest first."""

    actors: tuple[Named, ...]
    total: Count
    columns: tuple[Column, ...]


def actor(site: Site, named: Named) -> ActorView:
    """Return an actor's page."""
    items = tuple(unrepeated(_items(site, named)))
    long = len(items) > NEWEST
    dates = [site.date(entry) for entry, _ in named.at]
    return ActorView(
        named=named,
        newest=max(dates, key=lambda d: d.iso or ""),
        forms=tuple(_forms(site, named))[:SPELLINGS],
        sentences=Count(name=f"actor:{named.key}.sentences", value=len(items)),
        items=items[:NEWEST],
        archive=periods(items, lambda i: i.cite.date.iso, A_PERIOD) if long else (),
        quotations=tuple(_quotations(site, named))[:QUOTED],
        differ=differing_on(site, named),
        company=_company(site, named),
        rows=tuple(site.article_row(entry) for entry, _ in named.at[:ARTICLES]),
        more=Count(name="page.more", value=max(0, len(named.at) - ARTICLES)),
    )


def _items(site: Site, named: Named) -> Iterator[Item]:
    seen: set[str] = set()
    for entry, one in named.at:
        for sentence in site.shown(entry):
            if sentence.id in one.sentences and base_id(sentence.id) not in seen:
                seen.add(base_id(sentence.id))
                item = site.item(Pick(article=entry.article.id, sentence=sentence.id))
                if item:
                    yield item


def _forms(site: Site, named: Named) -> Iterator[SliceView]:
    """Go through the spellings that shown sentences have, those in most articles first."""
    found: dict[str, SliceView] = {}
    counts: Counter[str] = Counter()
    for entry, one in named.at:
        within = [s for s in site.shown(entry) if s.id in one.sentences]
        for form in one.forms:
            holder = next((s for s in within if form in s.text), None)
            if holder:
                counts[form] += 1
                found.setdefault(form, site.slice(entry, form, line=holder.line))
    return (found[form] for form in sorted(found, key=lambda f: (-counts[f], f)))


def _quotations(site: Site, named: Named) -> Iterator[Quoted]:
    """Go through what an actor is quoted with, newest first, each wording once."""
    seen: set[tuple[str, ...]] = set()
    for entry, _ in named.at:
        for quotation in entry.article.quotations:
            sentence = site.sentences.get((entry.article.id, quotation.sentence))
            if sentence and quotation.text in sentence.text:
                said = tuple(words(fold(quotation.text)))
                if named.key != _speaker(entry, quotation) or said in seen:
                    continue
                seen.add(said)
                yield Quoted(
                    text=site.slice(entry, quotation.text, line=sentence.line),
                    speaker=quotation.speaker or "",
                    cite=site.cite(entry.article.id, sentence),
                )


def latest_words(site: Site, used: Iterable[str], most: int) -> Iterator[tuple[Named, Item]]:
    """Go through the newest sentences that quote an actor with a page, each actor once.

    Of articles on a topic. `used` are sentences, by id without `-n`, that the page has already.
    """
    seen, quoted = set(used), set()
    for entry in (e for e in site.brief.entries if e.article.topics):
        for quotation in entry.article.quotations:
            key, said = _speaker(entry, quotation), base_id(quotation.sentence)
            if key not in site.actors or key in quoted or said in seen:
                continue
            item = site.item(Pick(article=entry.article.id, sentence=quotation.sentence))
            if item:
                seen.add(said)
                quoted.add(key)
                yield site.actors[key], item
            if len(quoted) == most:
                return


def _speaker(entry: Entry, quotation: Quotation) -> str | None:
    """Return the key of the article's actor whose longest spelling the speaker's name holds."""
    said = f" {fold(quotation.speaker or '')} "
    best = (0, "")
    for one in entry.article.actors:
        for form in (one.name, *one.forms):
            size = len(form) + 100 * (one.kind == "person")
            if f" {fold(form)} " in said and size > best[0]:
                best = (size, actor_key(one.name))
    return best[1] or None


def _company(site: Site, named: Named) -> tuple[tuple[Named, Count], ...]:
    counts: Counter[str] = Counter()
    for entry, _ in named.at:
        counts.update({actor_key(a.name) for a in entry.article.actors} - {named.key})
    known = [key for key in site.actors if counts[key]]
    best = sorted(known, key=lambda key: -counts[key])[:COMPANY]
    return tuple(
        (site.actors[k], Count(name=f"actor:{named.key}+{k}.articles", value=counts[k]))
        for k in best
    )


def together(site: Site, entries: Iterable[Entry]) -> Together:
    """Put the actors that most of some texts name against the newest of the texts."""
    most_actors, most_texts = TOGETHER
    texts: dict[str, tuple[Entry, set[str]]] = {}
    for entry in entries:
        if entry.grouping.relation is None:
            keys = {actor_key(a.name) for a in entry.article.actors} & site.actors.keys()
            texts.setdefault(text_of(entry), (entry, keys))
    counts = Counter(key for _, keys in texts.values() for key in keys)
    named = sorted((k for k in site.actors if counts[k]), key=lambda key: -counts[key])
    listed = named[:most_actors]
    joined = [(e, k) for e, k in texts.values() if len(k.intersection(listed)) > 1]
    newest = sorted(joined[:most_texts], key=lambda one: site.date(one[0]).iso or "")
    columns = [
        Column(row=site.article_row(e), names=tuple(key in keys for key in listed))
        for e, keys in newest
    ]
    kept = [n for n in range(len(listed)) if any(c.names[n] for c in columns)]
    return Together(
        actors=tuple(site.actors[listed[n]] for n in kept),
        total=Count(name="site.actors", value=len(site.actors)),
        columns=tuple(Column(row=c.row, names=tuple(c.names[n] for n in kept)) for c in columns),
    )
