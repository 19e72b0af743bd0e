"""Sums of money in all written forms, normalised to ISO 4217 and a number.

A number is money when a currency stands directly before it or behind it, its scale between them.
A price per unit is kept apart by `per`; rates of exchange are no amounts, and a number of barrels,
people or per cent has no currency.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from digest.extract import about
from digest.extract.currencies import CURRENCIES, DOLLARS, SCALES, SIGNS
from digest.models import Amount, Sentence

_CODES = tuple(
    "USD EUR RUB RUR BYN BYR UAH PLN GBP CNY JPY KZT CHF SEK NOK DKK CZK HUF CAD AUD INR".split()
)
_OLD_CODES = {"RUR": "RUB", "EURO": "EUR"}
_WORDS: dict[str, float] = {
    "half a": 0.5,
    "half": 0.5,
    "one and a half": 1.5,
    "one-and-a-half": 1.5,
    "two and a half": 2.5,
    "полтора": 1.5,
    "півтора": 1.5,
    "паўтара": 1.5,
    "three quarters of a": 0.75,
    "three-quarters of a": 0.75,
    "a quarter of a": 0.25,
    "half of a": 0.5,
    "anderthalb": 1.5,
    "półtora": 1.5,
    "a": 1,
    "an": 1,
    "a hundred": 100,
    "one hundred": 100,
}
_UNITS = "one two three four five six seven eight nine ten eleven twelve".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_WORDS |= {word: n for n, word in enumerate(_UNITS, 1)} | {"fifteen": 15}
_WORDS |= {word: 10 * n for n, word in enumerate(_TENS, 2)}
_WORDS |= {
    f"{ten}-{unit}": 10 * n + k
    for n, ten in enumerate(_TENS, 2)
    for k, unit in enumerate(_UNITS[:9], 1)
}
_WORDS |= {
    word: n
    for words in (
        "ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
        "один два три четыре пять шесть семь восемь девять десять",
    )
    for n, word in enumerate(words.split(), 1)
} | {"eine": 1, "einer": 1, "две": 2}
_WORDS |= {f"{unit} hundred": 100 * n for n, unit in enumerate(_UNITS[:9], 1)}
_GAP = r"[\s\u00a0-]{0,3}"
_NUMBER = re.compile(
    r"(?<![\w.,])(?:(?P<digits>\d{1,3}(?:[,\u00a0\u202f']\d{3})+(?:\.\d{1,2})?"
    r"|\d{1,3}(?: \d{3})+(?!\d)|\d{1,3}(?:\.\d{3}){2,}|\d{1,15}(?:[.,]\d{1,3})?)"
    rf"|(?<!-)(?P<word>{'|'.join(sorted(map(re.escape, _WORDS), key=len, reverse=True))})(?=[\s-]))"
    r"|(?<=[$€£¥₽₴₸₹\w])(?P<glued>\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d{1,15}(?:[.,]\d{1,3})?)",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?:(?<![A-Za-z])(?P<land>US|AU|A|CA|C|NZ|HK)?\$|(?P<sign>[€£¥₽₴₸₹])"
    rf"|\b(?P<code>{'|'.join(_CODES)}|euro)){_GAP}$"
)
_NAME = "|".join(f"(?P<{code}>{forms})" for code, forms in CURRENCIES.items())
_SCALE = "|".join(f"(?P<e{len(str(int(f))) - 1}>{forms})" for f, forms in SCALES.items())
_BEHIND = re.compile(
    rf"(?:{_GAP}(?:{_SCALE})(?:(?<=[^\W\d_]{{3}})(?:s|en|y|i|ów|а|ов|ы|и|і|ів|аў|e))?(?![^\W\d_])\.?)?"
    rf"(?P<money>{_GAP}(?:of |d['’]|de |in )?"
    rf"(?:(?P<sign>[€£₽₴₸$]|zł)|(?P<code>{'|'.join(_CODES)})(?!\w)|(?:{_NAME})(?!\w)))?",
    re.IGNORECASE,
)
_ALMOST = re.compile(r"[\s-]{0,2}(?:[bm]|tr)[il]{2,5}(?:on|oin|no)s?\b", re.IGNORECASE)
"""A scale with a typing error, "bilion": which is meant is likely, not sure."""
_OWN_SCALE = "|".join(SCALES.values())
_RANGE = re.compile(
    rf"(?P<scaled>{_GAP}(?:{_OWN_SCALE})(?![^\W\d_])\.?)?"
    rf"{_GAP}(?P<joint>[–—-]|to|or|and){_GAP}(?P<signed>[$€£] ?)?"
    r"(?P<other>\d{1,12}(?:[.,]\d{1,3})?)",
    re.IGNORECASE,
)
_PER = re.compile(
    r"\s*(?:(?:a|an|per|for|each|pro|за|je)\s+(?:every\s+)?|/\s?)(?P<unit>(?:\d[\d.,  ]*\s?)?"
    r"(?:(?:thousand|million)\s+)?(?:barrel|tonn?e?|cubic\s+met|kilowatt|megawatt|mwh|kwh|mcm|lit(?:re|er)"
    r"|gallon|kilo|pound|ounce|баррел|тонн|тысяч\w*\s+куб|куб|fass|barril)\w*(?:\s+(?:hours?|met\w+|метр\w+))?)",
    re.IGNORECASE,
)
REACH = 30
"""Characters before a range's second number that hold its first and the word before it."""
_BETWEEN = re.compile(r"\b[Bb]etween\s$")
_BOTH = re.compile(r"\bbetween\s+\S*?\s?[\d.,]+$", re.IGNORECASE)
"""Before the end of a range's first number: "between $630"."""
_YEAR = re.compile(r"\bin (?:19|20)\d\d$")
"""Dollars of a year (`in 2006 dollars`) are a measure."""
_RATE = re.compile(
    r"\s*(?:(?:to|against|for|per)\s+(?:the|one|a|1)\s+(?:US\s+|U\.S\.\s+)?|per\s+|=\s*\d)"
    r"(?:(?<=\d)|euro|dollar|pound|yuan|ruble)",
    re.IGNORECASE,
)
_PRICE_OF_MONEY = re.compile(
    r"(?:\b(?:dollar|euro|pound|yuan|r(?:o)?uble|zloty|hryvnia|USD|EUR|RUB|BYN)(?: \w+){0,3}"
    r" (?:to|at|cost|costs|was|is|worth)|[A-Z]{3}/[A-Z]{3}|=)\s*$",
)
"""What stands before a rate of exchange: a currency in the singular, and what it does."""
_THOUSANDS = re.compile(r"\d{1,3}\.\d{3}")
_POINTED = frozenset({"EUR", "PLN", "CHF", "TRY"})
"""Currencies of lands that part thousands by a full stop: "700.000 Euro"."""


