"""Whether an English clause puts a date behind or ahead of the text that names it."""

from __future__ import annotations

import re
from typing import Literal, TypeAlias

Tense: TypeAlias = Literal["past", "future"]

_FUTURE = (
    r"will|shall|to be|is to|are to|set (?:to|for)"
    r"|(?<!been )(?:due|scheduled|slated|planned|expected)|plan(?:s|ning)?"
    r"|expect(?:s|ing)?|upcoming|next|ahead of|deadline|expires?|tentatively|intends?"
    r"|should|could|hopes?|forthcoming|would"
    r"|(?<!has )(?<!had )(?<!have )runs? out|begins|starts|ends|loses?|lapses?"
    r"|comes? into|takes? effect"
)
_PAST = (
    r"was|were|had|did|said|told|held|met|won|lost|took|came|went|made|began|begun|saw|left|fell"
    r"|rose|gave|got|found|ran|died|led|became|sent|shot|put|fled|broke|struck|killed|stood|spoke"
    r"|wrote|sold|bought|brought|kept|cut|paid|grew|drew|flew|drove|since"
    r"|(?!(?:need|indeed|speed|feed|seed|breed|embed|exceed|proceed|succeed|greed|red|bed)\b)\w{2,}ed"
)
_MARKER = re.compile(rf"\b(?:(?P<future>{_FUTURE})|(?P<past>{_PAST}))\b", re.IGNORECASE)
_AHEAD = re.compile(
    r"\b(?:(?:by|until|till|before|for)\s+(?:(?:the\s+)?(?:end|start|beginning)\s+of\s+)?"
    r"|(?:by|until|before|ahead of)\s+(?:the|its|their)\s+)$",
    re.IGNORECASE,
)
_RANGE_END = re.compile(r"(?:\b(?:to|through|and|after|beyond)\s+|\d\s?[-–]\s?)$", re.IGNORECASE)
_BREAK = re.compile(r"[,;:()“”\"—–]|\s-\s")


def tense(text: str, start: int, end: int) -> Tense | None:
    """Say where `text[start:end]` lies in time, None where the clause does not tell.

    The nearest verb of its clause decides; a bare adverbial ("In June, ...") looks at the next one.
    """
    before, after = text[max(0, start - 200) : start], text[end : end + 200]
    if _RANGE_END.search(before):
        return None
    if _AHEAD.search(before):
        return "future"
    cut = max((m.end() for m in _BREAK.finditer(before)), default=0)
    clause = _MARKER.finditer(before, cut)
    stop = _BREAK.search(after)
    marks = [(len(before) - m.end(), m) for m in clause]
    marks += [
        (m.start(), m) for m in _MARKER.finditer(after, 0, stop.start() if stop else len(after))
    ]
    if not marks and stop:
        following = _MARKER.search(after, stop.end())
        marks = [(0, following)] if following else []
    if not marks:
        return None
    nearest = min(marks, key=lambda mark: mark[0])[1]
    return "future" if nearest["future"] else "past"
