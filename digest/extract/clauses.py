"""What a sum is about where a clause ties it: who owes it to whom, what `which stood at` speaks of.

English only, like `about`, which asks here once its own forms do not hold. A phrase counts only
where it is sure where it begins and ends; None otherwise.
"""

from __future__ import annotations

import re

from digest.extract import phrases

_OWN = "the|an?|its|their|his|her|our|my|this|that|these|those"
_NAME = r"[A-Z][\w’'-]*(?:\s+(?:of\s+)?[A-Z][\w’'-]*){0,3}"
_PARTY = rf"(?:{_NAME}|(?:{_OWN})(?:\s+(?!\w+(?:ed|ly)\b)[a-z][\w’'-]*){{1,3}})"
_LOANS = re.compile(
    r"\b(?:(?P<borrow>borrow(?:s|ed|ing)?)|(?P<owe>owe[sd]?|owing|lends?|lent|lending|loaned|"
    r"(?:re)?pays?|(?:re)?paid|(?:re)?paying))\s+$"
)
_GIVES = re.compile(
    rf"\b(?:owe[sd]?|owing|lends?|lent|lending|(?:re)?pays?|(?:re)?paid|fine[sd]?|fining)\s+"
    rf"(?P<party>{_PARTY})\s+$"
)
_PAPERS = re.compile(
    r"\b(?:sell|sells|selling|sold|issu(?:e|es|ed|ing)|plac(?:e|es|ed|ing)|float(?:s|ed|ing)?)\s+"
    r"(?:(?:its|new|state|government)\s+)?(?P<papers>(?:euro)?bonds|shares|notes|securities)\b"
    r"(?:\s(?:in|inside|on|at|to)\s(?:the\s)?\w+|\sabroad|\sat home){0,2}\s"
    r"(?:in order to|to|with the aim (?:to|of)) rais(?:e|ing)\s+$"
)
_THAT = re.compile(
    rf"\s+(?:that|which)\s+(?P<clause>{_PARTY}\s+(?:still\s+)?"
    r"(?:owes?|owed|lent|paid|borrowed|spent|invested|promised|pledged|needs?)"
    rf"(?:\s+{_NAME})?)(?=\s*[^\w\s]|\s+(?:is|was|are|were|for|in|to|on|by|last|this)\b)"
)
_THE = re.compile(r"\b[Tt]he\s+(?:[a-z]+\s+)?$")
_RELATIVE = re.compile(r"(?P<comma>,)?\s(?:which|that)(?P<be>\s(?:is|was|are|were))?$")
_PREPOSITION = re.compile(r"\b(?P<word>of|in|at|from|near|with|between|against)\s+$")
_SPEAKS = re.compile(r"\b(?:sp[eo]aks?|spoke|talk(?:s|ed)?|hears?|heard|warn(?:s|ed)?)\s+of\s+$")
_MONEY = frozenset(
    "debt debts loan loans bill bills budget loss losses reserves contract contracts deal deals "
    "exports imports turnover trade price prices cost costs fine fines deficit surplus fund "
    "funding aid credit credits bonds revenue revenues profit profits sales income salary wages "
    "pension compensation damages payment payments investment investments assets subsidies "
    "package arrears spending tax taxes savings capital value fee fees tranche reserve fortune "
    "pledge".split()
)
"""Nouns that have a sum: `which stood at` speaks of them whatever stands between."""
_OPENS = re.compile(r"(?:^|[,;:“”\"(]|\b(?:that|and|but|because|as|when|while|if|after))\s*$")
SUBJECT = 2
"""Nouns of a phrase that opens a clause; more of them may hold its verb (`The bank cut costs`)."""
MOST = 4
"""Words between a phrase's determiner and its end."""


def verb_phrase(text: str, hedge: int, end: int) -> str | None:
    """Return who owes, lends or pays a sum to whom, verb first: a slice of `text`.

    The sum ends at `end` and begins, with the words that blur it (`about`, `up to`), at `hedge`. It
    is within the phrase only where it parts the verb from who is meant (`owes SUM to Russia`).
    """
    before = text[max(0, hedge - _REACH) : hedge]
    first = max(0, hedge - _REACH)
    gives = _GIVES.search(before)
    if gives and _is_party(gives["party"]):
        return before[gives.start() :].rstrip()
    loan = _LOANS.search(before)
    if loan:
        stop = _party(text, end, "from" if loan["borrow"] else "to")
        if stop:
            return text[first + loan.start() : stop]
    papers = _PAPERS.search(before)
    if papers:
        return papers["papers"]
    that = _THAT.match(text, end) if _THE.search(before) else None
    return that["clause"] if that else None


_REACH = 120
"""Characters before a sum that are looked at, as in `about`."""


def _party(text: str, at: int, word: str) -> int:
    """Return where `to the new government` ends, 0 where no party is sure."""
    found = re.compile(rf"\s+{word}\s+(?=[A-Z]|(?:{_OWN})\s)").match(text, at)
    if found is None:
        return 0
    stop = phrases.after(text, found.end())
    return stop if stop and _is_party(text[found.end() : stop]) else 0


def _is_party(phrase: str) -> bool:
    parts = re.findall(r"[\w’'-]+", phrase.lower())
    return not phrases.MONTHS.intersection(parts) and not phrases.GRAMMAR.intersection(parts[1:])


def relative(before: str, *, any_noun: bool = False) -> tuple[bool, str | None]:
    """Say whether `before` ends in a relative pronoun, and return the noun phrase it speaks of.

    `any_noun`: the verb behind makes a price (`is worth`), so that any noun may be meant.
    """
    pronoun = _RELATIVE.search(before)
    if pronoun is None:
        return False, None
    return True, ending(before[: pronoun.start()], any_noun=any_noun)


def ending(before: str, *, any_noun: bool) -> str | None:
    """Return the noun phrase at the end of `before`, from its determiner on."""
    found = _ENDING.search(before)
    if found is None:
        return None
    words = found["nouns"].split()
    known = words[-1].lower() in _MONEY
    if len(words) > SUBJECT and _OPENS.search(before[: found.start()]):
        return None
    if phrases.GRAMMAR.intersection(map(str.lower, words)) or not (known or any_noun):
        return None
    preposition = _PREPOSITION.search(before[: found.start()])
    spoken = _SPEAKS.search(before[: found.start()])
    # "the debt of the city, which": which of the two stays open.
    if preposition and not spoken and not (known and preposition["word"] != "of"):
        return None
    return found[0]


_ENDING = re.compile(
    rf"(?:\b(?:{_OWN})\s+(?:[\w-]+['’]s?\s+)?|\b[\w-]+['’]s?\s+)"
    rf"(?P<nouns>(?:(?!(?:\w+(?:ly|ed)|{_OWN})\b)[\w-]+\s+){{0,{MOST - 1}}}[a-z][\w-]+)$",
    re.IGNORECASE,
)
