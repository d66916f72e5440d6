"""Words on the command line that must be a value: each gives it, or the sentence that argparse shows.

All raise `argparse.ArgumentTypeError`.
"""

import argparse
from datetime import date

from riec_desktop.dossier.dutch import parse_date
from riec_desktop.excel.figure_mapping import Meaning


def a_year(text: str) -> int:
    """'2025'."""
    if not (text.isascii() and text.isdigit() and len(text) == len("2025")):
        raise argparse.ArgumentTypeError(f"‘{text}’ is geen jaar; typ vier cijfers, zoals 2025.")
    return int(text)


def a_day(text: str) -> date:
    """'1-3-2024', or another way to write a date."""
    found = parse_date(text)
    if found is None:
        raise argparse.ArgumentTypeError(f"‘{text}’ is geen datum; typ bijvoorbeeld 1-3-2024.")
    return found


def a_row(text: str) -> int:
    """A row of a sheet as Excel counts, from 1."""
    return _from_one(text, "rij")


def a_backup(text: str) -> int:
    """The number of a backup in the list, from 1."""
    return _from_one(text, "reservekopie")


def _from_one(text: str, what: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text) > 0):
        raise argparse.ArgumentTypeError(f"‘{text}’ is geen {what}; typ een nummer, zoals 3.")
    return int(text)


def a_column(text: str) -> tuple[Meaning, str]:
    """What a column holds and the head above it, as in 'indicator=Naam'."""
    meaning, _, head = text.partition("=")
    known = {one.value: one for one in Meaning}
    if meaning.strip().lower() not in known or not head.strip():
        raise argparse.ArgumentTypeError(
            f"‘{text}’ klopt niet; typ bijvoorbeeld indicator=Naam. WAT is: {', '.join(Meaning)}."
        )
    return known[meaning.strip().lower()], head.strip()
