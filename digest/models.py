"""The types that flow, in the order they flow; read this first.

Every stage is a function from one of these types to the next. All are frozen, hold tuples and no
lists, and pickle. Offsets are code points, half open (`text[start:end]`); line numbers start at 1.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

MARKER = "made by digest: do not edit, the next build replaces it"
"""Stands within the first kilobyte of every generated file; a file without it is the editor's."""

Label: TypeAlias = Literal[
    "title", "byline", "dateline", "caption", "nav", "promo", "credit", "comment", "ad", "body"
]
Confidence: TypeAlias = Literal["high", "low"]
Kind: TypeAlias = Literal["text", "markdown", "html", "mail"]
Reason: TypeAlias = Literal[
    "empty",
    "unreadable",
    "too-large",
    "unsupported",
    "binary",
    "not-an-article",
    "outside-the-folder",
    "not-a-file",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """What the editor wrote above a text; each value wins over the machine. None: not given."""

    title: str | None = None
    date: str | None = None
    """ISO 8601 calendar date of any precision: `2021`, `2021-02` or `2021-02-22`."""
    source: str | None = None
    """The outlet's name."""
    url: str | None = None
    language: str | None = None
    topics: tuple[str, ...] | None = None
    """Topic slugs; an empty tuple says: on no topic."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RawArticle:
    """One article as it lay in the folder, decoded and nothing else."""

    source: str
    """Path as given, POSIX; `path#2` for the second article of a file that holds several."""
    kind: Kind
    id: str
    """16 hex digits of SHA-256 over the bytes without our own front matter."""
    text: str
    """The decoded file (for mail the decoded body part), untouched; what verify reads."""
    encoding: str = "utf-8"
    front: FrontMatter = FrontMatter()
    front_end: int = 0
    """Where the text begins after the editor's front matter, 0 where there is none."""
    also_at: tuple[str, ...] = ()
    """Other paths that hold the same bytes."""
    hints: tuple[tuple[str, str], ...] = ()
    """What the container says beside the text (mail and feed headers): (name, value), sorted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """An input that gives no article: an expected failure, listed in the report."""

    source: str
    reason: Reason
    detail: str
    """One sentence that says what to do."""
    id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DateClue:
    """A publication date that markup or a header states (JSON-LD, meta, crawler header, mail)."""

    date: str
    """ISO 8601, only as precise as stated."""
    basis: str
    """Where it was stated, for the reader: `JSON-LD datePublished`."""
    confidence: Confidence
    text: str = ""
    """As written."""
    line: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What the file's own machine-readable parts say; candidates, not decisions."""

    title: str | None = None
    dates: tuple[DateClue, ...] = ()
    """Best first."""
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    author: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A raw article whose text is found: for text the file itself, else what markup holds."""

    raw: RawArticle
    text: str
    """All later offsets and line numbers point in here. For plain text it *is* `raw.text`."""
    start: int = 0
    """Where the text begins (after the editor's front matter)."""
    meta: Metadata = Metadata()


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One non-empty physical line and what it is."""

    n: int
    start: int
    end: int
    """Without the line break and without white space at either side."""
    label: Label
    rule: str
    """The rule that decided, in words a reader understands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A document whose lines are labelled by what the document alone shows."""

    document: Document
    lines: tuple[Line, ...]
    language: str | None
    """ISO 639-1, None when unsure."""
    no_article: str | None = None
    """Why these lines are no article, as one sentence; None for an article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """A headline: the file's own, or words of the text that stand in for one."""

    text: str
    """Verbatim but for white space, whether found or derived."""
    line: int | None
    derived: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleaned:
    """Final labels (furniture of the outlet known), title, outlet, language."""

    document: Document
    lines: tuple[Line, ...]
    language: str | None
    title: Title
    outlet: str | None
    url: str | None
    credits: tuple[str, ...] = ()
    """Agencies and papers named as contributors or origin, not the outlet itself."""
    translated: bool = False
    """Machine-translated prose, flagged on the page and ranked lower as a source."""


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
    per: str | None = None
    """The unit, verbatim, where this is a price (`1,000 cubic meters`) and not a sum."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A share or a count; all but `kind`, `value`, `most` and `as_of` are slices of its sentence.

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


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention:
    """A date that the text names, resolved as far as it can be."""

    text: str
    date: str
    sentence: str


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """How an article hangs on the leading one of its copy group; never a chain."""

    kind: Literal["copy", "update"]
    of: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouping:
    """Where one article stands among all: its copies, its story."""

    article: str
    story: str
    """Story id, from the story's earliest member; never None."""
    copy_group: str | None = None
    relation: Relation | None = None
    alike: tuple[str, ...] = ()
    """Stories most like its own that were kept apart from it, nearest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An article in its place: what the site knows of it."""

    article: Article
    grouping: Grouping
    published: Published | None
    """Own date, or the one inherited from another article of the story."""
    shown: frozenset[str] = frozenset()
    """Ids of the sentences that the site may print, over all pages together."""
    frozen: tuple[tuple[str, str], ...] = ()
    """(id, text) of sentences that editions print and caps allow, and that the article, as it is
    read now, does not have as a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Articles on one event, the leading one first."""

    id: str
    members: tuple[str, ...]
    """Article ids: independent texts newest first, each followed by its copies."""
    independent: int
    """Texts that are no copy or version of another member."""
    outlets: tuple[str, ...]
    alike: tuple[str, ...] = ()
    """Other stories, most like this one first, that were kept apart from it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pick:
    """A sentence chosen for a list, named by article and sentence."""

    article: str
    sentence: str
    context: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """All that the pages are made of."""

    entries: tuple[Entry, ...]
    """Newest first; undated last."""
    stories: tuple[Story, ...]
    """Newest first."""
    skipped: tuple[Skipped, ...]
    as_of: str | None
    """ISO date the digest speaks for, None where no article has a date."""
    bottom_line: tuple[Pick, ...] = ()
    topics: tuple[tuple[str, tuple[Pick, ...]], ...] = ()
    """(slug, picks best first), in the order of `digest.yml`."""
    story_picks: tuple[tuple[str, tuple[Pick, ...]], ...] = ()
    """(story id, picks best first)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A file to write below `site_src/` (or beside the rendered pages, for data and feeds)."""

    path: str
    """POSIX, relative, made of slugs and ids only."""
    content: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A drawn file to write beside the pages."""

    path: str
    """POSIX, relative, made of slugs and ids only."""
    content: bytes
