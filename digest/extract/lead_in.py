"""The agency's prefix of a first sentence: where the sentence itself begins.

`MINSK, Sept 5 (Reuters) - Prices rose.` says nothing of the news before `Prices`. The line stays
body; whoever cuts sentences leaves the first `lead_in` code points out of the first one. A place
alone (`Berlin - Russia and …`) is left in: without an agency or a date it may be part of the
sentence; in capitals before a dash it is none. Below bullets, standfirsts and notes the prefix
stands at a later paragraph: there it counts where place or date say so (`dateline`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

REACH = 160
"""Code points in which a prefix ends; place, date and agency take 20 to 90."""

_PLACE = (
    r"(?:[^\W\d_a-zа-яёўіїєґ][\w.'’/-]*(?:,? (?=[^\W\d_])[\w.'’/-]+){0,5}|[^\W\d_]\.[^\W\d_]\.)"
)
_DATE = r"(?:[\w.]{1,12}\.? \d{1,2}|\d{1,2}\.? [\w.]{1,12})(?:,? \d{4})?\.?"
_DASH = r"\s*(?:--|[-–—−:])\s*"
_AGENCY = r"[^\W\d_][\w.&'’ /+-]{1,60}"
_WIRE = r"(?:[A-ZА-ЯЁІЎ][\w.&'’ /+-]{1,60}|afp|dpa|epd|ots|sda)"
"""An agency in brackets where a paragraph may also open with `Hull (away) -`."""
_DATELINES = (
    # MINSK, Sept 5 (Reuters) - ; KIEV (ASIA NEWS NETWORK) - ; Berlin (dpa) -
    re.compile(rf"\s*{_PLACE}(?:\s*,\s*{_DATE})?\s*\({_WIRE}\)\s*(?:--|[-–—−])\s*"),
    # Feb 19 (Reuters) - ; 19 Feb. (dpa) —
    re.compile(rf"\s*{_DATE}\s*\({_AGENCY}\){_DASH}"),
    # MOSCOW/MINSK, June 21 - ; LONDON, 4 May 2020 –
    re.compile(
        rf"\s*[A-Z][A-Z.'’/-]{{2,}}(?: [A-Z.'’/-]{{2,}}){{0,2}}"
        rf"(?:,\s(?:[A-Z][a-z.]+ ?){{1,3}}(?<! ))?,\s*{_DATE}\s+[-–]\s+"
    ),
    # MINSK, Belarus -- ; SEOUL, May 3, 2016 — : a place in capitals before a long dash
    re.compile(
        rf"\s*[A-Z][A-Z.'’-]{{2,}}(?: [A-Z.'’-]{{2,}}){{0,2}}"
        rf"(?:,\s(?:[A-Z][a-z.]+ ?){{1,3}}(?<! ))?(?:,\s*{_DATE})?\s+(?:--|—)\s+"
    ),
    # BRUSSELS - European ministers: no line or route, whose other end is in capitals too
    re.compile(r"\s*[A-Z][A-Z.'’-]{3,}(?: [A-Z]{3,})?\s+[-–]\s+(?=[A-Z][a-z])"),
    # МОСКВА, 5 сен — РИА Новости. ; MOSCOW, Sept 5 - RIA Novosti.
    re.compile(
        rf"\s*{_PLACE}[,.]\s*{_DATE}\s*[-–—]\s*(?:РИА Новости|ТАСС|Интерфакс|ПРАЙМ|RIA Novosti"
        rf"|TASS|Interfax)[^\s.]*\.?\s*"
    ),
)
_PATTERNS = (
    # the notice of a film player, run together with the text
    re.compile(
        r"\s*Media playback is (?:not supported|unsupported) on (?:this|your) device\s+",
        re.IGNORECASE,
    ),
    *_DATELINES,
    # the same with a colon, or with an agency that no list knows
    re.compile(rf"\s*{_PLACE}(?:\s*,\s*{_DATE})?\s*\({_AGENCY}\){_DASH}"),
    # (Reuters) - ; (CNN) -- ; (AP) —
    re.compile(rf"\s*\({_AGENCY}\){_DASH}"),
    # (CNN) Five weeks have passed
    re.compile(
        r"\s*\((?:[A-Z][A-Z/]{1,7}|Reuters|Bloomberg|Xinhua|dpa|TASS|Kyodo|Yonhap)\)\s+(?=[\"“'‘A-Z])"
    ),
    # MOSCOW, February 5. /TASS/. ; Минск, 5 сентября. /БЕЛТА/.
    re.compile(
        rf"\s*(?:{_PLACE}[,.]?\s*)?(?:{_DATE}\s*)?/(?=\S)[^/\n]{{2,40}}(?<=\S)/[.,]?(?:\s*[-–—])?\s*"
    ),
    # 5 сентября, Минск /Корр. БЕЛТА/.
    re.compile(rf"\s*{_DATE},\s*{_PLACE}\s*/(?=\S)[^/\n]{{2,40}}(?<=\S)/[.,]?(?:\s*[-–—])?\s*"),
    # Москва. 5 сентября. INTERFAX.RU -
    re.compile(rf"\s*{_PLACE}\.\s*{_DATE}\s*[A-ZА-Я][A-ZА-Я.]{{2,20}}\s*[-–—]\s*"),
)
_SIGN = re.compile(r"[(/–—-]")
"""One of these stands in each prefix but the film player's: most paragraphs have none near their
start, and are told by one look."""
_NAMED = re.compile(r"\(([^()]+)\)|/([^/]+)/|[-–—]\s*([^\W\d_][\w. ]+?)\.\s*$")
_CORRESPONDENT = re.compile(r"корр\.?\s+", re.IGNORECASE)
_STARTS = re.compile(r"[\"“”'‘«„\[(]*([^\W_])")


def lead_in(text: str) -> int:
    """Length in code points of the prefix of `text`, 0 where it has none."""
    return _end(text, _PATTERNS if _SIGN.search(text[:REACH]) else _PATTERNS[:1])


def dateline(text: str) -> int:
    """Length of a prefix that names place or date: one that may open any paragraph, 0 for none."""
    return _end(text, _DATELINES if _SIGN.search(text[:REACH]) else ())


def _end(text: str, patterns: Iterable[re.Pattern[str]]) -> int:
    for pattern in patterns:
        found = pattern.match(text[:REACH])
        begins = _STARTS.match(text, found.end()) if found else None
        if found and begins and not begins[1].islower():
            return found.end()
    return 0


def agency(text: str) -> str | None:
    """Return the agency that the prefix of `text` names, as written."""
    found = _NAMED.search(text[: lead_in(text)])
    if not found:
        return None
    name = next(part for part in found.groups() if part).strip()
    return _CORRESPONDENT.sub("", name)
