"""Six questions of a reader who has never seen the site, from the front page.

Each is answered in at most three clicks, or one search and its hit, on the sample and on the raw
articles of `../shared/eval` where they are. What is expected is stated here as a short fact or read
from the raw files; no sentence of those articles stands here.
"""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from browser import served
from conftest import ROOT, copy_project

from digest.text import visible

pytestmark = [pytest.mark.browser, pytest.mark.slow]

CLICKS = 3
SHARED = ROOT.parent / "shared/eval"


@dataclass(frozen=True)
class Facts:
    """What the raw files say, by hand."""

    edition: str
    old: str
    """Files that the last edition covered (glob)."""
    speech: tuple[str, str, str, str, str]
    """File, outlet, date as printed, `sure` or `not sure`, who is quoted ("" where nobody is)."""
    debt: tuple[str, str, str]
    """The sum, what it is, as of when ("" where the text does not say)."""
    others: tuple[str, ...]
    """Figures on debt in other texts."""
    month: tuple[str, str, str, str]
    """Year, month, a day of it, and what a text that names the day says, as a pattern."""
    person: tuple[str, str]
    """Name and what only texts that name it hold, as a pattern."""
    dropped: tuple[str, int, str]
    """File, line, why."""


SAMPLE = Facts(
    edition="10 November 2023",
    old="0[0-2]*.*|030*.*",
    speech=("023_verdict.txt", "not named in the text", "6 Mar 2023", "sure", ""),
    debt=("$7.5 billion", "debt", ""),
    others=("$3.3 billion", "$630m"),
    month=("2020", "Sep", "2020-09-14", r"lend Belarus \$1\.5 billion"),
    person=("Svyatlana Tsikhanouskaya", "Tsikhanousk|Tikhanov|Tichanow|Тиханов"),
    dropped=("023_verdict.txt", 11, "leads to another article"),
)
SEEDS = Facts(
    edition="31 May 2021",
    old="???_*.txt",
    speech=("002_e693ff0f6477a407.txt", "RFE/RL", "18 Jul 2019?", "not sure", "Putin"),
    debt=("$18.3 billion", "the nation’s foreign debt", "1 Feb 2021"),
    others=("$600 million", "$3.4 billion", "$1.5 billion", "70 percent"),
    month=("2020", "Aug", "2020-08-09", r"August 9|9 August|Aug\. 9"),
    person=("Dmitry Peskov", "Peskov"),
    dropped=("000_b8031ba65b3fbb34.txt", 5, "heading of such a request"),
)


@dataclass(frozen=True)
class Asked:
    """A built site with its raw articles and what they say."""

    home: str
    facts: Facts
    raw: dict[str, str]
    """Text of each file."""
    articles: dict[str, dict]
    """Published object of each file's article."""

    def is_old(self, file):
        return any(Path(file).match(pattern) for pattern in self.facts.old.split("|"))

    def files_with(self, text):
        """The files in which a sentence stands."""
        return [file for file, raw in self.raw.items() if visible(text) in visible(raw)]


def asked(folder, home, facts):
    raw = {path.name: path.read_text("utf-8") for path in (folder / "articles").iterdir()}
    found = (folder / "site/data/articles").glob("*.json")
    objects = [json.loads(path.read_text("utf-8")) for path in sorted(found)]
    return Asked(home, facts, raw, {Path(one["source"]).name: one for one in objects})


@pytest.fixture(scope="module")
def seeds(tmp_path_factory):
    """The first five articles frozen as an edition, then the news added."""
    from digest.build import editions, project, site

    if not SHARED.is_dir():
        pytest.skip(f"{SHARED} is not there: the six questions were asked of the sample alone")
    folder = copy_project(tmp_path_factory.mktemp("seeds"))
    shutil.rmtree(folder / "articles")
    shutil.copytree(SHARED / "seeds", folder / "articles", copy_function=shutil.copyfile)
    (folder / "articles").chmod(0o755)
    found = project.load(folder / "digest.yml")
    editions.freeze_edition(found, date="2021-05-31", jobs="serial")
    for path in (SHARED / "news").iterdir():
        shutil.copyfile(path, folder / "articles" / path.name)
    site.build(found, found.place())
    return folder


@pytest.fixture(scope="module", params=["sample", "seeds and news"])
def one(request):
    if request.param == "sample":
        built, home = request.getfixturevalue("built"), request.getfixturevalue("home")
        yield asked(built, home, SAMPLE)
        return
    folder = request.getfixturevalue("seeds")
    with served(folder / "site", "/digest/") as home:
        yield asked(folder, home, SEEDS)


