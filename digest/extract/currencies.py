"""Currencies and scales in all written forms, to ISO 4217 and a factor."""

from __future__ import annotations

SCALES = {
    1e3: r"thousand|k|тысяч[аи]?|тыс|tausend|tys|тисячі?|mille",
    1e5: r"lakh",
    1e6: r"million|mln|mn|mio|m|millionen|миллион|мільйон|мільён|млн|milion|millón|millones",
    1e7: r"crore",
    1e9: (
        r"billion|bn|bln|b|mil millones|mlrd|milliard|milliarden?|mrd|миллиард|мільярд|млрд"
        r"|miliard|mld"
    ),
    1e12: r"(?<=\d)(?-i:T)(?!\w)|trillion|tn|trn|триллион|трильйон|трыльён|трлн",
}
"""Factor to its written forms; other languages count English billions as thousands of millions."""
CURRENCIES = {
    "BYN": r"belarusian r(?:o)?ubles?|(?:белорус|белару)ск\w+ рубл\w+|weißrussische\w* rubel",
    "RUB": r"(?:russian )?r(?:o)?ubles?|(?:российск\w+ )?рубл\w+|(?:russische\w* )?rubel|rubli",
    "USD": r"(?:us[ -]|u\.s\. |american )?dollars?|(?:американск\w+ )?долл?ар\w*|dolar\w*",
    "EUR": r"euros?|евро|євро|еўра",
    "UAH": r"hryvn[iy]as?|hryvnia|гривен|гривн\w+|hrywien",
    "PLN": r"zlot(?:y|ys|ych)|złot\w+|злот\w+",
    "GBP": r"pounds? sterling|british pounds?|(?<=[mb]illion )pounds(?! of\b)",
    "CNY": r"(?:chinese )?yuan|юан\w+",
    "JPY": r"(?:japanese )?yen|иен\w?",
    "KZT": r"tenge|тенге",
    "CHF": r"swiss francs?|schweizer franken",
    "SEK": r"(?:swedish )?kronor|swedish (?:krona|crowns?)",
    "CZK": r"(?:czech )?koruny?|czech crowns?",
    "HUF": r"(?:hungarian )?forints?",
    "TRY": r"turkish liras?",
    "CAD": r"canadian dollars?",
    "AUD": r"australian dollars?",
    "NOK": r"norwegian kron(?:er|e|or)",
    "DKK": r"danish kron(?:er|e|or)",
    "INR": r"(?:indian )?rupees?",
}
SIGNS = {
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₽": "RUB",
    "₴": "UAH",
    "₸": "KZT",
    "₹": "INR",
    "zł": "PLN",
}
DOLLARS = {"A": "AUD", "AU": "AUD", "C": "CAD", "CA": "CAD", "NZ": "NZD", "HK": "HKD"}
