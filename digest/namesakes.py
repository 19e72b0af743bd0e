"""One actor over articles: its names in several texts, joined where nobody else may be meant.

Two names are one person's where surname and given names fit (a spelling, an initial, a short form,
a middle name left out, a surname alone), the articles tell one story, no article names both apart,
and nobody else in the collection fits one of the two and not the other. A body's acronym or short
name is joined with the only full name it can stand for, in one story as well.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from itertools import combinations
from typing import TYPE_CHECKING

from digest.extract.evidence import is_demonym
from digest.extract.names import ACRONYM
from digest.extract.nicknames import may_be_one
from digest.extract.organisations import initials
from digest.extract.spelling import near, slips, sound
from digest.merged import actor_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from digest.models import Actor, Article, Grouping
    from digest.settings import ActorSettings

_SUFFIX = re.compile(r"(?:Jr|Sr|II|III|IV)\.?")
_LEGAL = re.compile(r",? (?:Inc|Ltd|LLC|Corp|Corporation|Company|Co|PLC|plc|AG|SA)\.?$")
_STATES = frozenset({"U.S.", "U.K.", "U.N.", "E.U."})
"""Before a body's name; of a town ("L.A. Superior Court") there are many."""
MIN_SOUND = 4
"""Letters of a surname's sound that tell it in another spelling; Lee is not Leo."""


MOST_BEARERS = 200
"""Names of one surname among which nobody is sure, nor soon told from all others."""


@dataclass(slots=True)
class _Name:
    """A name over all articles, and where it stands."""

    key: str
    person: bool
    listed: bool = False
    """The editor's; two of them are two."""
    written: Counter[str] = field(default_factory=Counter)
    forms: set[str] = field(default_factory=set)
    articles: set[str] = field(default_factory=set)
    stories: set[str] = field(default_factory=set)

    @property
    def name(self) -> str:
        """As most articles have it."""
        return min(self.written, key=lambda name: (-self.written[name], name.isupper(), name))

    @property
    def words(self) -> list[str]:
        """Given names and surname, without what tells father from son and small words."""
        kept = [w for w in self.name.split() if w[:1].isupper() and not _SUFFIX.fullmatch(w)]
        return kept or self.name.split()

    @property
    def suffix(self) -> str:
        return next((w.strip(".") for w in self.name.split()[1:] if _SUFFIX.fullmatch(w)), "")


def joined(
    articles: Sequence[Article], groupings: Sequence[Grouping], listed: Sequence[ActorSettings]
) -> list[Article]:
    """Return the articles, the actors that are one under one name."""
    known = _known(articles, groupings, listed)
    persons = [one for one in known.values() if one.person]
    bodies = [one for one in known.values() if not one.person]
    called = {
        one.key: _called(group)
        for group in _groups([*_persons(persons), *_bodies(bodies)])
        for one in group
    }
    return [_renamed(article, called) for article in articles]


def _known(
    articles: Iterable[Article], groupings: Iterable[Grouping], listed: Iterable[ActorSettings]
) -> dict[str, _Name]:
    known: dict[str, _Name] = {}
    for actor in listed:
        one = _Name(actor_key(actor.name), actor.kind == "person", listed=True)
        one.written[actor.name] += 1
        known[one.key] = one
    for article, grouping in zip(articles, groupings, strict=True):
        for named in article.actors:
            key = actor_key(named.name)
            one = known.setdefault(key, _Name(key, named.kind == "person"))
            one.written[named.name] += 1
            one.forms |= set(named.forms)
            one.articles.add(article.id)
            one.stories.add(grouping.story)
    return known


def _persons(names: Sequence[_Name]) -> Iterator[tuple[_Name, _Name]]:
    """Go through the pairs of names that are one person's."""
    fitting = _fitting(names)
    # A surname alone, then a first name without its middle: what fits two that differ is nobody's.
    for one in sorted(names, key=lambda n: (len(n.words), len(n.name), n.key)):
        near_by = fitting[one.key]
        if any(b.key not in fitting[a.key] for a, b in combinations(near_by.values(), 2)):
            for other in near_by.values():
                del fitting[other.key][one.key]
            fitting[one.key] = {}
    for one in names:
        for other in fitting[one.key].values():
            if one.key < other.key and not one.stories.isdisjoint(other.stories):
                yield one, other


