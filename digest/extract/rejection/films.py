"""Pages of a film without an article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digest.extract.rejection.walls import WALL_WORDS
from digest.extract.rules import dated

if TYPE_CHECKING:
    from digest.extract.rules.page import Page, Paragraph

FILM_WORDS = 45
"""Words of the longest text below a film that only says what it shows: three sentences; the
shortest article with a film above it has 60."""
_PLAYER = re.compile(
    r"\b(?:browser|device) (?:does not|doesn['’]t|cannot) (?:support|play)\b"
    r"|\bplay(?:back)? (?:video|is)\b|^\W*video\b\W*\d+:\d\d|^0?0:00\s*/\s*\d+:\d\d$|^autoplay\b"
    r"|video (?:nicht|wird) (?:unterstützt|geladen)",
    re.IGNORECASE,
)
_FILM_HEAD = re.compile(r"\W*(?:watch|videos?|видео|vidéo)\W*", re.IGNORECASE)


def films(page: Page, body: list[Paragraph]) -> bool:
    """Whether there are a player and its notices, and no text but what the film shows.

    A player's notice in the caption of a picture is that of a film inside an article.
    """
    short = [p for p in page.paragraphs if p.size < WALL_WORDS]
    own = sum(p.size for p in body if p.prose and not _PLAYER.search(p.text))
    headed = any(_FILM_HEAD.fullmatch(p.text) for p in short)
    timed = any(dated.clock(p.text) for p in short)
    player = any(_PLAYER.search(p.text) for p in short if p.label != "caption")
    return own <= FILM_WORDS and ((headed and timed) or player)
