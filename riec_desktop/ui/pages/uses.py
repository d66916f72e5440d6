"""Where the chosen figure is used in texts: how many places, and a button to go to each."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QCommandLinkButton, QVBoxLayout, QWidget

from riec_desktop.ui.labels import label
from riec_desktop.ui.pages.findings_line import emptied
from riec_desktop.ui.pages.page import Spot
from riec_desktop.ui.theme import unit
from riec_desktop.workspace.uses import Use

MOST = 12
"""More places than this are counted, not listed."""
NOWHERE = "Dit cijfer is in geen tekst gekoppeld. Het staat wel in de tabellen, grafieken en overzichten."
EVERYWHERE = "Daar, en in de tabellen, grafieken en overzichten, verandert het mee."


def told(count: int) -> str:
    """'Gebruikt op 3 plaatsen', or that it is used nowhere."""
    if not count:
        return NOWHERE
    places = "1 plaats" if count == 1 else f"{count} plaatsen"
    return f"Gebruikt op {places} in de tekst. {EVERYWHERE}"


class UsesList(QWidget):
    """Shows the places; `jump` goes to one."""

    def __init__(self, jump: Callable[[Spot], None]) -> None:
        super().__init__()
        self._jump = jump
        self._shown: tuple[Use, ...] | None = None
        self.count = label("", muted=True)
        self.buttons: list[QCommandLinkButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(unit(self))
        self._column.addWidget(self.count)
        self.hide()

    def show_uses(self, uses: Sequence[Use] | None) -> None:
        """Other places; None where no figure is chosen."""
        self.setVisible(uses is not None)
        wanted = tuple(uses or ())
        if wanted == self._shown:
            return
        self._shown = wanted
        for old in self.buttons:
            self._column.removeWidget(old)
            emptied(old)
        self.count.setText(told(len(wanted)))
        self.buttons = [self._button(one) for one in wanted[:MOST]]
        for button in self.buttons:
            self._column.addWidget(button)

    def _button(self, use: Use) -> QCommandLinkButton:
        button = QCommandLinkButton(use.where, use.words.replace("&", "&&"), self)
        button.setAccessibleName(f"Ga naar {use.where}")
        button.setAccessibleDescription(use.words)

        def press() -> None:
            self._jump(Spot(use.kind.__name__, use.record_id, use.field))

        button.clicked.connect(press)
        return button
