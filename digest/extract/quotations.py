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
    r"[“«„\"‘'](?:(?<=[“«„\"])"
    r"|(?<![\w.,!?’”\"'][‘'])(?=[\w“\"\[(…])(?!(?:\d0s|em|til|tis|twas|n)\b))"
)
_CLOSING = {"“": "”", "«": "»", "„": "“”", '"': '"'}
_SINGLE = re.compile(r"['’](?!\w)")
_VERBS = SAYS | frozenset(
    "quipped joked jokes growled shrugged predicts warns insists argues claims notes explains "
    "recalls admits promises remarks comments сказал сказала заявил заявила sagte".split()
)
_AUXILIARIES = frozenset("has had have later also then who".split())
_OTHERS = frozenset(
    "he she they it we i that which to in on of at about with from for against after before while "
    "when as and but if".split()
)
"""Words between verb and name that make the name another's: `said of NAME`, `said she met NAME`."""
_WORD = re.compile(r"[^\W\d_]+")
_CUT = re.compile(r"[,;:(“”\"«»]")
_BREAK = re.compile(r"[;:“”\"«»]")
_ALONE = re.compile(r"(?:^|[.!?”\"]\s)([^,;:.“”\"«»]{2,50}):\s*$")
_STOP = re.compile(r"(?<![A-Z])(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bMrs)\.(?:\s|$)")
"""The end of a sentence, no initial and no honorific."""
_DIRECT = frozenset("said says told tells wrote writes".split())
_THAT = re.compile(r"\s+(?:\w+\s+){0,4}?that\b")
_NEW_CLAUSE = re.compile(r"[.;:“”\"«»—–]|\b(?:and|but|while|where|who)\b")
_CUT_OFF = re.compile(r"[.;“”\"«»]|.{61}")
"""Between verb and quotation: another sentence, or more than `told reporters on Monday that`."""
MOST_APOSTROPHES = 20
"""Plural possessives looked over for the end of a quotation in single marks."""
MOST_WORDS = 8
"""Words of an actor's form: the name of a ministry."""
_MARKS = ".,;:!?()[]“”«»\"’'—–"
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
    parts = [part.strip(_MARKS) for part in between.split()]
    for stop in range(1, len(parts) + 1):
        form = _last(parts[:stop][-MOST_WORDS:], owner, at_end=True)
        if form and owner[form] != owner[speaker] and not _office(parts[:stop], form, speaker):
            return None
    return speaker


def _office(parts: list[str], form: str, speaker: str) -> bool:
    """Say whether a name is only what the speaker is head of: `said NAME, director of FORM`."""
    before = parts[: len(parts) - len(form.split())][-3 * MOST_WORDS :]
    at = next((n for n in range(len(before)) if " ".join(before[n:]).startswith(speaker)), None)
    if at is None or before[-1] not in {"of", "at", "the"}:
        return False
    said = before[at + len(speaker.split()) :]
    return len(said) <= MOST_WORDS and _VERBS.isdisjoint(said) and "who" not in said


def _marked(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans between quotation marks; an open one runs to the paragraph's end."""
    if not _OPENING.search(text):
        return
    single = [mark.start() for mark in _SINGLE.finditer(text)]
    at = 0
    while opening := _OPENING.search(text, at):
        start, mark = opening.start(), opening[0]
        end = _single_end(text, start, single) if mark in "‘'" else _double_end(text, start, mark)
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


def _single_end(text: str, start: int, closing: list[int]) -> int | None:
    """Return where a single mark closes: no apostrophe, rather after a stop than after an s."""
    weak = None
    first = bisect_right(closing, start)
    for at in closing[first : first + MOST_APOSTROPHES]:
        if at > start + LONGEST:
            break
        if text[at - 1] != "s":
            return at
        weak = weak or at
    opens = start == 0 and text[start + 1 : start + 2].isupper()
    return weak or (len(text) if opens else None)


def _speaker(text: str, start: int, end: int, owner: Mapping[str, str]) -> str | None:
    if not owner:
        return None
    closes = text[end - 1] in ",?!—–…" or text[end + 1 : end + 2] == ","
    return (_behind(text[end + 1 : end + 1 + WINDOW], owner) if closes else None) or _before(
        text[max(0, start - 1 - WINDOW) : start - 1], owner
    )


def _behind(clause: str, owner: Mapping[str, str]) -> str | None:
    """Read `said the analyst NAME` or `the analyst NAME, of PLACE, wrote` behind a quotation."""
    verb = next((w for w in _WORD.finditer(clause) if w[0] in _VERBS), None)
    if verb is None:
        return None
    who = clause[: verb.start()].strip(" ,")
    if not who:
        named = _STOP.split(_CUT.split(clause[verb.end() :].lstrip(" ,"))[0])[0]
        return _last(_until_other(named), owner)
    if (
        _BREAK.search(who)
        or _STOP.search(who)
        or _OTHERS.intersection(who.split(",")[0].lower().split())
    ):
        return None
    return _subject(clause[: verb.start()].lstrip(" ,"), owner)


def _before(clause: str, owner: Mapping[str, str]) -> str | None:
    """Read `NAME, of PLACE, told reporters that` or `NAME:` before a quotation."""
    alone = _ALONE.search(clause)
    if alone and _VERBS.isdisjoint(alone[1].split()):
        return _last(alone[1].split(), owner, at_end=True)
    verbs = [w for w in _WORD.finditer(clause) if w[0] in _VERBS]
    if not verbs or _CUT_OFF.search(clause, verbs[-1].end()):
        return None
    verb = _outer(clause, verbs)
    return _subject(_BREAK.split(clause[: verb.start()])[-1], owner)


def _outer(clause: str, verbs: list[re.Match[str]]) -> re.Match[str]:
    """Return the verb whose subject speaks: in `A said that B had concluded “…”` A does.

    Whom a report lets speak itself (`A said that B wrote “…”`, `B called, saying “…”`) speaks.
    """
    verb = verbs[-1]
    if verb[0] in _DIRECT or "saying" in clause[verb.end() :]:
        return verb
    for outer in reversed(verbs[:-1]):
        between = clause[outer.end() : verb.start()]
        if outer[0] in _DIRECT and _THAT.match(between) and not _NEW_CLAUSE.search(between):
            return outer
    return verb


def _subject(words_before: str, owner: Mapping[str, str]) -> str | None:
    """Return the actor whose name ends right before a verb, an apposition left out."""
    name, comma, rest = words_before.rstrip().rpartition(",")
    if comma and not rest:
        name, comma, _ = name.rpartition(",")
    else:
        name, comma = words_before.rpartition(",")[2], ""
    parts = name.rpartition(", ")[2].split() if not comma else name.split()
    while parts and parts[-1] in _AUXILIARIES:
        parts.pop()
    return _last(parts, owner, at_end=True)


def _until_other(named: str) -> list[str]:
    parts = named.split()
    stop = next((i for i, part in enumerate(parts) if part.lower() in _OTHERS), len(parts))
    return parts[:stop]


def _last(parts: list[str], owner: Mapping[str, str], *, at_end: bool = False) -> str | None:
    """Return the last actor's form among some words (`the Kremlin spokesman NAME`), the longest."""
    for stop in range(len(parts), 0, -1):
        for start in range(max(0, stop - MOST_WORDS), stop):
            form = " ".join(parts[start:stop])
            if form in owner or (form := form.rstrip(".,")) in owner:
                return form
        if at_end:
            return None
    return None
