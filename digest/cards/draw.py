"""A card as a PNG of 1200 by 630, the size that link previews are cut to.

The same card is the same bytes. It is drawn in grey, then mapped to sixteen colours: a ramp from
paper to ink, and two steps of each topic's hue. Serif is source, sans is ours, as on the pages.
"""

from __future__ import annotations

import io
import unicodedata
import zlib
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw
from PIL.PngImagePlugin import PngInfo

from digest.cards import fonts
from digest.models import MARKER, Picture

if TYPE_CHECKING:
    from digest.cards.card import Card
    from digest.cards.fonts import Family

SIZE = (1200, 630)
MARGIN = 64
WIDTH = SIZE[0] - 2 * MARGIN
TITLE = ((76, 3), (66, 4), (58, 4), (50, 5), (42, 6))
"""Sizes of a title and the lines it may take; the first that fits."""
TITLE_TOP, TITLE_BOTTOM = 134, 452
LEADING = 1.12
TOPICS = 4
PAPER, INK = (0xFC, 0xFC, 0xFB), (0x15, 0x18, 0x1B)
HUES = ("2a55a3", "845a00", "93296a", "0b6c63", "3f5f1c", "5b4a9c", "8a3b12", "17607d")
"""The stylesheet's topic colours."""
RAMP = 8
"""Greys from ink to paper: letters of this size show no more."""
_INK, _INK2, _INK3, _RULE = 0, 55, 85, 215
"""Greys of ink, second and third ink, and rules."""
_FINE = 4
"""Marks are drawn so many times larger and made smaller, which smooths their edges."""
_STAR = ((50, 0), (62, 36), (100, 38), (70, 60), (82, 100), (50, 76), (18, 100), (30, 60), (0, 38))
SHAPES: tuple[tuple[tuple[tuple[int, int], ...], ...], ...] = (
    (),
    (((50, -8), (108, 50), (50, 108), (-8, 50)),),
    (((0, 8), (100, 8), (100, 38), (0, 38)), ((0, 62), (100, 62), (100, 92), (0, 92))),
    (((50, 0), (108, 100), (-8, 100)),),
    (((0, 0), (100, 0), (100, 100), (0, 100)),),
    (((35, 0), (65, 0), (65, 100), (35, 100)), ((0, 35), (100, 35), (100, 65), (0, 65))),
    (),
    ((*_STAR, (38, 36)),),
)
"""The marks of topics in percent of their box, as the stylesheet cuts them; the first is a disc,
the seventh a ring."""


def drawable(text: str) -> bool:
    """Say whether our fonts have every letter of `text`."""
    return all(fonts.part_of(letter) for letter in _composed(text))


def look() -> str:
    """Return what changes when the fonts do."""
    return fonts.digest()


def draw(card: Card) -> Picture:
    """Draw a card."""
    image = Image.new("L", SIZE, 255)
    pen = ImageDraw.Draw(image)
    _masthead(pen, card)
    _title(pen, card)
    marks = _bottom(pen, card)
    final = image.point(_to_ramp()).convert("L")
    indexed = Image.frombytes("P", SIZE, final.tobytes())
    indexed.putpalette(_palette(card))
    for number, (mark, box) in enumerate(marks):
        _stamp(indexed, mark, box, RAMP + 2 * number)
    return Picture(path=card.path, content=_png(indexed))


def _masthead(pen: ImageDraw.ImageDraw, card: Card) -> None:
    x = _write(pen, (MARGIN, 86), card.site, "sans", 34, 700, _INK)
    _write(
        pen, (x + 18, 86), _fitted(card.beat, SIZE[0] - MARGIN - x - 18, 34), "sans", 34, 400, _INK3
    )
    pen.rectangle((MARGIN, 106, SIZE[0] - MARGIN - 1, 109), fill=_INK)


