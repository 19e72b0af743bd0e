"""Whether an English clause puts a date behind or ahead of the text that names it."""

from __future__ import annotations

import re
from typing import Literal, TypeAlias

Tense: TypeAlias = Literal["past", "future"]
Outlook: TypeAlias = Literal["past", "future", "later"]
"""`later`: after some moment that the clause tells as past (`was to meet`, `lasted until`), so that
the date may lie on either side of the day of writing."""

REACH = 200
"""Characters on either side that are read: more than the clauses of news are long."""
_ARRANGED = r"due|set|scheduled|slated|planned|expected|supposed|meant|billed"
_LATER = (
    rf"(?:was|were|been)\s+(?:\w+ly\s+)?(?:to\s+(?:be\s+)?(?-i:[a-z])\w+|(?:{_ARRANGED})\b)"
    r"|would(?:\s+be)?|deadlines?"
    r"|extend(?:s|ed|ing)?|prolong(?:s|ed|ing)?|postpon(?:es?|ed|ing)|delay(?:s|ed|ing)?"
    r"|reschedul(?:es?|ed|ing)|adjourn(?:s|ed|ing)?|defer(?:s|red|ring)?"
    r"|(?:put|pushed)\s+(?:off|back)|brought\s+forward|moved|shifted"
    rf"|(?:originally|initially|previously|earlier|once)\s+(?:{_ARRANGED})\b"
)
_FUTURE = (
    r"will|shall|be|(?:is|are) to|set (?:to|for)|(?:is|are) due|due(?!\s+to\b)"
    r"|(?<!as )(?:scheduled|slated|planned|expected)|plan(?:s|ning)?"
    r"|expect(?:s|ing)?|upcoming|next(?! to\b)|ahead of|expires?|tentatively|intends?"
    r"|should|could|must|might|likely|hopes?|forthcoming|(?-i:may)(?=\s+(?-i:[a-z]))"
    r"|wants|vows|promises|pledges|threatens|aims"
    r"|(?<!has )(?<!had )(?<!have )runs? out|begins|starts|ends|loses?|lapses?"
    r"|comes? into|takes? (?:effect|place)|(?:is|are|falls?)(?=\s+(?:on|in)\s+$)"
)
_INFINITIVE = (
    r"to\s+(?!(?:the|an?|its?|his|her|their|our|this|that|these|those|which|whom|about|over|nearly"
    r"|more|some|all|any|each|date|at|be)\b)(?-i:[a-z])[a-z]+"
)
_PAST = (
    r"was|were|had|did|said|told|met|won|lost|took|came|went|made|began|begun|saw|left|fell"
    r"|rose|gave|got|found|ran|died|led|became|sent|shot|fled|broke|struck|killed|stood|spoke"
    r"|wrote|sold|bought|brought|kept|paid|grew|drew|flew|drove|since"
    r"|(?<!\bwill )(?<!\bmay )(?<!ould )(?<!\bmust )(?<!\bmight )(?<!\bshall )(?:put|cut|hit|set)"
    r"|(?<!\bbe )(?:held|(?<!\bis )(?<!\bare )(?<!['’]s )"
    r"(?!(?:need|indeed|speed|feed|seed|breed|embed|exceed|proceed|succeed|greed|red|bed)\b)"
    r"\w{2,}ed)"
)
_MARKER = re.compile(
    rf"\b(?:(?P<later>{_LATER})|(?P<future>{_FUTURE})|(?P<infinitive>{_INFINITIVE})"
    rf"|(?P<past>{_PAST}))(?!\w)",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\b(?:(?:by|until|till|before|for)\s+(?:(?:the\s+)?(?:end|start|beginning)\s+of\s+)?"
    r"|(?:by|until|before|ahead of)\s+(?:the|its|their)\s+|no later than\s+)$",
    re.IGNORECASE,
)
_RANGE_END = re.compile(
    r"(?:\b(?P<link>to|through|and|after|beyond)\s+|\d\s?[-–]\s?)$", re.IGNORECASE
)
_BREAK = re.compile(r"[,;:()\[\]“”\"—–]|\s-\s|\bthat\s")
_ASIDE = re.compile(
    r"\([^()]*\)|\[[^\[\]]*\]|“[^“”]*”"
    r"|, (?:[\w.'’-]+ ){1,4}(?:said|says|told|added|wrote)(?: [\w.'’-]+){0,3},",
)
"""What stands within a clause and is no part of it: brackets, words quoted, "he said"."""
_WHICH = re.compile(
    r"\b(?:(?P<past>last|past|previous)|(?P<future>next|coming))\s+$", re.IGNORECASE
)
_LED = re.compile(
    r"\s*(?:(?:on|in|from|at|during|around|about|of|the|early|mid|late)[\s-]+)*$", re.IGNORECASE
)


def tense(text: str, start: int, end: int) -> Tense | None:
    """Say where `text[start:end]` lies in time, None where the clause does not tell.

    The nearest verb of its clause decides; a bare adverbial ("In June, ...") looks at the next one.
    """
    if _RANGE_END.search(text, max(0, start - REACH), start):
        return None
    found = outlook(text, start, end, infinitives=False)
    return None if found == "later" else found


def outlook(text: str, start: int, end: int, *, infinitives: bool = True) -> Outlook | None:
    """Say the same, and where the clause tells the date as later than something past.

    `infinitives`: "they met to sign it on May 3" is no word on when May 3 is; without, the verb
    that the infinitive hangs on speaks.
    """
    before = _ASIDE.sub(" ", text[max(0, start - REACH) : start])
    after = _ASIDE.sub(" ", text[end : end + REACH])
    which = _WHICH.search(before)
    if which:
        return "past" if which["past"] else "future"
    cut = max((m.end() for m in _BREAK.finditer(before)), default=0)
    # A dash between two dates of a range breaks nothing.
    ranged = _RANGE_END.search(before)
    if ranged and cut > ranged.start():
        cut = max((m.end() for m in _BREAK.finditer(before[: ranged.start()])), default=0)
    clause = _last(before, cut, infinitives=infinitives)
    if ranged and (clause or (ranged["link"] or "to").lower() in {"to", "through"}):
        found, link = _kind(clause), (ranged["link"] or "to").lower()
        if found == "past" and link != "and":
            # "fell in the year to March", "nobody was let in after May 1": on either side.
            return "later" if link in {"after", "beyond"} else None
        return found
    if clause and _LED.fullmatch(before, clause.end()):
        return _kind(clause)
    if _AHEAD.search(before):
        clause = clause or _following(after, infinitives=infinitives)
        return "later" if _kind(clause) in {"past", "later"} else "future"
    follows = _following(after, infinitives=infinitives, beyond=not clause)
    if clause and follows and follows.start() < len(before) - clause.end():
        return _kind(follows)
    return _kind(clause or follows)


def _following(text: str, *, infinitives: bool, beyond: bool = True) -> re.Match[str] | None:
    """Return the first marker up to the end of the clause; `beyond` it where it has none."""
    stop = _BREAK.search(text)
    end = stop.start() if stop else len(text)
    found = _first(text, 0, end, infinitives=infinitives)
    return found or (_first(text, end, len(text), infinitives=infinitives) if beyond else None)


def _last(text: str, start: int, *, infinitives: bool) -> re.Match[str] | None:
    """Return the last marker; "plans to run" is ahead by its first word."""
    found = None
    for mark in _MARKER.finditer(text, start):
        planned = found and found["future"] and not text[found.end() : mark.start()].strip()
        if not (mark["infinitive"] and (planned or not infinitives)):
            found = mark
    return found


def _first(text: str, start: int, end: int, *, infinitives: bool) -> re.Match[str] | None:
    marks = _MARKER.finditer(text, start, end)
    return next((mark for mark in marks if infinitives or not mark["infinitive"]), None)


def _kind(mark: re.Match[str] | None) -> Outlook | None:
    if mark is None:
        return None
    if mark["past"]:
        return "past"
    return "future" if mark["future"] else "later"
