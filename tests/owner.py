"""A small project of our own, and what its owner does with it over the years."""

from __future__ import annotations

import json
from pathlib import Path

from digest.build import editions
from digest.build import project as projects
from digest.build import site as sites

SETTINGS = """\
site: {title: Orla, url: "https://orla.example/"}
topics:
  - {slug: water, title: Water, terms: [water, lock*]}
  - {slug: fish, title: Fish, terms: [fish*, carp]}
actors:
  - {name: Mira Holt, kind: person}
  - {name: Jan Beck, kind: person}
"""
TALKS = """\
Council will hold talks on the Orla locks

3 March 2021

The council of Orla will hold talks on the water of its locks on Friday, Mira Holt said.
Boats have waited below the lock since January, and the water fell by 40 centimetres.
Anglers say that the fish went with the water.
"""
HELD = """\
Council has held talks on the Orla locks

5 March 2021

The council of Orla has held talks on the water of its locks, Mira Holt said.
Boats have waited below the lock since January, and the water fell by 40 centimetres.
Nobody asked the anglers of Orla about the price of a new lock.
"""
CARP = """\
Carp are back below the bridge

Jan Beck counted 70 carp below the old bridge on Saturday, 10 April 2021.
He had found no fish there for three years, not even in the summer of 2019.
The river was a desert, he told the anglers.
"""
TALKS_AT = "articles/2021/council-will-hold-talks-on-the-orla-locks-6de94c21"


class Owner:
    """A project and what its owner does with it."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def start(self) -> Owner:
        """Begin with two articles."""
        (self.root / "articles").mkdir(parents=True)
        (self.root / "digest.yml").write_text(SETTINGS)
        self.put("talks", TALKS)
        self.put("carp", CARP)
        return self

    def put(self, name: str, text: str) -> None:
        (self.root / f"articles/{name}.txt").write_text(text)

    def take(self, *names: str) -> None:
        for name in names:
            (self.root / f"articles/{name}.txt").unlink()

    def set(self, old: str, new: str) -> None:
        """Change a part of `digest.yml`, or with "" add to it."""
        path = self.root / "digest.yml"
        text = path.read_text()
        assert old in text
        path.write_text(text.replace(old, new) if old else f"{text}{new}\n")

    def publish(self, *pages: str) -> None:
        """Let pages have been published that the two articles are too few for."""
        path = self.root / "addresses.json"
        value = json.loads(path.read_text())
        value["pages"] = sorted({*value["pages"], *pages})
        path.write_text(json.dumps(value))

    def freeze(self, date: str | None = None) -> editions.Frozen:
        return editions.freeze_edition(projects.load(self.root / "digest.yml"), date=date)

    def build(self) -> dict[str, str]:
        """Build, and return the pages by path without `.md`."""
        self.report = sites.write_markdown(projects.load(self.root / "digest.yml"))
        docs = self.root / "site_src"
        files = (p for p in docs.rglob("*") if p.suffix in {".md", ".txt", ".xml"})
        return {p.relative_to(docs).as_posix().removesuffix(".md"): p.read_text() for p in files}
