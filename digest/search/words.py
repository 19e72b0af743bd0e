"""Words as they are looked up: without case, accents and format characters.

`theme/assets/search-words.js` does the same to what the reader types; a test holds them together.
"""

from __future__ import annotations

import re
import unicodedata

_RUN = re.compile(r"[^\W_]+")
_SHORT = re.compile("(?<![иуИУ])\u0306")
"""A breve, but for that of й and ў, which are letters of their own."""
_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
    | {"ς": "σ"}
)
"""Letters that Unicode does not take apart, and the sigma that ends a word."""


def fold(text: str) -> str:
    """`text` in the letters that a search compares: `Łódź` and `lodz` are one, `ё` and `е` too."""
    apart = _SHORT.sub("", unicodedata.normalize("NFKD", text))
    gone = {ord(c): None for c in set(apart) if _unseen(c)}
    kept = unicodedata.normalize("NFC", apart.translate(gone))
    return kept.lower().translate(_LETTERS)


def tokens(text: str) -> list[str]:
    """List the words of `text` in order, folded; a hyphen, an apostrophe or a point parts words."""
    return _RUN.findall(fold(text))


def _unseen(char: str) -> bool:
    kind = unicodedata.category(char)
    return (kind[0] == "M" and char != "\u0306") or kind == "Cf"
