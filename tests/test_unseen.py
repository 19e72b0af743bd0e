"""What the labelled sets that nobody had tuned on brought to light, as shapes and not as its cases."""

import pytest
from test_lines import PROSE, cleaned, document

from digest.extract import dates, lines, sentences
from digest.models import Skipped

TITLE = "Barges return to the river\n"
MORE = "The toll for a barge will be the same on both banks, a clerk of the ministry added.\n"


def labels(text):
    return {text.split("\n")[line.n - 1]: line.label for line in cleaned(text).lines}


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("Correction: An earlier version named the wrong lock.", False),
        ("This story has been updated with the words of the clerk.", False),
        ("An earlier version of this report gave another toll.", False),
        ("The interview was conducted in Danish and has been shortened.", False),
        ("This brief may be reprinted with due credit to the board.", False),
        ("The brief may be wrong, said the clerk of the lock on Friday evening.", True),
        ("Was this page useful? Yes / No", False),
        ("Article continues below", False),
        ("To unsubscribe, write to the letter's address.", False),
        ("You receive this message because you signed up for it.", False),
        ("Found a mistake? Mark it and press a key.", False),
        ("Print this page | Send to a friend", False),
        ("Get all our stories by email", False),
        ("Lock Office (@lockoffice) May 3, 2019", False),
        ("pic.twitter.example/a1B2", False),
        ("image captionThe lock at night", False),
        ("На снимке: шлюз на реке", False),
        ("(Corrects the toll in the second paragraph to four crowns from three)", False),
        ("(The toll was four crowns until last year and had been three before.)", True),
        ("The author is a senior fellow at the river institute. Views are her own.", False),
        ("Our newsletter: one letter a week, no tracking", False),
        ("If you like what you read here, you can buy the keeper a coffee.", False),
        ("If you like the river, you will not like the toll, said the keeper.", True),
        ("Like our neighbours on the other bank, the keeper pays no toll at all.", True),
        ("Write to us on any of the usual channels.", False),
        ("From the archive: When the lock froze (1958)", False),
        ("Interview: Lena Barge", False),
        ("LOAD-DATE: May 4, 2019", False),
        ("Is your lock closed too? Tell us in the comments!", False),
        ("Leave your thoughts, hopes and fears in the comments section below.", False),
        ("He told us in the comments that the lock would stay closed.", True),
        ("Hit the jump for more, including the keeper's dog.", False),
        ("Get news of the river sent straight to your phone.", False),
        ("Heard a splash? Text LOCK to 60099", False),
        ("after newsletter promotion", False),
        ("Current Time 0:00 / Duration 2:05", False),
        ("[Pull quote] “Nobody asked the fish.”", False),
        ("(RPA/keb/lo)", False),
        ("— ENDS —", False),
        ("EDITORS: Pictures of the lock will follow by noon.", False),
        ("Jump to: The toll - The gates - The barges", False),
        ("May. 03, 2019 | 2:47 p. m.", False),
        ("May 3, 2019 1:35 pm.", False),
        ("The lock was opened on May 3, 2019 at 1:35 pm.", True),
        ("Падпішыцеся на наш канал, каб не прапусціць шлюз", False),
        ("Noch mehr vom Fluss steht in unserem kostenlosen Newsletter, jeden Freitag.", False),
    ],
)
def test_the_site_s_words_are_told_from_the_article_s(line, kept):
    found = labels(TITLE + PROSE + line + "\n" + MORE)[line]
    assert (found == "body") == kept


def test_a_pull_quote_goes_and_the_sentence_stays():
    quote = "“Nobody asked the fishermen, and nobody will.”"
    held = f"The keeper was blunt. {quote[1:-1]} He then shut his door on the reporters.\n"
    found = labels(TITLE + PROSE + quote + "\n" + held + MORE)
    assert (found[quote], found[held.strip()]) == ("caption", "body")


def test_a_footnote_belongs_to_the_mark_that_a_sentence_ends_with():
    marked = "The toll was last raised in the year of the flood. [1]\n"
    found = labels(TITLE + PROSE + marked + MORE + "[1] See the clerk's report of that year.\n")
    assert found["[1] See the clerk's report of that year."] == "credit"
    assert found[marked.strip()] == "body"


