"""Taking a text of last year over into this year's field, as one step; what stands there is never lost unasked."""

from typing import cast

from PySide6.QtWidgets import QWidget

from riec_desktop.dossier.edits import set_value
from riec_desktop.ui.dialogs import Dialogs
from riec_desktop.ui.editing import Editing
from riec_desktop.workspace.last_year import OldText, taken_over

UNDER, REPLACE, CANCEL = "Eronder zetten", "Vervangen", "Annuleren"


def take_over(parent: QWidget, dialogs: Dialogs, editing: Editing, old: OldText, year: int) -> bool:
    """Copy a text of `year` into the field that it belongs to; False when the person chose not to."""
    record = editing.current(old.record)
    current = cast("str", getattr(record, old.field))
    chosen = _asked(parent, dialogs, year) if current else REPLACE
    if chosen in (UNDER, REPLACE):
        text = taken_over(current, old.text, below=chosen == UNDER)
        editing.do(f"Tekst van {year} overnemen", set_value(editing.dossier, record, old.field, text))
    return chosen in (UNDER, REPLACE)


def _asked(parent: QWidget, dialogs: Dialogs, year: int) -> str:
    text = f"In dit veld staat al een tekst. Wat wilt u met de tekst van {year} doen?"
    return dialogs.ask(parent, f"Tekst van {year} overnemen", text, (UNDER, REPLACE, CANCEL))
