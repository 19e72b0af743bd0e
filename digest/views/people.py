"""Actors merged over articles."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from digest.merged import actor_key, is_bare, texts
from digest.views.parts import Count

if TYPE_CHECKING:
    from digest.models import Actor, Brief, Entry
    from digest.settings import Settings

TEXTS = 2
"""Independent texts that must name an actor for a page; one of `digest.yml` needs one. A first name
alone gets none: another text's Paul is another."""


@dataclass(frozen=True, slots=True)
class Named:
    """An actor over all articles."""

    key: str
    name: str
    kind: Literal["person", "organisation"]
    at: tuple[tuple[Entry, Actor], ...]
    """Articles that name it, newest first."""

    @property
    def path(self) -> str:
        """Its page."""
        return f"actors/{self.key}.md"

    @property
    def articles(self) -> Count:
        """How many articles name it."""
        return Count(name=f"actor:{self.key}.articles", value=len(self.at))

    @property
    def texts(self) -> Count:
        """How many independent texts are among them."""
        return Count(name=f"actor:{self.key}.texts", value=texts(entry for entry, _ in self.at))


def everyone(brief: Brief, settings: Settings) -> dict[str, Named]:
    """Return the actors that have a page by key, those in most texts first.

    The editor's name for an actor wins over the texts' commonest.
    """
    own = {actor_key(a.name): a.name for a in settings.actors}
    held: dict[str, list[tuple[Entry, Actor]]] = {}
    for entry in brief.entries:
        for actor in entry.article.actors:
            places = held.setdefault(actor_key(actor.name), [])
            if not places or places[-1][0] is not entry:
                places.append((entry, actor))
    found = []
    for key, at in held.items():
        one = Named(key, own.get(key) or _commonest(at), _kind(at), tuple(at))
        if key and (key in own or (one.texts.value >= TEXTS and not is_bare(one.name))):
            found.append((one.texts.value, one))
    found.sort(key=lambda pair: (-pair[0], pair[1].key))
    return {one.key: one for _, one in found}


def _kind(at: list[tuple[Entry, Actor]]) -> Literal["person", "organisation"]:
    """Return what most articles take it for, the newest one's in a draw."""
    return Counter(actor.kind for _, actor in at).most_common(1)[0][0]


def _commonest(at: list[tuple[Entry, Actor]]) -> str:
    counts = Counter(actor.name for _, actor in at)
    return min(counts, key=lambda name: (-counts[name], name.isupper(), name))
