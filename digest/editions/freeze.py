"""The state of a day to an edition: what its page will print, and what it must be compared by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.editions import addresses, since
from digest.editions.edition import (
    Edition,
    FrozenArticle,
    FrozenFigure,
    FrozenLine,
    FrozenSentence,
    FrozenStory,
    FrozenTitle,
    FrozenTopic,
    before,
    key,
    told,
)
from digest.freshness import first_day
from digest.merged import text_of
from digest.views.figures import figures

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digest.editions.addresses import Book
    from digest.editions.edition import Changed, Place
    from digest.models import Brief, Entry, Page
    from digest.views.parts import Item
    from digest.views.site import Site

ON_TOPIC = 3
"""Sentences under each topic: with four topics an edition stays under 600 words."""
AN_ARTICLE = 2
"""Sentences of one article that editions print, all together. Frozen sentences count first, and
three are always allowed: so a later version of the text can still be shown against this one."""
FIGURES = 4
STORIES = 12
CHANGES = 8
"""Changed sentences that an edition prints beside those that its lists hold; all are counted."""


def is_of_the_day(entry: Entry, day: str, covered: frozenset[str], *, latest: bool = False) -> bool:
    """Say whether an article counts for a day that somebody named.

    It does when an edition up to then covered it. For an earlier day it does when the whole of its
    date had passed, so no date is taken for surer than it is, and an undated one does not; for the
    `latest` or a later day it does unless its date had not begun.
    """
    if entry.article.id in covered:
        return True
    if latest:
        return entry.published is None or first_day(entry.published.date) <= day
    return entry.published is not None and _last_day(entry.published.date) <= day


def _last_day(iso: str) -> str:
    """Return the last day that a date may mean, as text that compares (`2020-02-31` will do)."""
    return iso + "-12-31"[3 * (len(iso.split("-")) - 1) :] if len(iso) < len("2021-02-22") else iso


def freeze(site: Site, date: str) -> Edition:
    """Return the edition of `date`; `site` has the day's brief and the history without that day."""
    brief, earlier = site.brief, before(site.history.editions, date)
    changes = since.changes(brief, earlier) if earlier else ()
    room = _Room(site)
    bottom = tuple(i for i in site.items(brief.bottom_line) if room.take(_place(i)))
    lines = tuple(_line(item, room) for item in bottom)
    used = {_place(item) for item in bottom}
    topics = []
    for slug, picks in brief.topics:
        places = _on_topic(site.items(picks), used, room)
        used |= set(places)
        topics.append((site.topics[slug], places))
    sums = _sums(site, room)
    printed = _printed(site, changes, used, room)
    shown = [*used, *printed, *(one.sentence for one in sums)]
    shown += [line.context for line in lines if line.context]
    shown += _leant_on(site, (place for _, places in topics for place in places), room)
    return Edition(
        date=date,
        title=site.settings.site.title,
        previous=earlier[-1].date if earlier else None,
        articles=_articles(brief, told(earlier).articles),
        sentences=_sentences(site, shown),
        bottom=lines,
        topics=tuple(
            FrozenTopic(slug=t.slug, title=t.title, index=t.index, sentences=places)
            for t, places in topics
        ),
        figures=sums,
        stories=_stories(site),
        changes=changes,
    )


def _place(item: Item) -> Place:
    return item.sentence.article, item.sentence.id


class _Room:
    """How many sentences of each article editions may still print."""

    def __init__(self, site: Site) -> None:
        self._held = {key: set(said) for key, said in site.history.frozen().items()}

    def take(self, place: Place) -> bool:
        """Say whether a sentence may be printed, and keep its place."""
        held = self._held.setdefault(place[0], set())
        if place[1] not in held and len(held) >= AN_ARTICLE:
            return False
        held.add(place[1])
        return True


def _line(item: Item, room: _Room) -> FrozenLine:
    context = (item.context.article, item.context.id) if item.context else None
    return FrozenLine(
        sentence=_place(item),
        context=context if context and room.take(context) else None,
        topic=item.why[0].topic.slug if item.why else None,
    )


