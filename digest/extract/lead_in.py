"""The agency's prefix of a first sentence: where the sentence itself begins.

`MINSK, Sept 5 (Reuters) - Prices rose.` says nothing of the news before `Prices`. The line stays
body; whoever cuts sentences leaves the first `lead_in` code points out of the first one. A place
alone (`BERLIN - Russia and …`) is left in: without an agency it may be part of the sentence; in
capitals before a long dash it is none.
"""

from __future__ import annotations

import re

REACH = 160
"""Code points in which a prefix ends; place, date and agency take 20 to 90."""

_PLACE = (
    r"(?:[^\W\d_a-zа-яёўіїєґ][\w.'’/-]*(?:,? (?=[^\W\d_])[\w.'’/-]+){0,5}|[^\W\d_]\.[^\W\d_]\.)"
)
_DATE = r"(?:[\w.]{1,12}\.? \d{1,2}|\d{1,2}\.? [\w.]{1,12})(?:,? \d{4})?\.?"
_DASH = r"\s*(?:--|[-–—−:])\s*"
_AGENCY = r"[^\W\d_][\w.&'’ /+-]{1,60}"
_PATTERNS = (
    # the notice of a film player, run together with the text
    re.compile(
        r"\s*Media playback is (?:not supported|unsupported) on (?:this|your) device\s+",
        re.IGNORECASE,
    ),
    # MINSK, Sept 5 (Reuters) - ; KIEV (ASIA NEWS NETWORK) - ; Berlin (dpa) -
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
    # MINSK, Belarus -- ; SEOUL, May 3, 2016 — : a place in capitals before a long dash
    re.compile(
        rf"\s*[A-Z][A-Z.'’-]{{2,}}(?: [A-Z.'’-]{{2,}}){{0,2}}"
        rf"(?:,\s(?:[A-Z][a-z.]+ ?){{1,3}}(?<! ))?(?:,\s*{_DATE})?\s+(?:--|—)\s+"
    ),
    # МОСКВА, 5 сен — РИА Новости. ; MOSCOW, Sept 5 - RIA Novosti.
    re.compile(
        rf"\s*{_PLACE}[,.]\s*{_DATE}\s*[-–—]\s*(?:РИА Новости|ТАСС|Интерфакс|ПРАЙМ|RIA Novosti"
        rf"|TASS|Interfax)[^\s.]*\.?\s*"
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
    head = text[:REACH]
    for pattern in _PATTERNS if _SIGN.search(head) else _PATTERNS[:1]:
        found = pattern.match(head)
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
