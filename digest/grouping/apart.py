"""Texts that share their wording and are different news all the same."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from digest.grouping.shingles import ENOUGH, common, shingles
from digest.grouping.tokens import tokenize
from digest.grouping.vectors import beginnings

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from digest.grouping.shingles import Overlap
    from digest.grouping.tokens import Tokens
    from digest.grouping.vectors import Counts, Vector
    from digest.models import Article

OTHER_NUMBERS = 3
"""Numbers in equal surroundings that must differ before they can outweigh those that agree."""
MANY_MORE = 2
"""How many times more of them must differ than agree: a form filled in again, not an update."""
DISTANT = 60
"""Days between two texts from which a changed number makes the later one an edition of its own
(a monthly or yearly notice), not an update."""
BEFORE = 10
"""Days between an event and a report on it. Of 65 pairs of the labelled look-alikes that are one
story and more than `DISTANT` days apart, the later text names the earlier one's time in 58, the
others are all on one plea in court."""
MONTH = 30
REWRITTEN = 0.3
"""Share of the longer text that is its own where it is more than a version with a new top."""
OTHER_BEGINNING = 0.3
"""Similarity of beginnings below which two texts are about different things. Versions of one
text measured .38 and more, a new event told over an old report .21."""
KEPT = 0.8
"""Share of a first sentence's wording from which the other text holds it."""
YEARS = range(1900, 2100)
BEGINNING = 2
"""Sentences that count as first ones: the first is often a headline or a label."""


def different_news(
    articles: Sequence[Article],
    texts: Sequence[Tokens],
    counts: Sequence[Counts],
    vectors: Sequence[Vector],
) -> Callable[[Overlap], bool]:
    """Return what says of two texts with shared wording whether they are different news."""

    def judge(o: Overlap) -> bool:
        i, j = o.first, o.second
        if _another_edition(texts[i], texts[j], _distance(counts[i], counts[j])):
            return True
        if o.second_in_first > 1 - REWRITTEN or _keeps_a_beginning(articles, texts, i, j):
            return False
        return beginnings(vectors[i], vectors[j]) < OTHER_BEGINNING

    return judge


def other_editions(texts: Sequence[Tokens], counts: Sequence[Counts]) -> Callable[[int, int], bool]:
    """Return what says of two texts whether one tells of the other's kind of event again.

    The flood of the next year and the contract for another year are told in the same words: no two
    texts are more alike, and what differs are day and figures. Reports that come back to an event
    (a trial a year later) have figures in common or none in equal surroundings.
    """

    def judge(i: int, j: int) -> bool:
        if _distance(counts[i], counts[j]) <= DISTANT:
            return False
        ours, theirs = _numbers(texts[i]), _numbers(texts[j])
        both = ours.keys() & theirs.keys()
        return 2 * sum(ours[k] != theirs[k] for k in both) > len(both)

    return judge


def unrelated(articles: Sequence[Article], counts: Sequence[Counts]) -> Callable[[int, int], bool]:
    """Return what says of two texts whether the later one is too late to be on the same event.

    Weeks after an event a report that comes back to it says when it was ("in October 2011", "last
    year"); one that does not is on something else, however many names they share.
    """

    def judge(i: int, j: int) -> bool:
        if _distance(counts[i], counts[j]) <= DISTANT:
            return False
        earlier, later = sorted((i, j), key=lambda k: counts[k].days or (0, 0))
        days, now = counts[earlier].days, counts[later].days
        if days is None or now is None:
            return False
        return not any(_names_time(mention.date, days, now) for mention in articles[later].dates)

    return judge


def _names_time(mention: str, days: tuple[int, int], now: tuple[int, int]) -> bool:
    """Say whether an ISO date named in a text of `now` may be when another was published.

    A year of its own says so only from the next year on.
    """
    year, *rest = (int(part) for part in mention.split("-"))
    if not rest:
        return date.fromordinal(days[0]).year == year < date.fromordinal(now[0]).year
    first = date(year, rest[0], rest[1] if len(rest) > 1 else 1).toordinal()
    last = first if len(rest) > 1 else first + MONTH
    return first - BEFORE <= days[1] and days[0] <= last + BEFORE


def _distance(a: Counts, b: Counts) -> int:
    """Days between two publications, 0 where a day is not known."""
    return max(a.days[0] - b.days[1], b.days[0] - a.days[1]) if a.days and b.days else 0


def _another_edition(a: Tokens, b: Tokens, distance: int) -> bool:
    """Whether a form was filled in again: other numbers in equal surroundings.

    A year that moved with the newest year of the text tells a yearly notice from an update.
    """
    ours, theirs = _numbers(a), _numbers(b)
    both = ours.keys() & theirs.keys()
    other = [(ours[k], theirs[k]) for k in both if ours[k] != theirs[k]]
    if not other:
        return False
    moved = any(x in YEARS and y in YEARS for x, y in other)
    if (moved and _newest_year(ours) != _newest_year(theirs)) or distance > DISTANT:
        return True
    return len(other) >= OTHER_NUMBERS and len(other) > MANY_MORE * (len(both) - len(other))


def _numbers(text: Tokens) -> dict[tuple[int, ...], int]:
    """Numbers by the two words before and the one after, which may be numbers themselves."""
    words = [
        0,
        0,
        *(
            0 if n >= 0 else w
            for w, n in zip(text.ids.tolist(), text.numbers.tolist(), strict=True)
        ),
        0,
    ]
    found: dict[tuple[int, ...], int] = {}
    for i, number in enumerate(text.numbers.tolist()):
        if number >= 0:
            found.setdefault((words[i], words[i + 1], words[i + 3]), number)
    return found


def _newest_year(numbers: dict[tuple[int, ...], int]) -> int:
    return max((n for n in numbers.values() if n in YEARS), default=0)


def _keeps_a_beginning(
    articles: Sequence[Article], texts: Sequence[Tokens], i: int, j: int
) -> bool:
    """Whether one of two texts holds a first sentence of the other."""
    for one, other in ((i, j), (j, i)):
        held = shingles(texts[other].ids)
        for sentence in articles[one].sentences[:BEGINNING]:
            start = shingles(tokenize([sentence.text]).ids)
            if len(start) >= ENOUGH and common(start, held) >= KEPT * len(start):
                return True
    return False
