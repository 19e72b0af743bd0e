"""The ledger of sums, and the same things with different values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from digest import merged
from digest.views.figures import FigureView, view
from digest.views.parts import Count, SentenceView
from digest.views.periods import Period, periods

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from digest.models import Entry
    from digest.views.site import Site

A_PAGE = 80
"""Rows of a ledger on one page: about 100 KB of HTML."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerRow:
    """A sum, its sentence, and how long its bar is."""

    figure: FigureView
    sentence: SentenceView
    share: int = 0
    """Of the largest sum in the same table, 0 to 100; 0 draws no bar."""

    @property
    def plain(self) -> str:
        """The value in digits with its currency: `18,300,000,000 USD`."""
        value = self.figure.value
        digits = f"{value:,.0f}" if value == int(value) else f"{value:,}"
        return f"{digits} {self.figure.currency}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Sums on one scale: a currency's, or the prices."""

    title: str
    prices: bool
    rows: tuple[LedgerRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerView:
    """The ledger: all sums, or the newest and the months that hold them all."""

    tables: tuple[Table, ...]
    total: Count
    articles: Count
    archive: tuple[Period[LedgerRow], ...]
    rows: tuple[LedgerRow, ...]
    """All of them, newest first: what the download holds."""


def ledger(site: Site) -> LedgerView:
    """Return the ledger."""
    rows = tuple(_rows(site))
    long = len(rows) > A_PAGE
    sums = merged.shown_amounts(site.brief.entries)
    held = {entry.article.id for places in sums.values() for entry, _ in places}
    return LedgerView(
        tables=tables(rows[:A_PAGE]),
        total=Count(name="site.figures", value=len(rows)),
        articles=Count(name="site.figured", value=len(held)),
        archive=periods(rows, lambda r: r.figure.cite.date.iso, A_PAGE) if long else (),
        rows=rows,
    )


def _rows(site: Site) -> Iterator[LedgerRow]:
    for places in merged.shown_amounts(site.brief.entries).values():
        entry, amount = min(places, key=lambda held: held[0].grouping.relation is not None)
        figure = view(site, entry, amount)
        sentence = site.sentences.get((entry.article.id, amount.sentence))
        if figure and sentence:
            yield LedgerRow(figure=figure, sentence=site.sentence(entry.article.id, sentence))


def tables(rows: Iterable[LedgerRow]) -> tuple[Table, ...]:
    """Put sums of one currency together, largest first; prices per unit stand apart."""
    held: dict[tuple[bool, str], list[LedgerRow]] = {}
    for row in rows:
        price = row.figure.per is not None
        held.setdefault((price, "" if price else row.figure.currency), []).append(row)
    order = sorted(held, key=lambda key: (key[0], -len(held[key]), key[1]))
    return tuple(
        Table(
            title="Prices per unit" if prices else f"Sums in {currency}",
            prices=prices,
            rows=_scaled(held[prices, currency], draw=not prices),
        )
        for prices, currency in order
    )


def _scaled(rows: list[LedgerRow], *, draw: bool) -> tuple[LedgerRow, ...]:
    rows = sorted(rows, key=lambda r: -r.figure.value)
    most = max((row.figure.value for row in rows), default=0)
    share = 100 / most if draw and most > 0 else 0
    return tuple(
        LedgerRow(figure=r.figure, sentence=r.sentence, share=round(share * max(0, r.figure.value)))
        for r in rows
    )


def differing(site: Site, stories: Iterable[str]) -> tuple[tuple[LedgerRow, ...], ...]:
    """List, for some stories, the values that independent texts give for one thing."""
    found = []
    for key in stories:
        entries: list[Entry] = [site.entries[member] for member in site.stories[key].members]
        for group in merged.differing(entries, site.sentences):
            rows = []
            for entry, amount in group:
                figure = view(site, entry, amount)
                sentence = site.sentences[entry.article.id, amount.sentence]
                if figure:
                    said = site.sentence(entry.article.id, sentence)
                    rows.append(LedgerRow(figure=figure, sentence=said))
            found += [tuple(rows)] if len(rows) > 1 else []
    return tuple(found)
