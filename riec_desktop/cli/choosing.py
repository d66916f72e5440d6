"""What commands choose alike: the name of a file, the report year, the portfolios."""

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from riec_desktop.dossier import views
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.errors import RiecError
from riec_desktop.storage.dossier_file import SUFFIX
from riec_desktop.workspace.documents import newest_year, report_year

_KINDS = {SUFFIX: "Een dossier", ".docx": "Een Word-document", ".xlsx": "Een Excel-werkmap"}


def named(path: Path, suffix: str) -> Path:
    """The path with its suffix; so a mistake cannot put a document over a dossier, or the other way round.

    Raises `RiecError` (`output.other_kind`) when it has another one.
    """
    if not path.suffix:
        return path.with_name(f"{path.name}{suffix}")
    if path.suffix.lower() != suffix:
        raise RiecError("output.other_kind", file=path.name, kind=_KINDS[suffix], suffix=suffix)
    return path


def chosen_year(arguments: Namespace, dossier: Dossier) -> int:
    """The year that was asked for, or the newest. Raises as `report_year`."""
    return newest_year(dossier) if arguments.jaar is None else report_year(dossier, arguments.jaar).year or 0


def report_ids(names: Sequence[str], dossier: Dossier, year: int) -> tuple[str, ...]:
    """The ids of the portfolio reports with these names. Raises `RiecError` (`portfolio.unknown`)."""
    reports = views.reports(dossier, report_year(dossier, year))
    by_name = {views.report_name(dossier, one).casefold(): one.id for one in reports}
    for name in names:
        if name.strip().casefold() not in by_name:
            known = ", ".join(views.report_name(dossier, one) for one in reports)
            raise RiecError("portfolio.unknown", name=name, year=year, known=known)
    return tuple(by_name[name.strip().casefold()] for name in names)