def _title(pen: ImageDraw.ImageDraw, card: Card) -> None:
    family: Family = "serif" if card.article else "sans"
    text = card.title + ("…" if card.cut else "")
    size, lines = fit(text, family)
    height = round(size * LEADING)
    free = TITLE_BOTTOM - TITLE_TOP - height * len(lines)
    y = TITLE_TOP + min(24, max(0, free // 2)) + round(size * 0.86)
    for line in lines:
        _write(pen, (MARGIN, y), line, family, size, 600, _INK)
        y += height


def fit(text: str, family: Family) -> tuple[int, list[str]]:
    """Break a title into lines at its spaces, as large as there is room for.

    Only where not even the smallest size has room is it cut, with an ellipsis.
    """
    words = text.split(" ")
    for size, most in TITLE:
        wide = [_length(word, family, size, 600) for word in words]
        space = _length(" ", family, size, 600)
        lines = _lines(words, wide, space, WIDTH)
        if len(lines) <= most and max(wide) <= WIDTH:
            return size, _balanced(words, wide, space, len(lines))
    size, most = TITLE[-1]
    return size, _cut(_lines(words, wide, space, WIDTH), most, family, size)


def _lines(words: list[str], wide: list[float], space: float, room: float) -> list[str]:
    lines: list[str] = []
    taken = 0.0
    for word, width in zip(words, wide, strict=True):
        if lines and taken + space + width <= room:
            lines[-1] += f" {word}"
            taken += space + width
        else:
            lines.append(word)
            taken = width
    return lines


def _balanced(words: list[str], wide: list[float], space: float, most: int) -> list[str]:
    """Break into as many lines, as even as a step of 20 pixels makes them."""
    room = WIDTH
    while room - 20 >= max(wide) and len(_lines(words, wide, space, room - 20)) <= most:
        room -= 20
    return _lines(words, wide, space, room)


def _cut(lines: list[str], most: int, family: Family, size: int) -> list[str]:
    """Keep what fits, up to the first line that is too long, and end with our ellipsis."""
    kept = lines[:most]
    for n, line in enumerate(kept):
        last = n == most - 1 and len(lines) > most
        if last or _length(line, family, size, 600) > WIDTH:
            short = line
            while short and _length(f"{short}…", family, size, 600) > WIDTH:
                short = short[:-1]
            return [*kept[:n], f"{short.rstrip('… ')}…"]
    return kept


def _bottom(pen: ImageDraw.ImageDraw, card: Card) -> list[tuple[int, tuple[int, int, int]]]:
    """Write topics (or outlets), date and counts; return where marks go: (mark, (x, y, side))."""
    pen.rectangle((MARGIN, 478, SIZE[0] - MARGIN - 1, 479), fill=_RULE)
    marks: list[tuple[int, tuple[int, int, int]]] = []
    x, end = MARGIN, SIZE[0] - MARGIN
    for title, mark in card.topics[:TOPICS]:
        wide = 34 + round(_length(title, "sans", 30, 600))
        if x + wide > end:
            break
        marks.append((mark, (x, 505, 22)))
        x = _write(pen, (x + 34, 528), title, "sans", 30, 600, _INK) + 34
    if not card.topics:
        outlets = _fitted(", ".join(card.outlets), WIDTH, 30)
        _write(pen, (MARGIN, 528), outlets, "sans", 30, 600, _INK2)
    x = MARGIN
    if card.date:
        x = _write(pen, (x, 578), card.date, "sans", 30, 400, _INK2) + 12
        x = _cells(pen, x, card) + 28
    words = " · ".join(f"{value:,} {noun}" for _, value, noun in card.counts)
    _write(pen, (x, 578), words, "sans", 30, 400, _INK2)
    return marks


def _cells(pen: ImageDraw.ImageDraw, x: int, card: Card) -> int:
    """Draw three cells for year, month and day, those that are known filled."""
    known = ("none", "year", "month", "day").index(card.precision)
    for cell in range(3):
        top = 556 if cell < known else 575
        pen.rectangle((x, top, x + 7, 578), fill=_INK if card.sure else 140)
        x += 12
    return x


def _fitted(text: str, width: int, size: int) -> str:
    """Cut `text` at a word so that it fits, with an ellipsis."""
    if _length(text, "sans", size, 400) <= width:
        return text
    kept = text.split(" ")
    while kept and _length(f"{' '.join(kept)} …", "sans", size, 600) > width:
        kept.pop()
    return f"{' '.join(kept)} …" if kept else ""


def _write(  # noqa: PLR0913, PLR0917 - what a stretch of text looks like
    pen: ImageDraw.ImageDraw,
    at: tuple[int, int],
    text: str,
    family: Family,
    size: int,
    weight: int,
    grey: int,
) -> int:
    """Write `text` on the baseline `at`; return where it ends."""
    x = float(at[0])
    for part, piece in fonts.runs(_composed(text)):
        font = fonts.font(family, part, size, weight)
        pen.text((round(x), at[1]), piece, font=font, fill=grey, anchor="ls")
        x += font.getlength(piece)
    return round(x)


def _length(text: str, family: Family, size: int, weight: int) -> float:
    return sum(
        fonts.font(family, part, size, weight).getlength(piece)
        for part, piece in fonts.runs(_composed(text))
    )


def _composed(text: str) -> str:
    shown = (c for c in unicodedata.normalize("NFC", text) if unicodedata.category(c) != "Cf")
    return "".join(shown)


def _to_ramp() -> list[int]:
    return [round(grey * (RAMP - 1) / 255) for grey in range(256)]


def _palette(card: Card) -> list[int]:
    colours = [_between(INK, PAPER, n / (RAMP - 1)) for n in range(RAMP)]
    for _, mark in card.topics[:TOPICS]:
        hue = HUES[mark % len(HUES)]
        full = (int(hue[:2], 16), int(hue[2:4], 16), int(hue[4:], 16))
        colours += [_between(full, PAPER, 0.5), full]
    return [part for colour in colours for part in colour]


def _between(
    one: tuple[int, int, int], other: tuple[int, int, int], share: float
) -> tuple[int, int, int]:
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def _stamp(image: Image.Image, mark: int, box: tuple[int, int, int], colour: int) -> None:
    """Draw a topic's mark in two steps of its hue."""
    x, y, side = box
    border = side // 8
    wide = (side + 2 * border) * _FINE
    mask = Image.new("L", (wide, wide), 0)
    pen = ImageDraw.Draw(mask)
    edge, span = border * _FINE, side * _FINE
    kind = mark % len(HUES)
    if kind in {0, 6}:
        rim = span * 26 // 100 if kind else 0
        pen.ellipse(
            (edge, edge, edge + span, edge + span),
            fill=0 if kind else 255,
            outline=255,
            width=rim or 1,
        )
    for shape in SHAPES[kind]:
        pen.polygon(
            [(edge + px * span // 100, edge + py * span // 100) for px, py in shape], fill=255
        )
    small = mask.resize((wide // _FINE, wide // _FINE), Image.Resampling.BOX)
    for n, grey in enumerate((85, 170)):
        step = small.point([255 if value >= grey else 0 for value in range(256)])
        image.paste(colour + n, (x - border, y - border), step)


def _png(image: Image.Image) -> bytes:
    """Write the picture; the marker stands before its pixels."""
    info = PngInfo()
    info.add_text("Comment", MARKER)
    file = io.BytesIO()
    image.save(file, "PNG", bits=4, pnginfo=info, compress_type=zlib.Z_RLE)
    return file.getvalue()
