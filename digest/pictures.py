"""Pictures drawn at build time: values to SVG, the same bytes from the same values.

Each function takes the width that it may fill in pixels; pages carry a wide and a phone drawing,
and a table with the same numbers behind both. Colours and line styles stand in the stylesheet.
"""

from __future__ import annotations

import math
from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING

from digest.escape import Safe, attribute, markdown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from digest.views.actors import Together
    from digest.views.coverage import CoverageView
    from digest.views.parts import Count, DateView
    from digest.views.timeline import Event, TimelineView

LETTER = 6.7
"""Pixels of a letter at 13 px, on the wide side for the sans we ship."""
PHONE = 480
"""Narrower drawings put labels above their rows."""
MARKS = 8
NAME = 24
"""Letters of a name beside a picture."""
NUMBERED, LONE, SMALL = 8.0, 4.5, 2.5
"""Radius of a date's dot: with its number, of one text, and where there is no room for either."""
LABELLED = 4
"""Dates that a line names; more would cover each other."""


def coverage(view: CoverageView, width: int) -> Safe:
    """Draw a row of dots for each topic, as large as its number of articles."""
    phone = width < PHONE
    left = 12 if phone else 34 + LETTER * max((len(t.title) for t, _ in view.rows), default=0)
    step, top = (70, 54) if phone else (44, 32)
    bottom = top + step * (len(view.rows) - 1) + 26
    days = [_span(d.iso or "") for d in view.dates]
    at = _scale([(a + b) / 2 for a, b in days], left + 12, width - 16)
    most = max((c.value for _, row in view.rows for c in row), default=1)
    parts = [f'<path class="ax2" d="M{left:.0f} {bottom}H{width}"/>']
    for place, (topic, row) in enumerate(view.rows):
        y = top + step * place
        label = (0, y - 31) if phone else (0, y + 4)
        parts.append(f'<g class="tp-{topic.index % MARKS}">{_line(left, y, width)}')
        parts.append(_text(label[0], label[1], topic.title, "ct"))
        parts += _dots(at, y, row, most)
        parts.append("</g>")
    parts += _labels([(x, d.short) for x, d in zip(at, view.dates, strict=True)], bottom + 18)
    words = ", ".join(f"{t.title} {sum(c.value for c in row)}" for t, row in view.rows)
    return _svg(width, bottom + 24, f"Articles by topic and time: {words}", parts)


def _dots(at: Sequence[float], y: float, row: Sequence[Count], most: int) -> Iterator[str]:
    """Draw a row's dots, with their numbers where there is room between them."""
    free = 0.0
    for x, count in zip(at, row, strict=True):
        if not count.value:
            yield f'<path class="ax2" d="M{x - 2:.1f} {y}h4"/>'
            continue
        radius = 3 + 7 * math.sqrt(count.value / most)
        yield f'<circle class="cf" cx="{x:.1f}" cy="{y}" r="{radius:.1f}"/>'
        half = LETTER * len(str(count.value)) / 2 + 1
        if x - half >= free:
            yield _number(x, y - radius - 3, count)
            free = x + half


def timeline(view: TimelineView, width: int) -> Safe:
    """Draw each date as a dot, as high as the number of texts that name it.

    A thick foot says how wide the date is; a ring, that it lies ahead.
    """
    drawn, base = view.drawn, 124
    most = max((e.texts.value for e in drawn), default=1)
    rise = min(15.0, 75 / max(1, most - 1))
    ends = [_span(e.date.iso or "") for e in drawn]
    days = [d for span in ends for d in span]
    days += [_span(view.as_of.iso)[1]] if view.as_of.iso else []
    if not drawn:
        return Safe("")
    first, last = min(days), max(days)
    wide = (width - 24) / max(1, last - first)

    def x(day: float) -> float:
        return 12 + (day - first) * wide

    parts = [f'<path class="ax2" d="M0 {base}H{width}"/>', *_years(first, last, x, base, width)]
    spots, feet = [], []
    for event, (start, end) in zip(drawn, ends, strict=True):
        y = base - 16 - rise * (event.texts.value - 1)
        spots.append((event, x((start + end) / 2), y))
        feet.append((x(start), x(end + 1)))
    sizes = _sizes(spots)
    parts += [_stem(*spot, foot, base) for spot, foot in zip(spots, feet, strict=True)]
    smallest_first = sorted(range(len(spots)), key=sizes.__getitem__)
    parts += [_dot(*spots[place], sizes[place]) for place in smallest_first]
    if view.as_of.iso:
        now = x(_span(view.as_of.iso)[1])
        parts.append(f'<path class="now" d="M{now:.1f} 16V{base}"/>')
        anchor = _anchor(now, view.as_of.short, width)
        parts.append(_text(now, 11, view.as_of.short, "now-t", anchor))
    best = sorted((s for s in spots if s[0].texts.value > 1), key=lambda s: -s[0].texts.value)
    parts += _beside(
        [(e.date.short, at, y) for e, at, y in best], [(at, y) for _, at, y in spots], width
    )
    words = f"{len(drawn)} dates from {drawn[-1].date.short} to {drawn[0].date.short}"
    return _svg(width, base + 26, words, parts)