def amounts(sentences: tuple[Sentence, ...]) -> tuple[Amount, ...]:
    """Find the sums of money of a text, in reading order."""
    lower = [sentence.text.lower().replace("europ", "") for sentence in sentences]
    whole = "\n".join(lower)
    hints = [hint for hint in _HINTS if hint in whole]
    return tuple(
        amount
        for sentence, text in zip(sentences, lower, strict=True)
        if any(map(text.__contains__, hints))
        for amount in _in(sentence)
    )


_HINTS = tuple(
    (
        "$ € £ ¥ ₽ ₴ ₸ ₹ zł dol дол дал rubl roubl rubel руб usd eur rub rur byn byr uah pln gbp "
        "cny jpy kzt chf hryv грив złot zlot злот pound yuan юан yen иен tenge тенге franc frank "
        "kron crown lira rupee korun forint sek nok dkk czk huf cad aud inr евро євро еўра"
    ).split()
)
"""A sentence without any of these names no currency; Europe is no euro."""


def _in(sentence: Sentence) -> Iterator[Amount]:
    text, end, subject = sentence.text, 0, None
    for number in _NUMBER.finditer(text):
        if number.start() < end or text[number.end() : number.end() + 1].isdecimal():
            continue  # part of a sum, or four decimals and more: a rate of exchange
        before = _BEFORE.search(text[max(0, number.start() - 6) : number.start()])
        other = _RANGE.match(text, number.end())
        behind = _matched(other, before, text)
        last = other.end() if other and behind else number.end()
        behind = behind or _BEHIND.match(text, number.end())
        if behind is None or not (before or behind["money"]):
            continue
        if _is_none(text, number, behind):
            continue
        currency = _currency(before) if before else _currency(behind)
        start = number.start() - (len(before[0]) if before else 0)
        if last > number.end() and (spoken := _BETWEEN.search(text[max(0, start - 10) : start])):
            start -= len(spoken[0])
        converted = 0 < end < start and text[end:start].strip() == "("
        end = behind.end() if not before else _scale_end(behind, last)
        per = _PER.match(text, end)
        # "100 billion rubles ($1.35 billion)" is one sum, said twice.
        if not converted:
            says = about.priced if per else about.about
            subject = says(text, start, per.end() if per else end)
        if _factor(behind) == 1 and (
            _RATE.match(text, behind.end())
            or _PRICE_OF_MONEY.search(text[max(0, start - 60) : start])
        ):
            continue
        whole = currency in _POINTED and not per and _factor(behind) == 1
        factor = _factor(behind)
        written = [(number[0], factor)]
        if other is not None and last > number.end():
            own = _BEHIND.match(text, number.end()) if other["scaled"] else None
            written = [(number[0], _factor(own) if own else factor), (other["other"], factor)]
        yield from (
            Amount(
                text=text[start:end],
                currency=currency,
                value=round(_value(digits, whole=whole) * scale, 2),
                sentence=sentence.id,
                about=subject,
                per=per["unit"] if per else None,
            )
            for digits, scale in written
        )


