"""Where everything stands: looked up once, used by the views of all pages."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from digest.editions import since
from digest.editions.addresses import Resolved, resolve
from digest.editions.history import History
from digest.escape import longest_printable
from digest.freshness import told
from digest.merged import leaning, standing
from digest.text import base_id, shortened
from digest.views import outlets, places
from digest.views.parts import (
    Cite,
    Count,
    DateView,
    Item,
    Link,
    Row,
    SentenceView,
    SliceView,
    TopicRef,
    Why,
    because,
)
from digest.views.people import Named, everyone

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from digest.editions.edition import Changed
    from digest.models import Brief, Entry, OnTopic, Pick, Sentence, Story
    from digest.settings import Settings

SLICE = 80
"""Characters of a removed line or of a date's evidence that a page shows."""
_TITLE = 160
"""Characters of a headline that a page shows; the labelled news has none over 140."""
_ENDS = tuple('.!?…"”’»。')
"""Derived headlines that end otherwise stop within a sentence."""


@dataclass(frozen=True)
class Site:
    """A brief, its settings and the indexes over them."""

    brief: Brief
    settings: Settings
    history: History = field(default_factory=History)

    @cached_property
    def entries(self) -> dict[str, Entry]:
        """Entries by article id, in the order of the brief."""
        return {entry.article.id: entry for entry in self.brief.entries}

    @cached_property
    def topics(self) -> dict[str, TopicRef]:
        """Topics by slug, in the order of `digest.yml`."""
        return {
            topic.slug: TopicRef(slug=topic.slug, title=topic.title, index=index)
            for index, topic in enumerate(self.settings.topics)
        }

    @cached_property
    def stories(self) -> dict[str, Story]:
        """Stories by id, newest first."""
        return {story.id: story for story in self.brief.stories}

    @cached_property
    def actors(self) -> dict[str, Named]:
        """Actors that have a page by key, those in most texts first."""
        return everyone(self.brief, self.settings)

    @cached_property
    def outlets(self) -> dict[str, outlets.Outlet]:
        """Outlets by key, those with most articles first."""
        return outlets.everyone(self.brief)

    @cached_property
    def sentences(self) -> dict[tuple[str, str], Sentence]:
        """Sentences that may be printed, by article and sentence id."""
        return {
            (article, s.id): s
            for article, entry in self.entries.items()
            for s in entry.article.sentences
            if s.id in entry.shown
        }

    @cached_property
    def spoken(self) -> dict[tuple[str, str], dict[str, tuple[str, ...]]]:
        """Per article and topic the sentences that speak of it, with the terms that matched."""
        return {
            (key, on.slug): {s: terms.get(s, ()) for s in on.spoken}
            for key, entry in self.entries.items()
            for on, terms in [(on, dict(on.why)) for on in entry.article.topics]
        }

    def shown(self, entry: Entry) -> tuple[Sentence, ...]:
        """Sentences of one article that may be printed, in reading order."""
        return tuple(s for s in entry.article.sentences if s.id in entry.shown)

    @cached_property
    def resolved(self) -> Resolved:
        """What became of the articles and stories that editions published."""
        return resolve(self.history.book, self.entries, self.brief.stories, self.heirs)

    @cached_property
    def heirs(self) -> dict[str, str]:
        """Texts that replaced articles of editions, by the old id."""
        return self.history.heirs(self.entries)

    @cached_property
    def article_paths(self) -> dict[str, str]:
        """Path of each article's page."""
        return places.of_articles(self.entries, self.resolved.articles, self.history.book)

    @cached_property
    def story_paths(self) -> dict[str, str]:
        """Path of each story's page."""
        published = self.resolved.stories
        return places.of_stories(self.stories, self.entries, published, self.history.book)

    @cached_property
    def first_edition(self) -> dict[str, str]:
        """Day of the first edition that covered an article, by article id."""
        return self.history.first()

    @cached_property
    def story_picks(self) -> dict[str, tuple[Pick, ...]]:
        """Sentences chosen for each story, by story id."""
        return dict(self.brief.story_picks)

    @cached_property
    def changes(self) -> tuple[Changed, ...]:
        """What the live state says that no edition did; nothing before there is one."""
        return since.changes(self.brief, self.history.editions) if self.history.editions else ()

    @cached_property
    def _standing(self) -> dict[str, tuple[int, int]]:
        """Per sentence id without `-n`: the articles and the independent texts that have it."""
        return standing(self.brief.entries)

    @cached_property
    def leaning(self) -> dict[tuple[str, str], str]:
        """The sentence before, by article and sentence, of each that leans on it."""
        return leaning(self.brief.entries)

    @cached_property
    def told(self) -> dict[str, tuple[DateView, DateView]]:
        """Per story, when its first and when its last new sentence came; may be no date."""
        none, found = DateView(iso=None), {}
        for key, story in self.stories.items():
            at = told([self.entries[member] for member in story.members])
            found[key] = (self.date(at[0]), self.date(at[1])) if at else (none, none)
        return found

    def said_on(self, slug: str) -> frozenset[str]:
        """Shown sentences on a topic, by id without `-n`."""
        return frozenset(
            base_id(sentence)
            for entry, on in self.on_topic(slug)
            for sentence in on.spoken
            if (entry.article.id, sentence) in self.sentences
        )

    def date(self, entry: Entry) -> DateView:
        """Return the date of an article."""
        known = entry.published
        iso, sure = (known.date, known.confidence == "high") if known else (None, True)
        return DateView(iso=iso, sure=sure)

    def sentence(self, article: str, sentence: Sentence) -> SentenceView:
        """Return a sentence for printing."""
        return SentenceView(
            article=article,
            id=sentence.id,
            text=sentence.text,
            line=sentence.line,
            language=self.entries[article].article.cleaned.language,
        )

    def cite(self, article: str, sentence: Sentence) -> Cite:
        """Say where a sentence stands."""
        entry = self.entries[article]
        articles, texts = self._standing[base_id(sentence.id)]
        name = f"same:{article}-{sentence.id}"
        return Cite(
            outlet=entry.article.cleaned.outlet,
            date=self.date(entry),
            target=f"{self.article_paths[article]}#{anchor(article, sentence.id)}",
            articles=Count(name=f"{name}.articles", value=articles),
            texts=Count(name=f"{name}.texts", value=texts),
            why=because(entry.published, sentence.line),
        )

    def item(self, pick: Pick, *, why: Iterable[str] = ()) -> Item | None:
        """Return a picked sentence, None where it may not be printed."""
        sentence = self.sentences.get((pick.article, pick.sentence))
        if sentence is None:
            return None
        leans_on = self.leaning.get((pick.article, pick.sentence), pick.context or "")
        before = self.sentences.get((pick.article, leans_on))
        return Item(
            sentence=self.sentence(pick.article, sentence),
            cite=self.cite(pick.article, sentence),
            why=self.why(self.entries[pick.article], sentence, only=tuple(why)),
            context=self.sentence(pick.article, before) if before else None,
        )

    def items(self, picks: Iterable[Pick], *, why: Iterable[str] = ()) -> tuple[Item, ...]:
        """Return the picked sentences that may be printed."""
        return tuple(item for pick in picks if (item := self.item(pick, why=why)))

    def why(
        self, entry: Entry, sentence: Sentence, *, only: tuple[str, ...] = ()
    ) -> tuple[Why, ...]:
        """List the topics of a sentence with the terms that matched, in the order of the topics."""
        found = []
        for topic in self.topics.values():
            terms = self.spoken.get((entry.article.id, topic.slug), {}).get(sentence.id)
            if terms is not None and (not only or topic.slug in only):
                said = (self._term(entry, sentence, term) for term in terms)
                found.append(Why(topic=topic, terms=tuple(said)))
        return tuple(found)

    def _term(self, entry: Entry, sentence: Sentence, term: str) -> SliceView | str:
        """Return the words of the sentence that are the term, else the term itself as a label."""
        at = re.search(re.escape(term), sentence.text, re.IGNORECASE)
        return self.slice(entry, at[0], line=sentence.line) if at else term

    def slice(self, entry: Entry, text: str, *, line: int | None, most: int = 0) -> SliceView:
        """Return a verbatim slice for printing, cut to `most` characters (0: whole)."""
        whole = longest_printable(text)
        cut = 0 < most < len(whole)
        return SliceView(
            article=entry.article.id,
            text=shortened(whole, most) if cut else whole,
            line=line,
            language=entry.article.cleaned.language,
            cut=cut,
        )

    def link(self, entry: Entry, path: str) -> Link:
        """Return a link to `path` by the article's title."""
        title = entry.article.cleaned.title
        shown = self.slice(entry, title.text, line=title.line, most=_TITLE)
        shown = replace(shown, cut=shown.cut or (title.derived and not shown.text.endswith(_ENDS)))
        return Link(path=path, title=shown, derived=title.derived)

    def topic_refs(self, members: Iterable[str]) -> tuple[TopicRef, ...]:
        """List the topics of some articles, in the order of `digest.yml`."""
        slugs = {on.slug for key in members for on in self.entries[key].article.topics}
        return tuple(topic for key, topic in self.topics.items() if key in slugs)

    def article_row(self, entry: Entry) -> Row:
        """Return an article for a list."""
        cleaned = entry.article.cleaned
        return Row(
            link=self.link(entry, self.article_paths[entry.article.id]),
            date=self.date(entry),
            outlets=(cleaned.outlet,) if cleaned.outlet else (),
            topics=self.topic_refs([entry.article.id]),
            translated=cleaned.translated,
            relation=entry.grouping.relation.kind if entry.grouping.relation else None,
            source=entry.article.source,
        )

    def story_row(self, story: Story) -> Row:
        """Return a story for a list."""
        lead = self.entries[story.members[0]]
        return Row(
            link=self.link(lead, self.story_paths[story.id]),
            date=self.story_date(story),
            outlets=(lead.article.cleaned.outlet,) if lead.article.cleaned.outlet else (),
            topics=self.topic_refs(story.members),
            articles=Count(name=f"story:{story.id}.articles", value=len(story.members)),
            texts=Count(name=f"story:{story.id}.texts", value=story.independent),
            named=Count(name=f"story:{story.id}.outlets", value=len(story.outlets)),
            translated=lead.article.cleaned.translated,
        )

    def story_date(self, story: Story) -> DateView:
        """Return the newest date of a story's articles."""
        dates = (self.date(self.entries[key]) for key in story.members)
        return max(dates, key=lambda d: (d.iso or "", d.sure))

    def on_topic(self, slug: str) -> Iterator[tuple[Entry, OnTopic]]:
        """Go through the articles on a topic, newest first."""
        for entry in self.brief.entries:
            yield from ((entry, on) for on in entry.article.topics if on.slug == slug)


def anchor(article: str, sentence: str) -> str:
    """Return the anchor of a sentence on its article's page."""
    return f"s-{article}-{sentence}"
