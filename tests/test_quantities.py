"""Shares and counts: a sentence beside what is a figure of it, and what is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.extract.quantities import quantities
from digest.extract.stocks import dated
from digest.models import Sentence


def body(*texts):
    return tuple(
        Sentence(id=f"s{i}", text=text, line=i + 1, start=0, end=len(text), paragraph=i)
        for i, text in enumerate(texts)
    )


def found(text, language="en"):
    return quantities(body(text), language)


@pytest.mark.parametrize(
    ("text", "share", "value", "of", "modifier"),
    [
        (
            "The bank holds about 70 percent of the town's public debt.",
            "70 percent",
            70,
            "the town's public debt",
            "about",
        ),
        (
            "Only about 13 per cent of Lakelanders want it.",
            "13 per cent",
            13,
            "Lakelanders",
            "Only about",
        ),
        ("It buys up to 80% of its gas imports abroad.", "80%", 80, "its gas imports", "up to"),
        (
            "Some 40 percent of the world's oil passes here.",
            "40 percent",
            40,
            "the world's oil",
            "Some",
        ),
        ("He won 42.5% of the vote.", "42.5%", 42.5, "the vote", None),
        (
            "Debt was 60 percent of gross domestic product in May.",
            "60 percent",
            60,
            "gross domestic product",
            None,
        ),
        ("Inflation stood at 9.8 percent in May.", "9.8 percent", 9.8, "Inflation", None),
        ("The jobless rate is 7 %, he said.", "7 %", 7, "The jobless rate", None),
        (
            "It owns a 50 percent stake in the pipeline.",
            "50 percent",
            50,
            "stake in the pipeline",
            None,
        ),
        (
            "Seventy percent of the price of gas is transit.",
            "Seventy percent",
            70,
            "the price of gas",
            None,
        ),
        (
            "About 75 percent of the daily output is sold.",
            "75 percent",
            75,
            "the daily output",
            "About",
        ),
        (
            "It made 0.4 percent of the total U.S. population ill.",
            "0.4 percent",
            0.4,
            "the total U.S. population",
            None,
        ),
    ],
)
def test_a_share_is_of_something(text, share, value, of, modifier):
    (one,) = found(text)
    assert (one.text, one.value, one.about, one.modifier) == (share, value, of, modifier)


@pytest.mark.parametrize(
    "text",
    [
        "Prices rose 5 percent in May.",
        "Prices rose by 5 percent.",
        "The new lock is 40 percent larger.",
        "She was 100 percent sure.",
        "There is a 30 percent chance of rain.",
        "Rates fell by five percentage points of their level.",
        "It lost 3 percent of it.",
    ],
)
def test_a_change_a_chance_and_a_comparison_are_no_shares(text):
    assert found(text) == ()


@pytest.mark.parametrize(
    ("language", "text", "share", "value"),
    [
        ("ru", "Долг вырос до 70 процентов.", "70 процентов", 70),
        ("de", "Rund 65,16 Prozent stimmten zu.", "65,16 Prozent", 65.16),
        ("pl", "To 12 procent długu.", "12 procent", 12),
        ("uk", "Це 40 відсотків боргу.", "40 відсотків", 40),
        ("be", "Гэта 40 працэнтаў доўгу.", "40 працэнтаў", 40),
    ],
)
def test_other_languages_have_percentages_alone(language, text, share, value):
    (one,) = found(text, language)
    assert (one.text, one.value, one.about) == (share, value, None)


def test_a_range_is_one_share_with_two_ends():
    (one,) = found("She won 60-70% of the vote.")
    assert (one.text, one.value, one.most) == ("60-70%", 60, 70)


@pytest.mark.parametrize(
    ("text", "count", "value", "words"),
    [
        (
            "Police say more than 30,000 people were detained.",
            "30,000 people",
            30000.0,
            ("people", "were detained", "more than"),
        ),
        ("They agreed on 33 road maps.", "33 road maps", 33, ("road maps", None, None)),
        (
            "It sold 20 million tons of oil abroad.",
            "20 million tons",
            20000000.0,
            ("tons", "oil", None),
        ),
        ("The plant has 2,400 megawatts.", "2,400 megawatts", 2400, ("megawatts", None, None)),
        ("It needs 40 GW of solar by May.", "40 GW", 40, ("GW", "solar", None)),
        (
            "It pumps 55 billion cubic metres of gas.",
            "55 billion cubic metres",
            55000000000.0,
            ("cubic metres", "gas", None),
        ),
        (
            "Over 150 Russian diplomats left.",
            "150 Russian diplomats",
            150,
            ("Russian diplomats", None, "Over"),
        ),
        (
            "At least four people were killed.",
            "four people",
            4,
            ("people", "were killed", "At least"),
        ),
        ("Between 10 to 40 workers came.", "10 to 40 workers", 10, ("workers", None, None)),
        (
            "It froze the assets of 12 sports clubs.",
            "12 sports clubs",
            12,
            ("sports clubs", None, None),
        ),
        ("In 33 cities they marched.", "33 cities", 33, ("cities", None, None)),
        ("More than 2000 people came.", "2000 people", 2000, ("people", None, "More than")),
    ],
)
def test_a_count_has_a_noun(text, count, value, words):
    """`words`: the unit, what is said of it, what blurs the number."""
    (one,) = found(text)
    assert (one.text, one.value) == (count, value)
    assert (one.unit, one.about, one.modifier) == words


@pytest.mark.parametrize(
    "text",
    [
        "The 2020 elections were held.",
        "In 2014 protests broke out.",
        "It was signed on May 15 documents in hand.",
        "He is 33 years old.",
        "Children under 5 years came.",
        "They won by 3 points.",
        "The 13-3 lead thanks to him held.",
        "After the 9-11 attacks it closed.",
        "Article 9 rules apply.",
        "Flight 370 passengers waited.",
        "On page 12 photos stood.",
        "Boeing 737 jets were grounded.",
        "The 5th districts voted.",
        "A 20-nation meeting opened.",
        "It happened 3 times.",
        "Call 911 calls only.",
        "It was hit by 7.5 magnitude quakes.",
        "It lies 30 kilometers away.",
        "It costs 5 million pesos.",
        "It pays $127 for 1,000 cubic meters of gas.",
        "One in 5 people agreed.",
        "Two leaders met.",
        "Lake Street 12 tenants moved.",
        "The first 100 trucks passed.",
        "It cost 30 million rubles.",
        "Its 40 workers' wages rose.",
        "",
    ],
)
def test_other_numbers_are_no_counts(text):
    assert found(text) == ()


def test_what_happened_elsewhere_is_no_fate_of_the_counted():
    (people, cities) = found("At least 106 people in 21 cities have been killed.")
    assert (people.about, cities.about) == (None, None)


def test_counts_are_found_in_english_only():
    assert found("Es kamen 500 Fans und 20 Clubs.", "de") == ()
    assert found("It has 500 workers.", None) == ()


def test_a_level_is_dated_and_an_event_is_not():
    told = body(
        "Inflation stood at 9 percent at the end of 2020.", "It sold 30 cars by the end of 2020."
    )
    assert [q.as_of for q in dated(quantities(told, "en"), (), told)] == ["2020", None]


WORDS = st.lists(
    st.sampled_from(
        "about more than 70 percent % of the debt 30,000 people 5 million tons oil were killed "
        "2020 and in at 3-4 , . $ — Minsk’s of of its to 60 or".split()
    ),
    max_size=14,
).map(" ".join)


@given(WORDS)
def test_every_part_is_a_slice_of_its_sentence(text):
    for one in found(text):
        for part in (one.text, one.unit, one.about or "", one.modifier or ""):
            assert part in text
        assert one.value >= 0


@pytest.mark.parametrize("text", ["5 percent of " * 9_000, "30 people " * 9_000, "5 5,0 " * 20_000])
def test_one_long_sentence_does_not_take_long(text):
    sentences = body(text)
    dated(quantities(sentences, "en"), (), sentences)
