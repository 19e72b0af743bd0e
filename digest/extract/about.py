"""What a sum of money is about: a noun phrase beside it, or nothing.

English only. A phrase counts where grammar ties it to the sum: `a SUM loan`, `a loan of SUM`,
`SUM in loans`, `debt stood at SUM`, `paid SUM for the plant`. None is better than a wrong one.
"""

from __future__ import annotations

import re

from digest.extract import clauses
from digest.extract.evidence import SAYS

REACH = 120
"""Characters before a sum in which its phrase is looked for: a clause."""
MOST_WORDS = 7
"""Words of a subject; longer ones hold a clause of their own."""
_OWNERS = "an?|the|this|that|its|their|his|her|our|my|your|another|each|[\\w-]+['’]s"
_DETERMINED = re.compile(
    rf"\b(?:{_OWNERS})(?:\s+(?:new|first|second|third|last|further|additional|similar|recent|record|"
    r"initial|whopping|huge|massive|proposed|planned|estimated|annual))?\s+$",
    re.IGNORECASE,
)
_NO_NOUNS = frozenset(
    "a an the and or but nor if as at by in on of to for from with without over under into after "
    "before until since when while who which that than then now today more less each every "
    "annually worth apart ago this these those last next per up out off down back away it he she "
    "they we you i was were is are be been has have had will would could can may might should "
    "must did does do not no all some any one two three four five both other others through "
    "during because so also only just total fact return advance addition value terms size "
    "exchange general particular time times year years month months week weeks day days hour "
    "hours quarter decade season moment night person head share figure sum amount tune level rate "
    "maximum minimum average record something lot peak there here what how many much such part "
    "left right short high low cash free most around though although first second abroad "
    "home top".split()
)
"""Words that are part of no phrase, or say nothing as one: grammar, times, measures."""
_NEXT = re.compile(r"[\s-]+([a-z][\w’'-]*)")
_MARK = re.compile(r"\s*(?:[^\w\s’'-]|$)")
_KIND = re.compile(r"\s+(?:worth\s+)?(?:in|of)\b")
_PURPOSE = re.compile(rf"\s+(?P<word>for|on)(?P<owner>\s+(?:{_OWNERS}))?(?=\s)")
_OF = re.compile(rf"\s+of(?P<owner>\s+(?:{_OWNERS}))?(?=\s)")
_OF_WHAT = re.compile(r"(?P<of>\s+of)(?:\s+[A-Z][\w-]+)?(?=\s)")
_WHOM = re.compile(r"(\scosts?) (?:[A-Z][\w-]+|us|them|it) $")
_TRADED = re.compile(
    r"\b(?:sells?|sold|selling|buys?|bought|buying|gets?|got|receives?d?|supplie[sd]|imports?|imported"
    r"|offers?|offered|takes?|took)\s+(?P<what>(?:the\s+|its\s+)?[\w-]+)\s(?:at|for)\s+$"
)
_HEDGE = re.compile(
    r"(?:\b(?:about|around|some|nearly|almost|approximately|roughly|over|only|just|between|up to|"
    r"an? (?:estimated|additional|total of|further|record)|as (?:much|little|low|high|many) as|"
    r"(?:more|less) than|at (?:least|most)|not)\s+)+$"
)
_LINK = re.compile(
    r"\s(?:of|worth|totall?ing|exceeding|amounting to|(?:valued|estimated|priced) at)\s+$"
)
_VERB = re.compile(
    r"\s(?:(?:will|would|could|can|may|has|have|had|now|already|also|currently)\s+)*"
    r"(?:(?:was|were|is|are|be|been)(?:\s+(?:\w+\s+)?(?:valued|estimated|priced|put) at)?|"
    r"(?:stood|stands?|stay(?:s|ed)?|remain(?:s|ed)?|starts?|started) at|amount(?:s|ed)? to|"
    r"reach(?:es|ed)?|total(?:s|l?ed)?|"
    r"exceed(?:s|ed)?|hits?|costs?|(?:rose|risen|rises?|grew|grown|grows?|fell|falls?|fallen|went|"
    r"(?:increase|decrease|decline)[sd]?|(?:drop|dropp|jump|climb)(?:ed|s)?)"
    r"(?:\s+(?:up|down))?\s+(?:to|from|by|above|below))\s+$"
)
_CLAUSE = re.compile(
    r"[,;:()—–“”\"]|\.\s|\b(?:and|but|which|that|who|while|after|when|because|as|if|whether|where)\b",
    re.IGNORECASE,
)
_WHOLE = re.compile(rf"\b(?:{_OWNERS})(?:\s+(?!\w+ed\b)[\w-]+){{1,3}}$", re.IGNORECASE)
_TOWARDS = re.compile(r"\b(?:to|from|with|by|against)\s+$")
_OTHER = frozenset(
    "i he she it we they you there this these those what who him her them us me was were is are be "
    "been has have had will would could can may might should must did does do not at in on with by "
    "for from to perhaps also then".split()
)
"""Words that open no subject, or (pronouns, auxiliaries) stand in none."""
_WITHIN = frozenset("at in on with by for from to her this these those".split())


