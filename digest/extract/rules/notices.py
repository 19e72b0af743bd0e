"""Rules on what stands beside a text: corrections, footnotes, pull quotes, posts, a wire's points.

Like `wording`, the tables hold what is truly fixed; where a line stands decides the rest.
"""

from __future__ import annotations

import re

from digest.extract.lead_in import lead_in
from digest.extract.rules import dated
from digest.extract.rules.page import CAPTION_WORDS, Page, Paragraph, key

NOTICE_WORDS = 60
"""Words of the longest correction or note of an editor."""
PULL_WORDS = (5, 40)
"""Words of a pull quote; shorter ones are said again by chance."""
UNQUOTED = 9
"""Words from which a line without quotation marks is one; shorter ones are names and headings."""
POINTS = 8
"""Most points that a wire puts above its text."""
REACH = 12
"""Characters of a footnote's mark."""

_VERSION = r"(?:article|story|report|post|text|column|item|headline|dispatch|brief|page|paper)"
_NOTE = re.compile(
    r"[\W_]*(?:(?:corrections?|clarifications?|corrects|editor['’]?s? note|editors['’] note"
    r"|note to readers|update)\s*(?:\([^()]{1,40}\)\s*)?[:–—]"
    rf"|(?:an?|the) (?:earlier|previous|original|prior) version of (?:this|the) {_VERSION}\b"
    rf"|this {_VERSION} (?:was|has been|is being) (?:updated|corrected|amended|edited|changed"
    r"|revised|shortened)\b"
    r"|(?:the|this) (?:interview|conversation|discussion|transcript) (?:was|has been|is)"
    r" (?:conducted|edited|condensed|shortened|lightly|translated|led|recorded)\b"
    rf"|(?:this|the) {_VERSION} may be (?:freely )?(?:reprinted|reproduced|republished)\b"
    r"|(?:anmerkung der redaktion|korrektur|berichtigung|hinweis der redaktion|das (?:interview"
    r"|gespräch) (?:führte|wurde)\b.{0,40})"
    r"|in einer (?:früheren|vorherigen|ersten) (?:version|fassung)\b"
    r"|(?:исправление|уточнение|примечание редакции|от редакции|виправлення|уточнення"
    r"|примітка редакції|sprostowanie|od redakcji|rectificatif|note de la rédaction)\s*[:.–—])",
    re.IGNORECASE,
)
_WIDGET = re.compile(
    r"[\W_]*(?:(?:was|did you find|do you find|is) this (?:article|page|story|explainer|text"
    r"|content|information)\b.{0,20}\b(?:helpful|useful|interesting)\b.{0,30}"
    r"|(?:article|story|text|content) (?:continues|resumes)(?: below| after)?.{0,30}"
    r"|read (?:more )?on (?:the|this) (?:topic|subject)\b.{0,120}"
    r"|listen to (?:this )?(?:article|story|post)\b.{0,20}"
    r"|(?:print|send|e-?mail|share|save|forward) (?:this|to)\b.{0,20}(?:(?:\|| print).{0,40})?"
    r"|[^.!?]{3,100}\b(?:manages|maintains|operates|runs) this (?:web ?)?site\b.{0,120}"
    r"|(?:external )?links? to (?:other|external)\b.{0,80}\bendorse.{0,100}"
    r"|.{0,80}\bnot responsible for the contents? of (?:other|external)\b.{0,40}"
    r"|(?:found|noticed|see|spotted) (?:a|an|any) (?:mistake|error|typo|misprint)\b.{0,80}"
    r"|(?:нашли|заметили|знайшли) (?:ошибку|опечатку|помилку)\b.{0,80}"
    r"|fehler (?:gefunden|entdeckt)\b.{0,80}"
    r"|get (?:the|our|all|more)\b.{0,50}\b(?:by e-?mail|(?:to|in) your inbox|straight to)\b.*"
    r"|get [^.!?]{0,80}\b(?:to|in|on) your (?:device|inbox|mailbox|phone)\b.{0,40}"
    r"|(?:after|skip past) (?:the )?newsletter promotion"
    r"|(?:tweet\W+)?be the first (?:of your friends )?to (?:like|comment|share|review)\b.{0,30}"
    r"|.{0,60}\b(?:text|sms) [a-z]{2,12} to \d{4,6}\b.{0,40}"
    r"|(?:[^.!?]{0,60}\?\s+)?(?:please )?(?:tell us|let us know|leave your|share your|sound off)\b"
    r"[^.!?]{0,80}\bin the comments?\b.{0,40}"
    r"|(?:hit|make) the jump (?:for|to)\b.*|(?:more|read on) (?:after|below) the (?:jump|break)\b.*"
    r"|(?:kommentare\s*:\s*)?liebe (?:leserinnen|leser)\b.{0,300}"
    r"|thank(?:s| you) for (?:subscribing|signing up|reading|your (?:subscription|interest))\b.*"
    r"|to (?:unsubscribe|subscribe|opt out|cancel your subscription)\b.{0,120}"
    r"|you(?:'re|’re| are)? (?:receiv(?:e|ed|ing)|get|got) this (?:e-?mail|letter|message"
    r"|newsletter)\b.{0,120}"
    r"|(?:your browser|this browser) (?:does not|doesn['’]t|cannot) (?:support|play)\b.{0,60}"
    r"|like us on \w+.{0,60}|(?:listen|tune in)(?: live)? to .{2,40}\bon (?:your|any)\b.{0,40}"
    r"|(?:like|enjoy)(?:d)? (?:this|what you)\b.{0,60}(?:\?|share it.*))[\W_]*",
    re.IGNORECASE,
)
_POST = re.compile(
    r".{0,60}\(@\w{2,30}\)\s*(?:[·|,–—-]\s*)?(?:\w+ \d{1,2}, \d{4}|\d{1,2} \w+ \d{4})?\W*"
    r"|(?:embedded \w+\s*:\s*)?(?:https?://)?(?:pic\.twitter|t|twitter|x)\.[a-z]{2,10}/\S+\W*",
    re.IGNORECASE,
)
_MARK = re.compile(r"\s*(\[\d{1,3}\]|[¹²³⁰-⁹]{1,3})\s*(?=\S)")
_MARKS = re.compile(r"(?<=[\w.,!?\"”’»)])\s?(\[\d{1,3}\]|[¹²³⁰-⁹]{1,3})(?!\w)")
_MORE = re.compile(r"[\W_]*(?:(?:read|see) (?:more|also|next)|related|more)[\W_]*", re.IGNORECASE)
_QUOTES = "\"“”„«»‟'‘’ "


