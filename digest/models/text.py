"""A file on its way to a clean text: what it holds, line by line, and what it says of itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

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
