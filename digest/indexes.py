"""The pages over all articles: lists, sources, figures with their download, timeline, actors."""

from __future__ import annotations

import csv
import io
from functools import partial
from typing import TYPE_CHECKING

from digest.escape import longest_printable
from digest.models import MARKER, Page
from digest.views import actors, beside, ledger, lists, timeline
from digest.views.parts import Count, DateView

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from digest.views.site import Site

COLUMNS = (
    *("amount", "value", "currency", "per", "about", "as_of", "sentence", "sentence_id"),
    *("article_id", "outlet", "date", "page", "kind", "unit", "modifier"),
    *("date_sure", "as_of_sure"),
)
_FORMULA = tuple("=+-@\t\r")
"""What makes a spreadsheet compute a cell (OWASP, CSV Injection)."""


def pages(site: Site, make: Callable[..., Page]) -> list[Page]:
    """Return the indexes; `make(path, template, **values)` prints one page."""
    return [
        *_list(lists.stories(site), make, folder="stories", title="Stories", tab=20),
        *_list(lists.articles(site), make, folder="articles", title="Articles", tab=24),
        *_sources(site, make),
        *_figures(site, make),
        *_timeline(site, make),
        *_actors(site, make),
    ]


def _list(
    view: lists.ListView, make: Callable[..., Page], *, folder: str, title: str, tab: int
) -> list[Page]:
    make = partial(make, template="list", view=view, title=title, tab=tab)
    return _listed(f"{folder}/index.md", folder, view, make)


def _listed(path: str, folder: str, rows: lists.ListView, make: Callable[..., Page]) -> list[Page]:
    """Return the page of a list at `path` and those of its periods in `folder`."""
    make = partial(make, folder=folder)
    return [make(path, groups=lists.by_year(rows.rows), period=None)] + [
        make(f"{folder}/{p.key}.md", groups=lists.by_year(p.items), period=p) for p in rows.archive
    ]


def _sources(site: Site, make: Callable[..., Page]) -> list[Page]:
    view = lists.sources(site)
    made = [make("sources/index.md", "sources", view=view, period=None)]
    made += [make(f"sources/{p.key}.md", "sources", view=view, period=p) for p in view.archive]
    for one in site.outlets.values():
        own = lists.outlet(site, one)
        folder = one.path.removesuffix(".md")
        made += _listed(one.path, folder, own.rows, partial(make, template="outlet", view=own))
    return made


def _figures(site: Site, make: Callable[..., Page]) -> list[Page]:
    view = ledger.ledger(site)
    debts = beside.topic_on_debt(site, (row.figure for row in view.rows))
    make = partial(make, view=view, debts=debts)
    made = [make("figures/index.md", "ledger", tables=view.tables, period=None)]
    for p in view.archive:
        tables = ledger.tables(p.items)
        made.append(make(f"figures/{p.key}.md", "ledger", tables=tables, period=p))
    return [*made, Page(path="figures/figures.csv", content=_csv(site, view.rows))]


def _timeline(site: Site, make: Callable[..., Page]) -> list[Page]:
    view = timeline.timeline(site)
    made = [make("timeline/index.md", "timeline", view=view, years=view.years, period=None)]
    for p in view.archive:
        years = timeline.by_year(p.items)
        made.append(make(f"timeline/{p.key}.md", "timeline", view=view, years=years, period=p))
    return made


def _actors(site: Site, make: Callable[..., Page]) -> list[Page]:
    total = Count(name="site.actors", value=len(site.actors))
    made = [make("actors/index.md", "actors", groups=lists.actors(site), total=total)]
    for named in site.actors.values():
        view = actors.actor(site, named)
        made.append(make(named.path, "actor", view=view))
        made += [
            make(f"actors/{named.key}/{p.key}.md", "actor-period", view=view, period=p)
            for p in view.archive
        ]
    return made


def _csv(site: Site, rows: Iterable[ledger.LedgerRow]) -> str:
    """Return the ledger for a spreadsheet (RFC 4180); no cell starts a formula."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    rows = tuple(rows)
    # A table has no comments: the marker is a note in the first row, near enough to the start of
    # the file for the writer to find it, and a heading where there is no row.
    writer.writerow(["note" if rows else MARKER, *COLUMNS])
    for place, row in enumerate(rows):
        figure, sentence = row.figure, row.sentence
        value = int(figure.value) if figure.value == int(figure.value) else figure.value
        cells = (
            "" if place else MARKER,
            *(figure.text.text, str(value), figure.currency),
            *(part.text if part else "" for part in (figure.per, figure.about)),
            (figure.as_of.iso or "") if figure.as_of else "",
            *(sentence.text, sentence.id, sentence.article, figure.cite.outlet or ""),
            *(figure.cite.date.iso or "", site.article_paths[sentence.article][:-3] + "/"),
            *(figure.kind, *(part.text if part else "" for part in (figure.unit, figure.modifier))),
            *(_sure(date) for date in (figure.cite.date, figure.as_of)),
        )
        writer.writerow([cell(part) for part in cells])
    return text.getvalue()


def _sure(date: DateView | None) -> str:
    return ("no", "yes")[date.sure] if date and date.iso else ""


def cell(text: str) -> str:
    """`text` as a cell that no spreadsheet computes: an apostrophe before what starts a formula."""
    plain = longest_printable(text)
    return f"'{plain}" if plain.startswith((*_FORMULA, "'")) else plain
