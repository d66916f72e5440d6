"""The check of a Word file: read it, look at it on every point, and tell what was found in plain Dutch."""

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from riec_desktop.checks.discreet import masked_in, without_cut_numbers
from riec_desktop.files import read_file
from riec_desktop.severity import Severity
from riec_desktop.word.inspection.remarks import Inspection, Remark
from riec_desktop.workspace.progress import Cancel, Progress, step

MOST_BYTES = 60_000_000
"""A chapter is a few megabytes at most; a whole report with its photos fits in this."""

_WORDS = {
    Severity.ERROR: ("fout", "fouten"),
    Severity.WARNING: ("waarschuwing", "waarschuwingen"),
    Severity.TIP: ("tip", "tips"),
}


def inspect_file(path: Path, *, final: bool | None = None) -> Inspection:
    """Look at a Word file; it is not changed. `final` None lets the file say whether it is a final document.

    Raises `RiecError`: `file.…` as `read_file`, or `inspect.…` for a file that cannot be looked at.
    """
    # Loaded when it is needed, so that the window shows fast.
    from riec_desktop.word.inspection import inspect_document

    return told_discreetly(inspect_document(read_file(path, MOST_BYTES), final=final))


def told_discreetly(found: Inspection, known: Collection[str] = ()) -> Inspection:
    """The same remarks without what points to a person; `known` is what is known to stand in the file."""

    def told(text: str) -> str:
        return without_cut_numbers(masked_in(text, known))

    return replace(
        found, remarks=tuple(replace(one, place=told(one.place), reason=told(one.reason)) for one in found.remarks)
    )


def inspect_job(path: Path, progress: Progress, cancel: Cancel, *, final: bool | None = None) -> Inspection:
    """`inspect_file` as a job. Raises `Cancelled` too."""
    step(progress, cancel, 0.0, "Document lezen en controleren")
    found = inspect_file(path, final=final)
    step(progress, cancel, 1.0, "Klaar")
    return found


def summary(inspection: Inspection) -> str:
    """'Gecontroleerd op 57 punten: 1 fout en 2 waarschuwingen.' Never that a document is accessible."""
    counted = [_counted(inspection.count(severity), *_WORDS[severity]) for severity in Severity]
    found = [one for one in counted if one]
    told = " en ".join(filter(None, (", ".join(found[:-1]), *found[-1:]))) or "niets gevonden"
    return f"Gecontroleerd op {inspection.points} punten: {told}."


def _counted(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}" if count else ""


def line(remark: Remark) -> str:
    """One remark on one line, to copy."""
    return f"{remark.severity.value}: {remark.place}. {remark.reason}"


def report(name: str, inspection: Inspection) -> str:
    """Everything as text, to copy or to print."""
    kind = "als definitief document" if inspection.final else "als concept"
    return "\n".join((f"{name} ({kind})", summary(inspection), *map(line, inspection.remarks)))
