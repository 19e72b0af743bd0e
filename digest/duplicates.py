"""Which articles are one text, and which are about one event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.grouping.copies import group_texts
from digest.grouping.frames import without_frames
from digest.grouping.tokens import body_lines, tokenize
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
    ordered = sorted(articles, key=lambda a: a.id)
    texts = without_frames([tokenize(body_lines(a.cleaned)) for a in ordered])
    groups = group_texts(texts)
    of = {ordered[i].id: ordered[g[0]].id for g in groups for i in g}
    return tuple(
        Grouping(
            article=a.id,
            story=of.get(a.id, a.id),
            copy_group=of.get(a.id),
            relation=Relation(kind="copy", of=of[a.id]) if of.get(a.id, a.id) != a.id else None,
        )
        for a in articles
    )


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
