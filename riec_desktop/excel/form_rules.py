"""What may be typed in the cells of a form: drop-down lists, numbers and dates, with a Dutch sentence for the rest.

A rule helps a person who types; what is pasted gets past it, so reading the form back takes nothing for granted.
"""

from collections.abc import Mapping
from datetime import date

from riec_desktop.excel.form_plan import LIST_SHEET, Entry, FormColumn, FormPlan, FormSheet
from riec_desktop.excel.form_xlsx import FormSheetWriter
from riec_desktop.sheets import column_letters

FIRST_DAY = date(1900, 3, 1)
"""Before this day Excel counts a 29 February 1900 that never was."""
LAST_DAY = date(2100, 1, 1)
EXACT = 10**15
"""Excel keeps 15 digits."""

_MORE_ROWS = 20


def validate(written: FormSheetWriter, plan: FormPlan, sheet: FormSheet, index: int, first: int) -> None:
    """Put the rules of a column, counted with the hidden one, on its cells from row `first` on."""
    column = sheet.columns[index - 1]
    rules = _rules(plan, column)
    if rules and sheet.rows:
        # A few rows more, so that a row that is added at the end has its list too.
        last = first + len(sheet.rows) - 1 + _MORE_ROWS
        written.data_validation(first, index, last, index, {**rules, **_hint(column)})


def _hint(column: FormColumn) -> Mapping[str, object]:
    if not column.hint:
        return {"show_input": False}
    return {"input_title": column.name.split(" (")[0][:32], "input_message": column.hint}


def _rules(plan: FormPlan, column: FormColumn) -> Mapping[str, object]:
    match column.entry:
        case Entry.CHOICE:
            return {**_list_of(plan, column.choices), **_refused("Kies een woord uit de lijst.")}
        case Entry.NAMES:
            # More names than one may stand in a cell, so what is typed is never refused.
            return {**_list_of(plan, column.choices), "show_error": False}
        case Entry.NUMBER:
            limits = {"validate": "decimal", "criteria": "between", "minimum": -EXACT, "maximum": EXACT}
            return {**limits, **_refused("Typ alleen een getal. Weet u het niet? Kies dan een reden van ontbreken.")}
        case Entry.DATE:
            limits = {"validate": "date", "criteria": "between", "minimum": FIRST_DAY, "maximum": LAST_DAY}
            return {**limits, **_refused("Typ een datum, bijvoorbeeld 31-3-2023.")}
        case Entry.RICH if column.hint:
            return {"validate": "any"}
        case _:
            return {}


def _refused(sentence: str) -> Mapping[str, object]:
    return {"error_title": "Dit kan hier niet", "error_message": sentence}


def _list_of(plan: FormPlan, name: str) -> Mapping[str, object]:
    """A drop-down from the hidden sheet: a list within a rule holds no more than 255 characters."""
    column = column_letters(list(plan.lists).index(name) + 1)
    last = 1 + max(1, len(plan.lists[name]))
    return {"validate": "list", "source": f"='{LIST_SHEET}'!${column}$2:${column}${last}"}
