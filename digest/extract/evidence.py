"""What the words of a capitalised name and those around it say about its bearer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from digest.extract.gazetteer import DEMONYMS, KIN, KIND_NOUNS, NOT_PERSONS, ORGANISATION, PLACES
from digest.extract.names import NO_NAMES, Name, brands, names
from digest.extract.spelling import is_first_name
from digest.models import Sentence
from digest.text import words

SAYS = frozenset(
    "said says told tells added adds wrote writes tweeted warned warns announced insisted stressed "
    "argued claimed noted explained confirmed denied declared replied asked vowed pledged called "
    "accused urged promised admitted acknowledged suggested recalled predicted commented believes "
    "thinks stated posted concluded continued observed complained testified remarked "
    "responded".split()
)
"""Verbs of speech; their subject is a person or an organisation."""
_DOES = frozenset("met arrived visited resigned died lives fled smiled tested married".split())
"""Other verbs whose subject mostly is a person."""
_NEXT = re.compile(
    r"\s?,\s+(?:of\s+)?\d\d(?:\s+years)?\s?(?:,|and\b)|\s+\(\d\d\),"
    r"|\s*,?\s*(?:(?:has|had|also|later)\s+)?([a-z]+)"
)
_ASIDE = re.compile(r",\s[^,.;:“”\"]{3,60},\s+([a-z]+)\b")
"""What stands between a name and its verb: ", in mitigation, said"."""
_CLAUSE = re.compile(
    r",\s+(?:(?:who|whose)\b|\d\d,|(?:an?|the)\s+(?:[a-z-]+\s+){0,2}?(?P<noun>[a-z]{4,})(?=,|\s+(?:whose?"
    r"|of|at|for|in|with|from)\b))"
)
"""What stands behind a person's name to say who it is."""
_OF_COLLEGE = re.compile(
    r"\s+(?:of|at|from)\s+(?:the\s+)?(?:[^\W\d_a-z]\w+\s+){0,3}"
    r"(?:University|Institute|College|Museum|Laboratory|Foundation)\b"
)
"""Behind a name: whose work its bearer does."""
_ROLES = re.compile(
    r"(?:[a-z]man|woman|person|ist|[^aeiou]er|or|ant|ent|ian|chief|head|envoy|analyst|critic|"
    r"figure|colleague|aide|ally|rival|star|tsar|boss|expert|diplomat|athlete)s?$"
)
"""Endings of the lower-case noun that stands right before a person's name."""
_NO_ROLES = frozenset(
    "after other former over under never whether however together another either neither rather "
    "center water number power summer winter september october november december later earlier "
    "different recent current independent parliament government agreement statement or for nor "
    "her their per order member border river more than western eastern northern southern former "
    "want went spent sent meant event president-elect department present percent apparent "
    "ancient silent violent consistent major senior junior interior error terror poor door floor "
    "color harbor labor favor prior rumor armor corner chapter letter matter paper better further "
    "greater larger smaller newer older younger higher lower quarter theater counter offer enter "
    "consider cover deliver discover remember until important significant distant instant "
    "restaurant plant grant warrant want italian russian belarusian ukrainian".split()
)
"""Words with such an ending that are no roles."""
REACH = 40
"""Characters before a name that are looked at: three words."""
MOST_WORDS = 4
"""Words of a person's name; longer runs are headings and programmes."""


class Span(NamedTuple):
    """A name, the sentence it stands in, and what the words around it say."""

    name: Name
    sentence: str
    text: str
    """The sentence's."""
    taken: bool
    """It is one that `digest.yml` names; then nothing else is asked."""
    titled: bool = False
    """A title or a role stands before it."""
    addressed: bool = False
    """A capitalised title stands before it, or a word of kinship before a first name."""
    speaks: bool = False
    """A verb of speech stands beside it."""
    noun: str = ""
    """The word right before it."""
    article: bool = False
    """`the` stands before it."""
    common: bool = False
    """A word of it is written in lower case elsewhere, or every noun of the language is upper."""
    place: bool = False
    """A word of it is a place, or what the people of one are called."""


