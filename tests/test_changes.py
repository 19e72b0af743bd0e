"""What changed between two versions, sentence by sentence."""

from __future__ import annotations

import time

import pytest

from digest.changes import compare
from digest.models import Sentence


def version(prefix, *texts):
    return [
        Sentence(id=f"{prefix}{i}", text=t, line=i + 1, start=0, end=0, paragraph=i)
        for i, t in enumerate(texts)
    ]


DEAD = "At least 3 of the swans on the mill pond have died, the vet of the district said."
WHY = "He suspects a paint that somebody poured into the brook above the pond."


@pytest.mark.parametrize(
    ("older", "newer", "expected"),
    [
        pytest.param([], [], [], id="nothing"),
        pytest.param([DEAD, WHY], [WHY, DEAD], [], id="moved"),
        pytest.param(
            ["“It’s late,” she said."], ['"It\'s  late", she said.'], [], id="quotes and spaces"
        ),
        pytest.param([DEAD], [DEAD, WHY], [("new", None, "n1")], id="new"),
        pytest.param([DEAD, WHY], [DEAD], [("dropped", "o1", None)], id="dropped"),
        pytest.param(
            [DEAD, WHY],
            [DEAD.replace("3", "5"), WHY],
            [("superseded", "o0", "n0")],
            id="another figure",
        ),
        pytest.param(
            ["The council will vote on the bathing ban on Tuesday evening in the old school."],
            ["The council voted on the bathing ban on Tuesday evening in the old school."],
            [("superseded", "o0", "n0")],
            id="what was to come has come",
        ),
        pytest.param(
            ["The council will hold talks on a second set of rules for the bathing ban."],
            ["The council has begun talks on a second set of rules for the bathing ban."],
            [("superseded", "o0", "n0")],
            id="a set of rules is no plan",
        ),
        pytest.param(
            [WHY],
            ["The vet suspects paint that somebody poured into the brook above the mill pond."],
            [("restated", "o0", "n0")],
            id="in other words",
        ),
        pytest.param(
            ["Bathers pay €4 a day at the mill pond, as in the two years before."],
            [
                "Prices are not in the new rules: bathers pay €4 a day until autumn, and what they "
                + "pay for the pond from then on has been left to a working group of the council."
            ],
            [("new", None, "n0"), ("dropped", "o0", None)],
            id="what stood before, and twice as much that did not",
        ),
        pytest.param(
            ["The thieves left the Place Vendome on two motorcycles before the police came."],
            ["The thieves left the Place Vendôme on two motorcycles before the police came."],
            [],
            id="an accent",
        ),
        pytest.param(
            [DEAD],
            ["A choir from Aarlen sang in the market hall."],
            [("new", None, "n0"), ("dropped", "o0", None)],
            id="nothing in common",
        ),
        pytest.param([DEAD, DEAD], [DEAD], [("dropped", "o1", None)], id="said twice before"),
    ],
)
def test_compare(older, newer, expected):
    found = compare(version("o", *older), version("n", *newer))
    assert [(c.kind, c.older, c.newer) for c in found] == expected


def test_very_long_texts_end_soon():
    texts = [f"Row {i} of the register names barge {i * 7} and its load." for i in range(5_000)]
    start = time.process_time()
    found = compare(
        version("o", *texts), version("n", *(t.replace("barge", "ship") for t in texts))
    )
    assert time.process_time() - start < 30
    assert {c.kind for c in found} <= {"restated", "new", "dropped", "superseded"}
