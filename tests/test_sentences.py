"""Body sentences of a document whose lines are labelled: input beside what must come out."""

from __future__ import annotations

import pytest

from digest.extract.sentences import sentences
from digest.models import Cleaned, Document, Line, RawArticle, Title
from digest.text import squeeze

# Each line of a case is `label|text`; an empty line is an empty line.
CASES = {
    "a paragraph a line": (
        "body|The council met. It was late.\nbody|The mayor spoke.",
        ["The council met.", "It was late.", "The mayor spoke."],
    ),
    "captions and titles are left out": (
        "title|Council meets\n\nbody|The council met.\ncaption|The hall on Monday.\nbody|It was late.",
        ["The council met.", "It was late."],
    ),
    "hard-wrapped lines are joined": (
        (
            "body|The council met in the old hall near\nbody|the harbour on Monday. Nobody\n"
            "body|expected a vote, and yet the\nbody|vote came.\n\nbody|The mayor had left for\nbody|Norwich."
        ),
        [
            "The council met in the old hall near the harbour on Monday.",
            "Nobody expected a vote, and yet the vote came.",
            "The mayor had left for Norwich.",
        ],
    ),
    "one broken line among whole ones is joined too": (
        (
            "body|The council met in the hall of\nbody|the harbour.\nbody|The mayor spoke.\nbody|The vote came.\n"
            "body|Nobody left.\nbody|It was late."
        ),
        [
            "The council met in the hall of the harbour.",
            "The mayor spoke.",
            "The vote came.",
            "Nobody left.",
            "It was late.",
        ],
    ),
    "a sentence that a dropped line interrupts is not published": (
        "body|The council met. The mayor said that\nad|Read more\nbody|he would resign. Nobody believed him.",
        ["The council met.", "Nobody believed him."],
    ),
    "a dropped line between whole sentences cuts none": (
        "body|The council met.\nad|Read more\nbody|iPads were handed out.",
        ["The council met.", "iPads were handed out."],
    ),
    "list items are cut at their mark, which is no part of them": (
        "body|The plan has two parts:\nbody|- The quay is built.\nbody|• The terminal closes.",
        ["The plan has two parts:", "The quay is built.", "The terminal closes."],
    ),
    "questions and answers are cut at their letter, an initial stays": (
        "body|Q: Who pays?\nbody|A: The council pays.\nbody|A. Weiss counted the money.",
        ["Who pays?", "The council pays.", "A. Weiss counted the money."],
    ),
    "the agency's prefix of the lead is cut": (
        "body|MINSK, Sept 5 (Reuters) - The council met. It was late.",
        ["The council met.", "It was late."],
    ),
    "no body": ("nav|Home\nad|Buy", []),
}


def cleaned(case: str) -> Cleaned:
    lines, texts, start = [], [], 0
    for n, row in enumerate(case.split("\n"), 1):
        label, _, text = row.partition("|")
        if text:
            lines.append(Line(n=n, start=start, end=start + len(text), label=label, rule=""))
        texts.append(text)
        start += len(text) + 1
    whole = "\n".join(texts)
    raw = RawArticle(source="a.txt", kind="text", id="0" * 16, text=whole)
    return Cleaned(
        document=Document(raw=raw, text=whole),
        lines=tuple(lines),
        language="en",
        title=Title(text="", line=None, derived=True),
        outlet=None,
        url=None,
    )


@pytest.mark.parametrize(("case", "expected"), CASES.values(), ids=CASES.keys())
def test_the_sentences_of_a_body(case: str, expected: list[str]) -> None:
    article = cleaned(case)
    found = sentences(article)
    assert [s.text for s in found] == expected
    text = article.document.text
    assert [squeeze(text[s.start : s.end]) for s in found] == expected
    assert [text.count("\n", 0, s.start) + 1 for s in found] == [s.line for s in found]


def test_a_repeated_sentence_gets_a_numbered_id() -> None:
    first, second = sentences(cleaned("body|It was late.\nbody|It was late."))
    assert second.id == f"{first.id}-2"
    assert (first.paragraph, second.paragraph) == (0, 1)
