"""A Word template of the organisation: what is to say about it, and a copy with what it misses.

The file itself never changes.
"""

from pathlib import Path

from riec_desktop.errors import RiecError
from riec_desktop.files import read_file, replace_file
from riec_desktop.word.templates.report import TemplateRemark, TemplateReport
from riec_desktop.workspace.progress import Cancel, Progress, step

MOST_BYTES = 100_000_000
"""The largest template that is looked at, as for making a chapter."""


def template_report(path: Path) -> TemplateReport:
    """What is missing or odd in a template, and what the program does about it.

    Raises `RiecError`: file.…, template.….
    """
    # Loaded when it is needed, so that the window shows fast.
    from riec_desktop.word.templates.mend import check_template

    return check_template(read_file(path, MOST_BYTES))


def template_job(path: Path, progress: Progress, cancel: Cancel) -> TemplateReport:
    """`template_report` as a job. Raises `Cancelled` too."""
    step(progress, cancel, 0.0, "Sjabloon bekijken")
    return template_report(path)


def save_repaired(path: Path, target: Path) -> Path:
    """Write a copy of a template with all that it misses, and tell where.

    Raises `RiecError`: 'template.same_file' when the copy would take the place of the template, file.…, template.….
    """
    from riec_desktop.word.templates.copy import repaired_template

    if target.exists() and path.exists() and target.samefile(path):
        raise RiecError("template.same_file", file=path.name)
    replace_file(target, repaired_template(read_file(path, MOST_BYTES)))
    return target


def copy_name(path: Path) -> Path:
    """A place to suggest for the copy: 'Sjabloon aangevuld.docx' beside the template."""
    return path.with_name(f"{path.stem} aangevuld.docx")


def notes(path: Path) -> tuple[str, ...]:
    """What to tell who made a chapter in this template: nothing when it is complete."""
    report = template_report(path)
    return () if report.complete else (report.headline,)


def line(remark: TemplateRemark) -> str:
    """One remark on one line."""
    return f"{remark.subject}: {remark.sentence} {remark.remedy}"


def text(name: str, report: TemplateReport) -> str:
    """The whole report as text, to print or to copy."""
    return "\n".join((f"{name}: {report.headline}", *(f"  {line(one)}" for one in report.remarks)))
