"""What a check gives: a finding with its place and a Dutch sentence."""

from dataclasses import dataclass
from enum import Enum

from riec_desktop.dossier.records import Record


class Severity(Enum):
    """How bad it is; the value is the Dutch word."""

    ERROR = "fout"
    WARNING = "waarschuwing"
    TIP = "tip"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something that a check noticed in one field of one record.

    `code` names the rule ('answer.missing'), `sentence` says in Dutch where it is, what is wrong and what to do.
    """

    kind: type[Record]
    record_id: str
    field: str
    severity: Severity
    code: str
    sentence: str
