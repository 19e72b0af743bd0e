"""Which language a text is in (py3langid), and whether a machine translated it."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

SAMPLE = 500
"""Characters that are judged: .45 ms instead of 3.3 for 5,000, and the answer of
the whole text for all of 894 articles."""
SHORTEST = 40
"""Letters below which any answer is a guess."""
SURE = 0.9
"""Probability from which the answer is taken."""

_SCRIPTS: dict[str, frozenset[str]] = {
    "CYRILLIC": frozenset({"be", "bg", "ru", "uk", "sr", "mk", "kk", "ky", "mn", "tg"}),
    "GREEK": frozenset({"el"}),
    "HEBREW": frozenset({"he"}),
    "ARABIC": frozenset({"ar", "fa", "ur", "ug", "ps"}),
    "HANGUL": frozenset({"ko"}),
    "THAI": frozenset({"th"}),
    "ARMENIAN": frozenset({"hy"}),
    "GEORGIAN": frozenset({"ka"}),
}
_SPACE = re.compile(r"\s+")
_FOREIGN_BYLINE = re.compile(r"\W*(?:von|par|por|от|автор)\s", re.IGNORECASE)
_SHORTCODE = re.compile(r"\[/?ad_\d+\]|\[/?translat\w*\]", re.IGNORECASE)
_SAYS_SO = re.compile(
    r"(?:machine[- ]translat\w+|translated (?:automatically|by (?:google|deepl|machine))"
    r"|automatic(?:ally)? translat\w+"
    r"|automatische übersetzung|автоматический перевод)\b"
)


def detect(text: str) -> str | None:
    """ISO 639-1 code of the language of `text`, None when unsure."""
    sample = _sample(text)
    letters = {c: n for c, n in Counter(sample).items() if c.isalpha()}
    if sum(letters.values()) < SHORTEST:
        return None
    code, probability = _identifier().classify(sample)
    often = min(letters.items(), key=lambda item: (-item[1], item[0]))[0]
    script = unicodedata.name(often, "").partition(" ")[0]
    possible = _SCRIPTS.get(script)
    foreign = possible is None and any(code in codes for codes in _SCRIPTS.values())
    if probability < SURE or len(code) != 2 or (possible and code not in possible) or foreign:  # noqa: PLR2004
        return None
    return str(code)


def _sample(text: str) -> str:
    """Return a piece from the middle, where menus and credits do not reach."""
    start = max(0, (len(text) - SAMPLE) // 2)
    return _SPACE.sub(" ", text[start : start + SAMPLE])


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - .3 s to import

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def translated(lines: Sequence[tuple[str, str]], language: str | None) -> bool:
    """Whether (label, text) lines show that a machine translated the text.

    It says so, or an English text has a foreign word before its author and the codes of a
    copying program; either sign alone is common in texts that people wrote.
    """
    dropped = [text for label, text in lines if label != "body"]
    if _SAYS_SO.search("\n".join(text[:300] for text in dropped).casefold()):
        return True
    foreign = any(label == "byline" and _FOREIGN_BYLINE.match(text) for label, text in lines)
    return language == "en" and foreign and any(_SHORTCODE.search(text) for text in dropped)
