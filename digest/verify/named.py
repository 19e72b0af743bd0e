"""Which articles name a date or an actor, looked up for the counts that pages print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.merged import actor_key, is_bare

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from digest.models import Entry

TEXTS = 2
"""Independent texts that must name an actor who is not the editor's."""


class Named:
    """Dates and actors to the articles that name them."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._dates: dict[str, list[Entry]] = {}
        self._actors: dict[str, list[Entry]] = {}
        self._said: dict[str, set[str]] = {}
        self._shown: set[str] = set()
        self._bare: set[str] = set()
        for entry in entries:
            article = entry.article
            for date in {mention.date for mention in article.dates}:
                self._dates.setdefault(date, []).append(entry)
            self._shown |= {m.date for m in article.dates if m.sentence in entry.shown}
            for key in {actor_key(actor.name) for actor in article.actors}:
                self._actors.setdefault(key, []).append(entry)
            self._bare |= {actor_key(a.name) for a in article.actors if is_bare(a.name)}
            for actor in article.actors:
                shown = entry.shown.intersection(actor.sentences)
                self._said.setdefault(actor_key(actor.name), set()).update(shown)

    def at_date(self, date: str) -> list[Entry]:
        """List the articles that name a date."""
        return self._dates.get(date, [])

    def shown_dates(self) -> set[str]:
        """Return the dates that shown sentences name."""
        return self._shown

    def at_actor(self, key: str) -> list[Entry]:
        """List the articles that name an actor."""
        return self._actors.get(key, [])

    def sentences(self, key: str) -> set[str]:
        """Return the ids of the shown sentences that name an actor."""
        return self._said.get(key, set())

    def actors(self, own: Collection[str]) -> list[str]:
        """List the actors that have a page, `own` being the editor's."""
        return [
            key
            for key, at in self._actors.items()
            if key
            and (key in own or (len({_text(e) for e in at}) >= TEXTS and key not in self._bare))
        ]


def _text(entry: Entry) -> str:
    return entry.grouping.copy_group or entry.article.id
