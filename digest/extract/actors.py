"""Persons and organisations, the spellings of one actor in one entry.

What `digest.yml` names comes first. Other names need evidence: a known first name, a title or a
role before the name, a verb of speech beside it, the word that makes an organisation. A capitalised
name without any (most are places) is left out: a missing actor is a smaller error than a false one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from digest.extract import listed
from digest.extract.evidence import (
    Span,
    is_acronym,
    is_organisation,
    may_be_person,
    short_name,
    spans,
    speaks_for,
)
from digest.extract.names import ACRONYM, HONORIFICS
from digest.extract.spelling import MIN_SLIP, first_name, is_first_name, near, slips, sound
from digest.models import Actor, Cleaned, Sentence
from digest.settings import ActorSettings

_OFFICE = re.compile(r"\b[Tt]he ([A-ZА-ЯЁІЎ][\w-]*(?: [A-ZА-ЯЁІЎ][\w-]*)+)")
_INITIALS = re.compile(r"(?<!\w)(?:[A-ZА-ЯЁІЎ]\.\s?){1,2}$")
_SUFFIX = re.compile(r"(?:Jr|Sr|II|III|IV)\.?")


@dataclass(slots=True)
class _Found:
    """An actor in the making."""

    name: str
    person: bool
    keys: dict[tuple[str, str], None] = field(default_factory=dict)
    """(first name, surname) by sound, of every full form."""
    forms: dict[str, None] = field(default_factory=dict)
    sentences: dict[str, None] = field(default_factory=dict)

    def add(self, span_forms: Sequence[str], sentence: str) -> None:
        self.forms |= dict.fromkeys(span_forms)
        self.sentences[sentence] = None


_All = dict[str, _Found]


_NONE: _All = {}


class _People:
    """The persons met so far, by the sounds of their surnames and what is one slip away."""

    def __init__(self) -> None:
        self._by_sound: dict[str, dict[str, _Found]] = {}
        self._place: dict[str, int] = {}

    def know(self, one: _Found, words: tuple[str, ...]) -> None:
        key = _key(words) if len(words) > 1 else ("", sound(words[0]))
        self._place.setdefault(one.name, len(self._place))
        if key not in one.keys:
            one.keys[key] = None
            for heard in slips(key[1]):
                self._by_sound.setdefault(heard, {})[one.name] = one

    def near(self, heard: str) -> list[_Found]:
        """Return those whose surname may sound so, in the order they were met."""
        close: dict[str, _Found] = {}
        for slip in slips(heard):
            close |= self._by_sound.get(slip, _NONE)
        return [close[name] for name in sorted(close, key=self._place.__getitem__)]


def actors(
    cleaned: Cleaned, sentences: tuple[Sentence, ...], settings: tuple[ActorSettings, ...]
) -> tuple[Actor, ...]:
    """Find the actors of a text, most often named first.

    `forms` are slices of the sentences' texts, in the order they are met.
    """
    found: _All = {}
    known = listed.index(settings)
    people = _People()
    taken = _listed(sentences, known, found, people)
    named = list(spans(sentences, taken, cleaned.language))
    rest = _organisations([span for span in named if not span.taken], found)
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
    sentences: Sequence[Sentence], known: listed.Listed, found: _All, people: _People
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


def _entry(found: _All, actor: ActorSettings) -> _Found:
    return found.setdefault(actor.name, _Found(actor.name, actor.kind == "person"))


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


def _organisations(named: list[Span], found: _All) -> list[Span]:
    """Note organisations, acronyms with the full names they stand for; return the other names."""
    full: dict[str, str] = {}
    for one, two in pairwise(named):
        if one.sentence == two.sentence and ACRONYM.fullmatch(two.name.text):
            between = one.text[one.name.end : two.name.start]
            if between.strip() == "(" and one.name.words[0][0] == two.name.text[0]:
                full[two.name.text] = one.name.text
    defined = set(full.values())
    rest = []
    for span in named:
        text = span.name.text
        if text in defined or is_organisation(span):
            initials = "".join(word[0] for word in span.name.words if word[0].isupper())
            full.setdefault(initials, text)
            found.setdefault(text, _Found(text, person=False)).add((text,), span.sentence)
        else:
            rest.append(span)
    rest = _shortened(rest, found)
    acronyms = [span for span in rest if ACRONYM.fullmatch(span.name.text)]
    times = Counter(text for text, _ in {(one.name.text, one.sentence) for one in acronyms})
    for span in acronyms:
        text = span.name.text
        if text in full or is_acronym(span, again=times[text] > 1):
            name = full.get(text, text)
            found.setdefault(name, _Found(name, person=False)).add((text,), span.sentence)
    return [span for span in rest if not ACRONYM.fullmatch(span.name.text)]


def _shortened(rest: list[Span], found: _All) -> list[Span]:
    """Add the short names that one organisation of the text alone can mean; return the others.

    A club's without its town ("Spartak"), any other's without its people ("Popular Front").
    """
    short: dict[str, list[_Found]] = {}
    for one in found.values():
        text = short_name(one.name)
        if text and not one.person:
            short.setdefault(text, []).append(one)
    kept = []
    for span in rest:
        bearers = short.get(span.name.text, [])
        if len(bearers) == 1 and span.name.text not in found:
            bearers[0].add((span.name.text,), span.sentence)
        else:
            kept.append(span)
    for text, bearers in short.items():
        if len(bearers) == 1 and text in found:
            bearers[0].forms |= found[text].forms
            bearers[0].sentences |= found.pop(text).sentences
    return kept


def _persons(named: list[Span], found: _All, known: listed.Listed, people: _People) -> None:
    """Note persons by full name, then the bare surnames that mean them."""
    singles = [span for span in named if len(span.name.words) == 1]
    full = [span for span in named if len(span.name.words) > 1 and may_be_person(span)]
    proven = {
        _key(span.name.words) for span in full if is_first_name(span.name.words[0]) or span.titled
    }
    proven |= _spoken(full, singles)
    for span in full:
        key = _key(span.name.words)
        if key in proven:
            actor = listed.meant(span.name.words, known)
            one = _entry(found, actor) if actor else _same(key, people)
            if one is None:
                one = found.setdefault(span.name.text, _Found(span.name.text, person=True))
            people.know(one, span.name.words)
            one.add(_forms(span.text, span.name.text, span.name.start), span.sentence)
    for span in singles:
        one = _bare(span, people, known, found)
        if one is not None:
            one.add(_forms(span.text, span.name.text, span.name.start), span.sentence)


def _spoken(full: list[Span], singles: list[Span]) -> set[tuple[str, str]]:
    """Return the names whose bearer speaks or is spoken of by surname, and that take no article."""
    articles = {sound(span.name.words[-1]) for span in (*full, *singles) if span.article}
    lone = {sound(span.name.words[0]) for span in singles if speaks_for(span)}
    return {
        key
        for span in full
        if (key := _key(span.name.words))[1] not in articles and (span.speaks or key[1] in lone)
    }


@lru_cache(maxsize=20_000)
def _key(words: tuple[str, ...]) -> tuple[str, str]:
    """(first name, surname) by sound."""
    kept = [word for word in words if not _SUFFIX.fullmatch(word)] or list(words)
    return first_name(kept[0]), sound(kept[-1])


def _same(key: tuple[str, str], people: _People) -> _Found | None:
    """Return the person with that surname whose first name is the same, or its initial."""
    first, last = key
    for one in people.near(last):
        for other, surname in one.keys:
            initial = min(len(first), len(other)) == 1 and first[:1] == other[:1]
            if other and near(surname, last) and (initial or first == other or near(first, other)):
                return one
    return None


def _bare(span: Span, people: _People, known: listed.Listed, found: _All) -> _Found | None:
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
    one = _entry(found, actor) if actor else found.setdefault(word, _Found(word, person=True))
    people.know(one, (word,))
    return one


MIN_SOUND = 4
"""Letters of a surname's sound that tell it in another spelling; Lee is not Leo."""


def _answers(word: str, heard: str, key: tuple[str, str], one: _Found) -> bool:
    if key[1] != heard:
        return False
    return len(heard) >= MIN_SOUND or any(form.split()[-1] == word for form in one.forms)


def _by_title(named: list[Span], sentences: Sequence[Sentence], found: _All) -> None:
    """Add "the Foreign Secretary" to the one person who bears that title in the text."""
    owner = {form: one for one in found.values() if one.person for form in one.forms}
    titles: dict[str, dict[str, _Found]] = {}
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
