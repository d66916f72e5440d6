"""The child process that reads workbooks: file after file, each answer on one line, within a limit of memory."""

from pathlib import Path
from typing import TextIO

from riec_desktop.children import MEMORY, Plain, answer_lines, limit_memory, refusal
from riec_desktop.errors import RiecError
from riec_desktop.excel.reading.cells import Refusal, book_to_json
from riec_desktop.excel.reading.package import MOST_BYTES
from riec_desktop.excel.reading.tables import SUFFIXES, read_table
from riec_desktop.excel.reading.workbook import read_workbook
from riec_desktop.files import read_file


def serve(source: TextIO, answers: TextIO) -> int:
    """Answer each line of `source`, a path as JSON text, with a line of JSON, until there are no more."""
    limit_memory(MEMORY)
    return answer_lines(source, answers, answer)


def answer(path: Path) -> Plain:
    """What a file holds, or why it is not read."""
    try:
        data = read_file(path, MOST_BYTES)
        as_text = path.suffix.lower() in SUFFIXES
        return book_to_json(read_table(data, path.stem) if as_text else read_workbook(data))
    except Refusal as refused:
        return refusal(refused.code, refused.sheet, refused.cell)
    except RiecError as error:
        return refusal(error.code)
    except (MemoryError, RecursionError):
        return refusal("workbook.too_large")
