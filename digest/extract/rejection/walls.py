"""Error pages and walls: what stands where the article should be."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digest.extract.rejection import reported
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


def error(page: Page, body: list[Paragraph]) -> bool:
    """Whether a short text says at its top that the page is missing, barred or out of order."""
    head = [p for p in page.paragraphs if p.size <= CAPTION_WORDS * 3][:6]
    text = sum(p.size for p in body)
    said = text <= ERROR_WORDS and any(_ERROR.search(p.text) for p in head)
    return said and not _long_prose(body)


def _long_prose(body: list[Paragraph]) -> bool:
    return sum(p.size for p in body if p.prose and not _ERROR.search(p.text)) > ERROR_PROSE


def walled(page: Page, body: list[Paragraph]) -> bool:
    """Whether login, consent or subscription is asked for, and next to no article let through."""
    prose = [p for p in body if p.prose]
    own = 0
    for paragraph in prose:
        own += 0 if _wall(paragraph) else paragraph.size
        if own > WALL_WORDS:
            return False
    return sum(_wall(p) for p in page.paragraphs) >= (1 if own == 0 else 2)


def _wall(paragraph: Paragraph) -> bool:
    """Whether it asks for consent, login or money, and is no news of somebody who does."""
    said = paragraph.key[:NOTICE_CHARS]
    offer = paragraph.size <= WALL_WORDS and _WALL.search(said) is not None
    notice = paragraph.size <= NOTICE_WORDS and _PARTNERS.search(said) is not None
    return (offer or notice) and not (paragraph.prose and reported.tells(paragraph))
