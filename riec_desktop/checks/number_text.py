"""Numbers that somebody typed in a sentence: where they stand, what they are worth, and which are no amounts at all."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from riec_desktop.dossier.dutch import MONTHS, parse_number

NUMBER_WORDS = (
    *("nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"),
    *("dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien", "twintig"),
)
_VALUES = {word: Decimal(at) for at, word in enumerate(NUMBER_WORDS)}


def word_set(text: str) -> frozenset[str]:
    """The words of a list that is written as a text."""
    return frozenset(text.split())


_SPACE = r"[ \u00a0]"
_DIGITS = rf"\d{{1,3}}(?:\.\d{{3}})+(?:,\d+)?|\d{{1,3}}(?:{_SPACE}\d{{3}})+(?![\d])|\d+(?:,\d+)?"
_NUMBER = re.compile(
    rf"(?<![\w€§/–.,’'-])(?<!€{_SPACE})(?:(?P<digits>{_DIGITS})|(?P<word>{'|'.join(NUMBER_WORDS[1:])}))"
    rf"(?![\w/]|[.,:–-]\d|-[a-z])(?P<percent>{_SPACE}?%|{_SPACE}procent\b)?",
    re.IGNORECASE,
)
_LABELS = (
    r"artikel|artikelen|art\.?|lid|paragraaf|hoofdstuk|tabel|figuur|bijlage|nummer|nr\.?|pagina|blz\.?|bladzijde|stap|"
    r"fase|versie|punt|week|kwartaal|kamerstuk|kamerstukken|zaak|dossier|groep|niveau|programmalijn|spoor|deel|"
    r"agenda|top|route|kanaal|klasse|categorie"
)
_LABELLED = re.compile(rf"\b(?:{_LABELS}){_SPACE}$", re.IGNORECASE)
_DATED = re.compile(rf"^{_SPACE}(?:{'|'.join(MONTHS)}|jan\.|feb\.|mrt\.|apr\.|aug\.|sept?\.|okt\.|nov\.|dec\.)")
_ORDER = re.compile(rf"^{_SPACE}?(?:e|de|ste)\b")
_IN_YEAR = re.compile(
    rf"\b(?:in|van|sinds|vanaf|tot|begin|eind|medio|jaar|jaren|over|en|met|uit|voor|na|ultimo|t/m|dan|{'|'.join(MONTHS)}){_SPACE}$",
    re.IGNORECASE,
)
_FIRST_YEAR, _LAST_YEAR = 1900, 2100


class About(Enum):
    """How exact a number is meant to be."""

    EXACT = "exact"
    ROUGHLY = "roughly"
    AT_LEAST = "at least"
    AT_MOST = "at most"


_ABOUT = {
    About.ROUGHLY: re.compile(
        rf"\b(?:ongeveer|circa|ca\.|zo[’']n|rond de|rond|grofweg|tegen de){_SPACE}$", re.IGNORECASE
    ),
    About.AT_LEAST: re.compile(
        rf"\b(?:ruim|meer dan|minstens|minimaal|ten minste|tenminste|boven de){_SPACE}$", re.IGNORECASE
    ),
    About.AT_MOST: re.compile(
        rf"\b(?:bijna|krap|minder dan|hoogstens|maximaal|ten hoogste|onder de){_SPACE}$", re.IGNORECASE
    ),
}
_MARGIN = Decimal("0.15")
"""How far a round number may be from the one that it stands for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedNumber:
    """A number in a sentence: from where to where it stands (with its percent sign), and its value."""

    start: int
    end: int
    text: str
    value: Decimal
    is_percentage: bool
    about: About

    def fits(self, value: Decimal) -> bool:
        """Whether this is how somebody would write that value: rounded, or roughly where the words say so."""
        if self.about is About.EXACT:
            return round(abs(value), max(0, -self.exponent)) == abs(self.value)
        least = self.value * (1 - _MARGIN) if self.about is not About.AT_LEAST else self.value
        most = self.value * (1 + _MARGIN) if self.about is not About.AT_MOST else self.value
        return least <= abs(value) <= most

    @property
    def exponent(self) -> int:
        """Minus the decimals as typed: −1 for 12,5."""
        found = self.value.as_tuple().exponent
        return found if isinstance(found, int) else 0


def typed_in(sentence: str) -> Iterator[TypedNumber]:
    """The amounts in a sentence from left to right, without years, days, articles and other labels."""
    for found in _NUMBER.finditer(sentence):
        value = _value(found)
        if value is not None and not _is_label(sentence, found, value):
            yield TypedNumber(
                start=found.start(),
                end=found.end(),
                text=found[0],
                value=value,
                is_percentage=bool(found["percent"]),
                about=_about(just_before(sentence, found.start())),
            )


def _value(found: re.Match[str]) -> Decimal | None:
    if found["word"]:
        return _VALUES.get(found["word"].lower())
    return parse_number(found["digits"])


def _is_label(sentence: str, found: re.Match[str], value: Decimal) -> bool:
    before, after = just_before(sentence, found.start()), sentence[found.end() :]
    return bool(
        _LABELLED.search(before)
        or _DATED.match(after)
        or _ORDER.match(after)
        or (
            found["digits"]
            and is_year(found["digits"])
            and (_IN_YEAR.search(before) or not sentence[: found.start()].strip())
        )
        or (before.rstrip().endswith("(") and is_year(found[0]) and value == int(value))
    )


def just_before(sentence: str, at: int) -> str:
    """The words just before a place: looking for an ending in a whole sentence takes much longer."""
    return sentence[max(0, at - _NEAR) : at]


_NEAR = 50
"""Characters: longer than what is looked for before a number."""


def is_year(text: str) -> bool:
    """Whether four digits may be a year."""
    return len(text) == len("2023") and text.isdecimal() and _FIRST_YEAR <= int(text) <= _LAST_YEAR


def _about(before: str) -> About:
    return next((about for about, words in _ABOUT.items() if words.search(before)), About.EXACT)


_YEAR = re.compile(r"(?<![\d.,/-])(?:19|20)\d\d(?![\d,])")


def years_in(sentence: str) -> tuple[int, ...]:
    """The years that a sentence names."""
    return tuple(int(one) for one in _YEAR.findall(sentence))
