"""Where sources differ, for printing: one thing with different values or dates, side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from digest import differ, differ_dates
from digest.views.figures import view
from digest.views.ledger import LedgerRow
from digest.views.parts import Cite, SentenceView, SliceView

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digest.merged import Held
    from digest.models import DateMention, Entry
    from digest.views.site import Site

    Sides: TypeAlias = "tuple[Side, ...]"
    """What texts say of one thing, one for each value or date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """What one text says: the value or the date as written, and its sentence."""

    said: SliceView
    sentence: SentenceView
    cite: Cite


def differing(site: Site, stories: Iterable[str]) -> tuple[Sides, ...]:
    """List, for some stories, the values and dates that independent texts give for one thing."""
    found: list[Sides] = []
    for key in stories:
        entries = [site.entries[member] for member in site.stories[key].members]
        found += [
            tuple(Side(said=r.figure.said, sentence=r.sentence, cite=r.figure.cite) for r in rows)
            for rows in _rows(site, differ.differing(entries, site.sentences))
        ]
        found += [
            tuple(_dated(site, entry, mention) for entry, mention in group)
            for group in differ_dates.differing(entries, site.sentences)
        ]
    return tuple(found)


def _dated(site: Site, entry: Entry, mention: DateMention) -> Side:
    sentence = site.sentences[entry.article.id, mention.sentence]
    return Side(
        said=site.slice(entry, mention.text, line=sentence.line),
        sentence=site.sentence(entry.article.id, sentence),
        cite=site.cite(entry.article.id, sentence),
    )


def over_time(site: Site, entries: Iterable[Entry]) -> tuple[tuple[LedgerRow, ...], ...]:
    """List the values that slowly changing things have in several stories, newest first."""
    return _rows(site, differ.over_time(entries, site.sentences))


def _rows(site: Site, groups: Iterable[tuple[Held, ...]]) -> tuple[tuple[LedgerRow, ...], ...]:
    found = []
    for group in groups:
        rows = []
        for entry, held in group:
            figure = view(site, entry, held)
            sentence = site.sentences[entry.article.id, held.sentence]
            if figure:
                said = site.sentence(entry.article.id, sentence)
                rows.append(LedgerRow(figure=figure, sentence=said))
        found += [tuple(rows)] if len(rows) > 1 else []
    return tuple(found)
