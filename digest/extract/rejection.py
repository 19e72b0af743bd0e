"""Files that hold no article: error pages, walls, listings, bare films; with the reason."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from digest.extract.rules import dated
from digest.extract.rules.page import CAPTION_WORDS

if TYPE_CHECKING:
    from digest.extract.rules.page import Page, Paragraph

ERROR_WORDS = 120
"""Words of the longest error page; such a page has 5 to 60."""
ERROR_PROSE = 45
"""Words of whole sentences without such a word from which it is an article about errors."""
WALL_WORDS = 60
"""Words of article that a wall may let through: a stub of one or two sentences."""
NOTICE_WORDS = 120
"""Words of the longest notice of consent in one paragraph; those seen have 20 to 100."""
NOTICE_CHARS = 400
"""Characters of a paragraph in which a wall says what it is."""
FRAME_LINES = 30
"""Short lines from which a page is looked at as one that may hold no article."""
WIDGETS = 6
"""Buttons, counters and forms among them; lists of recipes and results have none."""
_WIDGETS = ("button", "menu on one line", "comment", "no words", "an ad")
OWN_SHARE = 0.5
"""Of all running text on such a page, the least that one unbroken stretch must hold; articles in
their frame have .8 and more, a donation page .39, a film's page .3."""
OWN_CHARS = 400
"""Characters of running text below which a page in a frame is no article."""
FILM_WORDS = 30
"""Words of the longest text below a film that only says what it shows; an article has 60."""
THIN_WORDS = 12
THIN_LINES = 5
"""Words of prose and short lines that make a page of none: a brief of one sentence has 13 and few
lines around it."""
ROW_WORDS = 15
ROWS = 5
"""Words of the longest row of a table, and its rows: rates, results, forecasts."""
ENTRIES = 3
TEASER_WORDS = 17
"""From how many paragraphs, each between short lines, of at most how many words on average a page
is one of teasers or a programme: those have 9 to 16, those of the shortest brief cut by captions
and links 20. Of 1,300 labelled texts none is lost."""
BARE_TEASERS = 3
"""Days that make a listing of a page without any sentence."""
TEASERS = 5
"""Entries from which headline, date and two lines of text in turn make a listing."""

