"""YAML as this project reads it: PyYAML's safe loader behind limits it does not have itself.

The safe loader builds no objects, yet 641 bytes of merges keep it busy for more than 90 s and a key
given twice passes in silence; so aliases, anchors, merges, duplicate keys, and depth are refused
before anything is constructed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

HEADER_REACH = 20_000
"""Characters in which a header closes; site generators write a few hundred."""
_HEADER = re.compile(r"\ufeff?\s*---[ \t]*\n(.*?)^---[ \t]*$", re.DOTALL | re.MULTILINE)

MAX_DEPTH = 20
"""Nesting of `digest.yml` is at most 6; 20 leaves room and stays far from the recursion limit."""


class YamlProblem(NamedTuple):
    """A mistake and where it stands (1-based line)."""

    line: int
    text: str


class _Loader(yaml.SafeLoader):
    """The safe loader, leaving dates as the words that were written."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in pairs if tag != "tag:yaml.org,2002:timestamp"]
    for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def compose(text: str) -> tuple[yaml.Node | None, list[YamlProblem]]:
    """Return the node tree of one YAML document, or the problems that forbid to build it."""
    try:
        problems = _limits(text)
        if problems:
            return None, problems
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        return None, [YamlProblem(line, f"is not YAML: {error.problem or error.context}")]
    except yaml.YAMLError as error:
        return None, [YamlProblem(1, f"is not YAML: {' '.join(str(error).split())}")]
    return node, _duplicates(node) if node else []


def construct(node: yaml.Node) -> Any:
    """Build the plain value (mappings, lists, scalars) of a node tree made by `compose`."""
    loader = _Loader("")
    try:
        return loader.construct_document(node)
    finally:
        loader.dispose()


def header_strings(text: str) -> tuple[str, ...]:
    """Return the values, escapes and folds resolved, of the block between `---` that heads `text`.

    Empty where there is no such block or it is not plain YAML.
    """
    block = _HEADER.match(text, 0, HEADER_REACH)
    node, faults = compose(block[1]) if block else (None, [])
    return tuple(_scalars(node)) if node is not None and not faults else ()


def _scalars(node: yaml.Node) -> Iterator[str]:
    if isinstance(node, yaml.ScalarNode):
        yield str(node.value)
    elif isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            yield from _scalars(value)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _scalars(item)


def line_of(node: yaml.Node, path: tuple[str | int, ...]) -> int:
    """Return the 1-based line of the deepest node that `path` leads to."""
    line = node.start_mark.line
    for step in path:
        if isinstance(node, yaml.MappingNode):
            found = next((pair for pair in node.value if pair[0].value == str(step)), None)
            if found is None:
                break
            line, node = found[0].start_mark.line, found[1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int):
            if step >= len(node.value):
                break
            node = node.value[step]
            line = node.start_mark.line
    return int(line) + 1


def _limits(text: str) -> list[YamlProblem]:
    problems, depth = [], 0
    for event in yaml.parse(text, Loader=_Loader):
        line = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            problems.append(YamlProblem(line, "uses an anchor or alias; write the value out"))
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > MAX_DEPTH:
                return [YamlProblem(line, f"is nested deeper than {MAX_DEPTH} levels")]
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
    return problems


def _duplicates(node: yaml.Node) -> list[YamlProblem]:
    problems: list[YamlProblem] = []
    if isinstance(node, yaml.MappingNode):
        seen: dict[str, int] = {}
        for key, value in node.value:
            line = key.start_mark.line + 1
            if not isinstance(key, yaml.ScalarNode):
                problems.append(YamlProblem(line, "has a key that is not a word"))
                continue
            if key.tag == "tag:yaml.org,2002:merge":
                problems.append(YamlProblem(line, "merges with <<; write the values out"))
            elif key.value in seen:
                first = seen[key.value]
                problems.append(YamlProblem(line, f"gives {key.value!r} again (line {first})"))
            seen.setdefault(key.value, line)
            problems += _duplicates(value)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            problems += _duplicates(item)
    return problems
