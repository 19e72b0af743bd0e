"""What stays the same over articles: one actor, one sum, one thing said with two values."""

from __future__ import annotations

from functools import lru_cache
from itertools import combinations
from typing import TYPE_CHECKING

from digest.text import content_id, fold, slug, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from digest.models import Amount, Entry, Sentence

LETTERS = 4
"""Shorter words are mostly function words, in every language with spaces."""
SAME_THING = 0.5
"""Share of the shorter sentence's longer words in the other. Of the sums that two texts of one
story name in the 593 public stories, pairs at .5 and within a factor of 2 were one thing in 4 of 4
cases read (a bailout of $141, 143 and 144 billion); at .4 in 6 of 12."""
FACTOR = 2.0
"""Two figures for one thing lie closer than this; $43 and $143 billion were two things."""


@lru_cache(maxsize=1 << 16)
def actor_key(name: str) -> str:
    """Return an actor's key, which is also the last part of its page's address.

    Names that differ in case, accents or hyphens only are one actor. Letters that ASCII cannot
    spell are kept apart by 8 hex digits of the folded name.
    """
    folded = fold(name)
    short = slug(name)
    letters = sum(c.isalnum() for c in folded)
    if len(short.replace("-", "")) >= letters:
        return short
    return "-".join(part for part in (short, content_id(folded.encode())[:8]) if part)


def text_of(entry: Entry) -> str:
    """Return the independent text that an article is: its copy group, or itself."""
    return entry.grouping.copy_group or entry.article.id


def base(sentence: str) -> str:
    """Return a sentence's id without the `-n` of a repetition."""
    return sentence.partition("-")[0]


def shown_amounts(entries: Iterable[Entry]) -> dict[tuple[str, str, float, str], list[Held]]:
    """Gather the sums of shown sentences: (text, currency, value, unit) to the places they stand.

    A sentence that other texts repeat word for word counts for the first of them.
    """
    owner: dict[str, str] = {}
    found: dict[tuple[str, str, float, str], list[Held]] = {}
    for entry in entries:
        for amount in entry.article.amounts:
            if amount.sentence in entry.shown:
                text = owner.setdefault(base(amount.sentence), text_of(entry))
                key = (text, amount.currency, amount.value, fold(amount.per or ""))
                found.setdefault(key, []).append((entry, amount))
    return found


def differing(
    entries: Sequence[Entry], sentences: Mapping[tuple[str, str], Sentence]
) -> list[tuple[Held, ...]]:
    """List the sums that independent texts of one story give for one thing, where they differ.

    `entries` are the articles of one story. Each group holds one place for each value, newest
    first; two sums are of one thing when their sentences share most of their words.
    """
    held = [
        (e, a)
        for e in entries
        for a in e.article.amounts
        if a.sentence in e.shown and a.per is None
    ]
    said = {
        (e.article.id, a.sentence): _long(sentences[e.article.id, a.sentence].text) for e, a in held
    }
    groups: list[list[Held]] = []
    for one, other in combinations(held, 2):
        if _differ(one, other, said):
            group = next((g for g in groups if one in g or other in g), None)
            if group is None:
                groups.append(group := [])
            values = {a.value for _, a in group}
            group += [h for h in (one, other) if h[1].value not in values]
    return [tuple(group) for group in groups]


def _differ(one: Held, other: Held, said: Mapping[tuple[str, str], frozenset[str]]) -> bool:
    (entry, amount), (entry2, amount2) = one, other
    small, large = sorted((amount.value, amount2.value))
    if text_of(entry) == text_of(entry2) or amount.currency != amount2.currency:
        return False
    if small == large or large > FACTOR * small or amount.as_of != amount2.as_of:
        return False
    here = said[entry.article.id, amount.sentence]
    there = said[entry2.article.id, amount2.sentence]
    return len(here & there) >= SAME_THING * max(LETTERS, min(len(here), len(there)))


def _long(text: str) -> frozenset[str]:
    long = (w for w in words(fold(text)) if len(w) >= LETTERS)
    return frozenset(w for w in long if not any(c.isdigit() for c in w))


Held = tuple["Entry", "Amount"]
"""A sum and the article it stands in."""
