"""All articles together, what is shown of them, and the files that this gives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from digest.models.article import Article, Published
    from digest.models.text import Skipped

MARKER = "made by digest: do not edit, the next build replaces it"
"""Stands within the first kilobyte of every generated file; a file without it is the editor's."""


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
    akin: tuple[str, ...] = ()
    """For a text without a day: dated articles of its story that tell nearly the same."""


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
    keeps: Literal["", "moved", "withdrawn", "empty"] = ""
    """Why it stands only to keep a published address: its subject lives on elsewhere, its source
    was taken out, or nothing is left to show of it. Empty for every other page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A drawn file to write beside the pages."""

    path: str
    """POSIX, relative, made of slugs and ids only."""
    content: bytes
