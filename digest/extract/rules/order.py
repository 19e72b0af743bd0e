"""The rules that label a text's lines, in order; the first that claims a line has it.

A rule is a function of a `Page` that marks paragraphs. Noise from a new source is one more rule, or
one more row in a table of `wording`, with its own case in the tests.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.extract.rules import (
    appeals,
    captions,
    contributors,
    frame,
    headline,
    notices,
    structure,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from digest.extract.rules.page import Page

RULES: tuple[tuple[str, Callable[[Page], None]], ...] = (
    ("above the text", structure.above),
    ("markup", structure.markup),
    ("furniture", structure.furniture),
    ("given title", headline.given),
    ("repeated headline", headline.repeated),
    ("comments", frame.comments),
    ("notices", notices.notices),
    ("menus", structure.menus),
    ("numbers", structure.numbers),
    ("marked captions", captions.marked),
    ("credits", contributors.contributors),
    ("bylines", contributors.bylines),
    ("teasers", appeals.teasers),
    ("appeals", appeals.appeals),
    ("date lines", contributors.datelines),
    ("caption twice", captions.twice),
    ("said twice", structure.said_twice),
    ("lists", structure.lists),
    ("extent of the text", frame.core),
    ("first headline", headline.first),
    ("names", contributors.names),
    ("after the contributors", frame.closing),
    ("captions without a full stop", captions.unclosed),
    ("outside the text", frame.outside),
    ("questions to the reader", appeals.questions),
    ("left between requests", appeals.leftovers),
)


def run(page: Page) -> None:
    """Apply every rule in order."""
    for _, rule in RULES:
        rule(page)
