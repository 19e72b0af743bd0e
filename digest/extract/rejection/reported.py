"""How much a text reports: sentences that tell of somebody else what was done or said.

Nothing is parsed. A sentence reports where it has a verb in a past tense and no word for reader or
site; quotations are set aside. A participle counts now and then ("is a card printed on both
sides"), so only the number beside other signs decides anything.
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from digest.text import words

if TYPE_CHECKING:
    from digest.extract.rules.page import Page, Paragraph

TREATED = frozenset({None, "en", "de", "ru", "be", "uk", "pl"})
"""Languages whose past tenses are known; in any other each sentence counts as reporting."""
SENTENCE_WORDS = 4
"""Words below which a piece says nothing either way ("Not bad.")."""
PERSONS = frozenset(
    "you your yours yourself we us our ours please sie ihre ihrer ihrem ihren ihr uns unser unsere"
    " unserem unseren du dein deine вы вам вас ваш ваша ваше ваши вашей мы нас нам наш наша"
    " państwo państwa twój twoje twoja ty nasz nasze вашы ви ваша".split()
)
"""Words for the reader and for those who run the site."""

OWN = 0.5
NAME_WORDS = 5
"""Words of a site's or a firm's name."""
ENOUGH = 4.0
"""Reports that make an article of any text, however short its pieces: reviews of five things, a
weekend's tips; an offer or a page on the paper itself has at most 3.5."""

_QUOTED = re.compile(r"[“\"«„][^“”\"»«„]{0,600}[”\"»“]")
_STOP = re.compile(r"(?<=[.!?…])[\"”’»)]*\s+")
_PAST = frozenset(
    "was were wasn't weren't had hadn't did didn't said told went came took gave began saw knew"
    " wrote spoke fell rose grew ran sat stood became broke chose drew drove ate forgot hid shook"
    " slept swore threw woke won wore says say adds tells according"
    " war waren hatte hatten wurde wurden worden gewesen sagte sagten erklärte kam kamen ging"
    " gingen gab gaben stand standen ließ ließen blieb blieben fand fanden hat sei seien habe"
    " teilte sagt sagen teilt laut сообщает говорит заявляет mówi".split()
)
_PARTICIPLES_TOO = frozenset(
    "held kept led left lost made met paid sent sold thought brought bought built caught felt"
    " fought found got heard shot showed struck understood".split()
)
_AUXILIARIES = frozenset({"has", "have"})
_PARTICIPLES = frozenset("been become made had put gone seen taken said come done given".split())
_PASSIVE = frozenset("is are be been being get gets am isn't aren't not as".split())
"""Words up to two before a participle that is no past tense ("is often printed")."""
_NOUN = frozenset("the a an any all no two three its their his her of with and or for in".split())
"""Words right before a participle that belongs to a noun ("two published texts")."""
_REGULAR = re.compile(r"[a-z]{2,}ed")
_NO_VERB = frozenset(
    "need feed speed indeed seed bleed breed shed red bed exceed proceed succeed embed hundred"
    " kindred sacred naked united".split()
)
_SLAVIC = re.compile(
    r"[а-яёўі]{2,}(?:л|ла|ло|ли|лся|лась|лось|лись|ў|лі|ўся)"
    r"|[a-ząćęłńóśżź]{2,}(?:ł|ła|ło|ły)(?:by|się)?|[a-ząćęłńóśżź]{3,}(?:ali|eli|ili|ęli)"
)
_NO_SLAVIC_VERB = frozenset("или если jeżeli мысли числа дела лишь школа неделя byłá".split())


def counts(page: Page, language: str | None) -> tuple[float, int]:
    """How many sentences of the text that is kept report, and how many speak to the reader.

    What somebody tells of himself ("we took it out into the rain") is half a report, and so is a
    sentence that begins with a name above the text: the site's, where it tells its own history.
    """
    told, spoken, names = 0.0, 0, heads(page)
    for paragraph in page.paragraphs:
        if paragraph.kept and paragraph.prose:
            more, asked = _tally(paragraph, language, names)
            told, spoken = told + more, spoken + asked
    return told, spoken


def tells(paragraph: Paragraph, names: tuple[str, ...] = ()) -> bool:
    """Whether a sentence of it reports something of somebody else."""
    return _tally(paragraph, None, names)[0] >= 1


def heads(page: Page) -> tuple[str, ...]:
    """Short lines above the text, which may be names of those who speak in it."""
    above = takewhile(lambda p: not p.prose, page.paragraphs)
    return tuple(
        p.key.removeprefix("the ") for p in above if 1 < p.size <= NAME_WORDS and not p.closed
    )


def _tally(paragraph: Paragraph, language: str | None, names: tuple[str, ...]) -> tuple[float, int]:
    told, spoken, named = 0.0, 0, False
    for sentence in _STOP.split(_QUOTED.sub(" ", paragraph.key)):
        said = words(sentence)
        if len(said) < SENTENCE_WORDS:
            continue
        own = not PERSONS.isdisjoint(said)
        spoken += own
        named = sentence.removeprefix("the ").startswith(names) or (named and said[0] == "it")
        if not sentence.endswith("?") and (language not in TREATED or past(said)):
            told += OWN if own or named else 1.0
    return told, spoken


def past(said: list[str]) -> bool:
    """Whether one of the words, in lower case and in order, is a verb in a past tense."""
    if not _PAST.isdisjoint(said):
        return True
    for at, word in enumerate(said):
        if word in _AUXILIARIES:
            if any(_REGULAR.fullmatch(w) or w in _PARTICIPLES for w in said[at + 1 : at + 3]):
                return True
        elif word in _PARTICIPLES_TOO or (_REGULAR.fullmatch(word) and word not in _NO_VERB):
            if at and _active(said, at):
                return True
        elif _SLAVIC.fullmatch(word) and word not in _NO_SLAVIC_VERB:
            return True
    return False


def _active(said: list[str], at: int) -> bool:
    """Tell "they closed the lock" from "it is closed", "a closed lock" and "closed by"."""
    passive = said[at - 1] in _NOUN or not _PASSIVE.isdisjoint(said[max(0, at - 2) : at])
    return not passive and said[at + 1 : at + 2] not in ([], ["by"])
