"""What the words of a capitalised name and those around it say about its bearer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from digest.extract.gazetteer import (
    CLUBS,
    DEMONYMS,
    FIRST_HEADS,
    HEADS,
    KIN,
    KIND_NOUNS,
    NO_ACRONYMS,
    NO_ORGANISATIONS,
    NOT_PERSONS,
    ORGANISATION,
    ORGANISATION_ENDINGS,
    PLACES,
)
from digest.extract.names import ACRONYM, NO_NAMES, Name, names
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
    r"\s*,?\s*(?:(?:has|had|also|later)\s+)?([a-z]+)|,\s+\d\d(?:,|\s+and\b)|\s+\(\d\d\),"
)
_CLAUSE = re.compile(
    r",\s+(?:(?:who|whose)\b|\d\d,|(?:an?|the)\s+(?:[a-z-]+\s+){0,2}?(?P<noun>[a-z]{4,})(?=,|\s+(?:whose?"
    r"|of|at|for|in|with|from)\b))"
)
"""What stands behind a person's name to say who it is."""
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
_APPOSED = re.compile(
    r",\s+(?:an?|the)\s+(?:[a-z-]+\s+){0,2}?(?:agency|airline|bank|broadcaster|company|conglomerate"
    r"|firm|maker|newspaper|producer|refinery|subsidiary)(?=[,.;]|\s+(?:of|that|which|based|in)\b)"
)
"""What stands behind a company's name of several words to say what it is: ", a producer of"."""
_JOINING = frozenset({"of", "for", "on"})
_KIND_BEHIND = re.compile(rf"\s+(?:{'|'.join(sorted(KIND_NOUNS))})\b")
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
    plain = language in {"en", None}
    for sentence in sentences:
        busy = taken.get(sentence.id, ())
        text, at = sentence.text, 0
        for name in names(text, lower):
            while at < len(busy) and busy[at][1] <= name.start:
                at += 1
            if at < len(busy) and busy[at][0] < name.end:
                yield Span(name, sentence.id, text, taken=True)
                continue
            before = text[max(0, name.start - REACH) : name.start]
            behind = _NEXT.match(text, name.end)
            last = before.replace(",", " ").rsplit(None, 3)[-3:]
            word = last[-1] if last else ""
            kin = word in KIN and is_first_name(name.words[0])
            yield Span(
                name=name,
                sentence=sentence.id,
                text=text,
                taken=False,
                titled=plain and (name.title is not None or _is_role(word)),
                addressed=name.title is not None or kin,
                speaks=plain and (_says(last) or _said(behind) or _told(text, name)),
                article=word in {"the", "The"},
                noun=word if before[-2:-1] != "," else "",
                common=not plain or not lower.isdisjoint(map(str.casefold, name.words)),
                place=any(map(_is_place, name.words)),
            )


def _says(last: list[str]) -> bool:
    """Say whether a verb of speech is among the last words, with none but small ones behind."""
    verb = next((i for i, word in enumerate(last) if word in SAYS), None)
    return verb is not None and all(word.islower() for word in last[verb:])


def _said(behind: re.Match[str] | None) -> bool:
    return behind is not None and (behind[1] is None or behind[1] in SAYS or behind[1] in _DOES)


def _told(text: str, name: Name) -> bool:
    """Say whether a clause behind the name says what its bearer is: ", who", ", an astronomer"."""
    clause = _CLAUSE.match(text, name.end)
    if clause is None:
        return False
    noun = clause["noun"]
    return noun is None or (_is_role(noun) and noun not in KIND_NOUNS)


def _is_role(word: str) -> bool:
    return word.islower() and word not in _NO_ROLES and bool(_ROLES.search(word))


@lru_cache(maxsize=20_000)
def _is_place(word: str) -> bool:
    plain = word.casefold()
    return plain in PLACES or _is_demonym(plain)


def _is_demonym(word: str) -> bool:
    return word in DEMONYMS or (word.endswith("s") and word[:-1] in DEMONYMS)


def is_organisation(span: Span) -> bool:
    """Say whether a name's own words, or the noun before it, make it an organisation's."""
    name = span.name
    parts = [word.casefold() for word in name.words]
    if len(parts) == 1:
        company = parts[0].endswith(ORGANISATION_ENDINGS) and len(parts[0]) > MIN_COMPANY
        return (company and not span.common) or (
            _is_kind(span) and not span.place and parts[0] not in NOT_PERSONS
        )
    if name.text.casefold() in NO_ORGANISATIONS or all(map(_is_demonym, parts)):
        return False
    heads = parts[0] in HEADS or parts[0] in FIRST_HEADS
    if parts[-1] in ORGANISATION or _is_club(parts) or (heads and not _JOINING.isdisjoint(parts)):
        return not name.text.isupper()
    if _APPOSED.match(span.text, name.end) and not _is_place(name.words[-1]):
        return not is_first_name(name.words[0])
    return _is_kind(span) and not is_first_name(name.words[0]) and not span.place


def _is_club(parts: Sequence[str]) -> bool:
    """Say whether a club's word and the place it plays at make the name."""
    return parts[0] in CLUBS and len(parts) > 1 and all(map(_is_place, parts[1:]))


def short_name(name: str) -> str:
    """Return what a text may go on calling an organisation, "" where nothing is sure."""
    first, _, rest = name.partition(" ")
    if _is_club(name.casefold().split()):
        return first
    return rest if " " in rest and _is_demonym(first.casefold()) else ""


MIN_COMPANY = 6
"""Letters that a company's name has beyond its telling ending: a "Sberbank", no "Urbank"."""


def _is_kind(span: Span) -> bool:
    if span.common or span.name.opens or ACRONYM.fullmatch(span.name.text):
        return False
    return span.noun in KIND_NOUNS or (
        span.article and bool(_KIND_BEHIND.match(span.text, span.name.end))
    )


def is_acronym(span: Span, *, again: bool) -> bool:
    """Say whether capitals are an organisation's: not shouted, and named as one names a body."""
    text = span.name.text
    if text.strip(".") in NO_ACRONYMS or not text.isascii():
        return False
    around = span.text[max(0, span.name.start - 12) : span.name.start]
    behind = span.text[span.name.end : span.name.end + 12]
    shouted = re.search(r"[A-Z]{3,}[^\w]{1,2}$", around) or re.match(
        r"[^\w]{1,2}[A-Z]{3,}\b", behind
    )
    if shouted or re.search(r"\d\s*$", around):
        return False
    owns = behind.startswith(("'s", "’s"))
    return span.article or owns or span.speaks or again


def may_be_person(span: Span) -> bool:
    """Say whether a name of several words has a person's shape."""
    parts = [word.strip(".").casefold() for word in span.name.words]
    if len(parts) > MOST_WORDS or any(map(_is_no_part, span.name.words)):
        return False
    if is_first_name(span.name.words[0]):
        return not _is_demonym(parts[1])
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
