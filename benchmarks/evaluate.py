"""Print every quality figure and write docs/evaluation.md, .json and .svg (`make evaluate`).

Our own labelled articles are always measured. The public sets of ../shared/eval are measured by
their own scorers where they are present; elsewhere their tables stay as they were last measured.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
SHARED = ROOT.parent / "shared" / "eval"
sys.path.insert(0, str(ROOT / "tests"))

import scoring  # noqa: E402 - lives with the tests, which fail by its figures
from floors import FIFTH, FIRST_SIGHT, FLOORS, FOURTH, SECOND, THIRD  # noqa: E402
from report import markdown, plot, quoted  # noqa: E402

Section = dict[str, Any]
SUMY = ("edmundson", "textrank", "lexrank", "luhn", "lsa", "kl", "reduction", "sum-basic")
LIMITS = [
    "The labels are one person's reading: 2 % of the lines, 5 to 10 % of the topics are debatable.",
    "Our own articles were made and labelled by those who build the program: they show what drops.",
    "ROUGE compares words, not sense, and an extract can reach at best what the oracle reaches.",
    "A date of confidence low is a well-founded guess; only high is a promise.",
    "Topics are found by the terms of digest.yml; their figures are for English texts.",
]
UNSEEN = {
    "labelled2": ("second", "of other kinds, sites and years", SECOND),
    "labelled3": ("third", "of other kinds, sites and years once more", THIRD),
    "labelled4": ("fourth", "of yet other kinds, sites and years", FOURTH),
    "labelled5": ("fifth", "of still other kinds, and more that are no article", FIFTH),
}
"""Sets that were labelled unseen: which one, of what, and the floors that the tests hold."""
AIMS = {
    "lines_by_chars.f1": 0.97,
    "title_exact": 0.95,
    "date_found": 0.85,
    "date_wrong_and_sure_count": 0,
    "article.r": 1.0,
    "article.specificity": 1.0,
    "duplicate_pairs.f1": 1.0,
    "must_not_merge_violated_count": 0,
    "story_pairs.f1": 0.85,
    "actors_found": 0.9,
    "actor_spellings_together": 0.8,
    "amounts.f1": 0.95,
    "summary_sentence_outside_body_count": 0,
    "not_verbatim_count": 0,
    "key_sentence_precision_at_3": 0.55,
    "topic_sentence_top1": 0.5,
    "topic_sentence_top3": 0.75,
    "paragraph_topics.f1": 0.9,
    "topics_macro_f1": 0.9,
    "topic_primary_hit": 0.95,
    "off_beat_left_out": 1.0,
}
"""What the project set itself for the labelled news."""


def main() -> int:
    """Measure, print, write."""
    sections = [own(), *map(unseen, UNSEEN), rankers()]
    for name, measure in (
        ("summaries", summaries),
        ("news", news),
        ("html", pages),
        ("stories", stories),
    ):
        sections += measure() if (SHARED / name).is_dir() else kept(name)
    report = {
        "schema": "digest.evaluation/1",
        "measures": quoted(sections),
        "sections": sections,
        "limits": LIMITS,
    }
    text = markdown(report)
    DOCS.mkdir(exist_ok=True)
    print(text)
    (DOCS / "evaluation.md").write_text(text, encoding="utf-8", newline="\n")
    dumped = json.dumps(report, ensure_ascii=False, indent=1) + "\n"
    (DOCS / "evaluation.json").write_text(dumped, encoding="utf-8", newline="\n")
    (DOCS / "evaluation.svg").write_text(plot(sections), encoding="utf-8", newline="\n")
    return 0


def section(key: str, title: str, about: str, columns: list[str], rows: list[list[Any]]) -> Section:
    """Make one table; figures rounded to what the sample sizes carry."""
    rounded = [[round(x, 3) if isinstance(x, float) else x for x in row] for row in rows]
    return {"key": key, "title": title, "about": about, "columns": columns, "rows": rounded}


def inspect(paths: list[Path], config: Path | None = None) -> str:
    """Return JSON Lines of `digest inspect --json` for `paths` as one corpus."""
    command = [sys.executable, "-m", "digest", "inspect", "--json", "--jobs", "processes:2"]
    command += ["--config", str(config or ROOT / "digest.yml"), *map(str, paths)]
    done = subprocess.run(command, stdout=subprocess.PIPE, encoding="utf-8", check=True, cwd=ROOT)
    return done.stdout


def judge(scorer: Path, *arguments: str, paths: list[Path]) -> dict[str, Any]:
    """Run a scorer of the public sets over what inspect says; `OUT` marks its argument."""
    with tempfile.TemporaryDirectory() as scratch:
        out = Path(scratch) / "out.jsonl"
        out.write_text(inspect(paths), encoding="utf-8")
        line = [sys.executable, str(scorer), *(str(out) if a == "OUT" else a for a in arguments)]
        done = subprocess.run(
            [*line, "--json"], stdout=subprocess.PIPE, encoding="utf-8", check=True
        )
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures


def kept(name: str) -> list[Section]:
    """Return the tables of a set that is not here, as last measured."""
    path = DOCS / "evaluation.json"
    old = json.loads(path.read_text(encoding="utf-8"))["sections"] if path.exists() else []
    return [s for s in old if s["key"].partition("-")[0] == name]


def _labelled(config: Path | None = None, name: str = scoring.SETS[0]) -> list[dict[str, Any]]:
    paths = [scoring.path_of(item) for item in scoring.labels(name)["items"]]
    return [json.loads(line) for line in inspect(paths, config).splitlines()]


def own() -> Section:
    """Measure our own labelled articles, beside the floors that the tests hold."""
    gold = scoring.labels()
    figures = scoring.score(gold, _labelled()).figures
    rows = [[name.replace("_", " "), value, FLOORS[name]] for name, value in figures.items()]
    about = (
        f"{len(gold['items'])} articles written for this project and labelled by hand"
        " (tests/data/labelled). A test fails when a figure is worse than its floor."
    )
    return section("own", "Our own articles", about, ["measure", "digest", "floor"], rows)


def unseen(name: str) -> Section:
    """Measure a later set, beside what the program made of it when it first saw it."""
    ordinal, what, floors = UNSEEN[name]
    gold = scoring.labels(name)
    figures = scoring.score(gold, _labelled(name=name)).figures
    rows = [
        [measure.replace("_", " "), FIRST_SIGHT[name][measure], value, floors[measure]]
        for measure, value in figures.items()
    ]
    about = (
        f"{len(gold['items'])} texts {what} (tests/data/{name}),"
        " written and labelled before the program ran on them: first sight is what it made of them"
        " then, an honest figure; what it makes of them since is none any more."
    )
    columns = ["measure", "first sight", "digest", "floor"]
    return section(f"own-{ordinal}", f"A {ordinal} set of our own", about, columns, rows)


def rankers() -> Section:
    """Compare on key sentences: our ranker, the first three sentences, all of sumy."""
    gold = {item["file"]: item for item in scoring.labels()["items"] if item["is_article"]}
    rows = []
    settings = (ROOT / "digest.yml").read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as scratch:
        for name in ("digest", *SUMY):
            config = Path(scratch) / "digest.yml"
            line = f"summarizer: {name}\n"
            config.write_text(settings.replace("summarizer: digest\n", line), encoding="utf-8")
            names = ((Path(r["source"]).name, r) for r in _labelled(config) if not r["skipped"])
            said = [(gold[file], r) for file, r in names if file in gold]
            if name == "digest":
                rows.append(_key_row("first three sentences", said, lead=True))
            rows.append(_key_row(name if name == "digest" else f"sumy {name}", said))
    about = "Share of the three chosen sentences that an editor would choose, and of his found."
    columns = ["ranker", "precision at 3", "recall at 3"]
    rows.sort(key=lambda row: -float(row[1]))
    return section("own-rankers", "Key sentences of our own articles", about, columns, rows)


def _key_row(name: str, said: scoring.Pairs, *, lead: bool = False) -> list[Any]:
    good = chosen = keys = wanted = 0
    for item, row in said:
        text = {s["id"]: s["text"] for s in row["sentences"]}
        extract = list(text.values()) if lead else [text[i] for i in row["summary"]]
        a, b, c = scoring.key_hits(item, extract)
        good, chosen, keys = good + a, chosen + b, keys + c
        wanted += min(scoring.EXTRACT, len(item["key_sentences"]))
    return [name, good / chosen, keys / wanted]


def summaries() -> list[Section]:
    """Measure extracts against human summaries."""
    folder = SHARED / "summaries"
    groups = judge(folder / "score_summaries.py", "OUT", paths=[folder / "dev"])["groups"]
    long, short = groups["all"]["3 sentences"], groups["all"]["60 words"]
    columns = ["ranker", "R1", "R2", "RL", "R2 at 60 words", "words", "dangling", "redundancy"]
    rows = [
        [
            name,
            *(s[k] for k in ("r1", "r2", "rl")),
            short["systems"].get(name, {}).get("r2"),
            *(s[k] for k in ("words", "dangling", "redundancy")),
        ]
        for name, s in sorted(long["systems"].items(), key=lambda pair: -pair[1]["r2"])
    ]
    about = (
        f"{groups['all']['articles']} articles with human summaries; ROUGE F1 × 100, three"
        " sentences; the oracle sees the summaries."
    )
    gains = [
        [group, budget, other, *part[budget]["r2_gain"][other]]
        for group, part in groups.items()
        for budget in ("3 sentences", "60 words")
        for other in part[budget]["r2_gain"]
    ]
    return [
        section("summaries", "Extracts against human summaries", about, columns, rows),
        section(
            "summaries-gain",
            "Gain in ROUGE-2",
            "digest minus the other, paired, with the 95 % interval over articles.",
            ["source", "length", "against", "gain", "from", "to"],
            gains,
        ),
    ]


def news() -> list[Section]:
    """Measure labelled news, and the five articles that the digest started from."""
    both = [
        flat(judge(SHARED / "score.py", str(gold), str(folder), "OUT", paths=[folder]))
        for gold, folder in (
            (SHARED / "gold-seeds.json", SHARED / "seeds"),
            (SHARED / "gold-news.json", SHARED / "news"),
        )
    ]
    rows = [[name, both[0].get(name), value, AIMS.get(name)] for name, value in both[1].items()]
    about = "Real texts around the beat and off it, with natural noise; five and 56 files."
    columns = ["measure", "seeds", "news", "aim for news"]
    return [section("news", "Labelled news", about, columns, rows)]


def pages() -> list[Section]:
    """Measure what is read from web pages."""
    folder = SHARED / "html"
    report = judge(folder / "score_html.py", "OUT", paths=[folder / "dev"])
    tools = {"digest": flat(report["figures"])}
    tools |= {name: flat(figures) for name, figures in report["others"].items()}
    about = f"{report['pages']} pages as they came off the web: text, title, publication date."
    return [_beside("html", "Web pages", about, tools, report["difference"])]


def stories() -> list[Section]:
    """Measure copies and stories."""
    folder = SHARED / "stories"
    report = judge(folder / "score_stories.py", "OUT", paths=[folder / "dev"])
    tools = {"digest": flat(report["digest"])}
    tools |= {name: flat(figures) for name, figures in report["others"].items()}
    about = f"{report['articles']} articles on 20 topics with look-alike events, and made copies."
    return [_beside("stories", "Copies and stories", about, tools, report["difference"])]


def _beside(
    key: str,
    title: str,
    about: str,
    tools: dict[str, dict[str, Any]],
    gaps: dict[str, dict[str, list[float]]],
) -> Section:
    measures = list(tools["digest"])
    rows = [[measure, *(tool.get(measure) for tool in tools.values())] for measure in measures]
    rows += [
        [
            f"difference in {kind}",
            None,
            *(_interval(gaps.get(name, {}).get(kind)) for name in list(tools)[1:]),
        ]
        for kind in dict.fromkeys(kind for gap in gaps.values() for kind in gap)
    ]
    return section(key, title, about, ["measure", *tools], rows)


def _interval(gap: list[float] | None) -> str | None:
    return None if gap is None else "{:+.3f} [{:+.3f}, {:+.3f}]".format(*gap)


def flat(figures: dict[str, Any], prefix: str = "") -> dict[str, Any]:
    """Flatten nested figures to `a.b.c`: value."""
    found: dict[str, Any] = {}
    for name, value in figures.items():
        if isinstance(value, dict):
            found |= flat(value, f"{prefix}{name}.")
        else:
            found[prefix + name] = value
    return found


if __name__ == "__main__":
    sys.exit(main())
