"""The lists on the pages (story, topic, front page), from what caps leave to show."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import chain
from types import MappingProxyType
from typing import TYPE_CHECKING

from digest import caps, differ
from digest.merged import leaning
from digest.models import Article, Brief, Entry, Grouping, Pick, Published, Skipped, Story
from digest.repetition import content, repeats

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from digest.settings import Settings

BOTTOM_LINE = 5
"""Sentences that open the front page: more are no longer a bottom line."""
BOTTOM_LINE_LEAST = 3
"""With fewer stories than this, their second sentences fill it; else each story opens once."""
WINDOW_DAYS = 30
WINDOW_ARTICLES = 5
"""The front draws on the last 30 days, widened until five articles."""
STORY_PICKS = 7
LEADS = 3
"""Of a story's best sentences, among how many one is looked for that can open its page alone."""
TOPIC_PICKS = 40
"""A topic block is at most three hundred words on the front; the page lists further by period."""


def brief(  # noqa: PLR0913, PLR0917 - one argument for each thing a brief is made of
    articles: Sequence[Article],
    groupings: Sequence[Grouping],
    published: dict[str, Published | None],
    stories: Sequence[Story],
    skipped: Sequence[Skipped],
    settings: Settings,
    *,
    as_of: str | None = None,
    frozen: Mapping[str, Mapping[str, str]] = MappingProxyType({}),
) -> Brief:
    """Choose what is shown and where; what editions print (`frozen`) counts first."""
    bare = [
        Entry(article=article, grouping=grouping, published=published.get(article.id))
        for article, grouping in zip(articles, groupings, strict=True)
    ]
    shown = caps.choose_shown(articles, groupings, settings, frozen, contested(bare, stories))
    entries = [_entry(entry, shown[entry.article.id], frozen) for entry in bare]
    entries.sort(key=lambda e: e.article.source)
    entries.sort(key=_date, reverse=True)
    known = Known(entries)
    picks = {story.id: story_picks(story, known) for story in stories}
    return Brief(
        entries=tuple(entries),
        stories=tuple(stories),
        skipped=tuple(sorted(skipped, key=lambda s: s.source)),
        as_of=as_of or newest(entries),
        bottom_line=bottom_line(entries, stories, picks, known),
        topics=tuple((t.slug, topic_picks(t.slug, stories, known)) for t in settings.topics),
        story_picks=tuple(picks.items()),
    )


def contested(entries: Sequence[Entry], stories: Sequence[Story]) -> dict[str, tuple[str, ...]]:
    """Return, by article, the sentences on which independent texts of one story differ."""
    known = {entry.article.id: entry for entry in entries}
    found: dict[str, dict[str, None]] = {}
    for story in stories:
        told = [known[member] for member in story.members] if story.independent > 1 else []
        sentences = {(e.article.id, s.id): s for e in told for s in e.article.sentences}
        for side in chain.from_iterable(differ.differing(told, sentences)):
            found.setdefault(side.entry.article.id, {})[side.sentence] = None
    return {article: tuple(keys) for article, keys in found.items()}


def _entry(bare: Entry, allowed: frozenset[str], frozen: Mapping[str, Mapping[str, str]]) -> Entry:
    article = bare.article
    shown = allowed.intersection(s.id for s in article.sentences)
    printed = frozen.get(article.id, {})
    return replace(
        bare,
        shown=shown,
        frozen=tuple((k, text) for k, text in printed.items() if k in allowed and k not in shown),
    )


def newest(entries: Sequence[Entry]) -> str | None:
    """Return the newest full-day date that is sure, else the newest known date.

    Of articles on a topic where there are any: a digest of the beat is no newer than its news.
    """
    on_beat = [e for e in entries if e.article.topics and e.published]
    known = [e.published for e in on_beat or entries if e.published]
    sure = [p.date for p in known if p.confidence == "high" and len(p.date) == len("2021-02-22")]
    return max(sure or [p.date for p in known], default=None)


def story_picks(story: Story, known: Known) -> tuple[Pick, ...]:
    """List a story's sentences over all its articles: the leading text first, nothing twice.

    Members come newest first, so the freshest text opens; what another independent text says in
    nearly the same words is passed over, which leaves room for what only one of them says. Of the
    first few, one that stands alone leads.
    """
    picks = _in_turn([list(known.ranked(m)) for m in story.members], known, STORY_PICKS)
    leads = sorted(picks[:LEADS], key=known.leaning)[:1]
    return (*leads, *(pick for pick in picks if pick not in leads))