@pytest.mark.parametrize(
    "above",
    [
        "Lock Gazette – For those on the water",
        "Tides  Tolls  Notices  Shop",
        "Main page - Region - Water",
        "Water Board | Bulletin 14 | May 2019",
        "A+ | A- | Version for weak eyes",
        "Accept all | Manage choices",
        "Automatically translated from Danish. Show original",
        "Document 14 of 212",
        "LENGTH: 391 words",
        "Vol. 14, No. 9",
        "Your river paper since 1871",
        "Lower River Morning Call                               World",
        "Ministry of Locks and Inland Water of River Lands",
        "Lower River - monthly review of the tides - May 2019 - page 14",
        "The Lock Record — Family-owned since 1888",
        "Lock FM 99.9",
        "LOCK & GATE  Rowing — Sailing — Angling",
    ],
)
def test_the_headline_says_what_the_text_says(above):
    title = "Ministers sign treaty on the river"
    text = f"{above}\n{title}\n{PROSE}{MORE}"
    assert cleaned(text).title.text == title


def test_a_headline_that_ends_as_a_paper_is_named_keeps_its_standfirst_below():
    found = cleaned("River Lands Plan Treaty Foundation\nMinisters sign a treaty\n" + PROSE + MORE)
    assert found.title.text == "River Lands Plan Treaty Foundation"


def test_a_line_in_columns_does_not_run_into_the_headline_of_a_wrapped_text():
    wrapped = (
        "Lower River Morning Call                               World\n"
        "Ministers sign the treaty on the river\n\n"
        "The two ministers signed the treaty on the river in the old town\n"
        "hall on Tuesday evening, and the barges are expected to pass the\n"
        "new locks before the autumn, said a clerk of the ministry who had\n"
        "been in the room when the paper was brought in.\n"
    )
    assert cleaned(wrapped).title.text == "Ministers sign the treaty on the river"


def test_comments_below_a_heading_that_repeats_the_headline():
    tail = (
        "2 Thoughts on “Barges return to the river”\nLena 3/5/2019 I have waited for years for it\n"
    )
    found = labels(TITLE + PROSE + MORE + tail)
    assert found["Lena 3/5/2019 I have waited for years for it"] == "comment"
    listed = "5 Thoughts on Barges\n"
    assert cleaned(listed + PROSE + MORE).title.text == listed.strip()


def test_a_scene_below_author_and_day_is_a_caption_and_below_the_headline_a_standfirst():
    scene = "Barges waiting at the lock near the old bridge of the town"
    day, names = "May 3, 2019\n", "By Lena Barge\n"
    assert labels(TITLE + day + names + scene + "\n" + PROSE + MORE)[scene] == "caption"
    assert labels(TITLE + scene + "\n" + day + names + PROSE + MORE)[scene] == "body"


