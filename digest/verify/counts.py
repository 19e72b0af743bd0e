"""Every printed number, worked out anew from articles that were read and understood again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.changes import compare
from digest.merged import actor_key, kind, outlet_key, shown_figures, text_of
from digest.text import base_id, words
from digest.verify.named import Named
from digest.verify.past import Past

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.editions.edition import Edition
    from digest.models import Brief, Entry
    from digest.settings import Settings
    from digest.verify.files import Count, Slice

READING_SPEED = 230
"""Words a minute: Brysbaert 2019, silent reading of English non-fiction, mean 238, rounded down."""


class Counts:
    """Answers what a count of some name must be; None where the name is not of the raw input."""

    def __init__(self, brief: Brief, settings: Settings, editions: Sequence[Edition] = ()) -> None:
        self._past = Past(brief, editions)
        self._entries = brief.entries
        self._by_id = {entry.article.id: entry for entry in brief.entries}
        self._brief = brief
        self._stories = {story.id: story for story in brief.stories}
        self._topics = {topic.slug: topic for topic in settings.topics}
        self._named = Named(brief.entries)
        self._editors = {actor_key(actor.name) for actor in settings.actors}
        self.spelled = {actor_key(actor.name): actor.forms for actor in settings.actors}
        self._twins: dict[str, dict[str, Entry]] = {}
        for entry in brief.entries:
            for sentence in entry.article.sentences:
                self._twins.setdefault(base_id(sentence.id), {})[entry.article.id] = entry

    def expected(  # noqa: C901 - a row of scopes, one answer each
        self, count: Count, slices: Sequence[Slice]
    ) -> int | None:
        """Return the number that a mark must show, on a page with these whole sentences."""
        scope, _, thing = count.name.rpartition(".")
        kind, _, key = scope.partition(":")
        if kind == "page":
            return _on_page(thing, slices)
        if kind in {"edition", "changes"} or (kind == "story" and "@" in key):
            return self._past.expected(kind, key, thing, slices)
        if kind == "site":
            return self._site(thing)
        if kind == "topic" and key.partition("@")[0] in self._topics:
            slug, _, month = key.partition("@")
            return self._month(slug, month, thing) if month else self._topic(slug, thing)
        if kind == "outlet":
            return self._outlet(key, thing)
        if kind == "date":
            return self._of(self._named.at_date(key), thing)
        if kind == "actor":
            return self._actor(key, thing)
        if kind == "with":
            return self._with(*key.partition("@")[::2])
        if kind == "since" and key in self._by_id:
            return self._since(self._by_id[key], thing)
        if kind == "story" and key in self._stories:
            return self._story(key, thing)
        if kind == "article" and key in self._by_id:
            return self._article(self._by_id[key], thing, count, slices)
        if kind == "same":
            return self._same(*key.partition("-")[::2], thing)
        return None

    def _same(self, article: str, sentence: str, thing: str) -> int | None:
        twins = self._twins.get(base_id(sentence), {}) if article in self._by_id else {}
        return self._of(list(twins.values()), thing)

    def _with(self, slug: str, who: str) -> int:
        """Count the articles in whose sentences on a topic an actor is named."""
        return sum(
            any(
                actor_key(actor.name) == who and set(topic.spoken) & set(actor.sentences)
                for topic in entry.article.topics
                if topic.slug == slug
                for actor in entry.article.actors
            )
            for entry in self._entries
        )

    def _since(self, older: Entry, thing: str) -> int | None:
        """Count what the leading version changed of an older one."""
        relation = older.grouping.relation
        if relation is None:
            return None
        newer = self._by_id[relation.of]
        found = compare(older.article.sentences, newer.article.sentences)
        pairs = [(c.older, c.newer) for c in found if c.older and c.newer]
        counts = {
            "same": len(newer.article.sentences) - sum(c.newer is not None for c in found),
            "changed": len(pairs),
            "new": sum(c.kind == "new" for c in found),
            "dropped": sum(c.kind == "dropped" for c in found),
            "withheld": sum(a not in older.shown or b not in newer.shown for a, b in pairs),
        }
        return counts.get(thing)

    def _site(self, thing: str) -> int | None:
        brief = self._brief
        on = [e for e in self._entries if e.article.topics]
        if thing in {"dates", "lone"}:
            dates = self._named.shown_dates()
            texts = [self._of(self._named.at_date(date), "texts") for date in dates]
            return len(dates) if thing == "dates" else texts.count(1)
        if thing == "editions":
            return self._past.expected("site", "", thing, ())
        if thing == "actors":
            return len(self._named.actors(self._editors))
        if thing in {"figures", "shares", "counts", "figured", "ledger"}:
            return self._figures(thing)
        own = {
            "monthless": _shorter(on, "2021-02"),
            "yearless": _shorter(on, "2021"),
            "sentences": sum(len(e.shown) for e in self._entries),
            "skipped": len(brief.skipped),
            "files": len(brief.skipped) + len(self._entries),
            "offbeat": sum(not e.article.topics for e in self._entries),
            "stories": len(brief.stories),
            "topics": len(self._topics),
        }
        return own[thing] if thing in own else self._of(self._entries, thing)

    def _figures(self, thing: str) -> int:
        """Count the rows of the ledger of one kind, or the articles that have a figure there."""
        held = shown_figures(self._entries).values()
        if thing == "figured":
            return len({entry.article.id for places in held for entry, _ in places})
        if thing == "ledger":
            return len(held)
        kinds = {"figures": ("sum", "price"), "shares": ("share",), "counts": ("count",)}[thing]
        return sum(kind(places[0][1]) in kinds for places in held)

    def _topic(self, slug: str, thing: str) -> int | None:
        entries = [e for e in self._entries if any(t.slug == slug for t in e.article.topics)]
        if thing == "sentences":
            # A sentence that copies repeat is one sentence.
            return len(
                {
                    base_id(sentence)
                    for e in entries
                    for t in e.article.topics
                    if t.slug == slug
                    for sentence in e.shown.intersection(t.spoken)
                }
            )
        if thing == "stories":
            return len({e.grouping.story for e in entries})
        if thing in {"monthless", "yearless"}:
            return _shorter(entries, "2021-02" if thing == "monthless" else "2021")
        if thing == "terms":
            return len(self._topics[slug].terms)
        return self._of(entries, thing)

    def _month(self, slug: str, month: str, thing: str) -> int | None:
        """Answer for the articles on a topic that were published in a month or a year."""
        entries = [
            e
            for e in self._entries
            if any(t.slug == slug for t in e.article.topics)
            and (e.published.date if e.published else "").startswith(month)
        ]
        return self._of(entries, thing)

    def _actor(self, keys: str, thing: str) -> int | None:
        """Answer for the articles that name an actor, or both of two (`one+other`)."""
        named = [self._named.at_actor(key) for key in keys.split("+")]
        ids = [{e.article.id for e in entries} for entries in named]
        both = [e for e in named[0] if all(e.article.id in others for others in ids)]
        if thing == "sentences":
            return len({base_id(s) for s in self._named.sentences(keys)})
        return self._of(both, thing)

    def _outlet(self, key: str, thing: str) -> int | None:
        """Answer for an outlet's articles: all, on a topic (`@slug`), or texts shared (`+key`)."""
        key, _, slug = key.partition("@")
        own, *others = (
            [e for e in self._entries if outlet_key(e.article.cleaned.outlet or "") == one]
            for one in key.split("+")
        )
        if others:
            return len({text_of(e) for e in own} & {text_of(e) for e in others[0]})
        on = [e for e in own if not slug or any(t.slug == slug for t in e.article.topics)]
        return self._of(on, thing)

    def _story(self, key: str, thing: str) -> int | None:
        story = self._stories[key]
        if thing == "texts":
            return story.independent
        return self._of([self._by_id[m] for m in story.members], thing)

    def _article(
        self, entry: Entry, thing: str, count: Count, slices: Sequence[Slice]
    ) -> int | None:
        article = entry.article
        if thing == "sentences":
            return len(article.sentences)
        if thing == "shown":
            return len(entry.shown)
        if thing == "percent":
            return _percent(entry)
        if thing == "lines":
            return len(article.cleaned.lines)
        if thing == "removed":
            return sum(line.label not in {"body", "title"} for line in article.cleaned.lines)
        if thing == "hidden":
            return _hidden(entry, count, slices)
        return self._of([entry], thing)

    @staticmethod
    def _of(entries: Sequence[Entry], thing: str) -> int | None:
        outlets = [e.article.cleaned.outlet for e in entries]
        lengths = [len(e.published.date) if e.published else 0 for e in entries]
        simple = {
            "articles": len(entries),
            "texts": len({e.grouping.copy_group or e.article.id for e in entries}),
            "outlets": len({outlet for outlet in outlets if outlet}),
            "unnamed": outlets.count(None),
            "undated": lengths.count(0),
            "year": lengths.count(len("2021")),
            "month": lengths.count(len("2021-02")),
            "day": lengths.count(len("2021-02-22")),
        }
        return simple.get(thing)