def _fitting(names: Sequence[_Name]) -> dict[str, dict[str, _Name]]:
    """Return for each name, by key, the others that may be its bearer's."""
    by_sound: dict[str, dict[str, _Name]] = {}
    for one in names:
        for slip in slips(sound(one.words[-1])):
            by_sound.setdefault(slip, {})[one.key] = one
    fitting: dict[str, dict[str, _Name]] = {one.key: {} for one in names}
    crowds = [close for close in by_sound.values() if len(close) > MOST_BEARERS]
    crowded = {key for close in crowds for key in close}
    for close in by_sound.values():
        bearers = [one for one in close.values() if one.key not in crowded]
        for one, other in combinations(bearers, 2):
            if one.key not in fitting[other.key] and _fits(one, other):
                fitting[one.key][other.key] = other
                fitting[other.key][one.key] = one
    return fitting


def _fits(one: _Name, other: _Name) -> bool:
    if (one.listed and other.listed) or not one.articles.isdisjoint(other.articles):
        return False
    if one.suffix != other.suffix:
        return False
    *given, last = one.words
    *second, surname = other.words
    here, there = sound(last), sound(surname)
    if len(min(here, there, key=len)) < MIN_SOUND and last != surname:
        return False
    return near(here, there) and _may_be_given(given, second)


def _may_be_given(one: Sequence[str], other: Sequence[str]) -> bool:
    """Say whether two rows of given names may be one person's; a surname alone fits all."""
    if all(map(may_be_one, one, other)):
        return True
    short, long = sorted((one, other), key=len)
    # "W. Mark" and "William Mark" are called Mark.
    called = len(short) == 1 < len(long) and not (_is_initial(short[0]) or _is_initial(long[1]))
    return called and may_be_one(short[0], long[1])


def _is_initial(word: str) -> bool:
    return len(word.strip(".")) <= 1


def _bodies(names: Sequence[_Name]) -> Iterator[tuple[_Name, _Name]]:
    """Go through the pairs of a body's short name and the only full one it can stand for."""
    full: dict[str, dict[str, _Name]] = {}
    for one in names:
        for short in _shorter(one):
            if actor_key(short) != one.key:
                full.setdefault(actor_key(short), {})[one.key] = one
    for one in names:
        bearers = list(full.get(one.key, {}).values())
        if len(bearers) == 1 and not one.listed:
            bearer = bearers[0]
            apart = one.articles.isdisjoint(bearer.articles)
            if apart and not one.stories.isdisjoint(bearer.stories):
                yield one, bearer


def _shorter(one: _Name) -> Iterator[str]:
    """Go through what texts may call a body for short."""
    name = one.name
    yield from (form for form in one.forms if ACRONYM.fullmatch(form))
    words = name.split()
    if len(words) > 1:
        capitals = initials(words)
        if ACRONYM.fullmatch(capitals) and len(capitals) > 2:  # noqa: PLR2004 - "PA" is anybody
            yield capitals
        yield _LEGAL.sub("", name)
        if len(words) > 2 and (words[0] in _STATES or is_demonym(words[0].casefold())):  # noqa: PLR2004
            yield name.partition(" ")[2]


def _groups(pairs: Iterable[tuple[_Name, _Name]]) -> list[list[_Name]]:
    group: dict[str, list[_Name]] = {}
    for one, other in pairs:
        here, there = group.get(one.key, [one]), group.get(other.key, [other])
        if here is not there:
            here += there
            group |= {member.key: here for member in here}
    return list({id(members): members for members in group.values()}.values())


def _called(group: Sequence[_Name]) -> str:
    """Return the editor's name, else the one in most articles, a full one before a short one."""

    def rank(one: _Name) -> tuple[bool, bool, int, int, str]:
        if one.person:
            full, size = not all(map(_is_initial, one.words[:-1])), -len(one.articles)
        else:
            full, size = not _LEGAL.search(one.name), 0
        return (not one.listed, not full, size, -len(one.name), one.name)

    return min(group, key=rank).name


def _renamed(article: Article, called: Mapping[str, str]) -> Article:
    names = [called.get(actor_key(actor.name), actor.name) for actor in article.actors]
    if names == [actor.name for actor in article.actors]:
        return article
    together: dict[str, Actor] = {}
    place = {sentence.id: n for n, sentence in enumerate(article.sentences)}
    for actor, name in zip(article.actors, names, strict=True):
        held = together.get(name)
        mine = {*actor.sentences, *(held.sentences if held else ())}
        together[name] = replace(
            actor,
            name=name,
            forms=tuple(dict.fromkeys((*(held.forms if held else ()), *actor.forms))),
            sentences=tuple(sorted(mine, key=lambda key: place.get(key, -1))),
        )
    ordered = sorted(together.values(), key=lambda actor: -len(actor.sentences))
    return replace(article, actors=tuple(ordered))
