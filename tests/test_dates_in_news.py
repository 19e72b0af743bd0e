"""Small news texts of many kinds and years, read from the raw file to the date of publication."""

import pytest

from digest.extract import dates, documents, lines, sentences
from digest.models import RawArticle
from digest.settings import EventSettings

EVENTS = (
    EventSettings(
        name="Belarusian presidential election of 2020",
        date="2020-08-09",
        phrases=("presidential election", "presidential vote", "disputed election"),
    ),
    EventSettings(name="Union State treaty", date="1999-12-08", phrases=("union treaty",)),
    EventSettings(name="Chernobyl disaster", date="1986-04-26", phrases=("Chernobyl accident",)),
    EventSettings(
        name="Eurasian Economic Union treaty", date="2014-05-29", phrases=("EAEU treaty",)
    ),
    EventSettings(
        name="Russian invasion of Ukraine", date="2022-02-24", phrases=("full-scale invasion",)
    ),
)
MORE = """
The council heard the report for two hours and put off its decision. Three members spoke against
the plan because of its price, and two asked for a second opinion from outside the town.

"We need to know what we are paying for," said the chairwoman, Ann Karlin, after the meeting.
"""


def said(text, kind="text"):
    raw = RawArticle(source=f"a.{kind}", kind=kind, id="0" * 16, text=text + MORE)
    cleaned = lines.clean(lines.label(documents.read(raw)), frozenset(), ())
    found = dates.published(cleaned, sentences.sentences(cleaned), EVENTS)
    return (found.date, found.confidence) if found else None


