"""Wording that is truly fixed, as tables: one row per thing, its languages side by side.

Everything else is decided by shape and place. A row matches a whole line (`FULL`) or its beginning
(`OPENING`); all without regard to case.
"""

from __future__ import annotations

import re

from digest.extract.rules import filing
from digest.models import Label


def _full(*patterns: str) -> re.Pattern[str]:
    return re.compile(rf"[\W_]*(?:{'|'.join(patterns)})[\W_]*", re.IGNORECASE)


def _opening(*patterns: str) -> re.Pattern[str]:
    return re.compile(rf"[\W_]*(?:{'|'.join(patterns)})", re.IGNORECASE)


AGENCIES = (
    r"(?:thomson )?reuters|associated press|ap|afp|agence france[- ]presse|dpa|dpa-afx|apa|sda"
    r"|keystone-sda|ansa|efe|lusa|anp|belga|ntb|tt|ritzau|stt|pap|ctk|čtk|tasr|mti|hina|tanjug"
    r"|beta|srna|agerpres|bta|tass|itar-tass|ria|ria novosti|interfax(?:-[a-z]+)?|belta"
    r"|bel[ta]+ news agency|ukrinform|unian|xinhua|kyodo|yonhap|pti|ani|ians|anadolu(?: agency)?"
    r"|upi|bloomberg(?: news)?|cnn|voa|rfe/?rl|rsf"
    r"|тасс|риа новости|интерфакс|белта|укринформ|унн|epa(?:-efe)?|getty images|pa media|pa|aap"
)

# Whole lines of menus, buttons and share bars.
BUTTONS = _full(
    r"(?:home|menu|search|close|more|next|previous|back|back to top|live|latest|news|breaking"
    r" news|most read"
    r"|most popular|trending|top stories|latest news|popular|sections|navigation|loading"
    r"|contents?)",
    r"(?:sign|log) ?(?:in|up|out)(?: or (?:sign|log) ?(?:in|up))?|register|my account"
    r"|subscribe(?: now)?|donate(?: now)?",
    r"(?:skip to|jump to) (?:main )?(?:content|navigation|search)|accessibility links|toggle"
    r" navigation|site map",
    r"(?:share|save|print|email|e-mail|copy link|bookmark|like|tweet|follow(?: us)?|pin it"
    r"|reply|report"
    r"|whatsapp|facebook|twitter|telegram|linkedin|reddit|pinterest|instagram|youtube|tiktok|x)"
    r"(?:[\W_]+(?:share|save|print|email|e-mail|copy link|tweet|whatsapp|facebook|twitter"
    r"|telegram|linkedin"
    r"|reddit|pinterest|instagram|youtube|rss|x))*",
    r"(?:share|email|print|save)(?: this)?(?: article| story| page| post)?(?: (?:on|via|by|with"
    r"|to) [\w ,&/]{1,40})?",
    r"print(?:able|er[- ]friendly)? (?:version|page)",
    r"(?:text|font) size.{0,12}|[aа][+-]?(?: [aа][+-]?){1,3}|listen to (?:this )?(?:article"
    r"|story)|listen live",
    r"(?:read|show|see|load|view|learn|find out) (?:more|less|all|full article)|continue"
    r" reading.{0,30}|expand|collapse",
    r"(?:in this|on this) (?:article|story|page)|table of contents|key (?:events|moments)|most"
    r" viewed"
    r"|like loading|(?:view|launch|open|see) (?:the )?gallery|(?:load|show) (?:more|new|latest)"
    r" updates"
    r"|our standards:.{0,60}|purchase licensing rights|make a (?:[\w-]+ )?(?:contribution"
    r"|donation)",
    r"(?:accept|agree|reject|decline|manage|allow)(?: (?:all|and|my|your|cookies?|choices|settings"
    r"|preferences|options|continue|close|accept|reject|manage)){1,6}",
    r"(?:seite|page|страница|pagina|página) \d+(?: (?:of|von|из|de|di) \d+)?|nächste seite|next"
    r" page"
    r"|auf einer seite lesen|(?:partager|share|teilen|compartir|поделиться)\s*:.{0,60}",
    r"\d+[ -]min(?:ute)?s?[ -]read|(?:reading time|lesezeit|temps de lecture|tiempo de lectura"
    r"|tempo di lettura|czas czytania|leestijd|время чтения|час читання)\b.{0,20}",
    r"(?:for )?immediate release|(?:press|news|media) (?:release|contacts?)(?:\s*:.*)?"
    r"|pressemitteilung"
    r"|communiqué de presse|пресс-релиз",
    r"(?:current time|remaining time|duration|loaded|stream type|playback rate)\b[\d\W]*(?:live)?"
    r"(?:[\W_]*(?:remaining time|duration)[\d\W]*)?|picture-in-picture|full ?screen|(?:un)?mute"
    r"|skip (?:back|for)wards?|video player is loading|(?:show|view|hide) (?:tweet|post|embed)"
    r"|(?:jump|skip|go) to\s*:.*",
    r"(?:play|watch) (?:video|now|live|here)|play|pause|(?:scroll|swipe) (?:down|up|left"
    r"|right)(?: for (?:more|videos?|pictures))?",
    r"(?:automatic(?:ally)?|machine)[ -]translat(?:ed|ion)\b.{0,60}|(?:show|view|see) original"
    r"|(?:(?:your|our)\b[^.!?]{0,40} since|serving [^.!?]{2,40} since|est\.?|established"
    r"|founded)(?: in)? \d{4}",
    r"(?:about|contact)(?: us)?|privacy(?: (?:policy|notice|centre|center))?|terms(?: (?:of|and"
    r"|&) (?:use|service|conditions))?"
    r"|cookies?(?: (?:policy|settings|preferences))?|advertise(?: with us)?|careers|jobs|rss(?:"
    r" feeds?)?|newsletters?|faqs?|help|imprint",
    r"(?:startseite|suche|teilen|drucken|merken|anmelden|abonnieren|mehr|weiterlesen|schließen"
    r"|impressum|datenschutz|agb|kontakt)",
    r"(?:главная|поиск|поделиться|печать|подписаться|войти|регистрация|читать далее|ещё|еще"
    r"|меню|контакты|реклама|о нас)",
    r"(?:accueil|recherche|partager|imprimer|s'abonner|se connecter|lire (?:la suite|plus)"
    r"|mentions légales|inicio|buscar"
    r"|compartir|imprimir|suscríbete|leer más|condividi|stampa|leggi (?:anche|tutto)|strona"
    r" główna|udostępnij|szukaj|delen|lees meer)",
)

