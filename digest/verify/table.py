"""What a published table (CSV) says of the articles."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from digest.verify.files import Slice

if TYPE_CHECKING:
    from collections.abc import Iterator


def slices(text: str) -> Iterator[Slice]:
    """Yield the verbatim cells of the ledger: whole sentences and the slices beside them."""
    reader = csv.DictReader(io.StringIO(text))
    for row in reader:
        for name in ("sentence", "amount", "about", "per", "unit", "modifier"):
            said = row[name].removeprefix("'")
            if said:
                yield Slice(
                    text=said,
                    article=row["article_id"],
                    sentence=row["sentence_id"] if name == "sentence" else None,
                    line=None,
                    at=reader.line_num,
                )
