"""The pages that make the past last: editions, changes, tombstones, redirects."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from digest.editions.addresses import address, end, has_page, lost, page_path
from digest.errors import AddressError
from digest.escape import escaped
from digest.merged import actor_key
from digest.models import MARKER, Page
from digest.views import changes, editions
from digest.views.parts import Count, DateView

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from digest.views.editions import EditionView, Said
    from digest.views.site import Site

    Make = Callable[..., Page]

EDITIONS = "editions/"


def pages(site: Site, make: Make) -> list[Page]:
    """Return the pages of editions and changes; `make(path, template, **values)` prints one."""
    views = [editions.edition(site, one) for one in reversed(site.history.editions)]
    total = Count(name="site.editions", value=len(views))
    made = [make("editions/index.md", "editions", views=views, total=total)]
    for view in views:
        made += [make(view.path, "edition", view=view), mail(view, site.settings.site.url)]
    return [*made, make("changes.md", "changes", view=changes.changes(site))]


def standing(
    site: Site, paths: Iterable[str], redirects: Mapping[str, str], make: Make
) -> list[Page]:
    """Return the pages that keep published addresses: redirects, tombstones, notes.

    A page that is derived from others (an actor's, a year's, a month's) and has no subject any more
    becomes a note that names its index; one below a page that moved moves with it. `paths` are
    those of all other pages. Raises `AddressError` where a published address would still be lost.
    """
    there = {address(path): path for path in paths if path.endswith(".md")}
    kept: dict[str, Page] = {}
    for one, story in site.resolved.moved:
        kept[one.address] = _moved(one.address, site.story_paths[story], make)
    for one, article in site.resolved.replaced:
        kept[one.address] = _moved(one.address, site.article_paths[article], make)
    for one in site.resolved.gone:
        page = make(page_path(one.address), "withdrawn", edition=DateView(iso=one.edition))
        kept[one.address] = replace(page, keeps="withdrawn")
    held = set(there.values())
    leads = {old: end(new, redirects) for old, new in redirects.items() if not has_page(old, held)}
    lead_on, empty = _derived(site, lost(site.history.book, {*there, *kept, *leads}), there, leads)
    for at, index in empty.items():
        page = make(page_path(at), "empty", index=there[index], title=_called(index))
        kept[at] = replace(page, keeps="empty")
    stands = {**{at: page_path(at) for at in (*kept, *lead_on)}, **there}
    wrong = []
    for old, new in sorted({**lead_on, **leads}.items()):
        if new in stands:
            kept[old] = _moved(old, stands[new], make)
        elif old in leads:
            wrong.append(f"redirects: {old!r} leads to {new!r}, which is no page of the site")
    wrong += [_advice(at) for at in lost(site.history.book, {*there, *kept, *leads})]
    if wrong:
        raise AddressError("\n".join(["published addresses would be lost:", *wrong]))
    return [page for page in kept.values() if not has_page(address(page.path), held)]


def _derived(
    site: Site, at_loss: Iterable[str], there: Mapping[str, str], leads: Mapping[str, str]
) -> tuple[dict[str, str], dict[str, str]]:
    """Return where derived pages lead on to, and the index of those that have no subject any more.

    An actor that goes by another name, in `digest.yml` or because texts' names were joined, is
    found by its spellings. Editions and topics are the editor's own, and derived of nothing.
    """
    renamed = _renamed(site)
    lead_on: dict[str, str] = {}
    empty: dict[str, str] = {}
    for at in sorted(at_loss):
        parent = at[: at.rstrip("/").rfind("/") + 1]
        target = renamed.get(at, lead_on.get(parent, leads.get(parent)))
        index = parent if parent in there else empty.get(parent)
        if target is not None:
            lead_on[at] = target
        elif index and parent != EDITIONS:
            empty[at] = index
    return lead_on, empty


def _renamed(site: Site) -> dict[str, str]:
    """Map what could be an actor's address to its page, the editor's spellings first.

    A spelling of two actors' leads nowhere.
    """
    found: dict[str, set[str]] = {}
    for named in site.actors.values():
        for form in dict.fromkeys(form for _, one in named.at for form in one.forms):
            found.setdefault(f"actors/{actor_key(form)}/", set()).add(address(named.path))
    renamed = {at: min(pages) for at, pages in found.items() if len(pages) == 1}
    for actor in reversed(site.settings.actors):
        key = actor_key(actor.name)
        if key in site.actors:
            page = address(site.actors[key].path)
            renamed |= {f"actors/{actor_key(form)}/": page for form in actor.forms}
    return renamed


def _advice(at: str) -> str:
    if at.startswith(EDITIONS):
        day = at.removeprefix(EDITIONS).rstrip("/")
        advice = (
            f"restore editions/{day}.json from the repository, or, where `digest edition` was "
            f"stopped before it wrote the file, run `digest edition --date {day}`"
        )
    else:
        advice = (
            f"restore what made it, or put `{at}: <new address>` under `redirects:` in digest.yml "
            f'(`""` is the front page)'
        )
    return f"{at!r} was published and no page stands there now: {advice}"


def _moved(old: str, path: str, make: Make) -> Page:
    """Return a page that leads on to the page at `path`, with and without script."""
    new = address(path)
    page = make(page_path(old), "moved", target=new, leads=path, title=_called(new))
    return replace(page, keeps="moved")


def _called(at: str) -> str:
    return at.removesuffix("/").rpartition("/")[2].replace("-", " ") or "the front page"


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
        why = {"withdrawn": "withdrawn with its source", "changed": "changed in its source"}
        yield f"({why.get(said.gone or '', 'withheld')})"
        return
    page = address(said.cite.target.partition("#")[0])
    outlet = escaped(said.cite.outlet or "Outlet not named")
    yield f"- {escaped(said.sentence.text)}"
    yield (
        f"  ({outlet}, {said.cite.date.short}, "
        f"{home}{page}#s-{said.sentence.article}-{said.sentence.id})"
    )
