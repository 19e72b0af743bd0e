"""Sentences that send their reader to what was said before, wherever in them that shows.

What opens with `He` or `But` is the ranker's to know (`wordlists.LEANING`). Here is what points
back from within: a word that has no other use (`instead`, `soon afterwards`), a plural pronoun with
nothing before it that it could mean, a surname behind `Mr`, which news gives to people it has
introduced. Such a sentence keeps its rank; pages print the one before it, dimmed, and rather choose
another where one stands alone.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digest.wordlists import FUNCTION_WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

_BACK: dict[str, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:instead(?! of\b)|afterwards?|thereafter|soon after(?=[,.;]|$)|the latter"
        r"|these(?! (?:days|weeks|months|years|times|words|people|are|is)\b))(?!\w)",
        re.IGNORECASE,
    ),
    "de": re.compile(r"\b(?:stattdessen|danach|hinterher)\b", re.IGNORECASE),
    "ru": re.compile(r"\bтак(?:ой|ая|ое|ую|ие|ого|их|им|ими|ому)\b(?! же\b)"),
    "uk": re.compile(r"\bтак(?:ий|а|е|у|і|ого|их|им|ими|ому)\b(?! (?:ж|само)\b)"),
    "be": re.compile(r"\bтак(?:і|ая|ое|ую|ія|ога|іх|ім|імі|ому)\b(?! ж)"),
}
"""Words that point back from any place in a sentence: each language's few that do so nearly
always."""
_AS = {"ru": " как ", "uk": " як ", "be": " як "}
"""Behind `such`, what says in the same sentence which: only what follows the last one points back.
Looked for by itself: a pattern that looks ahead from each `such` takes the square of a text."""
_TITLE = re.compile(r"[\"“'‘]?(?:Mr|Mrs|Ms|Miss|Mme)\.? [A-Z][\w’'-]++(?!,? [A-Z])")
"""`Mr Brook said`, not `Mr Adam Brook said`."""
_THEM = ("them", "they")
_AHEAD = frozenset("as when while if although though what since before after once until".split())
"""Openings behind which a pronoun may mean what is still to come."""
_SHORT = 3
"""Letters up to which a final s says nothing of number (`gas`, `was`)."""
_SINGULAR = ("ss", "us", "is")
_MANY = frozenset(
    "and people men women children police family team group both all many some most few two three "
    "four five six seven eight nine ten dozen hundred thousand million others".split()
)
"""What a plural pronoun can mean without an s at its end."""


def dangles(text: str, tokens: Sequence[str], language: str) -> bool:
    """Say whether `text` points back; `tokens` are its words in lower case."""
    back = _BACK.get(language)
    told = _AS.get(language)
    if back and back.search(text.rpartition(told)[2] if told else text):
        return True
    return language == "en" and (bool(_TITLE.match(text)) or _without_antecedent(tokens))


def _without_antecedent(tokens: Sequence[str]) -> bool:
    """Say whether `them` or `they` has no word before it that is more than one."""
    first = min((tokens.index(word) for word in _THEM if word in tokens), default=0)
    if not first or tokens[0] in _AHEAD:
        return False
    return not any(map(_plural, tokens[:first]))


def _plural(token: str) -> bool:
    if token in _MANY or token.isdigit():
        return True
    ends = token.endswith("s") and not token.endswith(_SINGULAR)
    return ends and len(token) > _SHORT and token not in FUNCTION_WORDS["en"]
