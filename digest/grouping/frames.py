"""Lines that many texts share: page frames, told from reports that many outlets carry."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from digest.grouping.tokens import Tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

SHARED_BY = 4
"""Texts that must hold a line before it can be a frame: three copies of a report are common."""
PROSE = 12
"""Words from which a line can be the first sentence of an article."""
RARER = 0.5
"""Lines that fewer than half as many texts hold are what these texts hold besides a frame."""
FRAMED = 0.5
"""Share of a text's words beside a line from which the line is a frame round it."""
FRAMED_OTHER_LEAD = 0.15
"""The same where the texts begin differently."""


def without_frames(texts: Sequence[Tokens]) -> list[Tokens]:
    """Return the texts without the lines that only frame them."""
    import numpy as np  # noqa: PLC0415 - loaded only where articles are compared

    keys = [_line_keys(t) for t in texts]
    distinct = [np.unique(k) for k in keys]
    found, counts = np.unique(
        np.concatenate([*distinct, np.zeros(0, np.uint64)]), return_counts=True
    )
    held = [counts[np.searchsorted(found, k)] for k in keys]
    frames = _frames(texts, keys, held)
    return [_drop(t, k, frames) for t, k in zip(texts, keys, strict=True)]


def _line_keys(tokens: Tokens) -> NDArray[np.uint64]:
    import numpy as np  # noqa: PLC0415

    starts = (0, *tokens.ends[:-1])
    raw = (tokens.ids[a:b].tobytes() for a, b in zip(starts, tokens.ends, strict=True))
    keys = (int.from_bytes(hashlib.blake2b(x, digest_size=8).digest()) for x in raw)
    return np.fromiter(keys, np.uint64, len(tokens.ends))


def _frames(
    texts: Sequence[Tokens],
    keys: Sequence[NDArray[np.uint64]],
    held: Sequence[NDArray[np.int64]],
) -> NDArray[np.uint64]:
    """Sorted keys of the lines that frame most of the texts that hold them.

    Round a frame each text has words of its own and a first sentence of its own; round the lines
    of a report that many carry there are only the additions of each outlet.
    """
    import numpy as np  # noqa: PLC0415

    seen: dict[int, list[tuple[float, bool]]] = {}
    for text, key, count in zip(texts, keys, held, strict=True):
        if not len(count) or count.max() < SHARED_BY:
            continue
        lengths = np.diff((0, *text.ends))
        prose = np.flatnonzero(lengths >= PROSE)
        lead = count[prose[0]] if len(prose) else 0
        for k, n in zip(key.tolist(), count.tolist(), strict=True):
            if n >= SHARED_BY:
                beside = lengths[count < n * RARER].sum() / max(1, lengths.sum())
                seen.setdefault(k, []).append((float(beside), bool(lead < n * RARER)))
    frames = [k for k, marks in seen.items() if _is_frame(marks)]
    return np.array(sorted(frames), np.uint64)


def _is_frame(marks: list[tuple[float, bool]]) -> bool:
    beside = sorted(share for share, _ in marks)[len(marks) // 2]
    other_leads = 2 * sum(other for _, other in marks) > len(marks)
    return beside >= (FRAMED_OTHER_LEAD if other_leads else FRAMED)


def _drop(tokens: Tokens, keys: NDArray[np.uint64], frames: NDArray[np.uint64]) -> Tokens:
    import numpy as np  # noqa: PLC0415

    keep = ~np.isin(keys, frames)
    if keep.all():
        return tokens
    lengths = np.diff((0, *tokens.ends))
    words = np.repeat(keep, lengths)
    ends = tuple(np.cumsum(lengths[keep]).tolist())
    return Tokens(tokens.ids[words], ends, tokens.numbers[words])
