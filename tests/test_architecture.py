"""The house: who may import whom, and which rooms touch the world."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "digest"
WORLD = {
    *("os", "pathlib", "time", "random", "logging", "socket", "subprocess", "tempfile", "shutil"),
    *(
        "requests",
        "httpx",
        "urllib3",
        "ssl",
        "http.client",
        "urllib.request",
        "mkdocs",
        "sqlite3",
        "locale",
        "datetime.now",
    ),
}
SHELL = ("readers", "cache", "executors", "writer", "build", "fetch", "cli", "plugin", "__main__")
ORDER = ("models", "settings", "errors", "text", "yamlsafe")
"""For all; the stages stand between these and the pipeline."""


def modules():
    for path in sorted(PACKAGE.rglob("*.py")):
        name = path.relative_to(PACKAGE.parent).with_suffix("").as_posix().replace("/", ".")
        yield name.removesuffix(".__init__"), path


def imports(path, name):
    """Names of the modules that a file imports anywhere, relative ones resolved."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            inner = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from inner
            # `from package import module` needs the module; the package's own file only names it.
            if not all(one in NAMES for one in inner):
                yield node.module or ""


NAMES = {name for name, _ in modules()}
GRAPH = {name: set(imports(path, name)) for name, path in modules()}


def room(name):
    return name.split(".")[1] if "." in name else ""


@pytest.mark.parametrize("name", sorted(n for n in GRAPH if room(n) not in SHELL))
def test_a_pure_room_does_not_touch_the_world(name):
    assert not {m for m in GRAPH[name] if m in WORLD or m.split(".")[0] in WORLD}


@pytest.mark.parametrize("name", sorted(n for n in GRAPH if room(n) not in (*SHELL, "")))
def test_a_pure_room_does_not_import_the_shell(name):
    assert not {m for m in GRAPH[name] if m.startswith("digest.") and room(m) in SHELL}


@pytest.mark.parametrize("name", sorted(n for n in GRAPH if room(n) in ORDER))
def test_what_serves_all_imports_nobody_above_it(name):
    ours = {m for m in GRAPH[name] if m in GRAPH and m != "digest"}
    assert {room(m) for m in ours} <= set(ORDER)


def test_only_summaries_import_sumy():
    users = {n for n, found in GRAPH.items() if any(m.split(".")[0] == "sumy" for m in found)}
    assert users <= {"digest.summarize", "digest.sumy_ranker"}


def test_only_the_command_reaches_the_network():
    users = {n for n, found in GRAPH.items() if any(m.startswith("digest.fetch") for m in found)}
    assert {n for n in users if room(n) != "fetch"} == {"digest.cli"}


def test_no_import_cycle():
    graph = {n: {m for m in GRAPH[n] if m in GRAPH and m != n} for n in GRAPH}
    done: set[str] = set()

    def visit(name, path):
        assert name not in path, " -> ".join((*path, name))
        if name not in done:
            for other in sorted(graph[name]):
                visit(other, (*path, name))
            done.add(name)

    for name in sorted(graph):
        visit(name, ())
