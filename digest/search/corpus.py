"""What a search may find: shown sentences, headlines, topics, outlets, actors; nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.escape import longest_printable
from digest.search.index import Corpus, Held, Known, Said

if TYPE_CHECKING:
    from digest.models import Entry
    from digest.views.site import Site


def corpus(site: Site) -> Corpus:
    """Gather what the index is made of."""
    known = (
        Known(
            key=named.key,
            name=longest_printable(named.name),
            kind=named.kind,
            at=tuple(
                sorted(
                    {
                        (entry.article.id, sentence)
                        for entry, actor in named.at
                        for sentence in actor.sentences
                        if (entry.article.id, sentence) in site.sentences
                    }
                )
            ),
        )
        for named in site.actors.values()
    )
    return Corpus(
        topics=tuple((topic.slug, topic.title) for topic in site.topics.values()),
        held=tuple(_held(site, entry) for entry in site.brief.entries),
        known=tuple(known),
    )


def _held(site: Site, entry: Entry) -> Held:
    key, cleaned = entry.article.id, entry.article.cleaned
    title, date = site.link(entry, "").title, site.date(entry)
    by_slug = {on.slug: on for on in entry.article.topics}
    spoken = {
        topic.index: frozenset(by_slug[topic.slug].spoken)
        for topic in site.topics.values()
        if topic.slug in by_slug
    }
    said = []
    for sentence in site.shown(entry):
        cite = site.cite(key, sentence)
        said.append(
            Said(
                id=sentence.id,
                text=sentence.text,
                line=sentence.line,
                topics=tuple(index for index, ids in spoken.items() if sentence.id in ids),
                articles=cite.articles.value,
                texts=cite.texts.value,
            )
        )
    return Held(
        id=key,
        page=site.article_paths[key].removesuffix(".md") + "/",
        title=title.text,
        line=title.line,
        cut=title.cut,
        date=date.iso,
        sure=date.sure,
        outlet=longest_printable(cleaned.outlet) or None if cleaned.outlet else None,
        language=cleaned.language,
        topics=tuple(spoken),
        said=tuple(said),
    )
