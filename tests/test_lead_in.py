"""Where a first sentence begins behind an agency's prefix."""

import pytest

from digest.extract.lead_in import agency, lead_in

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
        "BERLIN - Russia and the Union are neighbours.",
        "Prices (in roubles) - and nothing else - rose.",
        "The price (a tenth above last year's) rose.",
        "He paid 5/10 of the price.",
        "Minsk, which pays less (Moscow says), wants more.",
    ],
)
def test_a_sentence_without_one_is_left_whole(text):
    assert lead_in(text) == 0
