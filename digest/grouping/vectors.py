"""Articles as vectors of what their event is made of: names, numbers, words, years, days.

Tf-idf over words cut to five letters (a stemmer for every language: McNamee and Mayfield 2004,
Character n-gram tokenization), the beginning and the whole text as two parts of one vector.
"""

from __future__ import annotations

import zlib
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING

from digest.grouping.tokens import plain_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from digest.models import Article

STEM = 5
"""Letters of a word that count. Measured: none .936, 4 .935, 5 .941, 6 .931 (window F1)."""
LEAD = 6
"""Sentences that make the beginning: 4, 6 and 8 measure the same."""
LEAD_SHARE = 0.4
"""Part of the beginning in the similarity; .3 to .5 measure the same, .7 is .01 worse."""
NAMED = 2.0
"""Weight of names and numbers over other words; 1.5 is .01 worse, 2.5 the same."""
BACKGROUND = 100
"""Articles of other news that are imagined beside the corpus, so that rarity means something in
small ones: with it one threshold serves 20 and 500 articles, without it the best one moves from
.24 to .12 as one story fills the corpus."""
NAMES_IN_BACKGROUND = 2.0
WORDS_IN_BACKGROUND = 0.5
"""A term of share x of the corpus has share x to this power of the background: a word that many
articles hold is common everywhere, a name only on this beat. 2.5 and .75 measure the same; names
that are new to the background join half a beat (stories F1 on one beat .60 instead of .86)."""
ALONE = 0.5
"""Weight of a term that no other article holds: it only lengthens its vector. 0 makes the few
articles of a small corpus alike (.43 instead of .28), 1 costs .01."""
YEARS = 0.09
"""What equal years add to a similarity, beside `YEARS_APART`."""
YEARS_APART = 0.06
"""What it costs to name years at all: other years lose this, the same ones gain .03."""
DAYS = 0.15
DAYS_APART = 0.1
"""The same for the days of publication; .2 and .15, or a gain of nothing, measure .02 worse."""
FORTNIGHT = 14
SEASONS_APART = 0.07
"""What publication days more than a season apart lose: two meetings of one pair of leaders, or a
deal announced and signed, share all their names. .06 and .07 part them at .002 of the BCubed F1 of
look-alike events (whose gold joins crimes with their trials two years later), .08 costs .008."""
SEASON = 180
"""Days; with 120 two meetings five months apart stay one story up to .06."""

LEAD_TERMS = 1 << 32
"""Keys below are terms of the whole text, keys above terms of the beginning, years and days."""
_YEAR_TERMS, _DAY_TERMS, _SEASON_TERMS = 2 << 32, 3 << 32, 4 << 32


@dataclass(frozen=True, slots=True, eq=False)
class Counts:
    """What one article names and how often."""

    terms: NDArray[np.uint64]
    """CRC-32 of each distinct term, ascending."""
    whole: NDArray[np.float64]
    """Occurrences in title and text."""
    lead: NDArray[np.float64]
    """Occurrences in title and first sentences."""
    named: NDArray[np.bool_]
    """Whether the term is a name or a number."""
    years: tuple[int, ...]
    """Calendar years that the text names or was published in, ascending."""
    days: tuple[int, int] | None
    """First and last day (proleptic Gregorian ordinals) that the publication may fall on, None
    where it is not known to the month."""
    language: str | None


@dataclass(frozen=True, slots=True, eq=False)
class Vector:
    """A sparse vector, or the sum of several."""

    terms: NDArray[np.uint64]
    weights: NDArray[np.float64]
    size: int
    """Articles summed up."""
    dated: int
    """Those of them that name years."""
    days: int
    """Those of them whose day is known."""


def count(article: Article) -> Counts:
    """Count the terms of an article."""
    import numpy as np  # noqa: PLC0415 - loaded only where articles are compared

    title = article.cleaned.title
    head = [] if title.derived else plain_words(title.text)
    texts = [plain_words(s.text) for s in article.sentences]
    stems = [[*map(_stem, words)] for words in (head, *texts)]
    whole = Counter(chain.from_iterable(stems))
    lead = Counter(chain.from_iterable(stems[: 1 + LEAD]))
    names = Counter(
        stem
        for words, own in zip(texts, stems[1:], strict=True)
        for word, stem in zip(words[1:], own[1:], strict=True)
        if word[0].isupper()
    )
    order = sorted((zlib.crc32(term.encode()), term) for term in whole)
    terms = [term for _, term in order]
    years = {int(t) for t in terms if len(t) == 4 and t.isdecimal() and t[:2] in {"19", "20"}}  # noqa: PLR2004
    if article.published:
        years.add(int(article.published.date[:4]))
    return Counts(
        np.array([key for key, _ in order], np.uint64),
        np.array([whole[t] for t in terms], np.float64),
        np.array([lead[t] for t in terms], np.float64),
        np.array([2 * names[t] >= whole[t] or t[0].isdigit() for t in terms], np.bool_),
        tuple(sorted(years)),
        days(article),
        article.cleaned.language,
    )


def days(article: Article) -> tuple[int, int] | None:
    """First and last day that the publication may fall on, None where the month is not known."""
    parts = article.published.date.split("-") if article.published else []
    if len(parts) == 3:  # noqa: PLR2004 - year, month, day
        day = date.fromisoformat("-".join(parts)).toordinal()
        return day, day
    if len(parts) == 2:  # noqa: PLR2004 - year, month
        first = date(int(parts[0]), int(parts[1]), 1).toordinal()
        return first, first + 30
    return None


