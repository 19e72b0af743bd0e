"""What each line of a text is: fixtures of label and text side by side, and the laws."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from digest.extract import headers, lines
from digest.models import Cleaned, Document, FrontMatter, Kind, RawArticle, Skipped
from digest.settings import SourceSettings
from digest.text import squeeze

FIXTURES = sorted((Path(__file__).parent / "data" / "lines").glob("*.lines"))
KEPT = {"body", "title"}
"""`noise` in a fixture is any other label: which one is nobody's concern."""
PROSE = (
    "The two ministers signed the treaty on the river in the old town hall on Tuesday evening.\n"
    "They will meet again in the autumn, when the first barges are expected at the new locks.\n"
)


def document(text: str, kind: Kind = "text", front: FrontMatter | None = None) -> Document:
    raw = RawArticle(
        source="a.txt", kind=kind, id="0" * 16, text=text, front=front or FrontMatter()
    )
    return Document(raw=raw, text=text, meta=headers.read_headers(text, 0))


def cleaned(text: str, **kwargs: object) -> Cleaned:
    found = lines.clean(lines.label(document(text, **kwargs)), frozenset(), ())
    assert isinstance(found, Cleaned)
    return found


def pairs(path: Path) -> list[tuple[str, str]]:
    rows = path.read_text(encoding="utf-8").split("\n")[:-1]
    return [tuple(row.split("\t", 1)) if row else ("", "") for row in rows]


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.stem)
def test_every_line_has_the_label_a_reader_would_give_it(path):
    expected = pairs(path)
    text = "\n".join(text for _, text in expected)
    found = {line.n: (line.label, line.rule) for line in cleaned(text).lines}
    said = [(n, label, text) for n, (label, text) in enumerate(expected, 1) if label]
    got = [
        (n, "noise" if label == "noise" and found[n][0] not in KEPT else found[n][0], text)
        for n, label, text in said
    ]
    assert got == said


@pytest.mark.parametrize(
    ("text", "title", "derived"),
    [
        ("Barges return to the river\n" + PROSE, "Barges return to the river", False),
        ("BARGES RETURN TO THE RIVER.\n" + PROSE, "BARGES RETURN TO THE RIVER.", False),
        ("Will barges return to the river ?\n" + PROSE, "Will barges return to the river ?", False),
        (
            "# Barges return to the river | Harbour Wire\n" + PROSE,
            "Barges return to the river",
            False,
        ),
        (
            "Barges return to the river Published duration 2 hours ago\n" + PROSE,
            "Barges return to the river",
            False,
        ),
        (
            '---\ntitle: "Barges return"\nlayout: post\n---\n' + PROSE,
            "Barges return",
            False,
        ),
        (
            '---\ntitle: "Barges\\u2019 return\\\n  \\ after\\_a year"\n---\n' + PROSE,
            "Barges’ return after a year",
            False,
        ),
        (
            '---\ntitle: "Barges\\u2019 return"\nno: yaml: here\n---\n' + PROSE,
            "The two ministers signed the treaty on the river in the old town hall on Tuesday evening",
            True,
        ),
        (
            "You are in: Office for Locks and Weirs > Tolls > Releases\nBarges return at once\n"
            + PROSE,
            "Barges return at once",
            False,
        ),
        (
            'RIVER REVIEW\n"They will meet again in the autumn"\n' + PROSE + "It rained. " + PROSE,
            '"They will meet again in the autumn"',
            False,
        ),
        (
            "No toll for the “Heron”\nTwo ministers signed a treaty on the river and its locks\n"
            + PROSE,
            "No toll for the “Heron”",
            False,
        ),
        (
            PROSE,
            "The two ministers signed the treaty on the river in the old town hall on Tuesday evening",
            True,
        ),
        (
            "MINSK, Sept 5 (Reuters) - " + PROSE,
            "The two ministers signed the treaty on the river in the old town hall on Tuesday evening",
            True,
        ),
    ],
)
def test_the_title_is_the_headline_or_marked_as_derived(text, title, derived):
    found = cleaned(text).title
    assert (found.text, found.derived) == (title, derived)


def test_the_editor_s_title_wins():
    found = cleaned("Barges return\n" + PROSE, front=FrontMatter(title="Our own headline")).title
    assert (found.text, found.line, found.derived) == ("Our own headline", None, False)


SOURCES = (
    SourceSettings(name="Harbour Wire", aliases=("HARBOUR WIRE",), hosts=("harbourwire.example",)),
    SourceSettings(name="Lakeside Radio", aliases=("LR",), hosts=("lakeside.example",)),
)


