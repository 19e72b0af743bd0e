"""Frozen editions as pages: what they said, where they said it, and what may still be shown."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, TypeAlias

from digest.editions.addresses import page_path
from digest.views.parts import (
    Cite,
    Count,
    DateView,
    SentenceView,
    SliceView,
    TopicRef,
    minutes,
)
from digest.views.site import anchor
from digest.views.story import difference

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.editions.edition import (
        Edition,
        FrozenFigure,
        FrozenStory,
        FrozenTitle,
        Place,
    )
    from digest.views.site import Site

Gone: TypeAlias = Literal["withdrawn", "withheld", "changed"]
"""`withdrawn`: the source was deleted; `withheld`: a cap lowered since forbids the sentence;
`changed`: the text that replaced its own does not show it."""
KINDS = ("new", "superseded", "restated", "background")


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A frozen sentence with its source, or why it is not there."""

    sentence: SentenceView | None
    cite: Cite | None
    gone: Gone | None = None
    topic: TopicRef | None = None
    context: SentenceView | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FrozenSum:
    """A frozen sum, or why it is not there."""

    text: SliceView
    about: SliceView | None
    per: SliceView | None
    as_of: DateView | None
    said: Said


@dataclass(frozen=True, slots=True, kw_only=True)
class FrozenRow:
    """A frozen story in the list; `title` None where its article is withdrawn."""

    path: str
    title: SliceView | None
    derived: bool
    date: DateView
    outlets: tuple[str, ...]
    """The outlet of the article whose title it is, if named."""
    topics: tuple[TopicRef, ...]
    articles: Count
    texts: Count
    named: Count


@dataclass(frozen=True, slots=True, kw_only=True)
class FrozenPair:
    """A sentence and what it became."""

    kind: str
    older: Said
    newer: Said


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionView:
    """Everything on an edition's page."""

    path: str
    title: str
    date: DateView
    previous: DateView | None
    first: DateView
    last: DateView
    counts: dict[str, Count]
    """Articles, texts, outlets, unnamed, day, month, year, undated, sentences; changes by kind."""
    minutes: Count
    bottom: tuple[Said, ...]
    topics: tuple[tuple[TopicRef, tuple[Said, ...]], ...]
    figures: tuple[FrozenSum, ...]
    stories: tuple[FrozenRow, ...]
    pairs: tuple[FrozenPair, ...]
    fresh: tuple[Said, ...]
    """New sentences that no other list of the page holds."""


def edition(site: Site, frozen: Edition) -> EditionView:
    """Return an edition's page."""
    look = _Look(site, frozen)
    bottom = tuple(
        look.said(one.sentence, topic=one.topic, context=one.context) for one in frozen.bottom
    )
    topics = tuple(
        (look.topics[t.slug], tuple(look.leaning(place, t.sentences) for place in t.sentences))
        for t in frozen.topics
    )
    used = {one.sentence for one in frozen.bottom}
    used |= {place for t in frozen.topics for place in t.sentences}
    pairs, fresh = _changed(look, used)
    sums = tuple(look.sum(one) for one in frozen.figures)
    printed = [*bottom, *(said for _, held in topics for said in held), *fresh]
    printed += [side for pair in pairs for side in (pair.older, pair.newer)]
    known = sorted(row.date for row in frozen.articles if row.date)
    return EditionView(
        path=f"editions/{frozen.date}.md",
        title=frozen.title,
        date=DateView(iso=frozen.date),
        previous=DateView(iso=frozen.previous) if frozen.previous else None,
        first=DateView(iso=known[0][:7] if known else None),
        last=DateView(iso=known[-1][:7] if known else None),
        counts=counts(frozen),
        minutes=minutes(v for said in printed for v in (said.sentence, said.context)),
        bottom=bottom,
        topics=topics,
        figures=sums,
        stories=tuple(look.row(one) for one in frozen.stories),
        pairs=pairs,
        fresh=fresh,
    )


def counts(frozen: Edition) -> dict[str, Count]:
    """Count what an edition covered, from its rows, and its changes by kind."""
    rows = frozen.articles
    lengths = [len(row.date or "") for row in rows]
    found = {
        "articles": len(rows),
        "texts": len({row.text for row in rows}),
        "outlets": len({row.outlet for row in rows if row.outlet}),
        "unnamed": sum(not row.outlet for row in rows),
        "day": lengths.count(len("2021-02-22")),
        "month": lengths.count(len("2021-02")),
        "year": lengths.count(len("2021")),
        "undated": lengths.count(0),
        "sentences": sum(row.shown for row in rows),
    }
    found |= {kind: sum(c.kind == kind for c in frozen.changes) for kind in KINDS}
    return {key: Count(name=f"edition:{frozen.date}.{key}", value=n) for key, n in found.items()}


def _changed(look: _Look, used: set[Place]) -> tuple[tuple[FrozenPair, ...], tuple[Said, ...]]:
    pairs, fresh = [], []
    for change in look.frozen.changes:
        if change.sentence not in look.sentences:
            continue
        if change.before and change.before in look.sentences:
            pairs.append(look.pair(change.kind, change.before, change.sentence))
        elif change.kind == "new" and change.sentence not in used:
            fresh.append(look.said(change.sentence))
    return tuple(pairs), tuple(fresh)


