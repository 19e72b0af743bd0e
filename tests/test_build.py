"""Whole builds: the same bytes from the same input, and never less than the last good site."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import copy_project

from digest.build import corpus
from digest.build import project as projects
from digest.build import site as sites
from digest.errors import ConfigError, RenderError, VerifyError
from digest.models import MARKER

pytestmark = pytest.mark.slow


def tree(folder):
    return {p.relative_to(folder): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def build_apart(folder, **environment):
    command = [sys.executable, "-m", "digest", "build", "--jobs", environment.pop("JOBS", "serial")]
    clean = {k: v for k, v in os.environ.items() if k != "SOURCE_DATE_EPOCH"}
    subprocess.run(command, cwd=folder, env=clean | environment, check=True, capture_output=True)
    return tree(folder / "site")


def test_the_same_input_gives_the_same_bytes(tmp_path_factory):
    """Another day, hash seed, time zone, locale, file order and number of jobs change nothing."""
    one = copy_project(tmp_path_factory.mktemp("one"), history=True)
    two = copy_project(tmp_path_factory.mktemp("two") / "elsewhere", history=True)
    for path in sorted((two / "articles").iterdir(), reverse=True):
        data = path.read_bytes()
        path.unlink()
        path.write_bytes(data)
        os.utime(path, (1_000_000_000, 1_000_000_000))
    first = build_apart(one, PYTHONHASHSEED="1", TZ="Asia/Tokyo", LC_ALL="C")
    second = build_apart(
        two, PYTHONHASHSEED="2", TZ="America/New_York", LC_ALL="C.UTF-8", JOBS="processes:2"
    )
    assert first.keys() == second.keys()
    assert [path for path in first if first[path] != second[path]] == []


def test_a_second_build_from_the_cache_gives_the_same_bytes(project):
    found = projects.load(project / "digest.yml")
    sites.build(found, found.place())
    before = tree(project / "site")
    report = sites.build(found, found.place())
    assert tree(project / "site") == before
    assert report.written.changed == 0


def test_an_unknown_template_error_leaves_pages_and_site_as_they_were(project):
    found = projects.load(project / "digest.yml")
    sites.build(found, found.place())
    before = tree(project / "site"), tree(project / "site_src")
    settings = project / "mkdocs.yml"
    settings.write_text(settings.read_text(encoding="utf-8") + "\nunknown_key: 1\n")
    (project / "articles" / "001_sochi-union-state-talks.txt").unlink()
    with pytest.raises(RenderError, match="last good site"):
        sites.build(found, found.place())
    assert (tree(project / "site"), tree(project / "site_src")) == before
    assert not list(project.glob(".site-*"))


def test_a_page_that_does_not_hold_is_not_published(project, monkeypatch):
    found = projects.load(project / "digest.yml")
    sites.build(found, found.place())
    before = tree(project / "site"), tree(project / "site_src")
    pages = sites.render.pages

    def spoiled(*given, **named):
        for page in pages(*given, **named):
            changed = re.sub(r'(<q class="s"[^>]*>)', r"\1Not said. ", page.content)
            yield type(page)(path=page.path, content=changed)

    monkeypatch.setattr(
        sites.render, "pages", lambda *given, **named: tuple(spoiled(*given, **named))
    )
    with pytest.raises(VerifyError):
        sites.build(found, found.place())
    assert (tree(project / "site"), tree(project / "site_src")) == before


def test_another_folder_is_built_beside_the_own_pages(project, tmp_path_factory):
    other = tmp_path_factory.mktemp("others") / "mail"
    other.mkdir()
    (other / "a.txt").write_text(
        "Gas talks end\n\nBelarus and Russia ended their talks on gas in Minsk on 3 March 2021.\n"
        "The ministers said that the price for the coming year was settled after two long days.\n",
        encoding="utf-8",
    )
    found = projects.load(project / "digest.yml")
    sites.build(found, found.place())
    before = tree(project / "site"), tree(project / "site_src")
    report = sites.build(found, found.place(other))
    assert (tree(project / "site"), tree(project / "site_src")) == before
    assert report.site == project / "site-mail"
    assert "Gas talks end" in (project / "site-mail" / "articles" / "index.html").read_text()
    elsewhere = sites.build(found, found.place(other, tmp_path_factory.mktemp("x") / "out")).site
    assert tree(elsewhere) == tree(project / "site-mail")


def test_generated_pages_are_markdown_that_carries_the_marker(built):
    pages = sorted((built / "site_src").rglob("*.md"))
    assert len(pages) > 30
    assert all(MARKER in page.read_text(encoding="utf-8")[:1024] for page in pages)


def test_mkdocs_alone_makes_the_same_site(built, tmp_path):
    project = copy_project(tmp_path / "plain", history=True)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    assert tree(project / "site") == tree(built / "site")


def test_what_the_articles_hold_is_the_same_with_and_without_the_cache(project):
    found = projects.load(project / "digest.yml")
    place = found.place()
    first = corpus.understand(found, [place.articles], base=place.base)
    assert corpus.understand(found, [place.articles], base=place.base) == first
    (found.state / "results.sqlite").write_bytes(b"no database at all" * 100)
    assert corpus.understand(found, [place.articles], base=place.base) == first


def test_nothing_in_the_site_names_a_place_on_this_machine(built):
    places = (str(built).encode(), str(Path.home()).encode() + b"/")
    for path, data in tree(built / "site").items():
        assert not any(place in data for place in places), path


MONTHLY = """---
title: The ferry comes late in spring
date: 2021-05
---
The ferry to Belarus came two hours late all month, and the lorries of the union waited on the bank.

A driver from Homel said that the Union State has road maps for everything but the ferry.
"""


def test_a_digest_that_speaks_for_a_month_holds(tmp_path, monkeypatch):
    """The day that MkDocs is told, the first of the month, is no day given to the gate."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    folder = copy_project(tmp_path)
    for path in (folder / "articles").iterdir():
        path.unlink()
    (folder / "articles/ferry.txt").write_text(MONTHLY, encoding="utf-8")
    found = projects.load(folder / "digest.yml")
    report = sites.build(found, found.place())
    assert report.brief.as_of == "2021-05"
    assert "SOURCE_DATE_EPOCH" not in os.environ


@pytest.fixture
def caller(monkeypatch):
    """The environment as a caller gives it, put back afterwards."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "")
    return monkeypatch


def test_the_day_told_to_mkdocs_is_taken_back(caller):
    """A server builds again in the same process: a newer article must move the day."""
    for day, seconds in (("2021-02-22", "1613952000"), (None, "0"), ("2021", "1609459200")):
        with corpus.epoch(day):
            assert os.environ["SOURCE_DATE_EPOCH"] == seconds
        assert corpus.given_day() is None
    caller.setenv("SOURCE_DATE_EPOCH", "86400")
    with corpus.epoch("2021-02-22"):
        assert corpus.given_day() == "1970-01-02"
    assert os.environ["SOURCE_DATE_EPOCH"] == "86400"


@pytest.mark.parametrize("value", ["²", "tomorrow", "9" * 30, "1.5"])
def test_a_day_that_is_no_number_of_seconds_is_refused(caller, value):
    caller.setenv("SOURCE_DATE_EPOCH", value)
    with pytest.raises(ConfigError, match="give seconds since 1970"):
        corpus.given_day()
