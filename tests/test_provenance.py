"""What stands beside a fetched page is read as data, and only what it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.extract import container
from digest.models import DateClue, Metadata, Skipped
from digest.readers import folder, provenance

PAGE = b"<html><body><p>The ferry stopped on Monday.</p></body></html>"
NAMES = sorted(provenance.Provenance.__dataclass_fields__)


@given(st.dictionaries(st.sampled_from(NAMES), st.text(st.characters(codec="utf-8"), max_size=50)))
def test_what_is_written_is_read(said):
    one = provenance.Provenance(**{**said, "url": "https://a.example/" + said.get("url", "")})
    assert provenance.parse(provenance.dump(one).encode()) == one


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"{}",
        b"\xff",
        b"[" * 100_000,
        b'{"url": "javascript:alert(1)"}',
        b'{"url": 5}',
        b'{"url": "https://a.example/", "more": "x"}',
        b'{"url": "https://a.example/' + b"x" * 20_000 + b'"}',
    ],
)
def test_anything_else_is_told_and_the_page_is_read_without_it(tmp_path, data):
    (tmp_path / "a.html").write_bytes(PAGE)
    (tmp_path / "a.html.meta.json").write_bytes(data)
    page, beside = folder.read([tmp_path], max_bytes=200_000)
    assert page.hints == ()
    assert isinstance(beside, Skipped)
    assert beside.source.endswith("a.html.meta.json")
    assert "fetch the page again" in beside.detail


def test_a_note_without_its_page_says_nothing(tmp_path):
    (tmp_path / "a.html.meta.json").write_bytes(b'{"url": "https://a.example/"}')
    assert folder.read([tmp_path], max_bytes=1000) == []


def clue(date, confidence, basis="date line"):
    return DateClue(date=date, basis=basis, confidence=confidence)


@pytest.mark.parametrize(
    ("stated", "published", "expected"),
    [
        ((), "2022-05-03", [("2022-05-03", "low")]),
        ((clue("2022-05-03", "low"),), "2022-05-03T10:00:00Z", [("2022-05-03", "high")]),
        (
            (clue("2022-05-01", "high"),),
            "2022-05-03",
            [("2022-05-01", "high"), ("2022-05-03", "low")],
        ),
        ((clue("2022-05-01", "low"),), "", [("2022-05-01", "low")]),
    ],
)
def test_a_feed_confirms_a_page_and_never_overrules_it(stated, published, expected):
    hints = {"feed published": published, "feed title": "From the feed"}
    meta = container.page(hints, Metadata(title="Its own", dates=stated))
    assert [(d.date, d.confidence) for d in meta.dates] == expected
    assert meta.title == "Its own"