def topic_picks(slug: str, stories: Sequence[Story], known: Known) -> tuple[Pick, ...]:
    """List a topic's sentences: newest story first, each story once before any twice.

    Of a story those come first that stand alone.
    """
    queues = [
        sorted(
            (
                known.pick(member, sentence)
                for member in story.members
                for sentence in _on(known.entries[member], slug)
            ),
            key=known.leaning,
        )
        for story in stories
    ]
    return _in_turn(queues, known, TOPIC_PICKS)


def bottom_line(
    entries: Sequence[Entry],
    stories: Sequence[Story],
    picks: dict[str, tuple[Pick, ...]],
    known: Known,
) -> tuple[Pick, ...]:
    """Choose the sentences that open the front page: one each of the newest stories on the beat.

    A story opens with its best sentence on a topic of the digest, one that stands alone before
    others; of stories of one day, the one that more independent texts tell comes first. Where no
    article is on a topic, the newest stories stand for them.
    """
    recent = _recent([e for e in entries if e.article.topics] or entries)
    told = [s for s in stories if recent.intersection(s.members)]
    told.sort(key=lambda s: -s.independent)
    told.sort(key=lambda s: max(_date(known.entries[m]) for m in s.members), reverse=True)
    queues = []
    for story in told:
        own = [p for p in picks[story.id] if p.article in recent]
        on = [p for p in own if _is_on_topic(known.entries[p.article], p.sentence)]
        off = [p for p in own if p not in on]
        queues.append(sorted(on, key=known.leaning) + sorted(off, key=known.leaning))
    opened = sum(bool(queue) for queue in queues)
    return _in_turn(queues, known, min(BOTTOM_LINE, max(BOTTOM_LINE_LEAST, opened)))


def _on(entry: Entry, slug: str) -> list[str]:
    found = next((t for t in entry.article.topics if t.slug == slug), None)
    return [s for s in (found.spoken if found else ()) if s in entry.shown]


def _is_on_topic(entry: Entry, sentence: str) -> bool:
    return any(sentence in topic.spoken for topic in entry.article.topics)


def _recent(entries: Sequence[Entry]) -> frozenset[str]:
    dated = [e for e in entries if e.published]
    if not dated:
        return frozenset(e.article.id for e in entries[:WINDOW_ARTICLES])
    first = (_day(_date(dated[0])) - timedelta(days=WINDOW_DAYS)).isoformat()
    inside = [e for e in dated if _date(e) >= first]
    return frozenset(
        e.article.id
        for e in (inside if len(inside) >= WINDOW_ARTICLES else dated)[
            : max(WINDOW_ARTICLES, len(inside))
        ]
    )


def _day(text: str) -> date:
    year, month, day = (*(int(part) for part in text.split("-")), 1, 1)[:3]
    return date(year, month, day)


def _date(entry: Entry) -> str:
    return entry.published.date if entry.published else ""


def _in_turn(queues: Sequence[Sequence[Pick]], known: Known, most: int) -> tuple[Pick, ...]:
    """Take the best of each queue, then the second best of each, passing over repetition."""
    chosen: list[Pick] = []
    said: list[frozenset[str]] = []
    places = [iter(queue) for queue in queues]
    while places and len(chosen) < most:
        left = []
        for place in places:
            pick = next((p for p in place if not repeats(known.words(p), said)), None)
            if pick is not None and len(chosen) < most:
                chosen.append(pick)
                said.append(known.words(pick))
                left.append(place)
        places = left
    return tuple(chosen)


class Known:
    """Entries by id, what their sentences lean on, and the words of these."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.entries = {entry.article.id: entry for entry in entries}
        self._words: dict[tuple[str, str], frozenset[str]] = {}
        self._before = leaning(entries)

    def ranked(self, article: str) -> Iterator[Pick]:
        """Go through the sentences of an article that may be shown, best first."""
        entry = self.entries[article]
        keys = (r.sentence for r in entry.article.ranking)
        yield from (self.pick(article, key) for key in keys if key in entry.shown)

    def pick(self, article: str, sentence: str) -> Pick:
        """Return a sentence with the one before it where it leans on that."""
        before = self._before.get((article, sentence))
        may = before in self.entries[article].shown
        return Pick(article=article, sentence=sentence, context=before if may else None)

    def leaning(self, pick: Pick) -> int:
        """Return 0 for a sentence that stands alone, 1 beside the one it leans on, 2 without it."""
        if not self._before.get((pick.article, pick.sentence)):
            return 0
        return 1 if pick.context else 2

    def words(self, pick: Pick) -> frozenset[str]:
        """Return the longer words of a sentence, folded."""
        key = (pick.article, pick.sentence)
        if key not in self._words:
            for sentence in self.entries[pick.article].article.sentences:
                self._words[pick.article, sentence.id] = content(sentence.text)
        return self._words[key]