# Whole lines that say a comment section begins.
COMMENTS = _full(
    r"(?:\d[\d.,]* )?comments?(?::? ?\(?\d*\)?| section| are closed)?|(?:leave|post|add|write) a"
    r" (?:reply|comment)|cancel reply",
    r"\d+ (?:replies|reactions)|join (?:the|our) (?:discussion|conversation|debate)"
    r"|(?:view|show|see|read|load) (?:all "
    r"|more |\d+ )*(?:comments?|repl(?:y|ies))",
    r"notify of|inline feedbacks|article rating|\d+ \d+ votes?|(?:most relevant|newest"
    r"|oldest)(?: first)?|have your say",
    r"(?:\d+ )?kommentare?(?::? \(?\d*\)?)?|kommentar (?:schreiben|abgeben|verfassen)|diskutieren"
    r" sie mit",
    r"(?:\d+ )?комментари[йияев]+(?::? \(?\d*\)?)?|(?:оставить|оставьте|добавить|написать)"
    r" комментарий|обсудить",
    r"(?:\d+ )?commentaires?|laisser un commentaire|(?:\d+ )?comentarios?|deja un comentario"
    r"|(?:\d+ )?commenti|komentarze(?: \(?\d*\)?)?|reacties|коментарі?(?: \(?\d*\)?)?"
    r"|каментар(?:ы|ыі|яў)(?: \(?\d*\)?)?",
)

RESPONSES = _full(r"(?:\d+|one|two) (?:thoughts?|responses?|repl(?:y|ies)) (?:on|to)\b.{0,200}")
"""The same with the article's headline behind it; above a text it is a headline itself."""

# Whole lines of advertising.
ADVERTISING = _full(
    r"advertising|advertise?ment(?: [–—|·•-] (?:continue|scroll).{0,40})?|advertorial"
    r"|sponsored(?: content| by"
    r" .{1,40})?|promoted(?: content)?|paid (?:post|content)"
    r"|anzeige|werbung|реклама|рекламa|publicité|publicidad|pubblicità|reklama|advertentie"
    r"|story continues below.{0,30}|ad",
)

