"""The basics of text that every stage shares."""

import sys
import unicodedata

import pytest

from digest import text


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("The  Lock\n", "the lock"),
        ("“Łódź” — the lock’s", '"łódź" - the lock\'s'),
        ("ﬁve\u00adteen\u200b LOCKS", "fiveteen locks"),
        ("non\u2011stop", "non-stop"),
        ("STRASSE Straße", "strasse strasse"),
    ],
)
def test_folded_text_is_plain(written, folded):
    assert text.fold(written) == folded


def test_what_is_seen_has_no_format_character():
    every = "".join(map(chr, range(sys.maxunicode + 1)))
    seen = text.visible(every)
    assert "Cf" not in {unicodedata.category(c) for c in seen}
    assert not any(c.isspace() for c in seen)
    lost = {unicodedata.category(c) for c in set(every) - set(seen) if not c.isspace()}
    assert lost <= {"Cf", "Cn"}


@pytest.mark.parametrize(
    ("whole", "shown"),
    [
        ("the locks of the river", "the locks of"),
        ("the locks of a river", "the locks of a"),
        ("the-locks-of-the-river", "the-locks-of-t"),
        ("水门水门水门水门水门水门水门水门", "水门水门水门水门水门水门水门"),
    ],
)
def test_a_text_is_cut_between_words(whole, shown):
    assert text.shortened(whole, 14) == shown
