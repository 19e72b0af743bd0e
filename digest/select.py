"""Which sentences the site shows, and the lists on its pages; chosen once for all pages.

Caps count over a copy group: a text that came in three versions is still one text to its publisher.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from digest.models import Article, Brief, Entry, Grouping, Pick, Published, Skipped, Story
from digest.text import fold, printable, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.settings import Cap, Settings

BOTTOM_LINE = 5
"""Sentences that open the front page: site design says three to five."""
WINDOW_DAYS = 30
WINDOW_ARTICLES = 5
"""The front draws on the last 30 days, widened until five articles (decided.md)."""
STORY_PICKS = 7
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
) -> Brief:
    """Choose what is shown and where."""
    shown = choose_shown(articles, groupings, settings)
    entries = [
        Entry(
            article=article,
            grouping=grouping,
            published=published.get(article.id),
            shown=shown[article.id],
        )
        for article, grouping in zip(articles, groupings, strict=True)
    ]
    entries.sort(key=lambda e: e.article.source)
    entries.sort(key=_date, reverse=True)
    by_id = {entry.article.id: entry for entry in entries}
    picks = {story.id: story_picks(story, by_id) for story in stories}
    return Brief(
        entries=tuple(entries),
        stories=tuple(stories),
        skipped=tuple(sorted(skipped, key=lambda s: s.source)),
        as_of=as_of or newest(entries),
        bottom_line=bottom_line(entries, stories, picks),
        topics=tuple((t.slug, topic_picks(t.slug, stories, by_id)) for t in settings.topics),
        story_picks=tuple(picks.items()),
    )


def newest(entries: Sequence[Entry]) -> str | None:
    """Return the newest full-day date that is sure, else the newest known date."""
    known = [e.published for e in entries if e.published]
    sure = [p.date for p in known if p.confidence == "high" and len(p.date) == len("2021-02-22")]
    return max(sure or [p.date for p in known], default=None)


def choose_shown(
    articles: Sequence[Article], groupings: Sequence[Grouping], settings: Settings
) -> dict[str, frozenset[str]]:
    """Return for each article the sentences that caps allow, counted over its copy group once."""
    groups: dict[str, list[Article]] = {}
    for article, grouping in zip(articles, groupings, strict=True):
        groups.setdefault(grouping.copy_group or article.id, []).append(article)
    leads = {g.article for g in groupings if g.relation is None}
    shown: dict[str, frozenset[str]] = {}
    for members in groups.values():
        members.sort(key=lambda a: (a.id not in leads, a.source))
        shown |= _within_cap(members, _cap(members[0], settings))
    return shown


def _cap(article: Article, settings: Settings) -> Cap:
    outlet = article.cleaned.outlet
    own = next((s.cap for s in settings.sources if s.name == outlet and s.cap), None)
    return own or settings.cap


def _within_cap(members: Sequence[Article], cap: Cap) -> dict[str, frozenset[str]]:
    text = {s.id: fold(s.text) for a in members for s in a.sentences}
    size = {key: len(words(text[key])) for key in text}
    budget = cap.share * max(sum(size[s.id] for s in a.sentences) for a in members)
    allowed: dict[str, None] = {}
    used = 0
    for key in _wanted(members):
        if text[key] in allowed or not printable(text[key]):
            continue
        if len(allowed) >= max(cap.minimum, cap.sentences):
            break
        if len(allowed) >= cap.minimum and used + size[key] > budget:
            continue
        allowed[text[key]] = None
        used += size[key]
    return {a.id: frozenset(s.id for s in a.sentences if text[s.id] in allowed) for a in members}


def _wanted(members: Sequence[Article]) -> list[str]:
    """Sentence ids by what the reader loses most without: extract, then topics, then the rest."""
    wanted: dict[str, None] = {}
    for article in members:
        ranked = [r.sentence for r in article.ranking]
        wanted |= dict.fromkeys(ranked[:3])
        for depth in range(2):
            wanted |= dict.fromkeys(
                t.sentences[depth] for t in article.topics if len(t.sentences) > depth
            )
    for article in members:
        wanted |= dict.fromkeys(r.sentence for r in article.ranking)
    return list(wanted)


def story_picks(story: Story, by_id: dict[str, Entry]) -> tuple[Pick, ...]:
    """List a story's sentences over all its articles, leading article first, nothing twice."""
    queues = [_shown_ranking(by_id[m]) for m in story.members]
    return tuple(_round_robin(queues, by_id, STORY_PICKS))


def topic_picks(slug: str, stories: Sequence[Story], by_id: dict[str, Entry]) -> tuple[Pick, ...]:
    """List a topic's sentences: newest story first, each story once before any twice."""
    queues = []
    for story in stories:
        queue = []
        for member in story.members:
            entry = by_id[member]
            on = next((t for t in entry.article.topics if t.slug == slug), None)
            queue += [
                Pick(article=member, sentence=s)
                for s in (on.sentences if on else ())
                if s in entry.shown
            ]
        queues.append(queue)
    return tuple(_round_robin(queues, by_id, TOPIC_PICKS))


def bottom_line(
    entries: Sequence[Entry], stories: Sequence[Story], picks: dict[str, tuple[Pick, ...]]
) -> tuple[Pick, ...]:
    """Choose the sentences that open the front page: the newest stories on the beat."""
    recent = _recent([e for e in entries if e.article.topics])
    queues = [
        [p for p in picks[s.id] if p.article in recent]
        for s in stories
        if any(m in recent for m in s.members)
    ]
    by_id = {entry.article.id: entry for entry in entries}
    return tuple(_round_robin(queues, by_id, BOTTOM_LINE))


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


def _shown_ranking(entry: Entry) -> list[Pick]:
    return [
        Pick(
            article=entry.article.id,
            sentence=r.sentence,
            context=r.context if r.context in entry.shown else None,
        )
        for r in entry.article.ranking
        if r.sentence in entry.shown
    ]


def _round_robin(
    queues: Sequence[Sequence[Pick]], by_id: dict[str, Entry], most: int
) -> list[Pick]:
    text = {
        (pick.article, pick.sentence): fold(_text(by_id[pick.article], pick.sentence))
        for queue in queues
        for pick in queue
    }
    chosen: list[Pick] = []
    seen: set[str] = set()
    for turn in range(max((len(q) for q in queues), default=0)):
        for queue in queues:
            if turn < len(queue) and len(chosen) < most:
                words_ = text[queue[turn].article, queue[turn].sentence]
                if words_ not in seen:
                    seen.add(words_)
                    chosen.append(queue[turn])
    return chosen


def _text(entry: Entry, sentence: str) -> str:
    return next(s.text for s in entry.article.sentences if s.id == sentence)
