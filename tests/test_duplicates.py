"""Copies, versions, look-alikes and stories, on texts of our own."""

from __future__ import annotations

import itertools
import time
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.duplicates import group, near_copies, stories
from digest.grouping.apart import unrelated
from digest.grouping.linkage import link
from digest.grouping.vectors import Vector, count, similarity, vectors
from digest.models import (
    Article,
    Cleaned,
    DateMention,
    Document,
    Labelled,
    Line,
    Published,
    RawArticle,
    Sentence,
    Title,
)


def article(name, text, date=None, *, outlet=None, credits_=(), title=None, language="en"):
    """An article of one sentence per line."""
    raw = RawArticle(source=f"{name}.txt", kind="text", id=name, text=text)
    lines, sentences, start = [], [], 0
    for n, line in enumerate(text.split("\n"), 1):
        if line.strip():
            end = start + len(line)
            lines.append(Line(n=n, start=start, end=end, label="body", rule="x"))
            sentences.append(
                Sentence(id=f"{name}{n}", text=line, line=n, start=start, end=end, paragraph=n)
            )
        start += len(line) + 1
    return Article(
        cleaned=Cleaned(
            document=Document(raw=raw, text=text),
            lines=tuple(lines),
            language=language,
            title=Title(text=title or "x", line=None, derived=title is None),
            outlet=outlet,
            url=None,
            credits=credits_,
        ),
        sentences=tuple(sentences),
        published=Published(date=date, confidence="high", basis="x") if date else None,
        ranking=(),
    )


def labelled(one):
    return Labelled(document=one.cleaned.document, lines=one.cleaned.lines, language="en")


def said(articles):
    return {g.article: g for g in group(articles)}


def together(articles):
    """Copy groups as sets of names."""
    by = {}
    for g in group(articles):
        if g.copy_group:
            by.setdefault(g.copy_group, set()).add(g.article)
    return sorted(map(sorted, by.values()))


LOCK = """The lock at Oberau will stay shut until the spring because its lower gate has cracked.
Engineers of the river board found the crack on Monday while they were cleaning the chamber.
The board says that a new gate must be cast and that only two foundries can do it.
Barges with gravel for the port of Lindwerder now take the long way round by the Elster canal.
Shippers put the cost of the detour at 4000 crowns for each barge and want it refunded.
The mayor of Oberau, Jana Brenner, asked the minister of transport for help with the repair."""

MARKET = """The covered market of Sundheim opens again on Saturday after two years under scaffolds.
Forty stalls have been let, among them the fish stall that the Petersen family has run since 1911.
A glass roof lets in the light that the old slate roof kept out, said architect Milos Dravec.
Rents rise by a tenth, which the greengrocers call fair and the florists call robbery.
The town paid for the work with a loan that it wants to pay back over thirty years."""

FERRY = """The night ferry to Aland ran onto a sandbank in thick fog with 212 people on board.
Nobody was hurt, and a tug from Hanko pulled the ship free at high water the next morning.
Captain Rikard Holm said that a buoy had drifted from its place during the storm of last week.
The coast guard has opened an inquiry and sent divers to look at the hull of the ferry."""

SHORT = "\n".join(LOCK.split("\n")[:3])
UPDATED = (
    "The river board has ordered a new gate for the lock at Oberau from a foundry in Krems.\n"
    + LOCK.replace("4000 crowns", "6500 crowns").replace("will stay shut", "stays shut")
)
ROUND_UP = f"Here is what moved our readers in the week that ends today.\n{LOCK}\n{MARKET}"
FRAME = (
    "Sign up for the letter that our editors write at six each morning before anybody is awake.",
    "Everything on this page was set by hand by people who would like to be paid for their work.",
    "Our shop sells calendars with the finest bridges of the country, now at half of their price.",
)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        pytest.param({"a": LOCK, "b": MARKET}, [], id="strangers"),
        pytest.param({"a": LOCK, "b": LOCK}, [["a", "b"]], id="the same"),
        pytest.param({"a": LOCK, "b": SHORT}, [["a", "b"]], id="cut by half"),
        pytest.param({"a": LOCK, "b": LOCK.replace("\n", " ")}, [["a", "b"]], id="on one line"),
        pytest.param({"a": LOCK, "b": UPDATED}, [["a", "b"]], id="brought up to date"),
        pytest.param({"a": LOCK, "b": ROUND_UP}, [["a", "b"]], id="inside a round-up"),
        pytest.param(
            {"a": LOCK, "b": MARKET, "r": ROUND_UP}, [["a", "r"]], id="a round-up chains nobody"
        ),
        pytest.param(
            {
                name: "\n".join((text, *FRAME))
                for name, text in {"a": LOCK, "b": MARKET, "c": FERRY, "d": SHORT}.items()
            },
            [["a", "d"]],
            id="a page frame joins nobody",
        ),
        pytest.param(
            {name: f"{LOCK}\nThis is how {name * 9} tells it." for name in "abcdef"},
            [list("abcdef")],
            id="a report that many carry is no frame",
        ),
    ],
)
def test_copy_groups(texts, expected):
    assert together([article(name, text) for name, text in texts.items()]) == expected


