"""Word: blocks into a DOCX file, and the templates that give it its looks.

The text of the document is written as WordprocessingML by small functions; nothing here decides what stands where.
"""

from riec_desktop.word.render import render_chapter
from riec_desktop.word.template import load_template
from riec_desktop.word.templates.copy import repaired_template
from riec_desktop.word.templates.mend import check_template
from riec_desktop.word.templates.report import TemplateRemark, TemplateReport

__all__ = [
    "TemplateRemark",
    "TemplateReport",
    "check_template",
    "load_template",
    "render_chapter",
    "repaired_template",
]
