"""Which articles are one text, and which are about one event."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from digest.grouping import versions
from digest.grouping.apart import different_news, other_editions, unrelated
from digest.grouping.copies import group_texts
from digest.grouping.frames import without_frames
from digest.grouping.linkage import link
from digest.grouping.tokens import body_lines, tokenize
from digest.grouping.vectors import count, dated_by, similarity, vectors
from digest.models import Grouping, Relation, Story

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from digest.grouping.vectors import Counts, Vector
    from digest.models import Article, Labelled, Published

AKIN = 0.48
"""Similarity from which a dated text of a story may lend its date. In the 593 public stories 13
texts between .52 and .72 borrowed the right month, 10 between .27 and .44 that of a look-alike (one
robbery's five years later); three of the labelled news, at .22 to .25, are undated for it."""


def near_copies(labelled: Sequence[Labelled]) -> tuple[tuple[str, ...], ...]:
    """Group the article ids whose bodies are nearly the same, by what each file alone shows.

    Page frames may still be in the bodies: lines that several files share do not count.
    """
    ordered = sorted(labelled, key=lambda one: one.document.raw.id)
    texts = without_frames([tokenize(body_lines(one)) for one in ordered])
    groups = group_texts(texts)
    return tuple(tuple(ordered[i].document.raw.id for i in group) for group in groups)


def group(articles: Sequence[Article]) -> tuple[Grouping, ...]:
    """Say of each article, in input order, which texts and which event it belongs with.

    A copy group and a story are named after their earliest member. The result does not depend on
    the order of the articles.
    """
    ordered = sorted(articles, key=_when)
    counts = [count(a) for a in ordered]
    texts = without_frames([tokenize(body_lines(a.cleaned)) for a in ordered])
    copies = group_texts(texts, different_news(ordered, texts, counts, vectors(counts)))
    leads, first = list(range(len(ordered))), dict[int, int]()
    for places in copies:
        leading = versions.lead([ordered[i] for i in places], [texts[i] for i in places])
        counts[places[leading]] = dated_by([counts[i] for i in (places[leading], *places)])
        for i in places:
            leads[i], first[i] = places[leading], places[0]
    independent = sorted(set(leads))
    ours = [counts[i] for i in independent]
    again = other_editions([texts[i] for i in independent], ours)
    later = unrelated([ordered[i] for i in independent], ours)
    vecs = vectors(ours)
    events = link(vecs, lambda i, j: again(i, j) or later(i, j))
    undated = {leads[i] for i, article in enumerate(ordered) if article.published is None}
    akin = {
        independent[k]: [ordered[independent[m]].id for m in _akin(k, event, ours, vecs)]
        for event in events.clusters
        for k in event
        if independent[k] in undated
    }
    event_of = {independent[k]: n for n, event in enumerate(events.clusters) for k in event}
    earliest: dict[int, int] = {}
    for i, leading in enumerate(leads):
        earliest.setdefault(event_of[leading], i)
    named = [ordered[earliest[n]].id for n in range(len(events.clusters))]
    found = {
        article.id: Grouping(
            article=article.id,
            story=named[event_of[leads[i]]],
            copy_group=ordered[first[i]].id if i in first else None,
            relation=_relation(article, ordered[leads[i]]),
            alike=tuple(named[n] for n in events.alike[event_of[leads[i]]]),
            akin=tuple(akin.get(leads[i], ())),
        )
        for i, article in enumerate(ordered)
    }
    return tuple(found[a.id] for a in articles)


def _akin(
    one: int, event: Sequence[int], counts: Sequence[Counts], vecs: Sequence[Vector]
) -> list[int]:
    """Return the dated texts of an event that one of them is close to."""
    others = (m for m in event if m != one and counts[m].days)
    return [m for m in others if similarity(vecs[one], vecs[m]) >= AKIN]


def _when(article: Article) -> tuple[str, str]:
    """Order of time: a day before the month it lies in, the undated last."""
    return (article.published.date if article.published else "") + "~", article.id


def _relation(article: Article, leading: Article) -> Relation | None:
    if article is leading:
        return None
    return Relation(kind=versions.kind(article, leading), of=leading.id)


def stories(
    articles: Sequence[Article],
    groupings: Sequence[Grouping],
    published: Mapping[str, Published | None],
) -> tuple[Story, ...]:
    """Make the stories, newest first, undated last."""
    outlet = {a.id: a.cleaned.outlet for a in articles}
    members: dict[str, list[Grouping]] = defaultdict(list)
    for grouping in groupings:
        members[grouping.story].append(grouping)

    def newest_first(ids: Sequence[str]) -> list[str]:
        return sorted(sorted(ids), key=day, reverse=True)

    def day(article: str) -> str:
        date = published.get(article)
        return date.date if date else ""

    def make(story: str, held: Sequence[Grouping]) -> Story:
        copies: dict[str, list[str]] = {g.article: [] for g in held if g.relation is None}
        for g in held:
            if g.relation:
                copies[g.relation.of].append(g.article)
        return Story(
            id=story,
            members=tuple(
                i for n in newest_first(list(copies)) for i in (n, *newest_first(copies[n]))
            ),
            independent=len(copies),
            alike=held[0].alike,
            outlets=tuple(sorted({o for g in held if (o := outlet[g.article])})),
        )

    found = [make(story, members[story]) for story in sorted(members)]
    return tuple(sorted(found, key=lambda s: max(map(day, s.members)), reverse=True))
