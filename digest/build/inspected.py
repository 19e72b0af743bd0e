"""Articles looked at one by one: what `digest inspect` shows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from digest.build import corpus
from digest.build.editions import history
from digest.build.project import Project
from digest.models import Brief
from digest.pipeline import Run


def understand(
    project: Project, paths: Sequence[Path], jobs: str, watch: Callable[[Run], Run]
) -> Brief:
    """Understand the articles of `paths`; those of the project as the site judges them.

    An article of the project is judged among its neighbours, and beside what editions print of it.
    """
    home = project.articles.resolve()
    if not all(path.resolve().is_relative_to(home) for path in paths):
        return corpus.understand(project, paths, jobs=jobs, watch=watch)
    place = project.place()
    frozen = history(project, place).frozen()
    brief = corpus.understand(project, [place.articles], base=place.base, jobs=jobs, frozen=frozen)
    return _only(brief, project.root, [path.resolve() for path in paths])


def _only(brief: Brief, root: Path, wanted: Sequence[Path]) -> Brief:
    def is_wanted(source: str) -> bool:
        path = (root / source.partition("#")[0]).resolve()
        return any(path.is_relative_to(one) for one in wanted)

    return replace(
        brief,
        entries=tuple(e for e in brief.entries if is_wanted(e.article.source)),
        skipped=tuple(s for s in brief.skipped if is_wanted(s.source)),
    )
