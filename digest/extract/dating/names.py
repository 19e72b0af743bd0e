"""Names of months and weekdays, by ISO 639-1 language.

Each row gives twelve (seven) names in order, parted by spaces; forms of one name by `|`. Inflected
forms are listed as dates use them. Short forms stand only where they are no everyday words.
"""

from __future__ import annotations

MONTHS: dict[str, str] = {
    "en": (
        "january|jan february|feb march|mar april|apr may june|jun july|jul august|aug "
        "september|sept|sep october|oct november|nov december|dec"
    ),
    "be": (
        "студзеня|студзень|студзені лютага|люты|лютым сакавіка|сакавік|сакавіку "
        "красавіка|красавік|красавіку мая|траўня|май|травень|маі чэрвеня|чэрвень|чэрвені "
        "ліпеня|ліпень|ліпені жніўня|жнівень|жніўні верасня|верасень|верасні "
        "кастрычніка|кастрычнік|кастрычніку лістапада|лістапад|лістападзе снежня|снежань|снежні"
    ),
    "bg": "януари февруари март април май юни юли август септември октомври ноември декември",
    "de": (
        "januar|jänner|jan februar|feb märz|mär april|apr mai juni|jun juli|jul august|aug "
        "september|sept|sep oktober|okt november|nov dezember|dez"
    ),
    "es": (
        "enero febrero marzo abril mayo junio julio agosto septiembre|setiembre octubre "
        "noviembre diciembre"
    ),
    "fr": (
        "janvier|janv février|févr mars avril|avr mai juin juillet|juil août septembre|sept "
        "octobre|oct novembre|nov décembre|déc"
    ),
    "it": (
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre "
        "dicembre"
    ),
    "nl": (
        "januari februari maart april mei juni juli augustus september oktober november december"
    ),
    "pl": (
        "stycznia|styczeń|styczniu lutego|luty|lutym marca|marzec|marcu "
        "kwietnia|kwiecień|kwietniu maja|maj|maju czerwca|czerwiec|czerwcu lipca|lipiec|lipcu "
        "sierpnia|sierpień|sierpniu września|wrzesień|wrześniu "
        "października|październik|październiku listopada|listopad|listopadzie "
        "grudnia|grudzień|grudniu"
    ),
    "pt": (
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro"
    ),
    "ru": (
        "января|январь|январе|янв февраля|февраль|феврале|фев марта|март|марте "
        "апреля|апрель|апреле|апр мая|май|мае июня|июнь|июне июля|июль|июле "
        "августа|август|августе|авг сентября|сентябрь|сентябре|сен октября|октябрь|октябре|окт "
        "ноября|ноябрь|ноябре|ноя декабря|декабрь|декабре|дек"
    ),
    "uk": (
        "січня|січень|січні лютого|лютий|лютому березня|березень|березні квітня|квітень|квітні "
        "травня|травень|травні червня|червень|червні липня|липень|липні серпня|серпень|серпні "
        "вересня|вересень|вересні жовтня|жовтень|жовтні листопада|листопад|листопаді "
        "грудня|грудень|грудні"
    ),
}

WEEKDAYS: dict[str, str] = {
    "en": (
        "monday|mon tuesday|tues|tue wednesday|wed thursday|thurs|thu friday|fri saturday|sat "
        "sunday|sun"
    ),
    "be": "панядзелак аўторак серада|сераду чацвер пятніца|пятніцу субота|суботу нядзеля|нядзелю",
    "bg": "понеделник вторник сряда четвъртък петък събота неделя",
    "de": "montag dienstag mittwoch donnerstag freitag samstag|sonnabend sonntag",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "it": "lunedì martedì mercoledì giovedì venerdì sabato domenica",
    "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "pl": "poniedziałek wtorek środa|środę czwartek piątek sobota|sobotę niedziela|niedzielę",
    "pt": "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
    "ru": "понедельник вторник среда|среду четверг пятница|пятницу суббота|субботу воскресенье",
    "uk": (
        "понеділок вівторок середа|середу четвер п'ятниця|п'ятницю|п’ятниця|п’ятницю "
        "субота|суботу неділя|неділю"
    ),
}

CAPITALISED = ("en", "de", "nl")
"""Languages whose month names are read in prose only with a capital (may, march; mei)."""
ORDINALS = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth".split(), 1
    )
} | {"fifteenth": 15, "twentieth": 20, "thirtieth": 30, "fiftieth": 50, "hundredth": 100}
_FIRST = "first second third fourth fifth sixth seventh eighth ninth"
_TEENS = "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth"
ORDINAL_DAYS = {
    word: number
    for number, word in enumerate(
        (
            *f"{_FIRST} {_TEENS} nineteenth twentieth".split(),
            *(f"twenty-{unit}" for unit in _FIRST.split()),
            *("thirtieth", "thirty-first"),
        ),
        1,
    )
}
"""Days of the month as English writes them out: "the first of December"."""
FAMOUS = frozenset({(9, 11), (1, 6), (10, 7), (2, 24), (7, 4), (12, 25)})
"""Days (month, day) that texts name without a year for years after."""
NUMBERS = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
}
"""English numerals as far as texts write them out beside a unit of time."""


def table(rows: dict[str, str], language: str | None) -> dict[str, int]:
    """Map each form, case folded, to its number from 1; all languages when `language` is None.

    A form that two languages give different numbers keeps that of the first (листопада).
    """
    chosen = [rows[language]] if language in rows else list(rows.values())
    forms: dict[str, int] = {}
    for row in chosen:
        for number, cell in enumerate(row.split(), 1):
            for form in cell.split("|"):
                forms.setdefault(form, number)
    return forms
