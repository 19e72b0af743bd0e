"""The actors that `digest.yml` names, found by their forms in a text.

Cyrillic forms stand for their cases as well. A bare surname after another's first name is not the
actor, and a state's or a capital's name is one only where it is not a place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from digest.extract.gazetteer import PLACES
from digest.extract.spelling import first_name, is_first_name, near, sound
from digest.settings import ActorSettings
from digest.text import UNSEEN

_TOKEN = re.compile(r"\w+")
_CYRILLIC = re.compile(r"[А-яЁёІіЎўЇїЄєҐґ]{4,}")
_HIDDEN = str.maketrans("", "", UNSEEN)
_CASES = (
    (r"(?:ая|яя)$", "ая яя ой ей ай яй ую юю ою ею"),
    (r"(?:ий|ый|ой|ы|і)$", "ий ый ой ы і ого его ага яга ому ему аму яму ым им ом ем"),
    (r"а$", "а ы и і е у ой ою ай аю"),
    (r"я$", "я и і е ю ей ею ёй яй"),
    (r"ь$", "ь я ю е ем и і ём"),
    (r"й$", "й я ю е ем ем и і"),
    (r"(?<=[бвгджзклмнпрстфхцчшщў])$", "|а|у|ом|ам|ем|ым|е|ы|и|і"),
)
"""Endings of Russian, Belarusian and Ukrainian words and what they become in other cases."""
_WHERE = re.compile(
    r"\b(?:in|at|near|from|to|into|outside|across|around|of|through|leave|left|enter|visit\w*)\s+"
    r"(?:the\s+)?(?:\w+,\s+)?$"
)
"""Before a name that is a place here."""


@dataclass(frozen=True, slots=True)
class _Form:
    words: tuple[frozenset[str], ...]
    gaps: tuple[str, ...]
    """What stands between the words: a space, or the form's own marks."""
    actor: ActorSettings | None


@dataclass(slots=True)
class Listed:
    """The index over all forms; `None` stands for a form that is nobody's."""

    forms: dict[str, list[_Form]] = field(default_factory=dict)
    full: dict[str, list[tuple[str, ActorSettings | None]]] = field(default_factory=dict)
    """First name to the surnames (sounds) of those who bear it."""
    bare: dict[str, ActorSettings] = field(default_factory=dict)
    """Surname (sound) of those who are listed with it alone."""
    opening: re.Pattern[str] = _TOKEN
    """Finds the words that begin with a letter that begins a form."""


@lru_cache(maxsize=4)
def index(settings: tuple[ActorSettings, ...]) -> Listed:
    """Index the forms of all listed actors by their first word."""
    made = Listed()
    for actor in settings:
        for form in dict.fromkeys((actor.name, *actor.forms)):
            _enter(made, form, actor)
            if actor.kind == "person":
                _sounds(made, form, actor)
    mine = {form for actor in settings for form in (actor.name, *actor.forms)}
    for form in dict.fromkeys(form for actor in settings for form in actor.apart):
        if form not in mine:
            _enter(made, form, None)
    for forms in made.forms.values():
        forms.sort(key=lambda form: -len(form.words))
    letters = "".join(sorted({word[0] for word in made.forms}))
    made.opening = re.compile(rf"[{letters}](?<!\w.)\w*") if letters else _TOKEN
    return made


def _enter(made: Listed, form: str, actor: ActorSettings | None) -> None:
    tokens = list(_TOKEN.finditer(form))
    gaps = [form[one.end() : two.start()] for one, two in pairwise(tokens)]
    if tokens:
        words = tuple(_cases(token[0]) for token in tokens)
        tail = form[tokens[-1].end() :]
        entry = _Form(words, (*gaps, tail), actor)
        for word in sorted(words[0]):
            made.forms.setdefault(word, []).append(entry)


def _cases(word: str) -> frozenset[str]:
    if not _CYRILLIC.fullmatch(word) or word.isupper():
        return frozenset((word,))
    for ending, others in _CASES:
        if match := re.search(ending, word):
            stem = word[: match.start()]
            return frozenset((word, *(stem + other for other in re.split(r"[ |]", others))))
    return frozenset((word,))


def _sounds(made: Listed, form: str, actor: ActorSettings) -> None:
    first, *rest = form.split()
    if rest:
        made.full.setdefault(first_name(first), []).append((sound(rest[-1]), actor))
    else:
        made.bare.setdefault(sound(first), actor)


def find(texts: Sequence[str], listed: Listed) -> Iterator[tuple[int, int, int, ActorSettings]]:
    """Yield (text, start, end, actor) where a listed actor is named, in reading order."""
    for i, text in enumerate(texts):
        free = 0
        for hit in listed.opening.finditer(text):
            if hit[0] not in listed.forms:
                continue
            start = hit.start()
            ends = ((form, _end(form, text, hit.end())) for form in listed.forms[hit[0]])
            form, end = next(((form, end) for form, end in ends if end), (None, 0))
            if form is None or start < free:
                continue
            free = end
            if form.actor and not _other(form, text[max(0, start - 30) : start]):
                yield i, start, end, form.actor


def _end(form: _Form, text: str, at: int) -> int:
    """Return where a form ends whose first word ends here, 0 if it does not go on."""
    for words, gap in zip(form.words[1:], form.gaps, strict=False):
        following = _TOKEN.search(text, at, at + LONGEST_GAP)
        if following is None:
            return 0
        between = text[at : following.start()].translate(_HIDDEN)
        here = _TOKEN.match(text, following.start())
        if (" " if between.isspace() else between) != gap or here is None or here[0] not in words:
            return 0
        at = here.end()
    return at + len(form.gaps[-1]) if text.startswith(form.gaps[-1], at) else 0


LONGEST_GAP = 20
"""Characters between two words of a form: a line break and an indent."""


def _other(form: _Form, before: str) -> bool:
    """Say whether the words before a form make it a place, or somebody else of that surname."""
    actor = form.actor
    word = min(form.words[-1])
    if actor is None or actor.kind == "organisation":
        return word.casefold() in _GROUND and bool(_WHERE.search(before))
    if len(form.words) > 1:
        return False
    first = re.search(r"(?<![\w’'])(\w+)\s$", before)
    if not first or not is_first_name(first[1]):
        return False
    own = [one.split()[0] for one in (actor.name, *actor.forms) if " " in one]
    return first_name(first[1]) not in {first_name(one) for one in own}


_GROUND = PLACES | {"states", "kingdom", "uk"}


def meant(words: tuple[str, ...], listed: Listed) -> ActorSettings | None:
    """Return the listed person whom a name in another spelling means."""
    if len(words) == 1:
        heard = sound(words[0])
        return listed.bare.get(heard) if len(heard) >= MIN_SOUND else None
    heard = sound(words[-1])
    bearers = listed.full.get(first_name(words[0]), ())
    exact = next((actor for surname, actor in bearers if surname == heard), None)
    return exact or next((actor for surname, actor in bearers if near(surname, heard)), None)


MIN_SOUND = 5
"""Letters that a bare surname's sound must have to mean a listed person by sound alone."""
