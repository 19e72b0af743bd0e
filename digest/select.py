"""Which sentences the site shows, and the lists on its pages; chosen once for all pages.

Caps count over a copy group: a text that came in three versions is still one text to its publisher.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from digest.changes import compare
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
TOPIC_DEPTH = 5
"""Places of a topic's list that may stand for it when one sentence can speak of two topics: the
labelled best sentence is among the first three in 94 of 100 cases."""
CHANGED_PAIRS = 2
"""Changed sentences shown in both versions; each costs one of the eight sentences of a text."""
TOPIC_PICKS = 40
REPEATED = 0.6
"""Share of the shorter sentence's words in the other that makes it a repetition. Of 58,406 pairs
within one article of the public news sets .2 % reach it (.5 % reach .5, .05 % reach .7); pairs of
one story's articles above it said the same thing where read, below .6 they did not always."""
CONTENT_LETTERS = 4
"""Shorter words are mostly function words, in every language with spaces."""
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
    older = {g.article for g in groupings if g.relation and g.relation.kind == "update"}
    shown: dict[str, frozenset[str]] = {}
    for members in groups.values():
        members.sort(key=lambda a: (a.id not in leads, a.source))
        changed = [pair for a in members if a.id in older for pair in _changed(a, members[0])]
        shown |= _within_cap(members, _cap(members[0], settings), changed)
    return shown


def _changed(older: Article, newer: Article) -> list[str]:
    """Return what a version changed: for each pair the older sentence, then the newer, best first.

    Pairs come in the order of the newer text's ranking; "will hold talks" beside "have begun talks"
    is what a reader of two versions looks for, and both sides must be shown to be seen.
    """
    place = {r.sentence: i for i, r in enumerate(newer.ranking)}
    pairs = [
        (place.get(change.newer, len(place)), change.older, change.newer)
        for change in compare(older.sentences, newer.sentences)
        if change.older and change.newer
    ]
    return [sentence for _, *pair in sorted(pairs)[:CHANGED_PAIRS] for sentence in pair]


def _cap(article: Article, settings: Settings) -> Cap:
    outlet = article.cleaned.outlet
    own = next((s.cap for s in settings.sources if s.name == outlet and s.cap), None)
    return own or settings.cap


def _within_cap(
    members: Sequence[Article], cap: Cap, changed: Sequence[str]
) -> dict[str, frozenset[str]]:
    text = {s.id: fold(s.text) for a in members for s in a.sentences}
    size = {key: len(words(text[key])) for key in text}
    budget = cap.share * max(sum(size[s.id] for s in a.sentences) for a in members)
    allowed: dict[str, None] = {}
    used = 0
    for key in _wanted(members, changed):
        if text[key] in allowed or not printable(text[key]):
            continue
        if len(allowed) >= max(cap.minimum, cap.sentences):
            break
        if len(allowed) >= cap.minimum and used + size[key] > budget:
            continue
        allowed[text[key]] = None
        used += size[key]
    return {a.id: frozenset(s.id for s in a.sentences if text[s.id] in allowed) for a in members}


def _wanted(members: Sequence[Article], changed: Sequence[str]) -> list[str]:
    """Sentence ids by what the reader loses most without.

    The leading text's first sentence, the first thing that versions changed, something on each
    topic, then the rest of the extract, the other changes, the second best of each topic, the rest.
    """
    lead = members[0]
    wanted: dict[str, None] = dict.fromkeys(r.sentence for r in lead.ranking[:1])
    wanted |= dict.fromkeys(changed[:2])
    wanted |= dict.fromkeys(_covering(lead, list(wanted)))
    for article in members:
        wanted |= dict.fromkeys(r.sentence for r in article.ranking[:3])
    wanted |= dict.fromkeys(changed)
    for depth in range(2):
        for article in members:
            on = (t.spoken for t in article.topics)
            wanted |= dict.fromkeys(spoken[depth] for spoken in on if len(spoken) > depth)
    for article in members:
        wanted |= dict.fromkeys(r.sentence for r in article.ranking)
    return list(wanted)