_ERROR = re.compile(
    r"access denied|(?:404|403|500|502|503|504)\b.{0,30}(?:error|not found|forbidden|unavailable"
    r"|time-?out|$)"
    r"|(?:can['’]?t|cannot|could ?n['’]t) find (?:the|that|this) page|not available in your"
    r" (?:region|country)|(?:page|article|story|video)"
    r" (?:has been|was|is) (?:removed|deleted|no longer)"
    r"|(?:page|file|article) (?:not found|(?:can|could) ?not be found|no longer exists"
    r"|unavailable)"
    r"|error \d{3}|forbidden$|bad gateway|gateway time-?out|service (?:temporarily )?unavailable"
    r"|internal server error|too many requests|you (?:have been|are) blocked|checking your browser"
    r"|are you (?:a robot|human)|verify (?:that )?you are (?:a )?human|enable javascript|just a"
    r" moment|request (?:blocked|could not be satisfied)|attention required"
    r"|seite (?:wurde )?nicht gefunden|zugriff verweigert|страница не найдена|доступ"
    r" (?:запрещ[её]н|ограничен)|page (?:introuvable|non trouvée)|página no encontrada|pagina"
    r" non trovata|nie znaleziono strony",
    re.IGNORECASE,
)
_WALL = re.compile(
    r"(?:withdraw|give|ask for) your consent|object to (?:the )?processing"
    r"|reserved for (?:our )?subscribers|already subscribed|free trial\b|\d+[- ]day trial"
    r"|unsubscribe at any ?time|by (?:signing up|subscribing|registering),? you agree"
    r"|subscribe (?:to|and) (?:continue|read|keep|unlock|get full)|(?:to|and) (?:continue|keep)"
    r" reading|already a (?:subscriber|member)|for subscribers only|subscriber[- ]only|(?:log"
    r"|sign) in to (?:continue|read|view|your account)"
    r"|(?:create|register) (?:a|an|your)? ?(?:free )?account (?:to|and)|this (?:article|content"
    r"|story) is (?:for|only|available (?:to|only))|you have (?:reached|read) your|unlock"
    r" (?:this|the) (?:article|story)|we (?:and our partners )?(?:use|store|value) (?:your"
    r" )?(?:cookies|privacy)"
    r"|accept (?:all )?cookies|cookie (?:settings|consent|policy)|manage (?:your )?(?:consent"
    r"|preferences|cookies)|consent to|before you continue|forgot(?:ten)? (?:your )?(?:password"
    r"|account)|password"
    r"|(?:try|get|enjoy) (?:unlimited|full|digital|complete) (?:digital )?access|unlimited"
    r" (?:digital )?access|cancel (?:at )?any ?time|(?:explore|see|view|choose)"
    r" (?:our|your|all|a)\b.{0,20}\bsubscription|why subscribe"
    r"|(?:only|just|from|then) [$€£]\s?\d[\d.,]* (?:for|per|a|every)\b"
    r"|pur-?abo\b|(?:wir und|und) unsere \d* ?(?:\w+-?)?partner|cookies?\b.{0,60}\b(?:nutzen"
    r"|verwenden|speichern)|(?:nutzen|verwenden|setzen)\b.{0,60}\bcookies?\b|einwilligung\b"
    r"|monatsabo|probeabo|używamy (?:plików )?cookie|zaakceptuj|zgod[ay]\b.{0,30}\bcookie"
    r"|използва(?:ме|т)? бисквитки|использу(?:ем|ет)\b.{0,40}\bcookie|файлы cookie"
    r"|оформите подписку|utilisons (?:des|les) cookies|utilizamos cookies|utilizziamo (?:i )?cookie"
    r"|weiterlesen mit|jetzt (?:abonnieren|anmelden|registrieren)|nur für abonnenten|bereits"
    r" abonnent|cookies (?:zulassen|akzeptieren)|подпишитесь,? чтобы|только для подписчиков"
    r"|войдите,? чтобы|принять (?:все )?cookie|réservé aux abonnés|déjà abonné|accepter (?:tous"
    r" les|les) cookies|solo para suscriptores"
)
"""In folded text, where it takes a third of the time that it takes without regard to case."""
_PARTNERS = re.compile(r"(?:we|us|our site) and our (?:\d[\d.,]* )?(?:\w+ )?partners\b")
"""What a notice of consent begins with; it may be longer than an offer."""
_FILM = re.compile(
    r"\b(?:watch|video|views?|trouble playing|transcript|reels?|live stream|видео|ansehen|vidéo)\b",
    re.IGNORECASE,
)
_PLAYER = re.compile(
    r"\b(?:browser|device) (?:does not|doesn['’]t|cannot) (?:support|play)\b"
    r"|\bplay(?:back)? (?:video|is)\b|^\W*video\b\W*\d+:\d\d|^0?0:00\s*/\s*\d+:\d\d$|^autoplay\b"
    r"|video (?:nicht|wird) (?:unterstützt|geladen)",
    re.IGNORECASE,
)
_FILM_HEAD = re.compile(r"\W*(?:watch|videos?|видео|vidéo)\W*", re.IGNORECASE)
_POSTED = re.compile(
    r"\S+ \S+ \S+.{0,120}\s(?:(?:\d+|an?) (?:min(?:ute)?s?|h(?:ou)?rs?|days?|weeks?) ago|yesterday"
    r"|today|gestern|heute|вчера|сегодня|\d{1,2}[:.]\d\d)\W*$",
    re.IGNORECASE,
)
_DASH = re.compile(r"\s[—–|-]\s")
_CALL = re.compile(
    r"(?:learn|read|see|find out|view|show|load) (?:more|all)|continue reading|read (?:article"
    r"|story|on)|mehr lesen|weiterlesen|подробнее|читать|lire (?:la suite|plus)|leer más|leggi"
    r" tutto|czytaj więcej",
    re.IGNORECASE,
)


def reason(page: Page) -> str | None:
    """Why the page is no article, as one sentence with advice; None for an article."""
    body = [p for p in page.paragraphs if p.kept]
    if not body:
        return "No line of it reads as the text of an article; save the article's own page."
    text = sum(p.size for p in body)
    head = [p for p in page.paragraphs if p.size <= CAPTION_WORDS * 3][:6]
    if text <= ERROR_WORDS and any(_ERROR.search(p.text) for p in head) and not _long_prose(body):
        return "It is an error page of the site; fetch the article again."
    if _walled(page, body):
        return "It is a wall (login, cookies or subscription) without the article behind it."
    if page.plain and _framed(page):
        return "It is a page of many parts (listing, film or campaign) and not one article."
    if _films(page, body):
        return "It is the page of a film without an article; save a page that has a text."
    if _listing(page, body) or _stamped(page, body):
        return "It is a list of articles; save the articles themselves."
    if page.plain and (_thin(page, body) or _scattered(page)):
        return "It has no running text; save a page that has an article."
    return None


def _long_prose(body: list[Paragraph]) -> bool:
    return sum(p.size for p in body if p.prose and not _ERROR.search(p.text)) > ERROR_PROSE


def _walled(page: Page, body: list[Paragraph]) -> bool:
    prose = [p for p in body if p.prose]
    own = 0
    for paragraph in prose:
        own += 0 if _wall(paragraph) else paragraph.size
        if own > WALL_WORDS:
            return False
    return sum(_wall(p) for p in page.paragraphs) >= (1 if own == 0 else 2)


