"""Articles read and understood: the pipeline with its cache and its executor around it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from digest import pipeline
from digest.build.project import Project
from digest.cache import Cache
from digest.editions.edition import Frozen
from digest.errors import ConfigError, InputError
from digest.executors import executor
from digest.models import Brief, RawArticle, Skipped
from digest.pipeline import Run
from digest.readers import folder


def read(
    project: Project, paths: Sequence[Path], *, base: Path | None = None
) -> list[RawArticle | Skipped]:
    """Read the articles of some files and folders; `base` is what relative paths start from.

    Raises `InputError` for a path that does not exist.
    """
    lacking = [str(p) for p in paths if not os.path.lexists(base / p if base else p)]
    if lacking:
        message = f"{', '.join(lacking)}: no such file or folder; check the spelling"
        raise InputError(message)
    return folder.read(paths, base=base, max_bytes=project.settings.max_bytes)


def understand(  # noqa: PLR0913 - the arguments of a run
    project: Project,
    paths: Sequence[Path],
    *,
    base: Path | None = None,
    jobs: str = "serial",
    watch: Callable[[Run], Run] = lambda run: run,
    frozen: Frozen | None = None,
) -> Brief:
    """Read `paths` as one corpus and run the pipeline over it.

    `watch` may put something around each map, such as a progress bar; `frozen` is what editions
    print of the articles.
    """
    raws = read(project, paths, base=base)
    return digest(project, raws, jobs=jobs, watch=watch, frozen=frozen, as_of=given_day())


def digest(  # noqa: PLR0913 - the arguments of a run
    project: Project,
    raws: Sequence[RawArticle | Skipped],
    *,
    jobs: str = "serial",
    watch: Callable[[Run], Run] = lambda run: run,
    frozen: Frozen | None = None,
    as_of: str | None = None,
) -> Brief:
    """Run the pipeline over articles that were read, its cache and executor around it."""
    with executor(jobs) as run:
        cache = Cache(project.state / "results.sqlite")
        try:
            return pipeline.digest(
                raws,
                project.settings,
                run=cache.around(watch(run)),
                as_of=as_of,
                frozen=frozen or {},
            )
        finally:
            cache.close()


EPOCH = "SOURCE_DATE_EPOCH"
"""Reproducible builds, https://reproducible-builds.org/specs/source-date-epoch/."""


def given_day() -> str | None:
    """Return the day that SOURCE_DATE_EPOCH names (ISO 8601, UTC), None when no caller set it.

    Raises `ConfigError` when it is no number.
    """
    value = os.environ.get(EPOCH)
    if not value:
        return None
    try:
        return datetime.fromtimestamp(int(value), tz=UTC).date().isoformat()
    except (ValueError, OverflowError, OSError) as error:
        message = f"{EPOCH} is {value!r}; give seconds since 1970, or unset it"
        raise ConfigError(message) from error


@contextmanager
def epoch(as_of: str | None) -> Iterator[None]:
    """Tell MkDocs (its sitemap) the day the digest speaks for, unless the caller told it one.

    For as long as it renders: left behind, a month ("2021-05", told as its first day) would be a
    given day to the gate, which draws the cards anew, and to the next rebuild of a server.
    """
    if given_day():
        yield
        return
    seconds = 0
    if as_of:
        year, month, day = (*(int(part) for part in as_of.split("-")), 1, 1)[:3]
        seconds = int(datetime(year, month, day, tzinfo=UTC).timestamp())
    os.environ[EPOCH] = str(seconds)
    try:
        yield
    finally:
        os.environ.pop(EPOCH, None)
