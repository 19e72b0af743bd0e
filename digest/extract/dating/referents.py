"""What a text dates by its words: "the August 2020 election", and events that the editor knows."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from digest.extract.dating import spans
from digest.extract.dating.facts import Facts, Seen
from digest.extract.dating.spans import Span
from digest.models import Evidence
from digest.settings import EventSettings
from digest.text import words

NAMED = 4
"""Words beside a date that may name what happened then."""
STEM = 5
"""Letters that stand for a word: `elect` for election and elections."""
OPENING = 600
"""Characters in which one mention of an event's place is enough: two or three sentences."""
PLACE = 6
"""Letters that stand for a name: `belaru` for Belarus and Belarusian."""
_ALIKE = {"vote": "elect", "poll": "elect", "polls": "elect", "ballo": "elect", "votes": "elect"}
_KINDS = frozenset(
    words(
        "presi parli local munic regio gener midte prima senat congr europ mayor feder state legis"
        " gover"
    )
)
"""Words that tell one election, summit or court from another."""
_STOP = frozenset(
    words(
        "and or in of to that which who has have had was were is are on at for with by from but as"
        " when after since"
    )
)
_PART = re.compile(r"\b(?:early|mid|late)(?:\s+in)?[\s-]+$", re.IGNORECASE)
_FOLLOWING = re.compile(r"[^.,;:()!?\"“”]{0,80}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Referent:
    """Something that happened on known days, by the words that name it."""

    days: Span
    stems: frozenset[str]
    evidence: tuple[Evidence, ...] = ()


def referents(facts: Facts, events: Sequence[EventSettings]) -> tuple[Referent, ...]:
    """List what the text dates itself, then the known events that it vouches for."""
    own = [found for one in facts.seen for found in _own(one)]
    shown = "\n".join(one.text for one in facts.passages).lower()
    latest = max((one.found.year or 0 for one in facts.seen if one.tense != "future"), default=0)
    known = [found for event in events for found in _vouched(event, shown, facts.seen, latest)]
    return (*own, *known)


def stems(text: str) -> frozenset[str]:
    """Stand-ins of the words of `text` of four letters and more."""
    shown = (word.lower().removeprefix("re-")[:STEM] for word in words(text.replace("re-e", "e")))
    return frozenset(_ALIKE.get(stem, stem) for stem in shown if len(stem) >= STEM - 1)


def named_after(text: str) -> frozenset[str]:
    """Stems of the noun phrase that `text` opens with, as far as its first small word."""
    found = _FOLLOWING.match(text)
    chosen: list[str] = []
    for word in (found[0] if found else "").split():
        if word.lower() in _STOP and chosen:
            break
        chosen.append(word)
    return stems(" ".join(chosen[: NAMED + 1]))


def same(one: frozenset[str], two: frozenset[str]) -> bool:
    """Say whether these words can name one thing: they share one, their kinds do not differ."""
    ours, theirs = one & _KINDS, two & _KINDS
    if ours and theirs and not ours & theirs:
        return False
    return bool((one & two) - _KINDS)


def _own(seen: Seen) -> Iterator[Referent]:
    """Read "the August 2020 presidential election", "the election in August 2020"."""
    days, text = seen.days, seen.passage.text
    if days is None or seen.tense == "future":
        return
    after = named_after(text[seen.found.end :].lstrip())
    before = re.search(r"((?:[\w-]+\s+){1,3})(?:in|of|on)\s+$", text[: seen.found.start][-80:])
    for name in (after, stems(before[1]) if before else frozenset()):
        if name:
            yield Referent(days=days, stems=name, evidence=(seen.evidence,))


def _vouched(
    event: EventSettings, shown: str, seen: Sequence[Seen], latest: int
) -> Iterator[Referent]:
    """Yield the event if the text speaks of its place and names its date, in part at least.

    `shown` is the text in lower case, `latest` the latest year that it tells as past.
    """
    days, names, places = _known(event)
    if days is None or not _speaks_of(places, shown):
        return
    for one in seen:
        ahead = one.tense == "future" and not (one.found.day and one.found.year is None)
        if not ahead and _names_day(one, event.date, names, latest):
            for name in names:
                yield Referent(days=days, stems=name, evidence=(one.evidence,))
            return


@functools.cache
def _known(
    event: EventSettings,
) -> tuple[Span | None, tuple[frozenset[str], ...], tuple[str, ...]]:
    """(days, stems of each phrase, beginnings of the names in the event's name)."""
    names = tuple(stems(phrase) for phrase in event.phrases or (event.name,))
    places = tuple(word[:PLACE].lower() for word in words(event.name) if word[:1].isupper())
    return spans.of_iso(event.date), names, places


def _names_day(one: Seen, iso: str, names: Sequence[frozenset[str]], latest: int) -> bool:
    """Say whether a date of the text is the event's: month and year, or the words beside it.

    A bare year is none (many things happened in 1994) unless it is the latest of the text and
    told in parts ("early 2020"): its writer still lives close to it.
    """
    found, text = one.found, one.passage.text
    year, month, day = (*map(int, iso.split("-")), None, None)[:3]
    if found.year not in {None, year} or found.month not in {None, month}:
        return False
    if found.month is None:
        return year == latest and bool(_PART.search(text[: found.start]))
    if found.day not in {None, day}:
        return False
    named = stems(text) if found.day else named_after(text[found.end :].lstrip())
    return found.year == year or any(same(named, name) for name in names)


def _speaks_of(places: Sequence[str], shown: str) -> bool:
    """Say whether each name stands in the text, twice or in its opening."""
    for place in places:
        first = shown.find(place)
        if first < 0 or (first > OPENING and shown.find(place, first + 1) < 0):
            return False
    return bool(places)
