"""The dated statements of an article's prose, gathered once for all that reasons about them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from digest.extract.dating import spans
from digest.extract.dating.expressions import Expression, find
from digest.extract.dating.spans import Span, Spans
from digest.extract.dating.tense import Tense, tense
from digest.models import Cleaned, Evidence, Sentence
from digest.settings import EventSettings
from digest.text import squeeze, words

SENTENCES = 400
"""Body sentences that are read for the publication date: 99 % of news texts are shorter."""
CAPTIONS = 100
NAMED = 4
"""Words beside a date that may name what happened then."""
STEM = 5
"""Letters that stand for a word: `elect` for election and elections."""
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
_BEFORE = re.compile(r"(?:[^\s.;()]{1,20} ){0,3}$")
_AFTER = re.compile(r"(?: ?[\w'’-]{1,20}){0,3}")
_FOLLOWING = re.compile(r"[^.,;:()!?\"“”]{0,80}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A body sentence or a caption."""

    text: str
    line: int
    body: int | None
    """Place among the body sentences, None for a caption."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A date in its passage."""

    found: Expression
    passage: Passage
    tense: Tense | None

    @property
    def days(self) -> Span | None:
        """Days it covers, None without a year."""
        found = self.found
        return spans.of(found.year, found.month, found.day) if found.year else None

    @property
    def evidence(self) -> Evidence:
        """Where it stands, with a few words on either side."""
        return said(self.passage, self.found.start, self.found.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clue:
    """Days on which the article may have been published, and what says so."""

    days: Spans
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Referent:
    """Something that happened on known days, by the words that name it."""

    days: Span
    stems: frozenset[str]
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """All of it."""

    passages: tuple[Passage, ...]
    seen: tuple[Seen, ...]
    referents: tuple[Referent, ...]
    """What the text dates itself, and the known events that it vouches for."""


def gather(
    cleaned: Cleaned, sentences: Sequence[Sentence], events: Sequence[EventSettings]
) -> Facts:
    """Read body and captions; dropped lines (menus, promos, notices) date nothing.

    Tense and reference are read in English alone: for another language there are no facts.
    """
    if cleaned.language not in {"en", None}:
        return Facts(passages=(), seen=(), referents=())
    text = cleaned.document.text
    captions = [line for line in cleaned.lines if line.label == "caption"][:CAPTIONS]
    passages = [
        Passage(text=one.text, line=one.line, body=order)
        for order, one in enumerate(sentences[:SENTENCES])
    ] + [
        Passage(text=squeeze(text[line.start : line.end]), line=line.n, body=None)
        for line in captions
    ]
    seen = tuple(
        Seen(found=found, passage=one, tense=tense(one.text, found.start, found.end))
        for one in passages
        for found in find(one.text, "en")
        if found.other is None
    )
    own = [found for one in seen for found in _referents(one)]
    shown = [one.text.lower() for one in passages]
    known = [found for event in events for found in _vouched(event, shown, seen)]
    return Facts(passages=tuple(passages), seen=seen, referents=(*own, *known))


def said(passage: Passage, start: int, end: int) -> Evidence:
    """Quote `start` to `end` with the words beside it that make it readable."""
    before, after = _BEFORE.search(passage.text[:start]), _AFTER.match(passage.text[end:])
    start -= len(before[0]) if before else 0
    end += len(after[0]) if after else 0
    return Evidence(line=passage.line, text=passage.text[start:end].strip())


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


def _referents(seen: Seen) -> Iterator[Referent]:
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
    event: EventSettings, shown: Sequence[str], seen: Sequence[Seen]
) -> Iterator[Referent]:
    """Yield the event if the text speaks of its place and names its date, in part at least.

    `shown` are the passages in lower case.
    """
    days = spans.of_iso(event.date)
    if days is None or not _speaks_of(event, shown):
        return
    names = [stems(phrase) for phrase in event.phrases or (event.name,)]
    latest = max((one.found.year or 0 for one in seen if one.tense != "future"), default=0)
    for one in seen:
        ahead = one.tense == "future" and not (one.found.day and one.found.year is None)
        if not ahead and _names_day(one, event.date, names, latest):
            for name in names:
                yield Referent(days=days, stems=name, evidence=(one.evidence,))
            return


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


def _speaks_of(event: EventSettings, shown: Sequence[str]) -> bool:
    """Say whether the names in the event's name stand in the text, twice or in its opening."""
    names = [word[:PLACE].lower() for word in words(event.name) if word[:1].isupper()]
    for name in names:
        hits = [order for order, text in enumerate(shown) if name in text]
        if not hits or (len(hits) == 1 and hits[0] >= NAMED):
            return False
    return bool(names)
