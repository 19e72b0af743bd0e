"""A story's page: its lead, what changed between versions, where its texts come from."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Literal

from digest import changes
from digest.grouping.align import align
from digest.models import Pick
from digest.views.context import in_order
from digest.views.differences import Side, differing
from digest.views.parts import Count, DateView, Item, Link, Row, TopicRef
from digest.views.textmap import TextMap, textmap

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digest.models import Entry, Story
    from digest.views.site import Site

_TOKEN = re.compile(r"\s+|\w+|[^\w\s]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A sentence and what it became."""

    kind: Literal["superseded", "restated"]
    older: Item
    newer: Item


@dataclass(frozen=True, slots=True, kw_only=True)
class Versions:
    """What changed from an older version of a text to the one that leads."""

    older: Row
    newer: Row
    pairs: tuple[Pair, ...]
    added: tuple[Item, ...]
    changed: Count
    new: Count
    dropped: Count
    withheld: Count
    """Changed sentences of which a side may not be shown."""
    map: TextMap | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    """An independent text and the copies and versions that hang on it."""

    lead: Row
    followers: tuple[tuple[str, Row], ...]
    """(`copy` or `update`, article)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryView:
    """Everything on a story's page."""

    path: str
    title: Link
    date: DateView
    topics: tuple[TopicRef, ...]
    articles: Count
    outlets: Count
    texts: Count
    lead: Item | None
    versions: tuple[Versions, ...]
    items: tuple[Item, ...]
    differ: tuple[tuple[Side, ...], ...]
    lineage: tuple[Lineage, ...]
    credits: tuple[str, ...]
    alike: tuple[Row, ...]
    """Stories much like it that were kept apart."""


def story(site: Site, story_: Story) -> StoryView:
    """Return a story's page."""
    lead = site.entries[story_.members[0]]
    items = site.items(site.story_picks.get(story_.id, ())) or tuple(_opening(site, story_))
    told = {_key(item) for item in items[:1]}
    versions = []
    for version in _versions(site, story_):
        told |= {_key(item) for pair in version.pairs for item in (pair.older, pair.newer)}
        fresh = tuple(item for item in version.added if _key(item) not in told)
        told |= {_key(item) for item in fresh}
        if version.pairs or fresh or version.changed.value:
            versions.append(replace(version, added=in_order(fresh, above=items[:1])))
    above = versions[-1].added if versions else items[:1]
    scope = f"story:{story_.id}"
    return StoryView(
        path=site.story_paths[story_.id],
        title=site.link(lead, site.story_paths[story_.id]),
        date=site.story_date(story_),
        topics=site.topic_refs(story_.members),
        articles=Count(name=f"{scope}.articles", value=len(story_.members)),
        outlets=Count(name=f"{scope}.outlets", value=len(story_.outlets)),
        texts=Count(name=f"{scope}.texts", value=story_.independent),
        lead=items[0] if items else None,
        versions=tuple(versions),
        items=in_order((i for i in items[1:] if _key(i) not in told), above=above),
        differ=differing(site, [story_.id]),
        lineage=_lineage(site, story_),
        credits=tuple(
            sorted({c for m in story_.members for c in site.entries[m].article.cleaned.credits})
        ),
        alike=tuple(site.story_row(site.stories[key]) for key in story_.alike),
    )


def _key(item: Item) -> tuple[str, str]:
    return item.sentence.article, item.sentence.id


def _opening(site: Site, story_: Story) -> Iterable[Item]:
    for member in story_.members:
        for sentence in site.shown(site.entries[member])[:1]:
            item = site.item(Pick(article=member, sentence=sentence.id))
            if item:
                yield item


def _lineage(site: Site, story_: Story) -> tuple[Lineage, ...]:
    followers: dict[str, list[tuple[str, Row]]] = {}
    leads: list[Entry] = []
    for member in story_.members:
        entry = site.entries[member]
        relation = entry.grouping.relation
        if relation is None or relation.of not in story_.members:
            leads.append(entry)
        else:
            followers.setdefault(relation.of, []).append((relation.kind, site.article_row(entry)))
    return tuple(
        Lineage(lead=site.article_row(e), followers=tuple(followers.get(e.article.id, ())))
        for e in leads
    )


def _versions(site: Site, story_: Story) -> Iterable[Versions]:
    for member in story_.members:
        entry = site.entries[member]
        relation = entry.grouping.relation
        if relation is not None and relation.kind == "update" and relation.of in site.entries:
            yield _compared(site, entry, site.entries[relation.of])


def _compared(site: Site, older: Entry, newer: Entry) -> Versions:
    before, after = older.article.sentences, newer.article.sentences
    matches = align([s.text for s in before], [s.text for s in after])
    found = changes.compare(before, after, matches)
    changed = [c for c in found if c.kind in {"superseded", "restated"}]
    pairs = tuple(p for p in (_pair(site, older, newer, c) for c in changed) if p)
    added = [c.newer for c in found if c.kind == "new"]
    scope = f"since:{older.article.id}"
    return Versions(
        older=site.article_row(older),
        newer=site.article_row(newer),
        pairs=pairs,
        added=tuple(i for i in (_item(site, newer, key) for key in added) if i),
        changed=Count(name=f"{scope}.changed", value=len(changed)),
        new=Count(name=f"{scope}.new", value=len(added)),
        dropped=Count(name=f"{scope}.dropped", value=sum(c.kind == "dropped" for c in found)),
        withheld=Count(name=f"{scope}.withheld", value=len(changed) - len(pairs)),
        map=textmap(older, newer, matches),
    )


def _pair(site: Site, older: Entry, newer: Entry, change: changes.Change) -> Pair | None:
    before, after = _item(site, older, change.older), _item(site, newer, change.newer)
    if before is None or after is None or change.kind not in {"superseded", "restated"}:
        return None
    out, into = difference(before.sentence.text, after.sentence.text)
    return Pair(
        kind="superseded" if change.kind == "superseded" else "restated",
        older=replace(before, sentence=replace(before.sentence, spans=out)),
        newer=replace(after, sentence=replace(after.sentence, spans=into)),
    )


def _item(site: Site, entry: Entry, sentence: str | None) -> Item | None:
    return site.item(Pick(article=entry.article.id, sentence=sentence or ""))


_Spans = tuple[tuple[str, str], ...]


def difference(older: str, newer: str) -> tuple[_Spans, _Spans]:
    """Mark the words that went (`del`) and that came (`ins`); each side joins to its sentence."""
    a, b = _TOKEN.findall(older), _TOKEN.findall(newer)
    blocks = SequenceMatcher(None, a, b, autojunk=False).get_opcodes()
    out = [("del" if op != "equal" else "", "".join(a[i:j])) for op, i, j, _, _ in blocks if j > i]
    into = [("ins" if op != "equal" else "", "".join(b[i:j])) for op, _, _, i, j in blocks if j > i]
    return _smooth(out), _smooth(into)


def _smooth(spans: list[tuple[str, str]]) -> _Spans:
    """Let a lone space between two marked stretches be marked too; view of `SentenceView.spans`."""
    joined: list[tuple[str, str]] = []
    for number, (kind, text) in enumerate(spans):
        between = not kind and text.isspace() and 0 < number < len(spans) - 1
        kind_ = spans[number - 1][0] if between else kind
        if joined and joined[-1][0] == kind_:
            joined[-1] = (kind_, joined[-1][1] + text)
        else:
            joined.append((kind_, text))
    return tuple(joined)
