"""Frozen editions: what the digest said on a day, kept as data and never chosen again.

An edition is a value. `keys` say what its articles told, free of punctuation, capitals and white
space, so that a later state can be compared with it even when the files have changed.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from digest.grouping.tokens import plain_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

ChangeKind: TypeAlias = Literal["new", "restated", "superseded", "background"]
Place: TypeAlias = tuple[str, str]
"""(article id, sentence id)."""

KEY_LENGTH = 10
"""Hex digits of a sentence's key: among 250,000 sentences two meet once in 35 collections."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FrozenArticle:
    """An article that the digest covered on the day."""

    id: str
    text: str
    """The independent text that it is: id of its copy group, else its own."""
    story: str
    outlet: str | None
    date: str | None
    sure: bool
    shown: int
    """How many of its sentences the site showed."""
    keys: tuple[str, ...]
    """Keys of its sentences; empty where an earlier edition holds them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FrozenSentence:
    """A sentence that the edition prints."""

    article: str
    id: str
    text: str
    line: int
    language: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FrozenTitle:
    """A headline that the edition prints: a slice of its article."""

    article: str
    text: str
    line: int | None
    language: str | None
    cut: bool
    derived: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FrozenStory:
    """A story that the edition lists; its members are the articles that name it."""

    id: str
    address: str
    title: FrozenTitle
    date: str | None
    sure: bool
    topics: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FrozenTopic:
    """A topic and the sentences that stood under it."""

    slug: str
    title: str
    index: int
    sentences: tuple[Place, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FrozenLine:
    """A sentence of the bottom line."""

    sentence: Place
    context: Place | None
    topic: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FrozenFigure:
    """A sum: slices of a sentence that the edition prints or may print."""

    sentence: Place
    text: str
    about: str | None
    per: str | None
    as_of: str | None
    as_of_sure: bool = True
    """Written where it is False alone: editions of before that was said have no such key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """A shown sentence that an edition did not have, or had in other words.

    `superseded`: figures were replaced, or what was to come has come; `restated`: the same in other
    words; `background`: said before, so no news.
    """

    kind: ChangeKind
    sentence: Place
    story: str
    before: Place | None = None
    """The earlier sentence, for `restated` and `superseded`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """The digest of one day, complete in itself."""

    date: str
    title: str
    previous: str | None
    """Day of the edition before, None for the first."""
    articles: tuple[FrozenArticle, ...]
    sentences: tuple[FrozenSentence, ...]
    bottom: tuple[FrozenLine, ...]
    topics: tuple[FrozenTopic, ...]
    figures: tuple[FrozenFigure, ...]
    stories: tuple[FrozenStory, ...]
    changes: tuple[Changed, ...]
    """Against the edition before; for the first, all that it prints is new and none is listed."""


Frozen: TypeAlias = "dict[str, dict[str, str]]"
"""By article, the sentences that editions print: id to text, those of newer editions first."""


def key(text: str) -> str:
    """Return what stays of a sentence when it is copied, cleaned again or quoted otherwise."""
    plain = " ".join(plain_words(text.casefold()))
    return hashlib.sha256(plain.encode()).hexdigest()[:KEY_LENGTH]


def frozen(editions: Iterable[Edition]) -> Frozen:
    """Gather what editions print, for the caps to count first: the newest edition's before older.

    Where two editions print one id, the newest one's text stands.
    """
    held: Frozen = {}
    for edition in sorted(editions, key=lambda e: e.date, reverse=True):
        for one in edition.sentences:
            held.setdefault(one.article, {}).setdefault(one.id, one.text)
    return held


def before(editions: Sequence[Edition], date: str) -> tuple[Edition, ...]:
    """Return the editions of earlier days, oldest first."""
    return tuple(sorted((e for e in editions if e.date < date), key=lambda e: e.date))


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What editions have told: articles they covered, and keys of all sentences of these."""

    articles: frozenset[str]
    keys: frozenset[str]


def told(editions: Iterable[Edition]) -> Told:
    """Gather what some editions have told."""
    rows = [row for edition in editions for row in edition.articles]
    return Told(
        articles=frozenset(row.id for row in rows),
        keys=frozenset(k for row in rows for k in row.keys),
    )
