"""Capitalised names in a sentence, cut where titles, possessives and linking words part them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from digest.extract.gazetteer import DEMONYMS, FIRST_HEADS, HEADS, ORGANISATION, PLACES
from digest.extract.spelling import is_first_name
from digest.text import UNSEEN

_GAP = rf"[\s{UNSEEN}]+"
_LETTER = r"[^\W\d_]"
_UPPER = r"[^\W\d_a-zß-öø-ÿа-яёіўїєґ]"
_WORD = (
    rf"(?:(?:Jr|Sr|St|Dr|Mr|Mrs|Ms|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|Prof|Rev)\.|(?:{_UPPER}\.)+"
    rf"|{_UPPER}{_LETTER}*(?:['’ʼ-]{_LETTER}+)*)"
)
_PARTICLES = frozenset("de del di da la le van von der den bin al el ibn ben du dos".split())
_LINKS = frozenset("of for and the on".split())
_SMALL = _PARTICLES | _LINKS
_LINK = "|".join(sorted(_SMALL))
LONGEST = 15
"""Words of a run; what is longer is a list or a heading and may break anywhere."""
_NAME = re.compile(
    rf"(?<![\w@#/]){_WORD}"
    rf"(?:{_GAP}(?:(?:(?:{_LINK}){_GAP}){{1,2}}(?={_WORD}))?{_WORD}){{0,{LONGEST}}}"
)
_TOKEN = re.compile(rf"[^\s{UNSEEN}]+")
_POSSESSIVE = re.compile(r"['’ʼ]s?$")
_BRAND = re.compile(
    rf"(?<![\w-])({_UPPER}{_LETTER}+['’ʼ]s) (?:said|says|warned|estimates?|expects?)\b"
)
ACRONYM = re.compile(r"[A-Z][A-Z&]{1,5}|[А-ЯЁІЎЇЄ]{2,6}")

HONORIFICS = frozenset(
    "Mr Mrs Ms Miss Dr Mr. Mrs. Ms. Dr. Sir Lady Lord President Herr Frau".split()
)
"""What newspapers write before a bare surname; the pair is a form of its own."""

TITLES = frozenset(
    "mr mrs ms miss dr sir lord lady prof professor president vice-president premier minister "
    "chancellor king queen prince princess pope patriarch archbishop bishop cardinal rabbi imam "
    "rev reverend father senator sen rep representative congressman congresswoman governor gov "
    "mayor ambassador general gen colonel col lieutenant lt captain capt major sergeant sgt "
    "bürgermeister bürgermeisterin kanzler kanzlerin bundeskanzler bundeskanzlerin präsident "
    "präsidentin ministerpräsident ministerpräsidentin ministerin außenminister außenministerin "
    "innenminister innenministerin sprecherin regierungssprecher regierungssprecherin "
    "admiral commander secretary secretary-general speaker chairman chairwoman chair director "
    "coach manager ceo editor envoy commissioner spokesman spokeswoman spokesperson detective "
    "inspector superintendent constable trooper sheriff undersheriff coroner officer judge "
    "justice attorney prosecutor herr frau monsieur madame pm mp deputy head chief undersecretary "
    "passenger striker defender midfielder goalkeeper quarterback actor actress singer".split()
)
"""Words that stand before a person's name, lower case."""
_MODIFIERS = frozenset(
    "prime prosecuting foreign finance defense defence interior energy health press state vice "
    "deputy economy home first district assistant acting former chief attorney police executive "
    "managing general major prosecutor justice trade labour labor security".split()
)
"""Words that belong to a title when a title's noun follows."""

NO_NAMES = frozenset(
    "purportedly allegedly reportedly recently currently finally i the a an this that these those "
    "he she it we they his her its our their my your and but or nor so yet if in on at by for "
    "from to of with as after before since until while when where what who why how which not no "
    "yes all some many most more both each every any there here then now also however moreover "
    "meanwhile although though because despite during under over between among according earlier "
    "later today yesterday tomorrow last next one two three four five six seven eight nine ten "
    "hundreds thousands millions dozens monday tuesday wednesday thursday friday saturday sunday "
    "january february march april may june july august september october november december "
    "anfang mitte ende montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar "
    "märz juni juli oktober dezember read "
    "photo image images video picture pictured getty reuters told asked speaking still even such "
    "only just like unlike once let us another other others others' former ex-president tv pm am "
    "gmt utc est ok ii iii iv vi vii viii ix xi covid perhaps maybe well thus hence instead "
    "indeed is are was were will would can could do did does has have had be been being whether "
    "through against without within about around across along near off out up down very too never "
    "ever again always often sometimes soon several few much little same own him them me himself "
    "herself itself themselves".split()
)
"""Words that open a sentence or stand capitalised without being anybody's name."""


class Name(NamedTuple):
    """A capitalised run of words in a sentence."""

    text: str
    start: int
    end: int
    words: tuple[str, ...]
    """As written, without the characters that nobody sees."""
    opens: bool
    """It stands at the start of its sentence, where every word is capitalised."""
    title: str | None
    """The capitalised title before it, as written (`Foreign Secretary`)."""


class _Word(NamedTuple):
    text: str
    start: int
    end: int
    breaks: bool
    """A possessive: what follows is another name."""
    plain: str
    """For comparison with the tables."""


def brands(text: str) -> frozenset[str]:
    """Return the names with an 's of their own, which speak with it: "Moody's said"."""
    return frozenset(match[1] for match in _BRAND.finditer(text))