STATED = {
    # Datelines of agencies and papers.
    "agency, day before month": (
        "Dam repaired\n\nLISBON, 14 March 1997 (Harbour Wire) -- The dam north of the town holds.",
        ("1997-03-14", "high"),
    ),
    "agency, Sept. and comma": (
        "Dam repaired\n\nPORTLAND, Ore., Sept. 3, 2011 (HW) — The dam north of the town holds.",
        ("2011-09-03", "high"),
    ),
    "agency, slashes": (
        "Dam repaired\n\nKYIV. March 14, 2008 (Wire-Ukraine) - The dam north of the town holds.",
        ("2008-03-14", "high"),
    ),
    "agency, Russian": (
        (
            "Плотина починена\n\nМИНСК, 14 марта 2012 г. /Корр. АГЕНТ/. Плотина к северу от города"
            " выстояла, сообщили в районе."
        ),
        ("2012-03-14", "high"),
    ),
    "agency, Russian with weekday and time": (
        "Плотина починена\n\n14 марта 2012, среда, 10:40\n\nПлотина к северу от города выстояла.",
        ("2012-03-14", "high"),
    ),
    "German place and date": (
        "Der Damm hält\n\nBerlin, 14. März 2015 – Der Damm nördlich der Stadt hält wieder.",
        ("2015-03-14", "high"),
    ),
    "German digits": (
        "Der Damm hält\n\nStand: 14.03.2015, 10:15 Uhr\n\nDer Damm nördlich der Stadt hält wieder.",
        ("2015-03-14", "low"),
    ),
    "French": (
        "La digue tient\n\nPublié le jeudi 14 mars 2019 à 10h15\n\nLa digue au nord tient encore.",
        ("2019-03-14", "high"),
    ),
    "Spanish": (
        "El dique aguanta\n\nMadrid, 14 de marzo de 2019\n\nEl dique al norte de Madrid aguanta.",
        ("2019-03-14", "high"),
    ),
    "Portuguese": (
        "O dique aguenta\n\n14 de março de 2019 às 10h15\n\nO dique do norte ainda aguenta.",
        ("2019-03-14", "high"),
    ),
    "Polish": (
        "Tama wytrzymała\n\nDodano: 14 marca 2019, 10:15\n\nTama na północ od miasta wytrzymała.",
        ("2019-03-14", "high"),
    ),
    "Italian": (
        "La diga regge\n\nRoma, 14 marzo 2019 - La diga a nord della città regge ancora.",
        ("2019-03-14", "high"),
    ),
    "Ukrainian": (
        "Гребля встояла\n\n14 березня 2019, 10:15\n\nГребля на північ від міста встояла.",
        ("2019-03-14", "high"),
    ),
    # Bylines and lines with separators.
    "byline": (
        "Dam repaired\n\nBy Nora Whitfield, Valley Correspondent | March 14, 2006\n\nThe dam holds.",
        ("2006-03-14", "high"),
    ),
    "byline, time and zone": (
        "Dam repaired\n\nNora Whitfield\nThu 14 Mar 2019 10.15 GMT\n\nThe dam north of us holds.",
        ("2019-03-14", "high"),
    ),
    "outlet, date, section between dots": (
        "Dam repaired\n\nThe Valley Examiner · 14 March 2019 · Rivers and Roads\n\nThe dam holds.",
        ("2019-03-14", "high"),
    ),
    "published and updated": (
        "Dam repaired\n\nPublished: Mar 14, 2019 | Updated: Mar 20, 2019 at 4:02 p.m. EDT\n\nIt holds.",
        ("2019-03-14", "high"),
    ),
    "updated first": (
        "Dam repaired\n\nUpdated 20 March 2019\nPublished 14 March 2019\n\nThe dam holds again.",
        ("2019-03-14", "high"),
    ),
    "updated alone": (
        "Dam repaired\n\nLast modified on Wed 20 Mar 2019 14.02 GMT\n\nThe dam holds again.",
        ("2019-03-20", "low"),
    ),
    "ISO with time": (
        "Dam repaired\n\n2019-03-14T10:15:00+01:00\n\nThe dam north of the town holds again.",
        ("2019-03-14", "high"),
    ),
    "for immediate release": (
        "FOR IMMEDIATE RELEASE\nMarch 14, 2003\n\nDam repaired\n\nThe dam north of the town holds.",
        ("2003-03-14", "high"),
    ),
    "Markdown, italics": (
        (
            "# Dam repaired\n\n*The Valley Examiner · 14 March 2019 · [Rivers](https://e.example/r)*\n\n"
            "The dam north of the town holds again."
        ),
        ("2019-03-14", "high"),
    ),
    "Markdown, bold label": (
        "# Dam repaired\n\n**Published:** March 14, 2019  \n**Author:** Nora Whitfield\n\nIt holds.",
        ("2019-03-14", "high"),
    ),
    "Markdown, underscores": (
        "# Dam repaired\n\n_March 14, 2019 — by Nora Whitfield_\n\nThe dam holds again.",
        ("2019-03-14", "high"),
    ),
    # Digits: what comes first is known by zone, language or never.
    "digits, American": (
        "Dam repaired\n\nPosted: 03/04/2019 10:15 AM EST\n\nThe dam north of the town holds.",
        ("2019-03-04", "high"),
    ),
    "digits, either": (
        "Dam repaired\n\nPosted: 03/04/2019\n\nThe dam north of the town holds.",
        ("2019", "high"),
    ),
    "digits, one way only": (
        "Dam repaired\n\nPosted: 14/03/2019\n\nThe dam north of the town holds.",
        ("2019-03-14", "high"),
    ),
    "a weekday that is another": (
        "Dam repaired\n\nMonday, 14 March 2019\n\nThe dam north of the town holds.",
        ("2019-03-14", "low"),
    ),
}

TRAPS = {
    "copyright": "Dam repaired\n\nThe dam holds again.\n\nCopyright © 2004-2019 The Valley Examiner.",
    "copyright, whole date": "Dam repaired\n\n© March 14, 2019 The Valley Examiner\n\nIt holds.",
    "photo credit": "Dam repaired\n\nThe dam, May 5, 2009. (Photo: N. Whitfield/archive)\n\nIt holds.",
    "as of": "Dam repaired\n\nPrices as of March 14, 2019.\n\nThe dam holds again.",
    "decree": "Dam repaired\n\nUnder a decree of 3 May 2007 the state owns the dam north of here.",
    "born": "Ann Karlin\n\nAnn Karlin was born on March 14, 1959, in a house below the dam.",
    "future": "Dam to be rebuilt\n\nThe new dam is to be finished by March 14, 2031, the town says.",
    "quoted": 'Archives opened\n\n"On 22 June 1941 I was seven," she says of the dam and the war.',
    "history": "A dam's life\n\nThe dam was finished in June 1936 and blown up in August 1943.",
    "legal notice": (
        "Dam repaired\n\nThe dam holds again.\n\nTerms of use, last updated on May 25, 2018, apply"
        " to all that is shown here."
    ),
    "event": "Open day\n\nThe open day at the dam is on Saturday, March 14, 2020, from ten o'clock.",
    "deadline": "Call for plans\n\nDeadline: March 14, 2019\n\nThe town wants plans for its dam.",
    "famous day": "Guards\n\nGuards came to the dam after September 11 and never went away again.",
    "off the beat": "Mayor\n\nThe presidential election of August 9 was won by the mayor's friend.",
    "an anniversary of no known event": "Ball\n\nThe club danced on its 50th anniversary on May 3.",
    "years since a year": "Dam\n\nThe valley has changed in the 40 years since 1968, they say here.",
}

