"""What a sentence says of a person beside the name: an age, a prison term, an office (English).

Only what grammar ties to the very name counts: `NAME, 27,`, `27-year-old NAME`, `NAME was jailed
for five years`, `Qeshm governor NAME`. An age beside a role (`the 51-year-old writer told NAME`) is
nobody's here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from digest.extract.names import NO_NAMES
from digest.extract.numbers import blurred
from digest.text import fold, words

if TYPE_CHECKING:
    from collections.abc import Iterator

STEM = 5
"""Letters of an office's words that count: Russia's and Russian are one owner."""
REACH = 120
"""Characters beside a name that are looked at: a clause."""
_ONES = "one two three four five six seven eight nine".split()
_TEENS = ("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen").split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_WORDED = dict(zip((*_ONES, *_TEENS), range(1, 20), strict=True))
_WORDED |= {
    f"{ten}-{one}" if one else ten: 20 + 10 * n + k
    for n, ten in enumerate(_TENS)
    for k, one in enumerate(("", *_ONES))
}
_WORD = rf"(?:{'|'.join(_TENS)})(?:-(?:{'|'.join(_ONES)}))?|{'|'.join((*_TEENS, *_ONES))}"
_AGE = rf"\d\d|(?:{'|'.join(_TENS)})(?:-(?:{'|'.join(_ONES)}))?|{'|'.join(_TEENS)}"
_ASIDE = r"(?:, (?:an?|the|of|from|whose?) [^,;:]{1,60})?"
_STOPS = r"(?=[,.;)—–]|$| (?:of|from|and) )"
_AGE_BEHIND = re.compile(
    rf"{_ASIDE}, (?:(?:who is|just|only|still only) )?(?:aged? )?(?P<age>{_AGE})"
    rf"(?: years? old)?{_STOPS}|, (?:an?|the) (?P<hyphen>{_AGE})-year-old\b"
    rf"|,? who (?:is|turned) (?P<turned>{_AGE})\b{_STOPS}"
    rf"|(?:,[^,;:]{{1,60}},)? (?:has )?died (?:[a-z]+ ){{0,4}}"
    rf"(?:aged|at the age of) (?P<died>{_AGE})\b"
)
_AGE_BEFORE = re.compile(rf"\b(?P<age>{_AGE})-year-old $", re.IGNORECASE)
_RELATIVE = re.compile(
    r"\b(?:his|her|their|whose) (?:[a-z]+ )?"
    r"(?:father|mother|son|daughter|brother|sister|wife|husband)\b",
    re.IGNORECASE,
)
"""An age may be that of somebody of the same name."""
_UNITS = {"year": 365.0, "month": 365 / 12, "week": 7.0, "day": 1.0}
_NUMBER = rf"\d{{1,3}}(?:\.\d)?|{_WORD}"
_UNIT = rf"(?:{'|'.join(_UNITS)})s?\b"
_TERM = (
    rf"(?P<term>(?P<number>{_NUMBER})(?P<half> and a half)?[ -](?P<unit>{_UNIT})"
    rf"(?: and (?P<more>{_NUMBER}) (?P<rest>{_UNIT}))?)"
)
_TERM_BEHIND = re.compile(
    rf"(?:, [^,;:]{{1,80}},)? (?:(?:was|is|has been|had been)(?: \w+){{0,2}} "
    rf"(?:sentenced to|jailed for|imprisoned for|given|handed)|received|got) "
    rf"(?:an? )?{_TERM}",
    re.IGNORECASE,
)
_TERM_AROUND = re.compile(rf"(?:, [^;:]{{1,100}},)?(?: to| for| with)? (?:an? )?{_TERM}")
_PUNISHED = re.compile(
    r"\b(?:sentenced|sentencing|jailed|jailing|imprisoned|gave|giving|handed|handing|arrested)"
    r"(?: [\w’'-]+){0,4} $",
    re.IGNORECASE,
)
_COURT = re.compile(
    r"\b(?:court|judge|sentence\w*|prison|jail\w*|colony|custody|arrest\w*|verdict|convict\w*|"
    r"guilty|trial)\b",
    re.IGNORECASE,
)
"""Without one of these who "got two years" may have got a contract."""
_UNSURE = re.compile(
    r"\b(?:another|additional|further|suspended|asked|demanded|requested|sought|could|may|might|"
    r"faces?|facing|if|not|upheld|appeal\w*|reduced|cut|commuted|probation|banned?)\b"
)
"""A term that is not what a court gave, or not all of it."""

_OFFICES = (
    "president premier chancellor governor mayor king queen minister chief head chairman "
    "chairwoman director commander coach ceo sheriff rector patriarch"
).split()
"""Offices that one person holds at a time; a city has many judges, a paper many editors."""
_FIELDS = (
    "prime foreign finance defence defense interior internal energy economy economic justice "
    "health education information culture labour labor transport trade police fire rescue public "
    "safety natural resources general executive managing head staff affairs department ministry "
    "office national federal local security council hospital bank intelligence central shadow club "
    "airport sports company team party group school committee agency"
).split()
_PLACES = "island city town province region regional district county oblast state".split()
"""What an office is for, and what a place is: such words do not say whose it is."""
_OTHER = re.compile(
    r"\b(?:deputy|vice|former\w*|ex|acting|interim|assistant|associate|then|late|new\w*|next|first|"
    r"retired|ousted|elect|designate|incoming|outgoing|predecessor|successor|succe\w+|replac\w+|"
    r"appoint\w+|resign\w*|named|hired|fired|sacked|dismiss\w+|step\w* down|took over)\b",
    re.IGNORECASE,
)
"""A sentence with one of these may speak of an office's other holders."""
_OWNER = rf"(?:[A-Z][\w.&-]*(?:['’]s)?|{'|'.join((*_FIELDS, *_PLACES))})"
_HEAD = (
    rf"(?:{'|'.join(form for o in _OFFICES for form in (o, o.capitalize()))}"
    r"|CEO|[Cc]hief [Ee]xecutive(?: [Oo]fficer)?)"
)
_FIELD = rf"(?:(?:{'|'.join(_FIELDS)}) ){{0,2}}"
_OFFICE = (
    rf"(?P<office>(?:{_OWNER} ){{1,5}}{_HEAD}"
    rf"|{_FIELD}{_HEAD} of (?:the )?{_OWNER}(?: {_OWNER}){{0,4}})"
)
_BEFORE = re.compile(rf"(?:^|\W){_OFFICE}(?P<aside>,?) $")
_BEHIND = re.compile(rf", (?:the )?{_OFFICE}(?=[,.;)])")
_HELD = re.compile(rf"(?:^|[^\w ]|[a-z] )(?P<office>{_HEAD}) $")
_WHOSE = re.compile(rf" of (?:the )?(?P<owner>{_OWNER}(?: {_OWNER}){{0,4}})\b")
_OF_A_COUNTRY = re.compile(r"(?<= of )(?:the )?[A-Z]\w+['’]s (?=[A-Z])")
_EXECUTIVE = re.compile(r"chief executive(?: officer)?", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s\b")


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing said of a person."""

    kind: Literal["age", "term", "office"]
    text: str
    """An age or a term as written, a slice of the sentence; what an office is called."""
    value: float = 0
    """Years of age, or days of a term (a year as 365, a month as a twelfth)."""
    office: frozenset[str] = frozenset()
    """The office's words, folded and cut."""


def claims(text: str, start: int, end: int) -> Iterator[Claim]:
    """Yield what a sentence says of the person whose full name stands at `text[start:end]`."""
    before, behind = text[max(0, start - REACH) : start], text[end : end + REACH]
    age = _AGE_BEHIND.match(behind) or _AGE_BEFORE.search(before)
    if age and not _RELATIVE.search(text):
        said = next(group for group in age.groups() if group)
        yield Claim("age", said, _number(said))
    term = _TERM_BEHIND.match(behind) or (
        _TERM_AROUND.match(behind) if _PUNISHED.search(before) else None
    )
    sure = term and _COURT.search(text) and not _UNSURE.search(text)
    if term and sure and not blurred(behind, term.start("term")):
        yield Claim("term", term["term"], _days(term))
    written = _written(before, behind)
    held = _office(written) if written and not _OTHER.search(text) else None
    if held:
        yield Claim("office", written, office=held)


def _written(before: str, behind: str) -> str:
    """Return the words beside a name that name an office and whose it is."""
    title = _BEFORE.search(before)
    if title and (not title["aside"] or behind.startswith(",")):
        return title["office"]
    if office := _BEHIND.match(behind):
        return office["office"]
    held, whose = _HELD.search(before), _WHOSE.match(behind)
    return f"{held['office']} of {whose['owner']}" if held and whose else ""


def _number(written: str) -> float:
    return _WORDED.get(written.lower()) or float(written)


def _days(term: re.Match[str]) -> float:
    count = _number(term["number"]) + 0.5 * bool(term["half"])
    days = count * _UNITS[term["unit"].lower().removesuffix("s")]
    if term["more"]:
        days += _number(term["more"]) * _UNITS[term["rest"].lower().removesuffix("s")]
    return round(days)


def _office(written: str) -> frozenset[str]:
    """Return the words that say which office it is; none where nothing says whose."""
    plain = _POSSESSIVE.sub("", _OF_A_COUNTRY.sub("", written))
    said = words(fold(_EXECUTIVE.sub("CEO", plain)))
    named = {word for word in said if word not in NO_NAMES and word not in _PLACES}
    if named.issubset((*_FIELDS, *_OFFICES)):
        return frozenset()
    return frozenset(word[:STEM] for word in named)
