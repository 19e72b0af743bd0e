"""Editors' patterns, compiled to a matcher.

The pattern language is that of `settings.Term`. Patterns are compared word by word and never
become a regular expression, so nothing an editor writes can be expensive or break out. Time is
linear in the text: each different word is looked up once, in a dictionary of words and stems.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from digest.settings import Term
from digest.text import fold

GAP = 3
"""Words that `~` may stand for; the pattern language promises this number."""
REMEMBERED = 200_000
"""Different words whose look-up is kept: more than the vocabulary of 10,000 articles."""

_TOKEN = re.compile(r"https?://\S+|www\.\S+|(?:[^\W_]|[\u00ad\u0300-\u036f\u200b-\u200d\u2060])+")
_JOINT = re.compile(r"[\s\-\u2010-\u2015'’‘\"“”«»„`*_/&.\[\]]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Term number `term` covers `text[start:end]`."""

    term: int
    start: int
    end: int


class _Token(NamedTuple):
    key: str
    start: int
    end: int
    joined: bool
    """Nothing but white space, hyphens and quotation marks before it."""


class _Word(NamedTuple):
    """One word of a pattern: its letters and whether more may stand before and after them."""

    key: str
    before: bool
    after: bool

    def matches(self, key: str) -> bool:
        if self.before:
            return self.key in key if self.after else key.endswith(self.key)
        return key.startswith(self.key) if self.after else key == self.key


class _Place(NamedTuple):
    """What may stand at one place of a pattern: one of several runs of words."""

    choices: tuple[tuple[_Word, ...], ...]
    whole: frozenset[str]
    """Those that are one whole word, and below those that are one stem: one look tells them all."""
    stems: tuple[str, ...]
    rest: tuple[tuple[_Word, ...], ...]
    gap: bool
    """Up to `GAP` other words may come before."""

    def ends(self, tokens: Sequence[_Token], at: int) -> list[int]:
        """Return the indexes after the runs of tokens from `at` on that fill the place."""
        key = tokens[at].key
        found = [at + 1] if key in self.whole or key.startswith(self.stems) else []
        if self.rest:
            found += [at + len(run) for run in self.rest if _fits(run, tokens, at)]
        return found


class Matcher:
    """Finds all of `terms` in a text."""

    def __init__(self, terms: Sequence[Term]) -> None:
        self._phrases = tuple(
            (number, term.language, places)
            for number, term in enumerate(terms)
            for places in _phrases(term.pattern)
        )
        self._exact: dict[str, list[int]] = {}
        self._stems: dict[str, list[int]] = {}
        self._inner: list[tuple[_Word, int]] = []
        for phrase, (_, _, places) in enumerate(self._phrases):
            for word in {choice[0]: None for choice in places[0].choices}:
                self._index(word, phrase)
        self._longest = max(map(len, self._stems), default=0)
        self._known: dict[str, tuple[int, ...]] = {}

    def find(self, text: str, language: str | None = None) -> tuple[Match, ...]:
        """All matches in `text`, by place, overlapping ones included.

        `language` is the text's (ISO 639-1); terms of other languages stay out, unless it is None.
        """
        tokens = _tokens(text)
        found = []
        for i, token in enumerate(tokens):
            phrases = self._known.get(token.key)
            for phrase in self._look_up(token.key) if phrases is None else phrases:
                number, wanted, places = self._phrases[phrase]
                if wanted is not None and language is not None and wanted != language:
                    continue
                first, others = places[0], places[1:]
                ends = first.ends(tokens, i) if first.rest else [i + 1]
                end = _end(others, tokens, ends)
                if end:
                    found.append(Match(term=number, start=token.start, end=tokens[end - 1].end))
        return tuple(found)

    def _index(self, word: _Word, phrase: int) -> None:
        if word.before:
            self._inner.append((word, phrase))
        else:
            (self._stems if word.after else self._exact).setdefault(word.key, []).append(phrase)

    def _look_up(self, key: str) -> tuple[int, ...]:
        """Numbers of the phrases that a word may begin; kept, since few words are new."""
        if len(self._known) >= REMEMBERED:
            self._known.clear()
        numbers = dict.fromkeys(self._exact.get(key, ()))
        for size in range(1, min(len(key), self._longest) + 1):
            numbers.update(dict.fromkeys(self._stems.get(key[:size], ())))
        numbers.update((number, None) for word, number in self._inner if word.matches(key))
        self._known[key] = found = tuple(sorted(numbers))
        return found


