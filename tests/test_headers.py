"""Machine-made headers above a text: what they say, and where they end."""

import pytest

from digest.extract.headers import read_headers, scan
from digest.models import DateClue, Metadata

BODY = "The river rose overnight, and the lower town was cut off from the station by noon.\n"


def clue(date: str, basis: str, text: str, line: int) -> tuple[DateClue, ...]:
    return (DateClue(date=date, basis=basis, confidence="high", text=text, line=line),)


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("", Metadata()),
        (
            "---\nlayout: post\ntitle: 'River rises'\ndate: 2021-02-22 10:00:00\n---\n",
            Metadata(
                title="River rises",
                dates=clue("2021-02-22", "front matter of the file", "2021-02-22 10:00:00", 4),
            ),
        ),
        (
            '+++\ntitle="River rises"\ndate=2019-10-10\nauthors = ["Mira Vogt"]\n+++\n',
            Metadata(
                title="River rises",
                dates=clue("2019-10-10", "front matter of the file", "2019-10-10", 3),
                author='["Mira Vogt"]',
            ),
        ),
        (
            '---\ntitle: "River\\u2019s \\\n  \\ rise"\n---\n',
            Metadata(title="River’s rise"),
        ),
        (
            "## River rises\n\nkeywords: river flood\n\nauthors: Mira Vogt\n\npublish date: 2021-02-22 00:00:00\n\n[Original Article](https://a.example/river)\n",
            Metadata(
                dates=clue("2021-02-22", "crawler header", "2021-02-22 00:00:00", 7),
                url="https://a.example/river",
                author="Mira Vogt",
            ),
        ),
        ("## River rises\n\nauthors:\n\npublish date: None\n", Metadata()),
        (
            "## River rises\n- [https://a.example/r](https://a.example/r)\n- date published: 2021-08-09 16:40:47+00:00\n",
            Metadata(
                dates=clue("2021-08-09", "crawler header", "2021-08-09 16:40:47+00:00", 3),
                url="https://a.example/r",
            ),
        ),
        (
            "Title: River rises\nSource: Harbour Wire\nLanguage: en-GB\n",
            Metadata(title="River rises", outlet="Harbour Wire", language="en"),
        ),
        ("---\nThe river rose.\nNobody closed this block.\n", Metadata()),
        ("---\ndate: 2021-99-99\n---\n", Metadata()),
    ],
)
def test_headers_give_candidates(header, expected):
    assert read_headers(header + "\n" + BODY, 0) == expected


def test_a_header_ends_where_the_text_begins():
    text = "River rises\nUpdated: Monday\n" + BODY + "Source: the mayor said so.\n"
    assert [header.n for header in scan(text, 0)] == [2]


def test_lines_are_counted_from_the_top_of_the_file():
    text = "---\ntitle: Editor\n---\n\ndate: 2021-02-22\n\n" + BODY
    assert [header.n for header in scan(text, len("---\ntitle: Editor\n---\n"))] == [5]
