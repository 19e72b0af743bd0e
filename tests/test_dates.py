"""When an article was published and which dates it names: our own texts, expected side by side."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.extract import dates
from digest.extract.dating import spans
from digest.extract.dating.expressions import find
from digest.models import (
    Cleaned,
    DateClue,
    Document,
    FrontMatter,
    Line,
    Metadata,
    Published,
    RawArticle,
    Sentence,
    Title,
)
from digest.settings import EventSettings
from digest.text import squeeze

EVENTS = (
    EventSettings(
        name="Belarusian presidential election of 2015",
        date="2015-10-11",
        phrases=("presidential election",),
    ),
    EventSettings(
        name="Belarusian presidential election of 2020",
        date="2020-08-09",
        phrases=("presidential election", "disputed election"),
    ),
    EventSettings(name="Union State treaty", date="1999-12-08", phrases=("union treaty",)),
)


def article(*lines, front=None, clues=(), language="en"):
    """`lines` are texts of body, or (label, text)."""
    labelled = [line if isinstance(line, tuple) else ("body", line) for line in lines]
    text = "\n".join(shown for _, shown in labelled)
    made, sentences, at = [], [], 0
    for n, (label, shown) in enumerate(labelled, 1):
        made.append(Line(n=n, start=at, end=at + len(shown), label=label, rule="test"))
        if label == "body":
            sentences.append(
                Sentence(
                    id=f"{n:012x}",
                    text=squeeze(shown),
                    line=n,
                    start=at,
                    end=at + len(shown),
                    paragraph=n,
                )
            )
        at += len(shown) + 1
    raw = RawArticle(
        source="a.txt", kind="text", id="0" * 16, text=text, front=FrontMatter(date=front)
    )
    cleaned = Cleaned(
        document=Document(raw=raw, text=text, meta=Metadata(dates=tuple(clues))),
        lines=tuple(made),
        language=language,
        title=Title(text="t", line=None, derived=True),
        outlet=None,
        url=None,
    )
    return cleaned, tuple(sentences)


def said(*lines, events=EVENTS, **options):
    found = dates.published(*article(*lines, **options), events)
    return (found.date, found.confidence) if found else None


BODY = "The ministers talked about tariffs for three hours."


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Published 20 July 2021", ("2021-07-20", "high")),
        ("PARIS Wed Feb 3, 2016 5:00 pm GMT", ("2016-02-03", "high")),
        ("Posted on: 3:35 pm, March 2, 2012", ("2012-03-02", "high")),
        ("MONDAY, JUNE 11TH, 2012 AT 10:49 AM", ("2012-06-11", "high")),
        ("BREST 1998-04-30", ("1998-04-30", "high")),
        ("2019/05/06 10:00", ("2019-05-06", "high")),
        ("5 мая 2021, 14:03", ("2021-05-05", "high")),
        ("Опубликовано: 22.07.2020", ("2020-07-22", "high")),
        ("22 ліпеня 2020, 10:15", ("2020-07-22", "high")),
        ("6 травня 2021 р.", ("2021-05-06", "high")),
        ("Veröffentlicht am 3. März 2021, 10:15 Uhr", ("2021-03-03", "high")),
        ("Publié le 3 mars 2021", ("2021-03-03", "high")),
        ("Publicado el 3 de marzo de 2021", ("2021-03-03", "high")),
        ("3 marca 2021", ("2021-03-03", "high")),
        ("Pubblicato il 3 marzo 2021", ("2021-03-03", "high")),
        ("First posted 10/25/11 06:44 PM ET Updated: 12/25/11", ("2011-10-25", "high")),
        # A time zone says whether the day or the month comes first; nothing else does for sure.
        ("05/06/2020 10:12 EST", ("2020-05-06", "high")),
        ("05/06/2020 10:12 GMT", ("2020-06-05", "high")),
        ("05/06/2020", ("2020", "high")),
        ("05.06.2020", ("2020-06-05", "high")),
        # A weekday that is another one, or a later edition alone, is not sure.
        ("Thursday, 5 May 2020", ("2020-05-05", "low")),
        ("Last updated on 12 May 2019 at 10:00", ("2019-05-12", "low")),
        ("May 2020", ("2020-05", "low")),
        # Dates of something else.
        ("Copyright © May 5, 2020", None),
        ("[downloaded on 2 October 2013]", None),
        ("Join us on May 5, 2021", None),
        ("2 hours ago", None),
    ],
)
def test_a_dateline_states_the_date(line, expected):
    assert said(("dateline", line), BODY) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["HRODNA, Sept 5, 2020 (Agency) - Rows of lorries stood at the gate."], "2020-09-05"),
        (["Hrodna, 5 May 2021 (Agency) – Rows of lorries stood at the gate."], "2021-05-05"),
        (["July 29, 2004", "Rows of lorries stood at the gate."], "2004-07-29"),
        (["Troops crossed on February 24, 2012.", BODY], None),
    ],
)
def test_a_dateline_in_the_body_is_seen(lines, expected):
    found = dates.published(*article(*lines), ())
    assert (found.date if found and found.basis == "dateline" else None) == expected


def test_a_bare_date_below_prose_is_not_sure():
    """It may be the date of a second article on the page."""
    below = ("dateline", "Thursday, April 11, 2013, 9:53 PM")
    assert said(BODY, BODY, BODY, below, BODY) == ("2013-04-11", "low")
    assert said(BODY, below, BODY) == ("2013-04-11", "high")


def test_a_text_that_tells_of_later_days_makes_its_dateline_unsure():
    later = "The plant was closed on June 3, 2015 after a fire."
    assert said(("dateline", "May 5, 2015"), later) == ("2015-05-05", "low")


def clue(day, confidence):
    return DateClue(date=day, basis="meta date", confidence=confidence)


@pytest.mark.parametrize(
    ("front", "clues", "dateline", "expected"),
    [
        ("2021-02", [clue("2021-03-01", "high")], "May 5, 2020", ("2021-02", "high")),
        (None, [clue("2021-03-01", "high")], "May 5, 2020", ("2021-03-01", "low")),
        (None, [clue("2021-03-01", "high")], "February 27, 2021", ("2021-03-01", "high")),
        (None, [clue("2021-03-01", "low")], "May 5, 2020", ("2020-05-05", "high")),
        (None, [clue("2020-05-06", "low")], "May 5, 2020", ("2020-05-06", "high")),
        (None, [clue("2021-03-01", "low")], "Politics", ("2021-03-01", "low")),
        (None, [clue("soon", "high")], "Politics", None),
    ],
)
def test_the_editor_wins_over_metadata_over_the_dateline(front, clues, dateline, expected):
    assert said(("dateline", dateline), BODY, front=front, clues=clues) == expected


PLACE = "Belarus is in its second year of unrest, and Belarus is poor."


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # The text dates its own event.
        (
            [
                "The rally over last year's mayoral vote was small.",
                "The April 2017 vote was close.",
            ],
            "2018",
        ),
        (
            [
                "The envoy will arrive at the end of May.",
                "He was dismissed after last year's mayoral vote.",
                "The April 2017 vote was close, and a law published on May 11 ended the row.",
            ],
            "2018-05",
        ),
        # The editor's events, vouched for by place and date.
        (
            [
                PLACE,
                "The August 9 vote was rigged, he said.",
                "Aid fell after last month's disputed election.",
            ],
            "2020-09",
        ),
        (
            [
                PLACE,
                "Streets remain full even a month after the presidential election.",
                "A survey from early 2020 said so.",
            ],
            "2020-09",
        ),
        (
            [
                "Talks were held in Minsk on July 18.",
                "The Union State needs a plan, the Union State's head said.",
                "The deal is due by December 8, when the union marks its 20th anniversary.",
            ],
            "2019-07-18",
        ),
        # The same words off the beat, or without a word of the date.
        (
            ["The August 9 vote was rigged.", "Turnout fell after last month's disputed election."],
            None,
        ),
        ([PLACE, "Aid fell after last month's disputed election."], None),
        (
            [
                PLACE,
                "He has ruled since 1994.",
                "Aid fell after last month's presidential election.",
            ],
            None,
        ),
        # A day named again without its year; what is past, what is ahead.
        (
            [
                "The two will meet in Brest on February 22 as ties grow warmer.",
                "The October vote brought them closer.",
                "The October 2016 vote was won by the incumbent.",
                "A critic was jailed in January upon his return.",
            ],
            "2017-02",
        ),
        # Weekday and date together.
        (
            [
                ("caption", "Lorries wait near Brest, Tuesday, Sept. 15, 2020."),
                "The queue grew longer on Wednesday.",
            ],
            "2020-09-16",
        ),
        # An agency's day, its year from the weekday.
        (
            ["KYIV, Feb 26 (Agency) - The duty was lifted on Friday.", "It was imposed in 2020."],
            "2021-02-26",
        ),
        (["KYIV, Feb 26 (Agency) - The duty was lifted.", "It was imposed in 2020."], None),
        # Background, decrees, promises: nothing that ties the day of writing to them.
        (["The bridge was opened in August 2011.", "A decree of May 15, 2014 closed it."], None),
        (["The reform will be complete by 2030."], None),
        (["He was born on Monday, July 4, 1960, in Mir."], None),
        (
            [("promo", "Read all on last year's mayoral vote."), "The April 2017 vote was close."],
            None,
        ),
        ([("nav", "Published law of 3 May 2024: see the register for details."), BODY], None),
    ],
)
def test_prose_dates_an_article_and_is_never_sure(lines, expected):
    assert said(*lines) == ((expected, "low") if expected else None)


def test_the_reader_sees_where_a_date_stands():
    lines = ["Nobody knows why last year's mayoral vote failed.", "The April 2017 vote was close."]
    cleaned, sentences = article(*lines)
    found = dates.published(cleaned, sentences, ())
    assert found
    shown = [(one.line, one.text in lines[one.line - 1]) for one in found.evidence]
    assert shown == [(1, True), (2, True)]


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        (
            "It met on 5 May 2010 and in mid-September 2020.",
            None,
            [("5 May 2010", "2010-05-05"), ("mid-September 2020", "2020-09")],
        ),
        (
            "He rose in 1999, the 2014 annexation came later.",
            None,
            [("1999", "1999"), ("2014", "2014")],
        ),
        ("It sold 2000 tonnes, 1,990 of them abroad, for $2005.", None, []),
        ("They may march in March, on May 3.", None, []),
        (
            "They marched in March and on May 3.",
            "2021-06-10",
            [("March", "2021-03"), ("May 3", "2021-05-03")],
        ),
        ("They marched in December.", "2021-06-10", [("December", "2020-12")]),
        ("They will march on December 8.", "2021-06-10", [("December 8", "2021-12-08")]),
        (
            "They met yesterday and on Monday.",
            "2021-06-10",
            [("yesterday", "2021-06-09"), ("on Monday", "2021-06-07")],
        ),
        (
            "They will meet on Monday, or next Friday.",
            "2021-06-10",
            [("on Monday", "2021-06-14"), ("next Friday", "2021-06-11")],
        ),
        (
            "It fell last month, as it did last year.",
            "2021-01-10",
            [("last month", "2020-12"), ("last year", "2020")],
        ),
        ("It fell last month, as it did last year.", "2021", [("last year", "2020")]),
        (
            "He left two weeks ago, she three years ago.",
            "2021-06-10",
            [("two weeks ago", "2021-05"), ("three years ago", "2018")],
        ),
        ("He left on Tuesday (Sept 1, 2020).", None, [("Tuesday (Sept 1, 2020)", "2020-09-01")]),
        ("The bill of 05/06/2020 was paid.", None, [("05/06/2020", "2020")]),
        (
            "The coupon had been due on 29 June.",
            "2022-07-15",
            [("29 June", "2022-06-29")],
        ),
    ],
)
def test_dates_mentioned_are_resolved_as_far_as_can_be(text, day, expected):
    cleaned, sentences = article(text)
    published = Published(date=day, confidence="low", basis="text") if day else None
    found = dates.mentions(cleaned, sentences, published, ())
    assert [(one.text, one.date) for one in found] == expected


def test_other_languages_name_dates_too():
    cleaned, sentences = article("Он приехал 5 мая 2020 года, а в июне уехал.", language="ru")
    published = Published(date="2020-07-01", confidence="high", basis="dateline")
    found = dates.mentions(cleaned, sentences, published, ())
    assert [one.date for one in found] == ["2020-05-05", "2020-06"]


@given(st.text(max_size=300))
def test_any_text_is_survived_and_every_mention_is_verbatim(text):
    cleaned, sentences = article(text.replace("\n", " "))
    dates.published(cleaned, sentences, EVENTS)
    published = Published(date="2020-02-29", confidence="high", basis="dateline")
    for one in dates.mentions(cleaned, sentences, published, ()):
        assert one.text in sentences[0].text
        assert spans.of_iso(one.date)


@given(st.dates(min_value=spans.date(1900, 1, 1), max_value=spans.date(2099, 12, 31)))
def test_a_written_date_is_read_back(day):
    for form in ("%B %-d, %Y", "%-d %B %Y", "%A, %-d %b %Y", "%Y-%m-%d", "%d.%m.%Y"):
        assert [one.iso for one in find(day.strftime(form), "en", stamp=True)] == [day.isoformat()]


@given(st.lists(st.tuples(st.integers(1, 50), st.integers(0, 9)), max_size=5))
def test_meeting_spans_is_meeting_their_days(pairs):
    one = tuple(sorted((60 * i + low, 60 * i + low + more) for i, (low, more) in enumerate(pairs)))
    two = ((20, 80), (100, 200))
    days = {day for low, high in spans.meet(one, two) for day in range(low, high + 1)}
    assert days == {
        day
        for low, high in one
        for day in range(low, high + 1)
        if any(first <= day <= last for first, last in two)
    }
