"""Split the text of one paragraph into sentences, in any script, in linear time.

Every terminator is a candidate; a few rules, tried in order, say whether a sentence ends there.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from digest.extract.abbreviations import (
    BEFORE_NUMBER,
    BY_LANGUAGE,
    FREELY_LAST,
    NEVER_LAST,
    OPENERS,
    ORDINAL_STOP,
    REPORTING,
    SELDOM_LAST,
)
from digest.text import UNSEEN

_CLOSERS = re.escape("\"'”’»›)]}″“」』）】》")
_CANDIDATE = re.compile(
    rf"(?P<wide>[。！？｡]+[{_CLOSERS}]*)"
    rf"|(?P<stop>\.(?:[ \u00a0]\.)+|[.!?…؟۔։።।॥။‼⁇⁈⁉]+)(?P<close>(?:''|[{_CLOSERS}])*)"
)
_FAR = 40
"""Characters looked at on either side of a candidate; longer tokens are no abbreviations."""
_QUOTE_FAR = 2000
"""Characters searched for the mark that a spaced quotation mark may close."""
_LAST_TOKEN = re.compile(r"[^\s(\[\"“«„‘—–/]*\Z")
_NEXT = re.compile(r"(?P<space>\s*)(?P<open>(?:[\"'“‘«„‹(\[{¿¡「『（【《—–•*`-]\s?)*)(?P<word>\w*)")
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?)*[^\W\d_]\Z")
_ADDRESS = re.compile(r"://|\bwww\b|@|/|\.\w+\.", re.IGNORECASE)
_SPEAKER = re.compile(rf"(?:[^\W\d_][\w.'’-]*\s+){{1,4}}(?:{'|'.join(sorted(REPORTING))})[.,]")
_SMALL_NAME = re.compile(r"(?:al|el|as|at|ad|ar|an|ash|de|d|l)[-'’][^\W\d_a-zа-я]")
"""`al-Nour denied it` opens a sentence with a small letter."""
_ORDINAL_DIGITS = 2
"""`am 3. Mai`, but `im Jahr 2021. Die`."""
_GLUED = 2
"""Small letters before a full stop without a space after it: `ended.The`, but not `Ph.D`."""


class _Place(NamedTuple):
    """A candidate and what stands around it."""

    stop: str
    close: str
    token: str
    """The word before, as written."""
    first: bool
    """Nothing stands before the token in its sentence."""
    space: bool
    opens: str
    word: str
    rest: str


def split(text: str, language: str | None = None) -> tuple[tuple[int, int], ...]:
    """Half-open code point spans of the sentences of `text`, without white space at their ends.

    The spans cover everything but white space and letters without width, which are looked through.
    `language` is ISO 639-1, None when unknown.
    """
    if not any(char in text for char in UNSEEN):
        return _split(text, language)
    seen = [at for at, char in enumerate(text) if char not in UNSEEN]
    spans = _split("".join(text[at] for at in seen), language)
    return tuple((seen[start], seen[end - 1] + 1) for start, end in spans)


def _split(text: str, language: str | None) -> tuple[tuple[int, int], ...]:
    never = NEVER_LAST | BY_LANGUAGE.get(language or "", frozenset())
    ordinals = language in ORDINAL_STOP
    spans: list[tuple[int, int]] = []
    start = 0
    for found in _CANDIDATE.finditer(text):
        end = found.end()
        if found["wide"] is None:
            place, end = _look(text, found, start)
            if not _ends(place, never, ordinals=ordinals):
                continue
        _add(spans, text, start, end)
        start = end
    _add(spans, text, start, len(text))
    return tuple(spans)


def _add(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    left = start + len(piece) - len(piece.lstrip())
    right = start + len(piece.rstrip())
    if left < right:
        spans.append((left, right))


def _look(text: str, found: re.Match[str], start: int) -> tuple[_Place, int]:
    end, close = found.end(), found["close"]
    if not close and _closes_after_space(text, start, end):
        close, end = text[end + 1], end + 2
    before = text[max(start, found.start() - _FAR) : found.start()]
    last = _LAST_TOKEN.search(before)
    token = last[0] if last else ""
    following = _NEXT.match(text, end, end + _FAR)
    space, opens, word = following.group("space", "open", "word") if following else ("", "", "")
    if not space and close.endswith("“"):
        close, opens, end = close[:-1], "“" + opens, end - 1
    place = _Place(
        stop=found["stop"],
        close=close,
        token=token,
        first=not before[: len(before) - len(token)].strip(' (["“«„•*-'),
        space=bool(space),
        opens=opens.strip(),
        word=word,
        rest=text[end : end + 2 * _FAR].lstrip(),
    )
    return place, end


def _closes_after_space(text: str, start: int, end: int) -> bool:
    """Whether a spaced quotation mark after a stop belongs to what it follows: `over . " The`."""
    space, quote, after = text[end : end + 1], text[end + 1 : end + 2], text[end + 2 : end + 3]
    if not space.isspace() or after.strip():
        return False
    if quote in {'"', "'"}:
        return text.count(quote, max(start, end - _QUOTE_FAR), end) % 2 == 1
    return quote in {"»", "”"}


def _ends(place: _Place, never: frozenset[str], *, ordinals: bool) -> bool:
    """Whether a sentence ends at this candidate."""
    if not place.space:
        return _glued(place, never)
    if not place.word:
        return bool(place.opens) and place.stop[0] != "."
    small = place.word[0].islower() and not place.word[1:2].isupper()
    if small and not _SMALL_NAME.match(place.rest) and not place.opens.strip("—–-"):
        return False
    if place.stop != ".":
        return _after_other(place)
    return _after_full_stop(place, never, ordinals=ordinals)


def _glued(place: _Place, never: frozenset[str]) -> bool:
    """`ended.The next`: no space, small letters before and a capitalised word after."""
    tail = place.token[-_GLUED:]
    before = (len(tail) == _GLUED and tail.islower()) or bool(place.close)
    after = place.word[:1].isupper() and (place.word[1:].islower() or len(place.word) == 1)
    return (
        before
        and after
        and place.token.casefold() not in never
        and not _ADDRESS.search(place.token)
        and not place.close.startswith("'")
    )


def _after_other(place: _Place) -> bool:
    """After `!`, `?`, `…` or several marks, before a word that is not small."""
    if place.close and _SPEAKER.match(place.rest):
        return False
    if place.stop.startswith(("…", "..", ". .")) and not place.token:
        return place.word.casefold() in OPENERS
    return True


def _after_full_stop(place: _Place, never: frozenset[str], *, ordinals: bool) -> bool:
    token = place.token.casefold()
    initial = len(place.word) == 1 and place.rest[len(place.opens) + 1 :].startswith(".")
    opener = place.word.casefold() in OPENERS and not initial
    if place.close and not token.endswith(")"):
        return opener or bool(place.opens) or token not in never
    if token in never:
        return False
    if place.word[0].isdigit() and token in BEFORE_NUMBER | SELDOM_LAST:
        return False
    if token.isdigit() and place.first:
        return False
    if ordinals and token.isdigit() and len(token) <= _ORDINAL_DIGITS:
        return opener
    if token in FREELY_LAST:
        return True
    if token in SELDOM_LAST or _INITIALS.match(token):
        return opener or (bool(place.opens) and len(token) > 1)
    return True
