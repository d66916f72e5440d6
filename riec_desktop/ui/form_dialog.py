"""What our own dialogs share: rows with label, buddy and help, and two Dutch buttons."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialogButtonBox, QFormLayout, QVBoxLayout, QWidget

from riec_desktop.ui.key_dialog import KeyDialog
from riec_desktop.ui.labels import caption
from riec_desktop.ui.tab_order import in_reading_order
from riec_desktop.ui.theme import unit
from riec_desktop.ui.typed import optional


class FormDialog(KeyDialog):
    """A title, rows, and buttons to accept or cancel. Enter accepts, Esc cancels."""

    def __init__(self, parent: QWidget | None, title: str, accept: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.column = QVBoxLayout(self)
        space = unit(self)
        self.column.setContentsMargins(space * 5, space * 4, space * 5, space * 4)
        self.column.setSpacing(space * 3)
        self.rows = QFormLayout()
        self.rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.rows.setHorizontalSpacing(space * 4)
        self.rows.setVerticalSpacing(space * 2)
        self.column.addLayout(self.rows)
        self.buttons = QDialogButtonBox()
        self.accept_button = self.buttons.addButton(accept, QDialogButtonBox.ButtonRole.AcceptRole)
        self.cancel_button = self.buttons.addButton("Annuleren", QDialogButtonBox.ButtonRole.RejectRole)
        self.accept_button.setDefault(True)
        # Otherwise Enter cancels as long as nothing can be accepted.
        self.cancel_button.setAutoDefault(False)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.column.addWidget(self.buttons)

    def add_row(self, text: str, widget: QWidget, help_text: str = "") -> None:
        """A labelled input. `text` carries the access key."""
        self.rows.addRow(caption(text, widget, help_text), widget)

    def showEvent(self, event: QShowEvent) -> None:
        """The rows come before the buttons, which were made first: typing begins in the first row."""
        if optional(self.focusWidget()) is None:
            next(in_reading_order(self)).setFocus()
        super().showEvent(event)
