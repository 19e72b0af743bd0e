"""Where sources differ, for printing: figures, dates and actors, side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from digest import differ
from digest.differ.figures import over_time as _over_time
from digest.views.figures import view
from digest.views.ledger import LedgerRow
from digest.views.parts import Cite, SentenceView, SliceView

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from digest.models import Entry
    from digest.views.people import Named
    from digest.views.site import Site

    Sides: TypeAlias = "tuple[Side, ...]"
    """What texts say of one thing, one for each value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """What one text says: the value as written, and its sentence."""

    said: SliceView
    sentence: SentenceView
    cite: Cite


def differing(site: Site, stories: Iterable[str], *, slug: str = "") -> tuple[Sides, ...]:
    """List, for some stories, what independent texts give for one thing where they differ.

    With `slug` only what sentences on that topic say.
    """
    found = []
    for group in _groups(site, stories):
        on = [s for s in group if not slug or s.sentence in site.spoken.get((_at(s), slug), ())]
        found += [tuple(_side(site, one) for one in on)] if len(on) > 1 else []
    return tuple(found)


def _at(side: differ.Side) -> str:
    return side.entry.article.id


def differing_on(site: Site, named: Named) -> tuple[Sides, ...]:
    """List what differs between texts in sentences that name an actor."""
    own = {(entry.article.id, key) for entry, actor in named.at for key in actor.sentences}
    stories = dict.fromkeys(entry.grouping.story for entry, _ in named.at)
    return tuple(
        tuple(_side(site, one) for one in group)
        for group in _groups(site, stories)
        if any((one.entry.article.id, one.sentence) in own for one in group)
    )


def _groups(site: Site, stories: Iterable[str]) -> Iterator[tuple[differ.Side, ...]]:
    for key in stories:
        entries = [site.entries[member] for member in site.stories[key].members]
        yield from differ.differing(entries, site.sentences)


def _side(site: Site, one: differ.Side) -> Side:
    key = one.entry.article.id
    sentence = site.sentences[key, one.sentence]
    return Side(
        said=site.slice(one.entry, one.said, line=sentence.line),
        sentence=site.sentence(key, sentence),
        cite=site.cite(key, sentence),
    )


def over_time(site: Site, entries: Iterable[Entry]) -> tuple[tuple[LedgerRow, ...], ...]:
    """List the values that slowly changing things have in several stories, newest first."""
    found = []
    for group in _over_time(entries, site.sentences):
        rows = []
        for entry, held in group:
            figure = view(site, entry, held)
            sentence = site.sentences[entry.article.id, held.sentence]
            if figure:
                said = site.sentence(entry.article.id, sentence)
                rows.append(LedgerRow(figure=figure, sentence=said))
        found += [tuple(rows)] if len(rows) > 1 else []
    return tuple(found)
