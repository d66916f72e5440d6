"""The readiness board as a table model: rows are goals and portfolios, columns their parts."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from riec_desktop.ui.pages.board_lines import Face, Line, face_of

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class BoardRole(IntEnum):
    """What the model gives beside text: the face of a cell, and in the heading of a row its line."""

    FACE = Qt.ItemDataRole.UserRole
    LINE = Qt.ItemDataRole.UserRole + 1


class BoardModel(QAbstractTableModel):
    """Shows lines; nothing in it can be changed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[Line, ...] = ()
        self._columns: tuple[str, ...] = ()

    def show_lines(self, columns: Sequence[str], lines: Sequence[Line]) -> bool:
        """Show these; False when they are the ones shown."""
        wanted = (tuple(columns), tuple(lines))
        if wanted == (self._columns, self.lines):
            return False
        self.beginResetModel()
        self._columns, self.lines = wanted
        self.endResetModel()
        return True

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Called by the view."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Called by the view."""
        return 0 if parent.isValid() else len(self._columns)

    def face(self, index: Index) -> Face | None:
        """What a cell shows; None in the heading of a goal."""
        return face_of(self.lines[index.row()], index.column())

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Called by the view and by screen readers."""
        if not index.isValid():
            return None
        line, face = self.lines[index.row()], self.face(index)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return f"{face.word} {face.detail}".strip() if face else line.detail
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                return face.spoken if face else f"{line.title}: {line.detail}"
            case BoardRole.FACE:
                return face
            case _:
                return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Called by the view: titles of the columns, names of goals and portfolios."""
        if orientation is Qt.Orientation.Horizontal:
            known = role == Qt.ItemDataRole.DisplayRole and 0 <= section < len(self._columns)
            return self._columns[section] if known else None
        return self._name(self.lines[section], role) if 0 <= section < len(self.lines) else None

    def _name(self, line: Line, role: int) -> object:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return line.title
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return f"{line.title}\nLevert aan: {line.detail}" if line.row else line.title
            case BoardRole.LINE:
                return line
            case _:
                return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The heading of a goal is passed over by the keyboard."""
        if not index.isValid() or self.lines[index.row()].row is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
