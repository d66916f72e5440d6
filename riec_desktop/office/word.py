"""A PDF by Word on Windows, asked through PowerShell: no window, no macros, and the document opened for reading only.

Word's own names (https://learn.microsoft.com/office/vba/api/word.document.exportasfixedformat) stand beside the numbers
in the script. The paths go through the environment, so that no name can be read as a part of the script.
"""

import re
from collections.abc import Callable
from pathlib import Path

from riec_desktop.office.child import end_tree, run
from riec_desktop.office.programs import Word

_STEPS = (
    "$ErrorActionPreference = 'Stop'",
    "$before = @(Get-Process WINWORD -ErrorAction SilentlyContinue | ForEach-Object { $_.Id })",
    "$word = New-Object -ComObject Word.Application",
    # So that a Word that hangs can be ended, and not one that a person works in.
    "Get-Process WINWORD | Where-Object { $before -notcontains $_.Id } | ForEach-Object { 'riec-word ' + $_.Id }",
    "try { $word.Visible = $false",
    "$word.DisplayAlerts = 0",  # wdAlertsNone
    "$word.AutomationSecurity = 3",  # msoAutomationSecurityForceDisable
    "$word.Options.UpdateLinksAtOpen = $false",
    # ConfirmConversions, ReadOnly, AddToRecentFiles
    "$document = $word.Documents.OpenNoRepairDialog($env:RIEC_DOCX, $false, $true, $false)",
    # wdExportFormatPDF, OpenAfterExport, wdExportOptimizeForPrint, wdExportAllDocument, From, To,
    # wdExportDocumentContent, IncludeDocProps, KeepIRM, wdExportCreateHeadingBookmarks, DocStructureTags,
    # BitmapMissingFonts, UseISO19005_1
    "$document.ExportAsFixedFormat($env:RIEC_PDF, 17, $false, 0, 0, 1, 1, 0, $true, $true, 1, $true, $true, $false)",
    "$document.Close(0) }",  # wdDoNotSaveChanges
    "finally { $word.Quit(0) }",
)
SCRIPT = "; ".join(_STEPS).replace("; finally", " finally")

_OWN_WORD = re.compile(r"riec-word (\d+)")


def command(program: Word) -> list[str]:
    """The words that run the script: without a profile, and without questions."""
    return [str(program.powershell), "-NoLogo", "-NoProfile", "-NonInteractive", "-Command", SCRIPT]


def convert(program: Word, source: Path, cancel: Callable[[], bool], timeout: float) -> None:
    """Make a PDF beside a document, in its folder, which is for this conversion alone. Raises as `child.run`.

    Word is no child of the script: when the script had to be ended, the Word that it started is ended by its number.
    """
    done = False
    try:
        names = {"RIEC_DOCX": str(source), "RIEC_PDF": str(source.with_suffix(".pdf"))}
        done = run(command(program), source.parent, names, cancel, timeout) == 0
    finally:
        if not done:
            for number in own_words((source.parent / "output.txt").read_text(encoding="utf-8", errors="replace")):
                end_tree(number)


def own_words(printed: str) -> list[int]:
    """The process numbers of the Word that the script started, from what it printed."""
    return [int(number) for number in _OWN_WORD.findall(printed)]
