"""What is an article and what is none: whole pages of kinds that no rule names, and the measures."""

from pathlib import Path
from time import process_time

import pytest
from test_lines import PROSE, document

from digest.extract import lines
from digest.extract.rejection import reported
from digest.models import Cleaned, FrontMatter, Skipped

SECONDS = 5.0
"""For 100,000 characters that took 12 s in one expression, model of languages included."""
KINDS = Path(__file__).parent / "data" / "kinds"
NONE = sorted((KINDS / "none").glob("*.txt"))
ARTICLES = sorted((KINDS / "article").glob("*.txt"))


def judged(text, front=None):
    return lines.clean(lines.label(document(text, front=front)), frozenset(), ())


@pytest.mark.parametrize("path", NONE, ids=lambda path: path.stem)
def test_a_page_that_reports_nothing_is_no_article_and_says_what_to_do(path):
    found = judged(path.read_text(encoding="utf-8"))
    assert isinstance(found, Skipped)
    assert found.reason == "not-an-article"
    assert "; save" in found.detail
    assert found.detail.endswith(".")


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_what_looks_like_such_a_page_and_reports_is_an_article(path):
    assert isinstance(judged(path.read_text(encoding="utf-8")), Cleaned)


def test_an_editor_who_gives_a_title_has_judged_already():
    text = (KINDS / "none" / "press_kit.txt").read_text(encoding="utf-8")
    assert isinstance(judged(text, FrontMatter(title="Cargo bikes for towns with hills")), Cleaned)


def test_the_reason_names_the_signs():
    text = (KINDS / "none" / "pricing.txt").read_text(encoding="utf-8")
    assert "(signs: fields 6, " in judged(text).detail


FRAME = (
    "Log in\nSubscribe\nBuy the e-paper\nSave   Share   Print   Send\nDelivery: 0800 000\n"
    "Newsletters   Account   Help\n"
)
ASKED = "Enter your email\n[ ] I accept the terms\nSign up\nDownload the app\nAdvertise\n"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Lock closed\nBy Lena Barge\n" + PROSE, True),
        ("Lock closed\n", False),
    ],
    ids=["a brief in the frame of its site", "the frame alone"],
)
def test_the_frame_of_a_page_does_not_take_its_article_along(text, kept):
    assert isinstance(judged(FRAME + text + ASKED), Cleaned) == kept


@pytest.mark.parametrize(
    ("sentence", "reports"),
    [
        ("the lock was closed on friday", True),
        ("they closed the lock again", True),
        ("the county has closed the lock", True),
        ("the keeper says that nobody asked him", True),
        ("the lock is closed on fridays", False),
        ("a closed lock has two gates", False),
        ("send two published texts and a letter", False),
        ("a card printed by hand", False),
        ("what a hundred barges need", False),
        ("die schleuse wurde am freitag geschlossen", True),
        ("die schleuse ist am freitag zu", False),
        ("шлюз закрыли в пятницу", True),
        ("шлюз закрыт по пятницам", False),
        ("шлюз открыт или закрыт", False),
        ("śluzę zamknęli w piątek", True),
        ("jeżeli śluza jest zamknięta", False),
    ],
)
def test_a_past_tense_is_what_a_report_is_known_by(sentence, reports):
    assert reported.past(sentence.split()) == reports


def test_a_line_without_spaces_takes_no_time():
    started = process_time()
    lines.label(document("a@" * 50_000 + "\nLog in\nEmail\nLog out\n"))
    assert process_time() - started < SECONDS