NOTICE = """On June 16, 2006, by order 13405, the council declared an emergency for the river Enz.
The weirs of the river continue to be in a condition that threatens the safety of the valley.
The emergency declared on June 16, 2006, must therefore continue beyond June 16, {year}.
I am continuing for 1 year the emergency declared in order 13405 for the river Enz.
This notice shall be printed in the register and sent to the assembly of the valley.
Done at the seat of the council, June {day}, {year}."""

BULLETIN = """A tremor of magnitude {0} was felt {1} kilometres from the town of Vrana at {2} hours.
The seismic office said that it lay at a depth of {3} kilometres below the hills.
The office recorded {4} smaller tremors in the {5} hours that followed it.
No damage was reported by the prefect of the district, whose staff inspected {6} bridges."""


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        pytest.param(
            NOTICE.format(year=2021, day=8), NOTICE.format(year=2022, day=9), False, id="yearly"
        ),
        pytest.param(
            BULLETIN.format(3, 12, 14, 8, 11, 24, 9),
            BULLETIN.format(4, 30, 21, 17, 5, 48, 6),
            False,
            id="a form filled in again",
        ),
        pytest.param(
            BULLETIN.format(3, 12, 14, 8, 11, 24, 9),
            BULLETIN.format(3, 12, 14, 8, 16, 24, 9),
            True,
            id="one figure brought up to date",
        ),
    ],
)
def test_numbers_tell_editions_from_updates(first, second, joined):
    assert bool(together([article("a", first), article("b", second)])) is joined


def test_a_new_event_over_an_old_report_is_no_version_of_it():
    taxi = """A baker chased two geese through the ministry and was cheered by the clerks there.
Film of it shows the geese running up the marble stairs while the porter looks for a net.
One clerk threw his coat over the bolder goose and carried it to the courtyard in his arms.
The second one was caught by the baker himself behind the tall cupboards of the archive.
He wants to keep both of them and will call them Decree and Statute, he told a reporter.
His bakery stands across the street, where the geese had come from a cart with fresh straw."""
    background = LOCK.split("\n")[2:]
    top = """The lock at Oberau has closed and shippers along the whole valley are angry about it.
A crack in one gate was enough to stop them, as the river board had feared for years."""
    old = "\n".join((top, *background))
    new = "\n".join((taxi, *background))
    assert together([article("old", old), article("new", new)]) == []


@pytest.mark.parametrize(
    ("articles", "relations"),
    [
        pytest.param(
            [article("a", LOCK), article("b", SHORT)], {"b": ("copy", "a")}, id="the longest leads"
        ),
        pytest.param(
            [article("b", LOCK), article("a", LOCK)], {"b": ("copy", "a")}, id="else the first id"
        ),
        pytest.param(
            [article("a", LOCK, "2021-03-01"), article("b", UPDATED, "2021-03-09")],
            {"a": ("update", "b")},
            id="the newest version leads",
        ),
        pytest.param(
            [article("a", UPDATED, "2021-03-01"), article("b", LOCK, "2021-03-09")],
            {"a": ("update", "b")},
            id="even where it is shorter",
        ),
        pytest.param(
            [
                article("a", LOCK + "\nWhat do you say? Tell us.", credits_=("River Wire",)),
                article("b", LOCK, outlet="River Wire"),
            ],
            {"a": ("copy", "b")},
            id="whom others credit leads",
        ),
        pytest.param(
            [article("a", ROUND_UP), article("b", LOCK)],
            {"a": ("copy", "b")},
            id="no round-up does",
        ),
        pytest.param(
            [article("a", LOCK), article("b", SHORT), article("c", UPDATED)],
            {"a": ("update", "c"), "b": ("update", "c")},
            id="never a chain",
        ),
    ],
)
def test_relations(articles, relations):
    found = {
        name: (g.relation.kind, g.relation.of) for name, g in said(articles).items() if g.relation
    }
    assert found == relations


