"""The value a card is drawn from, and where cards stand."""

from __future__ import annotations

from dataclasses import dataclass

from digest.views.parts import Precision

FOLDER = "cards"


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """All that a card says; equal cards are equal pictures."""

    path: str
    site: str
    beat: str
    title: str
    """A headline in its own words; the editor's where `article` is None, as it is where our fonts
    lack a letter of the headline: better none than a row of boxes."""
    cut: bool
    article: str | None
    """The article that the title is a slice of."""
    line: int | None
    date: str
    precision: Precision
    sure: bool
    counts: tuple[tuple[str, int, str], ...]
    """(name of the mark, value, noun)."""
    topics: tuple[tuple[str, int], ...]
    """(title, mark)."""
    outlets: tuple[str, ...]
    look: str
    """Changes with the fonts, so that a cache draws anew."""


def front_path() -> str:
    """Return the path of the card of the front page and of all pages without one of their own."""
    return f"{FOLDER}/front.png"


def topic_path(slug: str) -> str:
    """Return the path of a topic's card."""
    return f"{FOLDER}/topics/{slug}.png"


def story_path(story: str) -> str:
    """Return the path of a story's card."""
    return f"{FOLDER}/stories/{story}.png"
