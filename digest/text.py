"""Basics of text that several stages share: white space, folding, words, ids, slugs."""

from __future__ import annotations

import hashlib
import re
import unicodedata

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_GAPS = str.maketrans({c: " " for c in map(chr, range(128)) if not c.isalnum()})
_FORMAT = re.compile(
    "[\xad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0001\U000e0020-\U000e007f]"
)
"""Format characters (Cf) of Unicode 16."""
_PLAIN = tuple(zip("‘’“”–—‐", "''\"\"---", strict=True))
UNPRINTABLE = re.compile("[\0-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""Controls that are no white space, lone surrogates, and what XML 1.0 (2.2) forbids beyond."""
UNSEEN = "\u200b\u200c\u200d\u2060\ufeff"
"""Characters without width that web text scatters between words."""
_NOT_SLUG = re.compile(r"[^a-z0-9]+")
SLUG_LENGTH = 60
"""Characters of a title that an address keeps: about eight words."""


def squeeze(text: str) -> str:
    """`text` with every run of white space one space, none at the ends."""
    return " ".join(text.split())


def shortened(text: str, most: int) -> str:
    """Return the beginning of `text`, cut between words where a space is near enough."""
    space = text.rfind(" ", 0, most + 1)
    return text[: space if space > most // 2 else most].rstrip()


def visible(text: str) -> str:
    """`text` as verify compares it: without white space and format characters (Unicode Cf)."""
    shown = "".join(text.split())
    return shown if shown.isascii() else _FORMAT.sub("", shown)


def printable(text: str) -> bool:
    """Whether HTML and XML can carry every character of `text` (white space counts as a space)."""
    return UNPRINTABLE.search(text) is None


def fold(text: str) -> str:
    """`text` for comparison: NFKC, case folded, straight quotes and hyphens, squeezed, no Cf."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
        for written, plain in _PLAIN:
            text = text.replace(written, plain)
    if text.isascii():  # most English texts are by now, and lower case is enough for them
        return squeeze(text.lower())
    return squeeze(_FORMAT.sub("", text).casefold())


def words(text: str) -> list[str]:
    """List the words of `text`, in order, as written."""
    if text.isascii() and "'" not in text:  # a fifth of the time that the expression takes
        return text.translate(_GAPS).split()
    return _WORD.findall(text)


def sentence_id(text: str, seen: dict[str, int]) -> str:
    """12 hex digits of SHA-256 over the NFC, squeezed text; `-n` for its n-th occurrence.

    `seen` counts the occurrences in one article and is updated.
    """
    base = hashlib.sha256(unicodedata.normalize("NFC", squeeze(text)).encode()).hexdigest()[:12]
    seen[base] = seen.get(base, 0) + 1
    return base if seen[base] == 1 else f"{base}-{seen[base]}"


def base_id(sentence: str) -> str:
    """Return a sentence's id without the `-n` of a repetition: the same for the same words."""
    return sentence.partition("-")[0]


def content_id(data: bytes) -> str:
    """16 hex digits of SHA-256 over `data`."""
    return hashlib.sha256(data).hexdigest()[:16]


def slug(text: str) -> str:
    """`text` as part of an address: a-z, 0-9 and single hyphens, cut at a word; may be empty."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    plain = _NOT_SLUG.sub("-", plain).strip("-")
    if len(plain) > SLUG_LENGTH:
        plain = plain[: SLUG_LENGTH + 1].rpartition("-")[0] or plain[:SLUG_LENGTH]
    return plain