QUAKE_ONE = [
    """An earthquake of magnitude 5.9 shook the island of Karsa off the coast of Belmar on Sunday.
Ten people died in the village of Tonban, where forty houses of clay fell in, governor Ruhan said.
Doctors from Port Selim flew to Karsa and treated seventy wounded in tents beside the harbour.""",
    """Ten dead on Karsa: the quake of Sunday destroyed forty clay houses in Tonban, Belmar's
governor Ruhan told reporters in Port Selim.
Seventy wounded people lie in tents at the harbour, and helicopters bring blankets and water.""",
    """Villagers of Tonban on the island of Karsa spent a second night in tents after the quake.
Governor Ruhan of Belmar counted ten dead and seventy wounded, most of them in clay houses.""",
]
QUAKE_TWO = [
    """An earthquake of magnitude 6.3 hit the mountains of northern Belmar near Hisarak on Friday.
Rock falls closed the pass of Dorun and buried a bus with 28 pupils, minister Oktay Lale said.
Soldiers with dogs dug all night and brought out 24 of the pupils alive, he told state radio.""",
    """Soldiers saved 24 pupils from a bus that rocks had buried on the pass of Dorun near Hisarak.
The quake of Friday had a magnitude of 6.3, and minister Oktay Lale praised the dogs most of all.""",
]
OTHERS = [
    *(LOCK, MARKET, FERRY),
    """The orchestra of Trossin plays its last season after the senate withdrew its grant.
Conductor Adele Winther called the vote a death by spreadsheet and went back to her rehearsal.""",
    """Farmers near Galt found a Roman mosaic with dolphins under a field of sugar beet.
The museum will lift it in pieces, curator Tom Asher said, once the harvest is in.""",
]


def corpus():
    texts = [*QUAKE_ONE, *QUAKE_TWO, *OTHERS]
    return [
        article(f"n{i}", text.replace("\n", " ").replace(". ", ".\n"))
        for i, text in enumerate(texts)
    ]


def test_look_alike_events_are_two_stories():
    by = {}
    for g in group(corpus()):
        by.setdefault(g.story, set()).add(g.article)
    assert {frozenset(m) for m in by.values() if len(m) > 1} == {
        frozenset({"n0", "n1", "n2"}),
        frozenset({"n3", "n4"}),
    }


def test_the_further_apart_their_days_the_less_alike_are_two_reports():
    """Two meetings of one pair of leaders share every name; only the day tells them apart."""
    first = "Aras Velin and Goran Petrovik met in Lower Sandhaven for talks on the customs union."
    second = "Petrovik travelled to see Velin, and gas dominated four hours of talks."
    alike = [
        similarity(*vectors([count(article("a", first, "2021-02-22")), count(later)]))
        for later in (
            article("b", second, day) for day in ("2021-02-23", "2021-03-25", "2021-09-22")
        )
    ]
    assert alike == sorted(set(alike), reverse=True)


VERDICT = """A court in Oxbow sent the exiled mayor Anna Sidorova to prison for the flood loan.
Sidorova and the engineer Pavel Brodsky had borrowed for a dam that was never built.
Judge Tamar Holm read the Oxbow verdict in an empty hall."""


@pytest.mark.parametrize(
    ("day", "mention", "one_event"),
    [
        ("2021-03-20", None, True),
        ("2021-08-20", None, False),
        ("2021-08-20", "2021-03-02", True),
        ("2021-08-20", "2021-03", True),
        ("2021-08-20", "2021", False),
        ("2021-08-20", "2020-11", False),
        ("2022-08-20", "2021", True),
        ("2022-08-20", "2020", False),
        ("2021-08", None, False),
        (None, None, True),
    ],
    ids=str,
)
def test_months_later_only_a_text_that_names_the_time_tells_of_the_event(day, mention, one_event):
    """The same persons are in the news again; unless the text says when, it is something else."""
    later = article("b", VERDICT.replace("verdict in an empty", "verdict again in a full"), day)
    if mention:
        dates = (DateMention(text=mention, date=mention, sentence=later.sentences[0].id),)
        later = replace(later, dates=dates)
    texts = [article("a", VERDICT.replace("flood loan", "flood debt"), "2021-03-02"), later]
    apart = unrelated(texts, [count(one) for one in texts])
    assert apart(0, 1) == apart(1, 0) == (not one_event)


def vector(**weights):
    """A vector with one term for each letter."""
    terms = np.array(sorted(ord(letter) for letter in weights), np.uint64)
    return Vector(terms, np.array([weights[chr(term)] for term in terms]), 1, 0, 0)


def test_what_was_nearly_one_story_is_named():
    """a and b share .195 where .23 would join them; c shares .09 with b, d nothing."""
    found = link(
        [
            vector(m=0.4, n=0.3, a=0.86),
            vector(m=0.3, n=0.25, b=0.92),
            vector(m=0.2, n=0.12, c=0.97),
            vector(d=1.0),
        ]
    )
    assert found.clusters == [[0], [1], [2], [3]]
    assert found.alike == [[1], [0], [], []]


