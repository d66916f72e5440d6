"""What a form brought back, by its keys: rows with the cells of each field, and what could not be placed.

Rows and columns are found by the keys that the form carries, so it does not matter where they stand now. What belongs
to no key is kept as it is: a colleague who adds a column or writes beside the table wants to tell something.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from riec_desktop.excel.form_fields import read_key
from riec_desktop.excel.form_guide import FILLED_BY, REMARK
from riec_desktop.excel.form_plan import DATA_SHEET, LIST_SHEET, SIGN, SheetKind
from riec_desktop.excel.reading.cells import Oddity, ReadBook, ReadCell, ReadSheet, shown

Cells = Mapping[str, ReadCell]
"""Column key → cell; '' never occurs."""

_KNOWN_COLUMNS: Mapping[SheetKind, Mapping[str, str]] = {
    SheetKind.GUIDE: {"onderwerp": "onderwerp", "uitleg": "text"},
    SheetKind.QUESTIONS: {
        "vraag": "vraag",
        "uitleg": "uitleg",
        "uw antwoord": "text",
        "antwoord": "text",
        "woorden": "woorden",
        "hoogstens": "gevraagd",
        "lengte": "oordeel",
    },
    SheetKind.PROMISES: {
        "portefeuille": "portefeuille",
        "beloofd in": "beloofd_in",
        "belofte": "belofte",
        "wat ervan kwam": "outcome",
        "toelichting": "reply",
        "woorden": "woorden",
    },
    SheetKind.ACTIVITIES: {
        "regel": "regel",
        "portefeuille": "portefeuille",
        "activiteit": "title",
        "stand": "state",
        "begin": "start",
        "einde": "end",
        "gezamenlijk": "joint",
        "organisaties": "organisation_ids",
        "partners": "partner_ids",
        "resultaat": "result",
    },
    SheetKind.FIGURES: {
        "portefeuille": "portefeuille",
        "indicator": "indicator",
        "wat telt mee": "definitie",
        "organisatie": "organisatie",
        "doel": "target",
        "werkelijk": "actual",
        "voorlopig": "provisional",
        "peildatum": "reference_date",
        "reden van ontbreken": "missing",
        "toelichting": "note",
    },
    SheetKind.CALLOUTS: {
        "regel": "regel",
        "portefeuille": "portefeuille",
        "van wie": "organisation_ids",
        "titel": "title",
        "tekst": "text",
        "woorden": "woorden",
    },
    SheetKind.REGION: {"vraag": "vraag", "uw tekst": "text", "woorden": "woorden"},
}
"""Names of columns without what stands in brackets: for a sheet whose hidden row is gone."""

_LAST_YEAR = ("antwoord over", "antwoord van vorig jaar", "tekst over", "tekst van vorig jaar", "in 2")
_KEY_NAME = "kenmerk"
_EXPECTED = ("like_formula", "formula")
"""Text that begins with a dash is a list; a formula in a cell to fill in is told at its field."""
_LAST_PART = 4
_ENOUGH_NAMES = 5
_NO_COLUMN = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerRow:
    """A row; `key` is '' when it had none. `sheet` and `number` say where it stood.

    `cells` are those with something in them, `columns` all that the sheet still has.
    """

    key: str
    kind: SheetKind
    sheet: str
    number: int
    cells: Cells
    columns: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stray:
    """Text that belongs to no field, and where it stood."""

    sheet: str
    place: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FormAnswer:
    """What one form brought.

    `hashes`: key → field → hash of what was sent, `tokens`: number → spelling; both from the form itself, in case the
    dossier does not know it.
    """

    origin: str
    form_id: str
    dossier_id: str
    filled_by: str
    remark: str
    rows: tuple[AnswerRow, ...]
    strays: tuple[Stray, ...]
    hashes: Mapping[str, Mapping[str, str]]
    tokens: Mapping[str, str]
    oddities: tuple[Oddity, ...]


def form_answer(book: ReadBook, origin: str) -> FormAnswer | None:
    """What a workbook brings as a form; None when it is no form of ours."""
    tables = [table for sheet in book.sheets if (table := _table(sheet))]
    if not tables:
        return None
    known = {table.sheet.name for table in tables}
    tables += [table for sheet in book.sheets if sheet.name not in known and (table := _keyless_table(sheet))]
    ours = {table.sheet.name for table in tables}
    data = _data(book)
    rows = [row for table in tables for row in table.rows()]
    form_id, dossier_id = next(((one.form_id, one.dossier_id) for one in tables if one.form_id), ("", ""))
    hidden = (DATA_SHEET, LIST_SHEET)
    more = (one for sheet in book.sheets if sheet.name not in {*ours, *hidden} for one in _all(sheet))
    return FormAnswer(
        origin=origin,
        form_id=form_id or data.get(SIGN, {}).get("formulier", ""),
        dossier_id=dossier_id or data.get(SIGN, {}).get("dossier", ""),
        filled_by=_text_at(rows, FILLED_BY),
        remark=_text_at(rows, REMARK),
        rows=tuple(row for row in rows if row.kind is not SheetKind.GUIDE),
        strays=(*(stray for table in tables for stray in table.strays()), *more),
        hashes={key: fields for key, fields in data.items() if read_key(key)},
        tokens=data.get("token", {}),
        oddities=tuple(_noteworthy(book, {table.sheet.name: table for table in tables})),
    )


def _noteworthy(book: ReadBook, tables: "Mapping[str, _Table]") -> Iterator[Oddity]:
    """Oddities that a form does not have by itself, of each code on a sheet the first."""
    seen: set[tuple[str, str]] = set()
    for one in book.oddities:
        table = tables.get(one.sheet)
        expected = one.code in _EXPECTED or (one.code == "hidden" and one.sheet in (DATA_SHEET, LIST_SHEET))
        counts_words = table is not None and table.counts_words(one.cell)
        if not (expected or counts_words or (one.code, one.sheet) in seen):
            seen.add((one.code, one.sheet))
            yield one


def _text_at(rows: list[AnswerRow], key: str) -> str:
    found = (shown(row.cells["text"]).strip() for row in rows if row.key == key and "text" in row.cells)
    return next(found, "")


def _data(book: ReadBook) -> Mapping[str, Mapping[str, str]]:
    """The hidden sheet: what → name → value."""
    found: dict[str, dict[str, str]] = {}
    for sheet in book.sheets:
        if sheet.name == DATA_SHEET:
            for row in sheet.rows.values():
                what, name, value = (shown(row[at]) if at in row else "" for at in (1, 2, 3))
                found.setdefault(what, {})[name] = value
    return found


# --- A sheet ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    """A sheet of a form. `columns`: where → key of the column; `names`: rows above the content."""

    sheet: ReadSheet
    kind: SheetKind
    form_id: str
    dossier_id: str
    columns: Mapping[int, str]
    key_column: int
    names: frozenset[int]

    def rows(self) -> Iterator[AnswerRow]:
        """The rows below the names."""
        columns = frozenset(self.columns.values())
        for number, row in self.sheet.rows.items():
            cells = {self.columns[at]: cell for at, cell in row.items() if at in self.columns}
            key = shown(row[self.key_column]).strip() if self.key_column in row else ""
            if number not in self.names and (cells or key):
                yield AnswerRow(
                    key=key,
                    kind=self.kind,
                    sheet=self.sheet.name,
                    number=number,
                    cells=cells,
                    columns=columns,
                )

    def strays(self) -> Iterator[Stray]:
        """What stands in columns that the form does not have."""
        for number, row in self.sheet.rows.items():
            for at, cell in row.items():
                if number not in self.names and at not in self.columns and at != self.key_column:
                    heading = self._heading(at)
                    place = f"kolom {heading}, rij {number}" if heading else f"rij {number}"
                    yield Stray(sheet=self.sheet.name, place=place, text=shown(cell))

    def counts_words(self, cell: str) -> bool:
        """Whether this cell is one in which the form itself counts words."""
        letters = cell.rstrip("0123456789")
        return self.columns.get(_column_number(letters), "") in ("woorden", "oordeel")

    def _heading(self, column: int) -> str:
        found = (
            shown(row[column]) for at, row in sorted(self.sheet.rows.items()) if at in self.names and column in row
        )
        return next((text for text in found if text.strip()), "")


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def column_label(kind: SheetKind, key: str) -> str:
    """The Dutch name of a column, in small letters."""
    return next((name for name, one in _KNOWN_COLUMNS[kind].items() if one == key), "vorig jaar")


def _table(sheet: ReadSheet) -> _Table | None:
    return _signed_table(sheet) or _named_table(sheet)


def _signed_table(sheet: ReadSheet) -> _Table | None:
    """A sheet that still has its hidden row."""
    for number, row in sheet.rows.items():
        for at, cell in row.items():
            parts = shown(cell).split("|")
            if parts[0] == SIGN and len(parts) > _LAST_PART and _kind(parts[2]):
                kind = _kind(parts[2]) or SheetKind.GUIDE
                known = set(_KNOWN_COLUMNS[kind].values()) | {"vorig"}
                columns = {index: key for index, one in row.items() if (key := shown(one).strip()) in known}
                names = frozenset((number, *_header_rows(sheet)))
                return _Table(
                    sheet=sheet,
                    kind=kind,
                    form_id=parts[3],
                    dossier_id=parts[4],
                    columns=columns,
                    key_column=at,
                    names=names,
                )
    return None


def _kind(text: str) -> SheetKind | None:
    return next((one for one in SheetKind if one.value == text), None)


def _bare_name(text: str) -> str:
    return " ".join(text.split(" (", maxsplit=1)[0].lower().split())


def _header_rows(sheet: ReadSheet) -> Iterator[int]:
    """The row with the visible names: it holds the name of the hidden column."""
    for number, row in sheet.rows.items():
        if any(_bare_name(shown(cell)) == _KEY_NAME for cell in row.values()):
            yield number


def _named_table(sheet: ReadSheet) -> _Table | None:
    """A sheet whose hidden row is gone, known by the names of its columns and the keys of its rows."""
    for number in _header_rows(sheet):
        names = {at: _bare_name(shown(cell)) for at, cell in sheet.rows[number].items()}
        key_column = next(at for at, name in names.items() if name == _KEY_NAME)
        fits = {kind: sum(name in known for name in names.values()) for kind, known in _KNOWN_COLUMNS.items()}
        kind = max(fits, key=lambda one: fits[one])
        known = _KNOWN_COLUMNS[kind]
        columns = {at: known.get(name, "vorig") for at, name in names.items() if _is_known(name, known)}
        return _Table(
            sheet=sheet,
            kind=kind,
            form_id="",
            dossier_id="",
            columns=columns,
            key_column=key_column,
            names=frozenset((number,)),
        )
    return None


def _keyless_table(sheet: ReadSheet) -> _Table | None:
    """A sheet whose hidden column is gone, known by the names of its columns.

    Only where each row says itself what it is about: an activity without its key would be taken for a new one.
    """
    for number, row in sheet.rows.items():
        names = {at: _bare_name(shown(cell)) for at, cell in row.items()}
        for kind in (SheetKind.QUESTIONS, SheetKind.PROMISES, SheetKind.FIGURES):
            known = _KNOWN_COLUMNS[kind]
            columns = {at: known.get(name, "vorig") for at, name in names.items() if _is_known(name, known)}
            if len(columns) >= _ENOUGH_NAMES:
                return _Table(
                    sheet=sheet,
                    kind=kind,
                    form_id="",
                    dossier_id="",
                    columns=columns,
                    key_column=_NO_COLUMN,
                    names=frozenset(at for at in sheet.rows if at <= number),
                )
    return None


def _is_known(name: str, known: Mapping[str, str]) -> bool:
    return name in known or name.startswith(_LAST_YEAR)


def _all(sheet: ReadSheet) -> Iterator[Stray]:
    """A sheet that is not part of the form, row by row."""
    for number, row in sheet.rows.items():
        text = " | ".join(shown(cell) for _, cell in sorted(row.items()))
        yield Stray(sheet=sheet.name, place=f"rij {number}", text=text)