class Reader:
    """Someone at the front page whose clicks are counted."""

    def __init__(self, page, home):
        self.page, self.clicks = page, 0
        page.goto(home)

    def click(self, locator):
        self.clicks += 1
        assert self.clicks <= CLICKS, "too many clicks"
        locator.first.click()
        self.page.wait_for_load_state()

    def tab(self, label):
        self.click(self.page.locator(".tabs a", has_text=re.compile(f"^{label}$")))

    def search(self, sentence):
        """Look up words of a sentence, once, and open the hit that has it."""
        self.page.keyboard.press("/")
        words = re.findall(r"\w{4,}", sentence)[:8]
        self.page.locator("dialog input[name=q]").fill(" ".join(words))
        hits = self.page.locator("dialog .hit:not(.hit-head) .hit-link")
        self.click(hits.filter(has_text=sentence))


@pytest.fixture
def reader(page, one):
    return Reader(page, one.home)


def sentences(locator):
    return [text.strip() for text in locator.locator("q.s").all_inner_texts()]


def test_what_is_new_since_the_last_edition(reader, one):
    block = reader.page.locator(".top-since")
    day, month, year = one.facts.edition.split()
    assert f"Since {day} {month[:3]} {year}" in block.inner_text()
    reader.click(block.get_by_role("link", name="All changes"))
    assert reader.page.locator("h1").inner_text() == f"Since {one.facts.edition}"
    new = sentences(reader.page.locator(".change-new"))
    assert new
    for text in new:
        files = one.files_with(text)
        assert files, text
        assert not any(map(one.is_old, files)), text


def test_who_said_a_sentence_when_where_and_how_sure_the_date_is(reader, one):
    file, outlet, date, sure, speaker = one.facts.speech
    said = {q["sentence"] for q in one.articles[file]["quotations"] if q["speaker"]}
    texts = {s["id"]: s["text"] for s in one.articles[file]["sentences"]}
    sentence = next(text for id_, text in texts.items() if id_ in said or not speaker)
    assert file in one.files_with(sentence)
    reader.search(sentence)
    page = reader.page
    assert page.locator(":target").inner_text() == sentence
    line = page.locator("li", has=page.locator(":target")).inner_text()
    assert not speaker or f"quotes {speaker}" in line
    told = " ".join(page.locator(".side .prov").inner_text().split())
    assert f"Outlet {outlet}" in told
    assert f"Published {date}" in told
    assert f"How sure {sure}" in told
    assert file in told


def test_how_much_is_owed_as_of_when_and_who_says_otherwise(reader, one):
    amount, thing, as_of = one.facts.debt
    reader.tab("Energy and debt")
    reader.click(reader.page.locator("#figures a[href='#debt'], .toc a[href='#debt']"))
    beside = reader.page.locator("#debt li")
    rows = [" ".join(row.inner_text().split()) for row in beside.all()]
    owed = next(row for row in rows if amount in row)
    assert thing in owed
    assert f"as of {as_of}" in owed or not as_of
    for other in one.facts.others:
        assert any(other in row for row in rows if row != owed), other
    for text in sentences(beside):
        assert one.files_with(text), text
    assert beside.locator("cite a").count() == len(rows)


def test_the_debt_is_reached_from_the_ledger(reader, one):
    reader.tab("Figures")
    reader.click(reader.page.get_by_role("link", name="also said about debt"))
    assert one.facts.debt[0] in reader.page.locator("#debt").inner_text()


def test_what_happened_in_a_month(reader, one):
    year, month, day, words = one.facts.month
    reader.tab("Timeline")
    row = reader.page.locator("#months li", has_text=re.compile(f"^{year}:"))
    reader.click(row.get_by_role("link", name=month, exact=True))
    page = reader.page
    assert page.locator(":target").is_visible()
    assert page.url.partition("#")[2].startswith(f"d-{day[:7]}")
    event = page.locator("main li, .main li", has=page.locator(f"[id='d-{day}']")).first
    assert any(re.search(words, text) for text in sentences(event))
    assert all(map(one.files_with, sentences(event)))


def test_everything_on_one_person(reader, one):
    name, pattern = one.facts.person
    reader.tab("Actors")
    reader.click(reader.page.locator(".digest").get_by_role("link", name=name, exact=True))
    assert reader.page.locator("h1").inner_text() == name
    links = reader.page.locator("#articles li a").evaluate_all("es => es.map(e => e.href)")
    expected = {
        one.home + one.articles[file]["page"]
        for file, raw in one.raw.items()
        if re.search(pattern, raw) and file in one.articles
    }
    assert set(links) >= expected
    for text in sentences(reader.page.locator("#all")):
        assert one.files_with(text), text


def test_which_lines_were_thrown_away_and_why(reader, one):
    file, number, why = one.facts.dropped
    title = one.articles[file]["title"]["text"]
    reader.tab("Articles")
    reader.click(reader.page.locator(".digest").get_by_role("link", name=title[:60]))
    reader.click(reader.page.get_by_role("link", name="what was taken out"))
    rows = reader.page.locator("#receipt tbody tr").all()
    cells = [[cell.inner_text() for cell in row.locator("td").all()] for row in rows]
    text, rule = next((text, rule) for line, text, rule in cells if line == str(number))
    assert one.raw[file].splitlines()[number - 1].startswith(text.rstrip("… "))
    assert rule == why
