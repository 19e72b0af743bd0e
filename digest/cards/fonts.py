"""Our own fonts, at any size, and which of their files holds a letter."""

from __future__ import annotations

import hashlib
import io
from functools import cache
from importlib import resources
from itertools import groupby
from typing import TYPE_CHECKING, Literal, TypeAlias

from PIL import ImageFont

if TYPE_CHECKING:
    from collections.abc import Iterator

Family: TypeAlias = Literal["serif", "sans"]

PARTS = {
    "latin": (
        *((0x20, 0x7E), (0xA0, 0xFF), (0x131, 0x131), (0x152, 0x153), (0x2C6, 0x2C6)),
        *((0x2DA, 0x2DA), (0x2DC, 0x2DC), (0x2010, 0x2044), (0x20AC, 0x20AC), (0x2116, 0x2116)),
        *((0x2122, 0x2122), (0x2190, 0x2190), (0x2192, 0x2192), (0x2212, 0x2212)),
        *((0x25B2, 0x25B2), (0x25BC, 0x25BC)),
    ),
    "latin-ext": ((0x100, 0x130), (0x132, 0x151), (0x154, 0x17F), (0x218, 0x21B)),
    "cyrillic": ((0x400, 0x45F), (0x490, 0x491)),
}
"""The letters that each file holds, as the stylesheet names them."""


@cache
def part_of(letter: str) -> str | None:
    """Return the file that holds a letter, None where none does."""
    code = ord(letter)
    return next(
        (name for name, spans in PARTS.items() if any(a <= code <= b for a, b in spans)), None
    )


def runs(text: str) -> Iterator[tuple[str, str]]:
    """Cut `text` into stretches of one file each; spaces and the like stay with what precedes."""
    for name, letters in groupby(text, key=part_of):
        yield name or "latin", "".join(letters)


@cache
def data(family: Family, part: str) -> bytes:
    """Return a font file of the theme."""
    folder = resources.files("digest").joinpath("theme", "assets", "fonts")
    return folder.joinpath(f"digest-{family}-{part}.woff2").read_bytes()


@cache
def font(family: Family, part: str, size: int, weight: int) -> ImageFont.FreeTypeFont:
    """Return a font; laid out letter by letter (a shaping library is not on every machine)."""
    made = ImageFont.truetype(
        io.BytesIO(data(family, part)), size, layout_engine=ImageFont.Layout.BASIC
    )
    axes = made.get_variation_axes()
    largest = [weight, *(axis["maximum"] for axis in axes[1:])]
    made.set_variation_by_axes([float(value or 0) for value in largest])
    return made


@cache
def digest() -> str:
    """Return a hash over all font files."""
    found = hashlib.sha256()
    for family in ("serif", "sans"):
        for part in PARTS:
            found.update(data(family, part))
    return found.hexdigest()[:16]
