"""Captions: 'Tabel 3.4-1. Title' above a table, 'Figuur 3.4-1. Title' below a chart or picture.

Word counts the numbers itself, and a bookmark around the number lets references say it. The word before it stands
outside the bookmark: LibreOffice loses what follows a space that does not break in a field that begins a line.
"""

from riec_desktop.chapter.blocks import Caption
from riec_desktop.word.job import NBSP, Job
from riec_desktop.word.paragraphs import start
from riec_desktop.word.runs import field, text_run

ABOVE, BELOW = "caption", "Figuur bijschrift"
"""A caption above a table stays with it; one below a figure stands closer to it than to the text."""


def write_caption(caption: Caption, job: Job, style: str = ABOVE, extra: str = "") -> str:
    """The paragraph of a caption; `extra` are properties of its own.

    The chapter's number in it is a reference to its heading, the last number is counted by Word.
    """
    counted = field(f"SEQ {caption.label} \\* ARABIC", text_run(str(caption.number)))
    number = job.bookmark(caption.bookmark, f"{_prefix(caption, job)}{counted}")
    title = text_run(f". {caption.text}") if caption.text else ""
    return f"{start(style, extra, job)}{text_run(caption.label + NBSP)}{number}{title}</w:p>"


def _prefix(caption: Caption, job: Job) -> str:
    if not caption.prefix:
        return ""
    number = text_run(caption.prefix)
    chapter = job.numbers.get(caption.prefix)
    return (field(f"REF {chapter} \\n", number) if chapter else number) + text_run("-")
