"""Organisations by their own words, the kind that is named beside them, and their short names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TypeAlias

from digest.extract.evidence import Span, is_demonym, is_place
from digest.extract.gazetteer import (
    CLUBS,
    FIRST_HEADS,
    HEADS,
    KIND_NOUNS,
    NO_ACRONYMS,
    NO_ORGANISATIONS,
    NOT_PERSONS,
    ORGANISATION,
    ORGANISATION_ENDINGS,
    SHOPS,
)
from digest.extract.names import ACRONYM
from digest.extract.spelling import is_first_name

_LEGAL = r"(?:Inc|Ltd|LLC|Corp|Corporation|PLC|plc|GmbH|AG|S\.A|OAO|JSC|Oyj|AB)"
_LEGAL_BEHIND = re.compile(rf"\s?,\s{_LEGAL}\b")
"""A legal form behind a comma, which the name does not hold."""
_APPOSED = re.compile(
    r"(?:,|\s[-–—])\s+(?:[Aa]n?|[Tt]he|(?:[Tt]he\s+)?\w+['’]s)\s+(?:(?!(?:in|of|at|for|with|the|to)\b)[\w-]+\s+){0,3}?"
    r"(?:agency|airline|bank"
    r"|broadcaster|company|conglomerate|firm|maker|newspaper|producer|refinery|subsidiary)"
    r"(?=[,.;]|\s+(?:of|that|which|based|in|filed|went|stopped|said|has|had|is|was)\b)"
)
"""What stands behind a company's name to say what it is: ", a producer of", " - The airline"."""
_CHIEF = re.compile(
    r"\b(?:CEO|[Cc]hief [Ee]xecutive(?: [Oo]fficer)?|[Mm]anaging [Dd]irector|subsidiary"
    r"|shareholders?) (?:of|in|at) $"
)
"""What only a company has."""
_JOINING = frozenset({"of", "for", "on"})
_KIND_BEHIND = re.compile(rf"\s+(?:{'|'.join(sorted(KIND_NOUNS))})\b")
_SHOP_BEHIND = re.compile(rf"\s+(?:[a-z]+\s+)?(?:{'|'.join(sorted(SHOPS))})\b")
_KIND_COMMA = re.compile(
    rf"\b(?:[Tt]he|[Ii]ts|[Tt]heir) (?:[a-z-]+ )?(?:{'|'.join(sorted(KIND_NOUNS))}), $"
)
"""Before a name between commas: "the operator, NAME, has"."""
_COMPANY = frozenset(
    "company corporation corp inc ltd llc plc group holdings holding industries airlines airways "
    "pharmaceuticals motors logistics".split()
)
"""Last words of a company's name, of which a text may go on with the first alone."""
_DOTTED = re.compile(r"(?:[^\W\d_]\.){2,}")
_SIDES = frozenset({"rovers", "wanderers"})
"""Last words of a club's name that stand for it."""
_INSIDE = re.compile(r"\b(?:in|at|near|from|around|outside) $")
"""Before the name of a place."""
REACH = 60
"""Characters before a name that say what it is."""
MIN_COMPANY = 6
"""Letters that a company's name has beyond its telling ending: a "Sberbank", no "Urbank"."""


@dataclass(slots=True)
class Found:
    """An actor in the making."""

    name: str
    person: bool
    keys: dict[tuple[str, str], None] = field(default_factory=dict)
    """(first name, surname) by sound, of every full form."""
    forms: dict[str, None] = field(default_factory=dict)
    sentences: dict[str, None] = field(default_factory=dict)

    def add(self, span_forms: Sequence[str], sentence: str) -> None:
        """Note the forms of one place."""
        self.forms |= dict.fromkeys(span_forms)
        self.sentences[sentence] = None


All: TypeAlias = dict[str, Found]
_NONE: All = {}


def take(named: list[Span], found: All) -> list[Span]:
    """Note organisations, acronyms with the full names they stand for; return the other names."""
    full: dict[str, str] = {}
    for one, two in pairwise(named):
        if one.sentence == two.sentence and ACRONYM.fullmatch(two.name.text):
            between = one.text[one.name.end : two.name.start]
            if between.strip() == "(" and one.name.words[0][0] == two.name.text[0]:
                full[two.name.text] = one.name.text
    defined = set(full.values())
    rest, own, companies = [], _NONE.copy(), set()
    for span in named:
        text = span.name.text
        if text in defined or is_organisation(span):
            full.setdefault(initials(span.name.words), text)
            own[text] = found.setdefault(text, Found(text, person=False))
            own[text].add((text,), span.sentence)
            if _LEGAL_BEHIND.match(span.text, span.name.end):
                companies.add(text)
        else:
            rest.append(span)
    rest = _shortened(_again(rest, own), found, companies)
    acronyms = [span for span in rest if ACRONYM.fullmatch(span.name.text)]
    times = Counter(text for text, _ in {(one.name.text, one.sentence) for one in acronyms})
    for span in acronyms:
        text = span.name.text
        if text in full or is_acronym(span, again=times[text] > 1):
            name = full.get(text, text)
            found.setdefault(name, Found(name, person=False)).add((text,), span.sentence)
    return [span for span in rest if not ACRONYM.fullmatch(span.name.text)]


