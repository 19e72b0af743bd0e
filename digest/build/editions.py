"""Editions and addresses as committed files: read for each build, written by `digest edition`."""

from __future__ import annotations

import os
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from datetime import date as calendar
from pathlib import Path

from digest import render, writer
from digest.build import corpus
from digest.build.project import Place, Project
from digest.editions import freeze, records
from digest.editions.addresses import Book
from digest.editions.edition import Edition, told
from digest.editions.history import History
from digest.errors import AddressError, ConfigError, InputError, WriteError
from digest.models import Brief, RawArticle, Skipped
from digest.views.editions import KINDS, counts
from digest.views.site import Site

FOLDER = "editions"
ADDRESSES = "addresses.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Frozen:
    """What `digest edition` did."""

    edition: Edition
    path: Path
    written: bool
    """False where the same edition stood there already."""
    addresses: int
    """Addresses that were published for the first time."""

    def summary(self) -> str:
        """Say what was frozen and what is new in it."""
        one, told_ = self.edition, counts(self.edition)
        covered = (
            f"{told_['articles'].value} articles, {told_['texts'].value} independent texts, "
            f"{len(one.sentences)} sentences, {len(one.stories)} stories"
        )
        lines = [f"{'froze' if self.written else 'unchanged:'} {self.path}: {covered}"]
        if one.previous:
            found = ", ".join(f"{told_[kind].value} {kind}" for kind in KINDS)
            lines.append(f"since {one.previous}: {found}")
        else:
            lines.append("the first edition: nothing to compare it with")
        lines.append(f"{self.addresses} new addresses in {ADDRESSES}")
        if self.written:
            lines.append("commit both; the next build renders the edition")
        return "\n".join(lines)


def history(project: Project, place: Place) -> History:
    """Read the committed history of the project's own articles; another folder has none.

    Raises `ConfigError` with the file and the place of each mistake.
    """
    if place.docs is None:
        return History()
    found = []
    for path in sorted((project.root / FOLDER).glob("*.json")):
        name = f"{FOLDER}/{path.name}"
        edition = records.edition(_text(path, name), name)
        if edition.date != path.stem:
            message = f"{name}: date: says {edition.date}; the file must be named after its day"
            raise ConfigError(message)
        found.append(edition)
    listed = project.root / ADDRESSES
    book = records.book(_text(listed, ADDRESSES), ADDRESSES) if listed.is_file() else None
    if found and book is None:
        message = f"{ADDRESSES}: is missing beside {FOLDER}/; restore it from the repository"
        raise ConfigError(message)
    return History(editions=tuple(found), book=book) if book else History()


def freeze_edition(project: Project, *, date: str | None = None, jobs: str = "serial") -> Frozen:
    """Freeze the state of a day (the newest without `date`) and publish its addresses.

    Raises `AddressError` where that day's edition stands already and differs, `InputError` where
    there is nothing to freeze.
    """
    place = project.place()
    with writer.lock(project.state):
        known = history(project, place)
        raws = corpus.read(project, [place.articles], base=place.base)
        site = _state(project, raws, known, date, jobs)
        day = site.brief.as_of
        if day is None or not site.brief.entries:
            if site.brief.entries:
                message = "no article has a date, so the day is not known; name it with --date"
            else:
                until = f" up to {date}" if date else ""
                message = f"no article to freeze{until}; see digest inspect"
            raise InputError(message)
        edition = freeze.freeze(site, day)
        path = project.root / FOLDER / f"{day}.json"
        text = records.edition_text(edition)
        same = path.is_file() and path.read_text(encoding="utf-8") == text
        if path.is_file() and not same:
            message = (
                f"{FOLDER}/{path.name} stands already and the state differs: an edition is never "
                f"rewritten. Give another day with --date; if it was never published, delete the "
                f"file and freeze the day again"
            )
            raise AddressError(message)
        editions = sorted((*site.history.editions, edition), key=lambda e: e.date)
        full = Site(
            site.brief, project.settings, History(editions=tuple(editions), book=known.book)
        )
        pages = render.made(full)
        book = freeze.publish(full, day, pages)
        listed = records.book_text(book)
        # What no build could read again must not be written.
        records.edition(text, f"{FOLDER}/{path.name}")
        records.book(listed, ADDRESSES)
        _write(project, {project.root / ADDRESSES: listed, path: text})
    fresh = _size(book) - _size(known.book)
    shown = Path(FOLDER) / path.name
    return Frozen(edition=edition, path=shown, written=not same, addresses=fresh)


