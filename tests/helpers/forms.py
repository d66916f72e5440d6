"""Contribution forms for tests: sent, filled in as a colleague does with openpyxl, and read back."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import Any, cast

from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.edits import applied
from riec_desktop.dossier.views import reports, year_of
from riec_desktop.excel.form_answer import FormAnswer, form_answer
from riec_desktop.excel.reading.workbook import read_workbook
from riec_desktop.workspace.form_review import proposals
from riec_desktop.workspace.forms import FormOrder, MadeForm, make_form
from riec_desktop.workspace.review import Incoming, Proposal, Standing, accepted, default_ids

SENT_AT = datetime(2024, 1, 15, 9, tzinfo=UTC)
DOSSIER_ID = "dossier-1"


def order(dossier: Dossier, year: int, *places: int, organisation_id: str | None = None) -> FormOrder:
    """A form about the portfolios at these places of a year."""
    found = year_of(dossier, year)
    assert found is not None
    ids = tuple(reports(dossier, found)[place].id for place in places)
    return FormOrder(
        year=found,
        report_ids=ids,
        organisation_id=organisation_id,
        sender="Anja de Boer",
        recipient="RIEC Goor",
        deadline=date(2024, 3, 1),
    )


def made(dossier: Dossier, wanted: FormOrder, form_id: str = "formulier-1") -> MadeForm:
    """The form of an order, with a fixed id."""
    return make_form(dossier, wanted, dossier_id=DOSSIER_ID, version="7", form_id=form_id, now=SENT_AT)


def sent(dossier: Dossier, wanted: FormOrder, form_id: str = "formulier-1") -> tuple[Dossier, bytes]:
    """The dossier in which the form is noted, and the workbook."""
    form = made(dossier, wanted, form_id)
    return applied(dossier, form.changes), form.workbook


def answer(workbook: bytes, origin: str = "terug.xlsx") -> FormAnswer:
    """What a workbook brings, read in this process."""
    found = form_answer(read_workbook(workbook), origin)
    assert found is not None
    return found


def back(dossier: Dossier, workbook: bytes) -> Incoming:
    """The proposals of a workbook."""
    return proposals(dossier, answer(workbook), DOSSIER_ID)


def taken(dossier: Dossier, workbook: bytes) -> Dossier:
    """The dossier after taking in what is sure."""
    incoming = back(dossier, workbook)
    return applied(dossier, accepted(incoming, default_ids(incoming), dossier))


def standings(incoming: Incoming) -> list[str]:
    """'gewijzigd mensenhandel › Context' of every proposal but those that only say that something is still open."""
    return [f"{one.standing.value} {one.place}" for one in incoming.proposals if not is_open(one)]


def is_open(proposal: Proposal) -> bool:
    """Whether a proposal only says that nobody answered yet."""
    return proposal.standing is Standing.MISSING and not proposal.changes and not proposal.mine


class Filled:
    """A form that is open in openpyxl: cells by the key of their row and column."""

    def __init__(self, workbook: bytes) -> None:
        library = cast("Any", import_module("openpyxl"))
        self.book: Any = library.load_workbook(BytesIO(workbook), rich_text=True)

    def sheet(self, name: str) -> Any:
        """A sheet by its name."""
        return self.book[name]

    def column(self, name: str, key: str) -> int:
        """Where a column stands, by its key in the hidden row."""
        return next(cell.column for cell in self.book[name][1] if cell.value == key)

    def row(self, name: str, said: str) -> int:
        """The first row in which a cell says this, or begins with it."""
        rows = self.book[name].iter_rows(min_row=3)
        return next(row[0].row for row in rows if any(str(cell.value or "").startswith(said) for cell in row))

    def cell(self, name: str, said: str, key: str) -> Any:
        """The cell of a column in the row that says this."""
        return self.book[name].cell(self.row(name, said), self.column(name, key))

    def put(self, name: str, said: str, **values: Any) -> None:
        """Fill in cells of a row, by the keys of their columns."""
        number = self.row(name, said)
        for key, value in values.items():
            self.book[name].cell(number, self.column(name, key)).value = value

    def saved(self) -> bytes:
        """The workbook as openpyxl saves it."""
        target = BytesIO()
        self.book.save(target)
        return target.getvalue()


def edited(workbook: bytes, edit: Callable[[Filled], object]) -> bytes:
    """The workbook after somebody worked in it."""
    form = Filled(workbook)
    edit(form)
    return form.saved()


def written(folder: Path, name: str, data: bytes) -> Path:
    """A file with these bytes."""
    path = folder / name
    path.write_bytes(data)
    return path
