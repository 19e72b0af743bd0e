"""Where sources differ on an actor: an age, a prison term, who holds an office, who said the words.

Nothing is said of which is right. What time alone may change is no difference: two ages that a
birthday parts, an office or a sentence told more than a week later.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from digest.differ.common import gathered, long_words, sharing
from digest.extract.claims import claims
from digest.extract.names import HONORIFICS
from digest.extract.spelling import first_name, sound
from digest.merged import actor_key, text_of
from digest.text import fold, words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from digest.models import Actor, Entry, Sentence

DAYS = 7
"""Days of publication within which an office has one holder and a court speaks once."""
RUN, RUNS, SAME_WORDS = 3, 3, 0.6
"""One quotation in two texts: words in a row, so many such runs at least, and such a share of the
shorter one's. 75 pairs of quotations of the 593 public stories are one: 59 name the speaker by the
same name, 15 by a part of it, one by another spelling."""
YEAR = 365.25
FULL = 2
"""Words of a name that say who it is."""
_VOWELS = re.compile("[aeiou]")
_CAPITAL_BEFORE = re.compile(r"[A-Z][\w.’'-]* $")
ONE_VERDICT = 0.5
"""Share of the shorter sentence's longer words in the other, as for sums (`figures.SAME_THING`)."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a text says of an actor, or of which actor it says it."""

    kind: Literal["age", "term", "office", "words"]
    entry: Entry
    sentence: Sentence
    said: str
    """What may differ, a slice of the sentence: the value, or the actor's name."""
    value: str
    """What is compared: years, days, or the actor's key."""
    person: tuple[str, ...]
    """The actor's names, by sound."""
    thing: Collection[str]
    """What stays the same: first name and surname, the office's words, the quotation's runs."""


def differing(
    entries: Sequence[Entry], sentences: Mapping[tuple[str, str], Sentence]
) -> list[tuple[Told, ...]]:
    """List what independent texts of one story say of an actor, where they differ.

    `entries` are the articles of one story, `sentences` what may be printed by article and sentence
    id. Each group holds one place for each value, in the order of `entries`.
    """
    found = (told for entry in entries for told in _told(entry, sentences))
    pairs = (
        (one, other)
        for one, other in sharing(found, _keys)
        if one.value != other.value
        and text_of(one.entry) != text_of(other.entry)
        and _DIFFER[one.kind](one, other)
    )
    return gathered(pairs, lambda told: told.value, lambda told: (told.kind, told.thing))


def _keys(told: Told) -> Iterator[tuple[str, object]]:
    """Yield what two of a kind have in common at the least: a run of words, or the thing."""
    if told.kind == "words":
        yield from ((told.kind, run) for run in sorted(told.thing))
    else:
        yield told.kind, told.thing


def _told(entry: Entry, sentences: Mapping[tuple[str, str], Sentence]) -> Iterator[Told]:
    persons = [actor for actor in entry.article.actors if actor.kind == "person"]
    for actor in persons:
        for key in actor.sentences:
            if sentence := sentences.get((entry.article.id, key)):
                for form in actor.forms:
                    yield from _claimed(entry, sentence, actor, form)
    yield from _quoted(entry, sentences, persons)


def _quoted(
    entry: Entry, sentences: Mapping[tuple[str, str], Sentence], persons: Sequence[Actor]
) -> Iterator[Told]:
    """Yield the quotations whose sentence names the speaker."""
    owner = {form: actor for actor in persons for form in (actor.name, *actor.forms)}
    for quotation in entry.article.quotations:
        sentence = sentences.get((entry.article.id, quotation.sentence))
        speaker, runs = owner.get(quotation.speaker or ""), _runs(quotation.text)
        if sentence and speaker and len(runs) >= RUNS:
            beside = sentence.text.replace(quotation.text, " ")
            named = [form for form in speaker.forms if form in beside]
            if named:
                said = max(named, key=len)
                name = said if len(_person(said)) >= FULL else speaker.name
                yield Told("words", entry, sentence, said, actor_key(name), _person(name), runs)


