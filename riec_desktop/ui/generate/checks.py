"""Groups of check boxes under a heading, two beside each other, known by the names of what they choose."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from riec_desktop.ui.labels import label
from riec_desktop.ui.theme import unit

COLUMNS = 2


class CheckGroup(QWidget):
    """Check boxes by name; `texts` gives the text of each, with its access key. `changed` says that one was ticked."""

    changed = Signal()

    def __init__(self, heading: str, texts: Mapping[str, str]) -> None:
        super().__init__()
        self._boxes = {name: QCheckBox(text) for name, text in texts.items()}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(unit(self) * 2)
        if heading:
            column.addWidget(label(heading, level=3))
        grid = QGridLayout()
        grid.setHorizontalSpacing(unit(self) * 6)
        grid.setVerticalSpacing(unit(self) * 2)
        down = -(-len(self._boxes) // COLUMNS)
        for index, box in enumerate(self._boxes.values()):
            box.setAccessibleName(box.text().replace("&", ""))
            box.toggled.connect(self.changed)
            grid.addWidget(box, index % down, index // down)
            grid.setColumnStretch(index // down, 1)
        column.addLayout(grid)

    def choose(self, chosen: Mapping[str, bool]) -> None:
        """Tick and untick, as a person would; a name that is not here is left alone."""
        for name, on in chosen.items():
            if name in self._boxes:
                self._boxes[name].setChecked(on)

    def chosen(self) -> dict[str, bool]:
        """Whether each is ticked."""
        return {name: box.isChecked() for name, box in self._boxes.items()}
