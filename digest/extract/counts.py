"""Numbers of people and things with their noun: `more than 30,000 people`, `33 road maps`.

English only. A number counts where a plural noun ends the phrase behind it; years, ages, times,
scores, ordinals, numbered things (`Article 9`, `Flight 370`) and money are no counts. One left out
is better than a wrong one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from digest.extract import phrases
from digest.extract.numbers import SCALES, SHORT, blurred, value
from digest.models import Quantity, Sentence

_DIGITS = (
    r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:[\u00a0\u202f ]\d{3})+(?!\d)|\d{1,7}(?:\.\d{1,2})?"
)
_WORDS = {
    name: float(number)
    for number, name in enumerate(
        "two three four five six seven eight nine ten eleven twelve".split(), start=2
    )
} | {"fifteen": 15.0, "twenty": 20.0, "thirty": 30.0, "forty": 40.0, "fifty": 50.0}
_SCALE = "|".join((*SCALES, *SHORT))
_COUNT = re.compile(
    rf"(?=[\dtfsen])(?<![\w.,/:–—#№$€£-])(?P<low>{_DIGITS}|(?:{'|'.join(_WORDS)})(?= ))"
    rf"(?:(?:\s?[–—-]\s?| to | or )(?P<high>{_DIGITS}))?"
    rf"(?:\s(?P<scale>{_SCALE})(?!\w))?\s(?=[^\W\d_])",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_SYMBOL = re.compile(r"(?:MW|GW|[kMGT]Wh|bcm|mcm)(?!\w)")
_VOLUME = frozenset(("cubic", "square"))
_SIZES = frozenset(
    "magnitude degree star meter metre kilometer kilometre mile foot inch year month week day "
    "hour".split()
)
"""Singular measures before a noun: its size (`4 meter lengths`)."""
_LENGTH = re.compile(r"(?:kilo)?met(?:er|re)s|miles|feet|yards")
_PART = re.compile(r"(?P<word>[^\W\d_][\w’'.-]*[^\W_]|[^\W\d_])(?P<gap>\s?)")
BEFORE_NOUN = 3
"""Words between a number and its noun; behind more of them stands another phrase's."""
_JOINED = ("'", "’", "-")
"""What goes on with a noun: its owner's mark, a hyphen."""
_NO_COUNTS = frozenset(
    "years months weeks days hours minutes seconds decades centuries nights seasons quarters "
    "mornings evenings weekends times percent degrees points goals runs wickets sets laps tries "
    "wins losses victories defeats draws games matches starts yards rebounds assists strokes "
    "holes seeds titles medals caps dollars euros rubles roubles pounds cents pence yuan zlotys "
    "hryvnias francs pesos rands naira kroner liras dirhams riyals rupees marks crowns kopecks "
    "yen inches feet stones ounces thousands hundreds millions billions dozens tens others halves "
    "thirds fifths tenths places ways things reasons types kinds steps sides words items series "
    "ones odds episodes chapters pages verses lines rounds races overs innings penalties kicks "
    "shots touchdowns completions incompletions catches steals blocks bouts aces winners carries "
    "passes appearances pixels microns centimeters centimetres millimeters millimetres gigaflops "
    "gigabytes megabytes hertz miles kilometers kilometres meters metres".split()
)
"""Times, money, scores, distances, parts and what says nothing when counted."""
_EMERGENCY = frozenset(("911", "112", "999"))
"""Numbers that are dialled."""
_VERBS = frozenset(
    "says makes takes goes comes gives gets has does is was shows brings means needs wants plays "
    "includes remains becomes begins starts ends runs leads opens seems puts sees leaves holds "
    "describes requires states provides applies thanks".split()
)
_NONE = _NO_COUNTS | _VERBS | _SIZES
_PEOPLE = frozenset(
    "people persons men women children soldiers troops civilians protesters demonstrators "
    "activists journalists workers miners policemen officers passengers victims prisoners "
    "detainees students employees militants insurgents fighters servicemen reporters migrants "
    "residents villagers police".split()
)
"""Whom small numbers in words count, where it is said what became of them."""
MEASURES = frozenset(
    "tons tonnes barrels litres liters kilograms kilos gallons acres hectares megawatts gigawatts "
    "kilowatts meters metres kilometers kilometres megawatt-hours kilowatt-hours".split()
)
"""Units of measure: what is measured stands behind `of`."""
_LABELS = frozenset(
    "page pages number numbers article articles chapter line room bus flight route highway channel "
    "level version phase stage grade class age aged act section paragraph clause no nos part point "
    "item protocol resolution verse group district school platform gate unit block form top first "
    "last next past final previous every each per best plus minus times by".split()
)
"""Words before a number that name a thing, or part of a whole, and count none."""
_OPENERS = frozenset(
    "the in at all some these those of with about over nearly almost around for and but among from "
    "after when only at its their his her out that more than while since says said between both "
    "another until there's there are were".split()
)
"""Words that may stand, even with a capital, before a number that counts."""
_PART_OF = re.compile(
    r"\b(?:one|two|three|four|\w*\d)\s+(?:in|out of)\s+(?:every\s+)?$|out of $", re.IGNORECASE
)
_CAN_BE_YEAR = re.compile(r"(?:19|20)\d\d")
_SURE = frozenset(("more than", "up to", "at least", "nearly", "almost", "some", "as many as"))
_FATE = re.compile(
    r"\s(?:(?:who|that|which)\s)?(?:(?:have|has|had)(?:\salready)?\sbeen\s|(?:were|are)(?:\sbeing)?\s)?"
    r"(?:dead|missing|killed|hurt|shot|held|wounded|injured|detained|arrested|imprisoned|jailed|"
    r"evacuated|displaced|hospitalized|infected|sacked|fired|expelled|evicted|rescued|deported|"
    r"sentenced|executed|sanctioned|charged)(?![\w-])"
)
_WITHIN = re.compile(r"\b(?:in|across|from|of|at|on|near|to)\s+(?:the\s+)?$")
"""Before a count that is only where something happened (`106 protesters in 21 cities`)."""
_OF = re.compile(r"\sof\s")
_PRICED = re.compile(r"\b(?:for|per|every)\s+$")
"""Before a measure that a price is for."""


