"""Two versions of one text as a picture: which sentence became which, and what is not shown."""

import xml.etree.ElementTree as ET

import pytest
from briefs import A, B, article, entry

from digest.grouping.align import align
from digest.textmaps import versions_map
from digest.views.textmap import DRAWN, textmap

OLDER = [
    "The council of Tarn will vote on the new bridge on Friday.",
    "Boats pay nine crowns for each passage of the lock.",
    "The mayor did not want to say which side she is on.",
]
NEWER = [
    "The council of Tarn has voted for the new bridge on Friday.",
    "Anglers had camped on the old one for a week.",
    "Boats pay nine crowns for each passage of the lock.",
]


def compared(older=OLDER, newer=NEWER, shown=(None, None)):
    return textmap(
        entry(article(B, list(older)), shown=shown[0]),
        entry(article(A, list(newer)), shown=shown[1]),
        align(older, newer),
    )


def test_each_sentence_is_linked_to_what_it_became():
    view = compared()
    assert view.links == ((0, 0, "superseded"), (1, 2, "same"))
    assert [s.kind for s in view.older] == ["superseded", "same", "dropped"]
    assert [s.kind for s in view.newer] == ["superseded", "new", "same"]
    counts = {c.name.rpartition(".")[2]: c.value for c in (view.same, view.changed, view.new)}
    assert counts == {"same": 1, "changed": 1, "new": 1}
    assert view.dropped.value == 1


def test_the_table_says_what_the_picture_shows():
    assert compared().rows == (
        (3, 3, "superseded"),
        (None, 4, "new"),
        (4, 5, "same"),
        (5, None, "dropped"),
    )


@pytest.mark.parametrize("width", [340, 620])
def test_the_picture_has_a_bar_for_each_sentence_within_its_width(width):
    drawn = ET.fromstring(versions_map(compared(shown=([0], [0, 1])), width))  # noqa: S314 - ours
    kinds = [path.get("class") for path in drawn]
    assert kinds == [
        *("v-link v-moved", "v-link"),
        *("v-changed", "v-same v-hidden", "v-alone v-hidden"),
        *("v-changed", "v-alone", "v-same v-hidden"),
    ]
    starts = [int(path.get("d").split()[0].lstrip("M")) for path in drawn]
    assert all(0 <= start <= width for start in starts)


def test_a_very_long_text_has_no_picture():
    assert (
        compared(older=[f"Boat {n} waits at the lock of Tarn." for n in range(DRAWN + 1)]) is None
    )
