"""Where sources differ, for printing: one thing with different values, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest import differ
from digest.views.figures import view
from digest.views.ledger import LedgerRow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digest.merged import Held
    from digest.models import Entry
    from digest.views.site import Site

    Sides = tuple[LedgerRow, ...]
    """What texts say of one thing, a row for each value."""


def differing(site: Site, stories: Iterable[str]) -> tuple[Sides, ...]:
    """List, for some stories, the values that independent texts give for one thing."""
    found: list[tuple[Held, ...]] = []
    for key in stories:
        entries = [site.entries[member] for member in site.stories[key].members]
        found += differ.differing(entries, site.sentences)
    return _sides(site, found)


def over_time(site: Site, entries: Iterable[Entry]) -> tuple[Sides, ...]:
    """List the values that slowly changing things have in several stories, newest first."""
    return _sides(site, differ.over_time(entries, site.sentences))


def _sides(site: Site, groups: Iterable[tuple[Held, ...]]) -> tuple[Sides, ...]:
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
