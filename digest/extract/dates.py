"""When an article was published, and which dates it names.

Publication: the editor's front matter, then what markup and headers state, then a dateline, then
the prose. `high` is a promise: it takes a whole date that something states as the text's own and
that nothing else in the text contradicts. Prose alone never earns it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from digest.extract.dating import datelines, prose, spans
from digest.extract.dating.datelines import Stamp
from digest.extract.dating.expressions import find
from digest.extract.dating.facts import Clue, Facts, gather
from digest.extract.dating.resolve import resolved
from digest.models import (
    Cleaned,
    DateClue,
    DateMention,
    Evidence,
    Published,
    Sentence,
)
from digest.settings import EventSettings

OPENING = 3
"""Sentences whose weekdays speak for or against a dateline."""


def published(
    cleaned: Cleaned, sentences: tuple[Sentence, ...], events: tuple[EventSettings, ...]
) -> Published | None:
    """Say when `cleaned` was published, None where nothing supports a date."""
    front = cleaned.document.raw.front.date
    if front is not None and spans.of_iso(front):
        return Published(
            date=front, confidence="high", basis="front matter", evidence=_front(cleaned, front)
        )
    clues = [
        clue
        for clue in cleaned.document.meta.dates
        if spans.of_iso(clue.date) and clue.date not in spans.UNSET
    ]
    own = clues[0].line if clues else None
    found = [stamp for stamp in datelines.stamps(cleaned) if stamp.line.n != own]
    stated = _dateline(cleaned, sentences, found)
    if clues:
        stated = _metadata(clues[0], stated)
    if stated and stated.confidence == "low":
        return stated
    facts = gather(cleaned, sentences)
    if stated is None:
        return prose.from_prose(facts, events, _day_of_every_year(found))
    doubtful = _told_later(stated.date, facts) or _told_long_before(stated.date, facts)
    return replace(stated, confidence="low") if doubtful else stated


def mentions(
    cleaned: Cleaned,
    sentences: tuple[Sentence, ...],
    published: Published | None,
    events: tuple[EventSettings, ...],
) -> tuple[DateMention, ...]:
    """List the dates that the body names, resolved as far as the text allows.

    What has no year and none that `published` gives it is left out. `events` date nothing here:
    a mention is what the text says.
    """
    del events
    named: dict[tuple[int, int], set[int]] = {}
    for sentence in sentences:
        for one in find(sentence.text, cleaned.language):
            if one.year and one.month and one.day and one.other is None:
                named.setdefault((one.month, one.day), set()).add(one.year)
    return tuple(
        DateMention(text=one.text, date=one.date, sentence=sentence.id, sure=one.sure)
        for sentence in sentences
        for one in resolved(sentence.text, cleaned.language, published, named)
    )


def _front(cleaned: Cleaned, iso: str) -> tuple[Evidence, ...]:
    raw = cleaned.document.raw
    for n, line in enumerate(raw.text[: raw.front_end].split("\n"), 1):
        if iso in line:
            return (Evidence(line=n, text=iso),)
    return ()


def _metadata(clue: DateClue, stated: Published | None) -> Published:
    """Take what markup states; a dateline that says the same makes it sure, a surer one wins."""
    evidence = (Evidence(line=clue.line, text=clue.text),) if clue.line and clue.text else ()
    said = Published(
        date=clue.date,
        confidence=clue.confidence,
        basis=f"metadata: {clue.basis}",
        evidence=evidence,
    )
    if stated is None:
        return said
    if clue.confidence == "high":
        against = stated.confidence == "high" and _apart(clue.date, stated.date) > prose.RECENT
        return replace(said, confidence="low") if against else said
    if _apart(clue.date, stated.date) <= datelines.SAME:
        return replace(said, confidence="high", evidence=(*evidence, *stated.evidence))
    return stated if stated.confidence == "high" else said


def _dateline(
    cleaned: Cleaned, sentences: Sequence[Sentence], found: Sequence[Stamp]
) -> Published | None:
    best = datelines.best(found)
    if best is None:
        return None
    weekdays = [number for one in sentences[:OPENING] for number in prose.weekdays(one.text)]
    iso, confidence = datelines.date_of(best, weekdays, cleaned.language)
    if not datelines.agree(best, found):
        confidence = "low"
    evidence = (Evidence(line=best.line.n, text=best.text),)
    return Published(date=iso, confidence=confidence, basis="dateline", evidence=evidence)


def _day_of_every_year(found: Sequence[Stamp]) -> Clue | None:
    stamp = datelines.yearless(found)
    if stamp is None or not stamp.found.month or not stamp.found.day:
        return None
    evidence = Evidence(line=stamp.line.n, text=stamp.text)
    return prose.every_year(stamp.found.month, stamp.found.day, evidence)


def _told_later(iso: str, facts: Facts) -> bool:
    """Say whether the text tells as past what came after the stated day."""
    floor, days = prose.lower_bound(facts), spans.of_iso(iso)
    return bool(floor and days and floor[0] > days[1] + datelines.SAME)


def _told_long_before(iso: str, facts: Facts) -> bool:
    """Say whether the opening tells as news, by weekday and whole date, what was months before.

    Then the stated day is that of a copy, an archive or a new design of the site.
    """
    stated = spans.of_iso(iso)
    return stated is not None and any(
        one.passage.body is not None
        and one.passage.body < prose.OPENING
        and one.found.weekday
        and one.tense == "past"
        and one.days
        and one.days[1] + prose.RECENT < stated[0]
        for one in facts.seen
    )


def _apart(one: str, two: str) -> int:
    """Days between two whole dates; far apart where one is not whole."""
    try:
        return abs((date.fromisoformat(one) - date.fromisoformat(two)).days)
    except ValueError:
        return date.max.toordinal()