# Beginnings of lines that lead to other articles or ask for something.
PROMOS = _opening(
    r"(?:related|recommended|more) (?:(?:internet|web|external) )?(?:story|stories|articles?"
    r"|content|coverage|reading|news|links|videos?|topics)\b",
    r"(?:read|see|also) (?:more|also|next|now|here|read|see)\s*(?:[:>»|–—-]|$)|(?:read|see)"
    r" (?:more|also)\b.{0,80}$",
    r"(?:more|more news|more stories) (?:from|on|about|in) .{1,60}[:>]|more on this(?: story)?"
    r"|you (?:may|might) (?:also )?like|don't miss",
    r"(?:watch|video|listen|podcast|gallery|in pictures|photos|infographic)\s*[:|»]\s"
    r"|(?:previously|from (?:the|our) archives?)\s*:|(?-i:(?:UP )?NEXT)\s*:",
    r"video watch\b|(?:sign up|subscribe|register) (?:for|to|here|now|today)\b|get (?:our|the"
    r"|your) .{0,40}newsletter",
    r"(?:lesen sie|lies) (?:auch|mehr|dazu)|mehr (?:zum thema|dazu)|auch interessant\W*$"
    r"|das könnte sie auch|zum"
    r" thema:|siehe auch",
    r"(?:читайте|смотрите|см\.?|подробнее) (?:также|ещё|еще|подробнее)|по теме[: ]|материалы по"
    r" теме|еще по теме|прочети още|вижте още|читайте також"
    r"|чытайце (?:таксама|яшчэ)|глядзіце таксама|дивіться також|(?:leia|veja) (?:também|mais)"
    r"|saiba mais"
    r"|ilgili haber|bunu da oku",
    r"(?:à lire|lire) (?:aussi|également)|voir aussi|sur le même sujet|(?:lea|lee|ver|te puede)"
    r" (?:también|interesar)|leggi anche|czytaj (?:też|także|więcej)|zobacz (?:też|także)|lees"
    r" ook|läs (?:också|även|mer)|les også|læs også|lue myös|čtěte také|přečtěte si|citește și"
    r"|διαβάστε (?:επίσης|ακόμα)|اقرأ (?:أيضا|أيضًا|المزيد)|شاهد أيضا"
    r"|(?:相关|相關)(?:阅读|閱讀|新闻|新聞"
    r"|报道|報道)"
    r"|延伸阅读|延伸閱讀|関連記事",
)

# Beginnings of picture, film and sound captions.
CAPTIONS = _opening(
    r"(?:photo |picture )?credits?\s?(?:\.\.\.|…|:)",
    r"(?:image|photo|picture|media|video|audio|graphic|file) ?(?:(?:copyright|captions?|credits?"
    r"|source|courtesy)\b|(?:copyright|caption)(?=(?-i:[A-Z])))",
    r"media playback is (?:not supported|unsupported)|file (?:photo|picture|image)\b"
    r"|file\s?[:–—-]\s|(?:stock|file) (?:image|photo)s?(?: used)?\W*$",
    r"(?:cover |header |main |featured? |lead |top )?(?:photos?|images?|pictures?|foto|bild"
    r"|фото|снимка|zdjęcie|imagen|immagine|crédit(?:s)? photo|photographie)\s*(?:by|credit"
    r"|quelle|von|автора)?\s*[:/©|]",
    r"(?:an? |this |the )?(?:undated |handout |combination |aerial |satellite |archive |general"
    r" )+(?:file )?(?:photo|image|picture|view)\b(?=.{0,300}$)",
    r"на (?:снимке|фото(?:графии)?|здымку|світлині)\b|na (?:zdjęciu|fotografii)\b",
    r"\[(?:pull ?quote|info ?box|side ?bar|graphic|image|photo|picture|video|chart|map)\]\s*"
    r"|\(?(?:fot|phot)\.\s|\[\d{1,2}/\d{1,2}\]|(?:item|image|photo|slide|picture) \d{1,2} of"
    r" \d{1,2}\b",
    r"in this (?:[\w.]+[ ,]+){0,8}(?:photo|image|picture|frame)\b|this (?:\w+ )?(?:photo|image"
    r"|picture)\b.{0,30}\b(?:shows?|released|taken|provided)\b",
)

