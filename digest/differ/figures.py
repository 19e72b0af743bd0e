"""Where sources differ on a figure: one thing with different values.

Two figures are of one thing when what they are of is the same and their sentences share most of
their words. Copies never count; two roundings of one value are no difference, nor is `at least 20`
beside 24; a conversion in parentheses is no figure of its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import floor, isclose, log10
from typing import TYPE_CHECKING

from digest.differ.common import LETTERS, gathered, long_words, sharing
from digest.merged import Figure, Held, kind, text_of
from digest.models import Amount
from digest.text import fold, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from digest.models import Entry, Sentence

SAME_THING = {"sum": 0.5, "share": 0.5, "count": 0.6}
"""Share of the shorter sentence's longer words in the other. Of the sums that two texts of one
story name in the 593 public stories, pairs at .5 and within a factor of 2 were one thing in 4 of 4
cases read (a bailout of $141, 143 and 144 billion); at .4 in 6 of 12. Counts of which nothing says
what became of those counted need .6: at .5 two marches of two days were one."""
SAME_FATE = 0.5
"""The same for counts of those killed, injured, detained; at .4 the dead of a district met those of
a country."""
FACTOR = {"sum": 2.0, "share": 2.0, "count": 3.0}
"""Two figures for one thing lie closer than this; $43 and $143 billion were two things. Tolls of
one event grow by more than a debt does."""
EXACT = 100
"""A count below it is exact unless a word blurs it."""
NEAR = 0.1
"""A value with `about` or `nearly` stands for all within a tenth of it."""
_AT_LEAST = re.compile(r"(?:more than|over|at least|no (?:less|fewer) than)\s+$", re.IGNORECASE)
_AT_MOST = re.compile(
    r"(?:less than|fewer than|under|up to|at most|no more than|as many as|as much as)\s+$",
    re.IGNORECASE,
)
_NEARLY = re.compile(
    r"(?:about|around|some|nearly|almost|approximately|roughly|close to|estimated)\s+$",
    re.IGNORECASE,
)
_FATES = {
    "killed": r"kill\w*|dead|died|deaths?|slain|shot",
    "injured": r"injur\w+|wound\w+|hurt",
    "detained": r"detain\w*|arrest\w*|jail\w*|imprison\w*|held|custody",
    "damaged": r"damag\w+|destroy\w+|flatten\w*|collaps\w+",
    "displaced": r"evacuat\w+|displac\w+|homeless|flee|fled",
    "missing": r"missing",
}
_FATE = re.compile("|".join(f"(?P<{name}>\\b(?:{form})\\b)" for name, form in _FATES.items()))
AROUND = 30
"""Characters at either side of a count in which its verb stands."""
_SIZES = re.compile(r"\b\d+(?:\.\d+)?-[a-z]+")
_WHERE = re.compile(
    r"\s(?:dead |killed |injured |who \w+ )?(?:in|across|at|around|from)\s+(\w+(?:\s\w+)?)"
)
_SLOW = frozenset(
    "debt debts reserves deficit turnover trade unemployment arrears population gdp".split()
)
"""What changes slowly enough to be compared over months."""
_OWNERS = frozenset("the a an its their his her our this that".split())


@dataclass(frozen=True, slots=True)
class _Told:
    """A figure in its sentence."""

    entry: Entry
    figure: Figure
    text: str
    """The sentence's."""
    start: int
    long: frozenset[str]
    """The sentence's longer words."""
    values: frozenset[float]
    """Of all figures of its kind, currency and fate in the sentence."""

    @property
    def held(self) -> Held:
        """As `merged` gives it."""
        return self.entry, self.figure


def differing(
    entries: Sequence[Entry], sentences: Mapping[tuple[str, str], Sentence]
) -> list[tuple[Held, ...]]:
    """List the figures that independent texts of one story give for one thing, where they differ.

    `entries` are the articles of one story. Each group holds one place for each value, newest
    first.
    """
    pairs = (
        (one.held, other.held)
        for one, other in sharing(_shown(entries, sentences), _keys)
        if text_of(one.entry) != text_of(other.entry)
        and _one_thing(one, other)
        and not _agree(one, other)
        and one.figure.as_of == other.figure.as_of
    )
    return gathered(pairs, lambda held: held[1].value, _place)


def _place(held: Held) -> tuple[str, str, str]:
    entry, figure = held
    return entry.article.id, figure.sentence, figure.text


def over_time(
    entries: Iterable[Entry], sentences: Mapping[tuple[str, str], Sentence]
) -> list[tuple[Held, ...]]:
    """List what slowly changes (a debt) by the same words in several stories, values differing.

    Each group holds one place for each value and story, in the order of `entries`.
    """
    groups: dict[tuple[str, str, str], list[_Told]] = {}
    for told in _shown(list(entries), sentences):
        thing = _thing(told.figure)
        if thing:
            unit = told.figure.currency if isinstance(told.figure, Amount) else ""
            groups.setdefault((kind(told.figure), unit, thing), []).append(told)
    return [tuple(t.held for t in found) for found in map(_each, groups.values()) if found]


def _each(group: Sequence[_Told]) -> list[_Told]:
    """Return one figure for each story whose value no other story of the group has."""
    kept: list[_Told] = []
    for told in group:
        stories = {k.entry.grouping.story for k in kept}
        if told.entry.grouping.story not in stories and not any(_agree(told, k) for k in kept):
            kept.append(told)
    return kept if len(kept) > 1 else []


def _thing(figure: Figure) -> str:
    """Return what slowly changes, without its article: the key over stories, else nothing."""
    named = [w for w in words(fold(figure.about or "")) if w not in _OWNERS]
    return " ".join(named) if named and named[-1] in _SLOW else ""