def _on_topic(items: Iterable[Item], used: set[Place], room: _Room) -> tuple[Place, ...]:
    chosen: list[Place] = []
    for item in items:
        place = _place(item)
        if len(chosen) < ON_TOPIC and place not in used and room.take(place):
            chosen.append(place)
    return tuple(chosen)


def _leant_on(site: Site, places: Iterable[Place], room: _Room) -> list[Place]:
    """Return the sentences before those that lean on them, as far as there is room."""
    before = [(place[0], site.leaning.get(place, "")) for place in places]
    return [place for place in before if place in site.sentences and room.take(place)]


def _sums(site: Site, room: _Room) -> tuple[FrozenFigure, ...]:
    found = figures(site, (e for e in site.brief.entries if e.article.topics), most=FIGURES)
    return tuple(
        FrozenFigure(
            sentence=(one.article, one.sentence),
            text=one.text.text,
            about=one.about.text if one.about else None,
            per=one.per.text if one.per else None,
            as_of=one.as_of.iso if one.as_of else None,
            as_of_sure=one.as_of is None or one.as_of.sure,
        )
        for one in found
        if room.take((one.article, one.sentence))
    )


def _printed(site: Site, changes: Iterable[Changed], used: set[Place], room: _Room) -> list[Place]:
    """Choose the changes that the edition prints: what became of an earlier sentence first."""
    held = site.sentences
    pairs = [c for c in changes if c.before in held and c.sentence in held]
    fresh = [c for c in changes if c.kind == "new" and c.sentence not in used]
    chosen: list[Place] = []
    for change in [*pairs, *fresh][:CHANGES]:
        places = [place for place in (change.sentence, change.before) if place]
        if all(room.take(place) for place in places):
            chosen += places
    return chosen


def _articles(brief: Brief, known: frozenset[str]) -> tuple[FrozenArticle, ...]:
    return tuple(
        FrozenArticle(
            id=e.article.id,
            text=text_of(e),
            story=e.grouping.story,
            outlet=e.article.cleaned.outlet,
            date=e.published.date if e.published else None,
            sure=bool(e.published and e.published.confidence == "high"),
            shown=len(e.shown),
            keys=()
            if e.article.id in known
            else tuple(sorted({key(s.text) for s in e.article.sentences})),
        )
        for e in brief.entries
    )


def _sentences(site: Site, printed: Iterable[Place]) -> tuple[FrozenSentence, ...]:
    views = {place: site.sentence(place[0], site.sentences[place]) for place in set(printed)}
    return tuple(
        FrozenSentence(article=v.article, id=v.id, text=v.text, line=v.line, language=v.language)
        for _, v in sorted(views.items())
    )


def _stories(site: Site) -> tuple[FrozenStory, ...]:
    found: list[FrozenStory] = []
    for story in site.brief.stories:
        row = site.story_row(story)
        title = row.link.title
        if row.topics and len(found) < STORIES:
            found.append(
                FrozenStory(
                    id=story.id,
                    address=addresses.address(row.link.path),
                    title=FrozenTitle(
                        article=title.article,
                        text=title.text,
                        line=title.line,
                        language=title.language,
                        cut=title.cut,
                        derived=row.link.derived,
                    ),
                    date=row.date.iso,
                    sure=row.date.sure,
                    topics=tuple(t.slug for t in row.topics),
                )
            )
    return tuple(found)


def publish(site: Site, date: str, pages: Iterable[Page]) -> Book:
    """Return the addresses once the edition of `date` stands: those of the day added.

    `pages` are those that the day's state makes.
    """
    own = {*site.article_paths.values(), *site.story_paths.values()}
    oldest = {
        key: sorted(
            story.members,
            key=lambda m: (m != key, (site.date(site.entries[m]).iso or "") + "~", m),
        )
        for key, story in site.stories.items()
    }
    return addresses.extend(
        site.history.book,
        date,
        {key: addresses.address(path) for key, path in site.article_paths.items()},
        {
            key: (addresses.address(path), tuple(oldest[key]))
            for key, path in site.story_paths.items()
        },
        (
            addresses.address(page.path)
            for page in pages
            if page.path.endswith(".md") and page.path not in own
        ),
    )