# Ends of captions: who made the picture.
PICTURE_CREDIT = re.compile(
    r"(?:[(\[|/]|[.!?]['\"”’]?|\s[–—-]) ?(?:photo|image|picture|video|handout|file photo|foto"
    r"|фото|photograph)s?"
    r"(?: (?:by|via|from|courtesy(?: of)?|credit|source)\b|\s*[:/©])[^()\[\]]{0,80}[)\]]?\s*$"
    rf"|[(\[–—/|]\s*(?:[\w .'-]{{2,40}}\s*[/|,]\s*)?(?:{AGENCIES})(?:\s*[/|,]\s*[\w"
    rf" .'-]{{2,40}}| photo| via [\w ]{{2,30}})?\s*[)\]]\s*$"
    r"|[.!?]['\"”’]? (?-i:Credit|Foto|Photo|Fot\.|Bild|Фото)[ :]+(?:\.{3} ?)?[\w .,'’/&-]{2,60}$"
    r"|[(\[](?:handout|courtesy|screenshot|screengrab|file|archive|illustrat\w+|symbol(?:bild"
    r"|foto|ic)?"
    r"|archiv(?:bild|foto)?|архив\w*|архів\w*|иллюстрати\w+)(?: [\w .'/-]{1,60})?[)\]]\s*$"
    r"|[.!?]\s+(?:ілюстрацыйнае|архіўнае|ілюстративне|архівне) фот[ао]\b.{0,40}$"
    r"|\((?-i:[A-Z][A-Z .'’-]{2,40}\s?/\s?[A-Z][A-Z .'’-]{1,40})\)\s*$"
    r"|\s[–—-] copyright [\w .'’/&-]{2,40}$"
    r"|(?<=\S) ©\s?[\w .'’-]{2,40}(?:[/,][\w .'’-]{2,40})?\s*$"
    rf"|[.!?]\s+(?:{AGENCIES})\s*$"
    r"|[.!?]\s+(?-i:[A-Z][A-Z ]{1,30}/[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3})\s*$"
    rf"|[/©|]\s*(?:{AGENCIES})(?:\s*[/|,][\w .'-]{{2,40}})?\s*$"
    r"|\b(?:reuters|ap photo|afp|epa|getty images)/[\w .'-]{2,40}\s*$|\b(?:ap photo|getty"
    r" images|afp via getty|shutterstock|wikimedia(?: commons)?|unsplash)\W*$",
    re.IGNORECASE,
)