class _Look:
    """One edition and the live site that its sentences are held against."""

    def __init__(self, site: Site, frozen: Edition) -> None:
        self.site, self.frozen = site, frozen
        self.sentences = {(s.article, s.id): s for s in frozen.sentences}
        self.rows = {row.id: row for row in frozen.articles}
        self.topics = {
            t.slug: TopicRef(slug=t.slug, title=t.title, index=t.index) for t in frozen.topics
        }

    def now(self, place: Place) -> Place:
        """Return where a sentence stands now: a text that replaced its own may have it too."""
        return self.site.heirs.get(place[0], place[0]), place[1]

    def gone(self, place: Place) -> Gone | None:
        """Say why a sentence may not stand, None where it may."""
        if place[0] in self.site.heirs:
            return None if self.now(place) in self.site.sentences else "changed"
        entry = self.site.entries.get(place[0])
        if entry is None:
            return "withdrawn"
        allowed = place in self.site.sentences or place[1] in dict(entry.frozen)
        return None if allowed else "withheld"

    def said(self, place: Place, *, topic: str | None = None, context: Place | None = None) -> Said:
        """Return a sentence for printing, or why it is not there."""
        known = self.topics.get(topic or "")
        gone = self.gone(place)
        if gone:
            return Said(sentence=None, cite=None, gone=gone, topic=known)
        return Said(
            sentence=self.view(place),
            cite=self.cite(place),
            topic=known,
            context=self.view(context) if context and not self.gone(context) else None,
        )

    def leaning(self, place: Place, beside: Sequence[Place]) -> Said:
        """Return a sentence with the one before it, where the edition holds that elsewhere."""
        before = (place[0], self.site.leaning.get(place, ""))
        held = before in self.sentences and before not in beside
        return self.said(place, context=before if held else None)

    def view(self, place: Place, spans: tuple[tuple[str, str], ...] = ()) -> SentenceView:
        """Return a sentence that may stand for printing, as its own text or the newer has it."""
        if place[0] in self.site.heirs:
            article, sentence = self.now(place)
            found = self.site.sentence(article, self.site.sentences[article, sentence])
            return replace(found, spans=spans)
        one = self.sentences[place]
        return SentenceView(
            article=one.article,
            id=one.id,
            text=one.text,
            line=one.line,
            language=one.language,
            spans=spans,
        )

    def cite(self, place: Place) -> Cite:
        """Say where a sentence stood on the day; its address is fixed."""
        row = self.rows[place[0]]
        now = self.now(place)
        path = self.site.article_paths[now[0]]
        at = f"#{anchor(*now)}" if now in self.site.sentences else ""
        one = Count(name="", value=1)
        date = DateView(iso=row.date, sure=row.sure)
        return Cite(outlet=row.outlet, date=date, target=f"{path}{at}", articles=one, texts=one)

    def pair(self, kind: str, older: Place, newer: Place) -> FrozenPair:
        """Return two sentences, compared word by word where both may stand."""
        before, after = self.said(older), self.said(newer)
        if before.sentence and after.sentence:
            out, into = difference(before.sentence.text, after.sentence.text)
            before = Said(sentence=self.view(older, out), cite=before.cite)
            after = Said(sentence=self.view(newer, into), cite=after.cite)
        return FrozenPair(kind=kind, older=before, newer=after)

    def sum(self, one: FrozenFigure) -> FrozenSum:
        """Return a sum for printing; its words are slices of a sentence that may be shown."""
        gone = self.gone(one.sentence)
        held = self.sentences[one.sentence] if gone else self.view(one.sentence)

        def slice_(text: str | None) -> SliceView | None:
            return SliceView(article=held.article, text=text, line=held.line) if text else None

        return FrozenSum(
            text=SliceView(article=held.article, text=one.text, line=held.line),
            about=slice_(one.about),
            per=slice_(one.per),
            as_of=DateView(iso=one.as_of, sure=one.as_of_sure) if one.as_of else None,
            said=self.said(one.sentence),
        )

    def row(self, story: FrozenStory) -> FrozenRow:
        """Return a story for the list, its numbers counted from the edition's rows."""
        held = [row for row in self.frozen.articles if row.story == story.id]
        scope = f"edition:{self.frozen.date}:{story.id}"
        return FrozenRow(
            path=page_path(story.address),
            title=self.title(story.title),
            derived=story.title.derived,
            date=DateView(iso=story.date, sure=story.sure),
            outlets=tuple(r.outlet for r in held if r.id == story.title.article and r.outlet),
            topics=tuple(self.topics[t] for t in story.topics if t in self.topics),
            articles=Count(name=f"{scope}.articles", value=len(held)),
            texts=Count(name=f"{scope}.texts", value=len({row.text for row in held})),
            named=Count(name=f"{scope}.outlets", value=len({r.outlet for r in held if r.outlet})),
        )

    def title(self, one: FrozenTitle) -> SliceView | None:
        """Return a headline, None where its article is withdrawn or has another one now."""
        entry = self.site.entries.get(self.now((one.article, ""))[0])
        if entry is None or not one.text:
            return None
        line, now = one.line, entry.article.cleaned.title
        if entry.article.id != one.article:
            if not now.text.startswith(one.text):
                return None
            line = now.line
        return SliceView(
            article=entry.article.id, text=one.text, line=line, language=one.language, cut=one.cut
        )
