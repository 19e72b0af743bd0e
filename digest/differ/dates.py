"""Where sources differ on a date: nearly the same clause of independent texts, with another date.

Only dates that are written out count ("27 June 1973", "in 2010"): "on Monday" is resolved by us,
and two texts of two days may both be right.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from digest.differ.common import LETTERS, gathered, long_words, sharing
from digest.merged import text_of
from digest.text import fold, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from digest.models import DateMention, Entry, Sentence

HeldDate: TypeAlias = "tuple[Entry, DateMention]"

STEM = 5
LEAST, SAME_CLAUSE = 3, 0.4
"""Longer words that two clauses share: so many, and such a part of the shorter one's. With the same
past form nearest to the date, three differences are found over all sentences of the 593 public
stories and all are right (a vote, a plea, an indictment); at .3 a fourth, of two events. Without
that verb a charge of 1957 stood against an acquittal of 1958."""
YEARS, MONTHS = 2, 2
"""Dates farther apart are of two events, however alike the words."""
_CUT = re.compile(
    r"[;:—–]|, (?:and|but|which|who|when|while|where|after|before|as) "
    r"| (?:when|while|after|before|and|but|who|which|that) "
)
_CALENDAR = frozenset(
    "january february march april june july august september october november december monday "
    "tuesday wednesday thursday friday saturday sunday".split()
)


@dataclass(frozen=True, slots=True)
class _Dated:
    """A date in its clause."""

    held: HeldDate
    stems: frozenset[str]
    verb: str | None
    beside: frozenset[str]
    """All dates of the sentence."""


def differing(
    entries: Sequence[Entry], sentences: Mapping[tuple[str, str], Sentence]
) -> list[tuple[HeldDate, ...]]:
    """List the dates that independent texts of one story give for one thing, where they differ.

    `entries` are the articles of one story, `sentences` what may be printed by article and sentence
    id. Each group holds one place for each date, in the order of `entries`.
    """
    pairs = (
        (one.held, other.held)
        for one, other in sharing(_dated(entries, sentences), lambda d: [d.verb] if d.verb else [])
        if _differ(one, other)
    )
    return gathered(
        pairs,
        lambda held: held[1].date,
        lambda held: (held[0].article.id, held[1].sentence, held[1].text),
    )


def _dated(
    entries: Iterable[Entry], sentences: Mapping[tuple[str, str], Sentence]
) -> Iterable[_Dated]:
    for entry in entries:
        for mention in entry.article.dates:
            sentence = sentences.get((entry.article.id, mention.sentence))
            if sentence and any(char.isdigit() for char in mention.text):
                at = sentence.text.find(mention.text)
                before, after = _clause(sentence.text, at, at + len(mention.text))
                beside = {d.date for d in entry.article.dates if d.sentence == mention.sentence}
                stems = _stems(before) | _stems(after)
                verb = _verb(before, after)
                yield _Dated((entry, mention), stems, verb, frozenset(beside))


def _clause(text: str, start: int, end: int) -> tuple[str, str]:
    """Return what stands before and after a date in its clause."""
    cuts = [found.end() for found in _CUT.finditer(text, 0, start)]
    after = _CUT.search(text, end)
    return text[cuts[-1] if cuts else 0 : start], text[end : after.start() if after else None]


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:STEM] for word in long_words(text) - _CALENDAR)


def _verb(before: str, after: str) -> str | None:
    """Return the stem of the past form in -ed that is nearest to the date, if there is one."""
    left, right = words(fold(before))[::-1], words(fold(after))
    near = [
        (n, word[:STEM])
        for side in (left, right)
        for n, word in enumerate(side)
        if word.endswith("ed") and len(word) > LETTERS
    ]
    return min(near)[1] if near else None


def _differ(one: _Dated, other: _Dated) -> bool:
    """Say whether two dates are of one thing and not the same."""
    (entry, here), (entry2, there) = one.held, other.held
    if text_of(entry) == text_of(entry2) or fold(here.text) == fold(there.text):
        return False
    if here.date in other.beside or there.date in one.beside or not _near(here.date, there.date):
        return False
    shared = len(one.stems & other.stems)
    return shared >= max(LEAST, SAME_CLAUSE * min(len(one.stems), len(other.stems)))


def _near(one: str, other: str) -> bool:
    """Say whether two ISO dates differ, are known alike and may be of one event."""
    if one.startswith(other) or other.startswith(one):
        return False
    (year, *rest), (year2, *rest2) = ([int(part) for part in d.split("-")] for d in (one, other))
    if not rest or not rest2:
        return not rest and not rest2 and abs(year - year2) <= YEARS
    return abs(12 * (year - year2) + rest[0] - rest2[0]) <= MONTHS
