"""Outlets over all articles."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from digest.merged import outlet_key, texts
from digest.views.parts import Count, DateView

if TYPE_CHECKING:
    from digest.models import Brief, Entry


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet over all articles."""

    key: str
    name: str
    at: tuple[Entry, ...]
    """Its articles, newest first."""

    @property
    def path(self) -> str:
        """Its page."""
        return f"sources/{self.key}.md"

    @property
    def articles(self) -> Count:
        """How many articles came from it."""
        return Count(name=f"outlet:{self.key}.articles", value=len(self.at))

    @property
    def texts(self) -> Count:
        """How many independent texts are among them."""
        return Count(name=f"outlet:{self.key}.texts", value=texts(self.at))

    @property
    def span(self) -> tuple[DateView, DateView]:
        """The dates of its oldest and its newest article; no dates where none is known."""
        known = sorted(entry.published.date for entry in self.at if entry.published)
        first, last = (known[0], known[-1]) if known else (None, None)
        return DateView(iso=first), DateView(iso=last)


def everyone(brief: Brief) -> dict[str, Outlet]:
    """Return the outlets by key, those with most articles first.

    Names that differ in case, accents or punctuation only are one, as actors are.
    """
    held: dict[str, list[Entry]] = {}
    for entry in brief.entries:
        name = entry.article.cleaned.outlet
        if name and outlet_key(name):
            held.setdefault(outlet_key(name), []).append(entry)
    found = [Outlet(key, _commonest(at), tuple(at)) for key, at in held.items()]
    return {one.key: one for one in sorted(found, key=lambda o: (-len(o.at), o.name))}


def _commonest(at: list[Entry]) -> str:
    counts = Counter(entry.article.cleaned.outlet or "" for entry in at)
    return min(counts, key=lambda name: (-counts[name], name))
