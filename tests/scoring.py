"""Compare what `digest inspect --json` says of the labelled articles with the labels.

The labels are in `data/labelled/labels.json`, those of four sets that were labelled before the program
ran on them, in `data/labelled2` to `data/labelled5`; their names are those of the JSON that is scored. A
figure is a share between 0 and 1, or a count of mistakes where its name ends in `_count`.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

ROOT = Path(__file__).resolve().parent.parent
SETS = ("labelled", "labelled2", "labelled3", "labelled4", "labelled5")
EXTRACT = 3
"""Sentences of the extract that is scored."""


def labels(name: str = SETS[0]) -> dict[str, Any]:
    path = ROOT / "tests/data" / name / "labels.json"
    loaded: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return loaded


def path_of(item: dict[str, Any]) -> Path:
    return ROOT / item.get("folder", "articles") / item["file"]


@dataclass
class Tally:
    """Hits, false alarms and misses of one measure."""

    hits: float = 0
    false: float = 0
    missed: float = 0

    def add(self, said: Iterable[Any], wanted: Iterable[Any]) -> None:
        a, b = Counter(said), Counter(wanted)
        self.hits += (a & b).total()
        self.false += (a - b).total()
        self.missed += (b - a).total()

    @property
    def f1(self) -> float:
        total = 2 * self.hits + self.false + self.missed
        return 2 * self.hits / total if total else 1.0

    @property
    def recall(self) -> float:
        return self.hits / (self.hits + self.missed) if self.hits + self.missed else 1.0


@dataclass
class Score:
    """All figures and, for each, what was missed."""

    figures: dict[str, float] = field(default_factory=dict)
    misses: list[str] = field(default_factory=list)

    def miss(self, measure: str, item: dict[str, Any], what: object) -> None:
        self.misses.append(f"{measure} | {item['file']} | {what}")

    def rate(self, measure: str, verdicts: list[bool]) -> None:
        self.figures[measure] = sum(verdicts) / len(verdicts) if verdicts else 1.0


Pairs = list[tuple[dict[str, Any], dict[str, Any]]]


def score(gold: dict[str, Any], rows: Iterable[dict[str, Any]]) -> Score:
    """Score the objects of `digest inspect --json`, matched to the labels by file name."""
    by_name = {Path(row["source"]).name: row for row in rows}
    done = Score()
    items = [(item, by_name[item["file"]]) for item in gold["items"]]
    done.rate("articles_kept", [not r["skipped"] for i, r in items if i["is_article"]])
    done.rate("others_rejected", [bool(r["skipped"]) for i, r in items if not i["is_article"]])
    live = [(i, r) for i, r in items if i["is_article"] and not r["skipped"]]
    steps: tuple[Callable[[Score, Pairs], None], ...] = (
        _lines,
        _titles,
        _dates,
        _topics,
        _paragraphs,
        _extracts,
        _topic_sentences,
        _actors,
        _amounts,
    )
    for step in steps:
        step(done, live)
    _groups(done, live, gold)
    return done


def _lines(done: Score, live: Pairs) -> None:
    tally, outside = Tally(), 0
    for item, row in live:
        if "lines" not in item:
            continue
        text = path_of(item).read_text(encoding="utf-8").split("\n")
        body = set(item["lines"]["body"])
        scored = {n for ns in item["lines"].values() for n in ns} - set(item["unscored_lines"])
        said = {x["n"] for x in row["lines"] if x["label"] == "body"}
        for n in sorted(scored & (said ^ body)):
            done.miss("body_lines", item, f"line {n}: {text[n - 1][:70]}")
        for n in scored & (said | body):
            width = len(text[n - 1].strip())
            tally.add([n] * width * (n in said), [n] * width * (n in body))
        where = {s["id"]: s["line"] for s in row["sentences"]}
        outside += sum(where[i] not in body for i in row["summary"])
    done.figures["body_lines_f1"] = tally.f1
    done.figures["extract_outside_body_count"] = outside


def _titles(done: Score, live: Pairs) -> None:
    exact, derived = [], []
    for item, row in live:
        said = row["title"]
        if item["title"] is None:
            derived.append(said["derived"])
        else:
            exact.append(said["text"] in item["title"] and not said["derived"])
            if not exact[-1]:
                done.miss("title", item, said["text"])
    done.rate("title_exact", exact)
    done.rate("title_marked_derived", derived)
    outlets = [(i, r["outlet"], i["outlet"]) for i, r in live]
    for item, said, wanted in outlets:
        if said != wanted:
            done.miss("outlet", item, said)
    done.rate("outlet", [said == wanted for _, said, wanted in outlets])


def _dates(done: Score, live: Pairs) -> None:
    found, wrong = [], 0
    for item, row in live:
        published = row["published"] or {"date": None, "confidence": None}
        said, sure = published["date"], published["confidence"] == "high"
        if item["date"]:
            found.append(bool(said) and any(day.startswith(said) for day in item["date"]))
            right = found[-1]
        else:
            soft = item.get("date_soft", ())
            right = not said or any(said[4:].startswith(day[1:]) for day in soft)
        wrong += sure and not right
        if not right:
            done.miss("date", item, published)
    done.rate("date_found", found)
    done.figures["date_wrong_and_sure_count"] = wrong


def _slug(topic: dict[str, Any]) -> str:
    return str(topic["slug"]).replace("-", "_")


def _english(live: Pairs) -> Pairs:
    return [(i, r) for i, r in live if i["language"] == "en"]


def _topics(done: Score, live: Pairs) -> None:
    each: dict[str, Tally] = {}
    primary, left_out = [], []
    for item, row in _english(live):
        wanted = set(item["topics"]["primary"]) | set(item["topics"]["secondary"])
        free = set(item["topics"]["tolerated"]) - wanted
        said = {_slug(t): t["role"] for t in row["topics"]}
        for slug in sorted((wanted | set(said)) - free):
            tally = each.setdefault(slug, Tally())
            tally.add([slug] * (slug in said), [slug] * (slug in wanted))
            if (slug in said) != (slug in wanted):
                done.miss("topics", item, f"{slug} {'missed' if slug in wanted else 'false'}")
        if item["topics"]["primary"]:
            primary.append(any(said.get(s) == "primary" for s in item["topics"]["primary"]))
        if not wanted:
            left_out.append(not set(said) - free)
    done.figures["topics_macro_f1"] = sum(t.f1 for t in each.values()) / max(1, len(each))
    done.rate("topic_primary_hit", primary)
    done.rate("off_beat_left_out", left_out)


def _paragraphs(done: Score, live: Pairs) -> None:
    tally = Tally()
    for item, row in live:
        where = {s["id"]: s["line"] for s in row["sentences"]}
        said = {(where[i], _slug(t)) for t in row["topics"] for i in t["sentences"]}
        for n, label in item.get("paragraph_topics", {}).items():
            here = {slug for line, slug in said if line == int(n)} - set(label["tolerated"])
            tally.add(here, label["topics"])
            if here != set(label["topics"]):
                done.miss("paragraph_topics", item, f"line {n}: {sorted(here)}")
    done.figures["paragraph_topics_f1"] = tally.f1


def key_hits(item: dict[str, Any], extract: list[str]) -> tuple[int, int, int]:
    """(sentences that an editor would choose, sentences chosen, key sentences among them)."""
    good = set(item["key_sentences"]) | set(item["key_alternates"])
    chosen = extract[:EXTRACT]
    return len(good & set(chosen)), len(chosen), len(set(item["key_sentences"]) & set(chosen))


def _extracts(done: Score, live: Pairs) -> None:
    hits = chosen = covered = wanted = 0
    not_verbatim = 0
    for item, row in live:
        text = {s["id"]: s["text"] for s in row["sentences"]}
        if item["file"].endswith(".txt"):
            raw = " ".join(path_of(item).read_text(encoding="utf-8").split())
            not_verbatim += sum(" ".join(t.split()) not in raw for t in text.values())
        good, n, keys = key_hits(item, [text[i] for i in row["summary"]])
        hits, chosen, covered = hits + good, chosen + n, covered + keys
        wanted += min(EXTRACT, len(item["key_sentences"]))
        if good < n:
            done.miss("key_sentences", item, f"{good} of {n}")
    done.figures["key_sentence_precision"] = hits / chosen
    done.figures["key_sentence_recall"] = covered / wanted
    done.figures["not_verbatim_count"] = not_verbatim


def _topic_sentences(done: Score, live: Pairs) -> None:
    first, among = [], []
    for item, row in live:
        text = {s["id"]: s["text"] for s in row["sentences"]}
        ranked = {_slug(t): [text[i] for i in t["sentences"][:EXTRACT]] for t in row["topics"]}
        for slug, best in item.get("topic_sentences", {}).items():
            first.append(ranked.get(slug, [])[:1] == [best])
            among.append(best in ranked.get(slug, []))
            if not among[-1]:
                done.miss("topic_sentence", item, slug)
    done.rate("topic_sentence_first", first)
    done.rate("topic_sentence_first_three", among)


def _actors(done: Score, live: Pairs) -> None:
    found, together = [], []
    for item, row in live:
        said = [{a["name"], *a["forms"]} for a in row["actors"]]
        for name, forms in item["actors"].items():
            best = max((len(set(forms) & names) for names in said), default=0)
            found.append(best > 0)
            if len(forms) > 1:
                together.append(best == len(forms))
            if best < len(forms):
                done.miss("actors", item, f"{name}: {best} of {len(forms)} spellings")
    done.rate("actors_found", found)
    done.rate("spellings_together", together)


def _amounts(done: Score, live: Pairs) -> None:
    tally = Tally()
    for item, row in live:
        if "amounts" not in item:
            continue
        wanted = [(a["currency"], float(a["value"])) for a in item["amounts"]]
        free = [(a["currency"], float(a["value"])) for a in item.get("amounts_tolerated", ())]
        said = [(a["currency"], float(a["value"])) for a in row["amounts"]]
        said = [a for a in said if a not in free]
        repeated = [a for a in set(said) if a in wanted and said.count(a) > wanted.count(a)]
        said = [a for a in said if a not in repeated] + [
            a for a in repeated for _ in range(wanted.count(a))
        ]
        tally.add(said, wanted)
        if Counter(said) != Counter(wanted):
            done.miss("amounts", item, f"said {said}, wanted {wanted}")
    done.figures["amounts_f1"] = tally.f1


def _groups(done: Score, live: Pairs, gold: dict[str, Any]) -> None:
    files = {item["file"] for item, _ in live}

    def said(key: str) -> set[frozenset[str]]:
        groups: dict[str, list[str]] = {}
        for item, row in live:
            if row[key]:
                groups.setdefault(row[key], []).append(item["file"])
        return {frozenset(p) for g in groups.values() for p in combinations(g, 2)}

    def wanted(key: str) -> set[frozenset[str]]:
        pairs = {frozenset(p) for g in gold[key] for p in combinations(g, 2)}
        return {p for p in pairs if p <= files}

    for measure, mine, theirs in (
        ("copies_f1", said("copy_group"), wanted("dup_groups")),
        ("stories_f1", said("story"), wanted("event_groups")),
    ):
        tally = Tally()
        tally.add(mine, theirs)
        done.figures[measure] = tally.f1
        done.misses += [
            f"{measure} | {' '.join(sorted(p))} | {'false' if p in mine else 'missed'}"
            for p in sorted(mine ^ theirs, key=sorted)
        ]
    apart = {frozenset(p) for p in gold["must_not_merge"]}
    done.figures["lookalikes_merged_count"] = len(apart & (said("copy_group") | said("story")))
