"""The dialog with the values that one field had: who gave each and when, how it differs from now, and 'Zet terug'."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtWidgets import QWidget

from riec_desktop.dossier.fields import Value
from riec_desktop.ui.fitting import resize_within_screen
from riec_desktop.ui.form_dialog import FormDialog
from riec_desktop.ui.history.wording import field_row, two_texts
from riec_desktop.ui.labels import label
from riec_desktop.ui.theme import characters, line_height
from riec_desktop.ui.widgets.ink_text import InkText
from riec_desktop.ui.widgets.marked_rows import RowList, ShownRow
from riec_desktop.workspace.past import FieldValue

NO_PAST = "Dit veld is nog niet veranderd sinds het dossier bestaat."


class FieldPastDialog(FormDialog):
    """Accepted, `chosen` is the value to put back. `values` come newest first; `text` says how one reads."""

    def __init__(
        self,
        parent: QWidget | None,
        place: str,
        values: Sequence[FieldValue],
        text: Callable[[Value], str],
        now: datetime,
    ) -> None:
        super().__init__(parent, "Geschiedenis van dit veld", "&Zet terug")
        self.place = place
        self._values = tuple(values)
        self._text = text
        self._now = now
        self.list = RowList("Eerdere waarden, de nieuwste bovenaan", self._row)
        self.text = InkText("Toen en nu")
        self.nothing = label(NO_PAST, muted=True)
        self._build()
        self.list.show_things(self._values)

    def _build(self) -> None:
        self.list.setFrameShape(RowList.Shape.StyledPanel)
        self.list.looked_at.connect(self._look)
        known = bool(self._values)
        at = self.column.indexOf(self.buttons)
        for widget in (label(self.place, level=3), self.nothing, self.list, self.text):
            self.column.insertWidget(at, widget)
            at += 1
        self.column.setStretchFactor(self.list, 2)
        self.column.setStretchFactor(self.text, 3)
        self.nothing.setVisible(not known)
        for widget in (self.list, self.text, self.accept_button):
            widget.setVisible(known)
        self.cancel_button.setText("Sluiten")
        self.setMinimumWidth(characters(self, 70))
        resize_within_screen(self, characters(self, 96), line_height(self) * (28 if known else 6))

    def _row(self, value: FieldValue) -> ShownRow:
        return field_row(self._text(value.value), value, self._now, current=value is self._values[0])

    def _look(self, value: FieldValue) -> None:
        now, then = self._text(self._values[0].value), self._text(value.value)
        self.text.show_made(partial(two_texts, ("Toen", then), ("Nu", now)))
        self.accept_button.setEnabled(value.value != self._values[0].value)

    def chosen(self) -> FieldValue | None:
        """The value that is chosen in the list."""
        value = self.list.current()
        return value if isinstance(value, FieldValue) else None