def _covering(article: Article, already: Sequence[str]) -> list[str]:
    """Return few sentences that speak of every topic of the article, by greedy set cover.

    One that speaks of two topics leaves the cap more room than one for each; ties go to the better
    place in its topic's list.
    """
    lists = {t.slug: t.spoken for t in article.topics}
    open_ = {slug for slug, spoken in lists.items() if spoken and not set(spoken) & set(already)}
    chosen: list[str] = []
    while open_:
        gains: dict[str, tuple[int, int]] = {}
        for slug in sorted(open_):
            for place, sentence in enumerate(lists[slug][:TOPIC_DEPTH]):
                covers, best = gains.get(sentence, (0, 0))
                gains[sentence] = (covers + 1, best - place)
        chosen.append(max(gains, key=lambda sentence: gains[sentence]))
        open_ -= {slug for slug in open_ if chosen[-1] in lists[slug]}
    return chosen


def story_picks(story: Story, known: Known) -> tuple[Pick, ...]:
    """List a story's sentences over all its articles: the leading text first, nothing twice.

    Members come newest first, so the freshest text opens; what another independent text says in
    nearly the same words is passed over, which leaves room for what only one of them says.
    """
    return _in_turn([_ranked(known.entries[m]) for m in story.members], known, STORY_PICKS)


def topic_picks(slug: str, stories: Sequence[Story], known: Known) -> tuple[Pick, ...]:
    """List a topic's sentences: newest story first, each story once before any twice."""
    queues = [
        [
            Pick(article=member, sentence=sentence)
            for member in story.members
            for sentence in _on(known.entries[member], slug)
        ]
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

    A story opens with its best sentence on a topic of the digest; of stories of one day, the one
    that more independent texts tell comes first.
    """
    recent = _recent([e for e in entries if e.article.topics])
    told = [s for s in stories if recent.intersection(s.members)]
    told.sort(key=lambda s: -s.independent)
    told.sort(key=lambda s: max(_date(known.entries[m]) for m in s.members), reverse=True)
    queues = []
    for story in told:
        own = [p for p in picks[story.id] if p.article in recent]
        on = [p for p in own if _is_on_topic(known.entries[p.article], p.sentence)]
        queues.append([*on, *(p for p in own if p not in on)])
    return _in_turn(queues, known, BOTTOM_LINE)


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


def _ranked(entry: Entry) -> list[Pick]:
    return [
        Pick(
            article=entry.article.id,
            sentence=r.sentence,
            context=r.context if r.context in entry.shown else None,
        )
        for r in entry.article.ranking
        if r.sentence in entry.shown
    ]


def _in_turn(queues: Sequence[Sequence[Pick]], known: Known, most: int) -> tuple[Pick, ...]:
    """Take the best of each queue, then the second best of each, passing over repetition."""
    chosen: list[Pick] = []
    said: list[frozenset[str]] = []
    places = [iter(queue) for queue in queues]
    while places and len(chosen) < most:
        left = []
        for place in places:
            pick = next((p for p in place if not _repeats(known.words(p), said)), None)
            if pick is not None and len(chosen) < most:
                chosen.append(pick)
                said.append(known.words(pick))
                left.append(place)
        places = left
    return tuple(chosen)


def _repeats(words_: frozenset[str], said: Sequence[frozenset[str]]) -> bool:
    return any(
        len(words_ & other) >= REPEATED * min(len(words_), len(other)) for other in said if other
    )


class Known:
    """Entries by id, and the words of their sentences."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.entries = {entry.article.id: entry for entry in entries}
        self._words: dict[tuple[str, str], frozenset[str]] = {}

    def words(self, pick: Pick) -> frozenset[str]:
        """Return the longer words of a sentence, folded."""
        key = (pick.article, pick.sentence)
        if key not in self._words:
            for sentence in self.entries[pick.article].article.sentences:
                long = (w for w in words(fold(sentence.text)) if len(w) >= CONTENT_LETTERS)
                self._words[pick.article, sentence.id] = frozenset(long)
        return self._words[key]
