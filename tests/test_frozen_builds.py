"""Editions end to end: freeze, let the project go on, build; nothing published is lost."""

from __future__ import annotations

import re
import shutil

import pytest
from click.testing import CliRunner
from conftest import HISTORY, ROOT, copy_project

from digest.build import editions, verification
from digest.build import project as projects
from digest.build import site as sites
from digest.cli import main
from digest.errors import ConfigError, VerifyError

pytestmark = pytest.mark.slow

FIRST = ("009_first-list.txt", "010_second-list.txt", "012_sunday-march-morning.txt")
LATER = ("013_sunday-march-evening.txt", "014_sectoral.txt", "015_sectoral-on-the-radio.txt")


def give(folder, *names):
    (folder / "articles").mkdir(exist_ok=True)
    for name in names:
        shutil.copyfile(ROOT / "articles" / name, folder / "articles" / name)


@pytest.fixture(scope="module")
def first(tmp_path_factory):
    """A project of three articles with an edition of their day, not built; tests copy it."""
    folder = copy_project(tmp_path_factory.mktemp("first"))
    shutil.rmtree(folder / "articles")
    give(folder, *FIRST)
    editions.freeze_edition(projects.load(folder / "digest.yml"))
    return folder


@pytest.fixture
def frozen(first, tmp_path):
    shutil.copytree(first, tmp_path / "copy")
    return tmp_path / "copy"


def run(folder, *arguments):
    return CliRunner().invoke(main, [*arguments, "--config", str(folder / "digest.yml")])


def markdown(folder):
    sites.write_markdown(projects.load(folder / "digest.yml"))
    pages = (folder / "site_src").rglob("*")
    written = (p for p in pages if p.suffix in {".md", ".txt"})
    return {p.relative_to(folder / "site_src").as_posix(): p.read_text() for p in written}


def test_a_frozen_edition_is_told_and_is_never_rewritten(frozen):
    again = run(frozen, "edition")
    assert (again.exit_code, "unchanged: editions/2020-11-06.json" in again.output) == (0, True)
    assert "the first edition" in again.output
    before = {p: p.read_bytes() for p in sorted((frozen / "editions").iterdir())}
    (frozen / "articles" / FIRST[0]).unlink()
    refused = run(frozen, "edition", "--date", "2020-11-06")
    assert refused.exit_code == 7
    assert "never rewritten" in refused.output
    assert "--date" in refused.output
    assert {p: p.read_bytes() for p in sorted((frozen / "editions").iterdir())} == before


def test_an_earlier_day_holds_what_was_published_by_then(frozen):
    give(frozen, *LATER)
    told = run(frozen, "edition", "--date", "2020-11-20")
    assert told.exit_code == 0, told.output
    assert "froze editions/2020-11-20.json: 4 articles" in told.output
    assert "since 2020-11-06: " in told.output
    assert " 1 superseded" in told.output
    edition = editions.history(projects.load(frozen / "digest.yml"), _place(frozen)).last
    assert {row.date for row in edition.articles} <= {
        "2020-10-02",
        "2020-11-06",
        "2020-11",
        "2020-11-15",
    }


@pytest.mark.parametrize("day", ["yesterday", "2021-02-31", "2021-2-1", "2021-02"])
def test_a_day_that_is_none_is_a_wrong_command_line(frozen, day):
    assert run(frozen, "edition", "--date", day).exit_code == 2


def test_nothing_to_freeze_is_said(frozen):
    told = run(frozen, "edition", "--date", "1999-01-01")
    assert told.exit_code == 3
    assert "no article to freeze up to 1999-01-01" in told.output


def _place(folder):
    return projects.load(folder / "digest.yml").place()


def test_later_articles_change_no_byte_of_the_edition(frozen):
    before = markdown(frozen)
    give(frozen, *LATER)
    after = markdown(frozen)
    for path in ("editions/2020-11-06.md", "editions/2020-11-06/digest.txt"):
        assert before[path] == after[path]
    assert "<b>+" in after["index.md"]
    assert "Superseded" in after["changes.md"]
    assert "<ins>" in after["changes.md"]
    assert "No edition was frozen yet" not in after["index.md"]


def test_the_sample_shows_a_newcomer_each_kind_of_change(project):
    for part in HISTORY:
        source = ROOT / part
        (shutil.copytree if source.is_dir() else shutil.copyfile)(source, project / part)
    pages = markdown(project)
    for kind, many in {"new": 4, "superseded": 1, "restated": 2}.items():
        assert f'data-n="changes.{kind}" value="{many}"' in pages["index.md"]
        assert f"tag tag-{kind}" in pages["changes.md"]
    told = pages["index.md"].partition("[Since 10 Nov 2023]")[2].partition("## Key figures")[0]
    assert "“will hold” → “have begun”" in re.sub(r"<[^>]*>", "", told)
    assert "<del>will hold</del> talks on a second set" in pages["changes.md"]
    assert "<ins>have begun</ins> talks on a second set" in pages["changes.md"]


