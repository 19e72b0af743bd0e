"""Words in quotation marks and who says them, verbatim.

A quotation may run over several sentences of a paragraph; each sentence then holds its part of it.
The speaker is named only by words that stand right beside the marks: `“…,” said NAME`,
`NAME said: “…”`, `“…,” NAME, the minister, told reporters`, and only when it is an actor of the
text. A pronoun names nobody.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, groupby

from digest.extract.evidence import SAYS
from digest.models import Actor, Cleaned, Quotation, Sentence
from digest.text import words

MIN_WORDS = 4
"""Shorter ones are names of things and words held at a distance ("closest partner")."""
LONGEST = 1_500
"""Characters within which a single mark must close: a long paragraph."""
_OPENING = re.compile(
    r"[“«„\"]|(?<![\w.,!?’”\"'])[‘'](?=[\w“\"\[(…])(?!(?:\d0s|em|til|tis|twas|n)\b)"
)
_CLOSING = {"“": "”", "«": "»", "„": "“”", '"': '"'}
_SINGLE = re.compile(r"(?P<sure>(?<=[.,!?…])['’](?!\w))|(?P<after_s>(?<=s)['’](?!\w))|['’](?!\w)")
_SAYS = rf"(?:has\s|had\s|later\s|also\s|then\s)?(?:{SAYS}|quipped|joked|сказала?|заявила?|sagte)"
_WHO = r"[^,;:“”\"«»]{2,80}?"
_APPOSITION = r"(?:,[^,;.“”\"«»]{2,60},)?"
_INVERTED = re.compile(rf",?\s*{_SAYS},?\s(?P<who>[^,;:(“”\"«»]{{2,100}})")
"""Behind a quotation: `said the analyst NAME`."""
_BEHIND = re.compile(rf",?\s*(?P<who>{_WHO}){_APPOSITION}\s{_SAYS}\b")
"""Behind a quotation: `the analyst NAME, of PLACE, wrote`."""
_BEFORE = re.compile(
    rf"(?P<who>[^,;:“”\"«»]{{2,80}}){_APPOSITION}\s{_SAYS}\b[^.;“”\"«»]{{0,60}}$"
    r"|(?:^|[.!?”\"]\s)(?P<name>[^,;:.“”\"«»]{2,50}):\s*$"
)
"""Before a quotation: `NAME told reporters that`, `NAME:`."""
_NO_ROLE = re.compile(
    r"\b(?:he|she|they|it|we|i|that|which|who|to|in|on|of|at|about|with|from|for|against|after|"
    r"before|while|when|as|and|but|if)\b",
    re.IGNORECASE,
)
"""Words between verb and name that make the name another's: `said of NAME`, `said she met NAME`."""
_STOP = re.compile(r"(?<![A-Z])(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bMrs)\.(?:\s|$)")
"""The end of a sentence, no initial and no honorific."""
MOST_WORDS = 8
"""Words of an actor's form: the name of a ministry."""
WINDOW = 160
"""Characters beside a quotation in which its speaker stands: a clause."""


def quotations(
    cleaned: Cleaned, sentences: tuple[Sentence, ...], actors: tuple[Actor, ...] = ()
) -> tuple[Quotation, ...]:
    """Find the quotations of a text, in reading order; only its `actors` can be speakers."""
    _ = cleaned
    owner = {form: actor.name for actor in actors for form in actor.forms}
    return tuple(
        quotation
        for _, group in groupby(sentences, key=lambda s: s.paragraph)
        for quotation in _paragraph(list(group), owner)
    )


def _paragraph(sentences: Sequence[Sentence], owner: Mapping[str, str]) -> Iterator[Quotation]:
    starts = list(accumulate((len(s.text) + 1 for s in sentences[:-1]), initial=0))
    text = " ".join(sentence.text for sentence in sentences)
    speaker, last = None, 0
    for start, end in _marked(text):
        found = _speaker(text, start, end, owner)
        # A paragraph keeps its speaker until it names another: “…,” said A. “…”
        speaker = found or _kept(speaker, text[last : start - 1], owner)
        last = end + 1
        for i in range(bisect_right(starts, start) - 1, len(sentences)):
            if starts[i] >= end:
                break
            said = text[
                max(start, starts[i]) : min(end, starts[i] + len(sentences[i].text))
            ].strip()
            if len(words(said)) >= MIN_WORDS:
                yield Quotation(text=said, speaker=speaker, sentence=sentences[i].id)


def _kept(speaker: str | None, between: str, owner: Mapping[str, str]) -> str | None:
    if speaker is None:
        return None
    others = any(name != owner[speaker] and form in between for form, name in owner.items())
    return None if others else speaker


def _marked(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans between quotation marks; an open one runs to the paragraph's end."""
    at = 0
    while opening := _OPENING.search(text, at):
        start, mark = opening.start(), opening[0]
        end = _single_end(text, start) if mark in "‘'" else _double_end(text, start, mark)
        if end is None:
            at = start + 1
            continue
        yield start + 1, end
        at = end + 1


def _double_end(text: str, start: int, mark: str) -> int | None:
    ends = [at for right in _CLOSING[mark] if (at := text.find(right, start + 1)) >= 0]
    if ends:
        return min(ends)
    # Curly marks say which side they are; of straight ones the last may be a stray.
    return None if mark == '"' and start else len(text)


def _single_end(text: str, start: int) -> int | None:
    """Return where a single mark closes: no apostrophe, rather after a stop than after an s."""
    weak = None
    for mark in _SINGLE.finditer(text, start + 1, start + LONGEST):
        if mark["sure"]:
            return mark.start()
        if not mark["after_s"]:
            return mark.start()
        weak = weak or mark.start()
    opens = start == 0 and text[start + 1 : start + 2].isupper()
    return weak or (len(text) if opens else None)


def _speaker(text: str, start: int, end: int, owner: Mapping[str, str]) -> str | None:
    if not owner:
        return None
    if text[end - 1] in ",?!—–…" or text[end + 1 : end + 2] == ",":
        stop = end + 1 + WINDOW
        if match := _INVERTED.match(text, end + 1, stop):
            named = _NO_ROLE.split(_STOP.split(match["who"])[0])[0]
            return _last(named, owner)
        if match := _BEHIND.match(text, end + 1, stop):
            return (
                None if _NO_ROLE.search(match["who"]) else _last(match["who"], owner, at_end=True)
            )
    match = _BEFORE.search(text[max(0, start - 1 - WINDOW) : start - 1])
    return _last(match["who"] or match["name"], owner, at_end=True) if match else None


def _last(words_before: str, owner: Mapping[str, str], *, at_end: bool = False) -> str | None:
    """Return the last actor's form among some words (`the Kremlin spokesman NAME`), the longest."""
    parts = words_before.split()
    for stop in range(len(parts), 0, -1):
        for start in range(max(0, stop - MOST_WORDS), stop):
            form = " ".join(parts[start:stop])
            if form in owner or (form := form.rstrip(".,")) in owner:
                return form
        if at_end:
            return None
    return None
