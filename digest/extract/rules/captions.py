"""Rules on captions: by marker, and by being no sentence among sentences."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from digest.extract.lead_in import lead_in
from digest.extract.rules import dated, wording
from digest.extract.rules.page import CAPTION_WORDS, Page, Paragraph
from digest.text import words

MARKED_WORDS = 90
"""Words of the longest line that a marker alone makes a caption."""
SHARE = 0.75
"""Where more of the long lines than this end without a full stop, the text does without them."""
COMMON = 3
"""Lines without a full stop from which an article's captions are written so."""
SAID_AGAIN = 0.65
"""Share of a line's longer words that one sentence of the text must hold for it to say the same:
captions cut from the text have .75 to 1, other lines of one story below .5."""
RARE = 100
"""Paragraphs beyond which a word of a very long text tells no paragraph from another."""
ENOUGH = 2
"""Points that make a caption; see `_points`."""
SCENE_WORDS = 25
"""Words of the longest line that is looked at as a scene; the labelled ones have 8 to 20."""
SHORT_RUN = 3
NAMES = frozenset({"byline", "dateline", "nav"})
BUTTONS = frozenset({"promo", "comment"})
"""What stands above a picture. Below buttons and counters any such line is its caption; below
author or day it may be a standfirst as well (4 of 4 in 963 articles)."""
HEADING_SHARE = 0.85
"""Share of a line's longer words that have a capital in headings set that way."""

_DEICTIC = re.compile(
    r"\((?:[^()]{0,40}\b)?(?:pictured|left|right|cent(?:er|re)|above|below|top|bottom|file|seen"
    r"|shown|links|rechts|mitte|слева|справа)\b[^()]{0,60}\)"
    r"|[,:–-]\s*(?:pictured|left|right|cent(?:er|re)|above|seen here|shown here)\b|\bpictured\b"
    r"|\b(?:seen|shown) (?:here|above|left|right)\b|\bstock image\b",
    re.IGNORECASE,
)
_TAGGED = re.compile(r"[A-Z][^.:!?]{2,40}(?<!said)(?<!says)[:!]:?\s?[A-Z'‘\"“]")
_CONNECTED = re.compile(
    r"[\"“'‘]?(?:if|he|she|it|they|his|her|its|their|this|that|these|those|but|and|or|however"
    r"|meanwhile|also|then|so|yet|because|although|while"
    r"|according|er|sie|es|aber|doch|und|он|она|они|это|но|и|il|elle|mais|et)\b",
    re.IGNORECASE,
)
_CUT = re.compile(
    r"(?:[,;–—-]|\b(?:the|a|an|and|or|of|to|in|for|being|with|by|at|that|und|der|die|das|и|в|на))$",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|must|should|did"
    r"|do|does"
    r"|said|says?|told|tells?|adds?|added|according|also|i|we|he|she|it|they|you|not|there"
    r"|went|took|came|made|got|gave|found|began|ran|won|lost|fell|rose|saw|met|led|sent|spoke|wrote"
    r"|became|broke|brought|built|fought|kept|knew|struck|struggled|hit|put|paid|sold|bought"
    r"|drew|grew"
    r"|\w+n't|[\w]{3,}ed(?! (?:by|from|as|with|in|on|at|outside|near|over|for)\b))\b",
    re.IGNORECASE,
)
"""Words of a main clause that reports; captions tell what is seen, in the present tense."""
_SUBORDINATE = re.compile(
    r",? \b(?:which|who|whose|whom|where|that|when|while|after|before|as|since)\b.*", re.IGNORECASE
)
_SCENE = re.compile(
    r"\b(?:in|at|on|outside|near|beside|during|into|onto|along|behind|across|inside|over"
    r"|through|from)"
    r" (?:the |an? |his |her |their )?[\w'’-]",
    re.IGNORECASE,
)
_DATED = re.compile(
    rf"\b(?:on|in) (?:{dated.MONTHS})\b(?: \d{{1,2}})?(?:, \d{{4}}| \d{{4}})?$", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"(?<![A-Z])(?<!\bSept)(?<!\bMr)[.!?…][\"'”’)]*\s+(?=[\"'“‘(]?[A-Z])")


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What the whole page says on lines without a full stop."""

    open: frozenset[int]
    """Places of the lines that are whole."""
    common: bool
    said: dict[int, frozenset[str]]
    index: dict[str, tuple[int, ...]]


def marked(page: Page) -> None:
    """Captions that say so, or that end in who made the picture."""
    for paragraph in page.open():
        text = paragraph.text
        if paragraph.size > MARKED_WORDS:
            continue
        if wording.CAPTIONS.match(text) and not _fused(paragraph):
            page.mark(paragraph, "caption", "picture caption, marked as one")
        elif _credited(paragraph):
            page.mark(paragraph, "caption", "ends with the maker of a picture")
        elif _under_picture(page, paragraph):
            page.mark(paragraph, "caption", "emphasised line under a picture")


def _fused(paragraph: Paragraph) -> bool:
    """Tell a player's notice run together with the text that follows it."""
    return paragraph.closed and paragraph.size > MARKED_WORDS // 3 and lead_in(paragraph.text) > 0


