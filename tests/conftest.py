"""What tests share: the project's root, and a copy of it with its site built once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from browser import DESK, chromium, served
from hypothesis import HealthCheck, settings

# A loaded machine takes ten times as long as a quiet one: time is measured in `benchmarks/`, and a
# law that is slow to check holds all the same.
settings.register_profile("digest", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("digest")

ROOT = Path(__file__).parent.parent
PARTS = ("digest.yml", "mkdocs.yml", "articles", "site_src", "digest/theme", "docs/evaluation.json")


@pytest.fixture(scope="session")
def root():
    return ROOT


HISTORY = ("editions", "addresses.json")
"""What `digest edition` committed; a test that takes articles away does without."""


def copy_project(target: Path, *, history: bool = False) -> Path:
    """Copy what makes the sample a project, without what was generated in it."""
    target.mkdir(parents=True, exist_ok=True)
    from digest import writer

    for part in (*PARTS, *(HISTORY if history else ())):
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, target / part, ignore=_generated(writer), dirs_exist_ok=True)
        else:
            (target / part).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target / part)
    return target


def _generated(writer):
    def ignore(folder, names):
        return [name for name in names if writer.is_ours(Path(folder) / name)]

    return ignore


@pytest.fixture
def project(tmp_path):
    """A fresh copy of the sample project, nothing built."""
    return copy_project(tmp_path)


@pytest.fixture(scope="session")
def built(tmp_path_factory):
    """The sample project with its site, built once; tests must not change it."""
    from digest.build import project, site

    folder = copy_project(tmp_path_factory.mktemp("built"), history=True)
    found = project.load(folder / "digest.yml")
    site.build(found, found.place())
    return folder


@pytest.fixture(scope="session")
def orla(tmp_path_factory):
    """A small project of our own with one edition: two articles, 10 April 2021."""
    from owner import Owner

    made = Owner(tmp_path_factory.mktemp("years") / "orla").start()
    made.freeze("2021-04-10")
    return made.root


@pytest.fixture
def owner(orla, tmp_path):
    """The owner of a copy of that project."""
    from owner import Owner

    return Owner(shutil.copytree(orla, tmp_path / "orla"))


@pytest.fixture(scope="session")
def browser():
    """A running Chromium for every test that reads pages as a reader does."""
    with chromium() as running:
        yield running


@pytest.fixture(scope="session")
def home(built):
    """The sample site as project Pages serve it: under a sub-path."""
    with served(built / "site", "/digest/") as address:
        yield address


@pytest.fixture
def page(browser):
    """A fresh page at a desk, with no memory of other tests."""
    context = browser.new_context(viewport=DESK)
    yield context.new_page()
    context.close()