def _claimed(entry: Entry, sentence: Sentence, actor: Actor, form: str) -> Iterator[Told]:
    """Yield what a sentence claims of a person by one form of the name.

    The text must have the full name; a bare surname beside a capital may be a relative's.
    """
    place = re.search(rf"(?<!\w){re.escape(form)}(?!\w)", sentence.text)
    person, bare = _person(actor.name), len(_person(form)) < FULL
    if place is None or len(person) < FULL:
        return
    start, end = place.span()
    if bare and (
        _CAPITAL_BEFORE.search(sentence.text, 0, start)
        or sentence.text[end + 1 : end + 2].isupper()
    ):
        return
    for claim in claims(sentence.text, start, end):
        if claim.kind == "office":
            named = actor.name if bare else form
            yield Told(
                "office", entry, sentence, form, actor_key(named), _person(named), claim.office
            )
        else:
            value = f"{claim.value:g}"
            yield Told(
                claim.kind, entry, sentence, claim.text, value, person, (person[0], person[-1])
            )


def _person(name: str) -> tuple[str, ...]:
    """Return a name's words by sound, without titles and initials.

    Belarusian and Russian forms of a surname differ in vowels, in g and h, in u and v at its end
    (Halavach, Golovach), so that only consonants count; first names have a table.
    """
    own = [word for word in name.split() if word not in HONORIFICS and len(word.strip(".")) > 1]
    heard = words(fold(" ".join(own)))
    return tuple(
        _consonants(first_name(word) if n == 0 < len(heard) - 1 else word)
        for n, word in enumerate(heard)
    )


def _consonants(word: str) -> str:
    heard = sound(word)
    return _VOWELS.sub("", heard).replace("h", "g").removesuffix("v") or heard


def _runs(text: str) -> frozenset[str]:
    said = words(fold(text))
    return frozenset(" ".join(said[i : i + RUN]) for i in range(len(said) - RUN + 1))


def _may_be_one(one: Told, other: Told) -> bool:
    """Say whether two names may be one person's: one surname, or one name within the other."""
    here, there = set(one.person), set(other.person)
    return here <= there or there <= here or one.person[-1:] == other.person[-1:]


def _names(told: Told, other: Told) -> bool:
    """Say whether a text's sentence has the surname of the other's actor."""
    return other.person[-1:] in [(_consonants(word),) for word in words(fold(told.sentence.text))]


def _day(told: Told) -> tuple[int, int] | None:
    """Return the first and last day, as ordinals, on which an article may have been published."""
    known = told.entry.published
    if known is None:
        return None
    year, month, day = (*map(int, known.date.split("-")), 0, 0)[:3]
    first = date(year, month or 1, day or 1).toordinal()
    if day:
        return first, first
    after = date(year + (month in {0, 12}), month % 12 + 1, 1) if month else date(year + 1, 1, 1)
    return first, after.toordinal() - 1


def _weeks_apart(one: Told, other: Told) -> bool:
    """Say whether two articles are surely more than `DAYS` apart."""
    here, there = _day(one), _day(other)
    if here is None or there is None:
        return False
    return max(here[0] - there[1], there[0] - here[1]) > DAYS


def _ages(one: Told, other: Told) -> bool:
    """Say whether two ages of one person need two days of birth."""
    here, there = _born(one), _born(other)
    if here is None or there is None:
        return False
    return max(here[0], there[0]) > min(here[1], there[1]) + 1


def _born(told: Told) -> tuple[float, float] | None:
    """Return the days between which somebody of an age was born, as ordinals."""
    days, age = _day(told), float(told.value)
    return (days[0] - (age + 1) * YEAR, days[1] - age * YEAR) if days else None


def _terms(one: Told, other: Told) -> bool:
    """Say whether two prison terms of one person are of one verdict.

    Where the days do not say so, their sentences must share their words.
    """
    if _weeks_apart(one, other):
        return False
    if _day(one) and _day(other):
        return True
    here, there = long_words(one.sentence.text), long_words(other.sentence.text)
    return len(here & there) >= ONE_VERDICT * min(len(here), len(there))


def _holders(one: Told, other: Told) -> bool:
    """Say whether two texts give an office to two persons, neither knowing the other's."""
    if _weeks_apart(one, other) or _may_be_one(one, other):
        return False
    return not _knows(one.entry, other) and not _knows(other.entry, one)


def _knows(entry: Entry, told: Told) -> bool:
    return any(_person(actor.name)[-1:] == told.person[-1:] for actor in entry.article.actors)


def _speakers(one: Told, other: Told) -> bool:
    """Say whether two texts put one quotation into two mouths."""
    least = SAME_WORDS * min(len(one.thing), len(other.thing))
    if len(set(one.thing) & set(other.thing)) < least or _may_be_one(one, other):
        return False
    return not _names(one, other) and not _names(other, one)


_DIFFER = {"age": _ages, "term": _terms, "office": _holders, "words": _speakers}