def notices(page: Page) -> None:
    """Mark corrections, notes of editors, widgets, posts and teasers set into the text."""
    for paragraph in page.open():
        text = paragraph.text
        if paragraph.size > NOTICE_WORDS:
            continue
        if _NOTE.match(text):
            page.mark(paragraph, "credit", "note of the editors on the text")
        elif paragraph.size <= NOTICE_WORDS // 2 and _WIDGET.fullmatch(text):
            page.mark(paragraph, "promo", "the site's words to its readers")
        elif page.plain and paragraph.size <= NOTICE_WORDS // 3 and _POST.fullmatch(text):
            page.mark(paragraph, "nav", "signature of a post set into the text")
        elif _MORE.fullmatch(text):
            _teaser(page, paragraph)
    _footnotes(page)
    _pull_quotes(page)
    _points(page)


def _teaser(page: Page, heading: Paragraph) -> None:
    """Mark a headline below "read more" that has text above and below it."""
    after = page.paragraphs[heading.index + 1 : heading.index + 3]
    above = page.paragraphs[heading.index - 1] if heading.index else None
    inside = len(after) == 2 and after[1].prose and above is not None and above.prose  # noqa: PLR2004
    if inside and not after[0].closed and not after[0].leads:
        page.mark(heading, "promo", "leads to another article")
        page.mark(after[0], "promo", "stands below a heading of other articles")


def _footnotes(page: Page) -> None:
    """Mark lines that begin with the mark that a sentence above them ends with."""
    marked = {p.index: found[1] for p in page.open() if (found := _MARK.match(p.text[:REACH]))}
    said: set[str] = set()
    for paragraph in page.open() if marked else ():
        if marked.get(paragraph.index) in said:
            page.mark(paragraph, "credit", "footnote")
        elif paragraph.prose:
            said |= set(_MARKS.findall(paragraph.text))


def _pull_quotes(page: Page) -> None:
    """Mark a line on its own, below the text's beginning, whose words a paragraph holds as well.

    Above it such a line is a headline that quotes.
    """
    prose = [p for p in page.open() if p.prose]
    if not page.plain or not prose:
        return
    text = "\n".join(p.key for p in prose)
    for paragraph in page.open():
        if paragraph.index < prose[0].index:
            continue
        if not PULL_WORDS[0] <= paragraph.size <= PULL_WORDS[1] or paragraph.heading:
            continue
        if paragraph.text[:1] not in _QUOTES and (paragraph.closed or paragraph.size < UNQUOTED):
            continue
        bare = key(paragraph.text.strip(_QUOTES + ".…"))
        if bare and text.count(bare) > paragraph.prose and _held(prose, paragraph, bare):
            page.mark(paragraph, "caption", "pull quote: the text holds the same words")


def _held(prose: list[Paragraph], paragraph: Paragraph, bare: str) -> bool:
    """Whether a paragraph longer by a sentence holds the words."""
    return any(
        p is not paragraph and bare in p.key and p.size >= paragraph.size + CAPTION_WORDS
        for p in prose
    )


def _points(page: Page) -> None:
    """Mark the points that a wire sets between headline and the line that begins with its name."""
    if not any(p.bullet for p in page.paragraphs):
        return
    start = next((p for p in page.open() if p.prose and lead_in(p.text)), None)
    if start is None:
        return
    points = []
    for paragraph in reversed(page.paragraphs[max(0, start.index - POINTS) : start.index]):
        if not paragraph.bullet or paragraph.closed or dated.dated(paragraph.text):
            break
        points.append(paragraph)
    for paragraph in points:
        page.mark(paragraph, "promo", "point above a wire's text")
