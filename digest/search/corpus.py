"""What a search may find: shown sentences, headlines, topics, outlets, actors; nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.escape import longest_printable
from digest.extract.names import HONORIFICS
from digest.merged import actor_key
from digest.search.index import Corpus, Held, Known, Said
from digest.search.words import tokens

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digest.models import Entry
    from digest.views.people import Named
    from digest.views.site import Site


HONOURS = frozenset(word for title in HONORIFICS for word in tokens(title))


def corpus(site: Site) -> Corpus:
    """Gather what the index is made of."""
    listed = {actor_key(actor.name): actor.forms for actor in site.settings.actors}
    known = (
        Known(
            key=named.key,
            name=longest_printable(named.name),
            kind=named.kind,
            spelled=tuple(sorted(_spelled(site, named, listed.get(named.key, ())))),
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


def _spelled(site: Site, named: Named, listed: Iterable[str]) -> set[str]:
    """Return the words by which an actor is looked for: of shown spellings and the editor's.

    A person by each word of a name, an organisation by a name of one word; "government" is many.
    """
    shown = (
        form
        for entry, actor in named.at
        for form in actor.forms
        if any(s.id in actor.sentences and form in s.text for s in site.shown(entry))
    )
    found: set[str] = set()
    for form in (*listed, *shown):
        words = [word for word in tokens(form) if len(word) > 1 and word not in HONOURS]
        # "The Foreign Secretary" is an office's name.
        if len(words) == 1 or (named.kind == "person" and not form.startswith("The ")):
            found.update(words)
    return found


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
