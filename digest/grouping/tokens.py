"""Articles as arrays of hashed words: a few bytes for each word, whatever the language."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from digest.text import words

if TYPE_CHECKING:
    from collections.abc import Iterable

    import numpy as np
    from numpy.typing import NDArray

    from digest.models import Cleaned, Labelled

DIGITS = 9
"""Digits up to which a number is one; longer ones are telephone numbers and keys."""
_UNSPACED = re.compile("[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")
"""Letters of scripts that put no space between words: each counts as a word."""
_HIDDEN = re.compile("[\xad\u200b-\u200d\u2060\ufeff]")


@dataclass(frozen=True, slots=True, eq=False)
class Tokens:
    """The words of some lines: CRC-32 of each case-folded word, and where each line ends."""

    ids: NDArray[np.uint32]
    ends: tuple[int, ...]
    """Number of words up to and with each line."""
    numbers: NDArray[np.int64]
    """The value of a word that is a whole number, -1 for any other."""


def body_lines(text: Labelled | Cleaned) -> list[str]:
    """List the body lines of an article, in order."""
    whole = text.document.text
    return [whole[line.start : line.end] for line in text.lines if line.label == "body"]


def plain_words(text: str) -> list[str]:
    """List the words of `text` as written; characters of unspaced scripts one by one."""
    if not text.isascii():
        text = _UNSPACED.sub(r" \g<0> ", _HIDDEN.sub("", text.replace("’", "'")))
    return words(text)


def tokenize(lines: Iterable[str]) -> Tokens:
    """Words of `lines` as hashes."""
    import numpy as np  # noqa: PLC0415 - loaded only where articles are compared

    found: list[str] = []
    ends = []
    for line in lines:
        found += plain_words(line.casefold())
        ends.append(len(found))
    ids = np.fromiter((zlib.crc32(w.encode()) for w in found), np.uint32, len(found))
    numbers = np.fromiter(map(_value, found), np.int64, len(found))
    return Tokens(ids, tuple(ends), numbers)


def _value(word: str) -> int:
    return int(word) if len(word) <= DIGITS and word.isdecimal() else -1