def test_a_date_below_a_wrapped_headline_is_no_part_of_it():
    wrapped = (
        "Ministers sign the treaty on the river at long last\nMay 3, 2019\n\n"
        "The two ministers signed the treaty on the river in the old town\n"
        "hall on Tuesday evening, and the barges are expected to pass the\n"
        "new locks before the autumn, said a clerk of the ministry who had\n"
        "been in the room when the paper was brought in.\n"
    )
    assert cleaned(wrapped).title.text == "Ministers sign the treaty on the river at long last"


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("Lock Gazette\n" + TITLE + PROSE, "Lock Gazette"),
        ("Lower River › Home › Tolls\n" + TITLE + PROSE + "© 2019 Lower River\n", "Lower River"),
        ("Latest News\n" + TITLE + PROSE, None),
        ("Lower River\n" + TITLE + PROSE, None),
        (TITLE + "LOCKTON, May 3 (Riverpress) - " + PROSE, "Riverpress"),
        (TITLE + "LOCKTON (Riverpress) - " + PROSE, "Riverpress"),
        (TITLE + "LOCKTON (LOWLANDS) - " + PROSE, None),
        (TITLE + "Lockton (Riverpress) - " + PROSE, None),
        (TITLE + "* Tolls rise by a third\nLOCKTON, May 3 (Riverpress) - " + PROSE, "Riverpress"),
        (TITLE + "LOCKTON, May 3 2019 (Riverpress)\n" + PROSE, "Riverpress"),
        ("☰ MENU   Lock Echo   Donate\n" + TITLE + PROSE, "Lock Echo"),
        ("Lower River - monthly - May 2019 - page 14\n" + TITLE + PROSE, "Lower River"),
        ("Lock Advertiser, Friday May 3rd, 2019\n" + TITLE + PROSE, "Lock Advertiser"),
        ("Lena Barge, Friday May 3rd, 2019\n" + TITLE + PROSE, None),
        (TITLE + "Lena Barge | Lock Standard | 3 May 2019\n" + PROSE, "Lock Standard"),
        (TITLE + "by Lena Barge, Lock Standard\n" + PROSE, "Lock Standard"),
        (TITLE + "by Lena Barge, Press Officer\n" + PROSE, None),
        (TITLE + "(Lock Standard, May 3, 2019)\n" + PROSE, "Lock Standard"),
        ("Lock Standard (Lockton)\n" + TITLE + PROSE, "Lock Standard"),
        (TITLE.strip() + " - Lower River\nLower River\nMenu\n" + TITLE + PROSE, "Lower River"),
        (TITLE + "Lockton, 3 May /RPA/. " + PROSE, "RPA"),
        (
            "Ministry of Locks and Inland Water\n" + TITLE + PROSE,
            "Ministry of Locks and Inland Water",
        ),
        ("Речной вестник | Новости\n" + TITLE + PROSE, "Речной вестник"),
        (TITLE + PROSE + "© 2019 Lower River Inc.\n", "Lower River"),
        (
            "url: https://www.lowerriver.example/a\n" + TITLE + PROSE + "© Lower River ASBL\n",
            "Lower River",
        ),
        ("url: https://www.lowerriver.example/a\n" + TITLE + PROSE, "lowerriver.example"),
        (
            "url: https://lowerriver.example/a\ntitle: "
            + TITLE.strip()
            + " | Lower River\n"
            + PROSE,
            "Lower River",
        ),
        ("Lower River\nNews   Sport   Culture   Quays\n" + TITLE + PROSE, "Lower River"),
        ("Lower River > News > Research\n" + TITLE + PROSE, "Lower River"),
        ("Lock Ledger Markets\n" + TITLE + PROSE, "Lock Ledger"),
        ("Lower River Online — your water, your voice\n" + TITLE + PROSE, "Lower River Online"),
        ("Sluice — a quarterly of tides\n" + TITLE + PROSE, "Sluice"),
        ("Quay & Lock   Newsletters   Podcasts   Events\n" + TITLE + PROSE, "Quay & Lock"),
        ("Belarus   Newsletters   Podcasts   Events\n" + TITLE + PROSE, None),
        ("Шлюз\nНавіны   Грошы   Людзі   Гісторыі\n" + TITLE + PROSE, "Шлюз"),
        ("Opinion\nTides   Tolls   Gates   Shop\n" + TITLE + PROSE, None),
        (
            "RPA | River Press Agency — Water desk\n"
            + TITLE
            + "LOCKTON, May 3 (RPA) - "
            + PROSE
            + MORE,
            "River Press Agency",
        ),
        (
            "LOCKLINE   Send a release   Log in\nSource: Gate Corporation\n"
            + TITLE
            + "LOCKTON, May 3, 2019 (LOCKLINE) -- "
            + PROSE
            + "Contact   Help   Lockline   Terms\n",
            "Lockline",
        ),
        (TITLE + "*This is a sample article*\nLOCKTON, May 3 (Reuters) - " + PROSE, None),
        (TITLE + "*Written on the river*\nLOCKTON, May 3 (Reuters) - " + PROSE, "Reuters"),
        (TITLE + PROSE + "18+ © «Нижняя река», 2014–2022.\n", "Нижняя река"),
        (
            "Lower River\n" + TITLE + "A barge at the quay.   -   Copyright Lower River\n" + PROSE,
            "Lower River",
        ),
    ],
)
def test_an_outlet_that_nobody_listed(text, outlet):
    assert cleaned(text).outlet == outlet


