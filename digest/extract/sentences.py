"""Body sentences of an article, in reading order, each a slice of its text."""

from __future__ import annotations

from collections.abc import Iterator

from digest import text as basics
from digest.extract.splitter import split
from digest.models import Cleaned, Line, Sentence

__all__ = ["sentences", "split"]

WRAPPED_SHARE = 0.5
"""Of adjacent body lines, how many must break inside a sentence for the text to be hard wrapped."""
_TERMINAL = tuple(".!?…:;。！？؟۔।")
_CLOSERS = "\"'”’»›)]}″“」』）】》"


def sentences(cleaned: Cleaned) -> tuple[Sentence, ...]:
    """All sentences of the body; one that a dropped line interrupts is left out."""
    text, seen = cleaned.document.text, dict[str, int]()
    found: list[Sentence] = []
    for number, (lines, broken_before, broken_after) in enumerate(_paragraphs(cleaned)):
        start, end = lines[0].start, lines[-1].end
        spans = list(split(text[start:end], cleaned.language))
        spans = spans[1 if broken_before else 0 : -1 if broken_after else None]
        starts = {line.start: line.n for line in lines}
        for left, right in spans:
            n = max(n for at, n in starts.items() if at <= start + left)
            shown = basics.squeeze(text[start + left : start + right])
            found.append(
                Sentence(
                    id=basics.sentence_id(shown, seen),
                    text=shown,
                    line=n,
                    start=start + left,
                    end=start + right,
                    paragraph=number,
                )
            )
    return tuple(found)


def _paragraphs(cleaned: Cleaned) -> Iterator[tuple[list[Line], bool, bool]]:
    """Body lines of each paragraph, and whether a dropped line cuts its first or last sentence."""
    text = cleaned.document.text
    body = [line for line in cleaned.lines if line.label == "body"]
    dropped = [line.n for line in cleaned.lines if line.label != "body"]
    wrapped = _hard_wrapped(text, body)
    paragraph: list[Line] = []
    broken = False
    at = 0
    for line in body:
        if not paragraph:
            paragraph = [line]
            continue
        last = paragraph[-1]
        while at < len(dropped) and dropped[at] < last.n:
            at += 1
        between = at < len(dropped) and dropped[at] < line.n
        runs_on = _runs_on(text, last, line)
        if between and runs_on:
            yield paragraph, broken, True
            paragraph, broken = [line], True
        elif line.n == last.n + 1 and (runs_on or (wrapped and not _complete(text, last))):
            paragraph.append(line)
        else:
            yield paragraph, broken, False
            paragraph, broken = [line], False
    if paragraph:
        yield paragraph, broken, False


def _complete(text: str, line: Line) -> bool:
    return text[line.start : line.end].rstrip(_CLOSERS).endswith(_TERMINAL)


def _runs_on(text: str, line: Line, following: Line) -> bool:
    """Whether a sentence runs from one line into the next."""
    return not _complete(text, line) and text[following.start : following.start + 1].islower()


def _hard_wrapped(text: str, body: list[Line]) -> bool:
    pairs = [(a, b) for a, b in zip(body, body[1:], strict=False) if b.n == a.n + 1]
    running = sum(_runs_on(text, a, b) for a, b in pairs)
    return running > WRAPPED_SHARE * len(pairs)
