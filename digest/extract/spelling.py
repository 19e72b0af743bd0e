"""Spellings of one name: romanisations, declensions, slips of one letter.

A name is folded to a sound: Tsikhanouskaya and Tikhanovskaya, Yury and Jurij meet in one. The folds
join what BGN/PCGN (1979), ISO 9, the Belarusian instruction of 2000 and the press write apart.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from digest.extract.gazetteer import FIRST_NAMES, SAME_NAMES

_LATIN = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіўїєґ",
        "a b v g d e e zh z i i k l m n o p r s t u f h ts ch sh shch  i  e iu ia i u i e g".split(
            " "
        ),
        strict=True,
    )
)
_ROMAN = re.compile(r"[а-яёіўїєґ]")
_WHOLE = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"})
"""Letters that Unicode does not take apart."""
_POLISH_ENDING = re.compile(r"(?<=[^\W\d_]{3})(?:i?em|owi|iego|ego|iemu|emu|ie|[aeuyiąęo]|im|ym)$")
_CASE_ENDING = re.compile(
    r"(?<=..[^аеёиоуыэюяіўїєй])(?:[оеыиа]й|[оеыи]м|[ое]го|[ое]му|ага|аму|[аеёиоуыэюяі]{1,2}й?)$"
)
_WOMAN = re.compile(r"(?<=[сц]к|ьк)(?:ая|ой|ую|ою|ай)$")
_SOUNDS = (
    ("shch|sch|szcz|sh|sz", "s"),
    ("kh|ch|cz", "h"),
    ("zh", "z"),
    ("tsi|tsy", "ti"),
    ("dzi|dzy", "di"),
    ("ou(?=[sn]|$)|aw|au(?=[sn])|ow|ew(?=[sn])|eu(?=sk)|[ae][uŭ]$", "ov"),
    ("ya|ia|ja", "a"),
    ("yu|iu|ju", "u"),
    ("ye|ie|je|yo|io", "e"),
    ("ph", "f"),
    ("ck|c(?=[aouklrt])|q", "k"),
    ("x", "ks"),
    ("w", "v"),
    ("[yj]", "i"),
    ("['’ʼ]", ""),
)
"""Letters as written, and what they are folded to; the first that fits wins."""
_FOLDS = re.compile("|".join(f"({written})" for written, _ in _SOUNDS))
_TWICE = re.compile(r"(.)\1+")
_VOWELS = re.compile(r"(?<=..)(?<!sk)(?<![aeo]v)(?<!in)[aeiou]+$|(?<=sk|[aeo]v|in)(?!a)[aeiou]+$")
"""Endings that spellings disagree on; a woman's surname in -skaya, -ova, -ina keeps its own."""


def _stem(word: str) -> str:
    woman = _WOMAN.sub("а", word)
    return woman if woman != word else _CASE_ENDING.sub("", word)


@lru_cache(maxsize=20_000)
def sound(word: str) -> str:
    """Return what all spellings of a name's word have in common."""
    lower = word.lower().strip(".")
    if not lower.isascii():
        if _ROMAN.search(lower):
            lower = "".join(_LATIN.get(c, c) for c in _stem(lower))
        lower = lower.translate(_WHOLE)
        lower = unicodedata.normalize("NFKD", lower).encode("ascii", "ignore").decode() or lower
    folded = _FOLDS.sub(lambda match: _SOUNDS[(match.lastindex or 1) - 1][1], lower)
    return _VOWELS.sub("", _TWICE.sub(r"\1", folded))


_ALIASES = {name: line.split()[0] for line in SAME_NAMES for name in line.split()}


@cache
def _first_names() -> frozenset[str]:
    """Return the sounds of all known first names; made once a text needs them."""
    return frozenset(map(sound, (*FIRST_NAMES, *_ALIASES)))


@cache
def _same_names() -> dict[str, str]:
    """Map the sounds of the names in `SAME_NAMES` to the first of their line."""
    return {_ended(name): first for name, first in reversed(_ALIASES.items())}


@cache
def _short_names() -> frozenset[str]:
    """Return the sounds of Cyrillic names that a Latin word of three letters could have too."""
    return frozenset(map(sound, "юрий юлия анна инна нина яна илья зоя мария дарья".split()))


MIN_FIRST = 4
"""Letters of a sound that tell a first name in any spelling; Le is not Lee, nor Rosh Rose."""


def _heard(word: str) -> tuple[str, ...]:
    """Return what a first name may sound like: a Belarusian г is an h, in Russian it is a g."""
    heard = sound(word)
    return (heard, heard.replace("g", "h")) if _ROMAN.search(word.lower()) else (heard,)


def _ended(word: str) -> str:
    """Return a sound with the `a` that tells Paula from Paul, which a case may give in Cyrillic."""
    return sound(word) + "a" * (word.endswith("a") and not _ROMAN.search(word.lower()))


def nominative(word: str) -> str:
    """Return a Polish word without the ending of a case; what is left need be no word."""
    return _POLISH_ENDING.sub("", word)


@lru_cache(maxsize=20_000)
def is_first_name(word: str) -> bool:
    """Say whether a word is a known first name, in any spelling."""
    if len(word) <= 1 or not word[0].isupper():
        return False
    first = word.partition("-")[0]
    return (
        first.lower() in FIRST_NAMES
        or first.lower() in _ALIASES
        or any(len(heard) >= MIN_FIRST and heard in _first_names() for heard in _heard(first))
        or (bool(_ROMAN.search(first.lower())) and sound(first) in _short_names())
    )


@lru_cache(maxsize=20_000)
def first_name(word: str) -> str:
    """Return the sound of a first name, the same for its forms in other languages."""
    known = _ALIASES.get(word.lower())
    if known is None and len(word.strip(".")) > 1:
        same = _same_names()
        # Paul and Paula, Alexander and Alexandra sound the same without their endings.
        heard = _heard(word)
        cyrillic = len(heard) > 1
        ended = (*heard, *(one + "a" for one in heard)) if cyrillic else (_ended(word),)
        known = next((same[one] for one in ended if one in same), None)
    return known or _ended(word)


@lru_cache(maxsize=20_000)
def slips(heard: str) -> tuple[str, ...]:
    """Return a sound and it without each of its letters: what sounds one edit apart share."""
    if len(heard) < MIN_SLIP:
        return (heard,)
    # A swap keeps the letters: each of the two words without one of them is the same.
    return tuple(
        dict.fromkeys((heard, *(heard[:i] + heard[i + 1 :] for i in range(1, len(heard)))))
    )


MIN_SLIP = 6
"""Letters of a sound from which one wrong letter is a slip: Popov and Popovs stay apart."""


def near(one: str, other: str) -> bool:
    """Say whether two sounds are one edit apart (Damerau: a neighbour swapped counts as one)."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if len(short) < MIN_SLIP or len(long) - len(short) > 1 or short[0] != long[0]:
        return False
    at = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) < len(long):
        return short[at:] == long[at + 1 :]
    swapped = short[at + 2 :] == long[at + 2 :] and short[at : at + 2] == long[at : at + 2][::-1]
    return swapped or short[at + 1 :] == long[at + 1 :]
