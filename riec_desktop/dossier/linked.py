"""Numbers in a sentence that follow the dossier: which number it is, how it reads, and how it is spelled in a text.

A linked number is a figure of the number bank, a linked count is a count of records. Both can be written in words
('geen signalen', 'één signaal', '12 signalen'), and both can be watched: then they carry what they printed when
somebody wrote the sentence around them, so that the sentence can be read again when that changes.
"""

import re
from dataclasses import dataclass
from enum import Enum

from riec_desktop.dossier.text import clean_line


class Measure(Enum):
    """Which number of an indicator a linked number prints; the value is its Dutch spelling in a text."""

    ACTUAL = "werkelijk"
    TARGET = "doel"
    DIFFERENCE = "verschil"
    PREVIOUS = "vorig"
    CHANGE = "verandering"
    PERCENTAGE = "procent"
    REACHED = "doelprocent"


@dataclass(frozen=True, slots=True)
class LinkedNumber:
    """A number of the number bank in a sentence, spelled `{cijfer:indicator;jaar=2023;organisatie=…;waarde=doel}`.

    Without a year it is the year of the report that the text belongs to; without an organisation it is the national
    value or the total. `in_words` is spelled `;vorm=woorden`; `watched` is what the number printed when the sentence
    was written, spelled `;let=12`, None when nobody needs to know that it changed.
    """

    indicator_id: str
    year: int | None = None
    organisation_id: str | None = None
    measure: Measure = Measure.ACTUAL
    in_words: bool = False
    watched: str | None = None

    def token(self) -> str:
        """The canonical spelling."""
        measure = None if self.measure is Measure.ACTUAL else self.measure.value
        return _token(
            f"cijfer:{self.indicator_id}",
            jaar=self.year,
            organisatie=self.organisation_id,
            waarde=measure,
            vorm="woorden" if self.in_words else None,
            let=self.watched,
        )


class Counted(Enum):
    """What a linked count counts; the value is its Dutch spelling in a text."""

    PORTFOLIOS = "portefeuilles"
    RUNNING = "lopend"
    REGIONS = "regios"
    ACTIVITIES = "activiteiten"
    FINISHED = "afgerond"
    CALLOUTS = "kaderteksten"
    PARTNERS = "partners"
    GOALS = "doelen"


@dataclass(frozen=True, slots=True)
class LinkedCount:
    """A count of records in a sentence, spelled `{aantal:activiteiten;jaar=2023;portefeuille=…;organisatie=…}`.

    Without a portfolio it counts those of all portfolios of the year; the rest is as in `LinkedNumber`.
    """

    counted: Counted
    year: int | None = None
    portfolio_id: str | None = None
    organisation_id: str | None = None
    in_words: bool = False
    watched: str | None = None

    def token(self) -> str:
        """The canonical spelling."""
        return _token(
            f"aantal:{self.counted.value}",
            jaar=self.year,
            portefeuille=self.portfolio_id,
            organisatie=self.organisation_id,
            vorm="woorden" if self.in_words else None,
            let=self.watched,
        )


Number = LinkedNumber | LinkedCount


def _token(start: str, **parts: str | int | None) -> str:
    given = (f"{name}={part}" for name, part in parts.items() if part is not None)
    return "{" + ";".join((start, *given)) + "}"


_ID = "[A-Za-z0-9-]{1,60}"
_END = r"(;vorm=woorden)?(?:;let=([^;{}\n]{1,60}))?\}"
_NUMBER = re.compile(
    rf"\{{cijfer:({_ID})(?:;jaar=([0-9]{{4}}))?(?:;organisatie=({_ID}))?"
    rf"(?:;waarde=({'|'.join(one.value for one in Measure)}))?{_END}"
)
_COUNT = re.compile(
    rf"\{{aantal:({'|'.join(one.value for one in Counted)})(?:;jaar=([0-9]{{4}}))?"
    rf"(?:;portefeuille=({_ID}))?(?:;organisatie=({_ID}))?{_END}"
)
STARTS = ("cijfer", "aantal")
"""What a spelled number begins with, after its bracket and before a colon."""


def match_number(text: str, position: int) -> tuple[Number, int] | None:
    """The linked number or count that starts at this place, and where it ends."""
    if found := _NUMBER.match(text, position):
        indicator, year, organisation, measure, words, watched = found.groups()
        wanted = Measure(measure or Measure.ACTUAL.value)
        return LinkedNumber(indicator, _year(year), organisation, wanted, bool(words), watched), found.end()
    if found := _COUNT.match(text, position):
        counted, year, portfolio, organisation, words, watched = found.groups()
        return LinkedCount(Counted(counted), _year(year), portfolio, organisation, bool(words), watched), found.end()
    return None


def _year(text: str | None) -> int | None:
    return int(text) if text else None


def watchable(printed: str) -> str:
    """What was printed as a token can carry it: on one line, without the signs that a token is made of, never empty."""
    bare = " ".join(re.sub(r"[;{}]", " ", clean_line(printed)).split())
    return bare[:60].strip() or "–"
