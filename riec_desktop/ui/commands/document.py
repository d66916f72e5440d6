"""The actions that make or check a document. A part of the table of actions."""

from typing import TYPE_CHECKING

from riec_desktop.ui.actions import ActionSpec

if TYPE_CHECKING:
    from riec_desktop.chapter.options import ChapterOptions
    from riec_desktop.ui.generate.choices import Choices
    from riec_desktop.ui.main_window import MainWindow


class DocumentCommands:
    """What a person can make of the open dossier; without one nothing happens, except for checking a Word file."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window

    def make_word(self) -> None:
        """Ask what the chapter must be and make it."""
        from riec_desktop.ui.generate.word import WordChoices

        bench = self._window.workbench
        if bench is not None:
            self._window.flush()
            choices = WordChoices(bench.editing, self._window.around)
            self._generate("Word-hoofdstuk maken", choices)
            if choices.final_asked:
                self.make_final(choices.options())

    def make_final(self, options: "ChapterOptions | None" = None) -> None:
        """Show the gate, and make the final documents when nothing is in the way."""
        from riec_desktop.ui.gate.desk import make_final_documents

        if self._window.workbench is not None:
            make_final_documents(self._window.workbench, self._window.around, options)

    def make_excel(self) -> None:
        """Ask where the overview must be and make it."""
        from riec_desktop.ui.generate.excel import ExcelChoices

        bench = self._window.workbench
        if bench is not None:
            self._window.flush()
            self._generate("Excel-overzicht maken", ExcelChoices(bench.editing, self._window.around))

    def _generate(self, title: str, choices: "Choices") -> None:
        from riec_desktop.ui.generate.dialog import GenerateDialog

        around = self._window.around
        bench = self._window.workbench
        mend = bench.findings.mend if bench is not None else None
        dialog = GenerateDialog(self._window, title, choices, around, mend)
        around.dialogs.execute(dialog)
        dialog.finish()
        dialog.deleteLater()

    def inspect_word(self) -> None:
        """Ask which Word file to check, and show what was noticed."""
        from riec_desktop.ui.inspection import WORD_FILTER, InspectionDialog

        dialogs = self._window.around.dialogs
        path = dialogs.pick_open(self._window, "Word-bestand controleren", WORD_FILTER)
        if path is not None:
            bench = self._window.workbench
            dialog = InspectionDialog(self._window, path, bench.findings.mend if bench is not None else None)
            dialogs.execute(dialog)
            dialog.finish()
            dialog.deleteLater()


def document_specs(window: "MainWindow") -> tuple[ActionSpec, ...]:
    """The actions, for the table of the window."""
    do = DocumentCommands(window)
    return (
        ActionSpec(
            id="word",
            title="&Word-hoofdstuk…",
            shortcut="Ctrl+G",
            icon="word",
            short="Word-hoofdstuk…",
            run=do.make_word,
            enabled=window.has_dossier,
            help="Het hoofdstuk van dit jaar als Word-document maken",
        ),
        ActionSpec(
            id="excel",
            title="&Excel-overzicht…",
            shortcut="Ctrl+Shift+G",
            icon="excel",
            short="Excel-overzicht…",
            run=do.make_excel,
            enabled=window.has_dossier,
            help="Een overzicht van dit jaar als Excel-werkmap maken",
        ),
        ActionSpec(
            id="final",
            title="&Definitief maken…",
            icon="agreed",
            run=do.make_final,
            enabled=window.has_dossier,
            help="Nagaan wat nog moet gebeuren, en het hoofdstuk, het overzicht en een controleverslag maken",
        ),
        ActionSpec(
            id="inspect",
            title="Word-&bestand controleren…",
            run=do.inspect_word,
            help="Een Word-bestand nakijken op toegankelijkheid, verwijzingen en verborgen gegevens",
        ),
    )