def apart(matches: list[Match], excluded: list[Match], weights: Mapping[int, float]) -> list[Match]:
    """Keep of overlapping matches the heavier, longer, earlier one, none over `excluded`."""
    order = sorted(matches, key=lambda m: (-weights[m.term], m.start - m.end, m.start, m.term))
    covered: list[tuple[int, int]] = []
    for match in sorted(excluded, key=lambda m: m.start):
        if not covered or covered[-1][1] <= match.start:
            covered.append((match.start, match.end))
        else:
            covered[-1] = (covered[-1][0], max(covered[-1][1], match.end))
    kept = []
    for match in order:
        at = bisect_right(covered, (match.start, match.end))
        if at and covered[at - 1][1] > match.start:
            continue
        if at < len(covered) and covered[at][0] < match.end:
            continue
        covered.insert(at, (match.start, match.end))
        kept.append(match)
    return sorted(kept, key=lambda m: m.start)


def places_of(term: Term) -> tuple[tuple[tuple[str, bool], ...], ...]:
    """For each place of a pattern its words, folded, and whether each is a stem.

    Places that a word with an open beginning may fill are left out.
    """
    return tuple(
        tuple((word.key, word.after) for choice in place.choices for word in choice)
        for places in _phrases(term.pattern)
        for place in places
        if not any(word.before for choice in place.choices for word in choice)
    )


def _phrases(pattern: str) -> tuple[tuple[_Place, ...], ...]:
    return tuple(places for phrase in pattern.split(" | ") if (places := _parse(phrase)))


def _parse(pattern: str) -> tuple[_Place, ...]:
    places: list[_Place] = []
    gap = False
    for piece in pattern.replace("~", " ~ ").split():
        if piece == "~":
            gap = True
            continue
        choices = tuple(run for choice in piece.split("|") if (run := _run(choice)))
        if choices:
            places.append(_place(choices, gap=gap and bool(places)))
            gap = False
    return tuple(places)


def _place(choices: tuple[tuple[_Word, ...], ...], *, gap: bool) -> _Place:
    single = [run[0] for run in choices if len(run) == 1 and not run[0].before]
    whole = frozenset(word.key for word in single if not word.after)
    stems = tuple(word.key for word in single if word.after)
    rest = tuple(run for run in choices if len(run) > 1 or run[0].before)
    return _Place(choices, whole, stems, rest, gap)


def _run(choice: str) -> tuple[_Word, ...]:
    keys = [token.key for token in _tokens(choice)]
    before, after = choice.startswith("*"), choice.endswith("*")
    last = len(keys) - 1
    return tuple(_Word(key, before and i == 0, after and i == last) for i, key in enumerate(keys))


def _tokens(text: str) -> list[_Token]:
    tokens: list[_Token] = []
    joined, at, plain = True, 0, text.isascii()
    for match in _TOKEN.finditer(text.lower() if plain else text):
        start, end = match.span()
        word = match[0]
        joined = joined and (start - at == 1 or _JOINT.fullmatch(text, at, start) is not None)
        at = end
        if word in {"s", "S"} and start and text[start - 1] in "'’":
            continue  # the possessive ending
        if "/" in word or "." in word:
            joined = False  # an address: its words are nobody's statement
            continue
        tokens.append(_Token(word if plain else _key(word), start, end, joined))
        joined = True
    return tokens


def _key(word: str) -> str:
    return word.lower() if word.isascii() else fold(word).replace("ё", "е")


def _end(places: tuple[_Place, ...], tokens: Sequence[_Token], ends: list[int]) -> int:
    """Index after the shortest run of tokens that begins at an end and fills all places, else 0."""
    for place in places:
        starts = {at for end in ends for at in range(end, end + 1 + GAP * place.gap)}
        ends = [
            end
            for at in starts
            if at < len(tokens) and (tokens[at].joined or place.gap)
            for end in place.ends(tokens, at)
        ]
    return min(ends, default=0)


def _fits(run: tuple[_Word, ...], tokens: Sequence[_Token], at: int) -> bool:
    here = tokens[at : at + len(run)]
    return (
        len(here) == len(run)
        and all(word.matches(token.key) for word, token in zip(run, here, strict=True))
        and all(token.joined for token in here[1:])
    )
