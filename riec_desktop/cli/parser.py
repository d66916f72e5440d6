"""argparse in Dutch: usage, headings and errors, without touching the argparse of others.

argparse takes its own words from gettext, which has no Dutch catalogue for it; headings and usage are set where the
parser is made, and the few errors that a person can cause are translated by pattern.
"""

import argparse
import re
import sys
from collections.abc import Iterable
from typing import Any, NoReturn

from riec_desktop.cli.outcome import Exit

_ERRORS: tuple[tuple[str, str], ...] = (
    (r"the following arguments are required: (.*)", r"Er ontbreekt: \1."),
    (r"unrecognized arguments: (.*)", r"Dit hoort niet bij deze opdracht: \1."),
    (r"argument (?:OPDRACHT|command): invalid choice: '([^']*)'.*", r"De opdracht ‘\1’ bestaat niet."),
    (r"argument (\S+): invalid choice: '([^']*)' \(choose from (.*)\)", r"Bij \1 past ‘\2’ niet. Kies uit: \3."),
    (r"argument (\S+): expected one argument", r"Achter \1 hoort nog iets te staan."),
    (r"argument (\S+): expected at least one argument", r"Achter \1 hoort nog iets te staan."),
    (r"argument (\S+): ignored explicit argument '([^']*)'", r"Achter \1 mag geen ‘\2’ staan."),
    (r"argument (\S+): not allowed with argument (\S+)", r"\1 en \2 kunnen niet samen."),
    (r"argument ([^:]+): (.*)", r"\1: \2"),
)


def dutch_error(message: str) -> str:
    """An error of argparse as a Dutch sentence; one that is not known here is given as it is."""
    for pattern, translated in _ERRORS:
        found = re.fullmatch(pattern, message, re.DOTALL)
        if found:
            return found.expand(translated).replace("'", "")
    return message


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Help with 'Gebruik:', and texts with their own line breaks."""

    def add_usage(
        self, usage: str | None, actions: Iterable[argparse.Action], groups: Iterable[Any], prefix: str | None = None
    ) -> None:
        super().add_usage(usage, actions, groups, "Gebruik: " if prefix is None else prefix)


class DutchParser(argparse.ArgumentParser):
    """A parser that speaks Dutch. Arguments go into `given`, options into `options`."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(add_help=False, allow_abbrev=False, formatter_class=_Formatter, **settings)
        self.given = self.add_argument_group("Wat u opgeeft")
        self.options = self.add_argument_group("Opties")
        self.options.add_argument("-h", "--help", action="help", help="deze uitleg tonen")

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and how it is used, and stop."""
        self.print_usage(sys.stderr)
        self.exit(Exit.USAGE, f"{dutch_error(message)} Uitleg: {self.prog} --help\n")
