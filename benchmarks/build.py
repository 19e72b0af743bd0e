"""Time and memory of a build and of each stage, for 10, 100 and 1,000 generated articles.

    python benchmarks/build.py [SIZE ...]

Times are CPU seconds of one process, and beside each stands its ratio to plain `mkdocs build` of
the same Markdown in the same run: the machine falls out of a ratio.
"""

from __future__ import annotations

import json
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
SIZES = (10, 100, 1000)
PLACES = "Minsk Moscow Brest Sochi Brussels Vilnius Warsaw Grodno Gomel Kyiv".split()
NAMES = "Orlov Kuzmin Novak Sidarenka Bialy Markov Hlushko Petrenko Jansen Weiss".split()
MATTERS = (
    "the price of gas|a loan of $%d million|the union state|new sanctions|a street protest|"
    "oil duties|the customs union|a strike at the works|a bond of %d million euros|road maps"
).split("|")


def article(number: int, dice: random.Random) -> str:
    """Return a made-up article of about 25 sentences with a headline, a date and some noise."""
    place, name = dice.choice(PLACES), dice.choice(NAMES)
    words = [f"{chr(97 + n % 26)}{n:x}word" for n in range(4000)]
    lines = [f"{name} speaks of talks in {place}, report {number}", ""]
    lines += [f"{place.upper()}, {1 + number % 28} March {2019 + number % 5} -- The talks went on."]
    for _ in range(24):
        matter = dice.choice(MATTERS).replace("%d", str(dice.randint(1, 900)))
        filler = " ".join(dice.sample(words, 12))
        lines.append(f"{dice.choice(NAMES)} said in {dice.choice(PLACES)} that {matter} {filler}.")
    return "\n".join([*lines, "", "Share this", "Read more"]) + "\n"


def project(folder: Path, size: int) -> None:
    """Lay out a project with `size` articles."""
    for part in ("digest.yml", "mkdocs.yml"):
        shutil.copyfile(ROOT / part, folder / part)
    shutil.copytree(ROOT / "digest" / "theme", folder / "digest" / "theme")
    (folder / "site_src").mkdir()
    (folder / "articles").mkdir()
    dice = random.Random(size)  # noqa: S311 - no secret depends on it
    for number in range(size):
        (folder / "articles" / f"{number:05}.txt").write_text(article(number, dice), "utf-8")


def measure(folder: Path) -> dict[str, float]:
    """Build the project in `folder`, stage by stage; return CPU seconds by stage."""
    from digest import pipeline, render, writer
    from digest.build import corpus, site, verification
    from digest.build import project as projects
    from digest.cards import draw, values

    spent: dict[str, float] = {}

    def timed(name, function, *given, **named):
        start = time.process_time()
        result = function(*given, **named)
        spent[name] = spent.get(name, 0) + time.process_time() - start
        return result

    def run(function, items):
        listed = list(items)
        name = f"{function.__module__.rpartition('.')[2]}.{function.__name__.strip('_')}"
        return timed(name, lambda: [function(item) for item in listed])

    found = projects.load(folder / "digest.yml")
    place = found.place()
    raws = timed("read", corpus.read, found, [place.articles], base=place.base)
    brief = timed("pipeline", pipeline.digest, raws, found.settings, run=run)
    items = sum(v for k, v in spent.items() if "." in k)
    spent["copies, stories, selection"] = spent.pop("pipeline") - items
    pages = timed("pages", render.pages, brief, found.settings)
    cards = timed("cards", lambda: [draw.draw(v) for v in values.cards(brief, found.settings)])
    timed("write", writer.write, (*pages, *cards), found.docs, found.state)
    spent["digest, all before MkDocs"] = sum(spent.values())
    site_dir = folder / "site"
    timed("mkdocs build", site.render_site, found, found.docs, site_dir, as_of=brief.as_of)
    timed("verify", verification.verify, found, place, found.docs, site_dir)
    spent["peak memory, MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return spent


def main() -> None:
    """Print a table for each size."""
    if os.environ.get("DIGEST_BENCH_FOLDER"):
        json.dump(measure(Path(os.environ["DIGEST_BENCH_FOLDER"])), sys.stdout)
        return
    for size in [int(given) for given in sys.argv[1:]] or SIZES:
        with tempfile.TemporaryDirectory() as name:
            project(Path(name), size)
            command = [sys.executable, __file__]
            environment = os.environ | {"DIGEST_BENCH_FOLDER": name}
            done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True)
        spent = json.loads(done.stdout)
        plain = spent["mkdocs build"]
        memory = spent.pop("peak memory, MB")
        print(f"\n{size} articles: peak memory {memory:.0f} MB")
        print(f"{'stage':<30}{'CPU s':>9}{'ms/article':>12}{'x mkdocs':>10}")
        for stage, seconds in spent.items():
            each = 1000 * seconds / size
            print(f"{stage:<30}{seconds:>9.2f}{each:>12.2f}{seconds / plain:>10.2f}")


if __name__ == "__main__":
    main()