OFFER = (
    "Lock Gazette\nBarges wait for the tide\nTry unlimited access. Only €1 for 4 weeks.\n"
    "Cancel anytime during your trial. Explore our range of subscriptions.\n"
)
CONSENT = (
    "Willkommen\nWir und unsere 80 Partner verarbeiten Daten und nutzen Cookies auf Geräten.\n"
    "Sie können Ihre Einwilligung jederzeit und überall widerrufen.\n"
)
PARTNERS = (
    "Lock Echo\nWe value your privacy\nWe and our 814 partners store and access information on your"
    " device, such as unique identifiers, in order to process personal data. You may accept or manage"
    " your choices by clicking below, including your right to object where legitimate interest is used,"
    " or at any time on the page on privacy, which also says what each of these partners does with the"
    " data, for how long it keeps them and where you can complain about it.\n"
    "These choices will be signalled to our partners.\nAccept all\nReject all\n"
)
FILM = "Watch: Waves at the lock\nVideo 1:12\nYour browser does not support this video player.\n"
PLAYER = (
    "Watch\nWaves break over the lock\n3 May 2019\n"
    "Waves broke over the lock on Friday night. Pictures by Lena Barge.\n0:00 / 1:42\nUp next\n"
)
GATEWAY = "504 Gateway Time-out\nThe server did not answer in time.\nRay ID: 6f1c03a2be7d\n"
STUB = "Why the lock matters\nLena Barge\nThe keeper came home with one folder and a cold.\n" + (
    "Start your 30-day trial\nAlready subscribed? Log in\n"
)
SIGN_UP = (
    "Get the river letter\nFive stories to start your day, each of them free.\nYour email\n"
    "By signing up you agree to our terms.\nYou can unsubscribe at any time.\n"
)
GONE = "Sorry\nThis article has been removed.\nYou may like the other pages of this site as well.\n"
WEATHER = "Weather in Lockton\nToday 4°C\nTomorrow 6°C\nWind 5 m/s\nHumidity 81%\n"
ABOUT = (
    "About us\nContact\nAdvertise\nTerms\nThe Lock Echo was founded in 1901.\nTel. 000\n1 Quay\n"
)
RESULTS = "Search results for lock\n" + "".join(
    f"Keeper of lock {n} leaves\n{n} May 2019 — The keeper had been there for {n} long years...\n"
    for n in range(2, 8)
)
CLIP = "VIDEO\nRiver rises over the quay\n1:14\nPeople filmed the water as it reached the houses.\n"
HEADLINES = "".join(
    f"{what} reopens to all barges {n} hours ago\n"
    for n, what in enumerate(("Lock one", "The old bridge", "A harbour", "Lock two", "A canal"), 2)
)


PROGRAMME = (
    "TV on Thursday\nChannel One\n17:30 Regional news\n18:45 Quay Rescue. Two keepers quarrel about a"
    " gate, and Ana comes.\n19:30 Quiz\n20:15 Tide Patrol. The crew looks for a dinghy off the cape.\n"
    "21:00 Film: Winter (1998)\nChannel Two\n19:00 Nature: a whole hour with one otter in one brook.\n"
    "20:00 Concert\n22:40 Talk at Night\n"
)
RATES = "Official rates\nUS dollar USD 1 2.0921\nEuro EUR 1 2.3348\nZloty PLN 10 5.4258\nYuan CNY 10 3\n"
PERSON = (
    "Ana Barge\nBy Ana Barge\nAna Barge writes about locks, tides and what both of them cost.\nAll posts\n"
    "The price of a gate\nHow long can the county pay? The sums suggest a dry autumn.\n3 March 2020\n"
    "Why the toll hurts\nThe new toll takes millions, and nobody has offered to pay.\n17 May 2019\n"
    "A flag for two\nThe idea is twenty years old and no closer to being true.\nOlder posts\n"
)
AGREE = (
    "The Lock Echo asks for your consent\nWith your agreement, we and our partners use cookies.\n"
    'You can withdraw your consent at any time by clicking on "Learn more" below.\nAgree and close\n'
)


@pytest.mark.parametrize(
    "text",
    [
        *(PROGRAMME, RATES, PERSON, AGREE, PARTNERS),
        *(OFFER, CONSENT, FILM, PLAYER, GATEWAY, HEADLINES, STUB, SIGN_UP, GONE, WEATHER, ABOUT),
        *(RESULTS, CLIP),
    ],
)
def test_what_is_no_article(text):
    found = lines.clean(lines.label(document(text)), frozenset(), ())
    assert isinstance(found, Skipped)


