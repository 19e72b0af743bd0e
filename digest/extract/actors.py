"""Persons and organisations, the spellings of one actor in one entry.

What `digest.yml` names comes first. Other names need evidence: a known first name, a title or a
role before the name, a verb of speech beside it, the word that makes an organisation. A capitalised
name without any (most are places) is left out: a missing actor is a smaller error than a false one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from digest.extract import listed, organisations
from digest.extract.evidence import Span, may_be_person, spans, speaks_for
from digest.extract.names import HONORIFICS
from digest.extract.nicknames import is_short
from digest.extract.organisations import All, Found
from digest.extract.spelling import MIN_SLIP, first_name, is_first_name, near, slips, sound
from digest.models import Actor, Cleaned, Sentence
from digest.settings import ActorSettings

_OFFICE = re.compile(r"\b[Tt]he ([A-ZА-ЯЁІЎ][\w-]*(?: [A-ZА-ЯЁІЎ][\w-]*)+)")
_INITIALS = re.compile(r"(?<!\w)(?:[A-ZА-ЯЁІЎ]\.\s?){1,2}$")
FULL = 2
"""Words of a name with a first name."""
_SUFFIX = re.compile(r"(?:Jr|Sr|II|III|IV)\.?")


_NONE: All = {}


class _People:
    """The persons met so far, by the sounds of their surnames and what is one slip away."""

    def __init__(self) -> None:
        self._by_sound: dict[str, dict[str, Found]] = {}
        self._place: dict[str, int] = {}

    def know(self, one: Found, words: tuple[str, ...]) -> None:
        key = _key(words) if len(words) > 1 else ("", sound(words[0]))
        self._place.setdefault(one.name, len(self._place))
        if key not in one.keys:
            one.keys[key] = None
            for heard in slips(key[1]):
                self._by_sound.setdefault(heard, {})[one.name] = one

    def near(self, heard: str) -> list[Found]:
        """Return those whose surname may sound so, in the order they were met."""
        close: dict[str, Found] = {}
        for slip in slips(heard):
            close |= self._by_sound.get(slip, _NONE)
        return [close[name] for name in sorted(close, key=self._place.__getitem__)]


def actors(
    cleaned: Cleaned, sentences: tuple[Sentence, ...], settings: tuple[ActorSettings, ...]
) -> tuple[Actor, ...]:
    """Find the actors of a text, most often named first.

    `forms` are slices of the sentences' texts, in the order they are met.
    """
    found: All = {}
    known = listed.index(settings, polish=cleaned.language == "pl")
    people = _People()
    taken = _listed(sentences, known, found, people)
    named = list(spans(sentences, taken, cleaned.language))
    rest = organisations.take([span for span in named if not span.taken], found)
    _persons(rest, found, known, people)
    _by_title(named, sentences, found)
    ordered = sorted(found.values(), key=lambda one: -len(one.sentences))
    return tuple(
        Actor(
            name=one.name,
            kind="person" if one.person else "organisation",
            forms=tuple(one.forms),
            sentences=tuple(one.sentences),
        )
        for one in ordered
    )


def _listed(
    sentences: Sequence[Sentence], known: listed.Listed, found: All, people: _People
) -> dict[str, list[tuple[int, int]]]:
    """Note the actors that `digest.yml` names; return the places they take, by sentence id."""
    taken: dict[str, list[tuple[int, int]]] = {}
    if not known.forms:
        return taken
    for i, start, end, actor in listed.find([sentence.text for sentence in sentences], known):
        sentence = sentences[i]
        taken.setdefault(sentence.id, []).append((start, end))
        form = sentence.text[start:end]
        one = _entry(found, actor)
        if one.person:
            people.know(one, tuple(form.split()))
        one.add(_forms(sentence.text, form, start), sentence.id)
    return taken


def _entry(found: All, actor: ActorSettings) -> Found:
    return found.setdefault(actor.name, Found(actor.name, actor.kind == "person"))


def _forms(text: str, form: str, start: int) -> tuple[str, ...]:
    """Return a name as written, and with its honorific or initials where they stand before it."""
    before = text[max(0, start - 14) : start]
    initials = _INITIALS.search(before)
    if initials and " " not in form:
        return form, text[start - len(initials[0]) : start] + form
    last = before.split()[-1:]
    if before[-1:].isspace() and last and last[0] in HONORIFICS:
        return form, text[start - len(before) + before.rindex(last[0]) : start] + form
    return (form,)


def _persons(named: list[Span], found: All, known: listed.Listed, people: _People) -> None:
    """Note persons by full name, then the bare surnames that mean them."""
    singles = [span for span in named if len(span.name.words) == 1]
    full = [span for span in named if len(span.name.words) > 1 and may_be_person(span)]
    proven = {
        _key(span.name.words) for span in full if is_first_name(span.name.words[0]) or span.titled
    }
    proven |= _spoken(full, singles)
    tails = _tails(full)
    proven |= {_key(words) for tail, words in tails.items() if _key(tail) in proven}
    for span in full:
        words = tails.get(span.name.words, span.name.words)
        key = _key(words)
        actor = listed.meant(words, known)
        if key in proven or (actor and known.polish):
            one = _entry(found, actor) if actor else _same(key, people)
            if one is None:
                one = found.setdefault(span.name.text, Found(span.name.text, person=True))
            people.know(one, span.name.words)
            one.add(_forms(span.text, span.name.text, span.name.start), span.sentence)
    for span in singles:
        one = _bare(span, people, known, found)
        if one is not None:
            one.add(_forms(span.text, span.name.text, span.name.start), span.sentence)


def _tails(full: Iterable[Span]) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Map what follows a long name's first word to the name: a family name may be two words."""
    return {
        words[n:]: words
        for words in dict.fromkeys(span.name.words for span in full)
        for n in range(1, len(words) - 1)
        if not is_first_name(words[n])
    }


