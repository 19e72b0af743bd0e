"""Actors, sums of money and quotations: input beside what must be found."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from digest.extract import actors as acting
from digest.extract.amounts import amounts
from digest.extract.quotations import quotations
from digest.extract.stocks import dated
from digest.models import Actor, Cleaned, DateMention, Document, RawArticle, Sentence, Title
from digest.settings import ActorSettings

RAW = RawArticle(source="a.txt", kind="text", id="0" * 16, text="")
CLEANED = Cleaned(
    document=Document(raw=RAW, text=""),
    lines=(),
    language="en",
    title=Title(text="x", line=None, derived=True),
    outlet=None,
    url=None,
)


def sentences(*texts, paragraph=None):
    return tuple(
        Sentence(
            id=f"s{i}",
            text=text,
            line=i + 1,
            start=0,
            end=len(text),
            paragraph=i if paragraph is None else paragraph,
        )
        for i, text in enumerate(texts)
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It borrowed $1.5 billion.", [("$1.5 billion", "USD", 1.5e9)]),
        ("a $600mn bond", [("$600mn", "USD", 6e8)]),
        ("It cost 700.000 Euro.", [("700.000 Euro", "EUR", 7e5)]),
        ("three-quarters of a million euros", [("three-quarters of a million euros", "EUR", 75e4)]),
        ("twenty-five million euros", [("twenty-five million euros", "EUR", 25e6)]),
        ("₹200 crore", [("₹200 crore", "INR", 2e9)]),
        ("10 million Canadian dollars", [("10 million Canadian dollars", "CAD", 1e7)]),
        ("The pound stood at $1.2580.", []),
        ("The dollar rose to 2.59 rubles.", []),
        ("a rate of 2.6 rubles per dollar", []),
        ("a $1.5billion lifeline", [("$1.5billion", "USD", 1.5e9)]),
        ("It cost $1.5B or €3m.", [("$1.5B", "USD", 1.5e9), ("€3m", "EUR", 3e6)]),
        ("one and a half-billion dollars", [("one and a half-billion dollars", "USD", 1.5e9)]),
        ("a $1.5-billion loan", [("$1.5-billion", "USD", 1.5e9)]),
        ("a loss of 1.84 billion kronor", [("1.84 billion kronor", "SEK", 1.84e9)]),
        ("a loss of SEK 900 million", [("SEK 900 million", "SEK", 9e8)]),
        (
            "500 million forints, or HUF 5 a head",
            [("500 million forints", "HUF", 5e8), ("HUF 5", "HUF", 5)],
        ),
        (
            "sold bonds for 100 billion rubles ($1.35 billion).",
            [("100 billion rubles", "RUB", 1e11), ("$1.35 billion", "USD", 1.35e9)],
        ),
        ("a fine of US$5,000,000", [("US$5,000,000", "USD", 5e6)]),
        ("1 200 000 Belarusian rubles", [("1 200 000 Belarusian rubles", "BYN", 1.2e6)]),
        ("paid BYN 500 million", [("BYN 500 million", "BYN", 5e8)]),
        ("долг в 8 млрд долларов", [("8 млрд долларов", "USD", 8e9)]),
        ("5,3 Milliarden Euro", [("5,3 Milliarden Euro", "EUR", 5.3e9)]),
        ("a million dollars", [("a million dollars", "USD", 1e6)]),
        (
            "a profit of 850 million to 1.2 billion euros",
            [
                ("850 million to 1.2 billion euros", "EUR", 85e7),
                ("850 million to 1.2 billion euros", "EUR", 1.2e9),
            ],
        ),
        (
            "between 3 million and 4 million dollars",
            [
                ("between 3 million and 4 million dollars", "USD", 3e6),
                ("between 3 million and 4 million dollars", "USD", 4e6),
            ],
        ),
        (
            "a loan of between $630m and $640m.",
            [("between $630m and $640m", "USD", 63e7), ("between $630m and $640m", "USD", 64e7)],
        ),
        ("a $3m-$5m plan", [("$3m-$5m", "USD", 3e6), ("$3m-$5m", "USD", 5e6)]),
        (
            "between €5 and €9 a day",
            [("between €5 and €9", "EUR", 5), ("between €5 and €9", "EUR", 9)],
        ),
        ("from $3 million to $5 million", [("$3 million", "USD", 3e6), ("$5 million", "USD", 5e6)]),
        (
            "paid $3 million and $5 million",
            [("$3 million", "USD", 3e6), ("$5 million", "USD", 5e6)],
        ),
        ("between $3 million and 40 people", [("$3 million", "USD", 3e6)]),
        ("a loan of $141 bilion", []),
        ("a $5 bill", [("$5", "USD", 5)]),
        ("debts of 18 million pounds", [("18 million pounds", "GBP", 18e6)]),
        ("18 million pounds of beef", []),
        ("zwei Millionen Euro", [("zwei Millionen Euro", "EUR", 2e6)]),
        ("два миллиарда долларов", [("два миллиарда долларов", "USD", 2e9)]),
        ("for 3 million and 40 million euros", [("40 million euros", "EUR", 4e7)]),
        ("paid $20 million to 3 million people", [("$20 million", "USD", 2e7)]),
        ("at 89 rubles to the euro", []),
        ("a bill of $25,000 by May", [("$25,000", "USD", 25e3)]),
        ("worth $7 million in 2006 dollars", [("$7 million", "USD", 7e6)]),
        ("It gets a euro40 billion bailout", [("euro40 billion", "EUR", 4e10)]),
        ("70 percent of 13,000 people and 500 barrels", []),
        ("in the 1990s, dollars fell", []),
        ("1,1m refugees", []),
        ("", []),
    ],
)
def test_sums_of_money_are_found_and_normalised(text, expected):
    assert [(a.text, a.currency, a.value) for a in amounts(sentences(text))] == expected


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("pays about $ 47 for 1,000 cubic meters of gas", "1,000 cubic meters"),
        ("$127 per thousand cubic metres", "thousand cubic metres"),
        ("sold for $12.5 a barrel", "barrel"),
    ],
)
def test_a_price_is_kept_apart_by_its_unit(text, unit):
    assert [a.per for a in amounts(sentences(text))] == [unit]


@pytest.mark.parametrize(
    ("text", "named", "dates"),
    [
        ("Debt stood at $18.3 billion as of February 1.", ["February 1"], ["2021-02-01"]),
        ("As of February 1 debt was $2 and aid $3.", ["February 1"], ["2021-02-01"] * 2),
        (
            "It owes 5 billion rubles ($1 billion) as of February 1.",
            ["February 1"],
            ["2021-02-01"] * 2,
        ),
        ("Debt stood at $18.3 billion at the end of 2020.", [], ["2020"]),
        ("Debt will have reached $20 billion by mid-2021.", [], ["2021"]),
        ("Reserves were $7 billion on February 1.", ["February 1"], ["2021-02-01"]),
        ("It was fined $7 million on February 1.", ["February 1"], [None]),
        ("It paid $7 million by the end of 2020.", [], [None]),
        ("Debt was $2 and, as of February 1, aid $3.", ["February 1"], ["2021-02-01", None]),
        ("It owed $1 in all, it lent $2 as of February 1.", ["February 1"], [None, "2021-02-01"]),
        ("Debt stood at $18.3 billion.", [], [None]),
    ],
)
def test_a_sum_is_dated_where_its_sentence_dates_it(text, named, dates):
    body = sentences(text)
    mentions = tuple(DateMention(text=t, date="2021-02-01", sentence="s0") for t in named)
    assert [a.as_of for a in dated(amounts(body), mentions, body)] == dates


def test_a_sum_is_dated_no_surer_than_the_words_that_date_it():
    body = sentences("Debt was $2 as of February 1, aid was $3 at the end of 2020.")
    doubtful = DateMention(text="February 1", date="2021-02-01", sentence="s0", sure=False)
    found = dated(amounts(body), (doubtful,), body)
    assert [(a.as_of, a.as_of_sure) for a in found] == [("2021-02-01", False), ("2020", True)]


def test_a_conversion_in_parentheses_is_about_the_same():
    text = "The ministry placed loans worth 100 billion rubles ($1.35 billion)."
    assert {a.about for a in amounts(sentences(text))} == {"loans"}


ABOUT = [
    line
    for name in ("about", "clauses", "prices")
    for line in (Path(__file__).parent / "data" / "amounts" / f"{name}.tsv")
    .read_text()
    .splitlines()
]


@pytest.mark.parametrize("line", ABOUT)
def test_a_sum_is_about_a_noun_phrase_or_nothing(line):
    text, money, expected = line.split("\t")
    found = [amount.about for amount in amounts(sentences(text)) if amount.text == money]
    assert found[0] == (expected or None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Costa Verde and the European markets fell.", []),
        ("He flew to Paris; Belarusians and Latvia watched.", []),
        (
            "Talks with the Kremlin aide, said Boris Weiss of the Blue River Institute.",
            ["Boris Weiss", "Blue River Institute"],
        ),
        ("Its press secretary , Anton Rodin , had gone.", ["Anton Rodin"]),
        ("Spokesman Kwabena Osei-Tutu said so.", ["Kwabena Osei-Tutu"]),
        ("The Ministry of Health and Anna Weiss agreed.", ["Ministry of Health", "Anna Weiss"]),
        (
            "The Coalition for Clean Rivers met the Office for Locks.",
            ["Coalition for Clean Rivers", "Office for Locks"],
        ),
        ("Fines for Tolva Kanal, a producer of barges; for Costa, a port.", ["Tolva Kanal"]),
        ("Dorval Hesk (57), of Quay Lane, owned up.", ["Dorval Hesk"]),
        ("Dorval Hesk , of 57 years , saw it .", ["Dorval Hesk"]),
        ("Dorval Hesk, in reply, said no.", ["Dorval Hesk"]),
        ("A group led by Dorval Hesk of the River College.", ["Dorval Hesk", "River College"]),
        ("The chairman and coach Billy King left.", ["Billy King"]),
        ("People of central Tolva said that Costa Tolva shook.", []),
        ("The operator, Tolva, has buses. The union Vaskbund struck.", ["Tolva", "Vaskbund"]),
        ("Tolva Valves, Inc. of Iowa said so.", ["Tolva Valves"]),
        ("It was taken from the Harry Tolva boutique.", ["Harry Tolva"]),
        ("VASKJET - The town's cheapest airline, sold tickets.", ["VASKJET"]),
        ("It hit Alan Steen, a partner in the firm.", ["Alan Steen"]),
        ("The agency Tolva's said so.", ["Tolva's"]),
        ("It stood in Dorval Township.", []),
        ("Chief Executive Kwabena Osei said so at the Executive Mansion.", ["Kwabena Osei"]),
        ("Choosing Costa was right, Costa said.", []),
        ("Chairman of the Board of that firm.", []),
        ("TOP STORY TODAY FROM THE CAPITAL", []),
    ],
)
def test_only_persons_and_organisations_are_actors(text, expected):
    found = acting.actors(CLEANED, sentences(text), ())
    assert sorted(a.name for a in found) == sorted(expected)


@pytest.mark.parametrize(
    ("texts", "forms"),
    [
        (("Valery Sakharchik spoke.", "Sakhrachik stayed."), {"Valery Sakharchik", "Sakhrachik"}),
        (("Алег Зуев прыйшоў.", "Аляксандр не быў."), {"Алег Зуев"}),
        (("Министр Юрий Зуев пришёл.", "Зуева ждали."), {"Юрий Зуев", "Зуева"}),
        (
            ("She met Mai Dorn Tolva Ki.", "Tolva Ki, who is 70, left."),
            {"Mai Dorn Tolva Ki", "Tolva Ki"},
        ),
        (
            ("Виктор Петров пришёл.", "У Виктора Петрова спросили."),
            {"Виктор Петров", "Виктора Петрова"},
        ),
    ],
)
def test_a_slip_or_a_case_is_the_same_person(texts, forms):
    found = acting.actors(CLEANED, sentences(*texts), ())
    assert [set(a.forms) for a in found] == [forms]


@pytest.mark.parametrize(
    ("texts", "forms"),
    [
        (
            ("The Latvian Popular Front met.", "The Popular Front left."),
            [{"Latvian Popular Front", "Popular Front"}],
        ),
        (
            (
                "The Polish Foreign Ministry and the Latvian Foreign Ministry met.",
                "The Foreign Ministry left.",
            ),
            [{"Polish Foreign Ministry"}, {"Latvian Foreign Ministry"}, {"Foreign Ministry"}],
        ),
        (
            ("It rained as Spartak Moscow met Dinamo Minsk.", "After an hour Spartak led."),
            [{"Spartak Moscow", "Spartak"}, {"Dinamo Minsk"}],
        ),
        (
            ("The Tolva Pump Corporation met.", "Then Tolva left, and Tolva Pump fell."),
            [{"Tolva Pump Corporation", "Tolva Pump", "Tolva"}],
        ),
        (
            ("It bought Tolva Valves, Inc. of Iowa.", "A day later Tolva left."),
            [{"Tolva Valves", "Tolva"}],
        ),
        (
            ("The carrier Tolva Air stopped.", "TOLVA AIR - Had six planes."),
            [{"Tolva Air", "TOLVA AIR"}],
        ),
        (
            ("It rained on Dinamo Minsk and Dinamo Moscow.", "Soon Dinamo led."),
            [{"Dinamo Minsk"}, {"Dinamo Moscow"}],
        ),
    ],
)
def test_a_short_name_is_that_of_the_one_organisation_it_can_mean(texts, forms):
    found = acting.actors(CLEANED, sentences(*texts), ())
    assert [set(a.forms) for a in found] == forms


@pytest.mark.parametrize(
    "text",
    ["Bank of the " * 8_000, "Anna Weiss " * 9_000, "'a " * 30_000, "“ " * 50_000, "$1 " * 5_000],
)
def test_one_long_sentence_does_not_take_long(text):
    body = sentences(text)
    who = acting.actors(CLEANED, body, (LUKASHENKA,))
    quotations(CLEANED, body, who)
    amounts(body)


def test_many_digits_in_one_line_do_not_take_long():
    assert amounts(sentences("1 2,3.4 " * 20_000 + "$5"))[-1].value == 5


SPEAKERS = (
    Actor(
        name="Anna Weiss", kind="person", forms=("Anna Weiss", "Weiss", "Ms Weiss"), sentences=()
    ),
    Actor(name="Ivan Orlov", kind="person", forms=("Ivan Orlov", "Orlov"), sentences=()),
    Actor(name="Kremlin", kind="organisation", forms=("Kremlin",), sentences=()),
)

LAVROV = ActorSettings(name="Sergey Lavrov", kind="person", forms=("Lavrov",))
GAZPROM = ActorSettings(name="Gazprom", kind="organisation", forms=())


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "pl",
            "Rozmawiał z Siergiejem Ławrowem o decyzji Gazpromu.",
            {"Sergey Lavrov": ("Siergiejem Ławrowem",), "Gazprom": ("Gazpromu",)},
        ),
        (
            "pl",
            "Prezydent Aleksandr Łukaszenka wstał.",
            {"Alyaksandr Lukashenka": ("Aleksandr Łukaszenka",)},
        ),
        ("en", "Aleksandra Lukashenka stood up.", {"Aleksandra Lukashenka": None}),
        (
            "de",
            "Die Bürgermeisterin Vroni Dalhofer kam.",
            {"Vroni Dalhofer": ("Vroni Dalhofer",)},
        ),
        ("de", "Der Präsident kam Anfang Juni. Sprecher Ende Mai.", {}),
    ],
)
def test_names_in_other_languages_are_found_in_their_cases(language, text, expected):
    cleaned = replace(CLEANED, language=language)
    found = acting.actors(cleaned, sentences(text), (LUKASHENKA, LAVROV, GAZPROM))
    assert {a.name: a.forms for a in found} == {
        name: forms or (name,) for name, forms in expected.items()
    }


LUKASHENKA = ActorSettings(
    name="Alyaksandr Lukashenka",
    kind="person",
    forms=("Lukashenka", "Lukashenko", "Alexander Lukashenko"),
    apart=("Viktor Lukashenka",),
)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (
            (
                "Alexander Lukashenko spoke.",
                "Later Mr Lukashenko left.",
                "Viktor Lukashenka stayed.",
            ),
            {
                "Alyaksandr Lukashenka": ("Alexander Lukashenko", "Lukashenko", "Mr Lukashenko"),
                "Viktor Lukashenka": ("Viktor Lukashenka",),
            },
        ),
        (
            (
                "The analyst Anna Weiss said no.",
                "Weiss then left, and Ms Weiss was not seen again.",
            ),
            {"Anna Weiss": ("Anna Weiss", "Weiss", "Ms Weiss")},
        ),
        (
            ("Spokesman Siarhei Novik said so.", "The spokesman, Sergei Novik, said more."),
            {"Siarhei Novik": ("Siarhei Novik", "Sergei Novik")},
        ),
        (
            ("The Baltic Trade Agreement Organization (BTAO) met.", "Members of the BTAO agreed."),
            {
                "Baltic Trade Agreement Organization": (
                    "Baltic Trade Agreement Organization",
                    "BTAO",
                )
            },
        ),
        (
            ("The plan was A. Lukashenko's own.", "Solveig Hagen asked him, S. Hagen said."),
            {
                "Alyaksandr Lukashenka": ("Lukashenko", "A. Lukashenko"),
                "Solveig Hagen": ("Solveig Hagen", "S. Hagen"),
            },
        ),
        (("Snow fell in Black Forest towns.", "However, Moscow said nothing."), {}),
        ((), {}),
    ],
)
def test_the_spellings_of_one_actor_are_one_entry(texts, expected):
    found = acting.actors(CLEANED, sentences(*texts), (LUKASHENKA,))
    assert {a.name: a.forms for a in found} == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (
            ("“We shall wait for the answer,” said the envoy Anna Weiss.",),
            [("We shall wait for the answer,", "Anna Weiss")],
        ),
        (
            ('"We shall wait for it," Kremlin spokesman Ivan Orlov told reporters.',),
            [("We shall wait for it,", "Ivan Orlov")],
        ),
        (
            ("“We shall wait for it,” said Weiss.", "“There is still time for all that.”"),
            [("We shall wait for it,", "Weiss"), ("There is still time for all that.", "Weiss")],
        ),
        (
            ("Orlov said that “the road maps are all but done”.",),
            [("the road maps are all but done", "Orlov")],
        ),
        (
            (
                "Weiss said that after a month the Kremlin had concluded it was “not a law in force”.",
            ),
            [("not a law in force", "Weiss")],
        ),
        (
            ("“We shall wait for it,” said Weiss, head of the Kremlin. “It is not our turn now.”",),
            [("We shall wait for it,", "Weiss"), ("It is not our turn now.", "Weiss")],
        ),
        (
            ("“We shall wait for it,” said Weiss. The Kremlin knew it. “It is not our turn now.”",),
            [("We shall wait for it,", "Weiss"), ("It is not our turn now.", None)],
        ),
        (
            ("Weiss said that Orlov wrote “I am not going to sign it”.",),
            [("I am not going to sign it", "Orlov")],
        ),
        (
            ("Weiss said that it was over, and Orlov argued that “the answer is no”.",),
            [("the answer is no", "Orlov")],
        ),
        (
            ("He said: «Мы подождем ещё немного времени».",),
            [("Мы подождем ещё немного времени", None)],
        ),
        (("It is the “closest partner” of all.",), []),
        (('A stray " mark alone, in a long sentence.',), []),
    ],
)
def test_quotations_keep_their_words_and_their_speaker(texts, expected):
    found = quotations(CLEANED, sentences(*texts, paragraph=0), SPEAKERS)
    assert [(q.text, q.speaker) for q in found] == expected


def test_a_quotation_over_two_sentences_gives_each_its_part():
    body = sentences(
        "“We shall wait for it now.", "There is time for all,” said Weiss.", paragraph=0
    )
    assert [(q.sentence, q.text, q.speaker) for q in quotations(CLEANED, body, SPEAKERS)] == [
        ("s0", "We shall wait for it now.", "Weiss"),
        ("s1", "There is time for all,", "Weiss"),
    ]
