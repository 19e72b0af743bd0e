"""What `digest.yml` says, parsed and checked: frozen values, no file access.

`digest.config` makes these from a mapping. Each stage takes only the part it needs.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A word or phrase that speaks for a topic.

    `pattern` is matched at word boundaries; case, quotation marks and hyphens do not matter.
    `*` stands for any letters at the end or start of a word (`sanction*`, `*sanktion*`), `~` for up
    to three words (`price* ~ gas`). `|` without spaces parts words that may take one place
    (`gas|oil price*`), with spaces it parts whole phrases (`imf | monetary fund`). All other
    characters mean themselves.
    """

    pattern: str
    weight: float = 1.0
    """A sentence is on the topic when the weights of its different terms reach 1."""
    language: str | None = None
    """ISO 639-1; None: any language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicSettings:
    """A topic an editor can read and change."""

    slug: str
    title: str
    description: str
    terms: tuple[Term, ...]
    exclude: tuple[Term, ...] = ()
    """Words covered by one of these do not count for a term (`nord stream` within gas terms)."""
    context: tuple[Term, ...] = ()
    """The beat: names and places of which an article must speak for its terms to count."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cap:
    """How much of one text the site may show, over all pages together."""

    sentences: int = 8
    share: float = 0.35
    """Of the body's words, 0 to 1."""
    minimum: int = 3
    """Sentences that are always allowed (a text of ten words has a third of nothing)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceSettings:
    """An outlet, how texts name it and where it lives."""

    name: str
    aliases: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    cap: Cap | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorSettings:
    """An actor with the spellings that mean it."""

    name: str
    kind: Literal["person", "organisation"]
    forms: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    """Forms that look like this actor and are another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventSettings:
    """An event whose date the editor knows and texts presuppose."""

    name: str
    date: str
    """ISO 8601, any precision."""
    phrases: tuple[str, ...] = ()
    """Other ways texts name it: "presidential election", "union treaty"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteSettings:
    """The site's name and address."""

    title: str = "digest"
    subtitle: str = ""
    url: str = ""
    description: str = ""
    contact: str = ""
    noindex: bool = False
    """Ask search engines not to list the site: a tag on every page, and no sitemap."""
    robots: Literal["allow", "disallow", "none"] = "allow"
    """What robots.txt says to all; `none` writes no robots.txt."""
    cards: bool = True
    """Draw a picture for links to the front page, topics and stories."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All of `digest.yml`."""

    site: SiteSettings = SiteSettings()
    articles: str = "articles"
    fetch: tuple[str, ...] = ()
    """What `digest fetch` fetches: addresses of pages and feeds, files that list them."""
    topics: tuple[TopicSettings, ...] = ()
    sources: tuple[SourceSettings, ...] = ()
    actors: tuple[ActorSettings, ...] = ()
    events: tuple[EventSettings, ...] = ()
    cap: Cap = Cap()
    redirects: tuple[tuple[str, str], ...] = ()
    """(published address, address it leads to now), for pages that are no more."""
    summarizer: str = "digest"
    """Our own ranker, or the name of one of sumy's."""
    max_bytes: int = 5_000_000
    """A larger file is skipped."""
