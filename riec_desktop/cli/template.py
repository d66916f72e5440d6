"""`template`: the check of a Word template, and a copy with what it misses."""

from argparse import Namespace

from riec_desktop.cli.outcome import Outcome
from riec_desktop.word.templates.report import TemplateRemark
from riec_desktop.workspace.environment import Environment
from riec_desktop.workspace.templates import save_repaired, template_report, text


def template(arguments: Namespace, _: Environment) -> Outcome:
    """Look at a template and, when asked, write the copy."""
    report = template_report(arguments.template)
    shown = text(arguments.template.name, report)
    data = {
        "ok": report.complete,
        "file": str(arguments.template),
        "missing": list(report.missing),
        "remarks": [_data(remark) for remark in report.remarks],
    }
    if arguments.uit is None:
        return Outcome(text=shown, data=data)
    target = arguments.uit if arguments.uit.suffix else arguments.uit.with_suffix(".docx")
    copy = save_repaired(arguments.template, target)
    return Outcome(text=f"{shown}\nDe aangevulde kopie staat in {copy}.", data={**data, "copy": str(copy)})


def _data(remark: TemplateRemark) -> dict[str, str]:
    return {
        "severity": remark.severity.value,
        "subject": remark.subject,
        "sentence": remark.sentence,
        "remedy": remark.remedy,
    }
