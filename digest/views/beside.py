"""What else is said about debt: its sums and shares side by side, no claim that they differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.text import fold, words
from digest.views.figures import FigureView, of_article
from digest.views.ledger import LedgerRow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digest.views.site import Site

DEBT = frozenset(
    "debt debts loan loans credit credits bond bonds eurobond eurobonds borrowing borrowings "
    "arrears".split()
)
"""Nouns of what is owed. One debt is told as a stock, a loan, a bond and a share of it, never by
the same words twice: in the five first articles and the 56 after them five figures are about debt
and no two share their object."""
MOST = 8
"""Rows that stand side by side; the ledger has the rest."""


def on_debt(figure: FigureView) -> bool:
    """Say whether a sum or a share is of something owed."""
    about = figure.about.text if figure.about else ""
    return figure.kind in {"sum", "share"} and not DEBT.isdisjoint(words(fold(about)))


def debts(site: Site, slug: str) -> tuple[LedgerRow, ...]:
    """List what sentences on a topic say about debt, newest first, undated last, each value once.

    Nothing where they give a single value: there is nothing to set beside it.
    """
    found = []
    for entry, on in site.on_topic(slug):
        spoken = site.spoken[entry.article.id, on.slug]
        found += [f for f in of_article(site, entry) if on_debt(f) and f.sentence in spoken]
    found.sort(key=lambda figure: figure.cite.date.iso or "", reverse=True)
    each: dict[tuple[object, ...], FigureView] = {}
    for figure in found:
        each.setdefault((figure.kind, figure.currency, figure.value, figure.most), figure)
    kept = list(each.values())[:MOST]
    return tuple(_row(site, figure) for figure in kept) if len(kept) > 1 else ()


def _row(site: Site, figure: FigureView) -> LedgerRow:
    sentence = site.sentences[figure.article, figure.sentence]
    return LedgerRow(figure=figure, sentence=site.sentence(figure.article, sentence))


def topic_on_debt(site: Site, figures: Iterable[FigureView]) -> str | None:
    """Return the slug of the topic whose page sets one of some figures beside others."""
    asked = {(figure.article, figure.sentence) for figure in figures if on_debt(figure)}
    for slug in site.topics if asked else ():
        rows = debts(site, slug)
        if any((row.figure.article, row.figure.sentence) in asked for row in rows):
            return slug
    return None
