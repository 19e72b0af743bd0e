"""Pictures of texts, a bar for each sentence: what may be shown, what changed, what was taken out.

They let a reader see the extent of a text that the caps keep us from printing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.escape import Safe

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from digest.views.article import Bar
    from digest.views.textmap import Stroke, TextMap

ROW, BAR = 14, 8
"""Pixels from one sentence to the next, and of its bar."""
_CHANGED = {"restated", "superseded"}


def file_map(view: Sequence[Bar]) -> Safe:
    """Draw the file, a bar for each sentence or other line."""
    paths = dict.fromkeys(("shown", "hidden", "title", "removed"), "")
    for row, bar in enumerate(view):
        paths[bar.kind] += f"M0 {row * 6 + 3}h{min(190, 4 + 4 * bar.words)}"
    drawn = "".join(f'<path class="m-{kind}" d="{d}"/>' for kind, d in paths.items() if d)
    height = 6 * len(view)
    return Safe(f'<svg class="map" viewBox="0 0 200 {height}" aria-hidden="true">{drawn}</svg>')


def versions_map(view: TextMap, width: int) -> Safe:
    """Draw two versions face to face, lines from each sentence to what it became.

    The drawing is hidden from screen readers: the caption has its counts, the table its rows.
    """
    column = round(width * 0.36)
    most = max(stroke.words for stroke in (*view.older, *view.newer)) or 1
    height = ROW * max(len(view.older), len(view.newer))
    parts = [
        *_links(view, column, width),
        *_bars(view.older, column, most, mirrored=True, edge=column),
        *_bars(view.newer, column, most, mirrored=False, edge=width - column),
    ]
    return Safe(
        f'<svg class="textmap" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'aria-hidden="true">{"".join(parts)}</svg>'
    )


def _bars(
    strokes: Sequence[Stroke], column: int, most: int, *, mirrored: bool, edge: int
) -> Iterator[str]:
    for row, stroke in enumerate(strokes):
        long = max(6, round(column * stroke.words / most))
        x = edge - long if mirrored else edge
        y = ROW * row + (ROW - BAR) // 2
        if stroke.kind in _CHANGED:
            kind = "v-changed" if stroke.shown else "v-changed v-hidden"
        elif stroke.kind != "same":
            kind = "v-alone" if stroke.shown else "v-alone v-hidden"
        else:
            kind = "v-same" if stroke.shown else "v-same v-hidden"
        yield f'<path class="{kind}" d="M{x} {y}h{long}v{BAR}h-{long}z"/>'


def _links(view: TextMap, column: int, width: int) -> Iterator[str]:
    left, right = column + 5, width - column - 5
    middle = (left + right) // 2
    for older, newer, kind in view.links:
        a, b = (ROW * place + ROW // 2 for place in (older, newer))
        name = "v-link v-moved" if kind in _CHANGED else "v-link"
        yield f'<path class="{name}" d="M{left} {a}C{middle} {a} {middle} {b} {right} {b}"/>'