_WHERE = frozenset(
    "northern southern eastern western central northwestern northeastern southwestern "
    "southeastern".split()
)
"""Words right before the name of a place."""


def _spoken(full: list[Span], singles: list[Span]) -> set[tuple[str, str]]:
    """Return the names whose bearer speaks or is spoken of by surname.

    What takes an article or is a place elsewhere in the text is none.
    """
    articles = {
        sound(span.name.words[-1])
        for span in (*full, *singles)
        if span.article or (span.noun in _WHERE and not span.titled)
    }
    lone = {sound(span.name.words[0]) for span in singles if speaks_for(span)}
    return {
        key
        for span in full
        if (key := _key(span.name.words))[1] not in articles and (span.speaks or key[1] in lone)
    }


@lru_cache(maxsize=20_000)
def _key(words: tuple[str, ...]) -> tuple[str, str]:
    """(first name, surname) by sound; "W. Mark Felt" is called Mark."""
    kept = [word for word in words if not _SUFFIX.fullmatch(word)] or list(words)
    if len(kept) > FULL and len(kept[0].strip(".")) == 1:
        del kept[0]
    return first_name(kept[0]), sound(kept[-1])


def _same(key: tuple[str, str], people: _People) -> Found | None:
    """Return the person with that surname whose first name is the same, its initial or short."""
    first, last = key
    for one in people.near(last):
        for other, surname in one.keys:
            initial = min(len(first), len(other)) == 1 and first[:1] == other[:1]
            called = initial or first == other or near(first, other) or is_short(first, other)
            if other and near(surname, last) and called:
                return one
    return None


def _bare(span: Span, people: _People, known: listed.Listed, found: All) -> Found | None:
    """Return whom a bare word means, None when it is no person's name."""
    word = span.name.words[0]
    heard = sound(word)
    close = people.near(heard)
    fits = [one for one in close if any(_answers(word, heard, key, one) for key in one.keys)]
    if not fits and len(heard) >= MIN_SLIP and not (span.common or span.article):
        fits = [one for one in close if any(near(key[1], heard) for key in one.keys)]
    if fits:
        return max(fits, key=lambda one: len(one.sentences))
    actor = listed.meant((word,), known) if not span.common else None
    if actor is None and not (span.addressed and not span.common and not span.place):
        return None
    one = _entry(found, actor) if actor else found.setdefault(word, Found(word, person=True))
    people.know(one, (word,))
    return one


MIN_SOUND = 4
"""Letters of a surname's sound that tell it in another spelling; Lee is not Leo."""


def _answers(word: str, heard: str, key: tuple[str, str], one: Found) -> bool:
    if key[1] != heard:
        return False
    return len(heard) >= MIN_SOUND or any(form.split()[-1] == word for form in one.forms)


def _by_title(named: list[Span], sentences: Sequence[Sentence], found: All) -> None:
    """Add "the Foreign Secretary" to the one person who bears that title in the text."""
    owner = {form: one for one in found.values() if one.person for form in one.forms}
    titles: dict[str, dict[str, Found]] = {}
    for span in named:
        one = owner.get(span.name.text)
        title = span.name.title or ""
        if one is not None and " " in title:
            titles.setdefault(title, {})[one.name] = one
    for sentence in sentences if titles else ():
        for match in _OFFICE.finditer(sentence.text):
            bearers = list(titles.get(match[1], {}).values())
            if len(bearers) == 1:
                bearers[0].add((match[0],), sentence.id)
