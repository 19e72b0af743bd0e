"""What a text is filed with and under: an agency's slug, an archive's entries, sections."""

from __future__ import annotations

import re

# What a wire puts above a text: its slug, notes to editors.
SLUG = re.compile(
    r"[A-Z]{2,}(?:-[A-Z0-9&']+){1,6}(?: \([^()]{1,60}\)|,? [\w/&-]+){0,6}"
    r"|\W*ENDS?\W*"
    r"|\((?:EDS|Eds|EDITORS|Editors)\b:?[^()]{0,200}\)"
)
# What an archive of newspapers writes above and below a text.
ARCHIVE = re.compile(
    r"(?:document )?\d+ of \d+(?: documents?)?|(?:length|words)?:? ?\d+ words"
    r"|(?:(?:vol(?:ume)?|no|nr|issue|number|page)\b[.:]?\s*[A-Z]?\d+[\s,;]*)+(?:\(?\d{4}\)?)?"
    r"|(?-i:(?:SECTION|LENGTH|DATELINE|BODY|GRAPHIC|HIGHLIGHT|LANGUAGE|DISTRIBUTION|LOAD-DATE"
    r"|PUBLICATION-TYPE|JOURNAL-CODE|DOCUMENT-TYPE|SUBJECT|GEOGRAPHIC|SERIES|TYPE):.*)",
    re.IGNORECASE,
)
# Names of sections in menus and paths.
SECTIONS = frozenset(
    "home news world politics business economy sport sports culture opinion video videos weather"
    " maps search live radio tv local national international europe asia africa americas science"
    " health technology tech lifestyle travel entertainment society education photos podcasts jobs"
    " startseite nachrichten politik wirtschaft ausland inland kultur wissen panorama meinung"
    " главная новости политика экономика общество мир культура спорт мнения видео фото"
    " accueil actualités monde politique économie société culture inicio noticias política economía"
    " sociedad deportes mundo opinión cronaca politica economia esteri".split()
)
