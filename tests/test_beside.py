"""What is said about debt, side by side: which figures, in which order, and when there is none."""

from __future__ import annotations

import pytest
from briefs import SETTINGS, A, B, C, article, brief, entry

from digest.extract.amounts import amounts
from digest.extract.quantities import quantities
from digest.views.beside import debts, topic_on_debt
from digest.views.site import Site

SLUG = SETTINGS.topics[0].slug


def site(*texts):
    entries = []
    for key, text in zip((A, B, C), texts, strict=False):
        body = article(key, [text]).sentences
        found = {"amounts": amounts(body), "quantities": quantities(body, "en")}
        entries.append(entry(article(key, [text], on={SLUG: [0]}, **found)))
    return Site(brief(*entries), SETTINGS)


OWED = "Belarus had $7.5 billion of debt to its neighbour."


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ((OWED, "The country has bonds worth $3.3 billion abroad."), {"$7.5 billion", "$3.3 billion"}),
        ((OWED, "Moscow holds 60 percent of the public debt."), {"$7.5 billion", "60 percent"}),
        ((OWED,), set()),
        ((OWED, "It still had $7.5 billion of debt in May."), set()),
        ((OWED, "The plant cost $3.3 billion to build."), set()),
    ],
    ids=["bonds", "a share", "alone", "one value twice", "no debt"],
)  # fmt: skip
def test_debts_stand_side_by_side(texts, expected):
    made = site(*texts)
    rows = debts(made, SLUG)
    assert {row.figure.text.text for row in rows} == expected
    slug = topic_on_debt(made, [row.figure for row in rows])
    assert slug == (SLUG if expected else None)
