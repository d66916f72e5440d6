"""The command line: the same use cases as the window, for people who like a terminal and for other programs.

`main` is the entry point of the installed commands. Nothing heavy is imported before a command is known.
"""

from riec_desktop.cli.program import main

__all__ = ["main"]
