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


def _pick_open(parent: QWidget | None, title: str, pattern: str) -> Path | None:
    name, _ = _files().getOpenFileName(parent, title, "", pattern)
    return Path(name) if name else None


def _pick_many(parent: QWidget | None, title: str, pattern: str) -> tuple[Path, ...]:
    names, _ = _files().getOpenFileNames(parent, title, "", pattern)
    return tuple(map(Path, names))


def _pick_save(parent: QWidget | None, title: str, suggestion: Path, pattern: str) -> Path | None:
    name, _ = _files().getSaveFileName(parent, title, str(suggestion), pattern)
    return Path(name) if name else None


def _pick_folder(parent: QWidget | None, title: str, suggestion: Path) -> Path | None:
    name = _files().getExistingDirectory(parent, title, str(suggestion))
    return Path(name) if name else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialogs:
    """How the window asks: run a dialog, pick one or more files to open, pick a place to save, or a folder."""

    execute: Callable[[QDialog], int] = _exec
    pick_open: Callable[[QWidget | None, str, str], Path | None] = _pick_open
    pick_many: Callable[[QWidget | None, str, str], tuple[Path, ...]] = _pick_many
    pick_save: Callable[[QWidget | None, str, Path, str], Path | None] = _pick_save
    pick_folder: Callable[[QWidget | None, str, Path], Path | None] = _pick_folder

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
