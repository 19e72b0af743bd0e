"""The command line as a person uses it: exit codes, one clear line for bad input, nothing lost."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from digest.cli import main
from digest.errors import InputError
from digest.executors import executor

ARTICLE = """\
Minsk opens talks on gas debt

Belarus and Russia opened talks in Minsk on 3 March 2021 about the debt for natural gas.
The two energy ministers met for three hours and agreed on a list of invoices to check.
A second meeting is planned in Moscow before the end of the month, the ministry said.
"""
SETTINGS = """\
site: {title: Watch}
topics:
  - {slug: gas, title: Gas, terms: [gas, debt*]}
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "digest.yml").write_text(SETTINGS, encoding="utf-8")
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "site_src").mkdir()
    return tmp_path


def run(folder, *arguments):
    command, *rest = arguments
    return CliRunner().invoke(main, [command, "--config", str(folder / "digest.yml"), *rest])


def test_inspect_prints_one_object_for_each_file_that_the_schema_accepts(folder, root):
    (folder / "articles" / "b.txt").write_text("", encoding="utf-8")
    done = run(folder, "inspect", "--json", str(folder / "articles"))
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    schema = json.loads(
        (root / "digest" / "schemas" / "article.schema.json").read_text(encoding="utf-8")
    )
    for row in rows:
        Draft202012Validator(schema).validate(row)
    assert [row["source"] for row in rows] == ["articles/a.txt", "articles/b.txt"]
    assert [row["skipped"] and row["skipped"]["reason"] for row in rows] == [None, "empty"]
    assert rows[0]["topics"][0]["slug"] == "gas"
    assert done.exit_code == 0


def test_inspect_shows_a_person_what_was_dropped_and_why(folder):
    done = run(folder, "inspect", str(folder / "articles" / "a.txt"))
    assert "Minsk opens talks on gas debt" in done.stdout
    assert re.search(r"- \[title: .+\] Minsk opens talks", done.stdout)
    assert "gas (primary)" in done.stdout


def test_one_article_is_judged_among_its_neighbours(folder):
    shutil.copy(folder / "articles" / "a.txt", folder / "articles" / "z.txt")
    (folder / "articles" / "z.txt").write_text(ARTICLE.replace("Moscow", "Brest"), encoding="utf-8")
    done = run(folder, "inspect", "--json", str(folder / "articles" / "z.txt"))
    (row,) = [json.loads(line) for line in done.stdout.splitlines()]
    assert row["copy_group"] is not None


def broken(name, content):
    def make(folder):
        path = folder / "articles" / name
        path.write_bytes(content) if isinstance(content, bytes) else content(path)

    return make


BAD = {
    "empty": ("bad.txt", b"  \n"),
    "binary": ("bad.txt", bytes(range(256)) * 8),
    "too-large": ("bad.txt", b"word " * 2_000_000),
    "unsupported": ("bad.docx", b"PK"),
    "not-a-file": ("bad.txt", os.mkfifo),
    "outside-the-folder": ("bad.txt", lambda path: path.symlink_to("/etc/hostname")),
    "not-an-article": ("bad.txt", b"Access Denied\nReference #18.1\n"),
}


@pytest.mark.parametrize("reason", sorted(BAD))
def test_bad_input_is_one_line_with_its_file_and_the_rest_is_built(folder, reason):
    broken(*BAD[reason])(folder)
    done = run(folder, "build", "--no-render")
    lines = [line for line in done.stderr.splitlines() if line.startswith("skipped")]
    assert [line.split(": ")[0] for line in lines] == [
        f"skipped articles/{BAD[reason][0]} ({reason})"
    ]
    assert "1 articles in 1 stories, 1 inputs skipped" in done.stdout
    assert done.exit_code == 0
    assert run(folder, "build", "--no-render", "--strict").exit_code == 3


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file: nothing is unreadable")
def test_an_unreadable_file_is_skipped(folder):
    (folder / "articles" / "bad.txt").write_text("text", encoding="utf-8")
    (folder / "articles" / "bad.txt").chmod(0)
    assert "(unreadable)" in run(folder, "build", "--no-render").stderr