@pytest.mark.parametrize(
    ("text", "outlet", "named"),
    [
        (PROSE, None, ()),
        ("url: https://www.harbourwire.example/a\n\n" + PROSE, "Harbour Wire", ()),
        ("url: https://elsewhere.example/a\n\n" + PROSE, "elsewhere.example", ()),
        ("source: LR\n\n" + PROSE, "Lakeside Radio", ()),
        ("Barges return to the river | HARBOUR WIRE\n" + PROSE, "Harbour Wire", ()),
        ("RIVERTON, May 3 (Reuters) - " + PROSE, "Reuters", ()),
        (PROSE + "With reporting by dpa and TASS", None, ("dpa", "TASS")),
        (
            PROSE + "(Reporting by Lena Marsh in Plains; Editing by Tom Reed)",
            None,
            (),
        ),
        (
            PROSE + "This post was originally published on Lakeside Radio.",
            None,
            ("Lakeside Radio",),
        ),
        ("Barges return | Bay Radio\nRIVERTON (Reuters) - " + PROSE, "Reuters", ()),
        (PROSE + "© 2022 Bay Ledger. All rights reserved.", "Bay Ledger", ()),
        (PROSE + "Copyright © LR 2021", "Lakeside Radio", ()),
        (PROSE + "© 2022. All rights reserved.", None, ()),
        (PROSE.replace("\n", "\nA barge. © Lena Marsh/Getty\n", 1), None, ()),
        (PROSE + "Quelle: Bucht-Kurier", "Bucht-Kurier", ()),
        (PROSE + "Источник: Речной вестник", "Речной вестник", ()),
        ("Barges return at last\nBy Bay Ledger's river desk\n" + PROSE, "Bay Ledger", ()),
        ("Barges return at last\n*LR · 4 May 2021*\n" + PROSE, "Lakeside Radio", ()),
        (PROSE + "https://www.lakeside.example/more", "Lakeside Radio", ()),
        (
            PROSE + "With reporting by dpa and the Plains bureau of Bay Ledger",
            "Bay Ledger",
            ("dpa",),
        ),
        (
            "url: https://harbourwire.example/a\n\nRIVERTON (dpa) - " + PROSE,
            "Harbour Wire",
            ("dpa",),
        ),
    ],
)
def test_contributors_are_credits_and_no_outlet(text, outlet, named):
    found = lines.clean(lines.label(document(text)), frozenset(), SOURCES)
    assert (found.outlet, found.credits) == (outlet, named)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        (" \n\n \n", "empty"),
        ("* * *\n---\n", "not-an-article"),
        ("Access Denied\nReference #18.101fd717\nhttps://errors.example/18.101", "not-an-article"),
        ("404 Not Found\nThe page you asked for could not be found.\nHome\n", "not-an-article"),
        (
            "Grain prices rise\nSubscribe to continue reading\nAlready a subscriber? Log in to continue\n",
            "not-an-article",
        ),
        (
            "We use cookies\nAccept all cookies\nManage your consent\nPrivacy Policy\n",
            "not-an-article",
        ),
        (
            "Latest\nMill to go on\nMay 3, 2021\nTram sold\nMay 2, 2021\nLocks open\nMay 1, 2021\n",
            "not-an-article",
        ),
        (
            "".join(
                f"Council decides on matter number {n} of the year\nMay {n}, 2021\n"
                f"The council met on the matter and found that more had to be known first.\nRead more\n"
                for n in range(1, 9)
            ),
            "not-an-article",
        ),
    ],
)
def test_what_is_no_article_says_why(text, reason):
    found = lines.clean(lines.label(document(text)), frozenset(), ())
    assert isinstance(found, Skipped)
    assert found.reason == reason
    assert found.detail.endswith(".")


@pytest.mark.parametrize(
    "text",
    [
        "Riverton beat Plains.",
        "Talks failed\nThe talks failed.",
        PROSE + "The page was not found in the archive, the librarian told the court on Friday.",
        "Subscribe to continue reading is what the paper tells its readers now, and few of them do.\n"
        + PROSE,
    ],
)
def test_a_short_or_odd_article_is_still_one(text):
    assert isinstance(lines.clean(lines.label(document(text)), frozenset(), ()), Cleaned)


def test_furniture_is_dropped_where_the_caller_found_it():
    text = PROSE + "The river is the oldest of the roads that lead to the sea.\n"
    said = "the river is the oldest of the roads that lead to the sea."
    found = lines.clean(lines.label(document(text)), frozenset({said}), ())
    assert [line.label for line in found.lines] == ["body", "body", "nav"]


def test_machine_translation_is_flagged_only_on_two_signs():
    flagged = "Visit to the river\n[ad_1]\nVon Denis Muster\n" + PROSE + "[ad_2]\n"
    once = "Visit to the river\nVon Denis Muster\n" + PROSE
    assert (cleaned(flagged).translated, cleaned(once).translated) == (True, False)


TEXT = st.text(
    alphabet=st.sampled_from("aB. ,:!?\"'()-#*_[]/|0…\n\t\r\u00a0\u200bжЯ中"), max_size=300
)


@given(TEXT)
def test_each_line_that_is_not_empty_is_labelled_once_and_is_a_slice(text):
    labelled = lines.label(document(text))
    physical = text.split("\n")
    filled = [n for n, line in enumerate(physical, 1) if line.strip().strip("\ufeff\u200b").strip()]
    assert [line.n for line in labelled.lines] == filled
    for line in labelled.lines:
        shown = text[line.start : line.end]
        assert shown == shown.strip()
        assert shown in physical[line.n - 1]


@given(TEXT)
@example("_\nЯ")
def test_the_title_is_a_slice_of_the_text(text):
    found = lines.clean(lines.label(document(text, kind="html")), frozenset(), ())
    if isinstance(found, Cleaned):
        assert found.title.text in squeeze(text)


@given(TEXT)
def test_cleaning_without_furniture_keeps_the_labels(text):
    labelled = lines.label(document(text))
    found = lines.clean(labelled, frozenset(), ())
    if isinstance(found, Cleaned):
        assert found.lines == labelled.lines
