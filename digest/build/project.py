"""A project: the folder of a `digest.yml`, and the places that a build reads and writes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from digest import config
from digest.errors import ConfigError, InputError
from digest.settings import Settings

STATE = ".cache"
"""Cache, lock, journal and scratch folders; beside `site_src/`, where a server does not watch."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where one corpus comes from and where its pages go."""

    base: Path
    """Folder that article names are relative to."""
    articles: Path
    """Folder of raw articles, relative to `base`: what a source is called must not depend on the
    machine."""
    docs: Path | None
    """Folder that keeps the Markdown; None for a corpus beside the project's own."""
    site: Path
    name: str


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
    def docs(self) -> Path:
        """Hand-written pages and, beside them, the generated ones."""
        return self.root / "site_src"

    @property
    def articles(self) -> Path:
        """The configured folder of raw articles."""
        return self.root / self.settings.articles

    def place(self, articles: Path | None = None, site_dir: Path | None = None) -> Place:
        """Return the place of the project's own corpus, or of another folder of articles.

        Raises `InputError` when the folder does not exist.
        """
        source = (articles or self.articles).resolve()
        if not source.is_dir():
            message = f"{articles or self.articles}: no such folder; make it, or set `articles:`"
            raise InputError(message)
        own = source == self.articles.resolve()
        name = "site" if own else f"site-{source.name}"
        return Place(
            base=self.root if own else source.parent,
            articles=Path(self.settings.articles) if own else Path(source.name),
            docs=self.docs if own else None,
            site=site_dir or self.root / name,
            name=name,
        )


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
    return Project(root=found.resolve().parent, settings=config.parse(text, found.name))


def _find(start: Path) -> Path:
    for here in (start, *start.parents):
        if (here / "digest.yml").is_file():
            return here / "digest.yml"
    message = f"{start}: no digest.yml here or above; go to a digest's folder or give --config FILE"
    raise ConfigError(message)
