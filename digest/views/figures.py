"""Sums of money in sentences that the site shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from digest.views.parts import Cite, DateView, SliceView

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digest.models import Amount, Entry
    from digest.views.site import Site

_AN_ARTICLE = 2
"""Figures of one article in a short list: the third sum of one text is rarely the news."""

_PARTICLE = 3
"""Letters up to which what a sum is about says nothing: `up`, `now`, `for`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureView:
    """A sum as written, what it is about, where it stands."""

    article: str
    text: SliceView
    about: SliceView | None
    as_of: DateView | None
    per: SliceView | None
    currency: str
    value: float
    sentence: str
    line: int
    cite: Cite


def of_article(site: Site, entry: Entry) -> tuple[FigureView, ...]:
    """List the sums in one article's shown sentences."""
    found = (view(site, entry, amount) for amount in entry.article.amounts)
    return tuple(figure for figure in found if figure)


def view(site: Site, entry: Entry, amount: Amount) -> FigureView | None:
    """Return a sum for printing, None where its sentence may not be printed."""
    key = entry.article.id
    sentence = site.sentences.get((key, amount.sentence))
    if sentence is None:
        return None

    def slice_(text: str | None) -> SliceView | None:
        return site.slice(entry, text, line=sentence.line) if text else None

    return FigureView(
        article=key,
        text=site.slice(entry, amount.text, line=sentence.line),
        about=slice_(amount.about) if _telling(amount.about) else None,
        as_of=DateView(iso=amount.as_of) if amount.as_of else None,
        per=slice_(amount.per),
        currency=amount.currency,
        value=amount.value,
        sentence=sentence.id,
        line=sentence.line,
        cite=site.cite(key, sentence),
    )


def _telling(about: str | None) -> bool:
    """Say whether words are more than a stray particle (`up`, `now`)."""
    return len(about or "") > _PARTICLE


def figures(
    site: Site, entries: Iterable[Entry], *, most: int, slug: str = ""
) -> tuple[FigureView, ...]:
    """List the newest sums, each value once, of sentences on topic `slug` where one is given."""
    chosen: list[FigureView] = []
    seen: set[tuple[str, float]] = set()
    for entry in entries:
        on = {s for t in entry.article.topics if t.slug == slug for s in t.spoken}
        taken = 0
        for figure in of_article(site, entry):
            if slug and figure.sentence not in on:
                continue
            key = (figure.currency, figure.value)
            if not figure.about and not figure.per:
                continue
            if key in seen or taken == _AN_ARTICLE or len(chosen) == most:
                continue
            seen.add(key)
            taken += 1
            chosen.append(figure)
    return tuple(chosen)
