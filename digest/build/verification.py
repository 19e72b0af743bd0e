"""The files of a site, given to the gate one by one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from digest import pipeline, writer
from digest.build.corpus import given_day, read
from digest.build.editions import FOLDER, history
from digest.build.project import Place, Project
from digest.cards import values
from digest.cards.card import FOLDER as CARDS
from digest.editions.history import History
from digest.errors import InputError, VerifyError
from digest.models import Brief
from digest.verify import frozen, searched
from digest.verify.check import Findings, Gate
from digest.verify.counts import Counts
from digest.verify.sources import sources

FAILURES_SHOWN = 20


def verify_site(project: Project, place: Place) -> Findings:
    """Hold the published Markdown and site against the raw articles.

    Raises `VerifyError` when something does not hold, `InputError` when there is no site.
    """
    if not place.site.is_dir():
        message = f"{place.site}: no site to verify; run digest build first"
        raise InputError(message)
    docs = place.docs or project.state / f"docs-{place.name}"
    return verify(project, place, docs, place.site)


def verify(project: Project, place: Place, docs: Path, site: Path) -> Findings:
    """Hold `docs` and `site` against the raw articles of `place`, read and understood anew.

    The cache is not asked: a wrong result in it must not vouch for itself.
    """
    raws = read(project, [place.articles], base=place.base)
    known = history(project, place)
    brief = pipeline.digest(raws, project.settings, as_of=given_day(), frozen=known.frozen())
    gate = open_gate(project, brief, known)
    for edition in known.editions:
        frozen.edition(gate, f"{FOLDER}/{edition.date}.json", edition)
    for path in _below(docs, ".md"):
        if writer.is_ours(docs / path):
            gate.markdown(f"{docs.name}/{path}", _text(docs / path))
    for path in _below(site, ".html"):
        gate.rendered(path, _text(site / path), generated=_generated(docs, path))
    _files(gate, site)
    index = {path: _text(site / path) for path in _below(site, ".json", "search")}
    searched.search(gate, index, brief)
    drawn = {card.path: card for card in values.cards(brief, project.settings)}
    for path in _below(site, ".png", CARDS):
        gate.card(path, (site / path).read_bytes(), drawn.get(path))
    found = gate.finish(brief, _below(site, ""))
    if found.failures:
        raise VerifyError(_list(found.failures))
    return found


def open_gate(project: Project, brief: Brief, known: History | None = None) -> Gate:
    """Return a gate that knows the articles of `brief` and the editions, and has seen no file."""
    return Gate(
        sources=sources(entry.article.cleaned.document.raw for entry in brief.entries),
        counts=Counts(brief, project.settings, known.editions if known else ()),
        shown={
            entry.article.id: {s.id: s.text for s in entry.article.sentences if s.id in entry.shown}
            | dict(entry.frozen)
            for entry in brief.entries
        },
        base=project.settings.site.url,
        entries={entry.article.id: entry for entry in brief.entries},
    )


def _files(gate: Gate, site: Path) -> None:
    """Hold what stands beside the pages: feeds, data, tables, text for mail, sitemap."""
    kinds: tuple[tuple[str, str, Callable[[str, str], None]], ...] = (
        (".xml", "feeds", gate.feed),
        (".json", "feeds", gate.json_feed),
        (".json", "data", gate.data),
        (".csv", "figures", gate.table),
        (".txt", "editions", partial(frozen.mail, gate)),
    )
    for suffix, folder, check in kinds:
        for path in _below(site, suffix, folder):
            check(path, _text(site / path))
    if (site / "sitemap.xml").is_file():
        gate.sitemap("sitemap.xml", _text(site / "sitemap.xml"))
    if writer.is_ours(site / "robots.txt"):
        gate.sitemap("robots.txt", _text(site / "robots.txt"))


def _list(failures: list[str]) -> str:
    more = len(failures) - FAILURES_SHOWN
    rest = [f"and {more} more"] if more > 0 else []
    return "\n".join(["the site does not hold:", *failures[:FAILURES_SHOWN], *rest])


def _below(folder: Path, suffix: str, part: str = "") -> list[str]:
    found = (folder / part).rglob(f"*{suffix}")
    return sorted(path.relative_to(folder).as_posix() for path in found if path.is_file())


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _generated(docs: Path, page: str) -> bool:
    """Say whether a rendered page comes from Markdown that we wrote."""
    stem = page.removesuffix("index.html").rstrip("/")
    names = (f"{stem}.md", f"{stem}/index.md") if stem else ("index.md",)
    return any(writer.is_ours(docs / name) for name in names)
