"""What search costs a reader: ours, Pagefind and Material's index, over the same sentences.

    python benchmarks/search.py [SIZE ...]        (default: sample, stories, 1000, 10000)

`sample` are the project's own articles, `stories` the 593 of ../shared/eval where they are; a
number is so many made-up articles of 8 sentences, their words drawn as often as Zipf says from
60,000. Each engine is asked in a fresh Chromium, over loopback, for one rare and one frequent word
and two words together: bytes on the wire (gzip), and milliseconds from the first request to ten
results whose text is there. Times depend on the machine, so their ratio to ours stands beside them.
Pagefind takes part where `pip install "pagefind[bin]"` was run (DIGEST_PAGEFIND names another
interpreter that has it) and the collection is small enough for it.
"""

from __future__ import annotations

import gzip
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from itertools import accumulate
from pathlib import Path

FEW, TELLING = 3, 3
"""Sentences that a rare word stands in at most; letters of a word that is worth asking for."""

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))

STORIES = ROOT.parent / "shared" / "eval" / "stories"
WORDS = 60_000
MOST = 10_000
"""Sentences that Pagefind is given: at 8,000 it took minutes, and wrote as many files."""
PAGEFIND = """
import asyncio, json, sys
from pagefind.index import IndexConfig, PagefindIndex
async def main():
    records, target = json.load(open(sys.argv[1])), sys.argv[2]
    async with PagefindIndex(config=IndexConfig(output_path=target)) as index:
        for record in records:
            await index.add_custom_record(language="en", **record)
asyncio.run(main())
"""
ASK = {
    "ours": """async ([root, text]) => {
      const { Engine } = await import(`${root}assets/search-engine.js`);
      const engine = new Engine(root);
      const query = {text, topics: [], outlets: [], actors: [], from: '', to: '', order: 'best'};
      const found = await engine.search(query);
      return (await engine.texts(found.hits.slice(0, 10))).length; }""",
    "pagefind": """async ([root, text]) => {
      const pagefind = await import(`${root}pagefind/pagefind.js`);
      const found = await pagefind.search(text);
      return (await Promise.all(found.results.slice(0, 10).map(one => one.data()))).length; }""",
    "material": """async ([root, text]) => {
      const index = await (await fetch(`${root}search_index.json`)).json();
      const worker = new Worker(`${root}worker.js`);
      const say = (type, data) => new Promise(done => {
        worker.onmessage = ({data}) => (data.type === type + 1) && done(data.data);
        worker.postMessage({type, data});
      });
      await say(0, {config: index.config, docs: index.docs, options: {suggest: false}});
      const found = await say(2, text);
      return found.items.slice(0, 10).length; }""",
}


def corpus_of(size):
    """Return what may be found in a collection: real by its name, made up by its number."""
    if size.isdigit():
        return made_up(int(size))
    from digest.build import corpus as building
    from digest.build import project as projects
    from digest.search.corpus import corpus
    from digest.views.site import Site

    found = projects.load(ROOT / "digest.yml")
    place = found.place(STORIES if size == "stories" else None)
    brief = building.understand(found, [place.articles], base=place.base)
    return corpus(Site(brief, found.settings))


def made_up(size):
    """Return a collection of `size` articles with words as frequent as a language's."""
    from digest.search.index import Corpus, Held, Said

    dice = random.Random(size)  # noqa: S311 - no secret depends on it
    parts = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "er")]
    words = list(
        dict.fromkeys("".join(dice.choices(parts, k=dice.randint(1, 4))) for _ in range(4 * WORDS))
    )
    words = words[:WORDS]
    weights = list(accumulate(1 / (rank + 2.7) for rank in range(len(words))))

    def sentence(count):
        return " ".join(dice.choices(words, cum_weights=weights, k=count)).capitalize() + "."

    held = []
    for number in range(size):
        key = f"{number:016x}"
        day = f"{2010 + number * 14 // size}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}"
        topics = tuple(sorted({dice.randrange(4) for _ in range(dice.randint(0, 2))}))
        said = tuple(
            Said(
                id=f"{number:06x}{n:06x}",
                text=sentence(dice.randint(12, 30)),
                line=n + 3,
                topics=topics,
            )
            for n in range(8)
        )
        held.append(
            Held(
                id=key,
                page=f"articles/{day[:4]}/made-up-{key[-8:]}/",
                title=sentence(8),
                line=1,
                cut=False,
                date=day,
                sure=True,
                outlet=f"Outlet {dice.randrange(60)}",
                language="en",
                topics=topics,
                said=said,
            )
        )
    return Corpus(topics=tuple((f"t{n}", f"Topic {n}") for n in range(4)), held=tuple(held))


def queries(corpus):
    """Return a rare word, a frequent one, and two that stand together."""
    from collections import Counter

    from digest.search.words import tokens

    texts = [tokens(s.text) for h in corpus.held for s in h.said]
    often = Counter(word for text in texts for word in set(text) if len(word) > TELLING)
    ranked = sorted(often, key=lambda word: (-often[word], word))
    frequent = ranked[20]
    rare = next(word for word in ranked if often[word] <= FEW)
    other = next(
        word
        for text in texts
        if frequent in text
        for word in text
        if often[word] > FEW and word != frequent
    )
    return {"rare": rare, "frequent": frequent, "two": f"{frequent} {other}"}


