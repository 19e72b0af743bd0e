"""Persons and organisations, the spellings of one actor in one entry.

What `digest.yml` names comes first. Other names need evidence in the text: a title or a role before
the name, a verb of speech beside it, a bare surname later on, the word that makes an organisation.
A capitalised name without any (most are places) is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from digest.extract.names import (
    ACRONYM,
    HONORIFIC,
    NO_ROLES,
    ORGANISATION,
    ROLES,
    SAYS,
    TITLES,
    Name,
    names,
)
from digest.models import Actor, Cleaned, Sentence
from digest.settings import ActorSettings
from digest.text import words

_SAID_BEFORE = re.compile(rf"\b(?:{SAYS})(?:,)?\s+(?:[a-z]+\s+){{0,2}}$")
_SAID_BEHIND = re.compile(rf"\s*,?\s*(?:{SAYS})\b|,\s+\d\d(?:,|\s+and\b)")
_SOUNDS = (
    ("shch|sch|sh", "s"),
    ("kh|ch", "h"),
    ("zh", "z"),
    ("tsi|tsy", "ti"),
    ("dzi|dzy", "di"),
    ("ou(?=s)|aw|au(?=s)|ow|ew(?=s)", "ov"),
    ("ya|ia|ja", "a"),
    ("yu|iu|ju", "u"),
    ("ye|ie|je|yo|io", "e"),
    ("ck|c(?=[aou])|q", "k"),
    ("x", "ks"),
    ("w", "v"),
    ("[yj]", "i"),
    ("'|’", ""),
)
"""Romanisations of Belarusian, Russian and Ukrainian folded to one spelling (BGN/PCGN 1979, ISO 9,
the press): Tsikhanouskaya and Tikhanovskaya, Yury and Jurij meet."""
_ROMAN = re.compile("|".join(f"(?P<g{i}>{written})" for i, (written, _) in enumerate(_SOUNDS)))
FIRST_NAMES = (
    ("aleksandr", "aliaksandr", "alexander", "alyaksandr", "oleksandr", "aleksander"),
    ("vladimir", "uladzimir", "volodymyr"),
    ("sviatlana", "svetlana", "svyatlana", "svitlana"),
    ("sergei", "sergey", "siarhei", "syarhey", "serhiy"),
    ("nikolai", "mikalai", "mikalay", "mykola"),
    ("dmitri", "dmitry", "dzmitry", "dmytro"),
    ("mikhail", "mikhail", "mikhail", "mykhailo"),
    ("pavel", "pavel", "pavlo"),
    ("maria", "maryia", "mariya"),
    ("aleksei", "alexei", "alexey", "aliaksei", "oleksiy"),
    ("andrei", "andrey", "andriy"),
    ("viktor", "victor", "viktar"),
    ("roman", "raman"),
    ("grigory", "ryhor", "hryhoriy"),
    ("yuri", "yury", "iury"),
)
"""First names that one person bears in two languages."""


@dataclass(slots=True)
class _Found:
    """An actor in the making."""

    name: str
    kind: str
    forms: dict[str, None] = field(default_factory=dict)
    sentences: dict[str, None] = field(default_factory=dict)

    def add(self, form: str, sentence: str) -> None:
        self.forms[form] = None
        self.sentences[sentence] = None


def actors(
    cleaned: Cleaned, sentences: tuple[Sentence, ...], settings: tuple[ActorSettings, ...]
) -> tuple[Actor, ...]:
    """Find the actors of a text, most often named first."""
    _ = cleaned
    found: dict[str, _Found] = {}
    taken = _from_settings(sentences, settings, found)
    spans = list(_spans(sentences, taken))
    _organisations(spans, found)
    _persons(spans, found)
    ordered = sorted(found.values(), key=lambda one: -len(one.sentences))
    return tuple(
        Actor(
            name=one.name,
            kind="person" if one.kind == "person" else "organisation",
            forms=tuple(one.forms),
            sentences=tuple(one.sentences),
        )
        for one in ordered
    )


@lru_cache(maxsize=4)
def _pattern(
    settings: tuple[ActorSettings, ...],
) -> tuple[re.Pattern[str], dict[str, ActorSettings | None]]:
    """Return one pattern of all spellings, longest first, and whose each is (None: nobody's)."""
    owner: dict[str, ActorSettings | None] = {}
    for actor in settings:
        owner |= dict.fromkeys((actor.name, *actor.forms), actor)
        owner |= dict.fromkeys(actor.apart, None)
    longest = sorted(owner, key=lambda form: (-len(form), form))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)"), owner


def _from_settings(
    sentences: Iterable[Sentence], settings: tuple[ActorSettings, ...], found: dict[str, _Found]
) -> dict[str, list[tuple[int, int]]]:
    """Note the actors that `digest.yml` names; return the places they take, by sentence id."""
    taken: dict[str, list[tuple[int, int]]] = {}
    if not settings:
        return taken
    pattern, owner = _pattern(settings)
    for sentence in sentences:
        for match in pattern.finditer(sentence.text):
            actor_ = owner[match[0]]
            if actor_:
                taken.setdefault(sentence.id, []).append(match.span())
                entry = found.setdefault(actor_.name, _Found(actor_.name, actor_.kind))
                for form in _forms(sentence.text, match[0], match.start()):
                    entry.add(form, sentence.id)
    return taken


