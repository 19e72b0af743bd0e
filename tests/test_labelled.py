"""Quality has a floor: our own labelled articles, end to end through the command line."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
import scoring
from floors import FIFTH, FLOORS, FOURTH, SECOND, THIRD

SETS = dict(zip(scoring.SETS, (FLOORS, SECOND, THIRD, FOURTH, FIFTH), strict=True))
ITEMS = [(name, item) for name in SETS for item in scoring.labels(name)["items"]]


@pytest.fixture(scope="module")
def scored():
    return {name: score(name) for name in SETS}


def score(name):
    gold = scoring.labels(name)
    paths = [str(scoring.path_of(item)) for item in gold["items"]]
    command = [sys.executable, "-m", "digest", "inspect", "--json", *paths]
    done = subprocess.run(
        command, stdout=subprocess.PIPE, encoding="utf-8", check=True, cwd=scoring.ROOT
    )
    return scoring.score(gold, map(json.loads, done.stdout.splitlines()))


@pytest.mark.parametrize(("name", "measure"), [(name, m) for name in SETS for m in SETS[name]])
def test_no_figure_falls_below_its_floor(scored, name, measure):
    figure, floor = scored[name].figures[measure], SETS[name][measure]
    short = measure.removesuffix("_f1").removesuffix("_precision").removesuffix("_recall")
    misses = [m for m in scored[name].misses if m.startswith(short)]
    misses = "\n".join(misses) or "no list of misses"
    fine = figure <= floor if measure.endswith("_count") else figure >= floor
    assert fine, f"{measure} is {figure:.3f}, its floor {floor:.3f}\n{misses}"


def test_every_figure_has_a_floor(scored):
    assert all(sorted(scored[name].figures) == sorted(SETS[name]) for name in SETS)


@pytest.mark.parametrize("item", [item for _, item in ITEMS], ids=lambda item: item["file"])
def test_labels_speak_of_what_the_file_holds(item):
    """A label that no line or sentence of its file bears out would measure nothing."""
    if item["file"].endswith(".eml") or not item["is_article"]:
        pytest.skip("no plain text to compare with")
    text = scoring.path_of(item).read_text(encoding="utf-8")
    bare = " ".join(text.replace("**", "").replace("&ldquo;", "“").replace("&rdquo;", "”").split())
    lacking = [
        key
        for key in (*item["key_sentences"], *item["key_alternates"])
        if key not in bare and "](" not in text
    ]
    lacking += [form for forms in item["actors"].values() for form in forms if form not in bare]
    filled = [n for n, line in enumerate(text.split("\n"), 1) if line.strip()]
    labelled = sorted(n for ns in item.get("lines", {}).values() for n in ns)
    assert not lacking
    assert not labelled or labelled == filled
