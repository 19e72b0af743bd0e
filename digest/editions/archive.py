"""The pages that make the past last: editions, changes, tombstones, redirects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.editions.addresses import address, lost, page_path
from digest.errors import AddressError
from digest.escape import escaped
from digest.models import MARKER, Page
from digest.views import changes, editions
from digest.views.parts import Count, DateView

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from digest.views.editions import EditionView, Said
    from digest.views.site import Site

    Make = Callable[..., Page]


def pages(site: Site, make: Make) -> list[Page]:
    """Return the pages of editions and changes; `make(path, template, **values)` prints one."""
    views = [editions.edition(site, one) for one in reversed(site.history.editions)]
    total = Count(name="site.editions", value=len(views))
    made = [make("editions/index.md", "editions", views=views, total=total)]
    for view in views:
        made += [make(view.path, "edition", view=view), mail(view, site.settings.site.url)]
    return [*made, make("changes.md", "changes", view=changes.changes(site))]


def standing(
    site: Site, made: Iterable[Page], redirects: Mapping[str, str], make: Make
) -> list[Page]:
    """Return the pages that keep published addresses: redirects and tombstones.

    Raises `AddressError` where a published address would still be lost.
    """
    there = {address(page.path): page.path for page in made if page.path.endswith(".md")}
    kept = {}
    for one, story in site.resolved.moved:
        kept[one.address] = _moved(one.address, site.story_paths[story], make)
    for one in site.resolved.gone:
        edition = DateView(iso=one.edition)
        kept[one.address] = make(page_path(one.address), "withdrawn", edition=edition)
    wrong = []
    for old, new in sorted(redirects.items()):
        if new not in there:
            wrong.append(f"redirects: {old!r} leads to {new!r}, which is no page of the site")
        elif old in there or page_path(old) in there.values():
            wrong.append(f"redirects: {old!r} is a page of the site; take the line out")
        else:
            kept[old] = _moved(old, there[new], make)
    wrong += [
        f"{at!r} was published and no page stands there now: restore what made it, "
        f"or put `{at}: <new address>` under `redirects:` in digest.yml"
        for at in lost(site.history.book, {*there, *kept})
    ]
    if wrong:
        raise AddressError("\n".join(["published addresses would be lost:", *wrong]))
    return [page for at, page in kept.items() if at not in there]


def _moved(old: str, path: str, make: Make) -> Page:
    """Return a page that leads on to the page at `path`, with and without script."""
    new = address(path)
    title = new.removesuffix("/").rpartition("/")[2].replace("-", " ") or "the front page"
    return make(page_path(old), "moved", target=new, leads=path, title=title)


def mail(view: EditionView, url: str) -> Page:
    """Return an edition as plain Markdown to paste into mail: a line a sentence, its place below.

    It prints no number of its own but dates; the gate reads each sentence by its address.
    """
    home = f"{url.rstrip('/')}/" if url else ""
    lines = [f"[//]: # ({MARKER})", "", f"# {escaped(view.title)}, {view.date.long}", ""]
    lines += [f"{home}editions/{view.date.iso}/", ""]
    parts = [("The bottom line", view.bottom)]
    parts += [(topic.title, held) for topic, held in view.topics]
    parts += [("Also new", view.fresh)]
    for title, held in parts:
        if held:
            lines += [f"## {escaped(title)}", "", *(x for said in held for x in _said(said, home))]
            lines.append("")
    for pair in view.pairs:
        lines += [f"## {pair.kind.capitalize()}", ""]
        lines += [*_said(pair.older, home), *_said(pair.newer, home), ""]
    return Page(path=f"editions/{view.date.iso}/digest.txt", content="\n".join(lines))


def _said(said: Said, home: str) -> Iterator[str]:
    if said.sentence is None or said.cite is None:
        yield "(withdrawn with its source)" if said.gone == "withdrawn" else "(withheld)"
        return
    page = address(said.cite.target.partition("#")[0])
    outlet = escaped(said.cite.outlet or "Outlet not named")
    yield f"- {escaped(said.sentence.text)}"
    yield (
        f"  ({outlet}, {said.cite.date.short}, "
        f"{home}{page}#s-{said.sentence.article}-{said.sentence.id})"
    )