def _credited(paragraph: Paragraph) -> bool:
    """Whether it ends in who made the picture; where a sentence ends there too, in brackets."""
    text = paragraph.text
    if paragraph.closed and (text[-1:] not in ")]" or paragraph.size > MARKED_WORDS // 2):
        return False
    return bool(wording.PICTURE_CREDIT.search(text[-160:])) and not wording.CREDITS.match(text)


def _under_picture(page: Page, paragraph: Paragraph) -> bool:
    if paragraph.index == 0 or paragraph.marked[:1] not in "*_":
        return False
    above = page.paragraphs[paragraph.index - 1]
    return above.marked.startswith(("![", "<img", "{{<"))


def twice(page: Page) -> None:
    """One line said twice in a row, no sentence: the caption of a picture stored in two sizes."""
    for one, two in zip(page.paragraphs, page.paragraphs[1:], strict=False):
        if (
            one.label is two.label is None
            and one.key == two.key
            and not one.closed
            and one.size >= CAPTION_WORDS
        ):
            for paragraph in (one, two):
                page.mark(paragraph, "caption", "picture caption, stored twice")


def unclosed(page: Page) -> None:
    """Long lines without a full stop in a text whose paragraphs have one."""
    if not page.plain:
        return
    long = [p for p in page.open() if p.size >= CAPTION_WORDS]
    waiting = [p for p in long if _candidate(page, p)]
    page.unstopped = len(waiting) > SHARE * len(long)
    if not waiting or page.unstopped:
        return
    evidence = _evidence(page, waiting)
    for paragraph in waiting:
        points, rule = _points(page, paragraph, evidence)
        if points >= ENOUGH:
            page.mark(paragraph, "caption", rule)


def _candidate(page: Page, paragraph: Paragraph) -> bool:
    if (
        paragraph.closed
        or paragraph.leads
        or paragraph.bullet
        or paragraph.heading
        or len(paragraph.rows) > 1
    ):
        return False
    heading = _title_case(paragraph.text) and not _DATED.search(paragraph.text)
    if heading or _goes_on(page, paragraph):
        return False
    above = page.paragraphs[paragraph.index - 1] if paragraph.index else None
    return not (above is not None and above.label is None and above.leads)


def _goes_on(page: Page, paragraph: Paragraph) -> bool:
    """Whether a sentence runs from the line before or into the next one."""
    after = page.paragraphs[paragraph.index + 1 : paragraph.index + 2]
    return any(p.text[:1].islower() for p in (paragraph, *after))


def _title_case(text: str) -> bool:
    """Whether nearly all longer words are capitalised, as in a heading."""
    long = [word for word in words(text) if len(word) > 3 and word[0].isalpha()]  # noqa: PLR2004
    capital = sum(not word[0].islower() for word in long)
    return len(long) >= SHORT_RUN and capital >= HEADING_SHARE * len(long)


def _evidence(page: Page, waiting: list[Paragraph]) -> _Evidence:
    plain = [p for p in waiting if not _broken(p)]
    said = {p.index: _content(p) for p in waiting}
    wanted = frozenset[str]().union(*said.values())
    index: dict[str, list[int]] = {}
    for paragraph in page.open():
        if paragraph.prose:
            for word in wanted.intersection(paragraph.words):
                index.setdefault(word, []).append(paragraph.index)
    return _Evidence(
        open=frozenset(p.index for p in plain),
        common=len(plain) >= COMMON,
        said=said,
        index={word: tuple(where) for word, where in index.items() if len(where) <= RARE},
    )


def _content(paragraph: Paragraph) -> frozenset[str]:
    return frozenset(word for word in paragraph.words if len(word) > 3)  # noqa: PLR2004


def _points(page: Page, paragraph: Paragraph, evidence: _Evidence) -> tuple[int, str]:
    """Points for a caption, and the strongest reason."""
    if _broken(paragraph):
        return 0, ""
    found: list[tuple[int, str]] = []
    if _DEICTIC.search(paragraph.text):
        found.append((2, "picture caption: says who stands where"))
    if _said_again(paragraph, evidence):
        found.append((2, "picture caption, said again in the text"))
    if paragraph.index - 1 in evidence.open or paragraph.index + 1 in evidence.open:
        found.append((2, "picture caption: one of several lines in a row that are no sentences"))
    if evidence.common:
        found.append((2, "picture caption: no full stop, as others in this text"))
    if _TAGGED.match(paragraph.text):
        found.append((1, "picture caption: a keyword before it"))
    found += _placed(page, paragraph)
    if _CONNECTED.match(paragraph.text):
        found.append((-1, ""))
    found.append((min(0, 1 - len(_SENTENCE_END.findall(paragraph.text))), ""))
    points = sum(points for points, _ in found)
    return points, max(found, key=lambda reason: reason[0])[1] or "picture caption"


def _placed(page: Page, paragraph: Paragraph) -> list[tuple[int, str]]:
    """Points for where it stands, and for what it tells there."""
    above = page.title is not None and paragraph.index < page.core[0]
    if above and _below(page, paragraph, BUTTONS):
        return [(2, "picture caption: between buttons and the text")]
    above = above and not _below(page, paragraph, NAMES)
    if _scene(page, paragraph) and (not above or _DATED.search(paragraph.text)):
        return [(2, "picture caption: tells what is seen, among paragraphs that report")]
    return [(-4, "")] if above else []


def _below(page: Page, paragraph: Paragraph, labels: frozenset[str]) -> bool:
    """Whether a line so labelled stands above it and text below: a picture's place."""
    at = paragraph.index
    above = at > 0 and page.paragraphs[at - 1].label in labels
    return above and any(p.prose for p in page.paragraphs[at + 1 : at + 2])


def _scene(page: Page, paragraph: Paragraph) -> bool:
    """Whether an English line without full stop describes a scene and stands between prose."""
    main = _SUBORDINATE.sub("", paragraph.text)
    short = paragraph.size <= SCENE_WORDS and len(main.split()) > SHORT_RUN
    if not short or _PAST.search(main) or not _SCENE.search(paragraph.text):
        return False
    return not paragraph.text.isupper() and all(
        p.closed or p.label for p in _beside(page, paragraph)
    )


def _beside(page: Page, paragraph: Paragraph) -> list[Paragraph]:
    at = paragraph.index
    return [*page.paragraphs[max(0, at - 1) : at], *page.paragraphs[at + 1 : at + 2]]


def _broken(paragraph: Paragraph) -> bool:
    """Tell a sentence that lost its end: a quotation left open, a word that wants another."""
    text = paragraph.text
    odd = text.count('"') % 2 == 1 or text.count("“") > text.count("”") + text.count('"')
    return odd or text.count("(") > text.count(")") or bool(_CUT.search(text))


def _said_again(paragraph: Paragraph, evidence: _Evidence) -> bool:
    wanted = evidence.said[paragraph.index]
    if len(wanted) < 4:  # noqa: PLR2004 - three words are in any sentence of the story
        return False
    hits = Counter(where for word in wanted for where in evidence.index.get(word, ()))
    return bool(hits) and max(hits.values()) >= SAID_AGAIN * len(wanted)
