"""The inspection itself: open the file, let every rule look, put the worst first."""

from riec_desktop.severity import Severity
from riec_desktop.word.inspection.opened import open_document
from riec_desktop.word.inspection.remarks import Inspection, remarks_of
from riec_desktop.word.inspection.rules import RULES


def inspect_document(data: bytes, *, final: bool | None = None) -> Inspection:
    """Look at the bytes of a DOCX file on every point that holds for it.

    `final`: whether the rules for a finished document hold too; None lets the file say it (its content status).
    Raises `RiecError`: 'inspect.not_docx', 'inspect.damaged', 'inspect.too_large' or 'inspect.macros'.
    """
    document = open_document(data, final=final)
    rules = [rule for rule in RULES if document.final or not rule.final]
    order = list(Severity)
    remarks = [remark for rule in rules for remark in remarks_of(rule, document)]
    remarks.sort(key=lambda remark: order.index(remark.severity))
    return Inspection(final=document.final, points=len(rules), remarks=tuple(remarks))