def test_an_edition_with_nothing_new_says_so(frozen):
    pages = markdown(frozen)
    assert "Nothing new since then." in pages["index.md"]
    assert "Nothing new since the last edition." in pages["changes.md"]


def test_without_an_edition_the_front_page_says_that_there_is_none(frozen):
    shutil.rmtree(frozen / "editions")
    (frozen / "addresses.json").unlink()
    assert "No edition yet. Once there is one" in markdown(frozen)["index.md"]


def test_another_folder_knows_no_edition(frozen, tmp_path):
    other = tmp_path / "others"
    other.mkdir()
    shutil.copyfile(ROOT / "articles" / LATER[1], other / "a.txt")
    found = projects.load(frozen / "digest.yml")
    history = editions.history(found, found.place(other))
    assert (history.editions, history.book.pages) == ((), ())


def test_a_lost_list_of_addresses_is_an_error(frozen):
    (frozen / "addresses.json").unlink()
    with pytest.raises(ConfigError, match=r"addresses\.json: is missing"):
        markdown(frozen)


def test_an_edition_under_another_name_is_an_error(frozen):
    (frozen / "editions/2020-11-06.json").rename(frozen / "editions/2020-11-07.json")
    with pytest.raises(ConfigError, match="named after its day"):
        markdown(frozen)


def test_a_deleted_source_leaves_tombstones_and_a_site_that_holds(frozen):
    """The whole way: what is gone says so at its address, and the gate passes."""
    give(frozen, *LATER)
    found = projects.load(frozen / "digest.yml")
    book = editions.history(found, found.place()).book
    gone = next(one for one in book.articles if "eu-puts-forty" in one.address)
    (frozen / "articles" / FIRST[0]).unlink()
    settings = frozen / "digest.yml"
    text = settings.read_text(encoding="utf-8")
    text = text.replace("slug: protests", "slug: rallies")
    text += "redirects:\n  topics/protests/: topics/rallies/\n"
    settings.write_text(text, encoding="utf-8")
    found = projects.load(frozen / "digest.yml")
    sites.build(found, found.place())
    site = frozen / "site"
    assert "<h1" in (site / gone.address / "index.html").read_text()
    assert "Withdrawn" in (site / gone.address / "index.html").read_text()
    edition = (site / "editions/2020-11-06/index.html").read_text()
    assert "Withdrawn with its source." in edition
    assert f'data-a="{gone.id}"' not in edition
    assert "Nothing here now" in (site / "actors/yury-karayeu/index.html").read_text()
    moved = (site / "topics/protests/index.html").read_text()
    assert '<meta http-equiv="refresh" content="0; url=../rallies/">' in moved
    home = "https://example.github.io/digest/"
    assert f'<link rel="canonical" href="{home}topics/rallies/">' in moved
    listed = (site / "sitemap.xml").read_text()
    assert f"{home}topics/rallies/" in listed
    assert not re.search(r"topics/protests/|actors/yury-karayeu/|eu-puts-forty", listed)
    spoil(frozen)


def spoil(folder):
    """Change a built edition's data and pages in turn: the gate finds each and names it."""
    found = projects.load(folder / "digest.yml")
    data = folder / "editions/2020-11-06.json"
    page = folder / "site/editions/2020-11-06/index.html"
    mail = folder / "site/editions/2020-11-06/digest.txt"
    spoils = (
        (data, r'("text": "[^"]*?)\b[a-z]{6,}\b', r"\1invented", r"editions/2020-11-06\.json"),
        (data, r'"shown": \d+', '"shown": 99', r"edition:2020-11-06\.sentences says"),
        (page, r'(<q class="s"[^>]*>[^<]*?)\b[a-z]{6,}\b', r"\1invented", "is not sentence"),
        (page, r'(data-n="edition:[0-9-]+\.articles" value=")\d+', r"\g<1>77", "says 77"),
        (mail, r"(\n- [^\n]*?)\b[a-z]{6,}\b", r"\1invented", r"digest\.txt:\d+: is not sentence"),
        (mail, r"#s-[0-9a-f]{16}", "#s-" + "0" * 16, r"which no source has"),
    )
    for path, old, new, said in spoils:
        text = path.read_text(encoding="utf-8")
        changed = re.sub(old, new, text, count=1)
        assert changed != text
        path.write_text(changed, encoding="utf-8")
        with pytest.raises(VerifyError, match=said):
            verification.verify_site(found, found.place())
        path.write_text(text, encoding="utf-8")
    assert verification.verify_site(found, found.place()).failures == []