def _wall(paragraph: Paragraph) -> bool:
    said = paragraph.key[:NOTICE_CHARS]
    if paragraph.size <= WALL_WORDS and _WALL.search(said):
        return True
    return paragraph.size <= NOTICE_WORDS and _PARTNERS.search(said) is not None


def _framed(page: Page) -> bool:
    """Many short lines, and no stretch that holds most of the running text."""
    widgets = sum(1 for p in page.paragraphs if p.rule.startswith(_WIDGETS))
    links = sum(1 for p in page.paragraphs if p.rule == "link and nothing else")
    short = sum(1 for p in page.paragraphs if not p.prose and p.size < CAPTION_WORDS) - links
    if short < FRAME_LINES or widgets < WIDGETS:
        return False
    prose = [
        p
        for p in page.paragraphs
        if p.prose and p.label in {None, "body", "nav", "promo", "comment"}
    ]
    stretch = _longest_stretch(page)
    total = sum(len(p.text) for p in prose)
    film = sum(1 for p in page.paragraphs if p.size < CAPTION_WORDS and _FILM.search(p.text))
    return stretch < OWN_SHARE * total or (stretch < OWN_CHARS and film >= 3)  # noqa: PLR2004


def _longest_stretch(page: Page) -> int:
    """Characters of the longest run of prose that at most two lines in a row interrupt."""
    best = here = gap = 0
    for paragraph in page.paragraphs:
        if paragraph.prose and paragraph.label in {None, "body", "comment", "promo"}:
            here, gap = here + len(paragraph.text), 0
        elif paragraph.label != "caption":
            gap += 1
            if gap > 2:  # noqa: PLR2004
                here = 0
        best = max(best, here)
    return best


def _films(page: Page, body: list[Paragraph]) -> bool:
    """Whether there are a player and its notices, and no text but what the film shows."""
    short = [p for p in page.paragraphs if p.size < WALL_WORDS]
    own = sum(p.size for p in body if p.prose and not _PLAYER.search(p.text))
    headed = any(_FILM_HEAD.fullmatch(p.text) for p in short)
    timed = any(dated.clock(p.text) for p in short)
    return own <= FILM_WORDS and ((headed and timed) or any(_PLAYER.search(p.text) for p in short))


def _thin(page: Page, body: list[Paragraph]) -> bool:
    """Whether nothing on the page runs on: short lines alone, or many around half a sentence."""
    if all(p.size < CAPTION_WORDS and not p.closed for p in body):
        return len(page.paragraphs) > 1
    own = sum(p.size for p in body if p.prose)
    short = sum(not p.prose and p.size <= CAPTION_WORDS for p in page.paragraphs)
    return own <= THIN_WORDS and short >= THIN_LINES


def _scattered(page: Page) -> bool:
    """Whether sentences stand one by one between short lines: teasers, programmes, rows."""
    prose = [p for p in page.paragraphs if p.prose]
    short = sum(not p.prose and p.size <= ROW_WORDS for p in page.paragraphs)
    if not prose:
        return short == len(page.paragraphs) >= ROWS
    apart = all(b.index > a.index + 1 for a, b in pairwise(prose))
    thin = sum(p.size for p in prose) <= TEASER_WORDS * len(prose)
    return apart and thin and len(prose) >= ENTRIES and short >= 2 * len(prose)


def _stamped(page: Page, body: list[Paragraph]) -> bool:
    """Headlines, each with the time it was posted behind it, and no running text."""
    if any(p.prose for p in body):
        return False
    stamped = sum(_POSTED.search(p.text) is not None for p in page.paragraphs if not p.closed)
    return stamped >= TEASERS


def _listing(page: Page, body: list[Paragraph]) -> bool:
    """Headline, date, teaser and again: many calls to read on, or many days."""
    prose = [p for p in body if p.prose]
    heads = sum(1 for p in page.paragraphs if not p.prose and 4 <= p.size <= 20)  # noqa: PLR2004
    entries = heads >= TEASERS and all(p.size <= 60 for p in prose)  # noqa: PLR2004
    if prose and not entries:
        return False
    calls = sum(1 for p in page.paragraphs if p.size <= 4 and _CALL.match(p.text))  # noqa: PLR2004
    days = sum(1 for p in page.paragraphs if _day(p))
    if not prose and days >= BARE_TEASERS:
        return True
    return entries and max(calls, days) >= max(TEASERS, len(prose) // 2)


def _day(paragraph: Paragraph) -> bool:
    """Whether the line is a day, or begins with one before a dash, as search results do."""
    first = _DASH.split(paragraph.text, maxsplit=1)[0]
    return len(first.split()) <= dated.LONGEST and dated.dated(first) and dated.full_day(first)