# Beginnings of lines that say who contributed, owns or first published the text.
CREDITS = _opening(
    r"(?-i:EDITORS|Editors|EDS)\s?:\s.*",
    rf"\((?-i:(?:{AGENCIES}|[A-Z]{{2,5}})(?:/[a-z]{{2,5}}){{1,3}})\)\W*$",
    r"(?-i:Adds|Changes|Clarifies|Corrects|Fixes|Recasts|Refiles|Repeats|Rewrites|Updates)\b"
    r"[^()]{0,200}\)\W*$",
    r"(?:the )?(?:use|reproduction|republication|reprint(?:ing)?|copying) of (?:this|the|any"
    r"|our|these)"
    r" (?:materials?|contents?|articles?|texts?)\b|(?:при )?(?:использовани[еи]|перепечатк[аеи]"
    r"|копировани[еи]) материал",
    r"(?:with )?(?:additional |further |extra )?(?:reporting|writing|editing|research|graphics?"
    r"|translation|text|words|story)(?: and (?:writing|editing|reporting))?(?: for [\w"
    r" .]{1,40})? by\b",
    r"(?:edited|compiled|translated|written|produced|reported|updated|adapted|reviewed)(?: and"
    r" (?:edited|written|compiled|translated))? by\b",
    r"with (?:(?:files|material|information|agency|contributions?|inputs?"
    r"|reports?)\b.{0,60}(?:from|by)|reporting)\b|with agency\b",
    r"(?:[\w .|+]{0,30}©|\(c\) ?(?:\d{4}|copyright)|copyright\s*(?:©|\(c\)|\d{4}))|all rights"
    r" reserved",
    r"(?:this (?:article|post|story|piece|report|column|text|interview)(?: was| has been|"
    r" is)?(?: first| originally| also)?|the (?:article|post|story|piece|column)(?: was)?"
    r" (?:first|originally)) (?:published|appeared|written|produced|provided|republished"
    r"|adapted|posted|translated)\b",
    r"original (?:publication|paper|article|study)\s*:|journal reference\s*:"
    r"|(?:originally|first) (?:published|appeared|posted)\b|republished (?:with|from|under)\b"
    r"|reprinted\b",
    r"(?:mit (?:material|informationen) (?:von|der)|(?:redaktion|übersetzung|bearbeitung)\s*:"
    r"|(?:übersetzt|bearbeitet) von|(?:par|avec) (?:l')?(?:afp|reuters|agences)\W*$)",
    r"(?:(?:редактор|перевод|автор перевода)\s*:|подготовил[аи]?\b|по материалам\b|с"
    r" использованием материалов\b|текст подготовил)",
)
SOURCE = _opening(
    r"(?:sources?|via|agencies|quelle|źródło|fuente|fonte|bron|източник|источник|джерело)\s*:"
)
CREDIT_WORDS = frozenset(
    {"contributed", "expressed", "opinions", "views", "reserved", "permission"}
)
CREDIT_INSIDE = re.compile(
    r"\b(?:views|opinions) are (?:his|her|their|my|solely|personal)\b|"
    r"\bcontributed to this (?:report|story|article|piece)\b|\b(?:opinions?|views?) expressed"
    r" (?:in this|here|are|by)\b"
    r"|\b(?:opinions|views)(?: expressed)? in this (?:article|column|commentary|piece|essay"
    r"|post|op-ed) (?:are|do|belong)\b"
    r"|\bthe (?:author's|writer's) own\b|\breprinted with permission\b|\ball rights reserved\b",
    re.IGNORECASE,
)
AGENCY_ALONE = re.compile(
    rf"[\W_]*(?:{AGENCIES})(?:\s*[/,&|+-]\s*(?:{AGENCIES}))*[\W_]*", re.IGNORECASE
)

ASKING = _opening(
    r"(?:please )?(?:read|see|follow|watch|listen to|subscribe to|sign up for|join|get|download"
    r"|click|tap|check out|find(?: out)?|visit"
    r"|donate to|explore|discover|share|send|tell|stay|learn|contact|make|let's post"
    r"|support)(?: [\w'-]+){0,2}? (?:our|us|your|you|here|now|newsletter|app)\b",
    r"(?:want|looking|got|do you|are you|have you|would you)(?: [\w'-]+){0,6}? (?:story|news"
    r"|tip|know|updates|stories)\b.{0,40}\b(?:our|us|here)\b",
    r"follow (?:[\w'’@.-]+ ){1,7}on (?:facebook|twitter|x|instagram|telegram|tiktok|youtube|your)\b"
    r"|(?:download|get|install) (?:[\w'’-]+ ){0,5}app\b",
    r"to (?:find out|learn|read|know) more(?: [\w'-]+){0,4},? (?:click|tap|visit|go to|follow"
    r"|see)\b",
    r"(?:our|the) (?:newsletter|podcast|app|channel)s?\s*:|write to us\b|were you there\?"
    r"|if you (?:like|enjoy|value)d? (?:this|our|what)\b|like (?:this|our|what)\b[^.!?]{0,60}\?",
    r"(?:abonnieren sie|folgen sie|melde dich|schreiben sie uns|schreib uns|sprich darüber"
    r"|подпи(?:шитесь|сывайтесь)|падпі(?:шыцеся|свайцеся)|підпи(?:шіться|суйтесь)"
    r"|следите за|присылайте|suivez-nous|síguenos|seguici)\b",
)

# Lists of tags and sections an article is filed under.
TAGS = _opening(
    r"(?:tags?|filed under|posted in|tagged(?: with| as)?|topics?|keywords|hashtags|schlagw(?:ö"
    r"|oe)rter"
    r"|schlagworte|themen|теги|метки|тэги|темы|tagi|mots[- ]clés|etiquetas|archivado"
    r" en)(?:\s*[:：]|\s(?=[^.:]*,))"
)
TABLE: tuple[tuple[re.Pattern[str], Label, str], ...] = (
    (ADVERTISING, "ad", "says that advertising stands here"),
    (BUTTONS, "nav", "button or menu entry"),
    (filing.SLUG, "nav", "slug or note of a wire"),
    (filing.ARCHIVE, "nav", "entry of an archive"),
)