def test_a_story_and_a_copy_group_are_named_after_their_earliest_member():
    first = article("z", SHORT, "2021-02-28")
    second, third = article("a", LOCK, "2021-03-01"), article("m", LOCK, "2021-03")
    before, after = said([first, second]), said([third, second, first])
    assert {g.story for g in (*before.values(), *after.values())} == {"z"}
    assert {g.copy_group for g in (*before.values(), *after.values())} == {"z"}


CORPUS = [*corpus(), article("u", UPDATED), article("r", ROUND_UP), article("s", SHORT)]
FOUND = said(CORPUS)


@settings(max_examples=20, deadline=None)
@given(st.permutations(CORPUS))
def test_the_order_of_the_input_makes_no_difference(shuffled):
    found = group(shuffled)
    assert [g.article for g in found] == [a.id for a in shuffled]
    assert {g.article: g for g in found} == FOUND


def test_relations_point_at_leading_articles_of_the_same_group_and_story():
    for g in FOUND.values():
        leading = FOUND[g.relation.of] if g.relation else g
        assert leading.relation is None
        assert (leading.story, leading.copy_group) == (g.story, g.copy_group)


def test_another_language_needs_no_list_of_words():
    wording = [
        "Мост через реку Сожанку закрыли после того, как в опоре нашли трещину, сообщил мэр Лучин.",
        "Автобусы из Заречья идут в объезд через Высокое, дорога стала длиннее на сорок минут.",
        "Инженеры завода «Мостовик» обещают закончить ремонт к ноябрю, если не поднимется вода.",
        "Жители требуют вернуть паром, который ходил здесь до постройки моста.",
    ]
    report, cut = "\n".join(wording), "\n".join(wording[:2])
    other = """Мэр Лучин обещал жителям Заречья паром, пока мост через Сожанку стоит закрытым.
Ремонт опоры завод «Мостовик» закончит к ноябрю."""
    far = """В музее Гродова открылась выставка старинных часов из собрания купца Ведерникова.
Самые ранние часы сделаны мастером Куртом Ланге и до сих пор ходят."""
    found = said(
        [
            article(n, t, language="ru")
            for n, t in zip("abcd", (report, cut, other, far), strict=True)
        ]
    )
    assert found["b"].relation.of == "a"
    assert found["c"].relation is None
    assert found["c"].story == found["a"].story != found["d"].story


def test_near_copies_see_through_frames():
    texts = {"b": MARKET, "c": FERRY, "d": SHORT, "f": OTHERS[3]}
    framed = {name: "\n".join((text, *FRAME)) for name, text in texts.items()}
    given_ = [labelled(article(n, t)) for n, t in {"a": LOCK, **framed, "e": LOCK}.items()]
    assert near_copies(given_) == (("a", "d", "e"),)


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param([], id="no article"),
        pytest.param(["", "", ""], id="empty"),
        pytest.param(["12 34 56", "—!?", "7"], id="no letters"),
        pytest.param(["one two", "one two", "one two three"], id="shorter than a shingle"),
    ],
)
def test_next_to_nothing(texts):
    found = group([article(f"{i}", text) for i, text in enumerate(texts)])
    assert [g.article for g in found] == [str(i) for i in range(len(texts))]
    assert all(g.story for g in found)


def test_a_very_long_line_and_very_many_copies_end_soon():
    long = [article(f"l{i}", "word another " * 200_000 + "." * i) for i in range(2)]
    many = [article(f"m{i:04}", f"{LOCK}\nFrom desk {i}.") for i in range(400)]
    start = time.process_time()
    found = said([*long, *many])
    assert len({found[a.id].copy_group for a in many}) == 1
    assert time.process_time() - start < 60


PUBLISHED = {
    "a": Published(date="2021-03-01", confidence="high", basis="x"),
    "b": Published(date="2021-03-04", confidence="high", basis="x"),
    "c": None,
    "m": Published(date="2021-03-02", confidence="high", basis="x"),
}


def test_stories_are_listed_newest_first_and_count_copies_once():
    articles = [
        article("a", LOCK, outlet="The Weir"),
        article("b", SHORT, outlet="Downstream"),
        article("c", LOCK.replace("\n", " ")),
        article("m", MARKET, outlet="The Weir"),
    ]
    found = stories(articles, group(articles), PUBLISHED)
    assert [(s.members, s.independent, s.outlets) for s in found] == [
        (("a", "b", "c"), 1, ("Downstream", "The Weir")),
        (("m",), 1, ("The Weir",)),
    ]


def test_every_story_holds_every_member_once():
    listed = stories(CORPUS, group(CORPUS), {})
    members = list(itertools.chain.from_iterable(s.members for s in listed))
    assert sorted(members) == sorted(a.id for a in CORPUS)
