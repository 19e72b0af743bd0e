"""Pictures for links: what stands on them, and that they are small, ours and always the same."""

from __future__ import annotations

import io
import re
import unicodedata
from dataclasses import replace

import pytest
from briefs import SETTINGS, A, B, C, article, brief, entry, sample
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from digest import writer
from digest.cache import Cache
from digest.cards import fonts, values
from digest.cards.card import Card, front_path, story_path, topic_path
from digest.cards.draw import HUES, INK, PAPER, SIZE, TITLE, WIDTH, _length, draw, drawable, fit
from digest.models import MARKER

CSS = (ROOT / "digest/theme/assets/digest.css").read_text(encoding="utf-8")
LARGEST = 25_000


@pytest.fixture(scope="module")
def cards():
    return {card.path: card for card in values.cards(sample(), SETTINGS)}


def picture(card):
    return Image.open(io.BytesIO(draw(card).content))


def titled(title, **more):
    made = values.cards(brief(entry(article(A, ["Water fell."], title=title, **more))), SETTINGS)
    return next(card for card in made if card.path == story_path(A))


def test_the_front_page_each_topic_and_each_story_have_one(cards):
    topics = {topic_path("water"), topic_path("fish")}
    assert set(cards) == {front_path(), *topics, story_path(A), story_path(C)}


def test_a_card_says_what_its_page_says(cards):
    card = cards[story_path(A)]
    assert (card.title, card.article, card.line, card.cut) == ("Locks stay shut", A, 1, False)
    assert (card.date, card.precision, card.sure) == ("22 Feb 2021", "day", True)
    assert card.counts == (
        (f"story:{A}.articles", 2, "articles"),
        (f"story:{A}.texts", 1, "text"),
        (f"story:{A}.outlets", 1, "outlet"),
    )
    assert card.topics == (("Water & locks", 0),)
    assert cards[story_path(C)].outlets == ("Речной листок",)
    assert cards[story_path(C)].date == ""


def test_they_can_be_turned_off():
    settings = replace(SETTINGS, site=replace(SETTINGS.site, cards=False))
    assert values.cards(sample(), settings) == ()


def test_a_card_is_small_the_size_of_a_preview_and_marked_as_ours(cards, tmp_path):
    for card in cards.values():
        made = draw(card)
        assert len(made.content) < LARGEST
        assert MARKER.encode() in made.content[: writer.MARKER_WITHIN]
        writer.write([made], tmp_path, tmp_path / "state")
        assert writer.is_ours(tmp_path / made.path)
        image = picture(card)
        assert (image.format, image.size, image.mode) == ("PNG", SIZE, "P")


def test_the_longest_and_darkest_card_is_small_too():
    long = titled("Wasserstandsmeldungen " * 7 + "Ende", outlet="Ж" * 40)
    assert len(draw(long).content) < LARGEST


def test_the_same_card_is_the_same_bytes(cards):
    again = values.cards(sample(), SETTINGS)
    assert [draw(card) for card in again] == [draw(card) for card in cards.values()]


def test_a_card_is_drawn_once(cards, tmp_path):
    asked = []

    def run(function, items):
        asked.extend(items)
        return map(function, items)

    for expected in (len(cards), 0):
        cache = Cache(tmp_path / "results.sqlite")
        found = list(cache.around(run)(draw, list(cards.values())))
        cache.close()
        assert len(asked) == expected
        assert found == [draw(card) for card in cards.values()]
        asked.clear()


@pytest.mark.parametrize(
    ("title", "other"),
    [
        ("Вода ушла", "Вода пришла"),
        ("Žluť", "Zlut"),
        ("Und mañana", "Und manana"),
        ("Ґанок", "Ганок"),
    ],
)
def test_letters_of_our_readers_are_drawn(title, other):
    assert titled(title).title == title
    assert draw(titled(title)).content != draw(titled(other)).content
    for letter in title.replace(" ", ""):
        ink = fonts.font("serif", fonts.part_of(letter), 60, 600).getmask(letter).getbbox()
        missing = fonts.font("serif", fonts.part_of(letter), 60, 600).getmask("\uffff").getbbox()
        assert ink not in {None, missing}, letter


