"""How a foreign table with figures is to be read, as plain data: which column holds what, and how the figures stand."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Meaning(StrEnum):
    """What a column holds; the value is the word for it on the command line."""

    PORTFOLIO = "portefeuille"
    INDICATOR = "indicator"
    UNIT = "eenheid"
    ORGANISATION = "organisatie"
    YEAR = "jaar"
    TARGET = "doel"
    ACTUAL = "werkelijk"
    PROVISIONAL = "voorlopig"
    REFERENCE_DATE = "peildatum"
    MISSING = "reden"
    NOTE = "toelichting"


TITLES: Mapping[Meaning, str] = {
    **{one: one.value for one in Meaning},
    Meaning.PROVISIONAL: "voorlopig of definitief",
    Meaning.MISSING: "reden van ontbreken",
}
"""What a person reads for a meaning."""

NUMBERS = (Meaning.TARGET, Meaning.ACTUAL)


class Shape(StrEnum):
    """How the figures stand; the value is the word for it on the command line."""

    ROWS = "regels"
    YEARS = "jaren"
    ORGANISATIONS = "organisaties"


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureMapping:
    """How to read a sheet.

    `header_row` counts as Excel does, from 1; `columns` gives meaning → column, from 1. Where there is no column for
    it, `year` (a number), `portfolio_id` and `indicator_id` hold for the whole sheet.
    """

    sheet: str
    header_row: int
    shape: Shape = Shape.ROWS
    columns: Mapping[Meaning, int] = field(default_factory=dict[Meaning, int])
    year: int | None = None
    portfolio_id: str | None = None
    indicator_id: str | None = None


def mapping_problem(mapping: FigureMapping) -> str:
    """What a mapping still lacks, in a Dutch sentence; '' when it can be used."""
    columns = mapping.columns
    if Meaning.INDICATOR not in columns and mapping.indicator_id is None:
        return "Kies de kolom met de naam van de indicator, of één indicator voor het hele blad."
    if mapping.shape is Shape.ROWS and not any(one in columns for one in NUMBERS):
        return "Kies de kolom met het getal: doel of werkelijk."
    if mapping.shape is not Shape.YEARS and Meaning.YEAR not in columns and mapping.year is None:
        return "Kies de kolom met het jaar, of vul één jaar in voor het hele blad."
    return ""
