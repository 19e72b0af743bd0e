"""Markdown written, rendered aside, verified, and only then put where the last good site stands."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeAlias

from digest import render, warnings, writer
from digest.build import verification
from digest.build.corpus import epoch, understand
from digest.build.editions import history
from digest.build.project import Place, Project
from digest.cache import Cache
from digest.cards import draw, values
from digest.errors import InputError, RenderError
from digest.executors import executor
from digest.models import Brief, Page, Picture
from digest.pipeline import Run
from digest.verify.check import Findings

Files: TypeAlias = tuple[Page | Picture, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a build did."""

    brief: Brief
    warnings: tuple[str, ...] = ()
    kept: str = ""
    """What only keeps published addresses; empty when nothing does."""
    written: writer.Written | None = None
    site: Path | None = None
    found: Findings | None = None


def write_markdown(
    project: Project, *, jobs: str = "serial", watch: Callable[[Run], Run] = lambda run: run
) -> Report:
    """Write the Markdown of the project's own articles into `site_src/`, without rendering."""
    place = project.place()
    with writer.lock(project.state):
        brief, pages = _pages(project, place, jobs, watch)
        written = writer.write(pages, project.docs, project.state)
    return _report(project, pages, Report(brief=brief, written=written))


def build(
    project: Project,
    place: Place,
    *,
    jobs: str = "serial",
    watch: Callable[[Run], Run] = lambda run: run,
) -> Report:
    """Build Markdown, render it aside, verify both, then publish both.

    Raises `RenderError` or `VerifyError`; pages and site that stood there then still stand.
    """
    with writer.lock(project.state):
        brief, pages = _pages(project, place, jobs, watch)
        docs = project.state / f"docs-{place.name}"
        _lay_out(project.docs, docs, pages, project.state)
        place.site.parent.mkdir(parents=True, exist_ok=True)
        _remove_leftovers(place.site)
        aside = Path(tempfile.mkdtemp(prefix=f".{place.site.name}-", dir=place.site.parent))
        try:
            render_site(project, docs, aside, as_of=brief.as_of)
            found = verification.verify(project, place, docs, aside)
            written = writer.write(pages, place.docs, project.state) if place.docs else None
            aside.chmod(0o755)
            writer.exchange(aside, place.site)
        finally:
            shutil.rmtree(aside, ignore_errors=True)
    done = Report(brief=brief, written=written, site=place.site, found=found)
    return _report(project, pages, done)


def _report(project: Project, pages: Files, done: Report) -> Report:
    told = (
        *warnings.warnings(done.brief, project.settings),
        *warnings.addresses(pages, project.settings),
    )
    return replace(done, warnings=told, kept=warnings.kept(pages))


def _pages(
    project: Project, place: Place, jobs: str, watch: Callable[[Run], Run]
) -> tuple[Brief, Files]:
    known = history(project, place)
    brief = understand(
        project,
        [place.articles],
        base=place.base,
        jobs=jobs,
        watch=watch,
        frozen=known.frozen(),
    )
    if known.editions and not brief.entries:
        message = (
            f"{place.articles}: no article is left, and all that editions published would be said "
            f"to be withdrawn; put articles back, or, to start anew, remove editions/ and "
            f"addresses.json"
        )
        raise InputError(message)
    own = writer.by_hand(project.docs, "*.md") if place.docs else []
    made = render.pages(
        brief,
        project.settings,
        evaluation=_evaluation(project),
        history=known,
        by_hand=[path.relative_to(project.docs).as_posix() for path in own],
    )
    return brief, (*made, *_cards(project, brief, jobs))


def _cards(project: Project, brief: Brief, jobs: str) -> tuple[Picture, ...]:
    wanted = values.cards(brief, project.settings)
    with executor(jobs) as run:
        cache = Cache(project.state / "results.sqlite")
        try:
            return tuple(cache.around(run)(draw.draw, wanted))
        finally:
            cache.close()


def _evaluation(project: Project) -> dict[str, Any]:
    """Return the measured figures that the about page quotes; empty where none are committed."""
    path = project.root / "docs" / "evaluation.json"
    if not path.is_file():
        return {}
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def _lay_out(hand_written: Path, docs: Path, pages: Files, state: Path) -> None:
    """Put hand-written pages and `pages` into the scratch folder `docs`."""
    shutil.rmtree(docs, ignore_errors=True)
    docs.mkdir(parents=True)
    for path in writer.by_hand(hand_written):
        target = docs / path.relative_to(hand_written)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    writer.write(pages, docs, state)


def _remove_leftovers(site: Path) -> None:
    """Remove what a build that was ended by force left beside the site."""
    for path in site.parent.glob(f".{site.name}-*"):
        shutil.rmtree(path, ignore_errors=True)


def render_site(project: Project, docs: Path, site: Path, *, as_of: str | None) -> None:
    """Let MkDocs render `docs` into `site`, every warning an error."""
    from mkdocs.commands.build import build as mkdocs_build  # noqa: PLC0415 - 9 to 14 starts
    from mkdocs.config import load_config  # noqa: PLC0415
    from mkdocs.exceptions import MkDocsException  # noqa: PLC0415

    try:
        settings = load_config(
            str(project.root / "mkdocs.yml"), docs_dir=str(docs), site_dir=str(site), strict=True
        )
        settings.plugins["digest"].config["prepared"] = project
        with epoch(as_of):
            mkdocs_build(settings)
    except (MkDocsException, SystemExit, OSError) as error:
        message = f"MkDocs could not render {docs}: {error}; the last good site still stands"
        raise RenderError(message) from error
