"""Where a first sentence begins behind an agency's prefix."""

import pytest

from digest.extract.lead_in import agency, dateline, lead_in

REST = "Prices rose again on Friday."


@pytest.mark.parametrize(
    ("prefix", "name"),
    [
        ("MINSK, Sept 5 (Reuters) - ", "Reuters"),
        ("WASHINGTON, Feb 26 (Reuters) – ", "Reuters"),
        ("RIVERTON (LAKESIDE DAILY/ISLAND NEWS NETWORK) - ", "LAKESIDE DAILY/ISLAND NEWS NETWORK"),
        ("Berlin (dpa) - ", "dpa"),
        ("(Reuters) - ", "Reuters"),
        ("(CNN) -- ", "CNN"),
        ("(CNN) ", "CNN"),
        ("MOSCOW, February 5. /TASS/. ", "TASS"),
        ("/TASS/ ", "TASS"),
        ("МОСКВА, 5 сен — РИА Новости. ", "РИА Новости"),
        ("MOSCOW/MINSK, June 21 - ", None),
        ("OXBOW, Idaho, May 07, 2019 (NEWSLINE) -- ", "NEWSLINE"),
        ("BRUSSELS (CNS) — ", "CNS"),
        ("BRUSSELS - ", None),
        ("Feb 19 (C&C) - ", "C&C"),
        ("Media playback is not supported on this device ", None),
    ],
)
def test_the_agency_s_prefix_is_cut(prefix, name):
    assert (lead_in(prefix + REST), agency(prefix + REST)) == (len(prefix), name)


@pytest.mark.parametrize(
    "text",
    [
        REST,
        "",
        "(CNN)",
        "Berlin - Russia and the Union are neighbours.",
        "BERLIN - MOSCOW is a long way by rail.",
        "NATO - the alliance - said no.",
        "Prices (in roubles) - and nothing else - rose.",
        "The price (a tenth above last year's) rose.",
        "He paid 5/10 of the price.",
        "Minsk, which pays less (Moscow says), wants more.",
    ],
)
def test_a_sentence_without_one_is_left_whole(text):
    assert lead_in(text) == 0


@pytest.mark.parametrize(
    ("prefix", "cut"),
    [
        ("MINSK, Sept 5 (Reuters) - ", True),
        ("LONDON, 4 May 2020 – ", True),
        ("Feb 19 (Reuters) - ", True),
        ("(CNN) ", False),
        ("Oxbow (away) - ", False),
        ("Shown (from left): ", False),
        ("Media playback is not supported on this device ", False),
    ],
)
def test_a_later_paragraph_opens_with_place_or_date(prefix, cut):
    assert dateline(prefix + REST) == len(prefix) * cut
