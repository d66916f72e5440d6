"""Which column of a foreign table holds what: the words that people put above figures, and a guess from them.

A table has its head somewhere in the first rows, and its figures in one of three shapes: each on a row of its own, the
years side by side, or the organisations side by side. A person can correct every guess.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from itertools import islice

from riec_desktop.excel.figure_mapping import NUMBERS, FigureMapping, Meaning, Shape
from riec_desktop.excel.form_values import plain_name
from riec_desktop.excel.reading.cells import ReadCell, ReadSheet, shown

FIRST_ROWS = 30
"""The head of a table is looked for in this many rows that hold something."""

EARLIEST, LATEST = 1990, 2100


IsName = Callable[[str], bool]
"""Whether a text names an organisation."""

_WORDS: Mapping[Meaning, tuple[str, ...]] = {
    Meaning.PORTFOLIO: ("portefeuille", "portefeuilles", "thema", "programmalijn"),
    Meaning.INDICATOR: ("indicator", "indicatoren", "kpi", "maatstaf", "omschrijving", "wat telt", "meting", "naam"),
    Meaning.UNIT: ("eenheid", "meeteenheid", "soort getal"),
    Meaning.ORGANISATION: ("organisatie", "riec", "regio", "centrum", "onderdeel"),
    Meaning.YEAR: ("jaar", "verslagjaar", "kalenderjaar", "jaartal"),
    Meaning.TARGET: ("doel", "doelstelling", "norm", "streefwaarde", "streefcijfer", "target", "begroot", "ambitie"),
    Meaning.ACTUAL: (
        *("werkelijk", "realisatie", "gerealiseerd", "resultaat", "uitkomst", "stand"),
        *("aantal", "waarde", "cijfer", "getal", "actual"),
    ),
    Meaning.PROVISIONAL: ("voorlopig of definitief", "voorlopig", "definitief", "status"),
    Meaning.REFERENCE_DATE: ("peildatum", "datum", "meetdatum", "stand per"),
    Meaning.MISSING: ("reden van ontbreken", "reden", "waarom leeg", "ontbreekt"),
    Meaning.NOTE: ("toelichting", "opmerking", "opmerkingen", "bijzonderheden", "noot", "commentaar"),
}
"""What people write above a column; the first that fits best counts."""

_EXACT, _BEGIN, _INSIDE = 3, 2, 1
_YEAR = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})(?![0-9])")
_YEAR_ALONE = re.compile(r"\W*(?:(?:jaar|verslagjaar)\W+)?(?:19|20)[0-9]{2}\W*(?:\(?voorlopig\)?)?\W*", re.IGNORECASE)
_LEAST_HEADS = 2
MOST_COLUMNS = 300
"""Columns that are read; a table of figures is never that wide."""
_LOOKED_AT = 500
"""Rows in which columns without a head are looked for."""


# --- Heads -----------------------------------------------------------------------------------------------------------


def text_at(sheet: ReadSheet, row: int, column: int | None) -> str:
    """What a cell says, '' for an empty one."""
    cell = sheet.rows.get(row, {}).get(column or 0)
    return " ".join(shown(cell).split()) if cell else ""


def heads(sheet: ReadSheet, header_row: int) -> Mapping[int, str]:
    """Column → what stands above it, for every column that holds something in or below the head.

    Over two rows of heads (years above, 'doel' and 'werkelijk' below) both are read: 'werkelijk 2023'.
    """
    rows = islice((cells for row, cells in sheet.rows.items() if row >= header_row), _LOOKED_AT)
    filled = sorted({column for cells in rows for column in cells if column <= MOST_COLUMNS})
    above = _years_above(sheet, header_row)
    own = {column: text_at(sheet, header_row, column) for column in filled}
    if not above:
        return own
    return {
        column: _joined(text, above, text_at(sheet, header_row - 1, column), column) for column, text in own.items()
    }


def _joined(own: str, above: Mapping[int, str], direct: str, column: int) -> str:
    if not own:
        return direct
    year = above.get(column, "")
    return f"{own} {year}" if year and best_meaning(own) in NUMBERS else own


def _years_above(sheet: ReadSheet, header_row: int) -> Mapping[int, str]:
    """Column → the year that stands above it in the row over the head, where that row holds years."""
    texts = {column: text_at(sheet, header_row - 1, column) for column in sheet.rows.get(header_row - 1, {})}
    years = {
        column: str(year) for column, text in texts.items() if _YEAR_ALONE.fullmatch(text) and (year := year_in(text))
    }
    below = sheet.rows.get(header_row, {})
    if not years or not any(best_meaning(text_at(sheet, header_row, column)) in NUMBERS for column in below):
        return {}
    found: dict[int, str] = {}
    last = ""
    for column in range(min(years), max((*below, *years)) + 1):
        last = years.get(column) or ("" if texts.get(column) else last)
        found[column] = last
    return found


def year_in(text: str) -> int | None:
    """The one year that a text names."""
    found = {int(one) for one in _YEAR.findall(text)}
    within = [one for one in found if EARLIEST <= one <= LATEST]
    return within[0] if len(found) == 1 and within else None


def year_of(cell: ReadCell | None) -> tuple[int | None, str]:
    """The year in a cell, and the doubt about it: a day gives its year."""
    if cell is None:
        return None, ""
    if isinstance(cell.value, date):
        bare = (cell.value.month, cell.value.day) in ((1, 1), (12, 31))
        return cell.value.year, "" if bare else f"Van de datum {shown(cell)} is alleen het jaar gebruikt."
    return year_in(shown(cell)), ""


def _fit(head: str, words: Iterable[str]) -> tuple[int, int]:
    """How well a head fits the words for a meaning, and (negative) at which word; 0 is not at all."""
    return max((_fit_one(head, word), -at) for at, word in enumerate(words))


def _fit_one(head: str, word: str) -> int:
    if head == word:
        return _EXACT
    if head.startswith(f"{word} "):
        return _BEGIN
    return _INSIDE if f" {word} " in f" {head} " else 0


def _bare_head(text: str) -> str:
    """A head without what stands in brackets, without marks, and without 'naam' in front of what is named."""
    return plain_name(re.sub(r"\([^)]*\)|[^\w\s-]", " ", text)).removeprefix("naam ")


@lru_cache(maxsize=4096)
def best_meaning(text: str) -> Meaning | None:
    """The meaning that fits a head best; None when none fits."""
    head = _bare_head(_YEAR.sub(" ", text))
    fits = {one: _fit(head, words) for one, words in _WORDS.items()}
    best = max(fits, key=lambda one: fits[one])
    return best if fits[best][0] else None


# --- Guesses ---------------------------------------------------------------------------------------------------------


def guessed_header(sheet: ReadSheet, is_name: IsName) -> int:
    """The first row that looks most like heads; 1 for an empty sheet."""
    rows = sorted(sheet.rows)[:FIRST_ROWS]
    scores = {row: _header_score(sheet, row, is_name) for row in rows}
    best = max(scores.values(), default=0)
    if best >= _LEAST_HEADS:
        return next(row for row in rows if scores[row] == best)
    return next((row for row in rows if len(sheet.rows[row]) > 1), rows[0] if rows else 1)


def _header_score(sheet: ReadSheet, row: int, is_name: IsName) -> int:
    """How many different heads a row holds."""
    return len({head for text in heads(sheet, row).values() if (head := _known_head(text, is_name)) is not None})


def _known_head(text: str, is_name: IsName) -> tuple[Meaning | str, int | None] | None:
    """What a head says, with its year; None when it says nothing that is known."""
    if is_name(text):
        return text, None
    meaning = best_meaning(text)
    if meaning is None and not _YEAR_ALONE.fullmatch(text):
        return None
    return meaning or "", year_in(text)


def guessed_columns(found: Mapping[int, str], is_name: IsName) -> Mapping[Meaning, int]:
    """Meaning → column, each column for the meaning that fits it best; heads with a year or a name are left out."""
    usable = {column: text for column, text in found.items() if text and year_in(text) is None and not is_name(text)}
    fits = [
        (_fit(_bare_head(text), words), -column, meaning)
        for column, text in usable.items()
        for meaning, words in _WORDS.items()
    ]
    chosen: dict[Meaning, int] = {}
    for (fit, _), minus, meaning in sorted(fits, key=lambda one: one[:2], reverse=True):
        if fit and meaning not in chosen and -minus not in chosen.values():
            chosen[meaning] = -minus
    return {meaning: chosen[meaning] for meaning in Meaning if meaning in chosen}


def guessed_shape(found: Mapping[int, str], columns: Mapping[Meaning, int], is_name: IsName) -> Shape:
    """Whether years or organisations stand side by side."""
    years = sum(1 for text in found.values() if year_in(text) is not None)
    names = sum(1 for text in found.values() if is_name(text))
    has_number = any(one in columns for one in NUMBERS)
    if years > 1 or (years and not has_number):
        return Shape.YEARS
    return Shape.ORGANISATIONS if names > 1 or (names and not has_number) else Shape.ROWS


def guessed_mapping(
    sheet: ReadSheet, is_name: IsName, year: int | None, header_row: int | None = None
) -> FigureMapping:
    """How a sheet is probably to be read. `year` holds where the table names none; `header_row` None is guessed too."""
    row = header_row or guessed_header(sheet, is_name)
    found = heads(sheet, row)
    columns = guessed_columns(found, is_name)
    shape = guessed_shape(found, columns, is_name)
    return FigureMapping(sheet=sheet.name, header_row=row, shape=shape, columns=columns, year=year)


def year_columns(found: Mapping[int, str]) -> Iterator[tuple[int, int, Meaning]]:
    """Column, year and what it holds, of every column under a year: 'Doel 2023', '2023'."""
    for column, text in found.items():
        year = year_in(text)
        if year is not None:
            yield column, year, Meaning.TARGET if best_meaning(text) is Meaning.TARGET else Meaning.ACTUAL
