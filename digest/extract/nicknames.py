"""Short forms of first names, and whether two first names may be one bearer's."""

from __future__ import annotations

from functools import cache, lru_cache

from digest.extract.spelling import first_name, near

SHORT_NAMES = (
    *("albert al bert", "alexander alex", "alfred al fred", "andrew andy drew", "anthony tony"),
    *("barbara barb", "benjamin ben", "catherine katherine cathy kate kathy", "charles charlie"),
    *("charles chuck", "christopher chris", "daniel dan danny", "david dave", "deborah debbie"),
    *("donald don", "douglas doug", "edmund ed", "edward ed eddie ted", "elizabeth liz beth"),
    *("elizabeth betty", "francis frank", "frederick fred freddie", "gerald gerry jerry"),
    *("gregory greg", "harold harry", "henry harry hank", "jacqueline jackie", "james jim jimmy"),
    *("jeffrey jeff", "jennifer jen jenny", "jonathan jon", "joseph joe", "kenneth ken kenny"),
    *("lawrence larry", "leonard len", "margaret maggie peggy", "matthew matt", "maurice mo"),
    *("michael mike mick", "mitchell mitch", "nicholas nick", "patricia pat", "patrick pat"),
    *("peter pete", "philip phil", "phillip phil", "raymond ray", "rebecca becky"),
    *("richard dick rick", "robert bob bobby rob", "ronald ron", "russell russ", "samuel sam"),
    *("stephen steven steve", "susan sue", "theodore ted", "thomas tom tommy", "timothy tim"),
    *("victoria vicky", "vincent vince", "walter walt", "william bill billy will"),
)
"""The full name, then what its bearers are called."""


@cache
def _of() -> dict[str, frozenset[int]]:
    """Map a first name to the lines that have it."""
    found: dict[str, set[int]] = {}
    for n, line in enumerate(SHORT_NAMES):
        for name in line.split():
            found.setdefault(first_name(name), set()).add(n)
    return {name: frozenset(lines) for name, lines in found.items()}


@lru_cache(maxsize=20_000)
def is_short(one: str, other: str) -> bool:
    """Say whether a first name and a short form of it stand there: Phil and Philip."""
    known = _of()
    return not known.get(first_name(one), _NO).isdisjoint(known.get(first_name(other), _NO))


_NO: frozenset[int] = frozenset()


@lru_cache(maxsize=20_000)
def may_be_one(one: str, other: str) -> bool:
    """Say whether two given names may be one: an initial, a spelling, a slip, a short form."""
    bare, whole = sorted((one.strip("."), other.strip(".")), key=len)
    if len(bare) <= 1:
        return bare.casefold() == whole[:1].casefold()
    here, there = first_name(one), first_name(other)
    return here == there or near(here, there) or is_short(one, other)
