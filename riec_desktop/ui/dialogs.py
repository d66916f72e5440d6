"""Dialogs behind a few replaceable functions, so that tests can answer them by clicking on the real thing.

Nothing else in the window calls `exec` or a static dialog function. Qt's own dialogs are loaded with the first that is
shown: they take a quarter of the time in which the window appears.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QWidget

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog

DOSSIER_SUFFIX = ".riec"
DOSSIER_FILTER = f"Dossier (*{DOSSIER_SUFFIX})"


def _exec(dialog: QDialog) -> int:
    return dialog.exec()


def _files() -> "type[QFileDialog]":
    from PySide6.QtWidgets import QFileDialog

    return QFileDialog


class FilePicker:
    """The file dialogs of the system. They begin where the person was last, and never in the folder of the program."""

    def __init__(self, folder: Path) -> None:
        """`folder`: where the first one begins."""
        self._folder = folder

    def pick_open(self, parent: QWidget | None, title: str, pattern: str) -> Path | None:
        """A file to open."""
        name, _ = _files().getOpenFileName(parent, title, str(self._folder), pattern)
        return self._been(Path(name)) if name else None

    def pick_many(self, parent: QWidget | None, title: str, pattern: str) -> tuple[Path, ...]:
        """Files to open."""
        names, _ = _files().getOpenFileNames(parent, title, str(self._folder), pattern)
        return tuple(self._been(Path(name)) for name in names)

    def pick_save(self, parent: QWidget | None, title: str, suggestion: Path, pattern: str) -> Path | None:
        """Where to save, which is proposed."""
        name, _ = _files().getSaveFileName(parent, title, str(suggestion), pattern)
        return self._been(Path(name)) if name else None

    def pick_folder(self, parent: QWidget | None, title: str, suggestion: Path) -> Path | None:
        """A folder, which is proposed."""
        name = _files().getExistingDirectory(parent, title, str(suggestion))
        return Path(name) if name else None

    def _been(self, path: Path) -> Path:
        self._folder = path.parent
        return path


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialogs:
    """How the window asks: run a dialog, pick one or more files to open, pick a place to save, or a folder."""

    execute: Callable[[QDialog], int]
    pick_open: Callable[[QWidget | None, str, str], Path | None]
    pick_many: Callable[[QWidget | None, str, str], tuple[Path, ...]]
    pick_save: Callable[[QWidget | None, str, Path, str], Path | None]
    pick_folder: Callable[[QWidget | None, str, Path], Path | None]

    def ask(self, parent: QWidget | None, title: str, text: str, choices: Sequence[str], details: str = "") -> str:
        """Show a sentence with buttons and give the text of the chosen one.

        The first is the default, the last is what Esc chooses.
        """
        from riec_desktop.ui.question import chosen_in, question_box

        box = question_box(parent, title, text, choices, details)
        self.execute(box)
        chosen = chosen_in(box)
        box.deleteLater()
        return chosen

    def tell(self, parent: QWidget | None, title: str, text: str) -> None:
        """Show a sentence with one button."""
        self.ask(parent, title, text, ("Sluiten",))


def system_dialogs(folder: Path, execute: Callable[[QDialog], int] = _exec) -> Dialogs:
    """Those of the system; `folder` is where a person looks for files at first."""
    picker = FilePicker(folder)
    return Dialogs(
        execute=execute,
        pick_open=picker.pick_open,
        pick_many=picker.pick_many,
        pick_save=picker.pick_save,
        pick_folder=picker.pick_folder,
    )