def names(
    sentence: str, lower: frozenset[str], own: frozenset[str] = frozenset()
) -> Iterator[Name]:
    """Yield the capitalised names of a sentence.

    `lower` holds the words that the text writes in lower case elsewhere: such a word at the start
    of a sentence is no part of a name. `own` are `brands`.
    """
    for match in _NAME.finditer(sentence):
        if match[0].casefold() in NO_NAMES:
            continue
        start = match.start()
        opens = not sentence[max(0, start - 8) : start].strip(" \t“”\"'‘’«»„(—–-[*")
        for title, piece, inner in _parsed(match[0], own):
            first = opens and piece[0].start == 0
            kept = _trimmed(piece, lower, opening=True) if first else inner
            if kept:
                begin, end = start + kept[0].start, start + kept[-1].end
                yield Name(
                    text=sentence[begin:end],
                    start=begin,
                    end=end,
                    words=tuple([word.text for word in kept]),
                    opens=first and begin == start,
                    title=title,
                )


@lru_cache(maxsize=5_000)
def _parsed(
    run: str, own: frozenset[str]
) -> tuple[tuple[str | None, list[_Word], list[_Word]], ...]:
    """Return (title, words, words that name somebody) of each name in a run."""
    return tuple(
        (run[title[0] : title[1]] if title else None, piece, _trimmed(piece, frozenset()))
        for title, piece in _pieces(_words(run, own))
    )


def _words(run: str, own: frozenset[str]) -> list[_Word]:
    found = []
    for token in _TOKEN.finditer(run):
        possessive = None if token[0] in own else _POSSESSIVE.search(token[0])
        cut = possessive.start() if possessive else len(token[0])
        text, begin = token[0][:cut], token.start()
        plain = text.strip(".").casefold()
        found.append(_Word(text, begin, begin + cut, bool(possessive), plain))
    return found


def _pieces(run: list[_Word]) -> Iterator[tuple[tuple[int, int] | None, list[_Word]]]:
    """Part a run of words into names, each with the place of the title before it."""
    piece: list[_Word] = []
    title: tuple[int, int] | None = None
    at = 0
    while at < len(run):
        length = _title(run, at, piece)
        if length:
            if piece:
                yield title, piece
            piece, title = [], (run[at].start, run[at + length - 1].end)
            at += length
            continue
        word = run[at]
        if word.text in _LINKS and not _joins(piece, run[at:]):
            if piece:
                yield title, piece
            # "Chairman of the Board": the title does not belong to what follows.
            piece, title = [], None
        elif piece or word.text not in _LINKS:
            piece.append(word)
        if word.breaks and piece:
            yield title, piece
            piece, title = [], None
        at += 1
    if piece:
        yield title, piece


def _title(run: list[_Word], at: int, piece: list[_Word]) -> int:
    """Return the number of words of the title that begins here, 0 for none.

    `piece` is the name so far.
    """
    end = at
    while end < len(run) and run[end].plain in _MODIFIERS and not run[end].breaks:
        end += 1
    while end < len(run) and run[end].plain in TITLES and not run[end].breaks:
        end += 1
    office = [word.plain for word in run[at:end]]
    if office and office[-1] not in TITLES and office[-2:] != ["chief", "executive"]:
        return 0
    # "General Assembly" and "Prosecutor Office" are no titles, nor is the surname of Anna King.
    organisation = end < len(run) and run[end].plain in ORGANISATION
    surname = len(piece) == 1 and end == len(run) == at + 1 and is_first_name(piece[0].text)
    return 0 if organisation or surname else end - at


def _joins(piece: list[_Word], rest: list[_Word]) -> bool:
    """Say whether a linking word goes on with an organisation's name."""
    following = next((word for word in rest if word.text not in _LINKS), None)
    if not piece or following is None or is_first_name(following.text):
        return False
    plain = [word.plain for word in piece]
    linked = any(word.text in _LINKS for word in piece)
    if rest[0].text == "and":
        return linked
    alone = [word for word in plain if word != "the"]
    if len(alone) == 1 and alone[0] in FIRST_HEADS:
        return True
    return piece[-1].text in _LINKS or plain[-1] in HEADS or (plain[0] in HEADS and linked)


_GERUND = re.compile(r"[a-z]{3,}ing$")
"""A verb that opens a sentence: `Choosing NAME was right`."""


def _trimmed(piece: list[_Word], lower: frozenset[str], *, opening: bool = False) -> list[_Word]:
    """Cut words that name nobody from both ends, and what stands before a first name."""
    first, last = 0, len(piece)
    while first < last and (
        piece[first].plain in NO_NAMES
        or piece[first].plain.endswith(("-based", "-born", "-old"))
        or piece[first].text in _SMALL
        or (
            first == 0
            and (
                piece[0].plain in lower or (opening and last > 1 and _GERUND.match(piece[0].plain))
            )
            and not (last > 1 and is_first_name(piece[0].text))
        )
    ):
        first += 1
    while first < last and (piece[last - 1].plain in NO_NAMES or piece[last - 1].text in _SMALL):
        last -= 1
    kept = piece[first:last]
    if any(word.plain in ORGANISATION for word in kept):
        return kept
    for at in range(1, len(kept) - 1):
        before = kept[at - 1]
        stranger = not is_first_name(kept[0].text) and not before.text.endswith(".")
        foreign = before.plain in DEMONYMS or before.plain in PLACES
        if (stranger or foreign) and is_first_name(kept[at].text):
            return kept[at:]
    return kept
