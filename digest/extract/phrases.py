"""Where an English noun phrase ends: what a share is of, what a number counts.

A phrase ends at a mark, at a word of grammar, or behind a noun that closes it (a plural, `debt`,
`population`); one that goes on for longer holds a verb that no table knows, and is none.
"""

from __future__ import annotations

import re

MOST = 6
"""Words of a phrase without its determiner."""
MONTHS = frozenset(
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday "
    "saturday sunday".split()
)
GRAMMAR = frozenset(
    "a an the and or but nor if as at by in on of to for from with without over under into after "
    "before until since when while who whom whose which what that than then now today more less "
    "each every this these those it he she they we you i him them us was were is are be been being "
    "has have had having will would could can may might shall should must did does do done not no "
    "all some any both either neither other others through during because so also only just "
    "though although per up out off down back away about around between among against within "
    "across along amid towards toward upon versus like unlike despite including excluding "
    "according there here where how why yet still already ago later earlier again too very much "
    "many few own such said says say told want wants wanted believe believes think thinks support "
    "supports oppose opposes remain remains live lives come comes came go goes went get gets got "
    "make makes made take takes took give gives gave become becomes became seem seems say saw see "
    "feel felt voted trust trusts agree agrees disagree know knows knew hold holds held left "
    "his her its their our my your".split()
)
"""Words that are part of no noun phrase, or begin another: grammar and the commonest verbs."""
CLOSING = frozenset(
    "debt population electorate vote gdp economy budget market output workforce company territory "
    "trade country world land people police staff personnel cattle livestock men women "
    "children turnout oil gas energy electricity money revenue income public turnover capital "
    "parliament capacity funding supply demand stake price cost value".split()
)
"""Nouns that close a phrase where a verb might follow without any mark of grammar."""
_AGAIN = frozenset(
    "oil gas energy price cost market trade supply demand budget capital people public land police "
    "world country money income company staff electricity".split()
)
"""Closing nouns that also stand before another noun (`gas imports`, `public debt`)."""
_SECOND = CLOSING | frozenset(
    "imports exports prices deliveries supplies reserves sales needs production consumption "
    "revenues purchases shipments transit services sector debts loans costs markets".split()
)
"""What stands behind such a noun; `passes` and the like may be its verb."""
_ATTRIBUTIVE = frozenset(
    "sports arms customs goods sales savings rights news human-rights media securities".split()
)
"""Plurals that stand before another noun (`arms deals`)."""
_NO_ADVERBS = frozenset("daily weekly monthly yearly early family supply assembly elderly".split())
"""Words in -ly that stand in a noun phrase."""
_NO_PLURAL = re.compile(r"(?:ss|us|is|ous|['’]s?)$")
_PLURALS = frozenset(
    "people police men women children cattle personnel troops sheep fish aircraft".split()
)
_PEOPLES = ("ans", "ers", "ians", "ites")
"""Endings of those who live in a place, or belong to it."""
_DETERMINER = re.compile(
    r"(?:(?:the|its|their|his|her|our|all|this|that|these|those|an?)\s+|[\w-]+['’]s?\s+){0,2}",
    re.IGNORECASE,
)
_WORD = re.compile(r"\s*(?P<word>(?:[A-Z]\.){2,}|[^\W\d_][\w’'.-]*[^\W_]|[^\W\d_])")
_GAP = re.compile(r"[ \u00a0\u202f]")


def is_plural(word: str) -> bool:
    """Say whether a lower-case word is a plural noun by its form."""
    return word in _PLURALS or (
        len(word) > 2 and word.endswith(("s", "men")) and not _NO_PLURAL.search(word)  # noqa: PLR2004
    )


def after(text: str, at: int) -> int:
    """Return where the noun phrase ends that begins at `at`, 0 where none is sure."""
    start = _DETERMINER.match(text, at)
    first = at = start.end() if start else at
    end = 0
    for _ in range(MOST):
        word = _WORD.match(text, at)
        if word is None or (end and not _GAP.match(text, end)):
            break
        plain = word["word"].lower()
        if plain in GRAMMAR or (plain in MONTHS and word["word"][0].isupper()):
            break
        if (plain.endswith("ly") and plain not in _NO_ADVERBS) or (
            end and plain.endswith(("ed", "ing"))
        ):
            break
        at = end = word.end()
        if _closes(word["word"]) and not (plain in _AGAIN and _is_first(text, end)):
            break
    else:
        return 0
    return end if end > first else 0


def _closes(word: str) -> bool:
    plain = word.lower()
    if plain in CLOSING:
        return True
    if word[0].isupper():
        return word.endswith(_PEOPLES)
    return is_plural(word) and plain not in _ATTRIBUTIVE


def _is_first(text: str, at: int) -> bool:
    word = _WORD.match(text, at)
    return word is not None and word["word"] in _SECOND
