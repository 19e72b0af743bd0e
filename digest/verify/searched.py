"""The search index held against the articles: everything that may be shown, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.escape import longest_printable
from digest.merged import actor_key
from digest.search.index import FOLDER
from digest.search.words import tokens
from digest.verify.check import page_of
from digest.verify.files import Count
from digest.verify.search import read

if TYPE_CHECKING:
    from collections.abc import Mapping

    from digest.models import Brief, Entry
    from digest.verify.check import Gate
    from digest.verify.search import Index, Told


def search(gate: Gate, files: Mapping[str, str], brief: Brief) -> None:
    """Check the search index (path to content): texts, places, dates, outlets, topics, names.

    It lists every article with every sentence that may be shown, and nothing else.
    """
    try:
        index = read(files)
    except (KeyError, ValueError, IndexError, TypeError) as error:
        gate.found.fail(FOLDER, None, f"cannot be read as an index: {error!r}")
        return
    entries = {entry.article.id: entry for entry in brief.entries}
    for one in index.told:
        _told(gate, one, entries.get(one.article))
    for key in entries.keys() - {one.article for one in index.told}:
        gate.found.fail(FOLDER, None, f"does not hold {entries[key].article.source}")
    _named(gate, index, brief)
    for path, what in index.wrong:
        gate.found.fail(path, None, what)


def _told(gate: Gate, one: Told, entry: Entry | None) -> None:
    for slice_ in (one.title, *one.sentences):
        gate.found.entries += 1
        gate.hold(one.path, slice_)
    if entry is None:
        return
    published = entry.published
    shown = [s.id for s in entry.article.sentences if s.id in entry.shown]
    date = f"{published.date}{'' if published.confidence == 'high' else '?'}" if published else ""
    on = {topic.slug: frozenset(topic.spoken) for topic in entry.article.topics}
    topics = tuple(
        frozenset(slug for slug, ids in on.items() if said is None or said in ids)
        for said in (None, *(s.sentence for s in one.sentences))
    )
    outlet = longest_printable(entry.article.cleaned.outlet or "") or None
    said = (one.date, one.outlet, one.topics, [s.sentence for s in one.sentences])
    if said != (date, outlet, topics, shown):
        gate.found.fail(one.path, None, f"misplaces {entry.article.source}: {said}")
    page = page_of(one.page)
    for sentence, standing in zip(one.sentences, one.standing, strict=True):
        name = f"s-{one.article}-{sentence.sentence}"
        if page not in gate.pages or name not in gate.pages[page].ids:
            gate.found.fail(one.path, None, f"leads to {one.page}#{name}, which does not exist")
        for thing, value in zip(("articles", "texts"), standing, strict=True):
            count = Count(f"same:{one.article}-{sentence.sentence}.{thing}", str(value), 0, 0)
            gate.found.counts += 1
            if gate.counts.expected(count, ()) != value:
                gate.found.fail(one.path, None, f"{count.name} is not {value}")


def _named(gate: Gate, index: Index, brief: Brief) -> None:
    """Check that an actor leads to the shown sentences that name it, and to its page.

    What leads to it is a word of its name, of a spelling that is shown, or of the editor's.
    """
    said: dict[str, set[tuple[str, str]]] = {}
    spelled = {key: set(forms) for key, forms in gate.counts.spelled.items()}
    for entry in brief.entries:
        text = "\n".join(s.text for s in entry.article.sentences if s.id in entry.shown)
        for actor in entry.article.actors:
            shown = {(entry.article.id, s) for s in entry.shown.intersection(actor.sentences)}
            said.setdefault(actor_key(actor.name), set()).update(shown)
            forms = [form for form in actor.forms if form in text]
            spelled.setdefault(actor_key(actor.name), set()).update(forms)
    for key, words in index.named.items():
        known = {word for form in spelled.get(key, ()) for word in tokens(form)}
        for word in sorted(words - known):
            gate.found.fail(FOLDER, None, f"{word!r} is no spelling of {key!r}")
    records = list(index.records())
    for key, (name, at) in index.actors.items():
        if {records[n] for n in at if n < len(records)} != said.get(key):
            gate.found.fail(FOLDER, None, f"{name!r} is named in other sentences")
        if f"actors/{key}/index.html" not in gate.pages:
            gate.found.fail(FOLDER, None, f"{name!r} has no page")
