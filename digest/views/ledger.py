"""The ledger of figures: sums, prices, shares and counts, each with its sentence."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from digest import merged
from digest.views.figures import FigureView, view
from digest.views.parts import Count, SentenceView
from digest.views.periods import Period, periods

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from digest.views.site import Site

A_PAGE = 80
"""Rows of a ledger on one page: about 100 KB of HTML."""
MONEY = 50
"""Rows of it that sums and prices take before shares and counts."""
_TITLES: dict[merged.Kind, tuple[str, str]] = {
    "sum": ("Sums", "Amount"),
    "price": ("Prices per unit", "Amount"),
    "share": ("Shares", "Share"),
    "count": ("Counts", "Count"),
}
_KINDS = tuple(_TITLES)


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerRow:
    """A figure, its sentence, and how long its bar is."""

    figure: FigureView
    sentence: SentenceView
    share: int = 0
    """Of the largest sum in the same table, or of a hundred; 0 draws no bar."""

    @property
    def plain(self) -> str:
        """The value in digits with its currency, `18,300,000,000 USD`; empty for a short count."""
        figure = self.figure
        ends = (figure.value,) if figure.most is None else (figure.value, figure.most)
        digits = "–".join(f"{n:,.0f}" if n == int(n) else f"{n:,}" for n in ends)
        if figure.kind == "count":
            return "" if digits in figure.text.text else digits
        return f"{digits} {figure.currency or '%'}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Figures on one scale: a currency's sums, the prices, the shares, the counts."""

    title: str
    kind: merged.Kind
    head: str
    """Of its first column."""
    rows: tuple[LedgerRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerView:
    """The ledger: all figures, or the newest and the months that hold them all."""

    tables: tuple[Table, ...]
    sums: Count
    """Of money, prices per unit among them."""
    shares: Count
    counts: Count
    articles: Count
    archive: tuple[Period[LedgerRow], ...]
    rows: tuple[LedgerRow, ...]
    """All of them, newest first: what the download holds."""


def ledger(site: Site) -> LedgerView:
    """Return the ledger."""
    rows = tuple(_rows(site))
    long = len(rows) > A_PAGE
    held = merged.shown_figures(site.brief.entries)
    articles = {entry.article.id for places in held.values() for entry, _ in places}
    kinds = Counter(row.figure.kind for row in rows)
    return LedgerView(
        tables=tables(_newest(rows) if long else rows),
        sums=Count(name="site.figures", value=kinds["sum"] + kinds["price"]),
        shares=Count(name="site.shares", value=kinds["share"]),
        counts=Count(name="site.counts", value=kinds["count"]),
        articles=Count(name="site.figured", value=len(articles)),
        archive=periods(rows, lambda r: r.figure.cite.date.iso, A_PAGE) if long else (),
        rows=rows,
    )


def _newest(rows: Sequence[LedgerRow]) -> list[LedgerRow]:
    """Return the newest rows that fill a page: the room that money leaves goes to the others."""
    money = [r for r in rows if r.figure.currency]
    others = [r for r in rows if not r.figure.currency]
    kept = money[: max(MONEY, A_PAGE - len(others))]
    return [*kept, *others[: A_PAGE - len(kept)]]


def _rows(site: Site) -> Iterator[LedgerRow]:
    for places in merged.shown_figures(site.brief.entries).values():
        entry, held = min(places, key=lambda place: place[0].grouping.relation is not None)
        figure = view(site, entry, held)
        sentence = site.sentences.get((entry.article.id, held.sentence))
        if figure and sentence:
            yield LedgerRow(figure=figure, sentence=site.sentence(entry.article.id, sentence))


def tables(rows: Iterable[LedgerRow]) -> tuple[Table, ...]:
    """Put figures of one kind and currency together, largest first; most rows of money first."""
    held: dict[tuple[int, str], list[LedgerRow]] = {}
    for row in rows:
        currency = row.figure.currency if row.figure.kind == "sum" else ""
        held.setdefault((_KINDS.index(row.figure.kind), currency), []).append(row)
    order = sorted(held, key=lambda key: (key[0], -len(held[key]), key[1]))
    return tuple(
        _table(_KINDS[number], currency, held[number, currency]) for number, currency in order
    )


def _table(kind: merged.Kind, currency: str, rows: list[LedgerRow]) -> Table:
    title, head = _TITLES[kind]
    return Table(
        title=f"{title} in {currency}" if currency else title,
        kind=kind,
        head=head,
        rows=_scaled(rows, kind),
    )


def _scaled(rows: list[LedgerRow], kind: merged.Kind) -> tuple[LedgerRow, ...]:
    """Sort rows and draw their bars: sums to the largest, shares to a hundred, others none."""
    rows = sorted(rows, key=lambda r: -r.figure.value)
    most = max((row.figure.value for row in rows), default=0)
    most = {"sum": most, "share": max(most, 100.0)}.get(kind, 0)
    share = 100 / most if most > 0 else 0
    return tuple(replace(r, share=round(share * max(0, r.figure.value))) for r in rows)
