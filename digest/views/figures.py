"""Figures in sentences that the site shows: sums, prices, shares and counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from digest.merged import figures as figures_of
from digest.merged import kind, written
from digest.models import Amount
from digest.telling import STOCKS
from digest.text import fold, words
from digest.views.parts import Cite, DateView, SliceView

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digest.merged import Figure, Kind
    from digest.models import Entry
    from digest.views.site import Site

_AN_ARTICLE = 2
"""Figures of one article in a short list: the third sum of one text is rarely the news."""
_PARTICLE = 3
"""Letters up to which what a sum is about says nothing: `up`, `now`, `for`."""
_OTHERS = 2
"""Places of a topic's list that sums leave to shares and counts."""
_ORDER: dict[Kind, int] = {"sum": 0, "share": 1, "count": 2, "price": 4}
_BARE, _OFF_BEAT, _UNDATED = 1, 8, 16
"""What puts a figure further down: nothing says what became of those counted, what is priced or
paid, its sentence is on no topic, its article has no date."""
_ANYBODY = frozenset(
    "people persons individuals men women firms companies entities organisations "
    "organizations".split()
)
"""Who is counted in any news; without what became of them the number says nothing."""
_VAGUE = frozenset("payment sum amount money cost costs deal package total".split())
"""What a sum may be about without saying of what."""
_OWNERS = frozenset("the a an its their his her our this that".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureView:
    """A figure as written, what it is about, where it stands."""

    article: str
    kind: Kind
    text: SliceView
    said: SliceView
    """`text` with the words that blur it (`about 70 percent`)."""
    number: SliceView
    """`text` without the noun that is counted."""
    unit: SliceView | None
    """The noun that is counted, or the measure; None for money and shares."""
    modifier: SliceView | None
    about: SliceView | None
    as_of: DateView | None
    per: SliceView | None
    currency: str
    """Empty where the figure is no money."""
    value: float
    most: float | None
    """The upper end of a range."""
    sentence: str
    line: int
    cite: Cite


def of_article(site: Site, entry: Entry) -> tuple[FigureView, ...]:
    """List the figures in one article's shown sentences, sums first."""
    found = (view(site, entry, figure) for figure in figures_of(entry.article))
    return tuple(figure for figure in found if figure)


def view(site: Site, entry: Entry, figure: Figure) -> FigureView | None:
    """Return a figure for printing, None where its sentence may not be printed."""
    key = entry.article.id
    sentence = site.sentences.get((key, figure.sentence))
    if sentence is None:
        return None

    def slice_(text: str | None) -> SliceView | None:
        return site.slice(entry, text, line=sentence.line) if text else None

    modifier = None if isinstance(figure, Amount) else figure.modifier
    unit = figure.unit if not isinstance(figure, Amount) and figure.kind == "count" else ""
    number = figure.text.removesuffix(unit).rstrip()
    line = sentence.line
    return FigureView(
        article=key,
        kind=kind(figure),
        text=site.slice(entry, figure.text, line=line),
        said=site.slice(entry, written(figure, sentence.text), line=line),
        number=site.slice(entry, number, line=line),
        unit=slice_(unit),
        modifier=slice_(modifier),
        about=slice_(figure.about) if _telling(figure.about) else None,
        as_of=DateView(iso=figure.as_of, sure=figure.as_of_sure) if figure.as_of else None,
        per=slice_(figure.per) if isinstance(figure, Amount) else None,
        currency=figure.currency if isinstance(figure, Amount) else "",
        value=figure.value,
        most=None if isinstance(figure, Amount) else figure.most,
        sentence=sentence.id,
        line=line,
        cite=site.cite(key, sentence),
    )


def _telling(about: str | None) -> bool:
    """Say whether words are more than a stray particle (`up`, `now`)."""
    return len(about or "") > _PARTICLE or (about or "").lower() in STOCKS


def figures(
    site: Site, entries: Iterable[Entry], *, most: int, slug: str = ""
) -> tuple[FigureView, ...]:
    """List the figures that tell most, of sentences on topic `slug` where one is given.

    Sums with their object come first, then shares, counts and prices, the newest of each first,
    those of undated articles last; one for each object and for each value.
    """
    ranked: list[tuple[int, FigureView]] = []
    for entry in entries:
        on = {s for t in entry.article.topics if slug in {"", t.slug} for s in t.spoken}
        ranked += [
            (_place(figure, on_beat=figure.sentence in on), figure)
            for figure in of_article(site, entry)
            if (figure.sentence in on or not slug) and _says_what(figure)
        ]
    ranked.sort(key=lambda held: held[1].cite.date.iso or "", reverse=True)
    ranked.sort(key=lambda held: held[0])
    distinct = _distinct([figure for _, figure in ranked])
    others = [f for f in distinct if f.kind in {"share", "count"}]
    sums = most - min(_OTHERS, len(others)) if slug else most
    money = [f for f in distinct if f.kind == "sum"][:sums]
    return tuple(f for f in distinct if f.kind != "sum" or f in money)[:most]


def _says_what(figure: FigureView) -> bool:
    """Say whether a figure tells by itself what it is of: no bare sum, no bare number of people."""
    if figure.about or figure.kind not in {"sum", "count"}:
        return True
    return figure.unit is not None and fold(figure.unit.text) not in _ANYBODY


def _place(figure: FigureView, *, on_beat: bool) -> int:
    bare = _BARE * (figure.kind in {"count", "price"} and figure.about is None)
    bare += _BARE * (figure.kind == "sum" and _object(figure) in _VAGUE)
    off = _OFF_BEAT * (not on_beat) + _UNDATED * (figure.cite.date.iso is None)
    return _ORDER[figure.kind] + bare + off


def _distinct(ranked: Iterable[FigureView]) -> list[FigureView]:
    """Keep the first of each value and of each object, few of one article."""
    chosen: list[FigureView] = []
    seen: set[tuple[object, ...]] = set()
    taken: dict[str, int] = {}
    for figure in ranked:
        value = (figure.kind, figure.currency, figure.value)
        thing = ("of", figure.kind, _object(figure))
        here = taken.get(figure.article, 0)
        if seen.intersection((value, thing)) or here == _AN_ARTICLE:
            continue
        seen |= {value, thing}
        taken[figure.article] = here + 1
        chosen.append(figure)
    return chosen


def _object(figure: FigureView) -> str:
    """Return what a figure is of, without its article."""
    parts = [part.text for part in (figure.unit, figure.about, figure.per) if part]
    return " ".join(w for w in words(fold(" ".join(parts))) if w not in _OWNERS)
