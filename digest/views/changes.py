"""What changed since the last edition: on the front page, on its own page, within a story."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from digest.models import Pick
from digest.views.context import unrepeated
from digest.views.editions import KINDS
from digest.views.parts import (
    Cite,
    Count,
    DateView,
    Item,
    Link,
    SentenceView,
    SliceView,
    TopicRef,
)
from digest.views.story import difference

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from digest.editions.edition import Changed
    from digest.models import Story
    from digest.views.site import Site

ON_FRONT = 1
"""New sentences on the front page, and turns of others: what fits beside the bottom line without
scrolling, the key figures below it."""
LISTED = 120
"""Changed sentences on the page of changes: about 100 KB of HTML; the rest is counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeView:
    """A changed sentence, and what it was before where that may be shown."""

    kind: str
    item: Item
    before: Item | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """The words that a sentence lost for others: `will hold`, `have begun`."""

    before: SliceView
    now: SliceView
    cite: Cite


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryChanges:
    """A story and what changed in it."""

    link: Link
    date: DateView
    changes: tuple[ChangeView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesView:
    """What changed since the last edition; `since` None where none was frozen yet."""

    since: DateView | None
    counts: dict[str, Count]
    first: tuple[ChangeView, ...]
    """For the front page, where no turn stands for them."""
    turn: Turn | None
    """For the front page: what became of the first superseded sentence, in its own few words."""
    topics: tuple[tuple[TopicRef | None, tuple[StoryChanges, ...]], ...]
    """By topic, None: off the beat; newest story first."""
    unlisted: Count

    @property
    def changed(self) -> int:
        """How many sentences say something that the edition did not."""
        return sum(count.value for kind, count in self.counts.items() if kind != "background")


def changes(site: Site, used: Iterable[str] = ()) -> ChangesView:
    """Return what changed; `used` are sentence ids that the page prints elsewhere.

    What was superseded is named first all the same: beside the older sentence it says more.
    """
    last = site.history.last
    often = Counter[str](c.kind for c in site.changes)
    views = [(c, view) for c in site.changes if (view := _view(site, c))]
    told = set(used)
    news = [v for _, v in views if v.kind != "background"]
    first = [v for v in news if v.item.sentence.id not in told or (v.before and _came(v))]
    first.sort(key=lambda v: not _came(v))
    listed = views[:LISTED]
    return ChangesView(
        since=DateView(iso=last.date) if last else None,
        counts={k: Count(name=f"changes.{k}", value=often[k]) for k in KINDS},
        first=tuple(first[:ON_FRONT]),
        turn=_turn(site, first[0]) if first else None,
        topics=_by_topic(site, listed),
        unlisted=Count(name="changes.unlisted", value=len(site.changes) - len(listed)),
    )


def _turn(site: Site, view: ChangeView) -> Turn | None:
    """Return the first words that others took the place of, None where words only came or went."""
    if view.before is None or not _came(view):
        return None
    older, newer = view.before.sentence, view.item.sentence
    out, into = _runs(older, "del"), _runs(newer, "ins")
    at = next((at for at in out if at in into), None)
    if at is None:
        return None

    def slice_(view: SentenceView, words: str) -> SliceView:
        return site.slice(site.entries[view.article], words, line=view.line)

    return Turn(before=slice_(older, out[at]), now=slice_(newer, into[at]), cite=view.item.cite)


def _runs(view: SentenceView, kind: str) -> dict[str, str]:
    """Return the marked words of a sentence by the unmarked ones before them."""
    found: dict[str, str] = {}
    same = ""
    for mark, words in view.spans:
        if mark == kind:
            found.setdefault(same.strip(), words.strip())
        elif not mark:
            same += words
    return {at: words for at, words in found.items() if any(c.isalnum() for c in words)}


def _came(view: ChangeView) -> bool:
    return view.kind == "superseded"


def on_topic(site: Site, slug: str) -> tuple[ChangeView, ...]:
    """Return what changed among the sentences on a topic, newest story first."""
    fresh = (
        c
        for c in site.changes
        if c.kind != "background" and c.sentence[1] in site.spoken.get((c.sentence[0], slug), ())
    )
    return _settled(view for c in fresh if (view := _view(site, c)))


def _settled(views: Iterable[ChangeView]) -> tuple[ChangeView, ...]:
    """Take contexts away that stand right above."""
    views = tuple(views)
    items = unrepeated(view.item for view in views)
    return tuple(replace(view, item=item) for view, item in zip(views, items, strict=True))


def _view(site: Site, change: Changed) -> ChangeView | None:
    item = _item(site, change.sentence)
    if item is None:
        return None
    before = _item(site, change.before) if change.before else None
    if before is None:
        return ChangeView(kind=change.kind, item=item)
    out, into = difference(before.sentence.text, item.sentence.text)
    return ChangeView(
        kind=change.kind,
        item=replace(item, sentence=replace(item.sentence, spans=into)),
        before=replace(before, sentence=replace(before.sentence, spans=out)),
    )


def _item(site: Site, place: tuple[str, str]) -> Item | None:
    return site.item(Pick(article=place[0], sentence=place[1]))


def _by_topic(
    site: Site, views: Sequence[tuple[Changed, ChangeView]]
) -> tuple[tuple[TopicRef | None, tuple[StoryChanges, ...]], ...]:
    """Put each story under one topic: the one that most of its changed sentences speak of."""
    stories: dict[str, list[ChangeView]] = {}
    for change, view in views:
        stories.setdefault(change.story, []).append(view)
    held: dict[TopicRef | None, list[StoryChanges]] = {
        topic: [] for topic in (*site.topics.values(), None)
    }
    for key, found in stories.items():
        often = Counter(why.topic for view in found for why in view.item.why)
        often.update(site.topic_refs(site.stories[key].members))
        most = max(often, key=lambda topic: (often[topic], -topic.index), default=None)
        held[most].append(_story(site, site.stories[key], found))
    return tuple((topic, tuple(rows)) for topic, rows in held.items() if rows)


def _story(site: Site, story: Story, found: Iterable[ChangeView]) -> StoryChanges:
    row = site.story_row(story)
    return StoryChanges(
        link=row.link,
        date=row.date,
        changes=_settled(sorted(found, key=lambda v: v.kind == "background")),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Came:
    """What came into a story with an edition, or since the last one (`edition` None)."""

    edition: DateView | None
    path: str
    articles: Count
    items: tuple[Item, ...]


def history(site: Site, story: Story) -> tuple[Came, ...]:
    """Say which articles and sentences of a story came with which edition, newest first."""
    days = [*(e.date for e in site.history.editions), ""]
    found = []
    for day in reversed(days if site.history.editions else []):
        members = [m for m in story.members if site.first_edition.get(m, "") == day]
        picks = site.story_picks.get(story.id, ())
        if members:
            found.append(
                Came(
                    edition=DateView(iso=day) if day else None,
                    path=f"editions/{day}.md" if day else "changes.md",
                    articles=Count(
                        name=f"story:{story.id}@{day or 'live'}.articles", value=len(members)
                    ),
                    items=site.items(p for p in picks if p.article in members),
                )
            )
    return tuple(found)