def dated_by(versions: Sequence[Counts]) -> Counts:
    """Return the first of several versions of one text, with the first date that one has."""
    return replace(versions[0], days=next((v.days for v in versions if v.days), None))


def _stem(word: str) -> str:
    word = word.casefold()
    return word if word[0].isdigit() else word.removesuffix("'s")[:STEM]


def vectors(counts: Sequence[Counts]) -> list[Vector]:
    """Weigh terms by their rarity: names and numbers among all, words among their language."""
    everywhere = _frequencies(counts)
    of_language = {
        language: _frequencies([c for c in counts if c.language == language])
        for language in {c.language for c in counts}
    }
    return [_vector(c, everywhere, of_language[c.language]) for c in counts]


@dataclass(frozen=True, slots=True, eq=False)
class _Frequencies:
    size: int
    terms: NDArray[np.uint64]
    articles: NDArray[np.int64]

    def of(self, terms: NDArray[np.uint64]) -> NDArray[np.int64]:
        """Articles that hold each of `terms`."""
        found: NDArray[np.int64] = self.articles[self.terms.searchsorted(terms)]
        return found


def _frequencies(counts: Sequence[Counts]) -> _Frequencies:
    import numpy as np  # noqa: PLC0415

    held = np.concatenate([*(c.terms for c in counts), np.zeros(0, np.uint64)])
    return _Frequencies(len(counts), *np.unique(held, return_counts=True))


def _vector(counts: Counts, everywhere: _Frequencies, language: _Frequencies) -> Vector:
    import numpy as np  # noqa: PLC0415

    among = everywhere.of(counts.terms)
    df = np.where(counts.named, among, language.of(counts.terms))
    size = np.where(counts.named, everywhere.size, language.size)
    power = np.where(counts.named, NAMES_IN_BACKGROUND, WORDS_IN_BACKGROUND)
    idf = np.log((size + BACKGROUND) / (df + BACKGROUND * (df / size) ** power))
    idf *= np.where(counts.named, NAMED, 1) * np.where(among > 1, 1, ALONE)
    whole = _unit((1 + np.log(counts.whole)) * idf) * np.sqrt(1 - LEAD_SHARE)
    begun = counts.lead > 0
    lead = _unit((1 + np.log(counts.lead[begun])) * idf[begun]) * np.sqrt(LEAD_SHARE)
    meets, meets_first = among > 1, among[begun] > 1  # a term held by no other meets none
    years = np.array(counts.years, np.uint64)
    since = _unit(np.array([0.5] * (len(years) - 1) + [1.0] * (len(years) > 0)))
    weeks, near = _overlapping(counts.days, FORTNIGHT)
    seasons, within = _overlapping(counts.days, SEASON)
    terms = (
        counts.terms[meets],
        counts.terms[begun][meets_first] + np.uint64(LEAD_TERMS),
        years + np.uint64(_YEAR_TERMS),
        weeks + np.uint64(_DAY_TERMS),
        seasons + np.uint64(_SEASON_TERMS),
    )
    weights = (
        whole[meets],
        lead[meets_first],
        since * np.sqrt(YEARS),
        near * np.sqrt(DAYS),
        within * np.sqrt(SEASONS_APART),
    )
    dated, days = int(len(years) > 0), int(len(weeks) > 0)
    return Vector(np.concatenate(terms), np.concatenate(weights), 1, dated, days)


def _overlapping(
    days: tuple[int, int] | None, width: int
) -> tuple[NDArray[np.uint64], NDArray[np.float64]]:
    """Overlapping periods: equal for days within half of `width`, half equal for the next."""
    import numpy as np  # noqa: PLC0415

    if days is None:
        return np.zeros(0, np.uint64), np.zeros(0)
    first, last = (day // (width // 2) for day in days)
    periods = np.arange(first, last + 2).astype(np.uint64)
    return periods, _unit(np.ones(len(periods)))


def _unit(weights: NDArray[np.float64]) -> NDArray[np.float64]:
    import numpy as np  # noqa: PLC0415

    return weights / (np.sqrt((weights**2).sum()) or 1.0)


def similarity(a: Vector, b: Vector) -> float:
    """Average similarity of the articles summed in `a` to those in `b`, at most about 1.1."""
    import numpy as np  # noqa: PLC0415

    if len(a.terms) > len(b.terms):
        a, b = b, a
    total = 0.0
    if len(a.terms):
        place = np.minimum(np.searchsorted(b.terms, a.terms), len(b.terms) - 1)
        same = b.terms[place] == a.terms
        total = float((a.weights[same] * b.weights[place[same]]).sum())
    total -= YEARS_APART * a.dated * b.dated + (DAYS_APART + SEASONS_APART) * a.days * b.days
    return round(total / (a.size * b.size), 9)


def beginnings(a: Vector, b: Vector) -> float:
    """Similarity of two articles' beginnings alone, 0 to 1."""
    import numpy as np  # noqa: PLC0415

    ours, theirs = ((v.terms >= LEAD_TERMS) & (v.terms < _YEAR_TERMS) for v in (a, b))
    _, i, j = np.intersect1d(a.terms[ours], b.terms[theirs], True, return_indices=True)
    return float((a.weights[ours][i] * b.weights[theirs][j]).sum() / LEAD_SHARE)


def add(a: Vector, b: Vector) -> Vector:
    """Sum two vectors."""
    import numpy as np  # noqa: PLC0415

    terms, where = np.unique(np.concatenate([a.terms, b.terms]), return_inverse=True)
    weights = np.zeros(len(terms))
    np.add.at(weights, where, np.concatenate([a.weights, b.weights]))
    return Vector(terms, weights, a.size + b.size, a.dated + b.dated, a.days + b.days)