def _state(
    project: Project,
    raws: Sequence[RawArticle | Skipped],
    known: History,
    date: str | None,
    jobs: str,
) -> Site:
    """Return the state of the newest day, with all articles, or of `date`, with those of then."""
    held = known.without(date or "")
    brief = _brief(project, raws, held, None, jobs)
    newest = brief.as_of
    date = date or (newest and closing_day(newest, datetime.now(tz=UTC).date().isoformat()))
    earlier = known.without(date or "")
    if date is None or (date == newest and earlier == held):
        return Site(brief, project.settings, earlier)
    if date != newest:
        covered = told(e for e in earlier.editions if e.date < date).articles
        latest = newest is None or date > newest
        kept = {s.id for s in brief.skipped if s.id}
        kept |= {
            e.article.id
            for e in brief.entries
            if freeze.is_of_the_day(e, date, covered, latest=latest)
        }
        raws = [raw for raw in raws if isinstance(raw, Skipped) or raw.id in kept]
    brief = _brief(project, raws, earlier, date, jobs)
    return Site(brief, project.settings, earlier)


def closing_day(newest: str, today: str) -> str:
    """Return the day of the newest state: its date, or the last day of its month or year.

    Then all that it may hold was published. Raises `InputError` where that day is still to come by
    `today`: an edition would be dated later than the next one.
    """
    if len(newest) == len("2021-02-22"):
        return newest
    year, month = (*(int(part) for part in newest.split("-")), 12)[:2]
    last = calendar(year, month, monthrange(year, month)[1]).isoformat()
    if last > today:
        message = (
            f"the newest date is {newest}, which is not over, so no day is known; name one, as in "
            f"digest edition --date {today}"
        )
        raise InputError(message)
    return last


def _brief(
    project: Project,
    raws: Sequence[RawArticle | Skipped],
    known: History,
    as_of: str | None,
    jobs: str,
) -> Brief:
    day = as_of or corpus.given_day()
    return corpus.digest(project, raws, jobs=jobs, frozen=known.frozen(), as_of=day)


def day(text: str) -> str:
    """Return a day given on the command line; raises `ValueError` when it is none."""
    return calendar.fromisoformat(text).isoformat()


def _size(book: Book) -> int:
    return len(book.articles) + len(book.stories) + len(book.pages)


def _text(path: Path, name: str) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        message = f"{name}: cannot be read ({error}); restore it from the repository"
        raise ConfigError(message) from error


def _write(project: Project, texts: dict[Path, str]) -> None:
    """Write all files aside, then put each in place, so that a full disk changes none of them.

    The addresses come first: where the command is stopped after them it can be given again.
    """
    aside = {path: path.with_name(f".{path.name}.new") for path in texts}
    try:
        for left in project.root.glob(f"{FOLDER}/.*.json.new"):
            left.unlink()  # of a run that was ended by force
        for path, text in texts.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            with aside[path].open("w", encoding="utf-8") as handle:
                handle.write(text)
                handle.flush()
                os.fsync(handle.fileno())
        for path, new in aside.items():
            new.replace(path)
    except OSError as error:
        where = error.filename or project.root
        raise WriteError.at(where, error.strerror) from error
    finally:
        for new in aside.values():
            if new.exists():  # so that nothing is tried where nothing may be written
                new.unlink()