@pytest.mark.parametrize("title", ["水位下降", "ماء", "Water 🌊", "a\u0300\u0316b"])
def test_a_headline_that_our_fonts_cannot_draw_is_left_out_whole(title):
    assert not drawable(title)
    card = titled(title)
    assert (card.title, card.article) == ('What "two rivers" do', None)
    assert draw(card).content


@pytest.mark.parametrize(
    "title", ["../../x", "</title><script>alert(1)</script>", "\u202eevil\u2066", "%s {0} \\n", "'"]
)
def test_a_hostile_headline_is_drawn_or_left_out_and_nothing_else(title):
    card = titled(title)
    assert card.path == f"cards/stories/{A}.png"
    assert draw(card).path == card.path
    assert not {c for c in card.title if unicodedata.category(c) in {"Cc", "Cf", "Cs"}}


WORDS = st.text("abcdefghiWMЖщ.", min_size=1, max_size=45)


@given(st.lists(WORDS, min_size=1, max_size=30).map(" ".join))
def test_a_title_is_broken_at_spaces_and_cut_only_with_an_ellipsis(title):
    size, lines = fit(title, "serif")
    assert len(lines) <= dict(TITLE)[size]
    assert max(_length(line, "serif", size, 600) for line in lines) <= WIDTH
    joined = " ".join(lines)
    assert joined == title or (joined.endswith("…") and title.startswith(joined[:-1]))


def test_a_word_longer_than_the_card_is_cut_with_an_ellipsis():
    _, lines = fit("W" * 200, "sans")
    assert lines == [re.fullmatch("W+…", lines[0])[0]]


def test_counts_are_drawn_not_only_held(cards):
    card = cards[story_path(A)]
    fewer = replace(card, counts=card.counts[:1])
    assert draw(card).content != draw(fewer).content
    assert draw(card).content != draw(replace(card, precision="month")).content
    assert draw(card).content != draw(replace(card, sure=False)).content
    assert draw(card).content != draw(replace(card, topics=(("Water & locks", 1),))).content


@pytest.mark.parametrize("mark", range(9))
def test_every_topic_has_a_mark_in_its_hue(cards, mark):
    card = replace(cards[front_path()], topics=(("Water", mark),))
    hue = HUES[mark % len(HUES)]
    full = tuple(int(hue[n : n + 2], 16) for n in (0, 2, 4))
    colours = {colour for _, colour in picture(card).convert("RGB").getcolors()}
    assert full in colours
    assert {INK, PAPER} <= colours


def test_colours_and_letters_are_those_of_the_stylesheet():
    light = CSS.split('[data-md-color-scheme="default"] {')[1].split("}")[0]
    assert tuple(re.findall(r"--t\d: #([0-9a-f]{6})", light)) == HUES
    for name, colour in (("paper", PAPER), ("ink", INK)):
        assert re.search(rf"--{name}: #([0-9a-f]+)", light)[1] == "".join(
            f"{c:02x}" for c in colour
        )
    for part, spans in fonts.PARTS.items():
        ranges = re.search(rf"digest-serif-{part}\.woff2.*?unicode-range: ([^;]+);", CSS)[1]
        named = {
            code
            for one in re.findall(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", ranges)
            for code in range(int(one[0], 16), int(one[1] or one[0], 16) + 1)
        }
        held = {code for first, last in spans for code in range(first, last + 1)}
        assert held <= named
        assert {c for c in named - held if unicodedata.category(chr(c)) != "Cc"} == set()


def test_a_new_font_draws_every_card_anew(cards):
    assert {card.look for card in cards.values()} == {fonts.digest()}
    assert "look" in Card.__slots__


def test_b_shares_the_card_of_its_story(cards):
    assert story_path(B) not in cards
