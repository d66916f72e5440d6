"""From the wish for final documents to the dialog of the gate, and from there to what must be mended."""

from typing import TYPE_CHECKING

from riec_desktop.chapter.options import ChapterOptions
from riec_desktop.checks.findings import Finding
from riec_desktop.ui.desk import Surroundings

if TYPE_CHECKING:
    from riec_desktop.ui.workbench import Workbench

TITLE = "Definitief maken"


def make_final_documents(
    bench: "Workbench", around: Surroundings, options: ChapterOptions | None = None, *, at: Finding | None = None
) -> None:
    """Show the gate; `options` are those that were chosen for the chapter, else the house style.

    With `at` the person came to give a reason for that finding.
    """
    from riec_desktop.ui.gate.choices import GateChoices
    from riec_desktop.ui.generate.dialog import GenerateDialog

    bench.flush()
    choices = GateChoices(bench.editing, around, bench.place_title, options)
    dialog = GenerateDialog(bench, TITLE, choices, around)
    if at is not None:
        choices.sheets.ask_reason(at)
    wanted: list[Finding] = []

    def leave(finding: Finding) -> None:
        wanted.append(finding)
        dialog.reject()

    choices.finding_chosen.connect(leave)
    around.dialogs.execute(dialog)
    dialog.finish()
    dialog.deleteLater()
    bench.derive_now()
    if wanted:
        bench.findings.go_to(wanted[-1])
