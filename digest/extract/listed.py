"""The actors that `digest.yml` names, found by their forms in a text.

Cyrillic forms stand for their cases as well, Latin ones in Polish. A bare surname after
another's first name is not the actor, and a state's or a capital's name is one only where it is no
place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from digest.extract.gazetteer import PLACES
from digest.extract.spelling import first_name, is_first_name, near, nominative, sound
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
_LATIN = re.compile(r"[^\W\d_]{4,}")
_POLISH = (
    (r"ka$", "ka ki kę ką ce ko"),
    (r"a$", "a y i ę ą ie o"),
    (r"(?<=[^\Waeiouyąęó])$", "|a|u|owi|em|iem|ie"),
    (r"i$", "i iego iemu im"),
    (r"y$", "y ego emu ym"),
)
"""The same for Polish."""
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
    polish: bool = False
    """Names are written with the endings of Polish cases."""
    opening: re.Pattern[str] = _TOKEN
    """Finds the words that begin with a letter that begins a form."""


@lru_cache(maxsize=8)
def index(settings: tuple[ActorSettings, ...], *, polish: bool = False) -> Listed:
    """Index the forms of all listed actors by their first word."""
    made = Listed(polish=polish)
    for actor in settings:
        for form in dict.fromkeys((actor.name, *actor.forms)):
            _enter(made, form, actor, polish=polish)
            if actor.kind == "person":
                _sounds(made, form, actor)
    mine = {form for actor in settings for form in (actor.name, *actor.forms)}
    for form in dict.fromkeys(form for actor in settings for form in actor.apart):
        if form not in mine:
            _enter(made, form, None, polish=polish)
    for forms in made.forms.values():
        forms.sort(key=lambda form: -len(form.words))
    letters = "".join(sorted({word[0] for word in made.forms}))
    made.opening = re.compile(rf"[{letters}](?<!\w.)\w*") if letters else _TOKEN
    return made


def _enter(made: Listed, form: str, actor: ActorSettings | None, *, polish: bool) -> None:
    tokens = list(_TOKEN.finditer(form))
    gaps = [form[one.end() : two.start()] for one, two in pairwise(tokens)]
    if tokens:
        words = tuple(_cases(token[0], polish=polish) for token in tokens)
        tail = form[tokens[-1].end() :]
        entry = _Form(words, (*gaps, tail), actor)
        for word in sorted(words[0]):
            made.forms.setdefault(word, []).append(entry)


def _cases(word: str, *, polish: bool) -> frozenset[str]:
    table = _CASES if _CYRILLIC.fullmatch(word) else _POLISH
    if word.isupper() or (table is _POLISH and not (polish and _LATIN.fullmatch(word))):
        return frozenset((word,))
    for ending, others in table:
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
    """Yield (text, start, end, actor) where a listed actor is named, in reading order.

    A first name of the actor's right before the form belongs to it, in any spelling.
    """
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
            before = text[max(0, start - REACH) : start]
            first = _first(form, before, polish=listed.polish)
            if form.actor and (first or not _other(form, before)):
                begins = start - len(first[0]) if first else start
                yield i, begins if begins >= free else start, end, form.actor
            free = end


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


REACH = 30
"""Characters before a form that say what it is here."""
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
    first = _FIRST.search(before)
    return bool(first and is_first_name(first[1]))


_FIRST = re.compile(r"(?<![\w’'])(\w+)\s$")


def _first(form: _Form, before: str, *, polish: bool) -> re.Match[str] | None:
    """Return the actor's own first name that stands right before a bare surname."""
    actor = form.actor
    if actor is None or actor.kind == "organisation" or len(form.words) > 1:
        return None
    found = _FIRST.search(before)
    if found is None or not found[1][0].isupper():
        return None
    own = {first_name(one.split()[0]) for one in (actor.name, *actor.forms) if " " in one}
    here = {first_name(found[1]), first_name(nominative(found[1]) if polish else found[1])}
    return None if here.isdisjoint(own) else found


_GROUND = PLACES | {"states", "kingdom", "uk"}


def meant(words: tuple[str, ...], listed: Listed) -> ActorSettings | None:
    """Return the listed person whom a name in another spelling means, in Polish in any case."""
    found = _meant(words, listed)
    if found is None and listed.polish:
        found = _meant(tuple(map(nominative, words)), listed)
    return found


def _meant(words: tuple[str, ...], listed: Listed) -> ActorSettings | None:
    if len(words) == 1:
        heard = sound(words[0])
        return listed.bare.get(heard) if len(heard) >= MIN_SOUND else None
    heard = sound(words[-1])
    bearers = listed.full.get(first_name(words[0]), ())
    exact = next((actor for surname, actor in bearers if surname == heard), None)
    return exact or next((actor for surname, actor in bearers if near(surname, heard)), None)


MIN_SOUND = 5
"""Letters that a bare surname's sound must have to mean a listed person by sound alone."""
