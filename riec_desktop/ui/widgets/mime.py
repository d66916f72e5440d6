"""Data for the clipboard that Qt alone owns.

A `QMimeData` that Python makes can be deleted while the clipboard still holds it (PySide 6.11 counts who holds it by
parents: `setMimeData` in typesystem_gui_common.xml of pyside-setup), and is asked for its Python half when Python has
ended. So the program crashed at a later copy, or when it closed.
"""

from PySide6.QtCore import QMimeData, QStringListModel


def qt_mime() -> QMimeData:
    """Empty data that Qt made and Qt deletes; for the clipboard or a drag, because otherwise it is never deleted."""
    model = QStringListModel([""])
    made = model.mimeData([model.index(0)])
    made.clear()
    return made
