"""Capitalised names in a text, and the small tables that tell persons from organisations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_CAPITALISED = r"(?:[^\W\d_a-zа-яёіўєґ][^\W\d_]*(?:['’-][^\W\d_]+)*|[^\W\d_a-z]\.)"
_LINK = r"(?:of|for|and|the|on|de|del|di|da|van|von|der|bin|al|el|ibn)"
"""Small words inside a name; `and` only where an organisation's word follows somewhere."""
_NAME = re.compile(
    rf"(?<![\w@#]){_CAPITALISED}(?:\s(?:(?:{_LINK}\s){{1,2}}(?={_CAPITALISED}))?{_CAPITALISED})*"
)
ACRONYM = re.compile(r"[A-Z][A-Z&]{1,5}|[А-ЯЁІЎ]{2,6}")

HONORIFIC = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lady|Lord|President|Herr|Frau)\.?\s$")
"""What newspapers write before a bare surname; the pair is a form of its own."""

TITLES = frozenset(
    "mr mrs ms miss dr sir lord lady prof professor president vice-president premier prime "
    "minister chancellor king queen prince princess pope patriarch archbishop bishop cardinal "
    "rev senator sen rep representative congressman congresswoman governor mayor ambassador "
    "general gen colonel col lieutenant lt captain capt major sergeant sgt admiral commander "
    "secretary deputy foreign finance defense defence interior energy economy justice health "
    "press state chief judge attorney speaker chairman chairwoman chair director coach manager "
    "ceo editor envoy commissioner spokesman spokeswoman spokesperson detective inspector "
    "officer herr frau monsieur madame".split()
)
"""Words that stand before a person's name, lower case."""

ROLES = re.compile(
    r"(?:man|woman|person|ist|er|or|ant|ent|ian|chief|head|envoy|analyst|critic|lawyer|candidate|"
    r"figure|colleague|husband|wife|son|daughter|brother|sister|mother|father|aide|ally|rival|"
    r"star|mp|tsar|boss|expert|activist|opponent|diplomat|athlete|blogger)s?$"
)
"""Endings of the lower-case noun that stands right before a person's name."""

NO_ROLES = frozenset(
    "after other former over under never whether however together another either neither rather "
    "center water number power summer winter september october november december later earlier "
    "different recent current independent parliament government agreement statement or for nor "
    "her their per order member border river more than western eastern northern southern".split()
)
"""Words with such an ending that are no roles."""

SAYS = (
    "said|says|told|tells|added|adds|wrote|writes|tweeted|warned|warns|announced|insisted|stressed|"
    "argued|claimed|noted|explained|confirmed|denied|declared|replied|asked|vowed|pledged|called|"
    "accused|urged|promised|admitted|acknowledged|suggested|recalled|predicted|commented|believes|"
    "thinks|stated|met|arrived|visited|tested|resigned|died|lives|fled|won"
)
"""Verbs whose subject, or inverted subject, is a person (or the Kremlin: the tables come first)."""

ORGANISATION = frozenset(
    "ministry council union commission committee bank agency party court university institute "
    "center centre foundation fund organization organisation association group company "
    "corporation inc ltd llc plc parliament department office service services movement front "
    "forces police guard church club airlines airways league federation alliance coalition "
    "network society trust treaty workshop bureau authority board congress senate assembly duma "
    "house chamber team times post news press journal herald tribune telegraph academy school "
    "college hospital factory plant works refinery exchange holdings industries international "
    "community commonwealth consortium registry initiative nations watch crescent".split()
)
"""Last (or only telling) words of an organisation's name, lower case."""

NO_NAMES = frozenset(
    "i the a an this that these those he she it we they his her its our their my your and but "
    "or nor so yet if in on at by for from to of with as after before since until while when "
    "where what who why how which not no yes all some many most more both each every any there "
    "here then now also however moreover meanwhile although though because despite during under "
    "over between among according earlier later today yesterday tomorrow last next new old one "
    "two three four five six seven eight nine ten hundreds thousands millions dozens monday "
    "tuesday wednesday thursday friday saturday sunday january february march april may june "
    "july august september october november december western eastern northern southern read "
    "photo image video picture pictured getty images reuters told asked speaking still even "
    "such only just like unlike once let us usa uk uae ussr eu-wide tv pm am gmt utc est id ok "
    "ii iii iv vi vii viii ix xi covid".split()
)
"""Words that open a sentence or stand capitalised without being anybody's name."""


@dataclass(frozen=True, slots=True)
class Name:
    """A capitalised run of words in a sentence."""

    text: str
    start: int
    end: int
    opens: bool
    """It stands at the start of its sentence, where every word is capitalised."""


def names(sentence: str, lower: frozenset[str]) -> Iterator[Name]:
    """Yield the capitalised names of a sentence.

    `lower` holds the words that the text writes in lower case elsewhere: such a word at the start
    of a sentence is no part of a name.
    """
    for match in _NAME.finditer(sentence):
        start, end = match.span()
        opens = not sentence[:start].strip(" \t“”\"'‘’«»„(—–-")
        for part in _parts(sentence, start, end):
            first, last = _trimmed(sentence, *part, lower if opens and part[0] == start else None)
            if first < last:
                yield Name(sentence[first:last], first, last, opens and first == start)


def _parts(sentence: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Split a run at titles ("Russian President | Vladimir Putin") and possessives."""
    at = start
    joined = ORGANISATION.intersection(sentence[start:end].casefold().split())
    for word in re.finditer(r"\S+", sentence[start:end]):
        plain = word[0].strip(".").casefold()
        possessive = re.search(r"['’]s$", word[0])
        if plain in TITLES or (plain == "and" and not joined):
            yield at, start + word.start()
            at = start + word.end()
        elif possessive:
            yield at, start + word.end() - len(possessive[0])
            at = start + word.end()
    yield at, end


def _trimmed(sentence: str, start: int, end: int, lower: frozenset[str] | None) -> tuple[int, int]:
    """Cut white space, linking words and words that name nobody from both ends."""
    while start < end:
        word = re.match(r"\s*(\S*)\s*", sentence[start:end])
        plain = word[1].casefold() if word else ""
        if (
            plain
            and plain not in NO_NAMES
            and not re.fullmatch(_LINK, plain)
            and not (lower is not None and plain in lower)
        ):
            break
        start += word.end() if word else 1
        lower = None if plain else lower
    while start < end:
        word = re.search(r"\s*(\S*)\s*$", sentence[start:end])
        plain = word[1].casefold() if word else ""
        if plain and plain not in NO_NAMES and not re.fullmatch(_LINK, plain):
            break
        end = start + word.start() if word else start
    gap = len(sentence[start:end]) - len(sentence[start:end].lstrip())
    return start + gap, end
