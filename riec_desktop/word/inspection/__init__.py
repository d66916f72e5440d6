"""Inspection of a written Word file: opened again as a stranger would, and looked at rule by rule.

The file may be ours, edited in Word, or saved by LibreOffice; what the rules see is the file itself, never the chapter
that it came from.
"""

from riec_desktop.word.inspection.inspect import inspect_document
from riec_desktop.word.inspection.remarks import Inspection, Remark, Rule
from riec_desktop.word.inspection.rules import RULES

__all__ = ["RULES", "Inspection", "Remark", "Rule", "inspect_document"]