TOLD = {
    "anniversary that the text dates": (
        (
            "Valley remembers\n\nThe town will mark on Sunday the 25th anniversary of the flood of"
            " June 9, 1972, which killed 40 people."
        ),
        "1997-06",
    ),
    "anniversary in words": (
        (
            "Valley remembers\n\nSome 300 people met at the bridge on June 9 for the tenth anniversary"
            " of the flood of June 9, 1994."
        ),
        "2004-06-09",
    ),
    "eve of an anniversary": (
        (
            "Talks fail\n\nThe leaders ended their talks in Brest on April 2 without a word.\n\nThey"
            " met on the eve of the 5th anniversary of the pact signed on April 3, 2009."
        ),
        "2014-04-02",
    ),
    "anniversary of a known event": (
        (
            "Candles in Minsk\n\nThousands marched through Minsk on April 26, the 10th anniversary of"
            " the Chernobyl disaster. Chernobyl dust fell on Belarus most of all."
        ),
        "1996-04-26",
    ),
    "ahead of an anniversary": (
        (
            "Talks in Minsk\n\nMinisters met in Minsk on November 12 to save the Union State.\n\nThe"
            " Union State plan was to be ready by the 20th anniversary of the Union State treaty of"
            " December 8, 1999, three weeks away."
        ),
        "2019-11-12",
    ),
    "a known event by day and words": (
        (
            "March in Minsk\n\nPolice in Belarus broke up a march in Minsk on October 4.\n\nBelarus has"
            " seen marches each week since the presidential election of August 9."
        ),
        "2020-10-04",
    ),
    "a known event by month and words": (
        (
            "Verdict in Minsk\n\nA court in Belarus sentenced two reporters on February 18.\n\nThey had"
            " filmed a protest in Belarus against the disputed election last August. The presidential"
            " election of August 9, 2020, gave the ruler a sixth term."
        ),
        "2021-02-18",
    ),
    "days after an event that the text dates": (
        (
            "Search goes on\n\nTen days after the earthquake of May 12, 2008, divers are still looking"
            " for two boys."
        ),
        "2008-05",
    ),
    "two weeks since": (
        (
            "Search goes on\n\nTwo weeks have passed since the ferry sank on September 28, 1994, and"
            " the divers have found the bow."
        ),
        "1994-10",
    ),
    "months into the war": (
        (
            "Grain moves\n\nRussian ships left the bay on July 19.\n\nFive months after Russia's"
            " full-scale invasion of Ukraine on February 24, 2022, Ukraine is moving grain by rail."
        ),
        "2022-07-19",
    ),
    "last year and this year beside years": (
        (
            "Harvest\n\nFarmers brought in 9 million tonnes this year, compared with 8 million in 2012,"
            " the ministry said on October 15. Prices fell from last year's level in 2012."
        ),
        "2013-10-15",
    ),
    "compared with the year before": (
        (
            "Exports\n\nExports rose to $5 billion in the first half of 2016 from $4 billion in the same"
            " period last year, the office said on July 20."
        ),
        "2016-07-20",
    ),
    "caption with a date": (
        (
            "Ferry back\n\nThe ferry at the quay of Mir on July 18, 2019. (Photo: N. Whitfield)\n\nThe"
            " ferry went back into service on Thursday after a long repair."
        ),
        "2019-07-18",
    ),
    "day in the lead with its year": (
        (
            "Bank fined\n\nThe regulator fined the bank 3 million euros on March 14, 2018, for lending"
            " to its own directors."
        ),
        "2018-03-14",
    ),
    "year of the report by a deadline": (
        (
            "Gas\n\nThe ministers met on December 20 without a deal.\n\nThe contract expires on December"
            " 31, 2019, and nothing will follow it."
        ),
        "2019-12-20",
    ),
    "agency day without a year": (
        (
            "Strike\n\nPARIS, Feb 9 (Harbour Wire) - Drivers stopped work on Tuesday.\n\nThe union last"
            " called a strike in November 2009."
        ),
        "2010-02-09",
    ),
}
"""Expected: the most precise date that the words support, always of confidence low."""


