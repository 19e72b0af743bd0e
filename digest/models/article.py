"""An article and everything that its own text says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from digest.models.text import Cleaned, Confidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A slice of the body: `text` is `document.text[start:end]` with white space squeezed."""

    id: str
    """12 hex digits of SHA-256 over the NFC text; `-2` for its second occurrence in an article."""
    text: str
    line: int
    start: int
    end: int
    paragraph: int
    """0-based; sentences of one paragraph share it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A place in the text that supports a date."""

    line: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """A publication date, no surer and no more precise than its evidence."""

    date: str
    confidence: Confidence
    basis: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A person or organisation, its spellings merged."""

    name: str
    kind: Literal["person", "organisation"]
    forms: tuple[str, ...]
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A sum of money. `about` is a verbatim slice of its sentence, `as_of` an ISO date."""

    text: str
    currency: str
    """ISO 4217."""
    value: float
    sentence: str
    about: str | None = None
    as_of: str | None = None
    as_of_sure: bool = True
    """False where the words that date it need an unsure date of publication."""
    per: str | None = None
    """The unit, verbatim, where this is a price (`1,000 cubic meters`) and not a sum."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A share or a count; all but `kind`, `value`, `most` and `as_of…` are slices of its sentence.

    `about 70 percent of the public debt` and `20 million tons of oil`: no money, no date.
    """

    kind: Literal["share", "count"]
    text: str
    """The number with its unit (`70 percent`, `20 million tons`)."""
    value: float
    unit: str
    """`percent`, a measure, or the noun that is counted (`road maps`)."""
    sentence: str
    most: float | None = None
    """The upper end, where the text gives a range."""
    about: str | None = None
    """What a share is of, what is measured, or what became of those counted (`were detained`)."""
    modifier: str | None = None
    """`about`, `more than`, `up to`."""
    as_of: str | None = None
    as_of_sure: bool = True
    """As of an `Amount`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention:
    """A date that the text names, resolved as far as it can be."""

    text: str
    date: str
    sentence: str
    sure: bool = True
    """Written in full, or resolved by a sure date of publication with no other reading near."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Words in quotation marks; `speaker` as the text names them, None when it does not."""

    text: str
    speaker: str | None
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """A sentence's place in the article's ranking and why it is there."""

    sentence: str
    score: float
    parts: tuple[tuple[str, float], ...]
    """(name, value) of each part of the score."""
    context: str | None = None
    """Id of the sentence before, where this one dangles without it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OnTopic:
    """An article on a topic, with the terms that matched and its sentences, best first."""

    slug: str
    role: Literal["primary", "secondary"]
    terms: tuple[str, ...]
    sentences: tuple[str, ...]
    """Every body sentence on the topic."""
    why: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """(sentence id, terms that matched in it), in the order of `sentences`."""
    by_editor: bool = False

    @property
    def spoken(self) -> tuple[str, ...]:
        """The sentences whose own words speak of the topic, best first: what pages show under it.

        Others are on it by their place in a run of such sentences only. Where the editor put the
        article on the topic and no sentence has its words, all of them.
        """
        named = {sentence for sentence, terms in self.why if terms}
        own = tuple(s for s in self.sentences if s in named)
        return self.sentences if self.by_editor and not own else own


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """Everything one file says, decided without looking at any other file."""

    cleaned: Cleaned
    sentences: tuple[Sentence, ...]
    """Body sentences in reading order."""
    published: Published | None
    ranking: tuple[Ranked, ...]
    """Every sentence worth showing, best first; a shorter extract is a prefix."""
    topics: tuple[OnTopic, ...] = ()
    actors: tuple[Actor, ...] = ()
    amounts: tuple[Amount, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    dates: tuple[DateMention, ...] = ()
    quotations: tuple[Quotation, ...] = ()

    @property
    def id(self) -> str:
        """The raw article's id."""
        return self.cleaned.document.raw.id

    @property
    def source(self) -> str:
        """The raw article's path."""
        return self.cleaned.document.raw.source
