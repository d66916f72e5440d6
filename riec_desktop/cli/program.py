"""The entry point: reads the words on the command line. Everything heavy waits until they make sense."""

import io
import sys
from argparse import Namespace
from collections.abc import Sequence

from riec_desktop.cli.arguments import parser

READER_WORD = "_lees-werkmappen"
"""The hidden word of `riec_desktop.excel.reading.reader`, which is not imported for it."""
DOCUMENT_WORD = "_lees-document"
"""The same of `riec_desktop.word.reading.reader`."""
WINDOW_WORD = "_venster-proef"
"""The same of `riec_desktop.cli.trials`."""
SPELLING_WORD = "_spelling"
"""The same of `riec_desktop.language.child`."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; `argv` is without the program's name. Gives the exit code and lets no exception out."""
    words = list(sys.argv[1:] if argv is None else argv)
    _speak_utf8()
    if words == [READER_WORD]:
        return _read_workbooks()
    if words == [DOCUMENT_WORD]:
        return _read_documents()
    if words == [SPELLING_WORD]:
        return _check_spelling()
    if words == [WINDOW_WORD]:
        return _try_window()
    try:
        arguments = _read(words)
    except SystemExit as stop:
        return int(stop.code or 0)
    from riec_desktop.cli.running import run

    return run(arguments)


def _read_workbooks() -> int:
    """Be the child process in which workbooks are read."""
    from riec_desktop.excel.reading.child import serve

    return serve(sys.stdin, sys.stdout)


def _read_documents() -> int:
    """Be the child process in which Word documents are read."""
    from riec_desktop.word.reading.child import serve

    return serve(sys.stdin, sys.stdout)


def _check_spelling() -> int:
    """Be the child process that knows Dutch."""
    from riec_desktop.language.child import serve

    return serve(sys.stdin, sys.stdout)


def _try_window() -> int:
    """Be the child process that opens and closes the window, for the self-test."""
    from riec_desktop.ui.trial import try_window
    from riec_desktop.workspace.environment import real_environment

    return try_window(real_environment(), sys.stdout)


def _read(words: Sequence[str]) -> Namespace:
    """The words as arguments; a dossier alone is what a double click on it gives. Raises `SystemExit`."""
    if len(words) == 1 and words[0].lower().endswith(".riec"):
        return Namespace(command=None, json=False, dossier=words[0])
    return parser().parse_args(words)


def _speak_utf8() -> None:
    """Whatever code page Windows has, our sentences come out; what cannot be shown becomes a question mark."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