def _forms(text: str, form: str, start: int) -> tuple[str, ...]:
    """Return a name as written, and with its honorific where one stands before it."""
    honorific = HONORIFIC.search(text[max(0, start - 12) : start])
    return (form, honorific[0] + form) if honorific else (form,)


@dataclass(frozen=True, slots=True)
class _Span:
    """A name, the sentence it stands in, and what the words around it say."""

    name: Name
    sentence: str
    forms: tuple[str, ...]
    titled: bool
    """A title or a role stands before it."""
    speaks: bool
    """A verb of speech stands beside it."""


def _spans(
    sentences: tuple[Sentence, ...], taken: dict[str, list[tuple[int, int]]]
) -> Iterator[_Span]:
    lower = frozenset(
        word for s in sentences for word in words(s.text) if word.islower() and len(word) > 1
    )
    for sentence in sentences:
        busy = taken.get(sentence.id, [])
        for name in names(sentence.text, lower):
            if not any(a < name.end and name.start < b for a, b in busy):
                forms = _forms(sentence.text, name.text, name.start)
                yield _Span(name, sentence.id, forms, *_beside(sentence.text, name))


def _beside(text: str, name: Name) -> tuple[bool, bool]:
    before = text[max(0, name.start - 60) : name.start]
    last = re.search(r"(\S+)\s+$", before)
    word = last[1].strip(".").casefold() if last else ""
    role = bool(ROLES.search(word)) and word not in NO_ROLES and word.isalpha()
    said = _SAID_BEFORE.search(before) or _SAID_BEHIND.match(text, name.end)
    return word in TITLES or role, bool(said)


def _organisations(spans: list[_Span], found: dict[str, _Found]) -> None:
    """Note names that an organisation's word or capitals give away; join acronyms to full names."""
    full: dict[str, str] = {}
    for span in spans:
        text = span.name.text
        parts = [w.casefold() for w in words(text)]
        if len(parts) > 1 and (parts[-1] in ORGANISATION or parts[0] in ORGANISATION):
            initials = "".join(w[0] for w in text.split() if w[0].isupper())
            full.setdefault(initials, text)
            found.setdefault(text, _Found(text, "organisation")).add(text, span.sentence)
    for span in spans:
        text = span.name.text
        if ACRONYM.fullmatch(text) and not span.name.opens:
            name = full.get(text, text)
            found.setdefault(name, _Found(name, "organisation")).add(text, span.sentence)


def _persons(spans: list[_Span], found: dict[str, _Found]) -> None:
    """Note persons: full names with evidence, then the bare surnames that mean them."""
    bare = {s.name.text for s in spans if " " not in s.name.text}
    full = [s for s in spans if _is_full(s.name.text) and s.name.text not in found]
    known = {
        _key(s.name.text)
        for s in full
        if s.titled or s.speaks or (s.name.text.split()[-1] in bare and not s.name.opens)
    }
    people = [one for one in found.values() if one.kind == "person"]
    for span in full:
        if _key(span.name.text) in known:
            one = _same(span.name.text, people)
            if one is None:
                one = found[span.name.text] = _Found(span.name.text, "person")
                people.append(one)
            for form in span.forms:
                one.add(form, span.sentence)
    for span in spans:
        text = span.name.text
        if " " in text or text in found or len(text) < 3:  # noqa: PLR2004 - no surname is shorter
            continue
        one = _named(text, people)
        # A verb alone does not make a bare word a person: "Moscow said" is no one's surname.
        if one is None and span.titled and not ACRONYM.fullmatch(text):
            one = found[text] = _Found(text, "person")
            people.append(one)
        if one is not None:
            for form in span.forms:
                one.add(form, span.sentence)


MOST_WORDS = 4
"""Words of a person's name; longer runs are headings and programmes."""


def _is_full(text: str) -> bool:
    parts = text.split()
    plain = [w.casefold() for w in words(text)]
    return 1 < len(parts) <= MOST_WORDS and not ORGANISATION.intersection(plain)


@lru_cache(maxsize=20_000)
def _sound(word: str) -> str:
    folded = _ROMAN.sub(
        lambda m: _SOUNDS[int(m.lastgroup[1:])][1] if m.lastgroup else "", word.lower()
    )
    folded = re.sub(r"(.)\1+", r"\1", folded)
    return re.sub(r"[aeiou]+$", "", folded) or folded


_ALIASES = {_sound(form): _sound(group[0]) for group in FIRST_NAMES for form in group}


def _key(text: str) -> tuple[str, str]:
    """(first name, surname) by sound."""
    parts = text.split()
    first = _sound(parts[0].strip("."))
    return _ALIASES.get(first, first), _sound(parts[-1])


def _same(text: str, people: list[_Found]) -> _Found | None:
    first, last = _key(text)
    for one in people:
        for form in (one.name, *one.forms):
            if " " in form:
                other, surname = _key(form)
                if surname == last and (other == first or other[:1] == first == first[:1]):
                    return one
    return None


def _named(surname: str, people: list[_Found]) -> _Found | None:
    """Return the one a bare surname means: the person with that name who was named most."""
    sound = _sound(surname)
    fits = [one for one in people if _sound(one.name.split()[-1]) == sound]
    return max(fits, key=lambda one: len(one.sentences), default=None)