def about(text: str, start: int, end: int) -> str | None:
    """Return the noun phrase that says what the sum `text[start:end]` is, a slice of `text`."""
    before = text[max(0, start - REACH) : start]
    if _DETERMINED.search(before) and (stop := _phrase(text, end)):
        return text[end + 1 : stop].strip()
    hedged = _HEDGE.search(before)
    plain = before[: hedged.start()] if hedged else before
    verb, link = _VERB.search(plain), _LINK.search(plain)
    if link and not verb:
        return _linked(plain[: link.start()])
    if (kind := _KIND.match(text, end)) and (stop := _phrase(text, kind.end())):
        return text[kind.end() : stop].strip()
    if verb:
        related, antecedent = clauses.relative(plain[: verb.start()])
        return antecedent if related else _measured(plain, verb)
    tied = clauses.verb_phrase(text, start - len(before) + len(plain), end)
    if tied:
        return tied
    purpose = _PURPOSE.match(text, end)
    if purpose and (purpose["word"] == "for" or "spen" in before):
        stop = _phrase(text, purpose.end())
        more = _OF.match(text, stop) if stop else None
        stop = (more and _phrase(text, more.end())) or stop
        return text[purpose.end("word") : stop].strip() if stop else None
    return None


def priced(text: str, start: int, end: int) -> str | None:
    """Return what the price `text[start:end]`, its unit included, is asked for.

    `SUM per tonne of Russian oil`, `gas will cost SUM per`, `gas at SUM per`, `a gas price of SUM`.
    """
    of = _OF_WHAT.match(text, end)
    if of and (stop := _phrase(text, of.end())):
        return text[of.end("of") : stop].strip()
    before = text[max(0, start - REACH) : start]
    hedged = _HEDGE.search(before)
    plain = _WHOM.sub(r"\1 ", before[: hedged.start()] if hedged else before)
    if verb := _VERB.search(plain):
        return _measured(plain, verb)
    if traded := _TRADED.search(plain):
        return traded["what"]
    tied = _LINK.search(plain)
    return _noun(plain[: tied.start()]) if tied else None


def _measured(before: str, verb: re.Match[str]) -> str | None:
    """Return the subject of a verb; where it tells a change (`rose by`), the verb with it."""
    own = subject(before[: verb.start()])
    changed = verb[0].rstrip().removesuffix(" by")
    return own + changed if own and changed != verb[0].rstrip() else own


def _linked(before: str) -> str | None:
    """Return what is `worth` or `valued at` a sum: the noun there, or what a comma sets apart."""
    related, antecedent = clauses.relative(before, any_noun=True)
    if related:
        return antecedent
    apart = before.endswith(",")
    return clauses.ending(before[:-1], any_noun=True) if apart else _noun(before)


def _phrase(text: str, at: int) -> int:
    """Return where the nouns end that begin behind `at`, 0 where none do or more is to come."""
    end = 0
    for count in range(LONGEST_PHRASE + 1):
        word = _NEXT.match(text, at)
        if word is None:
            return end if _MARK.match(text, at) else 0
        if _is_grammar(word[1]):
            return end
        if word[1].endswith(("ly", "ed") if count else ("ly", "ing")):
            return 0
        at = end = word.end()
    return 0


LONGEST_PHRASE = 4
"""Words of a phrase behind a sum; more of them hold a verb that no table knows."""


def _is_grammar(word: str) -> bool:
    return re.split(r"[’'-]", word, maxsplit=1)[0] in _NO_NOUNS


def _noun(before: str) -> str | None:
    """Return the noun at the end, with what stands between it and its article."""
    clause = _CLAUSE.split(before)[-1].strip()
    last = clause.rpartition(" ")[2]
    if not last[:1].islower() or _is_grammar(last) or last.endswith("ly"):
        return None
    whole = _WHOLE.search(clause)
    if whole and _TOWARDS.search(clause[: whole.start()]):
        return None
    return whole[0] if whole and not _OTHER.intersection(whole[0].lower().split()[1:]) else last


def subject(before: str) -> str | None:
    """Return the clause before a verb where it is nothing but a noun phrase."""
    clause = _CLAUSE.split(before)[-1].strip()
    parts = clause.split()
    said = max((i for i, part in enumerate(parts) if part in SAYS), default=-1)
    kept = [part.lower() for part in parts[said + 1 :]]
    if not kept or len(kept) > MOST_WORDS or (kept[0] in _OTHER and kept[0] != "her"):
        return None
    if (_OTHER - _WITHIN).intersection(kept) or kept[-1].endswith("ly"):
        return None
    return clause if said < 0 else clause.split(None, said + 1)[-1]