def _is_none(text: str, number: re.Match[str], behind: re.Match[str]) -> bool:
    """Say whether a number is a year's dollars, has a mistyped scale or is a word without money."""
    if _YEAR.search(text[max(0, number.start() - 4) : number.end()]):
        return True
    if _factor(behind) == 1 and _ALMOST.match(text, number.end()):
        return True
    return bool(number["word"]) and not (behind["money"] and _worded(number, behind))


def _matched(
    other: re.Match[str] | None, before: re.Match[str] | None, text: str
) -> re.Match[str] | None:
    """Return what stands behind "$2-3 billion" when the range is one of money.

    Where the first number has its own scale, the currency must stand behind both or before both,
    and an "and" wants "between": "$220 million to 3 million people" is none, nor is a list; "from
    $3 million to $5 million" is a change.
    """
    behind = _BEHIND.match(text, other.end()) if other else None
    if other is None or behind is None:
        return None
    joined = " and " in other[0].lower()
    spoken = joined and _BOTH.search(text[max(0, other.start() - REACH) : other.start()])
    if other["scaled"]:
        dashed = other["signed"] and other["joint"] in "–—-"
        if (joined and not spoken) or (before and not (other["signed"] and (spoken or dashed))):
            return None
        return behind if _factor(behind) > 1 and (before or behind["money"]) else None
    signed = bool(spoken and before and other["signed"])
    if (behind.end() > behind.start() or signed) and (before or behind["money"]):
        return behind
    return None


_ARTICLES = frozenset(("a", "an", "half", "half a", "one", "ein", "eine", "einer", "один"))


def _worded(number: re.Match[str], behind: re.Match[str]) -> bool:
    """Say whether "a" or "half" counts: only with a scale ("a million dollars", no "a dollar")."""
    return _factor(behind) > 1 or number["word"].lower() not in _ARTICLES


def _currency(match: re.Match[str]) -> str:
    groups = match.groupdict()
    if groups.get("code"):
        code = groups["code"].upper()
        return _OLD_CODES.get(code, code)
    if groups.get("sign"):
        return SIGNS.get(groups["sign"].lower(), "USD")
    named = next((code for code in CURRENCIES if groups.get(code)), None)
    return named or DOLLARS.get(groups.get("land") or "", "USD")


def _factor(behind: re.Match[str]) -> float:
    return next((f for f in SCALES if behind[f"e{len(str(int(f))) - 1}"]), 1.0)


def _scale_end(behind: re.Match[str], number_end: int) -> int:
    """Where the sum ends when its currency stood before it: behind the scale."""
    ends = [behind.end(f"e{len(str(int(f))) - 1}") for f in SCALES]
    return max(number_end, *ends)


def _value(written: str, *, whole: bool) -> float:
    """`whole`: one full stop before three digits parts thousands."""
    word = _WORDS.get(written.lower())
    if word is not None:
        return word
    if whole and _THOUSANDS.fullmatch(written):
        return float(written.replace(".", ""))
    plain = re.sub(r"(?<=\d)[\s\u00a0\u202f'](?=\d{3})", "", written)
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", plain):
        return float(plain.replace(",", ""))
    if re.fullmatch(r"\d{1,3}(?:\.\d{3}){2,}", plain):
        return float(plain.replace(".", ""))
    return float(plain.replace(",", "."))
