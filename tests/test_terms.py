"""The editors' pattern language: what matches, what does not, and that nothing breaks out."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.settings import Term
from digest.terms import Matcher, places_of


def found(patterns, text, language=None):
    matcher = Matcher([Term(pattern=p) if isinstance(p, str) else p for p in patterns])
    return [text[match.start : match.end] for match in matcher.find(text, language)]


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("loan", "The loan, a LOAN and loans", ["loan", "LOAN"]),
        ("loan*", "A loan; loans were loaned", ["loan", "loans", "loaned"]),
        ("*sanktion*", "Wirtschaftssanktionen gegen Minsk", ["Wirtschaftssanktionen"]),
        ("*sanktion", "Die Gegensanktion, die Sanktionen", ["Gegensanktion"]),
        ("union state", "The Union State, the union, state by state", ["Union State"]),
        ("union state", "The union's state and a union-state", ["union's state", "union-state"]),
        ("union state", "“Union” “State”", ["Union” “State"]),
        ("gas|oil price*", "Gas prices rose, oil, prices too", ["Gas prices"]),
        ("white-red-white|old flag*", "a white-red-white flag", ["white-red-white flag"]),
        ("price* ~ gas", "price gas; price of the gas", ["price gas", "price of the gas"]),
        ("price* ~ gas", "the price of all the natural gas", []),
        ("price*~gas", "prices for gas", ["prices for gas"]),
        (
            "freez* ~ asset* ~ bank*",
            "freezing the assets of two banks",
            ["freezing the assets of two banks"],
        ),
        ("imf | gas|oil price*", "IMF loans, gas prices", ["IMF", "gas prices"]),
        ("1,000 cubic", "per 1,000 cubic metres", ["1,000 cubic"]),
        ("e.o.", "signed E.O. 13405", ["E.O"]),
        ("belarus", "Belarus 's debt and Belarus’ debt", ["Belarus", "Belarus"]),
        ("аб'яднан*", "аб’яднанне дзвюх краін", ["аб’яднанне"]),
        ("ёлка", "елка и Ёлка", ["елка", "Ёлка"]),
        ("cafe\u0301", "Café", ["Café"]),
        ("sanction*", "https://example.org/sanctions www.sanctions.example", []),
        ("sanction*", "[sanctions](https://example.org/sanctions)", ["sanctions"]),
        ("(a+)+$", "a a", ["a", "a"]),
        ("", "anything", []),
        ("~ *", "anything", []),
        ("|", "a | b", []),
    ],
)
def test_pattern(pattern, text, expected):
    assert found([pattern], text) == expected


@pytest.mark.parametrize(
    ("wanted", "language", "matches"),
    [("de", "de", True), ("de", "en", False), ("de", None, True), (None, "en", True)],
)
def test_a_term_keeps_to_its_language(wanted, language, matches):
    """A text of unknown language is read with the terms of all."""
    assert bool(found([Term(pattern="kredit*", language=wanted)], "Kredite", language)) is matches


def test_overlapping_terms_are_all_reported():
    assert found(["gas price*", "price*"], "gas prices") == ["gas prices", "prices"]


def test_places_name_what_may_stand_where():
    assert places_of(Term(pattern="gas|oil price* ~ *sanktion*")) == (
        (("gas", False), ("oil", False)),
        (("price", True),),
    )


_PATTERNS = st.lists(st.text(alphabet="ab *~|.'-([?", max_size=12), max_size=4)


@given(_PATTERNS, st.text(alphabet="ab '-.,\n/:", max_size=80) | st.text(max_size=80))
def test_any_pattern_meets_any_text(patterns, text):
    """Whatever an editor writes: matches are slices in order, and never empty."""
    matcher = Matcher([Term(pattern=pattern) for pattern in patterns])
    matches = matcher.find(text)
    assert all(0 <= m.start < m.end <= len(text) and m.term < len(patterns) for m in matches)
    assert [m.start for m in matches] == sorted(m.start for m in matches)
    assert matches == matcher.find(text)


@given(st.lists(st.sampled_from(["oil", "gas", "price", "of"]), max_size=30))
def test_a_word_is_found_wherever_it_stands(words):
    assert found(["gas"], " ".join(words)) == ["gas"] * words.count("gas")


@pytest.mark.parametrize("text", ["a " * 50_000, "a" * 2_000_000, "~ - . " * 50_000])
def test_large_texts_are_read_in_one_pass(text):
    """A quadratic matcher takes minutes here."""
    matcher = Matcher([Term(pattern=p) for p in ("a ~ a ~ a ~ b", "*a*", "b*", "a a a a c")])
    start = time.process_time()
    matcher.find(text)
    assert time.process_time() - start < 10
