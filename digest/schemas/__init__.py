"""JSON Schemas of what people write and of what programs read."""

from __future__ import annotations

import json
from importlib import resources
from typing import Any


def schema(name: str) -> dict[str, Any]:
    """Return the schema of that name, as it ships with the package."""
    path = resources.files("digest.schemas").joinpath(f"{name}.schema.json")
    parsed: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return parsed
