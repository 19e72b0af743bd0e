"""The text of `digest.yml` to `Settings`, every mistake reported at once; no file access."""

from __future__ import annotations

import difflib
from typing import Any

from digest.errors import ConfigError
from digest.schemas import schema
from digest.settings import (
    ActorSettings,
    Cap,
    EventSettings,
    Settings,
    SiteSettings,
    SourceSettings,
    Term,
    TopicSettings,
)
from digest.yamlsafe import YamlProblem, compose, construct, line_of


def parse(text: str, name: str = "digest.yml") -> Settings:
    """Parse and check the text of a configuration file.

    Raises `ConfigError` with one line `name:line: what is wrong; what to do` for each mistake.
    """
    node, problems = compose(text)
    if node is None and not problems:
        problems = [YamlProblem(1, "is empty; it needs at least `topics:`")]
    value: Any = None
    if node is not None and not problems:
        value = construct(node)
        found = {
            problem: None
            for path, message in (*_schema_mistakes(value), *_double_names(value))
            for problem in [YamlProblem(line_of(node, path), message)]
        }
        problems = sorted(found)
    if problems:
        raise ConfigError("\n".join(f"{name}:{line}: {what}" for line, what in problems))
    return _settings(value)


_TYPE_NAMES = {"object": "a mapping", "array": "a list", "string": "text", "integer": "a number"}


def _schema_mistakes(value: Any) -> list[tuple[tuple[str | int, ...], str]]:
    from jsonschema import Draft202012Validator  # noqa: PLC0415 - 20 starts of the interpreter

    mistakes = []
    for error in Draft202012Validator(schema("digest")).iter_errors(value):
        path = tuple(error.absolute_path)
        if error.validator == "additionalProperties":
            known = sorted(error.schema["properties"])
            unknown = sorted(set(error.instance) - set(known), key=str)
            mistakes += [
                ((*path, key), f"unknown key {key!r}{_nearest(str(key), known)}") for key in unknown
            ]
        else:
            mistakes.append((path, _explain(error)))
    return mistakes


def _explain(error: Any) -> str:
    where = "/".join(str(step) for step in error.absolute_path) or "the file"
    if error.validator == "required":
        lacking = [key for key in error.validator_value if key not in error.instance]
        return f"{where} lacks {', '.join(repr(key) for key in lacking)}; add it"
    if error.validator == "type":
        wanted = error.validator_value
        names = [wanted] if isinstance(wanted, str) else wanted
        said = " or ".join(_TYPE_NAMES.get(n, n) for n in names)
        hint = "; put it in quotes" if "string" in names and not _is_branch(error.instance) else ""
        return f"{where} must be {said}, not {error.instance!r}{hint}"
    if error.validator == "enum":
        options = [str(option) for option in error.validator_value]
        near = _nearest(str(error.instance), options)
        return f"{where} is {error.instance!r}; choose one of {', '.join(options)}{near}"
    if error.validator == "anyOf":
        return f"{where} must be text or a mapping with `term` (and `weight`, `language`)"
    if error.validator == "not":
        taken = " and ".join(error.validator_value["enum"])
        return f"{where} is {error.instance!r}; {taken} are names of feeds, choose another"
    if error.validator == "pattern":
        return (
            f"{where} is {error.instance!r}, which does not have the form {error.validator_value}"
        )
    return f"{where}: {error.message}"


def _is_branch(value: Any) -> bool:
    return isinstance(value, dict | list)


def _nearest(word: str, known: list[str]) -> str:
    near = difflib.get_close_matches(word, known, n=1, cutoff=0.6)
    return f"; perhaps you meant {near[0]!r}" if near else f"; known are {', '.join(known)}"


def _double_names(value: Any) -> list[tuple[tuple[str | int, ...], str]]:
    mistakes: list[tuple[tuple[str | int, ...], str]] = []
    if not isinstance(value, dict):
        return mistakes
    for section, key in (("topics", "slug"), ("sources", "name"), ("actors", "name")):
        items = value.get(section)
        seen: set[str] = set()
        for i, item in enumerate(items if isinstance(items, list) else ()):
            name = item.get(key) if isinstance(item, dict) else None
            if isinstance(name, str) and name in seen:
                mistakes.append(((section, i, key), f"{section} has {name!r} twice; rename one"))
            seen.add(name) if isinstance(name, str) else None
    return mistakes


def _settings(value: dict[str, Any]) -> Settings:
    limits = dict(value.get("limits", {}))
    size = {"max_bytes": limits.pop("max_bytes")} if "max_bytes" in limits else {}
    plain = {key: value[key] for key in ("articles", "summarizer") if key in value}
    return Settings(
        site=SiteSettings(**value.get("site", {})),
        fetch=tuple(value.get("fetch", ())),
        topics=tuple(_topic(item) for item in value["topics"]),
        sources=tuple(_source(item) for item in value.get("sources", ())),
        actors=tuple(ActorSettings(**_tupled(item)) for item in value.get("actors", ())),
        events=tuple(
            EventSettings(**{**_tupled(item), "date": str(item["date"])})
            for item in value.get("events", ())
        ),
        cap=Cap(**limits),
        redirects=tuple(sorted(value.get("redirects", {}).items())),
        **size,
        **plain,
    )


def _topic(item: dict[str, Any]) -> TopicSettings:
    terms = {
        key: tuple(_term(term) for term in item[key])
        for key in ("terms", "exclude", "context")
        if key in item
    }
    return TopicSettings(
        slug=item["slug"], title=item["title"], description=item.get("description", ""), **terms
    )


def _term(item: str | dict[str, Any]) -> Term:
    if isinstance(item, str):
        return Term(pattern=item)
    return Term(
        pattern=item["term"], weight=float(item.get("weight", 1.0)), language=item.get("language")
    )


def _source(item: dict[str, Any]) -> SourceSettings:
    cap = {"cap": Cap(**item["cap"])} if "cap" in item else {}
    return SourceSettings(**{**_tupled(item), **cap})


def _tupled(item: dict[str, Any]) -> dict[str, Any]:
    return {key: tuple(v) if isinstance(v, list) else v for key, v in item.items()}
