"""Editions held against the articles that are still there: their data, and their text for mail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.text import base_id, sentence_id, visible
from digest.verify.files import Content, mail_slices

if TYPE_CHECKING:
    from digest.editions.edition import Edition
    from digest.verify.check import Gate


def edition(gate: Gate, path: str, held: Edition) -> None:
    """Check an edition's data: what it holds of articles that are still there is theirs."""
    said = {}
    for one in held.sentences:
        said[one.article, one.id] = visible(one.text)
        if base_id(one.id) != sentence_id(one.text, {}):
            gate.found.fail(path, None, f"is not sentence {one.id}: {one.text[:80]!r}")
        _frozen(gate, path, one.article, one.text, one.line)
    for figure in held.figures:
        for text in (figure.text, figure.about, figure.per):
            if text and visible(text) not in said.get(figure.sentence, ""):
                gate.found.fail(path, None, f"{text[:80]!r} is not in its sentence")
    for story in held.stories:
        if story.title.text:
            _frozen(gate, path, story.title.article, story.title.text, story.title.line)


def _frozen(gate: Gate, path: str, article: str, text: str, line: int | None) -> None:
    source = gate.sources.get(article)
    if source and not source.holds(text, line):
        gate.found.fail(path, None, f"not in {source.name}: {text[:120]!r}")


def mail(gate: Gate, path: str, text: str) -> None:
    """Check an edition as plain text: each sentence by the address below it."""
    slices, outside = mail_slices(text)
    for one in slices:
        gate.hold(path, one)
    gate.note_outside(path, Content(outside=outside))