@pytest.mark.parametrize(
    ("front", "said"),
    [
        ("topics: [gas, sport]", "digest.yml has no topic 'sport'"),
        ("tilte: Gas talks", "tilte"),
    ],
)
def test_front_matter_without_effect_is_told(folder, front, said):
    (folder / "articles" / "a.txt").write_text(f"---\n{front}\n---\n{ARTICLE}", encoding="utf-8")
    (line,) = run(folder, "build", "--no-render").stderr.splitlines()
    assert line.startswith("warning: articles/a.txt: ")
    assert said in line


def test_text_that_is_not_utf8_is_read(folder):
    text = ARTICLE.replace("Minsk", "Zürich")
    (folder / "articles" / "b.txt").write_bytes(text.encode("cp1252"))
    done = run(folder, "inspect", "--json", str(folder / "articles" / "b.txt"))
    assert "Zürich" in json.loads(done.stdout)["title"]["text"]


@pytest.mark.parametrize(
    ("change", "code", "said"),
    [
        (lambda f: (f / "digest.yml").write_text("topics: ["), 2, "digest.yml:"),
        (lambda f: (f / "digest.yml").write_bytes(b"\xff\xfe\xff"), 2, "is not UTF-8"),
        (lambda f: shutil.rmtree(f / "articles"), 3, "articles: no such folder"),
        (lambda f: (f / "digest.yml").unlink(), 2, "No such file"),
    ],
)
def test_a_build_that_cannot_start_says_why_and_touches_nothing(folder, change, code, said):
    run(folder, "build", "--no-render")
    before = sorted((folder / "site_src").rglob("*"))
    change(folder)
    done = run(folder, "build", "--no-render")
    assert done.exit_code == code
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert sorted((folder / "site_src").rglob("*")) == before


def test_no_article_at_all_builds_a_site_that_says_what_to_do(folder):
    (folder / "articles" / "a.txt").unlink()
    done = run(folder, "build", "--no-render")
    assert done.exit_code == 0
    assert "0 articles" in done.stdout
    assert "Put a first text" in (folder / "site_src" / "index.md").read_text(encoding="utf-8")


def test_clean_removes_what_was_generated_and_nothing_else(folder):
    (folder / "site_src" / "own.md").write_text("by hand", encoding="utf-8")
    run(folder, "build", "--no-render")
    assert run(folder, "clean").exit_code == 0
    left = sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())
    assert left == ["articles/a.txt", "digest.yml", "site_src/own.md"]


def test_stdout_is_nothing_but_json_and_nothing_heavy_is_imported_for_help(folder):
    code = "import sys; from digest.cli import main; main(['--help'], standalone_mode=False); " + (
        "print(sorted({'sumy','trafilatura','mkdocs','numpy','jsonschema'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_the_readme_quotes_the_help_as_it_is(root):
    readme = (root / "README.md").read_text(encoding="utf-8")
    for command in ("build", "fetch", "inspect", "verify", "serve", "clean", "topics"):
        assert f"digest {command}" in readme
    quoted = re.search(r"```text\n\$ digest --help\n(.*?)```", readme, re.DOTALL)[1]
    done = CliRunner().invoke(main, ["--help"], prog_name="digest", terminal_width=80)
    assert quoted == done.stdout


@pytest.mark.parametrize("command", sorted(main.commands))
def test_every_option_says_what_it_does(command):
    for option in main.commands[command].params:
        assert option.param_type_name == "argument" or option.help


@pytest.mark.parametrize("spec", ["serial", "processes:1", "processes:2"])
@pytest.mark.parametrize("many", [0, 3, 200])
def test_every_executor_keeps_the_order(spec, many):
    with executor(spec) as run:
        assert list(run(abs, range(-many, 0))) == list(range(many, 0, -1))


@pytest.mark.parametrize("spec", ["", "threads", "processes:0", "processes:x", "processes:1000"])
def test_an_unknown_executor_names_those_there_are(spec):
    with pytest.raises(InputError, match="use serial, or processes:N"), executor(spec):
        pass