def _sizes(spots: Sequence[tuple[Event, float, float]]) -> list[float]:
    """Return how large each dot is: those of most texts first, small ones where they would touch.

    A small dot has no number; dates of one text at one height may touch, since they have none.
    """
    sizes = [SMALL] * len(spots)
    taken: list[tuple[float, float, float]] = []
    for place in sorted(range(len(spots)), key=lambda p: -spots[p][0].texts.value):
        event, at, y = spots[place]
        size = NUMBERED if event.texts.value > 1 else LONE
        if all(math.hypot(at - x, y - high) > size + other for x, high, other in taken):
            sizes[place] = size
            taken.append((at, y, size))
    return sizes


def _stem(event: Event, at: float, y: float, foot: tuple[float, float], base: int) -> str:
    stem = f'<path class="ax2" d="M{at:.1f} {y:.1f}V{base}"/>'
    kind = event.date.precision
    if kind != "day":
        wide = max(3, foot[1] - foot[0])
        stem += f'<path class="foot-{kind}" d="M{foot[0]:.1f} {base}h{wide:.1f}"/>'
    return stem


def _dot(event: Event, at: float, y: float, size: float) -> str:
    ring = "pa" if event.scheduled else "fi"
    dot = f'<circle class="{ring}" cx="{at:.1f}" cy="{y:.1f}" r="{size:g}"/>'
    return dot + (_number(at, y + 4, event.texts, inside=ring) if size == NUMBERED else "")


def _years(first: int, last: int, x: object, base: int, width: int) -> Iterator[str]:
    years = range(date.fromordinal(first).year, date.fromordinal(last).year + 1)
    steps = (1, 2, 5, 10, 20, 50, 100)
    every = next((n for n in steps if len(years) * 44 <= n * width), 1000)
    for year in years:
        at = max(12.0, x(date(year, 1, 1).toordinal()))  # type: ignore[operator]
        if year % every == 0 or len(years) == 1:
            yield f'<path class="ax2" d="M{at:.1f} {base}v7"/>'
            if at < width - 32:
                yield _text(at + 3, base + 20, str(year), "k")


def together(view: Together, width: int) -> Safe:
    """Draw a column for each text, its dots the actors that it names, joined by a line."""
    left = 14 + LETTER * max((min(NAME, len(a.name)) for a in view.actors), default=0)
    step, top = 25, 52
    parts = []
    for row, one in enumerate(view.actors):
        y = top + step * row
        if row % 2 == 0:
            parts.append(f'<path class="band" d="M0 {y - 12.5}H{width}v25H0z"/>')
        name = one.name if len(one.name) <= NAME else one.name[: NAME - 1].rstrip() + "…"
        parts.append(_text(4, y + 4.5, name, "k"))
    each = (width - left) / max(1, len(view.columns))
    marks = []
    for place, column in enumerate(view.columns):
        at = left + each * (place + 0.5)
        rows = [top + step * n for n, named in enumerate(column.names) if named]
        parts.append(f'<path class="st" d="M{at:.1f} {rows[0]}V{rows[-1]}"/>')
        for n, named in enumerate(column.names):
            size = (5, "fi") if named else (1.5, "f3")
            parts.append(
                f'<circle class="{size[1]}" cx="{at:.1f}" cy="{top + step * n}" r="{size[0]}"/>'
            )
        marks.append((at, column.row.date.short.removesuffix("?")))
    parts += _labels(marks, 22)
    words = f"{len(view.actors)} actors in {len(view.columns)} texts"
    return _svg(width, top + step * len(view.actors), f"Who appears with whom: {words}", parts)