def initials(words: Iterable[str]) -> str:
    """Return the capitals that stand for a name: USGS for the U.S. Geological Survey."""
    return "".join(
        word.replace(".", "") if _DOTTED.fullmatch(word) else word[0]
        for word in words
        if word[0].isupper()
    )


def _again(rest: list[Span], own: All) -> list[Span]:
    """Add the names that are an organisation's elsewhere in the text; return the others.

    One may be shouted, as in a list: "RIVER AIR - Closed in May".
    """
    known = {name.casefold(): one for name, one in own.items()}
    kept = []
    for span in rest:
        text = span.name.text
        one = known.get(text.casefold())
        if one and (text == one.name or text.isupper()) and not span.common:
            one.add((text,), span.sentence)
        else:
            kept.append(span)
    return kept


def _shortened(rest: list[Span], found: All, companies: Container[str]) -> list[Span]:
    """Add the short names that one organisation of the text alone can mean; return the others.

    A club's without its town ("Spartak"), any other's without its people ("Popular Front"), the
    first word of a company's.
    """
    short: dict[str, list[Found]] = {}
    for one in found.values():
        for text in () if one.person else _short(one.name, company=one.name in companies):
            short.setdefault(text, []).append(one)
    kept = []
    for span in rest:
        bearers = short.get(span.name.text, [])
        if len(bearers) == 1 and span.name.text not in found and not _is_inside(span):
            bearers[0].add((span.name.text,), span.sentence)
        else:
            kept.append(span)
    for text, bearers in short.items():
        if len(bearers) == 1 and text in found and found[text] is not bearers[0]:
            bearers[0].forms |= found[text].forms
            bearers[0].sentences |= found.pop(text).sentences
    return kept


def _is_inside(span: Span) -> bool:
    before = span.text[max(0, span.name.start - REACH) : span.name.start]
    return len(span.name.words) == 1 and (span.common or bool(_INSIDE.search(before)))


def is_organisation(span: Span) -> bool:
    """Say whether a name's own words, or what stands beside it, make it an organisation's."""
    name = span.name
    parts = [word.casefold() for word in name.words]
    if len(parts) == 1:
        return _is_company(span, parts[0])
    if name.text.casefold() in NO_ORGANISATIONS or all(map(is_demonym, parts)):
        return False
    heads = parts[0] in HEADS or parts[0] in FIRST_HEADS
    if parts[-1] in ORGANISATION or _is_club(parts) or (heads and not _JOINING.isdisjoint(parts)):
        return not name.text.isupper()
    if _LEGAL_BEHIND.match(span.text, name.end) or (span.article and _is_shop(span)):
        return True
    if is_first_name(name.words[0]):
        return False
    if _APPOSED.match(span.text, name.end) and not is_place(name.words[-1]):
        return True
    return (_is_kind(span) or _is_led(span)) and not span.place


def _is_company(span: Span, word: str) -> bool:
    """Say whether one word is a company's name."""
    if span.common or span.place or word in NOT_PERSONS:
        return word.endswith(ORGANISATION_ENDINGS) and len(word) > MIN_COMPANY and not span.common
    named = word.endswith(ORGANISATION_ENDINGS) and len(word) > MIN_COMPANY
    if named or word.endswith(("'s", "’s")):
        return True
    if len(word) > 1 and not is_first_name(span.name.words[0]):
        end = span.name.end
        if _LEGAL_BEHIND.match(span.text, end) or _APPOSED.match(span.text, end):
            return True
    return _is_kind(span) or _is_led(span)


def _is_club(parts: Sequence[str]) -> bool:
    """Say whether a club's word and the place it plays at make the name."""
    return parts[0] in CLUBS and len(parts) > 1 and all(map(is_place, parts[1:]))


def _is_shop(span: Span) -> bool:
    return bool(_SHOP_BEHIND.match(span.text, span.name.end))


def _is_led(span: Span) -> bool:
    """Say whether somebody is its chief executive."""
    before = span.text[max(0, span.name.start - REACH) : span.name.start]
    return not span.common and bool(_CHIEF.search(before))


def _is_kind(span: Span) -> bool:
    if span.common or span.name.opens or ACRONYM.fullmatch(span.name.text):
        return False
    before = span.text[max(0, span.name.start - REACH) : span.name.start]
    if before.endswith(", ") and span.text.startswith(",", span.name.end):
        return bool(_KIND_COMMA.search(before))
    return span.noun in KIND_NOUNS or (
        span.article and bool(_KIND_BEHIND.match(span.text, span.name.end))
    )


def _short(name: str, *, company: bool) -> tuple[str, ...]:
    """Return what a text may go on calling an organisation, as far as it is sure.

    A `company` is one whose legal form stands behind its name.
    """
    first, _, rest = name.partition(" ")
    words = name.casefold().split()
    if _is_club(words):
        return (first,)
    if " " in rest and is_demonym(words[0]):
        return (rest,)
    known = is_place(first) or is_first_name(first)
    if rest and not known and (company or words[-1].strip(".") in _COMPANY):
        return (first,) if company else tuple(dict.fromkeys((first, name.rpartition(" ")[0])))
    return (name.rpartition(" ")[2],) if words[-1] in _SIDES else ()


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
