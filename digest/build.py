"""The shell: read a project, run the pipeline, write Markdown, render it, put the site in place."""

from __future__ import annotations

import os
import shutil
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from digest import config, pipeline, writer
from digest.cache import Cache
from digest.errors import ConfigError, InputError, RenderError
from digest.executors import executor
from digest.models import Brief, RawArticle, Skipped
from digest.readers import folder
from digest.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Sequence

STATE = ".cache"
"""Cache, lock, journal and scratch folders; beside `site_src/`, where a server does not watch."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """A folder with a `digest.yml`."""

    root: Path
    settings: Settings

    @property
    def state(self) -> Path:
        """Where everything lives that may be deleted."""
        return self.root / STATE

    @property
    def articles(self) -> Path:
        """The configured folder of raw articles."""
        return self.root / self.settings.articles


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a build did."""

    brief: Brief
    written: writer.Written
    docs: Path
    site: Path | None = None


def load(path: Path | None = None, start: Path | None = None) -> Project:
    """Load the project of a `digest.yml`, else of the nearest one at or above `start`.

    Raises `ConfigError` when there is none or it is wrong.
    """
    found = path or _find((start or Path.cwd()).resolve())
    try:
        text = found.read_text(encoding="utf-8-sig")
    except OSError as error:
        message = f"{found}: {error.strerror}; name a readable file with --config"
        raise ConfigError(message) from error
    except UnicodeDecodeError as error:
        message = f"{found}: is not UTF-8 (byte {error.start}); save it as UTF-8"
        raise ConfigError(message) from error
    return Project(root=found.resolve().parent, settings=config.parse(text, str(found)))


def _find(start: Path) -> Path:
    for here in (start, *start.parents):
        if (here / "digest.yml").is_file():
            return here / "digest.yml"
    message = f"{start}: no digest.yml here or above; go to a digest's folder or give --config FILE"
    raise ConfigError(message)


def understand(
    project: Project, paths: Sequence[Path], *, jobs: str = "serial", root: Path | None = None
) -> Brief:
    """Read `paths` as one corpus and run the pipeline over it."""
    raws = read(project, paths, root=root)
    with executor(jobs) as run:
        cache = Cache(project.state / "results.sqlite")
        try:
            return pipeline.digest(raws, project.settings, run=cache.around(run), as_of=_epoch())
        finally:
            cache.close()


def read(
    project: Project, paths: Sequence[Path], *, root: Path | None = None
) -> list[RawArticle | Skipped]:
    """Read the articles of some files and folders, named relative to `root` where they lie there.

    Raises `InputError` for a path that does not exist.
    """
    lacking = [str(path) for path in paths if not os.path.lexists(path)]
    if lacking:
        message = f"{', '.join(lacking)}: no such file or folder; check the spelling"
        raise InputError(message)
    return folder.read(paths, base=root, max_bytes=project.settings.max_bytes)


def write_markdown(
    project: Project, *, articles: Path | None = None, jobs: str = "serial"
) -> Report:
    """Build the Markdown pages: into `site_src/`, or a scratch folder for another `articles`."""
    source = articles or project.articles
    if not source.is_dir():
        message = f"{source}: no such folder; make it and put an article in, or set `articles:`"
        raise InputError(message)
    docs = project.root / "site_src"
    with writer.lock(project.state):
        brief = understand(project, [source], jobs=jobs, root=_base(source, project.root))
        if source.resolve() != project.articles.resolve():
            docs = project.state / f"docs-{source.resolve().name}"
            _copy_hand_written(project.root / "site_src", docs)
        from digest import render  # noqa: PLC0415

        pages = render.pages(brief, project.settings)
        return Report(brief=brief, written=writer.write(pages, docs, project.state), docs=docs)


def _base(source: Path, root: Path) -> Path:
    resolved = source.resolve()
    return root if resolved.is_relative_to(root) else resolved.parent


def _copy_hand_written(source: Path, docs: Path) -> None:
    shutil.rmtree(docs, ignore_errors=True)
    docs.mkdir(parents=True)
    for path in sorted(source.rglob("*")):
        if path.is_file() and not writer.is_ours(path):
            target = docs / path.relative_to(source)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)


def build(
    project: Project,
    *,
    articles: Path | None = None,
    site_dir: Path | None = None,
    jobs: str = "serial",
) -> Report:
    """Build Markdown, render it aside, and exchange the finished site for the old one.

    Raises `RenderError` when MkDocs fails; the site that stood there still stands.
    """
    report = write_markdown(project, articles=articles, jobs=jobs)
    other = report.docs != project.root / "site_src"
    default = f"site-{(articles or project.articles).resolve().name}" if other else "site"
    target = site_dir or project.root / default
    target.parent.mkdir(parents=True, exist_ok=True)
    aside = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    try:
        render_site(project, report.docs, aside, as_of=report.brief.as_of)
        aside.chmod(0o755)
        writer.exchange(aside, target)
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    return Report(brief=report.brief, written=report.written, docs=report.docs, site=target)


def render_site(project: Project, docs: Path, site: Path, *, as_of: str | None) -> None:
    """Let MkDocs render `docs` into `site`, every warning an error."""
    from mkdocs.commands.build import build as mkdocs_build  # noqa: PLC0415 - 9 to 14 starts
    from mkdocs.config import load_config  # noqa: PLC0415
    from mkdocs.exceptions import Abort, ConfigurationError  # noqa: PLC0415

    set_epoch(as_of)
    try:
        settings = load_config(
            str(project.root / "mkdocs.yml"), docs_dir=str(docs), site_dir=str(site), strict=True
        )
        settings.plugins["digest"].prepared = True
        mkdocs_build(settings)
    except (Abort, ConfigurationError, OSError) as error:
        message = f"MkDocs could not render {docs}: {error}; the last good site still stands"
        raise RenderError(message) from error


def set_epoch(as_of: str | None) -> None:
    """Tell MkDocs (its sitemap) the day the digest speaks for, unless the caller told it one."""
    os.environ.setdefault("SOURCE_DATE_EPOCH", str(epoch_of(as_of)))


def epoch_of(as_of: str | None) -> int:
    """Return seconds since 1970 of the day that the digest speaks for, noon UTC; 0 without one."""
    if not as_of:
        return 0
    year, month, day = (*(int(part) for part in as_of.split("-")), 1, 1)[:3]
    return int(datetime(year, month, day, 12, tzinfo=UTC).timestamp())


def _epoch() -> str | None:
    value = os.environ.get("SOURCE_DATE_EPOCH")
    if not value:
        return None
    if not value.isdigit():
        message = f"SOURCE_DATE_EPOCH is {value!r}; give seconds since 1970, or unset it"
        raise ConfigError(message)
    return datetime.fromtimestamp(int(value), tz=UTC).date().isoformat()
