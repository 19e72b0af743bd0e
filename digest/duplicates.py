"""Which articles are one text, and which are about one event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.grouping.copies import group_texts
from digest.grouping.frames import without_frames
from digest.grouping.linkage import link
from digest.grouping.tokens import body_lines, tokenize
from digest.grouping.vectors import count, vectors
from digest.models import Grouping, Relation, Story

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from digest.models import Article, Labelled, Published


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

    The result does not depend on the order of the articles.
    """
    ordered = sorted(articles, key=_when)
    copies = group_texts(without_frames([tokenize(body_lines(a.cleaned)) for a in ordered]))
    lead = list(range(len(ordered)))
    for places in copies:
        for i in places:
            lead[i] = places[0]
    texts = [i for i, first in enumerate(lead) if i == first]
    events = link(vectors([count(ordered[i]) for i in texts]))
    story = {texts[i]: ordered[texts[event[0]]].id for event in events for i in event}
    several = {i for places in copies for i in places}
    found = {}
    for i, article in enumerate(ordered):
        of = ordered[lead[i]].id
        found[article.id] = Grouping(
            article=article.id,
            story=story[lead[i]],
            copy_group=of if i in several else None,
            relation=None if lead[i] == i else Relation(kind="copy", of=of),
        )
    return tuple(found[a.id] for a in articles)


def _when(article: Article) -> tuple[str, str]:
    """Order of time: a day before the month it lies in, the undated last."""
    return (article.published.date if article.published else "") + "~", article.id


def stories(
    articles: Sequence[Article],
    groupings: Sequence[Grouping],
    published: Mapping[str, Published | None],
) -> tuple[Story, ...]:
    """Make the stories, newest first, with what counts as independent."""
    by_id = {a.id: a for a in articles}
    members: dict[str, list[Grouping]] = {}
    for grouping in groupings:
        members.setdefault(grouping.story, []).append(grouping)

    def newest(article: str) -> str:
        date = published.get(article)
        return date.date if date else ""

    def make(story: str, held: list[Grouping]) -> Story:
        leads = sorted((g.article for g in held if g.relation is None), reverse=True)
        leads.sort(key=newest, reverse=True)
        order = []
        for lead in leads:
            copies = sorted(g.article for g in held if g.relation and g.relation.of == lead)
            order += [lead, *copies]
        outlets = {o for g in held if (o := by_id[g.article].cleaned.outlet)}
        return Story(
            id=story, members=tuple(order), independent=len(leads), outlets=tuple(sorted(outlets))
        )

    found = [make(story, held) for story, held in sorted(members.items())]
    return tuple(sorted(found, key=lambda s: max(map(newest, s.members)), reverse=True))