def _shown(
    entries: Sequence[Entry], sentences: Mapping[tuple[str, str], Sentence]
) -> Iterable[_Told]:
    for entry in entries:
        figures: tuple[Figure, ...] = (*entry.article.amounts, *entry.article.quantities)
        for figure in figures:
            sentence = sentences.get((entry.article.id, figure.sentence))
            if sentence is None or kind(figure) == "price" or _is_range(figure, figures):
                continue
            text, start = sentence.text, sentence.text.find(figure.text)
            if not _is_conversion(text, start):
                beside = (f for f in figures if f.sentence == figure.sentence)
                values = frozenset(f.value for f in beside if _unit(f) == _unit(figure))
                yield _Told(entry, figure, text, start, long_words(text), values)


def _is_range(figure: Figure, figures: Sequence[Figure]) -> bool:
    """Say whether a figure is an end of a range: of money both ends have one text."""
    if isinstance(figure, Amount):
        same = (f for f in figures if f.sentence == figure.sentence and f.text == figure.text)
        return any(f.value != figure.value for f in same)
    return figure.most is not None


def _unit(figure: Figure) -> tuple[str, str]:
    """Return what figures share that could be one: kind and currency, or who is counted."""
    if isinstance(figure, Amount):
        return kind(figure), figure.currency
    return kind(figure), f"{figure.unit} {figure.about}" if figure.kind == "count" else ""


def _keys(told: _Told) -> list[tuple[str, str]]:
    """Return what two figures of one thing have in common at the least."""
    figure = told.figure
    unit = figure.currency if isinstance(figure, Amount) else _head(figure)
    return [(kind(figure), "" if kind(figure) == "share" else unit)]


def _is_conversion(text: str, start: int) -> bool:
    """Say whether a figure repeats the one before it, in another dollar or measure."""
    before = text[max(0, start - AROUND) : start]
    return before.endswith("(") and "$" in before and text.startswith("$", start)


def _one_thing(one: _Told, other: _Told) -> bool:
    """Say whether two figures that have `_keys` in common are of one thing."""
    here, there = one.figure, other.figure
    small, large = sorted((here.value, there.value))
    if small <= 0 or large > FACTOR[kind(here)] * small:
        return False
    shorter = max(LETTERS, min(len(one.long), len(other.long)))
    shared, least = len(one.long & other.long), SAME_THING[kind(here)]
    if shared < min(least, SAME_FATE) * shorter or _apart(one, other):
        return False
    if kind(here) == "share" and not _same_words(here.about, there.about):
        return False
    if kind(here) == "count":
        fate = _fate(one)
        if fate != _fate(other) or _where(one) != _where(other):
            return False
        least = SAME_FATE if fate else least
    return shared >= least * shorter


def _apart(one: _Told, other: _Told) -> bool:
    """Say whether something tells two sentences' figures apart.

    Models do (`13-inch`); so does a sentence that names both values, or several, unless the figures
    are about the same.
    """
    here, there = (set(_SIZES.findall(told.text.lower())) for told in (one, other))
    if here and there and here.isdisjoint(there):
        return True
    if other.figure.value in one.values or one.figure.value in other.values:
        return True
    several = max(len(one.values), len(other.values)) > 1
    return several and not _same_words(one.figure.about, other.figure.about)


def _same_words(one: str | None, other: str | None) -> bool:
    """Say whether one phrase has all content words of the other."""
    here, there = (set(words(fold(p or ""))) - _OWNERS for p in (one, other))
    return bool(here and there) and (here <= there or there <= here)


def _head(figure: Figure) -> str:
    """Return the noun that is counted, in the singular."""
    unit = getattr(figure, "unit", "")
    noun = fold(unit).rpartition(" ")[2]
    return "people" if noun == "persons" else noun.removesuffix("s")


def _fate(told: _Told) -> str | None:
    """Return what became of those counted: the nearest word that says so, behind or before."""
    end = told.start + len(told.figure.text)
    behind = _FATE.search(told.text[end : end + AROUND].lower())
    if behind and (told.figure.about or behind.start() < LETTERS):
        return behind.lastgroup
    before = list(_FATE.finditer(told.text[max(0, told.start - AROUND) : told.start].lower()))
    found = before[-1] if before else behind
    return found.lastgroup if found else None


def _where(told: _Told) -> str:
    """Return the place right behind a count (`in 13 countries`, `in the province`)."""
    at = _WHERE.match(told.text, told.start + len(told.figure.text))
    return at[1].lower() if at else ""


def _agree(one: _Told, other: _Told) -> bool:
    """Say whether two values may be the same one, said more or less precisely."""
    return _covers(one, other.figure.value) or _covers(other, one.figure.value)


def _covers(told: _Told, value: float) -> bool:
    """Say whether a figure as written may stand for a value."""
    own, before = told.figure.value, told.text[max(0, told.start - AROUND) : told.start]
    if isclose(own, value, rel_tol=1e-9):
        return True
    if _AT_LEAST.search(before):
        return value >= own
    if _AT_MOST.search(before):
        return value <= own
    if _NEARLY.search(before) and abs(own - value) <= NEAR * own:
        return True
    if kind(told.figure) == "count" and own < EXACT:
        return False
    step = _step(own)
    return isclose(round(value / step) * step, own, rel_tol=1e-9)


def _step(value: float) -> float:
    """Return the size of the last digit that is not nought: 1e8 for 18.3 billion."""
    step = 10.0 ** floor(log10(value))
    while not isclose(value / step, round(value / step), rel_tol=1e-6):
        step /= 10
    return step