@pytest.mark.parametrize("name", STATED)
def test_what_a_line_states_is_read(name):
    text, expected = STATED[name]
    assert said(text, "markdown" if name.startswith("Markdown") else "text") == expected


@pytest.mark.parametrize("name", TRAPS)
def test_a_date_of_something_else_dates_nothing(name):
    assert said(TRAPS[name]) is None


@pytest.mark.parametrize("name", TOLD)
def test_prose_dates_as_precisely_as_it_tells(name):
    text, expected = TOLD[name]
    assert said(text) == (expected, "low")


HELD_OUT = {
    "years since a day": (
        "Bishop honoured\n\nHundreds filled the cathedral on March 24 to mark 25 years since Bishop Ortega was shot dead at the altar on March 24, 1980.",
        ("2005", "2005-03", "2005-03-24", None),
    ),
    "a year after": (
        "Quake town rebuilds\n\nOne year after an earthquake levelled the town on December 26, 2003, half of the people still live in tents, the Red Cross said.",
        ("2004", "2004-12", "2005-01", None),
    ),
    "weeks after, told by a verb": (
        "Merger off\n\nThe two banks called off their merger on Tuesday, three weeks after they had announced it on April 4, 2007.",
        ("2007",),
    ),
    "a quarter's figures": (
        "Profit up\n\nThe brewer's profit rose 4 percent in the third quarter of 2011 from a year earlier, it said on Thursday. The results were issued on October 27.",
        ("2011-10", "2011-10-27", "2011-11"),
    ),
    "months after a known vote": (
        "Minsk ferry\n\nTwo months after the disputed presidential election in Belarus on August 9, Belarus is still restless. Police in Minsk dispersed a crowd on October 11.",
        ("2020-10", "2020-10-11"),
    ),
    "charged in a month": (
        "Trial opens\n\nThe trial of two former ministers opened on Monday. They were arrested on May 4, 2012, and charged in June 2012.",
        ("2012", None),
    ),
    "a chronicle": (
        "Chronicle\n\nThe wall was built on August 13, 1961, and fell on November 9, 1989. Tourists walk along it today.",
        (None,),
    ),
    "a life": (
        "Obituary\n\nThe painter Ada Moor has died at 84. She was born on May 3, 1921, and won the prize in June 1971.",
        ("2005", None),
    ),
    "months after a known invasion": (
        "Ukraine\n\nRussian forces shelled the port on May 3, two months after the full-scale invasion of Ukraine. Ukraine's army said the invasion of February 24 had stalled.",
        ("2022-05-03",),
    ),
    "weekday and day": (
        "Vote\n\nThe parliament voted on Wednesday, December 4, 2013, to dismiss the cabinet.",
        ("2013-12", "2013-12-04"),
    ),
    "an anniversary to come": (
        "Club\n\nThe club was founded on June 5, 1905, and will celebrate its 100th anniversary with a match against an English side.",
        ("2004", "2005", None),
    ),
    "a deadline two months off": (
        "Warning\n\nThe ministry warned on November 3 that the old banknotes lose their value on January 1, 2001.",
        ("2000-11", "2000-11-03"),
    ),
    "a plan for years": (
        "Plan\n\nThe government presented a plan on May 3 to close all coal plants by December 31, 2038.",
        (None,),
    ),
    "a memo's date": (
        "Memo\n\nIn the memo, dated March 3, 1998, the engineer warned of cracks. The bridge fell last week.",
        (None,),
    ),
    "an inspection": (
        "Bridge\n\nThe bridge fell on Monday, killing 12. An inspection on March 3, 1998, had found cracks.",
        ("1998", None),
    ),
    "a day after": (
        "Peace talks\n\nPeace talks resumed on Tuesday, a day after the ceasefire of June 14, 1999, collapsed.",
        ("1999-06", "1999-06-15"),
    ),
    "the worst since": (
        "Storm\n\nThe worst storm since October 16, 1987, hit the coast on Sunday.",
        (None,),
    ),
    "the same day of another year": (
        "Deal\n\nThe two sides signed the deal on September 5. It replaces that of September 5, 2014.",
        (None,),
    ),
    "in force from": (
        "Tax\n\nThe new tax will take effect on January 1, 2010. Parliament passed the law on June 30.",
        ("2009-06", "2009-06-30", "2009-07"),
    ),
    "today is the anniversary": (
        "Protest\n\nFarmers blocked roads on Monday, the fifth anniversary of the land law of March 2, 2004.",
        ("2009-03", "2009-03-02"),
    ),
    "an anniversary without a date": (
        "Museum\n\nThe museum opened on its 10th anniversary a show of toys from 1890 to 1930.",
        (None,),
    ),
    "a vote named twice": (
        "Polls\n\nHe won 52 percent in the October 2012 election. After the October vote he promised reforms, and on January 15 he dismissed the cabinet.",
        ("2013-01", "2013-01-15"),
    ),
    "an anniversary long past": (
        "Speech\n\nOn the 60th anniversary of the landing, June 6, 2004, he had spoken at the beach. He returned there on Friday with his wife.",
        ("2004", None),
    ),
    "a half-year long past": (
        "Sales\n\nSales in the first half of 2003 fell by a tenth, the company had said, before it went bankrupt in 2005. Its founder was sentenced on Friday.",
        ("2005", None),
    ),
    "years after a month": (
        "Court\n\nThe court ruled on June 3 that the state must pay. The case began after the crash of August 2001, and the ruling comes six years after it.",
        ("2007", "2007-06", "2007-06-03", None),
    ),
    "weeks after an attack": (
        "Tower\n\nTwo weeks after the attack of September 11, 2001, the fire still burns.",
        ("2001",),
    ),
    "a strike's first day": (
        "Strike ends\n\nThe strike that began on Monday, November 6, 1995, ended after ten days.",
        (None,),
    ),
    "a coming weekday": (
        "Summit\n\nThe leaders will meet on Thursday, June 7, 2018, in Quebec.",
        ("2018", "2018-06", None),
    ),
    "a quoted day": (
        'Heirs\n\n"On Monday, May 4, 1970, soldiers shot at us," he recalled. His group met again on Sunday.',
        (None,),
    ),
}
"""Written after the rules: dates that are right, most precise or coarser, None where silence is."""


@pytest.mark.parametrize("name", HELD_OUT)
def test_no_date_is_more_than_its_words_say(name):
    text, right = HELD_OUT[name]
    found = said(text)
    assert (found[0] if found else None) in right
    assert not found or found[1] == "low"


@pytest.mark.parametrize(
    "line",
    [
        "Effective March 1, 2019",
        "Election Day: November 3, 2020",
        "Next game: March 14, 2019",
        "Concert, May 3, 2019",
        "Kickoff: May 3, 2019, 20:00",
        "Court hearing: 3 May 2019",
        "Sale ends March 14, 2019",
        "Signed: 3 May 2019",
        "Photo taken March 14, 2019",
        "Survey conducted March 14, 2019",
        "Dam breaks, May 3, 2009",
        "In effect since May 3, 2009",
        "3 May 2009: dam breaks",
        "Terms updated May 3, 2018",
        "Order No. 5 of May 3, 2019",
        "Air date: May 3, 2019",
        "Prices as of May 3, 2019",
        "Stand: 14.03.2015",
    ],
)
def test_a_line_that_may_date_something_else_is_never_sure(line):
    found = said(f"Dam repaired\n\n{line}\n\nThe dam north of the town holds again.")
    assert not found or found[1] == "low"