def _shorter(entries: Sequence[Entry], sample: str) -> int:
    return sum(len(e.published.date if e.published else "") < len(sample) for e in entries)


def _on_page(thing: str, slices: Sequence[Slice]) -> int | None:
    said = {(s.article, s.sentence): s.text for s in slices}
    if thing == "sentences":
        return len(said)
    if thing == "articles":
        return len({article for article, _ in said})
    if thing == "minutes":
        length = sum(len(words(s.text)) for s in slices)
        return max(1, -(-length // READING_SPEED))
    return None


def _percent(entry: Entry) -> int:
    size = {s.id: len(words(s.text)) for s in entry.article.sentences}
    total = sum(size.values())
    part = sum(n for key, n in size.items() if key in entry.shown)
    return (200 * part + total) // (2 * total) if total else 0


def _hidden(entry: Entry, count: Count, slices: Sequence[Slice]) -> int | None:
    """Count the sentences between the one printed before the mark and the one after it."""
    order = [s.id for s in entry.article.sentences]
    own = [i for i, s in enumerate(slices) if s.article == entry.article.id]
    before = [order.index(slices[i].sentence or "") for i in own if i < count.before]
    after = [order.index(slices[i].sentence or "") for i in own if i >= count.before]
    first = before[-1] if before else -1
    last = after[0] if after and after[0] > first else len(order)
    return last - first - 1
