"""`mkdocs build`, `mkdocs serve` and `mkdocs gh-deploy` make the digest's pages first."""

from __future__ import annotations

import re
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from mkdocs.config.base import Config
from mkdocs.config.config_options import Optional, Type
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin

from digest import writer
from digest.build import corpus, editions, project, site
from digest.errors import DigestError
from digest.machine import linked

_HEADING_ID = re.compile(r'<h([2-6]) id="[^"<>]*">')


class DigestConfig(Config):  # type: ignore[no-untyped-call]
    """What `digest build` says of the plugin; `mkdocs.yml` has nothing to say."""

    prepared = Optional(Type(project.Project))
    """The project of which `digest build` has just written the pages itself."""


class DigestPlugin(BasePlugin[DigestConfig]):  # type: ignore[no-untyped-call]
    """Writes the Markdown before MkDocs reads it; all else is MkDocs' own work."""

    def __init__(self) -> None:
        """Start with no day told to MkDocs."""
        self._day = ExitStack()

    def on_startup(self, **_: Any) -> None:
        """Stay the same object over rebuilds (MkDocs keeps plugins that have this hook)."""

    def on_config(self, config: Any) -> Any:
        """Write the Markdown, before MkDocs clears its target.

        Raises `PluginError`, which MkDocs prints without a traceback; its server then waits until
        the mistake is mended.
        """
        self._day.close()
        try:
            found = self.config.prepared or _project(config)
            # Below a sub-path 404.html finds its styles by this alone; `serve` has its own.
            config.site_url = config.site_url or found.settings.site.url
            if self.config.prepared is None:
                report = site.write_markdown(found)
                self._day.enter_context(corpus.epoch(report.brief.as_of))
        except DigestError as error:
            raise PluginError(str(error)) from error
        return config

    def on_env(self, env: Any, *, config: Any, **_: Any) -> Any:
        """Give templates the metadata of a page (JSON-LD), ready to stand in a script element."""

        def linked_data(page: Any, title: str, brand: str) -> str:
            found = linked.describe(
                base=config.site_url or "",
                path=page.url,
                title=title,
                brand=brand,
                meta=page.meta,
            )
            return linked.script(found) if found else ""

        env.globals["linked_data"] = linked_data
        return env

    def on_page_content(self, html: str, *, page: Any, **_: Any) -> str:
        """Take the ids off the headings of generated pages: those come from text of articles.

        Our templates name their sections themselves, so no link needs them.
        """
        return _HEADING_ID.sub(r"<h\1>", html) if "kind" in page.meta else html

    def on_post_build(self, **_: Any) -> None:
        """Take back the day that MkDocs was told: the next rebuild finds its own."""
        self._day.close()

    def on_serve(self, server: Any, config: Any, **_: Any) -> Any:
        """Watch what people write, not what we generate: one rebuild per edit."""
        server.unwatch(config.docs_dir)
        for path in writer.by_hand(Path(config.docs_dir)):
            server.watch(str(path))
        found = _project(config)
        server.watch(str(found.articles))
        for name in ("digest.yml", editions.FOLDER, editions.ADDRESSES):
            if (found.root / name).exists():
                server.watch(str(found.root / name))
        return server


def _project(config: Any) -> project.Project:
    return project.load(Path(config.config_file_path).parent / "digest.yml")
