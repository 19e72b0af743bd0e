"""The `digest` command: results on stdout, what is going on on stderr."""

from __future__ import annotations

import json
import logging
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from digest import __version__
from digest.errors import DigestError, InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from digest.build.site import Report
    from digest.models import Brief
    from digest.pipeline import Run

_Out = TypeVar("_Out")
_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
_CONFIG = click.option(
    "--config",
    "config_file",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The digest.yml to use; else the nearest one here or above.",
)
_JOBS = click.option(
    "--jobs",
    default="serial",
    show_default=True,
    metavar="serial|processes:N",
    help="Where articles are worked on.",
)
_ARTICLES = click.option(
    "--articles", type=_FOLDER, help="Build this folder instead, beside the digest's own pages."
)
_SITE = click.option(
    "--site-dir",
    type=click.Path(file_okay=False, path_type=Path),
    help="Render here; else site/, or site-NAME/ for another folder of articles.",
)


class _Group(click.Group):
    """Turns our errors into their message and exit code."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except DigestError as error:
            click.echo(f"digest: {error}", err=True)
            ctx.exit(error.exit_code)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
@click.option("-v", "--verbose", is_flag=True, help="Say more on stderr.")
def main(verbose: bool) -> None:
    """Build a briefing from raw news articles: every sentence verbatim and traceable."""
    level = logging.INFO if verbose else logging.WARNING
    logging.basicConfig(stream=sys.stderr, level=level, format="%(levelname)s %(message)s")
    for library in ("trafilatura", "readability", "htmldate", "courlan"):
        # They report what they discard of a page; what is dropped stands in the receipt.
        logging.getLogger(library).setLevel(logging.CRITICAL)


@main.command()
@_CONFIG
@_ARTICLES
@_SITE
@_JOBS
@click.option("--no-render", is_flag=True, help="Stop when the Markdown is written.")
@click.option("--strict", is_flag=True, help="End with exit code 3 when an input was skipped.")
def build(  # noqa: PLR0913, PLR0917 - one argument for each option
    config_file: Path | None,
    articles: Path | None,
    site_dir: Path | None,
    jobs: str,
    no_render: bool,
    strict: bool,
) -> None:
    """Read the articles, write the Markdown, render and verify the site."""
    from digest.build import project, site  # noqa: PLC0415 - only where it runs

    found = project.load(config_file)
    if no_render:
        _refuse_elsewhere(articles, site_dir)
        report = site.write_markdown(found, jobs=jobs, watch=_progress)
    else:
        place = found.place(articles, site_dir)
        report = site.build(found, place, jobs=jobs, watch=_progress)
    _say(report)
    if strict and report.brief.skipped:
        message = f"{len(report.brief.skipped)} inputs were skipped, and --strict allows none"
        raise InputError(message)


@main.command()
@_CONFIG
@click.option("--strict", is_flag=True, help="End with exit code 3 when a source failed.")
@click.argument("sources", nargs=-1, metavar="[SOURCE]...")
def fetch(config_file: Path | None, strict: bool, sources: tuple[str, ...]) -> None:
    """Bring pages from the web into the folder of articles.

    A SOURCE is the address of a page or a feed, or a file: addresses one a line, OPML, a feed.
    Without one, those listed under `fetch:` in digest.yml are fetched.
    """
    from digest.build import project  # noqa: PLC0415
    from digest.fetch import network, run  # noqa: PLC0415

    found = project.load(config_file)
    result = run.fetch(
        sources or found.settings.fetch,
        Path() if sources else found.root,
        articles=found.articles,
        state=found.state,
        limits=network.Limits(size=found.settings.max_bytes),
        watch=logging.getLogger(__name__).info,
    )
    for failure in result.failures:
        click.echo(f"warning: {failure}", err=True)
    click.echo(result.summary())
    if result.failures and (strict or not result.worked):
        allowed = "--strict allows no failure" if strict else "nothing could be fetched"
        raise InputError(allowed)


@main.command()
@_CONFIG
@_JOBS
@click.option("--json", "as_json", is_flag=True, help="JSON Lines, one object per article.")
@click.option("--strict", is_flag=True, help="End with exit code 1 when an input was skipped.")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
def inspect(
    config_file: Path | None, jobs: str, as_json: bool, strict: bool, paths: tuple[Path, ...]
) -> None:
    """Show what is decided of each article in PATHS, and why."""
    from digest.build import inspected, project  # noqa: PLC0415

    brief = inspected.understand(project.load(config_file), paths, jobs, _progress)
    rows = _rows(brief, as_json=as_json)
    for _, row in sorted(rows, key=lambda pair: pair[0].encode()):
        click.echo(row)
    if strict and brief.skipped:
        sys.exit(1)


@main.command()
@_CONFIG
@_ARTICLES
@_SITE
def verify(config_file: Path | None, articles: Path | None, site_dir: Path | None) -> None:
    """Check every published sentence, number and link against the raw articles."""
    from digest.build import project, verification  # noqa: PLC0415

    found = project.load(config_file)
    click.echo(verification.verify_site(found, found.place(articles, site_dir)).summary())


@main.command()
@_CONFIG
@_JOBS
@click.option(
    "--date",
    metavar="YYYY-MM-DD",
    help="Freeze this day: only what was published by then; else the digest's newest day.",
)
def edition(config_file: Path | None, jobs: str, date: str | None) -> None:
    """Freeze the state of a day as an edition that later builds never change.

    Writes editions/DATE.json and addresses.json, which belong into the repository; no other
    command writes there.
    """
    from digest.build import editions, project  # noqa: PLC0415

    try:
        day = editions.day(date) if date else None
    except ValueError:
        message = f"{date!r} is no day; write it as 2021-02-22"
        raise click.BadParameter(message, param_hint="--date") from None
    click.echo(editions.freeze_edition(project.load(config_file), date=day, jobs=jobs).summary())


@main.command()
@_CONFIG
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Where to serve.")
def serve(config_file: Path | None, address: str) -> None:
    """Serve the site and rebuild it when an article or the settings change."""
    from mkdocs.commands.serve import serve as mkdocs_serve  # noqa: PLC0415

    from digest.build import project  # noqa: PLC0415

    found = project.load(config_file)
    logging.getLogger("mkdocs").setLevel(logging.INFO)
    mkdocs_serve(config_file=str(found.root / "mkdocs.yml"), dev_addr=address)


@main.command()
@_CONFIG
def clean(config_file: Path | None) -> None:
    """Remove what was generated: pages, site and cache; nothing that was written by hand."""
    from digest import writer  # noqa: PLC0415
    from digest.build import project  # noqa: PLC0415

    found = project.load(config_file)
    with writer.lock(found.state):
        removed = writer.write((), found.docs, found.state).removed
    for folder in (found.root / "site", *sorted(found.root.glob("site-*")), found.state):
        shutil.rmtree(folder, ignore_errors=True)
    click.echo(f"removed {removed} generated pages, the site and the cache")


@main.command()
@_CONFIG
@_JOBS
@_ARTICLES
def topics(config_file: Path | None, jobs: str, articles: Path | None) -> None:
    """Show how the terms of each topic do: matches, silent terms, near misses."""
    from digest import topic_report  # noqa: PLC0415
    from digest.build import corpus, project  # noqa: PLC0415

    found = project.load(config_file)
    place = found.place(articles)
    brief = corpus.understand(found, [place.articles], base=place.base, jobs=jobs)
    on = [entry.article for entry in brief.entries]
    click.echo(topic_report.text(topic_report.report(on, found.settings.topics)))


def _refuse_elsewhere(articles: Path | None, site_dir: Path | None) -> None:
    if articles or site_dir:
        message = "--no-render writes the digest's own pages; leave out --articles and --site-dir"
        raise click.UsageError(message)


def _rows(brief: Brief, *, as_json: bool) -> Iterator[tuple[str, str]]:
    from digest import inspection  # noqa: PLC0415

    for entry in brief.entries:
        if as_json:
            row = json.dumps(inspection.entry_json(entry), ensure_ascii=False)
        else:
            row = inspection.entry_text(entry)
        yield entry.article.source, row
    for skipped in brief.skipped:
        if as_json:
            row = json.dumps(inspection.skipped_json(skipped), ensure_ascii=False)
        else:
            row = inspection.skipped_text(skipped)
        yield skipped.source, row


def _say(report: Report) -> None:
    brief, written = report.brief, report.written
    for skipped in brief.skipped:
        click.echo(f"skipped {skipped.source} ({skipped.reason}): {skipped.detail}", err=True)
    for warning in report.warnings:
        click.echo(f"warning: {warning}", err=True)
    for path in written.kept if written else ():
        click.echo(f"kept {path}: it is written by hand, so the page was not generated", err=True)
    click.echo(
        f"{len(brief.entries)} articles in {len(brief.stories)} stories, "
        f"{len(brief.skipped)} inputs skipped"
    )
    if report.kept:
        click.echo(report.kept)
    if written:
        click.echo(f"{written.changed} files written, {written.removed} removed in site_src")
    if report.found:
        click.echo(report.found.summary())
    if report.site:
        click.echo(f"open {report.site / 'index.html'}")


def _progress(run: Run) -> Run:
    """Put a progress bar on stderr around each map, where that is a terminal."""
    if not sys.stderr.isatty():
        return run

    def watched(function: Callable[[Any], _Out], items: Iterable[Any]) -> Iterator[_Out]:
        listed = list(items)
        name = function.__name__.strip("_")
        with click.progressbar(
            run(function, listed), length=len(listed), label=f"{name:<9}", file=sys.stderr
        ) as bar:
            yield from bar

    return watched
