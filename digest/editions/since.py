"""What a state of the digest says that editions did not: by sentence, and never by noise."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from digest.editions.edition import Changed, key, told
from digest.grouping.align import WITHIN, align, has_come
from digest.merged import text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from digest.editions.edition import Edition
    from digest.models import Brief, Entry, Sentence

Matched = tuple[str, "Entry", str]
"""Kind of the likeness, the other article, its sentence's id."""


def changes(brief: Brief, editions: Iterable[Edition]) -> tuple[Changed, ...]:
    """List the shown sentences of articles that no edition covered, by story and newest text.

    New is what no sentence of an earlier edition's articles says and no older text of its story. A
    sentence of an article that an edition covered is never new, though it was not shown then: the
    choice of sentences is no news. A sentence that says again what one of an earlier text said is
    restated or superseded; one whose words stood before is background. The other figure of another
    source replaces nothing: it is new. A copy within the fresh articles counts once.
    """
    known = told(editions)
    by_story: dict[str, list[Entry]] = defaultdict(list)
    for entry in brief.entries:
        by_story[entry.grouping.story].append(entry)
    seen: set[str] = set()
    found: list[Changed] = []
    for story in brief.stories:
        when = _order(by_story[story.id])
        entries = sorted(by_story[story.id], key=lambda e: when[e.article.id])
        covered = [e for e in entries if e.article.id in known.articles]
        if len(covered) == len(entries):
            continue
        keys = {e.article.id: frozenset(key(s.text) for s in e.article.sentences) for e in entries}
        said = {one for e in covered for one in keys[e.article.id]}
        for place, entry in enumerate(entries):
            if entry.article.id in known.articles:
                continue
            older = entries[:place]
            later = [e for e in entries[place + 1 :] if e.article.id in known.articles]
            group = entry.grouping.copy_group
            copies = [o for o in (*older, *later) if group and o.grouping.copy_group == group]
            copied = frozenset().union(*(keys[o.article.id] for o in copies))
            fresh = _fresh(entry, copied, seen)
            again = {s for s, own in fresh.items() if own in known.keys or own in said}
            found += _of_article(entry, older, later, fresh, again)
            seen.update(fresh.values())
            said |= keys[entry.article.id]
    return tuple(found)


def _order(entries: Sequence[Entry]) -> dict[str, tuple[str, bool, str]]:
    """Order a story's articles in time: undated ones last, a version before the text it became.

    A month stands after its days, so a version dated by month only is put to its leading text.
    """
    date = {e.article.id: (e.published.date if e.published else "") + "~" for e in entries}

    def when(entry: Entry) -> tuple[str, bool, str]:
        own, relation = date[entry.article.id], entry.grouping.relation
        leading = date.get(relation.of, own) if relation else own
        return min(own, leading), relation is None, entry.article.id

    return {entry.article.id: when(entry) for entry in entries}


def _fresh(entry: Entry, copied: frozenset[str], seen: set[str]) -> dict[str, str]:
    """Return the shown sentences that no copy and no other fresh text has, by id: their keys."""
    found: dict[str, str] = {}
    for sentence in entry.article.sentences:
        if sentence.id in entry.shown:
            own = key(sentence.text)
            if own not in copied and own not in seen and own not in found.values():
                found[sentence.id] = own
    return found


def _of_article(
    entry: Entry,
    older: Sequence[Entry],
    later: Sequence[Entry],
    fresh: Iterable[str],
    again: set[str],
) -> Iterator[Changed]:
    """Say of each of some sentences what it is; those of `again` stood before word for word."""
    matched = _matches(entry, older, later, set(fresh) - again)
    story = entry.grouping.story
    for sentence in fresh:
        place, match = (entry.article.id, sentence), matched.get(sentence)
        if sentence in again or (match and match[0] == "later"):
            yield Changed(kind="background", sentence=place, story=story)
        elif match:
            kind, other, before = match
            yield Changed(
                kind="superseded" if kind == "superseded" else "restated",
                sentence=place,
                story=story,
                before=(other.article.id, before),
            )
        else:
            yield Changed(kind="new", sentence=place, story=story)


def _matches(
    entry: Entry, older: Sequence[Entry], later: Sequence[Entry], wanted: set[str]
) -> dict[str, Matched]:
    """Match some sentences with those of the story's other texts, the nearest older text first.

    A likeness to a later text that an edition covered is no change: it came late and is known.
    """
    mine, late = entry.article.sentences, {o.article.id for o in later}
    found: dict[str, Matched] = {}
    for other in (*reversed(older[-WITHIN:]), *later[:WITHIN]):
        if wanted <= found.keys():
            break
        texts = [s.text for s in other.article.sentences]
        for match in align(texts, [s.text for s in mine]):
            kind = "later" if other.article.id in late else match.kind
            before, after = other.article.sentences[match.older], mine[match.newer]
            if match.kind == "same" or (
                kind == "superseded" and not _replaces(other, before, entry, after)
            ):
                continue
            found.setdefault(after.id, (kind, other, before.id))
    return found


def _replaces(other: Entry, before: Sentence, entry: Entry, after: Sentence) -> bool:
    """Whether a sentence may be said to replace one: of its own text or outlet any.

    Of another's only one that speaks, on a later day, of what was to come as having come.
    """
    outlet = entry.article.cleaned.outlet
    if text_of(entry) == text_of(other) or (outlet and outlet == other.article.cleaned.outlet):
        return True
    first, then = (e.published.date if e.published else "" for e in (other, entry))
    return "" < first < then and has_come(before.text, after.text)