@pytest.mark.parametrize(
    "text",
    [
        "Bridge opens\nThe bridge over the river was opened to barges on Friday.\nTolls\nTides\n",
        "Lock floods\nWatch: how it broke\n0:00 / 0:45\n" + PROSE + MORE,
        (
            "River news\nLock closed\nThe county closes the lock on Friday. The keeper said so in the"
            " market hall, where a hundred people had waited for him.\nRead on: tides\nHe named safety as"
            " the reason. A barge had hit the gate on the day before, and water ran.\nPicture: A. Quay\nOnly"
            " the small lock stays open. Skippers in the town called it a disaster for the trade.\nTags\n"
        ),
        "What happened\n"
        + "".join(
            f"{n} May 2019 — The keeper wrote a letter to the ministry.\n" for n in range(2, 9)
        ),
    ],
)
def test_what_is_an_article_all_the_same(text):
    assert cleaned(text).lines


@pytest.mark.parametrize(
    ("head", "day", "confidence"),
    [
        ("3 May 2016", "2016-05-03", "high"),
        ("2016 05 03", "2016-05-03", "high"),
        ("By Lena Barge3 May 2016", "2016-05-03", "high"),
        ("LOCKTON, May 3 2016 (Riverpress)", "2016-05-03", "high"),
        ("May 3-5, 2016", "2016-05-03", "low"),
        ("3 May - 4 June 2016", "2016-06-04", "low"),
        ("3 May 2016, Attendance 3,000", "2016-05-03", "low"),
        ("2016年5月3日", "2016-05-03", "high"),
    ],
)
def test_a_day_that_may_be_an_event_s_is_not_sure(head, day, confidence):
    one = cleaned(TITLE + head + "\n" + PROSE + MORE)
    found = dates.published(one, sentences.sentences(one), ())
    assert found is not None
    assert (found.date, found.confidence) == (day, confidence)


@pytest.mark.parametrize(
    ("header", "first", "expected"),
    [
        ("1970-01-01", PROSE, None),
        ("2020-05-06", PROSE, ("2020-05-06", "high")),
        ("2020-05-06", "OSLO, May 3, 2011 (Agency) - " + PROSE, ("2020-05-06", "low")),
        (
            "2020-05-06",
            "The two ministers signed it on Tuesday, 3 May 2011, in the town hall.\n",
            ("2020-05-06", "low"),
        ),
    ],
    ids=["clock's zero", "nothing against it", "an agency's dateline", "the news itself"],
)
def test_a_header_s_day_is_not_sure_against_the_text(header, first, expected):
    one = cleaned(f"---\ntitle: Barges return\ndate: {header}\n---\n{first}{MORE}")
    found = dates.published(one, sentences.sentences(one), ())
    assert (found and (found.date, found.confidence)) == expected


def test_a_header_of_mail_is_read_whole_whatever_its_fields():
    text = (
        "Path: news.lockton.example!not-for-mail\nNewsgroups: misc.locks\n"
        "From: locks@lockton.example (Lock List Moderator)\n"
        "Subject: LOCKS 12: Barges return to the river\nDate: Fri, 3 May 1996 07:41:09 -0600\n"
        "Message-ID: <LOCKS12@lockton.example>\nLines: 4\n\n"
    )
    found = cleaned(text + PROSE + MORE)
    assert [line.label for line in found.lines].count("body") == 3
    assert (found.title.text, found.outlet) == ("Barges return to the river", "Lock List")


def test_lines_with_a_colon_below_a_headline_are_no_header():
    said = "Minister: We will sign it soon.\nKeeper: We will see about that.\n"
    assert labels(TITLE + said + PROSE + MORE)["Keeper: We will see about that."] == "body"


def test_who_wrote_an_entry_of_a_running_report_is_a_byline():
    text = TITLE + "".join(f"{hour}:15\nLena Barge\n{PROSE}" for hour in (10, 11)) + MORE
    found = cleaned(text.replace("Tuesday", "Friday", 1))
    said = [line.label for line in found.lines if line.rule == "a name below the time of an entry"]
    assert said == ["byline"]


def test_the_marks_of_emphasis_around_a_paragraph_belong_to_no_sentence():
    first, second = PROSE.strip().split("\n")
    one = cleaned(f"{TITLE}_{first} {second}_\n*Nobody* asked the keeper of the lock.\n{MORE}")
    shown = [sentence.text for sentence in sentences.sentences(one)]
    assert shown[:3] == [first, second, "*Nobody* asked the keeper of the lock."]