def bars(view: Sequence[tuple[DateView, int]]) -> Safe:
    """Draw a topic's months as bars, the last one full."""
    if not view:
        return Safe("")
    most = max(n for _, n in view) or 1
    words = ", ".join(f"{d.short} {n}" for d, n in view)
    paths = ["", ""]
    for place, (_, n) in enumerate(view):
        height = max(1, round(16 * n / most))
        paths[place == len(view) - 1] += f"M{place * 7} {17 - height}h5v{height}h-5z"
    width = 7 * len(view) - 2
    return Safe(
        f'<svg class="bars" width="{width}" height="17" viewBox="0 0 {width} 17" role="img" '
        f'aria-label="On-topic sentences: {attribute(words)}">'
        f'<path d="{paths[0]}" opacity=".45"/><path d="{paths[1]}"/></svg>'
    )


def _svg(width: int, height: float, words: str, parts: Iterable[str]) -> Safe:
    return Safe(
        f'<svg viewBox="0 0 {width} {height:.0f}" width="{width}" height="{height:.0f}" '
        f'font-size="13" role="img" aria-label="{attribute(words)}">{"".join(parts)}</svg>'
    )


def _text(x: float, y: float, words: str, kind: str = "", anchor: str = "") -> str:
    anchored = f' text-anchor="{anchor}"' if anchor else ""
    kind = f' class="{kind}"' if kind else ""
    return f'<text x="{x:.1f}" y="{y:.1f}"{kind}{anchored}>{markdown(words)}</text>'


def _number(x: float, y: float, count: Count, *, inside: str = "") -> str:
    """Print a number of things, with the mark that verify reads."""
    kind = f"n in-{inside}" if inside else "n"
    return (
        f'<text class="{kind}" data-n="{attribute(count.name)}" data-value="{count.value}" '
        f'x="{x:.1f}" y="{y:.1f}" text-anchor="middle">{count.value}</text>'
    )


def _line(left: float, y: float, width: int) -> str:
    return f'<path class="ax" d="M{left:.0f} {y}H{width}"/>'


def _labels(marks: Sequence[tuple[float, str]], y: float) -> Iterator[str]:
    """Name places along a line, the last first, leaving out what would overlap."""
    free = math.inf
    for x, words in reversed(marks):
        half = LETTER * len(words) / 2 + 3
        if x + half < free:
            shift = min(0.0, marks[-1][0] + 16 - x - half)
            yield _text(x + shift, y, words, anchor="middle")
            free = x - half + shift


def _beside(
    named: Iterable[tuple[str, float, float]], dots: Iterable[tuple[float, float]], width: int
) -> Iterator[str]:
    """Name the highest dots where there is room at their left or right, over no other dot."""
    taken = [(x - 10, x + 10, y) for x, y in dots]
    placed = 0
    for words, x, y in named:
        size = LETTER * len(words) + 6
        for start, anchor in ((x + 12, "start"), (x - 12 - size, "end")):
            here = (start, start + size, y)
            clear = all(h[0] > here[1] or h[1] < here[0] or abs(h[2] - y) > 14 for h in taken)  # noqa: PLR2004
            if start >= 0 and start + size <= width and clear and placed < LABELLED:
                taken.append(here)
                placed += 1
                yield _text(x + (12 if anchor == "start" else -12), y + 4, words, "k", anchor)
                break


def _anchor(x: float, words: str, width: int) -> str:
    half = LETTER * len(words) / 2
    return "end" if x + half > width else "start" if x < half else "middle"


def _scale(places: Sequence[float], low: float, high: float) -> list[float]:
    """Spread places over a stretch; one alone stands in its middle."""
    if not places:
        return []
    span = places[-1] - places[0]
    if not span:
        return [(low + high) / 2] * len(places)
    return [low + (p - places[0]) / span * (high - low) for p in places]


def _span(iso: str) -> tuple[int, int]:
    """Return the first and last day of a date of any precision (proleptic Gregorian ordinals)."""
    year, month, day = (*(int(part) for part in iso.split("-")), 0, 0)[:3]
    first = date(year, month or 1, day or 1).toordinal()
    if day:
        return first, first
    if month:
        return first, first + monthrange(year, month)[1] - 1
    return first, date(year, 12, 31).toordinal()


def tally(strokes: int) -> str:
    """Draw strokes in fives, the fifth across."""
    path, x = [], 1
    for start in range(0, strokes, 5):
        here = min(5, strokes - start)
        upright = 4 if here == 5 else here  # noqa: PLR2004
        path += [f"M{x + 5 * i} 1v14" for i in range(upright)]
        if here == 5:  # noqa: PLR2004
            path.append(f"M{x - 3} 13l21-10")
        x += 24 if here == 5 else 5 * here  # noqa: PLR2004
    return (
        f'<svg width="{x + 4}" height="16" viewBox="0 0 {x + 4} 16" aria-hidden="true">'
        f'<path d="{"".join(path)}"/></svg>'
    )
