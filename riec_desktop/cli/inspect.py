"""`inspect`: the check of a Word file, for a person and for a program."""

from argparse import Namespace

from riec_desktop.cli.outcome import Exit, Outcome
from riec_desktop.word.inspection.remarks import Remark
from riec_desktop.workspace.environment import Environment
from riec_desktop.workspace.inspection import inspect_file, report


def inspect(arguments: Namespace, _: Environment) -> Outcome:
    """Look at a file; the exit code is 1 when there is an error in it."""
    found = inspect_file(arguments.document, final=True if arguments.definitief else None)
    return Outcome(
        text=report(arguments.document.name, found),
        data={
            "ok": not found.has_errors,
            "file": str(arguments.document),
            "final": found.final,
            "points": found.points,
            "findings": [_data(remark) for remark in found.remarks],
        },
        code=Exit.FINDINGS if found.has_errors else Exit.OK,
    )


def _data(remark: Remark) -> dict[str, str]:
    return {
        "severity": remark.severity.value,
        "code": remark.code,
        "place": remark.place,
        "sentence": remark.reason,
    }