def counts(sentence: Sentence) -> Iterator[Quantity]:
    """Yield the counts of a sentence, in reading order."""
    text = sentence.text
    if not _DIGIT.search(text) and _PEOPLE.isdisjoint(text.lower().split()):
        return
    for found in _COUNT.finditer(text):
        stop = _noun(text, found.end())
        unit = text[found.end() : stop]
        if not stop or not _may_count(found, unit) or not _counts(text, found):
            continue
        if _is_measure(unit) and _PRICED.search(text[max(0, found.start() - 6) : found.start()]):
            continue
        fate = _fate(text, found.start(), stop, unit)
        if found["low"].lower() in _WORDS and not (fate and unit.rpartition(" ")[2] in _PEOPLE):
            continue
        factor = (SCALES | SHORT)[found["scale"].lower()] if found["scale"] else 1.0
        yield Quantity(
            kind="count",
            text=text[found.start() : stop],
            value=round(_value(found["low"]) * factor, 2),
            most=round(_value(found["high"]) * factor, 2) if found["high"] else None,
            unit=unit,
            sentence=sentence.id,
            about=fate,
            modifier=blurred(text, found.start()),
        )


def _may_count(found: re.Match[str], unit: str) -> bool:
    """Say whether a number's form lets it count: no score, no day, no part of a thing."""
    if found["low"] in _EMERGENCY:
        return False
    whole = found["scale"] or _is_measure(unit) or "." not in found["low"]
    if not found["high"]:
        return bool(whole)
    low, high = _value(found["low"]), _value(found["high"])
    # "13-3" is a score, "9-11" a day.
    return bool(whole) and low < high and (high > DAYS or "-" not in found[0])


DAYS = 31
"""Up to here two numbers with a hyphen may be a score or a date."""


def _value(written: str) -> float:
    return _WORDS.get(written.lower()) or value(written)


def _noun(text: str, at: int) -> int:
    """Return where the counted noun ends, 0 where none is sure."""
    symbol = _SYMBOL.match(text, at)
    if symbol:
        return symbol.end()
    for place in range(BEFORE_NOUN + 1):
        part = _PART.match(text, at)
        if part is None:
            return 0
        word, plain = part["word"], part["word"].lower()
        if plain in _VOLUME:
            measure = _LENGTH.match(text, part.end())
            return measure.end() if measure else 0
        if plain in phrases.GRAMMAR or plain in phrases.MONTHS or plain in _NONE:
            return 0
        if word.endswith(("'s", "’s", ".")):
            return 0
        if word[0].islower() and phrases.is_plural(plain) and not _goes_on(text, part):
            return part.end("word") if text[part.end("word") :][:1] not in _JOINED else 0
        if not part["gap"] or plain.endswith("ly") or (place == 0 and plain.endswith("th")):
            return 0
        at = part.end()
    return 0


def _goes_on(text: str, part: re.Match[str]) -> bool:
    """Say whether a plural only stands before the noun that is counted (`sports clubs`)."""
    following = _PART.match(text, part.end()) if part["gap"] else None
    if following is None or following["word"][0].isupper():
        return False
    attributive = part["word"] in {"sports", "arms", "customs", "goods", "rights", "news", "police"}
    return attributive and phrases.is_plural(following["word"])


def _counts(text: str, found: re.Match[str]) -> bool:
    """Say whether what stands before a number lets it count."""
    modifier = blurred(text, found.start())
    year = _CAN_BE_YEAR.fullmatch(found["low"]) and not found["scale"]
    if year or (found["high"] and _CAN_BE_YEAR.fullmatch(found["high"])):
        return bool(modifier and modifier.lower() in _SURE)
    before = text[max(0, found.start() - 40) : found.start()]
    if modifier:
        return True
    if _PART_OF.search(before):
        return False
    last = before.rstrip().rpartition(" ")[2].lstrip("“\"‘'(")
    if not last or before[-1:] not in ' \u00a0(“"':
        return not before or before[-1] in '(“"‘'
    plain = last.lower().strip(",;:—–-")
    if plain in _LABELS or last[-1].isdigit():
        return False
    return last[0].islower() or plain in _OPENERS or not last[0].isalnum() or last[-1] in ",;:"


def _fate(text: str, at: int, stop: int, unit: str) -> str | None:
    """Return what is measured, or what became of those counted."""
    of = _OF.match(text, stop)
    if of and _is_measure(unit):
        end = phrases.after(text, of.end())
        return text[of.end() : end] if end else None
    if _WITHIN.search(text[max(0, at - 12) : at]):
        return None
    fate = _FATE.match(text, stop)
    return fate[0].strip() if fate else None


def _is_measure(unit: str) -> bool:
    return unit.rpartition(" ")[2] in MEASURES or bool(_SYMBOL.fullmatch(unit))
