"""The small values that all pages share: sentences, slices, dates, sources, counts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal, TypeAlias

from digest.freshness import first_day
from digest.text import words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digest.models import Published

Precision: TypeAlias = Literal["day", "month", "year", "none"]

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


WORDS_A_MINUTE = 230
"""Silent reading of English non-fiction: 238 words a minute (Brysbaert 2019)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateView:
    """A date as precise as it is known."""

    iso: str | None
    sure: bool = True

    @property
    def precision(self) -> Precision:
        """How much of it is known."""
        return ("none", "year", "month", "day")[len(self.iso.split("-")) if self.iso else 0]

    @property
    def short(self) -> str:
        """`22 Feb 2021`, `Feb 2021`, `2021` or `no date`; a question mark where it is not sure."""
        return self._words(3) + ("" if self.sure or not self.iso else "?")

    @property
    def long(self) -> str:
        """`22 February 2021`."""
        return self._words(None)

    @property
    def month(self) -> str:
        """`Feb`, empty where only the year is known."""
        year, *rest = (self.iso or "").split("-")
        return MONTHS[int(rest[0]) - 1][:3] if year and rest else ""

    @property
    def spoken(self) -> str:
        """What the drawn cells say, in words."""
        known = {
            "day": "",
            "month": ", day not known",
            "year": ", only the year is known",
            "none": "",
        }[self.precision]
        return known + ("" if self.sure or not self.iso else ", not sure")

    @property
    def instant(self) -> str | None:
        """Its first moment (RFC 3339, which knows no months), None where there is no date."""
        return f"{first_day(self.iso)}T00:00:00Z" if self.iso else None

    @property
    def weekday(self) -> str:
        """The day of the week, empty unless the day is known."""
        if self.iso is None or self.precision != "day":
            return ""
        return WEEKDAYS[date.fromisoformat(self.iso).weekday()]

    def _words(self, length: int | None) -> str:
        if not self.iso:
            return "no date"
        year, *rest = self.iso.split("-")
        names = [MONTHS[int(part) - 1][:length] for part in rest[:1]]
        days = [str(int(part)) for part in rest[1:]]
        return " ".join([*days, *names, year])


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicRef:
    """A topic and its place in `digest.yml`, which decides its mark."""

    slug: str
    title: str
    index: int

    @property
    def path(self) -> str:
        """Its page."""
        return f"topics/{self.slug}.md"


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceView:
    """A whole sentence of an article, verbatim."""

    article: str
    id: str
    text: str
    line: int
    language: str | None = None
    spans: tuple[tuple[str, str], ...] = ()
    """(`""`, `del` or `ins`; words): the sentence in pieces where it is compared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SliceView:
    """A verbatim slice that is no whole sentence; `line` None: anywhere in the source."""

    article: str
    text: str
    line: int | None = None
    language: str | None = None
    cut: bool = False
    """Our ellipsis follows it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A number that verify recomputes; `name` is `scope.thing` (docs/design.md, Marks)."""

    name: str
    value: int


def minutes(printed: Iterable[SentenceView | None]) -> Count:
    """Return how long the sentences of a page take to read."""
    length = sum(len(words(view.text)) for view in printed if view)
    return Count(name="page.minutes", value=max(1, -(-length // WORDS_A_MINUTE)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Cite:
    """Where a sentence stands: outlet, date, place, and in how many texts."""

    outlet: str | None
    date: DateView
    target: str
    """Path of the article page with the sentence's anchor."""
    articles: Count
    texts: Count
    why: str = ""
    """What its date rests on and at which line it stands, for a card beside it."""


def because(published: Published | None, line: int) -> str:
    """Say what a date rests on and where a sentence stands; no number that is a count."""
    basis = published.basis if published else "nothing in the file supports one"
    basis = "worked out from the text" if basis == "text" else basis.removeprefix("metadata: ")
    sure = ", not sure" if published and published.confidence != "high" else ""
    return f"Date: {basis}{sure}. Verbatim, from line {line} of the text."


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """A topic and the terms that put a sentence on it: slices of it, or the term's own words."""

    topic: TopicRef
    terms: tuple[SliceView | str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A sentence in a list, with its source."""

    sentence: SentenceView
    cite: Cite
    why: tuple[Why, ...] = ()
    context: SentenceView | None = None
    """The sentence before, shown dimmed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A page of ours by its title: a slice of the article."""

    path: str
    title: SliceView
    derived: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An article or a story in a list."""

    link: Link
    date: DateView
    outlets: tuple[str, ...]
    """The outlet of the article whose title it is, if named."""
    topics: tuple[TopicRef, ...]
    articles: Count | None = None
    texts: Count | None = None
    named: Count | None = None
    """How many outlets a story's articles name."""
    translated: bool = False
    relation: str | None = None
    """`copy` or `update`: how an article hangs on the leading one of its text."""
    source: str = ""
    """Name of the article's file."""