def spans(
    sentences: Sequence[Sentence],
    taken: dict[str, list[tuple[int, int]]],
    language: str | None,
) -> Iterator[Span]:
    """Yield the names of a text with their evidence, in reading order."""
    said = {word for sentence in sentences for word in words(sentence.text)}
    lower = frozenset(word for word in said if word.islower() and len(word) > 1)
    plain, german = language in {"en", None}, language == "de"
    own = frozenset().union(*(brands(sentence.text) for sentence in sentences))
    for sentence in sentences:
        busy = taken.get(sentence.id, ())
        text, at = sentence.text, 0
        for name in names(text, lower, own):
            while at < len(busy) and busy[at][1] <= name.start:
                at += 1
            if at < len(busy) and busy[at][0] < name.end:
                yield Span(name, sentence.id, text, taken=True)
                continue
            before = text[max(0, name.start - REACH) : name.start]
            behind = _NEXT.match(text, name.end)
            last = before.replace(",", " ").rsplit(None, 3)[-3:]
            word = last[-1] if last else ""
            titled = name.title is not None or _is_role(word)
            kin = word in KIN and is_first_name(name.words[0])
            yield Span(
                name=name,
                sentence=sentence.id,
                text=text,
                taken=False,
                titled=name.title is not None if german else plain and titled,
                addressed=name.title is not None or kin,
                speaks=plain and (_says(last) or _said(behind) or _said_aside(text, name)),
                article=word in {"the", "The"},
                noun=word if before[-2:-1] != "," else "",
                common=(german and (name.title is None or len(name.words) == 1))
                or not lower.isdisjoint(map(str.casefold, name.words)),
                place=any(map(is_place, name.words)),
            )


def _says(last: list[str]) -> bool:
    """Say whether a verb of speech is among the last words, with none but small ones behind."""
    verb = next((i for i, word in enumerate(last) if word in SAYS), None)
    return verb is not None and all(word.islower() for word in last[verb:])


def _said(behind: re.Match[str] | None) -> bool:
    return behind is not None and (behind[1] is None or behind[1] in SAYS or behind[1] in _DOES)


def _said_aside(text: str, name: Name) -> bool:
    aside = _ASIDE.match(text, name.end)
    return (aside is not None and aside[1] in SAYS) or _told(text, name)


def _told(text: str, name: Name) -> bool:
    """Say whether the words behind a name say what its bearer is: ", who", ", an astronomer"."""
    if _OF_COLLEGE.match(text, name.end):
        return True
    clause = _CLAUSE.match(text, name.end)
    if clause is None:
        return False
    noun = clause["noun"]
    return noun is None or (_is_role(noun) and noun not in KIND_NOUNS)


def _is_role(word: str) -> bool:
    return word.islower() and word not in _NO_ROLES and bool(_ROLES.search(word))


@lru_cache(maxsize=20_000)
def is_place(word: str) -> bool:
    """Say whether a word is a place, or what the people of one are called."""
    plain = word.casefold()
    return plain in PLACES or is_demonym(plain) or (plain[-1:] == "s" and plain[:-1] in PLACES)


def is_demonym(word: str) -> bool:
    """Say whether a lower-case word is what people of a place are called."""
    return word in DEMONYMS or (word.endswith("s") and word[:-1] in DEMONYMS)


def may_be_person(span: Span) -> bool:
    """Say whether a name of several words has a person's shape."""
    parts = [word.strip(".").casefold() for word in span.name.words]
    if len(parts) > MOST_WORDS or any(map(_is_no_part, span.name.words)):
        return False
    if is_first_name(span.name.words[0]):
        return not is_demonym(parts[1])
    return not (span.place or span.common or (span.article and not span.titled))


def _is_no_part(word: str) -> bool:
    plain = word.strip(".").casefold()
    capitals = len(word) > 1 and word.isupper() and "." not in word and plain not in _NUMERALS
    return capitals or plain in NOT_PERSONS or plain in NO_NAMES or plain in ORGANISATION


_NUMERALS = frozenset({"ii", "iii", "iv"})


def speaks_for(span: Span) -> bool:
    """Say whether a bare word is used as a person's name."""
    owns = span.text.startswith(("'s", "’s"), span.name.end)
    return not (span.common or span.place or span.article) and (
        span.speaks or span.addressed or owns
    )