def lay_out(folder, corpus):
    """Write the three indexes; return seconds and bytes of each."""
    from digest.search.index import files

    spent = {}
    start = time.process_time()
    for page in files(corpus):
        target = folder / "ours" / page.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(page.content, encoding="utf-8")
    spent["ours"] = time.process_time() - start
    shutil.copytree(ROOT / "digest/theme/assets", folder / "ours/assets")
    lay_out_material(folder / "material", corpus)
    if sum(len(h.said) for h in corpus.held) <= MOST:
        lay_out_pagefind(folder, corpus, spent)
    return spent


def lay_out_pagefind(folder, corpus, spent):
    """Let Pagefind index each sentence with filters as ours has them, where it is installed."""
    records = [
        {
            "url": f"/{h.page}#s-{h.id}-{s.id}",
            "content": s.text,
            "meta": {"title": h.title, "date": h.date or "", "outlet": h.outlet or ""},
            "filters": {
                "topic": [corpus.topics[t][1] for t in s.topics],
                "outlet": [h.outlet or "-"],
                "month": [(h.date or "-")[:7]],
            },
            "sort": {"date": h.date or "0"},
        }
        for h in corpus.held
        for s in h.said
    ]
    (folder / "records.json").write_text(json.dumps(records), encoding="utf-8")
    python = os.environ.get("DIGEST_PAGEFIND", sys.executable)
    start = time.perf_counter()
    command = [
        python,
        "-c",
        PAGEFIND,
        str(folder / "records.json"),
        str(folder / "pagefind/pagefind"),
    ]
    if subprocess.run(command, check=False, stderr=subprocess.DEVNULL).returncode == 0:
        spent["pagefind"] = time.perf_counter() - start
    else:
        shutil.rmtree(folder / "pagefind", ignore_errors=True)


def lay_out_material(folder, corpus):
    """Write the index of Material's plugin as it stood: an entry for each article."""
    from importlib.resources import files as within

    folder.mkdir()
    docs = [
        {
            "location": h.page,
            "title": h.title,
            "text": "".join(f"<li>{s.text}</li>" for s in h.said),
        }
        for h in corpus.held
    ]
    config = {"lang": ["en"], "separator": r"[\s\-]+", "pipeline": ["stemmer"], "fields": {}}
    index = json.dumps({"config": config, "docs": docs}, separators=(",", ":"))
    (folder / "search_index.json").write_text(index, encoding="utf-8")
    workers = within("material") / "templates/assets/javascripts/workers"
    [worker] = [path for path in workers.iterdir() if path.name.endswith(".min.js")]
    (folder / "worker.js").write_text(worker.read_text(encoding="utf-8"), encoding="utf-8")


def wire(url, body):
    """Return the bytes that a host with gzip sends; Pagefind packs its files itself."""
    return len(body) if ".pf_" in url or url.endswith(".pagefind") else len(gzip.compress(body, 6))


def ask(browser, home, engine, text):
    """Ask in a browser that knows nothing yet: (bytes, milliseconds, results)."""
    context = browser.new_context()
    page = context.new_page()
    got = []
    page.goto(home)
    page.on("response", lambda response: got.append(response))  # noqa: PLW0108 - takes no built-in
    start = time.perf_counter()
    count = page.evaluate(ASK[engine], [home, text])
    spent = 1000 * (time.perf_counter() - start)
    size = sum(wire(r.url, r.body()) for r in got if r.ok)
    context.close()
    return size, spent, count


def measure(browser, size):
    """Print a table for one collection."""
    from browser import served

    corpus = corpus_of(size)
    asked = queries(corpus)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        spent = lay_out(folder, corpus)
        sentences = sum(len(h.said) for h in corpus.held)
        print(f"\n{size}: {len(corpus.held)} articles, {sentences} sentences")
        print(
            f"{'engine':<10}{'files':>7}{'MB':>7}{'build s':>9}  "
            + "".join(f"{kind:>10} KB{'ms':>7}" for kind in asked)
            + "   x bytes   x ms"
        )
        first = None
        for engine in ASK:
            if not (folder / engine).is_dir():
                print(f"{engine:<10} left out")
                continue
            (folder / engine / "index.html").write_text(
                "<!doctype html><title>x</title>", encoding="utf-8"
            )
            with served(folder / engine) as home:
                rows = [ask(browser, home, engine, text) for text in asked.values()]
            paths = [
                p for p in (folder / engine).rglob("*") if p.is_file() and "fonts" not in p.parts
            ]
            first = first or rows
            more = [sum(r[i] for r in rows) / sum(r[i] for r in first) for i in (0, 1)]
            cells = "".join(f"{size / 1000:>13.1f}{ms:>7.0f}" for size, ms, _ in rows)
            mega = sum(p.stat().st_size for p in paths) / 1e6
            print(
                f"{engine:<10}{len(paths):>7}{mega:>7.1f}{spent.get(engine, 0):>9.1f}  {cells}"
                f"{more[0]:>10.2f}{more[1]:>7.2f}"
            )


def main() -> None:
    """Measure each size named on the command line."""
    from browser import chromium

    sizes = sys.argv[1:] or ["sample", *(["stories"] if STORIES.is_dir() else []), "1000", "10000"]
    with chromium() as browser:
        for size in sizes:
            measure(browser, size)


if __name__ == "__main__":
    main()
