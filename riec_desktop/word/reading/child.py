"""The child process that reads Word documents, within a limit of memory."""

from pathlib import Path
from typing import TextIO

from riec_desktop.children import MEMORY, Plain, answer_lines, limit_memory, refusal
from riec_desktop.errors import RiecError
from riec_desktop.files import read_file
from riec_desktop.word.reading.document import read_document
from riec_desktop.word.reading.opened import MOST_BYTES
from riec_desktop.word.reading.read import to_json


def serve(source: TextIO, answers: TextIO) -> int:
    """Answer each line of `source`, a path as JSON text, with a line of JSON, until there are no more."""
    limit_memory(MEMORY)
    return answer_lines(source, answers, answer)


def answer(path: Path) -> Plain:
    """What a document holds, or why it is not read."""
    try:
        return to_json(read_document(read_file(path, MOST_BYTES)))
    except RiecError as error:
        return refusal(error.code)
    except (MemoryError, RecursionError):
        return refusal("draft.too_large")
